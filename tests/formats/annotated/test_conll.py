"""CoNLL columns: every way to write tags, with and without the text beside them."""

import tracemalloc
from pathlib import Path

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.formats import registry
from annotator.formats.incoming import Arrival
from annotator.formats.sources import expand
from tests.formats.annotated.foreign_files import Read, read_file
from tests.formats.difficult import COMBINING, EMOJI, RIGHT_TO_LEFT

IOB2 = """-DOCSTART- -X- -X- O

📰 -X- -X- O
Mayor -X- -X- B-SOURCE
Ruiz -X- -X- I-SOURCE
said -X- -X- O
the -X- -X- B-CLAIM
bridge -X- -X- I-CLAIM
will -X- -X- I-CLAIM
cost -X- -X- I-CLAIM
4 -X- -X- I-CLAIM
m -X- -X- I-CLAIM
euros -X- -X- I-CLAIM
. -X- -X- O

"""


def read_columns(folder: Path, content: str, *, name: str = "a1.conll") -> Read:
    (folder / name).write_bytes(content.encode())
    return read_file(folder / name)


@pytest.mark.parametrize("name", ["a1.conll", "a1.txt", "a1.bio"])
def test_the_text_is_put_together_from_the_tokens_and_said_so(tmp_path, name):
    read = read_columns(tmp_path, IOB2, name=name)
    assert read.text == "📰 Mayor Ruiz said the bridge will cost 4 m euros ."
    assert read.marks == {("SOURCE", "Mayor Ruiz"), ("CLAIM", "the bridge will cost 4 m euros")}
    assert "read as IOB2" in read.notes[0]
    assert "put together from the tokens" in read.notes[1]


def test_tokens_are_found_in_the_text_beside_the_file(tmp_path):
    (tmp_path / "a1.txt").write_bytes(f"{EMOJI}\r\n".encode())
    read = read_columns(tmp_path, IOB2.replace("\n", "\r\n"))
    assert read.text == f"{EMOJI}\n"
    assert read.marks == {("SOURCE", "Mayor Ruiz"), ("CLAIM", "the bridge will cost 4m euros")}


def test_texts_of_many_articles_lie_in_one_file(tmp_path):
    texts = [{"id": "x 1", "text": EMOJI}, {"id": "y", "text": "Other (text)"}]
    (tmp_path / "texts.jsonl").write_bytes(b"".join(orjson.dumps(e) + b"\n" for e in texts))
    second = "-DOCSTART-\t(y)\n\nOther\tO\n(\tO\ntext\tB-CLAIM\n)\tO\n\n"
    first = IOB2.replace("-DOCSTART- -X- -X- O", "-DOCSTART- (x 1) -X- O")
    read = read_columns(tmp_path, first + second)
    assert [(each.article.id, each.article.text) for each in read.arrivals] == [
        ("x 1", EMOJI), ("y", "Other (text)"),
    ]  # fmt: skip
    assert [row[7] for row in read.arrivals[1].annotations] == ["text"]


def test_a_text_that_is_another_is_not_used(tmp_path):
    (tmp_path / "a1.txt").write_text("Something else", "utf-8")
    read = read_columns(tmp_path, IOB2)
    assert "does not stand in the text beside the file" in read.problems[0]
    assert read.text.startswith("📰 Mayor Ruiz said")


@pytest.mark.parametrize(
    ("tags", "scheme"),
    [
        (["I-A", "B-A", "I-A", "O", "I-B"], "IOB1"),
        (["B-A", "B-A", "I-A", "O", "B-B"], "IOB2"),
        (["U-A", "B-A", "L-A", "O", "U-B"], "BILOU"),
        (["S-A", "B-A", "E-A", "O", "S-B"], "BIOES"),
    ],
)
def test_each_way_to_write_tags_says_the_same(tmp_path, tags, scheme):
    rows = [f"w{number}\t{tag}" for number, tag in enumerate(tags)]
    read = read_columns(tmp_path, "\n".join(rows))
    assert f"read as {scheme}" in read.notes[0]
    assert read.marks == {("A", "w0"), ("A", "w1 w2"), ("B", "w4")}


def test_a_run_of_iob1_ends_with_its_sentence(tmp_path):
    read = read_columns(tmp_path, "a\tI-P\n\nb\tI-P\n")
    assert read.marks == {("P", "a"), ("P", "b")}


def test_each_column_of_tags_is_a_layer_and_phrases_of_2003_are_none(tmp_path):
    rows = "Ruiz\tB-source\tB-target\nsaid\tO\tO\n"
    assert read_columns(tmp_path, rows).marks == {("source", "Ruiz"), ("target", "Ruiz")}
    rows = "U.N. NNP I-NP I-ORG\nofficial NN I-NP O\n"
    assert read_columns(tmp_path, rows).marks == {("ORG", "U.N.")}


def test_marks_and_scripts(tmp_path):
    words = [*COMBINING.split(), *RIGHT_TO_LEFT.split()]
    (tmp_path / "a1.txt").write_text(f"{COMBINING}\n{RIGHT_TO_LEFT}", "utf-8")
    rows = "\n".join(f"{word}\t{'B-X' if n in (0, 5) else 'O'}" for n, word in enumerate(words))
    read = read_columns(tmp_path, rows)
    assert read.text == f"{COMBINING}\n{RIGHT_TO_LEFT}"
    assert read.marks == {("X", "Cafe\u0301"), ("X", words[5])}


def test_a_hash_sign_is_a_token_where_it_has_tags(tmp_path):
    assert read_columns(tmp_path, "# sent_id = 1\n# O\ntag B-X\n").text == "# tag"


@pytest.mark.parametrize("content", ["", "no columns at all\n", "a\tNN\nb\tVB\n", "\n\n"])
def test_a_file_without_tags_is_refused_in_words(tmp_path, content):
    read = read_columns(tmp_path, content)
    assert read.arrivals == []
    assert "no columns of tags" in read.problems[0]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.sampled_from(["O", "B-A", "I-A", "L-A", "U-B", "-X-", "", "X-"]), st.text()
            ),
            max_size=4,
        ),
        max_size=8,
    )
)
def test_whatever_the_columns_hold_ends_in_words(tmp_path, rows):
    content = "\n".join("\t".join(row) for row in rows)
    (tmp_path / "a1.conll").write_bytes(content.encode("utf-8", "surrogatepass"))
    read_file(tmp_path / "a1.conll")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("word O\n" + "word " * 1_001, "Line 2 has more than 1,000 columns"),
        ("word O\n" + "x" * 1_000_001, "Line 2 has more than 1,000,000 characters"),
    ],
)
def test_a_text_that_is_no_columns_is_refused_in_a_sentence(tmp_path, content, reason):
    read = read_columns(tmp_path, content)
    assert not read.arrivals
    (problem,) = read.problems
    assert reason in problem
    assert "Nothing was imported from it." in problem


def test_the_name_of_an_article_is_looked_for_once_in_its_line(tmp_path):
    read = read_columns(tmp_path, "-DOCSTART- " + "(" * 900_000 + "\n\nRuiz B-SOURCE\n")
    assert read.marks == {("SOURCE", "Ruiz")}


def test_a_file_of_many_articles_takes_the_memory_of_one(tmp_path):
    article = "-DOCSTART- X O\n\nMayor NNP B-SOURCE\n" + "said VBD O\n" * 100 + "\n"
    path = tmp_path / "many.conll"
    path.write_text(article * 60)
    (source,) = expand([path])
    read_columns(tmp_path, "Mayor B-SOURCE\n")  # what is imported on the way is there now
    tracemalloc.start()
    try:
        arrivals = sum(isinstance(e, Arrival) for e in registry.read(source, annotator="ana"))
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert arrivals == 60
    assert most < 8 * path.stat().st_size
