"""The line at the foot of the window: saved or not, mode, messages, keys."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from annotator.gui.widgets.parts import ElidedLabel, give_role, plain
from annotator.gui.widgets.rich_text import give_tip

_MESSAGE_MILLISECONDS = 6_000
_FRAME_MILLISECONDS = 40
_AROUND = 28 + 4 * 18


class StatusLine(QWidget):
    """What a person may want to know without asking; messages never lie over the text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Status"))
        self.saved = plain(role="muted", parent=self)
        self.mode = plain(role="muted", parent=self)
        self.annotator = plain(role="muted", parent=self)
        self.message = ElidedLabel()
        self.message.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hints = ElidedLabel(role="muted")
        self.hints.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hints.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.count = plain(role="muted", parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 14, 4)
        layout.setSpacing(18)
        for widget in (self.saved, self.mode, self.annotator):
            layout.addWidget(widget)
        layout.addWidget(self.message, 1)
        layout.addWidget(self.hints, 1)
        layout.addWidget(self.count)
        self.message.hide()
        self._clear = QTimer(self, singleShot=True, interval=_MESSAGE_MILLISECONDS)
        self._clear.timeout.connect(self._end)
        self._is_of_place = False
        self._news = ""
        self._news_milliseconds = 0
        self._is_news_shown = False
        self._thaw = QTimer(self, singleShot=True, interval=_FRAME_MILLISECONDS)
        self._thaw.timeout.connect(lambda: self.saved.setUpdatesEnabled(True))

    def show_saved(self, text: str, *, problem: str = "") -> None:
        """Say how the work stands with the disk; at once for those who ask, calmly for the eye.

        What is wrong and what helps stays there for the mouse when its message is gone.

        The text is true at once. It is painted a moment later, so that a quick disk makes no
        flicker at every key.
        """
        if text != self.saved.text():
            self.saved.setUpdatesEnabled(False)
            self.saved.setText(text)
            give_tip(self.saved, problem)
            self._thaw.start()
        give_role(self.saved, "danger" if problem else "muted")

    def tell(self, text: str) -> None:
        """Answer the person for six seconds; an empty text takes the answer away."""
        if not text and (self._is_news_shown or self.message.isHidden()):
            return  # at each key: to measure the line takes as long as to paint a line of text
        if self._is_news_shown:
            self._news_milliseconds = self._clear.remainingTime()
        self._is_news_shown = not text and bool(self._news)
        self._show(text or self._news)
        self._clear.start(_MESSAGE_MILLISECONDS if text else self._news_milliseconds)

    def tell_news(self, text: str) -> None:
        """Tell for six seconds in all what came about beside the person's own work.

        An answer to the person goes before it; when that goes, the news are there again.
        """
        self._news, self._news_milliseconds = text, _MESSAGE_MILLISECONDS
        if self._is_news_shown or self.message.isHidden():
            self._is_news_shown = bool(text)
            self._show(text)
            self._clear.start(_MESSAGE_MILLISECONDS)

    def _end(self) -> None:
        """What is shown was there long enough."""
        if self._is_news_shown:
            self.tell_news("")
        else:
            self.tell("")

    def _show(self, text: str) -> None:
        self._is_of_place = False
        self.message.set_whole(text)
        give_role(self.message, "")
        self.message.setVisible(bool(text))
        self.hints.setVisible(not text)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow line has room for the message before mode and name."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        beside = (self.mode, self.annotator)
        words = self.message.accessibleName()
        wanted = self.message.fontMetrics().horizontalAdvance(words) if words else 0
        kept = (self.saved, *beside, self.count)
        room = self.width() - sum(each.sizeHint().width() for each in kept) - _AROUND
        for label in beside:
            label.setVisible(not words or room >= wanted)

    def bind_to_place(self) -> None:
        """What was told last is about the place of the reader: it goes when they go on."""
        words = self.message.accessibleName()
        # What is told while going on is about the new place.
        QTimer.singleShot(0, self, lambda: self._bind(words))

    def move_on(self) -> None:
        """The reader is elsewhere now."""
        if self._is_of_place:
            self.tell("")

    def _bind(self, words: str) -> None:
        self._is_of_place = words == self.message.accessibleName()

    def keep_message(self, *, is_problem: bool) -> None:
        """Let the message stay until another one comes."""
        self._is_of_place = False
        self._clear.stop()
        give_role(self.message, "danger" if is_problem else "")
