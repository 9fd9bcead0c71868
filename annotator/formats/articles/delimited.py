"""CSV and TSV: a row of names, then a row for each article, or for each annotation."""

from annotator.formats.annotated import tables as annotated
from annotator.formats.decoding import characters_of, notes_of
from annotator.formats.delimited_rows import Rows, delimiter_of
from annotator.formats.fields import FieldsOfFile
from annotator.formats.import_map import NOTHING_TOLD
from annotator.formats.incoming import Incoming, Problem
from annotator.formats.sources import Source
from annotator.formats.tables import articles_in

MOST_BYTES = 100_000_000


def read(source: Source, *, annotator: str) -> Incoming:
    """The articles of a table, or its annotations where its columns are those of annotations.

    Columns are found by their names or as a map tells.
    """
    text, choice = characters_of(source.read(limit=MOST_BYTES), source)
    yield from notes_of(choice, source)
    text = text.removeprefix("\ufeff")
    delimiter = (source.told.delimiter if source.told else None) or delimiter_of(text, source)
    rows = Rows(text, delimiter)
    if annotated.is_companion(source, rows):
        return
    fields = FieldsOfFile(source.told or NOTHING_TOLD, file=source.name)
    record = dict.fromkeys(filter(None, map(str.strip, rows.names)), "")
    fields.recalls(record)
    if columns := annotated.columns_of(rows.names, fields.told.fields):
        fields.remember(record)
        yield from annotated.read_rows(rows, columns, source, annotator=annotator)
        if note := fields.note(source):
            yield note
    else:
        yield from articles_in(rows, source, format_id="csv", encoding=choice.encoding)
    if rows.fault:
        reason = f"It is damaged here: {rows.fault}. The rest was not read."
        yield Problem(source.name, rows.line, reason)
