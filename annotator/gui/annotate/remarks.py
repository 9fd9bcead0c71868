"""Flags and comments: what a person writes about the words."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from annotator.domain.span import Span
from annotator.gui.annotate.work import ArticleWork
from annotator.gui.article.view import ArticleView
from annotator.gui.selected import FLAG_PREFIX, Selected
from annotator.gui.session import Session
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.gui.wording import quotable, reason_of, words_of
from annotator.operations import annotate, flags

_SHOWN_WORDS = 90
_PART, _TO = "\n", "–"


class Remarks(ArticleWork):
    """Opens the strip under the article and keeps what was written in it."""

    flagged = Signal()

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
        self._reading = ""
        selected.changed.connect(lambda _: self._note_read())
        session.leaving.connect(lambda _: self._note_read())

    def flag(self) -> None:
        """Flag the selected words, else the selected annotation, else the sentence."""
        sheet = self._session.sheet
        if sheet is None:
            return
        annotation = self._selected.annotation(sheet) if self._view.selection is None else None
        place = self._view.target()
        words = words_of(annotation, sheet) if annotation else place.cut_from(sheet.article.text)
        self._ask_reason(
            self.tr("Flag “{}”").format(quotable(words, most=_SHOWN_WORDS)),
            target_id=annotation.id if annotation else None,
            fragments=() if annotation else (place,),
            about=annotation.id if annotation else f"{place.start}{_TO}{place.end}",
        )

    def flag_article(self) -> None:
        """Flag the article as a whole."""
        sheet = self._session.sheet
        if sheet is not None:
            title = quotable(sheet.article.title, most=_SHOWN_WORDS)
            self._ask_reason(
                self.tr("Flag the article “{}”").format(title),
                target_id=None,
                fragments=(),
                about="",
            )

    def _ask_reason(
        self, title: str, *, target_id: str | None, fragments: tuple[Span, ...], about: str
    ) -> None:
        reasons = self._session.scheme.flag_reasons

        def raise_it(number: int, text: str) -> None:
            reason = reasons[number].id if reasons else ""
            draft = self._session.do(
                flags.raise_flag, reason, target_id=target_id, fragments=fragments, message=text
            )
            if draft is not None:
                self._view.set_selection(None)
                self.flagged.emit()

        self._entry.ask(
            title,
            raise_it,
            options=[reason.name for reason in reasons],
            tips=[reason.help for reason in reasons],
            placeholder=self.tr("What should an editor look at?"),
            hint=self.tr(
                "First a digit or ↑ ↓ for the reason, then words · Enter flags · Esc leaves"
            ),
            draft=self._draft("flag", about),
        )

    def comment(self) -> None:
        """Comment on the selected annotation, or answer the selected flag."""
        sheet = self._session.sheet
        annotation, flag = self._selected.annotation(sheet), self._selected.flag(sheet)
        if flag is not None:
            self._entry.ask(
                self.tr("Answer the flag"),
                lambda _, text: self._answer(flag.id, text),
                placeholder=self.tr("Your answer"),
                hint=self.tr("Enter answers · Esc leaves"),
                draft=self._draft("answer", flag.id),
            )
        elif annotation is not None and sheet is not None:
            words = quotable(words_of(annotation, sheet), most=_SHOWN_WORDS)
            self._entry.ask(
                self.tr("Comment on “{}”").format(words),
                lambda _, text: self._note(annotation.id, text),
                placeholder=self.tr("Comment"),
                text=annotation.note,
                hint=self.tr("Enter keeps it, empty takes it away · Esc leaves"),
                draft=self._draft("comment", annotation.id),
            )
        else:
            self._tell(self.tr("Select an annotation first: E, or a click on it."))

    def dismiss(self) -> None:
        """Ask why the selected flag, which a rule raised, is none."""
        sheet = self._session.sheet
        flag = self._selected.flag(sheet)
        if sheet is None or flag is None:
            return
        grounds = [
            self.tr("Known to the editors"),
            self.tr("The text explains it elsewhere"),
            self.tr("The rule does not fit here"),
        ]

        def dismiss_it(number: int, text: str) -> None:
            said = f"{grounds[number]}: {text}" if text else grounds[number]
            by = self._session.annotator
            if self._session.perform(flags.dismiss([flag], by=by, grounds=said)) is not None:
                self._selected.select(None)
                self._tell(self.tr("No flag here any more · Z brings it back."))

        self._entry.ask(
            self.tr("Why is no flag needed for “{}”?").format(
                reason_of(flag, self._session.scheme)
            ),
            dismiss_it,
            options=grounds,
            placeholder=self.tr("More words, if you like"),
            hint=self.tr("A digit or ↑ ↓ for the reason · Enter closes the flag · Esc leaves"),
            draft=self._draft("dismiss", flag.id),
        )

    def _note_read(self) -> None:
        """An answer counts as read once the annotator was at it and goes on."""
        sheet = self._session.sheet
        flag = self._selected.flag(sheet)
        before = sheet.flags.get(self._reading) if sheet is not None else None
        self._reading = flag.id if flag is not None and flag.is_unread else ""
        if before is not None and before.is_unread and before.id != self._reading:
            self._session.perform(flags.mark_read([before]))

    def ask_again(self, draft: str) -> bool:
        """Open the strip on what a draft is about; false when that is not in this article."""
        sheet = self._session.sheet
        what, article_id, about = [*draft.split(_PART), "", ""][:3]
        if sheet is None or sheet.article.id != article_id:
            return False
        if what == "flag" and not about:
            self.flag_article()
        elif what == "flag" and _TO in about:
            return self._flag_again(about, len(sheet.article.text))
        elif about in sheet.annotations:
            self._view.set_selection(None)
            self._selected.select(about)
            self.flag() if what == "flag" else self.comment()
        elif about in sheet.flags:
            self._selected.select(FLAG_PREFIX + about)
            self.dismiss() if what == "dismiss" else self.comment()
        else:
            return False
        return True

    def _flag_again(self, about: str, length: int) -> bool:
        start, _, end = about.partition(_TO)
        if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= length):
            return False
        place = Span(int(start), int(end))
        self._view.go_to(place.start)
        self._selected.select(None)
        if self._view.current_sentence != place:
            self._view.set_selection(place)
        self.flag()
        return True

    def _draft(self, what: str, about: str) -> str:
        """By what a half-written remark is found again."""
        sheet = self._session.sheet
        return _PART.join((what, sheet.article.id if sheet else "", about))

    def _note(self, annotation_id: str, text: str) -> None:
        self._session.do(annotate.set_note, self._session.scheme, annotation_id, text)

    def _answer(self, flag_id: str, text: str) -> None:
        if text:
            self._session.do(flags.answer, flag_id, by=self._session.annotator, text=text)
            self._selected.follow(FLAG_PREFIX + flag_id)
