"""Real keys and a real mouse on the article."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.domain.span import Span
from annotator.gui.article import margin, notes
from annotator.gui.article.view import ArticleView
from tests.gui.article.conftest import Show
from tests.gui.article.mouse import send_move
from tests.gui.article.samples import MIXED, TEXT, mark, place

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


def point_on(view: ArticleView, text: str, part: str) -> QPoint:
    return view.rectangles_of(place(text, part))[0].center().toPoint()


def drag(view: ArticleView, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    window = view.viewport()
    QTest.mousePress(window, LEFT, held, start)
    # QTest moves without a pressed button; the event is what a window system would send.
    for point in (start + QPoint(15, 0), end):
        send_move(view, point, held)
    QTest.mouseRelease(window, LEFT, held, end)


def words(view: ArticleView) -> str | None:
    return view.selection.cut_from(view.page.text) if view.selection else None


@pytest.mark.parametrize(
    ("forth", "back"),
    [
        ((Key.Key_J, NONE), (Key.Key_K, NONE)),
        ((Key.Key_Down, NONE), (Key.Key_Up, NONE)),
        ((Key.Key_Space, NONE), (Key.Key_Space, SHIFT)),
    ],
)
def test_keys_walk_from_sentence_to_sentence(
    view: ArticleView, forth: tuple[Key, Qt.KeyboardModifier], back: tuple[Key, Qt.KeyboardModifier]
) -> None:
    first = view.current_sentence
    QTest.keyClick(view, *forth)
    assert view.current_sentence.cut_from(TEXT).startswith("The work will cost")
    QTest.keyClick(view, *back)
    assert view.current_sentence == first


def test_keys_extend_by_sentences_and_escape_gives_up(view: ArticleView) -> None:
    QTest.keyClick(view, Key.Key_J, SHIFT)
    assert view.selection == Span(0, view.current_sentence.end)
    assert view.target() == view.selection
    QTest.keyClick(view, Key.Key_Escape)
    assert view.selection is None
    assert view.target() == view.current_sentence


def test_arrows_select_tokens(view: ArticleView) -> None:
    chosen = []
    for key, held in (
        (Key.Key_Right, NONE),
        (Key.Key_Right, NONE),
        (Key.Key_Right, SHIFT),
        (Key.Key_Left, ALT),
        (Key.Key_Right, CONTROL | SHIFT),
        (Key.Key_Left, NONE),
    ):
        QTest.keyClick(view, key, held)
        chosen.append(words(view))
    assert chosen == ["The", "Port", "Port of", "The Port of", "The Port of ", "The Port of "]


def test_arrows_in_a_right_to_left_line_mean_earlier_and_later(show: Show) -> None:
    view = show(MIXED)
    view.go_to(MIXED.index("חברת"))
    QTest.keyClick(view, Key.Key_Right)
    assert words(view) == "חברת"
    QTest.keyClick(view, Key.Key_Right, SHIFT)
    assert words(view) == "חברת Norlane"


def test_keys_that_label_are_left_to_the_window(view: ArticleView) -> None:
    for key in (Key.Key_C, Key.Key_S, Key.Key_Plus, Key.Key_0, Key.Key_Return, Key.Key_E):
        event = key_event(key)
        QApplication.sendEvent(view, event)
        assert not event.isAccepted()


def key_event(key: Key) -> QEvent:
    from PySide6.QtGui import QKeyEvent

    event = QKeyEvent(QEvent.Type.KeyPress, key, NONE)
    event.accept()
    return event


def test_page_keys_turn_pages_and_bring_the_cursor_along(show: Show) -> None:
    text = "\n".join("One sentence here. And one more of them. " * 5 for _ in range(60))
    view = show(text)
    QTest.keyClick(view, Key.Key_PageDown)
    assert view.place()[0] > 0
    assert view.rectangles_of(view.current_sentence)
    assert view.current_sentence.start > 0
    QTest.keyClick(view, Key.Key_End)
    assert view.current_sentence.end == len(text.rstrip())
    assert view.rectangles_of(view.current_sentence)
    QTest.keyClick(view, Key.Key_Home)
    assert view.current_sentence.start == 0


def test_a_click_puts_the_cursor_into_the_sentence(view: ArticleView) -> None:
    QTest.mouseClick(view.viewport(), LEFT, NONE, point_on(view, TEXT, "herring"))
    assert view.current_sentence.cut_from(TEXT).startswith("A 2023 survey")
    assert view.selection is None


def test_a_click_on_marked_words_selects_the_smallest_mark(view: ArticleView) -> None:
    told: list[str] = []
    view.markActivated.connect(told.append)
    outer = mark("outer", place(TEXT, "The work will cost 41 million euros"))
    view.set_marks([outer, mark("inner", place(TEXT, "41 million"))], [])
    for part in ("million", "will cost"):
        QTest.mouseClick(view.viewport(), LEFT, NONE, point_on(view, TEXT, part))
    assert told == ["inner", "outer"]
    assert view.current_sentence.cut_from(TEXT).startswith("The work")


def test_a_click_on_a_chip_activates_its_mark_and_moves_nothing(view: ArticleView) -> None:
    told: list[str] = []
    view.markActivated.connect(told.append)
    view.set_marks([mark("far", place(TEXT, "A 2023 survey"))], [])
    (chip,) = margin.chips(view.frame())
    before = view.current_sentence
    QTest.mouseClick(view.viewport(), LEFT, NONE, chip.reach.topLeft().toPoint() + QPoint(2, 2))
    assert told == ["far"]
    assert view.current_sentence == before
    assert chip.reach.width() >= 24


def test_chips_of_one_line_and_column_stand_below_each_other(view: ArticleView) -> None:
    span = place(TEXT, "A 2023 survey")
    view.set_marks([mark("a", span), mark("b", span), mark("c", span, lane=1)], [])
    boxes = {chip.mark.id: chip.box for chip in margin.chips(view.frame())}
    assert not boxes["a"].intersects(boxes["b"])
    assert boxes["a"].top() == boxes["c"].top()


def test_a_note_stands_beside_its_line_and_can_be_clicked(view: ArticleView) -> None:
    told: list[str] = []
    view.markActivated.connect(told.append)
    flag = mark("f", place(TEXT, "herring"), role="flag", shape="none", note="Which survey?")
    other = mark("g", place(TEXT, "survey"), role="flag", shape="none", note="Where?")
    view.set_marks([flag, other], [])
    second, first = notes.notes(view.frame())
    assert abs(first.box.top() - view.rectangles_of(flag.fragments[0])[0].top()) < 4
    assert not first.box.intersects(second.box)
    QTest.mouseClick(view.viewport(), LEFT, NONE, second.box.center().toPoint())
    assert told == ["g"]


def test_however_many_flags_there_are_their_signs_stay_at_their_lines(show: Show) -> None:
    view = show()
    assert not view.column.has_notes
    flags = [
        mark(str(at), Span(at, at + 4), role="flag", shape="none", note="Who?")
        for at in range(0, len(TEXT) - 5, 6)
    ]
    view.set_marks(flags, [])
    for sign in notes.notes(view.frame()):
        top, bottom = view.frame().baseline_box(sign.mark.start)
        assert top <= sign.box.top() <= bottom
    told: list[str] = []
    view.markActivated.connect(told.append)
    first = notes.notes(view.frame())[0]
    for _ in range(3):
        QTest.mouseClick(view.viewport(), LEFT, NONE, first.box.center().toPoint())
        view.select_mark(told[-1])
    assert told == ["0", "6", "12"]


def test_the_card_of_the_selected_flag_stands_at_its_line_among_many(show: Show) -> None:
    view = show(size=(1600, 800))
    assert view.column.has_notes
    flags = [
        mark(str(at), Span(at, at + 4), role="flag", shape="none", note="Who says so?")
        for at in range(0, 240, 12)
    ]
    view.set_marks(flags, [])
    view.select_mark("228")
    (card,) = [note for note in notes.notes(view.frame()) if note.mark.id == "228"]
    assert card.box.top() == view.frame().baseline_box(228)[0]
    every = [note.box for note in notes.notes(view.frame())]
    assert not any(one.intersects(two) for one, two in pairwise(every))


def test_a_double_click_selects_the_sentence_and_a_third_the_paragraph(view: ArticleView) -> None:
    point = point_on(view, TEXT, "embarrassment")
    picked: list[Span] = []
    view.spanPicked.connect(picked.append)
    QTest.mouseDClick(view.viewport(), LEFT, NONE, point)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, point)
    assert (words(view) or "").startswith("She called")
    QTest.mousePress(view.viewport(), LEFT, NONE, point)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, point)
    assert (words(view) or "").startswith("“We have")
    assert (words(view) or "").endswith("disagree.")
    assert [each.start for each in picked][-1] == TEXT.index("“We have")


def test_a_drag_snaps_to_tokens(view: ArticleView) -> None:
    picked: list[Span] = []
    view.spanPicked.connect(picked.append)
    start, end = point_on(view, TEXT, "rbour"), point_on(view, TEXT, "uthori")
    drag(view, start, end)
    assert words(view) == "harbour authority"
    assert picked == [view.selection]


def test_a_drag_backwards_selects_the_same(view: ArticleView) -> None:
    drag(view, point_on(view, TEXT, "uthori"), point_on(view, TEXT, "rbour"))
    assert words(view) == "harbour authority"


def test_a_drag_with_ctrl_selects_characters(view: ArticleView) -> None:
    (start,) = view.rectangles_of(place(TEXT, "arta Kell"))
    y = round(start.center().y())
    drag(view, QPoint(round(start.left()), y), QPoint(round(start.right()), y), held=CONTROL)
    assert words(view) == "arta Kell"


def test_a_drag_by_characters_never_cuts_an_emoji(show: Show) -> None:
    view = show(MIXED)
    family = view.rectangles_of(place(MIXED, "👩‍👩‍👧‍👦"))[0]
    y = round(family.center().y())
    end = QPoint(round(family.left() + family.width() * 0.8), y)
    drag(view, QPoint(round(family.left()) + 1, y), end, held=CONTROL)
    assert words(view) == "👩‍👩‍👧‍👦"


def test_a_shift_click_selects_from_the_cursor_to_there(view: ArticleView) -> None:
    view.set_selection(place(TEXT, "Port"))
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, point_on(view, TEXT, "dredging"))
    assert words(view) == "Port of Ellmouth will begin dredging"


def test_a_drag_below_the_window_scrolls(show: Show, qtbot: object, qapp: QApplication) -> None:
    text = "\n".join("Some words to read here. " * 12 for _ in range(40))
    view = show(text, size=(700, 400))
    start = view.rectangles_of(Span(30, 34))[0].center().toPoint()
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    send_move(view, start + QPoint(20, 5), NONE)
    send_move(view, QPoint(start.x(), view.viewport().height() + 60), NONE)
    wait_until(qapp, lambda: view.place()[0] > 0)
    assert view.selection is not None
    assert view.selection.end > 300
    QTest.mouseRelease(view.viewport(), LEFT, NONE, start)


def test_the_wheel_goes_on_with_a_drag(show: Show) -> None:
    view = show("\n".join("Some words to read here. " * 12 for _ in range(40)), size=(700, 400))
    start = view.rectangles_of(Span(30, 34))[0].center().toPoint()
    end = start + QPoint(60, 0)
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    send_move(view, end, NONE)
    before = view.selection
    turn(view, pixels=QPoint(0, -90), held=NONE)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, end)
    assert before is not None
    assert view.selection is not None
    assert view.selection.end >= view.nearest_position(end) > before.end


def test_a_drag_whose_release_nobody_heard_of_ends_when_the_mouse_moves(
    show: Show, qapp: QApplication
) -> None:
    view = show("\n".join("Some words to read here. " * 12 for _ in range(40)), size=(700, 400))
    start = view.rectangles_of(Span(30, 34))[0].center().toPoint()
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    send_move(view, QPoint(start.x(), view.viewport().height() + 60), NONE)
    wait_until(qapp, lambda: view.place()[0] > 0)
    send_move(view, start, NONE, buttons=Qt.MouseButton.NoButton)
    selection = view.selection
    send_move(view, start + QPoint(90, 60), NONE)
    assert view.selection == selection
    timers = [each for each in view.findChildren(QTimer) if each.interval() and each.isActive()]
    assert timers == [], "the page scrolls on"


def test_what_a_key_did_with_the_words_of_a_drag_is_not_undone_by_the_hand(
    view: ArticleView,
) -> None:
    picked: list[Span] = []
    view.spanPicked.connect(picked.append)
    start, end = point_on(view, TEXT, "rbour"), point_on(view, TEXT, "uthori")
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    send_move(view, end, NONE)
    view.set_selection(None)  # as a label key does
    send_move(view, end + QPoint(1, 0), NONE)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, end)
    assert view.selection is None
    assert picked == []


def wait_until(app: QApplication, condition: Callable[[], bool]) -> None:
    from time import monotonic

    until = monotonic() + 5
    while not condition():
        assert monotonic() < until
        app.processEvents()


def test_a_menu_is_asked_for_with_the_mark_under_the_pointer(view: ArticleView) -> None:
    asked: list[object] = []
    view.menuRequested.connect(lambda place, name: asked.append(name))
    view.set_marks([mark("m", place(TEXT, "Marta Kelling"))], [])
    for part in ("Marta", "Fishing"):
        point = point_on(view, TEXT, part)
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point)
        )
        QApplication.sendEvent(view.viewport(), event)
    assert asked == ["m", None]
    assert view.current_sentence.cut_from(TEXT) == "Fishing crews disagree."


def test_the_wheel_scrolls_by_pixels_and_with_ctrl_changes_the_size(show: Show) -> None:
    view = show("\n".join("Some words. " * 30 for _ in range(60)))
    before = view.place()
    turn(view, pixels=QPoint(0, -7), held=NONE)
    after = view.place()
    assert (after[1] - before[1], after[0]) == (7, before[0])
    turn(view, pixels=QPoint(0, 40), held=CONTROL)
    assert view.text_size == 19


def turn(view: ArticleView, *, pixels: QPoint, held: Qt.KeyboardModifier) -> None:
    point = QPointF(300, 300)
    event = QWheelEvent(
        point,
        QPointF(view.viewport().mapToGlobal(point.toPoint())),
        pixels,
        pixels * 8,
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_movements_are_told_once_each(view: ArticleView) -> None:
    sentences: list[Span] = []
    selections: list[Span | None] = []
    view.sentenceChanged.connect(sentences.append)
    view.selectionChanged.connect(selections.append)
    QTest.keyClick(view, Key.Key_J)
    QTest.keyClick(view, Key.Key_Right)
    QTest.keyClick(view, Key.Key_Escape)
    assert len(sentences) == 1
    assert [each.cut_from(TEXT) if each else None for each in selections] == ["The", None]


def test_keys_pass_over_boilerplate(view: ArticleView) -> None:
    advert = place(TEXT, "Sign up for our newsletter. You may also like: Rail fares to rise.")
    view.set_marks([mark("b", advert, role="boilerplate", underline="none", shape="none")], [])
    view.go_to(TEXT.index("Fishing"))
    QTest.keyClick(view, Key.Key_J)
    assert view.current_sentence.cut_from(TEXT).startswith("Jonas Brandt")
    view.update_marks(removed=["b"])
    QTest.keyClick(view, Key.Key_K)
    assert view.current_sentence.cut_from(TEXT).startswith("You may also")


def test_input_methods_cannot_swallow_label_keys(view: ArticleView) -> None:
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
