"""HTML and saved pages: the article in a page, found by trafilatura, in the page's own characters.

trafilatura tells which passages are the article, but no places, and changes white space and
characters that are not seen. So each passage is sought in what a reader sees of the page, and its
text is taken from there. readability is asked too; where it disagrees, a person is told.
"""

import logging
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any

from annotator.domain.errors import UserError
from annotator.formats.composing import Found, Origin, composed, joined
from annotator.formats.decoding import characters_of, notes_of
from annotator.formats.encodings import known_encoding
from annotator.formats.html_text import Visible, visible_text
from annotator.formats.html_tokens import tokens
from annotator.formats.incoming import Incoming, Problem
from annotator.formats.json_values import Refused
from annotator.formats.page_parts import Placed, parts_beside, with_parts_beside
from annotator.formats.source_map import Finder
from annotator.formats.sources import Source
from annotator.text.shingles import words_of

MOST_BYTES = 10_000_000
MOST_VISIBLE = 1_000_000
ALIKE = 0.8
"""From which share of common words on two extractors are said to agree."""

_LONGEST_HEADING = 200
_MOST_ABOVE = 0.15
_RIGHTS = re.compile(r"\s*(?:©|\(c\)|copyright\b).{0,300}\Z", re.IGNORECASE | re.DOTALL)
_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE
)
# What pages call these is, by the standard of the web, a larger set.
_MEANT = {"iso8859_1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030",
          "shift_jis": "cp932", "euc_kr": "cp949", "iso8859_9": "cp1254"}  # fmt: skip
_INLINE = {"hi", "ref", "lb", "del", "graphic"}
_FAULTS = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)
_MISSING = (
    "needs the packages that read web pages. Nothing was imported from it. Install them "
    "(pip install trafilatura readability-lxml) and import it again."
)


def read(source: Source, *, annotator: str) -> Incoming:  # noqa: ARG001 - all readers alike
    """The article of a page; refused when none is found in it."""
    yield from arrivals_of(source.read(limit=MOST_BYTES), source)


def arrivals_of(
    raw: bytes, source: Source, *, charset: str | None = None, address: str = ""
) -> Incoming:
    """The article of a page that was taken out of a file, whose `charset` may be told beside it.

    `address` is where the page was saved from, for one that does not say it itself.
    """
    page, choice = characters_of(raw, source, declared=_known(charset) or _declared(raw))
    yield from notes_of(choice, source)
    notes: list[str] = []
    try:
        # Its limits hold before any library sees the page.
        seen = visible_text(page)
        if len(seen.text) > MOST_VISIBLE:
            raise Refused(
                f"It shows {len(seen.text):,} characters; a page may show {MOST_VISIBLE:,}. "
                "Save the article alone and import that."
            )
        found = _found(page, seen, notes, source)
        found.facts["url"] = found.facts["url"] or address
        arrival = composed(
            found,
            Origin(source, "html", raw=raw, encoding=choice.encoding, is_whole_file=True),
        )
    except Refused as refusal:
        yield Problem(source.name, None, str(refusal))
        return
    yield from (Problem(source.name, None, note, is_note=True) for note in notes)
    yield arrival


def _found(page: str, seen: Visible, notes: list[str], source: Source) -> Found:
    try:
        import readability
        import trafilatura
    except ImportError as error:
        raise UserError(f"{source.name} {_MISSING}") from error
    for name in ("trafilatura", "htmldate", "courlan", "readability"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    document = _tried(
        lambda: trafilatura.bare_extraction(
            page, favor_precision=True, include_comments=False, with_metadata=True,
            date_extraction_params={"extensive_search": False},
        )
    )  # fmt: skip
    second = _tried(lambda: visible_text(readability.Document(page).summary()))
    passages = [] if document is None else list(_passages(document.body))
    if not passages and second is not None:
        passages = [second.text[block.start : block.end] for block in second.blocks]
        notes.append("Only readability found an article in it. Compare it with the page.")
    placed, unmapped = _placed(passages, seen)
    placed = _without_edges(_with_subheadings(_in_order(placed), seen))
    if not placed:
        raise Refused("No article was found in it. Save its text as plain text and import that.")
    if unmapped:
        notes.append(
            f"{len(unmapped)} passages do not stand in the page as they were extracted, the first "
            f"is “{unmapped[0][:60]}”. Compare them with the page."
        )
    is_with_parts = source.told is not None and source.told.page_parts
    beside = parts_beside(placed, seen)
    blocks = with_parts_beside(placed, seen) if is_with_parts else [block for _, block in placed]
    text, structure = joined(blocks)
    if document is not None and second is not None and (difference := _difference(text, second)):
        notes.append(difference)
    deck = next((seen.text[e.start : e.end] for e in beside if e.kind == "deck"), "")
    return Found(text, _facts(document, page), structure, _extra(document, deck))


def _tried(extract: Callable[[], Any]) -> Any:
    """What a library makes of a page; None where the page is too much for it."""
    from lxml.etree import LxmlError
    from readability.readability import Unparseable

    try:
        return extract()
    except (*_FAULTS, LxmlError, Unparseable, Refused):
        return None


def _passages(body: Any) -> Iterator[str]:
    """The text of each innermost block that trafilatura kept."""
    from lxml.etree import iterwalk

    words: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        is_block = element.tag not in _INLINE
        if is_block and words:
            yield "".join(words)
            words = []
        following = element.text if event == "start" else element.tail
        if following and following.strip():
            words.append(following)
    if words:
        yield "".join(words)


def _placed(passages: list[str], seen: Visible) -> tuple[list[Placed], list[str]]:
    """Passages in the page's own characters, and those that the page does not have."""
    placed: list[Placed] = []
    finder, unmapped = Finder(seen), []
    ends = [block.end for block in seen.blocks]
    for passage in passages:
        if not passage.strip():
            continue
        where = finder.find(passage)
        if where is None:
            unmapped.append(" ".join(passage.split()))
            placed.append((None, (unmapped[-1], "", 0)))
            continue
        block = seen.blocks[bisect_right(ends, where.start)]
        words = seen.text[where.start : where.end]
        placed.append((where, (words, block.kind, block.level)))
    return placed, unmapped


def _in_order(placed: list[Placed]) -> list[Placed]:
    """Passages in the order of the page, none twice; what stands nowhere follows the one before.

    trafilatura puts some that it finds at last before all others.
    """
    found: dict[tuple[int, int], Placed] = {}
    start = 0
    for number, (where, block) in enumerate(placed):
        start = where.start if where is not None else start
        key = (start, 0 if where is not None else number + 1)
        found.setdefault(key, (where, block))
    return [found[key] for key in sorted(found)]


def _with_subheadings(placed: list[Placed], seen: Visible) -> list[Placed]:
    """The same with the headings that stand inside the article, right above what is of it."""
    ends = [block.end for block in seen.blocks]
    kept = {bisect_right(ends, where.start) for where, _ in placed if where is not None}
    if not kept:
        return placed
    first = min(kept)
    added: list[Placed] = [
        (block.span, (seen.text[block.start : block.end], block.kind, block.level))
        for number, block in enumerate(seen.blocks)
        if block.kind == "subheading"
        and first < number
        and number not in kept
        and number + 1 in kept
        and block.end - block.start <= _LONGEST_HEADING
    ]
    return _in_order([*placed, *added]) if added else placed


def _without_edges(placed: list[Placed]) -> list[Placed]:
    """The same without the little that stands above the headline, and a notice of rights below.

    In pages laid out with tables extractors take the whole table for the article.
    """
    kinds = [block[1] for _, block in placed]
    first = kinds.index("headline") if "headline" in kinds else 0
    above = sum(len(block[0]) for _, block in placed[:first])
    whole = sum(len(block[0]) for _, block in placed)
    shown = placed[first:] if above < _MOST_ABOVE * whole else placed
    while len(shown) > 1 and _RIGHTS.match(shown[-1][1][0]):
        shown = shown[:-1]
    return shown


def _difference(text: str, second: Visible) -> str:
    """What the second opinion says, where it is another."""
    own_words, their_words = words_of(text), words_of(second.text)
    ours, theirs = set(own_words), set(their_words)
    if len(ours & theirs) >= ALIKE * max(len(ours), len(theirs)):
        return ""
    whole = "".join(text.split())
    passages = (second.text[block.start : block.end] for block in second.blocks)
    lacking = next((each for each in passages if "".join(each.split()) not in whole), "")
    more = f" It has also “{' '.join(lacking.split())[:80]}”." if lacking else ""
    return (
        f"Where the article begins and ends is unsure: trafilatura found {len(own_words):,} "
        f"words, readability {len(their_words):,}.{more} Compare it with the page."
    )


def _facts(document: Any, page: str) -> dict[str, str]:
    names = {"title": "title", "author": "author", "url": "url", "published": "date",
             "outlet": "sitename", "licence": "license"}  # fmt: skip
    facts = {name: getattr(document, theirs, None) or "" for name, theirs in names.items()}
    root = next((token for token in tokens(page[:20_000]) if token.name == "html"), None)
    facts["language"] = root.attributes.get("lang", "") if root else ""
    return facts


def _extra(document: Any, deck: str) -> dict[str, str]:
    description = getattr(document, "description", None) or ""
    return {name: said for name, said in (("description", description), ("deck", deck)) if said}


def _declared(raw: bytes) -> str | None:
    found = _CHARSET.search(raw[:8_000])
    return _known(found[1].decode("ascii", "replace")) if found else None


def _known(charset: str | None) -> str | None:
    """The encoding that a page means by a name, if there is one."""
    if charset is None:
        return None
    try:
        encoding = known_encoding(charset)
    except UserError:
        return None
    return _MEANT.get(encoding, encoding)
