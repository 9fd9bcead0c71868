"""What a person chose is kept, and a damaged file of it harms nothing."""

import os
import sys
from pathlib import Path

import pytest

from annotator.settings import FILE, JsonFile, Settings


def test_only_what_differs_is_kept_and_comes_back(tmp_path: Path):
    chosen = Settings(tmp_path)
    chosen.choose("text_size", 20)
    chosen.choose("theme", "dark")
    chosen.reset("theme")
    assert JsonFile(tmp_path / FILE).read() == {"text_size": 20}
    assert Settings(tmp_path).number("text_size") == 20


@pytest.mark.parametrize(
    "held",
    [
        "[",
        "null",
        "[" * 100_000,
        '{"text_size": 1e999, "theme": ["dark"]}',
        '{"text_size": true, "theme": "pink"}',
        '{"text_size": 99999999999999999999}',
    ],
)
def test_what_is_damaged_or_cannot_be_is_the_default(tmp_path: Path, held: str):
    (tmp_path / FILE).write_text(held, encoding="utf-8")
    assert Settings(tmp_path).number("text_size") == 18
    assert Settings(tmp_path).text("theme") == "system"


def test_a_value_that_does_not_fit_is_not_taken(tmp_path: Path):
    chosen = Settings(tmp_path)
    chosen.choose("text_size", 200)
    chosen.choose("theme", "pink")
    assert not (tmp_path / FILE).exists()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are text there")
def test_names_of_files_that_are_no_text_come_back(tmp_path: Path):
    name = os.fsdecode(b"/srv/pil\xf8t.annotator")
    JsonFile(tmp_path / "recent.json").write({"projects": [name, "Brücke 🌉"]})
    assert JsonFile(tmp_path / "recent.json").read() == {"projects": [name, "Brücke 🌉"]}
