"""The parts of the screen that are made when they are first asked for, not at the start."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.gui.annotate.attribution import Attribution
from annotator.gui.annotate.labelling import Labelling
from annotator.gui.annotate.modes import Modes
from annotator.gui.annotate.pane import ArticlePane
from annotator.gui.annotate.work import give_keys
from annotator.gui.article.view import ArticleView
from annotator.gui.panel.pane import PanelPane
from annotator.gui.selected import Selected
from annotator.gui.session import Session

if TYPE_CHECKING:
    from annotator.gui.annotate.deciding import Deciding
    from annotator.gui.annotate.framing import Framing
    from annotator.gui.details.opening import DetailsCommands
    from annotator.gui.entities.opening import EntityCommands
    from annotator.gui.grid.opening import GridCommands


class LateParts(QWidget):
    """What a screen that shows an article may come to need."""

    told = Signal(object)

    pane: ArticlePane
    view: ArticleView
    panel: PanelPane
    attribution: Attribution
    labelling: Labelling
    modes: Modes

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.selected = Selected(self)
        self._key_of: Callable[[str], str] = lambda _: ""
        self._grid: GridCommands | None = None
        self._framing: Framing | None = None
        self._deciding: Deciding | None = None
        self._entities: EntityCommands | None = None
        self._details: DetailsCommands | None = None

    def go_to_mark(self, mark_id: str) -> None:
        """Show what has a mark in the article, selected."""
        raise NotImplementedError

    @property
    def grid(self) -> "GridCommands":
        """The sentiment grid below the article, made when it is first asked for."""
        if self._grid is None:
            from annotator.gui.grid.opening import GridCommands

            self._grid = GridCommands(
                self._session, self.view, self.selected, put_below=self.pane.put_below
            )
        return self._grid

    @property
    def entities(self) -> "EntityCommands":
        """The list of entities beside the article, made when it is first asked for."""
        if self._entities is None:
            from annotator.gui.entities.opening import EntityCommands

            self._entities = EntityCommands(self._session, self.view, self.selected)
        return self._entities

    @property
    def details(self) -> "DetailsCommands":
        """What is known of the article, made when it is first asked for."""
        if self._details is None:
            from annotator.gui.details.opening import DetailsCommands

            self._details = DetailsCommands(self._session, self.view)
        return self._details

    @property
    def deciding(self) -> "Deciding":
        """What decides on suggestions, made once the first article has been painted."""
        if self._deciding is None:
            from annotator.gui.annotate.deciding import Deciding

            self._deciding = Deciding(
                self._session,
                self.view,
                self.selected,
                self.attribution,
                self.pane,
                tell=self.told.emit,
            )
            self._deciding.decided.connect(self.modes.say)
            give_keys(self.view, self._key_of)
        return self._deciding

    @property
    def framing(self) -> "Framing":
        """What shows and fills the frames of claims, made when something is first selected."""
        if self._framing is None:
            from annotator.gui.annotate.framing import Framing

            self._framing = Framing(
                self._session,
                self.view,
                self.selected,
                self.pane.entry,
                self.panel,
                attribution=self.attribution,
                give=self.labelling.give,
                go_to=self.go_to_mark,
                tell=self.told.emit,
                key_of=self._key_of,
            )
            self.modes.picking = self._framing.picking
            self.modes.picking.mode_changed.connect(self.modes.say)
            give_keys(self.view, self._key_of)
        return self._framing
