"""What the stretches of a Markdown text are, and which of its characters are syntax.

The `markdown` library decides what is what but tells no positions. So each word of the source is
replaced by a stand-in of rare letters before it parses: where a stand-in comes out in the tree,
there its word belongs; what never comes out as text is syntax. Punctuation between two words is
told from syntax by fitting the characters that came out into those that stood in the source.
Raw HTML is text here, since nothing of it will ever be rendered.
"""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from xml.etree.ElementTree import Element

from annotator.domain.article import Structure

MOST_CHARACTERS = 1_000_000
MOST_BLOCKS = 20_000
MOST_COST = 12_000_000
MOST_FENCES = 1_000

_BLOCK_KINDS = {
    "h1": "headline", "h2": "subheading", "h3": "subheading", "h4": "subheading",
    "h5": "subheading", "h6": "subheading", "li": "list_item", "blockquote": "quotation",
}  # fmt: skip
_INLINE_KINDS = {"code": "code", "em": "emphasis", "strong": "strong", "a": "link"}

# Numbers of list items and the beginnings of addresses keep their own letters: the library
# looks at them.
_WORD = re.compile(r"\d+(?=\.[ \t])|(?:https?|ftp)(?=://)|(?P<word>[^\W_]+)", re.IGNORECASE)
# Space beyond use only costs the library time, and no position depends on it.
_WIDEST = " " * 80
_WIDE = re.compile(r"[ \t]{81,}")
_LINES_WITHOUT_WORDS = re.compile(r"\n(?:[ \t]*\n){2,}")
_SIGN = re.compile(r"[*_`~\[\]!<>\\]|^[ \t]*[-+>#=]", re.MULTILINE)
_FENCE = re.compile(r"^(?:`{3}|~{3})", re.MULTILINE)
# Addresses and definitions of links, where no character is text.
_ADDRESS = re.compile(
    r"\]\((?>[^()\n]+|\([^()\n]*\))*\)|\]\[[^\[\]\n]*\]|^ {0,3}\[[^\[\]\n]+\]:.*", re.MULTILINE
)
_NO_SPACE = re.compile(r"\S")
_SPACES = re.compile(r"[ \t]+(?=\S)")
_NUMBER_OF_ITEM = re.compile(r"\d+\.")

_FIRST, _BASE = 0x4E00, 16_384
_STAND_IN = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + _BASE - 1)}]{{2}}")
_STASHED = re.compile("\x02wzxhzdk:(\\d+)\x03")
_TAG = re.compile(r"<[^>]*>")


def structure_of(text: str) -> tuple[Structure, ...]:
    """Headline, subheadings, list items, quotations, code, emphasis, links and syntax, in order.

    Each stretch of a kind reaches from its first to its last visible character. None at all for
    texts that the library would take too long for or cannot parse.
    """
    if len(text) > MOST_CHARACTERS:
        return ()
    source = _Source.of(text)
    if _is_too_dense(source.disguised):
        return ()
    try:
        root, stash = _tree(source)
    except (RecursionError, ValueError, IndexError, AssertionError):
        return ()
    flow = _Flow(stash)
    flow.take(root)
    fitting = _Fitting(source, flow)
    found = list(_without_second_headline(_stretches(flow, fitting)))
    found += [Structure("markup", start, end) for start, end in fitting.syntax]
    return tuple(sorted(found, key=lambda each: (each.start, -each.end, each.kind)))


@dataclass(frozen=True, slots=True)
class _Source:
    """The text, where its words are, and the same with a stand-in for each word."""

    text: str
    words: list[tuple[int, int]]
    disguised: str

    @classmethod
    def of(cls, text: str) -> "_Source":
        words: list[tuple[int, int]] = []

        def stand_in(found: re.Match[str]) -> str:
            if found["word"] is None:
                return found[0]
            words.append(found.span())
            high, low = divmod(len(words) - 1, _BASE)
            return chr(_FIRST + high) + chr(_FIRST + low)

        disguised = _WORD.sub(stand_in, text)
        return cls(text, words, _LINES_WITHOUT_WORDS.sub("\n\n", _WIDE.sub(_WIDEST, disguised)))

    def original(self, disguised: str) -> str:
        """What stood where stand-ins stand now."""
        return _STAND_IN.sub(lambda found: self._word(_number(found[0])), disguised)

    def _word(self, number: int) -> str:
        start, end = self.words[number] if number < len(self.words) else (0, 0)
        return self.text[start:end]


class _References(dict[str, Any]):
    """Link definitions, found by the words that stood in the source, not by their stand-ins."""

    def __init__(self, source: _Source) -> None:
        super().__init__()
        self._source = source

    def _key(self, key: str) -> str:
        return self._source.original(key).lower()

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and super().__contains__(self._key(key))

    def __getitem__(self, key: str) -> Any:
        return super().__getitem__(self._key(key))

    def __setitem__(self, key: str, value: Any) -> None:
        super().__setitem__(self._key(key), value)


def _tree(source: _Source) -> tuple[Element, list[str]]:
    """The library's tree of the disguised text, and the code blocks that it set aside."""
    from markdown import Markdown  # type: ignore[import-untyped]

    library = Markdown(extensions=["fenced_code"])
    library.preprocessors.deregister("html_block")
    library.treeprocessors.deregister("prettify")
    for name in ("html", "entity", "automail"):
        library.inlinePatterns.deregister(name)
    library.references = _References(source)
    lines = source.disguised.split("\n")
    for preprocessor in library.preprocessors:
        lines = preprocessor.run(lines)
    root = library.parser.parseDocument(lines).getroot()
    for treeprocessor in library.treeprocessors:
        changed = treeprocessor.run(root)
        root = root if changed is None else changed
    return root, [str(block) for block in library.htmlStash.rawHtmlBlocks]


@dataclass(slots=True)
class _Stretch:
    """An element that has a kind, and which of the characters that came out are in it."""

    kind: str
    level: int
    first: int
    last: int = 0


@dataclass(slots=True)
class _Flow:
    """What came out, in reading order: a number for a word, a string for another character.

    `borders` holds the places in `items` before which an element begins or ends.
    """

    stash: list[str]
    items: list[int | str] = field(default_factory=list)
    borders: set[int] = field(default_factory=set)
    stretches: list[_Stretch] = field(default_factory=list)

    def take(self, root: Element) -> None:
        """Walk the tree without recursion, since quotations and lists nest at will."""
        ends: list[tuple[Element, _Stretch | None]] = []
        todo: list[tuple[Element, int, bool]] = [(root, 0, True)]
        while todo:
            element, depth, is_begin = todo.pop()
            self.borders.add(len(self.items))
            if not is_begin:
                _, stretch = ends.pop()
                if stretch is not None:
                    stretch.last = len(self.items)
                self._text(element.tail or "", is_code=False)
                continue
            is_list = element.tag in ("ul", "ol", "blockquote")
            ends.append((element, self._begin(element, depth)))
            todo.append((element, depth, False))
            self._text(element.text or "", is_code=element.tag == "code")
            self._text(element.get("alt") or "", is_code=False)
            todo.extend((child, depth + is_list, True) for child in reversed(element))

    def _begin(self, element: Element, depth: int) -> _Stretch | None:
        tag = str(element.tag)
        kind = _BLOCK_KINDS.get(tag) or _INLINE_KINDS.get(tag)
        if kind is None:
            return None
        level = depth if kind == "list_item" else 1
        if tag == "blockquote":
            level = depth + 1
        elif tag[0] == "h" and tag[1:].isdigit():
            level = int(tag[1:])
        stretch = _Stretch(kind, level, len(self.items))
        self.stretches.append(stretch)
        return stretch

    def _text(self, text: str, *, is_code: bool) -> None:
        if "\x02" in text:
            self._stashed(text)
        elif text:
            self._characters(html.unescape(text) if is_code else text)

    def _stashed(self, text: str) -> None:
        parts = _STASHED.split(text)
        for plain, number in zip(parts[::2], [*parts[1::2], None], strict=True):
            self._characters(plain)
            if number is None or int(number) >= len(self.stash):
                continue
            stretch = _Stretch("code", 1, len(self.items))
            self.borders.add(stretch.first)
            self._characters(html.unescape(_TAG.sub("", self.stash[int(number)])))
            stretch.last = len(self.items)
            self.borders.add(stretch.last)
            self.stretches.append(stretch)

    def _characters(self, text: str) -> None:
        position = 0
        for found in _STAND_IN.finditer(text):
            self.items.extend(_NO_SPACE.findall(text, position, found.start()))
            self.items.append(_number(found[0]))
            position = found.end()
        self.items.extend(_NO_SPACE.findall(text, position))


class _Fitting:
    """Finds the place in the source for everything that came out."""

    def __init__(self, source: _Source, flow: _Flow) -> None:
        self._text = source.text
        self._outside = _ADDRESS.sub(lambda found: " " * len(found[0]), source.text)
        self._items = flow.items
        self._borders = sorted(flow.borders)
        self._words = source.words
        self.places: list[tuple[int, int] | None] = [None] * len(flow.items)
        self.syntax: list[tuple[int, int]] = []
        self._fit_all()

    def _fit_all(self) -> None:
        """Words fit by their numbers; what came out between two must stand between them."""
        last_word, first, position = -1, 0, 0
        for index, item in enumerate(self._items):
            if isinstance(item, int) and last_word < item < len(self._words):
                start, end = self._words[item]
                self._fit(range(first, index), position, start)
                self.places[index] = (start, end)
                last_word, first, position = item, index + 1, end
        self._fit(range(first, len(self._items)), position, len(self._text))

    def _fit(self, items: range, start: int, end: int) -> None:
        """Place characters between two words; all else that stands there is syntax.

        What cannot be placed leaves the gap as it is, without syntax.
        """
        if not items and self._text[start:end].isspace():
            return
        if self._fits(items, self._outside, start, end) or self._fits(
            items, self._text, start, end
        ):
            visible = {place[0] for index in items if (place := self.places[index])}
            self.syntax.extend(_runs(self._text, visible, start, end))
        else:
            for index in items:
                self.places[index] = None

    def _fits(self, items: range, text: str, start: int, end: int) -> bool:
        """Before the first border characters fit from the left, after the last from the right.

        So in `**a***` the last star is text, in `***a**` the first.
        """
        head, middle, tail = self._parts(items)
        left = self._from_left(head, text, start=start, end=end)
        right = self._from_right(tail, text, start=left, end=end) if left >= 0 else -1
        return right >= 0 and self._from_left(middle, text, start=left, end=right) >= 0

    def _parts(self, items: range) -> tuple[range, range, range]:
        low = bisect_left(self._borders, items.start)
        high = bisect_right(self._borders, items.stop)
        if low == high:
            return items, range(0), range(0)
        first, last = self._borders[low], self._borders[high - 1]
        return range(items.start, first), range(first, last), range(last, items.stop)

    def _from_left(self, items: range, text: str, *, start: int, end: int) -> int:
        for index in items:
            found = text.find(str(self._items[index]), start, end)
            if found < 0:
                return -1
            self.places[index] = (found, found + 1)
            start = found + 1
        return start

    def _from_right(self, items: range, text: str, *, start: int, end: int) -> int:
        for index in reversed(items):
            found = text.rfind(str(self._items[index]), start, end)
            if found < 0:
                return -1
            self.places[index] = (found, found + 1)
            end = found
        return end


def _runs(text: str, visible: set[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Characters of syntax that stand together in one line, with the spaces between them."""
    first = last = -1
    for position in range(start, end + 1):
        character = text[position] if position < end else "\n"
        if character == "\n" or position in visible:
            if first >= 0:
                yield from _trimmed(text, first, last + 1)
            first = -1
        elif not character.isspace():
            first = position if first < 0 else first
            last = position
    if first >= 0:
        yield from _trimmed(text, first, last + 1)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Syntax at the beginning of a line takes its space along; numbers of items are content."""
    line = text.rfind("\n", 0, start) + 1
    if not text[line:start].strip():
        if _NUMBER_OF_ITEM.fullmatch(text, start, end):
            return
        following = _SPACES.match(text, end)
        end = following.end() if following else end
    yield start, end


def _stretches(flow: _Flow, fitting: _Fitting) -> Iterator[Structure]:
    for stretch in flow.stretches:
        inside = range(stretch.first, stretch.last)
        first = next((at for index in inside if (at := fitting.places[index])), None)
        last = next((at for index in reversed(inside) if (at := fitting.places[index])), None)
        if first and last:
            yield Structure(stretch.kind, first[0], last[1], stretch.level)


def _without_second_headline(stretches: Iterable[Structure]) -> Iterator[Structure]:
    has_headline = False
    for each in stretches:
        if each.kind == "headline" and has_headline:
            yield replace(each, kind="subheading")
        else:
            yield each
        has_headline = has_headline or each.kind == "headline"


def _is_too_dense(text: str) -> bool:
    """Whether the library's time, which grows with the square of these, would be felt."""
    blocks = text.split("\n\n")
    cost = sum(len(_SIGN.findall(block)) ** 2 for block in blocks)
    return len(blocks) > MOST_BLOCKS or cost > MOST_COST or len(_FENCE.findall(text)) > MOST_FENCES


def _number(stand_in: str) -> int:
    return (ord(stand_in[0]) - _FIRST) * _BASE + ord(stand_in[1]) - _FIRST
