"""The current passage in its article, beside the list, where the window has room for it."""

from PySide6.QtCore import QObject, Qt, QTimer

from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.gui import theme as looks
from annotator.gui.article.view import ArticleView
from annotator.gui.reader import Reader
from annotator.gui.search.table import ResultsTable
from annotator.gui.session import Session
from annotator.storage.passages import TITLE, Passage

_PAUSE_MILLISECONDS = 60


class Preview(QObject):
    """Follows the list once the person rests on a passage; the keys stay with the list."""

    def __init__(self, session: Session, table: ResultsTable) -> None:
        super().__init__(table)
        self._session = session
        self._table = table
        self.view = ArticleView()
        self.view.setAccessibleName(self.tr("Passage in its article"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._reader = Reader(session, self.view, self)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._later.timeout.connect(self._show)
        self.view.hide()
        table.moved.connect(self._later.start)
        session.changed.connect(self._follow)
        self._later.start()

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self.view.set_theme(theme)

    def rest(self) -> None:
        """The project is left: nothing more is read."""
        self._later.stop()
        self._session.changed.disconnect(self._follow)

    def _follow(self, draft: Draft) -> None:
        self._reader.follow(draft.changes)

    def _show(self) -> None:
        passage = self._table.passage
        if passage is None:
            self.view.hide()
            return
        if self.view.isHidden():
            self.view.show()
            self._later.start()  # it has its height only then
            return
        shown = self._reader.sheet
        if shown is None or shown.article.id != passage.article_id:
            try:
                self._reader.show_sheet(self._session.sheet_of(passage.article_id))
            except UserError:
                self.view.hide()
                return
        self._go_to(passage)

    def _go_to(self, passage: Passage) -> None:
        if passage.part == TITLE:
            self.view.set_hits((), None)
            self.view.go_to(0)
            return
        self._reader.pick(passage.annotation_id or None)
        self.view.go_to(passage.place.start, at="upper third")
        self.view.set_hits(passage.hits, 0 if passage.hits else None)
