"""`annotator import`: bring articles and labels into a project."""

import contextlib
import io
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from annotator.cli import import_report, terminal
from annotator.cli.options import Command, as_option, json_option, project_argument
from annotator.domain.errors import UserError
from annotator.formats import registry
from annotator.formats.import_map import OFFSETS, ImportMap, read_map
from annotator.formats.incoming import Problem
from annotator.formats.sources import Source
from annotator.operations import (
    duplicates,
    importing,
    library,
    removing,
    rule_checks,
    writing,
)
from annotator.operations.import_report import ImportReport
from annotator.operations.name_maps import map_of
from annotator.storage import articles, imports
from annotator.storage.project import Project, open_project

STANDARD_INPUT = "-"


@click.command(
    "import",
    cls=Command,
    examples=(
        "annotator import pilot.annotator articles/ labels.jsonl --as ana",
        "annotator import pilot.annotator archive.csv --map columns.toml --encoding windows-1252",
        "curl -s https://news.example/feed.jsonl | annotator import pilot.annotator -",
    ),
)
@project_argument
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option(
    "--format", "format_id", metavar="F", help="The format, where the file does not tell it."
)
@click.option(
    "--map",
    "map_path",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="TOML or JSON that says which columns or fields hold what, and what labels mean here.",
)
@click.option(
    "--write-map",
    "new_map",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write what labels were taken to mean, to be edited and given as --map.",
)
@click.option(
    "--forget-maps",
    is_flag=True,
    help="Forget first what maps said of names and columns in earlier imports.",
)
@click.option(
    "--as-version-of",
    "version_of",
    metavar="ID",
    help="The one article that comes is a newer version of this one.",
)
@click.option(
    "--new-versions",
    is_flag=True,
    help="Another text under an id or file name that is here is a newer version.",
)
@click.option("--encoding", metavar="E", help="The encoding of text files, instead of a guess.")
@click.option(
    "--offsets",
    type=click.Choice(OFFSETS),
    help="What offsets count, where the words of a file do not tell.",
)
@click.option(
    "--reanchor",
    is_flag=True,
    help="Move annotations whose words stand elsewhere; otherwise they are refused.",
)
@as_option("Whose annotations those are that name nobody.")
@click.option("--dry-run", is_flag=True, help="Only tell what would come in.")
@click.option("--strict", is_flag=True, help="Take in nothing if anything has to be refused.")
@json_option
def command(
    path: Path,
    sources: tuple[str, ...],
    *,
    format_id: str | None,
    map_path: Path | None,
    new_map: Path | None,
    forget_maps: bool,
    version_of: str | None,
    new_versions: bool,
    encoding: str | None,
    offsets: str | None,
    reanchor: bool,
    annotator: str | None,
    dry_run: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Bring in files, folders and zip files, or standard input with “-”.

    What cannot be read is listed and the rest comes in. Importing the same again adds nothing.
    What a map says of names and columns is kept, and holds for files of the same columns to come.
    """
    _check_wishes(sources, forget_maps=forget_maps, dry_run=dry_run)
    _check_new_map(new_map)
    told = (read_map(map_path) if map_path else ImportMap()).with_encoding(encoding)
    told = told.with_offsets(offsets, reanchors=reanchor)
    told = replace(told, version_of=version_of or "", takes_newer_versions=new_versions)
    for given in filter(None, (format_id, told.format)):
        registry.format_of_id(given)
    if forget_maps:
        count = _forget_maps(path, annotator)
        if not sources:
            _tell_forgotten(count, as_json=as_json)
            return
    with open_project(path, is_writable=not dry_run) as project:
        name = library.annotator_of(project, given=annotator)
        with _taken_back_when_stopped(project, name), _problems_in_json(is_wanted=as_json):
            report = _import(
                project,
                sources,
                annotator=name,
                format_id=format_id,
                told=told,
                is_strict=strict,
                is_trial=dry_run,
            )
        findings = None if dry_run else _near_duplicates(project, report, annotator)
        if not dry_run:
            _ask_rules(project, report, annotator)
    could_read_nothing = report.added_nothing and report.problems and not report.skipped
    if as_json:
        terminal.print_json(import_report.as_json(report, findings))
    elif not could_read_nothing:
        import_report.tell(report, is_trial=dry_run)
        _tell_near_duplicates(findings, report, is_trial=dry_run)
    if new_map:
        _write_map(new_map, report, is_trial=dry_run)
    if could_read_nothing:
        _refuse(report.problems)


def _check_new_map(path: Path | None) -> None:
    """Refuse a map that could not be written, before anything comes in."""
    if path is None:
        return
    if os.path.lexists(path):
        problem = "exists already"
    elif not path.parent.is_dir():
        problem = "would lie in a folder that is not there"
    else:
        return
    raise UserError(f"{path} {problem}. Nothing was imported. Name another file with --write-map.")


def _check_wishes(sources: Sequence[str], *, forget_maps: bool, dry_run: bool) -> None:
    if not sources and not forget_maps:
        raise click.UsageError("Missing argument 'SOURCE...'.")
    if STANDARD_INPUT in sources and len(sources) > 1:
        raise click.UsageError(
            "“-” is standard input and stands alone. Name files in a second call."
        )
    if forget_maps and dry_run:
        raise click.UsageError("--forget-maps changes the project; leave out --dry-run, or it.")


def _forget_maps(path: Path, annotator: str | None) -> int:
    with open_project(path, is_writable=True) as project:
        name = library.annotator_of(project, given=annotator)
        return importing.forget_maps(project, annotator=name)


def _tell_forgotten(count: int, *, as_json: bool) -> None:
    if as_json:
        terminal.print_json({"forgotten_maps": count})
    else:
        verb = "was" if count == 1 else "were"
        terminal.say(f"{terminal.counted(count, 'map')} {verb} forgotten.")


def _import(
    project: Project,
    sources: Sequence[str],
    *,
    annotator: str,
    format_id: str | None,
    told: ImportMap,
    is_strict: bool,
    is_trial: bool,
) -> ImportReport:
    if sources[0] == STANDARD_INPUT:
        bring = partial(importing.import_sources, project, [_standard_input()])
    else:
        bring = partial(importing.import_files, project, [Path(source) for source in sources])
    with terminal.Counter("article") as counter:
        return bring(
            annotator=annotator,
            format_id=format_id,
            told=told,
            is_strict=is_strict,
            is_trial=is_trial,
            report_progress=counter,
        )


@contextlib.contextmanager
def _taken_back_when_stopped(project: Project, annotator: str) -> Iterator[None]:
    """Ctrl+C leaves nothing of an import; a second one leaves whole articles, and says so."""
    before = imports.newest(project)
    try:
        yield
    except KeyboardInterrupt as stop:
        said = "Stopped; nothing had come in."
        try:
            came = imports.newest(project)
            if came is not None and came != before:
                terminal.tell("Stopping: what has come in goes again.")
                removing.take_back(project, came, annotator=annotator)
                said = "Stopped; what had come in went again."
        except (KeyboardInterrupt, UserError):
            said = (
                "Stopped. Some of the articles are here, each of them whole. To take them back: "
                "annotator imports PROJECT --remove last"
            )
        raise KeyboardInterrupt(said) from stop


@contextlib.contextmanager
def _problems_in_json(*, is_wanted: bool) -> Iterator[None]:
    """A program that asks is told each problem for which nothing came in."""
    try:
        yield
    except importing.ProblemsFound as refusal:
        if is_wanted:
            terminal.print_json(import_report.refusal_as_json(refusal))
        raise


def _standard_input() -> Source:
    """Standard input, with a name for the article in it; its first bytes tell the format."""
    stream = sys.stdin.buffer
    if not isinstance(stream, io.BufferedReader):
        stream = io.BufferedReader(stream)
    return Source("standard input", member="standard-input", stream=stream)


def _refuse(problems: Sequence[Problem]) -> None:
    more = len(problems) - 1
    others = f" ({terminal.counted(more, 'more problem')} like it.)" if more else ""
    raise UserError(f"{problems[0]}{others}")


def _ask_rules(project: Project, report: ImportReport, annotator: str | None) -> None:
    """Raise the flags of the scheme's rules on what came in."""
    name = library.annotator_of(project, given=annotator)
    with terminal.Counter("flag check") as counter:
        drafts = rule_checks.of_layers(
            project, library.scheme_of(project), report.unasked, report=counter
        )
        for draft in list(drafts):
            writing.commit(project, draft, annotator=name)


def _near_duplicates(
    project: Project, report: ImportReport, annotator: str | None
) -> duplicates.Findings | None:
    """What clusters there are now; None where nothing is new, or too much to look at unasked."""
    if not report.articles or articles.count(project) > duplicates.MOST_AT_IMPORT:
        return None
    findings = duplicates.find(project)
    if findings is not None:
        name = library.annotator_of(project, given=annotator)
        writing.commit(project, findings.draft, annotator=name)
    return findings


def _tell_near_duplicates(
    findings: duplicates.Findings | None, report: ImportReport, *, is_trial: bool
) -> None:
    if findings is not None and findings.joined:
        terminal.tell(
            f"Note: {terminal.counted(findings.joined, 'article')} joined a cluster of "
            "near-duplicates. List them with: annotator duplicates"
        )
    elif findings is None and not is_trial and report.articles > 1:
        terminal.tell("Note: Near-duplicates are found with: annotator duplicates --find")


def _write_map(path: Path, report: ImportReport, *, is_trial: bool) -> None:
    try:
        # A file that came to be meanwhile stays as it is.
        with path.open("x", encoding="utf-8") as file:
            file.write(map_of(report.names))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        done = "nothing was to come in" if is_trial else "the import itself is done"
        raise UserError(
            f"The map {path} cannot be written ({reason}); {done}. "
            "Name another file with --write-map, with --dry-run if nothing is to come in."
        ) from error
