"""The review: two columns of answers, the article between them, one key for each difference."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotator.domain.adjudication import Adjudication
from annotator.domain.change import Draft, articles_of
from annotator.domain.errors import UserError
from annotator.gui import actions
from annotator.gui import theme as looks
from annotator.gui.actions import Action
from annotator.gui.annotate.showing import byline_of
from annotator.gui.article.view import ArticleView
from annotator.gui.menus import Commands
from annotator.gui.review import hints
from annotator.gui.review.access import Access, Notice
from annotator.gui.review.agreed import AgreedLabel
from annotator.gui.review.asking import Asking
from annotator.gui.review.bar import DecisionBar
from annotator.gui.review.canvas import BracketView
from annotator.gui.review.columns import WIDEST, WIDTH, SideColumn, SpatialRow
from annotator.gui.review.correcting import Correcting
from annotator.gui.review.deciding import HIDES_NAMES, Deciding
from annotator.gui.review.docket import Docket
from annotator.gui.review.empty import EmptyPage
from annotator.gui.review.picture import Picture
from annotator.gui.session import Session
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.gui.widgets.parts import ElidedLabel, plain, rule
from annotator.operations import adjudicate, reviewing
from annotator.storage import records


class ReviewScreen(QWidget):
    """Editors settle here what annotators differ in; every decision is one key and one step."""

    told = Signal(object)
    hinted = Signal(str)
    left = Signal()
    """The person goes back to the article."""

    def __init__(
        self, session: Session, commands: Commands, *, like: ArticleView | None = None
    ) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Review"))
        self._session = session
        self._like = like
        self._commands = commands
        self._choices = {row.id: each for row, each in actions.label_rows(session.scheme)}
        self.access = Access(session, self.key_of)
        self.docket: Docket | None = None
        self.is_alone = False
        self.is_overlay = False
        self._is_behind = False
        self.reason = ""
        self._is_painting = True
        self._theme = looks.load("light")
        self.view = BracketView()
        self.sides = (SideColumn(self.tr("Left answer")), SideColumn(self.tr("Right answer")))
        self.bar = DecisionBar()
        self.entry = EntryBar()
        self.correcting = Correcting(session.scheme, self.entry, changed=self.show_case)
        self.asking = Asking(self, session, self.entry)
        self.deciding = Deciding(self)
        self.picture = Picture(self)
        self.agreed = AgreedLabel(session)
        self._lay_out()
        self._connect()

    @property
    def hint(self) -> str:
        """What the keys do, in a few words."""
        is_correcting = self.correcting.is_on
        return hints.hint(
            self.docket, self.key_of, is_correcting=is_correcting, is_alone=self.is_alone
        )

    @property
    def claims(self) -> Mapping[str, Callable[[], None]]:
        """Actions that mean something else while this screen is shown."""
        return {
            "article.next_article": lambda: self.deciding.go_beside(1),
            "article.previous_article": lambda: self.deciding.go_beside(-1),
            "article.go_to": self.asking.ask_article,
        }

    @property
    def session(self) -> Session:
        """The project."""
        return self._session

    @property
    def theme(self) -> looks.Theme:
        """The colours."""
        return self._theme

    def key_of(self, action_id: str) -> str:
        """The key of a command as people read it."""
        return self._commands.shown_key(action_id)

    def enter(self) -> None:
        """Show the open article if two have finished it, else the next that waits."""
        if self._like is not None:
            self.view.set_like(self._like)
        sheet = self._session.sheet
        here = self.docket.state.article.id if self.docket else None
        wanted = sheet.article.id if sheet is not None else here
        self.open(self.access.first(wanted, here))

    def return_here(self) -> None:
        """Back from an article."""
        if self._is_behind and self.docket is not None:
            self.open(self.docket.state.article.id)
        self.view.setFocus()

    @property
    def kept(self) -> Mapping[str, object]:
        """The article under review, the difference in hand, and how answers are shown."""
        if self.docket is None:
            return {}
        article, number = self.docket.state.article.id, self.docket.number
        return {"article": article, "number": number, "overlay": self.is_overlay}

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """Show the same difference again, if the article is still there."""
        if self._like is not None:
            self.view.set_like(self._like)
        article, number = kept.get("article"), kept.get("number")
        if not (isinstance(article, str) and self._session.has_article(article)):
            self.enter()
            return
        self.is_overlay = kept.get("overlay") is True
        self.open(article)
        if self.docket is not None and isinstance(number, int):
            self.docket.number = max(0, min(number, len(self.docket.judged) - 1))
            self.show_all()

    def rest(self) -> None:
        """The project is left: nothing more is asked of it."""
        self.docket = None
        self.agreed.rest()

    def set_theme(self, theme: looks.Theme) -> None:
        """Show everything in other colours."""
        self._theme = theme
        self.view.set_theme(theme)
        self.show_all()

    def open(self, article_id: str | None) -> None:
        """Show the differences of an article, or why there are none."""
        self._is_behind = False
        refusal = self.access.refusal()
        if refusal is not None or article_id is None:
            self.docket = None
            self._say_empty(refusal or Notice(self.tr("No article is finished yet."), ""))
            return
        if self.access.is_hidden(article_id):
            self.docket = None
            self._say_empty(self.access.hidden(article_id))
            return
        is_other = self.docket is None or self.docket.state.article.id != article_id
        state = self._read(article_id)
        if is_other or self.docket is None:
            self.is_alone, self.reason = False, ""
            self.correcting.leave()
            self.picture.forget()
            self.docket = Docket(
                state,
                hides_names=self.hides_names,
                names=self.access.names(),
                entity_name=lambda held: self._session.directory.entity(held).name,
            )
            article = state.article
            self.view.show_article(article, header=(article.title, byline_of(article)))
        else:
            self.docket.follow(state)
        self._pages.setCurrentIndex(1)
        self.show_all()
        self.view.setFocus()

    @property
    def hides_names(self) -> bool:
        """Whether the project hides from editors who said what."""
        return records.choice(self._session.project, HIDES_NAMES) == "yes"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns are as wide as the window lets them be."""
        super().resizeEvent(event)
        width = min(max(looks.scaled(WIDTH), self.width() // 5), looks.scaled(WIDEST))
        for side in self.sides:
            side.setFixedWidth(width)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Keys in the article."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._step_out()
            return True
        if event.text().isdecimal() and event.text() != "0" and not self.correcting.is_on:
            self.deciding.take_number(int(event.text()) - 1)
            return True
        return self._run(event)

    def _run(self, event: QKeyEvent) -> bool:
        """What a key does here; false for keys of the view itself."""
        row = self._commands.row_of(event)
        if self.correcting.is_on and row is not None and self._corrects(row):
            return True
        own = self._commands.row_of(event, where="review")
        if own is not None and own.owner == "review":
            getattr(self.deciding, own.method)()
            return True
        if row is not None and (row.id in ("edit.undo", "edit.redo") or row.owner == "help"):
            return self._commands.run_key(event)
        return row is not None and row.id in self._choices

    def _corrects(self, row: Action) -> bool:
        if row.id in self._choices:
            self.correcting.relabel(self._choices[row.id])
            return True
        if row.id == "remark.comment":
            self.correcting.ask_values()
            return True
        return self.correcting.does(row.id)

    def _step_out(self) -> None:
        if self.correcting.is_on:
            self.correcting.leave()
            self.show_case()
        elif self.is_overlay:
            self.deciding.overlay()
        else:
            self.left.emit()

    def perform(self, make: Callable[[], Draft]) -> bool:
        """Write what an operation returns; false, and a word, when it is refused."""
        try:
            draft = make()
        except UserError as problem:
            self.told.emit(str(problem))
            return False
        return self._session.perform(draft) is not None

    def _read(self, article_id: str) -> Adjudication:
        session = self._session
        return reviewing.adjudication(
            session.project,
            session.scheme,
            article_id,
            waiting=session.waiting,
            entity_of=session.directory.id_of,
        )

    def _follow(self, draft: Draft) -> None:
        """Something was done or undone: show what is true now, at the place that it concerns."""
        docket = self.docket
        if docket is None:
            return
        if not self.isVisible():
            self._is_behind = True  # no key in an article waits for a screen that nobody sees
            return
        touched = {name for change in draft.changes for name in articles_of(change.record)}
        if docket.state.article.id not in touched:
            if draft.undoes is not None and touched:
                self.open(min(touched))
            return
        if _changes_who_finished(draft):
            docket.follow(self._read(docket.state.article.id))
        else:
            docket.follow(
                docket.state.after(draft.changes, entity_of=self._session.directory.id_of)
            )
        if draft.undoes is not None:
            self._go_where(draft)
        self.show_all()

    def _go_where(self, draft: Draft) -> None:
        """After undoing, the difference that is open again is shown."""
        docket = self.docket
        if docket is None:
            return
        names = {c.record.key[-1] for c in draft.changes if c.record.kind == "decision"}
        for number, item in enumerate(docket.judged):
            made = adjudicate.name_of(item.case, docket.state.article.id)
            if made in names or (item.decision is not None and item.decision.id in names):
                docket.number = number
                return

    def _read_again(self) -> None:
        if self.docket is not None:
            self.docket.follow(self._read(self.docket.state.article.id))
            self.show_all()

    def _rename(self) -> None:
        """Somebody is called otherwise."""
        if self.docket is not None:
            self.docket.names = self.access.names()
            self.show_all()

    def _say_empty(self, notice: Notice) -> None:
        self._pages.setCurrentIndex(0)
        self.empty.say(notice)
        self.hinted.emit(self.hint)

    @contextmanager
    def painted_once(self) -> Iterator[None]:
        """What happens inside is not shown by itself: whoever makes it shows all afterwards."""
        self._is_painting = False
        try:
            yield
        finally:
            self._is_painting = True

    def show_all(self) -> None:
        """Show everything as it is now."""
        if self.docket is not None and self._is_painting:
            self.picture.paint(self.docket)
            self.hinted.emit(self.hint)

    def show_case(self) -> None:
        """Show the difference in hand; the other marks stay."""
        if self.docket is not None:
            self.picture.paint_case(self.docket)
            self.hinted.emit(self.hint)

    def _pick(self, mark_id: str) -> None:
        if self.docket is not None and self.picture.go_to_mark(self.docket, mark_id):
            self.show_case()

    def _press(self, action_id: str) -> None:
        getattr(self.deciding, action_id.partition(".")[2])()
        self.view.setFocus()

    def _take_keys(self) -> None:
        (self.view if self.docket is not None else self.empty).setFocus()

    def _lay_out(self) -> None:
        self.heading = ElidedLabel(role="name")
        self.place = plain(role="muted")
        self.people = plain(role="muted")
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(24)
        head.addWidget(self.heading, 1)
        head.addWidget(self.place)
        head.addWidget(self.agreed)
        head.addWidget(self.people)
        columns = SpatialRow()
        columns.setSpacing(0)
        columns.addWidget(self.sides[0])
        columns.addWidget(self.view, 1)
        columns.addWidget(self.sides[1])
        self.view.setMinimumWidth(320)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(rule())
        layout.addLayout(columns, 1)
        layout.addWidget(rule())
        layout.addWidget(self.bar)
        self._pages = QStackedWidget()
        self.empty = EmptyPage()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self.entry)

    def _connect(self) -> None:
        for part in (self.view, self.empty):
            part.installEventFilter(self)
        self.view.setAccessibleName(self.tr("Article under review"))
        self.view.markActivated.connect(self._pick)
        self.bar.pressed.connect(self._press)
        self.entry.keys_freed.connect(self._take_keys)
        self._session.changed.connect(self._follow)
        self._session.reloaded.connect(self._read_again)
        self._session.names.changed.connect(self._rename)


def _changes_who_finished(draft: Draft) -> bool:
    """Whether somebody's own word about the article changes who is compared."""
    return any(c.record.kind == "progress" and c.record.key[1] != "gold" for c in draft.changes)
