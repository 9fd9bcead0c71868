"""Suggestions in the window: shown apart from labels, taken or refused with one key each."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from annotator.domain.change import Draft
from annotator.domain.suggestion import Suggestion
from annotator.gui.panel.suggestion import engine_name, reason_words
from annotator.operations import proposing, writing
from annotator.storage import records
from annotator.storage.project import open_project
from annotator.suggestions.boilerplate import boilerplate
from annotator.suggestions.engines import ENGINES
from annotator.suggestions.material import Material, Offer
from tests import builders
from tests.gui.desk import Desk
from tests.suggestions.pages import FAULTS, TEXT

SCHEME = builders.scheme()
TEN = builders.article(
    "\n".join(f"The mayor said that bridge number {n} will cost {n} million." for n in range(10)),
    article_id="ten",
)
PAGE = builders.article(TEXT, article_id="page")


def offers_on(article, label="claim"):
    return [
        Offer(label, (builders.place(article.text, f"bridge number {n} will"),), "a rule", 0.8)
        for n in range(10)
    ]


def suggested(folder: Path) -> Path:
    """A project whose article has a suggestion in each of its ten sentences."""
    path = builders.project_file(folder, TEN)
    with open_project(path, is_writable=True) as project:
        sheet = records.sheet(project, "ten", "ana")
        draft = proposing.proposed(sheet, SCHEME, "rules", offers_on(TEN))
        writing.commit(project, draft, annotator="ana")
    return path


@pytest.fixture
def ten(tmp_path: Path, open_desk: Callable[..., Desk]) -> Desk:
    """The window on it."""
    return open_desk(suggested(tmp_path))


@pytest.fixture
def page(tmp_path: Path, open_desk: Callable[..., Desk]) -> Desk:
    """A fresh scraped page, opened for the first time."""
    desk = open_desk(builders.project_file(tmp_path, PAGE))
    desk.qtbot.waitUntil(lambda: len(waiting(desk)) == len(FAULTS))
    return desk


def waiting(desk: Desk) -> list[Suggestion]:
    return [each for each in desk.sheet.suggestions.values() if each.is_open]


def fates(desk: Desk) -> list[str]:
    found = sorted(desk.sheet.suggestions.values(), key=lambda each: each.start)
    return [each.fate for each in found]


def in_hand(desk: Desk) -> str:
    session, screen = desk.window.session, desk.window.annotating
    assert session is not None
    assert screen is not None
    found = screen.selected.suggestion(session.sheet)
    return found.text if found else ""


def queue_line(desk: Desk) -> str:
    screen = desk.window.annotating
    assert screen is not None
    return str(screen.queue.model.data(screen.queue.model.index(0, 0), 11))  # accessible text


def panel(desk: Desk, words: str) -> bool:
    names = [e.accessibleName() for e in desk.find("This article").findChildren(QWidget)]
    return any(words in name for name in names)


def test_suggestions_are_dotted_without_a_fill_and_have_ticks_on_the_scroll_bar(ten: Desk):
    index = ten.view.index
    marks = [mark for mark in index if mark.is_suggestion]
    assert len(marks) == 10
    assert {(m.underline, m.is_filled, m.letter, m.name) for m in marks} == {
        ("dotted", False, "C", "Claim?")
    }
    assert len(ten.view._tick_places()) == 10
    assert ten.annotations() == []


def test_enter_accepts_and_x_rejects_and_both_go_on(ten: Desk):
    ten.press("Enter", "X", "Enter")
    assert fates(ten)[:4] == ["accepted", "rejected", "accepted", "open"]
    assert ten.words("claim") == ["bridge number 0 will", "bridge number 2 will"]
    assert in_hand(ten) == "bridge number 3 will"
    assert {each.origin for each in ten.annotations()} == {"suggestion:rules"}
    assert ten.stored("ten").suggestions == ten.sheet.suggestions


def test_ten_suggestions_take_ten_keys_whichever_way_they_are_decided(ten: Desk):
    ten.press(*["Enter", "X"] * 5)
    assert fates(ten) == ["accepted", "rejected"] * 5
    assert "last suggestion" in ten.status()


def test_undo_opens_the_suggestion_again_and_redo_decides_it_again(ten: Desk):
    ten.press("Enter", "X", "Z")
    assert fates(ten)[:3] == ["accepted", "open", "open"]
    assert in_hand(ten) == "bridge number 1 will"
    ten.press("Z")
    assert ten.annotations() == []
    assert in_hand(ten) == "bridge number 0 will"
    ten.press("Shift+Z")
    assert fates(ten)[0] == "accepted"


def test_n_goes_from_suggestion_to_suggestion_and_then_to_claims_without_a_source(ten: Desk):
    ten.press("N")
    first = in_hand(ten)
    ten.press("N")
    assert first.startswith("bridge number")
    assert in_hand(ten) != first
    ten.press(*["Enter"] * 10)
    assert waiting(ten) == []
    ten.press("Esc", "N")
    chosen = ten.window.annotating.selected.annotation(ten.sheet)
    assert chosen is not None
    assert chosen.label == "claim"


def test_reading_on_lets_go_of_a_suggestion_and_a_label_key_labels_the_sentence(ten: Desk):
    ten.press("N", "J")
    assert in_hand(ten) == ""
    ten.press("Q")
    assert ten.words("quote")[0].startswith("The mayor said")


def test_a_label_key_takes_the_selected_suggestion_with_another_label(ten: Desk):
    ten.press("N", "Q")
    (made,) = ten.annotations("quote")
    assert made.text.startswith("bridge number")
    assert "changed" in fates(ten)


def test_a_suggestion_that_is_edited_later_counts_as_changed(ten: Desk):
    ten.press("Enter")
    ten.go_to("bridge number 0")
    ten.press("E", "[")
    assert ten.words("claim") == ["bridge number 0"]
    assert fates(ten)[0] == "changed"
    assert ten.stored("ten").suggestions == ten.sheet.suggestions


def test_the_queue_and_the_panel_say_how_many_are_left(ten: Desk):
    ten.qtbot.waitUntil(lambda: "10 suggestions" in queue_line(ten))
    ten.press("Enter")
    ten.qtbot.waitUntil(lambda: "9 suggestions left" in queue_line(ten))
    ten.qtbot.waitUntil(lambda: panel(ten, "9 suggestions left"))


def test_the_inspector_shows_engine_and_rule_and_its_buttons_decide(ten: Desk):
    ten.press("N")
    card = ten.find("Inspector")
    ten.qtbot.waitUntil(
        lambda: any("rules: a rule, 80 % sure" in each.accessibleName() or
                    "rules: a rule, 80 % sure" in getattr(each, "text", str)()
                    for each in card.findChildren(QWidget))
    )  # fmt: skip
    buttons = {each.text(): each for each in card.findChildren(QPushButton)}
    first = in_hand(ten)
    ten.click(buttons["Accept"])
    assert ten.words("claim") == [first]
    ten.click(buttons["Reject"])
    assert sorted(fates(ten)).count("rejected") == 1


def test_hidden_suggestions_are_nowhere_and_enter_means_something_else(ten: Desk):
    ten.window.views.show_suggestions()
    assert not any(mark.is_suggestion for mark in ten.view.index)
    ten.press("Enter")
    assert ten.annotations() == []
    assert "suggestion" not in queue_line(ten)
    ten.window.views.show_suggestions()
    assert sum(mark.is_suggestion for mark in ten.view.index) == 10


def test_an_article_that_measures_agreement_hides_its_suggestions_also_tomorrow(ten: Desk):
    ten.window.commands.action("suggest.toggle_agreement").trigger()
    assert not any(mark.is_suggestion for mark in ten.view.index)
    assert "hidden" in ten.status()
    ten.wait_saved()
    session = ten.window.session
    assert session is not None
    session.open_article("ten")
    assert session.suggestions == {}
    ten.window.annotating.queue.load()
    assert "suggestion" not in queue_line(ten)
    ten.window.commands.action("suggest.toggle_agreement").trigger()
    assert len(session.suggestions) == 10


def test_a_fresh_page_gets_its_boilerplate_proposed_and_keeps_what_was_said(page: Desk):
    assert sorted(each.hull for each in waiting(page)) == sorted(FAULTS)
    assert page.annotations() == []
    assert page.window.session.history.next_undo is None


def test_one_key_takes_all_boilerplate_and_one_takes_it_back(page: Desk):
    page.press("Shift+B")
    assert len(page.annotations("boilerplate")) == len(FAULTS)
    assert f"Boilerplate accepted: {len(FAULTS)}" in page.status()
    page.press("Z")
    assert page.annotations() == []
    assert len(waiting(page)) == len(FAULTS)
    page.press("Shift+B")
    page.press("Shift+B")
    assert "No suggestion of Boilerplate" in page.status()


def test_sentence_moves_pass_over_boilerplate_that_was_taken(page: Desk):
    page.press("Shift+B")
    seen = set()
    for _ in range(40):
        seen.add(page.view.current_sentence)
        page.press("J")
    assert seen
    assert not any(fault.contains(place) for fault in FAULTS for place in seen)


def test_all_engines_look_when_asked(page: Desk):
    page.window.commands.action("suggest.find").trigger()
    page.qtbot.waitUntil(lambda: "New suggestions: 3" in page.status())
    page.window.commands.action("suggest.find").trigger()
    page.qtbot.waitUntil(lambda: "No new suggestions" in page.status())


def test_an_article_without_suggestions_says_so(tmp_path: Path, open_desk: Callable[..., Desk]):
    desk = open_desk(builders.project_file(tmp_path, builders.article("It rains today.")))
    desk.window.commands.action("suggest.find").trigger()
    desk.qtbot.waitUntil(lambda: "No suggestions in this article" in desk.status())


def test_every_rule_and_engine_of_ours_has_words_for_people():
    rules = {offer.reason for offer in boilerplate(Material(TEXT))}
    assert all(reason_words(each) != each for each in rules)
    assert all(engine_name(each) != each for each in ENGINES)
    assert (engine_name("other"), reason_words("its rule")) == ("other", "its rule")


def test_suggestions_of_another_annotator_are_not_shown(
    tmp_path: Path, open_desk: Callable[..., Desk]
):
    path = builders.project_file(tmp_path, TEN)
    with open_project(path, is_writable=True) as project:
        sheet = records.sheet(project, "ten", "ben")
        fresh = proposing.proposed(sheet, SCHEME, "rules", offers_on(TEN))
        writing.commit(project, Draft("Suggest", fresh.changes), annotator="ben")
    desk = open_desk(path)
    assert desk.sheet.suggestions == {}
