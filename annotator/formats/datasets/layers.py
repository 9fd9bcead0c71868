"""Labels as layers of UIMA and WebAnno: their types and features, and the facts they tell.

A label or relation is a type in the name space of layers that people make themselves, its
attributes are features. Attributes are told as text, numbers too; a list is an array, or as JSON
where a format has none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

import orjson

from annotator.domain.annotation import Annotation
from annotator.domain.json import Json
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.formats.annotated.layers import CUSTOM, FRAGMENTS, written_fragments
from annotator.formats.datasets.proof import ANNOTATION, RELATION, Fact, Places, places_of
from annotator.formats.datasets.work import Work
from annotator.formats.marked_text import MarkedText
from annotator.formats.offset_units import Counting, Positions
from annotator.text.offsets import Utf16Map


def label_type(label: str) -> str:
    """The type of a label."""
    return f"{CUSTOM}{label}"


def relation_type(relation: str, scheme: Scheme) -> str:
    """The type of a relation; apart from that of a label with the same id."""
    space = "relation." if scheme.label(relation) else ""
    return f"{CUSTOM}{space}{relation}"


def told_text(value: Json) -> str:
    """A value as the text of a feature; a list is JSON."""
    return value if isinstance(value, str) else orjson.dumps(value).decode()


def told(attributes: Mapping[str, Json]) -> dict[str, Json]:
    """Attributes as features tell them: text, or lists of it."""
    return {
        name: [told_text(each) for each in value] if isinstance(value, list) else told_text(value)
        for name, value in sorted(attributes.items())
    }


def fragments_feature(places: Places, units: Utf16Map) -> dict[str, str]:
    """The feature that tells fragments, where there is more than one."""
    if len(places) == 1:
        return {}
    pairs = [(units.to16(start), units.to16(end)) for start, end in places]
    return {FRAGMENTS: written_fragments(pairs)}


def expected_facts(
    work: Work, gone: Set[tuple[str, str]], places: Mapping[str, Places]
) -> Iterator[Fact]:
    """What ought to be in the file of a work; `places` tells which annotations lie elsewhere."""
    text, article = work.article.text, work.article.id
    here = {e.id: e for e in work.annotations if (ANNOTATION, e.id) not in gone}
    at = {e.id: places.get(e.id, places_of(e)) for e in here.values()}
    for each in here.values():
        words = " ".join([text[start:end] for start, end in at[each.id]])
        yield Fact(ANNOTATION, article, "", each.label, at[each.id], words, _json(each.attributes))
    for link in work.relations:
        if link.from_id in here and link.to_id in here and (RELATION, link.id) not in gone:
            yield _relation_fact(link, here, at, article)


def _relation_fact(
    link: Relation, here: Mapping[str, Annotation], at: Mapping[str, Places], article: str
) -> Fact:
    words = f"{here[link.from_id].label}>{here[link.to_id].label}"
    both = (*at[link.from_id], *at[link.to_id])
    return Fact(RELATION, article, "", link.label, both, words, _json(link.attributes))


def found_facts(marked: MarkedText, article: str) -> Iterator[Fact]:
    """What a reader found in the file of an article."""
    positions = Positions(marked.text, Counting(marked.unit))
    at: dict[str, Places] = {}
    labels: dict[str, str] = {}
    for mark in marked.marks:
        places = tuple([(positions.stored(s), positions.stored(e)) for s, e in mark.places])
        at[mark.identity], labels[mark.identity] = places, mark.label
        words = " ".join([marked.text[start:end] for start, end in places])
        yield Fact(ANNOTATION, article, "", mark.label, places, words, _json(mark.attributes))
    for link in marked.links:
        words = f"{labels[link.from_id]}>{labels[link.to_id]}"
        both = (*at[link.from_id], *at[link.to_id])
        yield Fact(RELATION, article, "", link.label, both, words, _json(link.attributes))


def names_of_attributes(of: Iterable[Annotation | Relation]) -> dict[str, Sequence[str]]:
    """The attributes that occur, by label, in the order of their names."""
    found: dict[str, set[str]] = {}
    for each in of:
        found.setdefault(each.label, set()).update(each.attributes)
    return {label: sorted(names) for label, names in found.items()}


def _json(attributes: Mapping[str, Json]) -> str:
    return orjson.dumps(told(attributes)).decode() if attributes else ""
