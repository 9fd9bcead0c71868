"""Queries whose labels and people are spelled as the project spells them.

People type what they see: the window shows "Claim" and "Ana", the project knows `claim` and `ana`.
"""

import json
from collections.abc import Iterable
from dataclasses import replace

from annotator.domain.errors import UserError
from annotator.storage import records
from annotator.storage.project import Project
from annotator.storage.query import Term, parse


def terms_of(project: Project, query: str) -> tuple[Term, ...]:
    """The parts of a query; labels and people may be told by name and in any letters.

    Raises:
        UserError: the query cannot be understood, or the project has no such label.
    """
    return tuple(_spelled(project, term) for term in parse(query))


def _spelled(project: Project, term: Term) -> Term:
    match term.field:
        case "label":
            return replace(term, value=_label(project, term.value))
        case "by":
            people = project.rows("SELECT id, name FROM annotator ORDER BY id")
            return replace(term, value=_known(term.value, people) or term.value)
        case _:
            return term


def _label(project: Project, wanted: str) -> str:
    revision = records.scheme_revision(project)
    if revision is None:
        return wanted
    labels = [(each["id"], each["name"]) for each in json.loads(revision.json)["labels"]]
    used = project.rows("SELECT label, label FROM annotation WHERE label = ? LIMIT 1", (wanted,))
    found = _known(wanted, [*used, *labels])
    if found is None:
        raise UserError(
            f"“label:{wanted}” is not known. Nothing was searched. "
            f"Choose one of: {', '.join(name for name, _ in labels)}."
        )
    return found


def _known(wanted: str, named: Iterable[tuple[str, str]]) -> str | None:
    """The id that is meant by an id or a name: exactly, else in other letters."""
    listed = list(named)
    if any(wanted == each for each, _ in listed):
        return wanted
    folded = wanted.casefold()
    fits = (name for name, called in listed if folded in (name.casefold(), called.casefold()))
    return next(fits, None)
