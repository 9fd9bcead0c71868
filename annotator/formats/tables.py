"""Tables of articles, whatever file they stand in: a row of names, then a row for each article."""

from collections import Counter
from collections.abc import Iterable, Sequence

from annotator.formats.composing import Origin, composed
from annotator.formats.fields import FieldsOfFile, unknown_fields
from annotator.formats.import_map import NOTHING_TOLD
from annotator.formats.incoming import Incoming, Problem
from annotator.formats.json_values import Refused
from annotator.formats.sources import Source

MOST_SAMPLED = 20
"""How many rows are looked at of a table that cannot be read yet."""
MOST_LISTED = 40
"""How many columns a message names."""


def articles_in(
    rows: Iterable[tuple[int, Sequence[str]]], source: Source, *, format_id: str, encoding: str
) -> Incoming:
    """The articles of a table; each row comes with the line it begins in."""
    told = source.told or NOTHING_TOLD
    fields = FieldsOfFile(told, file=source.name)
    columns: Sequence[str] | None = None
    for line, row in rows:
        if not any(value.strip() for value in row):
            continue
        if columns is None:
            columns = [name.strip() for name in row]
            if reason := _problem_with(columns, fields):
                yield Problem(source.name, line, reason)
                _look_at(rows, columns, fields)
                return
            continue
        try:
            if len(row) != len(columns):
                raise Refused(f"It has {len(row)} fields where the first row has {len(columns)}.")
            record = {name: value for name, value in zip(columns, row, strict=True) if name}
            origin = Origin(source, format_id, line, encoding=encoding)
            yield composed(fields.found_in(record), origin)
        except Refused as refusal:
            yield Problem(source.name, line, str(refusal))
    if columns is None:
        yield Problem(source.name, None, "It is empty: there is no row of names to begin with.")
    if note := fields.note(source):
        yield note


def _problem_with(columns: Sequence[str], fields: FieldsOfFile) -> str | None:
    named = [name for name in columns if name]
    twice = next((name for name, count in Counter(named).items() if count > 1), None)
    if twice is not None:
        return f"Two columns are called {twice!r}. Nothing was imported from it. Rename one."
    if missing := unknown_fields(fields.told, named):
        listed = ", ".join(map(repr, missing))
        return (
            f"The map names {listed}, which no column is called; there are {_listed(named)}. "
            "Nothing was imported from it. Mend the map and try again."
        )
    if fields.has_text(dict.fromkeys(named, "x")):
        return None
    return (
        f"No column is known to hold the text; there are {_listed(named)}. Nothing was "
        "imported from it. Name the column in a map ([fields] text = …) and give it as --map."
    )


def _listed(names: Sequence[str]) -> str:
    more = len(names) - MOST_LISTED
    return ", ".join(names[:MOST_LISTED]) + (f" and {more:,} more" if more > 0 else "")


def _look_at(
    rows: Iterable[tuple[int, Sequence[str]]], columns: Sequence[str], fields: FieldsOfFile
) -> None:
    """Let a person see what columns hold of which none is known to be the text."""
    if fields.watch is None or len(set(filter(None, columns))) < len(list(filter(None, columns))):
        return
    for number, (_, row) in enumerate(rows):
        # The first may be the names once more, where rows can be read anew.
        if list(row) != list(columns) and len(row) == len(columns):
            fields.look_at({n: v for n, v in zip(columns, row, strict=True) if n})
        if number > MOST_SAMPLED:
            return
