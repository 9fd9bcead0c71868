"""Where the person was: the article that opens first, and the place in each article."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from annotator.domain.sheet import Sheet
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.session import Session
from annotator.gui.window_state import Seat, WindowState

if TYPE_CHECKING:
    from annotator.gui.stopwatch import Stopwatch

_WATCH_MILLISECONDS = 300
PAUSE_MILLISECONDS = 700
"""How long a person rests before the place is written: a crash costs no more than this."""


class Places(QObject):
    """Remembers the places of one session as they change, and goes back to them."""

    def __init__(
        self,
        session: Session,
        annotating: AnnotateScreen,
        state: WindowState,
        *,
        begins_at_second_sentence: bool,
    ) -> None:
        super().__init__(annotating)
        self._session = session
        self._annotating = annotating
        self._state = state
        self._begins_at_second_sentence = begins_at_second_sentence
        self._later = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._later.timeout.connect(self._write_place)
        self._watch: Stopwatch | None = None
        session.leaving.connect(self._keep)
        session.opened.connect(self._return)
        annotating.view.sentenceChanged.connect(lambda _: self._later.start())
        annotating.view.verticalScrollBar().valueChanged.connect(lambda _: self._later.start())
        # The window gets its size when it is shown, after the first article was opened.
        annotating.view.viewport().installEventFilter(self)

    @property
    def _seat(self) -> Seat:
        """Where whoever works here now is."""
        return self._state.seat(self._session.path, self._session.annotator)

    def open_first(self, wanted: str | None) -> bool:
        """Open the article asked for, else the last one, else the first; false: no such one."""
        remembered = wanted or self._seat.last_article
        if remembered is not None and self._session.has_article(remembered):
            return self._session.open_article(remembered)
        first = self._session.first_article()
        if first is not None:
            self._session.open_article(first)
        return wanted is None

    def leave(self) -> None:
        """Remember the place in the open article, to be written with all else, and the time."""
        self._later.stop()
        self.keep()
        if self._watch is not None:
            self._watch.write()

    def _write_place(self) -> None:
        self._later.stop()
        self.keep()
        self._state.keep()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Before the first paint: the current sentence is in sight at the width there is now."""
        if event.type() == QEvent.Type.Paint:
            view = self._annotating.view
            view.viewport().removeEventFilter(self)
            view.reveal(view.current_sentence)
            QTimer.singleShot(_WATCH_MILLISECONDS, self, self._begin_watch)
        return False

    def _begin_watch(self) -> None:
        """Time is counted from the first article on; nothing of it is loaded before that."""
        from annotator.gui.stopwatch import Stopwatch

        if not self._session.is_closed:
            self._watch = Stopwatch(self._session, self._annotating.view)

    def keep(self) -> None:
        """Remember the place in the open article."""
        if self._session.sheet is not None:
            self._keep(self._session.sheet)

    def _keep(self, sheet: Sheet) -> None:
        view = self._annotating.view
        place = (view.current_sentence.start, *view.place())
        self._seat.left(sheet.article.id, place)

    def _return(self, sheet: Sheet) -> None:
        view = self._annotating.view
        place = self._seat.place(sheet.article.id)
        length = len(sheet.article.text)
        if place is not None and place[0] < length:
            sentence, position, above = place
            view.go_to(sentence)
            view.restore((min(position, length), above))
            view.reveal(view.current_sentence)
        elif self._begins_at_second_sentence:
            self._begins_at_second_sentence = False
            view.next_sentence()
