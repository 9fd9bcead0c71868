"""Projects and files by command: new, open, import, export, leave."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from annotator.domain.errors import UserError
from annotator.gui import tasks
from annotator.gui.disk import Disk
from annotator.gui.prompts import Prompts
from annotator.gui.session import Session
from annotator.operations import library
from annotator.operations.writing import Order
from annotator.storage.project import SUFFIX, open_project

if TYPE_CHECKING:
    from annotator.operations.importing import ImportReport

_LISTED = 200


class Frame(Protocol):
    """What these commands ask of the window."""

    session: Session | None

    def open_project(self, path: Path) -> bool:
        """Leave the open project and open another."""

    def open_sample(self) -> bool:
        """Open the sample project, made anew if need be."""

    def reload_queue(self) -> None:
        """Show the articles that are there now."""

    def tell(self, text: str) -> None:
        """Say something in the status line."""

    def close(self) -> bool:
        """Leave the program."""


class FileCommands(QObject):
    """What the file menu does."""

    def __init__(self, frame: Frame, prompts: Prompts, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._prompts = prompts

    def new(self) -> None:
        """Make a project with a preset scheme and open it."""
        path = self._prompts.choose_save(
            self.tr("New project"), f"project{SUFFIX}", self.tr("Projects (*.annotator)")
        )
        if path is None:
            return
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        scheme = self._prompts.choose_one(
            self.tr("New project"), self.tr("Labels to begin with"), library.PRESETS
        )
        if scheme is None:
            return
        try:
            library.new_project(path, scheme=scheme)
        except UserError as problem:
            self._frame.tell(str(problem))
        else:
            self._frame.open_project(path)

    def open(self) -> None:
        """Choose a project and open it."""
        path = self._prompts.choose_file(
            self.tr("Open project"), self.tr("Projects (*.annotator);;All files (*)")
        )
        if path is not None:
            self._frame.open_project(path)

    def open_sample(self) -> None:
        """Open the sample project."""
        self._frame.open_sample()

    def import_files(self) -> None:
        """Choose files and bring their articles in."""
        files = self._prompts.choose_files(
            self.tr("Import articles"),
            self.tr("Articles (*.txt *.md *.markdown *.jsonl *.zip);;All files (*)"),
        )
        if files:
            self.bring_in(files)

    def bring_in(self, files: Sequence[Path]) -> None:
        """Import files and folders while the window goes on; then open the first new article."""
        session = self._frame.session
        if session is None:
            return
        self._frame.tell(self.tr("Importing…"))
        tasks.run(
            _bring_in,
            session.path,
            list(files),
            session.annotator,
            session.disk,
            done=lambda report: self._brought_in(session, report),
            failed=self._frame.tell,
            progressed=lambda count: self._frame.tell(self.tr("Importing… {}").format(count)),
        )

    def export(self) -> None:
        """Write everybody's work as JSONL."""
        session = self._frame.session
        if session is None:
            return
        path = self._prompts.choose_save(
            self.tr("Export as JSONL"),
            f"{session.path.stem}.jsonl",
            self.tr("JSONL (*.jsonl)"),
        )
        if path is None:
            return
        destination = path if path.suffix else path.with_suffix(".jsonl")
        self._frame.tell(self.tr("Exporting…"))
        session.disk.when_saved(lambda: self._export(session, destination))

    def save_now(self) -> None:
        """Try at once what the disk refused; everything else is saved already."""
        session = self._frame.session
        if session is None:
            return
        if session.disk.is_saved:
            self._frame.tell(self.tr("Everything is saved already."))
        else:
            session.disk.try_now()

    def leave(self) -> None:
        """Leave the program."""
        self._frame.close()

    def _export(self, session: Session, destination: Path) -> None:
        tasks.run(
            _export,
            session.path,
            destination,
            done=lambda lines: self._frame.tell(
                self.tr("Exported {} lines to {}.").format(lines, destination.name)
            ),
            failed=self._frame.tell,
        )

    def _brought_in(self, session: Session, report: "ImportReport") -> None:
        session.disk.when_saved(lambda: self._show_imported(session, report))

    def _show_imported(self, session: Session, report: "ImportReport") -> None:
        if session is not self._frame.session:
            return
        self._frame.reload_queue()
        if report.first_article is not None:
            session.open_article(report.first_article)
        elif session.sheet is not None:
            session.open_article(session.sheet.article.id)
        self._frame.tell(self._summary(report))
        listed = [str(each) for each in (*report.problems, *report.notes)]
        if report.problems:
            self._prompts.tell(
                self._summary(report),
                self.tr("What could not be imported is listed below; everything else is here."),
                report="\n".join(listed[:_LISTED]),
            )

    def _summary(self, report: "ImportReport") -> str:
        parts = [self.tr("{} articles imported").format(report.articles)]
        if report.articles == 1:
            parts = [self.tr("1 article imported")]
        if report.annotations:
            parts.append(self.tr("{} labels").format(report.annotations))
        if report.skipped:
            parts.append(self.tr("{} were here already").format(len(report.skipped)))
        if report.problems:
            parts.append(self.tr("{} problems").format(len(report.problems)))
        return " · ".join(parts)


def _bring_in(
    report_progress: Callable[[int], bool],
    project_path: Path,
    files: list[Path],
    annotator: str,
    disk: Disk,
) -> "ImportReport":
    """Parse in the background and hand portions to the writer, which takes labels in between."""
    # Importing is not needed before the first article is on the screen.
    from annotator.operations.dataset_files import incoming
    from annotator.operations.importing import Importer

    with open_project(project_path) as project:
        importer = Importer(project, annotator=annotator)
        for portion in importer.portions(incoming(files), report_progress=report_progress):
            if not disk.write_later(Order(portion.draft, annotator, portion.contents)):
                break
        return importer.report


def _export(report_progress: Callable[[int], bool], project_path: Path, destination: Path) -> int:
    # Exporting is not needed before the first article is on the screen.
    from annotator.operations.exporting import export_jsonl

    with open_project(project_path) as project:
        report = export_jsonl(
            project,
            destination,
            is_replacing=True,
            report_progress=lambda done, _: report_progress(done),
        )
    return report.lines
