"""What the export screen reads and writes in threads of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotator.operations.export_plan import ExportPlan
from annotator.operations.export_preview import Preview, Survey, first_record, survey
from annotator.operations.exporting import ExportReport, export
from annotator.storage import origins
from annotator.storage.project import open_project

Report = Callable[[int], bool]


def look(report: Report, path: Path, plan: ExportPlan) -> Preview:
    """The first record of a plan."""
    with open_project(path) as project:
        return first_record(project, plan, lambda: report(0))


def count(report: Report, path: Path, plan: ExportPlan) -> Survey:
    """How much a plan holds, and what it leaves out."""
    with open_project(path) as project:
        return survey(project, plan, lambda: report(0))


def licences(path: Path) -> list[str]:
    """The licences that articles of a project have."""
    with open_project(path) as project:
        return origins.licences(project)


def write(
    report: Report, path: Path, destination: Path, plan: ExportPlan, is_replacing: Any
) -> ExportReport:
    """Write an export."""
    with open_project(path) as project:
        return export(
            project,
            destination,
            plan,
            is_replacing=bool(is_replacing),
            report_progress=lambda done, _: report(done),
        )
