"""Where the files lie: the open project, the program's own folder, the projects used last."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from annotator.gui.widgets.lines import clear
from annotator.gui.widgets.parts import ElidedLabel, plain
from annotator.gui.widgets.rich_text import give_tip
from annotator.gui.window_state import WindowState


class PlacesOfFiles(QWidget):
    """Paths to read and to open in the file manager, and the list of recent projects."""

    def __init__(
        self, state: WindowState, home: Path, *, open_project: Callable[[], Path | None]
    ) -> None:
        super().__init__()
        self._state = state
        self._open_project = open_project
        self._project = _PathLine(self.tr("This project"))
        own = _PathLine(self.tr("Settings, log and sample project"))
        own.show_path(home)
        advice = self.tr(
            "A project is one file; copy it anywhere. Before a newer version of the program "
            "changes its format, a copy is laid beside it."
        )
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._forget_all = QPushButton(self.tr("Forget recent projects"))
        self._forget_all.setAutoDefault(False)
        self._forget_all.clicked.connect(self._forget_every)
        foot = QHBoxLayout()
        foot.addWidget(self._forget_all)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(10)
        layout.addWidget(self._project)
        layout.addWidget(own)
        layout.addWidget(plain(advice, role="muted", wraps=True))
        layout.addWidget(plain(self.tr("Recent projects"), role="name"))
        layout.addLayout(self._recent)
        layout.addLayout(foot)
        self.refresh()

    def refresh(self) -> None:
        """Show what is there now."""
        path = self._open_project()
        self._project.setVisible(path is not None)
        if path is not None:
            self._project.show_path(path)
        clear(self._recent)
        for recent in self._state.recent:
            self._recent.addWidget(self._recent_line(recent))
        if not self._state.recent:
            self._recent.addWidget(plain(self.tr("No recent projects."), role="muted"))
        self._forget_all.setVisible(bool(self._state.recent))

    def _recent_line(self, path: Path) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        name = str(path) if path.is_file() else self.tr("{} (not there now)").format(path)
        row.addWidget(ElidedLabel(name, role="" if path.is_file() else "muted"), 1)
        forget = QToolButton()
        forget.setText("✕")
        forget.setMinimumSize(28, 28)
        forget.setAccessibleName(self.tr("Forget {}").format(path.name))
        give_tip(forget, self.tr("Take it off this list; the file stays"))
        forget.clicked.connect(lambda: self._forget(path))
        row.addWidget(forget)
        return line

    def _forget(self, path: Path) -> None:
        self._state.forget(path)
        self.refresh()

    def _forget_every(self) -> None:
        for path in self._state.recent:
            self._state.forget(path)
        self.refresh()


class _PathLine(QWidget):
    """What lies there, its path, and a button that opens the folder."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.path = Path()
        self._words = ElidedLabel(role="muted")
        button = QPushButton(self.tr("Open folder"))
        button.setAccessibleName(self.tr("Open folder: {}").format(title))
        button.setAutoDefault(False)
        button.clicked.connect(self._open_folder)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(plain(title))
        words.addWidget(self._words)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(words, 1)
        layout.addWidget(button)

    def show_path(self, path: Path) -> None:
        """Show another path."""
        self.path = path
        self._words.set_whole(str(path))

    def _open_folder(self) -> None:
        folder = self.path if self.path.is_dir() else self.path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
