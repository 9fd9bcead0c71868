"""What the command objects of the screen have in common."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.gui import keys
from annotator.gui.article.view import ArticleView
from annotator.gui.selected import Selected
from annotator.gui.session import Session

LATER, EARLIER = 1, -1
"""Directions in the text."""


class NamesKeys(QObject):
    """Names keys of commands in what it says, as these are now."""

    key_of: Callable[[str], str] = staticmethod(lambda _: "")
    """The key that a command has now, by its id."""

    def tr(self, text: str, /, disambiguation: str | None = None, n: int = -1) -> str:
        """A text in the language of the window, with the keys that commands have now."""
        words = super().tr(text, disambiguation or "", n)
        return keys.with_present_keys(words, self.key_of)


class ArticleWork(NamesKeys):
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


def give_keys(parent: QObject, key_of: Callable[[str], str]) -> None:
    """Let all that works on an article name the keys that commands have now."""
    for work in parent.findChildren(NamesKeys):
        work.key_of = key_of
