"""Entities as the inspector speaks of them: by name, not by id."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft
from annotator.domain.entity import Entity
from annotator.domain.scheme import Scheme
from annotator.gui import tasks
from annotator.gui.session import Session
from annotator.operations import entities, naming
from annotator.operations.entities import Directory
from annotator.storage.project import open_project

_LATER_MILLISECONDS = 400


class EntityWords(QObject):
    """Names and proposals for the annotations of the open article."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._others: dict[str, None] = {}
        session.changed.connect(self._note)
        # An import comes in portions, and to read all names after each would hold up the window.
        self._later = QTimer(self, singleShot=True, interval=_LATER_MILLISECONDS)
        self._later.timeout.connect(self._read)
        session.arrived.connect(self._later.start)
        self._read()

    def name(self, held: str) -> str:
        """What an entity is called whose id an annotation holds."""
        return self._session.directory.entity(held).name if held else ""

    def proposals(self, annotation_id: str) -> Sequence[str]:
        """Names for an annotation, the likeliest first."""
        sheet = self._session.sheet
        annotation = sheet.annotations.get(annotation_id) if sheet else None
        if sheet is None or annotation is None:
            return ()
        return naming.proposals(
            sheet,
            self._session.scheme,
            self._session.directory,
            annotation,
            others=self._others,
        )

    def set_name(self, annotation_id: str, attribute_id: str, words: str) -> None:
        """Say whom an annotation means, by any of the names it goes by."""
        self._session.do(
            entities.set_entity,
            self._session.scheme,
            annotation_id,
            words,
            known=self._everybody(),
            attribute_id=attribute_id,
        )

    def _everybody(self) -> Directory:
        """The entities of the project, also those of which it says nothing yet."""
        known = self._session.directory
        bare = {known.id_of(each) for each in self._others}
        return Directory([*known, *(Entity(e, e) for e in bare if known.record(e) is None)])

    def _note(self, draft: Draft) -> None:
        """Remember entities that are named for the first time."""
        for change in draft.changes:
            if isinstance(change.after, Annotation):
                held = entities.held_by(self._session.scheme, change.after)
                if held:
                    self._others[held] = None

    def _read(self) -> None:
        tasks.run(
            _names_in,
            self._session.path,
            self._session.scheme,
            done=self._take,
            failed=lambda _: None,
            lane="entities",
        )

    def _take(self, names: Sequence[str]) -> None:
        self._others.update(dict.fromkeys(names))


def _names_in(_: Callable[[int], bool], path: Path, scheme: Scheme) -> list[str]:
    with open_project(path) as project:
        return [each.entity.id for each in entities.listed(project, scheme)]
