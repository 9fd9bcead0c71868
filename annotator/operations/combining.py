"""One annotation out of several people's: merged, or as most of them have it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from annotator.domain.annotation import Annotation
from annotator.domain.comparison import Case
from annotator.domain.errors import UserError
from annotator.domain.json import Json

T = TypeVar("T")


def merged(case: Case, annotators: Sequence[str]) -> Annotation:
    """The longest words, the label that most have, and for each attribute the first value.

    Raises:
        UserError: nobody has anything here.
    """
    given = [case.members[name] for name in annotators if name in case.members]
    if not given:
        raise UserError("Nobody has anything here. Nothing was changed.")
    longest = max(given, key=lambda each: (sum(map(len, each.fragments)), -given.index(each)))
    alike = [each for each in given if each.label == case.label]
    attributes: dict[str, Json] = {}
    for each in alike:
        for name, value in each.attributes.items():
            attributes[name] = _joined(attributes[name], value) if name in attributes else value
    return replace(longest, label=case.label, attributes=attributes)


def majority(case: Case, annotators: Sequence[str]) -> tuple[Annotation | None, str | None]:
    """What more than half of the annotators have: an annotation, a value, or nothing.

    Words, label and each attribute are counted by themselves, among those who have any.

    Raises:
        UserError: in some respect there is no majority.
    """
    if case.stance is not None:
        return None, _most(list(case.values.values()), "the value")
    if case.is_of_article:
        return None, _most([case.values.get(name) for name in annotators], "the value")
    if not _most([name in case.members for name in annotators], "whether anything belongs here"):
        return None, None
    given = [case.members[name] for name in annotators if name in case.members]
    label = _most([each.label for each in given], "the label")
    alike = [each for each in given if each.label == label]
    fragments = _most([each.fragments for each in given], "the words")
    model = next(each for each in given if each.fragments == fragments)
    attributes = _voted([each.attributes for each in alike])
    return replace(model, label=label, attributes=attributes), None


def _voted(given: Sequence[Mapping[str, Json]]) -> dict[str, Json]:
    names = dict.fromkeys(name for values in given for name in values)
    found = {}
    for name in names:
        value = _most([_hashable(values.get(name)) for values in given], "the values")
        if value is not None:
            found[name] = next(v[name] for v in given if _hashable(v.get(name)) == value)
    return found


def _most(votes: Sequence[T], about: str) -> T:
    """What more than half say.

    Raises:
        UserError: nothing has that many.
    """
    winner, number = Counter(votes).most_common(1)[0]
    if number * 2 <= len(votes):
        raise UserError(f"There is no majority about {about}. Nothing was changed. Choose a side.")
    return winner


def _hashable(value: Json) -> object:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else value


def _joined(first: Json, other: Json) -> Json:
    """Of a list everything that anybody has; of anything else what came first."""
    if isinstance(first, list | tuple) and isinstance(other, list | tuple):
        return [*first, *(each for each in other if each not in first)]
    return first
