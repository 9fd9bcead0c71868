"""Reading a whole project article by article, without holding it in memory."""

import itertools
from operator import itemgetter
from typing import Generic, TypeVar, cast

from annotator.domain.annotation import Annotation
from annotator.domain.flag import Flag
from annotator.domain.progress import ArticleLabel, Progress
from annotator.domain.relation import Relation
from annotator.domain.review import Verdict
from annotator.domain.stance import Stance
from annotator.storage.project import Project
from annotator.storage.rows import TABLES
from annotator.storage.tables import Row

R = TypeVar("R", Annotation, Relation, Flag, Verdict, Stance, ArticleLabel, Progress)


class RowStream:
    """Rows of one kind of record, given out article by article in the order of article ids."""

    def __init__(self, project: Project, kind: str, *, since: str = "") -> None:
        """Rows of articles whose ids come before `since` are passed over."""
        table = TABLES[kind]
        order = ", ".join(f'"{column}"' for column in table.keys)
        statement = f"SELECT {table.selection} FROM {table.name}"
        rows = project.each_row(f"{statement} WHERE article_id >= ? ORDER BY {order}", (since,))
        self._groups = itertools.groupby(rows, key=itemgetter(table.columns.index("article_id")))
        self._annotator = itemgetter(table.columns.index("annotator"))
        self._next = next(self._groups, None)

    def of(self, article_id: str) -> dict[str, list[Row]]:
        """The rows of an article by annotator; articles must be asked for in order."""
        while self._next is not None and self._next[0] < article_id:
            self._next = next(self._groups, None)
        if self._next is None or self._next[0] != article_id:
            return {}
        by_annotator = itertools.groupby(self._next[1], key=self._annotator)
        found = {annotator: list(rows) for annotator, rows in by_annotator}
        self._next = next(self._groups, None)
        return found


class Stream(Generic[R]):
    """The same as records."""

    def __init__(self, project: Project, kind: type[R], *, since: str = "") -> None:
        self._rows = RowStream(project, kind.kind, since=since)
        self._from_row = TABLES[kind.kind].from_row

    def of(self, article_id: str) -> dict[str, list[R]]:
        """The records of an article by annotator; articles must be asked for in order."""
        return {
            annotator: [cast("R", self._from_row(row)) for row in rows]
            for annotator, rows in self._rows.of(article_id).items()
        }
