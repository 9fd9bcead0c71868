"""The scheme of a project: labels, attributes, relations, keys, rules and guidelines.

A scheme is known by its id, a whole-number revision and the SHA-256 of its canonical JSON.
Identity is always an id; names may change freely. People write schemes as TOML
(`annotator.domain.scheme_file`), the project keeps the canonical JSON.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from annotator.dataclass import dataclass
from annotator.domain.attribute import Attribute, Measure, Value, by_id

Scope = Literal["document", "project"]
Underline = Literal[
    "solid", "double", "dashed", "dotted", "wavy", "dash-dot", "triple", "none"
]  # fmt: skip
Chip = Literal["square", "round", "diamond", "hexagon", "bar"]
Severity = Literal["info", "check", "stop"]
Sign = Literal["", "share_without_base", "unpaired_marks", "fused_words", "code_fence"]
Voice = Literal["", "author"]
RaisedBy = Literal["rule", "annotator"]


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of annotation: how it is explained, chosen by key and painted.

    `colour` is the name of a role of the theme; underline, chip and letter tell labels apart
    without colour. Nothing else may overlap an annotation with an `exclusive` label.
    """

    id: str
    name: str
    key: str = ""
    help: str = ""
    positive: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    colour: str = ""
    underline: Underline = "solid"
    chip: Chip = "square"
    letter: str = ""
    exclusive: bool = False
    attributes: tuple[Attribute, ...] = ()

    def attribute(self, attribute_id: str) -> Attribute | None:
        """The attribute of this id."""
        return by_id(self.attributes, attribute_id)

    @property
    def keyed_attribute(self) -> Attribute | None:
        """The attribute whose values have keys of their own (the polarity of a sentiment)."""
        return next((a for a in self.attributes if any(v.key for v in a.values)), None)


@dataclass(frozen=True, slots=True)
class LabelChoice:
    """One line of the label palette: what one key stroke labels with."""

    key: str
    name: str
    label: str
    attributes: Mapping[str, str]
    colour: str
    glyph: str


@dataclass(frozen=True, slots=True)
class RelationKind:
    """A kind of directed pair: which labels it may leave (`sources`) and reach (`targets`).

    `name` reads from the first end, `inverse` from the second. `max_from` limits how many may
    leave one annotation (0: no limit); `excludes` names kinds that may not join the same pair.
    """

    id: str
    name: str
    inverse: str = ""
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    scope: Scope = "document"
    symmetric: bool = False
    max_from: int = 0
    acyclic: bool = False
    excludes: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    help: str = ""

    def allows(self, from_label: str, to_label: str) -> bool:
        """Whether this relation may lead from the one label to the other."""
        return from_label in self.sources and to_label in self.targets

    def attribute(self, attribute_id: str) -> Attribute | None:
        """The attribute of this id."""
        return by_id(self.attributes, attribute_id)


@dataclass(frozen=True, slots=True)
class ArticleLabelKind:
    """A label on the whole article, with closed values."""

    id: str
    name: str
    values: tuple[Value, ...] = ()
    measure: Measure = "nominal"
    help: str = ""

    def value(self, value_id: str) -> Value | None:
        """The value of this id, for its name and help."""
        return by_id(self.values, value_id)


@dataclass(frozen=True, slots=True)
class FlagReason:
    """Why something is put before an editor; raised by a rule of the scheme or only by people."""

    id: str
    name: str
    help: str = ""
    raised_by: RaisedBy = "annotator"


@dataclass(frozen=True, slots=True)
class Condition:
    """An attribute that must have one of these values for a rule to hold."""

    attribute: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """When to raise a flag by itself: on annotations of a label, or on relations of a kind.

    For a label every condition of `where` must hold and none of `unless`, a relation of kind
    `having` must touch the annotation, and none of kind `without`. With `related` every annotation
    at the other ends of `having` must meet those conditions. The words must hold one of `mentions`
    and show the sign `shows`; with `voice` nobody else may be credited with them; with `undated`
    the article must have no date.
    """

    id: str
    flag: str
    severity: Severity = "check"
    label: str = ""
    relation: str = ""
    where: tuple[Condition, ...] = ()
    having: str = ""
    without: str = ""
    unless: tuple[Condition, ...] = ()
    related: tuple[Condition, ...] = ()
    mentions: tuple[str, ...] = ()
    shows: Sign = ""
    voice: Voice = ""
    undated: bool = False

    def fits(self, label: Label, attributes: Mapping[str, object]) -> bool:
        """Whether attributes meet the conditions of the rule, whatever the relations are."""
        return all(_meets(label, attributes, each) for each in self.where) and not any(
            _meets(label, attributes, each) for each in self.unless
        )

    def accepts(self, label: Label, attributes: Mapping[str, object]) -> bool:
        """Whether an annotation at the other end of `having` meets the conditions for it."""
        return all(_meets(label, attributes, each) for each in self.related)


@dataclass(frozen=True, slots=True)
class Guideline:
    """A rule for people, on a label, relation or article label, or on the scheme (no id)."""

    applies_to: str
    text: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """Everything a project may label with."""

    id: str
    revision: int
    title: str
    language: str = "en"
    labels: tuple[Label, ...] = ()
    relations: tuple[RelationKind, ...] = ()
    article_labels: tuple[ArticleLabelKind, ...] = ()
    flag_reasons: tuple[FlagReason, ...] = ()
    rules: tuple[Rule, ...] = ()
    guidelines: tuple[Guideline, ...] = ()

    def label(self, label_id: str) -> Label | None:
        """The label of this id."""
        return by_id(self.labels, label_id)

    def relation(self, relation_id: str) -> RelationKind | None:
        """The relation kind of this id."""
        return by_id(self.relations, relation_id)

    def article_label(self, article_label_id: str) -> ArticleLabelKind | None:
        """The article label of this id."""
        return by_id(self.article_labels, article_label_id)

    def flag_reason(self, reason_id: str) -> FlagReason | None:
        """The flag reason of this id."""
        return by_id(self.flag_reasons, reason_id)

    def relations_between(self, from_label: str, to_label: str) -> tuple[RelationKind, ...]:
        """The relations that may lead from the one label to the other, in their order."""
        return tuple(kind for kind in self.relations if kind.allows(from_label, to_label))

    def guidelines_for(self, applies_to: str) -> tuple[Guideline, ...]:
        """The guidelines on one label, relation or article label."""
        return tuple(each for each in self.guidelines if each.applies_to == applies_to)

    @property
    def entity_attributes(self) -> tuple[tuple[str, str], ...]:
        """Which attributes of which labels name entities: pairs of their ids."""
        return tuple(
            (label.id, attribute.id)
            for label in self.labels
            for attribute in label.attributes
            if attribute.kind == "entity"
        )

    def choices(self) -> tuple[LabelChoice, ...]:
        """The lines of the label palette; the digits 1 to 9 choose them by this order."""
        return tuple(choice for label in self.labels for choice in _choices_of(label))

    def missing_attributes(
        self, label_id: str, attributes: Mapping[str, object]
    ) -> tuple[Attribute, ...]:
        """The required attributes that an annotation still lacks: it is incomplete."""
        label = self.label(label_id)
        return tuple(
            attribute
            for attribute in (label.attributes if label else ())
            if attribute.required
            and attribute.default is None
            and attributes.get(attribute.id) in (None, "", (), [])
        )

    def attribute_problems(
        self, label_id: str, attributes: Mapping[str, object]
    ) -> tuple[str, ...]:
        """What is wrong with the attributes of an annotation: unknown ones and bad values."""
        label = self.label(label_id)
        if label is None:
            return (f"The scheme has no label {label_id!r}.",)
        return _attribute_problems(label, attributes)

    def relation_attribute_problems(
        self, relation_id: str, attributes: Mapping[str, object]
    ) -> tuple[str, ...]:
        """The same for the attributes of a relation."""
        relation = self.relation(relation_id)
        if relation is None:
            return (f"The scheme has no relation {relation_id!r}.",)
        return _attribute_problems(relation, attributes)

    def canonical_json(self) -> str:
        """The one spelling of this scheme: sorted keys, no spaces, nothing left at its default.

        Leaving defaults out keeps the hash when a later version learns a new optional field.
        """
        return json.dumps(_plain(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @property
    def sha256(self) -> str:
        """The SHA-256 of the canonical JSON; computed anew each time, so ask once per file."""
        import hashlib  # not needed to open a project

        return hashlib.sha256(self.canonical_json().encode("utf-8")).hexdigest()

    @classmethod
    def from_json(cls, text: str) -> "Scheme":
        """The scheme that a project stored as canonical JSON; the same one for the same text."""
        return _scheme_from(text)


# A project is opened again and again, by the window, by what runs beside it, and by each writer.
@lru_cache(maxsize=4)
def _scheme_from(text: str) -> Scheme:
    return cast("Scheme", _record(Scheme, json.loads(text)))


# Which record the entries of a list field are; other lists hold plain strings.
_ENTRY_TYPES: dict[str, type[object]] = {
    "labels": Label,
    "relations": RelationKind,
    "article_labels": ArticleLabelKind,
    "flag_reasons": FlagReason,
    "rules": Rule,
    "guidelines": Guideline,
    "attributes": Attribute,
    "values": Value,
    "where": Condition,
    "unless": Condition,
    "related": Condition,
}


def _choices_of(label: Label) -> tuple[LabelChoice, ...]:
    keyed = label.keyed_attribute
    plain = LabelChoice(label.key, label.name, label.id, {}, label.colour, label.letter)
    if keyed is None:
        return (plain,)
    return ((plain,) if label.key else ()) + tuple(
        LabelChoice(
            value.key,
            value.name,
            label.id,
            {keyed.id: value.id},
            value.colour or label.colour,
            value.glyph or label.letter,
        )
        for value in _from_the_top(keyed)
    )


def _from_the_top(attribute: Attribute) -> list[Value]:
    """The values as people list them: a scale from its top, then what is off the scale."""
    if attribute.measure == "nominal":
        return list(attribute.values)
    downwards = attribute.values[::-1]
    return sorted(downwards, key=lambda value: value.off_scale)


def _meets(label: Label, attributes: Mapping[str, object], condition: Condition) -> bool:
    attribute = label.attribute(condition.attribute)
    fallback = attribute.default if attribute else None
    actual = attributes.get(condition.attribute, fallback)
    chosen = actual if isinstance(actual, list | tuple) else (actual,)
    return any(value in condition.values for value in chosen)


def _attribute_problems(
    owner: Label | RelationKind, attributes: Mapping[str, object]
) -> tuple[str, ...]:
    problems = []
    for attribute_id, value in attributes.items():
        attribute = owner.attribute(attribute_id)
        if attribute is None:
            problems.append(f"{owner.id} has no attribute {attribute_id!r}.")
        elif problem := attribute.problem_with(value):
            problems.append(problem)
    return tuple(problems)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    kind = type(value)
    if not is_dataclass(kind):
        return value
    plain = {}
    for name, default in _defaults(kind):
        held = getattr(value, name)
        if default is MISSING or held != default:
            plain[name] = _plain(held)
    return plain


# Every export tells the hash of its scheme, for which some thousand values are looked at.
@cache
def _defaults(record_type: type[object]) -> tuple[tuple[str, object], ...]:
    return tuple((each.name, each.default) for each in fields(record_type))  # type: ignore[arg-type]


def _record(record_type: type[object], plain: Mapping[str, object]) -> object:
    arguments = {
        name: tuple(_entry(name, item) for item in held) if isinstance(held, list) else held
        for name, held in plain.items()
    }
    return record_type(**arguments)


def _entry(list_name: str, item: object) -> object:
    return _record(_ENTRY_TYPES[list_name], item) if isinstance(item, dict) else item
