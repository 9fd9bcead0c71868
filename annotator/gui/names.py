"""What people are called: the one place in the window that turns an id into a shown name."""

from collections import Counter
from collections.abc import Callable
from typing import Protocol, TypeAlias

from PySide6.QtCore import QObject, Signal, SignalInstance

from annotator.domain.change import Draft
from annotator.domain.people import GOLD, Annotator
from annotator.gui.disk import Disk
from annotator.storage import records
from annotator.storage.project import Project

NameOf: TypeAlias = Callable[[str], str]
"""Says what somebody is called, by their id."""


class Following(Protocol):
    """What is to be known of the session whose people these are."""

    project: Project
    disk: Disk
    is_closed: bool

    @property
    def waiting(self) -> list[Draft]:
        """What is not on the disk yet."""

    @property
    def changed(self) -> SignalInstance:
        """A draft was made."""

    @property
    def arrived(self) -> SignalInstance:
        """The project was written to beside the session."""


class Names(QObject):
    """Knows the shown names of a project's people; work stays filed under their ids.

    Read when first asked for, then kept in step with what is done in the window.
    """

    changed = Signal()
    """Somebody is called otherwise from now on."""

    def __init__(self, session: Following) -> None:
        super().__init__()
        self._session = session
        self._held: dict[str, str] | None = None
        session.changed.connect(self._follow)
        session.arrived.connect(self._read_again)
        session.disk.refused.connect(self._read_again)

    def of(self, annotator: str) -> str:
        """What somebody is called; the id of who is unknown, and the word gold for gold.

        Of several who share a name each is told apart by the id behind it.
        """
        if self._held is None:
            self._held = self._read()
        return self._held.get(annotator, annotator)

    def _read(self) -> dict[str, str]:
        people = {each.id: each.name for each in records.annotators(self._session.project)}
        for draft in self._session.waiting:
            for change in draft.changes:
                if isinstance(change.record, Annotator):
                    people.pop(change.record.id, None)
                if isinstance(change.after, Annotator):
                    people[change.after.id] = change.after.name
        people.pop(GOLD, None)
        shared = Counter(people.values())
        return {
            who: name if shared[name] == 1 else f"{name} ({who})" for who, name in people.items()
        }

    def _follow(self, draft: Draft) -> None:
        if any(isinstance(each.record, Annotator) for each in draft.changes):
            self._read_again()

    def _read_again(self, *_: object) -> None:
        before, self._held = self._held, None
        if before is None or self._session.is_closed:
            return
        self._held = self._read()
        if self._held != before:
            self.changed.emit()
