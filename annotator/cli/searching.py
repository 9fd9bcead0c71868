"""`annotator search`: find passages."""

from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.options import Command, as_option, json_option, project_argument
from annotator.storage import passages
from annotator.storage.passages import TITLE, Passage
from annotator.storage.project import open_project
from annotator.storage.query import UNCLOSED, is_unclosed

LIMIT = 50


class _Search(Command):
    """A command whose query may begin with a minus, as an option does."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put what is no option behind all options."""
        if "--" not in args:
            queries = [word for word in args if _is_query(word)]
            args = [*(word for word in args if word not in queries), "--", *queries]
        return super().parse_args(ctx, args)


def _is_query(word: str) -> bool:
    return word.startswith("-") and not word.startswith("--") and word != "-h"


@click.command(
    "search",
    cls=_Search,
    examples=(
        "annotator search pilot.annotator '\"the harbour authority\" label:claim' --limit 5",
    ),
)
@project_argument
@click.argument("query")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=LIMIT,
    show_default=True,
    metavar="N",
    help="At most so many passages.",
)
@as_option("Ask about the labels of NAME only, as the window does of its annotator's.")
@json_option
def command(path: Path, query: str, *, limit: int, annotator: str | None, as_json: bool) -> None:
    """Find passages by the words in them, whatever their case and accents.

    The QUERY is that of `annotator articles`. With label: or has: the passages are annotations,
    else the sentences with the words, else titles. Offsets count code points of the article's
    text, the end exclusive.
    """
    with open_project(path) as project, project.snapshot():
        found = passages.find(project, query, limit=limit + 1, annotator=annotator)
    shown = found[:limit]
    if as_json:
        listed = [_as_json(passage) for passage in shown]
        terminal.print_json({"passages": listed, "has_more": len(found) > limit})
        return
    for passage in shown:
        _print(passage)
    terminal.tell(_summary(shown, has_more=len(found) > limit))
    if not shown and is_unclosed(query):
        terminal.tell(UNCLOSED)


def _as_json(passage: Passage) -> dict[str, object]:
    found: dict[str, object] = {
        "article": passage.article_id,
        "title": passage.title,
        "part": passage.part,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "before": passage.before,
        "after": passage.after,
        "place": [passage.place.start, passage.place.end],
        "hits": [[hit.start, hit.end] for hit in passage.hits],
    }
    if passage.label:
        found |= {
            "annotation": passage.annotation_id,
            "label": passage.label,
            "annotator": passage.annotator,
        }
    return found


def _print(passage: Passage) -> None:
    place = f"[{passage.start}, {passage.end})"
    part = " in the title" if passage.part == TITLE else ""
    label = f"  {passage.label} by {passage.annotator}" if passage.label else ""
    terminal.say(
        terminal.styled(passage.article_id, bold=True),
        terminal.styled(f"  {place}{part}{label}", dim=True),
    )
    is_cut = passage.start > len(passage.before)
    terminal.say(
        "    … " if is_cut else "    ",
        _spaced(passage.before),
        terminal.styled(_spaced(passage.text), bold=True, underline=True),
        _spaced(passage.after),
    )


def _spaced(text: str) -> str:
    """A piece of a passage on one line, with the space that parts it from its neighbour."""
    first = " " if text[:1].isspace() else ""
    last = " " if text[-1:].isspace() else ""
    line = terminal.on_one_line(text)
    return f"{first}{line}{last}" if line else first


def _summary(shown: list[Passage], *, has_more: bool) -> str:
    if not shown:
        return "Nothing was found."
    articles = len({passage.article_id for passage in shown})
    more = " There are more: raise --limit." if has_more else ""
    found = terminal.counted(len(shown), "passage")
    return f"{found} in {terminal.counted(articles, 'article')}.{more}"
