"""The `annotator` command: finds the command that was meant and turns refusals into sentences."""

import contextlib
import errno
import importlib
from collections.abc import Iterator
from typing import Any, NamedTuple, NoReturn

import click

from annotator import __version__
from annotator.cli import terminal
from annotator.domain.errors import UserError


class Entry(NamedTuple):
    """A command in the help: the module that makes it, and what it does."""

    module: str
    summary: str


COMMANDS = {
    "open": Entry("opening", "Open the window, on a project or on the last one."),
    "new": Entry("new", "Make a project."),
    "import": Entry("importing", "Bring articles and labels into a project."),
    "export": Entry("exporting", "Write a dataset, whole or not at all."),
    "snapshots": Entry("snapshots", "List exports by name, and what has changed since one."),
    "duplicates": Entry("duplicates", "Find reprints and near-duplicates; keep articles apart."),
    "versions": Entry("versions", "Lay labels beside a newer version of their article."),
    "imports": Entry("imports", "List past imports; take one back."),
    "metadata": Entry("metadata", "Show or correct what is known of an article."),
    "formats": Entry("formats", "List what can be read and written."),
    "articles": Entry("articles", "List articles."),
    "search": Entry("searching", "Find passages."),
    "show": Entry("showing", "Show one article with its annotations."),
    "suggest": Entry("suggesting", "Run engines and keep what they propose."),
    "stats": Entry("statistics", "Count labels, people, progress and days."),
    "people": Entry("people", "Who works in a project, as annotator or editor."),
    "assign": Entry("assigning", "Give articles to people: order, overlap, hidden repeats."),
    "agreement": Entry("agreement", "Measure how far people agree."),
    "history": Entry("history", "List what was done, by whom and when."),
    "check": Entry("checking", "Prove that file, history, offsets and words agree."),
}


class Refusal(click.ClickException):
    """One sentence on standard error."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        """Print the sentence."""
        told = terminal.visible_list(self.message)
        click.echo(f"annotator: {told}", file=file, err=file is None)


class Stopped(Refusal):
    """Ctrl+C; the exit code is the one that shells have for it."""

    exit_code = 130


class Commands(click.Group):
    """Imports a command when it is asked for, and not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the module of a command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"annotator.cli.{COMMANDS[cmd_name].module}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])

    def make_context(self, *args: Any, **options: Any) -> click.Context:
        """Begin; help is printed here."""
        with _refusals_in_words():
            return super().make_context(*args, **options)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Note first whether a program asks, which wants one object whatever happens."""
        ctx.meta[_WANTS_JSON] = "--json" in args
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what a person can act on becomes one sentence."""
        try:
            with _refusals_in_words():
                return super().invoke(ctx)
        except click.ClickException as error:
            if ctx.meta[_WANTS_JSON] and not terminal.has_answered(ctx):
                with contextlib.suppress(OSError, UserError):
                    terminal.print_json({"error": error.format_message()})
            raise


_WANTS_JSON = f"{__name__}.wants_json"


@contextlib.contextmanager
def _refusals_in_words() -> Iterator[None]:
    try:
        yield
    except UserError as error:
        raise Refusal(str(error)) from error
    except KeyboardInterrupt as error:
        reason = "Stopped. What was written before is whole; nothing is half written."
        raise Stopped(str(error) or reason) from error
    except OSError as error:
        _refuse(error)
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except Exception as fault:
        from annotator.cli import faults  # hardly ever needed

        raise Refusal(faults.in_words(fault)) from fault


def _refuse(error: OSError) -> NoReturn:
    """The sentence for an error of the system; a reader who went away is told nothing."""
    if error.errno == errno.EPIPE or error.strerror is None:
        raise error
    place = f"{error.filename}: " if error.filename else ""
    raise Refusal(
        f"{place}{error.strerror}. Nothing is half written. Mend that and try again."
    ) from error


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="For more, with an example: annotator COMMAND --help",
)
@click.version_option(__version__, prog_name="annotator")
def cli() -> None:
    """Label claims, sources and sentiment in news articles, and export datasets.

    Without a command the window opens. All other commands need no display.
    """
    terminal.prepare()
