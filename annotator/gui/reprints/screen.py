"""Reprints and newer versions: two articles beside each other, and what is to become of them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from annotator.domain.change import Draft
from annotator.gui import tasks
from annotator.gui import theme as looks
from annotator.gui.language import counted
from annotator.gui.list_screen import ListScreen, strip
from annotator.gui.menus import Commands
from annotator.gui.reprints import working
from annotator.gui.reprints.model import PairsDelegate, PairsModel
from annotator.gui.reprints.pane import PairPane
from annotator.gui.session import Session
from annotator.gui.widgets.parts import plain
from annotator.gui.widgets.rich_text import give_tip
from annotator.operations.counterparts import LaidBeside, Pair

_PAUSE_MILLISECONDS = 60
_KEYS = {"Return": "carry", "X": "apart", "N": "link", "V": "turn", "O": "open", "F": "find"}
_OF_LAID = ("Return", "V")


class ReprintsScreen(ListScreen[Pair]):
    """Lists articles with the words of others; one key carries labels over or keeps apart."""

    owners = ("edit", "help", "screens", "view")

    def __init__(self, session: Session, commands: Commands) -> None:
        model = PairsModel()
        super().__init__(session, commands, PairsDelegate(model))
        self.setAccessibleName(self.tr("Reprints"))
        self.table.setAccessibleName(self.tr("Articles with the words of others"))
        self.model = model
        self._wanted: tuple[str, ...] = ()
        self._is_changing = False
        self._working = working.Working(session, self)
        self.pane = PairPane(session)
        self.count = plain(role="muted")
        self.buttons = self._made_buttons()
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._later.timeout.connect(self._lay_beside)
        self._lay_out()
        self._connect()

    @property
    def hint(self) -> str:
        """What the keys do where the focus is, in a few words."""
        if self.is_empty:
            return self.tr("F finds reprints · Esc back")
        return self.tr("J/K move · V other text · Enter carries labels over · Esc back")

    @property
    def claims(self) -> Mapping[str, Callable[[], None]]:
        """Undo and redo leave the article alone that is open below."""
        return {
            "edit.undo": partial(self._session.undo, stays=True),
            "edit.redo": partial(self._session.redo, stays=True),
        }

    def enter(self) -> None:
        """The screen is shown, with the pair of the open article if it is in any."""
        sheet = self._session.sheet
        self._wanted = (sheet.article.id,) if sheet is not None else ()
        self.is_loaded = False  # keys are for that pair
        self.return_here()

    def return_here(self) -> None:
        """Back from an article that was opened from here; it may be labelled now."""
        self._read()
        self.table.setFocus()

    @property
    def kept(self) -> Mapping[str, object]:
        """The pair that is shown."""
        return {"pair": list(self.current.key) if self.current else []}

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """Show the same pair again, if it is still one."""
        pair = kept.get("pair")
        self._wanted = tuple(map(str, pair)) if isinstance(pair, list) else ()
        self.is_loaded = False
        self.return_here()

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        super().set_theme(theme)
        self.pane.set_theme(theme)

    def rest(self) -> None:
        """The project is left: nothing more is asked of it."""
        super().rest()
        self._later.stop()
        self._working.rest()

    @property
    def is_acting(self) -> bool:
        """Whether a pair is being changed, or the list without it is being read."""
        return self._is_changing

    def is_to_wait(self, event: QKeyEvent, stroke: str) -> bool:
        """What is done with how the texts differ waits until that is known."""
        is_comparing = self._later.isActive() or self._working.is_busy("compare")
        if stroke in _OF_LAID and self.current is not None and is_comparing:
            return True
        return super().is_to_wait(event, stroke)

    def open_current(self) -> None:
        """Show the article whose text is shown."""
        pair = self.current
        shown = pair.other if pair and self._later.isActive() else self.pane.shown
        if shown is not None:
            self.opened.emit(shown.article_id)

    def look_for_more(self) -> None:
        """Look at all articles for reprints, or stop it."""
        if self._working.is_busy("find"):
            self._working.stop("find")
            return
        self._tell_progress(0)
        self.buttons["find"].setText(self.tr("Stop  F"))
        self._working.begin(
            "find", working.found, done=self._keep_found, progressed=self._tell_progress
        )

    def _tell_progress(self, count: int) -> None:
        self.told.emit(self.tr("Looking for reprints… {}").format(counted(count)))

    def _keep_found(self, draft: Draft | None) -> None:
        self.buttons["find"].setText(self.tr("Find reprints  F"))
        if draft is None:
            self.told.emit(self.tr("Stopped; nothing was changed."))
            return
        count = len(draft.changes)
        self._session.perform(draft)
        one = self.tr("1 article more has the words of others.")
        many = self.tr("{} articles more have the words of others.")
        words = one if count == 1 else many.format(counted(count))
        self.told.emit(words if count else self.tr("No others were found."))
        self._read()

    def _change(self, work: tasks.Work, said: str) -> None:
        """Have a change of the pair made from what is saved."""
        if self.current is not None and not self._is_changing:
            annotator, made = self._session.annotator, partial(self._make, said)
            self._is_changing = True
            self._enable()
            self._working.begin(working.CHANGE, work, annotator, self.current, done=made)

    def _make(self, said: str, draft: Draft) -> None:
        if self._session.perform(draft) is None:
            self.told.emit(self.tr("Nothing was changed: it is all there already."))
        else:
            self.told.emit(said.format(self._commands.shown_key("edit.undo")))
        self._read()

    def _read(self) -> None:
        """Read the pairs anew; the one that is shown stays."""
        self._working.begin("read", working.pairs_of, self._session.annotator, done=self._show)

    def _show(self, pairs: Sequence[Pair]) -> None:
        row = max(self.table.currentIndex().row(), 0)
        here = self.current.key if self.current is not None else ()
        wanted, self._wanted = set(self._wanted or here), ()
        alike = [len(wanted & set(pair.key)) for pair in pairs]
        self.is_loaded = True
        self._is_changing = self._working.is_busy(working.CHANGE)
        self.model.show_rows(pairs)
        self.table.select(alike.index(max(alike)) if any(alike) else row)
        self.count.setText(self._count_words(pairs))
        none = self.tr(
            "No article is known to have the words of another.\n\nF looks at all of them."
        )
        self.show_list(none, self.pane)
        self._show_current()

    def _count_words(self, pairs: Sequence[Pair]) -> str:
        versions = sum(pair.kind == "version" for pair in pairs)
        said = [
            self._number(len(pairs) - versions, self.tr("1 reprint"), self.tr("{} reprints")),
            self._number(versions, self.tr("1 newer version"), self.tr("{} newer versions")),
        ]
        return " · ".join(words for words in said if words)

    def _number(self, count: int, one: str, many: str) -> str:
        return (one if count == 1 else many.format(counted(count))) if count else ""

    def _show_current(self) -> None:
        self._later.start()
        self._enable()

    def _lay_beside(self) -> None:
        pair, annotator = self.current, self._session.annotator
        if pair is not None:
            self.pane.begin(pair)
            show = partial(self._show_laid, pair)
            self._working.begin("compare", working.laid_beside, annotator, pair, done=show)

    def _show_laid(self, pair: Pair, laid: LaidBeside) -> None:
        if pair is self.current:
            self.pane.show_laid(laid)
            self._enable()
            self.held.press_soon()

    def _enable(self) -> None:
        """Offer what can be done with the pair."""
        pair, laid = self.current, None if self._later.isActive() else self.pane.laid
        is_free = not self._is_changing
        self.buttons["carry"].setEnabled(is_free and laid is not None and bool(laid.anchored))
        words = self.tr("Carry labels over  Enter")
        if pair is not None and pair.others > 1:
            words = self.tr("Carry labels over to all {}  Enter").format(counted(pair.others))
        self.buttons["carry"].setText(words)
        for name in ("apart", "link"):
            self.buttons[name].setEnabled(is_free)
            self.buttons[name].setVisible(pair is not None and pair.kind == "reprint")

    def _click(self, name: str) -> None:
        if self.buttons[name].isVisible():
            self.buttons[name].click()

    def _made_buttons(self) -> dict[str, QPushButton]:
        """The buttons by name; each says its key."""
        carried = self.tr("Carried over; {} takes it back.")
        apart = self.tr("Kept apart for good; {} takes it back.")
        linked = self.tr("Linked as the newer version; {} takes it back.")
        made = {}
        for name, words, act in (
            ("turn", self.tr("Other text  V"), self.pane.turn),
            ("open", self.tr("Open  O"), self.open_current),
            ("apart", self.tr("Keep apart  X"), partial(self._change, working.kept_apart, apart)),
            ("link", self.tr("Newer version  N"), partial(self._change, working.linked, linked)),
            ("carry", "", partial(self._change, working.carried, carried)),
            ("find", self.tr("Find reprints  F"), self.look_for_more),
        ):
            made[name] = QPushButton(words)
            made[name].clicked.connect(lambda _, act=act: act())
        made["carry"].setDefault(True)
        give_tip(made["link"], self.tr("The article shown is a newer version of the other one"))
        return made

    def _lay_out(self) -> None:
        for name in ("turn", "open", "", "apart", "link", "carry"):
            if name:
                self.pane.buttons.addWidget(self.buttons[name])
            else:
                self.pane.buttons.addStretch(1)
        self.arrange(strip(self.count, self.buttons["find"]), self.pane, (400, 880))

    def _connect(self) -> None:
        self.acts |= {key: partial(self._click, name) for key, name in _KEYS.items()}
        self.table.moved.connect(self._show_current)
        self._working.failed.connect(self._fail)
        self.pane.told.connect(self.told)
        self._session.reverted.connect(lambda _: self._read())
        self._session.reloaded.connect(self._read)

    def _fail(self, problem: str) -> None:
        self._is_changing = False
        self.held.drop()
        self._enable()
        self.buttons["find"].setText(self.tr("Find reprints  F"))
        self.told.emit(problem)
