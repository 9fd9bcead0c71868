"""What readers of other tools' records share: the article of a task, and who worked on it."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.domain.identity import is_name
from annotator.domain.people import GOLD
from annotator.domain.progress import ADJUDICATED, FINISHED, STATUSES, ArticleLabel, Progress
from annotator.domain.suggestion import Suggestion
from annotator.formats.composing import Found, Origin, composed
from annotator.formats.fields import FieldsOfFile
from annotator.formats.foreign_work import ForeignWork, check_name, short
from annotator.formats.import_map import NOTHING_TOLD
from annotator.formats.incoming import Arrival, Companion, Problem
from annotator.formats.json_values import Refused
from annotator.formats.offset_units import Positions
from annotator.formats.record_lines import Layer
from annotator.formats.sources import Source


class TaskArticles:
    """Makes articles of the tasks of one file; an id that comes with another text is told apart."""

    def __init__(self, source: Source, format_id: str) -> None:
        self._source = source
        self._format_id = format_id
        self._fields = FieldsOfFile(source.told or NOTHING_TOLD)
        self._texts: dict[str, bytes] = {}

    def of(self, record: Mapping[str, Any], *, line: int | None) -> tuple[Arrival, str]:
        """The article that a record with its text and what is known of it describes.

        The text comes as it stands in the record too, for that is what offsets count in. Refused
        when there is no text.
        """
        found = self._fields.found_in(record)
        arrival = composed(self._plain(found), Origin(self._source, self._format_id, line))
        article = arrival.article
        digest = hashlib.sha256(article.text_sha256.encode()).digest()[:8]
        if arrival.has_own_id and self._texts.setdefault(article.id, digest) != digest:
            # Sentences of one article often bear its id.
            arrival = arrival.renamed()
        return arrival, found.text

    def notes(self) -> Iterator[Problem]:
        """What was guessed of the fields."""
        if note := self._fields.note(self._source):
            yield note

    def _plain(self, found: Found) -> Found:
        """The same without an id that cannot be one; tools let people write anything there."""
        if is_name(found.facts.get("id", "").strip() or "x"):
            return found
        return replace(found, facts={**found.facts, "id": ""})


@dataclass(slots=True)
class TaskLayers:
    """The work of several annotators on one article, as far as it could be read."""

    arrival: Arrival
    positions: Positions
    format_id: str
    reanchors: bool = False
    problems: list[str] = field(default_factory=list)
    records: list[Companion] = field(default_factory=list)
    works: dict[str, ForeignWork] = field(default_factory=dict)
    moved: list[str] = field(default_factory=list)
    suggestions: dict[tuple[str, ...], Suggestion] = field(default_factory=dict)

    def work_of(self, annotator: str) -> ForeignWork:
        """Where one annotator's work is gathered."""
        if annotator not in self.works:
            self.works[annotator] = self.work_for(annotator)
        return self.works[annotator]

    def work_for(self, annotator: str) -> ForeignWork:
        """Work that proves places like the rest and is no part of the layers."""
        return ForeignWork(
            self.arrival.article,
            annotator,
            format_id=self.format_id,
            positions=self.positions,
            reanchors=self.reanchors,
        )

    def finish(self, annotator: str, status: str = FINISHED) -> None:
        """Note how far an annotator is with the article."""
        if annotator == GOLD:
            status = ADJUDICATED
        self.records.append(Progress(self.arrival.article.id, annotator, status))

    def label_article(self, annotator: str, name: str, value: object) -> None:
        """Take a label of the whole article; `NAME=VALUE` tells its name, as our exports write."""
        own, _, chosen = value.partition("=") if isinstance(value, str) else ("", "", "")
        label, value = (own, chosen) if own.strip() and chosen.strip() else (name, value)
        try:
            check_name(str(value) if isinstance(value, str | int | float) else "", "value")
        except Refused as refusal:
            self.refuse(f"The label {short(value)}", refusal)
        else:
            article_id = self.arrival.article.id
            self.records.append(ArticleLabel(article_id, annotator, label, str(value)))

    def refuse(self, what: str, reason: Refused | str) -> None:
        """Note what could not come in."""
        self.problems.append(f"{what} is left out: {reason}.")

    def layer(self) -> Layer:
        """All of it, to be joined with other records of the article."""
        works = self.works.values()
        return Layer(
            self.arrival.article,
            self.arrival.raw,
            self.arrival.has_own_id,
            [row for work in works for row in work.annotations.values()],
            [row for work in works for row in work.relations.values()],
            [*dict.fromkeys(self.records), *self.suggestions.values()],
            self.problems,
            [*(reason for work in works for reason in work.moved), *self.moved],
        )


class PassedOver:
    """Counts what a reader passes over on purpose, and tells it once for a file."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._counts: Counter[str] = Counter()

    def add(self, what: str) -> None:
        """Count one more; `what` is a sentence that a number can end."""
        self._counts[what] += 1

    def notes(self) -> Iterator[Problem]:
        """One note for each kind."""
        for what, count in self._counts.items():
            yield Problem(self._source.name, None, f"{what}: {count:,}.", is_note=True, count=count)


def person_named(value: object, otherwise: str) -> str:
    """A name that a file gives for an annotator, or another where it gives none that can be one."""
    if type(value) is int:
        return f"user-{value}"
    return value.strip() if isinstance(value, str) and is_name(value.strip()) else otherwise


def status_of(value: object) -> str | None:
    """How far an annotator is, where a file of ours says it in our words."""
    return value if isinstance(value, str) and value in STATUSES else None


def reanchors(source: Source) -> bool:
    """Whether a person asked for annotations to move to where their words stand."""
    return bool(source.told and source.told.reanchors)


def whole(value: object) -> int | None:
    """A whole number, or None."""
    return value if type(value) is int else None
