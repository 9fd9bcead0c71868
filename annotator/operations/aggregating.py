"""All annotators' work on an article as one: how many of them made each annotation."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.domain.json import Json
from annotator.domain.progress import FINISHED, IN_PROGRESS, ArticleLabel
from annotator.formats import columns as at
from annotator.formats.datasets.proof import ANNOTATION, RELATION, attributes_text
from annotator.formats.datasets.work import Votes, Work
from annotator.formats.datasets.writing import Loss
from annotator.formats.incoming import AnnotationRow, RelationRow
from annotator.storage.columns import from_text, to_text

_Key = tuple[str, str]
"""What makes two people's annotations the same: label and fragments."""


def together(works: Sequence[Work]) -> Work:
    """The works of several annotators on one article as one, with the votes for each part.

    Two annotations are the same when their label and fragments are. An attribute has the value that
    most of those gave who made the annotation, ties by the order of values; so has an article
    label. An annotator who made it twice votes once. Notes, flags, verdicts and stances belong to
    one person and are left.
    """
    counted = _Together(works)
    finished = all(each.status == FINISHED for each in works)
    return Work(
        works[0].article,
        "",
        FINISHED if finished else IN_PROGRESS,
        counted.annotations(),
        counted.relations(),
        labels=counted.labels(),
        votes=counted.votes,
    )


def majority(work: Work) -> tuple[Work, list[Loss]]:
    """What at least half of the annotators made, for formats without votes; the rest is lost."""
    weak = {name for name, each in work.votes.items() if each.votes * 2 < each.of}
    losses = [
        Loss(
            work.article.id,
            work.annotator,
            kind,
            row[at.ID],
            "Fewer than half of the annotators made it.",
        )
        for kind, rows in ((ANNOTATION, work.annotation_rows), (RELATION, work.relation_rows))
        for row in rows
        if row[at.ID] in weak
    ]
    annotations = [row for row in work.annotation_rows if row[at.ID] not in weak]
    relations = [row for row in work.relation_rows if row[at.ID] not in weak]
    return replace(work, annotation_rows=annotations, relation_rows=relations), losses


class _Together:
    def __init__(self, works: Sequence[Work]) -> None:
        self._works = works
        self.votes: dict[str, Votes] = {}
        self._made: dict[_Key, dict[str, AnnotationRow]] = defaultdict(dict)
        for work in works:
            for row in work.annotation_rows:
                self._made[row[at.LABEL], row[at.FRAGMENTS]].setdefault(work.annotator, row)
        ordered = sorted(self._made, key=self._place)
        self._ids = {key: f"g{number}" for number, key in enumerate(ordered, start=1)}

    def _place(self, key: _Key) -> tuple[int, int, str, str]:
        row = next(iter(self._made[key].values()))
        return (row[at.START], row[at.END], *key)

    def annotations(self) -> list[AnnotationRow]:
        """One row for all who made the same."""
        return [self._annotation(key, name) for key, name in self._ids.items()]

    def _annotation(self, key: _Key, name: str) -> AnnotationRow:
        rows = self._made[key]
        values = _values(from_text(row[at.ATTRIBUTES]) for row in rows.values())
        self.votes[name] = Votes(len(rows), len(self._works), values)
        attributes = to_text(_most(from_text(row[at.ATTRIBUTES]) for row in rows.values()))
        first = next(iter(rows.values()))
        return (name, first[at.ARTICLE], "", *first[3:8], attributes, "aggregate", "")

    def relations(self) -> list[RelationRow]:
        """One row for all who joined the same by the same."""
        made: dict[tuple[str, str, str], dict[str, RelationRow]] = defaultdict(dict)
        for work in self._works:
            ends = {
                row[at.ID]: self._ids[row[at.LABEL], row[at.FRAGMENTS]]
                for row in work.annotation_rows
            }
            for row in filter(at.is_inner, work.relation_rows):
                if row[at.FROM] in ends and row[at.TO] in ends:
                    key = (row[at.LABEL], ends[row[at.FROM]], ends[row[at.TO]])
                    made[key].setdefault(work.annotator, row)
        return [
            self._relation(f"h{number}", key, made[key])
            for number, key in enumerate(sorted(made), start=1)
        ]

    def _relation(
        self, name: str, key: tuple[str, str, str], rows: Mapping[str, RelationRow]
    ) -> RelationRow:
        values = _values(from_text(row[at.RELATION_ATTRIBUTES]) for row in rows.values())
        self.votes[name] = Votes(len(rows), len(self._works), values)
        article_id = self._works[0].article.id
        attributes = to_text(_most(from_text(row[at.RELATION_ATTRIBUTES]) for row in rows.values()))
        return (name, article_id, "", *key, article_id, attributes)

    def labels(self) -> list[ArticleLabel]:
        """The value of each article label that most gave."""
        given: dict[str, Counter[str]] = defaultdict(Counter)
        for work in self._works:
            for each in work.labels:
                given[each.label][each.value] += 1
        for label, values in sorted(given.items()):
            votes = {label: dict(sorted(values.items()))}
            self.votes[f"label:{label}"] = Votes(values.total(), len(self._works), votes)
        article_id = self._works[0].article.id
        return [
            ArticleLabel(article_id, "", label, max(sorted(values), key=values.__getitem__))
            for label, values in sorted(given.items())
        ]


def _values(held: Iterable[Mapping[str, Json]]) -> dict[str, dict[str, int]]:
    """How often each value of each attribute was given; lists count as a whole."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for attributes in held:
        for name, value in attributes.items():
            counts[name][value if isinstance(value, str) else attributes_text({"": value})] += 1
    return {name: dict(sorted(values.items())) for name, values in sorted(counts.items())}


def _most(held: Iterable[Mapping[str, Json]]) -> dict[str, Json]:
    given: dict[str, list[Json]] = defaultdict(list)
    for attributes in held:
        for name, value in attributes.items():
            given[name].append(value)
    return {name: _commonest(values) for name, values in sorted(given.items())}


def _commonest(values: Sequence[Json]) -> Json:
    texts = Counter(to_text(value) for value in values)
    best = max(sorted(texts), key=texts.__getitem__)
    return next(value for value in values if to_text(value) == best)
