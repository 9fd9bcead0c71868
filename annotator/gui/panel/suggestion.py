"""A suggestion in the inspector: which engine proposes it, by which rule, and what keys do."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.domain.annotation import Annotation
from annotator.domain.sheet import Sheet
from annotator.domain.suggestion import Suggestion
from annotator.gui.widgets.lines import AMONG_LINES
from annotator.gui.widgets.parts import plain
from annotator.gui.widgets.rich_text import give_tip
from annotator.gui.wording import shortened

_SHOWN_WORDS = 60


class SuggestionRows(QWidget):
    """Engine, rule and confidence of a suggestion, with a button for each decision."""

    decided = Signal(object)
    """One of the buttons was pressed: accept or reject."""

    def __init__(self) -> None:
        super().__init__()
        self._why = plain(wraps=True)
        self._link = plain(role="muted", wraps=True)
        accept, reject = QPushButton(self.tr("Accept")), QPushButton(self.tr("Reject"))
        give_tip(accept, self.tr("Enter accepts it and goes on"))
        give_tip(reject, self.tr("X rejects it and goes on"))
        accept.clicked.connect(lambda: self.decided.emit("accept"))
        reject.clicked.connect(lambda: self.decided.emit("reject"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(accept)
        row.addWidget(reject)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*AMONG_LINES)
        layout.setSpacing(6)
        layout.addWidget(self._why)
        layout.addWidget(self._link)
        layout.addLayout(row)

    def show_suggestion(self, suggestion: Suggestion, sheet: Sheet) -> None:
        """Show why a suggestion is made."""
        why = self.tr("{engine}: {reason}, {percent} % sure")
        self._why.setText(
            why.format(
                engine=engine_name(suggestion.engine),
                reason=reason_words(suggestion.reason),
                percent=round(100 * suggestion.confidence),
            )
        )
        self._link.setText(self._link_words(suggestion, sheet))
        self._link.setVisible(bool(self._link.text()))
        self.show()

    def _link_words(self, suggestion: Suggestion, sheet: Sheet) -> str:
        link = suggestion.link
        if link is None:
            return ""
        far = sheet.annotations.get(link.far_id)
        words = far.text if far else link.far.cut_from(sheet.article.text) if link.far else ""
        quoted = shortened(" ".join(words.split()), most=_SHOWN_WORDS)
        if link.relation == "same_text_as":
            return self.tr("Repeats: “{}”").format(quoted)
        return self.tr("Would be linked with: “{}”").format(quoted)


def as_annotation(suggestion: Suggestion) -> Annotation:
    """The annotation that a suggestion would become, to be shown as one."""
    return Annotation(
        suggestion.id,
        suggestion.article_id,
        suggestion.annotator,
        suggestion.label,
        suggestion.fragments,
        suggestion.text,
        suggestion.attributes,
    )


def engine_name(engine: str) -> str:
    """An engine in words."""
    names = {
        "boilerplate": _words("Boilerplate rules"),
        "quotation": _words("Quotation marks"),
        "attribution": _words("Reporting words"),
        "projection": _words("Your earlier labels"),
        "sample": _words("Example"),
    }
    return names.get(engine, engine)


def reason_words(reason: str) -> str:
    """A rule in words; rules of other engines are shown as they call themselves."""
    rules = {
        "repeated sentence": _words("a sentence that stood above already"),
        "related block": _words("a block about other articles"),
        "fused headline": _words("a section and a headline without a space between"),
        "read more": _words("a link to another article"),
        "page phrase": _words("a line that pages print around articles"),
        "code fence": _words("left over from code"),
        "left-over tag": _words("left over from the page’s markup"),
        "line of the outlet": _words("a line in several articles of this outlet"),
        "quotation marks": _words("words in quotation marks"),
        "labelled elsewhere": _words("the same sentence, labelled elsewhere"),
        "example": _words("made for the sample project"),
        "verb": _words("a reporting verb"),
        "verb first": _words("a reporting verb before its source"),
        "according to": _words("according to somebody"),
        "no source": _words("a cue without a source"),
        "same subject": _words("the same speaker as before"),
    }
    return rules.get(reason, reason)


def _words(source: str) -> str:
    return QCoreApplication.translate("SuggestionRows", source)
