"""The strip above the inbox: three lists with their counts, and what narrows them."""

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.flag import ANSWERED, CLOSED, OPEN, Flag
from annotator.domain.scheme import Scheme
from annotator.gui.flags.model import FlagFilter
from annotator.gui.language import counted
from annotator.gui.names import NameOf
from annotator.gui.widgets.flow import FlowLayout
from annotator.gui.widgets.parts import called
from annotator.gui.wording import reason_of, shortened
from annotator.storage.flags import IN_ALL, IN_ANSWERED, IN_OPEN, ListedFlag

LISTS = (IN_OPEN, IN_ANSWERED, IN_ALL)
_LONGEST_TITLE = 44
_FIELD = 240


class FlagFilters(QWidget):
    """Open, Answered, All; then reason, annotator, article and words."""

    list_chosen = Signal(object)
    """Another list is wanted: its states."""
    narrowed = Signal(object)
    """The list is narrowed otherwise: its `FlagFilter`."""

    def __init__(self, scheme: Scheme, name_of: NameOf) -> None:
        super().__init__()
        self._name_of = name_of
        self._scheme = scheme
        self._lists = QButtonGroup(self)
        around = QVBoxLayout(self)
        around.setContentsMargins(16, 12, 16, 8)
        row = FlowLayout(gap=8)
        around.addLayout(row)
        self.buttons = [self._list_button(number) for number in range(len(LISTS))]
        for button in self.buttons:
            row.addWidget(button)
        self.reasons = self._box(self.tr("Reason"), self.tr("Every reason"))
        self.annotators = self._box(self.tr("Annotator"), self.tr("Everybody"))
        self.articles = self._box(self.tr("Article"), self.tr("Every article"))
        for box in (self.reasons, self.annotators, self.articles):
            row.addWidget(box)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Filter by words"))
        self.field.setAccessibleName(self.tr("Filter flags"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _: self._narrow())
        self.field.setMinimumWidth(_FIELD)
        row.addWidget(self.field)
        self._lists.idClicked.connect(lambda number: self.list_chosen.emit(LISTS[number]))
        self.buttons[0].setChecked(True)

    @property
    def states(self) -> tuple[str, ...]:
        """The states of the list that is shown."""
        return LISTS[self._lists.checkedId()]

    @property
    def is_narrowing(self) -> bool:
        """Whether something may hide flags."""
        return self.wanted != FlagFilter()

    @property
    def wanted(self) -> FlagFilter:
        """What is let through."""
        reason, person, article = (str(box.currentData() or "") for box in self._boxes)
        return FlagFilter(reason, person, article, self.field.text().strip())

    @property
    def kept(self) -> dict[str, object]:
        """What is chosen here, as plain values."""
        boxes = [box.currentData() for box in self._boxes]
        return {"list": self._lists.checkedId(), "boxes": boxes, "words": self.field.text()}

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """Choose what was kept; `show_choices` drops what no flag has any more."""
        number, boxes = kept.get("list"), kept.get("boxes")
        if isinstance(number, int) and 0 <= number < len(LISTS):
            self.buttons[number].setChecked(True)
        for box, value in zip(self._boxes, boxes if isinstance(boxes, list) else (), strict=False):
            with QSignalBlocker(box):
                box.addItem(str(value), value)
                box.setCurrentIndex(box.findData(value))
        self.field.setText(str(kept.get("words") or ""))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many flags each list has."""
        numbers = (
            counts.get(OPEN, 0),
            counts.get(ANSWERED, 0) + counts.get(CLOSED, 0),
            sum(counts.values()),
        )
        names = (self.tr("Open {}"), self.tr("Answered {}"), self.tr("All {}"))
        for button, name, number in zip(self.buttons, names, numbers, strict=True):
            button.setText(name.format(counted(number)))

    def show_choices(self, flags: Iterable[ListedFlag]) -> None:
        """Offer the reasons, people and articles of a list, the commonest first."""
        every = list(flags)
        reasons = Counter(each.flag.reason for each in every)
        people = Counter(each.flag.annotator for each in every)
        titles = {each.flag.article_id: each.title for each in every}
        articles = Counter(each.flag.article_id for each in every)
        self._fill(self.reasons, reasons, {name: self._reason(name) for name in reasons})
        self._fill(self.annotators, people, {who: self._name_of(who) for who in people})
        self._fill(self.articles, articles, titles)

    def clear(self) -> None:
        """Let everything through."""
        for box in self._boxes:
            box.setCurrentIndex(0)
        self.field.clear()

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return self.reasons, self.annotators, self.articles

    def _reason(self, reason: str) -> str:
        return reason_of(Flag("", "", "", None, reason), self._scheme)

    def _fill(self, box: QComboBox, counts: Counter[str], names: Mapping[str, str]) -> None:
        chosen = box.currentData()
        with QSignalBlocker(box):
            while box.count() > 1:
                box.removeItem(1)
            for value, number in counts.most_common():
                name = shortened(names.get(value) or value, most=_LONGEST_TITLE)
                box.addItem(f"{name}  {counted(number)}", value)
            box.setCurrentIndex(max(box.findData(chosen), 0) if chosen else 0)

    def _narrow(self) -> None:
        self.narrowed.emit(self.wanted)

    def _list_button(self, number: int) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lists.addButton(button, number)
        return button

    def _box(self, name: str, everything: str) -> QComboBox:
        box = called(QComboBox(), name)
        box.addItem(everything, "")
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        box.setMaximumWidth(190)
        box.currentIndexChanged.connect(lambda _: self._narrow())
        return box
