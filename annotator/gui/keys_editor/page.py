"""The page on which keys are changed; the preferences show it, and a dialog of its own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.errors import UserError
from annotator.gui import keymap, keys
from annotator.gui import theme as looks
from annotator.gui.actions import Action
from annotator.gui.keymap import Changes
from annotator.gui.keys_editor import changing
from annotator.gui.keys_editor.listing import ROW_HEIGHT, CommandDelegate, CommandList
from annotator.gui.keys_editor.strip import KeyStrip, Notice
from annotator.gui.menus import Commands
from annotator.gui.prompts import Prompts
from annotator.gui.widgets.parts import called, plain
from annotator.settings import Settings

_LEAST_ROWS = 8
_LETTERS = "letter_keys"


class ShortcutPage(QWidget):
    """Every command with its keys: search, press a new one, take one away, take a preset."""

    def __init__(
        self,
        settings: Settings,
        commands: Commands,
        prompts: Prompts | None = None,
        *,
        has_letter_option: bool = False,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._commands = commands
        self._prompts = prompts or Prompts(self)
        self._keymap = commands.keymap
        self._presets = changing.presets()
        self._build_list()
        self._build_rest(has_letter_option=has_letter_option)
        self._lay_out()
        commands.rekeyed.connect(self.refresh)
        settings.watch(lambda _: self._show_letters())
        self.refresh()
        self.list.setCurrentIndex(self.model.index(0, 0))

    def changeEvent(self, event: QEvent) -> None:
        """The window has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._delegate.theme = looks.choose(self._settings.text("theme"))

    def refresh(self) -> None:
        """Show the keys that commands have now."""
        current = self.current()
        changes = self._keymap.changes
        self.model.show_rows(self._commands.rows(), frozenset(changes))
        self._show_preset(changes)
        self._choose(current.id if current else "")
        self.reset_all.setEnabled(bool(changes))

    def current(self) -> Action | None:
        """The command that is looked at."""
        index = self.list.currentIndex()
        return self.model.command(index.row()) if index.isValid() else None

    def show_command(self, action_id: str) -> None:
        """Look at a command."""
        self.field.clear()
        self._choose(action_id)

    def _build_list(self) -> None:
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search commands or keys"))
        self.field.setAccessibleName(self.tr("Search commands or keys"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._filter)
        self.model = CommandList(self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setMinimumHeight(_LEAST_ROWS * ROW_HEIGHT)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTabKeyNavigation(False)
        self._delegate = CommandDelegate(self.model, self)
        self._delegate.theme = looks.choose(self._settings.text("theme"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.list.doubleClicked.connect(lambda _: self.strip.listen())
        self.list.installEventFilter(self)
        self.field.installEventFilter(self)
        self.empty = plain(role="muted", margins=(8, 4, 8, 4))

    def _build_rest(self, *, has_letter_option: bool) -> None:
        self.preset = called(QComboBox(), self.tr("Set of keys"))
        self.preset.addItems([name for name, _ in self._presets])
        self.preset.activated.connect(self._take_preset)
        self.strip = KeyStrip()
        self.strip.pressed.connect(self._add)
        self.strip.removed.connect(self._remove)
        self.strip.reset.connect(self._reset)
        self.strip.left.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        self.notice = Notice()
        self.letters = QCheckBox(self.tr("Single letters and signs are commands in the article"))
        self.letters.setVisible(has_letter_option)
        self.letters.toggled.connect(lambda is_on: self._settings.choose(_LETTERS, value=is_on))
        self._show_letters()
        self.reset_all = _button(self.tr("Reset all"), self._reset_every)
        self.take_in = _button(self.tr("Import…"), self._import_keys)
        self.give_out = _button(self.tr("Export…"), self._export_keys)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.field, 1)
        top.addWidget(self.preset)
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(self.reset_all)
        bottom.addStretch(1)
        bottom.addWidget(self.take_in)
        bottom.addWidget(self.give_out)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.strip)
        layout.addWidget(self.notice)
        layout.addWidget(self.letters)
        layout.addLayout(bottom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter waits for a new key of the command, also in the field; Del takes its first away."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        row, key = self.current(), event.key()
        if row is None:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.strip.listen()
        elif watched is self.field and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            QApplication.sendEvent(self.list, event)
        elif watched is self.list and key == Qt.Key.Key_Delete and row.every_key:
            self._remove(row.every_key[0])
        else:
            return False
        return True

    def _filter(self, typed: str) -> None:
        current = self.current()
        self.model.filter(typed)
        self.empty.setText(self.tr("No command or key matches “{}”.").format(typed.strip()))
        self._choose(current.id if current else "")

    def _choose(self, action_id: str) -> None:
        row = self.model.row_of(action_id) or 0
        self.list.setCurrentIndex(self.model.index(row, 0))
        self.empty.setVisible(self.model.rowCount() == 0)
        self._show_current()

    def _show_current(self) -> None:
        row = self.current()
        index = self.list.currentIndex()
        is_changed = index.isValid() and self.model.is_changed(index.row())
        self.strip.show_command(row, is_changed=is_changed)
        self.notice.clear()

    def _add(self, key: str) -> None:
        """A new key was pressed for the command that is looked at."""
        row = self.current()
        if row is None:
            return
        reason = changing.refusal(key)
        if reason:
            self.notice.warn(reason)
            return
        other = keymap.clash(self._commands.rows(), row.id, key)
        if other is None:
            self._give(row, key)
            return
        sentence = self.tr("{} already belongs to “{}”. Replace it, or choose another key.")
        self.notice.warn(
            sentence.format(keys.shown(key), other.shown_title),
            action=self.tr("Replace"),
            act=lambda: self._give(row, key),
        )

    def _give(self, row: Action, key: str) -> None:
        self._change(changing.with_key(row, key, self._keymap.changes))
        self.strip.rest()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.notice.tell(self.tr("{} is “{}” now.").format(keys.shown(key), row.shown_title))

    def _remove(self, key: str) -> None:
        row = self.current()
        if row is not None:
            before = self._keymap.changes
            self._change(changing.without_key(row, key, before))
            self._offer_back(self.tr("{} does nothing now.").format(keys.shown(key)), before=before)

    def _reset(self) -> None:
        row = self.current()
        if row is not None:
            self._keymap.reset(row.id)

    def _reset_every(self) -> None:
        before = self._keymap.changes
        self._change({})
        self._offer_back(self.tr("All keys are as they were delivered."), before=before)

    def _take_preset(self, number: int) -> None:
        if number >= len(self._presets):
            return
        name, changes = self._presets[number]
        before = self._keymap.changes
        self._change(changes)
        self._offer_back(self.tr("The keys are those of “{}” now.").format(name), before=before)

    def _import_keys(self) -> None:
        path = self._prompts.choose_file(self.tr("Import keys"), _PATTERNS)
        if path is None:
            return
        before = self._keymap.changes
        try:
            self._change(keymap.read(path))
        except UserError as problem:
            self.notice.warn(str(problem))
            return
        self._offer_back(self.tr("The keys are those of {} now.").format(path.name), before=before)

    def _export_keys(self) -> None:
        path = self._prompts.choose_save(self.tr("Export keys"), "keys.toml", _PATTERNS)
        if path is None:
            return
        named = path if path.suffix else path.with_suffix(".toml")
        try:
            keymap.write(named, self._keymap.changes)
        except UserError as problem:
            self.notice.warn(str(problem))
            return
        self.notice.tell(self.tr("The changed keys are in {}.").format(Path(named).name))

    def _change(self, changes: Changes) -> None:
        self._keymap.replace(changing.tidied(changes, self._commands.usual))

    def _offer_back(self, sentence: str, *, before: Changes) -> None:
        self.notice.tell(
            sentence, action=self.tr("Take back"), act=lambda: self._keymap.replace(before)
        )

    def _show_preset(self, changes: dict[str, tuple[str, ...]]) -> None:
        """Say which set the keys are, or that they are the person's own."""
        tidy = [changing.tidied(each, self._commands.usual) for _, each in self._presets]
        own = len(self._presets)
        with QSignalBlocker(self.preset):
            if self.preset.count() > own:
                self.preset.removeItem(own)
            if changes not in tidy:
                self.preset.addItem(self.tr("My own keys"))
            self.preset.setCurrentIndex(tidy.index(changes) if changes in tidy else own)

    def _show_letters(self) -> None:
        with QSignalBlocker(self.letters):
            self.letters.setChecked(self._settings.is_on(_LETTERS))


_PATTERNS = "Keys (*.toml *.json)"


def _button(text: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _=False: act())
    return button
