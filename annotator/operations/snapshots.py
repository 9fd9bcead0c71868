"""Exports that have a name, and what has changed in the project since one of them."""

import json
from collections import Counter
from dataclasses import dataclass, field

from annotator.domain.change import Change, Draft, articles_of
from annotator.domain.choice import Choice
from annotator.domain.errors import UserError
from annotator.operations.export_plan import ExportPlan
from annotator.operations.exporting import ExportReport
from annotator.operations.writing import commit
from annotator.storage import records, steps
from annotator.storage.project import Project

_PREFIX = "snapshot "


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An export under a name: with what command it was made, and how far the history was then."""

    name: str
    command: str
    clock: int
    lines: int
    annotations: int


@dataclass(slots=True)
class Since:
    """What was done since a snapshot: articles touched, and records by kind and what was done."""

    steps: int = 0
    articles: Counter[str] = field(default_factory=Counter)
    records: Counter[tuple[str, str]] = field(default_factory=Counter)


def remember(
    project: Project, name: str, plan: ExportPlan, report: ExportReport, *, annotator: str
) -> None:
    """Give the export just made a name; the same name again replaces it."""
    commit(project, named(project, name, plan, report), annotator=annotator)


def named(project: Project, name: str, plan: ExportPlan, report: ExportReport) -> Draft:
    """The draft that gives an export just made a name."""
    held = {
        "command": plan.command(),
        "clock": steps.last_clock(project),
        "lines": report.lines,
        "annotations": report.annotations,
    }
    choice = Choice(f"{_PREFIX}{name}", json.dumps(held, sort_keys=True))
    held_before = records.choice(project, choice.name)
    before = None if held_before is None else Choice(choice.name, held_before)
    return Draft("Name an export", (Change(before, choice),), is_undoable=False)


def all_of(project: Project) -> list[Snapshot]:
    """The snapshots of a project, by name."""
    found = records.select(project, Choice, "name LIKE ?", (f"{_PREFIX}%",))
    return [Snapshot(each.name.removeprefix(_PREFIX), **json.loads(each.value)) for each in found]


def since(project: Project, name: str) -> Since:
    """What has changed since an export.

    Raises:
        UserError: no export has this name.
    """
    known = {each.name: each for each in all_of(project)}
    if name not in known:
        names = ", ".join(sorted(known)) or "none yet"
        raise UserError(f"No export is called “{name}”. Choose one of: {names}.")
    found = Since()
    for step in steps.after(project, known[name].clock):
        changes = [each for each in step.changes if not isinstance(each.record, Choice)]
        found.steps += bool(changes)
        for change in changes:
            done = (
                "added"
                if change.before is None
                else "removed"
                if change.after is None
                else "changed"
            )
            found.records[change.record.kind, done] += 1
        found.articles.update({name for each in changes for name in articles_of(each.record)})
    return found
