"""The window of an article's details: a line for each thing that is known of it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.gui.details.doubts import doubt_about
from annotator.gui.widgets.parts import ElidedLabel, give_role, plain
from annotator.operations.metadata import FIELDS

_WIDTH = 560


class DetailsWindow(QDialog):
    """Stays open beside the article; each field counts as soon as it is left."""

    corrected = Signal(str, str)
    """A field is to hold something else: its name and its text."""
    typed = Signal(str, str)
    """The same while it is being written, to be looked at only."""
    undone = Signal()
    redone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Article details"))
        self.setAccessibleName(self.tr("Article details"))
        self.fields: dict[str, QLineEdit] = {}
        self._known: dict[str, str] = {}
        self.message = ElidedLabel(role="muted")
        self._lay_out()
        self.resize(_WIDTH, self.sizeHint().height())

    def show_details(self, known: Mapping[str, str]) -> None:
        """Show what is known; what is being written stays."""
        for name, value in known.items():
            field = self.fields[name]
            is_written_in = field.hasFocus() and self._is_changed(name)
            self._known[name] = value
            if not is_written_in and field.text() != value:
                self._put(field, value)

    def enable(self, *, is_on: bool) -> None:
        """Let fields be written in, or none, while no article is open."""
        for field in self.fields.values():
            field.setEnabled(is_on)

    def tell(self, words: str, *, is_problem: bool = False) -> None:
        """Say what was done, what looks doubtful, or why something was not done."""
        self.message.set_whole(words or self._hint)
        give_role(self.message, "danger" if is_problem else "muted")

    def keep(self) -> None:
        """Let what is being written count now."""
        for name in self.fields:
            if self._is_changed(name):
                self._correct(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that is left counts; Esc, undo and redo first concern what is written in it."""
        name = watched.objectName()
        if name not in self.fields:
            return False
        if event.type() == QEvent.Type.FocusIn and (words := self._doubt_about(name)):
            self.tell(words)
        if event.type() == QEvent.Type.FocusOut and self._is_changed(name):
            self._correct(name)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._has_used(event, name)
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is being written counts."""
        self.keep()
        super().closeEvent(event)

    def _has_used(self, event: QKeyEvent, name: str) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._correct(name)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(name, 1 if event.key() == Qt.Key.Key_Down else -1)
        elif self._is_changed(name):
            if event.key() != Qt.Key.Key_Escape:
                return False
            self._put(self.fields[name], self._known[name])
            self.tell(self._doubt_about(name))
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redone.emit()
        else:
            return False
        return True

    def _step(self, name: str, direction: int) -> None:
        number = FIELDS.index(name) + direction
        if 0 <= number < len(FIELDS):
            self.fields[FIELDS[number]].setFocus(Qt.FocusReason.TabFocusReason)
            self.fields[FIELDS[number]].selectAll()

    def _is_changed(self, name: str) -> bool:
        return self.fields[name].text() != self._known.get(name, "")

    def _correct(self, name: str) -> None:
        field = self.fields[name]
        if self._is_changed(name):
            self.corrected.emit(name, field.text())
        if not field.hasFocus() and self._is_changed(name):
            self._put(field, self._known.get(name, ""))  # it was refused, or only blanks differ

    def _put(self, field: QLineEdit, value: str) -> None:
        field.setText(value)
        field.setCursorPosition(0)

    def _doubt_about(self, name: str) -> str:
        return doubt_about(name, self.fields[name].text())

    def _write(self, name: str, words: str) -> None:
        self.tell(self._doubt_about(name))
        self.typed.emit(name, words)

    @property
    def _hint(self) -> str:
        return self.tr("Enter or Tab keeps a field; Esc puts it back, then closes.")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        words = {
            "title": (self.tr("Title"), ""),
            "outlet": (self.tr("Outlet"), self.tr("such as: The Example Post")),
            "url": (self.tr("Address"), "https://"),
            "published": (self.tr("Date"), self.tr("such as: 2026-03-14")),
            "author": (self.tr("Author"), self.tr("such as: Ana Lindt, Ben Okri")),
            "section": (self.tr("Section"), self.tr("such as: Politics")),
            "language": (self.tr("Language"), self.tr("such as: en, de, pt-BR")),
            "licence": (self.tr("Licence"), self.tr("such as: CC BY 4.0")),
        }
        for line, name in enumerate(FIELDS):
            caption, example = words[name]
            field = QLineEdit()
            field.setObjectName(name)
            field.setAccessibleName(caption)
            field.setPlaceholderText(example)
            field.installEventFilter(self)
            field.textEdited.connect(lambda text, name=name: self._write(name, text))
            grid.addWidget(plain(caption, role="muted"), line, 0)
            grid.addWidget(field, line, 1)
            self.fields[name] = field
        self.message.setAccessibleName(self.tr("Message"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(14)
        layout.addLayout(grid)
        layout.addWidget(self.message)
        layout.addStretch(1)
