"""The window of entities: the list, and the names and places of the current one."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.scheme import Scheme
from annotator.gui import theme as looks
from annotator.gui.entities.models import (
    AFTER,
    BEFORE,
    LABEL,
    TITLE,
    WORDS,
    EntityModel,
    PlaceModel,
)
from annotator.gui.entities.reading import Places
from annotator.gui.names import NameOf
from annotator.gui.widgets.completing import completed
from annotator.gui.widgets.parts import ElidedLabel, give_role, plain
from annotator.operations.entities import Listed, Mention

_SIZE = (1080, 620)
_LIST_WIDTH = 300
_MOST_BESIDE_CONTEXT = 0.6
_CELL_LEAST = 70
_SEPARATOR = ";"


class EntitiesWindow(QDialog):
    """Stays open beside the article; each change counts at once and can be undone."""

    chosen = Signal(object)
    """Another entity is the current one: its id, or None."""
    renamed = Signal(object)
    aliased = Signal(object)
    merged = Signal(object)
    """The current entity is to become one with that of a name."""
    gone_to = Signal(object)
    """A place is to be shown: a `Mention`."""
    undone = Signal()
    redone = Signal()

    def __init__(self, scheme: Scheme, called: NameOf, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Entities"))
        self.setAccessibleName(self.tr("Entities"))
        self.resize(*map(looks.scaled, _SIZE))
        self.model, self.places = EntityModel(self), PlaceModel(scheme, called, self)
        self._id: str | None = None
        self._shown: tuple[str, str] = ("", "")
        self.field = _line(self.tr("Find a name"), self.tr("Find an entity"))
        self.list = _Table(self.tr("List of entities"), self.model)
        self.name = _line("", self.tr("Name of the entity"))
        self.aliases = _line(self.tr("such as: the mayor; she"), self.tr("Also known as"))
        self.into = _line(self.tr("another name of the list, Enter"), self.tr("Merge into"))
        self.empty = plain(role="muted", wraps=True)
        self.where = plain(role="heading")
        self.found = _Table(self.tr("Places of the entity"), self.places)
        self.message = ElidedLabel(role="muted")
        self.message.setAccessibleName(self.tr("Message"))
        self._names = QStringListModel(self)
        completed(self.into, self._names)
        self._lay_out()
        self._connect()

    def show_list(self, found: Sequence[Listed], *, wanted: str | None) -> None:
        """Show entities; the wanted one is the current one, else the one that was.

        What is being typed there stays, and so does the place of the keys.
        """
        with QSignalBlocker(self.list):
            self.model.show_list(found)
            self._names.setStringList(self.model.names())
            self._choose(wanted or self._id)
        if self._id is None or self._current_id() != self._id:
            self._take_current()
        else:
            self._refresh_names()
            self.chosen.emit(self._id)

    def show_places(self, places: Places) -> None:
        """Show where the current entity stands."""
        if places.entity != self._id:
            return
        here = self.found.currentIndex().row()
        known = self.places.mentions
        place = _place_of(known[here]) if 0 <= here < len(known) else None
        self.places.show_places(places)
        self.found.fit((WORDS, LABEL, TITLE), most=_MOST_BESIDE_CONTEXT)
        if self.places.rowCount():
            alike = (n for n, each in enumerate(self.places.mentions) if _place_of(each) == place)
            self.found.setCurrentIndex(self.places.index(next(alike, 0), 0))
        words = self.tr("WHERE IT STANDS · {} LABELLED · {} BY NAME ONLY")
        self.where.setText(words.format(len(places.labelled), len(places.named)))

    def tell(self, words: str, *, is_problem: bool = False) -> None:
        """Say what was done, or why something was not."""
        self.message.set_whole(words)
        give_role(self.message, "danger" if is_problem else "muted")

    def show_names(self) -> None:
        """Show the names of the current entity as they are."""
        self._shown = self._names_now()
        self.name.setText(self._shown[0])
        self.aliases.setText(self._shown[1])
        self.into.setText("")  # not `clear`, which could be undone
        for field in (self.name, self.aliases, self.into):
            field.setEnabled(self._id is not None)
            field.setCursorPosition(0)

    def _refresh_names(self) -> None:
        """Show the names as they are now, but in no field in which something is typed."""
        before, self._shown = self._shown, self._names_now()
        for field, old, new in zip((self.name, self.aliases), before, self._shown, strict=True):
            if field.text() == old:
                _put(field, new)

    def _names_now(self) -> tuple[str, str]:
        """The name and the further names of the current entity."""
        row = self.model.row_of(self._id) if self._id is not None else None
        if row is None:
            return "", ""
        entity = self.model.shown[row].entity
        return entity.name, f"{_SEPARATOR} ".join(entity.aliases)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter never closes the window; up and down in the search choose an entity."""
        if self.field.hasFocus() and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            QApplication.sendEvent(self.list, event)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.field)
        left.addWidget(self.list, 1)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.field.setFixedWidth(_LIST_WIDTH)
        self.list.set_widths(stretched=(0,), others={1: 84})
        self.found.set_widths(
            stretched=(BEFORE, AFTER), others={WORDS: 150, LABEL: 120, TITLE: 150}
        )
        left.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        self.found.setItemDelegateForColumn(BEFORE, _ElidedLeft(self.found))
        names = QGridLayout()
        names.setHorizontalSpacing(10)
        names.setVerticalSpacing(8)
        for row, (words, field) in enumerate(
            (
                (self.tr("&Name"), self.name),
                (self.tr("Also &known as"), self.aliases),
                (self.tr("&Merge into"), self.into),
            )
        ):
            label = QLabel(words)
            label.setBuddy(field)
            names.addWidget(label, row, 0)
            names.addWidget(field, row, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(names)
        right.addSpacing(6)
        right.addWidget(self.where)
        right.addWidget(self.found, 1)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(left)
        columns.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 10)
        layout.addLayout(columns, 1)
        layout.addWidget(self.message)
        layout.addWidget(
            ElidedLabel(
                self.tr(
                    "Put ; between further names · Enter on a place goes there · "
                    "Ctrl+Z undo · Esc close"
                ),
                role="muted",
            )
        )

    def _connect(self) -> None:
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self.list.setFocus)
        self.list.moved.connect(self._take_current)
        self.list.entered.connect(self.found.setFocus)
        self.found.entered.connect(self._go)
        self.found.resized.connect(
            lambda: self.found.fit((WORDS, LABEL, TITLE), most=_MOST_BESIDE_CONTEXT)
        )
        self.name.editingFinished.connect(self._rename)
        self.aliases.editingFinished.connect(self._alias)
        self.into.returnPressed.connect(self._merge)
        for keys, signal in (
            (QKeySequence.StandardKey.Undo, self.undone),
            (QKeySequence.StandardKey.Redo, self.redone),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(signal)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.field.setFocus)

    def _search(self, words: str) -> None:
        self.model.search(words)
        self._choose(self._id)

    def _choose(self, entity_id: str | None) -> None:
        row = self.model.row_of(entity_id) if entity_id is not None else None
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row or 0, 0))
        else:
            self._take_current()
        is_empty = not self.model.rowCount()
        self.empty.setText(self._why_empty() if is_empty else "")
        self.empty.setVisible(is_empty)
        self.list.setVisible(not is_empty)

    def _why_empty(self) -> str:
        if self.field.text().strip():
            return self.tr("No entity has such a name.")
        return self.tr(
            "No entities yet. Select a source or a sentiment in the article and fill in its "
            "field Entity: all places of one person or body are then listed here."
        )

    def _current_id(self) -> str | None:
        index = self.list.currentIndex()
        is_there = index.isValid() and index.row() < len(self.model.shown)
        return self.model.shown[index.row()].entity.id if is_there else None

    def _take_current(self) -> None:
        self._id = self._current_id()
        self.show_names()
        self.places.show_places(None)
        self.where.setText(self.tr("WHERE IT STANDS"))
        self.chosen.emit(self._id)

    def _rename(self) -> None:
        words = self.name.text().strip()
        if words != self._shown[0] and self._id is not None:
            _put(self.name, self.name.text())
            self._shown = (words, self._shown[1])
            self.renamed.emit(words)

    def _alias(self) -> None:
        words = self.aliases.text().strip()
        if words != self._shown[1] and self._id is not None:
            _put(self.aliases, self.aliases.text())
            self._shown = (self._shown[0], words)
            self.aliased.emit([each for each in words.split(_SEPARATOR) if each.strip()])

    def _merge(self) -> None:
        if self.into.text().strip():
            self.merged.emit(self.into.text())

    def _go(self) -> None:
        index = self.found.currentIndex()
        if index.isValid():
            self.gone_to.emit(self.places.mentions[index.row()])


class _Table(QTableView):
    """Rows to choose from by arrows; Enter acts."""

    moved = Signal()
    entered = Signal()
    resized = Signal()

    def __init__(self, name: str, model: EntityModel | PlaceModel) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setProperty("role", "framed")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(looks.scaled(28))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(_LEFT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.moved.emit())
        self.doubleClicked.connect(lambda _: self.entered.emit())

    def set_widths(self, *, stretched: Sequence[int], others: dict[int, int]) -> None:
        """Give some columns what the others leave."""
        header = self.horizontalHeader()
        for column, width in others.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, looks.scaled(width))
        for column in stretched:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def fit(self, columns: Sequence[int], *, most: float) -> None:
        """Give columns what their cells need, all of them no more than a share of the width."""
        header = self.horizontalHeader()
        wanted = {column: self.sizeHintForColumn(column) + 8 for column in columns}
        share = min(1.0, self.viewport().width() * most / max(sum(wanted.values()), 1))
        for column, width in wanted.items():
            header.resizeSection(column, max(round(width * share), looks.scaled(_CELL_LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there is other room."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter acts on the current row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _Line(QLineEdit):
    """A field whose undo is that of the window, as soon as nothing typed is left to undo."""

    def event(self, event: QEvent) -> bool:
        """Leave the key to the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            return False
        return super().event(event)


class _ElidedLeft(QStyledItemDelegate):
    """Cuts the words before a place at their start: what is nearest is seen."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Cut at the left."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


def _place_of(mention: Mention) -> tuple[str, int]:
    """What tells a place from others."""
    return mention.article_id, mention.span.start


def _put(field: QLineEdit, words: str) -> None:
    """Put words into a field, with nothing left to undo in it; the cursor stays."""
    begin, length = field.selectionStart(), field.selectionLength()
    place = field.cursorPosition()
    field.setText(words)
    field.setCursorPosition(place)
    if length:
        field.setSelection(begin, length)


def _line(placeholder: str, name: str) -> QLineEdit:
    field = _Line()
    field.setPlaceholderText(placeholder)
    field.setAccessibleName(name)
    return field


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
