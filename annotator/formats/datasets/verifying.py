"""The proof that the lines of a reference record were written right, read from the disk again.

A large file is proved while it is still written, by this program as a second process: it follows
the first on the second processor, and reads what lies on the disk by then. That takes a quarter
off an export. Where no second process can start, or it ends early, the first proves all itself.
"""

import contextlib
import hashlib
import os
import pickle
import signal
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from annotator import this_program
from annotator.dataclass import dataclass
from annotator.domain.errors import UserError

COMMAND = "--prove-while-written"
"""What `annotator.__main__` is called with to be the second process."""

PORTION = 4_000_000
"""So many bytes are handed to the second process at a time; a smaller file is not worth its start,
which takes an eighth of a second."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What a file holds, read back from the disk after it was written."""

    records: int
    annotations: Counter[str]
    relations: Counter[str]
    sha256: str


class Verification:
    """The proof of one file, line by line."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()
        self._records = self._wrong = 0
        self._annotations: Counter[str] = Counter()
        self._relations: Counter[str] = Counter()

    def add(self, lines: Iterable[bytes]) -> None:
        """Prove that every offset in some lines still cuts out the words beside it."""
        for written in lines:
            self._digest.update(written)
            self._records += 1
            try:
                record = orjson.loads(written)
                self._annotations.update([span["label"] for span in record["spans"]])
                self._relations.update([link["label"] for link in record["relations"]])
                self._wrong += _mismatches(record)
            except (ValueError, TypeError):
                self._wrong += 1

    def result(self) -> Verified:
        """What was found in all lines.

        Raises:
            UserError: something in them does not match its text.
        """
        if self._wrong:
            subject = "annotation does" if self._wrong == 1 else "annotations do"
            raise UserError(
                f"{self._wrong:,} {subject} not match the text any more. Nothing was exported, and "
                "the project is unchanged. Run `annotator check` on it."
            )
        return Verified(self._records, self._annotations, self._relations, self._digest.hexdigest())


def verify(path: Path) -> Verified:
    """Read a written file back and prove all of it.

    Raises:
        UserError: something in it does not match its text.
    """
    proof = Verification()
    with path.open("rb") as stream:
        proof.add(stream)
    return proof.result()


class Follower:
    """The second process, which proves files as far as they are written."""

    def __init__(self) -> None:
        self._process: this_program.Process | None = None
        self._told: dict[Path, int] = {}
        self._is_lost = False

    def tell(self, path: Path, file: BinaryIO) -> None:
        """Have whatever stands in a file by now proved, where that is worth it; it ends a line."""
        end = file.tell()
        if self._is_lost or end - self._told.get(path, 0) < PORTION:
            return
        file.flush()
        self._told[path] = end
        self._send(path, end)

    def verified(self, path: Path) -> Verified:
        """What a file holds that is whole now.

        Raises:
            UserError: something in it does not match its text.
        """
        if path in self._told and not self._is_lost:
            found = self._rest_of(path)
            if found is not None:
                return found
        return verify(path)

    def close(self) -> None:
        """End the process, also when the export is given up."""
        if self._process is not None:
            this_program.end(self._process)
            self._process = None

    def _rest_of(self, path: Path) -> Verified | None:
        self._send(path, None)
        if self._process is None:
            return None
        try:
            found = pickle.load(this_program.output_of(self._process))  # noqa: S301 - our own process
        except (EOFError, OSError, pickle.UnpicklingError):
            self._is_lost = True
            return None
        if isinstance(found, Exception):
            raise found
        return found if isinstance(found, Verified) else None

    def _send(self, path: Path, end: int | None) -> None:
        if self._process is None:
            self._process = this_program.started_again(COMMAND)
        if self._process is None:
            self._is_lost = True
            return
        try:
            stream = this_program.input_of(self._process)
            pickle.dump((path, end), stream)
            stream.flush()
        except OSError:
            self._is_lost = True


def serve() -> int:
    """What the second process does: prove what it is told of, until its input ends."""
    # Ctrl+C goes to every process of a terminal; the first one decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    proofs: dict[Path, Verification] = {}
    with contextlib.ExitStack() as files, contextlib.suppress(EOFError):
        opened: dict[Path, BinaryIO] = {}
        while True:
            path, end = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
            if path not in opened:
                opened[path] = files.enter_context(path.open("rb"))
                proofs[path] = Verification()
            file, proof = opened[path], proofs[path]
            proof.add(
                file if end is None else file.read(end - file.tell()).splitlines(keepends=True)
            )
            if end is None:
                pickle.dump(_outcome(proof), output)
                output.flush()
    return 0


def _outcome(proof: Verification) -> Verified | UserError:
    try:
        return proof.result()
    except UserError as problem:
        return problem


def _mismatches(record: Mapping[str, Any]) -> int:
    text = record["text"]
    if hashlib.sha256(text.encode()).hexdigest() != record["text_sha256"]:
        return max(1, len(record["spans"]))
    wrong = 0
    for part in (*record["spans"], *(flag for flag in record["flags"] if "fragments" in flag)):
        fragments = part["fragments"]
        if len(fragments) == 1:
            start, end = fragments[0]
            wrong += text[start:end] != part["text"]
        else:
            wrong += " ".join([text[start:end] for start, end in fragments]) != part["text"]
    return wrong
