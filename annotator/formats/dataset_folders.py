"""Whose work a file of a dataset of ours holds, where the format itself has no place for a name.

Formats with a file for each article lay those of each annotator in a folder of their own
(`annotator.formats.datasets.many_files`); the manifest above tells that folder from one of a split.
"""

from dataclasses import replace
from pathlib import Path, PurePosixPath

import orjson

from annotator.domain.errors import UserError
from annotator.formats.datasets.many_files import id_of_stem
from annotator.formats.incoming import SCHEMA
from annotator.formats.sources import Source

MANIFEST = "manifest.json"

_DEPTH = 2
"""Between the manifest and a file lie at most a folder of a split and one of an annotator."""
_MOST_BYTES = 64_000_000
_NOBODY = "-"


class DatasetFolders:
    """Finds annotators by the folders that files lie in; reads each manifest once."""

    def __init__(self) -> None:
        self._files: dict[tuple[Path | None, str], dict[str, str]] = {}

    def annotator_of(self, source: Source) -> str | None:
        """Who the folder of a file is called after; None where no manifest tells."""
        place = PurePosixPath(source.member or (source.path.as_posix() if source.path else ""))
        for folder in list(place.parents)[1 : _DEPTH + 1]:
            annotators = self._annotators(source, folder)
            if (name := place.relative_to(folder).as_posix()) in annotators:
                return annotators[name]
        return None

    def _annotators(self, source: Source, folder: PurePosixPath) -> dict[str, str]:
        """Whose each file is that the manifest in a folder lists, by its name there."""
        key = (source.path if source.member else None, folder.as_posix())
        if key not in self._files:
            self._files[key] = _in_folders(_content(source, folder / MANIFEST))
        return self._files[key]


def _content(source: Source, place: PurePosixPath) -> bytes:
    try:
        if source.archive is not None:
            return replace(source, member=str(place), size=None).read(limit=_MOST_BYTES)
        return Source(MANIFEST, Path(place)).read(limit=_MOST_BYTES)
    except (UserError, OSError):
        return b""


def _in_folders(content: bytes) -> dict[str, str]:
    try:
        told = orjson.loads(content)
        if told["schema"] != SCHEMA:
            return {}
        splits = set(told["counts"]["splits"])
        names = [PurePosixPath(each["name"]) for each in told["files"]]
    except (ValueError, TypeError, KeyError):
        return {}
    found = {}
    for name in names:
        *folders, _ = name.parts[1:] if name.parts[0] in splits else name.parts
        if len(folders) == 1 and folders[0] != _NOBODY:
            found[name.as_posix()] = id_of_stem(folders[0]) or folders[0]
    return found
