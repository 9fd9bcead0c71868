"""The language in which articles are looked for, in the window and in commands.

`bridge "four million" label:claim has:flag by:ana status:open outlet:"Coastal Register" -draft`:
all parts must hold, a minus turns one round, a star at the end of a word stands for any ending.
"""

import re
import unicodedata
from dataclasses import dataclass

from annotator.domain.errors import UserError
from annotator.domain.progress import STATUSES

FIELDS = ("label", "has", "by", "status", "outlet", "language", "id")
THINGS = ("annotation", "flag", "note", "relation", "verdict")
"""What `has:` can ask for."""

NOT_BEGUN = "open"
STATES = (NOT_BEGUN, *STATUSES)
"""What `status:` can ask for; `open` is an article that nobody, or `by:`, has begun."""

MOST_TERMS = 100

UNCLOSED = "A quotation mark is not closed: all that follows it is one phrase."

_QUOTES = {'"': '"', "“": "”", "„": "”“", "«": "»"}
_FIELD = re.compile(r"([^\W\d_]+):")
_END = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a query: words to find when `field` is empty, else what a field must be."""

    value: str
    field: str = ""
    is_negated: bool = False
    is_prefix: bool = False


def parse(query: str) -> tuple[Term, ...]:
    """The parts of a query; none when it asks for nothing.

    Raises:
        UserError: a field is unknown, has no value or one that it cannot have.
    """
    _check_characters(query)
    terms: list[Term] = []
    place = 0
    while place < len(query):
        if query[place].isspace():
            place += 1
            continue
        term, place = _term(query, place)
        if term is not None:
            terms.append(term)
    if len(terms) > MOST_TERMS:
        raise UserError(
            f"The search has {len(terms)} parts. Nothing was searched. Use at most {MOST_TERMS}."
        )
    return tuple(terms)


def is_unclosed(query: str) -> bool:
    """Whether a quotation mark is opened in a query and not closed, so that a phrase runs on."""
    place = 0
    while place < len(query):
        if query[place].isspace():
            place += 1
            continue
        place += query.startswith("-", place)
        named = _FIELD.match(query, place)
        place = named.end() if named else place
        is_quoted = query[place : place + 1] in _QUOTES
        _, _, place = _value(query, place)
        if is_quoted and place > len(query):
            return True
    return False


def words_of(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The words and phrases that must be there."""
    return tuple(term for term in terms if not term.field and not term.is_negated)


def _check_characters(query: str) -> None:
    for character in query:
        if character == "\0" or "\ud800" <= character <= "\udfff":
            raise UserError(
                f"The search holds U+{ord(character):04X}, which is in no text. "
                "Nothing was searched. Leave the character out."
            )


def _term(query: str, place: int) -> tuple[Term | None, int]:
    """The part that begins at `place`, None when it asks for nothing, and where it ends."""
    is_negated = query.startswith("-", place)
    place += is_negated
    named = _FIELD.match(query, place)
    field = named[1].lower() if named else ""
    if named:
        _check_field(field)
        place = named.end()
    value, is_quoted, place = _value(query, place)
    if field:
        return Term(_checked(field, value), field, is_negated), place
    is_prefix = value.endswith("*") and not is_quoted
    if is_prefix:
        value = value.rstrip("*")
    if not _asks_for_something(value):
        return None, place
    return Term(value, "", is_negated, is_prefix), place


def _value(query: str, place: int) -> tuple[str, bool, int]:
    """What stands at `place`, up to white space or the closing quotation mark."""
    closing = _QUOTES.get(query[place : place + 1])
    if closing is None:
        end = _END.search(query, place)
        stop = end.start() if end else len(query)
        return query[place:stop], False, stop
    stop = place + 1
    while stop < len(query) and query[stop] not in closing:
        stop += 1
    return query[place + 1 : stop], True, stop + 1


def _check_field(field: str) -> None:
    if field not in FIELDS:
        known = ", ".join(f"{name}:" for name in FIELDS)
        raise UserError(
            f"There is no field “{field}:”. Nothing was searched. Known are {known} "
            "To look for the words themselves, put them in quotation marks."
        )


def _checked(field: str, value: str) -> str:
    known = {"has": THINGS, "status": STATES}.get(field)
    if not value.strip():
        example = f" such as {field}:{known[0]}" if known else ""
        raise UserError(f"“{field}:” has no value. Nothing was searched. Give one{example}.")
    if known and (spelled := value.casefold()) in known:
        return spelled
    if known:
        raise UserError(
            f"“{field}:{value}” is not known. Nothing was searched. "
            f"Choose one of: {', '.join(known)}."
        )
    return value


def _asks_for_something(value: str) -> bool:
    """Whether there is a letter, a digit or a symbol in it; punctuation is not looked for."""
    return any(unicodedata.category(character)[0] in "LNSM" for character in value)
