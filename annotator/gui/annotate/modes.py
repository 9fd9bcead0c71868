"""What the keys are about now, in a few words for the status line."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.gui import keys
from annotator.gui.annotate.aiming import Aiming
from annotator.gui.annotate.attribution import Attribution
from annotator.gui.annotate.labelling import Labelling
from annotator.gui.annotate.linking import Linking
from annotator.gui.article.view import ArticleView
from annotator.gui.selected import SUGGESTION_PREFIX, Selected
from annotator.gui.session import Session

if TYPE_CHECKING:
    from annotator.gui.annotate.picking import Picking


class Modes(QObject):
    """Watches everything that gives keys a meaning of their own, and names it."""

    changed = Signal(object)
    """The words for the mode."""

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        selected: Selected,
        *,
        labelling: Labelling,
        linking: Linking,
        aiming: Aiming,
        attribution: Attribution,
    ) -> None:
        super().__init__(view)
        self.key_of: Callable[[str], str] = lambda _: ""
        self.picking: Picking | None = None
        self._session = session
        self._view = view
        self._selected = selected
        self._labelling = labelling
        self._linking = linking
        self._aiming = aiming
        self._attribution = attribution
        self._was_suggestion = False
        for changed in (labelling.mode_changed, linking.mode_changed, aiming.mode_changed):
            changed.connect(self.say)
        attribution.changed.connect(self.say)
        view.selectionChanged.connect(lambda _: self.say())
        selected.changed.connect(self._follow_selected)

    def say(self) -> None:
        """Name the mode that there is now."""
        self.changed.emit(self._of_hand() or self._of_place())

    def _of_hand(self) -> str:
        """What was begun and is not ended."""
        labelling, picking = self._labelling, self.picking
        if self._linking.first is not None:
            return self.tr("Link: select the other end, Enter")
        if labelling.is_waiting_to_stick:
            return self.tr("Sticky: press a label key")
        if labelling.sticky is not None:
            return self.tr("Sticky: {} · Enter labels, Esc ends").format(labelling.sticky.name)
        if self._aiming.is_picking:
            return self.tr("Target: {} · T next, then + 0 −").format(self._aiming.in_hand)
        if picking is not None and picking.label is not None:
            return self.tr("Select the words, Enter links them, Esc ends")
        return ""

    def _of_place(self) -> str:
        """What is selected, or offered."""
        if self._view.selection is not None:
            return self.tr("Words")
        if self._selected.suggestion(self._session.sheet) is not None:
            return self._with_keys(self.tr("Suggestion: Enter accepts, X rejects, N the next"))
        if self._attribution.proposal is not None:
            return self._with_keys(self.tr("Suggestion: S takes it, X the next, Esc none"))
        return self.tr("Sentence")

    def _with_keys(self, words: str) -> str:
        return keys.with_present_keys(words, self.key_of)

    def _follow_selected(self, mark_id: str | None) -> None:
        """Suggestions have keys of their own, so the status line says so."""
        is_one = (mark_id or "").startswith(SUGGESTION_PREFIX)
        if is_one or self._was_suggestion:
            self.say()
        self._was_suggestion = is_one
