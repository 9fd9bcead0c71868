"""Plain text in, to the letter, or one sentence why not."""

import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.article import Structure
from annotator.domain.errors import UserError
from annotator.formats import registry
from annotator.formats.articles import txt
from annotator.formats.decoding import MOST_BYTES, id_from_name
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.sources import Source


def arrival(content: bytes) -> Arrival:
    source = Source("note.txt", member="note.txt", stream=io.BytesIO(content), size=len(content))
    (found,) = txt.read(source, annotator="ana")
    assert isinstance(found, Arrival)
    return found


def refusal(content: bytes, *, size: int | None = None) -> str:
    source = Source("note.txt", member="note.txt", stream=io.BytesIO(content), size=size)
    (found,) = registry.read(source, annotator="ana")
    assert isinstance(found, Problem)
    assert "Nothing was" in found.reason
    return found.reason


def test_the_text_is_kept_but_for_bom_and_line_ends() -> None:
    content = "\ufeffA\r\nb\rc\u2028d\u00a0 e\u0301 📰\n".encode()
    found = arrival(content)
    assert found.article.text == "A\nb\nc\u2028d\u00a0 e\u0301 📰\n"
    assert found.raw == content
    assert found.article.raw_sha256 == hashlib.sha256(content).hexdigest()
    assert found.article.text_sha256 == hashlib.sha256(found.article.text.encode()).hexdigest()


def test_bytes_that_are_just_the_text_are_not_kept_twice() -> None:
    assert arrival("Ruiz said so 📰.\n".encode()).raw is None


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_a_mark_is_read(encoding: str) -> None:
    found = arrival(("\ufeff" + "Mayor 📰\r\nRuiz").encode(encoding))
    assert (found.article.text, found.article.encoding) == ("Mayor 📰\nRuiz", "utf-16")


def test_the_first_line_that_is_the_title_is_the_headline() -> None:
    article = arrival(b"No products in the cart.\nMayor Defies Council\n\nShe said no.").article
    assert article.title == "Mayor Defies Council"
    (headline,) = article.structure
    assert headline == Structure("headline", 25, 45, 1)


def test_a_text_that_begins_with_a_sentence_has_no_headline() -> None:
    article = arrival(b"It rained all day.").article
    assert (article.title, article.structure) == ("It rained all day.", ())


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", "\ufeff\u200b\u2060 \xa0".encode()])
def test_a_text_with_nothing_to_see_is_refused(content: bytes) -> None:
    assert "no visible character" in refusal(content)


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"before\0after",
        b"\xff\xfea",
        b"\xff\xfe" + b"\x3d\xd8",
        "\ufeffa\0b".encode("utf-16-le"),
        b"\xed\xa0\xbd",
    ],
    ids=["picture", "NUL", "odd UTF-16", "half a pair", "NUL in UTF-16", "encoded surrogate"],
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    assert refusal(content)


def test_a_file_of_200_mb_is_refused_unread() -> None:
    assert "too big" in refusal(b"never looked at", size=200_000_000)


def test_a_stream_without_end_is_refused() -> None:
    assert "too big" in refusal(b"a" * (MOST_BYTES + 1))


def test_a_text_of_more_than_five_million_characters_is_refused() -> None:
    assert "5,000,001 characters" in refusal(b"a" * 5_000_001)


def test_an_unreadable_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"gone\.txt cannot be read"):
        Source.of(tmp_path / "gone.txt")


@pytest.mark.parametrize(
    ("stem", "article_id"),
    [
        ("000_7939-a.b", "000_7939-a.b"),
        ("Müllers Brücke (final)", "Müllers-Brücke-final"),
        ("../../etc", "etc"),
        ("\u202egpj", "gpj"),
        ("!!!", "a-0123456789ab"),
        ("", "a-0123456789ab"),
    ],
)
def test_plain_names_become_ids_as_they_are(stem: str, article_id: str) -> None:
    assert id_from_name(stem, text_sha256="0123456789abcdef") == article_id


@given(st.binary(max_size=200))
def test_any_bytes_give_an_article_or_a_sentence(content: bytes) -> None:
    source = Source("x.txt", member="x.txt", stream=io.BytesIO(content))
    *_, found = registry.read(source, annotator="ana")
    if isinstance(found, Arrival):
        raw = found.article.text.encode() if found.raw is None else found.raw
        assert raw == content
    else:
        assert found.reason.count("\n") == 0
