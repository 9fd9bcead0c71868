"""What looks doubtful in a detail of an article while it is written."""

import re

from PySide6.QtCore import QCoreApplication

from annotator.operations.metadata import is_date

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""The shape of a tag of BCP 47; not whether such a language is registered."""
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:(//)?[^\s/]\S*", re.IGNORECASE)


def doubt_about(name: str, text: str) -> str:
    """A sentence about what a field would hold, empty where nothing is odd about it."""
    text = text.strip()
    if not text:
        return ""
    if name == "published" and not is_date(text):
        return _tr("This is no date as 2026-03-14.")
    if name == "language" and _LANGUAGE.fullmatch(text) is None:
        return _tr("This is no code of a language, such as en or pt-BR. It is kept as it is.")
    if name == "url" and _ADDRESS.fullmatch(text) is None:
        return _tr("This is no whole address, such as https://post.example/news. It is kept.")
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("DetailsWindow", text)
