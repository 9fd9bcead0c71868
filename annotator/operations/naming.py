"""Which names to propose for the words of an annotation: the likeliest entity first."""

from collections.abc import Iterable, Iterator
from operator import itemgetter

from annotator.domain.annotation import Annotation
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.operations.entities import Directory, held_by
from annotator.text.names import folded

MOST = 60

_OF_PERSONS = {"he", "she", "him", "her", "his", "hers", "himself", "herself", "who"}
_OF_PERSONS |= {"er", "sie", "ihm", "ihr", "il", "elle", "lui", "él", "ella"}
_OF_ANY = {"it", "its", "itself", "they", "them", "their", "theirs", "themselves", "which", "that"}
_OF_ANY |= {"es", "ils", "elles"}
_PERSON_TYPES = ("named_person", "unnamed_person")


def proposals(
    sheet: Sheet,
    scheme: Scheme,
    known: Directory,
    annotation: Annotation,
    *,
    others: Iterable[str] = (),
) -> list[str]:
    """Names for the entity of an annotation, the likeliest first.

    A pronoun proposes whoever was named last before it, a person for “she”; other words propose
    those who go by them, or by a word of them, then themselves as a new name. After that come the
    entities of the article by nearness, and `others` of the project by name.
    """
    words = folded(annotation.text)
    near = _by_nearness(sheet, scheme, known, annotation)
    if words in _OF_PERSONS | _OF_ANY:
        first = _before(sheet, scheme, known, annotation, is_person=words in _OF_PERSONS)
        own: list[str] = []
    else:
        pool = dict.fromkeys((*near, *(entity.id for entity in known), *others))
        alike = sorted(_alike(words, pool, known), key=itemgetter(0))
        first = [entity for _, entity in alike]
        own = [annotation.text] if len(words) <= MOST and "\n" not in annotation.text else []
    rest = sorted((known.id_of(each) for each in others), key=folded)
    found = dict.fromkeys((*first, *(known.id_from(each) for each in own), *near, *rest))
    names = dict.fromkeys(known.entity(each).name for each in found if each)
    return list(names)[:MOST]


def _by_nearness(
    sheet: Sheet, scheme: Scheme, known: Directory, annotation: Annotation
) -> list[str]:
    """The entities of the article; those before the words go before those as far behind them."""
    distances: dict[str, tuple[int, bool]] = {}
    for each, entity in _named(sheet, scheme, known, annotation):
        is_behind = each.start > annotation.start
        distance = abs(each.start - annotation.start)
        distances[entity] = min(distances.get(entity, (distance, is_behind)), (distance, is_behind))
    return sorted(distances, key=lambda entity: distances[entity])


def _before(
    sheet: Sheet, scheme: Scheme, known: Directory, annotation: Annotation, *, is_person: bool
) -> list[str]:
    """The entities named before the words, the last first; persons before others for “she”."""
    named = [
        (each.start, entity, each.attributes.get("source_type") in _PERSON_TYPES)
        for each, entity in _named(sheet, scheme, known, annotation)
        if each.start < annotation.start
    ]
    named.sort(reverse=True)
    persons = {entity for _, entity, is_one in named if is_one}
    if is_person:
        named.sort(key=lambda item: item[1] not in persons)
    return list(dict.fromkeys(entity for _, entity, _ in named))


def _named(
    sheet: Sheet, scheme: Scheme, known: Directory, annotation: Annotation
) -> Iterator[tuple[Annotation, str]]:
    for each in sheet.annotations.values():
        held = held_by(scheme, each)
        if held and each.id != annotation.id:
            yield each, known.id_of(held)


def _alike(words: str, pool: Iterable[str], known: Directory) -> Iterator[tuple[int, str]]:
    """Entities that go by the words (0), by more words with these in them (1), or share one (2)."""
    wanted = set(words.split())
    for entity in pool:
        names = [folded(name) for name in known.entity(entity).names]
        if words in names:
            yield 0, known.id_of(entity)
        elif any(wanted >= set(name.split()) or wanted <= set(name.split()) for name in names):
            yield 1, known.id_of(entity)
        elif any(_telling(wanted) & _telling(set(name.split())) for name in names):
            yield 2, known.id_of(entity)


def _telling(words: set[str]) -> set[str]:
    """Words long enough to tell one from another."""
    return {word for word in words if len(word) > 3}
