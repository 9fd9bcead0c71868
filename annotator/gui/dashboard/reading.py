"""What the dashboard reads, in threads of its own."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.domain.relation import ATTRIBUTED_TO
from annotator.domain.scheme import Scheme
from annotator.storage import dashboard as stored
from annotator.storage import reviews, settled, suggestion_counts, team
from annotator.storage.dashboard import Instance, Numbers, Scope, Wanted
from annotator.storage.project import Project, open_project
from annotator.storage.settled import Difference
from annotator.storage.suggestion_counts import SuggestionCount

if TYPE_CHECKING:
    # NumPy comes with these; it is loaded when agreement is measured.
    from annotator.agreement.figure import Case
    from annotator.operations.agreement import Agreement

Report = Callable[[int], bool]
DAYS = (0, 7, 30, 90)
"""The periods to choose from, in days; 0 is all time."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Which labels of a scheme are statements and their sources, and what is counted by value."""

    statement: str = ""
    source: str = ""
    keyed: tuple[tuple[str, str], ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """Numbers with what became of suggestions, and of differences."""

    numbers: Numbers = field(default_factory=Numbers)
    suggestions: tuple[SuggestionCount, ...] = ()
    settled: Mapping[Difference, Mapping[str, int]] = field(default_factory=dict)


def roles_of(scheme: Scheme) -> Roles:
    """The parts that labels play, by the relation that credits a statement to its source."""
    kind = scheme.relation(ATTRIBUTED_TO)
    labels = [each.id for each in scheme.labels]
    keyed = [(e.id, e.keyed_attribute.id) for e in scheme.labels if e.keyed_attribute]
    closed = [
        (label.id, each.id)
        for label in scheme.labels
        for each in label.attributes
        if each.kind == "choice"
    ]
    return Roles(
        statement=next(iter(kind.sources), "") if kind else next(iter(labels), ""),
        source=next(iter(kind.targets), "") if kind else "",
        keyed=tuple(keyed),
        attributes=tuple(closed),
    )


def scope_of(people: tuple[str, ...], days: int) -> Scope:
    """A scope that reaches back so many days from now; 0 is all time."""
    since = int(time.time() * 1000) - days * 86_400_000 if days else 0
    return Scope(people, since)


def see(_: Report, path: Path, scope: Scope, roles: Roles, attribute: tuple[str, str]) -> Seen:
    """All numbers but agreement."""
    counted = (*roles.keyed, attribute) if any(attribute) else roles.keyed
    with open_project(path) as project, project.snapshot():
        numbers = stored.numbers(
            project, scope, attributes=tuple(dict.fromkeys(counted)),
            source=roles.source, statement=roles.statement,
        )  # fmt: skip
        return Seen(
            numbers, suggestion_counts.of_suggestions(project), settled.counts(project, scope)
        )


def measured(report: Report, path: Path, me: str) -> "Agreement":
    """Agreement of everybody, as the dashboard shows it; `report` hears percent.

    That articles came twice is for editors to know.
    """
    from annotator.operations import agreement

    with open_project(path) as project, project.snapshot():
        most = max(agreement.steps(project), 1)
        found = agreement.measure(project, report=lambda done: report(min(100 * done // most, 100)))
        return found if team.of_project(project).is_editor(me) else replace(found, intra=())


def cases(
    _: Report, found: "Agreement", layer: str, subject: str, people: Sequence[str]
) -> "list[Case]":
    """The cases behind a figure."""
    from annotator.agreement.cases import Cases

    return Cases(found.material).of(layer, subject, people)  # type: ignore[arg-type]


def in_sight(_: Report, path: Path, found: "list[Case]", me: str) -> "list[Case]":
    """The cases that somebody may see: none of articles that they still owe."""
    with open_project(path) as project, project.snapshot():
        is_hidden = reviews.hiding(project, me)
        return [case for case in found if not is_hidden(case.article_id, "")]


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a number: all of them, the first that are listed, those out of sight."""

    listed: list[Instance]
    total: int
    hidden: int = 0


def instances(
    _: Report, path: Path, scope: Scope, roles: Roles, key: tuple[object, ...], me: str
) -> Behind:
    """What stands behind a number: a key is its kind and what else it takes."""
    with open_project(path) as project, project.snapshot():
        wanted = key[1]
        if isinstance(wanted, Wanted):
            found = stored.instances(project, scope, wanted, me=me)
            return Behind(found, *stored.amounts(project, scope, wanted, me=me))
        found = _listed(project, scope, roles, key)
        is_hidden = reviews.hiding(project, me)
        seen = [e for e in found if not (e.note and is_hidden(e.article_id, e.annotator))]
        return Behind(seen, len(found), len(found) - len(seen))


def _listed(
    project: Project, scope: Scope, roles: Roles, key: tuple[object, ...]
) -> list[Instance]:
    match key:
        case ("articles", str(status)):
            return stored.articles_in(project, status)
        case ("day", str(day)):
            return stored.finished_on(project, scope, day)
        case ("settled", str(label), str(kind)):
            return settled.instances(project, scope, (label, kind))
        case ("suggestions", str(engine), str(label)):
            return suggestion_counts.decided(project, engine, label)
        case ("claims", int(count), bool(or_more)):
            return stored.articles_with(project, scope, roles.statement, count, or_more=or_more)
    raise LookupError(key)


def titles(_: Report, path: Path) -> dict[str, str]:
    """The titles of all articles by their ids."""
    with open_project(path) as project:
        return dict(project.rows("SELECT id, title FROM article"))
