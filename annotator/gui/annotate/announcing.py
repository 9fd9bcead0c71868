"""What a screen reader says of the article: where the cursor is, and what became of it."""

from bisect import bisect_right
from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.gui.article.view import ArticleView
from annotator.gui.language import from_core
from annotator.gui.session import Session
from annotator.gui.wording import words_of
from annotator.operations.annotate import name_of


class Announcing(QObject):
    """Tells each move and each change in words; silent while nobody listens.

    Qt's text interface can be asked neither for sentences nor for selections from Python, so the
    words themselves are part of what is said.
    """

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        session.opened.connect(self._forget)
        session.changed.connect(self._tell_change)
        view.sentenceChanged.connect(self._tell_sentence)
        view.selectionChanged.connect(self._tell_selection)

    @cached_property
    def _starts(self) -> list[int]:
        """Where the sentences of the article begin, code points."""
        return [place.start for place in self._view.sentences()]

    def _forget(self, _: Sheet) -> None:
        self.__dict__.pop("_starts", None)

    def _tell_change(self, draft: Draft) -> None:
        if draft.undoes is None:  # what is taken back is told by the session
            self._view.announce(from_core(draft.operation))

    def _tell_sentence(self, sentence: Span) -> None:
        sheet = self._session.sheet
        if sheet is None or not QAccessible.isActive():
            return
        place = self.tr("Sentence {number} of {count}.").format(
            number=bisect_right(self._starts, sentence.start), count=len(self._starts)
        )
        labels = [self._spelled(each, sheet, sentence) for each in _on(sentence, sheet)]
        self._view.announce(" ".join([place, *labels, sentence.cut_from(sheet.article.text)]))

    def _tell_selection(self, selection: Span | None) -> None:
        if selection is not None and QAccessible.isActive():
            words = selection.cut_from(self._view.page.text)
            self._view.announce(self.tr("Selected: {words}").format(words=words))

    def _spelled(self, annotation: Annotation, sheet: Sheet, sentence: Span) -> str:
        """A label with its words, unless they are the sentence that is read out anyway."""
        name = name_of(self._session.scheme, annotation)
        if annotation.fragments == (sentence,):
            return self.tr("{label}.").format(label=name)
        return self.tr("{label}: {words}.").format(label=name, words=words_of(annotation, sheet))


def _on(sentence: Span, sheet: Sheet) -> list[Annotation]:
    """The annotations that lie in a sentence, in the order of the text."""
    found = [
        each
        for each in sheet.annotations.values()
        if any(place.overlaps(sentence) for place in each.fragments)
    ]
    return sorted(found, key=lambda each: (each.hull.start, -each.hull.end))
