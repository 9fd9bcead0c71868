"""The palette's card: a field, the lines, and a word on what the signs do."""

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from annotator.gui import keys
from annotator.gui.article import accessibility
from annotator.gui.palette.matching import Query
from annotator.gui.palette.model import ROW_HEIGHT, IconOf, PaletteDelegate, PaletteModel, spoken
from annotator.gui.palette.ranking import (
    MOST_ROWS,
    Articles,
    ArticleScan,
    Entry,
    Hit,
    Kind,
    Offer,
    parted,
    together,
)
from annotator.gui.theme import Theme
from annotator.gui.widgets.parts import plain

WIDTH = 620
_ROWS_IN_SIGHT = 11
_SLICE_SECONDS = 0.003
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS_IN_SIGHT - 1,
    Qt.Key.Key_PageUp: 1 - _ROWS_IN_SIGHT,
}


class CommandPalette(QFrame):
    """Typing finds, Enter chooses, Esc goes back; over the window's top."""

    chosen = Signal(object)
    """The `Entry` to run; the palette is closed and the keys are back where they were."""

    def __init__(self, window: QWidget, icon_of: IconOf) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._offer = Offer((), ())
        self._articles = Articles(())
        self._scan: ArticleScan | None = None
        self._kind: Kind | None = None
        self._close: list[Hit] = []
        self._loose: list[Hit] = []
        self.setObjectName("palette")
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Command palette"))
        self.setAutoFillBackground(True)
        self._build(icon_of)
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._go_on)
        self.hide()

    def open(
        self,
        entries: Sequence[Entry],
        articles: Articles,
        *,
        recent: Sequence[str],
        theme: Theme,
    ) -> None:
        """Show everything there is to choose, what was used last first."""
        self._offer, self._articles, self._scan = Offer(entries, recent), articles, None
        self.set_theme(theme)
        self._before = self._window.focusWidget()
        self.field.clear()
        self._filter("")
        self._fit()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def set_theme(self, theme: Theme) -> None:
        """Show the list in other colours."""
        self._delegate.set_theme(theme)
        self.list.viewport().update()

    def leave(self) -> None:
        """Close, and give the keys back to who had them."""
        if self.isHidden():
            return
        self._let_go()
        before = self._before
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys typed into the field that concern the list; the window's size."""
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                # The window's own shortcuts wait until the palette is closed.
                event.accept()
                return False
            return event.type() == QEvent.Type.KeyPress and self._press(event)
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def current(self) -> Entry | None:
        """The line that Enter would choose."""
        index = self.list.currentIndex()
        return self._model.hit(index.row()).entry if index.isValid() else None

    @property
    def is_looking(self) -> bool:
        """Whether articles are still being looked through."""
        return self._later.isActive()

    def titles(self) -> list[str]:
        """The names listed, in their order."""
        return [self._model.hit(row).entry.title for row in range(self._model.rowCount())]

    def _build(self, icon_of: IconOf) -> None:
        self.field = QLineEdit()
        self.field.setProperty(keys.KEEPS_KEYS, "yes")
        self.field.setAccessibleName(self.tr("Name of a command, a label or an article"))
        self.field.setPlaceholderText(self.tr("Type a command, a label or an article"))
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._filter)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._model = PaletteModel(self)
        self._delegate = PaletteDelegate(self._model, self, icon_of)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.clicked.connect(lambda _: self._choose())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.empty = plain(role="muted", wraps=True, margins=(10, 6, 10, 6))
        self.hint = plain(role="muted", margins=(10, 0, 10, 0))
        self.hint.setText(self.tr("Enter runs · Esc closes     > commands   @ articles   # labels"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 10)
        layout.setSpacing(6)
        for widget in (self.field, self.list, self.empty, self.hint):
            layout.addWidget(widget)

    def _fit(self) -> None:
        rows = min(max(self._model.rowCount(), 1), _ROWS_IN_SIGHT)
        self.list.setFixedHeight(rows * ROW_HEIGHT + 4)
        width = min(WIDTH, self._window.width() - 32)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((self._window.width() - width) // 2, min(64, self._window.height() // 12))

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        is_palette_key = key == Qt.Key.Key_K and event.modifiers() & _CONTROL
        if key == Qt.Key.Key_Escape or is_palette_key:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key in _STEPS:
            self._step(_STEPS[key])
        else:
            # Nothing else in the palette takes the keys, so there is nowhere for Tab to go.
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _step(self, rows: int) -> None:
        count = self._model.rowCount()
        if not count:
            return
        here = self.list.currentIndex().row()
        row = (here + rows) % count if abs(rows) == 1 else min(max(here + rows, 0), count - 1)
        self.list.setCurrentIndex(self._model.index(row, 0))

    def _filter(self, typed: str) -> None:
        self._kind, words = parted(typed)
        query = Query(words)
        self._close, self._loose = self._offer.ranked(query, self._kind)
        has_articles = self._kind == "article" or (self._kind is None and not query.is_empty)
        before, is_loose = self._scan, self._kind == "article"
        self._scan = (
            ArticleScan(self._articles, query, is_loose=is_loose, before=before)
            if has_articles
            else None
        )
        if self._scan is None or self._scan.go_on(_SLICE_SECONDS):
            self._later.stop()
        else:
            self._later.start()
        self._list()

    def _go_on(self) -> None:
        """A further slice of the articles; the list is made anew once all were looked at."""
        if self._scan is None or self._scan.go_on(_SLICE_SECONDS):
            self._later.stop()
            self._list()

    def _list(self) -> None:
        was = self.current() if self.list.currentIndex().row() > 0 else None
        found = self._scan.ranked(MOST_ROWS) if self._scan else []
        self._model.show_hits(together(self._close, self._loose, found, self._kind))
        rows = range(self._model.rowCount())
        # What a person walked to stays chosen while articles arrive below it.
        kept = next((row for row in rows if self._model.hit(row).entry == was), 0)
        self.list.setCurrentIndex(self._model.index(kept, 0))
        has_rows = bool(rows)
        self.list.setVisible(has_rows)
        self.empty.setVisible(not has_rows)
        typed = self.field.text().strip()
        self.empty.setText(self.tr("Nothing here is called “{}”.").format(typed))
        self._fit()

    def _choose(self) -> None:
        while self.is_looking:
            self._go_on()
        entry = self.current()
        if entry is None:
            return
        if entry.why_not:
            accessibility.announce(self.field, entry.why_not)
            return
        self.leave()
        self.chosen.emit(entry)

    def _tell(self) -> None:
        entry = self.current()
        if entry is not None:
            self.field.setAccessibleDescription(spoken(entry))
            accessibility.announce(self.field, spoken(entry))

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """A click elsewhere closes it; another window of the desktop does not."""
        if now is not None and now is not self and not self.isAncestorOf(now):
            self._let_go()

    def _let_go(self) -> None:
        self._later.stop()
        self._window.removeEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._on_focus)
        self.hide()


_CONTROL = Qt.KeyboardModifier.ControlModifier
