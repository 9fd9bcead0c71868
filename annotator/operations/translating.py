"""Names of other tools made ours, between what reads a file and what compares it with a project.

A person may say what names mean; for the rest the likeliest is proposed and told. What has no
meaning here is refused, counted by name.
"""

import math
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias, cast

from annotator.domain.annotation import Annotation
from annotator.domain.attribute import Attribute
from annotator.domain.json import Json
from annotator.domain.progress import ArticleLabel
from annotator.domain.relation import CUED_BY, Relation
from annotator.domain.scheme import ArticleLabelKind, Label, RelationKind, Scheme
from annotator.domain.suggestion import Suggestion
from annotator.formats import columns as at
from annotator.formats.incoming import AnnotationRow, Arrival, Companion, Problem, RelationRow
from annotator.formats.name_map import (
    AttributeMeaning,
    LabelMeaning,
    NameMap,
    RelationMeaning,
)
from annotator.operations import name_proposals as proposals
from annotator.operations.label_names import LabelNames
from annotator.storage.columns import from_text, to_text

Told = Literal["told", "proposed", "unknown"]
"""Whether a person said what a name means, or the program, or nobody knows."""

REVERSED = (("reversed", "true"),)
"""What a line tells of a relation that leads the other way here."""

_LEFT_OUT = ""

_Pairs: TypeAlias = tuple[tuple[str, str], ...]

_Owner: TypeAlias = Label | RelationKind


@dataclass(frozen=True, slots=True)
class NameLine:
    """What one name of another tool became: `theirs` of a kind, and `ours`, empty for nothing.

    `values` are pairs: of a label the attributes that come with it and their values; of an
    attribute or article label one value of theirs and ours; of a relation that it is reversed.
    """

    kind: str
    theirs: str
    ours: str
    values: tuple[tuple[str, str], ...]
    told: Told
    count: int


@dataclass(slots=True)
class _Attributes:
    """Attributes in our names, which names they bore before, and which have none here."""

    written: str = "{}"
    names: list[tuple[str, str, _Pairs, Told]] = field(default_factory=list)
    losses: list[tuple[str, str, str]] = field(default_factory=list)


class Translator:
    """Translates what comes of one format, and counts what became of each name.

    With `trusts_ours` a relation that bears one of our names leads the way it says, in records of
    our own shape; other tools draw it as they like, and it is turned where only that is allowed.
    """

    def __init__(self, scheme: Scheme, names: NameMap, *, trusts_ours: bool = False) -> None:
        self._scheme = scheme
        self._told = names
        self._trusts_ours = trusts_ours
        self._names = LabelNames(scheme, names)
        self._labels: dict[str, LabelMeaning | None] = {}
        self._relations: dict[tuple[str, str, str], tuple[RelationMeaning | None, bool]] = {}
        self._attributes: dict[tuple[str, str, str], _Attributes] = {}
        self._lost: Counter[tuple[str, str, str]] = Counter()
        self._left_out: Counter[tuple[str, str]] = Counter()
        self._became: Counter[tuple[str, str, str, _Pairs, Told]] = Counter()

    def of(self, arrival: Arrival) -> Arrival:
        """An arrival with our names, without what has none."""
        labels: dict[tuple[str, str], str] = {}
        cues = {
            (row[at.ANNOTATOR], row[at.TO]) for row in arrival.relations if row[at.LABEL] == CUED_BY
        }
        annotations = [
            each for row in arrival.annotations if (each := self._annotation(row, labels, cues))
        ]
        relations = [link for row in arrival.relations if (link := self._relation(row, labels))]
        records = [kept for record in arrival.records if (kept := self._record(record))]
        return replace(
            arrival, annotations=annotations, relations=relations, records=records, names_of=""
        )

    def lines(self) -> list[NameLine]:
        """What became of each name so far, the most frequent of a kind first."""
        order = ("label", "relation", "attribute", "article label")
        counted = [NameLine(*key, count) for key, count in self._became.items()]
        return sorted(
            counted,
            key=lambda line: (
                order.index(line.kind),
                -line.count,
                line.theirs,
                line.ours,
                line.values,
            ),
        )

    def problems(self, file: str) -> Iterator[Problem]:
        """What was refused and left out since the last time, one sentence for each name."""
        for (kind, name, owner), count in self._lost.items():
            refused = 0 if kind in ("attribute", "value") else count
            yield Problem(file, None, _loss(kind, name, owner, count), count=refused)
        for (kind, name), count in self._left_out.items():
            reason = f"As the map says, {_of(kind, name, count)} left out."
            yield Problem(file, None, reason, is_note=True, count=count)
        self._lost.clear()
        self._left_out.clear()

    def _annotation(
        self,
        row: AnnotationRow,
        labels: dict[tuple[str, str], str],
        cues: Container[tuple[str, str]] = (),
    ) -> AnnotationRow | None:
        theirs, given = self._names.of(row[at.LABEL], row[at.ATTRIBUTES])
        if theirs not in self._labels:
            value = self._names.value_of(theirs, row[at.LABEL])
            told = self._names.told_of(theirs)
            self._labels[theirs] = told or proposals.label_for(value, self._scheme)
        meaning = self._labels[theirs]
        how: Told = "told" if self._names.told_of(theirs) else "proposed"
        if how == "proposed" and (row[at.ANNOTATOR], row[at.ID]) in cues:
            meaning = self._as_cue(meaning)
        if meaning is None or not meaning.label:
            self._drop("label", theirs, is_unknown=meaning is None)
            if meaning is not None:
                labels[row[at.ANNOTATOR], row[at.ID]] = _LEFT_OUT
            return None
        self._became["label", theirs, meaning.label, tuple(meaning.attributes.items()), how] += 1
        labels[row[at.ANNOTATOR], row[at.ID]] = meaning.label
        written = self._attributes_of(given, meaning.label, row[at.LABEL], Annotation.kind)
        if meaning.attributes:
            written = to_text({**meaning.attributes, **from_text(written)})
        return (*row[:3], meaning.label, *row[4:8], written, *row[9:])

    def _as_cue(self, meaning: LabelMeaning | None) -> LabelMeaning | None:
        """What words mean that a frame has as its cue, such as the trigger of an event."""
        kind = self._scheme.relation(CUED_BY)
        targets = kind.targets if kind is not None else ()
        is_one = not targets or (meaning is not None and meaning.label in targets)
        return meaning if is_one else LabelMeaning(targets[0])

    def _relation(
        self, row: RelationRow, labels: Mapping[tuple[str, str], str]
    ) -> RelationRow | None:
        identity, article, person, theirs, from_id, to_id, to_article, written = row
        ends = (labels.get((person, from_id)), labels.get((person, to_id)))
        if None in ends:
            self._lost["end", theirs, ""] += 1
            return None
        if _LEFT_OUT in ends:
            self._left_out["relation", theirs] += 1
            return None
        key = (theirs, *cast("tuple[str, str]", ends))
        if key not in self._relations:
            self._relations[key] = self._meaning(*key)
        meaning, is_reversed = self._relations[key]
        if meaning is None or not meaning.relation:
            self._drop("relation", theirs, is_unknown=meaning is None)
            return None
        how: Told = "told" if theirs in self._told.relations else "proposed"
        turned = REVERSED if is_reversed else ()
        self._became["relation", theirs, meaning.relation, turned, how] += 1
        written = self._attributes_of(written, meaning.relation, theirs, Relation.kind)
        if is_reversed:
            from_id, to_id = to_id, from_id
        return (identity, article, person, meaning.relation, from_id, to_id, to_article, written)

    def _meaning(self, theirs: str, first: str, second: str) -> tuple[RelationMeaning | None, bool]:
        """What a relation between two of our labels means, and whether it is turned around."""
        meaning = self._told.relations.get(theirs)
        if meaning is None and theirs.strip():
            meaning = proposals.relation_for(theirs, self._scheme)
        elif meaning is None:
            meaning = proposals.only_relation(self._scheme, first, second)
        if meaning is None or meaning.is_reversed is not None:
            return meaning, bool(meaning and meaning.is_reversed)
        kind = self._scheme.relation(meaning.relation)
        if self._trusts_ours and theirs == meaning.relation:
            return meaning, False
        is_turned = kind is not None and kind.allows(second, first) > kind.allows(first, second)
        return meaning, is_turned

    def _attributes_of(self, written: str, ours: str, theirs: str, kind: str) -> str:
        """The attributes of one annotation or relation in our names."""
        if written == "{}":
            return written
        key = (written, ours, theirs)
        if key not in self._attributes:
            # The same few attributes come thousands of times; each is looked at once.
            self._attributes[key] = self._translated(*key, kind)
        translated = self._attributes[key]
        for name in translated.names:
            self._became["attribute", *name] += 1
        for loss in translated.losses:
            self._lost[loss] += 1
        return translated.written

    def _translated(self, written: str, ours: str, theirs: str, kind: str) -> _Attributes:
        is_label = kind == Annotation.kind
        owner: _Owner | None
        owner = self._scheme.label(ours) if is_label else self._scheme.relation(ours)
        found = _Attributes()
        kept: dict[str, Json] = {}
        for name, value in from_text(written).items():
            meaning, told = self._attribute_meaning(name, theirs, owner)
            if meaning is not None and not meaning.attribute:
                continue
            attribute = owner.attribute(meaning.attribute) if owner and meaning else None
            if meaning is None or attribute is None:
                found.losses.append(("attribute", name, ours))
                found.names.append((name, "", (), "unknown"))
                continue
            fitting = _fitting(value, attribute, meaning.values)
            place = f"{ours}.{attribute.id}"
            if fitting is None:
                found.losses.append(("value", str(value), place))
                continue
            kept[attribute.id] = fitting
            both = (_shown(value), _shown(fitting))
            found.names.append((name, place, (both,) if attribute.values else (), told))
        found.written = to_text(kept)
        return found

    def _attribute_meaning(
        self, name: str, theirs: str, owner: Label | RelationKind | None
    ) -> tuple[AttributeMeaning | None, Told]:
        told = self._told.attributes
        meaning = told.get(f"{theirs}.{name}") or told.get(name)
        if meaning is not None:
            return meaning, "told"
        return (proposals.attribute_for(name, owner) if owner else None), "proposed"

    def _record(self, record: Companion) -> Companion | None:
        if isinstance(record, Suggestion):
            return self._suggestion(record)
        if not isinstance(record, ArticleLabel):
            return record
        theirs = record.label
        told = self._told.article_labels.get(theirs)
        meaning = told or proposals.article_label_for(theirs, record.value, self._scheme)
        if meaning is None or not meaning.attribute:
            self._drop("article label", theirs, is_unknown=meaning is None)
            return None
        kind = self._scheme.article_label(meaning.attribute)
        value = _value(record.value, kind, meaning.values) if kind else None
        if value is None:
            self._lost["article value", record.value, meaning.attribute] += 1
            return None
        how: Told = "told" if told else "proposed"
        both = (record.value, value)
        self._became["article label", theirs, meaning.attribute, (both,), how] += 1
        return replace(record, label=meaning.attribute, value=value)

    def _suggestion(self, given: Suggestion) -> Suggestion | None:
        """What was proposed in their names, in ours."""
        place = (given.start, given.end, "", given.text)
        written = to_text(dict(given.attributes)) if given.attributes else "{}"
        row = (given.id, given.article_id, given.annotator, given.label, *place, written, "", "")
        taken = self._annotation(row, {})
        return taken and replace(given, label=taken[3], attributes=from_text(taken[8]))

    def _drop(self, kind: str, name: str, *, is_unknown: bool) -> None:
        self._became[kind, name, "", (), "unknown" if is_unknown else "told"] += 1
        if is_unknown:
            self._lost[kind, name, ""] += 1
        else:
            self._left_out[kind, name] += 1


def _loss(kind: str, name: str, owner: str, count: int) -> str:
    """One sentence about what has no meaning here."""
    if kind == "end":
        return f"{_of('relation', name, count)} refused, for an end of each did not come in."
    if kind == "attribute":
        return f"{owner} has nothing for the attribute “{name}”: {count:,} came in without it."
    if kind == "value":
        return f"{owner} has no value for “{name}”: {count:,} came in without it."
    if kind == "article value":
        return f"{owner} has no value for “{name}”: {count:,} refused."
    table = {"label": "labels", "relation": "relations", "article label": "article_labels"}[kind]
    return (
        f"The scheme has nothing for the {kind} “{name}”, so {count:,} "
        f"{'was' if count == 1 else 'were'} refused. A map (--map) can say what it means: "
        f'[{table}] "{name}" = …'
    )


def _of(kind: str, name: str, count: int) -> str:
    what = f"the {kind} “{name}”" if name.strip() else f"the {kind} without a name"
    return f"{count:,} of {what} {'was' if count == 1 else 'were'}"


def _fitting(value: Json, attribute: Attribute, values: Mapping[str, str]) -> Json:
    """A value as our attribute takes it, or None."""
    listed = value if isinstance(value, list) else [value]
    match attribute.kind:
        case "many":
            many = [_value(_shown(each), attribute, values) for each in listed]
            return None if None in many else cast("Json", list(dict.fromkeys(many)))
        case "choice":
            one = _shown(listed[0]) if len(listed) == 1 else ""
            return _value(one, attribute, values)
        case "number":
            return _number(value)
        case _:
            return ", ".join(values.get(_shown(each), _shown(each)) for each in listed)


def _value(
    value: str, owner: Attribute | ArticleLabelKind, values: Mapping[str, str]
) -> str | None:
    told = values.get(value)
    if told is not None:
        return told if owner.value(told) else None
    return proposals.value_for(value, owner)


def _number(value: Json) -> Json:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    try:
        number = float(str(value))
    except ValueError:
        return None
    if not math.isfinite(number):
        return None
    return int(number) if number.is_integer() else number


def _shown(value: object) -> str:
    """A value of JSON as one word of a map."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return ", ".join(map(_shown, value))
    return str(value)
