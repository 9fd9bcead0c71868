"""Which column or field of a file holds what: as a person told, or by the names they bear."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.domain.json import Json
from annotator.formats import advice
from annotator.formats.composing import Found
from annotator.formats.import_map import FIELDS, MARK_FIELDS, ImportMap
from annotator.formats.incoming import Problem
from annotator.formats.json_values import Refused
from annotator.formats.published import as_iso, sorts
from annotator.formats.seen_columns import Watch
from annotator.formats.shapes import MOST_NAMES, FieldMap, shape_of
from annotator.formats.sources import Source

USUAL_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "articleid", "docid", "documentid", "uid", "uuid", "guid", "key"),
    "title": (
        "title", "headline", "heading", "name", "titel", "titre", "titulo",
        "schlagzeile", "überschrift", "ueberschrift", "webtitle", "título", "titolo", "kop",
    ),
    "text": (
        "text", "body", "content", "fulltext", "articletext", "articlebody", "bodytext",
        "maintext", "story", "article", "plaintext", "texte", "texto", "inhalt",
        "volltext", "artikeltext", "contenido", "contenu", "testo", "tekst",
    ),
    "language": ("language", "lang", "languagecode", "sprache", "langue", "idioma", "lingua"),
    "outlet": (
        "outlet", "source", "publisher", "publication", "newspaper", "site", "sitename", "domain",
        "medium", "quelle", "zeitung", "fuente", "journal",
    ),
    "published": (
        "published", "date", "publishedat", "publisheddate", "datepublished", "publishdate",
        "publicationdate", "pubdate", "time", "datetime", "timestamp", "created", "datum",
        "webpublicationdate", "veröffentlicht", "fecha",
    ),
    "url": ("url", "link", "address", "permalink", "uri", "href", "weburl"),
    "author": (
        "author", "authors", "byline", "creator", "writer", "autor", "auteur",
        "autore", "verfasser",
    ),
    "licence": ("licence", "license", "rights", "copyright"),
}  # fmt: skip
"""For each field of an article the names it usually has, without case and punctuation."""

_Path = tuple[str, ...]


@dataclass(slots=True)
class FieldsOfFile:
    """Finds the fields of articles in the records of one file, and knows what it guessed.

    Where nobody says now what columns hold, what was said of the same columns before holds.
    A `watch` is told of each record of the `file`.
    """

    told: ImportMap
    guessed: dict[str, str] = field(default_factory=dict)
    recalled: FieldMap | None = None
    file: str = ""
    _is_told: bool = False
    _unsortable: str = ""

    @property
    def watch(self) -> Watch | None:
        """Who wants to know what columns there are; nobody while articles come in."""
        return self.told.watch

    def recalls(self, record: Mapping[str, Any]) -> bool:
        """Whether somebody said earlier what records of this shape hold; it holds from now on."""
        shapes = self.told.shapes
        has_any = shapes is not None and bool(shapes.kept or self.told.columns)
        if self.recalled is None and shapes is not None and has_any:
            has_own = bool(self.told.fields or self.told.values)
            shape = shape_of(record)
            kept = self.told.columns.get(shape, None if has_own else shapes.kept.get(shape))
            if kept is not None:
                self.recalled = shapes.recalled[shape] = kept
                self.told = replace(self.told, fields=kept.fields, values=kept.values)
        return self.recalled is not None

    def found_in(self, record: Mapping[str, Any]) -> Found:
        """What a record says of its article; Refused when it has no text.

        What no field of an article takes is kept as it is.
        """
        self.recalls(record)
        paths = self._paths(record)
        self.look_at(record, paths)
        if not paths.get("text"):
            if "text" in record:
                raise Refused(
                    "Its field text holds no text. "
                    "Name the field in a map (--map): [fields] text = …"
                )
            names = ", ".join(list(map(str, record))[:12])
            raise Refused(
                f"It has no text that is known as such; its fields are {names or 'none'}. "
                "Name the field in a map (--map): [fields] text = …"
            )
        values = {n: _joined(record, places, n == "text") for n, places in paths.items()}
        text = values.pop("text")
        if not text.strip():
            raise Refused(f"There is no text in {' and '.join(map(_written, paths['text']))}.")
        self.remember(record)
        taken = {place[0] for places in paths.values() for place in places}
        extra = {key: value for key, value in record.items() if key not in taken and value != ""}
        return Found(text, {n: self._meaning(n, v) for n, v in values.items()}, extra=extra)

    def has_text(self, record: Mapping[str, Any]) -> bool:
        """Whether the text of records of this shape is known to be in one of their fields."""
        self.recalls(record)
        return bool(self._paths(record).get("text"))

    def look_at(
        self, record: Mapping[str, Any], paths: Mapping[str, list[_Path]] | None = None
    ) -> None:
        """Tell the watch of a record, and at which paths its fields are taken."""
        if self.watch is not None:
            paths = self._paths(record) if paths is None else paths
            read_as = {name: tuple(map(_written, places)) for name, places in paths.items()}
            # Of an annotation not all may be told yet; what is told is shown as told.
            told = self.told.fields
            read_as.update((name, told[name]) for name in MARK_FIELDS if told.get(name))
            self.watch.note(record, self.file, FieldMap(read_as, self.told.values))

    def note(self, source: Source) -> Problem | None:
        """What was guessed and might be wrong, for a person to look at."""
        said = []
        if self.recalled and self.recalled not in self.told.columns.values():
            said.append(
                f"As was said of the same columns before: {self.recalled.in_words()}. "
                f"{advice.FORGET}"
            )
        if self.guessed:
            listed = ", ".join(f"{name} from {place!r}" for name, place in self.guessed.items())
            said.append(f"By their names were taken: {listed}. A map (--map) can say it otherwise.")
        if self._unsortable:
            said.append(
                f"A date stays as it is written, {self._unsortable[:40]!r}: it can be read in more "
                "than one way, or in none, and does not sort. 2026-03-01 would."
            )
        return Problem(source.name, None, " ".join(said), is_note=True) if said else None

    def remember(self, record: Mapping[str, Any]) -> None:
        """Note of which shape a file is whose columns a person explains now, to be kept."""
        shapes, told = self.told.shapes, FieldMap(self.told.fields, self.told.values)
        if self._is_told or self.recalled or shapes is None or not told:
            return
        self._is_told = True
        if len(record) <= MOST_NAMES:
            shapes.told[shape_of(record)] = told

    def _paths(self, record: Mapping[str, Any]) -> dict[str, list[_Path]]:
        plain: dict[str, str] = {}
        for key in record:
            plain.setdefault(_plain(str(key)), key)
        paths = {}
        for name in FIELDS:
            told = self.told.fields.get(name)
            if told is not None:
                paths[name] = [_path(record, place) for place in told]
            elif usual := self._usual(name, plain, record):
                paths[name] = [(usual,)]
        return paths

    def _usual(self, name: str, plain: Mapping[str, str], record: Mapping[str, Any]) -> str | None:
        kinds = str | list if name == "text" else str | int | list
        for usual in USUAL_NAMES[name]:
            key = plain.get(usual)
            if key is not None and isinstance(record[key], kinds):
                if key != name:
                    self.guessed.setdefault(name, key)
                return key
        return None

    def _meaning(self, name: str, value: str) -> str:
        meaning = self.told.values.get(name, {}).get(value, value)
        if name != "published" or not meaning:
            return meaning
        day = as_iso(meaning)
        if not self._unsortable and not sorts(day):
            self._unsortable = day
        return day


def unknown_fields(told: ImportMap, columns: Iterable[str]) -> list[str]:
    """Columns that a map names and a table lacks."""
    has = set(columns)
    return [place for places in told.fields.values() for place in places if place not in has]


def value_at(record: Any, path: _Path) -> Any:
    """What lies at a path of keys and positions; None where there is nothing."""
    for step in path:
        if isinstance(record, Mapping):
            record = record.get(step)
        elif isinstance(record, list) and step.isdigit() and int(step) < len(record):
            record = record[int(step)]
        else:
            return None
    return record


def _path(record: Mapping[str, Any], place: str) -> _Path:
    """A dotted path; a key that has dots itself is taken as it is."""
    return (place,) if place in record else tuple(place.split("."))


def _joined(record: Mapping[str, Any], places: list[_Path], has_paragraphs: bool) -> str:  # noqa: FBT001 - text or not
    parts = [_as_text(value_at(record, place), place, has_paragraphs) for place in places]
    return "\n\n".join(part for part in parts if part)


def _as_text(value: Json, place: _Path, has_paragraphs: bool) -> str:  # noqa: FBT001 - the same
    """A value as text: lists are paragraphs, words, or names one after another."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        parts = list(map(str, value))
        if has_paragraphs:
            return ("\n\n" if any(" " in part.strip() for part in parts) else " ").join(parts)
        return ("\n\n" if any(len(part) > 60 for part in parts) else ", ").join(parts)
    raise Refused(f"What lies in {_written(place)} is no text.")


def _written(place: _Path) -> str:
    return ".".join(place)


def _plain(key: str) -> str:
    return "".join(character for character in key.lower() if character.isalnum())
