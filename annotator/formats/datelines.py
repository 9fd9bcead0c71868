"""Datelines: the place, and often the agency, with which the first paragraph of a report begins."""

import re

from annotator.formats.date_lines import DATE

_HEAD = re.compile(r"(?P<head>[^\n]{3,70}?)\s*(?:[—–]|--|(?<=\))\s?[-:]|\s-)\s+\S")
_AGENCY = re.compile(r"\s*\((?P<name>[^()\n]{2,40})\)\Z")
_SHORTEST_PARAGRAPH = 40
_NO_PLACES = frozenset(
    ("BREAKING", "UPDATE", "UPDATED", "EXCLUSIVE", "WATCH", "LIVE", "ANALYSIS", "OPINION", "NOTE",
     "CORRECTION", "REVIEW", "VIDEO", "EILMELDUNG", "KOMMENTAR", "FAQ", "UPDATE 1", "BREAKING NEWS")
)  # fmt: skip
_ARTICLES = frozenset(("The", "A", "An", "Der", "Die", "Das", "Le", "La", "El", "Il"))


def end_of_dateline(paragraph: str) -> int:
    """Behind the dateline that a paragraph begins with; 0 when it begins otherwise.

    Known are places in capitals (`BERLIN —`, `HARTFORD, Conn. (AP) —`), any place with an agency
    (`Berlin (dpa) -`), and an agency alone (`(Reuters) —`).
    """
    if len(paragraph) < _SHORTEST_PARAGRAPH:
        return 0
    found = _HEAD.match(paragraph)
    return len(found["head"]) if found and _is_dateline(found["head"]) else 0


def _is_dateline(head: str) -> bool:
    agency = _AGENCY.search(head)
    place = DATE.sub("", head[: agency.start()] if agency else head).strip(" ,")
    if not place:
        return agency is not None
    first, *others = (part.strip() for part in place.split(","))
    words = re.split(r"[\s/]+", first)
    if len(words) > 5 or any(len(other.split()) > 3 for other in others):
        return False
    if agency is not None and words[0] not in _ARTICLES:
        return all(word[:1].isupper() or len(word) <= 3 for word in words)
    letters = sum(map(str.isalpha, first))
    return first.isupper() and letters >= 3 and first not in _NO_PLACES
