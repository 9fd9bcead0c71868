"""Controls for settings: on or off, one of some, a number, a font. A change counts at once."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontDatabase, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QSpinBox,
    QToolButton,
    QWidget,
)

from annotator.gui import theme as looks
from annotator.gui.widgets.parts import called
from annotator.gui.widgets.rich_text import give_tip
from annotator.settings import Plain, Setting

CONTEXT = "Settings"
FONT = "text_font"
_ARTICLE_FONTS = ("Literata", "Atkinson Hyperlegible Next", "Inter")
_REPEAT_MILLISECONDS = 60


def worded(text: str) -> str:
    """A text of the table of settings in the person's language."""
    return QCoreApplication.translate(CONTEXT, text)


class Editor(QWidget):
    """What changes one setting; it shows a value without saying that it was chosen."""

    chosen = Signal(object)

    def show_value(self, value: Plain) -> None:
        """Show what is chosen now."""
        raise NotImplementedError

    def _hold(self, *widgets: QWidget) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in widgets:
            layout.addWidget(widget)


class OnOffEditor(Editor):
    """A box to tick."""

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self._box = QCheckBox(self.tr("On"))
        self._box.setAccessibleName(worded(setting.title))
        self._box.setMinimumHeight(24)
        self._box.toggled.connect(self.chosen.emit)
        self._hold(self._box)

    def show_value(self, value: Plain) -> None:
        """Tick it, or not."""
        with QSignalBlocker(self._box):
            self._box.setChecked(bool(value))


class ChoiceEditor(Editor):
    """One of some lines."""

    def __init__(self, setting: Setting, names: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._box = _CalmBox()
        called(self._box, worded(setting.title))
        self._box.setMinimumHeight(28)
        self._box.setMaxVisibleItems(14)
        for value, name in names:
            self._box.addItem(name, value)
        self._box.activated.connect(lambda number: self.chosen.emit(self._box.itemData(number)))
        self._hold(self._box)

    def show_value(self, value: Plain) -> None:
        """Show a line; one that is no longer offered is offered again."""
        number = self._box.findData(value)
        if number < 0:
            self._box.addItem(str(value), value)
            number = self._box.count() - 1
        self._box.setCurrentIndex(number)


class NumberEditor(Editor):
    """A number between two buttons."""

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        title = worded(setting.title)
        self._box = _CalmSpin()
        called(self._box, title)
        self._box.setRange(setting.least, setting.most)
        self._box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._box.setMinimumHeight(28)
        if setting.unit:
            self._box.setSuffix(f" {setting.unit}")
        self._box.valueChanged.connect(self.chosen.emit)
        less = self._button("−", self.tr("Less: {}").format(title), -1)
        more = self._button("+", self.tr("More: {}").format(title), 1)
        self._hold(less, self._box, more)
        self.layout().setStretch(1, 1)  # type: ignore[union-attr]

    def show_value(self, value: Plain) -> None:
        """Show a number."""
        with QSignalBlocker(self._box):
            self._box.setValue(int(value))

    def _button(self, sign: str, name: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setAccessibleName(name)
        give_tip(button, name)
        button.setMinimumSize(28, 28)
        button.setProperty("role", "step")
        button.setAutoRepeat(True)
        button.setAutoRepeatInterval(_REPEAT_MILLISECONDS)
        # The number between them takes the arrow keys; Tab need not stop three times.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._box.stepBy(step))
        return button


class _CalmBox(QComboBox):
    """The wheel scrolls the page; it never changes a setting by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _CalmSpin(QSpinBox):
    """The wheel scrolls the page; it never changes a setting by accident."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def editor_for(setting: Setting) -> Editor:
    """The control that fits a setting."""
    if isinstance(setting.default, bool):
        return OnOffEditor(setting)
    if isinstance(setting.default, int):
        return NumberEditor(setting)
    if setting.key == FONT:
        return ChoiceEditor(setting, [(family, family) for family in _families()])
    names = [worded(name) for name in setting.names]
    return ChoiceEditor(setting, list(zip(setting.choices, names, strict=True)))


def _families() -> list[str]:
    """The shipped fonts, then those of the system that scale."""
    shipped = [family for family in _ARTICLE_FONTS if family in looks.shipped_families()]
    others = [
        family
        for family in QFontDatabase.families()
        if family not in looks.shipped_families()
        and QFontDatabase.isSmoothlyScalable(family)
        and not QFontDatabase.isPrivateFamily(family)
    ]
    return [*shipped, *others]
