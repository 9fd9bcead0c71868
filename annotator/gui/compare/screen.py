"""Two articles side by side: an annotation of each is picked, and the two are joined."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft
from annotator.domain.relation import Relation
from annotator.domain.scheme import LabelChoice
from annotator.gui import actions
from annotator.gui import theme as looks
from annotator.gui.actions import Action
from annotator.gui.annotate import appearance
from annotator.gui.article.view import ArticleView
from annotator.gui.compare.chooser import Chooser
from annotator.gui.compare.joining import Joining
from annotator.gui.far_ends import name_from, values_of
from annotator.gui.menus import Commands
from annotator.gui.reader import Reader
from annotator.gui.session import Session
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.gui.widgets.parts import Chip, ElidedLabel, plain
from annotator.operations import annotate
from annotator.storage.passages import TITLE, Passage


class CompareScreen(QWidget):
    """The open article at the left, another one at the right, and what joins them below."""

    told = Signal(object)
    left = Signal()
    """The person goes back to the article."""

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Two articles"))
        self.hint = self.tr(
            "J/K move · E picks · Enter links · Del unlinks · F6 other side · Esc back"
        )
        self._session = session
        self._commands = commands
        self._choices = {row.id: each for row, each in actions.label_rows(session.scheme)}
        views = (ArticleView(), ArticleView())
        self.sides = (Reader(session, views[0], self), Reader(session, views[1], self))
        self.chooser = Chooser(session)
        self.entry = EntryBar()
        self.joining = Joining(session, self.sides, self.entry, tell=self.told.emit)
        self._theme = looks.load("light")
        self._is_behind = False
        self._lay_out()
        self._connect()

    @property
    def claims(self) -> Mapping[str, Callable[[], None]]:
        """Actions that mean something else while this screen is shown."""
        return {
            "view.next_pane": self._other_side,
            "view.previous_pane": self._other_side,
            "article.go_to": self.choose_article,
        }

    def begin(self, annotation: Annotation) -> None:
        """Show the open article with one of its annotations picked, and choose another beside."""
        sheet = self._session.sheet_of(annotation.article_id)
        self.sides[0].show_sheet(sheet)
        self.sides[0].pick(annotation.id)
        self.sides[1].clear()
        self.choose_article()

    def choose_article(self) -> None:
        """List articles to stand at the right."""
        annotation, sheet = self.sides[0].annotation, self.sides[0].sheet
        if sheet is None:
            return
        self._right.setCurrentWidget(self.chooser)
        self.chooser.offer(
            annotation.text if annotation else sheet.article.title,
            besides=sheet.article.id,
            labels=self._labels_beside(annotation),
        )
        self.chooser.field.setFocus()
        self._show_ends()

    def enter(self) -> None:
        """The screen is shown; `begin` says with what."""

    def return_here(self) -> None:
        """Back from an article."""
        if self._is_behind:
            self._read_again()
        self.sides[0].view.setFocus()

    @property
    def kept(self) -> Mapping[str, object]:
        """Both articles with what is picked in them, or the words that look for the second."""
        is_choosing = self._right.currentWidget() is self.chooser
        return {
            "left": _kept_side(self.sides[0]),
            "right": None if is_choosing else _kept_side(self.sides[1]),
            "words": self.chooser.field.text() if is_choosing else "",
        }

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """Show the same articles, if both are still there; else the one that is."""
        if not self._show_kept(self.sides[0], kept.get("left")):
            self.left.emit()
        elif self._show_kept(self.sides[1], kept.get("right")):
            self._right.setCurrentWidget(self.sides[1].view)
            self.sides[1].view.setFocus()
        else:
            self.choose_article()
            self.chooser.field.setText(str(kept.get("words") or ""))

    def _show_kept(self, side: Reader, kept: object) -> bool:
        match kept:
            case [str(article_id), picked, int(at)] if self._session.has_article(article_id):
                side.show_sheet(self._session.sheet_of(article_id), at=at)
                side.pick(str(picked or ""))
                return True
        return False

    def rest(self) -> None:
        """The project is left: nothing more is asked of it."""
        self.chooser.rest()

    def set_theme(self, theme: looks.Theme) -> None:
        """Show everything in other colours."""
        self._theme = theme
        for side in self.sides:
            side.view.set_theme(theme)
        self.chooser.set_theme(theme)
        self._show_ends()

    def set_text_size(self, pixels: int) -> None:
        """Show both texts larger or smaller."""
        for side in self.sides:
            side.view.set_text_size(pixels)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in one of the articles."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        side = self.sides[0] if watched is self.sides[0].view else self.sides[1]
        if event.key() == Qt.Key.Key_Escape and side.view.selection is None:
            self.left.emit()
            return True
        row = self._commands.row_of(event)
        return row is not None and self._perform(row, side, event)

    def _perform(self, row: Action, side: Reader, event: QKeyEvent) -> bool:
        """What a key does here; false for keys of the view itself."""
        if row.id in self._choices:
            self._label(side, self._choices[row.id])
        elif row.id == "move.next_annotation":
            self._pick_next(side)
        elif row.id == "screen.confirm":
            self.joining.ask()
        elif row.id == "editing.remove":
            self.joining.remove()
        elif row.id in ("edit.undo", "edit.redo") or row.owner in ("help", "view"):
            return self._commands.run_key(event)
        else:
            return False
        return True

    def _pick_next(self, side: Reader) -> None:
        other = self.sides[1] if side is self.sides[0] else self.sides[0]
        fits = self._fits(other.annotation)
        if not side.pick_next(fits):
            self.told.emit(self.tr("Nothing here can be linked. A label key labels the sentence."))

    def _fits(self, end: Annotation | None) -> Callable[[Annotation], bool]:
        """Whether an annotation can be joined with the one picked on the other side."""
        labels = self._labels_beside(end)
        return lambda each: each.label in labels

    def _labels_beside(self, end: Annotation | None) -> tuple[str, ...]:
        """The labels of other articles that the scheme can join with an annotation."""
        kinds = [kind for kind in self._session.scheme.relations if kind.scope == "project"]
        if end is None:
            return tuple({name for kind in kinds for name in (*kind.sources, *kind.targets)})
        reached = [name for kind in kinds if end.label in kind.sources for name in kind.targets]
        reached += [name for kind in kinds if end.label in kind.targets for name in kind.sources]
        return tuple(dict.fromkeys(reached))

    def _label(self, side: Reader, choice: LabelChoice) -> None:
        """Label the sentence or words of a side, and pick what was labelled."""
        if side.sheet is None:
            return
        before = set(side.sheet.annotations)
        self._session.do_on(
            side.sheet.article.id,
            annotate.add_annotation,
            self._session.scheme,
            [side.target()],
            choice.label,
            attributes=dict(choice.attributes),
        )
        made = set(side.sheet.annotations) - before
        side.view.set_selection(None)
        if made:
            side.pick(made.pop())

    def _open(self, passage: Passage) -> None:
        """Show the chosen article at the passage, with its annotation picked if it is one."""
        sheet = self._session.sheet_of(passage.article_id)
        right = self.sides[1]
        self._right.setCurrentWidget(right.view)
        at = 0 if passage.part == TITLE else passage.place.start
        right.show_sheet(sheet, at=at)
        if passage.annotation_id in sheet.annotations:
            right.pick(passage.annotation_id)
        right.view.setFocus()

    def _other_side(self) -> None:
        """Move the keyboard to the other article, or to the list of articles."""
        right = self._right.currentWidget()
        target = self.chooser.field if right is self.chooser else self.sides[1].view
        (target if self.sides[0].view.hasFocus() else self.sides[0].view).setFocus()

    def _leave_chooser(self) -> None:
        if self.sides[1].sheet is not None:
            self._right.setCurrentWidget(self.sides[1].view)
            self.sides[1].view.setFocus()
        else:
            self.left.emit()

    def _follow(self, draft: Draft) -> None:
        if not self.isVisible():
            self._is_behind = True  # no key in an article waits for a screen that nobody sees
            return
        for side in self.sides:
            side.follow(draft.changes)
        self._show_ends()

    def _read_again(self) -> None:
        self._is_behind = False
        for side in self.sides:
            side.read_again()
        self._show_ends()

    def _show_ends(self) -> None:
        """Say below which annotations are picked, and how they are joined."""
        for side, chip, words in zip(self.sides, self._chips, self._words, strict=True):
            annotation = side.annotation
            chip.setVisible(annotation is not None)
            words.set_whole(f"“{annotation.text}”" if annotation else self.tr("Nothing picked · E"))
            if annotation is not None:
                mark = appearance.mark_of(annotation, self._session.scheme, is_saved=True)
                chip.show_sign(self._theme, mark.role, shape=mark.shape, letter=mark.letter)
        links = self.joining.links()
        if links:
            self._state.setText(" · ".join(map(self._said, links)))
        elif self.joining.ends is not None:
            self._state.setText(self.tr("not linked · Enter"))
        else:
            self._state.setText("⇄")

    def _said(self, link: Relation) -> str:
        """A link between the picked two, as it reads from the left one."""
        kind = self._session.scheme.relation(link.label)
        sheet = self.sides[0].sheet
        is_first = sheet is not None and link.article_id == sheet.article.id
        name = name_from(kind, is_first=is_first) or link.label
        values = values_of(link, kind)
        return f"{name} ({values})" if values else name

    def _lay_out(self) -> None:
        self.sides[0].view.setAccessibleName(self.tr("First article"))
        self.sides[1].view.setAccessibleName(self.tr("Second article"))
        self._right = QStackedWidget()
        self._right.addWidget(self.chooser)
        self._right.addWidget(self.sides[1].view)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        for widget in (self.sides[0].view, self._right):
            widget.setMinimumWidth(360)
            splitter.addWidget(widget)
        splitter.setSizes([640, 640])
        self._chips = (Chip(), Chip())
        self._words = (ElidedLabel(), ElidedLabel())
        self._state = plain(role="name")
        self._state.setAccessibleName(self.tr("Link"))
        below = QHBoxLayout()
        below.setContentsMargins(16, 8, 16, 8)
        below.setSpacing(8)
        below.addWidget(self._chips[0])
        below.addWidget(self._words[0], 1)
        below.addWidget(self._state)
        below.addWidget(self._chips[1])
        below.addWidget(self._words[1], 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(splitter, 1)
        layout.addLayout(below)
        layout.addWidget(self.entry)

    def _connect(self) -> None:
        self.chooser.chosen.connect(self._open)
        self.chooser.left.connect(self._leave_chooser)
        for side in self.sides:
            side.view.installEventFilter(self)
            side.picked.connect(self._show_ends)
        self.entry.keys_freed.connect(self.sides[1].view.setFocus)
        self._session.changed.connect(self._follow)
        self._session.reloaded.connect(self._read_again)


def _kept_side(side: Reader) -> list[object] | None:
    """An article with what is picked in it and the sentence that is read, as plain values."""
    if side.sheet is None:
        return None
    picked = side.annotation.id if side.annotation else None
    return [side.sheet.article.id, picked, side.view.current_sentence.start]
