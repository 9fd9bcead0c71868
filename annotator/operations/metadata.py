"""What is known of an article beside its text, corrected by a person; the text never changes."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from annotator.domain.article import Article
from annotator.domain.change import Change, Draft
from annotator.domain.errors import UserError
from annotator.domain.json import Json

FIELDS = ("title", "outlet", "url", "published", "author", "section", "language", "licence")
"""What can be corrected, in the order in which it is shown."""

_KEPT_BESIDE = ("author", "section")
_NEVER_EMPTY = ("title", "language")
_LONGEST = 2_000


def metadata_of(article: Article) -> dict[str, str]:
    """What is known of an article, by the names of `FIELDS`; nothing is an empty text."""
    known = {name: article.extra.get(name) for name in _KEPT_BESIDE}
    known |= {name: getattr(article, name) for name in FIELDS if name not in _KEPT_BESIDE}
    return {name: str(known[name] or "") for name in FIELDS}


def edit_metadata(article: Article, fields: Mapping[str, str]) -> Draft:
    """Correct what is known of an article; an empty text takes a field away.

    Raises:
        UserError: a field is unknown, a value is no line of text, a date none, or the title empty.
    """
    values = {name: " ".join(value.split()) for name, value in fields.items()}
    known = metadata_of(article)
    for name, value in values.items():
        _check(name, value)
        # What an import brought may be odd; only a person who writes anew is asked to write well.
        if name == "published" and value and value != known[name] and not is_date(value):
            raise UserError(
                f"“{value[:40]}” is no date. Nothing was changed. Write it as 2026-03-14, or "
                "2026-03 or 2026 where less is known."
            )
    own: dict[str, str | None] = {
        name: value if value or name in _NEVER_EMPTY else None
        for name, value in values.items()
        if name not in _KEPT_BESIDE
    }
    beside: dict[str, Json] = {n: v for n, v in values.items() if n in _KEPT_BESIDE and v}
    kept = {name: each for name, each in article.extra.items() if _stays(name, values)}
    changed = replace(article, extra={**kept, **beside}, **own)  # type: ignore[arg-type]
    changes = () if changed == article else (Change(article, changed),)
    return Draft("Correct what is known of the article", changes)


def is_date(text: str) -> bool:
    """Whether a text is a day or a moment of ISO 8601, or a month or a year alone."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return re.fullmatch(r"[0-9]{4}(-(0[1-9]|1[0-2]))?", text) is not None
    return True


def _stays(name: str, values: Mapping[str, str]) -> bool:
    return name not in _KEPT_BESIDE or name not in values


def _check(name: str, value: str) -> None:
    if name not in FIELDS:
        raise UserError(
            f"There is no field “{name}”. Nothing was changed. Choose one of: {', '.join(FIELDS)}."
        )
    if name == "title" and not value:
        raise UserError("An article needs a title. Nothing was changed. Give it one.")
    if len(value) > _LONGEST or not value.isprintable():
        raise UserError(
            f"The {name} is too long, or has characters that are not seen. Nothing was changed. "
            "Write it anew."
        )
