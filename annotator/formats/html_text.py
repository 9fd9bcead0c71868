"""The text a reader of HTML sees, with where in the source each of its characters stands.

White space is as browsers show it: runs are one space, paragraphs are apart by an empty line, list
items and lines of a verse by a line break. Nothing is rendered, loaded or run.
"""

import html
import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from annotator.domain.article import Structure
from annotator.formats.html_tokens import RAW_TEXT, Token, tokens
from annotator.formats.json_values import Refused

MOST_CHARACTERS = 4_000_000
MOST_TAGS = 80_000
MOST_DEPTH = 512

_UNSEEN = RAW_TEXT | {
    "head", "template", "svg", "math", "iframe", "object", "audio", "video", "canvas", "select",
    "button", "datalist", "noscript", "map",
}  # fmt: skip
_EMPTY = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
     "source", "track", "wbr")
)  # fmt: skip
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
     "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
     "menu", "nav", "ol", "option", "p", "pre", "search", "section", "summary", "table", "tbody",
     "td", "tfoot", "th", "thead", "title", "tr", "ul")
)  # fmt: skip
_IN_HEAD = frozenset(
    ("base", "basefont", "bgsound", "head", "link", "meta", "noframes", "noscript", "script",
     "style", "template", "title")
)  # fmt: skip
_CLOSED_BY = {
    "li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "td": {"td", "th"}, "th": {"td", "th"},
    "tr": {"tr", "td", "th"}, "option": {"option"},
}  # fmt: skip
_HOLDS = {
    "li": {"ul", "ol", "menu"}, "dt": {"dl"}, "dd": {"dl"}, "td": {"tr", "table"},
    "th": {"tr", "table"}, "tr": {"table"}, "option": {"select", "datalist"},
}  # fmt: skip
_KINDS = {
    "h1": ("headline", 1), "h2": ("subheading", 2), "h3": ("subheading", 3),
    "h4": ("subheading", 4), "h5": ("subheading", 5), "h6": ("subheading", 6),
    "li": ("list_item", 0), "dd": ("list_item", 0), "dt": ("list_item", 0),
    "figcaption": ("caption", 0), "caption": ("caption", 0),
    "blockquote": ("quotation", 0), "pre": ("code", 0),
}  # fmt: skip
_PARTS = re.compile(r"[ \t\n\r\f]+|&#?\w{1,32};?|[^ \t\n\r\f&](?: ?[^ \t\n\r\f&])*+|&")
_LAID_OUT = re.compile(r"\r?\n|\r|.")
_PLAIN = ("", 0)


@dataclass(slots=True)
class Visible:
    """The text of a page; `starts` and `ends` are where each character stands in the source.

    A character that stands nowhere there, such as a line break between paragraphs, has an end
    that is its start. Blocks are paragraphs, headings, list items and the like, in turn.
    """

    text: str = ""
    starts: "array[int]" = field(default_factory=lambda: array("l"))
    ends: "array[int]" = field(default_factory=lambda: array("l"))
    blocks: list[Structure] = field(default_factory=list)

    @property
    def structure(self) -> tuple[Structure, ...]:
        """The blocks that are more than plain paragraphs."""
        return tuple(block for block in self.blocks if block.kind)


def visible_text(page: str) -> Visible:
    """What a reader sees of a page; Refused when it is too large or nested too deeply."""
    if len(page) > MOST_CHARACTERS:
        raise Refused(
            f"It has {len(page):,} characters; a page may have {MOST_CHARACTERS:,}. "
            "Save the article alone and import that."
        )
    builder = _Builder(page)
    for number, token in enumerate(tokens(page)):
        if number > 2 * MOST_TAGS:
            raise Refused(f"It has more than {MOST_TAGS:,} tags. Save the article alone.")
        builder.take(token)
    return builder.finished()


class _Builder:
    """Gathers the characters of one block after another."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._open: list[str] = []
        self._unseen = 0
        self._made = Visible()
        self._parts: list[str] = []
        self._length = 0
        self._block = 0
        self._space: tuple[int, int] | None = None
        self._last_kind = _PLAIN

    def take(self, token: Token) -> None:
        """The next tag or text of the page."""
        if not token.name:
            if not self._unseen:
                self._add_text(token)
        elif token.is_end:
            self._close(token.name)
        else:
            self._begin(token)

    def finished(self) -> Visible:
        """All that was gathered."""
        self._end_block()
        self._made.text = "".join(self._parts)
        return self._made

    def _begin(self, token: Token) -> None:
        name = token.name
        if name == "br" and not self._unseen:
            self._break_line(token)
        # A page may leave out where its head ends: anything else than what belongs there ends it.
        if self._open and self._open[-1] == "head" and name not in _IN_HEAD:
            self._close("head")
        if name in _BLOCKS:
            if "p" in self._open:
                self._close("p")
            self._close_implied(name)
            self._end_block()
        if name in _EMPTY or token.inside.endswith("/"):
            return
        if len(self._open) >= MOST_DEPTH:
            raise Refused(f"Its elements are nested deeper than {MOST_DEPTH}. Save it anew.")
        self._open.append(name)
        self._unseen += name in _UNSEEN

    def _close_implied(self, name: str) -> None:
        """Close what the beginning of another element ends, as far as the list or table goes."""
        outermost = None
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place] in _HOLDS.get(name, ()):
                break
            if self._open[place] in _CLOSED_BY.get(name, ()):
                outermost = place
        if outermost is not None:
            self._cut(outermost)

    def _close(self, name: str) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place] == name:
                if name in _BLOCKS:
                    self._end_block()
                self._cut(place)
                return

    def _cut(self, place: int) -> None:
        if any(each in _BLOCKS for each in self._open[place:]):
            self._end_block()
        self._unseen -= sum(each in _UNSEEN for each in self._open[place:])
        del self._open[place:]

    def _add_text(self, token: Token) -> None:
        is_laid_out = "pre" in self._open
        for found in _PARTS.finditer(self._page, token.start, token.end):
            words, start, end = found[0], found.start(), found.end()
            if words[0] in " \t\n\r\f" and not is_laid_out:
                self._space = self._space or (start, end)
            elif words[0] in " \t\n\r\f":
                for each in _LAID_OUT.finditer(words):
                    place = start + each.start()
                    self._add("\n" if each[0] in "\r\n" else each[0], [place], [start + each.end()])
            elif words[0] == "&" and len(words) > 1:
                shown = html.unescape(words).replace("\r", "\n")
                self._add(shown, [start] * len(shown), [end] * len(shown))
            else:
                self._add(words, range(start, end), range(start + 1, end + 1))

    def _add(self, words: str, starts: Iterable[int], ends: Iterable[int]) -> None:
        if self._length == self._block:
            self._separate()
        elif self._space is not None:
            self._put(" ", [self._space[0]], [self._space[1]])
        self._space = None
        self._put(words, starts, ends)

    def _break_line(self, token: Token) -> None:
        self._space = None
        if self._length > self._block:
            self._put("\n", [token.start], [token.end])

    def _separate(self) -> None:
        """What stands between the block before and the one that begins."""
        kind = self._kind()
        if self._length:
            are_items = kind == self._last_kind and kind[0] == "list_item"
            line_breaks = "\n" if are_items else "\n\n"
            nowhere = [self._made.ends[-1]] * len(line_breaks)
            self._put(line_breaks, nowhere, nowhere)
        self._block = self._length
        self._last_kind = kind

    def _put(self, words: str, starts: Iterable[int], ends: Iterable[int]) -> None:
        self._parts.append(words)
        self._length += len(words)
        self._made.starts.extend(starts)
        self._made.ends.extend(ends)

    def _end_block(self) -> None:
        self._space = None
        while self._length > self._block and self._parts[-1] == "\n":
            self._parts.pop()
            self._length -= 1
            del self._made.starts[-1], self._made.ends[-1]
        if self._length > self._block:
            kind, level = self._last_kind
            self._made.blocks.append(Structure(kind, self._block, self._length, level))
            self._block = self._length

    def _kind(self) -> tuple[str, int]:
        return next((_KINDS[each] for each in reversed(self._open) if each in _KINDS), _PLAIN)
