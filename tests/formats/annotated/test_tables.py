"""Tables of annotations: with the text in each row, beside the table, or in the project."""

from pathlib import Path

import pytest

from annotator.formats import registry
from annotator.formats.annotated.tables import columns_of
from annotator.formats.import_map import ImportMap
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.sources import Source
from tests import builders
from tests.formats.annotated.tool_files import SAID, links_of, table, words_of
from tests.formats.difficult import EMOJI, read

ARTICLE = builders.article(EMOJI)
ROWS = (
    "article,annotator,id,label,start,end,fragments,words,attributes,note\r\n"
    'a1,anna,s1,SOURCE,2,12,,Mayor Ruiz,"{""source_type"": ""named_person""}",\r\n'
    "a1,anna,c1,CLAIM,18,47,18-28;39-47,the bridge 4m euros,,check the sum\r\n"
)


def of_file(path: Path) -> tuple[list[Arrival], list[Problem]]:
    known = {ARTICLE.id: ARTICLE}
    source = Source(str(path), path, size=path.stat().st_size, known=known.get)
    found = list(registry.read(source, annotator="ana"))
    return (
        [each for each in found if isinstance(each, Arrival)],
        [each for each in found if isinstance(each, Problem) and not each.is_note],
    )


def test_rows_about_an_article_of_the_project_need_no_text(tmp_path: Path) -> None:
    path = tmp_path / "labels-of-may.csv"
    path.write_text(ROWS, encoding="utf-8")
    arrivals, problems = of_file(path)
    assert problems == []
    assert words_of(arrivals) == {SAID[0], ("CLAIM", "the bridge 4m euros")}
    rows = arrivals[0].annotations
    assert [(row[0], row[8], row[10]) for row in rows] == [
        ("s1", '{"source_type":"named_person"}', ""), ("c1", "{}", "check the sum"),
    ]  # fmt: skip


def test_texts_relations_and_labels_of_articles_lie_beside(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_text(ROWS.replace("a1,", "b7,"), encoding="utf-8")
    (tmp_path / "articles.csv").write_text(f'id,title,text\r\nb7,Bridge,"{EMOJI}"\r\n', "utf-8")
    (tmp_path / "relations.csv").write_text(
        "article,annotator,id,label,from,to\r\nb7,anna,r1,SAID_BY,c1,s1\r\n", "utf-8"
    )
    (tmp_path / "labels.csv").write_text(
        "article,annotator,label,value\r\nb7,anna,genre,news\r\n", "utf-8"
    )
    arrivals, problems = of_file(path)
    assert problems == []
    assert arrivals[0].article.title == "Bridge"
    assert links_of(arrivals) == {("SAID_BY", "CLAIM", "SOURCE")}
    assert len(arrivals[0].records) == 1
    for name in ("relations.csv", "labels.csv"):
        assert of_file(tmp_path / name) == ([], [])


def test_an_unknown_article_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "labels.csv"
    path.write_text(ROWS.replace("a1,", "zz,"), encoding="utf-8")
    arrivals, problems = of_file(path)
    assert arrivals == []
    assert problems[0].count == 2
    assert "no such article" in problems[0].reason


def test_a_column_called_text_holds_the_words_or_the_article() -> None:
    words = f"doc,start,end,label,text\na1,2,12,SOURCE,Mayor Ruiz\n{'':1}"
    _, problems, _ = read("labels.csv", words.encode())
    assert "no such article" in problems[0].reason
    whole = f'doc,start,end,label,text\na1,2,12,SOURCE,"{EMOJI}"\n'
    arrivals, problems, _ = read("labels.csv", whole.encode())
    assert words_of(arrivals) == {SAID[0]}
    assert problems == []


def test_words_tell_that_a_browser_counted() -> None:
    arrivals, problems, _ = read("labels.csv", table(EMOJI, unit="utf16"))
    assert words_of(arrivals) == set(SAID)
    assert problems == []


def test_columns_that_mean_nothing_else_are_attributes() -> None:
    content = f'doc,article_text,start,end,label,certainty\na1,"{EMOJI}",18,47,CLAIM,hedged\n'
    arrivals, _, _ = read("labels.csv", content.encode())
    assert arrivals[0].annotations[0][8] == '{"certainty":"hedged"}'


@pytest.mark.parametrize(
    ("header", "is_one"),
    [
        ("article,label,start,end", True), ("Doc ID,Begin,Stop,Tag", True),
        ("id,title,text,published", False), ("start,end,label", False), ("text,start,label", False),
    ],
)  # fmt: skip
def test_a_table_of_annotations_is_known_by_its_columns(header: str, is_one: bool) -> None:
    assert (columns_of(header.split(",")) is not None) == is_one


def test_a_map_names_columns_of_any_language(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"Text;von;bis;Art\n{EMOJI};2;12;SOURCE\n", encoding="utf-8")
    fields = {"text": ("Text",), "start": ("von",), "end": ("bis",), "label": ("Art",)}
    arrivals, problems, _ = read("a.csv", path.read_bytes(), ImportMap(fields=fields))
    assert problems == []
    assert words_of(arrivals) == {SAID[0]}
    assert columns_of(["text", "start", "end", "label"], {"start": ()}) is None
