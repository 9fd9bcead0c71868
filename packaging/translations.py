"""Brings the translations up to date: python packaging/translations.py.

Collects every text that a person reads, has Qt's own tool merge them into `annotator_XX.ts`, and
compiles those. Texts without a translation are named; they are shown in English until they have
one, written into the `.ts` file by hand or with Qt Linguist.
"""

import ast
import gc
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
GUI = ROOT / "annotator" / "gui"
CORE = "Core"
Text = tuple[str, str]
"""A context and a text in it."""

_WITH_TEXTS = ("domain", "text", "storage", "formats", "operations", "suggestions", "gui")
_OF_CORE = {
    **dict.fromkeys(
        ("UserError", "Draft", "Conflict", "DiskProblem", "ProjectBusy", "Refused"), (0,)
    ),
    **dict.fromkeys(("_refuse", "_skip"), (1,)),
    "refuse": (0, 1),
    "Problem": (2,),
}
"""What takes sentences of the core, or parts of one, and as which of its arguments."""
_SAYERS = ("problem_with", "_numbered", "_title", "_title_of")
"""What gives back a part of such a sentence."""
_LISTS = ("notes", "problems", "said")
"""What sentences of the core are appended to."""
_LENDING = re.compile(r"\.tr\b(?!\()")
"""How a class names its `tr` without calling it."""
_SAYING = re.compile(
    rf"\b({'|'.join(_OF_CORE)})\(|\b({'|'.join(_LISTS)})\.append\(|\bdef ({'|'.join(_SAYERS)})\("
)
"""Only a module in which one of these stands can hold a sentence of the core."""


def texts() -> set[Text]:
    """Every text of the window, and the sentences of the core as patterns."""
    with _reading():
        return _texts()


@contextmanager
def _reading() -> Iterator[None]:
    """While trees are read none is garbage, for which Python would search all again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        _tree.cache_clear()
        if was_on:
            gc.enable()


def _texts() -> set[Text]:
    modules = {path: _tree(path) for path in sorted(GUI.rglob("*.py"))}
    wrappers = {_module(path): dict(_wrappers(tree)) for path, tree in modules.items()}
    lending = [tree for path, tree in modules.items() if _LENDING.search(path.read_text("utf-8"))]
    lent = {name for tree in lending for name in _lenders(tree)}
    found: set[Text] = set()
    for path, tree in modules.items():
        known = {**dict(_borrowed(tree, wrappers)), **wrappers[_module(path)]}
        found |= _Collector(known, lent).of(tree)
    return found | set(_of_tables()) | {(CORE, each) for each in core_patterns()}


@cache
def core_patterns() -> tuple[str, ...]:
    """The sentences that the core writes, with `{}` for each value; and parts of them."""
    sys.path.insert(0, str(ROOT))
    from annotator.gui.imports.words import without_maps

    found: set[str] = set()
    for package in _WITH_TEXTS:
        for path in sorted((ROOT / "annotator" / package).rglob("*.py")):
            if _SAYING.search(path.read_text("utf-8")):
                found |= _Sentences(_tree(path)).found
    found |= {without_maps(each) for each in found}
    return tuple(sorted(each for each in found if _has_words(each)))


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """What `ast.walk` gives, in a third of its time, but for nodes in which nothing stands."""
    todo = deque([node])
    while todo:
        node = todo.popleft()
        yield node
        for name in node._fields:
            held = getattr(node, name, None)
            if isinstance(held, list):
                todo.extend(each for each in held if isinstance(each, ast.AST))
            elif isinstance(held, ast.AST) and held._fields:
                todo.append(held)


def update(language: str) -> list[str]:
    """Merge the texts into the file of a language and compile it; what has no translation."""
    target = FOLDER / f"annotator_{language}.ts"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.py"
        source.write_text(_as_source(texts()), encoding="utf-8")
        _run(
            "pyside6-lupdate", str(source), "-locations", "none", "-no-obsolete",
            "-source-language", "en", "-target-language", language, "-ts", str(target),
        )  # fmt: skip
    compile_file(target, target.with_suffix(".qm"))
    return [text for (_, text), words in entries(target).items() if not words]


def compile_file(source: Path, target: Path) -> None:
    """Make of a `.ts` file what the program loads."""
    _run("pyside6-lrelease", "-silent", str(source), "-qm", str(target))


def entries(path: Path) -> dict[Text, str]:
    """What a `.ts` file holds: a translation for each text, empty where it is unfinished."""
    found = {}
    from xml.etree import ElementTree as ET

    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - files of our own
        for message in context.iter("message"):
            translation = message.find("translation")
            is_done = translation is not None and translation.get("type") != "unfinished"
            words = translation.text if is_done and translation is not None else ""
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = words or ""
    return found


class _Collector(ast.NodeVisitor):
    """Finds the texts of one module."""

    def __init__(self, wrappers: dict[str, str], lent: set[str]) -> None:
        self._wrappers = wrappers
        self._lent = lent
        self._classes: list[str] = []
        self._constants: dict[str, str] = {}
        self._found: set[Text] = set()

    def of(self, tree: ast.Module) -> set[Text]:
        for node in tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                self._constants[node.targets[0].id] = "".join(_literals(node.value))
        self.visit(tree)
        return self._found

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = _name(node.func)
        is_method = isinstance(node.func, ast.Attribute)
        if name == "tr" and is_method and self._classes and node.args:
            self._add([self._classes[-1]], node.args[:1])
        elif name == "tr" and not is_method:
            self._add(sorted(self._lent), node.args[:1])
        elif name == "translate" and len(node.args) >= 2:
            context = node.args[0]
            known = self._constants.get(context.id, "") if isinstance(context, ast.Name) else ""
            self._add([known or "".join(_literals(context))], node.args[1:2])
        elif name == "ScreenRow":
            self._add(["Screens"], node.args[1:2])
        elif name in self._wrappers and not is_method:
            self._add([self._wrappers[name]], node.args)
        self.generic_visit(node)

    def _add(self, contexts: list[str], nodes: list[ast.expr]) -> None:
        for node in nodes:
            for text in _literals(node):
                self._found |= {(context, text) for context in contexts if context}


def _wrappers(tree: ast.Module) -> Iterator[Text]:
    """Functions that translate what they are given: their names, and the context."""
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef):
            continue
        given = {each.arg for each in node.args.args}
        for call in _walk(node):
            if isinstance(call, ast.Call) and _name(call.func) == "translate" and call.args[1:]:
                text = call.args[1]
                if isinstance(text, ast.Name) and text.id in given:
                    yield node.name, "".join(_literals(call.args[0]))


def _borrowed(tree: ast.Module, wrappers: dict[str, dict[str, str]]) -> Iterator[Text]:
    """Such functions of other modules, by the names under which they are used here."""
    for node in _walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in wrappers:
            for each in node.names:
                if each.name in wrappers[node.module]:
                    yield each.asname or each.name, wrappers[node.module][each.name]


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def _lenders(tree: ast.Module) -> Iterator[str]:
    """Classes that hand their `tr` to a function."""
    for node in _walk(tree):
        if isinstance(node, ast.ClassDef):
            for call in _walk(node):
                if isinstance(call, ast.Call) and any(
                    isinstance(each, ast.Attribute) and each.attr == "tr" for each in call.args
                ):
                    yield node.name


def _of_tables() -> Iterator[Text]:
    """Texts that stand in tables: commands, settings, words on keys."""
    sys.path.insert(0, str(ROOT))
    from annotator import settings
    from annotator.gui import actions, keys

    titles = [*(row.title for row in actions.ROWS), *actions.MENU_TITLES.values()]
    sections = [*actions.SECTIONS.values(), *actions.MENU_TITLES.values()]
    yield from ((actions.CONTEXT, each) for each in titles)
    yield from ((actions.CONTEXT, each.replace("&", "")) for each in sections)
    for setting in settings.SETTINGS:
        if setting.page:
            words = (setting.title, setting.help, *setting.names)
            yield from (("Settings", each) for each in words if each)
    yield from (("Settings", each) for each in settings.PAGES.values())
    yield from ((keys.CONTEXT, each) for each in keys.WORDS)


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


class _Sentences:
    """Finds what one module of the core says, wherever the words stand before they are said."""

    def __init__(self, tree: ast.Module) -> None:
        self.found: set[str] = set()
        whole = [*_walk(tree)]
        self._functions = {e.name: e for e in whole if isinstance(e, ast.FunctionDef)}
        own = dict(_assigned(tree.body))
        for function in (None, *self._functions.values()):
            nodes = whole if function is None else [*_walk(function)]
            self._known = {**own, **(dict(_assigned(nodes)) if function else {})}
            for call in nodes:
                if isinstance(call, ast.Call):
                    self._take(call)
            if function and function.name in _SAYERS:
                self.found |= set(self._returned(function))

    def _take(self, call: ast.Call) -> None:
        name = _name(call.func)
        numbers = _OF_CORE.get(name, ())
        if isinstance(call.func, ast.Attribute) and name == "append":
            numbers = (0,) if _name(call.func.value) in _LISTS else ()
        for number in numbers:
            for argument in call.args[number : number + 1]:
                self.found |= set(self._patterns(argument))

    def _patterns(self, node: ast.expr) -> Iterator[str]:
        """A sentence of the core with `{}` for its values."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            parts = (each.value if isinstance(each, ast.Constant) else "{}" for each in node.values)
            yield "".join(str(part) for part in parts)
            yield from self._parts(node)
        elif isinstance(node, ast.IfExp):
            yield from self._patterns(node.body)
            yield from self._patterns(node.orelse)
        elif isinstance(node, ast.Subscript):
            yield from self._patterns(node.value)
        elif isinstance(node, ast.Dict):
            for each in node.values:
                yield from self._patterns(each)
        elif isinstance(node, ast.Name):
            # A name is taken out while it is looked at: it may be made of itself.
            held = self._known.pop(node.id, None)
            if held is not None:
                yield from self._patterns(held)
                self._known[node.id] = held
        elif isinstance(node, ast.Call):
            yield from self._said_by(node)

    def _parts(self, node: ast.JoinedStr) -> Iterator[str]:
        """Sentences that stand within another one, under a name."""
        for each in node.values:
            if isinstance(each, ast.FormattedValue) and isinstance(each.value, ast.Name):
                held = self._known.get(each.value.id)
                if isinstance(held, ast.Constant | ast.JoinedStr):
                    yield from (words for words in self._patterns(held) if " " in words)

    def _said_by(self, call: ast.Call) -> Iterator[str]:
        """What a function of the module gives back, or a sentence that gets its values later."""
        if isinstance(call.func, ast.Attribute) and call.func.attr == "format":
            yield from self._patterns(call.func.value)
        elif (made := self._functions.get(_name(call.func))) is not None:
            for each in _walk(made):
                if isinstance(each, ast.Return) and isinstance(each.value, ast.JoinedStr):
                    yield from self._patterns(each.value)

    def _returned(self, function: ast.FunctionDef) -> Iterator[str]:
        for each in _walk(function):
            if isinstance(each, ast.Return) and each.value is not None:
                yield from self._patterns(each.value)


def _assigned(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, ast.expr]]:
    """What names stand for."""
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value


def _has_words(pattern: str) -> bool:
    return any(letter.isalpha() for letter in pattern.replace("{}", ""))


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _as_source(found: set[Text]) -> str:
    """The texts as Qt's tool reads them."""
    lines = ["from PySide6.QtCore import QCoreApplication"]
    lines += [
        f"QCoreApplication.translate({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})"
        for context, text in sorted(found)
    ]
    return "\n".join(lines) + "\n"


def _run(tool: str, *arguments: str) -> None:
    beside = Path(sys.executable).with_name(tool)
    program = str(beside) if beside.exists() else shutil.which(tool)
    if program is None:
        sys.exit(f"{tool} is missing. It comes with PySide6_Essentials.")
    subprocess.run([program, *arguments], check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    """Update every language that is shipped."""
    _of = set(_of_tables())  # also puts the program on the path
    from annotator.settings import LANGUAGES

    FOLDER.mkdir(exist_ok=True)
    core = json.dumps(core_patterns(), ensure_ascii=False, indent=0)
    (FOLDER / "core.json").write_text(core + "\n", encoding="utf-8")
    for language in sorted(set(LANGUAGES) - {"en"}):
        missing = update(language)
        print(f"{language}: {len(texts())} texts, {len(missing)} without a translation")
        for text in missing:
            print(f"  {text}")


if __name__ == "__main__":
    main()
