"""The screen for labelling: queue, article and panel, and the commands that act on them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from annotator.domain.scheme import LabelChoice
from annotator.domain.sheet import Sheet
from annotator.gui import theme as looks
from annotator.gui.annotate import appearance
from annotator.gui.annotate.aiming import Aiming
from annotator.gui.annotate.announcing import Announcing
from annotator.gui.annotate.articles import ArticleCommands
from annotator.gui.annotate.attribution import Attribution
from annotator.gui.annotate.editing import Editing
from annotator.gui.annotate.finding import Finding
from annotator.gui.annotate.focusing import Focusing
from annotator.gui.annotate.hints import Hints
from annotator.gui.annotate.labelling import Labelling
from annotator.gui.annotate.late import LateParts
from annotator.gui.annotate.layers import Layers
from annotator.gui.annotate.linking import Linking
from annotator.gui.annotate.modes import Modes
from annotator.gui.annotate.moving import Moving
from annotator.gui.annotate.pane import ArticlePane
from annotator.gui.annotate.panes import Panes
from annotator.gui.annotate.remarks import Remarks
from annotator.gui.annotate.showing import Showing
from annotator.gui.annotate.work import give_keys
from annotator.gui.library.queue import QueuePane
from annotator.gui.panel.pane import PanelPane
from annotator.gui.selected import FLAG_PREFIX, GHOST_PREFIX
from annotator.gui.session import Session
from annotator.settings import Settings

if TYPE_CHECKING:
    from annotator.gui.panel.frame import FrameShown


class AnnotateScreen(LateParts):
    """One open project on the screen; built anew for another project."""

    mode_changed = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self, session: Session, settings: Settings, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._settings = settings
        self._before_press: tuple[str | None, bool] = (None, False)
        self.way_back: Callable[[], bool] = lambda: False
        """Leads to the screen from which the article was opened; false when there is none."""
        # Each pane is born where it stays: to move one costs more than to make it.
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(1)
        self.queue = QueuePane(session, splitter)
        self.pane = ArticlePane(splitter)
        self.view = self.pane.view
        self.panel = PanelPane(session, self.selected, splitter)
        self.panes = Panes(splitter, self.queue, self.pane, self.panel)
        self.hints = Hints(self.queue, self.pane, self.panel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        # Engines are loaded once there is time for it.
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MILLISECONDS)
        self._soon.timeout.connect(lambda: self.deciding)
        self._build_owners()
        self._connect()

    def owner(self, name: str) -> object | None:
        """Who does the actions whose ids begin with a name."""
        match name:
            case "grid":
                return self.grid
            case "entities":
                return self.entities
            case "details":
                return self.details
            case "credit":
                return self.framing.crediting
            case "attribution" | "suggest":
                return self.deciding
            case _:
                return self._owners.get(name)

    def can_do(self, action_id: str) -> bool:
        """Whether an action would find what it works on: words, or what is selected."""
        sheet = self._session.sheet
        has_annotation = self.selected.annotation(sheet) is not None
        has_flag = self.selected.flag(sheet) is not None
        match action_id:
            case "editing.extend" | "editing.cut_out":
                is_there = self.selected.recent(sheet) is not None
                return is_there and self.view.selection is not None
            case "link.begin":
                return has_annotation
            case "editing.remove" | "remark.comment":
                return has_annotation or has_flag
            case _:
                return True

    def set_theme(self, theme: looks.Theme) -> None:
        """Show everything in other colours."""
        self.view.set_theme(theme)
        self.queue.set_theme(theme)
        self.panel.set_theme(theme)
        if self._grid is not None:
            self._grid.set_theme(theme)

    def show_keys(self, key_of: Callable[[str], str]) -> None:
        """Show the keys that commands have now, by their ids, wherever the screen names keys."""
        self.hints.show_keys(key_of)
        self._key_of = self.modes.key_of = key_of
        self.panel.show_keys(key_of)
        self.panel.follow()
        self.queue.show_keys(key_of)
        self.pane.show_keys(key_of)
        give_keys(self.pane, key_of)

    def give(self, choice: LabelChoice) -> None:
        """Take what is offered, or label with a line of the palette."""
        if not self.labelling.is_waiting_to_stick and (
            self.attribution.take(choice)
            or (self._has_suggestions and self.deciding.take_as(choice))
        ):
            return
        self.labelling.give(choice)

    def confirm(self) -> None:
        """Finish a link, use the label in hand, take what is offered, or go to the inspector."""
        if (
            self.linking.finish()
            or self.labelling.use_sticky()
            or (self._framing is not None and self._framing.picking.finish())
            or self.attribution.accept()
            or (self._has_suggestions and self.deciding.accept())
        ):
            return
        if self.selected.annotation(self._session.sheet) is None:
            self.told.emit(self.tr("Nothing is selected. E selects an annotation of the sentence."))
            return
        self.focusing.leave()
        if self.panel.isHidden():
            self.panes.show_panel(is_shown=True)
        if not self.panel.focus_inspector():
            self.told.emit(self.tr("This label has nothing to set."))

    @property
    def _has_suggestions(self) -> bool:
        return bool(self._session.suggestions)

    def _decide(self, method: str) -> None:
        """Do by the mouse what a key does with suggestions."""
        getattr(self.deciding, method)()
        self.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side panes make room when the window becomes narrow, and come back."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.panes.fit(event.size().width())

    def showEvent(self, event: QShowEvent) -> None:
        """The side panes have room now."""
        super().showEvent(event)
        self.panes.place()

    def _build_owners(self) -> None:
        session, view, selected, entry = self._session, self.view, self.selected, self.pane.entry
        tell: Callable[[str], None] = self.told.emit
        self.showing = Showing(session, view, selected)
        Announcing(session, view)
        self.aiming = Aiming(
            session,
            view,
            selected,
            tell=tell,
            is_on=lambda: self._settings.is_on("number_targets"),
            has_digits=self._has_letter_keys,
        )
        self.labelling = Labelling(
            session,
            view,
            selected,
            tell=tell,
            advances=self._advances,
            aim=self.aiming.place_for,
        )
        self.attribution = Attribution(
            session, view, selected, self.showing, tell=tell, has_digits=self._has_letter_keys
        )
        self.linking = Linking(session, selected, entry, tell=tell)
        self.remarks = Remarks(session, view, selected, entry, tell=tell)
        self.editing = Editing(session, view, selected, tell=tell, dismiss=self.remarks.dismiss)
        self.finding = Finding(session, view, self.pane.find_bar)
        self.focusing = Focusing(self.panes.splitter, view, tell=tell)
        self.layers = Layers(session.scheme, view, tell=tell)
        self.modes = Modes(
            session,
            view,
            selected,
            labelling=self.labelling,
            linking=self.linking,
            aiming=self.aiming,
            attribution=self.attribution,
        )
        self.moving = Moving(session, view, selected, tell=tell, step_out=self._step_out)
        self.articles = ArticleCommands(session, self.pane, self.queue, self.panes, tell=tell)
        self._owners: dict[str, object] = {
            "label": self,
            "move": self.moving,
            "labelling": self.labelling,
            "aiming": self.aiming,
            "attribution": self.attribution,
            "editing": self.editing,
            "link": self.linking,
            "remark": self.remarks,
            "find": self.finding,
            "edit": self.articles,
            "article": self.articles,
            "screen": self,
        }

    def _connect(self) -> None:
        session, view = self._session, self.view
        session.opened.connect(self._on_opened)
        self.modes.changed.connect(self.mode_changed)
        view.markActivated.connect(self._pick)
        view.partPicked.connect(lambda _: self.editing.extend())
        view.sentenceChanged.connect(lambda _: self._loosen())
        view.menuRequested.connect(self._want_menu)
        view.viewport().installEventFilter(self)
        self.panel.picked.connect(self._label_by_mouse)
        self.panel.commented.connect(self.remarks.comment)
        self.panel.flagged.connect(self.remarks.flag)
        self.panel.dismissed.connect(self.remarks.dismiss)
        self.panel.decided.connect(self._decide)
        view.first_paint.connect(self._soon.start)
        self.panel.gone_to.connect(self.go_to_mark)
        self.panel.gone_far.connect(self.go_far)
        self.panel.entities_wanted.connect(lambda: self.entities.open())  # noqa: PLW0108 - made late
        self.queue.left.connect(view.setFocus)
        self.labelling.labelled.connect(self._tell_label)
        self.labelling.made.connect(self.attribution.await_offer)
        self.attribution.taken.connect(lambda: self.pane.steps.advance("source"))
        self.panes.wanted.connect(self.focusing.leave)
        self.panel.inspector.frame_of = self._frame_of
        self.remarks.flagged.connect(lambda: self.pane.steps.advance("flag"))
        session.reverted.connect(lambda _: self.pane.steps.advance("undo"))
        self.pane.steps.dismissed.connect(lambda: self._settings.choose("first_steps", value=False))
        back = QShortcut(QKeySequence("Esc"), self.panel, context=_WITHIN)
        back.activated.connect(view.setFocus)

    def _frame_of(self, annotation_id: str) -> "FrameShown | None":
        return self.framing.shown(annotation_id)

    def say_again(self) -> None:
        """The person is back from another screen: say the mode, and what the keys do."""
        self.modes.say()
        self.hints.say_again()

    def go_far(self, article_id: str, annotation_id: str) -> None:
        """Show an annotation of another article, selected there."""
        if self._session.open_article(article_id):
            self.go_to_mark(annotation_id)
            self.view.setFocus()

    def go_to_mark(self, mark_id: str) -> None:
        """Show an annotation or a flag in the article, selected."""
        sheet = self._session.sheet
        if sheet is None:
            return
        flag = sheet.flags.get(mark_id.removeprefix(FLAG_PREFIX))
        annotation = sheet.annotations.get(mark_id)
        places: Any = annotation.fragments if annotation else ()
        if flag is not None and annotation is None:
            places = appearance.places_of(flag, sheet)
        if places:
            self.view.go_to(places[0].start)
        self.selected.select(mark_id)

    def _on_opened(self, sheet: Sheet) -> None:
        self.pane.entry.leave()  # what it asks about is out of sight
        self.pane.steps.follow(has_work=not sheet.is_finished)
        self._session.show_suggestions(is_on=self._settings.is_on("show_suggestions"))
        self.pane.show_view()

    def _pick(self, mark_id: str) -> None:
        if mark_id.startswith(GHOST_PREFIX):
            self.attribution.accept()
        else:
            self.selected.select(mark_id)

    def _loosen(self) -> None:
        """Reading on lets go of what was selected, unless the cursor is still on it."""
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            return  # a drag may be selecting words for it; the release decides
        sheet = self._session.sheet
        here = self.view.current_sentence
        annotation, flag = self.selected.annotation(sheet), self.selected.flag(sheet)
        suggestion = self.selected.suggestion(sheet)
        chosen = annotation or suggestion
        places = chosen.fragments if chosen else ()
        if flag is not None and sheet is not None:
            places = appearance.places_of(flag, sheet)
        if places and not any(place.overlaps(here) for place in places):
            self.selected.select(None)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """A click beside it lets go of what is selected; a drag leaves it as it was before."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._before_press = self.selected.state
        elif event.type() == QEvent.Type.MouseButtonRelease:
            if self.view.selection is not None:
                self.selected.restore(self._before_press)
                self.showing.outline()
            elif self.view.selected_mark is None:
                self.selected.select(None)
        return False

    def _want_menu(self, place: QPoint, mark_id: str | None) -> None:
        if mark_id is not None and not mark_id.startswith(GHOST_PREFIX):
            self.selected.select(mark_id)
        self.menu_wanted.emit(place)

    def _label_by_mouse(self, choice: LabelChoice) -> None:
        self.give(choice)
        self.view.setFocus()

    def _tell_label(self, choice: LabelChoice) -> None:
        self.layers.show(choice.label)
        self.pane.steps.advance(choice.label)

    def _has_letter_keys(self) -> bool:
        return self._settings.is_on("letter_keys")

    def _advances(self) -> bool:
        return self._settings.is_on("advance_after_label")

    def _step_out(self) -> bool:
        """Leave a strip or a mode; false when there is none."""
        return (
            self.finding.close()
            or self.linking.stop()
            or self.labelling.unstick()
            or (self._framing is not None and self._framing.picking.stop())
            or self.aiming.stop()
            or (self.view.selection is None and self.attribution.dismiss())
            or self.way_back()
            or (self._is_idle() and self._close_strip())
        )

    def _close_strip(self) -> bool:
        """Close what stays open until nothing is selected; false when nothing is."""
        is_grid_closed = self._grid is not None and self._grid.close()
        return is_grid_closed or self.focusing.leave() or self.pane.steps.dismiss()

    def _is_idle(self) -> bool:
        return self.view.selection is None and self.selected.id is None


_AFTER_PAINT_MILLISECONDS = 400
_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
