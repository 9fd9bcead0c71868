"""Reading who works in a project, on what, and how far they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.domain.article import Article
from annotator.domain.change import Change, Draft
from annotator.domain.people import EDITOR, GOLD, REPEAT_OF, Annotator, Assignment
from annotator.domain.progress import FINISHED, IN_PROGRESS
from annotator.storage import articles, records
from annotator.storage.project import Project


@dataclass(frozen=True, slots=True)
class Share:
    """What one person was given, and how far they are with all that they do."""

    assigned: int = 0
    left: int = 0
    finished: int = 0
    in_progress: int = 0


@dataclass(frozen=True, slots=True)
class Team:
    """Everybody in a project, by id, and everything that was assigned.

    `copies` are the articles made as hidden repeats, also those that nobody has any more.
    """

    people: tuple[Annotator, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    copies: frozenset[str] = frozenset()

    def after(self, changes: Iterable[Change]) -> "Team":
        """The team once changes are made, such as those that are not on the disk yet."""
        people = {each.id: each for each in self.people}
        given = {each.key: each for each in self.assignments}
        copies = set(self.copies)
        for change in changes:
            record = change.record
            if isinstance(record, Annotator):
                _replaced(people, record.id, change.after)
            elif isinstance(record, Assignment):
                _replaced(given, record.key, change.after)
            elif isinstance(record, Article) and REPEAT_OF in record.extra:
                copies.add(record.id)
        ordered = sorted(people.values(), key=lambda each: each.id)
        return Team(tuple(ordered), tuple(given.values()), frozenset(copies))

    def person(self, name: str) -> Annotator | None:
        """Somebody by id."""
        return next((each for each in self.people if each.id == name), None)

    def is_editor(self, name: str) -> bool:
        """Whether somebody may judge the work of others."""
        person = self.person(name)
        return person is not None and person.role == EDITOR

    def assigned_to(self, name: str) -> list[Assignment]:
        """What somebody is to do, in the order of their queue."""
        own = (each for each in self.assignments if each.annotator == name)
        return sorted(own, key=lambda each: (each.place, each.article_id))


def _replaced(held: dict[Any, Any], key: object, after: object) -> None:
    held.pop(key, None)
    if after is not None:
        held[key] = after


def of_project(project: Project, *, waiting: Sequence[Draft] = ()) -> Team:
    """The people of a project and what they were given, with what is not on the disk yet."""
    people = tuple(records.annotators(project))
    assignments = tuple(records.select(project, Assignment))
    team = Team(people, assignments, articles.copies(project))
    return team.after(change for draft in waiting for change in draft.changes)


def shares(project: Project) -> dict[str, Share]:
    """How far each annotator is, by id; those who were given nothing too."""
    assigned = dict(project.rows("SELECT annotator, count(*) FROM assignment GROUP BY annotator"))
    left = dict(
        project.rows(
            "SELECT annotator, count(*) FROM assignment WHERE NOT EXISTS (SELECT 1 FROM progress "
            "WHERE progress.article_id = assignment.article_id "
            "AND progress.annotator = assignment.annotator AND status = ?) GROUP BY annotator",
            (FINISHED,),
        )
    )
    begun = {
        (name, status): number
        for name, status, number in project.rows(
            "SELECT annotator, status, count(*) FROM progress GROUP BY annotator, status"
        )
    }
    names = {each.id for each in records.annotators(project)} | assigned.keys()
    return {
        name: Share(
            assigned.get(name, 0),
            left.get(name, 0),
            begun.get((name, FINISHED), 0),
            begun.get((name, IN_PROGRESS), 0),
        )
        for name in sorted(names | {name for name, _ in begun})
    }


def finished(project: Project) -> dict[str, list[str]]:
    """Who finished which article, by the ids of articles; not the adjudicated layer."""
    found: dict[str, list[str]] = {}
    statement = "SELECT article_id, annotator FROM progress WHERE status = ? ORDER BY 1, 2"
    for article_id, annotator in project.rows(statement, (FINISHED,)):
        if annotator != GOLD:
            found.setdefault(article_id, []).append(annotator)
    return found


def repeats(project: Project) -> list[Assignment]:
    """The hidden repeats: each names its copy, the person, and in `repeats` the first time."""
    return records.select(project, Assignment, "repeats <> ''")
