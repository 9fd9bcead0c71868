"""`annotator duplicates`: articles that are nearly the same, or stand within a longer one."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.options import Command, as_option, json_option, project_argument
from annotator.operations import carrying, duplicates, library, writing
from annotator.storage import clusters
from annotator.storage.clusters import Clustered
from annotator.storage.project import Project, open_project

MOST_LISTED = 50


@click.command(
    "duplicates",
    cls=Command,
    examples=(
        "annotator duplicates pilot.annotator --find",
        "annotator duplicates pilot.annotator --apart harbour-dredging --as ana",
        "annotator duplicates pilot.annotator --carry harbour-dredging --as ana",
    ),
)
@project_argument
@click.option("--find", "is_finding", is_flag=True, help="Look at all articles for new ones first.")
@click.option(
    "--apart",
    multiple=True,
    metavar="ID",
    help="Keep this article apart from the others of its cluster, for good; repeatable.",
)
@click.option(
    "--carry",
    metavar="ID",
    help="Propose the labels of this article for the same words of its reprints.",
)
@as_option("Who finds, keeps apart, or carries over.")
@json_option
def command(
    path: Path,
    *,
    is_finding: bool,
    apart: tuple[str, ...],
    carry: str | None,
    annotator: str | None,
    as_json: bool,
) -> None:
    """List near-duplicates and reprints by cluster; find them, or keep articles apart.

    Texts belong together that share half of their runs of five words, and a text of which four
    fifths stand within a longer one.
    """
    with open_project(path, is_writable=is_finding or bool(apart or carry)) as project:
        name = library.annotator_of(project, given=annotator)
        joined = find(project, annotator=name).joined if is_finding else 0
        if apart:
            draft = duplicates.keep_apart(project, apart, annotator=name)
            writing.commit(project, draft, annotator=name)
        proposed = _carry_over(project, carry, annotator=name) if carry else {}
        found = clusters.all_clustered(project)
    if as_json:
        told = {"clusters": _as_json(found), "joined": joined}
        terminal.print_json({**told, "proposed": proposed} if carry else told)
        return
    for article_id, count in proposed.items():
        terminal.say(f"{article_id}: {terminal.counted(count, 'label')} proposed")
    if carry:
        return
    _print(found)
    if is_finding:
        terminal.tell(f"{terminal.counted(joined, 'article')} joined a cluster now.")


def find(project: Project, *, annotator: str) -> duplicates.Findings:
    """Find near-duplicates and write them, with a count that runs on a terminal."""
    with terminal.Counter("article") as counter:
        findings = duplicates.find(project, report_progress=counter)
    assert findings is not None, "the counter never stops"  # noqa: S101
    writing.commit(project, findings.draft, annotator=annotator)
    return findings


def _carry_over(project: Project, article_id: str, *, annotator: str) -> Mapping[str, int]:
    carried = carrying.carry_over(project, article_id, annotator=annotator)
    writing.commit(project, carried.draft, annotator=annotator)
    return carried.articles


def _as_json(found: Sequence[Clustered]) -> list[dict[str, object]]:
    return [
        {
            "cluster": cluster,
            "articles": [
                {
                    "id": each.article_id,
                    "title": each.title,
                    "outlet": each.outlet or None,
                    "published": each.published or None,
                    "characters": each.characters,
                }
                for each in members
            ],
        }
        for cluster, members in groupby(found, lambda each: each.cluster)
    ]


def _print(found: Sequence[Clustered]) -> None:
    groups = [list(members) for _, members in groupby(found, lambda each: each.cluster)]
    for members in groups[:MOST_LISTED]:
        terminal.say(
            terminal.styled(members[0].cluster, bold=True),
            terminal.styled(f"  {terminal.counted(len(members), 'article')}", dim=True),
        )
        rows = [
            (
                each.article_id,
                terminal.on_one_line(each.title, most=60),
                each.outlet,
                terminal.counted(each.characters, "character"),
            )
            for each in members
        ]
        for line in terminal.table(rows, indent=2):
            terminal.say(line)
    if len(groups) > MOST_LISTED:
        terminal.tell(f"and {len(groups) - MOST_LISTED:,} more clusters; --json lists all")
    terminal.tell(
        f"{terminal.counted(len(groups), 'cluster')} of {terminal.counted(len(found), 'article')}."
        if groups
        else "No clusters are known. Look for near-duplicates with --find."
    )
