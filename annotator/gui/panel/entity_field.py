"""The control for an entity: a name, proposed from those that the project knows."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from annotator.gui import theme as looks
from annotator.gui.keys import with_present_keys
from annotator.gui.panel.fields import WordsField
from annotator.gui.widgets.completing import completed


class EntityField(WordsField):
    """Words with proposals: they are asked for when the field is entered; Down lists them all."""

    listed = Signal()
    """The list of all entities is wanted."""

    def __init__(self, name: str, *, absent: str) -> None:
        super().__init__(name, is_number=False, absent=absent)
        self._absent = absent
        self.propose: Callable[[], Sequence[str]] = tuple
        self._names = QStringListModel(self)
        self._offered = completed(self, self._names)
        self._offered.activated.connect(lambda _: QTimer.singleShot(0, self._tell))
        self._all = QAction(self)
        self._all.triggered.connect(self.listed)
        self.addAction(self._all, QLineEdit.ActionPosition.TrailingPosition)

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the sign in other colours."""
        self._all.setIcon(looks.icon("list", theme.colour("muted")))

    def show_keys(self, key_of: Callable[[str], str]) -> None:
        """Name the keys that commands have now, by their ids."""
        words = self.tr("All entities (Ctrl+Shift+E)")
        self._all.setToolTip(with_present_keys(words, key_of))

    def show_value(self, value: object, *, is_same: bool = False) -> None:
        """Show a name; proposals for other words are forgotten."""
        super().show_value(value, is_same=is_same)
        if not self.hasFocus():
            self.setPlaceholderText(self._absent)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ask for proposals; the likeliest stands in the empty field."""
        names = list(self.propose())
        self._names.setStringList(names)
        told = self.tr("↓ {}").format(names[0]) if names else self.tr("Type a name")
        self.setPlaceholderText(told)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say again that nothing is set."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setPlaceholderText(self._absent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the proposals, the likeliest first."""
        if event.key() == Qt.Key.Key_Down:
            self._offered.setCompletionPrefix("")
            self._offered.complete()
            if (popup := self._offered.popup()) is not None:
                popup.setCurrentIndex(self._offered.completionModel().index(0, 0))
        else:
            super().keyPressEvent(event)
