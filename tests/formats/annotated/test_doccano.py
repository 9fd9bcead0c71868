"""doccano: two shapes, two units, and zip files with a file for each member."""

import json
import zipfile
from pathlib import Path

import pytest

from annotator.domain.flag import Flag
from annotator.formats import registry
from annotator.formats.import_map import ImportMap
from annotator.formats.incoming import Arrival
from annotator.formats.sources import Source, expand
from tests.formats.annotated.tool_files import (
    SAID,
    doccano,
    doccano_plain,
    links_of,
    words_of,
)
from tests.formats.difficult import EMOJI, read

TEXT = "Mayor Ruiz said the bridge will cost 4m euros."
FAMILY = "👩‍👩‍👧 Mayor Ruiz said the bridge will cost 4m euros."


def test_both_shapes_are_read() -> None:
    for content in (doccano(TEXT), doccano_plain(TEXT)):
        arrivals, problems, _ = read("all.jsonl", content)
        assert words_of(arrivals) == set(SAID)
        assert problems == []
        assert arrivals[0].article.outlet == "Harbour Post"


def test_a_pretty_printed_object_after_an_empty_line_is_read() -> None:
    content = b"\n" + json.dumps(json.loads(doccano(TEXT)), indent=2).encode()
    arrivals, problems, _ = read("example.json", content)
    assert links_of(arrivals) == {("SAID_BY", "CLAIM", "SOURCE")}
    assert problems == []


def test_without_words_the_unit_is_asked_for_and_nothing_comes_in() -> None:
    arrivals, problems, _ = read("all.jsonl", doccano(EMOJI))
    assert arrivals == []
    assert "utf16 and grapheme are possible. Say it with --offsets" in problems[0].reason
    assert "in utf16 all of them begin and end at words" in problems[0].reason


@pytest.mark.parametrize("unit", ["utf16", "grapheme"])
def test_what_was_told_is_the_unit(unit: str) -> None:
    content = doccano(FAMILY, unit=unit)
    arrivals, problems, _ = read("all.jsonl", content, ImportMap(offsets=unit))
    assert words_of(arrivals) == set(SAID)
    assert problems == []


def test_a_place_past_the_end_in_graphemes_tells_that_units_are_counted() -> None:
    text = f"{TEXT} 📰📰📰 Claim"
    labels = (*SAID, ("CLAIM", "Claim"))
    arrivals, problems, _ = read("all.jsonl", doccano(EMOJI) + doccano(text, labels))
    assert len(arrivals) == 2
    assert problems == []
    assert words_of(arrivals) == set(labels)


def test_members_of_a_zip_file_are_annotators(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("anna.jsonl", doccano(TEXT))
        archive.writestr("ben.jsonl", doccano_plain(TEXT))
        archive.writestr("all.jsonl", doccano_plain(TEXT))
    people = set()
    for source in expand([path]):
        assert isinstance(source, Source)
        for found in registry.read(source, annotator="ana"):
            assert isinstance(found, Arrival) or found.is_note
            if isinstance(found, Arrival):
                people |= {row[2] for row in found.annotations}
    assert people == {"anna", "ben", "ana"}


def test_categories_are_labels_of_the_article() -> None:
    arrivals, _, _ = read("all.jsonl", doccano_plain(TEXT, cats=["news"]))
    assert [(each.label, each.value) for each in arrivals[0].records] == [("category", "news")]  # type: ignore[union-attr]


def test_comments_are_a_flag_on_the_article_that_waits_for_an_answer() -> None:
    comments = ["Is it hers?", {"username": "ben", "text": "I think so."}, "", {"text": 3}]
    arrivals, problems, notes = read("all.jsonl", doccano_plain(TEXT, Comments=comments))
    (flag,) = (each for each in arrivals[0].records if isinstance(each, Flag))
    assert (flag.state, flag.target_id, flag.reason, flag.raised_by) == (
        "open", None, "guideline_question", "ana",
    )  # fmt: skip
    assert [(each.by, each.text) for each in flag.messages] == [
        ("ana", "Is it hers?"), ("ben", "I think so."),
    ]  # fmt: skip
    assert problems == []
    assert "comments became an open flag: 1." in notes[0].reason


def test_labels_in_the_numbers_of_the_first_versions_are_taken_as_names() -> None:
    example = {
        "id": 3, "text": TEXT, "meta": {}, "annotation_approver": None,
        "annotations": [{"label": 4, "start_offset": 0, "end_offset": 10, "user": 1}],
    }  # fmt: skip
    arrivals, problems, _ = read("all.jsonl", json.dumps(example).encode())
    assert words_of(arrivals) == {("4", "Mayor Ruiz")}
    assert problems == []
