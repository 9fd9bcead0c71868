"""The menu of the projects used last, made when it opens, for disks may be gone by then."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from annotator.gui.keys import with_present_keys
from annotator.gui.widgets.rich_text import as_tip
from annotator.gui.window_state import WindowState


class RecentMenu(QMenu):
    """Opens a recent project; one that is gone says so and leaves the list."""

    def __init__(
        self,
        parent: QWidget,
        state: WindowState,
        *,
        open_project: Callable[[Path], object],
        warn: Callable[[str], None],
        key_of: Callable[[str], str],
    ) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Recent projects"))
        self._state = state
        self._open_project = open_project
        self._warn = warn
        self._key_of = key_of
        self.setToolTipsVisible(True)
        self.setEnabled(bool(state.recent))
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List what is remembered now."""
        self.clear()
        recent = self._state.recent
        stems = [path.stem for path in recent]
        for path in recent:
            is_told_apart = stems.count(path.stem) == 1
            name = path.stem if is_told_apart else f"{path.stem} — {path.parent}"
            action = self.addAction(name.replace("&", "&&"))
            action.setToolTip(as_tip(str(path)))
            action.triggered.connect(lambda _=False, path=path: self._open(path))
        self.addSeparator()
        self.addAction(self.tr("Forget all")).triggered.connect(self._forget_all)

    def _open(self, path: Path) -> None:
        if path.is_file():
            self._open_project(path)
            return
        self._state.forget(path)
        sentence = self.tr(
            "{} is not there any more; it may have been moved, or its disk is gone. Nothing was "
            "changed. Open it from its new place with Ctrl+O."
        )
        self._warn(with_present_keys(sentence, self._key_of).format(path))

    def _forget_all(self) -> None:
        for path in self._state.recent:
            self._state.forget(path)
        self.setEnabled(False)
