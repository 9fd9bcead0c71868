"""Formats with a file for each article: where it lies, and what it is called.

A split is a folder; so is an annotator, where the dataset has more than one. A file is called after
its article, with every character that a file system may not take written as `%` and two digits.
"""

import hashlib
import re
from pathlib import Path
from urllib.parse import quote, unquote

from annotator.formats.datasets.work import Setting, Work

LONGEST_NAME = 120

_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def file_stem(article_id: str) -> str:
    """The name of an article's file, without extension."""
    if _PLAIN.fullmatch(article_id) and len(article_id) <= LONGEST_NAME:
        return f"{article_id}%" if _RESERVED.fullmatch(article_id) else article_id
    quoted = quote(article_id, safe="")
    if quoted.startswith("."):
        quoted = f"%2E{quoted[1:]}"
    if len(quoted) <= LONGEST_NAME:
        return quoted
    return f"{quoted[: LONGEST_NAME - 20]}%{hashlib.sha256(article_id.encode()).hexdigest()[:16]}"


def id_of_stem(stem: str) -> str:
    """The id of the article that a file is called after; empty where the name tells none."""
    if "%" not in stem:
        return ""
    plain = unquote(stem.removesuffix("%"), errors="strict" if _is_utf8(stem) else "replace")
    return plain if file_stem(plain) == stem else ""


class ArticleFiles:
    """Where files of works go, in a draft folder; no two have the same name, whatever its case."""

    def __init__(self, folder: Path, setting: Setting) -> None:
        self._folder = folder
        self._has_annotators = len(setting.annotators) > 1
        self._taken: set[str] = set()
        self.written: dict[str, str] = {}

    def folder_of(self, work: Work) -> Path:
        """The folder of a work, made where it is not there."""
        folder = self._folder / work.split if work.split else self._folder
        if self._has_annotators:
            folder /= file_stem(work.annotator or "-")
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def stem_of(self, work: Work) -> Path:
        """The path of a work's files without their extension."""
        path = self.folder_of(work) / file_stem(work.article.id)
        key = path.as_posix().lower()
        if key in self._taken:
            digest = hashlib.sha256(work.article.id.encode()).hexdigest()[:16]
            path = path.with_name(f"{path.name}%{digest}")
        self._taken.add(key)
        return path

    def write(self, stem: Path, extension: str, content: bytes, work: Work) -> None:
        """Write a data file of a work; `written` tells its name and whose article it holds."""
        path = stem.with_name(f"{stem.name}.{extension}")
        path.write_bytes(content)
        self.written[path.relative_to(self._folder).as_posix()] = work.article.id


def _is_utf8(stem: str) -> bool:
    try:
        unquote(stem, errors="strict")
    except UnicodeDecodeError:
        return False
    return True
