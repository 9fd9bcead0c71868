"""The door: lock files, scripts, fonts and icons."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPen

from annotator import resources

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "packaging").glob("*.lock"))
RUNTIME = ROOT / "packaging" / "requirements.lock"
ALLOWED_ON_TOP = {"pyproject.toml", "README.md", "annotator", "resources", "tests", "packaging"}
MADE_BY_SCRIPTS = {"build", "dist"}
ICONS = [icon for icon in sorted(resources.path("icons").glob("*.svg")) if icon.stem != "annotator"]
FONTS = sorted(resources.path("fonts").glob("*.ttf"))


def requirements(lock: Path) -> list[str]:
    """The entries of a lock file, each with its hashes on one line."""
    joined = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.strip()]


def versions(lock: Path) -> set[str]:
    """The pinned releases with their markers, without hashes."""
    return {line.split(" --hash")[0].strip() for line in requirements(lock)}


def test_calls_that_return_nothing_take_no_reference_from_none():
    pen, thing = QPen(), QObject()
    before = sys.getrefcount(None)
    for number in range(1000):
        pen.setWidth(number)
        thing.setObjectName("name")
    assert sys.getrefcount(None) > before - 500


def test_no_package_hides_the_library_called_packaging():
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_the_top_level_holds_only_what_belongs_there():
    on_top = {entry.name for entry in ROOT.iterdir() if not entry.name.startswith(".")}
    assert on_top - MADE_BY_SCRIPTS == ALLOWED_ON_TOP


def test_there_are_three_lock_files():
    names = ["requirements-freeze.lock", "requirements-test.lock", "requirements.lock"]
    assert [lock.name for lock in LOCKS] == names


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_locked_requirement_has_a_version_and_a_hash(lock):
    exact = re.compile(r"[a-z0-9.-]+==[\w.]+( ; [^#]+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*")
    wrong = [line for line in requirements(lock) if not exact.fullmatch(line)]
    assert requirements(lock)
    assert wrong == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_lock_files_name_no_host_and_no_place_on_a_disk(lock):
    assert not re.search(r"://|--index|--find-links|--extra|@ |/", lock.read_text("utf-8"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_lock_file_holds_the_same_program(lock):
    assert versions(RUNTIME) <= versions(lock)


def test_python_3_11_never_gets_the_qt_that_breaks_it():
    old = [line for line in versions(RUNTIME) if "pyside6" in line and "< '3.12'" in line]
    assert len(old) == 1
    assert re.match(r"pyside6-essentials==6\.11\.", old[0])


@pytest.mark.parametrize("script", sorted((ROOT / "packaging").glob("*.sh")), ids=lambda s: s.name)
def test_every_script_can_be_read_by_a_plain_shell(script):
    subprocess.run(["sh", "-n", script], check=True, capture_output=True)


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_every_font_has_its_licence_beside_it(font):
    licence = font.with_name(font.stem.split("-")[0] + "-OFL.txt")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text(encoding="utf-8")


def test_the_fonts_are_small():
    assert FONTS
    assert sum(font.stat().st_size for font in FONTS) < 3_000_000


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_every_icon_takes_its_colour_from_the_theme(icon):
    drawing = icon.read_text(encoding="utf-8")
    assert 'stroke="currentColor"' in drawing
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawing)) <= {"none", "currentColor"}


def test_the_icons_have_their_licence_beside_them():
    assert "ISC License" in resources.path("icons", "LUCIDE-LICENSE.txt").read_text("utf-8")
