"""What names of other tools and columns of files mean in a project: told now, or kept before."""

import hashlib
import json
from collections.abc import Iterator

from annotator.domain.change import Change, Draft
from annotator.domain.choice import Choice
from annotator.domain.scheme import Scheme
from annotator.formats.import_map import ImportMap
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.name_map import NameMap, names_in
from annotator.formats.shapes import FieldMap, Shape, Shapes
from annotator.operations.library import chosen
from annotator.operations.name_maps import check_names, fitting_names
from annotator.operations.translating import NameLine, Translator
from annotator.storage import records
from annotator.storage.project import Project

_CHOICE = "names of {}"
_COLUMNS = "columns of "


class Translation:
    """Translates what arrives into the names of a project, whatever tool it is from.

    Raises UserError where a person told a name that the scheme lacks.
    """

    def __init__(self, project: Project, scheme: Scheme, *, told: ImportMap | None) -> None:
        self._project = project
        self._scheme = scheme
        self._told = told.names if told else NameMap()
        self._translators: dict[str, Translator] = {}
        check_names(self._told, scheme)

    def of(self, arrival: Arrival) -> Arrival:
        """An arrival with our names; one that has them is itself."""
        tool = arrival.names_of
        if not tool:
            return arrival
        if tool not in self._translators:
            kept = fitting_names(_kept(self._project, tool), self._scheme)
            names = self._told.over(kept)
            self._translators[tool] = Translator(self._scheme, names, trusts_ours=tool == "jsonl")
        return self._translators[tool].of(arrival)

    def problems(self, file: str) -> Iterator[Problem]:
        """What was refused for its name, since the last time."""
        for translator in self._translators.values():
            yield from translator.problems(file)

    def lines(self) -> dict[str, list[NameLine]]:
        """What became of the names of each tool."""
        return {tool: translator.lines() for tool, translator in self._translators.items()}


def kept_names(project: Project, format_id: str, told: ImportMap) -> Draft | None:
    """The draft that keeps what a person said now; None where there is nothing new to keep."""
    names = told.names.over(_kept(project, format_id))
    written = json.dumps(names.as_tables(), ensure_ascii=False, sort_keys=True)
    draft = chosen(project, _CHOICE.format(format_id), written)
    return draft if told.names and draft.changes else None


def kept_shapes(project: Project) -> Shapes:
    """What was said of columns in earlier imports; what is damaged there is as if never said."""
    read = (_read(each.value) for each in _choices(project, _COLUMNS))
    return Shapes(dict(each for each in read if each is not None))


def kept_columns(project: Project, shapes: Shapes) -> Draft | None:
    """The draft that keeps what a person says of columns now; None where nothing is new."""
    before = {each.name: each for each in _choices(project, _COLUMNS)}
    changes = []
    for shape, told in shapes.told.items():
        choice = _choice_of(shape, told)
        if before.get(choice.name) != choice:
            changes.append(Change(before.get(choice.name), choice))
    words = "Keep what columns hold"
    return Draft(words, tuple(changes), is_undoable=False) if changes else None


def forgotten(project: Project) -> Draft:
    """The draft that forgets what was said of names and columns before."""
    kept = [*_choices(project, _CHOICE.format("")), *_choices(project, _COLUMNS)]
    changes = tuple(Change(each, None) for each in kept)
    return Draft("Forget what names and columns mean", changes, is_undoable=False)


def _choices(project: Project, prefix: str) -> list[Choice]:
    return records.select(project, Choice, "substr(name, 1, ?) = ?", (len(prefix), prefix))


def _choice_of(shape: Shape, told: FieldMap) -> Choice:
    digest = hashlib.sha256(json.dumps(shape).encode()).hexdigest()[:16]
    written = {"columns": list(shape), **told.as_tables()}
    return Choice(_COLUMNS + digest, json.dumps(written, ensure_ascii=False, sort_keys=True))


def _read(written: str) -> tuple[Shape, FieldMap] | None:
    try:
        held = json.loads(written)
        fields = {name: tuple(map(str, places)) for name, places in held["fields"].items()}
        values = {name: dict(meanings) for name, meanings in held["values"].items()}
        return tuple(map(str, held["columns"])), FieldMap(fields, values)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _kept(project: Project, format_id: str) -> NameMap:
    written = records.choice(project, _CHOICE.format(format_id))
    try:
        tables = json.loads(written) if written else {}
    except ValueError:
        return NameMap()
    return names_in(tables, []) if isinstance(tables, dict) else NameMap()
