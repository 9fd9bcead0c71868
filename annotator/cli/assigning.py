"""`annotator assign`: who is to do which article."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.options import Command, Name, as_option, json_option, project_argument
from annotator.domain.change import Draft
from annotator.domain.people import Assignment
from annotator.operations import assigning, library
from annotator.operations.assigning import ORDERS, Plan
from annotator.operations.writing import commit
from annotator.storage import articles, search
from annotator.storage import team as teams
from annotator.storage.project import Project, open_project


@click.command(
    "assign",
    cls=Command,
    examples=(
        "annotator assign pilot.annotator --to ana --to ben --overlap 2 --share 20",
        "annotator assign pilot.annotator --to ana --articles 'outlet:Post -status:finished'",
        "annotator assign pilot.annotator --clear --to ben",
    ),
)
@project_argument
@click.option("--to", "people", multiple=True, metavar="NAME", type=Name(), help="Who; repeatable.")
@click.option("--articles", "query", default="", metavar="Q", help="Only those that match.")
@click.option(
    "--overlap",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    metavar="N",
    help="How many people do an article that is doubled.",
)
@click.option(
    "--share",
    type=click.FloatRange(0, 100),
    default=100,
    show_default=True,
    metavar="PERCENT",
    help="How many of the articles are doubled; all others have one person.",
)
@click.option(
    "--repeats",
    type=click.FloatRange(0, 100),
    default=0,
    show_default=True,
    metavar="PERCENT",
    help="How many come to the same person a second time, without a word.",
)
@click.option(
    "--order",
    type=click.Choice(ORDERS),
    default=ORDERS[0],
    show_default=True,
    help="Of the queues; random is another one for each person.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Of what is random.")
@click.option("--clear", is_flag=True, help="Take back what was assigned instead.")
@click.option("--dry-run", is_flag=True, help="Say what would be assigned, and change nothing.")
@as_option("Who assigns; else the project's current annotator.")
@json_option
def command(
    path: Path,
    *,
    people: tuple[str, ...],
    query: str,
    overlap: int,
    share: float,
    repeats: float,
    order: str,
    seed: int,
    clear: bool,
    dry_run: bool,
    annotator: str | None,
    as_json: bool,
) -> None:
    """Give articles of PROJECT to people, so that all get equally many.

    What was assigned before stays and counts: the same call a second time changes nothing. Who
    finished an article without having been given it counts as one of its people too.
    """
    if not people and not clear:
        raise click.UsageError("Name at least one person with --to.")
    plan = Plan(people, overlap, share / 100, repeats / 100, order, seed)
    with open_project(path, is_writable=not dry_run) as project:
        chosen = search.matching(project, query)
        draft = _draft(project, chosen, plan, is_clearing=clear)
        if not dry_run:
            by = library.annotator_of(project, given=annotator)
            commit(project, draft, annotator=by)
    _tell(draft, is_dry=dry_run, is_clearing=clear, as_json=as_json)


def _draft(project: Project, chosen: Sequence[str], plan: Plan, *, is_clearing: bool) -> Draft:
    team = teams.of_project(project)
    if is_clearing:
        return assigning.unassign(team, chosen, plan.people)
    read = partial(articles.get, project)
    finished = teams.finished(project)
    return assigning.assign(team, chosen, plan, read=read, finished=finished)


def _tell(draft: Draft, *, is_dry: bool, is_clearing: bool, as_json: bool) -> None:
    given = [each.record for each in draft.changes if isinstance(each.record, Assignment)]
    articles, times, repeats = assigning.amounts(draft)
    people = Counter(each.annotator for each in given)
    if as_json:
        terminal.print_json(
            {
                "assigned": 0 if is_clearing else times,
                "taken_back": times if is_clearing else 0,
                "articles": articles,
                "people": dict(people),
                "repeats": repeats,
                "is_dry_run": is_dry,
            }
        )
        return
    verb = ("Would take back" if is_dry else "Took back") if is_clearing else (
        "Would assign" if is_dry else "Assigned"
    )  # fmt: skip
    in_all = f", {times:,} times in all" if times > articles else ""
    again = f", {terminal.counted(repeats, 'hidden repeat')} among them" if repeats else ""
    terminal.say(f"{verb} {terminal.counted(articles, 'article')}{in_all}{again}.")
    for line in terminal.table([(n, f"{c:,}") for n, c in sorted(people.items())], indent=2):
        terminal.say(line)
