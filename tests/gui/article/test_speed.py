"""Work on a large article costs what it costs on a small one: ratios, not milliseconds."""

from collections.abc import Callable
from time import process_time

from annotator.domain.span import Span
from annotator.gui.article.view import ArticleView
from tests.gui.article.conftest import Show
from tests.gui.article.samples import mark

WORDS = "The harbour authority said on Tuesday that the work would cost more than expected. "


def long_text(paragraphs: int) -> str:
    return "\n".join(WORDS * 6 for _ in range(paragraphs))


def fastest(work: Callable[[], object]) -> float:
    """The quickest of some runs in seconds of the processor, which other programs do not take."""
    found = []
    for _ in range(9):
        begun = process_time()
        work()
        found.append(process_time() - begun)
    return min(found)


def seconds_to_label_and_unlabel(view: ArticleView) -> float:
    view.go_to(len(view.page.text) // 2, at="upper third")
    label = mark("new", view.current_sentence)

    def work() -> None:
        view.update_marks(added=[label])
        view.viewport().repaint()
        view.update_marks(removed=["new"])
        view.viewport().repaint()

    return fastest(work)


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
    assert seconds_to_label_and_unlabel(large) < 3 * seconds_to_label_and_unlabel(small)


def test_a_jump_costs_the_same_in_an_article_thirty_times_as_long(show: Show) -> None:
    def jump(view: ArticleView) -> float:
        places = iter(range(1_000, len(view.page.text), len(view.page.text) // 12))

        def work() -> None:
            view.go_to(next(places), at="upper third")
            view.viewport().repaint()

        return fastest(work)

    assert jump(show(long_text(2_400))) < 3 * jump(show(long_text(80)))
