"""RSS and Atom files: an article in each item, as far as the feed holds it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from xml.etree.ElementTree import Element, tostring

from annotator.domain.errors import UserError
from annotator.formats import advice
from annotator.formats.composing import Found, Origin, composed
from annotator.formats.html_text import visible_text
from annotator.formats.incoming import Arrival, Incoming, Problem
from annotator.formats.json_values import Refused
from annotator.formats.sources import Source
from annotator.formats.xml_trees import local_name, tree_of

MOST_BYTES = 50_000_000

_SPACES = (
    "", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
    "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "http://purl.org/dc/elements/1.1/",
    "http://purl.org/rss/1.0/modules/content/", "http://purl.org/dc/terms/",
)  # fmt: skip
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_WHOLE = ("encoded", "content")
_PART = ("description", "summary")


def read(source: Source, *, annotator: str) -> Incoming:  # noqa: ARG001 - all readers alike
    """The articles of a feed; of a damaged one, those that are whole."""
    encoding = source.told.encoding if source.told else None
    tree = tree_of(source.read(limit=MOST_BYTES), encoding=encoding)
    items = [] if tree.root is None else list(_items(tree.root))
    if tree.root is not None and not items and tree.fault is None:
        raise UserError(
            f"{source.name} is no feed: it has neither items nor entries. Nothing was imported "
            f"from it. {advice.ITS_FORMAT}"
        )
    summaries, told = 0, _of_feed(tree.root)
    for item in items:
        if item in tree.unfinished:
            continue
        line = tree.lines.get(item)
        try:
            arrival, is_summary = _article(item, told, source, line)
        except Refused as refusal:
            yield Problem(source.name, line, str(refusal))
        else:
            summaries += is_summary
            yield arrival
    if summaries:
        reason = f"Of {summaries:,} of its articles the feed holds only a summary."
        yield Problem(source.name, None, reason, is_note=True)
    if tree.fault is not None:
        yield Problem(source.name, tree.line, str(tree.fault))


def _date_of(written: str) -> str:
    """A date as the standard writes it, where it can be told."""
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, IndexError, OverflowError):
        pass
    try:
        return datetime.fromisoformat(written.strip()).isoformat()
    except ValueError:
        return written.strip()


def _items(root: Element) -> Iterator[Element]:
    return (each for each in root.iter() if local_name(each) in ("item", "entry"))


def _article(
    item: Element, told: Mapping[str, str], source: Source, line: int | None
) -> tuple[Arrival, bool]:
    """The article of an item, with what the feed has told of all; and if it is but a summary."""
    parts = _parts(item)
    body = next((parts[name] for name in (*_WHOLE, *_PART) if name in parts), None)
    if body is None:
        raise Refused("It has neither content nor a summary.")
    seen = visible_text(_markup(body))
    title = parts.get("title")
    facts = {
        "title": visible_text(_markup(title)).text if title is not None else "",
        "url": _address(item, parts),
        "published": _dated(parts),
        "author": _author(parts),
        "outlet": told.get("outlet", ""),
        "language": item.get(_LANGUAGE) or told.get("language", ""),
        "licence": _words(parts["rights"]) if "rights" in parts else told.get("licence", ""),
    }
    guid = _words(parts.get("guid", parts.get("id")))
    found = Found(seen.text, facts, seen.structure, {"guid": guid} if guid else {})
    origin = Origin(source, "rss", line, _markup(body).encode())
    return composed(found, origin), local_name(body) in _PART


def _parts(item: Element) -> dict[str, Element]:
    """The children that feeds have in common, the first of each name that says something."""
    parts: dict[str, Element] = {}
    for child in item:
        space = str(child.tag).rpartition("}")[0].removeprefix("{")
        if space in _SPACES and (len(child) or (child.text or "").strip() or child.attrib):
            parts.setdefault(local_name(child), child)
    return parts


def _markup(element: Element) -> str:
    """The HTML that an element holds, or its text made such."""
    kind = element.get("type", "html")
    if len(element):
        return "".join(tostring(_without_spaces(each), "unicode", "html") for each in element)
    text = element.text or ""
    is_plain = kind in ("text", "text/plain") and local_name(element) != "encoded"
    return text.replace("&", "&amp;").replace("<", "&lt;") if is_plain else text


def _without_spaces(element: Element) -> Element:
    for each in element.iter():
        each.tag = local_name(each)
    return element


def _words(element: Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _address(item: Element, parts: dict[str, Element]) -> str:
    for link in item:
        is_page = local_name(link) == "link" and link.get("rel", "alternate") == "alternate"
        if is_page and link.get("href"):
            return link.get("href", "")
    return _words(parts.get("link"))


def _dated(parts: dict[str, Element]) -> str:
    names = ("pubDate", "published", "date", "issued", "created", "updated", "modified")
    return next((_date_of(_words(parts[name])) for name in names if name in parts), "")


def _author(parts: dict[str, Element]) -> str:
    author = parts.get("creator", parts.get("author"))
    if author is None:
        return ""
    name = next((each for each in author if local_name(each) == "name"), author)
    return _words(name)


def _of_feed(root: Element | None) -> dict[str, str]:
    """What the feed says of all its articles."""
    if root is None:
        return {}
    channel = next((each for each in root if local_name(each) == "channel"), root)
    parts = _parts(channel)
    language = root.get(_LANGUAGE) or _words(parts.get("language"))
    rights = _words(parts.get("rights", parts.get("copyright")))
    return {"outlet": _words(parts.get("title")), "language": language, "licence": rights}
