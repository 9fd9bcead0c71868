"""Which annotation or flag is selected; the article, the inspector and the commands share it."""

from PySide6.QtCore import QObject, Signal

from annotator.domain.annotation import Annotation
from annotator.domain.flag import Flag
from annotator.domain.sheet import Sheet
from annotator.domain.suggestion import Suggestion

FLAG_PREFIX = "flag:"
GHOST_PREFIX = "ghost:"
"""How the ids of marks begin that are only offered, and never selected."""
SUGGESTION_PREFIX = "suggestion:"
"""How the ids of marks begin that an engine proposes."""


class Selected(QObject):
    """The selected thing, by the id of its mark.

    What was just labelled is selected too, so that its attributes can be set; `is_deliberate`
    tells what a person picked from that.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.id: str | None = None
        self.is_deliberate = False
        self._recent: str | None = None

    def select(self, mark_id: str | None) -> None:
        """Select what a person picked, or nothing."""
        self._recent = mark_id or self._recent
        self._set(mark_id, is_deliberate=mark_id is not None)

    def follow(self, mark_id: str | None) -> None:
        """Select what an action made or touched."""
        self._recent = mark_id or self._recent
        self._set(mark_id, is_deliberate=False)

    @property
    def state(self) -> tuple[str | None, bool]:
        """What is selected and how, to be restored."""
        return self.id, self.is_deliberate

    def restore(self, state: tuple[str | None, bool]) -> None:
        """Select what was selected before."""
        self._set(state[0], is_deliberate=state[1])

    def annotation(self, sheet: Sheet | None) -> Annotation | None:
        """The selected annotation, if it is one and still there."""
        return sheet.annotations.get(self.id or "") if sheet else None

    def recent(self, sheet: Sheet | None) -> Annotation | None:
        """The selected annotation, else the last one: reading on does not forget it."""
        return self.annotation(sheet) or (
            sheet.annotations.get(self._recent or "") if sheet else None
        )

    def flag(self, sheet: Sheet | None) -> Flag | None:
        """The selected flag, if it is one and still there."""
        if sheet is None or self.id is None or not self.id.startswith(FLAG_PREFIX):
            return None
        return sheet.flags.get(self.id.removeprefix(FLAG_PREFIX))

    def suggestion(self, sheet: Sheet | None) -> Suggestion | None:
        """The selected suggestion, if it is one and still to be decided."""
        if sheet is None or self.id is None or not self.id.startswith(SUGGESTION_PREFIX):
            return None
        found = sheet.suggestions.get(self.id.removeprefix(SUGGESTION_PREFIX))
        return found if found is not None and found.is_open else None

    def _set(self, mark_id: str | None, *, is_deliberate: bool) -> None:
        is_same = (mark_id, is_deliberate) == (self.id, self.is_deliberate)
        self.id, self.is_deliberate = mark_id, is_deliberate
        if not is_same:
            self.changed.emit(mark_id)
