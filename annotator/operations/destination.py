"""Where an export goes: nothing is lost there, and files appear whole or not at all."""

import contextlib
import filecmp
import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson

from annotator.domain.errors import UserError
from annotator.formats.datasets.jsonl import BESIDE
from annotator.operations.dataset_files import (
    CARD_FILE,
    CROISSANT_FILE,
    LOSSES_FILE,
    MANIFEST_FILE,
)
from annotator.operations.draft_folders import (
    CUT_OFF,
    cut_off_in,
    draft_folder,
    drafts_in,
    exchange,
    may_be_exchanged,
    moving,
    sweep,
    take_back,
)
from annotator.storage.durable import sync_file, sync_folder
from annotator.storage.project import Project


@dataclass(frozen=True, slots=True)
class Destination:
    """The folder of an export, or its one file with what describes it beside it.

    A name with a suffix is a file, with its manifest, links and entities beside it; one without is
    a folder.
    """

    wanted: Path
    is_folder: bool

    @classmethod
    def of(cls, wanted: Path) -> "Destination":
        """What a person wants an export to be."""
        return cls(wanted, is_folder=wanted.is_dir() or not wanted.suffix)

    @property
    def suffix(self) -> str:
        """The suffix of the file, without its point; empty for a folder."""
        return "" if self.is_folder else self.wanted.suffix.removeprefix(".")

    @property
    def folder(self) -> Path:
        """The folder that holds the files."""
        return self.wanted if self.is_folder else self.wanted.parent

    @property
    def manifest(self) -> Path:
        """The manifest, once it is there."""
        return self.path_of(MANIFEST_FILE, "")

    def path_of(self, name: str, data: str) -> Path:
        """What a file of the draft folder will be called; `data` names the one with the data."""
        if self.is_folder:
            return self.folder / name
        if name == data:
            return self.wanted
        return self.folder / (name if name in BESIDE else f"{self.wanted.stem}.{name}")

    def check_free(self, project: Project, *, is_replacing: bool) -> None:
        """Refuse to write over the project, and over anything else unless that is wanted.

        Raises:
            UserError: something is there already, or the folder around it is not.
        """
        self._check_name(project)
        self._check_kind()
        if self.is_folder:
            take_back(self.folder)
        if not is_replacing:
            self._check_not_taken()
        parent = self.folder.parent if self.is_folder else self.folder
        if not parent.is_dir():
            raise UserError(f"There is no folder {parent}. Nothing was written. Make it first.")

    @contextlib.contextmanager
    def draft(self) -> Iterator[Path]:
        """A folder under another name in which the files are written until they are proved."""
        try:
            with draft_folder(self._around, self.wanted.name) as draft:
                yield draft
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UserError(
                f"Cannot write to {self.folder} ({reason}). Nothing was exported. "
                "Choose another folder."
            ) from error

    def publish(
        self, draft: Path, data: Sequence[str], *, project: Project, is_replacing: bool
    ) -> tuple[Path, ...]:
        """Give the proved files their names, the data last, and tell them with the data first.

        Raises:
            UserError: the data is more than the one file that a person named, or the project or
                what no export wrote lies there, or something came there meanwhile.
        """
        names = names_in(draft)
        self._check_one_file(data)
        if not is_replacing:
            self._check_not_taken()
        own = self._own_files()
        only = data[0] if data else ""
        for name in names:
            sync_file(draft / name)
            self._check_beside(draft / name, self.path_of(name, only), own)
            _check_no_project(self.path_of(name, only), project)
        self._move(draft, names, only, own)
        for around in {self._around, self.folder}:
            sweep(around, self.wanted.name)
        first = [name for name in data if name in names]
        rest = [name for name in names if name not in first]
        rest.sort(key=lambda name: name != MANIFEST_FILE)
        return tuple(self.path_of(name, only) for name in (*first, *rest))

    @property
    def _around(self) -> Path:
        """Where the draft lies: beside the folder, or in it where that cannot be exchanged."""
        if not self.is_folder:
            return self.folder
        is_exchanged = not self.folder.exists() or may_be_exchanged(self.folder)
        return self.folder.parent if is_exchanged else self.folder

    def _move(
        self, draft: Path, names: Sequence[str], only: str, own: Mapping[str, Sequence[str]]
    ) -> None:
        if self.is_folder and not self.folder.exists():
            sync_folder(draft)
            draft.rename(self.folder)
            sync_folder(self.folder.parent)
        elif not (self._holds_only({*names, *own}, own) and exchange(draft, self.folder)):
            written = {self.path_of(name, only) for name in names}
            with moving(draft, _joined(own, _files_of(draft / MANIFEST_FILE))):
                self._replace_with(draft, names, only)
                self._remove(
                    {name: each for name, each in own.items() if self.folder / name not in written}
                )
                sync_folder(self.folder)

    def _holds_only(self, names: set[str], own: Mapping[str, Sequence[str]]) -> bool:
        """Whether all in the folder is of the dataset that is replaced, as that was written."""
        if not self.is_folder or not may_be_exchanged(self.folder):
            return False
        found = set(names_in(self.folder))
        return found <= names and all(
            digest(self.folder / name) in known for name, known in own.items() if name in found
        )

    def _replace_with(self, draft: Path, names: Sequence[str], only: str) -> None:
        last = (only, MANIFEST_FILE)
        for name in sorted(names, key=lambda name: (name == only, name in last)):
            path = self.path_of(name, only)
            path.parent.mkdir(parents=True, exist_ok=True)
            (draft / name).replace(path)

    def _remove(self, files: Mapping[str, Sequence[str]]) -> None:
        """Take away what only the dataset that is replaced had, unless it was changed since."""
        inside = self.folder.resolve()
        for name, known in files.items():
            path = self.folder / name
            if path.resolve().is_relative_to(inside) and path.is_file() and digest(path) in known:
                path.unlink()

    def _check_one_file(self, data: Sequence[str]) -> None:
        if not self.is_folder and len(data) != 1:
            raise UserError(
                f"This export has several files, and {self.wanted.name} would be one. Nothing was "
                "exported. Name a folder instead: a name without a suffix."
            )

    def _check_beside(self, new: Path, path: Path, own: Mapping[str, Sequence[str]]) -> None:
        """Refuse to write over a file that no person named and no export wrote."""
        is_wanted = path in (self.wanted, self.manifest if own else None)
        if is_wanted or path.relative_to(self.folder).as_posix() in own:
            return
        if path.exists() and not filecmp.cmp(new, path, shallow=False):
            raise UserError(
                f"{path} belongs to something else. Nothing was exported. Choose another folder."
            )

    def _check_name(self, project: Project) -> None:
        for path in (self.wanted, self.manifest):
            _check_no_project(path, project)
        name = self.wanted.name
        endings = (MANIFEST_FILE, f".{LOSSES_FILE}")
        taken = (*BESIDE, LOSSES_FILE, CARD_FILE, CROISSANT_FILE)
        if not self.is_folder and (name in taken or name.endswith(endings)):
            raise UserError(
                f"{name} is the name of a file that lies beside a dataset. Nothing was written. "
                "Choose another name."
            )
        if not _is_text(name):
            raise UserError(
                "The name has bytes that are no text, and the manifest could not tell it. "
                "Nothing was written. Choose another name."
            )

    def _check_kind(self) -> None:
        """Refuse a file, or standard output, where a folder is meant to be."""
        if self.is_folder and os.path.lexists(self.wanted) and not self.wanted.is_dir():
            raise UserError(
                f"{self.wanted} is no folder, and a name without a suffix means one. Nothing was "
                "written. Choose a name with a suffix, such as labels.jsonl, or another folder."
            )
        if str(self.wanted) == "-":
            raise UserError(
                "A dataset is proved before it appears, so it does not go to standard output. "
                "Nothing was written. Choose a file, such as labels.jsonl, or a folder."
            )

    def _check_not_taken(self) -> None:
        taken = self._taken()
        if taken is not None and self._cut_off():
            raise UserError(
                f"An export to {self.wanted} {CUT_OFF} Nothing was written. "
                "Replace them with --force, or choose another name."
            )
        if taken is not None:
            raise UserError(
                f"{taken if taken.name else taken.resolve()} exists already. Nothing was written. "
                "Choose another name, or replace it with --force."
            )

    def _taken(self) -> Path | None:
        """What is there already."""
        if self.is_folder:
            return self.folder if self._holds_something else None
        # A link counts also where it leads nowhere.
        return next((each for each in (self.wanted, self.manifest) if os.path.lexists(each)), None)

    @property
    def _holds_something(self) -> bool:
        if not self.folder.exists():
            return os.path.lexists(self.folder)
        drafts = drafts_in(self.folder, self.wanted.name)
        return any(each not in drafts for each in self.folder.iterdir())

    def _own_files(self) -> Mapping[str, Sequence[str]]:
        """The files of the dataset that is replaced, and the SHA-256 of each.

        Those of an export that was cut off have one of two.
        """
        return _joined(self._cut_off(), _files_of(self.manifest))

    def _cut_off(self) -> Mapping[str, Sequence[str]]:
        """The files of an export to this place that was cut off on their way."""
        found: Mapping[str, Sequence[str]] = {}
        for around in {self.folder, self.folder.parent if self.is_folder else self.folder}:
            found = _joined(found, cut_off_in(around).get(self.wanted.name, {}))
        return found


def _files_of(manifest: Path) -> dict[str, list[str]]:
    """The files that a manifest of ours lists, and the SHA-256 of each."""
    try:
        told = orjson.loads(manifest.read_bytes())
        if not str(told["schema"]).startswith("annotator/"):
            return {}
        return {str(file["name"]): [str(file["sha256"])] for file in told["files"]}
    except (OSError, ValueError, LookupError, TypeError):
        return {}


def _joined(
    one: Mapping[str, Sequence[str]], other: Mapping[str, Sequence[str]]
) -> dict[str, list[str]]:
    """The files of both, with what is known of each."""
    return {name: [*one.get(name, ()), *other.get(name, ())] for name in (*one, *other)}


def names_in(draft: Path) -> list[str]:
    """The names of all files of a draft, from its folder on, with slashes on every system."""
    found = (path for path in draft.rglob("*") if path.is_symlink() or not path.is_dir())
    return sorted(path.relative_to(draft).as_posix() for path in found)


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check_no_project(path: Path, project: Project) -> None:
    if project.owns(path) and path.name != project.path.name:
        raise UserError(
            f"{path.name} belongs to the project. Nothing was written. Choose another name."
        )
    if path.is_file() and path.samefile(project.path):
        raise UserError(
            f"{path.name} is the project itself. Nothing was written. Choose another name."
        )


def _is_text(name: str) -> bool:
    """Whether a name of a file can be written down; on some systems it may be any bytes."""
    return not any("\ud800" <= character <= "\udfff" for character in name)
