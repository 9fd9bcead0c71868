"""The house keeps its own rules: words, sizes, one library, no paths of any machine."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from annotator import domain

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "annotator").rglob("*.py"))
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (domain.__doc__ or "").splitlines()
    if line.startswith("|") and not line.startswith(("| word", "| ---"))
]
GLOSSARY = {row[0] for row in ROWS}
AVOIDED = {word.strip() for row in ROWS for word in row[2].split(",") if " " not in word.strip()}


class Definition(NamedTuple):
    """A class or a function of a module; its size in methods or in lines."""

    name: str
    is_class: bool
    size: int


@cache
def definitions(path: Path) -> tuple[Definition, ...]:
    return tuple(map(defined, below(ast.parse(path.read_text(encoding="utf-8")))))


def defined(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> Definition:
    if isinstance(node, ast.ClassDef):
        methods = sum(isinstance(each, ast.FunctionDef) for each in node.body)
        return Definition(node.name, is_class=True, size=methods)
    return Definition(node.name, is_class=False, size=(node.end_lineno or 0) - node.lineno + 1)


def below(node: ast.AST) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """What is defined inside, however deep; an expression defines nothing."""
    for field in ("body", "handlers", "orelse", "finalbody", "cases"):
        inside = getattr(node, field, ())
        for each in inside if isinstance(inside, list) else ():
            if isinstance(each, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                yield each
            yield from below(each)


def in_package(name: str) -> list[Path]:
    return [path for path in MODULES if path.is_relative_to(ROOT / "annotator" / name)]


def test_every_public_record_of_the_domain_is_in_the_glossary() -> None:
    public = {
        node.name
        for path in in_package("domain")
        # What reads scheme files is machinery, not a word of the field.
        if path.stem not in ("scheme_table", "scheme_places")
        for node in definitions(path)
        if node.is_class and not node.name.startswith("_")
    }
    assert public - GLOSSARY == set()
    assert GLOSSARY - public == set()


def test_no_avoided_word_names_a_class_of_the_core() -> None:
    core = [path for name in ("domain", "storage", "operations") for path in in_package(name)]
    names = {node.name for path in core for node in definitions(path) if node.is_class}
    assert not {name for name in names if name.lower() in AVOIDED}


def too_large(path: Path) -> Iterator[str]:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    if lines > 400:
        yield f"{path.relative_to(ROOT)}: {lines} lines"
    for node in definitions(path):
        if node.size > (40 if node.is_class else 60):
            yield f"{path.relative_to(ROOT)}: {node.name}: {node.size}"


def test_a_module_fits_into_the_head() -> None:
    assert len(MODULES) > 500
    assert [each for path in MODULES for each in too_large(path)] == []


def test_names_mean_something() -> None:
    says_nothing = re.compile(r"utils|helpers|misc|common|manager|handler")
    assert [str(path) for path in MODULES if says_nothing.search(path.stem)] == []


def test_the_tree_holds_no_path_of_a_machine() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    texts = (
        ROOT / name for name in tracked if name.endswith((".py", ".md", ".toml", ".sh", ".jsonl"))
    )
    pattern = re.compile(
        rf"{re.escape(str(Path.home()))}/|{re.escape(str(ROOT))}/|/home/\w+/|/Users/\w+/"
    )
    assert [path.name for path in texts if pattern.search(path.read_text(encoding="utf-8"))] == []


def test_one_module_only_names_the_sqlite_library() -> None:
    pattern = re.compile(r"^\s*(import|from)\s+(sqlite3|pysqlite3|apsw)\b|QtSql", re.MULTILINE)
    found = [path for path in MODULES if pattern.search(path.read_text(encoding="utf-8"))]
    assert found == [ROOT / "annotator" / "storage" / "sqlite.py"]
