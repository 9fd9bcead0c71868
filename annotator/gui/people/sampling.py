"""How much an editor looks at where one person did an article alone: by person and label."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSpinBox

from annotator.gui.widgets.parts import Card, called, plain

EVERYBODY = "*"


class SamplingCard(Card):
    """Whose labels, which label, which share; below it what holds now."""

    chosen = Signal(str, float)
    """A share between 0 and 1 is to hold for `PERSON`, `PERSON/LABEL`, `*` or `*/LABEL`."""

    def __init__(self) -> None:
        super().__init__("")
        self.heading.setText(self.tr("Review of work done alone").upper())
        self.heading.setAccessibleName(self.tr("Review of work done alone"))
        self.people = called(QComboBox(), self.tr("Whose labels an editor looks at"))
        self.label = called(QComboBox(), self.tr("Which labels an editor looks at"))
        self.share = called(QSpinBox(), self.tr("Share of the labels that an editor looks at"))
        self.share.setRange(0, 100)
        self.share.setValue(100)
        self.share.setSuffix(" %")
        self.share.lineEdit().setTextMargins(8, 0, 0, 0)
        self.button = QPushButton(self.tr("Set"))
        self.button.setAutoDefault(False)
        self.held = plain(role="muted", wraps=True)
        self.held.setAccessibleName(self.tr("What an editor looks at"))
        hint = self.tr("Where nobody else did an article, an editor looks at a drawn share of it.")
        self.body.addWidget(plain(hint, role="muted", wraps=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.people, self.label, self.share, self.button):
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.held)
        self.button.clicked.connect(self._choose)

    def show_rates(
        self,
        people: Sequence[tuple[str, str]],
        labels: Sequence[tuple[str, str]],
        rates: Mapping[str, float],
    ) -> None:
        """Offer people and labels, each an id with its name, and say what holds."""
        _fill(self.people, [(EVERYBODY, self.tr("Everybody")), *people])
        _fill(self.label, [("", self.tr("all labels")), *labels])
        names, called = {EVERYBODY: self.tr("Everybody"), **dict(people)}, dict(labels)
        told = []
        for key, rate in sorted(rates.items()):
            who, _, label = key.partition("/")
            about = f"{names.get(who, who)}, {called.get(label, label)}" if label else None
            told.append(f"{about or names.get(who, who)}: {rate:.0%}")
        self.held.setText(" · ".join(told) or self.tr("Everything is looked at."))

    def _choose(self) -> None:
        who, label = str(self.people.currentData()), str(self.label.currentData() or "")
        self.chosen.emit(f"{who}/{label}" if label else who, self.share.value() / 100)


def _fill(combo: QComboBox, rows: Sequence[tuple[str, str]]) -> None:
    held = combo.currentData()
    combo.clear()
    for value, words in rows:
        combo.addItem(words, value)
    combo.setCurrentIndex(max(combo.findData(held), 0))
