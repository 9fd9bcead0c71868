"""Selecting in the text what a frame lacks: words first, then Enter."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from annotator.domain.scheme import LabelChoice
from annotator.gui.annotate.work import ArticleWork
from annotator.gui.article.view import ArticleView
from annotator.gui.selected import Selected
from annotator.gui.session import Session


class Picking(ArticleWork):
    """Remembers for which claim words are wanted, and as what, while a person selects them."""

    mode_changed = Signal()

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        selected: Selected,
        *,
        give: Callable[[LabelChoice], None],
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(session, view, selected, tell=tell)
        self._give = give
        self._statement_id = ""
        self.label: str | None = None
        session.opened.connect(lambda _: self.stop())

    def begin(self, statement_id: str, label_id: str) -> None:
        """Words with this label are wanted for a claim or quote."""
        self._statement_id, self.label = statement_id, label_id
        self._view.setFocus()
        self.mode_changed.emit()
        self._tell(self.tr("Select the words with → and Shift+→, or the mouse; then Enter."))

    def stop(self) -> bool:
        """Want nothing any more; false when nothing was wanted."""
        was_on, self.label = self.label is not None, None
        if was_on:
            self.mode_changed.emit()
        return was_on

    def finish(self) -> bool:
        """Label the selected words and link them; false when none were wanted."""
        sheet, wanted = self._session.sheet, self.label
        if sheet is None or wanted is None:
            return False
        if self._view.selection is None:
            self._tell(self.tr("Select the words with → and Shift+→, or the mouse; then Enter."))
            return True
        self.stop()
        if self._statement_id in sheet.annotations:
            # What is selected is what a new label is linked with.
            self._selected.select(self._statement_id)
            choices = self._session.scheme.choices()
            self._give(next(each for each in choices if each.label == wanted))
        return True
