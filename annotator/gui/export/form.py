"""What is to be written: layer, format, what is included, splits, texts and names."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from annotator.domain.errors import UserError
from annotator.domain.scheme import Scheme
from annotator.formats.datasets.work import FRAGMENTS, FULL, NONE, TextRule
from annotator.formats.registry import writable
from annotator.gui import theme as looks
from annotator.gui.export import presets
from annotator.gui.widgets.flow import FlowLayout
from annotator.gui.widgets.parts import ElidedLabel, called, plain
from annotator.gui.widgets.rich_text import as_tip, give_tip
from annotator.operations.export_plan import SPLIT_BY, ExportPlan, SplitPlan
from annotator.operations.splits import parsed_shares

_TITLE = Qt.ItemDataRole.UserRole + 1  # what a format is called
_LEAST = 24
"""How high everything is that can be hit."""
_FIELD = 28
"""How high fields are: what stands between them is as high, so that the words are in line."""

_USUAL_SHARES = "train=80,dev=10,test=10"
_TEXTS: tuple[TextRule, ...] = (FULL, FRAGMENTS, NONE)


class ExportForm(QWidget):
    """The choices, as a plan; it says when the plan is another."""

    changed = Signal()

    def __init__(self, scheme: Scheme, annotator: str, licences: Sequence[str]) -> None:
        super().__init__()
        self._scheme = scheme
        self._annotator = annotator
        self._base = ExportPlan()
        self.captions: list[str] = []
        """The words before its fields."""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 16, 20, 10)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(1, 1)
        self._add_presets()
        self._add_format()
        self._add_included()
        self._add_split()
        self._add_texts(licences)

    @property
    def plan(self) -> ExportPlan:
        """What is chosen.

        Raises:
            UserError: the shares of the splits say nothing.
        """
        labels = tuple(name for name, box in self.labels.items() if box.isChecked())
        whole = len(labels) == len(self.labels)
        omitted = tuple(name for name, box in self.parts.items() if not box.isChecked())
        licence = str(self.licences.currentData() or "")
        return replace(
            self._with_layer(),
            format_id=str(self.formats.currentData()),
            only_finished=self.only_finished.isChecked(),
            split=self._split_plan(),
            text=_TEXTS[self.texts.currentIndex()],
            drops_boilerplate=self.boilerplate.isChecked(),
            has_real_names=self.names.isChecked(),
            licences=(licence,) if licence else (),
            labels=() if whole else labels,
            omitted=omitted,
        )

    def work_as(self, annotator: str) -> None:
        """Somebody else works here now: “my annotations” are theirs."""
        self._annotator = annotator

    def set_plan(self, plan: ExportPlan) -> None:
        """Show a plan."""
        blockers = [QSignalBlocker(each) for each in self.findChildren(QWidget)]
        self._base = plan
        number = presets.number_of(plan, self._annotator)
        for each, button in enumerate(self.presets):
            button.setChecked(each == number)
        self.formats.setCurrentIndex(max(0, self.formats.findData(plan.format_id)))
        self._say_format()
        self.only_finished.setChecked(plan.only_finished)
        for name, box in self.labels.items():
            box.setChecked(not plan.labels or name in plan.labels)
        for name, box in self.parts.items():
            box.setChecked(name not in plan.omitted)
        self._show_split(plan.split)
        self.texts.setCurrentIndex(_TEXTS.index(plan.text))
        self.boilerplate.setChecked(plan.drops_boilerplate)
        self.names.setChecked(plan.has_real_names)
        licence = plan.licences[0] if plan.licences else ""
        self.licences.setCurrentIndex(max(0, self.licences.findData(licence)))
        del blockers

    def choose_preset(self, number: int) -> None:
        """Take a preset by its digit."""
        self.presets[number].setChecked(True)
        self._take_preset(number)

    def _take_preset(self, number: int) -> None:
        with QSignalBlocker(self.only_finished):
            self.only_finished.setChecked(presets.PRESETS[number].only_finished)
        self.changed.emit()

    def _with_layer(self) -> ExportPlan:
        number = next((n for n, each in enumerate(self.presets) if each.isChecked()), -1)
        return presets.chosen(number, self._base, self._annotator) if number >= 0 else self._base

    def _split_plan(self) -> SplitPlan:
        by = str(self.split_by.currentData() or "")
        if not by:
            return SplitPlan()
        shares = parsed_shares(self.shares.text())
        if not shares:
            raise UserError(
                "No shares of splits are named. Write for example train=80,dev=10,test=10."
            )
        return SplitPlan(shares, by, int(self.seed.text() or 0))

    def _show_split(self, plan: SplitPlan) -> None:
        self.split_by.setCurrentIndex(self.split_by.findData(plan.by) if plan.shares else 0)
        shares = ",".join(f"{name}={share:g}" for name, share in plan.shares)
        self.shares.setText(shares or _USUAL_SHARES)
        self.seed.setText(str(plan.seed))
        self._enable_split()

    def _enable_split(self) -> None:
        is_split = bool(self.split_by.currentData())
        self.shares.setEnabled(is_split)
        self.seed.setEnabled(is_split)

    def _add_presets(self) -> None:
        names = (
            self.tr("1  Gold"),
            self.tr("2  Votes of all"),
            self.tr("3  My annotations"),
            self.tr("4  Everything"),
        )
        self.presets = [QRadioButton(name) for name in names]
        group = QButtonGroup(self)
        row = self._row(self.tr("Preset"))
        for number, button in enumerate(self.presets):
            button.setMinimumHeight(looks.scaled(_LEAST))
            group.addButton(button, number)
            row.addWidget(button)
        self.only_finished = self._box(self.tr("Only finished"))
        row.addWidget(self.only_finished)
        self.preset_row = row
        group.idClicked.connect(self._take_preset)

    def _add_format(self) -> None:
        self.formats = called(QComboBox(), self.tr("Format"))
        self.format_title = ElidedLabel(role="muted")
        for number, each in enumerate(writable()):
            self.formats.addItem(each.id, each.id)
            self.formats.setItemData(number, each.title, _TITLE)
            self.formats.setItemData(number, as_tip(each.title), Qt.ItemDataRole.ToolTipRole)
        self.formats.setMaxVisibleItems(24)
        self.formats.currentIndexChanged.connect(lambda _: self._take_format())
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.formats)
        row.addWidget(self.format_title, 1)
        number = self._grid.rowCount()
        self._grid.addWidget(self._heading(self.tr("Format")), number, 0)
        self._grid.addLayout(row, number, 1)

    def _take_format(self) -> None:
        self._say_format()
        self.changed.emit()

    def _say_format(self) -> None:
        title = self.formats.currentData(_TITLE)
        self.format_title.set_whole(str(title or ""))

    def _add_included(self) -> None:
        flow = self._row(self.tr("Include"))
        self.labels = {each.id: self._box(each.name) for each in self._scheme.labels}
        parts: tuple[tuple[str, str], ...] = (
            ("relations", self.tr("Links")),
            ("article-labels", self.tr("Article labels")),
            ("flags", self.tr("Flags")),
            ("verdicts", self.tr("Verdicts")),
            ("stances", self.tr("Sentiment grid")),
            ("notes", self.tr("Notes")),
        )
        self.parts = {name: self._box(title) for name, title in parts}
        self.names = self._box(self.tr("Annotators’ names"))
        for box in (*self.labels.values(), *self.parts.values(), self.names):
            box.setChecked(True)
            flow.addWidget(box)

    def _add_split(self) -> None:
        row = self._row(self.tr("Split"))
        self.split_by = called(QComboBox(), self.tr("Split by"))
        names = (
            self.tr("By cluster: copies stay together"),
            self.tr("By outlet"),
            self.tr("By date"),
            self.tr("By article"),
        )
        self.split_by.addItem(self.tr("No split"), "")
        for name, by in zip(names, SPLIT_BY, strict=True):
            self.split_by.addItem(name, by)
        self.shares = QLineEdit(_USUAL_SHARES)
        self.shares.setAccessibleName(self.tr("Shares of the splits"))
        self.shares.setMinimumWidth(looks.scaled(220))
        self.seed = QLineEdit()
        self.seed.setValidator(QIntValidator(0, 999_999, self.seed))
        self.seed.setFixedWidth(looks.scaled(90))
        self.seed.setAccessibleName(self.tr("Seed"))
        self.split_by.currentIndexChanged.connect(lambda _: self._enable_split())
        self.split_by.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.shares.textChanged.connect(lambda _: self.changed.emit())
        self.seed.textChanged.connect(lambda _: self.changed.emit())
        seed = plain(self.tr("seed"), role="muted")
        seed.setMinimumHeight(looks.scaled(_FIELD))
        for widget in (self.split_by, self.shares, seed, self.seed):
            row.addWidget(widget)

    def _add_texts(self, licences: Sequence[str]) -> None:
        row = self._row(self.tr("Text"))
        self.texts = called(QComboBox(), self.tr("Text"))
        for name in (self.tr("Full"), self.tr("Labelled words only"), self.tr("Offsets only")):
            self.texts.addItem(name)
        self.boilerplate = self._box(self.tr("Leave out boilerplate"))
        self.boilerplate.setMinimumHeight(looks.scaled(_FIELD))
        give_tip(
            self.boilerplate,
            self.tr("Where records are made of text: sentences, tokens, conversations."),
        )
        self.licences = called(QComboBox(), self.tr("Licence"))
        self.licences.addItem(self.tr("Every licence"), "")
        for licence in licences:
            self.licences.addItem(licence, licence)
        self.texts.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.licences.currentIndexChanged.connect(lambda _: self.changed.emit())
        for widget in (self.texts, self.boilerplate, self.licences):
            row.addWidget(widget)

    def _row(self, heading: str) -> FlowLayout:
        """A line of choices, which goes on in the next where the window is narrow."""
        holder = QWidget()
        flow = FlowLayout(holder, gap=12)
        number = self._grid.rowCount()
        self._grid.addWidget(self._heading(heading), number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(holder, number, 1)
        return flow

    def _heading(self, text: str) -> QWidget:
        self.captions.append(text)
        heading = plain(text, role="muted")
        heading.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setMinimumHeight(looks.scaled(28))  # level with the first line of choices
        return heading

    def _box(self, text: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setMinimumHeight(looks.scaled(_LEAST))
        box.toggled.connect(lambda _: self.changed.emit())
        return box
