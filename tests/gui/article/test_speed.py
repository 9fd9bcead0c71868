"""Work on a large article costs what it costs on a small one: ratios, not milliseconds."""

from collections.abc import Callable
from itertools import cycle

from annotator.domain.span import Span
from annotator.gui.article.view import ArticleView
from tests.growth import stays_within
from tests.gui.article.conftest import Show
from tests.gui.article.samples import mark

WORDS = "The harbour authority said on Tuesday that the work would cost more than expected. "


def long_text(paragraphs: int) -> str:
    return "\n".join(WORDS * 6 for _ in range(paragraphs))


def labelling_and_unlabelling(view: ArticleView) -> Callable[[], None]:
    view.go_to(len(view.page.text) // 2, at="upper third")
    label = mark("new", view.current_sentence)

    def work() -> None:
        view.update_marks(added=[label])
        view.viewport().repaint()
        view.update_marks(removed=["new"])
        view.viewport().repaint()

    return work


def filled(view: ArticleView) -> ArticleView:
    length = len(view.page.text)
    marks = [
        mark(f"m{n}", Span(start, start + 40), lane=n % 3)
        for n, start in enumerate(range(0, length - 60, 120))
    ]
    view.set_marks(marks, [])
    return view


def test_a_label_costs_the_same_in_an_article_thirty_times_as_long(show: Show) -> None:
    small, large = filled(show(long_text(80))), filled(show(long_text(2_400)))
    assert len(large.index) > 8_000
    assert stays_within(
        3, small=labelling_and_unlabelling(small), large=labelling_and_unlabelling(large)
    )


def test_a_jump_costs_the_same_in_an_article_thirty_times_as_long(show: Show) -> None:
    def jumping(view: ArticleView) -> Callable[[], None]:
        step = len(view.page.text) // 12
        places = cycle(range(1_000, len(view.page.text) - 1_000, step))

        def work() -> None:
            view.go_to(next(places), at="upper third")
            view.viewport().repaint()

        return work

    small, large = show(long_text(80)), show(long_text(2_400))
    assert stays_within(3, small=jumping(small), large=jumping(large))
