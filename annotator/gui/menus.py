"""Menus and key strokes made from the table of actions.

What a key reaches is there at once; the rest of it, more than a hundred lines, is made once the
first article is on the screen, or when somebody looks for it before.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QHideEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from annotator.gui import keys
from annotator.gui.actions import CONTEXT, MENU_TITLES, MENUS, Action
from annotator.gui.keymap import Keymap, is_character

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon  # named here it would be made before the first paint

Perform = Callable[[Action], None]
MakeMenu = Callable[[QMenu], QMenu]
"""Makes a menu that stands in another."""


_LETTER = re.compile(r"Ctrl\+(?:Shift\+)?[A-Z]")


class _Menu(QMenu):
    """A menu whose lines are made late, once.

    It knows of the mouse on lines that cannot be chosen, where Qt tells nothing.
    """

    pointed = Signal(str)
    """The name of such a line, or nothing."""

    def __init__(self, title: str, bar: QMenuBar, put_lines: Callable[[QMenu], None]) -> None:
        super().__init__(title, bar)
        self._put_lines = put_lines
        self._is_filled = False
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Have all lines, now."""
        if not self._is_filled:
            self._is_filled = True
            self._put_lines(self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        action = self.actionAt(event.position().toPoint())
        is_asleep = action is not None and not action.isEnabled() and not action.isSeparator()
        self.pointed.emit(action.objectName() if is_asleep else "")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pointed.emit("")


class _TextFieldKeys(QObject):
    """Lets keys of the window act while somebody types.

    A field takes some of them for itself, as with Ctrl+E on X11, which goes to the end of its
    line. What every field does is left to it: the clipboard, undo, redo.
    """

    _FIELDS = ("QLineEdit", "QPlainTextEdit", "QTextEdit")  # by name, so that none is made early
    _OF_FIELDS = (
        QKeySequence.StandardKey.Undo,
        QKeySequence.StandardKey.Redo,
        QKeySequence.StandardKey.Cut,
        QKeySequence.StandardKey.Copy,
        QKeySequence.StandardKey.Paste,
        QKeySequence.StandardKey.SelectAll,
    )

    def __init__(self, commands: "Commands") -> None:
        super().__init__(commands)
        self._commands = commands
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Keep a field from taking a key of the window."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if any(event.matches(each) for each in self._OF_FIELDS):
            return False
        is_ours = self._commands.acts_while_typing(keys.spelled(event))
        if is_ours:
            event.ignore()
        return is_ours

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """Listen to a field once it has had the keyboard."""
        if now is None or now.property(keys.KEEPS_KEYS):
            return
        if any(now.inherits(each) for each in self._FIELDS):
            now.installEventFilter(self)


class Commands(QObject):
    """Holds a `QAction` for each row, and runs rows by menu, shortcut or article key."""

    rekeyed = Signal()
    """Commands have other keys; menus that show them are to be made anew."""
    pointed = Signal(object)
    """The mouse is on a line of a menu that cannot be chosen: its row; None when it is not."""
    looked_at = Signal(object)
    """Rows are about to be seen: their ids."""

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
        self._menus: list[_Menu] = []
        self._available: Mapping[str, bool] = {}
        self._ticked: dict[str, bool] = {}
        self._group = QActionGroup(self)  # tells of all its actions at one place
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._group.triggered.connect(self._run)
        self._silent: frozenset[str] = frozenset()
        self._shortcuts: frozenset[str] = frozenset()
        self.has_letter_keys = True
        keymap.watch(self._rekey)
        _TextFieldKeys(self)

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
        rows = self._rows.values()
        self._actions = {row.id: self._made(row) for row in rows if row.shortcuts}
        self._shortcuts = frozenset(key for row in rows for key in row.shortcuts)

    def rows(self) -> list[Action]:
        """All rows, in their order."""
        return list(self._rows.values())

    def shown_key(self, action_id: str) -> str:
        """The first key of a command as people read it, nothing where it has none."""
        row = self._rows.get(action_id)
        return keys.shown(row.every_key[0]) if row is not None and row.every_key else ""

    def action(self, action_id: str) -> QAction:
        """What stands in a menu for a row."""
        if action_id not in self._actions:
            self._actions[action_id] = self._made(self._rows[action_id])
        return self._actions[action_id]

    def icon(self, action_id: str) -> "QIcon":
        """The sign of a row in the colours of now."""
        self.looked_at.emit([action_id])
        return self.action(action_id).icon()

    def acts_while_typing(self, key: str) -> bool:
        """Whether a letter with Ctrl does something in the whole window, as `keys` spells it."""
        return key in self._shortcuts and _LETTER.fullmatch(key) is not None

    def enable(self, available: Mapping[str, bool]) -> None:
        """Make rows usable by what they need: `project`, `article`."""
        self._available = available
        for action_id, action in self._actions.items():
            action.setEnabled(self.is_enabled(self._rows[action_id]))

    def is_enabled(self, row: Action) -> bool:
        """Whether there is what a row needs."""
        return self._available.get(row.needs, True)

    def tick(self, action_id: str, *, is_on: bool) -> None:
        """Show whether what a row switches is on."""
        self._ticked[action_id] = is_on
        if action_id in self._actions:
            self._actions[action_id].setChecked(is_on)

    def fill(self, bar: QMenuBar, special: Mapping[str, MakeMenu]) -> None:
        """Build the menu bar; special menus stand at the end of the first group of theirs."""
        for menu in self._menus:
            menu.deleteLater()
        bar.clear()
        self._menus = [self._made_menu(name, bar, special.get(name)) for name in MENUS]

    def unfilled(self) -> Iterator[Callable[[], None]]:
        """What fills the menus that were not opened yet, one each."""
        return (menu.fill for menu in self._menus)

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
        if self.is_enabled(row):
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

    def _look_at(self, menu: str) -> None:
        self.looked_at.emit([row.id for row in self._rows.values() if row.menu == menu])

    def _point(self, action_id: str) -> None:
        self.pointed.emit(self._rows.get(action_id))

    def _rekey(self) -> None:
        self.replace(self.usual)
        self.rekeyed.emit()

    def _run(self, action: QAction) -> None:
        self._perform(self._rows[action.objectName()])

    def _made(self, row: Action) -> QAction:
        action = QAction(self._group)
        action.setText(_line_of(row))
        action.setObjectName(row.id)
        action.setCheckable(row.is_checkable)
        action.setChecked(self._ticked.get(row.id, False))
        action.setEnabled(self.is_enabled(row))
        if row.shortcuts:
            action.setShortcuts([QKeySequence(key) for key in row.shortcuts])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            # The window owns the shortcuts, so that they act while the menus are empty.
            self._window.addAction(action)
        return action

    def _made_menu(self, name: str, bar: QMenuBar, make_special: MakeMenu | None) -> _Menu:
        def put_lines(menu: QMenu) -> None:
            rows = (row for row in self._rows.values() if row.menu == name)
            for number, (_, group) in enumerate(groupby(rows, key=lambda row: row.group)):
                if number:
                    menu.addSeparator()
                menu.addActions([self.action(row.id) for row in group])
                if make_special is not None and number == 0:
                    menu.addMenu(make_special(menu))

        made = _Menu(QCoreApplication.translate(CONTEXT, MENU_TITLES[name]), bar, put_lines)
        made.pointed.connect(self._point)
        made.aboutToShow.connect(lambda: self._look_at(name))
        bar.addMenu(made)
        return made


def _line_of(row: Action) -> str:
    """What a menu shows of a row: its title, and its key in the article."""
    if not row.keys:
        return row.shown_title
    title = row.shown_title.replace("&", "&&")
    return f"{title}\t{keys.shown(row.keys[0])}"
