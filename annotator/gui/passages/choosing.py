"""The strip above the passages: what they have in common, and whose they are."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QPushButton, QWidget

from annotator.domain.flag import Flag
from annotator.domain.scheme import Scheme
from annotator.gui.language import counted
from annotator.gui.names import NameOf
from annotator.gui.widgets.flow import FlowLayout
from annotator.gui.widgets.parts import called, plain
from annotator.gui.wording import reason_of, shortened
from annotator.storage.same import ENTITY, KINDS, LABEL, QUESTION, SOURCE

_LONGEST = 48


class Choosing(QWidget):
    """Label, Source, Entity or Open question; then which; then whose."""

    chosen = Signal()
    """Other passages are wanted."""
    kind_chosen = Signal(object)
    """Another kind is wanted: what it offers is to be shown."""

    def __init__(self, scheme: Scheme, annotator: str, name_of: NameOf) -> None:
        super().__init__()
        self._name_of = name_of
        self._scheme = scheme
        self._kinds = QButtonGroup(self)
        around = QHBoxLayout(self)
        around.setContentsMargins(16, 12, 16, 8)
        row = FlowLayout(gap=8)
        around.addLayout(row, 1)
        row.addWidget(plain(self.tr("The same"), role="muted"))
        for number, name in enumerate(self._kind_names()):
            button = QPushButton(name)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._kinds.addButton(button, number)
            row.addWidget(button)
        self.which = called(QComboBox(), self.tr("Which"))
        self.which.setMinimumWidth(260)
        self.whose = called(QComboBox(), self.tr("Whose"))
        self.whose.addItem(self.tr("Everybody"), "")
        self.whose.addItem(name_of(annotator), annotator)
        self.count = plain(role="muted")
        row.addWidget(self.which)
        row.addWidget(self.whose)
        around.addWidget(self.count)
        self._kinds.button(0).setChecked(True)
        self._kinds.idClicked.connect(lambda number: self.kind_chosen.emit(KINDS[number]))
        self.which.currentIndexChanged.connect(lambda _: self.chosen.emit())
        self.whose.currentIndexChanged.connect(lambda _: self.chosen.emit())

    @property
    def kind(self) -> str:
        """What the passages have in common."""
        return KINDS[self._kinds.checkedId()]

    @property
    def value(self) -> str:
        """Which label, source, entity or question."""
        return str(self.which.currentData() or "")

    @property
    def annotator(self) -> str:
        """Whose passages; nobody's name stands for everybody."""
        return str(self.whose.currentData() or "")

    def choose_annotator(self, annotator: str) -> None:
        """Choose whose passages; everybody's where nobody is called so."""
        with QSignalBlocker(self.whose):
            self.whose.setCurrentIndex(max(self.whose.findData(annotator), 0))

    def work_as(self, annotator: str) -> None:
        """Somebody else works here now: one's own passages are theirs."""
        with QSignalBlocker(self.whose):
            self.whose.setItemData(1, annotator)
        self.show_names()

    def show_names(self) -> None:
        """Show what people are called now."""
        for number in range(1, self.whose.count()):
            self.whose.setItemText(number, self._name_of(str(self.whose.itemData(number))))

    def show_values(self, kind: str, values: Sequence[tuple[str, int]], value: str) -> None:
        """Offer what a kind has, with one of them chosen; one that nobody counted is added."""
        self._kinds.button(KINDS.index(kind)).setChecked(True)
        known = list(values)
        if value and value not in dict(known):
            known.insert(0, (value, 0))
        with QSignalBlocker(self.which):
            self.which.clear()
            for each, number in known:
                name = shortened(self._name(kind, each), most=_LONGEST)
                self.which.addItem(f"{name}  {counted(number)}" if number else name, each)
            self.which.setCurrentIndex(max(self.which.findData(value), 0))
        self.which.setEnabled(bool(known))

    def _name(self, kind: str, value: str) -> str:
        if kind == LABEL:
            label = self._scheme.label(value)
            return label.name if label else value
        if kind == QUESTION:
            return reason_of(Flag("", "", "", None, value), self._scheme)
        return value

    def _kind_names(self) -> list[str]:
        names: Mapping[str, str] = {
            LABEL: self.tr("Label"),
            SOURCE: self.tr("Source"),
            ENTITY: self.tr("Entity"),
            QUESTION: self.tr("Open question"),
        }
        return [names[kind] for kind in KINDS]
