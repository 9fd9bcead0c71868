"""Saying who says it by oneself: the same source again, through whom, or why there is none."""

from collections.abc import Callable

from annotator.domain.annotation import Annotation
from annotator.domain.attribute import NO_SOURCE
from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.domain.relation import ATTRIBUTED_TO, REPORTED_VIA, Relation
from annotator.domain.sheet import Sheet
from annotator.gui.annotate.work import ArticleWork
from annotator.gui.article.view import ArticleView
from annotator.gui.selected import Selected
from annotator.gui.session import Session
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.gui.wording import quotable, shortened, words_of
from annotator.operations import relate

_SHOWN_WORDS = 40
_MOST_ASKED = 9


class Crediting(ArticleWork):
    """Fills the frame of the claim or quote in hand, where nothing offered is right."""

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        selected: Selected,
        entry: EntryBar,
        *,
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(session, view, selected, tell=tell)
        self._entry = entry
        self._last_source: str | None = None
        session.opened.connect(lambda _: self._forget())
        session.changed.connect(self._remember)

    def repeat_source(self) -> None:
        """Link the claim in hand with the source linked last, else that of the claim before it."""
        statement = self._statement()
        sheet = self._session.sheet
        if sheet is None or statement is None:
            return
        source = sheet.annotations.get(self._last_source or "") or self._source_before(statement)
        if source is None:
            self._tell(self.tr("No claim before this one has a source."))
            return
        draft = self._relate(ATTRIBUTED_TO, statement, source)
        if draft is not None:
            words = shortened(words_of(source, sheet), most=_SHOWN_WORDS)
            self._tell(self.tr("Source again: {} · Z takes it back").format(words))

    def report_via(self) -> None:
        """Say through whom the source in hand is known: a digit chooses among the others."""
        sheet, source = self._session.sheet, self._source()
        if sheet is None or source is None:
            return
        others = self._possible_reporters(sheet, source)
        if not others:
            self._tell(
                self.tr(
                    "No other source is labelled. Select this source, then the words of the "
                    "other one, and press S."
                )
            )
            return
        words = quotable(words_of(source, sheet), most=_SHOWN_WORDS)
        self._entry.ask(
            self.tr("“{}” is reported via").format(words),
            lambda number, _: self._report_via(source, others[number]),
            options=[shortened(words_of(each, sheet), most=_SHOWN_WORDS) for each in others],
            hint=self.tr("A digit chooses, nearest first · Esc leaves"),
        )

    def say_outlet(self) -> None:
        """The outlet itself says it."""
        self.say("outlet")

    def say_implicit(self) -> None:
        """Somebody says it whom no words name."""
        self.say("implicit")

    def say_unnamed(self) -> None:
        """It is said, and the text names nobody."""
        self.say("unnamed")

    def say(self, reason: str) -> None:
        """Say why the claim in hand has no source."""
        # Loaded with the proposer, after the first article is on the screen.
        from annotator.operations import attributing

        statement = self._statement()
        if statement is None:
            return
        scheme = self._session.scheme
        draft = self._session.do(attributing.say_without_source, scheme, statement.id, reason)
        label = scheme.label(statement.label)
        attribute = label.attribute(NO_SOURCE) if label else None
        value = attribute.value(reason) if attribute else None
        if value is not None and draft is not None:
            self._tell(self.tr("Without a source: {} · Z takes it back").format(value.name))

    def _statement(self) -> Annotation | None:
        """The claim or quote that is meant, or a word about what is missing."""
        from annotator.domain.frame import is_statement, open_statements

        sheet, scheme = self._session.sheet, self._session.scheme
        if sheet is None:
            return None
        chosen = self._selected.annotation(sheet)
        if chosen is not None and is_statement(chosen, scheme):
            return chosen
        here = self._view.current_sentence
        every = (*open_statements(sheet, scheme), *sheet.annotations.values())
        for each in every:
            if is_statement(each, scheme) and any(p.overlaps(here) for p in each.fragments):
                return each
        self._tell(self.tr("No claim or quote is in this sentence. C labels one."))
        return None

    def _source_before(self, statement: Annotation) -> Annotation | None:
        """The source of the nearest claim or quote that stands before."""
        from annotator.domain.frame import frames

        sheet = self._session.sheet
        every = frames(sheet, self._session.scheme) if sheet else []
        before = [e for e in every if e.sources and e.statement.start < statement.start]
        return before[-1].sources[-1] if before else None

    def _source(self) -> Annotation | None:
        """The selected source, else that of the claim in hand, or a word about what is missing."""
        from annotator.domain.frame import frame_of

        sheet, scheme = self._session.sheet, self._session.scheme
        kind = scheme.relation(REPORTED_VIA)
        if kind is None:
            self._tell(self.tr("The scheme of this project has no such link."))
            return None
        chosen = self._selected.annotation(sheet)
        if sheet is None or (chosen is not None and chosen.label in kind.sources):
            return chosen
        found = frame_of(sheet, scheme, chosen.id) if chosen else None
        if found is None or not found.sources:
            self._tell(self.tr("Select a source first, or a claim that has one: E, or a click."))
            return None
        return found.sources[0]

    def _possible_reporters(self, sheet: Sheet, source: Annotation) -> list[Annotation]:
        """The sources through which another may be known, the nearest first."""
        kind = self._session.scheme.relation(REPORTED_VIA)
        labels = kind.targets if kind else ()
        others = [e for e in sheet.annotations.values() if e.label in labels and e.id != source.id]
        others.sort(key=lambda each: (abs(each.start - source.start), each.start))
        return [each for each in others if self._may_report(sheet, source, each)][:_MOST_ASKED]

    def _may_report(self, sheet: Sheet, source: Annotation, via: Annotation) -> bool:
        try:
            relate.relate(
                sheet, self._session.scheme, REPORTED_VIA, from_id=source.id, to_id=via.id
            )
        except UserError:
            return False
        return True

    def _report_via(self, source: Annotation, via: Annotation) -> None:
        sheet = self._session.sheet
        if sheet is not None and self._relate(REPORTED_VIA, source, via) is not None:
            words = [quotable(words_of(each, sheet), most=_SHOWN_WORDS) for each in (source, via)]
            self._tell(self.tr("“{}” is reported via “{}”").format(*words))

    def _relate(self, kind: str, one: Annotation, other: Annotation) -> Draft | None:
        return self._session.do(
            relate.relate, self._session.scheme, kind, from_id=one.id, to_id=other.id
        )

    def _remember(self, draft: Draft) -> None:
        """The source that was linked last is the one to repeat."""
        for change in draft.changes:
            relation = change.after
            if isinstance(relation, Relation) and relation.label == ATTRIBUTED_TO:
                self._last_source = relation.to_id

    def _forget(self) -> None:
        self._last_source = None
