"""What stands beside the passages: saved searches, and what a query can hold."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.gui import theme as looks
from annotator.gui.search.saved import SavedCard, SavedSearches
from annotator.gui.widgets.parts import Card, plain

_WIDTH = 280


class SearchSide(QScrollArea):
    """The two cards; `card` is that of the saved searches."""

    def __init__(self, saved: SavedSearches) -> None:
        super().__init__()
        self.card = SavedCard(saved)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 14, 8, 12)
        column.setSpacing(16)
        column.addWidget(self.card)
        column.addWidget(self._made_help())
        column.addStretch(1)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(looks.scaled(_WIDTH))
        self.setWidget(content)

    def _made_help(self) -> Card:
        card = Card("How to search")
        card.heading.setText(self.tr("HOW TO SEARCH"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for number, (part, meaning) in enumerate(_parts(self.tr)):
            grid.addWidget(plain(part), number, 0, top)
            grid.addWidget(plain(meaning, role="muted", wraps=True), number, 1, top)
        card.body.addLayout(grid)
        return card


def _parts(tr: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    """What a query can hold, and what that means."""
    return (
        ("bridge mayor", tr("both words")),
        ("“the mayor”", tr("in this order")),
        ("bridg*", tr("any ending")),
        ("-tram", tr("not this word")),
        ("label:claim", tr("labelled so")),
        ("has:flag", tr("or note, relation, verdict, annotation")),
        ("by:ana", tr("whose labels")),
        ("status:open", tr("or in_progress, finished")),
        ("outlet:post", tr("published there")),
    )
