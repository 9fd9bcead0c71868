"""What an article was read from, and where a passage of it stands there."""

import re
from dataclasses import dataclass

from annotator.domain.article import Article
from annotator.domain.errors import UserError
from annotator.domain.span import Span
from annotator.formats.articles.docx import DOCUMENT as WORD_PART
from annotator.formats.articles.docx import source_of as word_source
from annotator.formats.json_values import Refused
from annotator.formats.source_map import html_map, passage_in_source
from annotator.storage import articles
from annotator.storage.project import Project

_PACKED = (b"PK\x03\x04", b"%PDF-", b"bplist00", b"\xd0\xcf\x11\xe0")
_OF_RECORDS = ("csv", "xlsx", "rss", "ninjs", "jsonl")
_TAG = re.compile(r"<[a-zA-Z!/?]")


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that an article was read from.

    `text` is what they say, with LF for all line ends; None where they are no text. `place` is
    where the passage stands in it, in code points, end exclusive; None where that is not known.
    Of a web page `raw_place` is where the lines of the passage stand in the bytes.
    `page` is the number of its page in a paged file, 0 elsewhere. Of a packed file `text` is one
    `part` of it. `is_text_of_record` tells that the article was one of several in its file, of
    which nothing but its text was kept.
    """

    raw: bytes
    format: str
    encoding: str
    sha256: str
    text: str | None = None
    place: Span | None = None
    page: int = 0
    part: str = ""
    raw_place: Span | None = None
    is_text_of_record: bool = False


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
    if article.format == "docx" and (source := word_source(raw)) is not None:
        place = _in_page(article, passage, source)
        return Original(raw, article.format, "utf-8", sha256, source, place, part=WORD_PART)
    characters = _characters(raw, article.encoding)
    if characters is None:
        page = _page_of(article, passage)
        return Original(raw, article.format, article.encoding, sha256, page=page)
    text = characters.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    place = _place(article, passage, text)
    return Original(
        raw,
        article.format,
        article.encoding,
        sha256,
        text,
        place,
        raw_place=_in_bytes(article, passage, raw) if article.format == "html" else None,
        is_text_of_record=article.format in _OF_RECORDS,
    )


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


def _place(article: Article, passage: Span, text: str) -> Span | None:
    if text == article.text:
        return passage
    around = _in_page(article, passage, text) if _TAG.search(text) else None
    if around is not None:
        return around
    words = passage.cut_from(article.text)
    found = text.find(words)
    is_single = found >= 0 and text.find(words, found + 1) < 0
    return Span(found, found + len(words)) if is_single else None


def _in_page(article: Article, passage: Span, text: str) -> Span | None:
    try:
        return passage_in_source(article.text, passage, text)
    except Refused:
        return None


def _in_bytes(article: Article, passage: Span, raw: bytes) -> Span | None:
    mapped = html_map(article.text, raw, encoding=article.encoding or "utf-8")
    touched = [each.raw for each in mapped if each.text.overlaps(passage)]
    if not touched:
        return None
    return Span(min(each.start for each in touched), max(each.end for each in touched))
