"""Whom a rating falls on: the names of the current sentence, numbered, one of them in hand."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from annotator.domain.span import Span
from annotator.gui import keys
from annotator.gui.annotate.work import ArticleWork
from annotator.gui.article.view import ArticleView
from annotator.gui.selected import Selected
from annotator.gui.session import Session
from annotator.gui.wording import shortened

if TYPE_CHECKING:
    from annotator.domain.scheme import LabelChoice, Scheme
    from annotator.domain.sheet import Sheet

_PAUSE_MILLISECONDS = 80
_SHOWN_WORDS = 40


class Aiming(ArticleWork):
    """Numbers who or what a sentence names; a rating falls on the first, `next` moves on."""

    mode_changed = Signal()

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        selected: Selected,
        *,
        tell: Callable[[str], None],
        is_on: Callable[[], bool],
        has_digits: Callable[[], bool],
    ) -> None:
        super().__init__(session, view, selected, tell=tell)
        self._is_on = is_on
        self._has_digits = has_digits
        self._sentence: Span | None = None
        self._found: list[Span] = []
        self._number = 0
        self.is_picking = False
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._soon.timeout.connect(self._number_sentence)
        view.first_paint.connect(self._soon.start)
        view.sentenceChanged.connect(lambda _: self._forget())
        session.opened.connect(lambda _: self._forget())
        session.changed.connect(lambda _: self._look_again())
        session.reread.connect(self._look_again)

    @property
    def in_hand(self) -> str:
        """The words that the next rating falls on while one is being picked, else nothing."""
        sheet = self._session.sheet
        if not self.is_picking or sheet is None or not self._found:
            return ""
        return shortened(self._found[self._number].cut_from(sheet.article.text), most=_SHOWN_WORDS)

    def next_target(self) -> None:
        """Take the next name of the sentence in hand; digits pick until it is rated or left."""
        self._find()
        if not self._found:
            self._tell(self.tr("No name in this sentence. Select the words that are judged."))
            return
        self._number = (self._number + 1) % len(self._found)
        self._begin_to_pick()

    def place_for(self, choice: "LabelChoice") -> Span | None:
        """The words that a label falls on by itself; None where it is no rating or names nobody."""
        label = self._session.scheme.label(choice.label)
        if label is None or label.keyed_attribute is None:
            return None
        if not (self.is_picking or self._is_on()):
            return None
        self._find()
        if not self._found:
            return None
        place = self._found[self._number]
        self.stop()
        return place

    def stop(self) -> bool:
        """Let digits be labels again; false when they are."""
        if not self.is_picking:
            return False
        self.is_picking = False
        self._view.removeEventFilter(self)
        self._show()
        self.mode_changed.emit()
        return True

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """While one is being picked, a digit names it instead of labelling."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = keys.spelled(event)
        if len(key) != 1 or key not in "123456789" or not self._has_digits():
            return False
        if int(key) <= len(self._found):
            self._number = int(key) - 1
            self._begin_to_pick()
        else:
            self._tell(self.tr("Names in this sentence: {}.").format(len(self._found)))
        return True

    def _begin_to_pick(self) -> None:
        self.is_picking = True
        # The filter put in last is asked first: before digits label, or pick a source.
        self._view.removeEventFilter(self)
        self._view.installEventFilter(self)
        self._show()
        self.mode_changed.emit()
        self._tell(self.tr("{} of {}: {}").format(self._number + 1, len(self._found), self.in_hand))

    def _forget(self) -> None:
        """Another sentence: numbers come when the reader rests."""
        self.stop()
        self._sentence, self._found, self._number = None, [], 0
        self._show()
        self._soon.start()

    def _look_again(self) -> None:
        """What is labelled has changed; what is in hand stays in hand."""
        self._sentence = None
        self._soon.start()

    def _number_sentence(self) -> None:
        if self._session.is_closed or not self._view.has_painted:
            return  # the timer outlived the project, or the window takes its time to come up
        if self._is_on() or self.is_picking:
            self._find()
            self._show()

    def _find(self) -> None:
        self._soon.stop()
        sheet, here = self._session.sheet, self._view.current_sentence
        if sheet is None or self._sentence == here:
            return
        # Loaded once somebody rests at a sentence, not at the start.
        from annotator.suggestions.targets import targets

        scheme = self._session.scheme
        if not any(label.keyed_attribute for label in scheme.labels):
            return
        in_hand = self._found[self._number] if self._found else None
        self._sentence = here
        labelled = _named(sheet, scheme)
        self._found = targets(
            sheet.article.text,
            here,
            labelled=[place for _, places in labelled for place in places],
            names=self._names([words for words, _ in labelled]),
            language=sheet.article.language or scheme.language,
        )
        self._number = self._found.index(in_hand) if in_hand in self._found else 0

    def _names(self, labelled: list[str]) -> list[str]:
        known = (name for entity in self._session.directory for name in entity.names)
        return [*(" ".join(words.split()) for words in labelled), *known]

    def _show(self) -> None:
        shown = self._found if self.is_picking or self._is_on() else []
        self._view.number_places(shown, in_hand=self._number if self.is_picking else None)


def _named(sheet: "Sheet", scheme: "Scheme") -> list[tuple[str, tuple[Span, ...]]]:
    """The words of annotations that mean somebody, with their places."""
    kinds = {label for label, _ in scheme.entity_attributes}
    return [
        (each.text, each.fragments) for each in sheet.annotations.values() if each.label in kinds
    ]
