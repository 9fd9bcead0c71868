"""Labelling by key or mouse: what a label falls on, and with what it is linked."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft
from annotator.domain.json import Json
from annotator.domain.scheme import LabelChoice, Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.gui.annotate.work import ArticleWork
from annotator.gui.article.view import ArticleView
from annotator.gui.selected import Selected
from annotator.gui.session import Session
from annotator.gui.wording import quotable, words_of
from annotator.operations import annotate, relate

_SHOWN_WORDS = 50


class Labelling(ArticleWork):
    """Gives labels to the selected words, else to the current sentence."""

    labelled = Signal(object)
    """A `LabelChoice` was given, or linked, to words."""
    made = Signal(object)
    """Words were labelled, and the cursor is where it goes on: the id of the annotation."""
    mode_changed = Signal()

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        selected: Selected,
        *,
        tell: Callable[[str], None],
        advances: Callable[[], bool],
        aim: Callable[[LabelChoice], Span | None] = lambda _: None,
    ) -> None:
        super().__init__(session, view, selected, tell=tell)
        self._advances = advances
        self._aim = aim
        self._last: tuple[LabelChoice, Mapping[str, Json]] | None = None
        self._latest: list[str] = []
        self.sticky: LabelChoice | None = None
        self.is_waiting_to_stick = False
        session.opened.connect(self._forget)
        view.spanPicked.connect(self._stick_to_picked)

    def give(self, choice: LabelChoice) -> None:
        """Label with one line of the palette; the first after `stick` stays in hand."""
        if self.is_waiting_to_stick:
            self.sticky, self.is_waiting_to_stick = choice, False
            self.mode_changed.emit()
            return
        self._label(choice, dict(choice.attributes))

    def repeat(self) -> None:
        """Label with the last label and its attributes again."""
        if self._last is None:
            self._tell(self.tr("Nothing was labelled yet."))
            return
        self._label(*self._last)

    def stick(self) -> None:
        """Keep the next label in hand, or put the one in hand down."""
        was_on = self.sticky is not None or self.is_waiting_to_stick
        self.sticky, self.is_waiting_to_stick = None, not was_on
        self.mode_changed.emit()

    def unstick(self) -> bool:
        """Put the label in hand down; false when there is none."""
        if self.sticky is None and not self.is_waiting_to_stick:
            return False
        self.sticky, self.is_waiting_to_stick = None, False
        self.mode_changed.emit()
        return True

    def use_sticky(self) -> bool:
        """Label with the label in hand; false when there is none."""
        if self.sticky is None:
            return False
        self._label(self.sticky, dict(self.sticky.attributes))
        return True

    def _stick_to_picked(self, _: Span) -> None:
        if self.sticky is not None:
            self._label(self.sticky, dict(self.sticky.attributes))

    def _label(self, choice: LabelChoice, attributes: Mapping[str, Json]) -> None:
        sheet, scheme = self._session.sheet, self._session.scheme
        if sheet is None:
            return
        picked = self._selected.annotation(sheet) if self._selected.is_deliberate else None
        words = self._view.selection
        if words is None and picked is not None and self._is_here(picked):
            self._relabel(choice, attributes, picked)
            return
        place = (self._aim(choice) if words is None else None) or self._view.target()
        partner = picked or self._latest_partner(sheet, scheme, choice.label)
        if partner is not None and not _links_by_itself(scheme, choice.label, partner.label):
            partner = None
        if (there := _already(sheet, choice.label, place)) is not None:
            self._reuse(choice, attributes, there=there, partner=partner)
            return
        self._make(choice, attributes, place=place, partner=partner)

    def _make(
        self,
        choice: LabelChoice,
        attributes: Mapping[str, Json],
        *,
        place: Span,
        partner: Annotation | None,
    ) -> None:
        scheme = self._session.scheme
        was_sentence = self._view.selection is None and place == self._view.current_sentence
        if partner is None:
            draft = self._session.do(
                annotate.add_annotation, scheme, [place], choice.label, attributes=attributes
            )
        else:
            draft = self._session.do(
                relate.label_and_link,
                scheme,
                [place],
                choice.label,
                partner_id=partner.id,
                attributes=attributes,
            )
        if draft is None:
            return
        self._finish(choice, attributes, draft)
        if partner is not None:
            self._tell_if_far(partner, place)
        if was_sentence and self._advances():
            self._view.next_sentence()
        self.made.emit(self._latest[-1])

    def _tell_if_far(self, partner: Annotation, place: Span) -> None:
        """A link across paragraphs may not be what was meant, so it is named."""
        sheet = self._session.sheet
        if sheet is None:
            return
        first, last = sorted((partner.hull, place))
        if "\n" in sheet.article.text[first.end : last.start]:
            words = quotable(words_of(partner, sheet), most=_SHOWN_WORDS)
            self._tell(self.tr("Linked to “{}” further away · Z takes both back").format(words))

    def _finish(self, choice: LabelChoice, attributes: Mapping[str, Json], draft: Draft) -> None:
        made = next(c.record for c in draft.changes if isinstance(c.record, Annotation))
        self._last = (choice, attributes)
        self._latest.append(made.id)
        self._view.set_selection(None)
        self._selected.follow(made.id)
        self.labelled.emit(choice)

    def _relabel(
        self, choice: LabelChoice, attributes: Mapping[str, Json], picked: Annotation
    ) -> None:
        draft = self._session.do(
            annotate.relabel, self._session.scheme, picked.id, choice.label, attributes=attributes
        )
        if draft is None:
            self._tell(self.tr("It is labelled so already. Select words to label something else."))
            return
        self._last = (choice, attributes)
        self.labelled.emit(choice)

    def _reuse(
        self,
        choice: LabelChoice,
        attributes: Mapping[str, Json],
        *,
        there: Annotation,
        partner: Annotation | None,
    ) -> None:
        """The words have this label already: another value, a link to the partner, or a refusal."""
        scheme, sheet = self._session.scheme, self._session.sheet
        if sheet is None:
            return
        if any(there.attributes.get(name) != value for name, value in attributes.items()):
            self._relabel(choice, attributes, there)
        elif partner is not None and partner.id != there.id:
            linked = relate.link(sheet, scheme, there.id, partner.id)
            if linked is None:
                self._tell(self.tr("These words are labelled and linked so already."))
            else:
                self._session.perform(linked)
                self.labelled.emit(choice)
        else:
            self._tell(self.tr("These words are labelled so already."))
        self._view.set_selection(None)
        self._selected.follow(there.id)

    def _latest_partner(self, sheet: Sheet, scheme: Scheme, label: str) -> Annotation | None:
        """What a source, cue or expression belongs to: the last claim, quote … labelled here."""
        kind = next(
            (k for k in scheme.relations if label in k.targets and label not in k.sources), None
        )
        if kind is None or kind.scope != "document":
            return None
        made = (sheet.annotations.get(name) for name in reversed(self._latest))
        return next((each for each in made if each and each.label in kind.sources), None)

    def _is_here(self, picked: Annotation) -> bool:
        here = self._view.current_sentence
        return any(place.overlaps(here) for place in picked.fragments)

    def _forget(self, _: Sheet) -> None:
        self._latest.clear()


def _links_by_itself(scheme: Scheme, label: str, partner: str) -> bool:
    """Whether a fresh label is joined with its partner unasked: only where one thing can be meant.

    Two claims may support, attack or repeat each other, so nobody guesses.
    """
    kinds = {
        kind.id: kind
        for kind in (
            *scheme.relations_between(label, partner),
            *scheme.relations_between(partner, label),
        )
        if kind.scope == "document"
    }
    return len(kinds) == 1 or (bool(kinds) and label != partner)


def _already(sheet: Sheet, label: str, place: Span) -> Annotation | None:
    """The annotation with this label on exactly these words, white space at the ends aside."""
    wanted = place.cut_from(sheet.article.text).strip()
    for each in sheet.annotations.values():
        if each.label == label and each.text == wanted and len(each.fragments) == 1:
            fragment = each.fragments[0]
            if place.contains(fragment):
                return each
    return None
