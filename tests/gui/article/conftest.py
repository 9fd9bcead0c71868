"""An article view on the screen, as every test here needs it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from annotator.domain.article import Article
from annotator.gui.article.view import ArticleView
from tests.gui.article.samples import TEXT, article

Show = Callable[..., ArticleView]


@pytest.fixture
def show(qapp: QApplication) -> Iterator[Show]:
    """Shows an article in a view of its own."""
    views: list[ArticleView] = []

    def shown(
        of: Article | str = TEXT,
        *,
        size: tuple[int, int] = (772, 840),
        header: tuple[str, str] = ("A title", "The Register · 14 October 2025"),
    ) -> ArticleView:
        view = ArticleView()
        views.append(view)
        view.resize(*size)
        view.show()
        view.show_article(article(of) if isinstance(of, str) else of, header=header)
        qapp.processEvents()
        return view

    yield shown
    for view in views:
        view.close()
        view.deleteLater()
    qapp.processEvents()


@pytest.fixture
def view(show: Show) -> ArticleView:
    """A view of the usual article."""
    return show()
