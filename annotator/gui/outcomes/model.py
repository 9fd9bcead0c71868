"""The rows of the view: one for each decision about the annotator's work."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from annotator.domain.change import Change
from annotator.domain.flag import Flag
from annotator.domain.scheme import Scheme
from annotator.gui.outcomes import wording
from annotator.gui.widgets.tick_table import CardDelegate, CardModel, Key
from annotator.storage.outcomes import Outcome, objection_name


class OutcomesModel(CardModel[Outcome]):
    """Decisions, those that changed something first; all, or only those."""

    can_tick = False

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self._scheme = scheme
        self._all: list[Outcome] = []
        self.has_accepted = False
        self.called = ""
        """Whose work was judged, by name; nothing: one's own."""

    @property
    def every(self) -> Sequence[Outcome]:
        """All decisions, whatever is shown."""
        return self._all

    def load(self, outcomes: Iterable[Outcome], *, called: str = "") -> None:
        """Show other decisions, of one's own work or of somebody's who is called so."""
        self._all = list(outcomes)
        self.called = called
        self._apply()

    def show_accepted(self, *, has_accepted: bool) -> None:
        """Show what stands as it was too, or only what was changed."""
        self.has_accepted = has_accepted
        self._apply()

    def follow(self, changes: Iterable[Change]) -> None:
        """Show objections as they are after some changes."""
        for change in changes:
            flag = change.record
            for number, each in enumerate(self._all):
                own = (each.article_id, objection_name(each.decision.id))
                if isinstance(flag, Flag) and own == (flag.article_id, flag.id):
                    fresh = change.after if isinstance(change.after, Flag) else None
                    self._all[number] = replace(each, objection=fresh)
        self.shown = self._wanted()
        self.show_again()

    def key_of(self, row: Outcome) -> Key:
        """The article and the decision."""
        return row.article_id, row.decision.id

    def spoken(self, row: Outcome) -> str:
        """What was said, what it became, and why."""
        own = wording.said(row.own, row, self._scheme)
        final = wording.said(row.final, row, self._scheme)
        return f"{row.title}: {own} → {final}, {wording.why(row)}"

    def _wanted(self) -> list[Outcome]:
        return [each for each in self._all if self.has_accepted or not each.is_accepted]

    def _apply(self) -> None:
        self.show_rows(self._wanted())


class OutcomesDelegate(CardDelegate[Outcome]):
    """Paints the article and why, then what was said, then what it became."""

    height = 70

    def __init__(self, model: OutcomesModel, scheme: Scheme) -> None:
        super().__init__(model)
        self.outcomes = model
        self._scheme = scheme

    def paint_row(self, painter: QPainter, card: QRectF, row: Outcome) -> None:
        """Three lines, what was decided in a colour of its own where something was changed."""
        room = card.adjusted(18, 6, -14, -6)
        line = room.height() / 3
        top = QRectF(room.left(), room.top(), room.width(), line)
        said = wording.why(row)
        if row.objection is not None:
            objected = _words("objected") if self.outcomes.called else _words("you objected")
            said = f"{said} · {objected}"
        colour = "muted" if row.is_accepted else "accent"
        rest = self.write_aside(painter, top, said, colour, most=0.6)
        self.write(painter, rest, row.title or "—")
        said = wording.said(row.own, row, self._scheme)
        own = wording.said_by(self.outcomes.called, said)
        final = _words("Final: {}").format(wording.said(row.final, row, self._scheme))
        self.write(painter, top.translated(0, line), own, size=13)
        self.write(painter, top.translated(0, 2 * line), final, "text", size=13)


def _words(source: str) -> str:
    return QCoreApplication.translate("Outcomes", source)
