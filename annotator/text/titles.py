"""A title for an article that came without one."""

import re
from itertools import chain, islice, pairwise

from annotator.text.graphemes import is_boundary, previous_boundary
from annotator.text.sentences import sentences

_LINES_LOOKED_AT = 5
_LONGEST_HEADLINE = 150
_LONGEST_BEGINNING = 80

_HEADING = re.compile(r"#{1,6}\s+(?P<words>.*?)\s*#*\Z")
_EMPHASIS = re.compile(r"(?P<mark>\*\*|__)(?P<words>[^*_]+)(?P=mark)\Z")
# Code fences (also with a quotation mark that a scraper made of a backtick), tags, rules, tables,
# list items, addresses.
_RESIDUE = re.compile(r"[\"'“”‘’`~]*`|~~~|</?\w|<!|[-*_=]{3}|\||[{}]|[-*•+]\s|https?://|www\.")
_LETTER_HEAD = re.compile(
    r"(?:[\w-]{1,30}:[ \t].*\n|[ \t]+\S.*\n){0,30}?(?:Subject|Betreff):[ \t]+(?P<words>\S.*)"
)
_ENDS_LIKE_A_SENTENCE = re.compile(r"[.!;:,…。！；：，][\"'”’»)\]」』]*\Z")


def title_of(text: str) -> str:
    """The headline among the first lines, or else the beginning of the first sentence.

    Of mail it is what the head names as the subject.
    Empty for a text without words. A question may be a headline; a line that ends with a point
    may not.
    """
    if subject := _LETTER_HEAD.match(text):
        return subject["words"].strip()
    lines = chain((line.strip() for line in text.split("\n")), [""])
    pairs = list(islice((pair for pair in pairwise(lines) if pair[0]), _LINES_LOOKED_AT))
    for line, below in pairs:
        words = _without_marks(line)
        if _may_be_headline(words) and not _is_wrapped(line, below):
            return words
    sound = next((pair for pair in pairs if not _RESIDUE.match(pair[0])), (pairs or [("", "")])[0])
    words = _without_marks(sound[0])
    return _beginning_of(f"{words} {sound[1]}" if _is_wrapped(*sound) else words)


def _without_marks(line: str) -> str:
    for marked in (_HEADING, _EMPHASIS):
        found = marked.match(line)
        line = found["words"] if found else line
    return line


def _is_wrapped(line: str, below: str) -> bool:
    """Whether a sentence goes on in the next line."""
    return below[:1].islower() and not _ENDS_LIKE_A_SENTENCE.search(line)


def _may_be_headline(line: str) -> bool:
    return (
        len(line) <= _LONGEST_HEADLINE
        and len(line.split()) >= 2
        and not _RESIDUE.match(line)
        and not _ENDS_LIKE_A_SENTENCE.search(line)
    )


def _beginning_of(line: str) -> str:
    first = next((place.cut_from(line) for place in sentences(line)), "")
    if len(first) <= _LONGEST_BEGINNING:
        return first
    end = first.rfind(" ", 0, _LONGEST_BEGINNING)
    if end < _LONGEST_BEGINNING // 2:
        end = _LONGEST_BEGINNING - 1
        end = end if is_boundary(first, end) else previous_boundary(first, end)
    return first[:end].rstrip(" ,;:–—-") + "…"
