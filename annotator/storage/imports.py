"""Reading past imports from the journal: the steps of one import have names that begin alike."""

from collections.abc import Iterator

from annotator.dataclass import dataclass
from annotator.domain.change import Step
from annotator.storage import steps
from annotator.storage.project import Project

NAME = "Import"
"""With what the names of the steps of imports begin."""

_RUN = "substr(step, 1, instr(step || '.', '.') - 1)"
_IS_IMPORT = f"undoable = 0 AND operation LIKE '{NAME} %'"


@dataclass(frozen=True, slots=True)
class PastImport:
    """An import that was made: who began it and when, in milliseconds since 1970.

    `articles` counts those that it touched and that are still there.
    """

    id: str
    annotator: str
    milliseconds: int
    steps: int
    articles: int


def all_imports(project: Project) -> list[PastImport]:
    """Every import of which something is still there, the newest first."""
    rows = project.rows(
        f"""
        SELECT {_RUN} AS run, annotator, min(clock) >> 16, count(DISTINCT step),
            count(DISTINCT article.id)
        FROM journal JOIN touched USING (device, number) JOIN article ON article_id = article.id
        WHERE {_IS_IMPORT}
        GROUP BY run ORDER BY min(clock) DESC
        """
    )
    return [PastImport(*row) for row in rows]


def newest(project: Project) -> str | None:
    """The id of the import that was begun last, whatever is left of it."""
    found: str | None = project.value(
        f"SELECT {_RUN} FROM journal WHERE {_IS_IMPORT} ORDER BY clock DESC LIMIT 1"
    )
    return found


def steps_of(project: Project, import_id: str) -> Iterator[Step]:
    """The steps of an import with their changes, in the order in which they were made."""
    rows = project.rows(
        f"SELECT step FROM journal WHERE {_RUN} = ? AND {_IS_IMPORT} ORDER BY clock", (import_id,)
    )
    found = (steps.get(project, row[0]) for row in rows)
    return (step for step in found if step is not None)
