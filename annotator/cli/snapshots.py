"""`annotator snapshots`: exports that have a name, and what has changed since."""

from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.options import Command, json_option, project_argument
from annotator.operations import snapshots
from annotator.operations.snapshots import Since
from annotator.storage.project import open_project


@click.command(
    "snapshots",
    cls=Command,
    examples=(
        "annotator snapshots pilot.annotator",
        "annotator snapshots pilot.annotator release-1 --json",
    ),
)
@project_argument
@click.argument("name", metavar="[NAME]", default="")
@json_option
def command(path: Path, *, name: str, as_json: bool) -> None:
    """List the exports that have a name, or with NAME what has changed since that one."""
    with open_project(path) as project, project.snapshot():
        if not name:
            _list(snapshots.all_of(project), as_json=as_json)
            return
        found = snapshots.since(project, name)
    if as_json:
        terminal.print_json(_as_json(found))
        return
    if not found.steps:
        terminal.say(f"Nothing has changed since {name}.")
        return
    terminal.say(
        f"Since {name}: {terminal.counted(found.steps, 'step')} in "
        f"{terminal.counted(len(found.articles), 'article')}."
    )
    for (kind, done), count in sorted(found.records.items()):
        terminal.say(f"  {count:,} × {kind} {done}")
    for article, count in sorted(found.articles.items(), key=lambda each: (-each[1], each[0])):
        terminal.say(f"  {article}  {terminal.counted(count, 'change')}")


def _list(found: list[snapshots.Snapshot], *, as_json: bool) -> None:
    if as_json:
        told = [
            {"name": e.name, "command": e.command, "lines": e.lines, "annotations": e.annotations}
            for e in found
        ]
        terminal.print_json({"snapshots": told})
        return
    if not found:
        terminal.say("No export has a name yet: give one with annotator export … --snapshot NAME.")
    for each in found:
        terminal.say(terminal.styled(each.name, bold=True), f"  {each.lines:,} lines")
        terminal.say(f"    {each.command}")


def _as_json(found: Since) -> dict[str, object]:
    return {
        "steps": found.steps,
        "articles": dict(sorted(found.articles.items())),
        "records": [
            {"kind": kind, "done": done, "count": count}
            for (kind, done), count in sorted(found.records.items())
        ],
    }
