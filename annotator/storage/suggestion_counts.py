"""Counting suggestions: by engine, label, what became of them, and how that was decided."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.domain.suggestion import FATES
from annotator.storage.dashboard import MOST_CASES, Instance
from annotator.storage.project import Project


@dataclass(frozen=True, slots=True)
class SuggestionCount:
    """How many suggestions of one engine and label met one fate, decided in one mode."""

    engine: str
    label: str
    fate: str
    decision: str
    number: int


def of_suggestions(project: Project) -> tuple[SuggestionCount, ...]:
    """All suggestions of a project, everybody's, in numbers."""
    rows = project.rows(
        "SELECT engine, label, fate, decision, count(*) FROM suggestion GROUP BY 1, 2, 3, 4"
    )
    return tuple(SuggestionCount(*row) for row in rows)


def decided(project: Project, engine: str, label: str) -> list[Instance]:
    """Where suggestions of an engine were accepted, changed or rejected; `note` is the fate."""
    rows = project.rows(
        "SELECT article.id, title, annotator, label, suggestion.text, start, suggestion.end, "
        "suggestion.id, fate "
        "FROM suggestion JOIN article ON article.id = article_id "
        "WHERE engine = ? AND label = ? AND fate <> 'open' "
        "ORDER BY fate = 'accepted', article.number, start LIMIT ?",
        (engine, label, MOST_CASES),
    )
    return [Instance(*row) for row in rows]


def by_engine(counted: Iterable[SuggestionCount]) -> dict[str, dict[str, Mapping[str, int]]]:
    """Numbers by fate, by label, by engine; every fate is there."""
    found: defaultdict[str, dict[str, dict[str, int]]] = defaultdict(dict)
    for each in counted:
        fates = found[each.engine].setdefault(each.label, dict.fromkeys(FATES, 0))
        fates[each.fate] += each.number
    return {engine: dict(labels) for engine, labels in found.items()}


def by_decision(counted: Iterable[SuggestionCount]) -> dict[str, Mapping[str, int]]:
    """Numbers of those decided, by fate, by whether one at a time or by the page."""
    found: defaultdict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(FATES[1:], 0))
    for each in counted:
        if each.decision:
            found[each.decision][each.fate] += each.number
    return dict(found)
