"""What every reader of other tools' files must do, whatever the tool."""

import json
from random import Random
from typing import Any

import pytest

from annotator.formats import registry
from annotator.formats.import_map import ImportMap
from annotator.formats.incoming import Arrival, Problem
from tests.chance import damaged, seeded
from tests.chance import value as any_value
from tests.formats.annotated.tool_files import (
    SAID,
    WRITTEN,
    links_of,
    told_for,
    words_of,
)
from tests.formats.difficult import EMOJI, read

TOOLS = sorted(WRITTEN)
PLAIN = "Mayor Ruiz said the bridge will cost 4m euros."

each_tool = pytest.mark.parametrize("tool", TOOLS)


def read_of(tool: str, text: str, labels: Any = SAID) -> tuple[list[Arrival], list[Problem]]:
    """A file of a tool with these labels, found by its content."""
    name, write = WRITTEN[tool]
    arrivals, problems, _ = read(name, write(text, labels), told_for(tool))
    return arrivals, problems


@each_tool
def test_the_emoji_sentence_comes_in_to_the_letter(tool: str) -> None:
    arrivals, problems = read_of(tool, EMOJI)
    assert problems == []
    assert [each.article.text for each in arrivals] == [EMOJI]
    assert words_of(arrivals) == set(SAID)
    assert {each.names_of for each in arrivals} == {tool}


@each_tool
def test_a_relation_leads_from_the_claim_to_its_source(tool: str) -> None:
    arrivals, _ = read_of(tool, PLAIN)
    expected = set() if tool == "csv" else {("SAID_BY", "CLAIM", "SOURCE")}
    assert links_of(arrivals) == expected


@each_tool
def test_the_format_is_found_by_the_content(tool: str) -> None:
    name, write = WRITTEN[tool]
    arrivals, _, _ = read(name, write(PLAIN))
    assert {each.article.format for each in arrivals} == {tool}


@each_tool
def test_bytes_that_are_no_text_are_refused_in_words(tool: str) -> None:
    name, _ = WRITTEN[tool]
    for content in (b"", b"\x00\x01", b"\xff\xfe\xfa", b"{}", b"[]", b"null", b"[" * 3000):
        arrivals, problems, _ = read(name, content, format_id=tool)
        assert arrivals == []
        assert all(each.reason.endswith((".", "…")) for each in problems)


@each_tool
@seeded(100)
def test_no_damage_of_a_file_breaks_its_reader(tool: str, chance: Random) -> None:
    name, write = WRITTEN[tool]
    content = damaged(write(EMOJI), chance, 4)
    arrivals, _, _ = read(name, content, told_for(tool), format_id=tool)
    words_of(arrivals)


def replaced(value: Any, chance: Random) -> Any:
    """The same JSON with some of its parts replaced."""
    if chance.random() < 0.07:
        return chance.choice((any_value(chance), *SAID[0]))
    if isinstance(value, dict):
        return {key: replaced(inner, chance) for key, inner in value.items()}
    return [replaced(inner, chance) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("tool", [tool for tool in TOOLS if tool != "csv"])
@seeded(150)
def test_no_value_in_an_unexpected_place_breaks_a_reader(tool: str, chance: Random) -> None:
    name, write = WRITTEN[tool]
    content = json.dumps(replaced(json.loads(write(EMOJI)), chance)).encode()
    arrivals, _, _ = read(name, content, told_for(tool), format_id=tool)
    words_of(arrivals)


@pytest.mark.parametrize("tool", [tool for tool in TOOLS if tool != "doccano"])
def test_a_place_that_holds_other_words_is_refused_with_both(tool: str) -> None:
    """Not of doccano, whose files repeat no words."""
    name, write = WRITTEN[tool]
    content = write(PLAIN).replace(b'"Mayor Ruiz"', b'"Mayor Lee"') if tool != "prodigy" else b""
    if tool == "prodigy":
        content = write(PLAIN).replace(b'"token_end": 1', b'"token_end": 4')
    _, problems, _ = read(name, content)
    reasons = " ".join(each.reason for each in problems)
    assert "'Mayor Ruiz'" in reasons
    assert "Mayor Lee" in reasons or "tokens" in reasons


@pytest.mark.parametrize("tool", ["labelstudio", "webannotation", "csv"])
def test_words_that_moved_are_found_again_only_when_asked(tool: str) -> None:
    name, write = WRITTEN[tool]
    shift = {"labelstudio": (b'"start": 0', b'"start": 1'), "csv": (b",0,10,", b",1,10,")}
    content = write(PLAIN).replace(*shift.get(tool, (b'"start": 0', b'"start": 1')))
    arrivals, problems, _ = read(name, content)
    assert words_of(arrivals) == {SAID[1]}
    assert any("[0, 10)" in each.reason for each in problems)
    arrivals, problems, _ = read(name, content, ImportMap(reanchors=True))
    assert words_of(arrivals) == set(SAID)
    assert problems == []
    assert len([reason for each in arrivals for reason in each.moved]) == 1


def test_every_tool_is_in_the_list_of_formats() -> None:
    known = {each.id: each for each in registry.FORMATS}
    for tool in TOOLS:
        assert known[tool].can_be_read
        assert known[tool].cannot_hold
        assert known[tool].offset_unit != "none"
