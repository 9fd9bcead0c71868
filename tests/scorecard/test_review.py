"""How many keys a review costs, and that it needs nothing besides (7 and 8)."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.gui.review.screen import ReviewScreen
from annotator.storage import reviews
from annotator.storage.project import open_project
from annotator.text.sentences import sentences
from tests.gui.desk import Desk
from tests.gui.review.test_screen import Part, builders, done, project_of
from tests.scorecard.card import Recorder
from tests.scorecard.hand import Hand, Onlooker

TEN = 10
TEXT = " ".join(f"Speaker {letter} said the pier needs {letter} planks." for letter in "ABCDEFGHIJ")
ARTICLE = builders.article(TEXT, article_id="a3", title="Ten differences")


@pytest.fixture
def onlooker(qapp: object) -> Iterator[Onlooker]:
    """Watches from here to the end."""
    watching = Onlooker()
    yield watching
    watching.leave()


def parts(*people: str) -> list[Part]:
    """Each sentence is a claim for all, with other edges for each."""
    found: list[Part] = [*done(*people, article_id="a3")]
    for number, place in enumerate(sentences(TEXT)):
        words = place.cut_from(TEXT).strip()
        for cut, name in enumerate(people):
            shorter = words.split(" ", cut)[cut]
            found.append(builders.annotation(ARTICLE, shorter, annotation_id=f"c{number}", by=name))
    return found


def open_review(open_desk: Callable[..., Desk], folder: Path, *people: str) -> Desk:
    path = project_of(folder, [])
    with open_project(path, is_writable=True) as project:
        for each in ([ARTICLE], parts(*people)):
            builders.write(project, builders.added_records(*each), by="ana")
    desk = open_desk(path, article="a3")
    desk.press("Ctrl+2")
    return desk


def test_ten_disagreements_are_ten_keys(
    scorecard: Recorder, open_desk: Callable[..., Desk], tmp_path: Path, onlooker: Onlooker
):
    """8: T7. And 7: nothing is asked on the way to gold and back."""
    desk = open_review(open_desk, tmp_path, "ana", "ben")
    screen = desk.find("Review", ReviewScreen)
    assert screen.docket is not None
    assert len(screen.docket.state.left) == TEN
    hand = Hand(desk)
    keys = hand.count("Left", "Right", "Up", "Down", "Left", "Right", "Up", "Down", "Left", "Right")
    scorecard.record("8", "Keys for 10 disagreements (T7)", goal="10", measured=keys)
    assert screen.docket.state.left == []
    desk.press("Enter", "Shift+Enter", *["Z"] * (TEN + 2))
    assert len(screen.docket.state.left) == TEN
    desk.wait_saved()
    with open_project(tmp_path / "pilot.annotator") as project:
        assert reviews.decisions(project, "a3") == []
    scorecard.record(
        "7 review", "Modal windows while settling 10 disagreements, accepting, undoing", goal="0",
        measured=len(onlooker.modal) + len(desk.prompts.asked),
    )  # fmt: skip
    scorecard.record(
        "11 review", "Events of a mouse during T7", goal="0", measured=len(onlooker.of_the_mouse)
    )
    assert keys == TEN
    assert onlooker.modal == desk.prompts.asked == []
    assert onlooker.of_the_mouse == []


def test_rejecting_a_label_costs_what_accepting_costs(
    scorecard: Recorder, open_desk: Callable[..., Desk], tmp_path: Path
):
    """7: one person's work, one key each."""
    desk = open_review(open_desk, tmp_path, "ana")
    desk.press("Enter")
    screen = desk.find("Review", ReviewScreen)
    hand = Hand(desk)
    accepted, rejected = hand.count("Left"), hand.count("X")
    assert screen.docket is not None
    assert screen.docket.tally() == {"ana": 1, "neither": 1}
    scorecard.record(
        "7 review keys", "Keys to accept; to reject a label in the review", goal="equal",
        measured=f"{accepted}; {rejected}",
    )  # fmt: skip
    assert accepted == rejected == 1
