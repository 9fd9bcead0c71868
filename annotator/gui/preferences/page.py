"""One page of the preferences: a heading, and a row for each of its settings."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui.preferences.editors import editor_for, worded
from annotator.gui.widgets.parts import plain
from annotator.gui.widgets.rich_text import give_tip
from annotator.settings import Setting, Settings

_EDITOR_WIDTH = 220


class SettingRow(QWidget):
    """What a setting is called and is for, its control, and a button that gives the default."""

    def __init__(self, setting: Setting, settings: Settings) -> None:
        super().__init__()
        self.setting = setting
        self._settings = settings
        title = worded(setting.title)
        self._words = " ".join(
            (title, worded(setting.help), *(worded(name) for name in setting.names))
        ).casefold()
        name = plain(title, wraps=True)
        self._help = plain(worded(setting.help), role="muted", wraps=True)
        if not setting.help:
            self._help.hide()
        self.editor = editor_for(setting)
        self.editor.setFixedWidth(_EDITOR_WIDTH)
        self.editor.chosen.connect(lambda value: settings.choose(setting.key, value))
        self._reset = QToolButton()
        self._reset.setText("↺")
        self._reset.setMinimumSize(28, 28)
        self._reset.setAccessibleName(self.tr("Reset: {}").format(title))
        give_tip(self._reset, self.tr("As it was delivered"))
        self._reset.clicked.connect(self.reset)
        policy = self._reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(policy)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(name, 0, 0)
        grid.addWidget(self._help, 1, 0)
        grid.addWidget(self.editor, 0, 1, 2, 1, top)
        grid.addWidget(self._reset, 0, 2, 2, 1, top)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen now."""
        self.editor.show_value(self._settings.value(self.setting.key))
        if self._reset.hasFocus() and not self.is_changed:
            self.focusPreviousChild()
        self._reset.setVisible(self.is_changed)

    @property
    def is_changed(self) -> bool:
        """Whether it is not as it was delivered."""
        return self._settings.value(self.setting.key) != self.setting.default

    def reset(self) -> None:
        """Give the setting its default again."""
        self._settings.reset(self.setting.key)

    def matches(self, words: Sequence[str]) -> bool:
        """Whether all the words stand in its name, its help or its choices."""
        return all(word in self._words for word in words)


class SettingsPage(QWidget):
    """The rows of one page, with what else stands on it below them."""

    def __init__(
        self, title: str, rows: Sequence[SettingRow], *, extra: QWidget | None, keywords: str = ""
    ) -> None:
        super().__init__()
        self.title = title
        self.rows = rows
        self._extra = extra
        self._extra_words = f"{title} {keywords}".casefold()
        heading = plain(title, role="title")
        self._reset = QPushButton(self.tr("Reset this page"))
        self._reset.setAccessibleName(self.tr("Reset this page: {}").format(title))
        self._reset.setProperty("flat", "true")
        self._reset.setAutoDefault(False)
        if not rows:
            self._reset.hide()
        self._reset.clicked.connect(self.reset)
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self._reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.setSpacing(0)
        layout.addLayout(head)
        for row in rows:
            layout.addWidget(row)
        if extra is not None:
            layout.addWidget(extra, 1)
        self.show_resettable()

    def refresh(self, key: str) -> None:
        """A setting was changed."""
        for row in self.rows:
            if row.setting.key == key:
                row.refresh()
        self.show_resettable()

    def show_resettable(self) -> None:
        """The page can be reset when something on it is not as it was delivered."""
        self._reset.setEnabled(any(row.is_changed for row in self.rows))

    def reset(self) -> None:
        """Give all settings of the page their defaults again."""
        for row in self.rows:
            row.reset()

    def show_matching(self, words: Sequence[str]) -> int:
        """Show only the rows that match; how many there are."""
        is_whole = all(word in self.title.casefold() for word in words)
        count = 0
        for row in self.rows:
            is_found = is_whole or row.matches(words)
            row.setVisible(is_found)
            count += is_found
        if self._extra is not None:
            is_found = all(word in self._extra_words for word in words)
            self._extra.setVisible(is_found)
            count += is_found
        return count
