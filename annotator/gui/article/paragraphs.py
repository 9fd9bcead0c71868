"""An article cut into the paragraphs that are laid out one by one."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import sub

from annotator.dataclass import dataclass
from annotator.domain.article import Article, Structure
from annotator.domain.span import Span
from annotator.text.graphemes import previous_boundary
from annotator.text.sentences import line_starts, paragraphs

BLOCKS = frozenset(
    ("headline", "deck", "byline", "dateline", "subheading", "list_item", "caption", "quotation",
     "pull_quote", "code", "page_header", "page_footer")
)  # fmt: skip
ITEMS = frozenset(("list_item", "quoted_item"))
QUOTED = frozenset(("quotation", "quoted_item"))
"""What stands beside the bar of a quotation."""
GROUNDED = QUOTED | {"code", "pull_quote"}
"""What has a tint behind it or a bar beside it."""
LONGEST_PIECE = 20_000
LONGEST_TOKEN = 5_000


@dataclass(slots=True)
class Piece:
    """One paragraph, or a part of a very long one, as it will be laid out.

    `start` and `end` are code points of the stored text, end exclusive. The header above an
    article that has no headline of its own is made of pieces with `words` that are not in the text;
    they cover nothing.
    """

    start: int
    end: int
    kind: str = ""
    level: int = 0
    words: str | None = None
    inline: tuple[Structure, ...] = ()
    gap: float = 0.0
    is_blank: bool = False

    @property
    def is_header(self) -> bool:
        """Whether this is not part of the article's text."""
        return self.words is not None

    @property
    def length(self) -> int:
        """How many characters are shown."""
        return len(self.words) if self.words is not None else self.end - self.start


def pieces_of(article: Article, header: tuple[str, str]) -> list[Piece]:
    """The whole article as pieces, with a header where its text has no headline."""
    text = article.text
    starts = line_starts(text)
    if not article.structure and _longest(starts, len(text)) <= LONGEST_TOKEN:
        return _plain_pieces(article, header, starts)
    lines = paragraphs(text)
    headline = _headline(article, lines, header[0])
    made = _header_pieces(header, has_headline=headline is not None)
    blocks = _structured(lines, article.structure)
    for line, structures in zip(lines, blocks, strict=True):
        kind, level = ("headline", 1) if line == headline else _block(text, line, structures)
        inline = tuple(each for each in structures if _is_inline(each, line, text))
        made.extend(
            Piece(part.start, part.end, kind, level, inline=inline) for part in _parts(text, line)
        )
    _set_gaps(made, text, is_markdown=article.format == "markdown")
    return made


def is_right_to_left(words: str) -> bool:
    """Whether a paragraph's first strong character is Hebrew, Arabic or the like."""
    if words.isascii():
        return False
    strong = (unicodedata.bidirectional(character) for character in words)
    return next((way for way in strong if way in ("L", "R", "AL")), "L") != "L"


def has_right_to_left(words: str) -> bool:
    """Whether any character of a paragraph runs from right to left."""
    return not words.isascii() and _RIGHT_TO_LEFT.search(words) is not None


def depth(words: str) -> int:
    """How many spaces a list item is moved in by; a few suffice for the eye."""
    return min(len(words) - len(words.lstrip(" \t")), 12)


def list_marker(words: str) -> str:
    """The bullet or number, with the space after it, that a list item begins with.

    Where it stands in a quotation, the signs of that come before it.
    """
    found = _LIST_MARKER.match(words)
    return found[0] if found else ""


def bullet_in(marker: str) -> int:
    """Where in the marker of a list item its bullet or number begins."""
    return len(marker) - len(marker.lstrip(f" \t>{JOINER}"))


_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
JOINER = "\u2060"
"""Stands in for a character that is hidden."""
_LIST_MARKER = re.compile(rf"[ \t>{JOINER}]*(?:[-*+•‣·–]|\(?\d{{1,3}}[.)]|[a-z][.)])[ \t]+")
_FENCE = re.compile(r"[ \t]*(?:`{3}|~{3})")
_SEARCHED_FOR_TITLE = 12
_AROUND_HEADING, _BELOW_HEADING, _TIGHT, _PARAGRAPH = 1.1, 0.35, 0.15, 0.8
_FEWEST_WRAPPED, _WIDEST_WRAPPED = 3, 100
_SENTENCE_ENDS = frozenset('.!?…:”"»')


def _longest(starts: Sequence[int], length: int) -> int:
    """The length of the longest line."""
    return max(map(sub, [*starts[1:], length + 1], starts)) - 1


def _headline(article: Article, lines: Iterable[Span], title: str) -> Span | None:
    """The line that is the article's own headline; an empty span where only its layout says so."""
    if any(each.kind == "headline" for each in article.structure):
        return Span(0, 0)
    wanted = " ".join(title.split())
    seen = (line for line in lines if line.end > line.start)
    for line, _ in zip(seen, range(_SEARCHED_FOR_TITLE), strict=False):
        if wanted and " ".join(line.cut_from(article.text).split()) == wanted:
            return line
    return None


def _header_pieces(header: tuple[str, str], *, has_headline: bool) -> list[Piece]:
    title, byline = header
    made = []
    if title and not has_headline:
        made.append(Piece(0, 0, "title", words=title, gap=0.3))
    if byline:
        made.append(Piece(0, 0, "details", words=byline, gap=1.2))
    if made:
        made[-1].gap = 1.2
    return made


def _plain_pieces(article: Article, header: tuple[str, str], starts: list[int]) -> list[Piece]:
    """The quick way for an article without structure or giant paragraphs."""
    ends = [*(start - 1 for start in starts[1:]), len(article.text)]
    body = [Piece(start, end) for start, end in zip(starts, ends, strict=True)]
    headline = _headline(article, (Span(each.start, each.end) for each in body), header[0])
    if headline is not None:
        piece = body[bisect_left(starts, headline.start)]
        piece.kind, piece.level = "headline", 1
    made = _header_pieces(header, has_headline=headline is not None) + body
    _set_gaps(made, article.text)
    return made


def _structured(
    lines: Sequence[Span], structures: Sequence[Structure]
) -> Iterator[list[Structure]]:
    """For each line the structures that touch it."""
    waiting = sorted(structures, key=lambda each: each.start, reverse=True)
    open_now: list[Structure] = []
    for line in lines:
        open_now = [each for each in open_now if each.end > line.start]
        while waiting and waiting[-1].start <= line.end:
            open_now.append(waiting.pop())
        yield [each for each in open_now if each.start < line.end and each.end > line.start]


def _block(text: str, line: Span, structures: Sequence[Structure]) -> tuple[str, int]:
    """What kind of paragraph a line is, by the innermost structure that covers its words."""
    words = line.cut_from(text)
    start = line.start + len(words) - len(words.lstrip())
    end = _end_of_words(line.start + len(words.rstrip()), structures)
    covering = [
        each
        for each in structures
        if each.kind in BLOCKS
        and each.end >= end
        and (each.start <= start or _is_led(each, text, line))
    ]
    if not covering:
        return ("code" if _FENCE.match(words) and structures else ""), 0
    inner = min(covering, key=lambda each: each.end - each.start)
    is_quoted = any(each.kind == "quotation" for each in covering)
    kind = "quoted_item" if is_quoted and inner.kind == "list_item" else inner.kind
    return kind, inner.level


def _end_of_words(end: int, structures: Sequence[Structure]) -> int:
    """Where a line's words end: syntax that closes it, such as `**`, belongs to no block."""
    closing = {each.end: each.start for each in structures if each.kind == "markup"}
    while end in closing and closing[end] < end:
        end = closing[end]
    return end


def _is_led(block: Structure, text: str, line: Span) -> bool:
    """Whether only syntax, such as `## ` or `> `, stands before the block in its line."""
    lead = text[line.start : block.start]
    return len(lead) < 12 and not any(character.isalpha() for character in lead)


def _is_inline(structure: Structure, line: Span, text: str) -> bool:
    if structure.kind not in BLOCKS:
        return True
    words = line.cut_from(text).strip()
    is_part = structure.end - structure.start < len(words)
    return structure.kind in ("code", "byline", "dateline") and is_part


def _parts(text: str, line: Span) -> Iterator[Span]:
    """A line whole, or cut where a reader sees no harm if it is very long."""
    start = line.start
    while line.end - start > LONGEST_TOKEN and (cut := _cut(text, start, line.end)) < line.end:
        yield Span(start, cut)
        start = cut
    yield Span(start, line.end)


def _cut(text: str, start: int, end: int) -> int:
    """Where a piece that begins at the start has to end."""
    token_end = start
    for space in _SPACE.finditer(text, start, min(end, start + LONGEST_PIECE)):
        if space.start() - token_end > LONGEST_TOKEN:
            break
        token_end = space.end()
    if end - token_end <= LONGEST_TOKEN and end - start <= LONGEST_PIECE:
        return end
    if token_end > start:
        sentence = text.rfind(". ", start + LONGEST_PIECE // 2, token_end)
        return sentence + 2 if sentence > 0 else token_end
    return previous_boundary(text, start + LONGEST_TOKEN) or start + LONGEST_TOKEN


_SPACE = re.compile(r"\s+")


def _set_gaps(pieces: list[Piece], text: str, *, is_markdown: bool = False) -> None:
    """The space around each piece, in parts of the text size; blank lines show as none."""
    body = [piece for piece in pieces if piece.words is None]
    blanks = 0
    for piece in body:
        if piece.start == piece.end or text[piece.start : piece.end].isspace():
            piece.is_blank = True
            blanks += 1
    # Markdown tells paragraphs by blank lines, however many lines each of them has.
    is_spaced = blanks * (8 if is_markdown else 3) >= len(body)
    if not is_spaced and blanks:
        is_spaced = _are_wrapped(body, text)
    last: Piece | None = None
    was_blank = False
    for piece in body:
        if not piece.is_blank:
            if last is not None:
                last.gap = _gap(last, piece, text, is_separated=was_blank or not is_spaced)
            last = piece
        was_blank = piece.is_blank
    if last is not None:
        last.gap = _PARAGRAPH


def _are_wrapped(body: Sequence[Piece], text: str) -> bool:
    """Whether lines that follow one another are parts of paragraphs: short, and few end one."""
    upper = [one for one, two in pairwise(body) if not (one.kind or one.is_blank or two.is_blank)]
    if len(upper) < _FEWEST_WRAPPED or max(piece.length for piece in upper) > _WIDEST_WRAPPED:
        return False
    ended = sum(text[piece.end - 1] in _SENTENCE_ENDS for piece in upper)
    return ended * 3 <= len(upper)


def _gap(above: Piece, below: Piece, text: str, *, is_separated: bool) -> float:
    if above.end == below.start:
        return 0.0
    if above.kind or below.kind:
        is_empty = not text[above.start : above.end].strip(" \t>")
        return _gap_between_kinds(above, below, is_separated=is_separated or is_empty)
    return _PARAGRAPH if is_separated else _TIGHT


def _gap_between_kinds(above: Piece, below: Piece, *, is_separated: bool) -> float:
    if above.kind == below.kind == "code":
        return 0.0
    if above.kind == below.kind and above.kind in ITEMS:
        return _TIGHT
    if above.kind in QUOTED and below.kind in QUOTED:
        return _PARAGRAPH if is_separated else 0.0
    if below.kind == "subheading":
        return _AROUND_HEADING
    if above.kind in ("headline", "subheading"):
        return _BELOW_HEADING if above.kind == "subheading" else _PARAGRAPH
    return _PARAGRAPH if is_separated else _TIGHT
