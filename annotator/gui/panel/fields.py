"""Controls for attributes: closed values, several values, words."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStyleOptionComboBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.attribute import Attribute, Value
from annotator.domain.json import Json
from annotator.gui.widgets.parts import plain
from annotator.gui.widgets.rich_text import as_tip, give_tip

if TYPE_CHECKING:
    from annotator.gui.panel.entity_field import EntityField

_NAME = Qt.ItemDataRole.UserRole
_ID = Qt.ItemDataRole.UserRole + 1
_ARROW_AND_EDGES = 38
_POPUP_WIDTH = 230

Chosen = Callable[[str, Json], None]
"""Told the attribute and its new value, None to take the value away."""


class ValueBox(QComboBox):
    """One of some closed values, or none; digits choose, Del takes the value away."""

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        values: Sequence[Value],
        *,
        absent: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(12)
        self._absent = absent
        # Not `addItem`, which could be given an icon, for which a class would have to be made.
        self.addItems([absent])
        # Told of each value on its own, Qt measures the box for each.
        with QSignalBlocker(self.model()):
            self._fill(values)
        self.activated.connect(lambda number: self.chosen.emit(self.itemData(number, _ID)))

    def _fill(self, values: Sequence[Value]) -> None:
        keys = (f"{number}   " if number < 10 else "" for number in range(1, len(values) + 1))
        self.addItems([f"{key}{value.name}" for key, value in zip(keys, values, strict=True)])
        for number, value in enumerate(values, start=1):
            self.setItemData(number, value.name, _NAME)
            self.setItemData(number, value.id, _ID)
            self.setItemData(number, as_tip(value.help), Qt.ItemDataRole.ToolTipRole)

    def show_value(self, value: object) -> None:
        """Show a value without saying that it was chosen."""
        number = self.findData(value, _ID) if value else 0
        self.setCurrentIndex(max(number, 0))
        held = self.currentData(_NAME) or self._absent
        give_tip(self, held)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Closed, it shows the value without its digit."""
        super().initStyleOption(option)
        words = self.currentData(_NAME) or self._absent
        room = max(self.width() - _ARROW_AND_EDGES, 10)
        cut = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        option.currentText = cut

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose and go on to the next control, Del and Backspace clear."""
        text = event.text()
        if text.isdecimal() and len(text) == 1 and int(text) < self.count():
            self._choose(int(text))
            self.focusNextChild()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(0)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def showPopup(self) -> None:
        """Open the list wide enough for long names."""
        self.view().setMinimumWidth(max(self.width(), _POPUP_WIDTH))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the pane; it never changes a value by accident."""
        event.ignore()

    def _choose(self, number: int) -> None:
        self.setCurrentIndex(number)
        self.chosen.emit(self.itemData(number, _ID))


class SeveralBox(QToolButton):
    """Any of some closed values, by a menu of ticks."""

    chosen = Signal(object)

    def __init__(self, name: str, values: Sequence[Value], *, absent: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._absent = absent
        self._ticks: dict[str, QAction] = {}
        menu = QMenu(self)
        for value in values:
            tick = menu.addAction(value.name.replace("&", "&&"))
            tick.setCheckable(True)
            tick.triggered.connect(self._tell)
            self._ticks[value.id] = tick
        self.setMenu(menu)
        self.show_value(None)

    def show_value(self, value: object) -> None:
        """Show values without saying that they were chosen."""
        held = value if isinstance(value, list | tuple) else ()
        for value_id, tick in self._ticks.items():
            tick.setChecked(value_id in held)
        names = [tick.text() for value_id, tick in self._ticks.items() if value_id in held]
        words = ", ".join(names) or self._absent
        self.setText(words)
        give_tip(self, words.replace("&&", "&"))

    def _tell(self) -> None:
        held = [value_id for value_id, tick in self._ticks.items() if tick.isChecked()]
        self.chosen.emit(held or None)


class WordsField(QLineEdit):
    """Words, or a number, kept when the field is left."""

    chosen = Signal(object)

    def __init__(self, name: str, *, is_number: bool, absent: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(absent)
        self._is_number = is_number
        self._shown = ""
        self.editingFinished.connect(self._tell)

    def show_value(self, value: object, *, is_same: bool = False) -> None:
        """Show a value without saying that it was written.

        What is being written stays where it is for the same annotation as before.
        """
        before, self._shown = self._shown, "" if value is None else str(value)
        is_written_in = is_same and self.hasFocus() and self.text() != before
        if self.text() != self._shown and not is_written_in:
            self.setText(self._shown)
            self.setCursorPosition(0)
        give_tip(self, self._shown)

    def _tell(self) -> None:
        words = self.text().strip()
        if words == self._shown:
            return
        self._shown = words
        self.chosen.emit(_number(words) if self._is_number and words else words or None)


Field = ValueBox | SeveralBox | WordsField


class AttributeForm(QWidget):
    """The attributes of one label, each with its name above it, so that values have room."""

    def __init__(self, attributes: Sequence[Attribute], chosen: Chosen) -> None:
        super().__init__()
        self._attributes = tuple(attributes)
        self._of = ""
        self._fields: dict[str, Field] = {}
        self._required: dict[str, QLabel] = {}
        self._entities: list[EntityField] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(5)
        for attribute in self._attributes:
            field = self._field(attribute)
            field.chosen.connect(lambda value, a=attribute: chosen(a.id, value))
            self._fields[attribute.id] = field
            required = self._required[attribute.id] = plain(
                self.tr("required"), role="danger", parent=self
            )
            column.addLayout(named(field, attribute.name, attribute.help, beside=required))

    def show_values(self, of: str, values: dict[str, Json], missing: Sequence[str]) -> None:
        """Show what an annotation of some id holds, and which required attributes it lacks."""
        is_same, self._of = of == self._of, of
        for name, field in self._fields.items():
            if isinstance(field, WordsField):
                field.show_value(values.get(name), is_same=is_same)
            else:
                field.show_value(values.get(name))
            is_missing = name in missing
            self._required[name].setVisible(is_missing)
            if is_missing:
                field.setAccessibleDescription(self.tr("required, not set"))

    def polish(self) -> None:
        """Let the style be found for all of it, before it is shown."""
        for widget in (self, *self._fields.values(), *self._required.values()):
            widget.ensurePolished()

    def entity_fields(self) -> "list[EntityField]":
        """The controls that name entities."""
        return list(self._entities)

    def fields(self) -> list[QWidget]:
        """The controls in their order."""
        return list(self._fields.values())

    def first_field(self, missing: Sequence[str]) -> QWidget | None:
        """Where a person begins: the first attribute that is missing, else the first."""
        names = [*missing, *self._fields]
        return self._fields[names[0]] if names else None

    def _field(self, attribute: Attribute) -> Field:
        absent = self._absent(attribute)
        match attribute.kind:
            case "choice":
                return ValueBox(attribute.name, attribute.values, absent=absent, parent=self)
            case "many":
                return SeveralBox(attribute.name, attribute.values, absent=absent)
            case "entity":
                from annotator.gui.panel.entity_field import EntityField

                field = EntityField(attribute.name, absent=absent)
                self._entities.append(field)
                return field
            case _:
                is_number = attribute.kind == "number"
                return WordsField(attribute.name, is_number=is_number, absent=absent)

    def _absent(self, attribute: Attribute) -> str:
        """What stands where nobody set a value: what its absence means."""
        default = attribute.value(str(attribute.default)) if attribute.default else None
        return f"({default.name})" if default else self.tr("not set")


def named(
    field: QWidget, name: str, explanation: str, *, beside: QWidget | None = None
) -> QVBoxLayout:
    """A control under its name; `beside` stands at the end of the line of the name."""
    words = name.replace("&", "&&")  # with a buddy, & is no sign but a key
    label = plain(words, role="muted", parent=field.parentWidget())
    label.setBuddy(field)
    give_tip(label, explanation)
    line = QHBoxLayout()
    line.setContentsMargins(1, 0, 1, 0)
    line.addWidget(label, 1)
    if beside is not None:
        line.addWidget(beside)
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addLayout(line)
    column.addWidget(field)
    return column


def _number(words: str) -> Json:
    try:
        return int(words)
    except ValueError:
        pass
    try:
        return float(words)
    except ValueError:
        return words
