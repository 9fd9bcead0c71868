"""`annotator check`: prove that a project is whole."""

from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.options import Command, json_option, project_argument
from annotator.domain.errors import UserError
from annotator.operations import checking
from annotator.storage.project import open_project


@click.command(
    "check",
    cls=Command,
    examples=("annotator check pilot.annotator",),
)
@project_argument
@json_option
def command(path: Path, *, as_json: bool) -> None:
    """Prove that the file is sound, that history, records, offsets and words agree.

    Ends with 0 when all is sound and with 1 when there are problems, which are listed.
    """
    with open_project(path) as project:
        report = checking.check(project)
    if as_json:
        terminal.print_json(
            {
                "problems": list(report.problems),
                "steps": report.steps,
                "articles": report.articles,
                "annotations": report.annotations,
            }
        )
    else:
        for problem in report.problems:
            terminal.say(problem)
        told = (
            f"{terminal.counted(report.steps, 'step')}, "
            f"{terminal.counted(report.articles, 'article')}, "
            f"{terminal.counted(report.annotations, 'annotation')}"
        )
        found = terminal.counted(len(report.problems), "problem")
        if len(report.problems) == checking.MOST_PROBLEMS:
            found = f"The first {found}"
        terminal.say(f"{found} in {told}." if report.problems else f"Sound: {told}.")
    if report.problems:
        raise UserError(
            f"{path.name} is not sound. Nothing was changed. Keep it as it is, and go on with a "
            "backup for which check finds no problem."
        )
