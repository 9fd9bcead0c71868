"""The lines of the menus and their icons, made bit by bit: all at once would hold up a key."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon

from annotator.gui import theme as looks
from annotator.gui.actions import Action
from annotator.gui.menus import Commands
from annotator.gui.panel.labels import Sign
from annotator.gui.widgets.parts import sign_icon

_PAUSE_MILLISECONDS = 12


class Dressing(QObject):
    """Gives menus their lines and actions their icons while the person reads.

    What is looked at before its turn has its icon at once.
    """

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self._theme = looks.load("light")
        self._signs: Mapping[str, Sign] = {}
        self._menus: Iterator[Callable[[], None]] = iter(())
        self._left: dict[str, Action] = {}
        self._pause = QTimer(self, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._dress_next)
        commands.looked_at.connect(self._dress)

    def begin(self, theme: looks.Theme, signs: Mapping[str, Sign]) -> None:
        """Make all icons in the colours of a theme; `signs` are those of the label rows."""
        self._theme, self._signs = theme, signs
        self._menus = self._commands.unfilled()
        self._left = {row.id: row for row in self._commands.rows() if row.icon or row.id in signs}
        self._pause.start()

    def _dress_next(self) -> None:
        if (fill := next(self._menus, None)) is not None:
            fill()
        elif self._left:
            self._dress([next(iter(self._left))])
        else:
            self._pause.stop()

    def _dress(self, action_ids: Iterable[str]) -> None:
        """Give icons to those of some rows that have none in these colours yet."""
        for action_id in action_ids:
            row = self._left.pop(action_id, None)
            if row is not None:
                self._commands.action(action_id).setIcon(self._icon(row))

    def _icon(self, row: Action) -> QIcon:
        sign = self._signs.get(row.id)
        if sign is None:
            return looks.icon(row.icon, self._theme.colour("text"))
        return sign_icon(self._theme, sign.role, shape=sign.shape, letter=sign.letter)
