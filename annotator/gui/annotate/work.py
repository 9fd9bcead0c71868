"""What the command objects of the screen have in common."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.gui.article.view import ArticleView
from annotator.gui.selected import Selected
from annotator.gui.session import Session


class ArticleWork(QObject):
    """Works on the open article: it has the session, the view, what is selected, and a voice."""

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        selected: Selected,
        *,
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._selected = selected
        self._tell = tell
