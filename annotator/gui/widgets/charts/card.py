"""A chart with its title, what it shows in words, and the same as a table."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.gui import theme as looks
from annotator.gui.widgets.charts.chart import Chart, Table
from annotator.gui.widgets.parts import plain


class ChartTable(QAbstractTableModel):
    """The numbers of a chart as a table that can be read, gone through and copied."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.table = Table((), (), ())

    def show_table(self, table: Table) -> None:
        """Show other numbers."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # type: ignore[override]
        """As many as the chart has."""
        return 0 if parent is not None and parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # type: ignore[override]
        """As many as the chart has."""
        return 0 if parent is not None and parent.isValid() else len(self.table.header)

    def data(self, index: QModelIndex, role: int = 0) -> object:  # type: ignore[override]
        """Words, numbers to the right."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """The names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.table.header[section]
        return None


_INSIDE = 16
_TITLE_LINE = 24
_WORDS = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value


def _words_font() -> QFont:
    return looks.interface_font(12)


class ChartCard(QFrame):
    """A card with a chart in it, or with its table."""

    chosen = Signal(object)
    copied = Signal()

    def __init__(
        self, chart: Chart, title: str, choices: QWidget | None = None, *, stays: bool = False
    ) -> None:
        """Make a card; `choices` go when there is nothing to choose from, unless they stay."""
        super().__init__()
        self._choices = choices
        self._stays = stays
        self.setProperty("role", "card")
        self.chart = chart
        self.title = title
        self.subtitle = plain(role="muted", wraps=True)
        self.empty = plain(role="muted", wraps=True)
        self.toggle = self._button(self.tr("Show as table"))
        self.toggle.setAccessibleName(self.tr("Show as table: {}").format(title))
        self.copy = self._button(self.tr("Copy picture"))
        self.copy.setAccessibleName(self.tr("Copy picture: {}").format(title))
        self.model = ChartTable(self)
        self.grid: QTableView | None = None
        self._lay_out(choices)
        self.toggle.clicked.connect(self.turn)
        self.copy.clicked.connect(self._copy)
        chart.chosen.connect(self.chosen)

    def say(self, subtitle: str, *, empty: str = "") -> None:
        """Say what is to be seen; with `empty`, that there is nothing, and why."""
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle and not empty))
        self.empty.setText(empty)
        self.empty.setVisible(bool(empty))
        self._show_parts()
        self.chart.summarise(empty or subtitle)
        self.model.show_table(self.chart.table())
        self._fit()

    def turn(self) -> None:
        """From chart to table, or back."""
        if self.grid is None:
            self.grid = self._made_grid()
            self.body.addWidget(self.grid)
            self.body.setAlignment(self.grid, Qt.AlignmentFlag.AlignTop)
            self.grid.hide()
        is_table = self.grid.isHidden()
        self.grid.setVisible(is_table)
        self._show_parts()
        words = self.tr("Show as chart") if is_table else self.tr("Show as table")
        self.toggle.setText(words)
        self.toggle.setAccessibleName(f"{words}: {self.title}")
        (self.grid if is_table else self.chart).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self.chart.set_theme(theme)

    def picture(self, scale: float = 2.0) -> QPixmap:
        """The card without its buttons."""
        size = QSize(self.width(), self.printed_height(self.width()))
        made = QPixmap(size * scale)
        made.setDevicePixelRatio(scale)
        made.fill(self.chart.theme.colour("panel"))
        with QPainter(made) as painter:
            self.print_on(painter, self.width())
        return made

    def printed_height(self, width: int) -> int:
        """How high the card is in pictures and on pages, in pixels, where it is so wide."""
        below = self._words_box(width).bottom() + _INSIDE
        return below if self.empty.text() else below + self.chart.sizeHint().height() + _INSIDE // 2

    def print_on(self, painter: QPainter, width: int) -> None:
        """Title, words and chart from the painter's origin, so wide whatever the window has."""
        painter.setPen(self.chart.theme.colour("text"))
        painter.setFont(looks.interface_font(14, is_bold=True))
        painter.drawText(_INSIDE, _TITLE_LINE, self.title)
        painter.setPen(self.chart.theme.colour("muted"))
        painter.setFont(_words_font())
        box = self._words_box(width)
        painter.drawText(box, _WORDS, self.empty.text() or self.subtitle.text())
        if not self.empty.text():
            painter.save()
            painter.translate(_INSIDE, box.bottom() + _INSIDE // 2)
            self.chart.print_on(painter, width - 2 * _INSIDE)
            painter.restore()

    def _words_box(self, width: int) -> QRect:
        room = QRect(_INSIDE, _TITLE_LINE + 8, width - 2 * _INSIDE, 400)
        words = self.empty.text() or self.subtitle.text()
        return QFontMetrics(_words_font()).boundingRect(room, _WORDS, words)

    def text(self) -> str:
        """The numbers for a spreadsheet, columns parted by tabs."""
        table = self.chart.table()
        return "\n".join("\t".join(row) for row in (table.header, *table.rows))

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Enter in the table opens the cases; Ctrl+C copies all of it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.grid is not None:
            self._choose_cell(self.grid.currentIndex())
            return True
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_C and held:
            QGuiApplication.clipboard().setText(self.text())
            self.copied.emit()
            return True
        return False

    def _choose_cell(self, index: QModelIndex) -> None:
        if index.isValid():
            key = self.model.table.keys[index.row()][index.column()]
            if key is not None:
                self.chosen.emit(key)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setPixmap(self.picture())
        self.copied.emit()

    def _show_parts(self) -> None:
        is_table = self.grid is not None and not self.grid.isHidden()
        has_any = not self.empty.text()
        self.chart.setVisible(has_any and not is_table)
        self.toggle.setVisible(has_any)
        self.copy.setVisible(has_any)
        if self._choices is not None:
            self._choices.setVisible(has_any or self._stays)

    def _made_grid(self) -> QTableView:
        grid = QTableView()
        grid.setAccessibleName(self.title)
        grid.setProperty("role", "framed")
        grid.setModel(self.model)
        grid.setFrameShape(QFrame.Shape.NoFrame)
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setTabKeyNavigation(False)
        grid.verticalHeader().hide()
        grid.verticalHeader().setDefaultSectionSize(looks.scaled(26))
        header = grid.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        grid.doubleClicked.connect(self._choose_cell)
        grid.installEventFilter(self)
        self.grid = grid
        self._fit()
        return grid

    def _fit(self) -> None:
        if self.grid is not None:
            rows = min(self.model.rowCount(), 9) + 1
            self.grid.setFixedHeight(looks.scaled(26) * rows + 12)

    def _button(self, words: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMinimumHeight(24)
        return button

    def _lay_out(self, choices: QWidget | None) -> None:
        heading = plain(self.title, role="name")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(heading)
        top.addStretch(1)
        if choices is not None:
            top.addWidget(choices)
        self.body = QVBoxLayout()
        self.body.addWidget(self.chart)
        if self.chart.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Fixed:
            self.body.setAlignment(self.chart, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.empty)
        self.body.setAlignment(self.empty, Qt.AlignmentFlag.AlignTop)
        bottom = QHBoxLayout()
        bottom.setSpacing(4)
        bottom.addWidget(self.toggle)
        bottom.addWidget(self.copy)
        bottom.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.subtitle)
        layout.addSpacing(4)
        layout.addLayout(self.body, 1)
        layout.addLayout(bottom)
        self.empty.hide()
