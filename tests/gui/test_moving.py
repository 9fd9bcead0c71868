"""Moving through the article and the project by key."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from annotator.gui.widgets.manual import ManualDialog
from annotator.gui.widgets.overlay import KeyOverlay
from tests.gui.desk import Desk


def here(desk: Desk) -> str:
    """The current sentence."""
    return desk.view.current_sentence.cut_from(desk.sheet.article.text)


def test_j_down_and_space_go_on_and_k_up_and_shift_space_go_back(desk: Desk):
    seen = []
    for key in ("J", "Down", "Space", "K", "Up", "Shift+Space"):
        desk.press(key)
        seen.append(here(desk))
    assert seen[0] == seen[4] == "Nobody asked the harbour office."
    assert seen[1] == seen[3]
    assert seen[2] == "Critics fear a flood of lorries."
    assert seen[5].startswith("Mayor Ruiz said")


def test_shift_j_selects_sentences(desk: Desk):
    desk.press("Shift+J")
    assert desk.view.selection is not None
    assert desk.view.selection.cut_from(desk.sheet.article.text).endswith("harbour office.")


def test_ctrl_arrows_select_characters(desk: Desk):
    desk.press("Ctrl+Right", "Ctrl+Shift+Right")
    assert desk.view.selection is not None
    assert desk.view.selection.cut_from(desk.sheet.article.text) == "Ma"


def test_esc_lets_go_of_words_and_of_what_is_selected(desk: Desk):
    desk.press("C", "E", "Right", "Esc")
    assert desk.view.selection is None
    assert desk.view.selected_mark is None


def test_e_selects_the_annotations_of_the_sentence_in_turn(desk: Desk):
    desk.select("Mayor Ruiz")
    desk.press("S")
    desk.select("the bridge")
    desk.press("+")
    selected = []
    for _ in range(3):
        desk.press("E")
        selected.append(desk.sheet.annotations[desk.view.selected_mark or ""].text)
    assert selected == ["Mayor Ruiz", "the bridge", "Mayor Ruiz"]


def test_u_goes_to_the_next_sentence_without_a_label(desk: Desk):
    desk.press("C", "J", "C", "K", "U")
    assert here(desk).startswith("“It is a bargain")


def test_g_goes_from_flag_to_flag_and_round_again(desk: Desk):
    desk.press("F", "Enter", "J", "F", "Enter", "J", "J")
    places = []
    for _ in range(3):
        desk.press("G")
        places.append(here(desk))
    assert places[0].startswith("Mayor")
    assert places[1].startswith("Nobody")
    assert places[2] == places[0]


def test_find_shows_the_hits_in_turn_and_esc_closes(desk: Desk):
    desk.press("/")
    desk.type("the")
    assert desk.shows("Find")
    bar = desk.find("Find")
    counts = [desk.window.annotating.pane.find_bar.count.text()]
    desk.press("Enter", "Shift+Enter", "Shift+Enter")
    counts.append(desk.window.annotating.pane.find_bar.count.text())
    assert counts == ["1 of 4", "4 of 4"]
    desk.press("Esc")
    assert not bar.isVisible()
    assert desk.view.hasFocus()
    assert desk.view.selection is None
    desk.press("Right")
    assert desk.view.selection is not None
    assert desk.view.selection.cut_from(desk.sheet.article.text) == "The"


def test_find_takes_straight_quotes_for_curly_ones(desk: Desk):
    desk.press("Ctrl+F")
    desk.type('"it is')
    assert desk.window.annotating.pane.find_bar.count.text() == "1 of 1"
    assert here(desk).startswith("“It is")


def test_find_says_when_there_is_nothing(desk: Desk):
    desk.press("/")
    desk.type("zebra")
    assert desk.window.annotating.pane.find_bar.count.text() == "Not in this article"


def test_done_opens_the_next_article_that_is_not_done(desk: Desk):
    desk.press("Ctrl+Enter")
    assert desk.sheet.article.id == "a2"
    assert desk.status() == "Done: “The bridge” · Z takes it back"
    desk.press("Ctrl+Enter")
    heading = desk.window.annotating.queue.heading
    desk.qtbot.waitUntil(lambda: heading.text() == "QUEUE · 2 OF 2 DONE")
    assert "All articles are done" in desk.status()
    assert desk.stored("a1").is_finished
    assert desk.stored("a2").is_finished


def test_go_to_article_filters_and_enter_opens_the_first(desk: Desk):
    desk.press("Ctrl+P")
    desk.type("tram")
    desk.press("Enter")
    assert desk.sheet.article.id == "a2"
    assert desk.view.hasFocus()


def test_a_filter_that_hides_all_says_so_and_esc_clears_it(desk: Desk):
    desk.press("Ctrl+P")
    desk.type("zebra")
    queue = desk.window.annotating.queue
    nothing = "Nothing matches “zebra”. Clear the filter (Esc)."
    desk.qtbot.waitUntil(lambda: queue.empty.text() == nothing)
    assert queue.heading.geometry().bottom() < 80
    assert queue.empty.geometry().top() < queue.heading.geometry().bottom() + 20
    desk.press("Esc")
    assert desk.window.annotating.queue.model.rowCount() == 2
    desk.press("Esc")
    assert desk.view.hasFocus()


def test_f6_goes_through_the_panes_and_back(desk: Desk):
    start = desk.view.hasFocus()
    desk.press("F6")
    in_labels = desk.find("Claim", within=desk.find("Labels")).hasFocus()
    desk.press("F6")
    in_filter = desk.find("Filter articles").hasFocus()
    desk.press("Shift+F6", "Shift+F6")
    assert (start, in_labels, in_filter, desk.view.hasFocus()) == (True,) * 4


def test_f6_stays_where_it_is_on_a_screen_of_one_pane(desk: Desk):
    desk.press("Ctrl+7")
    before = QApplication.focusWidget()
    desk.press("F6", "Shift+F6")
    assert QApplication.focusWidget() is before


def test_esc_in_a_side_pane_returns_to_the_article(desk: Desk):
    desk.press("F6", "Esc")
    assert desk.view.hasFocus()


def test_text_size_changes_by_key_and_is_remembered(desk: Desk):
    before = desk.view.text_size
    desk.press("Ctrl++", "Ctrl++", "Ctrl+-")
    assert desk.view.text_size == before + 2
    desk.press("Ctrl+0")
    assert desk.view.text_size == before


def test_panes_hide_by_key_and_in_a_narrow_window(desk: Desk):
    desk.press("Ctrl+B")
    assert not desk.shows("Queue")
    desk.press("Ctrl+B", "Ctrl+Alt+B")
    assert desk.shows("Queue")
    assert not desk.shows("Inspector")
    desk.press("Ctrl+Alt+B")
    desk.window.resize(1000, 700)
    desk.qtbot.waitUntil(lambda: not desk.shows("Inspector"))
    assert desk.shows("Queue")
    desk.window.resize(800, 700)
    desk.qtbot.waitUntil(lambda: not desk.shows("Queue"))
    desk.window.resize(1280, 700)
    desk.qtbot.waitUntil(lambda: desk.shows("Queue") and desk.shows("Inspector"))


@pytest.mark.parametrize("key", ["Esc", "?", "Enter"])
def test_the_page_of_keys_is_closed_by_its_own_keys_and_no_other_does_anything(
    desk: Desk, key: str
):
    desk.press("?", "C", "J", "1")
    assert desk.shows("Keys")
    assert desk.annotations() == []
    desk.press(key)
    assert not desk.shows("Keys")
    assert desk.view.hasFocus()
    desk.qtbot.wait(5)
    desk.press("?", "Ctrl+?")
    assert not desk.shows("Keys")


def test_the_page_of_keys_can_be_read_by_keys_in_a_small_window(desk: Desk):
    desk.window.resize(760, 560)
    desk.press("?")
    overlay = desk.find("Keys", KeyOverlay)
    desk.qtbot.waitUntil(lambda: overlay.area.verticalScrollBar().maximum() > 0)
    bar = overlay.area.verticalScrollBar()
    assert overlay.area.widget().width() <= overlay.area.viewport().width()
    shown = overlay.area.viewport().rect()
    desk.press("PgDown", "PgUp", "Down")
    assert bar.value() > 0
    for _ in range(20):
        desk.press("PgDown")
    assert bar.value() == bar.maximum()
    for label in overlay.area.widget().findChildren(QLabel):
        right = label.mapTo(overlay.area.viewport(), QPoint(label.width(), 0)).x()
        assert right <= shown.width()
        assert label.width() >= label.minimumSizeHint().width()


def test_the_page_of_keys_names_every_key_that_goes_on(desk: Desk):
    desk.press("?")
    labels = [each.text() for each in desk.find("Keys").findChildren(QLabel)]
    assert labels[labels.index("Next sentence") - 1] == "J  ↓  Space"
    assert labels[labels.index("Previous sentence") - 1] == "K  ↑  Shift+Space"


def test_in_a_narrow_window_enter_opens_the_panel_to_set_attributes(desk: Desk):
    desk.window.resize(1000, 700)
    desk.qtbot.waitUntil(lambda: not desk.shows("Inspector"))
    desk.go_to("“It is")
    desk.press("Q", "Esc", "Enter")
    assert desk.shows("Inspector")
    assert desk.find("Kind of quote").hasFocus()
    desk.press("1")
    assert desk.annotations("quote")[0].attributes


def test_panes_of_a_narrow_window_are_remembered_apart_from_those_of_a_wide_one(desk: Desk):
    desk.window.resize(800, 700)
    desk.qtbot.waitUntil(lambda: not desk.shows("Queue"))
    desk.press("Ctrl+B", "Ctrl+B", "Ctrl+Alt+B")
    desk.qtbot.waitUntil(lambda: desk.shows("Inspector"))
    desk.press("Ctrl+B")
    assert desk.shows("Queue")
    assert not desk.shows("Inspector")
    desk.press("Ctrl+B")
    desk.window.resize(1280, 700)
    desk.qtbot.waitUntil(lambda: desk.shows("Queue") and desk.shows("Inspector"))
    desk.press("Ctrl+B")
    desk.window.resize(800, 700)
    desk.window.resize(1280, 700)
    desk.qtbot.waitUntil(lambda: desk.shows("Inspector"))
    assert not desk.shows("Queue")


def test_the_manual_opens(desk: Desk):
    desk.press("F1")
    manual = desk.find("Manual", ManualDialog)
    assert manual.isVisible()
    weights, above = set(), []
    block = manual.browser.document().begin()
    while block.isValid():
        weights |= {piece.fragment().charFormat().font().weight() for piece in list(block)}
        if block.blockFormat().headingLevel() == 2:
            above.append(block.blockFormat().topMargin())
        block = block.next()
    assert weights == {QFont.Weight.Normal, QFont.Weight.DemiBold}
    assert min(above) >= 16
    manual.close()


def test_the_current_sentence_stays_in_sight_when_the_text_grows(desk: Desk):
    desk.press("J", "J", "J", "J", "J", "J")
    sentence = desk.view.current_sentence
    for _ in range(9):
        desk.press("Ctrl++")
        rows = desk.view.rectangles_of(sentence)
        assert rows
        assert 0 <= rows[0].top() < desk.view.viewport().height() - 20
    assert desk.view.text_size == 36
    desk.press("Ctrl+0")
    assert desk.view.rectangles_of(sentence)


def test_esc_closes_what_lies_over_the_window_also_when_who_had_the_keys_is_gone(desk: Desk):
    for opens in ("?", "Ctrl+K"):
        before = QLineEdit(desk.view)
        before.show()
        before.setFocus()
        desk.press(opens, on=desk.view)
        before.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        desk.press("Esc")
        assert not desk.shows("Keys")
        assert not desk.shows("Command palette")


def test_another_screen_closes_the_page_of_keys_and_has_the_keys(desk: Desk):
    desk.press("?", "Ctrl+3")
    assert not desk.shows("Keys")
    assert not desk.view.hasFocus()
    desk.press("?")
    assert desk.shows("Keys")
    desk.press("Esc")
    assert not desk.shows("Keys")


def test_the_key_that_finds_articles_leads_to_them_from_every_screen(desk: Desk):
    desk.press("Ctrl+3", "Ctrl+P")
    field = desk.find("Filter articles")
    assert field.isVisible()
    assert field.hasFocus()
