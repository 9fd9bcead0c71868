"""`annotator versions`: labels beside a newer version of their article."""

from collections.abc import Sequence
from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.options import Command, as_option, json_option, project_argument
from annotator.domain.errors import UserError
from annotator.operations import carrying, library, newer_versions, rule_checks, writing
from annotator.operations.carrying import Anchored, Reanchored
from annotator.storage import articles
from annotator.storage.project import Project, open_project


@click.command(
    "versions",
    cls=Command,
    examples=(
        "annotator versions pilot.annotator",
        "annotator versions pilot.annotator bridge-2 --of bridge --carry --as ana",
    ),
)
@project_argument
@click.argument("article_id", metavar="[ARTICLE]", required=False)
@click.option("--of", "older", metavar="ID", help="Link it to this older version first.")
@click.option(
    "--carry",
    is_flag=True,
    help="Bring over what is kept; propose what moved or changed.",
)
@as_option("Whose labels are compared.")
@json_option
def command(
    path: Path,
    *,
    article_id: str | None,
    older: str | None,
    carry: bool,
    annotator: str | None,
    as_json: bool,
) -> None:
    """Compare the labels of an older version with the text of ARTICLE, its newer one.

    Kept are words that stand in the same order; moved stand elsewhere; changed have other words
    among them; gone are there no more. The older version keeps all its labels. Without ARTICLE
    all newer versions are listed.
    """
    if article_id is None:
        if older or carry:
            raise click.UsageError("Name the newer version, ARTICLE.")
        _list(path, as_json=as_json)
        return
    with open_project(path, is_writable=carry or older is not None) as project:
        name = library.annotator_of(project, given=annotator)
        if older is not None:
            draft = newer_versions.link_version(project, article_id, older)
            writing.commit(project, draft, annotator=name)
        found = _compared(project, article_id, annotator=name)
        if carry:
            draft = rule_checks.settled(project, library.scheme_of(project), found.draft)
            writing.commit(project, draft, annotator=name)
    if as_json:
        terminal.print_json(_as_json(found, is_carried=carry))
    else:
        _print(found, is_carried=carry)


def _list(path: Path, *, as_json: bool) -> None:
    with open_project(path) as project:
        found = articles.versions(project)
    if as_json:
        terminal.print_json({"versions": [{"id": one, "of": other} for one, other in found]})
        return
    for line in terminal.table([(one, f"newer version of {other}") for one, other in found]):
        terminal.say(line)
    if not found:
        terminal.tell("No article is known as a newer version of another.")


def _compared(project: Project, article_id: str, *, annotator: str) -> Reanchored:
    older = newer_versions.older_version_of(articles.get(project, article_id))
    if older is None:
        raise UserError(
            f"{article_id} is not known as a newer version. Nothing was changed. "
            "Name the older one with --of."
        )
    return carrying.reanchor(project, older, article_id, annotator=annotator)


def _as_json(found: Reanchored, *, is_carried: bool) -> dict[str, object]:
    return {
        "older": found.older,
        "newer": found.newer,
        "annotator": found.annotator,
        "counts": found.counts,
        "carried": {"kept": found.kept, "proposed": found.proposed} if is_carried else None,
        "annotations": [_entry(each) for each in found.anchored],
    }


def _entry(each: Anchored) -> dict[str, object]:
    return {
        "id": each.annotation.id,
        "label": each.annotation.label,
        "fate": each.fate,
        "before": {
            "fragments": [[place.start, place.end] for place in each.annotation.fragments],
            "text": each.annotation.text,
        },
        "after": {
            "fragments": [[place.start, place.end] for place in each.fragments],
            "text": each.text,
        }
        if each.fragments
        else None,
    }


def _print(found: Reanchored, *, is_carried: bool) -> None:
    terminal.say(terminal.styled(f"{found.older} → {found.newer}, {found.annotator}", bold=True))
    for line in terminal.table(_rows(found.anchored), indent=2):
        terminal.say(line)
    numbers = ", ".join(f"{count:,} {fate}" for fate, count in found.counts.items())
    terminal.tell(f"{numbers}.")
    if is_carried:
        terminal.tell(
            f"{terminal.counted(found.kept, 'label')} came over, {found.proposed:,} proposed; "
            f"{found.older} stays as it is."
        )


def _rows(anchored: Sequence[Anchored]) -> list[tuple[str, str, str]]:
    return [
        (
            each.fate,
            each.annotation.label,
            terminal.on_one_line(each.annotation.text, most=60)
            + (f" → {terminal.on_one_line(each.text, most=60)}" if each.fate == "changed" else ""),
        )
        for each in anchored
    ]
