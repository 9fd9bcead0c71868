"""Going from article to article, and saying that one is done."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from annotator.gui.annotate.pane import ArticlePane
from annotator.gui.annotate.panes import Panes
from annotator.gui.annotate.work import NamesKeys
from annotator.gui.library.queue import QueuePane
from annotator.gui.session import Session
from annotator.gui.wording import shortened
from annotator.operations import progress

_SHOWN_WORDS = 50


class ArticleCommands(NamesKeys):
    """What concerns the open article as a whole."""

    def __init__(
        self,
        session: Session,
        pane: ArticlePane,
        queue: QueuePane,
        panes: Panes,
        *,
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(pane)
        self._session = session
        self._pane = pane
        self._queue = queue
        self._panes = panes
        self._tell = tell

    def finish(self) -> None:
        """The article is done; open the next that is not."""
        sheet = self._session.sheet
        if sheet is None:
            return
        self._session.do(progress.finish)
        following = self._queue.model.next_open(sheet.article.id)
        self._pane.steps.advance("done")
        if following is not None and following != sheet.article.id:
            self._session.open_article(following)
            title = shortened(sheet.article.title, most=_SHOWN_WORDS)
            self._tell(self.tr("Done: “{}” · Z takes it back").format(title))
        elif self._queue.model.is_filling:
            self._tell(self.tr("Done. The list of articles is still being read."))
        elif self._queue.model.is_filtered:
            self._tell(self.tr("The filtered ones are done. Ctrl+P, then Esc shows the others."))
        else:
            self._tell(self._all_done())

    def _all_done(self) -> str:
        """What comes next: for editors the dataset, for all others what becomes of their work."""
        from annotator.storage import team  # not needed before an article is done

        session = self._session
        if team.of_project(session.project).is_editor(session.annotator):
            return self.tr("All articles are done. Export with Ctrl+E.")
        return self.tr("All your articles are done. Ctrl+6 shows what editors decide.")

    def reopen(self) -> None:
        """The article is not done after all."""
        self._session.do(progress.reopen)

    def go_to(self) -> None:
        """Type to find an article."""
        self._panes.show_queue(is_shown=True)
        self._queue.focus_filter()

    def next_article(self) -> None:
        """Open the next article of the queue."""
        self._open_beside(1)

    def previous_article(self) -> None:
        """Open the article before."""
        self._open_beside(-1)

    def copy_words(self) -> None:
        """Copy the selected words, else the sentence, exactly as stored."""
        sheet = self._session.sheet
        if sheet is not None:
            words = self._pane.view.target().cut_from(sheet.article.text)
            QGuiApplication.clipboard().setText(words)

    def _open_beside(self, step: int) -> None:
        sheet = self._session.sheet
        following = self._queue.model.beside(sheet.article.id, step) if sheet else None
        if following is not None:
            self._session.open_article(following)
