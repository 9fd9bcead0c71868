"""What the formats of tokens share: making records, the long part, is shared by two processes.

A module of such a format has a class `Worker(TokenWorker)`, which makes the records of one work
and reads the files again, and a `Writer(SharedWriter)`, which puts records into files in order.
"""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from annotator.formats.datasets.proof import LabelledRun, Scope, Tally
from annotator.formats.datasets.sharing import Sharing
from annotator.formats.datasets.tagging import Tagger
from annotator.formats.datasets.work import Setting, Work
from annotator.formats.datasets.writing import DatasetWriter, Loss, Taken

PORTION = 8
"""So many articles are handed over at a time."""

ALONE = 8
"""So many portions are not worth the start of a second process, which takes a fifth of a second."""

READ_AT_ONCE = 1_000_000
"""About so many bytes of a file are proved at a time."""

MAKE, READ = "make", "read"


class Made(NamedTuple):
    """What is written of one work; `written` is what the writer puts into the file of the split."""

    written: Any
    records: int
    losses: list[Loss]


class Stretch(NamedTuple):
    """A part of a written file, from `start` to before `end`; in bytes, or as the format counts."""

    path: Path
    start: int
    end: int


class TokenWorker:
    """Makes and reads what a format of tokens holds; the same in both processes."""

    allows_overlaps: ClassVar[bool] = False
    has_sequences: ClassVar[bool] = True
    forbidden: ClassVar[str] = ""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.tagger = Tagger(
            setting,
            allows_overlaps=self.allows_overlaps,
            has_sequences=self.has_sequences,
            forbidden=self.forbidden,
        )

    def done(self, task: str, subject: Any) -> Any:
        """The result of a task."""
        tally = Tally()
        if task == MAKE:
            return [[self.made(work, tally) for work in works] for works in subject], tally
        tally.add_runs(self.found(subject))
        return tally

    @abstractmethod
    def made(self, work: Work, expected: Tally) -> Made:
        """What is written of a work; `expected` is told what ought to be found of it again."""

    @abstractmethod
    def found(self, stretch: Stretch) -> Iterator[LabelledRun]:
        """What a part of a written file says."""


class SharedWriter(DatasetWriter):
    """Hands articles to two processes in portions, and writes what they make in order."""

    scope = Scope(relations=False)

    def __init__(self, folder: Path, setting: Setting) -> None:
        super().__init__(folder, setting)
        self.sharing = Sharing(type(self).__module__, setting, alone=ALONE)
        self.tagger: Tagger = self.sharing.worker.tagger
        self._waiting: list[tuple[Sequence[Work], Taken]] = []

    @abstractmethod
    def put(self, work: Work, made: Made) -> None:
        """Write what was made of a work."""

    def begin(self, works: Sequence[Work]) -> None:
        """Write what is told once of an article, before its works."""

    def take(self, works: Sequence[Work], taken: Taken) -> None:
        """Have an article written; `taken` is told its losses once it is."""
        self._waiting.append((works, taken))
        if len(self._waiting) >= PORTION:
            self._hand_over()

    def _hand_over(self) -> None:
        portion, self._waiting = self._waiting, []
        self.sharing.do(
            MAKE, [works for works, _ in portion], lambda result: self._put_all(portion, *result)
        )

    def _put_all(
        self,
        portion: list[tuple[Sequence[Work], Taken]],
        made: list[list[Made]],
        expected: Tally,
    ) -> None:
        self.expected.update(expected)
        for (works, taken), all_made in zip(portion, made, strict=True):
            self.begin(works)
            losses: list[Loss] = []
            for work, one in zip(works, all_made, strict=True):
                self.put(work, one)
                self.count(work.split, one.records)
                losses += one.losses
            taken(losses)

    def settle(self) -> None:
        """Write whatever was taken so far."""
        if self._waiting:
            self._hand_over()
        self.sharing.settle()

    def found(self) -> Tally:
        """What the written files say, added up."""
        found = Tally()
        for path in self.paths:
            for stretch in self.stretches(path):
                self.sharing.do(READ, stretch, found.update)
        self.sharing.settle()
        return found

    @abstractmethod
    def stretches(self, path: Path) -> Iterator[Stretch]:
        """The parts of a file that can be read each by itself."""

    def release(self) -> None:
        """End the second process."""
        self.sharing.close()

    @property
    def notes(self) -> tuple[str, ...]:
        """The rules for tokens and tags."""
        return self.tagger.notes

    @property
    def options(self) -> dict[str, object]:
        """The layers and how tags are written."""
        return self.tagger.options
