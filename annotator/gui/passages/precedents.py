"""The card beside the passages: what was decided earlier about passages like the current one."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.domain.flag import DISMISSED, Flag
from annotator.domain.scheme import Scheme
from annotator.gui.names import NameOf
from annotator.gui.widgets.lines import clear
from annotator.gui.widgets.parts import ElidedLabel, plain
from annotator.gui.wording import judged, quotable, reason_of
from annotator.storage.same import Precedent

_MOST_WORDS = 110


class PrecedentsPane(QScrollArea):
    """A list of earlier decisions, the most similar first."""

    def __init__(self, scheme: Scheme, name_of: NameOf) -> None:
        super().__init__()
        self._name_of = name_of
        self._scheme = scheme
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(20, 10, 20, 12)
        self._column.setSpacing(4)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Earlier decisions"))

    def show_precedents(self, found: list[Precedent]) -> None:
        """Show other decisions."""
        clear(self._column)
        heading = plain(self.tr("EARLIER DECISIONS ON SIMILAR PASSAGES"), role="heading")
        self._column.addWidget(heading)
        if not found:
            words = self.tr("None yet. Closed flags and verdicts on similar words show here.")
            self._column.addWidget(plain(words, role="muted", wraps=True))
        for each in found:
            self._column.addSpacing(4)
            self._column.addWidget(plain(f"“{quotable(each.words, most=_MOST_WORDS)}”", wraps=True))
            self._column.addWidget(plain(self._decision(each), wraps=True))
            self._column.addWidget(ElidedLabel(each.title, role="muted"))
        self._column.addStretch(1)

    def _decision(self, precedent: Precedent) -> str:
        decided = precedent.decided
        if not isinstance(decided, Flag):
            said = judged(decided, decided.reason)
            return f"→ {self._name_of(decided.annotator)}: {said} · {self._name_of(decided.by)}"
        reason = reason_of(decided, self._scheme)
        if decided.outcome == DISMISSED:
            return f"→ ⚑ {reason} · {_words('no flag needed')}: {decided.grounds}"
        last = decided.messages[-1] if decided.messages else None
        answer = f": {self._name_of(last.by)}: {last.text}" if last else ""
        return f"→ ⚑ {reason} · {_words('settled')}{answer}"


def _words(source: str) -> str:
    return QCoreApplication.translate("Precedents", source)
