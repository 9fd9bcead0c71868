"""All flags of a project, of all annotators, as the inbox lists them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import orjson  # noqa: F401 - once it is there, rows are read with it

from annotator.domain.flag import ANSWERED, CLOSED, OPEN, STATES, Flag
from annotator.domain.people import GOLD
from annotator.storage.project import Project
from annotator.storage.rows import TABLES
from annotator.storage.tables import written_by

IN_ALL: tuple[str, ...] = STATES
IN_OPEN: tuple[str, ...] = (OPEN,)
IN_ANSWERED: tuple[str, ...] = (ANSWERED, CLOSED)
"""The states of the inbox's three lists. What a rule took back itself is in the last alone."""

_EVERY = 2000
_TABLE = TABLES[Flag.kind]
_COLUMNS = ", ".join(f'flag."{column}"' for column in _TABLE.columns)
_SELECT = f"""
    SELECT {_COLUMNS}, article.title, coalesce(annotation.text, flag.text),
        coalesce(annotation.label, ''), coalesce(journal.clock, 0) >> 16
    FROM flag JOIN article ON article.id = flag.article_id
    LEFT JOIN annotation ON annotation.article_id = flag.article_id
        AND annotation.annotator = flag.annotator AND annotation.id = flag.target_id
    LEFT JOIN journal ON {written_by("flag")}
"""
_ORDER = """
    ORDER BY CASE flag.severity WHEN 'stop' THEN 0 WHEN 'check' THEN 1 ELSE 2 END,
        journal.clock DESC, flag.article_id, flag.annotator, flag.id
"""


@dataclass(frozen=True, slots=True)
class ListedFlag:
    """A flag with what a list says of it.

    `words` are those it concerns, `label` that of its annotation, none for a bare passage or the
    whole article; `changed` is when it was changed last, in milliseconds since 1970.
    """

    flag: Flag
    title: str
    words: str
    label: str
    changed: int


def listed(
    project: Project,
    states: Sequence[str] = IN_OPEN,
    *,
    article_id: str = "",
    most: int = -1,
    goes_on: Callable[[], bool] = lambda: True,
) -> list[ListedFlag]:
    """The flags in some states, the gravest first, then the newest; `most` of them, or all.

    `goes_on` is asked now and then; when it says no, the list ends there.
    """
    where, parameters = _condition(states, article_id)
    found: list[ListedFlag] = []
    rows = project.each_row(f"{_SELECT} WHERE {where} {_ORDER} LIMIT ?", (*parameters, most))
    for row in rows:
        found.append(_listed(row))
        if len(found) % _EVERY == 0 and not goes_on():
            break
    return found


def counted(project: Project) -> dict[str, int]:
    """How many flags there are in each state; those that a rule took back count as none."""
    rows = project.rows(
        "SELECT state, count(*) FROM flag WHERE NOT (state = 'closed' AND outcome = 'fixed') "
        "AND annotator <> 'gold' GROUP BY state"
    )
    return {**dict.fromkeys(STATES, 0), **dict(rows)}


def _condition(states: Sequence[str], article_id: str) -> tuple[str, list[str]]:
    places = ", ".join("?" * len(states))
    # What the layer gold has are copies of the annotators' own.
    conditions = [f"flag.state IN ({places})", f"flag.annotator <> '{GOLD}'"]
    parameters = list(states)
    if OPEN not in states:
        conditions.append("NOT (flag.state = 'closed' AND flag.outcome = 'fixed')")
    if article_id:
        conditions.append("flag.article_id = ?")
        parameters.append(article_id)
    return " AND ".join(conditions), parameters


def _listed(row: Sequence[object]) -> ListedFlag:
    flag = _TABLE.from_row(tuple(row[:-4]))
    assert isinstance(flag, Flag)  # noqa: S101 - the table of flags
    title, words, label, changed = row[-4:]
    return ListedFlag(flag, str(title), str(words), str(label), int(str(changed)))
