"""`annotator open`: the window."""

import importlib
from pathlib import Path

import click

from annotator import display
from annotator.cli.options import Command, as_option
from annotator.domain.errors import UserError

SCREENS = ("annotate", "review", "flags", "dashboard", "export")


@click.command(
    "open",
    cls=Command,
    examples=("annotator open pilot.annotator --article harbour-dredging --as ana",),
)
@click.argument(
    "path", metavar="[PROJECT]", required=False, type=click.Path(path_type=Path, readable=False)
)
@click.option("--article", metavar="ID", help="Show this article.")
@as_option("Work under this name.")
@click.option(
    "--screen",
    type=click.Choice(SCREENS),
    help="Show this screen first; without it, the one on which the window was closed.",
)
@click.pass_context
def command(
    ctx: click.Context,
    path: Path | None,
    *,
    article: str | None,
    annotator: str | None,
    screen: str | None,
) -> None:
    """Open the window, on PROJECT or on the last project, the first time on the sample.

    The word `open` may be left out.
    """
    if not display.is_there():
        raise UserError(display.ABSENT)
    # By name: commands know nothing of the window, and no other command may load Qt.
    application = importlib.import_module("annotator.gui.application")
    ctx.exit(application.run(path, article=article, annotator=annotator, screen=screen or ""))
