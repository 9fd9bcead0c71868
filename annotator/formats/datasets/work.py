"""What a writer of datasets is handed: one annotator's work on one article, and how to write it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import Final, Literal

import orjson

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.entity import Entity
from annotator.domain.flag import Flag
from annotator.domain.people import GOLD
from annotator.domain.progress import ArticleLabel
from annotator.domain.relation import Relation
from annotator.domain.review import Verdict
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.domain.stance import Stance
from annotator.formats import columns as at
from annotator.formats.incoming import AnnotationRow, RelationRow

RAW, AGGREGATE = "raw", "aggregate"
FULL: Final = "full"
FRAGMENTS: Final = "fragments"
NONE: Final = "none"
BOILERPLATE = "boilerplate"
"""The label of what is not part of the article."""

TextRule = Literal["full", "fragments", "none"]
"""How much of an article's text may be passed on: all, what is labelled, or offsets only."""

Alignment = Literal["expand", "contract", "strict"]
Tagging = Literal["iob2", "bilou"]
FragmentRule = Literal["each", "cover"]


@dataclass(frozen=True, slots=True)
class SchemeName:
    """Which revision of which scheme the work was done under."""

    id: str
    revision: int
    sha256: str


@dataclass(frozen=True, slots=True)
class TokenRules:
    """How token formats cut words and place labels on them.

    `tokens` is `builtin`, `whitespace`, or the path of a `tokenizer.json`. A label takes every
    token that it touches (`expand`), those wholly inside (`contract`), or is lost unless it meets
    their borders (`strict`). Of an annotation in fragments, `each` begins anew, or the hull is
    covered. With `ignore_subwords` only the first piece of a word is labelled.
    """

    tokens: str = "builtin"
    alignment: Alignment = "expand"
    tagging: Tagging = "iob2"
    fragments: FragmentRule = "each"
    ignore_subwords: bool = False


@dataclass(frozen=True, slots=True)
class Votes:
    """How many of those who worked on an article made an annotation, and each of its values."""

    votes: int
    of: int
    values: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def probability(self) -> float:
        """The share of them, to four places."""
        return round(self.votes / self.of, 4) if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for a whole export.

    `splits` is empty where nothing is split. `annotators` are those whose work is written, as they
    are called in the dataset. `links` are the relations between articles of the chosen layer.
    `suffix` is that of the file a person named, empty for a folder. `classify` is what the format
    of that name makes classes of: `labels`, an attribute or an article label.
    """

    scheme: Scheme
    scheme_name: SchemeName
    layer: str = RAW
    splits: tuple[str, ...] = ()
    text: TextRule = FULL
    drops_boilerplate: bool = True
    token_rules: TokenRules = field(default_factory=TokenRules)
    annotators: tuple[str, ...] = ()
    entities: tuple[Entity, ...] = ()
    links: tuple[Relation, ...] = ()
    suffix: str = ""
    classify: str = "labels"

    @property
    def labels(self) -> tuple[str, ...]:
        """The ids of the scheme's labels, in its order."""
        return tuple(each.id for each in self.scheme.labels)


@dataclass(frozen=True)
class Work:
    """One annotator's work on one article, its article's text cut to what may be passed on.

    `annotator` is as in the dataset, `gold` for the adjudicated layer, empty where nobody touched
    the article (status `open`) or where all are counted together (`votes` by annotation id).
    Rows are for very many: `annotations` and `relations` are the same as records, made when asked
    for, in the order of the text and of ids. Relations lead nowhere else: those between articles
    are in `Setting.links`. `unlabelled` are stretches of boilerplate whose label is not handed
    over.
    """

    article: Article
    annotator: str
    status: str
    annotation_rows: Sequence[AnnotationRow] = ()
    relation_rows: Sequence[RelationRow] = ()
    flags: Sequence[Flag] = ()
    verdicts: Sequence[Verdict] = ()
    stances: Sequence[Stance] = ()
    labels: Sequence[ArticleLabel] = ()
    split: str = ""
    votes: Mapping[str, Votes] = field(default_factory=dict)
    unlabelled: tuple[Span, ...] = ()

    @cached_property
    def annotations(self) -> tuple[Annotation, ...]:
        """The annotations in the order of the text."""
        found = [_annotation_of(row) for row in self.annotation_rows]
        return tuple(sorted(found, key=lambda each: (each.start, each.end, each.id)))

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The relations within the article, by id; both ends are there."""
        return tuple([_relation_of(row) for row in self.inner_relation_rows])

    @property
    def inner_relation_rows(self) -> list[RelationRow]:
        """The rows of those relations, in their order."""
        if not self.relation_rows:
            return []
        ids = {row[at.ID] for row in self.annotation_rows}
        inner = filter(at.is_inner, self.relation_rows)
        rows = [row for row in inner if row[at.FROM] in ids and row[at.TO] in ids]
        return sorted(rows, key=itemgetter(at.ID))

    @cached_property
    def by_id(self) -> Mapping[str, Annotation]:
        """The annotations by their ids."""
        return {each.id: each for each in self.annotations}

    @property
    def is_gold(self) -> bool:
        """Whether this is the adjudicated layer."""
        return self.annotator == GOLD

    @cached_property
    def boilerplate(self) -> tuple[Span, ...]:
        """The stretches that are marked as no part of the article, in order."""
        rows = [row for row in self.annotation_rows if row[at.LABEL] == BOILERPLATE]
        own = (Span(*pair) for row in rows for pair in orjson.loads(row[at.FRAGMENTS]))
        return tuple(sorted((*own, *self.unlabelled)))

    def is_boilerplate(self, place: Span) -> bool:
        """Whether a stretch touches what is no part of the article."""
        return any(each.overlaps(place) for each in self.boilerplate)


def _annotation_of(row: AnnotationRow) -> Annotation:
    identity, article_id, annotator, label, _, _, fragments, text, attributes, origin, note = row
    places = tuple([Span(start, end) for start, end in orjson.loads(fragments)])
    held = {} if attributes == "{}" else orjson.loads(attributes)
    return Annotation(identity, article_id, annotator, label, places, text, held, origin, note)


def _relation_of(row: RelationRow) -> Relation:
    return Relation(*row[:7], orjson.loads(row[at.RELATION_ATTRIBUTES]))
