"""A list under a field that offers names while one types."""

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyledItemDelegate

_SHOWN_NAMES = 10


def completed(field: QLineEdit, names: QStringListModel) -> QCompleter:
    """Offer names to a field, in their order, wherever the typed words stand in them."""
    completer = QCompleter(names, field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setMaxVisibleItems(_SHOWN_NAMES)
    popup = QListView()
    popup.setProperty("role", "offers")
    completer.setPopup(popup)
    # The completer's own delegate does not heed the style sheet: its rows are too low to hit.
    popup.setItemDelegate(QStyledItemDelegate(popup))
    field.setCompleter(completer)
    popup.installEventFilter(_EscForTheList(popup))
    return completer


class _EscForTheList(QObject):
    """Lets Esc close the open list, before a shortcut leaves the field and loses its words."""

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Keep Esc from shortcuts."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Escape:
            return False
        event.accept()
        return True
