"""JSON of any shape made records of ours: where the articles lie, and what their fields hold."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from annotator.formats.fields import FieldsOfFile, value_at
from annotator.formats.import_map import NOTHING_TOLD
from annotator.formats.incoming import Problem
from annotator.formats.json_values import Refused
from annotator.formats.ninjs import is_ninjs
from annotator.formats.record_lines import with_our_spans
from annotator.formats.sources import Source

_MOST_DEPTH = 3
"""How many objects may lie around a list of articles, as in answers of servers."""
_KEPT = ("spans", "relations", "offset_unit", "annotator")
_META = ("outlet", "url", "published", "licence", "author")
_OWN: tuple[str, ...] = ("id", "text", "title", "language")
_USUAL = frozenset(
    ("id", "text", "title", "language", "meta", "spans", "relations", "labels", "offset_unit",
     "annotator", "status", "format", "split", "layer")
)  # fmt: skip


class ForeignRecords:
    """Turns the JSON objects of one file into plain records of ours."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._told = source.told or NOTHING_TOLD
        self._fields = FieldsOfFile(self._told, file=source.name)
        self._list = ""
        self._speaks_for_itself = not self._told.fields

    def is_plain(self, value: dict[str, Any]) -> bool:
        """Whether an object is a record already, and needs no more looking at."""
        return self._told.records is None and self._is_understood(value)

    def of(self, value: dict[str, Any]) -> Iterator[dict[str, Any] | Refused]:
        """The records that an object is or holds."""
        try:
            listed = self._listed(value)
        except Refused as refusal:
            yield refusal
            return
        for each in listed:
            try:
                if not isinstance(each, dict):
                    raise Refused("One of its records is no object.")
                yield each if self._is_understood(each) else self._record(each)
            except Refused as refusal:
                yield refusal

    def notes(self) -> Iterator[Problem]:
        """What was guessed, for a person to look at."""
        if self._list:
            reason = f"The articles were taken from {self._list!r}. A map (records = …) can say it."
            yield Problem(self._source.name, None, reason, is_note=True)
        if note := self._fields.note(self._source):
            yield note

    def _is_understood(self, value: dict[str, Any]) -> bool:
        """Whether an object needs no mapping: a record of ours, or an item of ninjs."""
        if not self._speaks_for_itself or self._fields.recalls(value):
            return False
        if "schema" in value or is_ninjs(value):
            return True
        is_plain = isinstance(value.get("text"), str)
        if is_plain and self._fields.watch is not None and value.keys() - _USUAL:
            self._fields.look_at(value, _as_read(value))
        return is_plain

    def _listed(self, value: dict[str, Any]) -> list[Any]:
        path = self._told.records
        if path is not None:
            found = value_at(value, (path,) if path in value else tuple(path.split(".")))
            if not isinstance(found, list):
                raise Refused(f"There is no list of records at {path!r}, where the map says.")
            return found
        lists = list(_lists_of_records(value, "", _MOST_DEPTH))
        if len(lists) == 1 and not self._has_text(value):
            self._list, found = lists[0]
            return list(found)
        return [value]

    def _has_text(self, value: dict[str, Any]) -> bool:
        try:
            # An object around the records is not of their shape.
            FieldsOfFile(replace(self._told, shapes=None, watch=None)).found_in(value)
        except Refused:
            return False
        return True

    def _record(self, value: dict[str, Any]) -> dict[str, Any]:
        value = with_our_spans(value)
        found = self._fields.found_in(value)
        facts = {name: fact for name, fact in found.facts.items() if fact}
        own: dict[str, Any] = {
            name: facts[name] for name in ("id", "title", "language") if name in facts
        }
        meta = {name: facts[name] for name in _META if name in facts}
        kept = {key: value[key] for key in _KEPT if key in value}
        extra = {key: inner for key, inner in found.extra.items() if key not in kept}
        return {**kept, **own, "text": found.text, "meta": {**extra, **meta}}


def _as_read(value: dict[str, Any]) -> dict[str, list[tuple[str, ...]]]:
    """Where the fields of a plain record lie without a map."""
    paths: dict[str, list[tuple[str, ...]]] = {n: [(n,)] for n in _OWN if n in value}
    meta = value.get("meta")
    if isinstance(meta, dict):
        paths.update((name, [("meta", name)]) for name in _META if name in meta)
    return paths


def _lists_of_records(value: dict[str, Any], before: str, depth: int) -> Iterator[tuple[str, Any]]:
    """The lists of objects in an object and in objects of it, with their dotted paths."""
    for key, inner in value.items():
        if _holds_records(inner):
            yield f"{before}{key}", inner
        elif isinstance(inner, dict) and depth:
            yield from _lists_of_records(inner, f"{before}{key}.", depth - 1)


def _holds_records(inner: object) -> bool:
    return isinstance(inner, list) and bool(inner) and all(isinstance(each, dict) for each in inner)
