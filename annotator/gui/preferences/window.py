"""The preferences: pages at the left, settings at the right, a field that finds any of them."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.gui import theme as looks
from annotator.gui.preferences.editors import worded
from annotator.gui.preferences.page import SettingRow, SettingsPage
from annotator.gui.widgets.parts import plain
from annotator.settings import PAGES, SETTINGS, Settings

_SIZE = (820, 620)
_LIST_WIDTH = 190


class Extra(NamedTuple):
    """What else stands on a page, and the words by which it is found; tall takes all the room."""

    widget: QWidget
    words: str
    is_tall: bool = False


class PreferencesWindow(QDialog):
    """Stays open beside the window; each change counts at once, so nothing need be confirmed."""

    def __init__(self, parent: QWidget, settings: Settings, extras: Mapping[str, Extra]) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Preferences"))
        self.setAccessibleName(self.tr("Preferences"))
        self.resize(*_SIZE)
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Search settings"))
        self._field.setAccessibleName(self.tr("Search settings"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(lambda _: self._show())
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Pages"))
        self._list.setProperty("role", "pages")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = plain(role="muted", wraps=True)
        self._pages = [self._made_page(name, title, extras) for name, title in PAGES.items()]
        for page in self._pages:
            item = QListWidgetItem(page.title, self._list)
            item.setSizeHint(QSize(0, looks.scaled(30)))
        self._list.setCurrentRow(0)
        self._list.currentRowChanged.connect(lambda _: self._leave_search())
        self._lay_out({name for name, extra in extras.items() if extra.is_tall})
        self._show()
        settings.watch(self._refresh)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self._focus_field)

    def open_page(self, name: str) -> None:
        """Show a page by its name in the table of settings."""
        self._field.clear()
        self._list.setCurrentRow(list(PAGES).index(name))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the field that finds."""
        super().showEvent(event)
        self._focus_field()

    def reject(self) -> None:
        """Esc empties the field first, then closes and gives the keys back to the window."""
        if self._field.text():
            self._field.clear()
            return
        super().reject()
        if (window := self.parentWidget()) is not None:
            window.activateWindow()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Up and down in the field choose the page."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            return False
        step = 1 if event.key() == Qt.Key.Key_Down else -1
        self._list.setCurrentRow(
            min(max(self._list.currentRow() + step, 0), self._list.count() - 1)
        )
        return True

    def _made_page(self, name: str, title: str, extras: Mapping[str, Extra]) -> SettingsPage:
        rows = [SettingRow(each, self._settings) for each in SETTINGS if each.page == name]
        extra = extras.get(name)
        return SettingsPage(
            worded(title),
            rows,
            extra=extra.widget if extra else None,
            keywords=extra.words if extra else "",
        )

    def _lay_out(self, tall: set[str]) -> None:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        left = QVBoxLayout()
        left.setContentsMargins(12, 12, 0, 12)
        left.setSpacing(8)
        left.addWidget(self._field)
        left.addWidget(self._list, 1)
        self._field.setFixedWidth(_LIST_WIDTH)
        self._list.setFixedWidth(_LIST_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(left)
        layout.addWidget(area, 1)
        # From the outside in: whatever is moved into another widget is styled anew with all in it.
        content = QWidget()
        area.setWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(self._nothing)
        for name, page in zip(PAGES, self._pages, strict=True):
            column.addWidget(page, 1000 if name in tall else 0)
        column.addStretch(1)

    def _focus_field(self) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _leave_search(self) -> None:
        if self._field.text():
            self._field.clear()
        else:
            self._show()

    def _show(self) -> None:
        """Show the chosen page; while something is looked for, what matches on all pages."""
        typed = self._field.text().strip()
        words = typed.casefold().split()
        counts = [page.show_matching(words) for page in self._pages]
        for number, (page, count) in enumerate(zip(self._pages, counts, strict=True)):
            is_chosen = number == self._list.currentRow()
            page.setVisible(count > 0 if words else is_chosen)
        self._nothing.setVisible(bool(words) and not any(counts))
        sentence = self.tr("No setting matches “{}”. Esc clears the search.")
        self._nothing.setText(sentence.format(typed))
        self._area.verticalScrollBar().setValue(0)

    def _refresh(self, key: str) -> None:
        for page in self._pages:
            page.refresh(key)
