"""How a person says files are to be read: their encoding, and what their fields and names mean."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from annotator.domain.errors import UserError
from annotator.formats.encodings import known_encoding
from annotator.formats.name_map import TABLES, NameMap, names_in
from annotator.formats.seen_columns import Watch
from annotator.formats.shapes import FieldMap, Shape, Shapes

FIELDS = (
    "id", "title", "text", "language", "outlet", "published", "url", "author", "licence",
)  # fmt: skip
"""What of an article a file may hold under another name."""

MARK_FIELDS = ("label", "start", "end", "words", "article", "annotator", "note")
"""What of an annotation a table may hold under another name; `article` is the id of its article."""

MOST_BYTES = 1_000_000

OFFSETS = ("codepoint", "utf16", "grapheme")
"""What offsets may count."""

_TEXTS = ("format", "encoding", "delimiter", "records", "offsets")
_KEYS = (*_TEXTS, "reanchor", "page_parts", "fields", "values", *TABLES)
_WHAT_TO_DO = "Nothing was imported. Mend it and try again."


@dataclass(frozen=True, slots=True)
class ImportMap:
    """What a person told about the files to come.

    `records` is the dotted path to the list of articles in a JSON file. `fields` names for ours
    the columns or dotted paths that hold them; several are joined by an empty line. A table that
    tells of `label`, `start` and `end` has an annotation in each row. `values`
    holds for a field what its values mean. `offsets` tells the unit of offsets, `names` what the
    labels, relations and attributes of another tool are here; with `reanchors` annotations move to
    where their words stand. `version_of` names the article of which the one to
    come is a newer version; `takes_newer_versions` says that another text under an id that is
    there is one. `shapes` has what was said of columns in earlier imports, `columns` what is said
    of them now. With `page_parts` headline, deck, byline, captions and pull quotes of a page are
    in its text; without, it is the main text alone. A `watch` notes what columns there are.
    """

    format: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    records: str | None = None
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    offsets: str | None = None
    reanchors: bool = False
    names: NameMap = field(default_factory=NameMap)
    version_of: str = ""
    takes_newer_versions: bool = False
    shapes: Shapes | None = None
    columns: Mapping[Shape, FieldMap] = field(default_factory=dict)
    page_parts: bool = False
    watch: Watch | None = None

    def with_encoding(self, encoding: str | None) -> "ImportMap":
        """The same with an encoding, where one is given."""
        return replace(self, encoding=known_encoding(encoding)) if encoding else self

    def with_offsets(self, offsets: str | None, *, reanchors: bool = False) -> "ImportMap":
        """The same with a unit of offsets, where one is given, or with annotations that move."""
        told = offsets or self.offsets
        return replace(self, offsets=told, reanchors=reanchors or self.reanchors)


NOTHING_TOLD = ImportMap()
"""For files that must speak for themselves."""


def read_map(path: Path) -> ImportMap:
    """The map in a TOML or JSON file.

    Raises:
        UserError: it cannot be read or used; all that is wrong with it comes in one sentence.
    """
    value = _loaded(path)
    wrong = [f"there is no setting {key!r}" for key in value.keys() - set(_KEYS)]
    fields = _table(value, "fields", wrong)
    values = _table(value, "values", wrong)
    wrong += [*_wrong_tables(fields, values), *_wrong_settings(value)]
    meanings = names_in(value, wrong)
    if wrong:
        raise UserError(f"The map {path} cannot be used: {'; '.join(wrong)}. {_WHAT_TO_DO}")
    paths = {key: (held,) if isinstance(held, str) else tuple(held) for key, held in fields.items()}
    told = ImportMap(
        format=value.get("format"),
        encoding=None,
        delimiter=value.get("delimiter"),
        records=value.get("records"),
        fields=paths,
        values=values,
        offsets=value.get("offsets"),
        reanchors=value.get("reanchor", False),
        names=meanings,
        page_parts=value.get("page_parts", False),
    )
    return told.with_encoding(value.get("encoding"))


def _wrong_tables(fields: Mapping[str, Any], values: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the tables of columns and of their values."""
    for table, inner, names in (
        ("fields", fields, FIELDS + MARK_FIELDS),
        ("values", values, FIELDS),
    ):
        for key in inner.keys() - set(names):
            yield f"{table} names {key!r}, which is none of {', '.join(names)}"
    for key, held in fields.items():
        if not _are_names(held):
            yield f"fields.{key} is neither a name nor a list of names"
    for key, meanings in values.items():
        if not isinstance(meanings, dict) or not all(
            isinstance(meaning, str) for meaning in meanings.values()
        ):
            yield f"values.{key} is no table of texts"


def _wrong_settings(value: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with everything else but the names of other tools."""
    for key in _TEXTS:
        if not isinstance(value.get(key, ""), str):
            yield f"{key} is no text"
    if len(str(value.get("delimiter") or ",")) != 1:
        yield "delimiter is not one character"
    if value.get("delimiter") in ('"', "\r", "\n"):
        yield "delimiter is what ends a cell or a row in another way"
    if value.get("offsets", OFFSETS[0]) not in OFFSETS:
        yield f"offsets is none of {', '.join(OFFSETS)}"
    for key in ("reanchor", "page_parts"):
        if not isinstance(value.get(key, False), bool):
            yield f"{key} is neither true nor false"


def _are_names(names: object) -> bool:
    if isinstance(names, list):
        return bool(names) and all(isinstance(name, str) for name in names)
    return isinstance(names, str)


def _table(value: dict[str, Any], key: str, wrong: list[str]) -> dict[str, Any]:
    table = value.get(key, {})
    if isinstance(table, dict):
        return table
    wrong.append(f"{key} is no table")
    return {}


def _loaded(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError(f"The map {path} is too big to be one. {_WHAT_TO_DO}")
        content = path.read_text("utf-8-sig")
        value = json.loads(content) if path.suffix == ".json" else tomllib.loads(content)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UserError(
            f"The map {path} cannot be read ({reason}). Nothing was imported. Look at its name."
        ) from error
    except (ValueError, RecursionError) as error:
        kind = "JSON" if path.suffix == ".json" else "TOML"
        raise UserError(f"The map {path} is not valid {kind}: {error}. {_WHAT_TO_DO}") from error
    if not isinstance(value, dict):
        raise UserError(f"The map {path} is no table of settings. {_WHAT_TO_DO}")
    return value
