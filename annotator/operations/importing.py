"""Bringing articles and labels into a project, a portion at a time."""

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from annotator.domain.errors import UserError
from annotator.formats.import_map import ImportMap
from annotator.formats.incoming import Problem
from annotator.formats.sources import Source
from annotator.operations.bulk import without_cycle_search
from annotator.operations.import_report import ImportReport
from annotator.operations.importer import Importer, Portions, Progress
from annotator.operations.portions import FEW_COMMITS
from annotator.operations.reading import Reading
from annotator.operations.remembering import forgotten, kept_columns, kept_names
from annotator.operations.writing import commit
from annotator.storage.journal import commit_batch
from annotator.storage.project import Project

_MOST_LISTED = 20


class ProblemsFound(UserError):
    """Something would have to be refused, so nothing came in; `reason` says so without a list."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        count = len(problems)
        found = "1 problem was" if count == 1 else f"{count:,} problems were"
        self.problems = problems
        self.reason = (
            f"{found} found, so nothing was imported. "
            f"Mend {'it' if count == 1 else 'them'}, or import without --strict."
        )
        listed = (f"  {problem}" for problem in problems[:_MOST_LISTED])
        super().__init__("\n".join((self.reason, *listed)))


def import_files(
    project: Project,
    paths: Sequence[Path],
    *,
    annotator: str,
    format_id: str | None = None,
    told: ImportMap | None = None,
    is_strict: bool = False,
    is_trial: bool = False,
    report_progress: Progress | None = None,
) -> ImportReport:
    """Import files, folders and zip files; what is bad is reported and the rest comes in.

    Raises:
        ProblemsFound: with `is_strict`, when anything is refused.
    """
    reading = Reading(
        project, paths, annotator=annotator, format_id=format_id, told=told, size=FEW_COMMITS
    )
    portions = reading.portions(report_progress)
    _write(project, reading, portions, annotator, is_strict=is_strict, is_trial=is_trial)
    if not is_trial:
        _remember_maps(project, reading.report, told, annotator=annotator)
    return reading.report


def import_sources(
    project: Project,
    sources: Iterable[Source | Problem],
    *,
    annotator: str,
    format_id: str | None = None,
    told: ImportMap | None = None,
    is_strict: bool = False,
    is_trial: bool = False,
    report_progress: Progress | None = None,
) -> ImportReport:
    """The same for sources found already, standard input among them."""
    importer = Importer(project, annotator=annotator, told=told)
    portions = importer.portions(
        sources, format_id=format_id, report_progress=report_progress, size=FEW_COMMITS
    )
    _write(project, importer, portions, annotator, is_strict=is_strict, is_trial=is_trial)
    if not is_trial:
        _remember_maps(project, importer.report, told, annotator=annotator)
    return importer.report


def _remember_maps(
    project: Project, report: ImportReport, told: ImportMap | None, *, annotator: str
) -> None:
    """Keep what a person said of names of other tools and of columns, for the next import."""
    names = (kept_names(project, tool, told) for tool in report.names) if told else ()
    for draft in (*names, kept_columns(project, report.shapes)):
        if draft is not None:
            commit(project, draft, annotator=annotator)


def forget_maps(project: Project, *, annotator: str) -> int:
    """Forget what was said of names and columns before; how many maps those were."""
    draft = forgotten(project)
    if draft.changes:
        commit(project, draft, annotator=annotator)
    return len(draft.changes)


def _write(
    project: Project,
    reader: Importer | Reading,
    portions: Portions,
    annotator: str,
    *,
    is_strict: bool,
    is_trial: bool,
) -> None:
    with without_cycle_search(), contextlib.closing(portions):
        wanted = list(portions) if is_strict else portions
        if is_strict:
            _refuse_all(reader.report)
        for portion in wanted:
            if not is_trial:
                commit_batch(project, portion, annotator=annotator)


def _refuse_all(report: ImportReport) -> None:
    if report.problems:
        raise ProblemsFound(report.problems)
