"""PDF files: the text of their pages in its order, put into paragraphs."""

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from annotator.domain.errors import UserError
from annotator.formats.composing import Found, Origin, composed
from annotator.formats.decoding import MOST_CHARACTERS
from annotator.formats.incoming import Incoming, Problem
from annotator.formats.json_values import Refused
from annotator.formats.pdf_lines import Laid, Line, laid_out
from annotator.formats.right_to_left import RIGHT_TO_LEFT, as_read
from annotator.formats.sources import Source

MOST_BYTES = 50_000_000
MOST_PAGES = 300
MOST_OPERATIONS = 1_000_000
"""How many drawing operations a file may have; a page of text has some thousand."""
MARK = b"%PDF-"
_MARK_WITHIN = 1_024
"""Where every reader wants to see the mark of the format."""

_SCANNED = (
    "It has no text: its pages are pictures, as scanners make them. Have the text recognised "
    "(OCR) and import that."
)
_LOCKED = "It has a password. Save it anew without and import that."
_DAMAGED = (
    "It is damaged or no PDF file. Nothing was imported from it. Open it in its program, "
    "save it anew and import that."
)
_MISSING = (
    "needs the package that reads PDF files. Nothing was imported from it. Install it "
    "(pip install pypdf) and import it again."
)
_OFFICE = ("microsoft word", "untitled", "unknown")


def read(source: Source, *, annotator: str) -> Incoming:  # noqa: ARG001 - all readers alike
    """The article of a PDF file, named after the file; refused where pages have no text."""
    try:
        import pypdf
    except ImportError as error:
        raise UserError(f"{source.name} {_MISSING}") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    raw = source.read(limit=MOST_BYTES)
    if MARK not in raw[:_MARK_WITHIN]:
        # The library would look through all of it for an end that is not there.
        yield Problem(source.name, None, _DAMAGED)
        return
    try:
        laid, facts = _contents(pypdf.PdfReader(BytesIO(raw), strict=False))
        arrival = composed(
            Found(laid.text, facts, laid.structure),
            Origin(source, "pdf", raw=raw, is_whole_file=True),
        )
    except Refused as refusal:
        yield Problem(source.name, None, str(refusal))
        return
    except Exception:  # noqa: BLE001 - a damaged file ends the library in any way there is
        yield Problem(source.name, None, _DAMAGED)
        return
    yield from (Problem(source.name, None, note, is_note=True) for note in _notes(laid))
    yield arrival


def _contents(reader: Any) -> tuple[Laid, dict[str, str]]:
    if reader.is_encrypted and not _opens_without_password(reader):
        raise Refused(_LOCKED)
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise Refused(
            f"It has {count:,} pages; an article may have {MOST_PAGES}. Save the pages of the "
            "article alone and import those."
        )
    budget = _Budget()
    pages = [list(_lines(page, budget)) for page in reader.pages]
    if not any(line.words.strip() for page in pages for line in page):
        raise Refused(_SCANNED)
    return laid_out(pages), _facts(reader)


def _opens_without_password(reader: Any) -> bool:
    try:
        return bool(reader.decrypt(""))
    except Exception:  # noqa: BLE001 - a cipher that is not there, or damaged keys
        return False


class _Budget:
    """Counts what pages draw, so that a small file cannot be read without end."""

    def __init__(self) -> None:
        self._operations = 0
        self._characters = 0

    def operation(self, *_: Any) -> None:
        """One more operation."""
        self._operations += 1
        if self._operations > MOST_OPERATIONS:
            raise Refused(f"Its pages draw more than {MOST_OPERATIONS:,} things. It is not read.")

    def text(self, words: str) -> None:
        """More characters."""
        self._characters += len(words)
        if self._characters > MOST_CHARACTERS:
            raise Refused(f"It has more than {MOST_CHARACTERS:,} characters. Import it in parts.")


def _lines(page: Any, budget: _Budget) -> Iterator[Line]:
    """The lines of a page, with where they stand and how large they are."""
    lines = [Line("")]

    def take(words: str, user: Any, place: Any, _: Any, size: Any) -> None:
        budget.text(words)
        first, *more = words.split("\n")
        lines[-1].runs.append(first)
        lines[-1].words += first
        lines.extend(Line(each, runs=[each]) for each in more)
        line = lines[-1] if lines[-1].words.strip() or len(lines) < 2 else lines[-2]
        if line.words.strip() and not line.size:
            line.height = float(place[5]) * float(user[3] or 1) + float(user[5])
            line.size = abs(float(size or 0) * float(place[3] or 1) * float(user[3] or 1))

    page.extract_text(visitor_text=take, visitor_operand_before=budget.operation)
    for line in lines:
        line.words = as_read(line.runs).replace("\0", "")
        yield line


def _facts(reader: Any) -> dict[str, str]:
    told = reader.metadata or {}
    title, author = _told(told, "/Title"), _told(told, "/Author")
    is_made_up = title.lower().startswith(_OFFICE) or "." in title[-6:]
    return {"title": "" if is_made_up else title, "author": author}


def _told(told: Any, key: str) -> str:
    value = told.get(key)
    words = " ".join(str(value).split()) if isinstance(value, str) else ""
    return words if words.isprintable() else ""


def _notes(laid: Laid) -> Iterator[str]:
    yield "Its paragraphs are guessed from its lines: judge the extraction_quality of the text."
    if laid.has_columns:
        yield "It has columns; they were read in the order in which the file draws them."
    if RIGHT_TO_LEFT.search(laid.text):
        yield "It has lines from right to left. Compare the numbers in them with the pages."
    if laid.joined_words:
        words = "word" if laid.joined_words == 1 else "words"
        yield f"{laid.joined_words:,} {words} divided at the end of a line were joined and marked."
    if laid.repeated:
        shown = ", ".join(f"“{line[:40]}”" for line in laid.repeated[:3])
        yield f"Lines come again on its pages and are marked as their headers or footers: {shown}."
