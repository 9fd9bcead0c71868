"""`annotator history`: what was done, by whom and when."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import click

from annotator.cli import moments, terminal
from annotator.cli.options import Command, json_option, project_argument
from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Change, Record, Step, articles_of
from annotator.domain.relation import Relation
from annotator.storage import articles, steps
from annotator.storage.project import open_project

LIMIT = 50
MOST_CHANGES = 6


@click.command(
    "history",
    cls=Command,
    examples=("annotator history pilot.annotator --article harbour-dredging --json",),
)
@project_argument
@click.option("--article", "article_id", metavar="ID", help="Only what touched this article.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=LIMIT,
    show_default=True,
    metavar="N",
    help="The last so many steps.",
)
@json_option
def command(path: Path, *, article_id: str | None, limit: int, as_json: bool) -> None:
    """List the last steps, oldest first: when, who, what, before and after.

    Times are by this computer's clock, with its offset from UTC; in --json they are in UTC.
    """
    with open_project(path) as project, project.snapshot():
        if article_id is not None:
            articles.get(project, article_id)
        found = steps.last(project, limit + 1, article_id=article_id)
        shown = found[-limit:]
        again = {step.id for step in shown if steps.is_redone(project, step)}
    if as_json:
        entries = [_as_json(step) for step in shown]
        terminal.print_json({"steps": entries, "has_more": len(found) > limit})
        return
    if len(found) > limit:
        terminal.tell("There are earlier steps: raise --limit.")
    for step in shown:
        _print(step, undoing="Redo: " if step.id in again else "Undo: " if step.undoes else "")


def _as_json(step: Step) -> dict[str, object]:
    return {
        "id": step.id,
        "when": moments.universal(step.milliseconds, timespec="milliseconds"),
        "annotator": step.annotator,
        "operation": step.operation,
        "undoes": step.undoes,
        "changes": [
            {
                "kind": change.record.kind,
                "before": _plain(change.before),
                "after": _plain(change.after),
            }
            for change in step.changes
        ],
    }


def _plain(record: Record | None) -> dict[str, object] | None:
    """A record as JSON; an article without its text, which never changes and has its hash."""
    if record is None:
        return None
    fields: dict[str, object] = asdict(record)
    if isinstance(record, Article):
        del fields["text"]
    return fields


def _print(step: Step, *, undoing: str) -> None:
    named = sorted({name for change in step.changes for name in articles_of(change.record)})
    where = named[0] if len(named) == 1 else terminal.counted(len(named), "article")
    terminal.say(
        terminal.styled(moments.local(step.milliseconds), dim=True),
        f"  {step.annotator}  ",
        terminal.styled(f"{undoing}{step.operation}", bold=True),
        terminal.styled(f"  {where}", dim=True) if named else "",
    )
    for change in step.changes[:MOST_CHANGES]:
        terminal.say(f"    {_told(change)}")
    if len(step.changes) > MOST_CHANGES:
        more = len(step.changes) - MOST_CHANGES
        terminal.say(f"    and {terminal.counted(more, 'more change')}; --json lists all")


def _told(change: Change) -> str:
    """A change in a line: what came, what went, or which fields differ and how."""
    name = f"{change.record.kind.replace('_', ' ')} {_name(change.record)}"
    if change.before is None:
        return f"+ {name}"
    if change.after is None:
        return f"- {name}"
    before, after = asdict(change.before), asdict(change.after)
    differences = [
        f"{field} {_short(before[field])} → {_short(after[field])}"
        for field in before
        if before[field] != after[field]
    ]
    return f"~ {name}: {'; '.join(differences)}"


def _name(record: Record) -> str:
    match record:
        case Annotation():
            words = terminal.on_one_line(record.text, most=60)
            return f"{record.label} “{words}” [{record.start}, {record.end})"
        case Relation():
            return f"{record.label} {record.from_id} → {record.to_id}"
        case Article():
            return f"{record.id} “{terminal.on_one_line(record.title, most=60)}”"
        case _:
            return " ".join(record.key)


def _short(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_short(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_short(each) for each in value) + "]"
    return terminal.on_one_line(str(value), most=60)
