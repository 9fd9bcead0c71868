"""Presets and exports that a person gives names: fields to choose, keep and forget them."""

import shlex
from collections.abc import Callable, Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from annotator.domain.change import Draft
from annotator.gui import tasks
from annotator.gui.export import presets, reading
from annotator.gui.language import counted
from annotator.gui.session import Session
from annotator.gui.widgets.parts import called
from annotator.gui.window_state import WindowState
from annotator.operations.export_plan import ExportPlan
from annotator.operations.snapshots import Since

_KEPT = "export presets"


class SavedPresets(QWidget):
    """A field of names: choosing one takes its plan, a new one is kept with the plan as it is."""

    chosen = Signal(object)
    """An `ExportPlan` is to be shown."""
    told = Signal(str)

    def __init__(
        self, session: Session, state: WindowState, wanted: Callable[[], ExportPlan | None]
    ) -> None:
        super().__init__()
        self._path = session.path
        self._state = state
        self._wanted = wanted
        self.names = called(QComboBox(), self.tr("Saved presets"))
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Saved presets"))
        self.save = QPushButton(self.tr("Save preset"))
        self.remove = QPushButton(self.tr("Remove"))
        self._lay_out()
        self._show()

    @property
    def name(self) -> str:
        """The name that stands there."""
        return self.field.text().strip()

    @property
    def has_focus(self) -> bool:
        """Whether Enter is meant for it."""
        return self.field.hasFocus() or self.save.hasFocus() or self.remove.hasFocus()

    def press(self) -> None:
        """Do what the button with the focus is for; the field hears Enter itself."""
        if self.remove.hasFocus():
            self._remove()
        elif self.save.hasFocus():
            self._save()

    def _enter(self) -> None:
        if self.name in self._held:
            self._take(self.name)
        else:
            self._save()

    @property
    def _held(self) -> Mapping[str, object]:
        held = self._state.of_project(self._path, _KEPT)
        return held if isinstance(held, dict) else {}

    def _take(self, name: str) -> None:
        if plan := presets.plan_of(self._held.get(name)):
            self._follow()
            self.chosen.emit(plan)

    def _save(self) -> None:
        plan = self._wanted()
        if self.name and plan is not None:
            self._keep({**self._held, self.name: presets.held(plan)})
            self.told.emit(self.tr("Kept as the preset “{}”.").format(self.name))

    def _remove(self) -> None:
        name = self.name
        self._keep({key: plan for key, plan in self._held.items() if key != name})
        self.field.clear()
        self.told.emit(self.tr("The preset “{}” is gone.").format(name))

    def _keep(self, held: Mapping[str, object]) -> None:
        self._state.remember_of(self._path, _KEPT, dict(held))
        self._state.keep()
        self._show()

    def _show(self) -> None:
        name = self.field.text()
        with QSignalBlocker(self.names), QSignalBlocker(self.field):
            self.names.clear()
            self.names.addItems(sorted(self._held))
            self.names.setEditText(name)
        self._follow()

    def _follow(self) -> None:
        self.save.setEnabled(bool(self.name))
        self.remove.setEnabled(self.name in self._held)

    def _lay_out(self) -> None:
        self.names.setEditable(True)
        self.names.setLineEdit(self.field)
        self.names.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.names.setMinimumWidth(200)
        self.field.setPlaceholderText(self.tr("Saved presets"))
        self.remove.setAccessibleName(self.tr("Remove this preset"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.names, self.save, self.remove):
            row.addWidget(widget)
        self.names.textActivated.connect(self._take)
        self.field.textChanged.connect(lambda _: self._follow())
        self.field.returnPressed.connect(self._enter)
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self._remove)


class NamedExports(QWidget):
    """The name that the next export gets, and what has changed since one that has a name."""

    told = Signal(str)

    def __init__(self, session: Session, caption: QLabel) -> None:
        """`caption` stands before the name."""
        super().__init__()
        self._session = session
        self._names = set(reading.names(session.path))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of this export"))
        self.name.setPlaceholderText(self.tr("Gives this export a name, to see what changed since"))
        self.since = called(QComboBox(), self.tr("Changed since"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(caption)
        row.addWidget(self.name, 1)
        row.addWidget(self.since)
        self.since.activated.connect(lambda _: self._ask(str(self.since.currentData() or "")))
        self._show()

    @property
    def wanted(self) -> str:
        """The name that the next export is to have; empty for none."""
        return self.name.text().strip()

    @property
    def option(self) -> str:
        """The same as the end of a command; empty for none."""
        return f" --snapshot {shlex.quote(self.wanted)}" if self.wanted else ""

    def keep(self, naming: Draft, name: str) -> None:
        """The export is written: it has its name from now on."""
        self._session.write_now(naming)
        self._names.add(name)
        if self.wanted == name:  # else the next one has been typed meanwhile
            self.name.clear()
        self._show()

    def _show(self) -> None:
        self.since.clear()
        self.since.addItem(self.tr("Changed since…"), "")
        for name in sorted(self._names):
            self.since.addItem(name, name)
        self.since.setVisible(bool(self._names))

    def _ask(self, name: str) -> None:
        if name:
            self._session.disk.when_saved(lambda: self._read(name))

    def _read(self, name: str) -> None:
        tasks.run(
            reading.since,
            self._session.path,
            name,
            done=lambda found: self.told.emit(self._words(name, found)),
            failed=self.told.emit,
            lane="export since",
        )

    def _words(self, name: str, found: Since) -> str:
        if not found.steps:
            return self.tr("Nothing has changed since “{}”.").format(name)
        steps, articles = counted(found.steps), counted(len(found.articles))
        done = self.tr("1 step") if found.steps == 1 else self.tr("{} steps").format(steps)
        where = self.tr("{} articles").format(articles)
        if len(found.articles) == 1:
            where = self.tr("1 article")
        kinds = ", ".join(
            f"{counted(count)} × {kind} {how}"
            for (kind, how), count in sorted(found.records.items())
        )
        return self.tr("Since “{}”: {} in {}: {}.").format(name, done, where, kinds)
