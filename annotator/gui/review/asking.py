"""Questions of the review, in the strip below the article: why, whom, which article."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.domain.review import REASONS
from annotator.gui.keys import with_present_keys
from annotator.gui.session import Session
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.operations import adjudicate

if TYPE_CHECKING:
    from annotator.gui.review.screen import ReviewScreen

_MOST_ARTICLES = 9


class Asking:
    """Asks by digits, and never holds anything up."""

    def __init__(self, screen: "ReviewScreen", session: Session, entry: EntryBar) -> None:
        self._screen = screen
        self._session = session
        self._entry = entry

    def reason_name(self, code: str) -> str:
        """The code of a reason in words."""
        return _reasons().get(code, code)

    def ask_reason(self) -> None:
        """Why the next decision is as it is."""
        if self._screen.docket is None:
            self._screen.told.emit(_tr("No article is finished yet."))
            return
        names = list(_reasons().values())

        def answered(number: int, _: str) -> None:
            self._screen.reason = REASONS[number]
            self._screen.show_case()

        self._entry.ask(
            _tr("Why?"),
            answered,
            options=names,
            hint=_tr("A digit chooses · it goes with the next decision · Esc leaves"),
        )

    def ask_send_back(self) -> None:
        """Whom, then why; the message stands at the words in question."""
        docket = self._screen.docket
        names = docket.order if docket is not None else ()
        if docket is None or not names:
            self._screen.told.emit(_tr("Nobody has finished this article now."))
        elif docket.state.is_gold:
            self._screen.told.emit(_tr("This article is gold already. Reopen it first."))
        elif len(names) == 1:
            self._ask_why(names[0])
        else:
            self._entry.ask(
                _tr("Send back to whom?"),
                lambda number, _: self._ask_why(names[number]),
                options=[docket.shown_name(name) for name in names],
                hint=_tr("A digit chooses · Esc leaves"),
            )

    def ask_article(self) -> None:
        """Which of the articles that wait."""
        listed = sorted(
            self._screen.access.reviewable(), key=lambda each: (each.is_done, -len(each.finished))
        )[:_MOST_ARTICLES]
        if not listed:
            self._screen.told.emit(_tr("No article is finished yet."))
            return
        self._entry.ask(
            _tr("Which article?"),
            lambda number, _: self._screen.open(listed[number].id),
            options=[
                f"{each.title} · {_tr('gold') if each.is_done else len(each.finished)}"
                for each in listed
            ],
            hint=with_present_keys(
                _tr("A digit chooses · Ctrl+PgDown leads to all others · Esc leaves"),
                self._screen.key_of,
            ),
        )

    def _ask_why(self, annotator: str) -> None:
        docket = self._screen.docket
        if docket is None:
            return
        reasons = _reasons()
        names = list(reasons.values())

        def answered(number: int, text: str) -> None:
            words = f"{names[number]}. {text}" if text else f"{names[number]}."
            item = docket.item if docket.judged else None
            self._screen.perform(
                lambda: adjudicate.send_back(
                    docket.state,
                    annotator,
                    by=self._session.annotator,
                    message=words,
                    reason=REASONS[number],
                    item=item,
                )
            )
            self._screen.told.emit(
                _tr("Sent back to {}. Z takes it back.").format(docket.shown_name(annotator))
            )

        self._entry.ask(
            _tr("Send back to {}: why?").format(docket.shown_name(annotator)),
            answered,
            options=names,
            placeholder=_tr("What should be done differently?"),
            hint=_tr("A digit chooses the reason · words if you like · Enter sends · Esc leaves"),
        )


def _reasons() -> dict[str, str]:
    """The codes of reasons and what they are called."""
    words = (
        _tr("Guideline says otherwise"), _tr("Too long"), _tr("Too short"), _tr("Wrong label"),
        _tr("Wrong value"), _tr("Something is missing"), _tr("Nothing belongs here"),
        _tr("Wrong link"), _tr("The guideline is unclear"), _tr("Slip"), _tr("Other"),
    )  # fmt: skip
    return dict(zip(REASONS, words, strict=True))


def _tr(source: str) -> str:
    return QCoreApplication.translate("Review", source)
