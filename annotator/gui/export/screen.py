"""The export screen: choices above, the real first line in the middle, where it goes below."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.gui import keys, tasks
from annotator.gui import theme as looks
from annotator.gui.export import presets, reading
from annotator.gui.export.form import ExportForm
from annotator.gui.export.looking import ExportLook
from annotator.gui.export.named import NamedExports, SavedPresets
from annotator.gui.language import articles, counted, from_core
from annotator.gui.prompts import Prompts
from annotator.gui.session import Session
from annotator.gui.widgets.parts import Caption, ElidedLabel, rule
from annotator.gui.window_state import WindowState
from annotator.operations.export_plan import ExportPlan
from annotator.operations.exporting import STOPPED, ExportReport

_KEPT = "export"


class ExportScreen(QWidget):
    """Writes datasets; Enter does it, and nothing here asks in a window of its own."""

    told = Signal(object)
    left = Signal()
    opened = Signal(object)
    """An article is to be shown: its id."""

    def __init__(self, session: Session, state: WindowState, prompts: Prompts) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Export"))
        self._session = session
        self._state = state
        self._prompts = prompts
        self._writing: tasks.Task | None = None
        self._is_busy = False
        self._agreed: Path | None = None
        self._words = ""
        self.form = ExportForm(session.scheme, session.annotator, reading.licences(session.path))
        self.saved = SavedPresets(session, state, self._plan)
        self.form.preset_row.addWidget(self.saved)
        self.look = ExportLook(session)
        words = self.tr("Writes"), self.tr("Name")
        among = (*self.form.captions, *words)
        self._writes, name = (Caption(each, among=among) for each in words)
        self.named = NamedExports(session, name)
        self.destination = QLineEdit()
        self.choose = QPushButton(self.tr("Choose…"))
        self.write = QPushButton(self.tr("Export"))
        self.command = ElidedLabel(role="muted")
        self.copy = QPushButton(self.tr("Copy command"))
        self.said = ElidedLabel()
        self._lay_out()
        self._begin()
        self._connect()

    @property
    def hint(self) -> str:
        """What the keys do where the focus is, in a few words."""
        if self._is_busy:
            return self.tr("Esc stops")
        if self.look.left_out.hasFocus():
            return self.tr("Enter shows the article · Esc back to the first line")
        return self.tr("Enter exports · 1–4 presets · Tab moves · Esc back")

    @property
    def claims(self) -> Mapping[str, Callable[[], None]]:
        """Actions that mean something else while this screen is shown."""
        return {"file.export": self.enter}

    def enter(self) -> None:
        """The screen is shown: one key writes what was written last."""
        self.refresh()
        self.write.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def return_here(self) -> None:
        """Back from an article that is left out."""
        self.refresh()
        self.look.left_out.setFocus()

    @property
    def kept(self) -> Mapping[str, object]:
        """What is chosen, and where it is to go."""
        try:
            return {"plan": presets.held(self.form.plan), "destination": self.destination.text()}
        except UserError:  # a split that does not add up yet is not worth keeping
            return {"destination": self.destination.text()}

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """Choose the same again."""
        if plan := presets.plan_of(kept.get("plan")):
            self.form.set_plan(plan)
        self.destination.setText(str(kept.get("destination") or self.destination.text()))
        self.enter()

    def set_theme(self, _: looks.Theme) -> None:
        """The style sheet has all its colours."""

    def rest(self) -> None:
        """The project is left: nothing more is asked of it."""
        self.look.rest()
        self.stop()

    def refresh(self) -> None:
        """Show what is chosen: the first line, how much there is, and the command for it."""
        plan = self._plan()
        if plan is not None:
            self._say_command(plan)
            self.look.follow(plan)

    def export(self) -> None:
        """Write it; what somebody else put there is replaced only on a second Enter."""
        plan, place = self._plan(), self._place()
        if self._is_busy or plan is None:
            return
        if place is None:
            self.said.set_whole(self.tr("Name a file or a folder first."))
            return
        is_taken = place.exists() and not (place.is_dir() and not any(place.iterdir()))
        is_own = place == self._state.last_export(self._session.path)
        if is_taken and not is_own and self._agreed != place:
            self._agreed = place
            words = self.tr("{} exists already. Enter again replaces it.")
            self.said.set_whole(words.format(place.name))
            return
        self._show_busy(is_busy=True)
        self._session.disk.when_saved(lambda: self._write(plan, place, is_taken=is_taken))

    def stop(self) -> None:
        """Stop what is being written; nothing of it stays."""
        if self._writing is not None:
            self._writing.stop()
        elif self._is_busy:  # it waits for the disk still
            self._failed(from_core(STOPPED))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter exports, a digit takes a preset, Esc stops or leaves."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_enter()
        elif key == Qt.Key.Key_Escape:
            self._step_out()
        elif keys.spelled(event) in ("1", "2", "3", "4"):
            self.form.choose_preset(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    def _press_enter(self) -> None:
        if self.saved.has_focus:
            self.saved.press()
        elif self.look.left_out.hasFocus():
            self.look.open_current()
        elif self.copy.hasFocus():
            self._copy()
        elif self.choose.hasFocus():
            self._choose()
        elif self.look.show_left_out.hasFocus():
            self.look.toggle_left_out()
        else:
            self.export()

    def _step_out(self) -> None:
        if self._is_busy:
            self.stop()
        elif self.look.is_listing:
            self.look.toggle_left_out()
        else:
            self.left.emit()

    def _plan(self) -> ExportPlan | None:
        try:
            return self.form.plan
        except UserError as problem:
            self.look.rest()
            self.look.say(str(problem))
            return None

    def _place(self) -> Path | None:
        name = self.destination.text().strip()
        if not name:
            return None
        place = Path(name).expanduser()
        return place if place.is_absolute() else self._session.path.parent / place

    def _write(self, plan: ExportPlan, place: Path, *, is_taken: bool) -> None:
        if not self._is_busy or self._writing is not None:
            return  # it was stopped before it began
        self.said.set_whole(self.tr("Exporting…"))
        name = self.named.wanted
        self._writing = tasks.run(
            reading.write,
            self._session.path,
            place,
            plan,
            is_taken,
            name,
            done=lambda found: self._wrote(plan, place, name, *found),
            failed=self._failed,
            progressed=self._progressed,
            lane="export",
        )

    def _progressed(self, done: int) -> None:
        if self._writing is not None and not self._writing.is_stopped:
            total = max(self.look.articles, done)
            words = self.tr("Exporting… article {} of {}")
            self.said.set_whole(words.format(counted(done), counted(total)))

    def _wrote(
        self, plan: ExportPlan, place: Path, name: str, report: ExportReport, naming: Draft | None
    ) -> None:
        self._show_busy(is_busy=False)
        if naming is not None:
            self.named.keep(naming, name)
        self._state.exported(self._session.path, place)
        self._state.remember_of(self._session.path, _KEPT, presets.held(plan))
        words = self._written_words(place, report)
        self.said.set_whole(" ".join(part for part in (words, report.losses_in_words) if part))
        self.told.emit(words)

    def _written_words(self, place: Path, report: ExportReport) -> str:
        count = articles(report.articles)
        beside = self.tr(" and ").join(path.name for path in report.files[1:])
        if place.is_dir() or not beside:
            return self.tr("Exported {} to {}.").format(count, place.name)
        return self.tr("Exported {} to {}, with {}.").format(count, place.name, beside)

    def _failed(self, words: str) -> None:
        self._show_busy(is_busy=False)
        self.said.set_whole(words)
        self.told.emit(words)

    def _show_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        if not is_busy:
            self._writing = None
        self.form.setEnabled(not is_busy)
        self.write.setText(self.tr("Stop") if is_busy else self.tr("Export"))
        if self.isVisibleTo(self.window()):
            self.write.setFocus()  # who went on elsewhere meanwhile keeps the keys there

    def _say_command(self, plan: ExportPlan) -> None:
        place, path = self._place(), self._session.path
        name = self.named.option
        self._words = plan.command(str(path), str(place or "DEST")) + name
        self.command.set_whole(plan.command(path.name, place.name if place else "DEST") + name)
        self.said.clear()
        self._agreed = None

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
        self.told.emit(self.tr("The command is copied."))

    def _choose(self) -> None:
        suggested = str(self._place() or self._session.path.with_suffix(".jsonl"))
        path = self._prompts.choose_save(self.tr("Export"), suggested, self.tr("All files (*)"))
        if path is not None:
            self.destination.setText(str(path))
            # The system has asked already whether it may be replaced.
            self._agreed = path
        self.write.setFocus()

    def _press_write(self) -> None:
        if self._is_busy:
            self.stop()
        else:
            self.export()

    def _begin(self) -> None:
        """What was written last, or everything, in a folder beside the project."""
        path = self._session.path
        self.form.set_plan(presets.plan_of(self._state.of_project(path, _KEPT)) or ExportPlan())
        last = self._state.last_export(path)
        self.destination.setText(str(last or path.with_name(f"{path.stem}-dataset")))

    def _take(self, plan: ExportPlan) -> None:
        self.form.set_plan(plan)
        self.refresh()

    def _follow_destination(self) -> None:
        plan = self._plan()
        if plan is not None:
            self._say_command(plan)

    def _connect(self) -> None:
        self.form.changed.connect(self.refresh)
        self.saved.chosen.connect(self._take)
        for part in (self.saved, self.named):
            part.told.connect(self.said.set_whole)
        self.look.opened.connect(self.opened)
        self.look.closed.connect(self.write.setFocus)
        for field in (self.destination, self.named.name):
            field.textChanged.connect(lambda _: self._follow_destination())
        self.choose.clicked.connect(self._choose)
        self.copy.clicked.connect(self._copy)
        self.write.clicked.connect(self._press_write)
        self._session.became.connect(self.form.work_as)
        self._session.settled.connect(lambda _: self.refresh() if self.isVisible() else None)

    def _lay_out(self) -> None:
        self.destination.setAccessibleName(self.tr("Writes to"))
        self.command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.write.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.form)
        layout.addWidget(rule())
        layout.addWidget(self.look, 1)
        layout.addWidget(rule())
        layout.addLayout(_line(self._writes, self.destination, self.choose, self.write, top=12))
        layout.addLayout(_line(self.named, top=8))
        layout.addLayout(_line(self.command, self.copy, top=8))
        layout.addLayout(_line(self.said, top=4, bottom=12))


def _line(*widgets: QWidget, top: int = 0, bottom: int = 0) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(20, top, 20, bottom)
    row.setSpacing(10)
    for widget in widgets:
        row.addWidget(
            widget, 1 if isinstance(widget, ElidedLabel | QLineEdit | NamedExports) else 0
        )
    return row
