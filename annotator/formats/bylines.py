"""Telling a byline from other lines: whom a text is by, in the languages of many newsrooms."""

import re

_BY = re.compile(
    r"(?:(?:written|story|words|text|reported|reporting|report)\s+by|by|von|par|por|di|door|av|af|"
    r"text|autor(?:in|en)?|author|auteur)(?:\s*:\s*|\s+)(?P<names>\S.*)",
    re.IGNORECASE,
)
_LONGEST, _MOST_NAMES = 140, 6
_BETWEEN = re.compile(r"\s*(?:,|;|&|\||·|•|–|—|/|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*")
_OFFICES = frozenset(
    ("ap", "afp", "dpa", "reuters", "staff", "agencies", "agency", "redaktion", "newsroom", "ansa",
     "efe", "upi", "epd", "kna", "sid", "pa")
)  # fmt: skip
# Names have such small words inside.
_SMALL = frozenset(
    ("de", "da", "di", "du", "del", "della", "van", "von", "der", "den", "ten", "la", "le", "el",
     "al", "bin", "ibn", "of", "the", "zu", "zur", "dos", "das", "in", "for")
)  # fmt: skip
_NO_NAMES = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
     "february", "march", "april", "may", "june", "july", "august", "september", "october",
     "november", "december", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
     "sonntag", "contrast", "comparison", "then", "now", "law", "far", "default")
)  # fmt: skip


def is_byline(line: str, author: str) -> bool:
    """Whether a line says by whom the article is; `author` is who is known to be."""
    if author and _plain(line) == _plain(author):
        return True
    found = _BY.fullmatch(line) if len(line) <= _LONGEST else None
    if found is None:
        return False
    if author and _plain(found["names"]) == _plain(author):
        return True
    names = [part for part in _BETWEEN.split(found["names"]) if part]
    if not names or len(names) > _MOST_NAMES or line[-1] in ":;!?":
        return False
    return _is_name(names[0]) and (line[-1] != "." or len(line.rsplit(maxsplit=1)[-1]) <= 4)


def _is_name(words: str) -> bool:
    """Whether words are a name of two words and more, or an office that is named so."""
    parts = [part.strip("(),") for part in words.split()]
    if not parts or len(parts) > 6 or parts[0].lower().rstrip(".") in _NO_NAMES:
        return False
    if parts[0].lower() in _OFFICES:
        return True
    large = [part for part in parts if part and _is_large(part)]
    small = [part for part in parts if part.lower() not in _SMALL and part not in large]
    return len(large) >= 2 and not small


def _is_large(part: str) -> bool:
    return part[0].isalpha() and part[0] == part[0].upper()


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
