"""The files of a dataset: what they are called, and which of them hold articles."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from annotator.formats import sources
from annotator.formats.datasets.jsonl import BESIDE
from annotator.formats.incoming import Problem
from annotator.formats.sources import Source
from annotator.operations.draft_folders import CUT_OFF, cut_off_in

MANIFEST_FILE, LOSSES_FILE = "manifest.json", "losses.jsonl"
CONFIG_FILE = "labeling-config.xml"
"""Of a project in Label Studio, beside a dataset in its format."""
CARD_FILE, CROISSANT_FILE = "README.md", "croissant.json"
TEXTS_FILE = "texts.jsonl"
"""The texts of articles whose tokens lie in another file."""


def incoming(paths: Sequence[Path]) -> Iterator[Source | Problem]:
    """The files that paths stand for, in the order in which they are imported.

    Before them is told which of them an export was to replace that was cut off.
    """
    yield from _cut_off(paths)
    yield from _in_order(sources.expand(paths))


def _cut_off(paths: Sequence[Path]) -> Iterator[Problem]:
    for path in paths:
        inside = [path / name for name in cut_off_in(path)] if path.is_dir() else []
        itself = [path] if path.name in cut_off_in(path.parent) else []
        for each in (*itself, *inside):
            reason = f"An export to {each} {CUT_OFF} Export it again with --force."
            yield Problem(str(path), None, reason)


def _in_order(found: Iterable[Source | Problem]) -> Iterator[Source | Problem]:
    """Sources with what lies beside each, once; what describes an export is left out."""
    taken: set[Path] = set()
    marked: set[str] = set()
    for source in found:
        if isinstance(source, Problem) or source.path is None:
            yield source
            continue
        if _describes_an_export(source):
            continue
        place = source.name.removesuffix(f".{source.extension}")
        if source.extension == "ann":
            marked.add(place)
        elif source.extension == "txt" and place in marked:
            # It came in with the file of its marks.
            continue
        if source.member:
            yield source
            continue
        if source.file_name not in BESIDE:
            yield source
        if source.extension != "jsonl":
            continue
        for beside in map(source.path.with_name, BESIDE):
            if beside not in taken and beside.is_file():
                taken.add(beside)
                yield Source.of(beside)


def _describes_an_export(source: Source) -> bool:
    """Whether a file tells about the dataset it lies beside, and holds no articles."""
    name = source.file_name
    describing = (MANIFEST_FILE, LOSSES_FILE, CONFIG_FILE)
    if name in describing or name.endswith(tuple(f".{each}" for each in describing)):
        return True
    described = (CARD_FILE, CROISSANT_FILE, TEXTS_FILE)
    return name in described and source.lies_beside(MANIFEST_FILE)
