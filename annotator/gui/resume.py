"""What was being done when the window closed, or the program was killed: panes, words, selection.

Where the person was in the text is `places`; this is the rest. It is written a moment after each
change, so that a kill costs no more than the words of a second.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.session import Session
from annotator.gui.window_state import Seat, WindowState

PAUSE_MILLISECONDS = 700
WATCH_MILLISECONDS = 2_000
"""How much typing on another screen a kill may cost."""
_PANES, _FIND, _SELECTED, _ASKING, _DRAFTS = "panes", "find", "selected", "asking", "drafts"
_SCREEN, _STEPS = "screen", "first_steps"
_MOST_DRAFTS = 20


class Resume(QObject):
    """Remembers the state of one session's screen, and brings it back."""

    def __init__(
        self,
        session: Session,
        annotating: AnnotateScreen,
        state: WindowState,
        *,
        standing: Callable[[], object],
    ) -> None:
        """Watch a screen; `standing` tells which other one is shown, with its state."""
        super().__init__(annotating)
        self._standing = standing
        self._watch = QTimer(self, interval=WATCH_MILLISECONDS)
        self._watch.timeout.connect(self._write_if_other)
        self._session = session
        self._annotating = annotating
        self._state = state
        self._later = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._later.timeout.connect(self.write)
        self._drafts = Drafts(state, lambda: self._seat, self._later)
        annotating.panes.restore(state.value(_PANES))
        bar = annotating.pane.find_bar
        if words := self._seat.value(_FIND):
            bar.offer(str(words))
        annotating.pane.entry.drafts = self._drafts
        for signal in (
            annotating.panes.changed,
            annotating.panes.splitter.splitterMoved,
            annotating.selected.changed,
            bar.searched,
            annotating.pane.steps.advanced,
        ):
            signal.connect(self._later.start)
        # Somebody else may take the seat next.
        session.leaving.connect(lambda _: self._remember())

    def go_on(self) -> str:
        """Select what was selected, and open the strip on what was half written; its words."""
        sheet = self._session.sheet
        if sheet is None:
            return ""
        held = self._seat.value(_SELECTED)
        if isinstance(held, list) and held[:1] == [sheet.article.id]:
            self._annotating.selected.restore((str(held[1]), bool(held[2])))
        asking = self._drafts.asking
        if asking and self._drafts.held(asking) and self._annotating.remarks.ask_again(asking):
            return self._annotating.pane.entry.field.text()
        return ""

    @property
    def screen(self) -> object:
        """The screen other than the article's that was shown, with its state."""
        return self._seat.value(_SCREEN)

    @property
    def first_steps(self) -> int:
        """How many of the first steps were done."""
        held = self._seat.value(_STEPS)
        return held if isinstance(held, int) else 0

    def follow_screen(self) -> None:
        """Another screen is shown: what is done there is written down now and then."""
        self._later.start()
        if self._standing() is None:
            self._watch.stop()
        else:
            self._watch.start()

    def _write_if_other(self) -> None:
        if self._standing() != self.screen:
            self.write()

    @property
    def _seat(self) -> Seat:
        """Where whoever works here now is."""
        return self._state.seat(self._session.path, self._session.annotator)

    def write(self) -> None:
        """Write down how everything stands."""
        self._later.stop()
        self._remember()
        self._state.keep()

    def _remember(self) -> None:
        screen, sheet, seat = self._annotating, self._session.sheet, self._seat
        mark_id, is_deliberate = screen.selected.state
        selected = [sheet.article.id, mark_id, is_deliberate] if sheet and mark_id else None
        self._state.remember(_PANES, screen.panes.state())
        seat.keep(_FIND, screen.pane.find_bar.field.text())
        seat.keep(_SELECTED, selected)
        seat.keep(_SCREEN, self._standing())
        seat.keep(_STEPS, screen.pane.steps.number)


class Drafts:
    """A person's half-written remarks by what they are about, until they are sent or dropped."""

    def __init__(self, state: WindowState, seat: Callable[[], Seat], later: QTimer) -> None:
        self._state = state
        self._seat = seat
        self._later = later

    @property
    def asking(self) -> str:
        """What the strip was asking when the program ended."""
        return str(self._seat().value(_ASKING) or "")

    def held(self, key: str) -> tuple[int, str] | None:
        """The option and the words that were not sent."""
        found = self._all().get(key)
        if isinstance(found, list) and len(found) == 2 and isinstance(found[0], int):
            return found[0], str(found[1])
        return None

    def keep(self, key: str, option: int, text: str) -> None:
        """Something was typed or chosen."""
        drafts = self._all()
        drafts.pop(key, None)
        drafts[key] = [option, text]
        self._seat().keep(_DRAFTS, dict(list(drafts.items())[-_MOST_DRAFTS:]))
        self._later.start()

    def drop(self, key: str) -> None:
        """It was sent, or the person thought better of it: a kill must not bring it back."""
        drafts = self._all()
        drafts.pop(key, None)
        self._seat().keep(_DRAFTS, drafts)
        self._seat().keep(_ASKING, "")
        self._state.keep()

    def asked(self, key: str) -> None:
        """The strip is open on this now, or closed when the key is empty."""
        self._seat().keep(_ASKING, key)
        self._later.start()

    def _all(self) -> dict[str, object]:
        held = self._seat().value(_DRAFTS)
        return dict(held) if isinstance(held, dict) else {}
