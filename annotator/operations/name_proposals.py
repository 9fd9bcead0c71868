"""What a name of another tool most likely means in a scheme: by its letters, or by usage."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from annotator.domain.attribute import Attribute
from annotator.domain.scheme import ArticleLabelKind, Label, RelationKind, Scheme
from annotator.formats.name_map import AttributeMeaning, LabelMeaning, RelationMeaning

_LABELS: Mapping[str, tuple[str, ...]] = {
    "claim": ("statement", "assertion", "proposition", "content", "says"),
    "source": ("speaker", "sayer", "author", "attributionsource", "informant", "origin"),
    "cue": ("attribution", "attributioncue", "reportingverb", "speechverb", "signal", "trigger"),
    "quote": ("quotation", "directquote", "quotedspeech", "directspeech"),
    "sentiment": ("target", "opiniontarget", "sentimenttarget", "aspect", "attitude"),
    "expression": ("opinionexpression", "polarexpression", "loadedlanguage", "loadedword"),
    "boilerplate": ("noise", "notext", "junk", "navigation"),
}
_RELATIONS: Mapping[str, tuple[str, ...]] = {
    "attributed_to": (
        "attribution", "saidby", "statedby", "claimedby", "toldby", "hassource", "source",
        "speaker", "who", "said", "says",
    ),
    "cued_by": ("cue", "hascue", "signalledby", "triggeredby"),
    "reported_via": ("via", "through", "reportedby"),
    "held_by": ("sentimentfrom", "holder", "hasholder", "opinionholder"),
    "shown_by": ("evidence", "expressedby", "shows"),
    "supports": ("support", "pro", "inference"),
    "attacks": ("attack", "con", "rebuts", "undercuts", "conflict"),
    "same_claim": ("same", "equivalent", "equivalentto", "paraphrase", "restates"),
    "contradicts": ("contradiction", "contradictory", "disagrees"),
    "refines": ("refinement", "specifies", "narrows"),
    "same_text_as": ("sametext", "duplicateof", "copyof"),
}  # fmt: skip
_ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "polarity": ("stance", "sentiment", "valence", "tone"),
    "check_worthiness": ("checkworthy", "checkworthiness", "checkable"),
    "certainty": ("factuality", "modality", "confidence"),
    "claim_kind": ("claimtype", "kind", "type"),
    "source_type": ("sourcekind", "kind", "type"),
    "quote_kind": ("quotetype", "kind", "type"),
    "entity": ("referent", "entityid", "canonicalname"),
}
_VALUES: Mapping[str, tuple[str, ...]] = {
    "positive": ("pos", "favourable", "favorable", "pro"),
    "negative": ("neg", "unfavourable", "unfavorable", "con", "anti"),
    "neutral": ("neu", "none", "neut"),
    "check_worthy": ("yes", "true", "worthy"),
    "not_checkable": ("no", "false"),
}

_WORD = re.compile(r"[^\W_]+")
_BEFORE = re.compile(r".*[./:#|]")


class _Named(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=_Named)


def folded(name: str) -> str:
    """A name as names are compared: without name space, case, punctuation and plural."""
    plain = "".join(_WORD.findall(_BEFORE.sub("", name) or name)).casefold()
    if plain.endswith("ies") and len(plain) > 4:
        return plain[:-3] + "y"
    return (
        plain[:-1] if plain.endswith("s") and not plain.endswith("ss") and len(plain) > 3 else plain
    )


def label_for(name: str, scheme: Scheme) -> LabelMeaning | None:
    """Our label for one of another tool, if any: by name, with a value in it, or by usage."""
    found = _one(name, scheme.labels, {})
    if found is not None:
        return LabelMeaning(found.id)
    wanted = folded(name)
    for label, attribute, value in _choices(scheme):
        joined = (label.id + value, value + label.id, label.name + value, attribute.id + value)
        if wanted in {folded(each) for each in (*joined, value)}:
            return LabelMeaning(label.id, {attribute.id: value})
    usual = _one(name, scheme.labels, _LABELS)
    return LabelMeaning(usual.id) if usual else None


def relation_for(name: str, scheme: Scheme) -> RelationMeaning | None:
    """The same for a relation: by its name, by what it is called from its end, or by usage."""
    found = _one(name, scheme.relations, {})
    if found is not None:
        return RelationMeaning(found.id)
    wanted = folded(name)
    for kind in scheme.relations:
        if kind.inverse and not kind.symmetric and folded(kind.inverse) == wanted:
            return RelationMeaning(kind.id, is_reversed=True)
    usual = _one(name, scheme.relations, _RELATIONS)
    return RelationMeaning(usual.id) if usual else None


def only_relation(scheme: Scheme, from_label: str, to_label: str) -> RelationMeaning | None:
    """The relation for one without a name: if only one within articles may join the two labels."""
    ways = [
        (kind.id, is_reversed)
        for kind in scheme.relations
        for is_reversed, ends in ((False, (from_label, to_label)), (True, (to_label, from_label)))
        if kind.scope == "document" and kind.allows(*ends)
    ]
    return RelationMeaning(*ways[0]) if len(ways) == 1 else None


def attribute_for(name: str, owner: Label | RelationKind) -> AttributeMeaning | None:
    """The same for an attribute of a label or relation: by its name, or by usage."""
    found = _one(name, owner.attributes, _ATTRIBUTES)
    return AttributeMeaning(found.id) if found else None


def article_label_for(name: str, value: str, scheme: Scheme) -> AttributeMeaning | None:
    """The same for an article label: by its name, or by a value that no other has."""
    found = _one(name, scheme.article_labels, {})
    if found is not None:
        return AttributeMeaning(found.id)
    having = [kind for kind in scheme.article_labels if value_for(value, kind) is not None]
    return AttributeMeaning(having[0].id) if len(having) == 1 else None


def value_for(value: str, owner: Attribute | ArticleLabelKind) -> str | None:
    """Our value for one of another tool; None where there is none."""
    found = _one(value, owner.values, _VALUES)
    return found.id if found else None


def _one(name: str, records: Sequence[N], usage: Mapping[str, tuple[str, ...]]) -> N | None:
    """The record that a name names: its id, then the same letters, then what usage calls it."""
    wanted = folded(name)
    tests: Iterable[Callable[[N], bool]] = (
        lambda each: each.id == name,
        lambda each: wanted in (folded(each.id), folded(each.name)),
        lambda each: wanted in map(folded, usage.get(each.id, ())),
    )
    if not wanted:
        return None
    return next((each for test in tests for each in records if test(each)), None)


def _choices(scheme: Scheme) -> Iterator[tuple[Label, Attribute, str]]:
    for label in scheme.labels:
        keyed = label.keyed_attribute
        for value in keyed.values if keyed else ():
            yield label, keyed, value.id  # type: ignore[misc]
