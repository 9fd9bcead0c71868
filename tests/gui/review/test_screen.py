"""The review in the real window: keys, what they leave in the file, and what is said."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from annotator.domain.annotation import Annotation
from annotator.domain.change import Change, Draft, added
from annotator.domain.people import EDITOR, GOLD, Annotator
from annotator.domain.progress import FINISHED, Progress
from annotator.domain.relation import Relation
from annotator.gui.article.view import ArticleView
from annotator.gui.main_window import MainWindow
from annotator.gui.review.columns import AnswerCard
from annotator.gui.review.screen import ReviewScreen
from annotator.gui.wording import reason_of
from annotator.operations import agreement, library, writing
from annotator.storage import records, reviews
from annotator.storage.project import open_project
from tests import builders
from tests.gui.conftest import TEXT
from tests.gui.desk import Desk
from tests.scorecard.screens import settle

ARTICLE = builders.article(TEXT, article_id="a1", title="The bridge")
OTHER = builders.article("Trams return. The line opens in May.", article_id="a2", title="The tram")
CLAIM = "the bridge will cost 4m euros"
Part = Annotation | Relation | Progress


def made(by: str, name: str, words: str, label: str = "claim", **values: str) -> Annotation:
    return builders.annotation(ARTICLE, words, label=label, annotation_id=name, by=by, **values)


def done(*names: str, article_id: str = "a1") -> list[Progress]:
    return [Progress(article_id, name, FINISHED) for name in names]


def two() -> list[Part]:
    """Two differences: whether there is a source, and where the claim begins; one agreement."""
    link = Relation("l", "a1", "ana", "attributed_to", "c", "s", "a1")
    return [
        *done("ana", "ben"),
        made("ana", "s", "Mayor Ruiz", "source"),
        made("ana", "c", f"said {CLAIM}"),
        made("ana", "q", "It is a bargain", "quote"),
        link,
        made("ben", "c", CLAIM),
        made("ben", "q", "It is a bargain", "quote"),
    ]


def project_of(folder: Path, parts: list[Part], *, editor: str = "eva") -> Path:
    path = builders.project_file(folder, ARTICLE, OTHER, by=editor)
    people = [Annotator(name, name) for name in ("ana", "ben", "chi")]
    with open_project(path, is_writable=True) as project:
        for records_in in (people, parts):
            writing.commit(project, Draft("Fill", added(records_in)), annotator="ana")
    return path


@pytest.fixture
def open_review(
    open_desk: Callable[..., Desk], tmp_path: Path
) -> Callable[..., tuple[Desk, ReviewScreen]]:
    def make(parts: list[Part], **options: object) -> tuple[Desk, ReviewScreen]:
        path = tmp_path / "pilot.annotator"
        desk = open_desk(path if path.exists() else project_of(tmp_path, parts), **options)
        desk.press("Ctrl+2")
        return desk, desk.find("Review", ReviewScreen)

    return make


def gold(desk: Desk) -> list[tuple[str, str]]:
    desk.wait_saved()
    with open_project(path_of(desk)) as project:
        sheet = records.sheet(project, "a1", GOLD)
    return sorted((each.label, each.text) for each in sheet.annotations.values())


def path_of(desk: Desk) -> Path:
    window: MainWindow = desk.window
    assert window.session is not None
    return window.session.path


def said(screen: ReviewScreen) -> str:
    return f"{screen.bar.message.text()} {screen.bar.detail.text()}"


def cards(screen: ReviewScreen) -> list[str]:
    return [
        card.accessibleName()
        for side in screen.sides
        for card in side.widget().findChildren(AnswerCard)
    ]


def test_one_key_settles_one_difference_and_the_next_is_shown(open_review):
    desk, screen = open_review(two())
    assert cards(screen) == ["ana: Source “Mayor Ruiz”", "ben: Nothing marked here"]
    desk.press("Left")
    assert cards(screen)[1] == f"ben: Claim “{CLAIM}”"
    desk.press("Right")
    assert said(screen).startswith("Everything is decided.")
    assert gold(desk) == [
        ("claim", CLAIM), ("quote", "It is a bargain"), ("source", "Mayor Ruiz"),
    ]  # fmt: skip
    assert screen.bar.progress.accessibleName().startswith(
        "1 taken from ana · 1 taken from ben · 0 left"
    )


def test_the_left_arrow_takes_what_stands_left_also_where_windows_run_to_the_left(
    open_review, qapp: QApplication
):
    desk, screen = open_review(two())
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        settle()
        cards = screen.findChildren(AnswerCard)
        left = min(cards, key=lambda card: card.mapTo(screen, card.rect().topLeft()).x())
        name = left.accessibleName().split(",")[0].split(":")[0]
        desk.press("Left")
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert screen.docket is not None
    assert list(screen.docket.tally()) == [name] == ["ana"]


def test_merge_neither_and_undo_are_one_key_each_and_survive_a_restart(
    open_review, open_desk, tmp_path: Path
):
    desk, screen = open_review(two())
    desk.press("Down", "Up")
    assert gold(desk) == [("claim", f"said {CLAIM}"), ("quote", "It is a bargain")]
    desk.press("Z")
    assert screen.docket is not None
    assert len(screen.docket.state.left) == 1
    assert gold(desk) == [("quote", "It is a bargain")]
    desk.close()
    desk, screen = open_review([])
    desk.press("Z")
    assert gold(desk) == []
    with open_project(path_of(desk)) as project:
        assert reviews.decisions(project, "a1") == []


def test_an_article_becomes_gold_and_is_opened_again(open_review):
    desk, screen = open_review(two())
    desk.press("Enter")
    assert "2 differences are not decided" in desk.status()
    desk.press("Left", "Left", "Enter")
    assert said(screen).startswith("This article is gold.")
    desk.press("Left")
    assert "gold already" in desk.status() or "Nothing is to be decided" in desk.status()
    desk.press("Shift+Enter")
    assert said(screen).startswith("Everything is decided.")


def test_once_all_is_decided_a_click_accepts_it_as_gold(open_review):
    desk, screen = open_review(two())
    desk.press("Left", "Right")
    desk.click(desk.find("Enter  accept as gold", QPushButton))
    assert screen.docket is not None
    assert screen.docket.state.is_gold


def test_a_correction_is_made_by_keys_and_escape_leaves_it(open_review):
    desk, screen = open_review(two())
    desk.press("Left", "E", "[", "[", "Esc")
    assert screen.docket is not None
    assert len(screen.docket.state.left) == 1
    desk.press("E", "[", "[", "Enter")
    assert ("claim", "said the bridge will cost") in gold(desk)
    with open_project(path_of(desk)) as project:
        choices = {each.choice for each in reviews.decisions(project, "a1")}
    assert choices == {"agreed", "taken", "edited"}


def test_a_reason_goes_with_the_next_decision(open_review):
    desk, _ = open_review(two())
    desk.press("R", "1", "Left")
    desk.wait_saved()
    with open_project(path_of(desk)) as project:
        (decision,) = [e for e in reviews.decisions(project, "a1") if e.choice == "taken"]
        assert (decision.reason, decision.by) == ("guideline", "eva")


def test_each_reason_has_a_key_also_the_tenth_and_the_last(open_review):
    desk, screen = open_review(two())
    desk.press("R", "0")
    assert screen.reason == "careless"
    desk.press("B", "1", "-")
    desk.type("See above.")
    desk.press("Enter")
    desk.wait_saved()
    with open_project(path_of(desk)) as project:
        (flag,) = records.sheet(project, "a1", "ana").flags.values()
    assert flag.messages[0].text == "Other. See above."


def test_sending_back_reopens_the_article_for_one_and_leaves_the_other(open_review):
    desk, screen = open_review(two())
    desk.press("B", "2", "6")
    desk.type("The source.")
    desk.press("Enter")
    assert said(screen).startswith("Only ana has finished this article.")
    desk.wait_saved()
    with open_project(path_of(desk)) as project:
        sheet = records.sheet(project, "a1", "ben")
    assert not sheet.is_finished
    (flag,) = sheet.flags.values()
    assert flag.messages[0].text == "Something is missing. The source."
    assert (flag.grounds, flag.why_dismissed) == ("missed", "")
    assert reason_of(flag, builders.scheme()) == "Sent back"
    desk.press("Z")
    assert screen.docket is not None
    assert len(screen.docket.state.left) == 2


def test_names_can_be_hidden_and_stay_so(open_review):
    desk, screen = open_review(two())
    desk.press("H")
    assert all("Annotator A" in name or "Annotator B" in name for name in cards(screen))
    assert "ana" not in screen.people.text()
    desk.wait_saved()
    desk.close()
    _, screen = open_review([])
    assert "Annotator A" in screen.people.text()


def test_three_answers_are_taken_by_digits_and_the_majority_by_space(open_review):
    parts = [
        *done("ana", "ben", "chi"),
        made("ana", "c", CLAIM),
        made("ben", "c", CLAIM),
        made("chi", "c", f"said {CLAIM}"),
        made("chi", "x", "officials", "source"),
    ]
    desk, screen = open_review(parts)
    assert cards(screen)[0].startswith("2 of 3: ana, ben")
    desk.press("Space")
    assert gold(desk) == [("claim", CLAIM)]
    desk.press("2")
    assert gold(desk) == [("claim", CLAIM), ("source", "officials")]


def test_many_annotators_leave_room_for_the_title_and_for_every_key(open_review):
    everybody = ["ana", "ben", "chi", "dov", "ema"]
    claims = [made(name, "c", CLAIM) for name in everybody[:4]]
    desk, screen = open_review([*done(*everybody), *claims])
    assert screen.people.text() == "5 annotators"
    assert all(name in screen.people.toolTip() for name in everybody)
    assert screen.heading.width() > screen.width() // 2
    assert desk.find("←  take 4 of 5", QPushButton).isVisible()
    assert desk.find("→  take ema", QPushButton).isVisible()


def test_long_names_leave_room_on_the_buttons_and_stand_on_the_cards(open_review):
    long, longer = "konstantinos-papadopoulos", "maria-del-carmen-fernandez"
    parts = [*done("ana", long, longer), made("ana", "c", CLAIM)]
    desk, screen = open_review(parts)
    assert desk.find("←  take 2 of 3", QPushButton).isVisible()
    assert long in cards(screen)[0]
    assert longer in cards(screen)[0]


def test_the_overlay_shows_all_answers_in_one_column(open_review):
    desk, screen = open_review(two())
    desk.press("O")
    assert not any(side.isVisible() for side in screen.sides)
    names = {mark.name for mark in screen.view.index}
    assert {"Source · ana", "Claim · ana", "Claim · ben"} <= names
    desk.press("Esc")
    assert all(side.isVisible() for side in screen.sides)


def test_the_answers_of_many_share_one_chip_that_says_how_many_gave_the_first(open_review):
    everybody = ["ana", "ben", "chi", "dov"]
    claims = [made(name, "c", CLAIM) for name in everybody[:2]]
    claims += [made("chi", "c", f"said {CLAIM}"), made("dov", "c", "4m euros")]
    desk, screen = open_review([*done(*everybody), *claims])
    desk.press("O")
    marks = list(screen.view.index)
    assert sorted(mark.name for mark in marks) == ["Claim · ana, ben", "Claim · chi", "Claim · dov"]
    assert [(m.shape, m.letter) for m in marks if m.shape != "none"] == [("square", "2")]


def test_d_leads_from_the_article_to_the_next_difference(open_review):
    desk, screen = open_review(two())
    desk.press("Ctrl+1", "D")
    assert screen.isVisible()
    desk.press("D")
    assert screen.place.text() == "difference 2 of 2"
    desk.press("Shift+D")
    assert screen.place.text() == "difference 1 of 2"


def test_a_click_on_an_answer_takes_it(open_review):
    desk, screen = open_review(two())
    card = screen.sides[0].widget().findChildren(AnswerCard)[0]
    desk.click(card)
    assert ("source", "Mayor Ruiz") in gold(desk)


def test_one_persons_work_is_accepted_and_rejected_by_one_key_each(open_review):
    desk, screen = open_review(
        [*done("ana"), made("ana", "c", CLAIM), made("ana", "s", "Mayor Ruiz", "source")]
    )
    assert said(screen).startswith("Only ana has finished this article. Two are needed to compare.")
    desk.press("Left")
    assert "Nothing is to be decided" in desk.status()
    desk.press("Enter", "Left", "X")
    assert gold(desk) == [("source", "Mayor Ruiz")]
    assert said(screen).startswith("Everything is decided.")


def test_those_who_agree_are_accepted_by_enter_and_an_empty_article_is_confirmed(open_review):
    parts: list[Part] = [
        *done("ana", "ben"), made("ana", "c", CLAIM), made("ben", "c", CLAIM),
        *done("ana", "ben", article_id="a2"),
    ]  # fmt: skip
    desk, screen = open_review(parts)
    assert said(screen) == "ana and ben agree on all 1 annotations. Accept as gold (Enter)."
    desk.press("Enter", "Enter")
    assert said(screen) == "ana and ben labelled nothing. Confirm that it is empty (Enter)."
    desk.press("Enter")
    desk.wait_saved()
    with open_project(path_of(desk)) as project:
        (verdict,) = records.sheet(project, "a2", GOLD).verdicts.values()
    assert (verdict.verdict, verdict.target_id) == ("confirmed_empty", None)


def test_a_later_change_of_an_annotator_shows_as_changed_since(open_review, tmp_path: Path):
    desk, _ = open_review(two())
    desk.press("Left", "Right")
    desk.close()
    with open_project(tmp_path / "pilot.annotator", is_writable=True) as project:
        before = records.sheet(project, "a1", "ben").annotations["c"]
        changed = made("ben", "c", "4m euros")
        step = Draft("Change the words", (Change(before, changed),))
        writing.commit(project, step, annotator="ben")
    desk, screen = open_review([])
    assert said(screen).startswith("Taken from ben · changed since")
    assert "1 changed since" in screen.bar.progress.accessibleName()
    desk.press("K")
    assert said(screen).startswith("Everything is decided.")


def test_gold_says_that_somebody_changed_their_work_since(open_review, tmp_path: Path):
    desk, _ = open_review(two())
    desk.press("Left", "Right", "Enter")
    desk.close()
    with open_project(tmp_path / "pilot.annotator", is_writable=True) as project:
        before = records.sheet(project, "a1", "ben").annotations["c"]
        step = Draft("Change the words", (Change(before, made("ben", "c", "4m euros")),))
        writing.commit(project, step, annotator="ben")
    desk, screen = open_review([])
    assert said(screen).startswith("This article is gold, and 1 difference has changed since. D ")
    desk.press("Shift+Enter", "K")
    assert said(screen).startswith("Everything is decided.")


def test_annotators_are_told_that_the_review_is_for_editors(open_review, open_desk, tmp_path):
    path = project_of(tmp_path, two())
    desk = open_desk(path, annotator="ana")
    desk.press("Ctrl+2")
    assert "for editors" in desk.find("Review", ReviewScreen).empty.title.text()


def test_an_editor_sees_nobodys_work_before_the_own_is_finished(open_desk, tmp_path: Path):
    parts: list[Part] = [*two(), Progress("a1", "eva")]
    desk = open_desk(project_of(tmp_path, parts), article="a1")
    desk.press("Ctrl+2")
    screen = desk.find("Review", ReviewScreen)
    assert "not finished" in screen.empty.title.text()
    assert cards(screen) == []
    desk.press("R")
    assert not screen.entry.isVisible(), "there is nothing to give a reason for"
    desk.press("Ctrl+P")
    assert screen.entry.isVisible(), "the question for an article is out of sight"
    desk.press("Esc")
    assert screen.empty.hasFocus()


def waiting_elsewhere() -> list[Part]:
    """The bridge is finished by one only; two have finished the tram and have nothing in it."""
    return [*done("ana"), made("ana", "c", CLAIM), *done("ana", "ben", article_id="a2")]


def test_the_review_opens_on_what_two_have_finished_and_the_article_of_one_is_a_key_away(
    open_review,
):
    desk, screen = open_review(waiting_elsewhere(), article="a1")
    assert said(screen).startswith("ana and ben labelled nothing.")
    desk.press("Ctrl+PgUp")
    assert said(screen).startswith("Only ana has finished this article.")
    assert "D opens the next article that two have finished." in said(screen)
    desk.press("D")
    assert said(screen).startswith("ana and ben labelled nothing.")
    desk.press("Ctrl+PgUp", "Ctrl+1", "Ctrl+2")
    assert said(screen).startswith("Only ana has finished this article.")


def test_arrows_promise_nothing_before_the_work_of_one_is_reviewed(open_review):
    desk, screen = open_review([*done("ana"), made("ana", "c", CLAIM)], article="a1")
    desk.press("Right")
    assert desk.status() == "Nothing is to be decided here."
    desk.press("Enter", "Right")
    assert desk.status().startswith("Only one annotator is here")
    assert len(screen.docket.state.left) == 1


def test_from_an_article_that_is_owed_enter_leads_to_one_that_can_be_compared(
    open_desk, tmp_path: Path
):
    parts: list[Part] = [*two(), Progress("a1", "eva"), *done("ana", "ben", article_id="a2")]
    desk = open_desk(project_of(tmp_path, parts), article="a1")
    desk.press("Ctrl+2")
    screen = desk.find("Review", ReviewScreen)
    assert said(screen).startswith("ana and ben labelled nothing.")
    desk.press("Ctrl+PgUp")
    assert "Enter opens the next article" in screen.empty.detail.text()
    assert cards(screen) == []
    desk.press("Enter")
    assert said(screen).startswith("ana and ben labelled nothing.")


def test_the_sample_project_shows_a_new_editor_a_comparison_at_once(open_desk, tmp_path: Path):
    path = tmp_path / "sample.annotator"
    library.new_project(path, annotator="eva", with_sample=True)
    desk = open_desk(path)
    desk.press("Ctrl+2")
    screen = desk.find("Review", ReviewScreen)
    assert screen.place.text().startswith("difference 1 of ")
    assert len(cards(screen)) == 2


def test_the_header_says_how_far_those_two_agree_on_claims(open_review):
    desk, screen = open_review(two())
    desk.qtbot.waitUntil(lambda: screen.agreed.text() != "")
    with open_project(path_of(desk)) as project:
        found = agreement.measure(project, between=("ana", "ben"), label="claim").figures
    value = next(e.value for e in found if (e.layer, e.measure) == ("found", "alpha"))
    assert value is not None
    assert screen.agreed.text() == f"α Claim {value:.2f}"
    desk.press("B", "2", "6", "Enter")
    desk.wait_saved()
    desk.qtbot.waitUntil(lambda: screen.agreed.text() == "")
    desk.press("Z")
    desk.qtbot.waitUntil(lambda: screen.agreed.text() == f"α Claim {value:.2f}")


def test_without_a_finished_article_the_review_says_how_one_comes(open_review):
    _, screen = open_review([])
    assert screen.empty.title.text() == "No article is finished yet."


def test_the_article_under_review_says_what_is_in_hand(open_review):
    desk, screen = open_review(two())
    heard: list[str] = []
    screen.view.announced.connect(heard.append)
    desk.press("Left")
    assert heard[-1] == "difference 2 of 2, Claim, which words"
    assert isinstance(screen.view, ArticleView)


def test_roles_are_those_of_the_project(tmp_path: Path):
    path = project_of(tmp_path, [])
    with open_project(path) as project:
        assert [each.id for each in records.annotators(project) if each.role == EDITOR] == ["eva"]


def test_the_line_of_keys_says_what_enter_does_now(open_review):
    desk, _ = open_review(two())
    line = desk.window.status.hints
    assert line._whole.startswith("← left · → right · ↑ merge · ↓ neither · D next")
    assert "Enter" not in line._whole, "it would only say how many are left"
    desk.press("Left", "E")
    assert line._whole == "Enter decides so · Esc leaves it"
    desk.press("Esc", "Left")
    assert line._whole.startswith("Enter accept as gold · ← left")
    desk.press("Enter")
    assert line._whole.startswith("Enter next article · Shift+Enter reopens · Z undo")
    desk.press("Z")
    assert line._whole.startswith("Enter accept as gold")
