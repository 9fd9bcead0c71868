"""The lines of the menus and their icons, made bit by bit: all at once would hold up a key."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QObject, QTimer

from annotator.gui import theme as looks
from annotator.gui.actions import Action
from annotator.gui.menus import Commands
from annotator.gui.panel.labels import Sign
from annotator.gui.widgets.parts import sign_icon

_PAUSE_MILLISECONDS = 12


class Dressing(QObject):
    """Gives menus their lines and actions their icons while the person reads."""

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self._theme = looks.load("light")
        self._signs: Mapping[str, Sign] = {}
        self._menus: Iterator[Callable[[], None]] = iter(())
        self._left: list[str] = []
        self._pause = QTimer(self, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._dress_next)

    def begin(self, theme: looks.Theme, signs: Mapping[str, Sign]) -> None:
        """Make all icons in the colours of a theme; `signs` are those of the label rows."""
        self._theme, self._signs = theme, signs
        self._menus = self._commands.unfilled()
        self._left = [row.id for row in self._commands.rows() if row.icon or row.id in signs]
        self._left.reverse()
        self._pause.start()

    def _dress_next(self) -> None:
        if (fill := next(self._menus, None)) is not None:
            fill()
            return
        rows = {row.id: row for row in self._commands.rows()}
        while self._left:
            row = rows.get(self._left.pop())
            if row is not None:
                self._dress(row)
                return
        self._pause.stop()

    def _dress(self, row: Action) -> None:
        sign = self._signs.get(row.id)
        if sign is None:
            icon = looks.icon(row.icon, self._theme.colour("text"))
        else:
            icon = sign_icon(self._theme, sign.role, shape=sign.shape, letter=sign.letter)
        self._commands.action(row.id).setIcon(icon)
