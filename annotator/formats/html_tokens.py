"""HTML cut into tags and text with their places, in one pass whatever the page does.

The libraries that understand pages tell no positions, and the standard library's parser can be
made to take the square of a page's length. This one only finds where tags and text are.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

RAW_TEXT = frozenset(("script", "style", "textarea", "xmp", "noembed", "noframes", "title"))
"""Elements in which nothing but their own end is a tag."""

_NAME = re.compile(r"[A-Za-z][^\s/>]*+")
_STOP = re.compile(r">|=\s*+[\"']")
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'>/=]++)\s*+(?:=\s*+(?:\"(?P<two>[^\"]*+)\"|'(?P<one>[^']*+)'|"
    r"(?P<bare>[^\s\"'>]*+)))?+"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A tag, or text where `name` is empty; `start` and `end` are its place in the page."""

    start: int
    end: int
    name: str = ""
    is_end: bool = False
    inside: str = ""

    @property
    def attributes(self) -> dict[str, str]:
        """What the tag says beside its name."""
        return {
            found["name"].lower(): html.unescape(
                found["two"] or found["one"] or found["bare"] or ""
            )
            for found in _ATTRIBUTE.finditer(self.inside)
        }


def tokens(page: str) -> Iterator[Token]:
    """Tags and text in turn; comments, declarations and what never ends are left out."""
    place = 0
    while place < len(page):
        tag = _next_tag(page, place)
        if tag > place:
            yield Token(place, tag)
        if tag >= len(page):
            return
        end = _end_of(page, tag)
        if end < 0:
            return
        name = _NAME.match(page, tag + 2 if page[tag + 1] == "/" else tag + 1)
        if name is None:
            place = end
            continue
        is_end = page[tag + 1] == "/"
        token = Token(tag, end, name[0].lower(), is_end, page[name.end() : end - 1])
        yield token
        place = end
        if token.name in RAW_TEXT and not is_end:
            closing = re.compile(rf"</{token.name}(?=[\s/>])", re.IGNORECASE).search(page, end)
            place = closing.start() if closing else len(page)
            yield Token(end, place)


def _next_tag(page: str, place: int) -> int:
    """Where the next markup begins; a `<` before anything else is text."""
    while True:
        place = page.find("<", place)
        if place < 0:
            return len(page)
        following = page[place + 1 : place + 2]
        if following in ("/", "!", "?") or (following.isascii() and following.isalpha()):
            return place
        place += 1


def _end_of(page: str, tag: int) -> int:
    """Behind the markup that begins there; -1 when it never ends."""
    if page.startswith("<!--", tag):
        end = page.find("-->", tag + 2)
        return end + 3 if end >= 0 else -1
    if page[tag + 1] in "!?":
        return page.find(">", tag) + 1 or -1
    place = tag + 1
    while found := _STOP.search(page, place):
        if found[0] == ">":
            return found.end()
        place = page.find(found[0][-1], found.end()) + 1
        if not place:
            return -1
    return -1
