"""Text in any encoding: read as it says, as a person says, or guessed and told so."""

import sys
from random import Random

import pytest

from annotator.domain.errors import UserError
from annotator.formats.encodings import known_encoding
from annotator.formats.import_map import ImportMap, read_map
from tests.chance import octets, seeded
from tests.formats.difficult import EMOJI, LINES, assert_claim_is_found, read

ENGLISH = "“It is a bargain,” Mayor Ruiz’s office told reporters — on Monday. "
GERMAN = "Die Bürgermeisterin sagte: „Die Brücke ist günstig“, so für die Übrigen wie für Köln. "
POLISH = (
    "Burmistrz powiedział, że most będzie kosztował cztery miliony. Źródła są poufne, mówi "
    "świadek, który żąda, by wójt przyszedł później i odpowiedział na pytania. "
)
RUSSIAN = "Мэр Руис заявил, что мост будет стоить четыре миллиона евро. "
JAPANESE = "市長は橋の建設費が四百万ユーロになると述べた。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["news.txt", "news.md"])
def test_marked_and_utf_8_files_come_in_to_the_letter(encoding: str, name: str) -> None:
    content = "\r\n".join(LINES).encode(encoding)
    (arrival,), problems, notes = read(name, content)
    assert arrival.article.text == "\n".join(LINES)
    assert_claim_is_found(arrival.article.text)
    assert (problems, notes) == ([], [])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (GERMAN, "cp1252"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (JAPANESE, "cp932"),
        ("café au lait", "cp1252"),
        ("Ο δήμαρχος είπε ότι η γέφυρα θα κοστίσει τέσσερα εκατομμύρια. ", "cp1253"),
        ("ראש העיר אמר שהגשר יעלה ארבעה מיליון אירו. ", "cp1255"),
        ("قال رئيس البلدية إن الجسر سيكلف أربعة ملايين يورو. ", "cp1256"),
        ("市长说这座桥将耗资四百万欧元。他说这是一个很好的价格。", "gb18030"),
    ],
)
def test_another_encoding_is_guessed_and_said_to_be_a_guess(text: str, encoding: str) -> None:
    times = 3 if len(text) > 20 else 1
    (arrival,), problems, (note,) = read("news.txt", (text * times).encode(encoding))
    assert arrival.article.text == text * times
    assert arrival.article.encoding == encoding
    assert arrival.raw == (text * times).encode(encoding)
    assert problems == []
    assert f"read as {encoding}, which is a guess" in note.reason
    assert "--encoding" in note.reason


def test_a_given_encoding_is_no_guess() -> None:
    told = ImportMap().with_encoding("Windows-1250")
    (arrival,), problems, notes = read("news.txt", POLISH.encode("cp1250"), told)
    assert (arrival.article.text, arrival.article.encoding) == (POLISH, "cp1250")
    assert (problems, notes) == ([], [])


def test_utf_16_without_a_mark_needs_to_be_named() -> None:
    content = "\r\n".join(LINES).encode("utf-16-le")
    assert "NUL" in read("news.txt", content)[1][0].reason
    (arrival,), _, _ = read("news.txt", content, ImportMap().with_encoding("utf-16-le"))
    assert arrival.article.text == "\n".join(LINES)


def test_a_given_encoding_that_does_not_fit_is_refused_with_the_byte() -> None:
    _, (problem,), _ = read("news.txt", b"caf\xe9", ImportMap().with_encoding("utf8"))
    assert "byte 3 (0xE9)" in problem.reason
    assert "Nothing was imported" in problem.reason


@pytest.mark.parametrize(
    "content",
    [EMOJI.encode() + b" caf\xe9", f"Bürgerin und {EMOJI}".encode()[:-2] + b"\xf0\x9f"],
    ids=["one Latin letter", "cut off"],
)
def test_damaged_utf_8_is_refused_rather_than_guessed(content: bytes) -> None:
    articles, (problem,), _ = read("news.txt", content)
    assert articles == []
    assert "UTF-8 elsewhere" in problem.reason


def test_without_the_guesser_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    articles, (problem,), _ = read("news.txt", b"caf\xe9 au lait")
    assert articles == []
    assert "pip install charset-normalizer" in problem.reason
    assert "--encoding" in problem.reason


@seeded(60)
def test_any_bytes_are_text_or_a_sentence(chance: Random) -> None:
    articles, problems, _ = read("news.txt", octets(chance, 120))
    assert len(articles) + len(problems) == 1


@pytest.mark.parametrize("name", ["klingon", "rot13", "hex", "idna", "unicode_escape", ""])
def test_what_is_no_encoding_is_refused(name: str) -> None:
    with pytest.raises(UserError, match="no encoding"):
        known_encoding(name)


def test_a_map_is_read_from_toml_and_json(tmp_path) -> None:
    (tmp_path / "a.toml").write_text(
        'encoding = "latin1"\n[fields]\ntext = ["lead", "body.text"]\n[values.language]\nEN = "en"'
    )
    (tmp_path / "a.json").write_text(
        '{"encoding": "latin1", "fields": {"text": ["lead", "body.text"]},'
        ' "values": {"language": {"EN": "en"}}}'
    )
    told = read_map(tmp_path / "a.toml")
    assert told == read_map(tmp_path / "a.json")
    assert told.fields == {"text": ("lead", "body.text")}
    assert told.encoding == "iso8859_1"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[fields]\nbody = 'x'", "'body', which is none of"),
        ("column = 'x'", "no setting 'column'"),
        ("fields = 3", "fields is no table"),
        ("[fields]\ntext = 3", "fields.text is neither"),
        ("delimiter = ';;'", "not one character"),
        ("delimiter = '\"'", "in another way"),
        ("[values.language]\nEN = 3", "values.language is no table of texts"),
        ("= 3", "not valid TOML"),
        ("encoding = 'klingon'", "no encoding"),
    ],
)
def test_a_faulty_map_is_refused_with_all_that_is_wrong(tmp_path, content, words) -> None:
    (tmp_path / "a.toml").write_text(content)
    with pytest.raises(UserError, match=words):
        read_map(tmp_path / "a.toml")


def test_a_map_that_is_not_there_is_a_sentence(tmp_path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_map(tmp_path / "none.toml")
