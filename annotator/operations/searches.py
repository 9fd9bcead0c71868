"""Searches that a project keeps under a name, so that everybody who works in it has them."""

from collections.abc import Mapping

from annotator.domain.change import Change, Draft
from annotator.domain.choice import Choice
from annotator.domain.errors import UserError
from annotator.domain.identity import LONGEST_NAME, is_name
from annotator.storage import records
from annotator.storage.project import Project
from annotator.storage.query import parse

PREFIX = "search:"
"""Under which choices of a project its searches are kept."""


def saved(project: Project) -> dict[str, str]:
    """The queries that a project keeps, by name, in the order of the names."""
    found = records.select(project, Choice, "name >= ? AND name < ?", (PREFIX, f"{PREFIX[:-1]};"))
    return {each.name.removeprefix(PREFIX): each.value for each in found}


def save(searches: Mapping[str, str], name: str, query: str) -> Draft:
    """Keep a query under a name; another one of that name gives way.

    Raises:
        UserError: the name cannot be read, or the query not understood.
    """
    name, query = name.strip(), query.strip()
    if not is_name(name):
        raise UserError(
            f"A search needs a name of visible characters, at most {LONGEST_NAME}. "
            "It was not saved. Write another name."
        )
    if not parse(query):
        raise UserError("The search is empty. It was not saved. Write what to look for first.")
    change = Change(_choice(searches, name), Choice(PREFIX + name, query))
    changes = () if change.before == change.after else (change,)
    return Draft(f"Save the search “{name}”", changes, is_undoable=False)


def rename(searches: Mapping[str, str], name: str, new_name: str) -> Draft:
    """Keep a search under another name.

    Raises:
        UserError: the new name cannot be read, or another search has it.
    """
    if new_name.strip() == name or name not in searches:
        return Draft("Nothing", ())
    if new_name.strip() in searches:
        raise UserError(
            f"There is a search “{new_name.strip()}” already. Nothing was changed. "
            "Write another name, or remove that search first."
        )
    draft = save(searches, new_name, searches[name])
    operation = f"Rename the search “{name}” to “{new_name.strip()}”"
    return Draft(operation, (*remove(searches, name).changes, *draft.changes), is_undoable=False)


def remove(searches: Mapping[str, str], name: str) -> Draft:
    """No longer keep a search."""
    choice = _choice(searches, name)
    changes = (Change(choice, None),) if choice is not None else ()
    return Draft(f"Remove the search “{name}”", changes, is_undoable=False)


def after(searches: Mapping[str, str], draft: Draft) -> dict[str, str]:
    """The searches once a draft is written."""
    held = dict(searches)
    for change in draft.changes:
        record = change.record
        if isinstance(record, Choice) and record.name.startswith(PREFIX):
            held.pop(record.name.removeprefix(PREFIX), None)
            if change.after is not None:
                held[record.name.removeprefix(PREFIX)] = record.value
    return dict(sorted(held.items()))


def _choice(searches: Mapping[str, str], name: str) -> Choice | None:
    return Choice(PREFIX + name, searches[name]) if name in searches else None
