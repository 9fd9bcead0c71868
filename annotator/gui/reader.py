"""An article that is read beside something else, with its marks, and one of them picked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from annotator.domain.annotation import Annotation
from annotator.domain.change import Change
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.gui.annotate import appearance
from annotator.gui.annotate.showing import byline_of
from annotator.gui.article.marks import Mark
from annotator.gui.article.view import ArticleView
from annotator.gui.session import Session


class Reader(QObject):
    """Keeps one view in step with the session, and knows which annotation is picked in it."""

    picked = Signal()
    """Another annotation is picked, or none."""

    def __init__(self, session: Session, view: ArticleView, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._picked: str | None = None
        self._is_picking = False
        self.view = view
        self.sheet: Sheet | None = None
        view.markActivated.connect(self.pick)
        view.sentenceChanged.connect(lambda _: self._loosen())

    @property
    def annotation(self) -> Annotation | None:
        """The annotation that is picked, while it is there."""
        return self.sheet.annotations.get(self._picked or "") if self.sheet else None

    def show_sheet(self, sheet: Sheet, *, at: int = 0) -> None:
        """Show an article with its marks; `at` is a place in its text to begin with."""
        self.sheet, self._picked = sheet, None
        article = sheet.article
        self.view.show_article(article, header=(article.title, byline_of(article)))
        self._show_marks()
        self.view.go_to(at, at="upper third" if at else "nearest")
        self.picked.emit()

    def show_passage(self, article_id: str, annotator: str, places: Sequence[Span]) -> None:
        """Show a passage in its article, with what one annotator labelled there.

        Raises:
            UserError: the project has no such article.
        """
        sheet = self._session.sheet_by(article_id, annotator)
        shown = self.sheet
        if shown is None or (shown.article.id, shown.annotator) != (article_id, annotator):
            self.show_sheet(sheet)
        self.pick(None)
        self.view.set_hits(tuple(places), 0 if places else None)
        self.view.go_to(places[0].start if places else 0, at="upper third" if places else "nearest")

    def clear(self) -> None:
        """Show no article."""
        self.sheet = self._picked = None

    def read_again(self) -> None:
        """The disk refused something: show what is true."""
        if self.sheet is not None:
            self.sheet = self._session.sheet_of(self.sheet.article.id)
            self._show_marks()

    def follow(self, changes: Iterable[Change]) -> None:
        """Show the article as it is after some changes."""
        if self.sheet is None:
            return
        after = self.sheet.after(changes)
        if after is not self.sheet:
            self.sheet = after
            self._show_marks()
            self.view.outline_mark(self._picked)
            self.picked.emit()

    def pick(self, annotation_id: str | None) -> None:
        """Pick an annotation and bring it into sight; a flag is none."""
        annotation = self.sheet.annotations.get(annotation_id or "") if self.sheet else None
        self._picked = annotation.id if annotation else None
        if annotation is not None:
            self._is_picking = True
            self.view.go_to(annotation.start)
            self.view.select_mark(annotation.id)
            self._is_picking = False
        else:
            self.view.outline_mark(None)
        self.picked.emit()

    def pick_next(self, fits: Callable[[Annotation], bool]) -> bool:
        """Pick the next annotation that fits: of this sentence, else after it; false: none."""
        if self.sheet is None:
            return False
        found = sorted(
            (
                (each.start, each.end, each.id)
                for each in self.sheet.annotations.values()
                if fits(each)
            ),
        )
        if not found:
            return False
        here = self.annotation
        sentence = self.view.current_sentence.start
        place = (here.start, here.end, here.id) if here else (sentence, 0, "")
        self.pick(next((each for each in found if each > place), found[0])[2])
        return True

    def target(self) -> Span:
        """What a label key labels: the selected words, else the sentence."""
        return self.view.target()

    def _loosen(self) -> None:
        """Reading on lets go of what was picked."""
        annotation = self.annotation
        here = self.view.current_sentence
        if self._is_picking or annotation is None:
            return
        if not any(place.overlaps(here) for place in annotation.fragments):
            self.pick(None)

    def _show_marks(self) -> None:
        if self.sheet is not None:
            links = appearance.links_of(self.sheet.relations.values(), self._session.scheme)
            self.view.set_marks(self._marks(self.sheet), tuple(links.values()))

    def _marks(self, sheet: Sheet) -> list[Mark]:
        scheme = self._session.scheme
        far = appearance.far_words(sheet, scheme, self._session.sheet_of)
        return [
            replace(
                appearance.mark_of(each, scheme, is_saved=True), note="", far=far.get(each.id, "")
            )
            for each in sheet.annotations.values()
        ]
