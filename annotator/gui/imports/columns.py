"""What the columns of tables and the fields of records are, and choosing it: a row for each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.formats.import_map import FIELDS, MARK_FIELDS
from annotator.formats.seen_columns import SeenColumn, SeenColumns
from annotator.formats.shapes import FieldMap, Shape
from annotator.gui.imports.names import ChoiceBox
from annotator.gui.language import counted
from annotator.gui.widgets.parts import ElidedLabel, plain
from annotator.gui.widgets.rich_text import give_tip

_ROW, _MOST_ROWS, _MOST_FILES = 32, 7, 3
_BESIDE = ""
_JOINED = ("text", "author")
"""Fields that may be made of several columns."""
_WITH_VALUES = ("language", "outlet", "published", "author", "licence")
"""Fields whose values are few enough to be given others."""


@dataclass(slots=True)
class _Chosen:
    """What was read before anything was chosen, and what was."""

    before: FieldMap
    fields: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)

    def as_map(self, columns: Sequence[str]) -> FieldMap:
        """All fields, so that nothing is guessed; of two columns for one the chosen has it."""
        places: dict[str, tuple[str, ...]] = {}
        for name in (*FIELDS, *MARK_FIELDS):
            held = [each for each in self.before.fields.get(name, ()) if each not in self.fields]
            chosen = [column for column, wanted in self.fields.items() if wanted == name]
            if name in _JOINED:
                both = [*held, *chosen]
                order = [each for each in columns if each in both]
                places[name] = tuple(order + [each for each in both if each not in order])
            else:
                places[name] = tuple(chosen[-1:] or held)
        kept = {name: meanings for name, meanings in self.values.items() if meanings}
        return FieldMap(places, kept)


@dataclass(slots=True)
class ChosenColumns:
    """What a person chose columns to be, by the shape of what they are in."""

    by_shape: dict[Shape, FieldMap] = field(default_factory=dict)
    _of_files: dict[tuple[str, ...], _Chosen] = field(default_factory=dict)

    def choose_field(self, group: SeenColumns, column: str, name: str) -> None:
        """A column is to be read as a field, or kept beside the text where there is no name."""
        self._of(group).fields.pop(column, None)
        self._of(group).fields[column] = name
        self._keep(group)

    def choose_value(self, group: SeenColumns, name: str, value: str, meaning: str) -> None:
        """A value of a field is to mean another one, or itself where there is no meaning."""
        of_field = self._of(group).values.setdefault(name, {})
        of_field.pop(value, None)
        if meaning and meaning != value:
            of_field[value] = meaning
        self._keep(group)

    def _of(self, group: SeenColumns) -> _Chosen:
        """What was chosen for files, beginning with how they are read without."""
        before = group.read_as
        values = {name: dict(meanings) for name, meanings in before.values.items()}
        return self._of_files.setdefault(tuple(group.files), _Chosen(before, values=values))

    def _keep(self, group: SeenColumns) -> None:
        chosen = self._of(group).as_map(list(group.columns))
        for shape in group.shapes:
            self.by_shape[shape] = chosen


class ColumnsForm(QScrollArea):
    """A row for each column: its name, its first values, and what it is read as."""

    field_chosen = Signal(object, object, object)
    """A column of a `SeenColumns` is to be a field, empty for none."""
    value_chosen = Signal(object, object, object, object)
    """Of a field of a `SeenColumns` a value is to mean another one."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Columns"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.boxes: dict[str, ChoiceBox] = {}
        self.meanings: dict[tuple[str, str], QLineEdit] = {}
        self._shown: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
        self._openers: dict[str, QToolButton] = {}
        self._values: dict[str, QWidget] = {}

    def show_columns(self, groups: Sequence[SeenColumns]) -> None:
        """Show what there is; rows that are there stay, and with them the focus."""
        groups = [group for group in groups if len(group.columns) > 1 or not _text_of(group)]
        shown = [(tuple(group.files), tuple(group.columns)) for group in groups]
        if shown != self._shown:
            self._shown = shown
            self._build(groups)
        for group in groups:
            for column, seen in group.columns.items():
                self._show(group, column, seen)

    def _build(self, groups: Sequence[SeenColumns]) -> None:
        self.boxes, self.meanings, self._openers, self._values = {}, {}, {}, {}
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 6, 0)
        rows.setSpacing(4)
        for group in groups:
            if len(groups) > 1:
                rows.addWidget(plain(", ".join(_names(group)), role="muted"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(8)
            grid.setVerticalSpacing(4)
            for column, stretch in enumerate((3, 4, 0, 4)):
                grid.setColumnStretch(column, stretch)
            for row, (name, seen) in enumerate(group.columns.items()):
                self._add_row(grid, row * 2, group, (name, seen))
            rows.addLayout(grid)
        self.setWidget(inside)
        count = sum(len(group.columns) for group in groups)
        self.setFixedHeight(_ROW * min(max(count, 1), _MOST_ROWS))

    def _add_row(
        self, grid: QGridLayout, row: int, group: SeenColumns, column: tuple[str, SeenColumn]
    ) -> None:
        name, seen = column
        caption, sample = ElidedLabel(), ElidedLabel(role="muted")
        caption.set_whole(name)
        sample.set_whole(" · ".join(seen.samples))
        box = self._made_box(group, name)
        opener = QToolButton()
        opener.setText(self.tr("values"))
        opener.setCheckable(True)
        give_tip(opener, self.tr("What the values of this column mean"))
        opener.setAccessibleName(self.tr("Values of {}").format(name))
        opener.toggled.connect(lambda is_open, name=name: self._values[name].setVisible(is_open))
        self.boxes[name], self._openers[name] = box, opener
        self._values[name] = self._made_values(group, name, seen)
        for place, each in enumerate((caption, sample, opener, box)):
            grid.addWidget(each, row, place)
        grid.addWidget(self._values[name], row + 1, 0, 1, 4)

    def _made_box(self, group: SeenColumns, name: str) -> ChoiceBox:
        box = ChoiceBox()
        box.setAccessibleName(self.tr("What the column {} is").format(name))
        box.setMinimumHeight(28)
        box.addItem(self.tr("kept beside"), _BESIDE)
        for each, words in _field_words().items():
            box.addItem(words, each)
        box.activated.connect(
            lambda _, box=box: self.field_chosen.emit(group, name, box.currentData())
        )
        return box

    def _made_values(self, group: SeenColumns, name: str, seen: SeenColumn) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(18, 0, 0, 4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(3, 1)
        for row, (value, count) in enumerate(sorted(seen.values.items())):
            caption, meaning = ElidedLabel(), _Meaning()
            caption.set_whole(value)
            meaning.setPlaceholderText(value)
            meaning.setAccessibleName(self.tr("What {} means").format(value))
            meaning.editingFinished.connect(
                lambda value=value, meaning=meaning: self._choose_value(
                    group, name, value, meaning.text().strip()
                )
            )
            self.meanings[name, value] = meaning
            parts = (caption, plain(counted(count), role="muted"), plain("→", role="muted"))
            for place, each in enumerate((*parts, meaning)):
                grid.addWidget(each, row, place)
        inside.hide()
        return inside

    def _choose_value(self, group: SeenColumns, column: str, value: str, meaning: str) -> None:
        name = group.field_of(column)
        if name and group.read_as.values.get(name, {}).get(value, "") != meaning:
            self.value_chosen.emit(group, name, value, meaning)

    def _show(self, group: SeenColumns, column: str, seen: SeenColumn) -> None:
        name = group.field_of(column)
        self.boxes[column].setCurrentIndex(max(0, self.boxes[column].findData(name)))
        can_mean = name in _WITH_VALUES and bool(seen.values) and not seen.has_many
        opener = self._openers[column]
        opener.setVisible(can_mean)
        if not can_mean:
            opener.setChecked(False)
        meanings = group.read_as.values.get(name, {})
        for value in seen.values:
            line = self.meanings.get((column, value))
            if line is not None and not line.hasFocus():
                line.setText(meanings.get(value, ""))


class _Meaning(QLineEdit):
    """Enter says that the meaning is written; it must not let the files come in."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter stays here."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


def _field_words() -> Mapping[str, str]:
    """The fields of an article as people call them, the common ones first."""
    return {
        "text": _tr("text"),
        "title": _tr("headline"),
        "outlet": _tr("outlet"),
        "published": _tr("date"),
        "author": _tr("author"),
        "url": _tr("address"),
        "language": _tr("language"),
        "licence": _tr("licence"),
        "id": _tr("id"),
        "label": _tr("label"),
        "start": _tr("label begins at"),
        "end": _tr("label ends at"),
        "words": _tr("labelled words"),
        "article": _tr("id of the article"),
        "annotator": _tr("annotator"),
        "note": _tr("comment"),
    }


def _names(group: SeenColumns) -> Iterator[str]:
    for file in group.files[:_MOST_FILES]:
        yield file.replace("\\", "/").rpartition("/")[2]
    if len(group.files) > _MOST_FILES:
        yield "…"


def _text_of(group: SeenColumns) -> bool:
    return bool(group.read_as.fields.get("text"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ColumnsForm", text)
