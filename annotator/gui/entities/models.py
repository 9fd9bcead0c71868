"""Entities and their places as tables."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from annotator.domain.scheme import Scheme
from annotator.gui import theme as looks
from annotator.gui.entities.reading import Places
from annotator.gui.language import counted
from annotator.gui.names import NameOf
from annotator.gui.widgets.rich_text import as_tip
from annotator.operations.annotate import name_of
from annotator.operations.entities import Listed, Mention
from annotator.text.names import folded

_DISPLAY = Qt.ItemDataRole.DisplayRole
_TIP = Qt.ItemDataRole.ToolTipRole
_FONT = Qt.ItemDataRole.FontRole
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ACROSS = Qt.Orientation.Horizontal

Index = QModelIndex | QPersistentModelIndex


class EntityModel(QAbstractTableModel):
    """Names with their aliases, and how many labels each has."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.everybody: list[Listed] = []
        self._wanted = ""
        self.shown: list[Listed] = []

    def show_list(self, found: Sequence[Listed]) -> None:
        """Show these entities."""
        self.everybody = list(found)
        self._filter()

    def search(self, words: str) -> None:
        """Show only those of which a name has these words in it."""
        self._wanted = folded(words)
        self._filter()

    def row_of(self, entity_id: str) -> int | None:
        """Where an entity stands in the list, if it is shown."""
        rows = (row for row, each in enumerate(self.shown) if each.entity.id == entity_id)
        return next(rows, None)

    def names(self) -> list[str]:
        """What all entities are called."""
        return [each.entity.name for each in self.everybody]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many entities are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the same
        """Name, and how often it is labelled."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = int(_DISPLAY)) -> object:
        """A name with its aliases, or a count."""
        if not index.isValid():
            return None
        listed = self.shown[index.row()]
        if role == _ALIGNMENT and index.column() == 1:
            return _RIGHT
        if role == _DISPLAY:
            return counted(listed.total) if index.column() else listed.entity.name
        return as_tip("\n".join(listed.entity.names)) if role == _TIP else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(_DISPLAY)
    ) -> object:
        """What the columns hold."""
        if role == _ALIGNMENT and section == 1:
            return _RIGHT
        if role == _DISPLAY and orientation == _ACROSS:
            return (_words("Name"), _words("Labelled"))[section]
        return None

    def _filter(self) -> None:
        self.beginResetModel()
        self.shown = [each for each in self.everybody if self._has(each)]
        self.endResetModel()

    def _has(self, listed: Listed) -> bool:
        return any(self._wanted in folded(name) for name in listed.entity.names)


BEFORE, WORDS, AFTER, LABEL, TITLE = range(5)


class PlaceModel(QAbstractTableModel):
    """Where an entity stands: the words with what is around them, the label, the article."""

    def __init__(self, scheme: Scheme, called: NameOf, parent: QObject) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._called = called
        self.mentions: list[Mention] = []

    def show_places(self, places: Places | None) -> None:
        """Show what is labelled, then what only has a name."""
        self.beginResetModel()
        self.mentions = [*places.labelled, *places.named] if places else []
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many places there are."""
        return 0 if parent.isValid() else len(self.mentions)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the same
        """What is before, words, what is after, label, article."""
        return 0 if parent.isValid() else 5

    def data(self, index: Index, role: int = int(_DISPLAY)) -> object:
        """A part of the context, the label with its annotator, or the title."""
        if not index.isValid():
            return None
        mention, column = self.mentions[index.row()], index.column()
        if role == _ALIGNMENT and column == BEFORE:
            return _RIGHT
        if role == _FONT and column == WORDS:
            return looks.interface_font(is_bold=True)
        if role not in (_DISPLAY, _TIP):
            return None
        if role == _TIP and column <= AFTER:
            return as_tip(f"…{mention.before}{mention.words}{mention.after}…")
        title = mention.title or mention.article_id
        parts = (mention.before, mention.words, mention.after, self._label(mention), title)
        words = parts[column].strip()
        return as_tip(words) if role == _TIP else words

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(_DISPLAY)
    ) -> object:
        """What the columns hold."""
        if role == _ALIGNMENT and section == BEFORE:
            return _RIGHT
        if role == _DISPLAY and orientation == _ACROSS:
            names = (_words("Before"), _words("Words"), _words("After"), _words("Label"))
            return (*names, _words("Article"))[section]
        return None

    def _label(self, mention: Mention) -> str:
        annotation = mention.annotation
        if annotation is None:
            return _words("not labelled")
        return f"{name_of(self._scheme, annotation)} · {self._called(annotation.annotator)}"


def _words(source: str) -> str:
    return QCoreApplication.translate("Entities", source)
