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


_ADVICE = {
    "doc dot odt ott rtf pages wpd wps sxw": "Save it as .docx in its program and import that.",
    "xls xlsb ods numbers": "Save it as .xlsx or .csv in its program and import that.",
    "eml msg mbox epub mobi azw3 djvu ps": "Save it as .html, .txt or .pdf and import that.",
    "gz tgz bz2 xz zst tar 7z rar": "Unpack it and import the folder, or pack it as .zip.",
    "parquet feather arrow pkl db sqlite sqlite3": "Write its rows as .jsonl or .csv.",
    "png jpg jpeg gif webp tif tiff bmp heic svg mp3 wav m4a mp4 mov webm": (
        "It holds no text; leave it out."
    ),
}
"""What to do with files of other kinds that people have beside articles, by their extensions."""


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


def advice_on(extension: str) -> str:
    """What to do with a file of a kind that is not read."""
    for extensions, what_to_do in _ADVICE.items():
        if extension in extensions.split():
            return what_to_do
    return (
        "Save it as .txt, .html, .docx, .pdf, .csv, .xlsx or .jsonl, or name its format with "
        "--format: annotator formats lists all."
    )
