"""Ratings of what is not a place: attributes of matched annotations, article labels, targets."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from annotator.agreement.coefficients import MISSING, Level, Ratings, condensed
from annotator.agreement.matching import Matching
from annotator.agreement.material import Material
from annotator.agreement.tally import Integers
from annotator.domain.annotation import Annotation
from annotator.domain.attribute import Attribute, Value
from annotator.domain.json import Json
from annotator.domain.scheme import ArticleLabelKind, Label
from annotator.text.finding import folded

Rows = Sequence[Sequence[object]]
"""Units: the number of the article, and what each person says, None where it is missing."""


class Values:
    """What people say of one attribute of their annotations with one label.

    The values are coded once for everybody; -1 is missing, and so is what is not on the scale.
    """

    def __init__(self, material: Material, label: Label, wanted: Attribute, level: Level) -> None:
        self._material = material
        self._label = material.labels[label.id]
        said: dict[str, dict[int, object]] = {}
        for person, marks in material.marks.items():
            held, numbers = marks.attributes
            used = np.flatnonzero(np.bincount(numbers[marks.label == self._label])).tolist()
            said[person] = {number: _value_in(wanted, held[number]) for number in used}
        is_number = wanted.kind == "number"
        self._values = _in_order(
            (value for own in said.values() for value in own.values()),
            _scale(wanted.values, level),
            is_number=is_number,
        )
        place = {value: code for code, value in enumerate(self._values)}
        self._codes: dict[str, Integers] = {}
        for person, own in said.items():
            held, numbers = material.marks[person].attributes
            code_of = np.full(len(held), MISSING, dtype=np.int64)
            code_of[list(own)] = [place.get(value, MISSING) for value in own.values()]
            self._codes[person] = code_of[numbers]
        self._numbers = np.array([_as_number(e) for e in self._values]) if is_number else None

    def over(self, matchings: Sequence[Matching]) -> tuple[Ratings, float | None]:
        """The values of matched annotations; the unmatched are no disagreement about them.

        Each pair of matched annotations is a unit, over all pairs of people. Besides, the share of
        the annotations that entered.
        """
        articles, codes, total = [_NOTHING], [_NOTHING.reshape(0, 2)], 0.0
        for each in matchings:
            own = each.first.label[each.pairs.first] == self._label
            one, other = each.pairs.first[own], each.pairs.second[own]
            sides = (self._codes[each.people[0]][one], self._codes[each.people[1]][other])
            articles.append(each.first.article[one])
            codes.append(np.stack(sides, axis=1))
            total += float(each.made[:, self._label].sum())
        article, coded = np.concatenate(articles), np.concatenate(codes)
        rated = int((coded >= 0).all(axis=1).sum())
        made = Ratings(
            article, coded, np.ones(len(coded)), self._values, self._material.count, self._numbers
        )
        return condensed(made), 2 * rated / total if total else None


def value_of(wanted: Attribute, annotation: Annotation) -> object:
    """What an annotation says of an attribute: its value, else the default, else None."""
    return _value_in(wanted, annotation.attributes)


def _value_in(wanted: Attribute, attributes: Mapping[str, Json]) -> object:
    value = attributes.get(wanted.id, wanted.default)
    if wanted.kind == "many" and isinstance(value, list | tuple):
        return "+".join(sorted(map(str, value)))
    return value


def levels_of(wanted: Attribute) -> tuple[Level, ...]:
    """The levels at which an attribute is measured; values off its scale need the nominal one."""
    if wanted.kind == "number":
        return ("interval",)
    if wanted.kind == "text" or wanted.editors_only:
        return ()
    return _levels(wanted.measure, wanted.values)


def article_label(material: Material, kind: ArticleLabelKind, level: Level) -> Ratings:
    """A label on whole articles, one unit an article."""
    rows = [
        (
            number,
            *(
                each.readings[person].labels.get(kind.id) if person in each.readings else None
                for person in material.people
            ),
        )
        for number, each in enumerate(material.shared)
    ]
    return _coded(rows, _scale(kind.values, level), material.count)


def levels_of_kind(kind: ArticleLabelKind) -> tuple[Level, ...]:
    """The levels at which an article label is measured."""
    return _levels(kind.measure, kind.values)


def targets(material: Material, label: Label) -> Rows:
    """Attitudes towards somebody in a sentence: one unit each entity and sentence.

    Who did not mark the target there is missing. Who said two different things of it has no place
    on the scale and is missing there; among nominal values both together are a value.
    """
    polarity = label.keyed_attribute
    if polarity is None:
        raise ValueError(f"{label.id} has no attribute with keys")
    said = {person: _attitudes(material, person, label, polarity) for person in material.people}
    units = sorted({unit for own in said.values() for unit in own})
    return [(unit[0], *(_one_of(own.get(unit)) for own in said.values())) for unit in units]


def rated(rows: Rows, wanted: Attribute, level: Level, material: Material) -> Ratings:
    """Rows of attitudes as ratings."""
    return condensed(_coded(rows, _scale(wanted.values, level), material.count))


def is_target(label: Label) -> bool:
    """Whether annotations of a label are attitudes towards somebody, on a scale."""
    keyed = label.keyed_attribute
    return keyed is not None and keyed.measure == "ordinal"


def _attitudes(
    material: Material, person: str, label: Label, polarity: Attribute
) -> dict[tuple[int, int, str], set[str]]:
    """What somebody says of each target in each sentence of each article."""
    said: dict[tuple[int, int, str], set[str]] = {}
    entity = next((each.id for each in label.attributes if each.kind == "entity"), "")
    marks = material.marks[person]
    for number in np.flatnonzero(marks.label == material.labels[label.id]).tolist():
        each, article = marks.annotations[number], int(marks.article[number])
        value = each.attributes.get(polarity.id, polarity.default)
        if isinstance(value, str):
            who = str(each.attributes.get(entity) or folded(each.text))
            sentence = material.sentence_at(article, each.start)
            said.setdefault((article, sentence, who), set()).add(value)
    return said


def _one_of(values: set[str] | None) -> str | None:
    return "+".join(sorted(values)) if values else None


def _levels(measure: str, values: Iterable[Value]) -> tuple[Level, ...]:
    if measure != "ordinal":
        return ("nominal",)
    return ("ordinal", "nominal") if any(each.off_scale for each in values) else ("ordinal",)


def _scale(values: Sequence[Value], level: Level) -> list[str] | None:
    """The values in order, those off the scale only where order does not count."""
    if level == "nominal":
        return None
    return [each.id for each in values if not each.off_scale] or None


def _coded(
    rows: Rows,
    scale: Sequence[str] | None,
    count: int,
) -> Ratings:
    """Rows of article and values as ratings; what is not on the scale is missing."""
    values = _in_order((value for row in rows for value in row[1:]), scale)
    place = {value: code for code, value in enumerate(values)}
    width = len(rows[0]) - 1 if rows else 2
    codes = [[place.get(value, MISSING) for value in row[1:]] for row in rows]
    return Ratings(
        np.array([row[0] for row in rows], dtype=np.int64),
        np.array(codes, dtype=np.int64).reshape(len(rows), width),
        np.ones(len(rows)),
        values,
        count,
    )


def _in_order(
    seen: Iterable[object], scale: Sequence[str] | None, *, is_number: bool = False
) -> list[object]:
    """The values of a scale, or all that occur."""
    if scale:
        return list(scale)
    return sorted({each for each in seen if each is not None}, key=_as_number if is_number else str)


def _as_number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


_NOTHING: Integers = np.zeros(0, dtype=np.int64)
