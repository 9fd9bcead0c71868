"""The conversation about a flag: who raised it, what was said, what became of it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.domain.flag import (
    ACCEPTED,
    ANSWERED,
    BY_ENGINE,
    CLOSED,
    DISMISSED,
    FIXED,
    OPEN,
    STOP,
    Flag,
)
from annotator.gui.names import NameOf
from annotator.gui.widgets.lines import AMONG_LINES, clear
from annotator.gui.widgets.parts import ElidedLabel, LineButton, plain


class Conversation(QWidget):
    """The turns of one flag, oldest first, under a line about its state."""

    def __init__(self, name_of: NameOf) -> None:
        super().__init__()
        self._name_of = name_of
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def height_for(self, width: int) -> int:
        """How high the conversation is in some width, in pixels."""
        return max(self._column.heightForWidth(width), self.sizeHint().height())

    def show_flag(self, flag: Flag) -> None:
        """Show the conversation of another flag, or of this one as it is now."""
        clear(self._column)
        self._add(
            ElidedLabel(f"{state_of(flag)} · {_origin_of(flag, self._name_of)}", role="muted")
        )
        for message in flag.messages:
            self._add(plain(f"{self._name_of(message.by)}: {message.text}", wraps=True))
        if flag.why_dismissed:
            sentence = _words("Dismissed: {}").format(flag.why_dismissed)
            self._add(plain(sentence, role="muted", wraps=True))

    def _add(self, line: QWidget) -> None:
        self._column.addWidget(line)
        # A layout shows it later only, and until then gives it no height.
        line.show()


class FlagLine(QWidget):
    """A flag under the annotation it sits on, with what was said; `button` leads to it."""

    def __init__(self, flag: Flag, reason: str, name_of: NameOf) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        self.button = LineButton(f"⚑ {reason} · {state_of(flag)}")
        column.addWidget(self.button)
        for message in flag.messages:
            words = f"{name_of(message.by)}: {message.text}"
            column.addWidget(plain(words, wraps=True, margins=AMONG_LINES))


class FlagTalk(QWidget):
    """A flag with what was said of it, and as long as it is open a button that closes it."""

    close_wanted = Signal()

    def __init__(self, flag: Flag, name_of: NameOf, closing: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(*AMONG_LINES)
        column.setSpacing(4)
        told = Conversation(name_of)
        told.show_flag(flag)
        column.addWidget(told)
        if flag.state != CLOSED:
            close = QPushButton(closing)
            close.clicked.connect(self.close_wanted)
            column.addWidget(close)


def state_of(flag: Flag) -> str:
    """How far a flag is, in words."""
    states = {
        OPEN: _words("Stop: open") if flag.severity == STOP else _words("Open"),
        ANSWERED: _words("Answered"),
    }
    outcomes = {
        ACCEPTED: _words("Closed: settled"),
        FIXED: _words("Closed: its cause is gone"),
        DISMISSED: _words("Closed: no flag needed"),
    }
    return states.get(flag.state) or outcomes.get(flag.outcome) or _words("Closed")


def _origin_of(flag: Flag, name_of: NameOf) -> str:
    """Who or what raised a flag, in words."""
    if flag.is_by_rule:
        return _words("raised by a rule")
    if flag.origin == BY_ENGINE:
        return _words("raised by {}").format(flag.raised_by)
    return _words("raised by {}").format(name_of(flag.raised_by or flag.annotator))


def _words(source: str) -> str:
    return QCoreApplication.translate("Conversation", source)
