"""Two articles beside each other: the text of one with what differs, and the labels carried."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.domain.errors import UserError
from annotator.domain.span import Span
from annotator.gui import theme as looks
from annotator.gui.article.view import ArticleView
from annotator.gui.language import counted
from annotator.gui.reader import Reader
from annotator.gui.reprints import fates
from annotator.gui.reprints.model import kind_words, named
from annotator.gui.session import Session
from annotator.gui.widgets.parts import ElidedLabel, plain
from annotator.operations.counterparts import LaidBeside, Pair
from annotator.storage.clusters import Listed

_FATES_HEIGHT = 150
_FEW = 0.5
"""Under this share of the words, in both texts, one is hardly a reprint of the other."""


class PairPane(QWidget):
    """Shows one text of a pair at a time; what the other lacks is marked in it."""

    told = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pair: Pair | None = None
        self._is_first_shown = False
        self.laid: LaidBeside | None = None
        self.view = ArticleView()
        self.view.setAccessibleName(self.tr("Text with what differs"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._reader = Reader(session, self.view, self)
        self.fates = fates.FatesList(session.scheme)
        self.heading, self.beside = ElidedLabel(role="title"), ElidedLabel(role="muted")
        self.differs = plain(role="muted", wraps=True)
        self.labels = plain(role="heading")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self._lay_out()

    @property
    def shown(self) -> Listed | None:
        """The article whose text is shown."""
        if self._pair is None:
            return None
        return self._pair.first if self._is_first_shown else self._pair.other

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self.view.set_theme(theme)
        self.fates.set_theme(theme)

    def begin(self, pair: Pair) -> None:
        """Another pair is looked at; how its texts differ is not known yet."""
        self._pair, self.laid, self._is_first_shown = pair, None, False
        self.heading.set_whole(named(pair.other))
        self.beside.set_whole(kind_words(pair))
        self.differs.setText(self.tr("Comparing…"))
        self.fates.clear()
        self.labels.setText("")
        self._show_article(pair.other, ())

    def show_laid(self, laid: LaidBeside) -> None:
        """Show how the texts differ, and what became of the labels."""
        self.laid = laid
        self.fates.show_all(laid.anchored)
        self.fates.setVisible(bool(laid.anchored))
        counts = fates.counts_words(laid.anchored)
        none = self.tr("THE OTHER ARTICLE HAS NO LABELS OF YOURS")
        heading = self.tr("LABELS OF THE OTHER ARTICLE")
        self.labels.setText(f"{heading} · {counts}" if counts else none)
        self._show_text(laid)

    def turn(self) -> None:
        """Show the text of the other article of the two."""
        if self.laid is not None:
            self._is_first_shown = not self._is_first_shown
            self._show_text(self.laid)

    def _show_text(self, laid: LaidBeside) -> None:
        shown = self.shown
        if shown is None:
            return
        places = laid.gone if self._is_first_shown else laid.new
        share = laid.of_first if self._is_first_shown else laid.of_other
        self.heading.set_whole(named(shown))
        if not laid.gone and not laid.new:
            said = self.tr("The words are the same to the last.")
        else:
            said = f"{self._share(share)} {self._difference(len(places))}"
        if max(laid.of_first, laid.of_other) < _FEW:
            said = f"{said} {self._hardly_alike()}"
        self.differs.setText(said)
        self._show_article(shown, places)

    def _show_article(self, shown: Listed, places: Sequence[Span]) -> None:
        try:
            self._reader.show_passage(shown.article_id, self._session.annotator, places)
        except UserError as problem:
            self.told.emit(str(problem))

    def _hardly_alike(self) -> str:
        if self._pair is not None and self._pair.kind == "reprint":
            return self.tr("That is little for a reprint: X keeps them apart.")
        return ""

    def _share(self, share: float) -> str:
        # Rounded down: all of the words is said of nothing less.
        words = self.tr("{} % of these words stand in the other text too, in this order.")
        return words.format(int(share * 100))

    def _difference(self, count: int) -> str:
        if not count:
            return self.tr("The other text has more. V shows it.")
        if count == 1:
            return self.tr("Marked: 1 passage that the other text lacks. V shows that one.")
        words = self.tr("Marked: {} passages that the other text lacks. V shows that one.")
        return words.format(counted(count))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 12)
        column.setSpacing(6)
        for widget in (self.heading, self.beside, self.differs):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addWidget(self.labels)
        self.fates.setFixedHeight(_FATES_HEIGHT)
        column.addWidget(self.fates)
        column.addLayout(self.buttons)
