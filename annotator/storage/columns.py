"""Values and fragments as the JSON text of a column, and back."""

import json
import sys
from typing import Any

from annotator.domain.errors import UserError
from annotator.domain.span import Span


def to_text(value: object) -> str:
    """A value as JSON text, keys sorted, for a column."""
    import orjson

    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def from_text(text: str) -> Any:
    """A value from the JSON text of a column.

    Raises:
        UserError: the column is damaged.
    """
    # An article is read sooner than orjson is imported, so the window opens without it.
    # Another thread may be importing it just now: then it is there, but empty.
    loads: Any = getattr(sys.modules.get("orjson"), "loads", json.loads)
    try:
        return loads(text)
    except json.JSONDecodeError as error:
        raise UserError(
            f"Part of the project cannot be read: {error}. Nothing was changed. "
            "Open a backup of the project instead."
        ) from error


def object_from(text: str) -> dict[str, Any]:
    """A JSON object from the text of a column.

    Raises:
        TypeError: the column is damaged.
        UserError: it is no JSON at all.
    """
    value = from_text(text)
    if not isinstance(value, dict):
        raise TypeError("no JSON object")
    return value


def path_of(attribute: str) -> str:
    """Where SQLite's JSON functions find an attribute in the column `attributes`."""
    return f'$."{attribute}"'


def fragments_text(fragments: tuple[Span, ...]) -> str:
    """Fragments as JSON text: `[[2,12],[15,20]]`."""
    if len(fragments) == 1:
        return f"[[{fragments[0].start},{fragments[0].end}]]"
    return "[" + ",".join([f"[{place.start},{place.end}]" for place in fragments]) + "]"


def fragments_from(pairs: list[list[int]]) -> tuple[Span, ...]:
    """Fragments from pairs of start and end.

    Raises:
        TypeError, ValueError: the column is damaged.
    """
    if not pairs:
        raise ValueError("no fragment")
    return tuple([Span(start, end) for start, end in pairs])
