"""Every text of the window can be read in every language that is shipped.

When one of these fails: python packaging/translations.py, then translate what it names.
"""

import json
import re
import runpy
import string
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from annotator import resources
from annotator.formats.incoming import Problem
from annotator.formats.registry import read
from annotator.formats.sources import Source
from annotator.settings import LANGUAGES

ROOT = Path(__file__).parents[2]
TOOL: dict[str, Any] = runpy.run_path(str(ROOT / "packaging" / "translations.py"))
texts = cache(TOOL["texts"])
FOLDER = resources.path("translations")
FILES = sorted(FOLDER.glob("*.ts"))
EACH_LANGUAGE = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def fields(text: str) -> list[str]:
    """The placeholders of a text: names, numbers, or nothing."""
    return [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]


def test_the_languages_of_the_settings_are_the_ones_that_are_shipped():
    shipped = {path.stem.removeprefix("annotator_") for path in FILES}
    assert shipped == set(LANGUAGES) - {"en"}


@EACH_LANGUAGE
def test_every_text_has_a_translation_and_no_translation_is_left_over(path: Path):
    held = TOOL["entries"](path)
    shown = texts()
    assert len(shown) > 500
    assert sorted(shown - set(held)) == []
    assert sorted(set(held) - shown) == []
    assert [text for text, words in held.items() if not words] == []


@EACH_LANGUAGE
def test_translations_have_the_placeholders_of_their_texts(path: Path):
    wrong = []
    for (_, text), words in TOOL["entries"](path).items():
        own, theirs = fields(text), fields(words)
        is_numbered = all(name.isdecimal() and int(name) < len(own) for name in theirs)
        if sorted(own) != sorted(theirs) and not (theirs and is_numbered):
            wrong.append((text, words))
    assert wrong == []


@EACH_LANGUAGE
def test_menus_and_labels_keep_a_letter_for_the_keyboard(path: Path):
    held = TOOL["entries"](path)
    letter = re.compile(r"&(\w)")
    for (context, text), words in held.items():
        assert bool(letter.search(text)) == bool(letter.search(words)), (context, text)
    menus = [
        letter.search(words)
        for (context, text), words in held.items()
        if context == "Actions" and letter.search(text)
    ]
    letters = [found[1].lower() for found in menus if found]
    assert len(letters) == len(set(letters)) > 4


@EACH_LANGUAGE
def test_patterns_of_files_are_the_same(path: Path):
    pattern = re.compile(r"\(\*[^)]*\)")
    for (_, text), words in TOOL["entries"](path).items():
        assert pattern.findall(text) == pattern.findall(words)


@EACH_LANGUAGE
def test_what_is_loaded_is_compiled_from_what_is_translated(path: Path, tmp_path: Path):
    fresh = tmp_path / "fresh.qm"
    TOOL["compile_file"](path, fresh)
    assert fresh.read_bytes() == path.with_suffix(".qm").read_bytes()


def test_the_patterns_of_the_core_are_those_of_its_source():
    held = json.loads((FOLDER / "core.json").read_text(encoding="utf-8"))
    assert held == list(TOOL["core_patterns"]())


@pytest.mark.parametrize(
    "line",
    [
        '{"text": 1}', "[1", '{"text": "a', "{}", '{"text": "a", "offset_unit": "byte"}',
        '{"text": "a", "id": "x", "spans": [{"start": 0, "end": 9, "label": "claim"}]}',
        '{"text": "a", "id": "x", "spans": [7], "labels": 1, "meta": 1, "flags": 2}',
        '{"text": "a", "schema": "annotator/99"}', '{"text": "a", "text": "b"}', "nothing of JSON",
    ],
)  # fmt: skip
def test_why_a_line_is_refused_can_be_told_in_every_language(line: str, tmp_path: Path):
    path = tmp_path / "in.jsonl"
    path.write_text(f"{line}\n", encoding="utf-8")
    told = [each for each in read(Source.of(path), annotator="ana") if isinstance(each, Problem)]
    assert told
    patterns = [
        re.compile("(.*?)".join(map(re.escape, each.split("{}"))), re.DOTALL)
        for each in TOOL["core_patterns"]()
    ]
    for each in told:
        assert any(pattern.fullmatch(each.reason) for pattern in patterns), each.reason


def test_qt_finds_no_text_that_was_not_collected(tmp_path: Path):
    found = tmp_path / "found.ts"
    subprocess.run(
        [
            Path(sys.executable).with_name("pyside6-lupdate"),
            *("-extensions", "py", ROOT / "annotator" / "gui", "-ts", found),
        ],
        check=True,
        capture_output=True,
    )
    # Functions that are lent a `tr` have no class of their own for Qt's tool.
    seen = {text for text in TOOL["entries"](found) if text[0]}
    assert sorted(seen - texts()) == []


def test_nothing_is_named_or_shown_in_english_only():
    shown = r"set(?:AccessibleName|AccessibleDescription|ToolTip|Text|WindowTitle|PlaceholderText)"
    literal = re.compile(shown + r"\(\s*[\"'](?!Annotator)[^\"']*[A-Za-z]{3}")
    found = [
        f"{path.name}: {match[0]}"
        for path in (ROOT / "annotator" / "gui").rglob("*.py")
        for match in literal.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_a_function_that_translates_in_a_named_context_is_called_as_the_tool_knows_it():
    # In `tr("Review", "merged")` the tool would take the context for the text.
    hidden = re.compile(r"(?<![\w.])_?tr\(\s*\"[^\"]*\",\s*\"")
    modules = (ROOT / "annotator" / "gui").rglob("*.py")
    assert [p.name for p in modules if hidden.search(p.read_text(encoding="utf-8"))] == []
