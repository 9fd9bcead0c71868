"""The current flag: its passage in the article, the conversation, and the field for an answer."""

import contextlib

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from annotator.domain.errors import UserError
from annotator.domain.flag import CLOSED
from annotator.gui import theme as looks
from annotator.gui.annotate import appearance
from annotator.gui.article.view import ArticleView
from annotator.gui.panel.conversation import Conversation
from annotator.gui.reader import Reader
from annotator.gui.session import Session
from annotator.gui.widgets.parts import ElidedLabel, plain
from annotator.gui.wording import reason_of
from annotator.storage.flags import ListedFlag

_PAUSE_MILLISECONDS = 40
_TALLEST_TALK = 220


class FlagDetail(QWidget):
    """Follows the list once the person rests on a flag; Enter in the field answers and closes."""

    answered = Signal(object, bool)
    """An answer, and whether it closes the flag."""
    left = Signal()
    """The keys go back to the list."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._row: ListedFlag | None = None
        self.view = ArticleView()
        self.view.setAccessibleName(self.tr("Flagged passage"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._reader = Reader(session, self.view, self)
        self.reason = plain(role="title")
        self.title = ElidedLabel(role="muted")
        self.help = plain(role="muted", wraps=True)
        self.talk = Conversation(session.names.of)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Answer"))
        self.field.setMinimumHeight(34)
        self.field.installEventFilter(self)
        self.hint = plain(role="muted", wraps=True)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._later.timeout.connect(self._show_passage)
        self._lay_out()

    def show_flag(self, row: ListedFlag | None, *, ticked: int) -> None:
        """Show another flag, or this one as it is now; with some ticked, the field is for all."""
        is_same = self._row is not None and row is not None and self._row.flag.key == row.flag.key
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        flag, scheme = row.flag, self._session.scheme
        reason = scheme.flag_reason(flag.reason)
        self.reason.setText(reason_of(flag, scheme))
        self.title.set_whole(f"{row.title} · {self._session.names.of(flag.annotator)}")
        self.help.setText(reason.help if reason else "")
        self.help.setVisible(bool(self.help.text()))
        self.talk.show_flag(flag)
        self._fit_talk()
        self._show_field(is_closed=flag.state == CLOSED, ticked=ticked)
        if not is_same:
            self.field.clear()
            self._later.start()

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self.view.set_theme(theme)

    def rest(self) -> None:
        """The project is left: nothing more is read."""
        self._later.stop()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Enter answers and closes, with Shift it stays open; Esc and ↓ ↑ go back to the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_kept = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            words = self.field.text().strip()
            if words or not is_kept:
                self.field.clear()
                self.answered.emit(words, not is_kept)
            return True
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.left.emit()
            return True
        return False

    def _show_field(self, *, is_closed: bool, ticked: int) -> None:
        placeholder = self.tr("Reply")
        hint = self.tr("Enter replies and closes · Shift+Enter keeps it open · X no flag needed")
        if is_closed:
            placeholder = self.tr("Add a reply")
            hint = self.tr("Enter replies · R opens it again")
        if ticked:
            placeholder = self.tr("Reply to {} flags").format(ticked)
            hint = self.tr("Enter replies to all of them and closes them · Esc takes ticks away")
        self.field.setPlaceholderText(placeholder)
        self.hint.setText(hint)

    def _fit_talk(self) -> None:
        """The conversation takes the room that it needs, and scrolls beyond some."""
        width = max(self._talk_area.viewport().width(), 200)
        needed = max(self.talk.height_for(width), 18)
        self._talk_area.setFixedHeight(min(needed, _TALLEST_TALK))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words need more lines in less room."""
        super().resizeEvent(event)
        self._fit_talk()

    def _show_passage(self) -> None:
        row = self._row
        if row is None:
            return
        flag = row.flag
        with contextlib.suppress(UserError):  # an article that is gone shows nothing
            sheet = self._session.sheet_by(flag.article_id, flag.annotator)
            places = appearance.places_of(flag, sheet)
            self._reader.show_passage(flag.article_id, flag.annotator, places)

    def _lay_out(self) -> None:
        talk = self._talk_area = QScrollArea()
        talk.setWidget(self.talk)
        talk.setWidgetResizable(True)
        talk.setFrameShape(QFrame.Shape.NoFrame)
        talk.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        below = QVBoxLayout()
        below.setContentsMargins(20, 12, 20, 14)
        below.setSpacing(6)
        for widget in (self.reason, self.title, self.help, talk, self.field, self.hint):
            below.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addLayout(below)
