"""Where an export goes: nothing is lost there, and files appear whole or not at all."""

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import orjson

from annotator.domain.errors import UserError
from annotator.domain.identity import new_id
from annotator.operations.dataset_files import (
    BESIDE,
    ENTITIES_FILE,
    LINKS_FILE,
    LOSSES_FILE,
    MANIFEST_FILE,
)
from annotator.storage.durable import sync_file, sync_folder

DATA_FILE = "data.jsonl"


@dataclass(frozen=True, slots=True)
class Destination:
    """The files of an export, or the drafts of them.

    A name with a suffix is a file, with its manifest, links and entities beside it; one without is
    a folder.
    """

    data: Path
    links: Path
    entities: Path
    manifest: Path
    is_folder: bool

    @classmethod
    def of(cls, wanted: Path) -> "Destination":
        """The files that go where a person wants an export."""
        if wanted.is_dir() or not wanted.suffix:
            return cls._inside(wanted)
        manifest = wanted.with_name(f"{wanted.stem}.{MANIFEST_FILE}")
        links, entities = map(wanted.with_name, (LINKS_FILE, ENTITIES_FILE))
        return cls(wanted, links, entities, manifest, is_folder=False)

    @classmethod
    def _inside(cls, folder: Path) -> "Destination":
        links, entities = folder / LINKS_FILE, folder / ENTITIES_FILE
        return cls(folder / DATA_FILE, links, entities, folder / MANIFEST_FILE, is_folder=True)

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
                data, links, entities, manifest = (
                    path.with_name(f".{path.name}{mark}") for path in self._files
                )
                yield Destination(data, links, entities, manifest, is_folder=False)
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

    def publish(self, drafts: "Destination") -> tuple[Path, ...]:
        """Give the proved drafts their names, the data last; what would be empty beside it is not.

        Raises:
            UserError: links or entities that belong to another dataset lie there.
        """
        own = self._own_files()
        for draft, path in self._beside(drafts):
            if draft.stat().st_size == 0:
                draft.unlink()
            elif not (self.is_folder or path.name in own or _is_free_for(draft, path)):
                raise UserError(
                    f"{path} belongs to something else. Nothing was exported. "
                    "Choose another folder."
                )
        written = [draft for draft in drafts._files if draft.exists()]  # noqa: SLF001 - same class
        beside = [path for draft, path in self._beside(drafts) if draft in written]
        for draft in written:
            sync_file(draft)
        if drafts.is_folder:
            sync_folder(drafts.folder)
            drafts.folder.rename(self.folder)
            sync_folder(self.folder.parent)
        else:
            self._replace_with(drafts)
            for path in (self.links, self.entities):
                if path.name in own and path not in beside:
                    path.unlink(missing_ok=True)
            sync_folder(self.folder)
        return (self.data, self.manifest, *beside)

    def _beside(self, drafts: "Destination") -> tuple[tuple[Path, Path], ...]:
        """The drafts of what lies beside the data, each with its name."""
        return ((drafts.links, self.links), (drafts.entities, self.entities))

    def _replace_with(self, drafts: "Destination") -> None:
        last = ((drafts.manifest, self.manifest), (drafts.data, self.data))
        for draft, path in (*self._beside(drafts), *last):
            if draft.exists():
                draft.replace(path)

    def _check_name(self, project: Path) -> None:
        for path in self._files:
            if path.exists() and path.samefile(project):
                raise UserError(
                    f"{path.name} is the project itself. Nothing was written. Choose another name."
                )
        name = self.data.name
        if name in (*BESIDE, LOSSES_FILE) or name.endswith(MANIFEST_FILE):
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
        return next((path.name for path in (self.data, self.manifest) if path.exists()), "")

    def _own_files(self) -> set[str]:
        """The names of the files that belong to the dataset that is replaced."""
        try:
            manifest = orjson.loads(self.manifest.read_bytes())
            return {file["name"] for file in manifest["files"]}
        except (OSError, ValueError, LookupError, TypeError):
            return set()

    def _clear(self, mark: str) -> None:
        shutil.rmtree(self._draft_folder(mark), ignore_errors=True)
        for path in self._files:
            with contextlib.suppress(OSError):
                path.with_name(f".{path.name}{mark}").unlink()

    def _draft_folder(self, mark: str) -> Path:
        # Not `with_name`: the folder one stands in has no name.
        return self.folder.parent / f".{self.folder.name}{mark}"

    @property
    def _files(self) -> tuple[Path, Path, Path, Path]:
        return (self.data, self.links, self.entities, self.manifest)


def _is_text(name: str) -> bool:
    """Whether a name of a file can be written down; on some systems it may be any bytes."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _is_free_for(draft: Path, path: Path) -> bool:
    """Whether a name is free, or holds the same already."""
    return not path.exists() or path.read_bytes() == draft.read_bytes()
