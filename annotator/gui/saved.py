"""How the work stands with the disk, in words for the status line."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.gui.disk import Disk
from annotator.gui.widgets.status_line import StatusLine


class SavedState(QObject):
    """Keeps the status line's word on saving true."""

    def __init__(self, disk: Disk, line: StatusLine, *, alarm: Callable[[str], None]) -> None:
        super().__init__(line)
        self._disk = disk
        self._line = line
        self._alarm = alarm
        self._told = ""
        disk.changed.connect(self.show_state)

    def stop(self) -> None:
        """The project is left; what its disk still says is of no interest."""
        self._disk.changed.disconnect(self.show_state)
        self.deleteLater()

    def show_state(self) -> None:
        """Say whether everything shown is on the disk."""
        disk = self._disk
        since = time.strftime("%H:%M", time.localtime(disk.saved_at))
        is_stuck = bool(disk.problem) and not disk.is_saved
        if is_stuck:
            text = self.tr("Not saved since {}").format(since)
            self._tell_once(disk.problem)
        elif disk.is_saved:
            text = self.tr("✓ Saved {}").format(since)
        else:
            text = self.tr("Saving…")
        self._line.show_saved(text, problem=disk.problem if is_stuck else "")
        if not is_stuck:
            self._told = ""

    def _tell_once(self, problem: str) -> None:
        """Each try meets the same problem; a person hears of it once."""
        if problem != self._told:
            self._told = problem
            self._alarm(problem)
