"""How files are to be read, where a person knows better: encoding, format, offsets, and more."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from annotator.formats import advice
from annotator.formats.import_map import ImportMap
from annotator.formats.registry import FORMATS
from annotator.gui.imports import words
from annotator.gui.widgets.flow import FlowLayout
from annotator.gui.widgets.parts import choice_box
from annotator.gui.widgets.rich_text import give_tip
from annotator.operations.previewing import Preview


class ReadingChoices(QWidget):
    """Says of all files at once how they are read; nothing chosen means found by itself.

    What is seldom needed is shown where a file asks for it, and stays while it is chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.encoding = _box(self.tr("Encoding"), self.tr("Encoding: found by itself"))
        for name, shown in words.ENCODINGS:
            self.encoding.addItem(shown, name)
        self.format = _box(self.tr("Format"), self.tr("Format: found by itself"))
        for each in FORMATS:
            if each.can_be_read:
                self.format.addItem(each.id, each.id)
        self.offsets = _box(self.tr("Offsets"), self.tr("Offsets: found by themselves"))
        for name, shown in self._units().items():
            self.offsets.addItem(shown, name)
        self.page_parts = QCheckBox(self.tr("With headline, byline and captions"))
        give_tip(
            self.page_parts,
            self.tr("Headline, deck, byline, captions and pull quotes of pages come into the text"),
        )
        self.new_versions = QCheckBox(self.tr("Other texts of one name are newer versions"))
        give_tip(self.new_versions, self.tr("The older article stays with all its labels"))
        self.moves = QCheckBox(self.tr("Move labels to where their words stand"))
        give_tip(self.moves, self.tr("Otherwise labels whose place holds other words are refused"))
        self._boxes = (self.encoding, self.format, self.offsets)
        self._ticks = (self.page_parts, self.new_versions, self.moves)
        self._lay_out()

    @property
    def told(self) -> ImportMap:
        """What is chosen."""
        told = ImportMap(page_parts=self.page_parts.isChecked(), format=self.format.currentData())
        told = told.with_encoding(self.encoding.currentData())
        told = told.with_offsets(self.offsets.currentData(), reanchors=self.moves.isChecked())
        return replace(told, takes_newer_versions=self.new_versions.isChecked())

    @property
    def kept(self) -> Mapping[str, object]:
        """What is chosen, for the next start."""
        return {"encoding": self.encoding.currentData(), "format": self.format.currentData()}

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """Choose the same again."""
        for box, name in ((self.encoding, "encoding"), (self.format, "format")):
            box.setCurrentIndex(max(box.findData(kept.get(name)), 0))

    def reset(self) -> None:
        """Nothing is chosen, as for other files; nobody is told."""
        with QSignalBlocker(self):
            for box in self._boxes:
                box.setCurrentIndex(0)
            for tick in self._ticks:
                tick.setChecked(False)
        self._show_needed(())

    def show_for(self, preview: Preview) -> None:
        """Show what these files ask for."""
        report = preview.report
        reasons = [each.reason for each in (*report.problems, *report.notes)]
        has_pages = any(each.article.format == "html" for each in preview.articles)
        self._show_needed(reasons, has_pages=has_pages)

    def _show_needed(self, reasons: Iterable[str], *, has_pages: bool = False) -> None:
        said = "\n".join(reasons)
        self.page_parts.setVisible(has_pages)
        self.offsets.setVisible(advice.OFFSETS in said or self.offsets.currentIndex() > 0)
        for tick, sentence in (
            (self.new_versions, advice.NEW_VERSION),
            (self.moves, advice.REANCHOR),
        ):
            tick.setVisible(sentence in said or tick.isChecked())

    def _units(self) -> Mapping[str, str]:
        return {
            "codepoint": self.tr("Offsets: code points (Python)"),
            "utf16": self.tr("Offsets: UTF-16 units (Java)"),
            "grapheme": self.tr("Offsets: visible characters"),
        }

    def _lay_out(self) -> None:
        row = FlowLayout(self, gap=8)
        for box in self._boxes:
            row.addWidget(box)
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        for tick in self._ticks:
            row.addWidget(tick)
            tick.toggled.connect(lambda _: self.changed.emit())


def _box(name: str, first: str) -> QComboBox:
    box = choice_box(name)
    box.addItem(first, None)
    return box
