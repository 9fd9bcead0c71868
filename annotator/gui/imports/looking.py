"""Looking into files while the window goes on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from annotator.formats.import_map import ImportMap
from annotator.formats.name_map import NameMap
from annotator.formats.shapes import FieldMap, Shape
from annotator.gui import tasks
from annotator.gui.session import Session
from annotator.operations import previewing
from annotator.operations.previewing import Preview
from annotator.storage.project import open_project


class Looking(QObject):
    """Fills one preview after another; news of one that is left are not heard."""

    changed = Signal()
    """More was found, or the end is reached."""
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._task: tasks.Task | None = None
        self._number = 0
        self.preview = Preview()

    @property
    def is_busy(self) -> bool:
        """Whether files are being read."""
        return self._task is not None

    def begin(
        self,
        paths: Sequence[Path],
        told: ImportMap,
        *,
        names: NameMap | None = None,
        columns: Mapping[Shape, FieldMap] | None = None,
    ) -> None:
        """Look into other files, or into the same ones in another way.

        `names` tells what names of other tools mean, `columns` what columns hold.
        """
        told = replace(told, names=names or NameMap(), columns=dict(columns or {}))
        self.stop()
        number, self.preview = self._number, Preview()
        self._task = tasks.run(
            _look,
            self._session.path,
            list(paths),
            self._session.annotator,
            told,
            self.preview,
            done=lambda _: self._end(number),
            failed=lambda problem: self._fail(number, problem),
            progressed=lambda _: self._tell(number),
            lane="preview",
        )
        self.changed.emit()

    def stop(self) -> None:
        """Look no further."""
        self._number += 1
        if self._task is not None:
            self._task.stop()
            self._task = None

    def _tell(self, number: int) -> None:
        if number == self._number:
            self.changed.emit()

    def _end(self, number: int) -> None:
        if number == self._number:
            self._task = None
            self.changed.emit()

    def _fail(self, number: int, problem: str) -> None:
        if number == self._number:
            self._task = None
            self.failed.emit(problem)


def _look(
    report_progress: Callable[[int], bool],
    project_path: Path,
    paths: list[Path],
    annotator: str,
    told: ImportMap,
    preview: Preview,
) -> None:
    with open_project(project_path) as project:
        previewing.look(
            project,
            paths,
            annotator=annotator,
            told=told,
            preview=preview,
            report_progress=report_progress,
        )
