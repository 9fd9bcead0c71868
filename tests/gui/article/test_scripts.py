"""Every script is selected and painted where it stands; Qt's own text editor is the oracle."""

from itertools import pairwise
from unicodedata import bidirectional

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QTextCursor, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from annotator.domain.span import Span
from annotator.gui.article.paragraphs import is_right_to_left
from annotator.gui.article.typography import Typography
from annotator.gui.article.view import ArticleView
from annotator.text.graphemes import next_boundary
from annotator.text.offsets import Utf16Map
from annotator.text.tokens import token_at
from tests.gui.article.conftest import Show
from tests.gui.article.mouse import send_move

LINES = {
    "Latin": "The Port of Ellmouth will open.",
    "combining": "Cafe\u0301s in Sa\u0303o Pa\u0301lo, re\u0301sume\u0301 x\u0323\u0307 end.",
    "emoji": "Fans 👩‍👩‍👧‍👦 wave 🇩🇪 flags 👍🏽 in 🚢 port.",
    "Hebrew": "הרשות שיבחה את לוח הזמנים.",
    "Arabic": "قالت سلطة الميناء إن العمل جيد.",
    "Arabic with numbers": "دفعت الشركة 41 مليون يورو في 2026.",
    "Hebrew with Latin": "חברת Norlane תעביר שני קווים ל-2026.",
    "Latin with Hebrew": "The port, known as אלמות היפה in Hebrew, opens.",
    "Japanese": "港は三月に工事を始めると発表した。",
    "Chinese": "港口管理局表示，工程将于三月开始。",
    "Thai": "ท่าเรือจะเปิดในเดือนมีนาคม",
    "Devanagari": "बंदरगाह मार्च में खुलेगा।",
    "Greek and Cyrillic": "Το λιμάνι ανοίγει, порт открывается.",
}
_NOTHING = Qt.KeyboardModifier.NoModifier
_LEFTWARD = {"R", "AL"}
IN_EVERY_SCRIPT = pytest.mark.parametrize("line", LINES.values(), ids=LINES)


def graphemes(line: str) -> list[Span]:
    """The characters as people count them, code points."""
    found, start = [], 0
    while start < len(line):
        end = next_boundary(line, start)
        found.append(Span(start, end))
        start = end
    return found


def oracle(line: str) -> dict[int, float]:
    """For each place between characters where Qt's editor puts its cursor, in pixels."""
    style = Typography(18).style("body", 0)
    editor = QTextEdit()
    editor.setFont(QFont(style.font))
    editor.document().setDefaultFont(style.font)
    editor.document().setDocumentMargin(0)
    option = QTextOption()
    if is_right_to_left(line):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    editor.document().setDefaultTextOption(option)
    editor.setPlainText(line)
    editor.resize(900, 100)
    layout = editor.document().firstBlock().layout()
    editor.document().setTextWidth(900)
    units = Utf16Map(line)
    cursor = QTextCursor(editor.document())
    found = {}
    for place in range(len(line) + 1):
        cursor.setPosition(units.to16(place))
        x, _ = layout.lineAt(0).cursorToX(cursor.position())
        found[place] = float(x)
    editor.deleteLater()
    return found


@IN_EVERY_SCRIPT
def test_each_character_is_as_wide_as_in_the_editor_of_qt(show: Show, line: str) -> None:
    view = show(line, size=(1100, 600))
    expected, compared = oracle(line), 0
    for each in graphemes(line):
        width = sum(box.width() for box in view.rectangles_of(each))
        if not turns(line, each):
            theirs = abs(expected[each.end] - expected[each.start])
            assert width == pytest.approx(theirs, abs=1.5), line[each.start : each.end]
            compared += 1
    assert compared > len(line) // 8


def turns(line: str, each: Span) -> bool:
    """Whether the direction of reading may change beside a character: its far edge is elsewhere."""
    beside = {bidirectional(sign) for sign in line[max(0, each.start - 2) : each.end + 2]}
    beside -= {"WS", "NSM"}
    has_turns = bool({bidirectional(sign) for sign in line} & _LEFTWARD)
    return has_turns and beside != {"L"} and not beside <= _LEFTWARD


@IN_EVERY_SCRIPT
def test_the_boxes_of_all_characters_fill_the_line_and_do_not_overlap(
    show: Show, line: str
) -> None:
    view = show(line, size=(1100, 600))
    whole = view.rectangles_of(Span(0, len(line)))
    assert len({box.top() for box in whole}) == 1, "the line was meant to fit"
    singles = [box for each in graphemes(line) for box in view.rectangles_of(each)]
    assert sum(box.width() for box in singles) == pytest.approx(
        sum(box.width() for box in whole), abs=2
    )
    in_order = sorted(singles, key=lambda box: box.left())
    for one, other in pairwise(in_order):
        assert one.right() <= other.left() + 1.5


@IN_EVERY_SCRIPT
def test_a_point_on_a_character_finds_that_character(show: Show, line: str) -> None:
    view = show(line, size=(1100, 600))
    for each in graphemes(line):
        boxes = view.rectangles_of(each)
        if sum(box.width() for box in boxes) > 2:
            found = view.character_at(boxes[0].center().toPoint())
            assert found is not None
            assert each.start <= found < each.end, line[each.start : each.end]


@IN_EVERY_SCRIPT
def test_a_drag_over_words_selects_those_words(show: Show, line: str) -> None:
    view = show(line, size=(1100, 600))
    found = (word_at(line, place) for place in graphemes(line))
    words = list(dict.fromkeys(word for word in found if word))
    for one, other in pairwise(words):
        stretch = Span(one.start, other.end)
        drag(view, stretch)
        assert view.selection == stretch
        view.set_selection(None)


def word_at(line: str, place: Span) -> Span | None:
    """The word of which a character is a part; none for spaces and punctuation."""
    return token_at(line, place.start) if line[place.start].isalnum() else None


def drag(view: ArticleView, words: Span) -> None:
    """Press on the first character of some words, and let go on their last."""
    inside = [each for each in graphemes(view.page.text) if words.contains(each)]
    first, last = edge(view, inside[0], 0.2), edge(view, inside[-1], 0.8)
    target, left = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(target, left, pos=first)
    send_move(view, (first + last) / 2, _NOTHING)
    send_move(view, last, _NOTHING)
    QTest.mouseRelease(target, left, pos=last)


def edge(view: ArticleView, each: Span, part: float) -> QPoint:
    """A point on a character, by the part of it that was read when one comes there."""
    box = view.rectangles_of(each)[0]
    is_leftward = bidirectional(view.page.text[each.start]) in _LEFTWARD
    across = 1 - part if is_leftward else part
    return QPoint(round(box.left() + across * box.width()), round(box.center().y()))


def test_an_override_of_direction_is_shown_and_not_obeyed(show: Show) -> None:
    text = "Read \u202eexe.eslaf\u202c and \u202dthis\u202c now."
    view = show(text)
    page = view.page
    assert page.text == text
    shown = [page.laid(number).layout.text() for number in range(len(page.pieces))]
    line = next(words for words in shown if words.startswith("Read"))
    assert len(line) == len(text)
    assert "⇤exe.eslaf" in line
    assert "⇥this" in line
