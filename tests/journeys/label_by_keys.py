"""Labels articles in the real window by keys alone, then dies without a farewell.

Run as a process of its own: `python -m tests.journeys.label_by_keys PROJECT ARTICLE...`.
"""

import os
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QPushButton

from annotator.domain.annotation import Annotation
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from tests.journeys.driver import Person, start
from tests.journeys.plans import FERRY_PLAN, FLAG, LINK, Step
from tests.journeys.scraped_plans import FIRST, FIRST_PLAN, SECOND, SECOND_PLAN

WITHOUT_SOURCE = {"outlet": "O", "implicit": "I", "unnamed": "P"}
PLANS = {"ferry": FERRY_PLAN, FIRST: FIRST_PLAN, SECOND: SECOND_PLAN}


class Annotator:
    """Somebody who follows a plan, and counts what the keys were for."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.keys = Counter[str]()
        self.taken = 0
        self._latest: str | None = None
        self._source: Span | None = None

    def follow_all(self, plan: tuple[Step, ...]) -> None:
        """Do every step of a plan; what the window offers is taken where it is what is planned."""
        for number, step in enumerate(plan):
            with self._counted("finding words" if step.key != LINK else "links"):
                if step.key != LINK and not self._is_linked(step):
                    self.person.select(step.span)
            self._follow(step, plan[number + 1 : number + 3])

    def _follow(self, step: Step, following: tuple[Step, ...]) -> None:
        if step.key == LINK:
            with self._counted("links"):
                self._link(step)
            return
        if step.key != FLAG and not self._is_linked(step):
            with self._counted("labels"):
                self.person.press(step.key)
        if step.second is not None:
            with self._counted("finding words"):
                self.person.select(step.second)
            with self._counted("labels"):
                self.person.press("Shift+E")
        if step.key in "CQ":
            self._latest = self.person.article.selected_mark
            with self._counted("labels"):
                self._take_offer(following)
        self._describe(step)

    def _describe(self, step: Step) -> None:
        """Set the attributes that differ, and raise the flags."""
        with self._counted("attributes"):
            unset = self._unset(step)
            if unset:
                self._pick(step.span, step.key)
            if reason := unset.pop("no_source", None):
                self.person.press(WITHOUT_SOURCE[reason])
            if unset:
                self._set(unset)
        with self._counted("flags"):
            missing = [reason for reason in step.flags if not self._is_raised(step, reason)]
            if missing and step.key != FLAG:
                self._pick(step.span, step.key)
            for reason in missing:
                self._flag(reason, step.words)

    def _is_raised(self, step: Step, reason: str) -> bool:
        """Whether a rule of the scheme has flagged so already what a step labelled."""
        made = self._on(step.span, step.key)
        here = sheet(self.person)
        return made is not None and any(e.reason == reason for e in here.flags_of(made.id))

    def _take_offer(self, following: tuple[Step, ...]) -> None:
        """Take the source and cue that stand as ghosts if both are what comes next, else wave."""
        offered = self.person.window.annotating.attribution.proposal
        source = following[0].span if following and following[0].key == "S" else None
        beside = following[source is not None :]
        cue = beside[0].span if beside and beside[0].key == "A" else None
        if offered is not None and (offered.source, offered.cue) == (source, cue):
            self.person.press("S")
            self.taken += 1
        elif source is not None and source == self._source and cue is None:
            self.person.press("Shift+S")
        elif offered is not None:
            self.person.press("Esc")
        self._source = source or self._source

    def _is_linked(self, step: Step) -> bool:
        """Whether a source or cue was taken with the claim before it."""
        if step.key not in "SA":
            return False
        here = sheet(self.person)
        ends = {each.to_id for each in here.relations.values() if each.from_id == self._latest}
        return any(here.annotations[end].fragments == (step.span,) for end in ends)

    def _unset(self, step: Step) -> dict[str, str]:
        """The attributes of a step that its label does not have yet."""
        made = self._on(step.span, step.key)
        return {k: v for k, v in step.attributes if made.attributes.get(k) != v} if made else {}

    def _on(self, span: Span, key: str) -> Annotation | None:
        """The annotation that a step has made."""
        label = (
            next(
                each.label
                for each in scheme(self.person).choices()
                if each.key.upper() == key.upper()
            )
            if key not in (FLAG, LINK)
            else ""
        )
        return next(
            (
                each
                for each in sheet(self.person).annotations.values()
                if each.label == label and each.fragments[0] == span
            ),
            None,
        )

    def _link(self, step: Step) -> None:
        """Link two labelled passages by the key for linking."""
        assert step.second is not None
        self.person.press("Esc")
        self._pick(step.span)
        self.person.press("R")
        self._pick(step.second)
        self.person.press("Return")
        kind = scheme(self.person).relation(step.relation)
        assert kind is not None
        ways = [each.accessibleName() for each in self._options()]
        if ways:
            opening = f"“{sheet_words(self.person, step.span)[:20]}"
            (number,) = [
                number
                for number, way in enumerate(ways, start=1)
                if f"” {kind.name} “" in way and way.startswith(opening)
            ]
            self.person.press(str(number))

    def _pick(self, span: Span, key: str = "") -> None:
        """Select the annotation that begins with these words: its sentence, then E until it is."""
        here = sheet(self.person).annotations.values()
        made = self._on(span, key) if key else None
        wanted = {made.id} if made else {each.id for each in here if each.fragments == (span,)}
        if self.person.article.selected_mark in wanted:
            return
        self.person.go_to_sentence_at(span.start)
        for _ in range(40):
            if self.person.article.selected_mark in wanted:
                return
            self.person.press("E")
        raise AssertionError(f"no annotation on {span}")

    def _set(self, unset: dict[str, str]) -> None:
        """Set attributes at the right: digits for values, words for entities."""
        made = self.person.article.selected_mark
        label = scheme(self.person).label(sheet(self.person).annotations[made or ""].label)
        assert label is not None
        order = [each.id for each in label.attributes]
        names = [each.name for each in label.attributes]
        self.person.press("Return")
        for name, value in sorted(unset.items(), key=lambda each: order.index(each[0])):
            attribute = label.attributes[order.index(name)]
            self.person.go_to_field(attribute.name, among=names)
            if attribute.values:
                self.person.press(str([each.id for each in attribute.values].index(value) + 1))
            else:
                self.person.type(value)
                self.person.press("Return")
        self.person.leave_form()

    def _flag(self, reason: str, words: str) -> None:
        """Flag what is selected: a digit for the reason, or the arrows to those beyond nine."""
        self.person.press("F")
        reasons = [each.id for each in scheme(self.person).flag_reasons]
        number = reasons.index(reason)
        if number < 9:
            self.person.press(str(number + 1))
        else:
            self.person.press(*["Up"] * (len(reasons) - number))
        if words:
            self.person.type(words)
        self.person.press("Return")

    def _options(self) -> list[QPushButton]:
        """What the strip under the article lets one choose from; none when it is closed."""
        found = self.person.window.findChildren(QPushButton)
        return [each for each in found if each.property("role") == "option" and each.isVisible()]

    @contextmanager
    def _counted(self, purpose: str) -> Iterator[None]:
        before = self.person.keys
        yield
        self.keys[purpose] += self.person.keys - before


def scheme(person: Person) -> Scheme:
    """The scheme of the open project."""
    assert person.window.session is not None
    return person.window.session.scheme


def sheet(person: Person) -> Sheet:
    """What the window holds of the open article."""
    session = person.window.session
    assert session is not None
    assert session.sheet is not None
    return session.sheet


def sheet_words(person: Person, span: Span) -> str:
    """The words of the open article at a place, on one line."""
    return " ".join(span.cut_from(sheet(person).article.text).split())


def work(person: Person) -> None:
    """Label the articles one after the other; then the power fails."""
    articles = sys.argv[2:]
    for number, article in enumerate(articles):
        before, letters = person.keys, person.letters
        annotator = Annotator(person)
        annotator.follow_all(PLANS[article])
        purposes = ", ".join(f"{count} {what}" for what, count in annotator.keys.most_common())
        print(
            f"{article}: {person.keys - before} keys ({purposes}), "
            f"{person.letters - letters} letters of words, "
            f"{annotator.taken} sources taken as offered",
            flush=True,
        )
        if number + 1 < len(articles):
            person.press("Ctrl+Return")
            person.wait_until(
                lambda following=number + 1: sheet(person).article.id == articles[following]
            )
    person.wait_until_saved()
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    start(["open", sys.argv[1], "--as", "ana", "--article", sys.argv[2]], work)
