"""Menus and key strokes made from the table of actions."""

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from annotator.gui import keys
from annotator.gui.actions import CONTEXT, MENU_TITLES, MENUS, Action
from annotator.gui.keymap import Keymap, is_character

Perform = Callable[[Action], None]


class _Menu(QMenu):
    """A menu that knows of the mouse on lines that cannot be chosen, where Qt tells nothing."""

    pointed = Signal(str)
    """The name of such a line, or nothing."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        action = self.actionAt(event.position().toPoint())
        is_asleep = action is not None and not action.isEnabled() and not action.isSeparator()
        self.pointed.emit(action.objectName() if is_asleep else "")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pointed.emit("")


class Commands(QObject):
    """Holds a `QAction` for each row, and runs rows by menu, shortcut or article key."""

    rekeyed = Signal()
    """Commands have other keys; menus that show them are to be made anew."""
    pointed = Signal(object)
    """The mouse is on a line of a menu that cannot be chosen: its row; None when it is not."""

    def __init__(self, window: QWidget, perform: Perform, keymap: Keymap) -> None:
        super().__init__(window)
        self._window = window
        self._perform = perform
        self.keymap = keymap
        self.usual: list[Action] = []
        """The rows as the table has them, without the person's changes."""
        self._rows: dict[str, Action] = {}
        self._by_key: dict[tuple[str, str], Action] = {}
        self._actions: dict[str, QAction] = {}
        self._silent: frozenset[str] = frozenset()
        self.has_letter_keys = True
        keymap.watch(self._rekey)

    def replace(self, rows: Iterable[Action]) -> None:
        """Offer these rows and no others."""
        for action in self._actions.values():
            self._window.removeAction(action)
            action.deleteLater()
        self.usual = list(rows)
        self._rows = {row.id: row for row in self.keymap.applied(self.usual)}
        # The first row with a key has it.
        self._by_key = {
            (row.where, key): row
            for row in reversed(self._rows.values())
            for key in row.keys
            if key
        }
        # The article moves by some keys itself; where one was taken away, it rests.
        usual = {key for row in self.usual if not row.where for key in row.keys}
        self._silent = frozenset(key for key in usual if ("", key) not in self._by_key)
        self._actions = {row.id: self._made(row) for row in self._rows.values()}

    def rows(self) -> list[Action]:
        """All rows, in their order."""
        return list(self._rows.values())

    def shown_key(self, action_id: str) -> str:
        """The first key of a command as people read it, nothing where it has none."""
        row = self._rows.get(action_id)
        return keys.shown(row.every_key[0]) if row is not None and row.every_key else ""

    def action(self, action_id: str) -> QAction:
        """What stands in a menu for a row."""
        return self._actions[action_id]

    def enable(self, available: Mapping[str, bool]) -> None:
        """Make rows usable by what they need: `project`, `article`."""
        for row in self._rows.values():
            self._actions[row.id].setEnabled(available.get(row.needs, True))

    def fill(self, bar: QMenuBar, special: Mapping[str, list[QMenu]]) -> None:
        """Build the menu bar; special menus stand at the end of the first group of theirs."""
        for action in bar.actions():
            if action.menu() is not None:
                action.menu().deleteLater()
        bar.clear()
        for name in MENUS:
            menu = _Menu(QCoreApplication.translate(CONTEXT, MENU_TITLES[name]), bar)
            menu.pointed.connect(self._point)
            bar.addMenu(menu)
            rows = [row for row in self._rows.values() if row.menu == name]
            self._fill_menu(menu, rows, special.get(name, []))

    def row_of(self, event: QKeyEvent, *, where: str = "") -> Action | None:
        """What an article key does, or one of another screen; None for one that does nothing."""
        key = keys.spelled(event)
        is_off = is_character(key) and not self.has_letter_keys if where else self._is_off(key)
        return None if is_off else self._by_key.get((where, key))

    def run_key(self, event: QKeyEvent) -> bool:
        """Run what an article key does; false when it does nothing."""
        row = self.row_of(event)
        if row is None:
            return self._is_off(keys.spelled(event))
        if self._actions[row.id].isEnabled():
            self._perform(row)
        return True

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Article keys, for the widget this is installed on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.run_key(event)
        return False

    def _is_off(self, key: str) -> bool:
        """Whether a key is to do nothing, also not what the article does with it by itself."""
        return key in self._silent or (is_character(key) and not self.has_letter_keys)

    def _point(self, action_id: str) -> None:
        self.pointed.emit(self._rows.get(action_id))

    def _rekey(self) -> None:
        self.replace(self.usual)
        self.rekeyed.emit()

    def _made(self, row: Action) -> QAction:
        action = QAction(self)
        action.setText(row.shown_title)
        action.setObjectName(row.id)
        action.setCheckable(row.is_checkable)
        if row.shortcuts:
            action.setShortcuts([QKeySequence(key) for key in row.shortcuts])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _=False, row=row: self._perform(row))
        # The window owns the shortcuts, so that they act while the menus are empty.
        self._window.addAction(action)
        return action

    def _fill_menu(self, menu: QMenu, rows: list[Action], extras: list[QMenu]) -> None:
        for number, (_, group) in enumerate(groupby(rows, key=lambda row: row.group)):
            if number:
                menu.addSeparator()
            for row in group:
                menu.addAction(self._actions[row.id])
                if row.keys:
                    title = row.shown_title.replace("&", "&&")
                    self._actions[row.id].setText(f"{title}\t{keys.shown(row.keys[0])}")
            for extra in extras if number == 0 else ():
                menu.addMenu(extra)
