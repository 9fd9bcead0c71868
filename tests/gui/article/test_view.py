"""The page: where words stand, what is painted, what scrolls."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.domain.article import Structure
from annotator.domain.span import Span
from annotator.formats.markdown_structure import structure_of
from annotator.gui import theme
from annotator.gui.article.marks import Link
from annotator.gui.article.typography import (
    GUTTER,
    MEASURE,
    NARROWEST_MEASURE,
    RAGGED,
    Typography,
    column,
)
from annotator.gui.article.view import ArticleView
from annotator.text.graphemes import next_boundary
from tests.gui.article.conftest import Show
from tests.gui.article.samples import MIXED, TEXT, article, mark, place

LONG = "\n".join(f"Paragraph {number}. " + "Some words to read. " * 20 for number in range(300))


def picture(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def changed_area(before: QImage, after: QImage) -> QRectF:
    """The box around all pixels that differ."""
    width = before.width()
    one, other = bytes(before.constBits()), bytes(after.constBits())
    rows = [
        row
        for row in range(before.height())
        if one[row * width * 4 : (row + 1) * width * 4]
        != other[row * width * 4 : (row + 1) * width * 4]
    ]
    if not rows:
        return QRectF()
    columns = [
        x
        for row in rows
        for x in range(width)
        if one[(row * width + x) * 4 : (row * width + x) * 4 + 4]
        != other[(row * width + x) * 4 : (row * width + x) * 4 + 4]
    ]
    left, right = min(columns), max(columns) + 1
    return QRectF(left, rows[0], right - left, rows[-1] + 1 - rows[0])


def united(boxes: list[QRectF]) -> QRectF:
    whole = QRectF()
    for box in boxes:
        whole = whole.united(box)
    return whole


@pytest.mark.parametrize("text", [TEXT, MIXED])
def test_a_point_on_a_character_finds_that_character(show: Show, text: str) -> None:
    view = show(text)
    position, tried = 0, 0
    while position < len(text):
        end = next_boundary(text, position)
        boxes = view.rectangles_of(Span(position, end))
        if len(boxes) == 1 and boxes[0].width() > 2 and not text[position].isspace():
            found = view.character_at(boxes[0].center().toPoint())
            assert found is not None
            assert position <= found < end
            tried += 1
        position = end
    assert tried > len(text) / 2


@pytest.mark.parametrize("part", ["harbour authority", "Marta Kelling", "41 million"])
def test_words_are_painted_where_their_boxes_are(show: Show, part: str) -> None:
    view = show()
    span = place(TEXT, part)
    view.go_to(span.start)
    before = picture(view)
    view.set_selection(span)
    area = changed_area(before, picture(view))
    boxes = united(view.rectangles_of(span))
    assert area.adjusted(-1, -1, 1, 1).contains(boxes)
    assert boxes.adjusted(-6, -6, 6, 6).contains(area)


@pytest.mark.parametrize("part", ["חברת", "Norlane", "לאלמות", "אלמות in", "قالت سلطة"])
def test_words_that_run_from_right_to_left_are_painted_where_their_boxes_are(
    show: Show, part: str
) -> None:
    view = show(MIXED)
    span = place(MIXED, part)
    view.go_to(span.start)
    before = picture(view)
    view.set_selection(span)
    area = changed_area(before, picture(view))
    boxes = united(view.rectangles_of(span))
    assert boxes.adjusted(-6, -6, 6, 6).contains(area)
    assert area.adjusted(-3, -3, 3, 3).contains(boxes)


def test_the_first_letters_of_a_right_to_left_line_stand_at_the_right(show: Show) -> None:
    view = show(MIXED)
    (first,), (later,) = (view.rectangles_of(place(MIXED, part)) for part in ("חברת", "הרשות"))
    assert first.right() > later.right()
    assert abs(first.right() - view.column.text_right) < 3


def test_fifty_labels_move_no_letter(show: Show) -> None:
    view = show()
    every = [Span(position, position + 1) for position in range(len(TEXT))]
    before = [view.rectangles_of(span) for span in every]
    marks = [
        mark(f"m{n}", Span(n * 11, n * 11 + 30), lane=n % 3, note="See" if n % 9 == 0 else "")
        for n in range(min(50, len(TEXT) // 11 - 3))
    ]
    view.set_marks(marks, [])
    assert [view.rectangles_of(span) for span in every] == before
    assert before[0][0].width() > 0


class Painted(QObject):
    """Notes which areas of a window are painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.areas: list[QRectF] = []
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.areas.append(QRectF(event.rect()))
        return False


def test_a_label_paints_again_only_the_lines_around_it(show: Show, qapp: QApplication) -> None:
    view = show()
    span = place(TEXT, "Marta Kelling")
    before = picture(view)
    painted = Painted(view.viewport())
    view.update_marks(added=[mark("m", span)])
    qapp.processEvents()
    (band,) = painted.areas  # the box around the lines and the chips below them
    line = united(view.rectangles_of(span))
    assert line.top() - 20 < band.top() <= line.top()
    assert band.height() < 160
    assert band.contains(changed_area(before, picture(view)))


def test_what_a_band_shows_is_what_a_whole_repaint_shows(show: Show, qapp: QApplication) -> None:
    view = show()
    outer = mark("outer", place(TEXT, "The work will cost 41 million euros, according"))
    inner = mark("inner", place(TEXT, "41 million"), role="source", underline="double", lane=1)
    twin = mark("twin", place(TEXT, "The work"), lane=0)
    for step in ([outer], [inner], [twin]):
        view.update_marks(added=step)
        qapp.processEvents()
    view.update_marks(removed=["inner"])
    qapp.processEvents()
    partly = view.grab().toImage()
    view.viewport().repaint()
    assert view.grab().toImage() == partly


def test_every_step_of_work_paints_all_that_it_changes(show: Show, qapp: QApplication) -> None:
    view = show(f"{TEXT}\n{TEXT}")
    text = view.page.text
    claim, source = mark("c", place(text, "Fishing crews")), mark("s", place(text, "Jonas Brandt"))
    later = mark("l", Span(text.rindex("The work"), text.rindex("The work") + 40), lane=1)
    steps = [
        lambda: view.update_marks(added=[claim, source, later]),
        lambda: view.outline_mark("c"),
        lambda: view.set_links([Link("c", "s", "reported via")]),
        view.next_sentence,
        lambda: view.set_selection(place(text, "Marta Kelling")),
        lambda: view.set_links([Link("c", "s", "reported via"), Link("c", "l", "supports")]),
        lambda: view.update_marks(removed=["l"]),
        lambda: view.outline_mark("s"),
        view.clear_selection,
        lambda: view.update_marks(added=[mark("c", place(text, "Fishing crews"), note="See")]),
        lambda: view.select_mark("c"),
        lambda: view.update_marks(removed=["c"]),
    ]
    for number, step in enumerate(steps):
        step()
        qapp.processEvents()
        partly = view.grab().toImage()
        view.viewport().repaint()
        assert view.grab().toImage() == partly, number


@pytest.mark.parametrize("step", ["label", "outline", "read on", "select", "link"])
def test_a_step_of_work_does_not_paint_the_whole_page(
    show: Show, qapp: QApplication, step: str
) -> None:
    view = show()
    claim, source = mark("c", place(TEXT, "The work")), mark("s", place(TEXT, "41 million"))
    view.set_marks([claim, source], [])
    view.outline_mark("c")
    qapp.processEvents()
    painted = Painted(view.viewport())
    if step == "label":
        view.update_marks(added=[mark("new", place(TEXT, "March"))])
    elif step == "outline":
        view.outline_mark("s")
    elif step == "read on":
        view.next_sentence()
    elif step == "select":
        view.set_selection(place(TEXT, "Ellmouth"))
    else:
        view.set_links([Link("c", "s", "reported via")])
    qapp.processEvents()
    assert painted.areas
    assert united(painted.areas).height() < 200


def test_the_shorter_marks_fill_lies_on_top(show: Show) -> None:
    view = show()
    inner = place(TEXT, "million")
    outer = place(TEXT, "The work will cost 41 million euros, according to the harbour authority.")
    view.set_marks([mark("i", inner, role="source"), mark("o", outer)], [])
    (box,) = view.rectangles_of(inner)
    image = picture(view)
    corner = QPoint(round(box.left()) + 1, round(box.center().y()) - 8)
    assert image.pixelColor(corner) == theme.load("light").role("source").fill


def test_a_mark_that_is_only_suggested_has_no_fill(show: Show) -> None:
    view = show()
    span = place(TEXT, "Fishing crews")
    view.set_marks([mark("s", span, underline="dotted", is_filled=False)], [])
    (box,) = view.rectangles_of(span)
    top = QPoint(round(box.center().x()), round(box.top()) + 1)
    assert picture(view).pixelColor(top) == theme.load("light").colour("paper")


def test_a_mark_that_is_not_on_the_disk_yet_has_a_hollow_chip(show: Show) -> None:
    view = show()
    span = place(TEXT, "Fishing crews")
    pictures = []
    for is_saved in (False, True):
        view.set_marks([mark("s", span, is_saved=is_saved)], [])
        pictures.append(picture(view))
    area = changed_area(*pictures)
    assert 0 < area.width() <= 18
    assert area.right() < view.column.text_left - 10


def test_marks_given_again_paint_nothing(show: Show, qapp: QApplication) -> None:
    view = show()
    marks = [mark("a", place(TEXT, "Ellmouth")), mark("b", place(TEXT, "March"))]
    view.set_marks(marks, [])
    before = picture(view)
    view.set_marks(list(marks), [])
    assert picture(view) == before
    view.set_marks(marks[:1], [])
    assert picture(view) != before


def test_a_link_is_drawn_while_one_of_its_ends_is_selected(show: Show) -> None:
    view = show()
    claim, source = mark("c", place(TEXT, "The work")), mark("s", place(TEXT, "Jonas Brandt"))
    view.set_marks([claim, source], [])
    view.select_mark("c")
    bare = picture(view)
    view.set_marks([claim, source], [Link("c", "s", "attributed to")])
    assert picture(view) != bare
    area = changed_area(bare, picture(view))
    assert area.left() < view.column.lane_left(0)
    view.select_mark(None)
    view.set_marks([claim, source], [])
    unselected = picture(view)
    view.set_marks([claim, source], [Link("c", "s", "attributed to")])
    assert picture(view) == unselected


def test_a_selected_mark_is_outlined_and_scrolled_to(show: Show) -> None:
    view = show(LONG)
    span = place(LONG, "Paragraph 200.")
    view.set_marks([mark("far", span)], [])
    assert view.rectangles_of(span) == []
    view.select_mark("far")
    assert view.selected_mark == "far"
    (box,) = view.rectangles_of(span)
    assert 0 < box.top() < view.viewport().height()


def test_going_somewhere_puts_it_at_the_upper_third(show: Show) -> None:
    view = show(LONG)
    start = LONG.index("Paragraph 150.")
    view.go_to(start, at="upper third")
    box = view.rectangles_of(view.current_sentence)[0]
    assert abs(box.top() - view.viewport().height() / 3) < 4
    assert view.current_sentence.start == start


def test_a_sentence_in_sight_scrolls_nothing(show: Show) -> None:
    view = show(LONG)
    before = view.place()
    view.next_sentence()
    assert view.place() == before


def test_the_place_comes_back_in_another_window(show: Show) -> None:
    view = show(LONG)
    view.go_to(LONG.index("Paragraph 77."), at="upper third")
    view.scroll_by(13)
    place_there = view.place()
    other = show(LONG)
    other.restore(place_there)
    assert other.place() == place_there
    position, above = place_there
    (first, *_) = other.rectangles_of(Span(position, position + 3))
    assert first.top() < 40
    assert abs(above) < 40


def test_the_top_of_an_article_is_a_place_too(show: Show) -> None:
    view = show(LONG)
    there = view.place()
    view.scroll_by(5_000)
    view.restore(there)
    assert view.place() == there


def test_another_text_size_keeps_the_current_sentence_where_it_is(show: Show) -> None:
    view = show(LONG)
    view.go_to(LONG.index("Paragraph 99."), at="upper third")
    before = view.rectangles_of(view.current_sentence)[0].top()
    view.set_text_size(30)
    assert abs(view.rectangles_of(view.current_sentence)[0].top() - before) < 12


def test_another_text_size_keeps_the_line_at_the_top_when_the_sentence_is_elsewhere(
    show: Show,
) -> None:
    view = show(LONG)
    view.go_to(LONG.index("Paragraph 99."), at="upper third")
    view.scroll_by(2_000)
    position, _ = view.place()
    sizes: list[int] = []
    view.textSizeChanged.connect(sizes.append)
    view.set_text_size(30)
    boxes = view.rectangles_of(Span(position, position + 1))
    assert boxes
    assert abs(boxes[0].top()) < 60
    view.set_text_size(99)
    assert sizes == [30, 36]
    assert view.text_size == 36


def test_a_narrower_window_keeps_the_line_at_the_top(show: Show, qapp: QApplication) -> None:
    view = show(LONG)
    view.go_to(LONG.index("Paragraph 99."), at="upper third")
    position, _ = view.place()
    view.resize(420, 500)
    qapp.processEvents()
    boxes = view.rectangles_of(Span(position, position + 1))
    assert boxes
    assert abs(boxes[0].top()) < 60


def test_exact_heights_move_nothing_in_sight(show: Show, qapp: QApplication) -> None:
    view = show(LONG)
    view.go_to(LONG.index("Paragraph 222."), at="upper third")
    before = picture(view)
    while view.page.lay_out_next():
        pass
    view.viewport().repaint()
    assert picture(view) == before


def test_the_scroll_bar_reaches_both_ends(show: Show, qapp: QApplication) -> None:
    view = show(LONG)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    qapp.processEvents()
    bar.setValue(bar.maximum())
    last = Span(len(LONG) - 6, len(LONG) - 2)
    assert view.rectangles_of(last)
    bar.setValue(0)
    assert view.rectangles_of(Span(0, 5))


@given(steps=st.lists(st.integers(-3_000, 3_000), max_size=12))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_scrolling_forth_and_back_comes_home(view_of_long: ArticleView, steps: list[int]) -> None:
    view = view_of_long
    view.go_to(LONG.index("Paragraph 150."), at="upper third")
    before = view.place()
    for step in steps:
        view.scroll_by(step)
    for step in reversed(steps):
        view.scroll_by(-step)
    assert view.place() == before


@pytest.fixture
def view_of_long(show: Show) -> ArticleView:
    view = show(LONG)
    while view.page.lay_out_next():
        pass
    return view


@pytest.mark.parametrize("size", [14, 18, 28, 36])
@pytest.mark.parametrize("width", [900, 1200, 1900])
def test_a_line_holds_the_wished_number_of_characters(
    qapp: QApplication, size: int, width: int
) -> None:
    typography = Typography(size)
    found = column(width, typography)
    per_line = found.text_width / typography.style("", 0).advance
    room_for_all = width > typography.narrowest + 300
    assert per_line <= MEASURE + RAGGED + 0.5
    assert per_line >= NARROWEST_MEASURE - 0.5 or not room_for_all


@pytest.mark.parametrize("width", [400, 560, 772, 1280, 1920])
def test_nothing_stands_on_anything_else(qapp: QApplication, width: int) -> None:
    found = column(width, Typography(18))
    assert found.lane_left(0) >= 0
    assert found.lane_left(2) + 24 < found.text_left - 14
    assert found.text_right < found.notes_left
    assert found.notes_left + found.notes_width <= width


@pytest.mark.parametrize("width", [758, 844, 1022, 1256, 1500, 1900])
def test_full_lines_of_a_real_window_hold_sixty_to_seventy_five_characters(
    show: Show, width: int
) -> None:
    text = " ".join([TEXT.replace("\n", " ")] * 4)
    view = show(text, size=(width + 12, 800))
    starts = view.page.laid(view.page.piece_at(0)).line_starts
    lengths = [later - earlier for earlier, later in pairwise(starts)]
    assert len(lengths) > 15
    assert 63 <= sum(lengths) / len(lengths) <= 70
    assert sum(60 <= length <= 75 for length in lengths) >= 0.9 * len(lengths)


@pytest.mark.parametrize("width", [1256, 1500, 1900])
def test_text_stands_in_the_middle_of_a_wide_window(qapp: QApplication, width: int) -> None:
    found = column(width, Typography(18))
    assert found.has_notes
    assert abs(found.text_left - (width - found.text_right)) <= 1


def test_a_right_to_left_article_has_its_chips_right_and_its_notes_left(show: Show) -> None:
    text = MIXED.split("\n")[1]
    view = show(text, size=(1212, 800))
    words = place(text, "חברת")
    bare = picture(view)
    view.set_marks([mark("c", words)], [])
    (box,) = view.rectangles_of(words)
    area = changed_area(bare, picture(view))
    chip = QPoint(round(area.right()) - 9, round(box.center().y()))
    assert box.right() < chip.x() < box.right() + 100
    assert view.mark_at(chip) == "c"
    view.set_marks([mark("c", words, note="Who says so?")], [])
    note = changed_area(bare, picture(view))
    assert note.left() < view.column.text_left - 100
    assert view.mark_at(QPoint(round(note.left()) + 9, round(box.center().y()))) == "c"


def test_links_of_a_right_to_left_article_run_outside_its_chips(show: Show) -> None:
    text = MIXED.split("\n")[1] * 3
    view = show(text, size=(1212, 800))
    marks = [mark("a", Span(0, 4)), mark("b", Span(len(text) - 6, len(text)))]
    view.set_marks(marks, [])
    view.select_mark("a")
    bare = picture(view)
    view.set_marks(marks, [Link("a", "b", "supports")])
    area = changed_area(bare, picture(view))
    assert area.right() > view.column.text_right + GUTTER


def test_a_comment_and_a_flag_have_different_signs_where_there_is_no_room(show: Show) -> None:
    view = show()
    assert not view.column.has_notes
    words = place(TEXT, "Fishing crews")
    looks = {"shape": "none", "underline": "none", "is_filled": False, "note": "See"}
    bare = picture(view)
    shapes = []
    for role in ("claim", "flag"):
        view.set_marks([mark("n", words, role=role, **looks)], [])
        area = changed_area(bare, picture(view)).toRect()
        paper = view.theme.colour("paper")
        image = picture(view).copy(area)
        shapes.append(
            {
                (x, y)
                for x in range(image.width())
                for y in range(image.height())
                if image.pixelColor(x, y) != paper
            }
        )
    assert len(shapes[0] ^ shapes[1]) > 40


def test_a_note_without_room_opens_while_it_is_selected(show: Show) -> None:
    view = show()
    words = place(TEXT, "Fishing crews")
    view.set_marks([mark("n", words, role="flag", note="Who says so?", shape="none")], [])
    (box,) = view.rectangles_of(words)
    inside = QPoint(view.viewport().width() - 60, round(box.bottom()) + 20)
    assert not view.is_button_at(inside)
    view.select_mark("n")
    assert view.is_button_at(inside)
    assert view.mark_at(inside) == "n"
    view.select_mark(None)
    assert not view.is_button_at(inside)


def test_hidden_markup_takes_no_room_and_changes_no_position(show: Show) -> None:
    text = "# Head\n\nSome **strong** words and [a link](https://example.org/far/away) here.\n"
    view = show(article(text, *structure_of(text)))
    shown = view.rectangles_of(place(text, "words"))[0].left()
    view.set_hidden_markup(is_hidden=True)
    hidden = view.rectangles_of(place(text, "words"))[0].left()
    assert hidden < shown
    assert sum(box.width() for box in view.rectangles_of(place(text, "](https://"))) == 0
    point = view.rectangles_of(place(text, "h"))
    box = view.rectangles_of(place(text, "here"))[0]
    assert view.character_at(QPoint(round(box.left()) + 2, round(box.center().y()))) == text.index(
        "here"
    )
    assert point is not None


def test_a_headline_in_the_text_is_larger(show: Show) -> None:
    view = show(article("Big news\nSmall print", Structure("headline", 0, 8, 1)))
    big, small = (view.rectangles_of(place("Big news\nSmall print", w))[0] for w in ("Big", "Sma"))
    assert big.height() > 1.4 * small.height()


def test_the_first_paint_is_told_once(qapp: QApplication) -> None:
    view = ArticleView()
    told: list[bool] = []
    view.first_paint.connect(lambda: told.append(True))
    view.resize(600, 400)
    view.show()
    qapp.processEvents()
    assert told == []
    view.show_article(article(), header=("", ""))
    qapp.processEvents()
    view.viewport().repaint()
    assert told == [True]
    view.close()


def test_an_empty_article_is_shown_and_walked(show: Show) -> None:
    view = show("", header=("", ""))
    view.next_sentence()
    view.move_token(1, extend=False)
    view.set_marks([], [])
    assert view.selection is None
    assert view.target() == Span(0, 0)


def test_another_theme_is_shown_at_once(show: Show) -> None:
    view = show()
    dark = theme.load("dark")
    view.set_theme(dark)
    assert picture(view).pixelColor(2, 2) == dark.colour("paper")


def test_hits_are_filled_and_the_current_one_differs(show: Show) -> None:
    view = show()
    hits = [place(TEXT, "Ellmouth"), place(TEXT, "delay")]
    bare = picture(view)
    view.set_hits(hits, None)
    none_current = picture(view)
    view.set_hits(hits, 1)
    (box,) = view.rectangles_of(hits[1])
    assert changed_area(bare, none_current).contains(box)
    area = changed_area(none_current, picture(view))
    assert box.adjusted(-4, -4, 4, 4).contains(area)


def test_a_deep_pile_of_marks_says_how_many_are_not_drawn(show: Show) -> None:
    view = show()
    words = place(TEXT, "Fishing crews disagree.")
    pile = [mark(f"p{n}", words, shape="none") for n in range(3)]
    view.set_marks(pile, [])
    three = picture(view)
    view.set_marks([*pile, mark("p4", words, shape="none")], [])
    area = changed_area(three, picture(view))
    assert area.right() > view.column.text_right + 3


def test_the_ground_of_code_ends_with_its_last_line_that_is_seen(show: Show) -> None:
    text = "Before.\n\n```\ncode\n```\n\nAfter."
    view = show(article(text, *structure_of(text)))
    view.set_hidden_markup(True)
    QApplication.processEvents()
    image, paper = picture(view), theme.load("light").colour("paper")
    right = int(view.column.text_left + view.column.text_width) - 4
    grounds = {
        words: image.pixelColor(right, int(view.rectangles_of(place(text, words))[0].top()))
        for words in ("code", "After.")
    }
    assert grounds["code"] != paper
    assert grounds["After."] == paper
