"""Joining two annotations that are there: one end, the other, and which way."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from annotator.domain.scheme import RelationKind
from annotator.gui.selected import Selected
from annotator.gui.session import Session
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.gui.wording import shortened, words_of
from annotator.operations import relate
from annotator.operations.annotate import name_of

_SHOWN_WORDS = 36

Way: TypeAlias = tuple[str, str, RelationKind]
"""From which annotation to which, and as what."""


class Linking(QObject):
    """Remembers the first end while a person picks the other, then which way they are joined."""

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
        self._is_asking = False
        session.opened.connect(lambda _: self.stop())
        session.changed.connect(lambda _: self._stop_asking())
        session.reread.connect(self._stop_asking)
        selected.changed.connect(lambda _: self._stop_asking())
        entry.closed.connect(self._forget_question)

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
        return self._stop_asking() or was_on

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
            self._ask(ways)

    def _ask(self, ways: list[Way]) -> None:
        """Which of several links; the question goes when anything else is done."""
        self._entry.ask(
            self.tr("Which link?"),
            lambda number, _: self._perform(ways[number]),
            options=[self._spelled(way) for way in ways],
            tips=[kind.help for _, _, kind in ways],
            hint=self.tr("A digit chooses · Esc leaves"),
        )
        self._is_asking = True

    def _stop_asking(self) -> bool:
        """Close the question; false when none is open."""
        if not self._is_asking:
            return False
        self._entry.leave()
        return True

    def _forget_question(self) -> None:
        self._is_asking = False

    def _spelled(self, way: Way) -> str:
        """A link as it reads from its first end: its words, the kind, the words of the other."""
        sheet = self._session.sheet
        from_id, to_id, kind = way
        if sheet is None:
            return kind.name
        ends = [sheet.annotations[end] for end in (from_id, to_id)]
        quoted = [f"“{shortened(words_of(end, sheet), most=_SHOWN_WORDS)}”" for end in ends]
        if quoted[0] == quoted[1]:
            sides = (self.tr("{} (earlier)"), self.tr("{} (later)"))
            is_backwards = ends[0].start > ends[1].start
            quoted = [
                side.format(words)
                for side, words in zip(sides[:: -1 if is_backwards else 1], quoted, strict=True)
            ]
        return f"{quoted[0]} {kind.name} {quoted[1]}"

    def _perform(self, way: Way) -> None:
        from_id, to_id, kind = way
        draft = self._session.do(
            relate.relate, self._session.scheme, kind.id, from_id=from_id, to_id=to_id
        )
        if draft is not None:
            self._tell(self._spelled(way))
