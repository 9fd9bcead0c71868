"""`annotator people`: who works in a project, and as what."""

from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.options import Command, as_option, json_option, project_argument
from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.domain.people import ANNOTATOR, GOLD, ROLES
from annotator.operations import library, people, reviewing
from annotator.operations.writing import commit
from annotator.storage import team as teams
from annotator.storage.project import Project, open_project
from annotator.storage.team import Team

ACTIONS = ("list", "add", "remove", "role", "current", "sample")


@click.command(
    "people",
    cls=Command,
    examples=(
        "annotator people pilot.annotator",
        "annotator people pilot.annotator add ana ben",
        "annotator people pilot.annotator role eva editor",
        "annotator people pilot.annotator current ana",
        "annotator people pilot.annotator sample ben/claim 20",
    ),
)
@project_argument
@click.argument(
    "action", metavar="[add|remove|role|current|sample]", required=False, default="list"
)
@click.argument("words", metavar="[NAME...]", nargs=-1)
@click.option(
    "--role", type=click.Choice(ROLES), default=ANNOTATOR, show_default=True, help="For `add`."
)
@as_option("Who changes this; else the project's current annotator.")
@json_option
def command(
    path: Path,
    *,
    action: str,
    words: tuple[str, ...],
    role: str,
    annotator: str | None,
    as_json: bool,
) -> None:
    """List who works in PROJECT, or change it.

    add NAME... lets people in; remove NAME takes one out with what was assigned, and keeps the
    work; role NAME annotator|editor says what one may do; current NAME chooses who works when
    nobody says otherwise; sample NAME PERCENT, or NAME/LABEL, or * for everybody, says how much of
    the work an editor looks at where one person did an article alone.

    Editors settle differences and see the work of all; a command acts as an editor. In the window
    the work of others is hidden while one's own article is unfinished.
    """
    _check_words(action, words)
    with open_project(path, is_writable=action != "list") as project:
        if action != "list":
            by = library.annotator_of(project, given=annotator)
            commit(project, _draft(project, action, words, role), annotator=by)
        if action == "remove":
            terminal.tell(f"{words[0]} is no longer in the project. Their work is kept.")
        _show(project, as_json=as_json)


def _check_words(action: str, words: tuple[str, ...]) -> None:
    if action not in ACTIONS:
        known = ", ".join(ACTIONS[1:])
        raise click.UsageError(f"There is no “{action}” here. Choose one of: {known}.")
    wanted = {"list": 0, "remove": 1, "current": 1, "role": 2, "sample": 2}.get(action)
    if wanted is not None and len(words) != wanted:
        meant = {
            "role": "a name and a role",
            "list": "nothing more",
            "sample": "a name and a percentage",
        }.get(action, "one name")
        raise click.UsageError(f"“{action}” takes {meant}.")
    if action == "add" and not words:
        raise click.UsageError("“add” takes one or more names.")


def _draft(project: Project, action: str, words: tuple[str, ...], role: str) -> Draft:
    team = teams.of_project(project)
    if action == "add":
        return people.add_people(team, words, role)
    if action == "remove":
        return people.remove_person(team, words[0])
    if action == "role":
        return people.set_role(team, *words)
    if action == "sample":
        return _sampled(project, team, *words)
    people.check_there(team, words[0])
    return library.chosen(project, "annotator", words[0])


def _sampled(project: Project, team: Team, whose: str, percent: str) -> Draft:
    """How much of whose work is looked at."""
    name, _, label = whose.partition("/")
    if name != "*":
        people.check_there(team, name)
    known = [each.id for each in library.scheme_of(project).labels]
    if label and label not in known:
        raise UserError(
            f"The scheme has no label “{label}”. Nothing was changed. It has {', '.join(known)}."
        )
    try:
        rate = float(percent.rstrip("%")) / 100
    except ValueError:
        raise UserError(f"“{percent}” is no percentage. Nothing was changed.") from None
    rates = {**reviewing.sampling_of(project).rates, whose: rate}
    return reviewing.set_sampling(project, rates)


def _show(project: Project, *, as_json: bool) -> None:
    team, shares = teams.of_project(project), teams.shares(project)
    current = library.annotator_of(project)
    if as_json:
        listed = [
            {
                "id": each.id,
                "name": each.name,
                "role": each.role,
                "is_current": each.id == current,
                "assigned": shares[each.id].assigned,
                "left": shares[each.id].left,
                "finished": shares[each.id].finished,
                "in_progress": shares[each.id].in_progress,
            }
            for each in team.people
            if each.id != GOLD
        ]
        rates = dict(reviewing.sampling_of(project).rates)
        terminal.print_json({"people": listed, "current": current, "sampling": rates})
        return
    for line in terminal.table(_rows(team, shares, current)):
        terminal.say(line)
    for whose, rate in sorted(reviewing.sampling_of(project).rates.items()):
        terminal.say(f"Of {whose} alone an editor looks at {rate:.0%}.")


def _rows(team: Team, shares: dict[str, teams.Share], current: str) -> list[tuple[str, ...]]:
    return [
        (
            each.id,
            each.role + (", current" if each.id == current else ""),
            _work(shares[each.id]),
        )
        for each in team.people
        if each.id != GOLD
    ]


def _work(share: teams.Share) -> str:
    parts = [f"{share.finished:,} finished"]
    if share.in_progress:
        parts.append(f"{share.in_progress:,} in progress")
    if share.assigned:
        parts.append(f"{share.left:,} of {share.assigned:,} assigned left")
    return ", ".join(parts)
