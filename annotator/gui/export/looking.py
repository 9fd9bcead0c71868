"""What an export will be like: its real first line, how much there is, and what is left out."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.people import GOLD
from annotator.gui import tasks
from annotator.gui.export import reading
from annotator.gui.language import articles, counted
from annotator.gui.session import Session
from annotator.gui.widgets.parts import ElidedLabel, plain
from annotator.operations.export_plan import ExportPlan
from annotator.operations.export_preview import Preview, Survey

_MOST_LISTED = 1_000

_SOON = 80
"""So many milliseconds the line of the plan before stays, so that nothing flickers."""


def _ignore(_: object) -> None:
    """Whatever it was, nothing is shown of it."""


class ExportLook(QWidget):
    """Follows the plan; each look is a task of its own, stopped by the next."""

    opened = Signal(object)
    """A left-out article is wanted: its id."""
    closed = Signal()
    """The list of left-out articles is left."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._looking: tasks.Task | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_SOON)
        self._late.timeout.connect(lambda: self.say(self.tr("Writing the first line…")))
        self._counting: tasks.Task | None = None
        self._plan = ExportPlan()
        self._has_problems = False
        self._is_prepared = False
        self.articles = 0
        self.preview = QPlainTextEdit()
        self.left_out = QListWidget()
        self.head = plain(self.tr("FIRST LINE"), role="heading")
        self.amount = plain(role="muted")
        self.counts = ElidedLabel(role="muted")
        self.show_left_out = QPushButton(self.tr("Show"))
        self._lay_out()

    @property
    def is_listing(self) -> bool:
        """Whether the left-out articles are shown."""
        return self._middle.currentWidget() is self.left_out

    def follow(self, plan: ExportPlan) -> None:
        """Show another plan."""
        self._plan = plan
        self.rest()
        self._look(plan)
        self._count(plan)

    def rest(self) -> None:
        """Nothing more is looked at."""
        self._late.stop()
        for task in (self._looking, self._counting):
            if task is not None:
                task.stop()

    def say(self, words: str) -> None:
        """Say why there is no first line."""
        self.preview.setPlainText("")
        self.preview.setPlaceholderText(words)
        self.amount.setText("")

    def _prepare(self) -> None:
        if not self._is_prepared:
            self._is_prepared = True
            tasks.run(reading.prepare, done=_ignore, failed=_ignore, lane="export preparing")

    def _refuse(self, words: str) -> None:
        self._late.stop()
        self.say(words)

    def toggle_left_out(self) -> None:
        """Show what is left out, or the first line again."""
        was_listing = self.is_listing
        self._middle.setCurrentWidget(self.preview if was_listing else self.left_out)
        self.show_left_out.setText(self.tr("Show") if was_listing else self.tr("First line"))
        listed = self.tr("PROBLEMS, LEFT OUT") if self._has_problems else self.tr("LEFT OUT")
        self.head.setText(self.tr("FIRST LINE") if was_listing else listed)
        self.amount.setVisible(was_listing)
        if was_listing:
            self.closed.emit()
        else:
            self.left_out.setFocus()

    def open_current(self) -> None:
        """Show the left-out article that the list is on."""
        item = self.left_out.currentItem()
        if item is not None:
            self.opened.emit(item.data(Qt.ItemDataRole.UserRole))

    def _look(self, plan: ExportPlan) -> None:
        # The line of another plan must not pass for that of this one.
        self._late.start()
        task = self._looking = tasks.run(
            reading.look,
            self._session.path,
            plan,
            done=lambda found: self._show_preview(task, found),
            failed=lambda words: None if task.is_stopped else self._refuse(words),
            lane="export preview",
        )

    def _count(self, plan: ExportPlan) -> None:
        self.counts.set_whole(self.tr("Counting…"))
        task = self._counting = tasks.run(
            reading.count,
            self._session.path,
            plan,
            done=lambda found: self._show_survey(task, found),
            failed=lambda _: None,
            lane="export count",
        )

    def _show_preview(self, task: tasks.Task, found: Preview) -> None:
        if task.is_stopped:
            return
        self._late.stop()
        self._prepare()
        if not found.name:
            self.say(self._empty_words())
            return
        binary = self.tr("{} is no text that can be shown.").format(found.name)
        self.preview.setPlainText(found.text if found.is_text else binary)
        self.amount.setText(self.tr("{} · {} bytes").format(found.name, counted(found.size)))

    def _empty_words(self) -> str:
        if self._plan.layer == GOLD:
            return self.tr(
                "No gold labels yet. Choose “My annotations” (3), or review an article first."
            )
        return self.tr("Nothing would be written. Choose another preset or format.")

    def _show_survey(self, task: tasks.Task, found: Survey) -> None:
        if task.is_stopped or not found.is_whole:
            return
        self.articles = found.articles
        number = found.left_out.counts.total()
        wrong = len(found.problems)
        problems = self.tr("1 problem") if wrong == 1 else self.tr("{} problems")
        parts = [
            articles(found.articles),
            self._annotations(found.annotations),
            problems.format(counted(wrong)),
        ]
        if number:
            many = self.tr("{} articles are left out").format(counted(number))
            parts.append(many if number > 1 else self.tr("1 article is left out"))
        sign = "!  " if wrong else "✓  " if found.articles else ""
        self.counts.set_whole(sign + " · ".join(parts))
        self._has_problems = bool(wrong)
        has_any = bool(number or wrong)
        if self.is_listing and not has_any:
            self.toggle_left_out()
        self.show_left_out.setVisible(has_any)
        self._fill_left_out(found)

    def _annotations(self, number: int) -> str:
        if number == 1:
            return self.tr("1 annotation")
        return self.tr("{} annotations").format(counted(number))

    def _fill_left_out(self, found: Survey) -> None:
        here, row = self.left_out.currentItem(), 0
        shown = here.data(Qt.ItemDataRole.UserRole) if here is not None else None
        self.left_out.clear()
        listed = [*found.problems, *found.left_out.articles]
        for article_id, title, reason in listed[:_MOST_LISTED]:
            item = QListWidgetItem(f"{title or article_id}  —  {reason}")
            item.setData(Qt.ItemDataRole.UserRole, article_id)
            self.left_out.addItem(item)
            row = self.left_out.count() - 1 if article_id == shown else row
        self.left_out.setCurrentRow(row)

    def _lay_out(self) -> None:
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("First line"))
        self.preview.setTabChangesFocus(True)
        self.preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.left_out.setAccessibleName(self.tr("Articles left out"))
        self.left_out.setProperty("role", "pages")
        self.left_out.itemDoubleClicked.connect(lambda _: self.open_current())
        self.show_left_out.clicked.connect(self.toggle_left_out)
        self.show_left_out.hide()
        self._middle = QStackedWidget()
        self._middle.addWidget(self.preview)
        self._middle.addWidget(self.left_out)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.head)
        above.addStretch(1)
        above.addWidget(self.amount)
        below.addWidget(self.counts, 1)
        below.addWidget(self.show_left_out)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 10, 20, 8)
        layout.setSpacing(7)
        layout.addLayout(above)
        layout.addWidget(self._middle, 1)
        layout.addLayout(below)
