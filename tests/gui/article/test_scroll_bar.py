"""The scroll bar that paints itself."""

import pytest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionSlider, QWidget

from annotator.gui import theme
from annotator.gui.article.scroll_bar import TickedScrollBar


@pytest.mark.parametrize("height", [30, 200, 801])
@pytest.mark.parametrize(
    ("last", "page"), [(1, 800), (37, 800), (1_200, 800), (25_000, 790), (40_000_000, 1_000)]
)
def test_the_handle_is_painted_where_the_style_lets_it_be_dragged(
    qapp: QApplication, height: int, last: int, page: int
):
    theme.apply(qapp, theme.load("light"))
    parent = QWidget()
    bar = TickedScrollBar(lambda: theme.load("light"), lambda: (), parent)
    bar.resize(12, height)
    bar.setRange(0, last)
    bar.setPageStep(page)
    for value in (0, 1, last // 3, last // 2, last):
        bar.setValue(value)
        option = QStyleOptionSlider()
        bar.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
        styled = bar.style().subControlRect(control, option, part, bar)
        assert bar.handle().size() == styled.size()
        # Of long ranges the style rounds down.
        assert bar.handle().top() - styled.top() in {0, int(last > 500_000)}
