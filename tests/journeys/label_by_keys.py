"""Labels articles in the real window by keys alone, then dies without a farewell.

Run as a process of its own: `python -m tests.journeys.label_by_keys PROJECT ARTICLE...`.
"""

import os
import signal
import sys

from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from tests.journeys.driver import Person, start
from tests.journeys.plans import FLAG_TEXT, PLANS, Step


def follow(person: Person, step: Step) -> None:
    """Do one step of a plan."""
    if step.key == "link":
        link(person, step)
        return
    person.select(step.span)
    if step.key == "flag":
        person.press("F", "1")
        person.answer(FLAG_TEXT)
        return
    person.press(step.key)
    if step.second is not None:
        person.select(step.second)
        person.press("Shift+E")


def link(person: Person, step: Step) -> None:
    """Link two labelled passages by the key for linking."""
    assert step.second is not None
    person.press("Esc")
    pick(person, step.span)
    person.press("R")
    pick(person, step.second)
    person.press("Return", "1")  # either could be known through the other: the first way


def pick(person: Person, span: Span) -> None:
    """Select the annotation on exactly these words: the sentence, then E until it is there."""
    person.go_to_sentence_at(span.start)
    wanted = {each.id for each in sheet(person).annotations.values() if each.fragments == (span,)}
    for _ in range(40):
        if person.article.selected_mark in wanted:
            return
        person.press("E")
    raise AssertionError(f"no annotation on {span}")


def sheet(person: Person) -> Sheet:
    """What the window holds of the open article."""
    session = person.window.session
    assert session is not None
    assert session.sheet is not None
    return session.sheet


def work(person: Person) -> None:
    """Label the articles one after the other; then the power fails."""
    articles = sys.argv[2:]
    for number, article in enumerate(articles):
        for step in PLANS[article]:
            follow(person, step)
        if number + 1 < len(articles):
            person.press("Ctrl+Return")
            person.wait_until(
                lambda following=number + 1: sheet(person).article.id == articles[following]
            )
    person.wait_until_saved()
    print(f"{person.keys} keys", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    start(["open", sys.argv[1], "--as", "ana", "--article", sys.argv[2]], work)
