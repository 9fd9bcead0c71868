"""How many keys the daily work costs, and that it needs nothing besides (1 to 5, 7, 11)."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from tests.fakes import CannedPrompts
from tests.gui.desk import Desk
from tests.scorecard.card import Recorder
from tests.scorecard.hand import Hand, Onlooker

FIRST = "Mayor Ruiz said the bridge will cost 4m euros."


@pytest.fixture
def hand(desk: Desk) -> Hand:
    """The hand of whoever sits at the desk."""
    return Hand(desk)


@pytest.fixture
def onlooker(qapp: object) -> Iterator[Onlooker]:
    """Watches from here to the end."""
    watching = Onlooker()
    yield watching
    watching.leave()


def test_a_sentence_is_labelled_by_one_key(scorecard: Recorder, desk: Desk, hand: Hand):
    """1: T1."""
    keys = hand.count("C")
    scorecard.record("1", "Keys to label the current sentence (T1)", goal="1", measured=keys)
    assert desk.words("claim") == [FIRST]
    assert keys == 1


def test_claim_source_and_link_are_two_keys(scorecard: Recorder, desk: Desk, hand: Hand):
    """2: T2, with the source that is suggested."""
    keys = hand.count("C", "S")
    scorecard.record("2", "Keys for claim + suggested source + link (T2)", goal="2", measured=keys)
    assert (FIRST, "attributed_to", "Mayor Ruiz") in desk.links()
    assert keys == 2


def test_a_target_is_rated_by_one_key(scorecard: Recorder, desk: Desk, hand: Hand):
    """3: T3, the first name of the sentence."""
    keys = hand.count("-")
    scorecard.record("3", "Keys for sentiment on the first target (T3)", goal="1", measured=keys)
    (rated,) = desk.annotations("sentiment")
    assert (rated.text, rated.attributes["polarity"]) == ("Mayor Ruiz", "negative")
    assert keys == 1


def test_a_flag_is_two_keys_beside_its_words(scorecard: Recorder, desk: Desk, hand: Hand):
    """4: T4; the comment is typed in between."""
    hand.press("F")
    desk.type("Whose words are these?")
    hand.press("Enter")
    scorecard.record("4", "Keys to flag, without the comment (T4)", goal="2", measured=hand.keys)
    (flag,) = desk.sheet.flags.values()
    assert flag.messages[0].text == "Whose words are these?"
    assert hand.keys == 2


def test_two_tokens_are_taken_off_by_three_keys(scorecard: Recorder, desk: Desk, hand: Hand):
    """5: T5, of an annotation that is not in hand."""
    desk.press("C", "J", "K")
    assert desk.view.selected_mark is None
    keys = hand.count("E", "[", "[")
    scorecard.record("5", "Keys to shorten a span by two tokens (T5)", goal="≤ 3", measured=keys)
    assert desk.words("claim") == ["Mayor Ruiz said the bridge will cost 4m"]
    assert keys <= 3


def test_no_costs_what_yes_costs(scorecard: Recorder, desk: Desk, hand: Hand):
    """7: a suggestion is taken or turned down by one key each, and nothing is asked."""
    desk.press("C")
    offered = desk.window.annotating.attribution  # type: ignore[union-attr]
    desk.qtbot.waitUntil(lambda: offered.proposal is not None)
    before = offered.proposal
    turned_down = hand.count("X")
    assert offered.proposal not in (None, before)
    assert desk.links() == []
    taken = hand.count("S")
    assert [link[2] for link in desk.links()] == ["she"]
    scorecard.record(
        "7 keys", "Keys to accept; to reject a suggestion", goal="equal",
        measured=f"{taken}; {turned_down}",
    )  # fmt: skip
    assert taken == turned_down == 1


def test_labelling_flagging_and_exporting_hold_nothing_up(
    scorecard: Recorder,
    open_desk: Callable[..., Desk],
    project: Path,
    tmp_path: Path,
    onlooker: Onlooker,
):
    """7 and 11: T1 to T5, T8 and T10 in a row, without a mouse, without a modal window."""
    prompts = CannedPrompts()
    desk = open_desk(project, prompts=prompts)
    desk.press("C", "S")  # T1, T2
    desk.press("J", "J", "J", "-")  # T3
    desk.press("F")
    desk.type("Who?")
    desk.press("Enter")  # T4
    desk.press("J", "C", "E", "[", "[", "Z", "Z", "Z")  # T5, T8
    desk.press("Ctrl+E", "Enter")  # T10
    desk.qtbot.waitUntil(lambda: "Exported" in desk.status())
    first = (project.with_name("pilot-dataset") / "data.jsonl").read_bytes()
    keys_again = ("Ctrl+1", "Ctrl+E", "Enter")
    desk.press(*keys_again)
    desk.qtbot.waitUntil(lambda: "Exported" in desk.status())
    assert (project.with_name("pilot-dataset") / "data.jsonl").read_bytes() == first
    scorecard.record(
        "10", "Keys to export again, from the article (T10)", goal="3",
        measured=len(keys_again) - 1,
    )  # fmt: skip
    assert len(desk.annotations("claim")) == 1
    assert desk.annotations("sentiment")
    assert desk.sheet.flags
    asked = prompts.asked
    scorecard.record(
        "7 calm",
        "Modal windows while labelling, flagging, exporting (but the system's choice of a file)",
        goal="0",
        measured=len(onlooker.modal) + len(asked),
    )
    scorecard.record(
        "11", "Events of a mouse during T1–T5, T8, T10", goal="0",
        measured=len(onlooker.of_the_mouse),
    )  # fmt: skip
    assert onlooker.modal == asked == []
    assert onlooker.of_the_mouse == []


def test_the_onlooker_sees_what_it_looks_for(desk: Desk, onlooker: Onlooker):
    desk.click(desk.view.viewport())
    assert onlooker.of_the_mouse
    dialog = QDialog(desk.window)
    dialog.setModal(True)
    dialog.show()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert onlooker.modal
