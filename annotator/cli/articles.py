"""`annotator articles`: list articles."""

from collections.abc import Mapping
from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.options import Command, json_option, project_argument
from annotator.storage import counts, search
from annotator.storage.counts import ArticleCounts
from annotator.storage.project import open_project
from annotator.storage.query import UNCLOSED, is_unclosed


@click.command(
    "articles",
    cls=Command,
    examples=("annotator articles pilot.annotator --query 'bridge label:claim -has:flag by:ana'",),
)
@project_argument
@click.option("--query", default="", metavar="Q", help="Only those for which all of this holds.")
@json_option
def command(path: Path, *, query: str, as_json: bool) -> None:
    """List articles in the order in which they came.

    All parts of a query must hold: words, "a phrase", beginn* of words, label:claim, by:ana,
    has:flag (note, relation, annotation), status:open (in_progress, finished, adjudicated),
    outlet:"Coastal Register", language:en, id:a1. A minus before a part turns it round.
    """
    with open_project(path) as project, project.snapshot():
        found = search.matching(project, query)
        listed = counts.of_articles(project)
    chosen = [listed[article_id] for article_id in found if article_id in listed]
    if as_json:
        terminal.print_json({"articles": [_as_json(each) for each in chosen], "query": query})
        return
    for each in chosen:
        terminal.say(
            terminal.styled(each.id, bold=True), "  ", terminal.on_one_line(each.title, most=100)
        )
        about = [each.outlet or "", each.published or "", each.language, _work(each)]
        terminal.say(terminal.styled(f"    {' · '.join(filter(None, about))}", dim=True))
    terminal.tell(_summary(len(chosen), len(listed), query))
    if not chosen and is_unclosed(query):
        terminal.tell(UNCLOSED)


def _as_json(each: ArticleCounts) -> dict[str, object]:
    return {
        "id": each.id,
        "title": each.title,
        "outlet": each.outlet,
        "published": each.published,
        "language": each.language,
        "annotations": each.annotations,
        "open_flags": each.open_flags,
        "status": dict(each.status),
    }


def _work(each: ArticleCounts) -> str:
    flags = f", {terminal.counted(each.open_flags, 'open flag')}" if each.open_flags else ""
    return f"{terminal.counted(each.annotations, 'annotation')}{flags}; {_who(each.status)}"


def _who(status: Mapping[str, str]) -> str:
    if not status:
        return "open"
    return ", ".join(f"{name} {state.replace('_', ' ')}" for name, state in status.items())


def _summary(found: int, all_of_them: int, query: str) -> str:
    if not all_of_them:
        return "The project has no articles yet. Bring some in with: annotator import"
    of_all = f" of {all_of_them:,}" if query else ""
    return f"{found:,}{of_all} article{'' if all_of_them == 1 else 's'}."
