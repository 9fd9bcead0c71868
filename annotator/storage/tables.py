"""How one kind of record lies in its table, and what is said when a row cannot be read."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, TypeAlias

from annotator.dataclass import dataclass
from annotator.domain.change import Record
from annotator.domain.errors import UserError

Row: TypeAlias = tuple[Any, ...]

DAMAGES = (TypeError, ValueError, LookupError)
"""What a column raises that another program has written, or the disk."""


def damaged(kind: str, key: Row) -> UserError:
    """The refusal for a record that cannot be read."""
    return UserError(
        f"The {kind} {' / '.join(map(str, key))} cannot be read: a part of it is damaged. "
        "Nothing was changed. Open a backup of the project instead."
    )


def written_by(table: str) -> str:
    """For SQL: the condition that a row of the journal wrote a row of a table last."""
    device = f"substr({table}.version, 1, instr({table}.version, '.') - 1)"
    number = f"CAST(substr({table}.version, instr({table}.version, '.') + 1) AS INTEGER)"
    return f"journal.device = {device} AND journal.number = {number}"


@dataclass(frozen=True)
class Table:
    """How one kind of record lies in its table.

    `columns` are those of the record, in the order of `to_row`; the table has `version` besides.
    The journal keeps rows in this order, so new columns go to the end; `later` are the values that
    rows written before those columns came mean for them. `keys` are the columns of its key, in the
    order of the record's `key`. `version` names the step that wrote the record last, as
    `DEVICE.NUMBER`.
    """

    name: str
    columns: tuple[str, ...]
    keys: tuple[str, ...]
    to_row: Callable[[Any], Row]
    made_of: Callable[[Row], Record]
    later: Row = ()

    def from_row(self, row: Row) -> Record:
        """The record that a row holds.

        Raises:
            UserError: the row is damaged.
        """
        try:
            return self.made_of(row)
        except DAMAGES as error:
            raise damaged(self.name, self.key_of(row)) from error

    @cached_property
    def selection(self) -> str:
        """The columns of a record for a SELECT, in the order that `from_row` takes."""
        return ", ".join(f'"{column}"' for column in self.columns)

    @cached_property
    def condition(self) -> str:
        """The WHERE part that finds one record by its key."""
        return " AND ".join(f'"{column}" = ?' for column in self.keys)

    @cached_property
    def insertion(self) -> str:
        """The statement that adds a record; the version is its last parameter."""
        names = f"{self.selection}, version"
        places = ", ".join("?" * (len(self.columns) + 1))
        return f"INSERT INTO {self.name} ({names}) VALUES ({places})"

    @cached_property
    def replacement(self) -> str:
        """The statement that changes a record where it lies."""
        assignments = ", ".join(
            f'"{column}" = excluded."{column}"'
            for column in (*self.columns, "version")
            if column not in self.keys
        )
        keys = ", ".join(f'"{column}"' for column in self.keys)
        return f"{self.insertion} ON CONFLICT ({keys}) DO UPDATE SET {assignments}"

    def completed(self, row: Sequence[Any]) -> Row:
        """A row of the journal with the columns that came after it was written."""
        missing = len(self.columns) - len(row)
        return (*row, *self.later[len(self.later) - missing :]) if missing else tuple(row)

    def key_of(self, row: Row) -> Row:
        """The key of the record that a row holds."""
        return tuple(row[self.columns.index(column)] for column in self.keys)
