"""The text a reader of HTML sees, with where in the source each of its characters stands.

White space is as browsers show it: runs are one space, paragraphs are apart by an empty line, list
items and lines of a verse by a line break. Nothing is rendered, loaded or run.
"""

import html
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from annotator.domain.article import Structure
from annotator.formats.html_roles import INLINE_KINDS, PLAIN, Role, role_of, role_of_name
from annotator.formats.html_roles import MOST_CHARACTERS as LONGEST
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
_PARTS = re.compile(r"[ \t\n\r\f]+|&#?\w{1,32};?|[^ \t\n\r\f&](?: ?[^ \t\n\r\f&])*+|&")
_LAID_OUT = re.compile(r"\r?\n|\r|.")


@dataclass(slots=True)
class Visible:
    """The text of a page; `starts` and `ends` are where each character stands in the source.

    A character that stands nowhere there, such as a line break between paragraphs, has an end
    that is its start. Blocks are paragraphs, headings, list items and the like, in turn; parts are
    bylines and datelines that stand inside of them.
    """

    text: str = ""
    starts: "array[int]" = field(default_factory=lambda: array("l"))
    ends: "array[int]" = field(default_factory=lambda: array("l"))
    blocks: list[Structure] = field(default_factory=list)
    parts: list[Structure] = field(default_factory=list)

    @property
    def structure(self) -> tuple[Structure, ...]:
        """The blocks that are more than plain paragraphs, and the parts."""
        named = [block for block in self.blocks if block.kind] + self.parts
        return tuple(sorted(named, key=lambda each: (each.start, -each.end)))


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


@dataclass(slots=True)
class _Named:
    """An open element that is something in an article, and where it began."""

    role: Role
    depth: int
    is_block: bool
    start: int
    first_block: int


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
        self._last_kind = self._last_plainer = PLAIN
        self._named: list[_Named] = []
        self._plainer: list[Role] = []
        self._parts_of_blocks: list[Structure] = []

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
        self._leave(0)
        self._made.text = "".join(self._parts)
        self._place_parts()
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
        role = PLAIN if self._unseen else role_of(token)
        if role is not PLAIN:
            place = (len(self._open), name in _BLOCKS, self._length, len(self._made.blocks))
            self._named.append(_Named(role, *place))
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

    def _name_after_parts(self, number: int, parts: Sequence[Structure]) -> None:
        """A plain block in which nothing stands beside its parts is what the first of them is."""
        block = self._made.blocks[number]
        in_order = sorted(parts, key=lambda each: each.start)
        place, rest = block.start, []
        for each in in_order:
            rest.append(self._made.text[place : each.start])
            place = max(place, each.end)
        rest.append(self._made.text[place : block.end])
        if not block.kind and not any(map(str.isalnum, "".join(rest))):
            self._made.blocks[number] = replace(block, kind=in_order[0].kind)

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
        self._leave(place)
        self._unseen -= sum(each in _UNSEEN for each in self._open[place:])
        del self._open[place:]

    def _leave(self, depth: int) -> None:
        """What the elements from that depth on were called is known to be true, or not."""
        while self._named and self._named[-1].depth >= depth:
            named = self._named.pop()
            kind = named.role[0]
            if self._length - named.start > LONGEST.get(kind, self._length):
                self._make_plainer(kind, named.first_block)
            elif not named.is_block and kind in INLINE_KINDS:
                self._parts_of_blocks.append(Structure(kind, named.start, self._length))

    def _make_plainer(self, kind: str, first: int) -> None:
        blocks = self._made.blocks
        for number in range(first, len(blocks)):
            if blocks[number].kind == kind:
                plainer, level = self._plainer[number]
                blocks[number] = replace(blocks[number], kind=plainer, level=level)

    def _place_parts(self) -> None:
        """Parts that are the whole of a plain block say what it is; others stand inside."""
        made, ends = self._made, [block.end for block in self._made.blocks]
        inside: dict[int, list[Structure]] = {}
        for part in self._parts_of_blocks:
            words = made.text[part.start : part.end]
            start = part.start + len(words) - len(words.lstrip())
            end = start + len(words.strip())
            number = bisect_right(ends, start)
            if start == end or number == len(ends) or made.blocks[number].end < end:
                continue
            block = made.blocks[number]
            if (block.start, block.end) == (start, end):
                made.blocks[number] = replace(block, kind=block.kind or part.kind)
            else:
                inside.setdefault(number, []).append(Structure(part.kind, start, end))
        for number, parts in inside.items():
            made.parts += parts
            self._name_after_parts(number, parts)

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
        self._last_kind, self._last_plainer = kind, self._kind_by_name()

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
            self._plainer.append(self._last_plainer)
            self._block = self._length

    def _kind(self) -> Role:
        return next((each.role for each in reversed(self._named) if each.is_block), PLAIN)

    def _kind_by_name(self) -> Role:
        """The kind without what attributes say."""
        roles = (role_of_name(each) for each in reversed(self._open))
        return next((role for role in roles if role is not PLAIN), PLAIN)
