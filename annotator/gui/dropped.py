"""Files that fall onto the window."""

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QUrl

_ENCODED = QUrl.ComponentFormattingOption.FullyEncoded


def paths_of(urls: Sequence[QUrl]) -> list[Path]:
    """The files among some addresses; Qt itself loses names that are not UTF-8."""
    return [_path_of(url) for url in urls if url.isLocalFile()]


def _path_of(url: QUrl) -> Path:
    name = url.toLocalFile()
    if "\ufffd" in name:
        name = os.fsdecode(unquote_to_bytes(url.path(_ENCODED)))
    return Path(name)
