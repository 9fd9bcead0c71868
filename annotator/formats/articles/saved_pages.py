"""Web pages however they were saved: as HTML, as MHTML, as a web archive of Safari.

Of an archive only the page itself is read; pictures, styles and frames are passed over, and
nothing is fetched.
"""

import email
import email.policy
import plistlib
import re
from email.message import Message

from annotator.formats.articles import pages
from annotator.formats.incoming import Incoming, Problem
from annotator.formats.json_values import Refused
from annotator.formats.sources import Source

MOST_BYTES = 50_000_000
MOST_PARTS = 5_000

_MHTML = ("mhtml", "mht")
_PLIST = re.compile(rb"bplist00|\s*<\?xml[^>]*>\s*<!DOCTYPE plist")
_NO_PAGE = "There is no page in it. Save the page anew, as HTML, and import that."
_DAMAGED = (
    "It is damaged or no saved page. Nothing was imported from it. Save the page anew, as HTML, "
    "and import that."
)


def read(source: Source, *, annotator: str) -> Incoming:
    """The article of a page or of an archive that holds a page."""
    if source.extension not in (*_MHTML, "webarchive"):
        yield from pages.read(source, annotator=annotator)
        return
    raw = source.read(limit=MOST_BYTES)
    try:
        is_mhtml = source.extension in _MHTML and not _PLIST.match(raw)
        page, charset, address = _of_mhtml(raw) if is_mhtml else _of_webarchive(raw)
        if len(page) > pages.MOST_BYTES:
            raise Refused(f"Its page has {len(page) / 1e6:.0f} MB. Save the article alone.")
    except Refused as refusal:
        yield Problem(source.name, None, str(refusal))
        return
    is_on_the_web = address.startswith(("http://", "https://"))
    yield from pages.arrivals_of(
        page, source, charset=charset, address=address if is_on_the_web else ""
    )


def _of_mhtml(raw: bytes) -> tuple[bytes, str | None, str]:
    """The page of an archive, its charset and the address that it was saved from."""
    try:
        message = email.message_from_bytes(raw, policy=email.policy.compat32)
        page = _page_in(message)
        content = page.get_payload(decode=True)
        charset = page.get_content_charset()
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise Refused(_DAMAGED) from error
    if not isinstance(content, bytes) or not content.strip():
        raise Refused(_NO_PAGE)
    saved_from = message.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    return content, charset, str(saved_from).strip()


def _page_in(message: Message) -> Message:
    """The part that the archive begins with, or its first page."""
    for number, part in enumerate(message.walk()):
        if number > MOST_PARTS:
            raise Refused(f"It has more than {MOST_PARTS:,} parts. Save the page anew, as HTML.")
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return part
    raise Refused(_NO_PAGE)


def _of_webarchive(raw: bytes) -> tuple[bytes, str | None, str]:
    try:
        resource = plistlib.loads(raw)["WebMainResource"]
        content = resource["WebResourceData"]
        charset, address = (
            resource.get(f"WebResource{name}") for name in ("TextEncodingName", "URL")
        )
    except Exception as error:
        raise Refused(_DAMAGED) from error
    if not isinstance(content, bytes) or not content.strip():
        raise Refused(_NO_PAGE)
    return content, charset if isinstance(charset, str) else None, str(address or "")
