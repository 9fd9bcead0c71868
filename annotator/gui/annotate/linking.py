"""Joining two annotations that are there: one end, the other, and which way."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.domain.scheme import RelationKind
from annotator.gui.selected import Selected
from annotator.gui.session import Session
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.operations import relate
from annotator.operations.annotate import name_of


class Linking(QObject):
    """Remembers the first end while a person picks the other."""

    mode_changed = Signal()

    def __init__(
        self,
        session: Session,
        selected: Selected,
        entry: EntryBar,
        *,
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(entry)
        self._session = session
        self._selected = selected
        self._entry = entry
        self._tell = tell
        self.first: str | None = None
        session.opened.connect(lambda _: self.stop())

    def begin(self) -> None:
        """Take the selected annotation as one end."""
        annotation = self._selected.annotation(self._session.sheet)
        if annotation is None:
            self._tell(self.tr("Select an annotation first: E, or a click on it."))
            return
        self.first = annotation.id
        self.mode_changed.emit()

    def stop(self) -> bool:
        """Leave without a link; false when there was nothing to leave."""
        was_on, self.first = self.first is not None, None
        if was_on:
            self.mode_changed.emit()
        return was_on

    def finish(self) -> bool:
        """Link the first end with what is selected now; false when no first end was taken."""
        sheet = self._session.sheet
        if self.first is None or sheet is None:
            return False
        other = self._selected.annotation(sheet)
        if self.first not in sheet.annotations:
            self.stop()
        elif other is None or other.id == self.first:
            self._tell(self.tr("Select the other end: E or J, or a click on it. Esc leaves."))
        else:
            self._link(self.first, other.id)
        return True

    def _link(self, one: str, other: str) -> None:
        sheet, scheme = self._session.sheet, self._session.scheme
        if sheet is None:
            return
        ways = relate.possible(sheet, scheme, one, other)
        self.stop()
        if not ways:
            names = [name_of(scheme, sheet.annotations[end]) for end in (one, other)]
            self._tell(self.tr("The scheme has no link between {} and {}.").format(*names))
        elif len(ways) == 1:
            self._perform(ways[0])
        else:
            self._entry.ask(
                self.tr("Which link?"),
                lambda number, _: self._perform(ways[number]),
                options=[self._spelled(way) for way in ways],
                tips=[kind.help for _, _, kind in ways],
                hint=self.tr("A digit chooses · Esc leaves"),
            )

    def _spelled(self, way: tuple[str, str, RelationKind]) -> str:
        sheet, scheme = self._session.sheet, self._session.scheme
        from_id, to_id, kind = way
        if sheet is None:
            return kind.name
        names = [name_of(scheme, sheet.annotations[end]) for end in (from_id, to_id)]
        return f"{names[0]} {kind.name} {names[1]}"

    def _perform(self, way: tuple[str, str, RelationKind]) -> None:
        from_id, to_id, kind = way
        draft = self._session.do(
            relate.relate, self._session.scheme, kind.id, from_id=from_id, to_id=to_id
        )
        if draft is not None:
            self._tell(self._spelled(way))
