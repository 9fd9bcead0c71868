"""How many keys ten suggestions cost, one at a time and by the page (6 and 7)."""

import random
from collections.abc import Callable
from pathlib import Path

from tests.gui.desk import Desk
from tests.gui.test_suggestions import fates, suggested, waiting
from tests.scorecard.card import Recorder
from tests.scorecard.hand import Hand, Onlooker

WRONG = ("3", "7")
"""The digits of what is wrong on the page that is measured: two of ten."""


class _NoCheck(random.Random):
    def random(self) -> float:
        return 1.0


def test_ten_suggestions_are_ten_keys_or_a_page_of_five(
    scorecard: Recorder, tmp_path: Path, open_desk: Callable[..., Desk]
):
    """6: T6; accepting and rejecting cost the same."""
    onlooker = Onlooker()
    one_by_one = tmp_path / "one"
    one_by_one.mkdir()
    desk = open_desk(suggested(one_by_one))
    jumping = Hand(desk).count(*["X" if key in WRONG else "Enter" for key in "1234567890"])
    assert waiting(desk) == []
    expected = fates(desk)
    desk.close()
    desk = open_desk(suggested(tmp_path))
    desk.window.commands.action("suggest.allow_pages").trigger()
    pages = desk.window.annotating.deciding.page_mode
    pages.chance = _NoCheck()
    hand = Hand(desk)
    hand.press("V", *WRONG)
    pages.clock = lambda: 1e9  # the rows were on the screen long enough
    hand.press("Enter")
    assert fates(desk) == expected
    scorecard.record(
        "6",
        "Keys for 10 suggestions: jump / page mode (T6)",
        goal="10 / ≤ 5",
        measured=f"{jumping} / {hand.keys}",
    )
    onlooker.leave()
    scorecard.record(
        "11 suggestions", "Events of a mouse during T6", goal="0",
        measured=len(onlooker.of_the_mouse),
    )  # fmt: skip
    assert jumping == 10
    assert hand.keys <= 5
    assert onlooker.of_the_mouse == onlooker.modal == []


def test_accepting_and_rejecting_cost_one_key_each(
    scorecard: Recorder, tmp_path: Path, open_desk: Callable[..., Desk]
):
    """7: for suggestions."""
    desk = open_desk(suggested(tmp_path))
    hand = Hand(desk)
    accepting, rejecting = hand.count("Enter"), hand.count("X")
    assert fates(desk)[:3] == ["accepted", "rejected", "open"]
    scorecard.record(
        "7a",
        "Keys to accept / to reject a suggestion",
        goal="equal",
        measured=f"{accepting} / {rejecting}",
    )
    assert accepting == rejecting == 1
