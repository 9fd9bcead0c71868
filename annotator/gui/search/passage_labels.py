"""Labelling passages right in the list of results, as the article's keys do."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.domain.annotation import Annotation
from annotator.domain.scheme import LabelChoice
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.gui import actions
from annotator.gui.actions import Action
from annotator.gui.search.table import ResultsTable
from annotator.gui.session import Session
from annotator.operations import annotate
from annotator.storage.passages import TITLE, Passage


class PassageLabels(QObject):
    """Gives labels to the current passage, or to the words picked in it."""

    def __init__(
        self, session: Session, table: ResultsTable, *, tell: Callable[[str], None]
    ) -> None:
        super().__init__(table)
        self._session = session
        self._table = table
        self._tell = tell
        self._choices = {row.id: choice for row, choice in actions.label_rows(session.scheme)}
        self._last: LabelChoice | None = None

    def perform(self, row: Action) -> bool:
        """Do what a label key, repeat or remove does; false for other rows."""
        if row.id in self._choices:
            self.give(self._choices[row.id])
        elif row.id == "labelling.repeat":
            self._repeat()
        elif row.id == "editing.remove":
            self._remove()
        else:
            return False
        return True

    def give(self, choice: LabelChoice) -> None:
        """Label the current passage with a line of the palette."""
        passage, place = self._table.passage, self._table.target
        if passage is None or place is None:
            return
        if passage.part == TITLE:
            self._tell(self.tr("A title cannot be labelled. Enter opens the article."))
            return
        self._last = choice
        sheet, scheme = self._session.sheet_of(passage.article_id), self._session.scheme
        there = self._meant(sheet, passage) or _labelled_so(sheet, choice.label, place)
        attributes = dict(choice.attributes)
        if there is None:
            self._session.do_on(
                passage.article_id,
                annotate.add_annotation,
                scheme,
                [place],
                choice.label,
                attributes=attributes,
            )
            return
        draft = self._session.do_on(
            passage.article_id,
            annotate.relabel,
            scheme,
            there.id,
            choice.label,
            attributes=attributes,
        )
        if draft is None:
            self._tell(self.tr("These words are labelled so already."))

    def _repeat(self) -> None:
        if self._last is None:
            self._tell(self.tr("Nothing was labelled yet."))
        else:
            self.give(self._last)

    def _remove(self) -> None:
        """Take away the label that was found, else the last one put on just these words."""
        passage, place = self._table.passage, self._table.target
        if passage is None or place is None or passage.part == TITLE:
            return
        sheet = self._session.sheet_of(passage.article_id)
        there = self._meant(sheet, passage) or next(
            (
                each
                for each in reversed([*sheet.annotations.values()])
                if _is_on(each, sheet, place)
            ),
            None,
        )
        if there is None:
            self._tell(self.tr("These words have no label of yours."))
            return
        self._session.do_on(
            passage.article_id, annotate.remove_annotation, self._session.scheme, there.id
        )

    def _meant(self, sheet: Sheet, passage: Passage) -> Annotation | None:
        """The annotation that was found, if it is the annotator's own and meant as a whole."""
        is_own = passage.annotator == sheet.annotator and self._table.is_whole
        return sheet.annotations.get(passage.annotation_id) if is_own else None


def _labelled_so(sheet: Sheet, label: str, place: Span) -> Annotation | None:
    """What has this label on just these words."""
    return next(
        (
            each
            for each in sheet.annotations.values()
            if each.label == label and _is_on(each, sheet, place)
        ),
        None,
    )


def _is_on(annotation: Annotation, sheet: Sheet, place: Span) -> bool:
    """Whether an annotation is on just these words, white space at their ends aside."""
    if len(annotation.fragments) != 1 or not place.contains(annotation.fragments[0]):
        return False
    return annotation.text == place.cut_from(sheet.article.text).strip()
