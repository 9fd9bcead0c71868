"""What names of other tools become here, and choosing it: a row for each label and relation."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from annotator.domain.scheme import Scheme
from annotator.formats.name_map import LabelMeaning, NameMap, RelationMeaning
from annotator.gui.language import counted
from annotator.gui.widgets.parts import ElidedLabel, plain
from annotator.operations.translating import NameLine

Key = tuple[str, str]
"""The kind of a name, `label` or `relation`, and the name in the other tool."""

_ROW, _MOST_ROWS = 34, 5
_LEFT_OUT = ""


@dataclass(slots=True)
class ChosenNames:
    """What a person chose names to mean; an empty one of ours leaves out."""

    meanings: dict[Key, str] = field(default_factory=dict)

    def as_map(self) -> NameMap:
        """The same as an import is told it."""
        return NameMap(
            {k[1]: LabelMeaning(ours) for k, ours in self.meanings.items() if k[0] == "label"},
            {
                k[1]: RelationMeaning(ours)
                for k, ours in self.meanings.items()
                if k[0] == "relation"
            },
        )


class NamesForm(QScrollArea):
    """A row for each name that is another one here, or none."""

    chosen = Signal(object, object)
    """A name is to mean something: its `Key`, and our name, empty to leave out."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Names of the other tool"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._ours: Mapping[str, list[tuple[str, str]]] = {
            "label": [(each.id, each.name) for each in scheme.labels],
            "relation": [(each.id, each.name) for each in scheme.relations],
        }
        self.boxes: dict[Key, QComboBox] = {}
        self._captions: dict[Key, tuple[ElidedLabel, QLabel]] = {}
        self._lines: list[NameLine] = []

    def show_names(self, names: Mapping[str, Iterable[NameLine]]) -> None:
        """Show what names became; rows that are there stay, and with them the focus."""
        lines = list(_to_choose(line for lines in names.values() for line in lines))
        if lines == self._lines:
            return
        self._lines = lines
        found = {(line.kind, line.theirs): line for line in lines}
        if found.keys() != self.boxes.keys():
            self._build(found)
        for key, line in found.items():
            name, count = self._captions[key]
            name.set_whole(self._caption(line))
            count.setText(counted(line.count))
            self._show_meaning(self.boxes[key], line)

    def _build(self, found: Mapping[Key, NameLine]) -> None:
        self.boxes, self._captions = {}, {}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(3, 1)
        for row, key in enumerate(found):
            self._captions[key] = (ElidedLabel(), plain(role="muted"))
            self.boxes[key] = self._made_box(key)
            arrow = plain("→", role="muted")
            for column, each in enumerate((*self._captions[key], arrow, self.boxes[key])):
                grid.addWidget(each, row, column)
        self.setWidget(inside)
        self.setFixedHeight(_ROW * min(max(len(found), 1), _MOST_ROWS))

    def _made_box(self, key: Key) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(self.tr("What {} means here").format(key[1]))
        box.setMinimumHeight(28)
        box.addItem(self.tr("nothing: refused"), None)
        box.addItem(self.tr("left out"), _LEFT_OUT)
        for ours, name in self._ours[key[0]]:
            box.addItem(name, ours)
        box.activated.connect(lambda _, key=key, box=box: self._choose(key, box.currentData()))
        return box

    def _choose(self, key: Key, ours: str | None) -> None:
        if ours is not None:
            self.chosen.emit(key, ours)

    def _show_meaning(self, box: QComboBox, line: NameLine) -> None:
        is_unknown = line.told == "unknown"
        box.setCurrentIndex(0 if is_unknown else box.findData(line.ours))
        rows = box.model()
        if isinstance(rows, QStandardItemModel):
            rows.item(0).setEnabled(is_unknown)  # what has a meaning cannot be refused again

    def _caption(self, line: NameLine) -> str:
        name = line.theirs or self.tr("(no name)")
        return self.tr("link {}").format(name) if line.kind == "relation" else name


class ChoiceBox(QComboBox):
    """The wheel scrolls the rows; it must not choose by accident."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the list have it."""
        event.ignore()


def _to_choose(lines: Iterable[NameLine]) -> Iterator[NameLine]:
    """A line for each label and relation that is not simply called the same here."""
    seen: set[Key] = set()
    for line in lines:
        key = (line.kind, line.theirs)
        is_same = line.ours == line.theirs and line.told == "proposed"
        if line.kind in ("label", "relation") and not is_same and key not in seen:
            seen.add(key)
            yield line
