"""Folders under a passing name, which take the place of what they were made for in one moment."""

import contextlib
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from annotator.domain.identity import new_id
from annotator.storage.durable import sync_folder
from annotator.storage.lock import claimed

_ENDING = r"\.[0-9a-f]{16}\.(tmp|old)"


@contextlib.contextmanager
def draft_folder(around: Path, name: str) -> Iterator[Path]:
    """A new folder for what is to be called `name`; what is in it at the end is taken away."""
    draft = around / f".{name}.{new_id()}.tmp"
    try:
        draft.mkdir()
        with claimed(draft):
            yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


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


def _is_own(folder: Path) -> bool:
    return not hasattr(os, "geteuid") or folder.stat().st_uid == os.geteuid()
