"""Folders under a passing name, which take the place of what they were made for in one moment."""

import contextlib
import os
import re
import shutil
import signal
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import orjson

from annotator.domain.identity import new_id
from annotator.storage.durable import sync_file, sync_folder
from annotator.storage.lock import claimed

CUT_OFF = "was cut off while its files took their places, so they may not belong together."
"""What became of an export of which `cut_off_in` tells."""

_ENDING = r"\.[0-9a-f]{16}\.(tmp|old)"
_ANY_DRAFT = re.compile(r"\.(?P<name>.+)\.[0-9a-f]{16}\.tmp", re.DOTALL)
_MOVING = ".moving.json"
"""In a draft whose files are on their way: all files, by name, that the way began or ends with."""


@contextlib.contextmanager
def draft_folder(around: Path, name: str) -> Iterator[Path]:
    """A new folder for what is to be called `name`; what is in it at the end is taken away.

    It stays where its files were on their way and something failed, to tell of it.
    """
    draft = around / f".{name}.{new_id()}.tmp"
    try:
        draft.mkdir()
        with claimed(draft):
            yield draft
    finally:
        if not (draft / _MOVING).exists():
            shutil.rmtree(draft, ignore_errors=True)


@contextlib.contextmanager
def moving(draft: Path, files: Mapping[str, Sequence[str]]) -> Iterator[None]:
    """While files leave a draft one by one: what a kill cuts off is known afterwards.

    `files` are those that were there before and those that come, with the SHA-256 of each. Ctrl+C
    waits until all have their places.
    """
    listed = draft / f"{_MOVING}.new"
    listed.write_bytes(orjson.dumps({name: list(each) for name, each in files.items()}))
    sync_file(listed)
    listed.rename(draft / _MOVING)
    sync_folder(draft)
    with _uninterrupted():
        yield
        (draft / _MOVING).unlink()


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def cut_off_in(folder: Path) -> dict[str, dict[str, list[str]]]:
    """What was to get its place in a folder and got it in part only, by name; and all its files.

    Nothing that somebody is still at.
    """
    found: dict[str, dict[str, list[str]]] = {}
    with contextlib.suppress(OSError):
        for left in sorted(folder.iterdir()):
            named = _ANY_DRAFT.fullmatch(left.name)
            if named is None or not (left / _MOVING).is_file():
                continue
            with claimed(left) as is_nobodys, contextlib.suppress(ValueError, AttributeError):
                files = orjson.loads((left / _MOVING).read_bytes()).items() if is_nobodys else ()
                for name, each in files:
                    found.setdefault(named["name"], {}).setdefault(name, []).extend(map(str, each))
    return found


def drafts_in(around: Path, name: str) -> list[Path]:
    """The drafts of something in a folder: those being written, and those of killed writers."""
    mark = re.compile(re.escape(f".{name}") + _ENDING)
    return [each for each in around.iterdir() if mark.fullmatch(each.name)]


def sweep(around: Path, name: str) -> None:
    """Take away the drafts whose writers were killed, where the folder can be looked through."""
    with contextlib.suppress(OSError):
        for left in drafts_in(around, name):
            with claimed(left) as is_nobodys:
                if is_nobodys:
                    shutil.rmtree(left, ignore_errors=True)


def may_be_exchanged(folder: Path) -> bool:
    """Whether another folder may take the place of one that is there.

    Not of a link, a disk of its own, somebody else's folder, or one in which this process stands.
    """
    real = folder.resolve()
    return (
        folder.name == real.name
        and not folder.is_symlink()
        and not Path.cwd().resolve().is_relative_to(real)
        and not real.is_mount()
        and _is_own(real)
        and os.access(real.parent, os.W_OK)
    )


def exchange(draft: Path, folder: Path) -> bool:
    """Put a draft in the place of a folder, so that no moment shows half of each.

    False, and nothing happened, where the system holds on to the folder.
    """
    old = draft.with_suffix(".old")
    shutil.copymode(folder, draft)
    sync_folder(draft)
    with claimed(folder):
        try:
            folder.rename(old)
        except OSError:
            return False
        try:
            draft.rename(folder)
        except BaseException:
            old.rename(folder)
            raise
    sync_folder(folder.parent)
    shutil.rmtree(old, ignore_errors=True)
    return True


def take_back(folder: Path) -> None:
    """Give a folder its name again, if somebody was killed before another took its place."""
    if os.path.lexists(folder) or not folder.parent.is_dir():
        return
    for left in drafts_in(folder.parent, folder.name):
        with claimed(left) as is_nobodys, contextlib.suppress(OSError):
            if is_nobodys and left.suffix == ".old":
                left.rename(folder)
                return


def _is_own(folder: Path) -> bool:
    return not hasattr(os, "geteuid") or folder.stat().st_uid == os.geteuid()
