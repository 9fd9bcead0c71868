"""The import screen: what files hold, how it will look, and what will be left out and why."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.sheet import Sheet
from annotator.formats.import_map import ImportMap
from annotator.formats.seen_columns import SeenColumns
from annotator.formats.shapes import Shapes
from annotator.gui import keys
from annotator.gui import theme as looks
from annotator.gui.article.view import ArticleView
from annotator.gui.imports import words
from annotator.gui.imports.columns import ChosenColumns, ColumnsForm
from annotator.gui.imports.listing import ExpectedList
from annotator.gui.imports.looking import Looking
from annotator.gui.imports.names import ChosenNames, Key, NamesForm
from annotator.gui.imports.notices import NoticeList
from annotator.gui.imports.reading_choices import ReadingChoices
from annotator.gui.menus import Commands
from annotator.gui.reader import Reader
from annotator.gui.session import Session
from annotator.gui.widgets.parts import ElidedLabel, plain
from annotator.operations.remembering import kept_columns, kept_names

_LIST, _ARTICLE = 440, 740


class ImportScreen(QWidget):
    """Shows files before they come in; nothing is written until the person says so."""

    told = Signal(object)
    left = Signal()
    agreed = Signal(object, object, object)
    """These files are to come in, as an `ImportMap` tells; how much was shown to be wrong with
    them, None where not all was looked at."""
    others_wanted = Signal()

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Import"))
        self._session = session
        self._commands = commands
        self._paths: tuple[Path, ...] = ()
        self._problem = ""
        self._chosen = ChosenNames()
        self._chosen_columns = ChosenColumns()
        self._is_agreed = False
        self.looking = Looking(session, self)
        self.files = ElidedLabel(role="title")
        self.count = plain(role="muted", wraps=True)
        self.list = ExpectedList()
        self.notices = NoticeList()
        self.names = NamesForm(session.scheme)
        self.columns = ColumnsForm()
        self.view = ArticleView()
        self.view.setAccessibleName(self.tr("Article to come"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._reader = Reader(session, self.view, self)
        self.reading = ReadingChoices()
        self._lay_out()
        self._connect()

    @property
    def hint(self) -> str:
        """What the keys do where the focus is, in a few words."""
        return self.tr("J/K articles · Enter imports · Esc leaves, nothing comes in")

    @property
    def claims(self) -> Mapping[str, Callable[[], None]]:
        """Actions that mean something else while this screen is shown."""
        return {}

    def offer(self, paths: Sequence[Path]) -> None:
        """Show what these files hold."""
        self._is_agreed = False
        self._paths = tuple(paths)
        self._chosen, self._chosen_columns = ChosenNames(), ChosenColumns()
        self.reading.reset()
        for box in (self._names_box, self._columns_box):
            box.hide()  # until it is known whether there is anything to choose
        self._look()

    def enter(self) -> None:
        """The screen is shown: the list has the keys."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    return_here = enter

    @property
    def kept(self) -> Mapping[str, object]:
        """The files, and how they are read."""
        return {"files": list(map(str, self._paths)), **self.reading.kept}

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """Look again at the files that are still there; without any there is nothing to show."""
        files = kept.get("files")
        paths = [Path(str(each)) for each in (files if isinstance(files, list) else ())]
        if not (paths := [path for path in paths if path.exists()]):
            self.left.emit()
            return
        self.offer(paths)
        self.reading.bring_back(kept)
        self.enter()

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self.list.set_theme(theme)
        self.view.set_theme(theme)

    def rest(self) -> None:
        """The project is left: nothing more is read."""
        self._is_agreed = False
        self.looking.stop()

    def confirm(self) -> None:
        """Let the files come in, once it is known that they can and as what."""
        is_known = self.take.isEnabled() and not self._chosen.meanings
        self._is_agreed = self.looking.is_busy and not is_known
        if self._is_agreed:
            return
        if not self.take.isEnabled():
            self.told.emit(self.tr("There is nothing new to import."))
            return
        self.looking.stop()
        preview = self.looking.preview
        faults_shown = len(preview.report.problems) if preview.is_whole else None
        self._keep_choices()
        self.agreed.emit(self._paths, self.reading.told, faults_shown)

    def leave(self) -> None:
        """Go back to the article; nothing came in."""
        self._is_agreed = False
        self.looking.stop()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the lists."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = keys.spelled(event)
        if key in ("J", "K") and watched is self.list:
            self._step(1 if key == "J" else -1)
        elif key == "Return":
            self.confirm()
        elif key == "Esc":
            self.leave()
        else:
            row = self._commands.row_of(event)
            return (
                row is not None
                and row.owner in ("help", "screens", "view")
                and (self._commands.run_key(event))
            )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves from the buttons too."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        self._problem = ""
        self.list.expected.clear()
        self._reader.clear()
        self.view.hide()
        self.looking.begin(
            self._paths,
            self.reading.told,
            names=self._chosen.as_map(),
            columns=self._chosen_columns.by_shape,
        )

    def _choose_name(self, key: Key, ours: str) -> None:
        """A name is to mean something else: look again."""
        self._chosen.meanings[key] = ours
        self._look()

    def _choose_field(self, group: SeenColumns, column: str, name: str) -> None:
        """A column is to be another field: look again."""
        self._chosen_columns.choose_field(group, column, name)
        self._look()

    def _choose_value(self, group: SeenColumns, name: str, value: str, meaning: str) -> None:
        self._chosen_columns.choose_value(group, name, value, meaning)
        self._look()

    def _keep_choices(self) -> None:
        """Keep what was chosen; the import to come finds it, and so do later ones."""
        shapes = Shapes(told=self._chosen_columns.by_shape)
        columns = kept_columns(self._session.project, shapes) if shapes.told else None
        if columns is not None:
            self._session.write_now(columns)
        told = ImportMap(names=self._chosen.as_map())
        for tool in self.looking.preview.report.names if told.names else ():
            draft = kept_names(self._session.project, tool, told)
            if draft is not None:
                self._session.write_now(draft)

    def _show(self) -> None:
        """Show what was found so far."""
        preview = self.looking.preview
        self.list.expected.show_all(list(preview.articles))
        if self.list.current is None and preview.articles:
            self.list.setCurrentIndex(self.list.expected.index(0, 0))
        self.files.setText(words.of_files(self._paths))
        self.count.setText(self._problem or words.of_preview(preview, self.looking.is_busy))
        lines = words.of_problems(preview)
        self.notices.show_lines(lines)
        if not self.looking.is_busy:
            self.names.show_names(preview.report.names)
            self._names_box.setVisible(bool(self.names.boxes))
            self.columns.show_columns(preview.columns.groups)
            self._columns_box.setVisible(bool(self.columns.boxes))
            self.reading.show_for(preview)
        self._notice_box.setVisible(bool(lines))
        has_news = not preview.report.added_nothing or not preview.is_whole
        self.take.setEnabled(bool(preview.articles) and has_news and not self._problem)
        if self._is_agreed and self.isVisible():
            self.confirm()

    def _fail(self, problem: str) -> None:
        self._problem = problem
        self._show()

    def _show_article(self) -> None:
        expected = self.list.current
        self.view.setVisible(expected is not None)
        if expected is not None:
            labels = {each.id: each for each in expected.annotations}
            sheet = Sheet(expected.article, self._session.annotator, labels)
            self._reader.show_sheet(sheet)

    def _step(self, direction: int) -> None:
        row = self.list.currentIndex().row() + direction
        if self.list.expected.expected(row) is not None:
            self.list.setCurrentIndex(self.list.expected.index(row, 0))

    def _lay_out(self) -> None:
        self.take = QPushButton(self.tr("Import  Enter"))
        self.take.setDefault(True)
        others = QPushButton(self.tr("Other files…"))
        others.clicked.connect(self.others_wanted)
        leave = QPushButton(self.tr("Leave  Esc"))
        leave.setProperty("flat", "true")
        leave.clicked.connect(self.leave)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.reading, 1)
        for widget in (leave, self.take):
            buttons.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)
        self._notice_box = _headed(self.tr("TO BE NOTICED"), self.notices)
        self._names_box = _headed(
            self.tr("NAMES OF THE OTHER TOOL, AND WHAT THEY BECOME"), self.names
        )
        self._columns_box = _headed(self.tr("COLUMNS, AND WHAT THEY ARE"), self.columns)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(6)
        column.addWidget(self.list, 1)
        column.addWidget(self._columns_box)
        column.addWidget(self._names_box)
        column.addWidget(self._notice_box)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(side)
        splitter.addWidget(self.view)
        splitter.setSizes([_LIST, _ARTICLE])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.files, 1)
        top.addWidget(others)
        layout.addLayout(top)
        layout.addWidget(self.count)
        layout.addWidget(splitter, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.looking.changed.connect(self._show)
        self.looking.failed.connect(self._fail)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_article())
        self.list.doubleClicked.connect(lambda _: self.confirm())
        self.reading.changed.connect(self._look)
        self.take.clicked.connect(self.confirm)
        self.names.chosen.connect(self._choose_name)
        self.columns.field_chosen.connect(self._choose_field)
        self.columns.value_chosen.connect(self._choose_value)
        for part in (self.list, self.notices):
            part.installEventFilter(self)


def _headed(words: str, part: QWidget) -> QWidget:
    """A part of the screen below its heading."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 6, 0, 0)
    layout.addWidget(plain(words, role="heading"))
    layout.addWidget(part)
    return box
