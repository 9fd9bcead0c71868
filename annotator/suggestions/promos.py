"""Lists and teasers of other articles, and where in a line the article goes on behind them."""

import re
from collections.abc import Iterator, Sequence

from annotator.domain.span import Span
from annotator.suggestions.page_phrases import PagePhrases, bare, lowered

_MOST_LINES = 12
_LONGEST_TITLE = 140
_LONGEST_TEASER = 700

# "BusinessLuxury Jewelry": the name of a section and a title, printed without a space.
_FUSED = re.compile(r"[^\W\d_]*[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]")
_ARROW = re.compile(r"\s*(?:[→➔➜▶►»›]+|>+)\s*")
_SENTENCE_END = (".", "!", "?", ".”", "!”", "?”", '."')
_CUT_OFF = ("…", "...", "[…]", "[...]")


def promos(text: str, lines: Sequence[Span], phrases: PagePhrases) -> Iterator[tuple[Span, str]]:
    """Each block of teasers with the rule that found it, in order, never overlapping."""
    done = 0
    for index, line in enumerate(lines):
        if line.start < done:
            continue
        block = _block(text, lines, index, phrases)
        if block is not None:
            done = block[0].end
            yield block


def _block(
    text: str, lines: Sequence[Span], index: int, phrases: PagePhrases
) -> tuple[Span, str] | None:
    line = lines[index]
    if bare(line.cut_from(text)) in phrases.openers:
        end = _end_of_teasers(text, lines, index + 1, phrases)
        if end is None:
            end = _end_of_titles(text, lines, index)
        return (Span(line.start, end), "related block") if end is not None else None
    if _is_fused(line.cut_from(text)) and len(line) <= _LONGEST_TITLE * 2:
        end = _end_of_teasers(text, lines, index + 1, phrases, most=3)
        return (Span(line.start, end), "fused headline") if end is not None else None
    own_end = _end_of_teaser(text, line, phrases)
    return (Span(line.start, own_end), "read more") if own_end is not None else None


def _is_fused(words: str) -> bool:
    """Whether a section and a title stand in a line without a space between them.

    Names such as OpenAI or McDonald's are written so too: the part before is a word of its own.
    """
    found = _FUSED.search(words)
    if found is None:
        return False
    first = words[found.start() : found.end() - 2]
    return len(first) >= 4 and not words.rstrip().endswith(_SENTENCE_END)


def _end_of_teaser(text: str, line: Span, phrases: PagePhrases) -> int | None:
    """Where a “Read more →” that begins a line ends: behind its arrow, at its own last character.

    Without an arrow it must be the whole line, or a letter be fused to it: “Read moreExperts”.
    """
    words = line.cut_from(text)
    indent = len(words) - len(words.lstrip())
    for end in phrases.ends:
        head = words[indent : indent + len(end)]
        if lowered(head) != end:
            continue
        behind = indent + len(end)
        arrow = _ARROW.match(words, behind)
        if arrow is not None:
            return line.start + (behind + len(words[behind : arrow.end()].rstrip()))
        rest = words[behind:].strip(" .…:")
        if not rest:
            return line.start + len(words.rstrip())
        if words[behind].isupper() and words[behind - 1].islower():
            return line.start + behind
    return None


def _end_of_teasers(
    text: str, lines: Sequence[Span], first: int, phrases: PagePhrases, *, most: int = _MOST_LINES
) -> int | None:
    """The end of the last teaser that belongs together; None where none is closed."""
    found: int | None = None
    for line in lines[first : first + most]:
        if len(line) > _LONGEST_TEASER and _end_of_teaser(text, line, phrases) is None:
            break
        end = _end_of_teaser(text, line, phrases)
        if end is not None:
            found = end
            if line.cut_from(text).rstrip() != text[line.start : end].rstrip():
                break  # the article goes on behind it
        elif not line.cut_from(text).strip() and found is not None:
            break
    return found


def _end_of_titles(text: str, lines: Sequence[Span], index: int) -> int | None:
    """The end of a list of titles below its heading: lines that end no sentence."""
    end: int | None = None
    for line in lines[index + 1 : index + 1 + _MOST_LINES]:
        words = line.cut_from(text).strip()
        if not words and end is not None:
            break
        if not words:
            continue
        is_title = len(words) <= _LONGEST_TITLE and not words.endswith(_SENTENCE_END)
        if not is_title and not words.endswith(_CUT_OFF):
            break
        end = line.start + len(line.cut_from(text).rstrip())
    return end
