"""What commands print: one JSON object, or lines for people that a text cannot tamper with."""

import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click

from annotator.domain.errors import UserError

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

_LINE_END = re.compile("[\n\u2028\u2029]")


_ANSWERED = f"{__name__}.answered"


def prepare() -> None:
    """Let standard output take any text, whatever the system thinks its encoding is.

    A stream that was closed leads nowhere: else the next file that is opened would take its place.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def print_json(value: Mapping[str, object]) -> None:
    """Print the one JSON object of a command, on one line: UTF-8 on every system, keys sorted."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    stream = sys.stdout.buffer
    with _answering():
        stream.write(text.encode(errors="replace") + b"\n")
        stream.flush()


def has_answered(ctx: click.Context) -> bool:
    """Whether the command has printed anything of its answer."""
    return _ANSWERED in ctx.meta


@contextlib.contextmanager
def _answering() -> Iterator[None]:
    if ctx := click.get_current_context(silent=True):
        ctx.meta[_ANSWERED] = True
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        # What the stream still holds is tried again at the end, and must not fail again there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        reason = (error.strerror or str(error)).lower()
        raise UserError(
            f"The answer cannot be written ({reason}). What the command does is done and whole. "
            "Make room, or send the answer elsewhere."
        ) from error


class Styled(NamedTuple):
    """A piece of a line with its looks, which only a terminal shows."""

    text: str
    looks: Mapping[str, Any]


def styled(text: str, **looks: Any) -> Styled:
    """A piece of a line that is bold, dim or coloured on a terminal."""
    return Styled(text, looks)


def say(*parts: str | Styled) -> None:
    """Print a line of the answer."""
    with _answering():
        click.echo("".join(_painted(part) for part in parts))


def tell(line: str) -> None:
    """Print a remark beside the answer, on standard error."""
    click.echo(visible(line), err=True)


def visible(text: str) -> str:
    """A text whose control characters a terminal shows instead of obeying them."""
    return _CONTROL.sub(_shown, text)


def _visible_line(text: str) -> str:
    """The same for what must stay on its line."""
    return _LINE_END.sub(_shown, visible(text))


def visible_list(text: str) -> str:
    """The same for a sentence that may be followed by a list, each of its lines indented."""
    return "\n  ".join(map(_visible_line, text.split("\n  ")))


def on_one_line(text: str, *, most: int | None = None) -> str:
    """A text without line breaks, cut after `most` characters."""
    line = " ".join(text.split())
    return line if most is None or len(line) <= most else line[: most - 1].rstrip() + "…"


def table(rows: Iterable[Sequence[str]], *, indent: int = 0) -> list[str]:
    """Rows as lines whose columns stand below each other; numbers stand to the right."""
    cells = [[_visible_line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        " " * indent
        + "  ".join(
            cell.rjust(width) if cell.replace(",", "").isdecimal() else cell.ljust(width)
            for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in cells
    ]


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 article`, `2 articles`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


class Counter:
    """A count that runs on a terminal's standard error, and nowhere else."""

    def __init__(self, noun: str) -> None:
        self._noun = noun
        self._is_shown = sys.stderr.isatty()
        self._has_written = False

    def __call__(self, number: int, total: int | None = None) -> bool:
        """Show how far the work is; always go on."""
        if self._is_shown and number % 10 == 0:
            of_all = f"{number:,} of {counted(total, self._noun)}" if total else ""
            click.echo(f"\r{of_all or counted(number, self._noun)} …", nl=False, err=True)
            self._has_written = True
        return True

    def __enter__(self) -> "Counter":
        return self

    def __exit__(self, *_: object) -> None:
        """Clear the line for what comes next."""
        if self._has_written:
            click.echo("\r\x1b[K", nl=False, err=True)


def _painted(part: str | Styled) -> str:
    if isinstance(part, Styled):
        return click.style(_visible_line(part.text), **part.looks)
    return _visible_line(part)


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else f"\\u{code:04x}"
