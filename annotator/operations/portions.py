"""What an import gathers until it is enough for one step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from annotator.domain.change import Record, articles_of
from annotator.domain.identity import new_id
from annotator.storage.batches import Batch, batch_of, named
from annotator.storage.rows import TABLES
from annotator.storage.tables import Row


@dataclass(frozen=True, slots=True)
class PortionSize:
    """How much is written in one step, at most."""

    articles: int
    records: int


SHORT_WAIT = PortionSize(articles=50, records=2_500)
"""For the window, where a label may have to wait for a portion."""
FEW_COMMITS = PortionSize(articles=500, records=30_000)
"""For commands, where nothing waits and each commit costs time of its own."""


class Gathering:
    """Rows and bytes on their way into one step."""

    def __init__(self) -> None:
        self._import = new_id()
        self._number = 0
        self._begin()

    def _begin(self) -> None:
        self.records = 0
        self._rows: dict[str, list[Row]] = {}
        self._articles: list[str] = []
        self._contents: list[tuple[str, bytes]] = []

    def add(self, records: Iterable[Record]) -> None:
        """Take records; the text of an article is kept with it."""
        for record in records:
            self.add_rows(record.kind, [TABLES[record.kind].to_row(record)])
            self._articles += articles_of(record)

    def add_rows(self, kind: str, rows: Sequence[Row]) -> None:
        """Take rows of articles that are touched anyway."""
        self._rows.setdefault(kind, []).extend(rows)
        self.records += len(rows)

    def touch(self, article_id: str) -> None:
        """Note an article to which something is added."""
        self._articles.append(article_id)

    def keep(self, content: bytes, *, sha256: str | None = None) -> None:
        """Take bytes to keep."""
        self._contents.append((sha256, content) if sha256 else named(content))

    def taken(self) -> Batch:
        """All of it as one step; nothing is left."""
        count = len(self._rows.get("article", ()))
        name = f"Import {count} article{'' if count == 1 else 's'}" if count else "Import labels"
        batch = batch_of(name, self._rows, articles=self._articles, contents=self._contents)
        # The names of its steps tell that they are of one import.
        self._number += 1
        batch = replace(batch, id=f"{self._import}.{self._number}")
        self._begin()
        return batch
