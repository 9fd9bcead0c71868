"""`annotator formats`: what can be read and written."""

import click

from annotator.cli import terminal
from annotator.cli.options import Command, json_option
from annotator.formats.form import Format
from annotator.formats.registry import FORMATS

_DIRECTIONS = {"in": "is read", "out": "is written", "both": "is read and written"}


@click.command(
    "formats",
    cls=Command,
    examples=("annotator formats --json",),
)
@json_option
def command(*, as_json: bool) -> None:
    """List every format: its direction, extensions, unit of offsets, and what it cannot hold."""
    if as_json:
        terminal.print_json({"formats": [_as_json(each) for each in FORMATS]})
        return
    for each in FORMATS:
        extensions = " ".join(f".{extension}" for extension in each.extensions)
        terminal.say(terminal.styled(each.id, bold=True), f"  {each.title}")
        terminal.say(
            f"    {_DIRECTIONS[each.direction]}; {extensions}; offsets: {each.offset_unit}"
        )
        if each.cannot_hold:
            terminal.say(f"    cannot hold: {' '.join(each.cannot_hold)}")


def _as_json(each: Format) -> dict[str, object]:
    return {
        "id": each.id,
        "title": each.title,
        "direction": each.direction,
        "extensions": list(each.extensions),
        "offset_unit": each.offset_unit,
        "cannot_hold": list(each.cannot_hold),
    }
