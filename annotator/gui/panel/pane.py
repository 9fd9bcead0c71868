"""The three cards of the right pane, kept in step with the session."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from annotator.domain.json import Json
from annotator.gui import actions
from annotator.gui import theme as looks
from annotator.gui.panel.inspector import InspectorCard
from annotator.gui.panel.labels import LabelsCard
from annotator.gui.panel.this_article import ThisArticleCard
from annotator.gui.selected import Selected
from annotator.gui.session import Session
from annotator.gui.widgets.scroll_bar import PaintedScrollBar
from annotator.operations import annotate, flags, progress, relate

if TYPE_CHECKING:
    from annotator.gui.panel.entity_words import EntityWords

WIDTH = 272
_MARGIN = 10
_AFTER_PAINT_MILLISECONDS = 40
"""Longer than from one key to the next while it is held: those who read on wait for no panel."""


class PanelPane(QScrollArea):
    """Labels, inspector and this article; it follows after the article was painted."""

    picked = Signal(object)
    """A label was clicked: a `LabelChoice`."""
    commented = Signal()
    flagged = Signal()
    dismissed = Signal()
    """The selected flag, which a rule raised, is none."""
    decided = Signal(object)
    """Something is to be done with suggestions: the method of who decides on them."""
    entities_wanted = Signal()
    """The list of all entities is wanted."""
    gone_to = Signal(object)
    """Something is to be shown in the article: the id of its mark."""
    gone_far = Signal(object, object)
    """An annotation of another article is to be shown: the ids of both."""

    def __init__(self, session: Session, selected: Selected, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._selected = selected
        self._entities: EntityWords | None = None
        self.setAccessibleName(self.tr("Labels and inspector"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that came and went would have everything laid out and painted anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._theme = looks.load("light")
        self.setVerticalScrollBar(PaintedScrollBar(lambda: self._theme, self, ground="chrome"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._label_ids = [row.id for row, _ in actions.label_rows(session.scheme)]
        content = QWidget()
        self.setWidget(content)
        # Cards that keep their place are not painted when others grow.
        content.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        layout = self._column = QVBoxLayout(content)
        sides = (0, _MARGIN) if self.isRightToLeft() else (_MARGIN, 0)  # the bar is a margin too
        layout.setContentsMargins(sides[0], _MARGIN, sides[1], _MARGIN)
        layout.setSpacing(14)
        self.labels = LabelsCard(session.scheme)
        layout.addWidget(self.labels)
        self.inspector = InspectorCard(
            session.scheme,
            self._set_value,
            self._entity_words,
            session.sheet_of,
            session.names.of,
        )
        layout.addWidget(self.inspector)
        # Its many boxes are made where they stay; the keyboard goes through the cards in order.
        self.article = ThisArticleCard(session.scheme, self._set_article_label, content)
        layout.addWidget(self.article)
        layout.addStretch(1)
        self._show_cards(has_article=False)
        self._later = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MILLISECONDS)
        self._later.timeout.connect(self._refresh)
        followed = (session.opened, session.changed, session.reloaded, selected.changed)
        for signal in (*followed, session.suggested, session.hidden, session.names.changed):
            signal.connect(self._later.start)
        self.labels.picked.connect(self.picked)
        self.labels.flagged.connect(self.flagged)
        self.inspector.commented.connect(self.commented)
        self.inspector.selected.connect(self.gone_to)
        self.inspector.gone_far.connect(self.gone_far)
        self.inspector.listed.connect(self.entities_wanted)
        self.inspector.unlinked.connect(self._unlink)
        self.inspector.closed_flag.connect(self._close_flag)
        self.article.selected.connect(self.gone_to)
        self.article.decided.connect(self.decided)
        self.inspector.decided.connect(self.decided)

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self._theme = theme
        self.labels.set_theme(theme)
        self.inspector.set_theme(theme)
        self._later.start()

    def show_keys(self, key_of: Callable[[str], str]) -> None:
        """Show the keys that labels have now, by the ids of their commands."""
        self.labels.show_keys([key_of(name) for name in (*self._label_ids, "remark.flag")])
        self.inspector.show_keys(key_of)
        self.article.show_keys(key_of)

    def follow(self) -> None:
        """Something that the panel shows is another now; it follows after the article."""
        self._later.start()

    def make_ready(self) -> Iterator[Callable[[], object]]:
        """Make what the first annotations need, one piece of work each."""
        return self.inspector.make_ready()

    def focus_inspector(self) -> bool:
        """Put the keyboard on the first attribute to set; false when there is none."""
        self._refresh()
        field = self.inspector.first_field()
        if field is None:
            return False
        self.ensureWidgetVisible(field)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _show_cards(self, *, has_article: bool) -> None:
        """What is said about an article needs one."""
        self.inspector.setVisible(has_article)
        self.article.setVisible(has_article)

    def _refresh(self) -> None:
        self._later.stop()
        sheet = self._session.sheet
        self._show_cards(has_article=sheet is not None)
        if sheet is None:
            return
        annotation, flag = self._selected.annotation(sheet), self._selected.flag(sheet)
        suggestion = self._selected.suggestion(sheet)
        if annotation is not None:
            self.inspector.show_annotation(annotation, sheet)
        elif flag is not None:
            self.inspector.show_flag(flag, sheet)
        elif suggestion is not None:
            self.inspector.show_suggestion(suggestion, sheet)
        else:
            self.inspector.show_nothing()
        self.article.show_sheet(sheet)
        self.article.show_suggestions(self._session.suggestions.values())
        self.inspector.settle()
        self.article.settle()
        self._lay_out()

    def _lay_out(self) -> None:
        """Give the cards their places now, in a column that has become as high as they need."""
        self._column.activate()
        # The column asks for its height by an event; until then its cards share the old one. It
        # asks the viewport, a widget of Qt's own, which to name here takes a frame the first time.
        self.event(QEvent(QEvent.Type.LayoutRequest))

    def _entity_words(self) -> "EntityWords":
        if self._entities is None:
            from annotator.gui.panel.entity_words import EntityWords

            self._entities = EntityWords(self._session)
        return self._entities

    def _set_value(self, annotation_id: str, attribute_id: str, value: Json) -> None:
        scheme = self._session.scheme
        if any(attribute_id == entity for _, entity in scheme.entity_attributes):
            self._entity_words().set_name(annotation_id, attribute_id, str(value or ""))
        else:
            self._session.do(annotate.set_attribute, scheme, annotation_id, attribute_id, value)
        self._later.start()

    def _set_article_label(self, label_id: str, value: str | None) -> None:
        self._session.do(progress.set_article_label, self._session.scheme, label_id, value)

    def _unlink(self, name: str) -> None:
        self._session.do(relate.remove_relation, self._session.scheme, name)

    def _close_flag(self, flag_id: str) -> None:
        flag = self._session.sheet.flags.get(flag_id) if self._session.sheet else None
        if flag is not None and flag.is_by_rule:
            self.dismissed.emit()
        elif flag is not None:
            self._session.do(flags.answer, flag_id, by=self._session.annotator, is_closing=True)
