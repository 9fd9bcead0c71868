"""What names of other tools mean in a project: told now, or kept from an earlier import."""

import json
from collections.abc import Iterator

from annotator.domain.change import Draft
from annotator.domain.scheme import Scheme
from annotator.formats.import_map import ImportMap
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.name_map import NameMap, names_in
from annotator.operations.library import chosen
from annotator.operations.name_maps import check_names, fitting_names
from annotator.operations.translating import NameLine, Translator
from annotator.storage import records
from annotator.storage.project import Project

_CHOICE = "names of {}"


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


def _kept(project: Project, format_id: str) -> NameMap:
    written = records.choice(project, _CHOICE.format(format_id))
    try:
        tables = json.loads(written) if written else {}
    except ValueError:
        return NameMap()
    return names_in(tables, []) if isinstance(tables, dict) else NameMap()
