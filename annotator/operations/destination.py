"""Where an export goes: nothing is lost there, and files appear whole or not at all."""

import contextlib
import hashlib
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson

from annotator.domain.errors import UserError
from annotator.domain.identity import new_id
from annotator.formats.datasets.jsonl import BESIDE
from annotator.operations.dataset_files import (
    CARD_FILE,
    CROISSANT_FILE,
    LOSSES_FILE,
    MANIFEST_FILE,
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
        taken = self._taken()
        if taken and not is_replacing:
            raise UserError(
                f"{taken} exists already. Nothing was written. "
                "Choose another name, or replace it with --force."
            )
        parent = self.folder.parent if self.is_folder else self.folder
        if not parent.is_dir():
            raise UserError(f"There is no folder {parent}. Nothing was written. Make it first.")

    @contextlib.contextmanager
    def draft(self) -> Iterator[Path]:
        """A folder under another name in which the files are written until they are proved."""
        mark = f".{new_id()}.tmp"
        around = self.folder if self.folder.exists() else self.folder.parent
        # Not `with_name`: the folder one stands in has no name.
        draft = around / f".{self.wanted.name}{mark}"
        try:
            draft.mkdir()
            yield draft
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UserError(
                f"Cannot write to {self.folder} ({reason}). Nothing was exported. "
                "Choose another folder."
            ) from error
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def publish(self, draft: Path, data: Sequence[str], *, project: Project) -> tuple[Path, ...]:
        """Give the proved files their names, the data last, and tell them with the data first.

        Raises:
            UserError: the data is more than the one file that a person named, or the project, or
                links or entities of another dataset lie there.
        """
        names = names_in(draft)
        self._check_one_file(data)
        own = self._own_files()
        only = data[0] if data else ""
        for name in names:
            sync_file(draft / name)
            self._check_beside(draft, name, own)
            _check_no_project(self.path_of(name, only), project)
        if self.is_folder and not self.folder.exists():
            sync_folder(draft)
            draft.rename(self.folder)
            sync_folder(self.folder.parent)
        else:
            self._replace_with(draft, names, only)
            written = {self.path_of(name, only) for name in names}
            self._remove(
                {name: each for name, each in own.items() if self.folder / name not in written}
            )
            sync_folder(self.folder)
        first = [name for name in data if name in names]
        rest = [name for name in names if name not in first]
        rest.sort(key=lambda name: name != MANIFEST_FILE)
        return tuple(self.path_of(name, only) for name in (*first, *rest))

    def _replace_with(self, draft: Path, names: Sequence[str], only: str) -> None:
        last = (only, MANIFEST_FILE)
        for name in sorted(names, key=lambda name: (name == only, name in last)):
            path = self.path_of(name, only)
            path.parent.mkdir(parents=True, exist_ok=True)
            (draft / name).replace(path)

    def _remove(self, files: Mapping[str, str]) -> None:
        """Take away what only the dataset that is replaced had, unless it was changed since."""
        inside = self.folder.resolve()
        for name, sha256 in files.items():
            path = self.folder / name
            if path.resolve().is_relative_to(inside) and path.is_file() and digest(path) == sha256:
                path.unlink()

    def _check_one_file(self, data: Sequence[str]) -> None:
        if not self.is_folder and len(data) != 1:
            raise UserError(
                f"This export has several files, and {self.wanted.name} would be one. Nothing was "
                "exported. Name a folder instead: a name without a suffix."
            )

    def _check_beside(self, draft: Path, name: str, own: Mapping[str, str]) -> None:
        if self.is_folder or name not in BESIDE or name in own:
            return
        path = self.folder / name
        if path.exists() and path.read_bytes() != (draft / name).read_bytes():
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

    def _taken(self) -> str:
        """What is there already, by name."""
        if self.is_folder:
            return self.folder.name if self.folder.exists() and any(self.folder.iterdir()) else ""
        return next((path.name for path in (self.wanted, self.manifest) if path.exists()), "")

    def _own_files(self) -> Mapping[str, str]:
        """The files of the dataset that is replaced, and their SHA-256."""
        try:
            manifest = orjson.loads(self.manifest.read_bytes())
            return {str(file["name"]): str(file["sha256"]) for file in manifest["files"]}
        except (OSError, ValueError, LookupError, TypeError):
            return {}


def names_in(draft: Path) -> list[str]:
    """The names of all files of a draft, from its folder on, with slashes on every system."""
    return sorted(p.relative_to(draft).as_posix() for p in draft.rglob("*") if p.is_file())


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
