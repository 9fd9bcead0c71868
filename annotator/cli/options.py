"""Arguments and options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from annotator.domain.identity import LONGEST_NAME, is_name
from annotator.domain.people import GOLD

F = TypeVar("F", bound=Callable[..., Any])


class Command(click.Command):
    """A command whose help ends with examples, which every command must have."""

    def __init__(self, *args: Any, examples: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples as they would be typed."""
        with formatter.section("Example" if len(self.examples) == 1 else "Examples"):
            for example in self.examples:
                formatter.write(f"{'':{formatter.current_indent}}{example}\n")
        super().format_epilog(ctx, formatter)


class Title(click.ParamType[str]):
    """What something is called: something to read, on one line."""

    name = "title"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse what cannot be seen or stored."""
        title = str(value).strip()
        if not is_name(title):
            reason = f"a name needs visible characters and nothing else, at most {LONGEST_NAME}"
            self.fail(reason, param, ctx)
        return title


TITLE = Title()


class Name(click.ParamType[str]):
    """The name of an annotator."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse a name that cannot be seen or stored."""
        name = TITLE.convert(value, param, ctx)
        if name == GOLD:
            self.fail(f"{GOLD} is the adjudicated layer and nobody's name", param, ctx)
        return name


def project_argument(command: F) -> F:
    """The project file, given first; whether it is there is told by the storage."""
    return click.argument(
        "path", metavar="PROJECT", type=click.Path(path_type=Path, readable=False)
    )(command)


def json_option(command: F) -> F:
    """One JSON object on standard output instead of text."""
    return click.option(
        "--json", "as_json", is_flag=True, help="Print one JSON object instead of text."
    )(command)


def as_option(help_text: str) -> Callable[[F], F]:
    """Who works, instead of the project's current annotator."""
    return click.option("--as", "annotator", metavar="NAME", type=Name(), help=help_text)
