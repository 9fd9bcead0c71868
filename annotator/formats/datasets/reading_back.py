"""What a file of another tool says, read by the reader of its format, for the proof of an export.

A reader shares no code with the writer of its format, and reads what the tool itself writes.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import orjson

from annotator.domain.article import Article
from annotator.domain.errors import UserError
from annotator.domain.progress import ArticleLabel
from annotator.formats import registry
from annotator.formats.datasets.proof import ANNOTATION, LABEL, RELATION, Fact, Places
from annotator.formats.import_map import ImportMap
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.sources import Source


def facts_read(
    paths: Iterable[Path],
    format_id: str,
    *,
    offsets: str | None = None,
    known: Callable[[str], Article | None] | None = None,
) -> Iterator[Fact]:
    """The facts in data files of a format; `known` finds articles whose texts are not there.

    Raises:
        UserError: the reader refuses a part of what was written.
    """
    for path in paths:
        source = Source.of(path)
        told = ImportMap(offsets=offsets)
        source = Source(path.name, path, size=source.size, told=told, known=known)
        if not source.size:
            continue
        for found in registry.read(source, annotator="", format_id=format_id):
            if isinstance(found, Arrival):
                yield from _facts_in(found)
            elif not found.is_note:
                raise UserError(_refused(found))


def _facts_in(arrival: Arrival) -> Iterator[Fact]:
    article = arrival.article.id
    where: dict[tuple[str, str], tuple[str, Places]] = {}
    for identity, _, person, label, _, _, written, words, attributes, *_ in arrival.annotations:
        places = tuple([(start, end) for start, end in orjson.loads(written)])
        where[person, identity] = (label, places)
        own = attributes if attributes != "{}" else ""
        yield Fact(ANNOTATION, article, person, label, places, words, own)
    for _, _, person, label, from_id, to_id, _, attributes in arrival.relations:
        (first, places), (second, more) = where[person, from_id], where[person, to_id]
        own = attributes if attributes != "{}" else ""
        yield Fact(RELATION, article, person, label, (*places, *more), f"{first}>{second}", own)
    for record in arrival.records:
        if isinstance(record, ArticleLabel):
            yield Fact(LABEL, article, record.annotator, record.label, (), record.value)


def _refused(found: Problem) -> str:
    return (
        f"The files read back do not say what was handed over: {found.reason} Nothing was "
        "exported, and the project is unchanged. Run `annotator check` on it."
    )
