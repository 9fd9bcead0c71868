"""`annotator imports`: past imports, and taking one back."""

from pathlib import Path

import click

from annotator.cli import moments, terminal
from annotator.cli.options import Command, as_option, json_option, project_argument
from annotator.operations import library, removing
from annotator.storage import imports
from annotator.storage.imports import PastImport
from annotator.storage.project import open_project


@click.command(
    "imports",
    cls=Command,
    examples=(
        "annotator imports pilot.annotator",
        "annotator imports pilot.annotator --remove last --as ana",
    ),
)
@project_argument
@click.option("--remove", metavar="ID", help="Take this import back; “last” is the newest.")
@click.option("--with-work", is_flag=True, help="Remove work that people did on it since, too.")
@as_option("Who takes it back.")
@json_option
def command(
    path: Path, *, remove: str | None, with_work: bool, annotator: str | None, as_json: bool
) -> None:
    """List past imports, newest first, or take one back with all that came with it.

    Articles and labels of the import go as one step, which can be undone. Where people have worked
    on them since, nothing goes until --with-work says so. Times are by this computer's clock, with
    its offset from UTC; in --json they are in UTC.
    """
    if with_work and remove is None:
        raise click.UsageError("Name the import with --remove.")
    with open_project(path, is_writable=remove is not None) as project:
        if remove is not None:
            name = library.annotator_of(project, given=annotator)
            removal = removing.take_back(project, remove, annotator=name, is_work_removed=with_work)
        found = imports.all_imports(project)
    if as_json:
        told: dict[str, object] = {"imports": [_as_json(each) for each in found]}
        if remove is not None:
            told["removed"] = {"articles": removal.articles, "records": removal.records}
        terminal.print_json(told)
        return
    if remove is not None:
        terminal.say(
            f"Removed: {terminal.counted(removal.articles, 'article')}, and "
            f"{removal.records - removal.articles:,} labels and other things on them."
        )
        return
    _print(found)


def _as_json(each: PastImport) -> dict[str, object]:
    return {
        "id": each.id,
        "when": moments.universal(each.milliseconds),
        "annotator": each.annotator,
        "articles": each.articles,
    }


def _print(found: list[PastImport]) -> None:
    rows = [
        (
            each.id,
            moments.local(each.milliseconds),
            each.annotator,
            terminal.counted(each.articles, "article"),
        )
        for each in found
    ]
    for line in terminal.table(rows):
        terminal.say(line)
    if not found:
        terminal.tell("Nothing was imported yet.")
