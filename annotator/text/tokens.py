"""Tokens: the steps by which a selection grows and shrinks, and the units of token exports.

A token is a word with its inner apostrophes and hyphens (`don't`, `Microsoft-Anthropic`), a number
with its sign of money or per cent (`$13`, `1,000.5`, `75%`), an abbreviation with its points
(`U.S.`), a mail or web address, or else one character as a reader sees it. Han, hiragana, Thai and
other scripts without spaces give one token a character. No token cuts a grapheme cluster.

The steps from a position take it to lie between two clusters, as the ends of a selection do.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any

from annotator.domain.span import Span
from annotator.text.graphemes import boundary_from, has_only_separate_characters, snap

# Spelled out because `re` and `regex` disagree with str.isspace on U+001C to U+001F.
_SPACE = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CHUNK = re.compile(f"[^{_SPACE}]+")
_MONEY = r"$¢£¤¥\u20a0-\u20cf"
_SPACELESS = r"\u3041-\u3096\u3400-\u4dbf\u4e00-\u9fff"
_SPACELESS_BEYOND = r"\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\uf900-\ufaff\U00020000-\U0003ffff"
# The first line says nothing that the others do not, but most words are read by it at once.
_RULE = r"""
    [A-Za-z]+(?=[SPACE])
  | https?://[^SPACE<>"“”]*[\w/]                               # a web address
  | [A-Za-z0-9_][A-Za-z0-9_.+-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+
  | [^\W\d_]{1,2}(?:\.[^\W\d_](?!\w))+\.?(?:[-‑'’]WORD+)*      # U.S., Ph.D., U.S.-based
  | [MONEY]?\d+(?:[.,:]\d+)+(?:[-‑'’]?WORD+)*[%‰°€£]?          # 1,000.5, $4.5bn, 7.5%
  | [MONEY]\d+(?:[-‑'’]?WORD+)*                                # $13
  | WORD+(?:(?:[-‑'’ʼ&_·]|(?<=[a-z0-9])\.(?=[a-z0-9]))WORD+)*(?:(?<=\d)[%‰°€£])?
  | [^SPACE]
"""


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The tokens of a stretch of text, in order; they cover every character but white space."""
    limit = len(text) if end is None else min(end, len(text))
    found: list[Span] = []
    while start < limit:
        line_end = text.find("\n", start, limit)
        line_end = limit if line_end < 0 else line_end
        found.extend(_of_line(text, start, line_end))
        start = line_end + 1
    return found


def token_pairs(text: str) -> list[tuple[int, int]]:
    """All tokens as plain pairs of start and end, of which there are very many."""
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        line_end = text.find("\n", start)
        line_end = len(text) if line_end < 0 else line_end
        if _is_plain(text, start, line_end):
            found += [match.span() for match in _plain_rule().finditer(text, start, line_end)]
        else:
            found += [(token.start, token.end) for token in _of_line(text, start, line_end)]
        start = line_end + 1
    return found


def plain_words(run: str) -> list[str]:
    """The tokens of a run without white space each of whose characters is a cluster of its own."""
    found: list[str] = _plain_rule().findall(run)
    return found


def token_at(text: str, position: int) -> Span | None:
    """The token that holds the character after the position, if that is no white space."""
    for token in _onwards(text, position):
        return token if token.start <= position else None
    return None


def next_token(text: str, position: int) -> Span | None:
    """The first token that begins at or after the position."""
    return next((token for token in _onwards(text, position) if token.start >= position), None)


def previous_token(text: str, position: int) -> Span | None:
    """The last token that ends at or before the position."""
    return next((token for token in _backwards(text, position) if token.end <= position), None)


def next_token_end(text: str, position: int) -> int | None:
    """Where a selection's end goes when it grows by one token."""
    return next((token.end for token in _onwards(text, position)), None)


def previous_token_end(text: str, position: int) -> int | None:
    """Where a selection's end goes when it shrinks by one token."""
    return next((token.end for token in _backwards(text, position) if token.end < position), None)


def next_token_start(text: str, position: int) -> int | None:
    """Where a selection's start goes when it shrinks by one token."""
    return next((token.start for token in _onwards(text, position) if token.start > position), None)


def previous_token_start(text: str, position: int) -> int | None:
    """Where a selection's start goes when it grows by one token."""
    return next((token.start for token in _backwards(text, position)), None)


def snap_to_tokens(text: str, span: Span) -> Span | None:
    """The whole tokens that a dragged selection touches; None where it holds white space only."""
    first = next(_onwards(text, span.start), None)
    last = next(_backwards(text, span.end), None)
    if first is None or last is None or first.start > last.start:
        return None
    return Span(first.start, last.end)


def _onwards(text: str, position: int) -> Iterator[Span]:
    """The tokens that end after the position, from there to the end of the text."""
    start = max(position, 0)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    for chunk in _CHUNK.finditer(text, start):
        yield from (token for token in _of_chunk(text, *chunk.span()) if token.end > position)


def _backwards(text: str, position: int) -> Iterator[Span]:
    """The tokens that begin before the position, from there back to the start of the text."""
    end = min(position, len(text))
    while 0 < end < len(text) and not text[end - 1].isspace() and not text[end].isspace():
        end += 1
    while end > 0:
        start = end
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        found = _of_chunk(text, start, end) if start < end else []
        yield from (token for token in reversed(found) if token.start < position)
        end = min(start, end - 1)


def _of_line(text: str, start: int, end: int) -> Iterator[Span]:
    if _is_plain(text, start, end):
        return (Span(*match.span()) for match in _plain_rule().finditer(text, start, end))
    chunks = _CHUNK.finditer(text, start, end)
    return chain.from_iterable(_of_chunk(text, *chunk.span()) for chunk in chunks)


def _of_chunk(text: str, start: int, end: int) -> list[Span]:
    """The tokens of a run without white space.

    Which rule serves is settled by the run alone, so that a step by keyboard and a listing of the
    whole article agree although `re` and `regex` know different letters.
    """
    if _is_plain(text, start, end):
        return [Span(*match.span()) for match in _plain_rule().finditer(text, start, end)]
    found: list[Span] = []
    begin = _first_boundary(text, start)
    # The rule leaves no gap and knows no clusters: each match is made longer to the next boundary,
    # and the one after it begins there.
    for match in _full_rule().finditer(text, start, end):
        if match.end() > begin:
            following = boundary_from(text, begin, at_least=match.end())
            found.append(Span(begin, following))
            begin = following
    return found


def _first_boundary(text: str, start: int) -> int:
    """Where a run really begins: a mark may lean on the space before it, or on the run before."""
    cluster = snap(text, Span(start, start))
    return cluster.start if text[cluster.start].isspace() else cluster.end


def _is_plain(text: str, start: int, end: int) -> bool:
    return has_only_separate_characters(text[max(start - 1, 0) : end + 1])


@cache
def _plain_rule() -> re.Pattern[str]:
    return re.compile(_rule(f"[^\\W_{_SPACELESS}]"), re.VERBOSE)


@cache
def _full_rule() -> Any:
    # Only text beyond the common scripts pays for this import.
    import regex

    word = f"[^\\W_{_SPACELESS}{_SPACELESS_BEYOND}]"
    return regex.compile(_rule(word), regex.VERBOSE)


def _rule(word: str) -> str:
    return _RULE.replace("WORD", word).replace("SPACE", _SPACE).replace("MONEY", _MONEY)
