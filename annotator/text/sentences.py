"""Sentences: what the cursor walks over, and what an export may group by.

A line break is always a border. Within a line a sentence ends after a point, question mark,
exclamation mark or ellipsis, unless an abbreviation, an initial, a number or a quotation says
otherwise. A quotation of several sentences stays together with the words that attribute it, up to
`_LONGEST_QUOTATION`. "Read More →Experts warn" is cut after the arrow.
"""

import re
from functools import lru_cache

from annotator.domain.span import Span
from annotator.text.abbreviations import (
    BEFORE_A_NAME,
    BEFORE_A_NUMBER,
    BEGINNERS,
    NEVER_LAST,
    REPORTING,
    WITHIN,
)
from annotator.text.graphemes import has_only_separate_characters, snap
from annotator.text.quotations import quotation_around, quotations

# An interview printed as one quotation would be one sentence of a page.
_LONGEST_QUOTATION = 600

_POINTS = ".!?…‽؟।"
_FULL_WIDTH = "。！？｡"
_ARROWS = "→➔➜▶►"
_CLOSING = r"\"'”’»›)\]}*_"
# One class stands first, which lets `re` leap from one of its characters to the next.
_END = re.compile(
    rf"""[{_POINTS}{_FULL_WIDTH}{_ARROWS}\u2028\u2029]
    (?: (?<=[{_POINTS}]) (?<![{_POINTS}].) (?P<mark> [{_POINTS}]* ) (?P<closing> [{_CLOSING}]* ) \s+
    | (?<=[{_FULL_WIDTH}]) (?P<full_width> [{_FULL_WIDTH}]* [”’」』）》〉]* ) \s*
    | (?P<arrow> (?<=[{_ARROWS}]) ) (?: (?<=\s.) | (?<=[Rr]ead\ [Mm]ore.) ) (?=[^\W\d_])
    | (?<=[\u2028\u2029])
    )""",
    re.VERBOSE,
)
_LINE_FEED = re.compile("\n")
_QUOTES = frozenset('“"(')
_ELLIPSES = ("…", "...", "....")
_OPENING = re.compile(r"[\"'“„‘«»‹›「『(\[{¿¡*_]*")
_WORD_BEFORE = re.compile(r"[\w.'’&-]+\Z")
_WORD_AFTER = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_INNER_POINTS = re.compile(r"[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2})+")
_ABBREVIATIONS = BEFORE_A_NAME | BEFORE_A_NUMBER | WITHIN | NEVER_LAST
_ENUMERATOR = re.compile(r"\s*(?:[-*•]\s+)?\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\Z")
# Long enough for any abbreviation; keeps one endless word from costing quadratic time.
_REACH = 24


def paragraphs(text: str) -> list[Span]:
    """The lines of a text without their line feeds, empty ones included."""
    starts = line_starts(text)
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def line_starts(text: str) -> list[int]:
    """Where the lines of a text begin, the first one included."""
    return [0, *(found.end() for found in _LINE_FEED.finditer(text))]


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of a stretch of text, in order, without the white space around them.

    Every other character lies in exactly one of them. For a large article, ask for one paragraph
    at a time.
    """
    limit = len(text) if end is None else min(end, len(text))
    found: list[Span] = []
    while start < limit:
        line_end = text.find("\n", start, limit)
        line_end = limit if line_end < 0 else line_end
        _add_sentences_of_line(found, text, Span(start, line_end))
        start = line_end + 1
    return found


def sentence_starts(text: str) -> list[int]:
    """Where the sentences of a text begin, in order, some with white space before their words."""
    found: list[int] = []
    is_plain = has_only_separate_characters(text)
    start = 0
    for line in text.split("\n"):
        if is_plain or has_only_separate_characters(line):
            found.append(start)
            found += [start + border for border in _borders(line)]
        else:
            found += [each.start for each in sentences(text, start, start + len(line))]
        start += len(line) + 1
    return found


def _add_sentences_of_line(found: list[Span], text: str, place: Span) -> None:
    line = place.cut_from(text)
    first = len(found)
    start = 0
    for border in [*_borders(line), len(line)]:
        part = line[start:border]
        words = part.strip()
        if words:
            begin = place.start + start + len(part) - len(part.lstrip())
            found.append(Span(begin, begin + len(words)))
        start = border
    if not has_only_separate_characters(line):
        found[first:] = _whole_clusters(text, found[first:])


def _whole_clusters(text: str, found: list[Span]) -> list[Span]:
    whole: list[Span] = []
    for sentence in found:
        place = snap(text, sentence)
        if whole and place.start < whole[-1].end:
            place = Span(whole.pop().start, place.end)
        whole.append(place)
    return whole


def _borders(line: str) -> list[int]:
    """Where in the line one sentence ends and another may begin."""
    ends = [
        end
        for end in _END.finditer(line)
        if _surely_ends(line, end.start(), end.end()) or _is_border(line, end)
    ]
    if not ends:
        return []
    spoken = quotations(line)
    return [end.end() for end in ends if not (spoken and _is_inside(spoken, end))]


def _is_inside(spoken: list[Span], end: re.Match[str]) -> bool:
    around = quotation_around(spoken, end.end(end.lastgroup or 0))
    return around is not None and len(around) <= _LONGEST_QUOTATION


def _is_border(line: str, end: re.Match[str]) -> bool:
    """Whether a sentence ends here that does not surely end, quotations apart."""
    place = end.end()
    if end["mark"] is None:
        before = line[max(end.start() - _REACH, 0) : end.start()]
        return end["arrow"] is None or (bool(before.strip()) and not line[place].islower())
    mark = line[end.start() : end.end("mark")]
    opening = _OPENING.match(line, place)
    after = opening.end() if opening else place
    if _goes_on(line, mark, after):
        return False
    if mark != ".":
        return not (end["closing"] and _is_attributed(line, after))
    return not _belongs_to_its_word(line, end.start(), after)


def _surely_ends(line: str, point: int, place: int) -> bool:
    """Whether a plain word, a single point and a capital settle it, as they mostly do."""
    if line[point] != "." or line[point + 1] in _POINTS:
        return False
    if line[place : place + 1] in _QUOTES:
        place += 1
    if not "A" <= line[place : place + 1] <= "Z":
        return False
    return _is_plain_word(line[line.rfind(" ", max(point - _REACH, 0), point) + 1 : point])


@lru_cache(maxsize=10_000)
def _is_plain_word(word: str) -> bool:
    """Whether a word, told in full, can only end a sentence where a capital follows its point."""
    written = word.lower()
    return (
        len(word) > 1
        and word.isalpha()
        and written not in _ABBREVIATIONS
        and bool(written.strip("ivx"))
    )


def _goes_on(line: str, mark: str, after: int) -> bool:
    """Whether what follows the mark can only continue the sentence."""
    following = line[after : after + 2]
    if not following:
        return False
    if following[0].islower():
        return not following[1:].isupper()
    if following[0] in "–—":
        return True
    return mark in _ELLIPSES and not following[0].isupper()


def _is_attributed(line: str, after: int) -> bool:
    """Whether one of the next few words reports: “Why?” Smith asked."""
    words = line[after : after + 60].split()[:4]
    for word in words:
        if word.rstrip(".,;:!?").lower() in REPORTING:
            return True
        if word[-1] in ".!?:":
            return False
    return False


def _belongs_to_its_word(line: str, point: int, after: int) -> bool:
    """Whether a single point abbreviates or numbers instead of ending."""
    begin = max(point - _REACH, 0)
    before = _WORD_BEFORE.search(line[begin:point])
    if before is None:
        return False
    written = before[0].lstrip("'’-")
    word = written.lower()
    if begin + before.start() <= 6 and _ENUMERATOR.match(line[:point]):
        return True
    if line[after : after + 1].isdigit() and word in BEFORE_A_NUMBER:
        return True
    if word in NEVER_LAST or (word in BEFORE_A_NAME and written[0].isupper()):
        return True
    if word in WITHIN or _INNER_POINTS.fullmatch(word) or _is_initial(line, point, word):
        return not _begins_a_sentence(line, after)
    return False


def _is_initial(line: str, point: int, word: str) -> bool:
    """Whether a single capital is part of a name, and not the pronoun or the end of "Plan B"."""
    if len(word) != 1 or not line[point - 1].isupper():
        return False
    previous = line[max(point - _REACH, 0) : point - 1].split()
    if not previous:
        return True
    last = previous[-1].lstrip("“‘\"'(")
    return last[:1].isupper() or (word != "i" and last.endswith((".", ",")))


def _begins_a_sentence(line: str, after: int) -> bool:
    word = _WORD_AFTER.match(line, after)
    if word is None or not word[0][0].isupper():
        return False
    is_initial = len(word[0]) == 1 and line[word.end() : word.end() + 1] == "."
    return not is_initial and word[0].lower().replace("’", "'") in BEGINNERS
