"""Where annotators agree on an article and where they differ.

Annotations of different people that mean the same are matched one to one, by largest overlap:
first those with the same label that share at least one character, then those of different labels
whose overlap is at least half of what they cover together (intersection over union).
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import combinations
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from annotator.dataclass import dataclass
from annotator.domain.annotation import Annotation
from annotator.domain.far_links import (
    FarEnd,
    FarEnds,
    FarLink,
    between_articles,
    far_end_of,
    far_links,
)
from annotator.domain.far_links import disputed as far_disputed
from annotator.domain.relation import Relation
from annotator.domain.review import ATTRIBUTE, BOUNDARY, KINDS, LABEL, LINK, MISSING, Side
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.stance import Party, Stance

LEAST_SHARED = 0.5
"""Overlap over union from which annotations of different labels are held to mean the same."""

EntityOf = Callable[[str], str]
"""Under which id an entity is kept now; names that were merged mean the same."""

_ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False)
_Values: TypeAlias = Mapping[tuple[str, ...], Mapping[str, object]]
"""The attributes of annotations as they are compared, by the keys of the annotations."""


class LinkBetween(NamedTuple):
    """A relation between two cases, by their numbers in the comparison."""

    label: str
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that at least one annotator said, and what each of them said of it.

    `members` are the annotations by annotator; with `is_of_article` the `values` of the article
    label `label` instead. `kinds` says how they differ, nothing when they agree. `disputed` are
    the relations leaving here that some have and others, who could, have not.
    """

    number: int
    label: str
    members: Mapping[str, Annotation] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    disputed: tuple[LinkBetween, ...] = ()
    far: tuple[FarLink, ...] = ()
    """The relations with other articles that are disputed."""
    is_of_article: bool = False
    stance: Stance | None = None
    """For a cell of the sentiment grid, what one of the annotators said of it; `values` have all.

    Who has not looked at a cell has no opinion of it: that alone is no difference.
    """

    @property
    def is_agreed(self) -> bool:
        """Whether everybody says the same."""
        return not self.kinds

    @property
    def place(self) -> tuple[int, int]:
        """From where to where the annotations reach, in code points; nothing for an article."""
        starts = [each.start for each in self.members.values()]
        return (min(starts, default=0), max((e.end for e in self.members.values()), default=0))

    def has(self, annotator: str) -> bool:
        """Whether an annotator said anything here."""
        return annotator in self.members or annotator in self.values


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that some annotators said of an article, case by case, in the order of the text."""

    annotators: tuple[str, ...]
    cases: tuple[Case, ...]
    links: Mapping[LinkBetween, Mapping[str, Relation]]
    far_links: Mapping[FarLink, Mapping[str, FarEnd]] = field(default_factory=dict)

    @property
    def differences(self) -> list[Case]:
        """The cases in which they differ."""
        return [case for case in self.cases if case.kinds]

    def able(self, link: LinkBetween) -> tuple[str, ...]:
        """Who could have made a relation, having annotations at both of its ends."""
        ends = (self.cases[link.source].members, self.cases[link.target].members)
        return tuple(name for name in self.annotators if name in ends[0] and name in ends[1])


def compare(
    sheets: Sequence[Sheet],
    scheme: Scheme,
    *,
    entity_of: EntityOf = str,
    far: FarEnds = MappingProxyType({}),
) -> Comparison:
    """Compare the work of one or more annotators on one article.

    Relations count as different only between those who have both ends; those with other articles
    as far as it is decided there what `far` their ends are. Comments never do.
    """
    names = tuple(sheet.annotator for sheet in sheets)
    work = [each for sheet in sheets for each in sheet.annotations.values()]
    values = {each.key: effective(each, scheme, entity_of) for each in work}
    groups = sorted(_matched(work, values), key=_place_of)
    number_of = {(e.annotator, e.id): n for n, group in enumerate(groups) for e in group}
    links = _links(sheets, scheme, number_of)
    members = [{each.annotator: each for each in group} for group in groups]
    disputed = _disputed(names, members, links)
    beyond = far_links(sheets, lambda name, each: number_of.get((name, each)), far)
    disputed_far = far_disputed(beyond, members)
    digests = _Digests(sheets, values)
    cases = [
        Case(
            number,
            _label_of(group),
            group,
            kinds=_kinds(
                names, group, values, has_links=number in disputed or number in disputed_far
            ),
            sides=tuple(digests.side(name, group.get(name)) for name in names),
            disputed=tuple(disputed.get(number, ())),
            far=tuple(disputed_far.get(number, ())),
        )
        for number, group in enumerate(members)
    ]
    cases += _of_article(sheets, len(cases))
    cases += _of_stances(sheets, scheme, entity_of, len(cases))
    return Comparison(names, tuple(cases), links, beyond)


def meaning(annotation: Annotation, scheme: Scheme, entity_of: EntityOf = str) -> str:
    """Whom an annotation means in the sentiment grid: its entity, else its words in any case."""
    label = scheme.label(annotation.label)
    for attribute in label.attributes if label else ():
        held = annotation.attributes.get(attribute.id)
        if attribute.kind == "entity" and held:
            return entity_of(str(held))
    return " ".join(annotation.text.casefold().split())


def effective(
    annotation: Annotation, scheme: Scheme, entity_of: EntityOf = str
) -> dict[str, object]:
    """The attributes of an annotation as they are compared: defaults filled in, lists in order."""
    label = scheme.label(annotation.label)
    found: dict[str, object] = {}
    for attribute in label.attributes if label else ():
        value = annotation.attributes.get(attribute.id, attribute.default)
        if attribute.editors_only or value in (None, "", (), []):
            continue
        if attribute.kind == "entity":
            value = entity_of(str(value))
        found[attribute.id] = sorted(map(str, value)) if isinstance(value, list | tuple) else value
    return found


def _of_article(sheets: Sequence[Sheet], first: int) -> Iterator[Case]:
    """The labels on the whole article, one case each."""
    names = tuple(sheet.annotator for sheet in sheets)
    for number, label in enumerate(sorted({e for sheet in sheets for e in sheet.labels}), first):
        values = {s.annotator: s.labels[label].value for s in sheets if label in s.labels}
        kinds = [LABEL] if len(set(values.values())) > 1 else []
        kinds += [MISSING] if len(values) < len(names) else []
        sides = tuple(Side(name, None, values.get(name, "")) for name in names)
        yield Case(
            number, label, values=values, kinds=tuple(kinds), sides=sides, is_of_article=True
        )


def _of_stances(
    sheets: Sequence[Sheet], scheme: Scheme, entity_of: EntityOf, first: int
) -> Iterator[Case]:
    """The cells of the grid of which somebody said what no annotation can show, one case each."""
    held: dict[str, dict[str, Stance]] = {}
    for sheet in sheets:
        for stance in sorted(sheet.stances.values(), key=lambda each: each.id):
            ends = [
                _party(sheet, each, scheme, entity_of) for each in (stance.holder, stance.target)
            ]
            held.setdefault(_cell(ends), {}).setdefault(sheet.annotator, stance)
    for number, cell in enumerate(sorted(held), first):
        said = held[cell]
        values = {name: stance.value for name, stance in said.items()}
        kinds = (LABEL,) if len(set(values.values())) > 1 else ()
        sides = tuple(
            Side(sheet.annotator, None, values.get(sheet.annotator, "")) for sheet in sheets
        )
        yield Case(
            number, cell, values=values, kinds=kinds, sides=sides, is_of_article=True,
            stance=next(iter(said.values())),
        )  # fmt: skip


def _cell(ends: Sequence[str]) -> str:
    return f"stance:{json.dumps(list(ends), ensure_ascii=False)}"


def cell_of(case: Case) -> tuple[str, str]:
    """Whom the cell of a case is about: the holder, empty for the author, and the target."""
    return cell_named(case.label) or ("", "")


def cell_named(label: str) -> tuple[str, str] | None:
    """The same from the label of a case or decision; None where that is of another kind."""
    kind, _, ends = label.partition(":")
    if kind != "stance":
        return None
    holder, target = json.loads(ends)
    return str(holder), str(target)


def _party(sheet: Sheet, party: Party | None, scheme: Scheme, entity_of: EntityOf) -> str:
    if party is None:
        return ""
    annotation = sheet.annotations.get(party.annotation_id or "")
    if annotation is not None:
        return meaning(annotation, scheme, entity_of)
    return entity_of(party.entity or "")


def _matched(work: Sequence[Annotation], values: _Values) -> list[list[Annotation]]:
    """Annotations in groups that mean the same, each annotator at most once in a group."""
    group_of = {each.key: [each] for each in work}
    for one, other in _likeliest(work, values):
        first, second = group_of[one.key], group_of[other.key]
        if first is second or {e.annotator for e in first} & {e.annotator for e in second}:
            continue
        first += second
        for each in second:
            group_of[each.key] = first
    unique = {id(group): group for group in group_of.values()}
    return list(unique.values())


def _likeliest(work: Sequence[Annotation], values: _Values) -> list[tuple[Annotation, Annotation]]:
    """Pairs of two people's annotations that may mean the same, the likeliest first."""
    ranked = []
    for one, other in _overlapping(work):
        shared = _shared(one, other)
        if not shared:
            continue
        apart = _size(one) + _size(other) - 2 * shared
        is_same = one.label == other.label
        if not is_same and shared < LEAST_SHARED * (shared + apart):
            continue
        is_other = one.fragments != other.fragments
        is_unlike = values[one.key] != values[other.key]
        rank = (not is_same, is_other, -shared, apart, is_unlike, one.start, one.key, other.key)
        ranked.append((rank, one, other))
    ranked.sort(key=lambda entry: entry[0])
    return [(one, other) for _, one, other in ranked]


def _overlapping(work: Sequence[Annotation]) -> Iterator[tuple[Annotation, Annotation]]:
    """Pairs of different people's annotations whose hulls overlap."""
    open_ones: list[Annotation] = []
    for each in sorted(work, key=lambda each: (each.start, each.end, each.key)):
        open_ones = [other for other in open_ones if other.end > each.start]
        yield from ((o, each) for o in open_ones if o.annotator != each.annotator)
        open_ones.append(each)


def _shared(one: Annotation, other: Annotation) -> int:
    """How many characters two annotations share."""
    if len(one.fragments) == len(other.fragments) == 1:
        return max(0, min(one.end, other.end) - max(one.start, other.start))
    return sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in one.fragments
        for b in other.fragments
    )


def _size(annotation: Annotation) -> int:
    return sum(map(len, annotation.fragments))


def _place_of(group: Sequence[Annotation]) -> tuple[int, int, str]:
    start = min(each.start for each in group)
    return (start, -max(each.end for each in group), group[0].label)


def _label_of(members: Mapping[str, Annotation]) -> str:
    """The label that most of a group have, or the first of those."""
    labels = [each.label for each in members.values()]
    return max(labels, key=labels.count)


def _kinds(
    names: Sequence[str],
    members: Mapping[str, Annotation],
    values: _Values,
    *,
    has_links: bool,
) -> tuple[str, ...]:
    """How the members of a case differ, in the order of `KINDS`."""
    given = list(members.values())
    found = {
        BOUNDARY: len({each.fragments for each in given}) > 1,
        LABEL: len({each.label for each in given}) > 1,
        ATTRIBUTE: any(
            one.label == other.label and values[one.key] != values[other.key]
            for one, other in combinations(given, 2)
        ),
        MISSING: len(given) < len(names),
        LINK: has_links,
    }
    return tuple(kind for kind in KINDS if found[kind])


def _links(
    sheets: Sequence[Sheet], scheme: Scheme, number_of: Mapping[tuple[str, str], int]
) -> dict[LinkBetween, dict[str, Relation]]:
    """The relations within the article, as relations between cases, and who has them."""
    found: dict[LinkBetween, dict[str, Relation]] = {}
    for sheet in sheets:
        for relation in sheet.relations.values():
            if relation.is_between_articles:
                continue
            ends = [number_of.get((sheet.annotator, end)) for end in relation.ends]
            if None in ends:
                continue
            source, target = (end for end in ends if end is not None)
            kind = scheme.relation(relation.label)
            if kind is not None and kind.symmetric and source > target:
                source, target = target, source
            link = LinkBetween(relation.label, source, target)
            found.setdefault(link, {})[sheet.annotator] = relation
    return found


def _disputed(
    names: Sequence[str],
    members: Sequence[Mapping[str, Annotation]],
    links: Mapping[LinkBetween, Mapping[str, Relation]],
) -> dict[int, list[LinkBetween]]:
    """Relations that some of those who could have made them did not make, by where they leave."""
    found: dict[int, list[LinkBetween]] = {}
    for link, made in links.items():
        able = [n for n in names if n in members[link.source] and n in members[link.target]]
        if len(made) < len(able):
            found.setdefault(link.source, []).append(link)
    return found


class _Digests:
    """Short names of all that is compared of an annotation, to see later whether it changed."""

    def __init__(self, sheets: Sequence[Sheet], values: _Values) -> None:
        self._values = values
        self._leaving: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for sheet in sheets:
            for each in _inner(sheet.relations.values()):
                key = (sheet.annotator, each.from_id)
                self._leaving.setdefault(key, []).append((each.label, each.to_id))
            for each in between_articles(sheet):
                article_id, far_id, is_leaving = far_end_of(each, sheet.article.id)
                key = (sheet.annotator, each.from_id if is_leaving else each.to_id)
                told = (each.label, f"{article_id}\n{far_id}\n{is_leaving}")
                self._leaving.setdefault(key, []).append(told)

    def side(self, annotator: str, annotation: Annotation | None) -> Side:
        if annotation is None:
            return Side(annotator)
        told = [
            annotation.label,
            [[place.start, place.end] for place in annotation.fragments],
            self._values[annotation.key],
            sorted(self._leaving.get((annotator, annotation.id), ())),
        ]
        line = _ENCODER.encode(told)
        return Side(annotator, annotation.id, hashlib.sha256(line.encode()).hexdigest()[:16])


def _inner(relations: Iterable[Relation]) -> Iterator[Relation]:
    return (each for each in relations if not each.is_between_articles)
