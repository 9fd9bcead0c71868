"""Which format a file is of where its extension does not tell: by first bytes or neighbours."""

import re

from annotator.formats import json_signs
from annotator.formats.sources import Source

_OF_JSON = ("jsonl", "ndjson", "json")
_STARTS = (
    ("pdf", re.compile(rb"%PDF-")),
    ("jsonl", re.compile(rb"(?:\xef\xbb\xbf)?[ \t\r\n]*(?:\[[ \t\r\n]*)?\{[ \t\r\n]*\"")),
    ("html", re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html[\s>])", re.IGNORECASE)),
    ("rss", re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf:RDF)[\s>]")),
)

_BRAT_CONFIGURATION = ("annotation.conf", "visual.conf", "tools.conf", "kb_shortcuts.conf")
_SIGNS = (
    ("webanno", ("tsv", "tab", "txt"), re.compile(rb"(?:\xef\xbb\xbf)?#FORMAT=WebAnno TSV 3")),
    ("conll", ("tsv", "tab", "txt"), re.compile(rb"(?:\xef\xbb\xbf)?-DOCSTART-[ \t]")),
    (
        "uima",
        ("json",),
        re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)\""),
    ),
    (
        "uima",
        ("xml",),
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:xmi:XMI|typeSystemDescription)\b"
        ),
    ),
)
"""Formats that share an extension with others, and how their files begin."""


def format_by_content(source: Source) -> str | None:
    """The format of a file whose extension several formats share."""
    extension = source.extension
    if source.file_name in _BRAT_CONFIGURATION or (
        extension == "txt" and source.lies_beside(f"{source.stem}.ann")
    ):
        return "brat"
    shared = [(name, form) for name, extensions, form in _SIGNS if extension in extensions]
    if not shared and extension not in _OF_JSON:
        return None
    start = source.start()
    found = next((name for name, form in shared if form.match(start)), None)
    if found is None and extension in _OF_JSON:
        found = json_signs.format_in(source.start(json_signs.LENGTH))
    return found


def format_by_start(source: Source) -> str:
    """The format of a file without an extension."""
    start = source.start()
    found = next((name for name, form in _STARTS if form.match(start)), "txt")
    if found == "jsonl":
        found = json_signs.format_in(source.start(json_signs.LENGTH)) or found
    return found
