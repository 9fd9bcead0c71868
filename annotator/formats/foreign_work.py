"""The work of one annotator of another tool on one article, made rows piece by piece.

Names of labels, relations and attributes stay as the other tool has them; an import translates
them. Nothing is moved unless a person asked for it: where the words are elsewhere, both are told.
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import orjson

from annotator.domain.article import Article
from annotator.domain.identity import LONGEST_NAME, is_name, name_from
from annotator.domain.json import Json
from annotator.domain.span import Span, problem_with
from annotator.domain.span import words as words_of
from annotator.formats import advice
from annotator.formats.incoming import AnnotationRow, RelationRow
from annotator.formats.json_values import Refused
from annotator.formats.offset_units import Positions, same_words
from annotator.text.graphemes import has_only_separate_characters, is_boundary, snap

_MOST_PLACES = 1_000
_LONGEST_SHOWN = 90
_MOST_RANGES = 8


class Context(NamedTuple):
    """The words before and after a place, as far as a file gives them."""

    before: str = ""
    after: str = ""


class ForeignWork:
    """Takes annotations and relations as a file has them; `Refused` tells why one cannot come in.

    `moved` tells which came in at another place than the file says, with `reanchors` only.
    """

    def __init__(
        self,
        article: Article,
        annotator: str,
        *,
        format_id: str,
        positions: Positions,
        reanchors: bool = False,
    ) -> None:
        self.annotations: dict[str, AnnotationRow] = {}
        self.relations: dict[str, RelationRow] = {}
        self.moved: list[str] = []
        self._named: dict[str, dict[tuple[object, ...], str]] = {}
        self._article = article
        self._annotator = annotator
        self._origin = f"import:{format_id}"
        self._positions = positions
        self._reanchors = reanchors
        self._has_clusters = not has_only_separate_characters(article.text)

    def annotate(
        self,
        label: str,
        places: Sequence[tuple[int, int]],
        *,
        words: str | None = None,
        identity: str = "",
        attributes: Mapping[str, Json] | None = None,
        note: str = "",
        context: Context | None = None,
    ) -> str:
        """Take an annotation; places are in the file's unit, ends exclusive. Gives its id.

        What says the same as one before is that one.
        """
        check_name(label, "label")
        _check_json(attributes or {})
        fragments = self._fragments(places, words, context or Context())
        start, end = fragments[0].start, fragments[-1].end
        written = ",".join(f"[{each.start},{each.end}]" for each in fragments)
        row = (
            self._article.id,
            self._annotator,
            label,
            start,
            end,
            f"[{written}]",
            words_of(self._article.text, fragments),
            _json(attributes or {}),
            self._origin,
            note,
        )
        base = identity or name_from(label, f"{start}-{end}")
        if identity and self.annotations.get(base, (base, *row))[1:] != row:
            raise Refused("another one has its id")
        name = base if identity else self._name_for(base, row)
        self.annotations[name] = (name, *row)
        return name

    def _name_for(self, base: str, row: tuple[object, ...]) -> str:
        """The name of an annotation that says the same, or a new one."""
        known = self._named.setdefault(base, {})
        number = len(known) + 1
        name = base if number == 1 else f"{base}-{number}"
        while row not in known and self.annotations.get(name, (name, *row))[1:] != row:
            number += 1
            name = f"{base}-{number}"
        return known.setdefault(row, name)

    def relate(
        self,
        label: str,
        from_id: str,
        to_id: str,
        *,
        identity: str = "",
        attributes: Mapping[str, Json] | None = None,
    ) -> str:
        """Take a relation between annotations that came in, by their ids; gives its own id."""
        check_name(label, "name", may_be_empty=True)
        _check_json(attributes or {})
        for end in (from_id, to_id):
            if end not in self.annotations:
                raise Refused(f"its end {end!r} did not come in")
        if from_id == to_id:
            raise Refused("it leads from an annotation to itself")
        article_id = self._article.id
        name = identity or name_from(label or "relation", from_id, to_id)
        row = (
            name, article_id, self._annotator, label, from_id, to_id, article_id,
            _json(attributes or {}),
        )  # fmt: skip
        if self.relations.setdefault(name, row) != row:
            raise Refused("another relation has its id")
        return name

    def _fragments(
        self, places: Sequence[tuple[int, int]], words: str | None, context: Context
    ) -> tuple[Span, ...]:
        stored = self._positions.stored
        text = self._article.text
        try:
            fragments = tuple(Span(stored(start), stored(end)) for start, end in places)
            problem = problem_with(fragments, text)
        except Refused as refusal:
            fragments, problem = (), str(refusal)
        if problem is None and (words is None or same_words(words_of(text, fragments), words)):
            return self._uncut(fragments)
        wrong = problem or f"{_range(fragments)} holds {short(words_of(text, fragments))}"
        if words is None:
            raise Refused(wrong)
        near = fragments[0].start if fragments else places[0][0] if places else 0
        found, choice = place_of(text, words, near=near, context=context)
        if found is None:
            raise Refused(f"{wrong}, not {short(words)} as it says, which stands nowhere else")
        if not self._reanchors:
            raise Refused(
                f"{wrong}, not {short(words)} as it says; these words stand at {_range([found])}"
                f"{choice}. {advice.REANCHOR}"
            )
        self.moved.append(f"{short(words)} was moved to {_range([found])}: {wrong}{choice}.")
        return self._uncut((found,))

    def _uncut(self, fragments: tuple[Span, ...]) -> tuple[Span, ...]:
        """The same; refused where a fragment begins or ends inside one visible character."""
        text = self._article.text
        if not self._has_clusters or all(
            is_boundary(text, edge) for each in fragments for edge in (each.start, each.end)
        ):
            return fragments
        whole = tuple(snap(text, each) for each in fragments)
        both = (
            f"{_range(fragments)}, {short(words_of(text, fragments))}, cuts one visible character; "
            f"the whole ones are {_range(whole)}, {short(words_of(text, whole))}"
        )
        if not self._reanchors or problem_with(whole, text):
            raise Refused(both)
        self.moved.append(f"It was moved: {both}.")
        return whole


def place_of(
    text: str, words: str, *, near: int, context: Context | None = None
) -> tuple[Span | None, str]:
    """Where words stand: by their context, else nearest to a place; and of how many it is one."""
    found: list[int] = []
    start = text.find(words) if words.strip() else -1
    while start >= 0 and len(found) < _MOST_PLACES:
        found.append(start)
        start = text.find(words, start + 1)
    if not found:
        return None, ""
    around = context or Context()
    best = min(
        found, key=lambda place: (-_agreement(text, place, len(words), around), abs(place - near))
    )
    count = f" (the likeliest of {len(found):,} places)" if len(found) > 1 else ""
    return Span(best, best + len(words)), count


def check_name(name: str, what: str, *, may_be_empty: bool = False) -> None:
    """Refuse what cannot be a name of another tool's scheme, in a report or in a map."""
    if name.strip() and len(name) <= LONGEST_NAME and is_encodable(name):
        return
    if name.strip():
        raise Refused(f"its {what} {name[:40]!r} cannot be kept")
    if not may_be_empty:
        raise Refused(f"it has no {what}")


def _check_json(attributes: Mapping[str, Json]) -> None:
    """Refuse attributes with numbers or characters that JSON has no words for."""
    for name, value in attributes.items():
        is_number = not isinstance(value, float) or math.isfinite(value)
        if not (is_number and is_encodable(name + (value if isinstance(value, str) else ""))):
            raise Refused(f"its attribute {name[:40]!r} cannot be kept")


def identity_of(value: object) -> str:
    """An id that a file gives, or nothing where it gives none that can be one."""
    if isinstance(value, str) and is_name(value):
        return value
    return str(value) if type(value) is int else ""


def is_encodable(text: str) -> bool:
    """Whether a text can be stored: it has no NUL and no half of a character."""
    return "\0" not in text and not any("\ud800" <= each <= "\udfff" for each in text)


def short(words: object) -> str:
    """Words as a message shows them."""
    if isinstance(words, str) and len(words) > 2 * _LONGEST_SHOWN:
        words = f"{words[:60]} … {words[-25:]}"
    written = repr(words)
    return written if len(written) <= _LONGEST_SHOWN else f"{written[:60]} … {written[-25:]}"


def _agreement(text: str, place: int, length: int, context: Context) -> int:
    """How many characters of a context stand around a place."""
    start, end = max(0, place - len(context.before)), place + length
    before = _shared(text[start:place][::-1], context.before[::-1])
    return before + _shared(text[end : end + len(context.after)], context.after)


def _shared(one: str, other: str) -> int:
    """How many characters two strings have in common at their beginnings."""
    pairs = zip(one, other, strict=False)
    return next(
        (count for count, (first, second) in enumerate(pairs) if first != second),
        min(len(one), len(other)),
    )


def _range(fragments: Sequence[Span]) -> str:
    shown = ", ".join(f"[{each.start}, {each.end})" for each in fragments[:_MOST_RANGES])
    more = len(fragments) - _MOST_RANGES
    return f"{shown} and {more:,} more" if more > 0 else shown


def _json(attributes: Mapping[str, Json]) -> str:
    if not attributes:
        return "{}"
    return orjson.dumps(dict(attributes), option=orjson.OPT_SORT_KEYS).decode()
