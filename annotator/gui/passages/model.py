"""The rows of the passage view, and how they look."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from annotator.domain.annotation import Annotation
from annotator.domain.change import Change
from annotator.domain.flag import Flag
from annotator.domain.review import Verdict
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.gui import theme as looks
from annotator.gui.annotate import appearance
from annotator.gui.article.signs import FLAG, paint_letter
from annotator.gui.names import NameOf
from annotator.gui.search.delegate import Excerpt
from annotator.gui.widgets.parts import CHIP, paint_chip
from annotator.gui.widgets.tick_table import CardDelegate, CardModel, Key
from annotator.gui.wording import reason_of, shortened
from annotator.storage.passages import TEXT, TITLE, Passage
from annotator.storage.same import SamePassage

_SPOKEN = 300
_GUTTER, _AROUND = 46, 90


class PassagesModel(CardModel[SamePassage]):
    """Passages in the order of their risk; they follow what is done anywhere in the window."""

    def __init__(self, name_of: NameOf) -> None:
        super().__init__()
        self.name_of = name_of

    def follow(self, changes: Iterable[Change]) -> None:
        """Show passages as they are after some changes."""
        rows = list(self.shown)
        numbers = {self.key_of(row): number for number, row in enumerate(rows)}
        for change in changes:
            number = _row_of(change, numbers)
            if number is not None:
                rows[number] = _after(rows[number], change)
        self.shown = rows
        self.show_again()

    def key_of(self, row: SamePassage) -> Key:
        """What tells a passage from others."""
        return row.key

    def spoken(self, row: SamePassage) -> str:
        """The words, where, and whose."""
        words = shortened(row.words or row.title, most=_SPOKEN)
        return f"{words} — {row.title}, {self.name_of(row.annotator)}"


def _row_of(change: Change, numbers: dict[Key, int]) -> int | None:
    record = change.record
    if isinstance(record, Annotation):
        return numbers.get((record.article_id, record.annotator, record.id))
    if isinstance(record, Flag | Verdict):
        own = (record.article_id, record.annotator)
        bare = numbers.get((*own, f"flag:{record.id}"))
        return bare if bare is not None else numbers.get((*own, record.target_id or ""))
    return None


def _after(row: SamePassage, change: Change) -> SamePassage:
    record = change.record
    if isinstance(record, Annotation):
        made = change.after
        return replace(row, annotation=made) if isinstance(made, Annotation) else row
    if isinstance(record, Flag):
        kept = [each for each in row.flags if each.id != record.id]
        return replace(row, flags=(*kept, record) if change.after is not None else tuple(kept))
    if isinstance(record, Verdict):
        judged = [each for each in row.verdicts if each.id != record.id]
        return replace(
            row, verdicts=(*judged, record) if change.after is not None else tuple(judged)
        )
    return row


class PassagesDelegate(CardDelegate[SamePassage]):
    """Paints where a passage stands and what is open on it, and below its words in context."""

    height = 84

    def __init__(self, model: PassagesModel, scheme: Scheme) -> None:
        super().__init__(model)
        self._name_of = model.name_of
        self._scheme = scheme

    def paint_row(self, painter: QPainter, card: QRectF, row: SamePassage) -> None:
        """The sign of its label; article, annotator and what is open; the words."""
        self._paint_sign(painter, QRectF(card.left() + 14, card.top() + 8, CHIP, CHIP), row)
        room = card.adjusted(_GUTTER, 5, -14, -4)
        line = looks.scaled(22)
        top = QRectF(room.left(), room.top(), room.width(), line)
        is_open = bool(row.open_flags)
        colour = self.theme.role("flag").stroke if is_open else self.theme.colour("muted")
        rest = self.write_aside(painter, top, self._said(row), colour, most=0.5)
        self.write(painter, rest, f"{row.title} · {self._name_of(row.annotator)}")
        Excerpt(_as_found(row), self.theme, None).paint(painter, room.adjusted(0, line, 0, 0))

    def _paint_sign(self, painter: QPainter, place: QRectF, row: SamePassage) -> None:
        if self.is_ticked(row):
            self.paint_tick(painter, place)
        elif row.annotation is not None:
            mark = appearance.mark_of(row.annotation, self._scheme, is_saved=True)
            paint_chip(painter, place, self.theme, mark.role, shape=mark.shape, letter=mark.letter)
        else:
            paint_letter(painter, FLAG, place, self.theme.role("flag").stroke)

    def _said(self, row: SamePassage) -> str:
        open_flags = [f"⚑ {reason_of(f, self._scheme)}" for f in row.open_flags]
        judged = [each.verdict.replace("_", " ") for each in row.verdicts]
        return " · ".join([*dict.fromkeys(open_flags), *judged])


def _as_found(row: SamePassage) -> Passage:
    """The passage as the search's list shows one: muted before and after, plain between."""
    part, place, words, before = TEXT, row.place, row.words, row.before
    if place is None:
        part, place, words = TITLE, Span(0, len(row.title)), row.title
    if len(before) > _AROUND:
        before = f"… {before[-_AROUND:].partition(' ')[2]}"
    return Passage(
        article_id=row.article_id,
        title=row.title,
        part=part,
        start=place.start,
        end=place.end,
        text=words,
        before=before,
        after=row.after,
        place=place,
        words=words,
    )
