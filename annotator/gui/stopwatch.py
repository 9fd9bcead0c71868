"""How long somebody worked on each article: for themselves alone, never in the project.

It lies beside the settings of this computer, is written into no project and no export, and nobody
else is shown it. Only time with keys or the mouse counts; a pause of a minute ends it.
"""

from time import monotonic

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea

from annotator.gui.session import Session
from annotator.settings import JsonFile, home

FILE = "own-times.json"
_LONGEST_PAUSE_SECONDS = 60.0
_INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
)


class Stopwatch(QObject):
    """Counts seconds of work on the open article."""

    def __init__(self, session: Session, watched: QAbstractScrollArea) -> None:
        super().__init__(watched)
        self._session = session
        self._file = JsonFile(home() / FILE)
        self._last: float | None = None
        self._seconds = 0.0
        watched.installEventFilter(self)
        watched.viewport().installEventFilter(self)
        session.leaving.connect(lambda sheet: self._keep(sheet.article.id))

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Something was pressed or moved: the time since the last such thing counts."""
        if event.type() in _INPUT:
            now = monotonic()
            if self._last is not None and now - self._last < _LONGEST_PAUSE_SECONDS:
                self._seconds += now - self._last
            self._last = now
        return False

    def write(self) -> None:
        """Keep what was counted on the open article."""
        if self._session.sheet is not None:
            self._keep(self._session.sheet.article.id)

    def seconds(self) -> dict[str, float]:
        """Seconds by the ids of articles, of whoever works here in this project."""
        held = self._file.read().get(self._key, {})
        own = held if isinstance(held, dict) else {}
        return {str(name): float(value) for name, value in own.items()}

    def in_words(self) -> str:
        """The middle of the times per article, for the person alone."""
        import statistics  # heavier than all the rest here

        times = [seconds for seconds in self.seconds().values() if seconds >= 1]
        if not times:
            return ""
        minutes = statistics.median(times) / 60
        words = self.tr(
            "Your time: half of your {} articles took less than {} minutes. Only you see this; it "
            "is kept on this computer and never exported."
        )
        return words.format(len(times), f"{minutes:.1f}")

    @property
    def _key(self) -> str:
        return f"{self._session.project.device}/{self._session.annotator}"

    def _keep(self, article_id: str) -> None:
        counted, self._seconds, self._last = self._seconds, 0.0, None
        if counted < 1:
            return
        held = self._file.read()
        own = held.get(self._key, {})
        times = dict(own) if isinstance(own, dict) else {}
        times[article_id] = round(float(times.get(article_id, 0)) + counted, 1)
        self._file.write({**held, self._key: times})
