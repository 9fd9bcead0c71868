"""Every question and message that interrupts; passed to who needs it, so tests answer by list."""

from collections.abc import Sequence
from pathlib import Path

# A class of Qt is made when it is first named, and dialogs are not needed at the start.
from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QWidget

_EXPLANATION_WIDTH = 400
_REPORT_SIZE = QSize(620, 240)


class Prompts:
    """Asks a person; as rarely as possible, since undo makes most questions needless."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent
        self._asking: QtWidgets.QMessageBox | None = None

    def confirm(self, question: str, *, detail: str, yes: str, no: str) -> bool:
        """Whether the person agrees to something that cannot be undone."""
        box = self._box(QtWidgets.QMessageBox.Icon.Question, question, detail)
        agreed = box.addButton(yes, QtWidgets.QMessageBox.ButtonRole.AcceptRole)
        declined = box.addButton(no, QtWidgets.QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(declined)
        box.setEscapeButton(declined)
        self._asking = box
        box.exec()
        self._asking = None
        return box.clickedButton() is agreed

    def withdraw(self) -> None:
        """Close the question that is open, if one is, since it is of no interest any more."""
        if self._asking is not None:
            self._asking.reject()

    def tell(self, title: str, text: str, *, report: str = "") -> None:
        """Say something that the status line has no room for; `report` can be copied."""
        box = self._box(QtWidgets.QMessageBox.Icon.Information, title, text)
        box.addButton(QtWidgets.QMessageBox.StandardButton.Close)
        if report:
            show_report(box, report)
        box.exec()

    def choose_files(self, title: str, patterns: str) -> list[Path]:
        """Files to read; none when the person thinks better of it."""
        names, _ = QtWidgets.QFileDialog.getOpenFileNames(self.parent, title, "", patterns)
        return [Path(name) for name in names]

    def choose_file(self, title: str, patterns: str) -> Path | None:
        """One file to open; None when the person thinks better of it."""
        name, _ = QtWidgets.QFileDialog.getOpenFileName(self.parent, title, "", patterns)
        return Path(name) if name else None

    def choose_save(self, title: str, suggested: str, patterns: str) -> Path | None:
        """The same for a file to write; the system asks before one is replaced."""
        name, _ = QtWidgets.QFileDialog.getSaveFileName(self.parent, title, suggested, patterns)
        return Path(name) if name else None

    def choose_one(self, title: str, label: str, choices: Sequence[str]) -> str | None:
        """One of some lines; None when the person thinks better of it."""
        chosen, is_agreed = QtWidgets.QInputDialog.getItem(
            self.parent, title, label, list(choices), 0, editable=False
        )
        return chosen if is_agreed else None

    def _box(
        self, icon: "QtWidgets.QMessageBox.Icon", title: str, text: str
    ) -> "QtWidgets.QMessageBox":
        box = QtWidgets.QMessageBox(self.parent)
        box.setIcon(icon)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("Annotator")
        box.setText(title)
        box.setInformativeText(text)
        for explanation in box.findChildren(QtWidgets.QLabel, "qt_msgbox_informativelabel"):
            explanation.setMinimumWidth(_EXPLANATION_WIDTH)  # Qt makes a narrow column of it
        return box


def show_report(box: "QtWidgets.QMessageBox", report: str) -> None:
    """Give a box a list that can be copied, and open it with the list in sight."""
    box.setDetailedText(report)
    for button in box.buttons():
        if box.buttonRole(button) == QtWidgets.QMessageBox.ButtonRole.ActionRole:
            button.click()
            button.hide()
    for shown in box.findChildren(QtWidgets.QTextEdit):
        shown.setMinimumSize(_REPORT_SIZE)
        # Qt holds it to 100 px, and then lays it out below its place and cuts it off.
        shown.setMaximumHeight(_REPORT_SIZE.height())
        shown.setAccessibleName(QCoreApplication.translate("Prompts", "Report"))
