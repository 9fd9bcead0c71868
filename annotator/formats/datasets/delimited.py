"""Format `csv`: an annotation in each row, with articles, relations and labels in tables beside it.

`data.csv` has a row for each annotation, and one without a label for an annotator who made none;
`articles.csv` the texts, `relations.csv` and `labels.csv` what their names say. Offsets are code
points; `fragments` is empty where there is one. With splits each table has one of its own for each.
Without texts, words are empty, and `articles.csv` has the hashes of the texts in their place.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, ClassVar

import orjson

from annotator.domain.annotation import Annotation
from annotator.domain.json import Json
from annotator.formats.annotated.tables import ARTICLES_FILE, LABELS_FILE, RELATIONS_FILE
from annotator.formats.datasets.proof import ANNOTATION, LABEL, RELATION, Fact, Places, Scope
from annotator.formats.datasets.reading_back import facts_read
from annotator.formats.datasets.tool_records import facts_of_article
from annotator.formats.datasets.work import NONE, Work
from annotator.formats.datasets.writing import DatasetWriter, Loss

COLUMNS = (
    "article", "annotator", "status", "id", "label", "start", "end", "fragments", "words",
    "attributes", "note",
)  # fmt: skip
_ARTICLE = ("id", "title", "text", "language", "outlet", "published", "url", "licence")
_ARTICLE_WITHOUT_TEXT = tuple("text_sha256" if each == "text" else each for each in _ARTICLE)
_RELATION = ("article", "annotator", "id", "label", "from", "to", "attributes")
_LABEL = ("article", "annotator", "label", "value")
_HEADS = {ARTICLES_FILE: _ARTICLE, RELATIONS_FILE: _RELATION, LABELS_FILE: _LABEL}


class Writer(DatasetWriter):
    """Tables."""

    scope = Scope(attributes=True, labels=True)
    suffix: ClassVar[str] = "csv"

    def open_all(self) -> None:
        """Make every table with its names."""
        self._beside: dict[Path, BinaryIO] = {}
        self._heads = _HEADS
        if self.setting.text == NONE:
            self._heads = {**_HEADS, ARTICLES_FILE: _ARTICLE_WITHOUT_TEXT}
        for split in self.setting.splits or ("",):
            self.file_of(split).write(_row(COLUMNS))
            for name, head in self._heads.items():
                self._table(split, name).write(_row(head))

    def write_article(self, works: Sequence[Work]) -> Iterator[Loss]:
        """Write the article once, and the rows of everybody."""
        article, split = works[0].article, works[0].split
        facts = facts_of_article(article)
        facts |= {"text": article.text, "text_sha256": article.text_sha256}
        cells = [facts.get(name, "") for name in self._heads[ARTICLES_FILE]]
        self._table(split, ARTICLES_FILE).write(_row(cells))
        for work in works:
            yield from self.write(work)

    def write(self, work: Work) -> Iterable[Loss]:
        """Write the rows of one annotator."""
        who = (work.article.id, work.annotator)
        rows = [(*who, work.status, *_cells(each)) for each in work.annotations]
        if not rows and work.annotator:
            rows = [(*who, work.status, *[""] * (len(COLUMNS) - 3))]
        self.file_of(work.split).write(b"".join(map(_row, rows)))
        self._table(work.split, RELATIONS_FILE).write(
            b"".join(
                _row((*who, each.id, each.label, *each.ends, _json(each.attributes)))
                for each in work.relations
            )
        )
        self._table(work.split, LABELS_FILE).write(
            b"".join(_row((*who, each.label, each.value)) for each in work.labels)
        )
        self.count(work.split, len(work.annotations))
        return ()

    def close(self) -> None:
        """Close all tables."""
        super().close()
        for file in getattr(self, "_beside", {}).values():
            file.close()

    def read_back(self) -> Iterator[Fact]:
        """The facts in the tables."""
        if self.setting.text == NONE:
            # What imports tables finds words in texts, and there are none.
            return self._facts_without_text()
        return facts_read(self.paths, "csv")

    def _facts_without_text(self) -> Iterator[Fact]:
        where: dict[tuple[str, str, str], tuple[str, Places]] = {}
        for path in self.paths:
            for row in _rows(path):
                if row["label"]:
                    places = _places(row)
                    where[row["article"], row["annotator"], row["id"]] = (row["label"], places)
                    yield Fact(
                        ANNOTATION, row["article"], row["annotator"], row["label"], places,
                        row["words"], row["attributes"],
                    )  # fmt: skip
        for row in self._rows_beside(RELATIONS_FILE):
            own = row["article"], row["annotator"]
            (one, places), (other, more) = where[*own, row["from"]], where[*own, row["to"]]
            both, words = (*places, *more), f"{one}>{other}"
            yield Fact(RELATION, *own, row["label"], both, words, row["attributes"])
        for row in self._rows_beside(LABELS_FILE):
            yield Fact(LABEL, row["article"], row["annotator"], row["label"], (), row["value"])

    def _rows_beside(self, name: str) -> Iterator[dict[str, str]]:
        for path in sorted(self._beside):
            if path.name.endswith(name):
                yield from _rows(path)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a spreadsheet may make of the words."""
        words = (
            "Words stand as they are, also where they begin with =, +, - or @. A spreadsheet would "
            "take these for formulas: import the columns into it as text."
        )
        return (words,)

    def _table(self, split: str, name: str) -> BinaryIO:
        path = self.folder / (f"{split}.{name}" if split else name)
        if path not in self._beside:
            self._beside[path] = path.open("wb")
        return self._beside[path]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def _places(row: Mapping[str, str]) -> Places:
    written = row["fragments"] or f"{row['start']}-{row['end']}"
    pairs = [each.split("-") for each in written.split(";")]
    return tuple([(int(start), int(end)) for start, end in pairs])


def _cells(each: Annotation) -> tuple[str, ...]:
    places = ";".join(f"{place.start}-{place.end}" for place in each.fragments)
    return (
        each.id,
        each.label,
        str(each.start),
        str(each.end),
        places if len(each.fragments) > 1 else "",
        each.text,
        _json(each.attributes),
        each.note,
    )


def _json(attributes: Mapping[str, Json]) -> str:
    if not attributes:
        return ""
    return orjson.dumps(dict(attributes), option=orjson.OPT_SORT_KEYS).decode()


def _row(cells: Iterable[str]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\n").writerow(list(cells))
    return line.getvalue().encode()
