"""What the export screen reads and writes in threads of its own."""

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from annotator.domain.change import Draft
from annotator.formats.registry import writable
from annotator.operations import snapshots
from annotator.operations.export_plan import ExportPlan
from annotator.operations.export_preview import Preview, Survey, first_record, survey
from annotator.operations.exporting import ExportReport, export
from annotator.operations.snapshots import Since
from annotator.storage import origins
from annotator.storage.project import open_project

Report = Callable[[int], bool]


def look(report: Report, path: Path, plan: ExportPlan) -> Preview:
    """The first record of a plan."""
    with open_project(path) as project:
        return first_record(project, plan, lambda: report(0))


def prepare(report: Report) -> None:  # noqa: ARG001 - a task is told so
    """Bring what formats need, heaviest last, so that the first line in any comes at once."""
    for each in writable():
        import_module(each.writer)
    for name in ("numpy", "pyarrow.parquet"):
        with suppress(ImportError):
            import_module(name)


def count(report: Report, path: Path, plan: ExportPlan) -> Survey:
    """How much a plan holds, and what it leaves out."""
    with open_project(path) as project:
        return survey(project, plan, lambda: report(0))


def licences(path: Path) -> list[str]:
    """The licences that articles of a project have."""
    with open_project(path) as project:
        return origins.licences(project)


def write(
    report: Report, path: Path, destination: Path, plan: ExportPlan, is_replacing: Any, name: str
) -> tuple[ExportReport, Draft | None]:
    """Write an export, and the draft that gives it a name where it is to have one."""
    with open_project(path) as project:
        found = export(
            project,
            destination,
            plan,
            is_replacing=bool(is_replacing),
            report_progress=lambda done, _: report(done),
        )
        return found, snapshots.named(project, name, plan, found) if name else None


def since(report: Report, path: Path, name: str) -> Since:  # noqa: ARG001 - a task is told so
    """What has changed since the export of a name."""
    with open_project(path) as project, project.snapshot():
        return snapshots.since(project, name)


def names(path: Path) -> list[str]:
    """The exports of a project that have a name."""
    with open_project(path) as project:
        return [each.name for each in snapshots.all_of(project)]
