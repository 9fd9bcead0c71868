"""Suggestions that a file brings along: those that are new, and that the scheme allows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotator.domain.annotation import Annotation
from annotator.domain.scheme import Scheme
from annotator.domain.suggestion import Suggestion
from annotator.formats.incoming import Arrival
from annotator.operations.ends import without_faulty
from annotator.storage import records
from annotator.storage.project import Project


class IncomingSuggestions:
    """Knows what was proposed or labelled before, which is not proposed again."""

    def __init__(self, project: Project, scheme: Scheme) -> None:
        self._project = project
        self._scheme = scheme
        self._came: set[tuple[str, ...]] = set()

    def parted(self, arrival: Arrival) -> tuple[Arrival, list[Suggestion]]:
        """An arrival without its suggestions, and those of them that are new."""
        given = [each for each in arrival.records if isinstance(each, Suggestion)]
        if not given:
            return arrival, []
        rest = [each for each in arrival.records if not isinstance(each, Suggestion)]
        return replace(arrival, records=rest), self._fresh(given, arrival)

    def _fresh(self, given: Sequence[Suggestion], arrival: Arrival) -> list[Suggestion]:
        there = {who: set(self._there(arrival, who)) for who in {each.annotator for each in given}}
        return [
            allowed
            for each in given
            if (each.label, each.fragments) not in there[each.annotator]
            and (allowed := self._allowed(each)) is not None
        ]

    def _there(self, arrival: Arrival, annotator: str) -> Iterator[object]:
        """What an annotator has on an article, or was proposed to them."""
        own = ("article_id = ? AND annotator = ?", (arrival.article.id, annotator))
        for mark in records.select(self._project, Annotation, *own):
            yield mark.label, mark.fragments
        for proposed in records.select(self._project, Suggestion, *own):
            yield proposed.label, proposed.fragments

    def _allowed(self, each: Suggestion) -> Suggestion | None:
        """A suggestion as the scheme allows it; None where it came before in this import."""
        label = self._scheme.label(each.label)
        if label is None or each.key in self._came:
            return None
        self._came.add(each.key)
        if not self._scheme.attribute_problems(label.id, each.attributes):
            return each
        return replace(each, attributes=without_faulty(each.attributes, label))
