"""`annotator export`: write a dataset."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.options import TITLE, Command, json_option, project_argument
from annotator.formats.datasets.work import (
    Alignment,
    FragmentRule,
    Tagging,
    TextRule,
    TokenRules,
)
from annotator.operations import exporting, library, snapshots
from annotator.operations.export_plan import OMITTABLE, SPLIT_BY, ExportPlan, SplitPlan
from annotator.operations.exporting import ExportReport
from annotator.operations.splits import parsed_list, parsed_shares
from annotator.storage.project import open_project

MOST_FILES = 20
"""So many written files are named."""

_Option = Callable[[Callable[..., None]], Callable[..., None]]


def _choice(name: str, choices: Sequence[str], *, default: str, told: str) -> _Option:
    return click.option(
        name, type=click.Choice(choices), default=default, show_default=True, help=told
    )


@click.command(
    "export",
    cls=Command,
    examples=(
        "annotator export pilot.annotator labels.jsonl --format jsonl --only-finished",
        "annotator export pilot.annotator out --format classification --split train=8,test=2",
    ),
)
@project_argument
@click.argument("destination", metavar="DEST", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--format", "format_id", default="jsonl", show_default=True, metavar="F", help="The format."
)
@click.option(
    "--layer",
    default="raw",
    show_default=True,
    metavar="gold|raw|aggregate|NAME",
    help="Everybody's work, the adjudicated layer, finished work as votes, or one annotator's.",
)
@click.option("--only-finished", is_flag=True, help="Leave out what is still in progress.")
@click.option(
    "--split", "shares", default="", metavar="train=80,dev=10,test=10", help="The shares of splits."
)
@_choice(
    "--split-by",
    SPLIT_BY,
    default="cluster",
    told="What stays together. Copies do in every case but `article`.",
)
@click.option(
    "--split-list",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A file with an article's id, a comma and its split on each line.",
)
@click.option("--seed", default=13, show_default=True, help="Another number, other splits.")
@click.option(
    "--stratify",
    default="",
    metavar="LABEL",
    help="Share out a label, or an article label, evenly.",
)
@click.option("--join-same-claim", is_flag=True, help="Articles with the same claim stay together.")
@_choice(
    "--text",
    ["full", "fragments", "none"],
    default="full",
    told="All of the text, only labelled words, or offsets and hashes alone.",
)
@_choice(
    "--boilerplate",
    ["drop", "keep"],
    default="drop",
    told="Whether records made of text leave out what is marked as boilerplate.",
)
@_choice(
    "--names",
    ["pseudonyms", "real"],
    default="real",
    told="What annotators and editors are called.",
)
@click.option("--licence", "licences", multiple=True, help="Only articles under this licence.")
@click.option("--labels", default="", metavar="L,L", help="Only annotations with these labels.")
@click.option(
    "--omit", "omitted", default="", metavar="PART,PART", help=f"Leave out {', '.join(OMITTABLE)}."
)
@click.option(
    "--classify",
    default="labels",
    show_default=True,
    metavar="labels|NAME",
    help="For classification: labels of sentences, or an attribute, or an article label.",
)
@click.option(
    "--tokens",
    default="builtin",
    show_default=True,
    metavar="builtin|whitespace|FILE",
    help="What cuts words: a rule, or a tokenizer.json.",
)
@_choice(
    "--align",
    ["expand", "contract", "strict"],
    default="expand",
    told="Which tokens a label takes that begins or ends inside one.",
)
@_choice(
    "--tags", ["iob2", "bilou"], default="iob2", told="How tags tell the first token of a label."
)
@_choice(
    "--fragments",
    ["each", "cover"],
    default="each",
    told="Whether each fragment is labelled by itself, or all that lies between as well.",
)
@click.option("--ignore-subwords", is_flag=True, help="Label only the first piece of a word.")
@click.option(
    "--snapshot", metavar="NAME", type=TITLE, help="Remember this export in the project by a name."
)
@click.option("--force", is_flag=True, help="Replace DEST if it is there already.")
@json_option
def command(
    path: Path,
    destination: Path,
    *,
    format_id: str,
    layer: str,
    only_finished: bool,
    shares: str,
    split_by: str,
    split_list: Path | None,
    seed: int,
    stratify: str,
    join_same_claim: bool,
    text: TextRule,
    boilerplate: str,
    names: str,
    licences: tuple[str, ...],
    labels: str,
    omitted: str,
    classify: str,
    tokens: str,
    align: Alignment,
    tags: Tagging,
    fragments: FragmentRule,
    ignore_subwords: bool,
    snapshot: str | None,
    force: bool,
    as_json: bool,
) -> None:
    """Write the annotated articles to DEST; it appears whole or not at all.

    The same project gives the same bytes. A manifest beside DEST holds counts and hashes.
    """
    plan = ExportPlan(
        format_id=format_id,
        layer=layer,
        only_finished=only_finished,
        split=_split_plan(shares, split_by, split_list, seed, stratify, joins=join_same_claim),
        text=text,
        drops_boilerplate=boilerplate == "drop",
        has_real_names=names == "real",
        licences=licences,
        labels=_parts(labels),
        omitted=_parts(omitted),
        classify=classify,
        token_rules=TokenRules(tokens, align, tags, fragments, ignore_subwords),
    )
    with (
        open_project(path, is_writable=bool(snapshot)) as project,
        terminal.Counter("article") as counter,
    ):
        report = exporting.export(
            project, destination, plan, is_replacing=force, report_progress=counter
        )
        if snapshot:
            who = library.annotator_of(project)
            snapshots.remember(project, snapshot, plan, report, annotator=who)
    _tell(report, as_json=as_json)


def _split_plan(
    shares: str, split_by: str, split_list: Path | None, seed: int, stratify: str, *, joins: bool
) -> SplitPlan:
    told = click.get_current_context().get_parameter_source("split_by")
    if told is click.core.ParameterSource.COMMANDLINE and not (shares or split_list):
        raise click.UsageError("--split-by needs --split, such as --split train=80,test=20.")
    listed = split_list.read_bytes() if split_list else b""
    fixed = parsed_list(listed.decode("utf-8-sig", errors="replace"))
    sha256 = hashlib.sha256(listed).hexdigest() if split_list else ""
    return SplitPlan(parsed_shares(shares), split_by, seed, stratify, joins, fixed, sha256)


def _parts(listed: str) -> tuple[str, ...]:
    return tuple(part for each in listed.split(",") if (part := each.strip()))


def _as_json(report: ExportReport) -> dict[str, object]:
    return report.counts | {"files": [str(file) for file in report.files]}


def _tell(report: ExportReport, *, as_json: bool) -> None:
    if as_json:
        terminal.print_json(_as_json(report))
        return
    terminal.say(
        f"Wrote {terminal.counted(report.lines, 'line')} about "
        f"{terminal.counted(report.articles, 'article')}: "
        f"{terminal.counted(report.annotations, 'annotation')} and "
        f"{terminal.counted(report.relations, 'relation')}."
    )
    for file in report.files[:MOST_FILES]:
        terminal.say(f"  {file}")
    if len(report.files) > MOST_FILES:
        terminal.say(f"  and {len(report.files) - MOST_FILES:,} more")
    for reason, number in sorted(report.left_out.counts.items()):
        terminal.tell(f"Left out: {terminal.counted(number, 'article')}, because {reason}.")
    if report.losses:
        terminal.tell(report.losses_in_words)
    if report.split_up and report.split_up.leaks:
        count = terminal.counted(len(report.split_up.leaks), "pair")
        terminal.tell(f"Near-copies stand in different splits: {count}. The card names them.")
