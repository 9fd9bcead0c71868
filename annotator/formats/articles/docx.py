"""Word files: paragraphs with their styles, as they read when all changes are accepted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from annotator.formats.composing import Block, Found, Origin, composed, joined
from annotator.formats.incoming import Incoming, Problem
from annotator.formats.json_values import Refused
from annotator.formats.packed import MOST_BYTES, Packed
from annotator.formats.sources import Source
from annotator.formats.xml_trees import local_name, tree_of

DOCUMENT = "word/document.xml"
"""The part of a Word file that holds its text."""
_PARAGRAPH = re.compile(r"(?<=>)(?=<(?:\w+:)?p[ >])")
_GONE = re.compile(r"(<(?:\w+:)?(?:delText|instrText)\b[^>]*>)[^<]*")
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011",
               "softHyphen": "\u00ad"}  # fmt: skip
_LEFT_OUT = {"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sdtPr"}
# Styles as Word and newsrooms call them, and what they are in an article.
_NAMED_STYLES = {
    "subtitle": "deck", "deck": "deck", "standfirst": "deck", "caption": "caption",
    "byline": "byline", "author": "byline", "dateline": "dateline", "date": "dateline",
    "intense quote": "pull_quote", "pull quote": "pull_quote",
}  # fmt: skip
_NO_DOCUMENT = "It holds no text document. Save it as .docx in its program and import that."


@dataclass(slots=True)
class _Document:
    """What there is to know beside the text while it is read."""

    styles: dict[str, str] = field(default_factory=dict)
    has_changes: bool = False
    has_comments: bool = False
    has_notes: bool = False


def read(source: Source, *, annotator: str) -> Incoming:  # noqa: ARG001 - all readers alike
    """The article of a Word file, named after the file."""
    raw = source.read(limit=MOST_BYTES)
    document = _Document()
    try:
        packed = Packed(raw)
        body = _body(packed)
        document.styles = _styles(packed)
        text, structure = joined(_paragraphs(body, document))
        found = Found(text, _facts(packed), structure)
        arrival = composed(found, Origin(source, "docx", raw=raw, is_whole_file=True))
    except Refused as refusal:
        yield Problem(source.name, None, str(refusal))
        return
    yield from (Problem(source.name, None, note, is_note=True) for note in _notes(document))
    yield arrival


def source_of(raw: bytes) -> str | None:
    """The XML of a Word file's text, a paragraph on each line; None for a damaged file.

    Deleted words are left out, as the reader leaves them out.
    """
    try:
        content = Packed(raw).read(DOCUMENT)
        text = content.decode() if content is not None else None
    except (Refused, UnicodeDecodeError):
        return None
    return None if text is None else _PARAGRAPH.sub("\n", _GONE.sub(r"\1", text))


def _notes(document: _Document) -> Iterator[str]:
    if document.has_changes:
        yield "Changes are tracked in it; it was read as if all were accepted."
    if document.has_comments:
        yield "Its comments were passed over."
    if document.has_notes:
        yield "Its footnotes and endnotes were passed over."


def _body(packed: Packed) -> Element:
    content = packed.read(DOCUMENT)
    if content is None:
        raise Refused(_NO_DOCUMENT)
    tree = tree_of(content)
    if tree.fault is not None:
        raise tree.fault
    body = next((each for each in tree.root or () if local_name(each) == "body"), None)
    if body is None:
        raise Refused(_NO_DOCUMENT)
    return body


def _styles(packed: Packed) -> dict[str, str]:
    """The English names of styles by their ids, which are in the language of the program."""
    styles = {}
    root = tree_of(packed.read("word/styles.xml") or b"<none/>").root
    for style in root if root is not None else ():
        name = next((each for each in style if local_name(each) == "name"), None)
        if name is not None:
            styles[_attribute(style, "styleId")] = _attribute(name, "val").lower()
    return styles


def _facts(packed: Packed) -> dict[str, str]:
    names = {"title": "title", "creator": "author", "created": "published", "language": "language"}
    root = tree_of(packed.read("docProps/core.xml") or b"<none/>").root
    elements = root if root is not None else ()
    return {
        names[local_name(each)]: each.text or "" for each in elements if local_name(each) in names
    }


def _paragraphs(body: Element, document: _Document) -> Iterator[Block]:
    """The text, kind and level of each paragraph that says something, those of tables in turn."""
    waiting = list(reversed(list(body)))
    while waiting:
        element = waiting.pop()
        name = local_name(element)
        document.has_changes |= name in ("ins", "del", "moveFrom")
        if name == "p":
            text = "".join(_words(element, document)).strip("\n")
            if text.strip():
                yield (text, *_kind(element, document.styles))
        elif name not in _LEFT_OUT:
            waiting += reversed(list(element))


def _words(paragraph: Element, document: _Document) -> Iterator[str]:
    waiting = list(reversed(list(paragraph)))
    while waiting:
        element = waiting.pop()
        name = local_name(element)
        document.has_changes |= name in ("ins", "del", "moveFrom")
        document.has_comments |= name == "commentReference"
        document.has_notes |= name in ("footnoteReference", "endnoteReference")
        if name == "t":
            yield element.text or ""
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name == "p":
            yield "\n"
            waiting += reversed(list(element))
        elif name not in _LEFT_OUT:
            waiting += reversed(list(element))


def _kind(paragraph: Element, styles: dict[str, str]) -> tuple[str, int]:
    style, is_listed = "", False
    for properties in paragraph:
        if local_name(properties) == "pPr":
            for each in properties:
                if local_name(each) == "pStyle":
                    style = _attribute(each, "val")
                is_listed |= local_name(each) == "numPr"
    name = styles.get(style, style.lower())
    level = name.removeprefix("heading").strip()
    if name == "title":
        return "headline", 1
    if name.startswith("heading") and level.isdigit():
        return ("headline", 1) if level == "1" else ("subheading", int(level))
    if name in _NAMED_STYLES:
        return _NAMED_STYLES[name], 0
    if "quote" in name:
        return "quotation", 0
    return ("list_item", 0) if is_listed or name.startswith("list") else ("", 0)


def _attribute(element: Element, wanted: str) -> str:
    return next(
        (value for key, value in element.attrib.items() if key.rpartition("}")[2] == wanted), ""
    )
