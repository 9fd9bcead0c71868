"""The columns at both sides of the article: what each annotator says, as cards."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.domain.annotation import Annotation
from annotator.domain.attribute import Attribute
from annotator.domain.scheme import Scheme
from annotator.domain.stance import CANNOT_TELL, NONE_EXPRESSED
from annotator.gui import theme as looks
from annotator.gui.annotate import appearance
from annotator.gui.review.docket import Answer
from annotator.gui.widgets.parts import Chip, plain
from annotator.operations.annotate import name_of

WIDTH, WIDEST = 250, 340
_MOST_WORDS = 420


class AnswerCard(QFrame):
    """One answer: who gives it, which key takes it, and what it is; a click takes it."""

    taken = Signal()

    def __init__(
        self,
        answer: Answer,
        *,
        title: str,
        key: str,
        scheme: Scheme,
        theme: looks.Theme,
        others: Sequence[Answer],
        label: str,
        about: str = "",
        line: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._scheme, self._theme, self._others = scheme, theme, others
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(12, 10, 12, 12)
        self._body.setSpacing(6)
        self._add_head(title, key)
        if line and answer.annotation is not None:
            self._body.addWidget(plain(line, role="muted", wraps=True))
        if answer.annotation is not None:
            self._add_annotation(answer, answer.annotation)
        elif answer.value:
            self._add_value(label, answer.value, about or label)
        elif answer.is_unseen:
            self._body.addWidget(plain(self.tr("Not looked at"), role="muted", wraps=True))
        else:
            self._body.addWidget(plain(self.tr("Nothing marked here"), role="muted", wraps=True))
        self.setAccessibleName(f"{title}: {self._said(answer)}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click takes what the card says."""
        if event.button() == Qt.MouseButton.LeftButton and self._holds(event):
            self.taken.emit()

    def _holds(self, event: QMouseEvent) -> bool:
        return self.rect().contains(event.position().toPoint())

    def _add_head(self, title: str, key: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        name = plain(title, role="name", wraps=True)
        head.addWidget(name, 1)
        if key:
            head.addWidget(plain(key, role="keycap"), 0, Qt.AlignmentFlag.AlignTop)
        self._body.addLayout(head)

    def _add_annotation(self, answer: Answer, annotation: Annotation) -> None:
        mark = appearance.mark_of(annotation, self._scheme, is_saved=True)
        chip = Chip()
        chip.show_sign(self._theme, mark.role, shape=mark.shape, letter=mark.letter)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(chip)
        row.addWidget(plain(mark.name), 1)
        self._body.addLayout(row)
        words = " ".join(annotation.text.split())
        cut = words if len(words) <= _MOST_WORDS else f"{words[: _MOST_WORDS - 1]}…"
        shown = plain(f"“{cut}”", wraps=True)
        shown.setFont(looks.article_font(looks.scaled(15)))
        shown.setAccessibleName(words)
        self._body.addWidget(shown)
        for name, value in answer.attributes:
            self._add_attribute(annotation.label, name, value)
        for link in answer.links:
            self._add_row(self.tr("Link"), f"→ {link}", differs=True)
        if self._links_differ() and not answer.links:
            self._add_row(self.tr("Link"), self.tr("none"), differs=True)
        if annotation.note:
            self._add_row(self.tr("Comment"), f"“{annotation.note}”", differs=False)

    def _add_attribute(self, label_id: str, name: str, value: object) -> None:
        label = self._scheme.label(label_id)
        attribute = label.attribute(name) if label else None
        if label is not None and attribute is label.keyed_attribute:
            return  # the name of the label says it already
        shown = _value_name(attribute, value)
        others = [dict(each.attributes).get(name) for each in self._others if each.annotation]
        differs = any(repr(other) != repr(value) for other in others)
        self._add_row(attribute.name if attribute else name, shown, differs=differs)

    def _add_value(self, label_id: str, value_id: str, about: str) -> None:
        kind = self._scheme.article_label(label_id)
        value = kind.value(value_id) if kind else None
        cells = {
            NONE_EXPRESSED: self.tr("no attitude expressed"),
            CANNOT_TELL: self.tr("cannot tell"),
        }
        said = value.name if value else cells.get(value_id, value_id)
        self._add_row(about, said, differs=True)

    def _add_row(self, name: str, value: str, *, differs: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        title = plain(name, role="muted", wraps=True)
        title.setFixedWidth(looks.scaled(84))
        row.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        told = plain(f"{value}  ≠" if differs else value, wraps=True)
        if differs:
            font = looks.interface_font(is_bold=True)
            told.setFont(font)
        row.addWidget(told, 1, Qt.AlignmentFlag.AlignTop)
        self._body.addLayout(row)

    def _links_differ(self) -> bool:
        return any(each.links for each in self._others)

    def _said(self, answer: Answer) -> str:
        if answer.annotation is None:
            return answer.value or self.tr("Nothing marked here")
        return f"{name_of(self._scheme, answer.annotation)} “{answer.annotation.text}”"


class SpatialRow(QHBoxLayout):
    """A row whose first part stands at the left in every language, as the arrow keys point."""

    def setGeometry(self, place: QRect) -> None:
        """Undo what a window that runs from right to left does to its rows."""
        holder, way = self.parentWidget(), QBoxLayout.Direction.LeftToRight
        if holder is not None and holder.isRightToLeft():
            way = QBoxLayout.Direction.RightToLeft
        if self.direction() != way:
            self.setDirection(way)
        super().setGeometry(place)


class SideColumn(QScrollArea):
    """The cards of one side, below one another."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(looks.scaled(WIDTH))
        self.show_cards([])

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards and no others."""
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(10)
        for card in cards:
            layout.addWidget(card)
        layout.addStretch(1)
        before = self.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()  # later: a click on one of its cards may have brought us here
        self.setWidget(inside)


def _value_name(attribute: Attribute | None, value: object) -> str:
    parts = value if isinstance(value, list | tuple) else (value,)
    named = (attribute.value(str(part)) if attribute else None for part in parts)
    return ", ".join(
        found.name if found else str(part) for found, part in zip(named, parts, strict=True)
    )
