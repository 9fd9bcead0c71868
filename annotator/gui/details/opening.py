"""The window of an article's details as a command: showing them, and making each correction."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.domain.sheet import Sheet
from annotator.gui.details.window import DetailsWindow
from annotator.gui.language import from_core
from annotator.gui.session import Session
from annotator.operations.metadata import edit_metadata, metadata_of


class DetailsCommands(QObject):
    """Keeps the window of details in step with the open article."""

    def __init__(self, session: Session, view: QWidget) -> None:
        super().__init__(view)
        self._session = session
        self.window = window = DetailsWindow(view)
        window.corrected.connect(self._correct)
        window.typed.connect(self._check)
        window.undone.connect(lambda: session.undo(stays=True))
        window.redone.connect(lambda: session.redo(stays=True))
        window.finished.connect(lambda _: view.window().activateWindow())
        session.leaving.connect(lambda _: window.keep())
        session.opened.connect(lambda _: self._show())
        session.changed.connect(lambda _: self._show())
        session.reloaded.connect(self._show)
        session.told.connect(lambda words: window.tell(from_core(words)))
        session.refused.connect(lambda words: window.tell(from_core(words), is_problem=True))

    def open(self) -> None:
        """Show what is known of the article, the title first."""
        self._show()
        self.window.tell("")
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.fields["title"].setFocus()
        self.window.fields["title"].selectAll()

    def _show(self) -> None:
        sheet = self._session.sheet
        self.window.enable(is_on=sheet is not None)
        if sheet is not None:
            self.window.show_details(metadata_of(sheet.article))

    def _correct(self, name: str, text: str) -> None:
        draft = self._session.do(_corrected, name, text)
        if draft is not None:
            self.window.tell(self.tr("Kept. Ctrl+Z takes it back."))

    def _check(self, name: str, text: str) -> None:
        """Say while it is written what would be refused."""
        sheet = self._session.sheet
        try:
            if sheet is not None:
                edit_metadata(sheet.article, {name: text})
        except UserError as problem:
            self.window.tell(from_core(str(problem)), is_problem=True)


def _corrected(sheet: Sheet, name: str, text: str) -> Draft:
    return edit_metadata(sheet.article, {name: text})
