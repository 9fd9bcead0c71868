"""Tables of annotations: a row of names, then an annotation in each row.

A row tells its article by its text or its id; texts by id may stand in `articles.csv` beside the
file, relations in `relations.csv` and labels of articles in `labels.csv`, as our own exports write
them; beside `NAME.csv` they may be called `NAME.articles.csv` and so on. Offsets count code points
unless the words or a person say otherwise.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

import orjson

from annotator.domain.json import Json
from annotator.domain.progress import STATUSES
from annotator.formats.annotated.tasks import (
    TaskArticles,
    TaskLayers,
    person_named,
    reanchors,
)
from annotator.formats.decoding import characters_of
from annotator.formats.delimited_rows import Rows, delimiter_of
from annotator.formats.foreign_work import identity_of, short
from annotator.formats.gathering import Gathering
from annotator.formats.import_map import MARK_FIELDS
from annotator.formats.incoming import Arrival, Incoming, Problem
from annotator.formats.json_values import Refused
from annotator.formats.offset_units import Mark, UsualUnit
from annotator.formats.shapes import FieldMap
from annotator.formats.sources import Source

FORMAT = "csv"
MOST_BYTES = 100_000_000
ARTICLES_FILE, RELATIONS_FILE, LABELS_FILE = "articles.csv", "relations.csv", "labels.csv"

_NAMES: Mapping[str, tuple[str, ...]] = {
    "article": ("article", "articleid", "docid", "documentid", "document", "doc", "textid", "file"),
    "full": ("articletext", "fulltext", "documenttext", "context", "body", "content"),
    "text": ("text",),
    "words": ("words", "quote", "span", "spantext", "exact", "coveredtext", "mention", "surface"),
    "id": ("id", "annotationid", "spanid"),
    "start": ("start", "begin", "startoffset", "startchar", "charstart", "spanstart"),
    "end": ("end", "stop", "endoffset", "endchar", "charend", "spanend"),
    "fragments": ("fragments",),
    "label": ("label", "tag", "type", "category", "code", "class", "entitytype"),
    "annotator": ("annotator", "annotatorid", "coder", "user", "worker", "rater", "createdby"),
    "attributes": ("attributes",),
    "note": ("note", "comment", "memo", "remark"),
    "status": ("status",),
}  # fmt: skip

_OF_ARTICLE = frozenset(
    ("title", "headline", "url", "outlet", "publisher", "source", "published", "date", "language")
)
_OF_RELATION = frozenset(("article", "annotator", "label", "from", "to"))
_OF_LABEL = frozenset(("article", "annotator", "label", "value"))
_FACTS = ("title", "outlet", "published", "url", "language")
_FRAGMENTS = re.compile(r"\d{1,9}-\d{1,9}(?:;\d{1,9}-\d{1,9})*", re.ASCII)

Columns: TypeAlias = Mapping[str, str]
"""For each of our columns the name it bears in a file."""
_Row: TypeAlias = Mapping[str, str]


def columns_of(
    names: Sequence[str], told: Mapping[str, Sequence[str]] | None = None
) -> Columns | None:
    """The columns of a table of annotations; None where a table is none.

    What a person told of `import_map.FIELDS` and `MARK_FIELDS` goes before what names say.
    """
    told = told or {}
    plain = {_plain(name): name.strip() for name in reversed(names) if name.strip()}
    taken = {place for places in told.values() for place in places}
    found: dict[str, str] = {}
    for column, usual in _NAMES.items():
        places = told.get({"full": "text"}.get(column, column))
        if places is None or column == "id":
            free = (plain[each] for each in usual if each in plain and plain[each] not in taken)
            places = tuple(next(([each] for each in free), ()))
        if column == "text" and told.get("text"):
            continue  # the person says that it is the text of the article
        if places:
            found[column] = places[0]
    found.update((name, places[0]) for name in _FACTS if (places := told.get(name)))
    has_place = {"start", "end", "label"} <= found.keys()
    return found if has_place and found.keys() & {"article", "full", "text"} else None


def is_companion(source: Source, rows: Rows) -> bool:
    """Whether a table belongs to annotations, which are read with it."""
    names = frozenset(rows.names)
    return (source.file_name.endswith(RELATIONS_FILE) and names >= _OF_RELATION) or (
        source.file_name.endswith(LABELS_FILE) and names >= _OF_LABEL
    )


def read_rows(rows: Rows, columns: Columns, source: Source, *, annotator: str) -> Incoming:
    """The annotations in the rows of a table, article by article."""
    table = _Table(source, columns, annotator)
    gathering = Gathering(source.name, names_of=FORMAT)
    for article, listed in table.groups(rows):
        if isinstance(listed, Problem):
            yield listed
            continue
        line = listed[0][0]
        try:
            layers = table.layers_of(article, listed)
        except Refused as refusal:
            reason = f"Rows of the article {short(article)} are left out: {refusal}"
            yield Problem(source.name, line, reason, count=len(listed))
            continue
        layer = layers.layer()
        yield from (Problem(source.name, None, reason) for reason in layer.problems)
        yield from gathering.add(layer, line=line)
    yield from gathering.last()
    yield from table.notes()


class _Table:
    """One file of annotations with what lies beside it."""

    def __init__(self, source: Source, columns: Columns, annotator: str) -> None:
        self._source = source
        self._columns = columns
        self._annotator = annotator
        self._articles = TaskArticles(_in_our_names(source), FORMAT)
        self._units = UsualUnit(source, ("codepoint", "utf16"))
        self._texts = {each.get("id", ""): each for each in self._beside(ARTICLES_FILE)}
        self._relations = _grouped(self._beside(RELATIONS_FILE))
        self._labels = _grouped(self._beside(LABELS_FILE))

    def groups(
        self, rows: Rows
    ) -> Iterator[tuple[str, list[tuple[int, _Row]]] | tuple[str, Problem]]:
        """Rows of one article that stand together; articles without any come last."""
        names = [name.strip() for name in rows.names]
        listed: list[tuple[int, _Row]] = []
        about, is_head, seen = "", True, set()
        for line, cells in rows:
            if is_head or not any(cell.strip() for cell in cells):
                is_head = is_head and not any(cell.strip() for cell in cells)
                continue
            if len(cells) != len(names):
                reason = f"It has {len(cells)} fields where the first row has {len(names)}."
                yield "", Problem(self._source.name, line, reason)
                continue
            row = dict(zip(names, cells, strict=True))
            article = self._of(row, "article") or self._of(row, "full") or self._of(row, "text")
            if listed and article != about:
                yield about, listed
                listed = []
            about = article
            self._look_at(row)
            seen.add(article)
            listed.append((line, row))
        if listed:
            yield about, listed
        for article in dict.fromkeys((*self._relations, *self._labels)):
            if article not in seen and article in self._texts:
                alone: _Row = {self._columns.get("article", "article"): article}
                yield article, [(0, alone)]

    def _look_at(self, row: _Row) -> None:
        """Show a person what the columns hold, and as what they are read."""
        watch = self._source.told.watch if self._source.told else None
        if watch is None:
            return
        columns = {name: held for name, held in self._columns.items() if name in MARK_FIELDS}
        text = self._columns.get("text", "")
        if text:
            columns["text" if self._source_text(row) else "words"] = text
        if "full" in self._columns:
            columns["text"] = self._columns["full"]
        facts = {_plain(name): name for name in row if _plain(name) in _FACTS}
        facts.update({name: held for name, held in self._columns.items() if name in _FACTS})
        read_as = {name: (held,) for name, held in {**facts, **columns}.items() if held}
        named = {name: value for name, value in row.items() if name}
        watch.note(named, self._source.name, FieldMap(read_as))

    def layers_of(self, article: str, rows: Sequence[tuple[int, _Row]]) -> TaskLayers:
        first = rows[0][1]
        arrival, given = self._article(article, first, rows[0][0])
        marked = [(row, line) for line, row in rows if self._of(row, "label")]
        places = [self._places(row) for row, _ in marked]
        marks = [
            Mark(*places[0], self._words(row, given))
            for places, (row, _) in zip(places, marked, strict=True)
            if len(places) == 1
        ]
        positions = self._units.positions(given, marks)
        layers = TaskLayers(arrival, positions, FORMAT, reanchors(self._source))
        for row, line in marked:
            self._annotate(row, line, layers, given)
        for _, row in rows:
            if self._of(row, "status") in STATUSES:
                person = person_named(self._of(row, "annotator"), self._annotator)
                layers.finish(person, self._of(row, "status"))
        for each in self._relations.get(arrival.article.id, ()):
            self._relate(each, layers)
        for each in self._labels.get(arrival.article.id, ()):
            person = person_named(each.get("annotator"), self._annotator)
            layers.label_article(person, each.get("label", ""), each.get("value"))
        return layers

    def notes(self) -> Iterator[Problem]:
        yield from self._units.notes()
        yield from self._articles.notes()

    def _article(self, name: str, row: _Row, line: int) -> tuple[Arrival, str]:
        text = self._of(row, "full")
        if not text and self._source_text(row):
            text = self._of(row, "text")
        if text:
            facts = {key: row[key] for key in row if _plain(key) in _OF_ARTICLE}
            facts.update((name, self._of(row, name)) for name in _FACTS if name in self._columns)
            own = {"id": self._of(row, "article")}
            return self._articles.of({**facts, **own, "text": text}, line=line)
        if name in self._texts:
            arrival, given = self._articles.of(self._texts[name], line=line)
            return arrival, given
        known = self._source.known(name) if self._source.known else None
        if known is None:
            raise Refused(
                "the project has no such article, and the table holds no text of it. Import the "
                "article first, or add a column “article_text”."
            )
        return Arrival(known, None, file=self._source.name, line=line, has_own_id=True), known.text

    def _source_text(self, row: _Row) -> bool:
        """Whether the column “text” holds the article's text, and not the words of the label."""
        if "text" not in self._columns:
            return False
        start, end = self._number(row, "start"), self._number(row, "end")
        length = len(self._of(row, "text"))
        return "words" in self._columns or start is None or end is None or length > end - start

    def _words(self, row: _Row, given: str) -> str | None:
        if "words" in self._columns:
            return self._of(row, "words") or None
        text = self._of(row, "text")
        return text if text and text != given else None

    def _places(self, row: _Row) -> list[tuple[int, int]]:
        written = self._of(row, "fragments")
        if _FRAGMENTS.fullmatch(written):
            pairs = (pair.split("-") for pair in written.split(";"))
            return [(int(start), int(end)) for start, end in pairs]
        start, end = self._number(row, "start"), self._number(row, "end")
        return [(start, end)] if start is not None and end is not None else []

    def _annotate(self, row: _Row, line: int, layers: TaskLayers, given: str) -> None:
        person = person_named(self._of(row, "annotator"), self._annotator)
        try:
            layers.work_of(person).annotate(
                self._of(row, "label"),
                self._places(row),
                words=self._words(row, given),
                identity=identity_of(self._of(row, "id")),
                attributes=self._attributes(row),
                note=self._of(row, "note"),
            )
        except Refused as refusal:
            layers.refuse(f"The annotation in line {line}", refusal)

    def _relate(self, row: _Row, layers: TaskLayers) -> None:
        work = layers.work_of(person_named(row.get("annotator"), self._annotator))
        try:
            work.relate(
                row.get("label", ""),
                row.get("from", ""),
                row.get("to", ""),
                identity=identity_of(row.get("id")),
                attributes=_json(row.get("attributes", "")),
            )
        except Refused as refusal:
            layers.refuse(f"The relation {short(row.get('id') or row.get('label'))}", refusal)

    def _attributes(self, row: _Row) -> dict[str, Json]:
        """The attributes: of their own column, and columns that mean nothing else."""
        known = set(self._columns.values())
        others = {
            name: value
            for name, value in row.items()
            if name and value and name not in known and _plain(name) not in _OF_ARTICLE
        }
        return {**others, **_json(self._of(row, "attributes"))}

    def _of(self, row: _Row, column: str) -> str:
        return row.get(self._columns.get(column, ""), "")

    def _number(self, row: _Row, column: str) -> int | None:
        written = self._of(row, column).strip().removesuffix(".0")
        return int(written) if written.isascii() and written.isdecimal() else None

    def _beside(self, name: str) -> Iterator[_Row]:
        """The rows of a table beside this one, by the names of its columns."""
        own = self._source.beside(f"{self._source.stem}.{name}")
        beside = own or self._source.beside(name)
        if beside is None or self._source.file_name == name:
            return
        text, _ = characters_of(beside.read(limit=MOST_BYTES), beside)
        rows = Rows(text.removeprefix("\ufeff"), delimiter_of(text, beside))
        names = rows.names
        for number, (_, cells) in enumerate(rows):
            if number and len(cells) == len(names):
                yield dict(zip(names, cells, strict=True))


def _in_our_names(source: Source) -> Source:
    """The source for records whose fields are called as ours, whatever its columns are called."""
    if source.told is None:
        return source
    told = replace(source.told, fields={}, columns={}, shapes=None, watch=None)
    return replace(source, told=told)


def _grouped(rows: Iterable[_Row]) -> dict[str, list[_Row]]:
    groups: dict[str, list[_Row]] = {}
    for row in rows:
        groups.setdefault(row.get("article", ""), []).append(row)
    return groups


def _json(written: str) -> dict[str, Json]:
    if not written.strip():
        return {}
    try:
        found = orjson.loads(written)
    except orjson.JSONDecodeError:
        found = None
    if not isinstance(found, dict):
        raise Refused(f"its attributes {short(written)} are no object of JSON")
    return found


def _plain(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
