"""Where an export goes: nothing is lost there, and files appear whole or not at all."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import orjson

from annotator.domain.errors import UserError
from annotator.domain.identity import new_id
from annotator.operations.dataset_files import LINKS_FILE, LOSSES_FILE, MANIFEST_FILE

DATA_FILE = "data.jsonl"


@dataclass(frozen=True, slots=True)
class Destination:
    """The files of an export, or the drafts of them.

    A name with a suffix is a file, with its manifest and links beside it; one without is a folder.
    """

    data: Path
    links: Path
    manifest: Path
    is_folder: bool

    @classmethod
    def of(cls, wanted: Path) -> "Destination":
        """The files that go where a person wants an export."""
        if wanted.is_dir() or not wanted.suffix:
            return cls._inside(wanted)
        manifest = wanted.with_name(f"{wanted.stem}.{MANIFEST_FILE}")
        return cls(wanted, wanted.with_name(LINKS_FILE), manifest, is_folder=False)

    @classmethod
    def _inside(cls, folder: Path) -> "Destination":
        return cls(folder / DATA_FILE, folder / LINKS_FILE, folder / MANIFEST_FILE, is_folder=True)

    @property
    def folder(self) -> Path:
        """The folder that holds the files."""
        return self.data.parent

    def check_free(self, project: Path, *, is_replacing: bool) -> None:
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
    def drafts(self) -> Iterator["Destination"]:
        """Names under which the files are written until they are proved.

        A folder that is not there yet is made under another name, so that it too appears whole.
        """
        mark = f".{new_id()}.tmp"
        try:
            if self.folder.exists():
                data, links, manifest = (
                    path.with_name(f".{path.name}{mark}") for path in self._files
                )
                yield Destination(data, links, manifest, is_folder=False)
            else:
                draft = self._draft_folder(mark)
                draft.mkdir()
                yield self._inside(draft)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UserError(
                f"Cannot write to {self.folder} ({reason}). Nothing was exported. "
                "Choose another folder."
            ) from error
        finally:
            self._clear(mark)

    def publish(self, drafts: "Destination", *, has_links: bool) -> tuple[Path, ...]:
        """Give the proved drafts their names, the data last.

        Raises:
            UserError: links that belong to another dataset lie there.
        """
        own_old_links = self._has_own_links()
        if not has_links:
            drafts.links.unlink()
        elif not (self.is_folder or own_old_links or self._has_same_links(drafts)):
            raise UserError(
                f"{self.links} belongs to something else. Nothing was exported. "
                "Choose another folder."
            )
        written = [path for path in drafts._files if path.exists()]  # noqa: SLF001 - same class
        for path in written:
            _sync(path)
        if drafts.is_folder:
            _sync_folder(drafts.folder)
            drafts.folder.rename(self.folder)
            _sync_folder(self.folder.parent)
        else:
            self._replace_with(drafts)
            if own_old_links and not has_links:
                self.links.unlink(missing_ok=True)
            _sync_folder(self.folder)
        links = (self.links,) if has_links else ()
        return (self.data, self.manifest, *links)

    def _replace_with(self, drafts: "Destination") -> None:
        for draft, path in (
            (drafts.links, self.links),
            (drafts.manifest, self.manifest),
            (drafts.data, self.data),
        ):
            if draft.exists():
                draft.replace(path)

    def _check_name(self, project: Path) -> None:
        for path in self._files:
            if path.exists() and path.samefile(project):
                raise UserError(
                    f"{path.name} is the project itself. Nothing was written. Choose another name."
                )
        name = self.data.name
        if name in (LINKS_FILE, LOSSES_FILE) or name.endswith(MANIFEST_FILE):
            raise UserError(
                f"{name} is the name of a file that lies beside a dataset. Nothing was written. "
                "Choose another name."
            )

    def _taken(self) -> str:
        """What is there already, by name."""
        if self.is_folder:
            return self.folder.name if self.folder.exists() and any(self.folder.iterdir()) else ""
        return next((path.name for path in (self.data, self.manifest) if path.exists()), "")

    def _has_own_links(self) -> bool:
        """Whether the links that lie there belong to the dataset that is replaced."""
        try:
            manifest = orjson.loads(self.manifest.read_bytes())
            return any(file["name"] == LINKS_FILE for file in manifest["files"])
        except (OSError, ValueError, LookupError, TypeError):
            return False

    def _has_same_links(self, drafts: "Destination") -> bool:
        return not self.links.exists() or self.links.read_bytes() == drafts.links.read_bytes()

    def _clear(self, mark: str) -> None:
        shutil.rmtree(self._draft_folder(mark), ignore_errors=True)
        for path in self._files:
            with contextlib.suppress(OSError):
                path.with_name(f".{path.name}{mark}").unlink()

    def _draft_folder(self, mark: str) -> Path:
        # Not `with_name`: the folder one stands in has no name.
        return self.folder.parent / f".{self.folder.name}{mark}"

    @property
    def _files(self) -> tuple[Path, Path, Path]:
        return (self.data, self.links, self.manifest)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    """Make names durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
