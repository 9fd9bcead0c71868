"""What an article was read from, and where a passage of it stands there."""

import re
from dataclasses import dataclass

from annotator.domain.article import Article
from annotator.domain.errors import UserError
from annotator.domain.span import Span
from annotator.formats.source_map import html_map
from annotator.storage import articles
from annotator.storage.project import Project
from annotator.text.normalise import offsets_after_line_ends

_PACKED = (b"PK\x03\x04", b"%PDF-", b"bplist00", b"\xd0\xcf\x11\xe0")
_TAG = re.compile(r"<[a-zA-Z!/?]")


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that an article was read from.

    `text` is what they say, with LF for all line ends; None where they are no text. `place` is
    where the passage stands in it, in code points, end exclusive; None where that is not known.
    `page` is the number of its page in a paged file, 0 elsewhere.
    """

    raw: bytes
    format: str
    encoding: str
    sha256: str
    text: str | None = None
    place: Span | None = None
    page: int = 0


def original_of(project: Project, article: Article, passage: Span) -> Original:
    """What an article was read from, opened at a passage of its stored text.

    Raises:
        UserError: the project does not hold it.
    """
    raw = articles.raw(project, article)
    if raw is None:
        raise UserError(
            "The project holds no original of this article. Nothing is lost: its text is here. "
            "Run `annotator check` on the project."
        )
    sha256 = article.raw_sha256 or article.text_sha256
    characters = _characters(raw, article.encoding)
    if characters is None:
        page = _page_of(article, passage)
        return Original(raw, article.format, article.encoding, sha256, page=page)
    text = characters.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    place = _place(article, passage, raw, characters, text)
    return Original(raw, article.format, article.encoding, sha256, text, place)


def _characters(raw: bytes, encoding: str) -> str | None:
    if raw.startswith(_PACKED):
        return None
    try:
        return raw.decode(encoding or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return None


def _page_of(article: Article, passage: Span) -> int:
    pages = (each for each in article.structure if each.kind == "page")
    return next((each.level for each in pages if each.start <= passage.start < each.end), 0)


def _place(article: Article, passage: Span, raw: bytes, characters: str, text: str) -> Span | None:
    if text == article.text:
        return passage
    words = passage.cut_from(article.text)
    around = _in_page(article, passage, raw, characters) if _TAG.search(text) else None
    if around is not None:
        found = text.find(words, around.start, around.end)
        return Span(found, found + len(words)) if found >= 0 else around
    found = text.find(words)
    is_single = found >= 0 and text.find(words, found + 1) < 0
    return Span(found, found + len(words)) if is_single else None


def _in_page(article: Article, passage: Span, raw: bytes, characters: str) -> Span | None:
    """The stretch of a page in which the lines of a passage stand."""
    encoding = article.encoding or "utf-8"
    mapped = html_map(article.text, raw, encoding=encoding)
    touched = [each.raw for each in mapped if each.text.overlaps(passage)]
    if not touched:
        return None
    stored = offsets_after_line_ends(characters)
    start, end = min(each.start for each in touched), max(each.end for each in touched)
    before = len(raw[:start].decode(encoding, "ignore"))
    within = len(raw[start:end].decode(encoding, "ignore"))
    return Span(stored(before), stored(before + within))
