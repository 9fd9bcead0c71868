"""Projects and files by command: new, open, import, export, leave."""

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit

from annotator.domain.errors import UserError
from annotator.gui import tasks
from annotator.gui.disk import Disk
from annotator.gui.language import counted
from annotator.gui.menus import Commands
from annotator.gui.prompts import Prompts
from annotator.gui.session import Session
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.gui.window_state import WindowState
from annotator.operations import library
from annotator.operations.writing import Order
from annotator.storage.project import SUFFIX, open_project

if TYPE_CHECKING:
    from annotator.domain.scheme import Scheme
    from annotator.formats.import_map import ImportMap
    from annotator.gui.annotate.screen import AnnotateScreen
    from annotator.gui.screens import Screens
    from annotator.operations.import_report import ImportReport


class Frame(Protocol):
    """What these commands ask of the window."""

    commands: Commands

    @property
    def session(self) -> Session | None:
        """The work with the open project."""

    @property
    def annotating(self) -> "AnnotateScreen | None":
        """The screen of the article."""

    @property
    def screens(self) -> "Screens":
        """The screens beside the article."""

    def open_project(self, path: Path, *, annotator: str | None = None) -> bool:
        """Leave the open project and open another; false when it cannot be."""

    def leave_project(self) -> bool:
        """Let go of the open project; false when the person would rather stay."""

    def open_sample(self) -> bool:
        """Open the sample project, made anew if need be; false when it cannot be."""

    def reload_queue(self) -> None:
        """Show the articles that are there now."""

    def tell(self, text: str, *, is_news: bool = False) -> None:
        """Say something in the status line; news give way to answers to the person."""

    def warn(self, text: str) -> None:
        """Say why something was not done."""

    def close(self) -> bool:
        """Leave the program; false when the person would rather stay."""


class FileCommands(QObject):
    """What the file menu does."""

    def __init__(self, frame: Frame, prompts: Prompts, state: WindowState, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self.prompts = prompts
        self.state = state
        self._importing: tasks.Task | None = None
        self._faults_shown: int | None = None

    def new(self) -> None:
        """Make a project with a preset scheme and open it."""
        path = self.prompts.choose_save(
            self.tr("New project"), f"project{SUFFIX}", self.tr("Projects (*.annotator)")
        )
        if path is None:
            return
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        of_files = self.tr("those in files of another tool…")
        scheme = self.prompts.choose_one(
            self.tr("New project"), self.tr("Labels to begin with"), (*library.PRESETS, of_files)
        )
        if scheme == of_files:
            self._new_from_files(path)
        elif scheme is not None:
            self._make(path, scheme)

    def _new_from_files(self, path: Path) -> None:
        """Make a project with the labels that files use, and offer to bring those files in."""
        files = self.prompts.choose_files(self.tr("Files with labels"), self.tr("All files (*)"))
        if not files:
            return

        def make(scheme: "Scheme") -> None:
            if self._make(path, scheme):
                self.offer(files)

        self._frame.tell(self.tr("Reading the labels…"))
        tasks.run(_scheme_in, list(files), path.stem, done=make, failed=self._frame.warn)

    def _make(self, path: Path, scheme: "str | Scheme") -> bool:
        """Make a project with a preset or other labels and open it; false when that failed."""
        try:
            if isinstance(scheme, str):
                library.new_project(path, scheme=scheme)
            else:
                library.new_project(path, made=scheme)
        except UserError as problem:
            self._frame.warn(str(problem))
            return False
        return self._frame.open_project(path)

    def open(self) -> None:
        """Choose a project and open it."""
        path = self.prompts.choose_file(
            self.tr("Open project"), self.tr("Projects (*.annotator);;All files (*)")
        )
        if path is not None:
            self._frame.open_project(path)

    def open_sample(self) -> None:
        """Open the sample project."""
        self._frame.open_sample()

    def import_files(self) -> None:
        """Choose files and bring their articles in."""
        files = self.prompts.choose_files(
            self.tr("Import articles"),
            self.tr(
                "Articles (*.txt *.md *.markdown *.jsonl *.json *.csv *.tsv *.html *.htm *.mhtml "
                "*.mht *.webarchive *.pdf *.docx *.xlsx *.rss *.atom *.xml *.zip);;All files (*)"
            ),
        )
        if files:
            self.offer(files)

    def offer(self, files: Sequence[Path]) -> None:
        """Show what files and folders hold; they come in when the person says so."""
        if self._frame.session is not None:
            self._frame.screens.offer_import(files)

    def stop_import(self) -> None:
        """Let no more of the files come in."""
        if self._importing is None or self._importing.is_finished:
            self._frame.tell(self.tr("No import is running."))
        else:
            self._importing.stop()

    def take_back_import(self) -> None:
        """Remove what came with the last import; it can be undone."""
        self._take_back(self.tr("The import is taken back. {} undoes it."))

    def _take_back(self, sentence: str) -> None:
        session = self._frame.session
        if session is None:
            return
        from annotator.gui.imports.taking_back import take_back_last

        def show(_: int) -> None:
            # Undo, queue and the open article are of what is there no more.
            if session is self._frame.session and self._frame.leave_project():
                self._frame.open_project(session.path, annotator=session.annotator)
                self._frame.tell(sentence.format(self._frame.commands.shown_key("edit.undo")))

        take_back_last(session, done=show, failed=self._frame.warn)

    def bring_in(
        self,
        files: Sequence[Path],
        told: "ImportMap | None" = None,
        *,
        faults_shown: int | None = None,
    ) -> None:
        """Import files and folders, as a person told, while the window goes on.

        The first new article is opened unless the person has gone on working meanwhile: a label
        key must not fall into an article that came up under the hand.
        """
        session = self._frame.session
        if session is None:
            return
        self._frame.tell("")
        self._report(self.tr("Importing…"))
        # What is not on the disk yet would be taken for lacking, and brought in once more.
        self._faults_shown = faults_shown
        session.disk.when_saved(lambda: self._begin_to_bring_in(session, files, told))

    def _begin_to_bring_in(
        self, session: Session, files: Sequence[Path], told: "ImportMap | None"
    ) -> None:
        if session.is_closed:
            return
        standing = self._standing()
        self._importing = tasks.run(
            _bring_in,
            session.path,
            list(files),
            session.annotator,
            told,
            session.disk,
            done=lambda report: self._brought_in(session, report, standing),
            failed=self._frame.warn,
            progressed=lambda count: self._report(self.tr("Importing… {}").format(count)),
        )

    def export(self) -> None:
        """Show what can be written, and write it there."""
        if self._frame.session is not None:
            self._frame.screens.show_screen("export")

    def show_original(self) -> None:
        """Show what the open article was read from, at the sentence or the selected words."""
        session, screen = self._frame.session, self._frame.annotating
        sheet = session.sheet if session is not None else None
        if session is None or sheet is None or screen is None:
            return
        from annotator.gui.original.opening import show_original

        place = screen.view.target()
        try:
            show_original(screen, session.path, sheet.article, place, prompts=self.prompts)
        except UserError as problem:
            self._frame.warn(str(problem))

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

    def _standing(self) -> tuple[object, object]:
        """The work on the open article as it is now, and the sentence that is read."""
        session, screen = self._frame.session, self._frame.annotating
        sheet = session.sheet if session is not None else None
        return sheet, screen.view.current_sentence if screen is not None and sheet else None

    def _is_elsewhere(self) -> bool:
        """Whether the person is on another screen, or writes something: it stays under the hand."""
        field = QApplication.focusWidget()
        is_asked = field is not None and any(
            isinstance(each, EntryBar) for each in (field, field.parent())
        )
        is_writing = is_asked or (isinstance(field, QLineEdit) and bool(field.text()))
        return is_writing or not self._frame.screens.is_annotating

    def _brought_in(
        self, session: Session, report: "ImportReport", standing: tuple[object, object]
    ) -> None:
        session.disk.when_saved(lambda: self._show_imported(session, report, standing))

    def _show_imported(
        self, session: Session, report: "ImportReport", standing: tuple[object, object]
    ) -> None:
        if session is not self._frame.session:
            return
        if self._importing is not None and self._importing.is_stopped:
            if report.articles or report.annotations:
                self._take_back(self.tr("The import was stopped; what had come in went again."))
            else:
                self._report(self.tr("The import was stopped; nothing had come in."))
            return
        self._frame.reload_queue()
        is_idle = standing == self._standing() and not self._is_elsewhere()
        if report.first_article is not None and is_idle:
            session.open_article(report.first_article)
        else:
            session.read_again()
        self._report(self._summary(report))
        from annotator.gui.imports.asking_rules import ask_rules

        ask_rules(session, report.unasked)
        if report.articles:
            self._find_reprints(session, self._summary(report))
        if self._faults_shown is None or len(report.problems) > self._faults_shown:
            self._show_faults(report)

    def _report(self, words: str) -> None:
        """Tell how an import goes, beside what the person does meanwhile."""
        self._frame.tell(words, is_news=True)

    def _show_faults(self, report: "ImportReport") -> None:
        """What did not come in, and what is noted of the rest."""
        from annotator.gui.imports.words import listed

        found = [*report.problems, *report.notes]
        if not found:
            return
        explanation = self.tr("Everything is here. Look at what is noted below.")
        if report.problems:
            explanation = self.tr(
                "What could not be imported is listed below; everything else is here."
            )
        self.prompts.tell(self._summary(report), explanation, report=listed(found))

    def _find_reprints(self, session: Session, summary: str) -> None:
        """Tell besides what came in how much of it has the words of others."""
        from annotator.gui.imports.finding_reprints import find_reprints

        def tell(count: int) -> None:
            key = self._frame.commands.shown_key("screens.reprints")
            words = self.tr("{} · {} have the words of others: {}")
            self._report(words.format(summary, counted(count), key))

        find_reprints(session, done=tell)

    def _summary(self, report: "ImportReport") -> str:
        parts = [self.tr("{} articles imported").format(counted(report.articles))]
        if report.articles == 1:
            parts = [self.tr("1 article imported")]
        if report.annotations:
            words = self.tr("1 label") if report.annotations == 1 else self.tr("{} labels")
            parts.append(words.format(counted(report.annotations)))
        if report.skipped:
            parts.append(self.tr("{} were here already").format(len(report.skipped)))
        if report.problems:
            count = len(report.problems)
            parts.append(
                self.tr("{} problems").format(count) if count > 1 else self.tr("1 problem")
            )
        return " · ".join(parts)


def _scheme_in(_: Callable[[int], bool], files: list[Path], title: str) -> "Scheme":
    """The labels that files use, read beside the window."""
    from annotator.operations.scheme_from_files import scheme_from_files

    return scheme_from_files(files, title=title)


def _bring_in(
    report_progress: Callable[[int], bool],
    project_path: Path,
    files: list[Path],
    annotator: str,
    told: "ImportMap | None",
    disk: Disk,
) -> "ImportReport":
    """Read in the background and hand portions to the writer, which takes labels in between."""
    # Importing is not needed before the first article is on the screen.
    from annotator.operations.portions import SHORT_WAIT
    from annotator.operations.reading import Reading

    with open_project(project_path) as project:
        reading = Reading(
            project, files, annotator=annotator, told=told, size=SHORT_WAIT, gives_way=True
        )
        with contextlib.closing(reading.portions(report_progress)) as portions:
            for portion in portions:
                if not disk.write_later(Order(portion, annotator)):
                    break
        # The next import looks at what is there, and so must find this one whole.
        reading.report.lacks(disk.wait_for_portions())
        return reading.report
