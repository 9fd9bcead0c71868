"""Painting the review: header, cards, brackets, marks, buttons and words, from the docket."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.domain.adjudication import Adjudication, Item
from annotator.domain.annotation import Annotation
from annotator.domain.span import Span
from annotator.gui.annotate import appearance
from annotator.gui.article.marks import Mark
from annotator.gui.review.bar import progress_words
from annotator.gui.review.canvas import Bracket
from annotator.gui.review.columns import AnswerCard
from annotator.gui.review.docket import Answer, Docket, kinds_in_words, said_of
from annotator.gui.widgets.parts import plain
from annotator.gui.widgets.rich_text import give_tip
from annotator.gui.wording import shortened

if TYPE_CHECKING:
    from annotator.gui.review.screen import ReviewScreen

_CASE = "case:"
_MOST_NAMES = 3
_LONGEST_NAMES = 30
"""More names than these, or longer ones on a button, say no more than how many they are."""


class Picture:
    """Shows one docket on the review screen."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen
        self._marks: dict[tuple[str, ...], tuple[Annotation, Mark]] = {}

    def forget(self) -> None:
        """Another article: nothing that was drawn holds."""
        self._marks.clear()

    def paint(self, docket: Docket) -> None:
        """Show everything."""
        self._screen.heading.set_whole(docket.state.article.title)
        names = [docket.shown_name(name) for name in docket.order]
        self._screen.agreed.show_people(docket.state.annotators)
        told = " ↔ ".join(names)
        is_short = len(names) <= _MOST_NAMES
        self._screen.people.setText(told if is_short else _tr("{} annotators").format(len(names)))
        give_tip(self._screen.people, "" if is_short else told)
        self._paint_marks(docket)
        self.paint_case(docket)

    def paint_case(self, docket: Docket) -> None:
        """Show what is in hand; in the columns only it is drawn of what is open."""
        item = docket.item if self._is_comparing(docket) else None
        self._paint_place(docket)
        self._paint_cards(docket, item)
        self._paint_brackets(docket, item)
        self._paint_bar(docket, item)
        if item is not None:
            first, last = item.case.place
            result = docket.state.result_of(item)
            if item.case.members:
                self._screen.view.go_to(first)
                self._screen.view.reveal(Span(first, last))
            elif result is not None:
                self._screen.view.go_to(result.start)
            self._screen.view.outline_mark(result.id if result else None)
            self._announce(docket, item)

    def go_to_mark(self, docket: Docket, mark_id: str) -> bool:
        """Go to the difference that a mark stands for."""
        if mark_id.startswith(_CASE):
            return docket.go_to_case(int(mark_id.split(":")[1]))
        for item in docket.judged:
            if item.decision is not None and mark_id in item.decision.results:
                return docket.go_to_case(item.case.number)
        return False

    def _is_comparing(self, docket: Docket) -> bool:
        return len(docket.state.sheets) > 1 or self._screen.is_alone

    def _paint_place(self, docket: Docket) -> None:
        judged = docket.judged
        if not judged or not self._is_comparing(docket):
            self._screen.place.setText("")
            return
        words = _tr("{} of {} in the sample") if docket.state.is_single else _tr(
            "difference {} of {}"
        )  # fmt: skip
        self._screen.place.setText(words.format(docket.number + 1, len(judged)))

    def _paint_cards(self, docket: Docket, item: Item | None) -> None:
        left, right = self._screen.sides
        if item is None:
            left.show_cards([])
            right.show_cards([])
            return
        answers = docket.answers(item)
        cards = [self._card(docket, item, answers, number) for number in range(len(answers))]
        left.show_cards(cards[:1])
        if len(docket.order) > 1 and len(cards) == 1:
            right.show_cards([plain(_tr("Everybody says the same now."), role="muted", wraps=True)])
        else:
            right.show_cards(cards[1:])

    def _card(self, docket: Docket, item: Item, answers: list[Answer], number: int) -> AnswerCard:
        answer = answers[number]
        names = ", ".join(docket.shown_name(name) for name in answer.names)
        if len(docket.order) > 2:
            names = _tr("{} of {}: {}").format(len(answer.names), len(docket.order), names)
        keys = (self._screen.key_of("review.take_left"), self._screen.key_of("review.take_right"))
        key = keys[number] if number < len(keys) else str(number + 1)
        card = AnswerCard(
            answer,
            title=names,
            key=key,
            scheme=docket.state.scheme,
            theme=self._screen.theme,
            others=[each for each in answers if each is not answer],
            label=item.case.label,
            about=docket.name_of(item.case),
            line=self._line(answers, number),
        )
        card.taken.connect(lambda: self._screen.deciding.take_number(number))
        return card

    def _line(self, answers: list[Answer], number: int) -> str:
        """How the words of an answer are drawn in the article, where two stand in it."""
        drawn = [each for each in answers[:2] if each.annotation is not None]
        if len(drawn) < 2 or number > 1:
            return ""
        return (_tr("line above the words"), _tr("dashes below the words"))[number]

    def _paint_brackets(self, docket: Docket, item: Item | None) -> None:
        made = self._screen.correcting.made
        if made is not None:
            both = (Bracket(made.fragments, is_above=True), Bracket(made.fragments, is_above=False))
            self._screen.view.set_brackets(both)
            return
        shown: list[Bracket] = []
        items = docket.state.left if self._screen.is_overlay else []
        for each in [*(e for e in items if e is not item), *([item] if item else [])]:
            for number, answer in enumerate(docket.answers(each)[:2]):
                if answer.annotation is not None:
                    is_faint = each is not item
                    places = answer.annotation.fragments
                    shown.append(Bracket(places, is_above=number == 0, is_faint=is_faint))
        self._screen.view.set_brackets(shown)

    def _paint_marks(self, docket: Docket) -> None:
        """What is in the layer or will be, filled; what is open, dotted and without a fill."""
        state = docket.state
        marks = [self._mark(each) for each in state.gold.annotations.values()]
        for item in state.items:
            case = item.case
            if item.decision is None and not item.is_judged and case.members:
                agreed = next(iter(case.members.values()))
                marks.append(self._mark(agreed, f"{_CASE}{case.number}:"))
            elif self._screen.is_overlay and item.is_open and state.result_of(item) is None:
                marks += self._open_marks(docket, item)
        links = appearance.links_of(state.gold.relations.values(), state.scheme)
        self._screen.view.set_marks(marks, tuple(links.values()))

    def _open_marks(self, docket: Docket, item: Item) -> list[Mark]:
        """All answers underlined, one chip for all of them: among many it says how many say so."""
        found: list[Mark] = []
        is_counted = len(docket.order) > 2
        for number, answer in enumerate(docket.answers(item)):
            if answer.annotation is None:
                continue
            mark = self._mark(answer.annotation)
            names = ", ".join(docket.shown_name(name) for name in answer.names)
            found.append(
                replace(
                    mark,
                    id=f"{_CASE}{item.case.number}:{number}",
                    underline="dotted",
                    is_filled=False,
                    shape="none" if found else mark.shape,
                    letter=str(len(answer.names)) if is_counted else mark.letter,
                    name=f"{mark.name} · {names}",
                )
            )
        return found

    def _mark(self, annotation: Annotation, mark_id: str = "") -> Mark:
        """The mark of an annotation, made once: between two keys hundreds stay as they are."""
        key = (*annotation.key, mark_id)
        held = self._marks.get(key)
        if held is None or held[0] is not annotation:
            mark = appearance.mark_of(annotation, self._screen.session.scheme, is_saved=True)
            mark = replace(mark, note="", id=mark_id or mark.id)
            held = self._marks[key] = (annotation, mark)
        return held[1]

    def _paint_bar(self, docket: Docket, item: Item | None) -> None:
        bar = self._screen.bar
        title, detail = self._message(docket, item)
        bar.say(title, detail)
        bar.show_buttons(self._buttons(docket, item))
        label = docket.state.scheme.label(item.case.label) if item else None
        lines = []
        if item is not None:
            guidelines = docket.state.scheme.guidelines_for(item.case.label)
            lines = [*([label.help] if label and label.help else []), *(g.text for g in guidelines)]
        kinds = item.case.kinds if item else ()
        words = kinds_in_words(kinds, is_of_article=item.case.is_of_article) if item else ""
        told = _tr("They differ in: {}").format(words) if words else ""
        if self._screen.reason:
            named = self._screen.asking.reason_name(self._screen.reason)
            told = f"{told}   {_tr('Reason: {}').format(named)}".strip()
        bar.show_kinds(told, lines, key=self._screen.key_of("review.guideline"))
        bar.progress.set_whole(self._progress(docket))

    def _message(self, docket: Docket, item: Item | None) -> tuple[str, str]:  # noqa: PLR0911
        """What stands above the buttons: what is in hand, or what is left to do."""
        state = docket.state
        names = [docket.shown_name(name) for name in docket.order]
        enter = self._screen.key_of("review.accept")
        made = self._screen.correcting.made
        if made is not None:
            return (
                _tr("Correcting: “{}”").format(_cut(made.text)),
                _tr("[ ] { } move the edges · a label key changes the label · M sets values · "
                    "Enter decides · Esc leaves it"),
            )  # fmt: skip
        if not names:
            return _tr("Nobody has finished this article now."), _tr("It was sent back.")
        if state.is_gold:
            return self._of_gold(state)
        if state.is_single and not self._screen.is_alone:
            only = _tr("Only {} has finished this article. Two are needed to compare.")
            alone = _tr("{} reviews this work alone: accept, correct or reject each label.")
            told = [alone.format(enter), *self._onwards(docket)]
            return only.format(names[0]), " ".join(told)
        if not docket.judged:
            return _agreement(names, len(state.agreed), enter)
        said = said_of(docket, item) if item is not None else ""
        if not state.left:
            accept = _tr("Accept as gold ({}).").format(enter)
            return _tr("Everything is decided."), " · ".join(filter(None, (said, accept)))
        return said[:1].upper() + said[1:], ""

    def _of_gold(self, state: Adjudication) -> tuple[str, str]:
        """That the layer is complete; or that somebody changed their work since."""
        onwards = _tr("{} opens the next.").format(self._key("accept"))
        changed = len(state.left)
        if not changed:
            return _tr("This article is gold."), onwards
        told = _tr("This article is gold, and 1 difference has changed since.")
        if changed > 1:
            told = _tr("This article is gold, and {} differences have changed since.")
        leads = _tr("{} leads to what changed · {} reopens the article.")
        keys = (self._key("next"), self._key("reopen"))
        return told.format(changed), f"{leads.format(*keys)} {onwards}"

    def _onwards(self, docket: Docket) -> list[str]:
        """Which key leads to the next article that two have finished, if one waits."""
        if self._screen.access.next_open(docket.state.article.id) is None:
            return []
        words = _tr("{} opens the next article that two have finished.")
        return [words.format(self._key("next"))]

    def _buttons(self, docket: Docket, item: Item | None) -> list[tuple[str, str]]:
        state = docket.state
        if self._screen.correcting.is_on:
            return [("review.accept", f"{self._key('accept')}  {_tr('decide so')}")]
        if state.is_gold:
            return [
                ("review.accept", f"{self._key('accept')}  {_tr('next article')}"),
                ("review.reopen", f"{self._key('reopen')}  {_tr('reopen')}"),
            ]
        if item is None:
            words = _tr("review alone") if state.is_single else _tr("accept as gold")
            return [("review.accept", f"{self._key('accept')}  {words}")] if state.sheets else []
        answers = docket.answers(item)
        found = []
        if not state.left:
            found.append(("review.accept", f"{self._key('accept')}  {_tr('accept as gold')}"))
        for number, name in enumerate(("take_left", "take_right")):
            if number < len(answers):
                who = _whose(docket, answers[number].names)
                words = _tr("accept") if state.is_single else _tr("take {}").format(who)
                found.append((f"review.{name}", f"{self._key(name)}  {words}"))
        rest = [
            ("merge", _tr("merge"), not state.is_single and not item.case.is_of_article),
            ("take_neither", _tr("reject") if state.is_single else _tr("neither"), True),
            ("correct", _tr("correct"), bool(item.case.members)),
            ("take_majority", _tr("majority"), len(docket.order) > 2),
            ("keep", _tr("keep"), item.is_changed),
            ("give_reason", _tr("reason"), True),
            ("send_back", _tr("send back"), True),
        ]
        return found + [
            (f"review.{name}", f"{self._key(name)}  {words}")
            for name, words, shows in rest
            if shows
        ]

    def _key(self, name: str) -> str:
        return self._screen.key_of(f"review.{name}")

    def _progress(self, docket: Docket) -> str:
        state = docket.state
        if not self._is_comparing(docket):
            return ""
        taken = [(name, _tr("{} taken from ") + docket.shown_name(name)) for name in docket.order]
        if state.is_single:
            taken = [(name, _tr("{} accepted")) for name in docket.order]
        rest = [
            ("merged", _tr("{} merged")),
            ("neither", _tr("{} rejected") if state.is_single else _tr("{} neither")),
            ("majority", _tr("{} by majority")),
            ("edited", _tr("{} corrected")),
        ]
        parts = [progress_words(docket.tally(), [*taken, *rest])]
        parts.append(_tr("{} left").format(len(state.left)))
        if state.agreed:
            words = _tr("{} not in the sample") if state.is_single else _tr("{} agreed, not shown")
            parts.append(words.format(len(state.agreed)))
        changed = sum(item.is_changed for item in state.items)
        if changed:
            parts.append(_tr("{} changed since").format(changed))
        return " · ".join(part for part in parts if part)

    def _announce(self, docket: Docket, item: Item) -> None:
        kinds = kinds_in_words(item.case.kinds, is_of_article=item.case.is_of_article)
        place = self._screen.place.text()
        told = (place, docket.name_of(item.case), kinds)
        self._screen.view.announce(", ".join(part for part in told if part))


def _agreement(names: list[str], total: int, enter: str) -> tuple[str, str]:
    """What to say when nobody differs from anybody."""
    who = _tr(" and ").join(names)
    if not total:
        return (
            _tr("{} labelled nothing.").format(who),
            _tr("Confirm that it is empty ({}).").format(enter),
        )
    words = _tr("{} agree on all {} annotations.").format(who, total)
    return words, _tr("Accept as gold ({}).").format(enter)


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 90 else f"{line[:89]}…"


def _whose(docket: Docket, names: Sequence[str]) -> str:
    """Who gave an answer, by name where these are few and short: the card has them all."""
    told = ", ".join(docket.shown_name(each) for each in names)
    if len(names) > _MOST_NAMES or (len(names) > 1 and len(told) > _LONGEST_NAMES):
        return _tr("{} of {}").format(len(names), len(docket.order))
    return shortened(told, most=_LONGEST_NAMES)


def _tr(source: str) -> str:
    return QCoreApplication.translate("Review", source)
