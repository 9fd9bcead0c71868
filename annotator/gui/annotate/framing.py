"""The frame in the inspector: what it shows of what is offered, and what its rows do."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.domain.attribute import NO_SOURCE
from annotator.domain.relation import ATTRIBUTED_TO, CUED_BY, REPORTED_VIA
from annotator.domain.scheme import LabelChoice
from annotator.gui.annotate.attribution import Attribution
from annotator.gui.annotate.crediting import Crediting
from annotator.gui.annotate.picking import Picking
from annotator.gui.article.view import ArticleView
from annotator.gui.panel.pane import PanelPane
from annotator.gui.selected import Selected
from annotator.gui.session import Session
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.operations import annotate, relate

if TYPE_CHECKING:
    from annotator.gui.panel.frame import Answer, Candidate, FrameShown
    from annotator.suggestions.attribution import Proposal


class Framing(QObject):
    """Joins the rows of the frame with the commands that fill it."""

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        selected: Selected,
        entry: EntryBar,
        panel: PanelPane,
        *,
        attribution: Attribution,
        give: Callable[[LabelChoice], None],
        go_to: Callable[[str], None],
        tell: Callable[[str], None],
        key_of: Callable[[str], str],
    ) -> None:
        super().__init__(panel)
        self._session = session
        self._view = view
        self._selected = selected
        self._attribution = attribution
        self.crediting = Crediting(session, view, selected, entry, tell=tell)
        self.picking = Picking(session, view, selected, give=give, tell=tell)
        self._go_to = go_to
        self._key_of = key_of
        panel.inspector.frame_asked.connect(self._answer)
        panel.inspector.frame_unlinked.connect(self._unlink)
        attribution.changed.connect(panel.follow)

    def shown(self, statement_id: str) -> "FrameShown | None":
        """The frame of a claim or quote with what is offered; None for what has no frame."""
        from annotator.domain.frame import frame_of
        from annotator.gui.panel.frame import FrameShown

        sheet, scheme = self._session.sheet, self._session.scheme
        found = frame_of(sheet, scheme, statement_id) if sheet else None
        if found is None:
            return None
        offers = self._attribution.offers(statement_id)
        has_via = scheme.relation(REPORTED_VIA) is not None
        return FrameShown(
            found,
            tuple(self._candidate(e, offers.current) for e in offers.numbered) if offers else (),
            offers is not None and offers.current is not None,
            self._answers(found.statement.label),
            self._words(offers.cue) if offers and offers.cue else "",
            self._label_key(CUED_BY),
            self._key_of("credit.report_via") if has_via else "",
        )

    def _candidate(self, proposal: "Proposal", current: "Proposal | None") -> "Candidate":
        from annotator.gui.panel.frame import Candidate

        nearness = {
            "sentence": self.tr("In this sentence"),
            "paragraph": self.tr("In this paragraph"),
            "article": self.tr("Elsewhere in the article"),
        }
        is_ghost = current is not None and proposal.source == current.source
        key = self._label_key(ATTRIBUTED_TO) if is_ghost else ""
        return Candidate(self._words(proposal), nearness[proposal.reach], key)

    def _answers(self, label_id: str) -> "tuple[Answer, ...]":
        from annotator.gui.panel.frame import Answer

        label = self._session.scheme.label(label_id)
        attribute = label.attribute(NO_SOURCE) if label else None
        return tuple(
            Answer(each.id, each.name, each.help, self._key_of(f"credit.say_{each.id}"))
            for each in (attribute.values if attribute else ())
        )

    def _label_key(self, kind: str) -> str:
        """The key of the label to which a relation leads."""
        relation = self._session.scheme.relation(kind)
        return self._key_of(f"label.{relation.targets[0]}") if relation else ""

    def _words(self, proposal: "Proposal") -> str:
        sheet, place = self._session.sheet, proposal.source or proposal.cue
        return place.cut_from(sheet.article.text) if sheet and place else ""

    def _answer(self, wish: str, about: object) -> None:
        """Do what a row was clicked for, and go back to the article."""
        statement = self._selected.annotation(self._session.sheet)
        if statement is None:
            return
        self._view.setFocus()
        match wish, about:
            case "go", str():
                self._go_to(about)
            case "choose", int():
                self._attribution.choose(about)
            case "take cue", _:
                self._attribution.take_cue()
            case "say", str():
                self.crediting.say(about)
            case "say", None:
                scheme = self._session.scheme
                self._session.do(annotate.set_attribute, scheme, statement.id, NO_SOURCE, None)
            case "via", _:
                self.crediting.report_via()
            case "select", part:
                kind = self._session.scheme.relation(CUED_BY if part == "cue" else ATTRIBUTED_TO)
                if kind is not None:
                    self.picking.begin(statement.id, kind.targets[0])

    def _unlink(self, kind: str, from_id: str, to_id: str) -> None:
        sheet = self._session.sheet
        for relation in sheet.relations_of(from_id) if sheet else ():
            if sheet is not None and (relation.label, *relation.ends) == (kind, from_id, to_id):
                name = sheet.name_of(relation)
                self._session.do(relate.remove_relation, self._session.scheme, name)
                return
