"""Where articles are read from: files, folders, members of zip files, standard input.

Zip members are read as streams under limits and never unpacked to the disk, so a hostile name or
a bomb can do nothing but be refused.
"""

import codecs
import struct
import zipfile
import zlib
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import BufferedReader, RawIOBase
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast

from annotator.domain.errors import UserError
from annotator.formats import advice
from annotator.formats.encodings import marked_encoding
from annotator.formats.incoming import Problem

if TYPE_CHECKING:
    from typing_extensions import Buffer

    from annotator.domain.article import Article
    from annotator.formats.import_map import ImportMap

ZIP_MEMBERS = 10_000
ZIP_MEMBER_BYTES = 256_000_000
ZIP_TOTAL_BYTES = 1_000_000_000
ZIP_RATIO = 200

_START = 512
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error)
_NOTHING_IMPORTED = "Nothing was imported from it."
_EMPTY = (
    "holds no files; hidden ones and linked folders are passed over. Nothing was imported from it. "
    "Choose the folder that the articles lie in."
)


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read: a file, one member of a zip file, or a stream that is open already.

    `told` is what a person said about how to read it; `known` finds an article that the project
    has, by its id or address, for files that hold no text. The members of one zip file share their
    `archive`, since opening it takes as long as it has members.
    """

    name: str
    path: Path | None = None
    member: str = ""
    stream: BinaryIO | None = None
    size: int | None = None
    told: "ImportMap | None" = None
    known: "Callable[[str], Article | None] | None" = None
    archive: zipfile.ZipFile | None = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, path: Path) -> "Source":
        """A file, named as the person named it."""
        try:
            return cls(str(path), path, size=path.stat().st_size)
        except OSError as error:
            raise UserError(_unreadable(path, error)) from error

    @property
    def file_name(self) -> str:
        """The file's name without folders, also of a member of a zip file."""
        return PurePosixPath(self._own_name).name

    @property
    def stem(self) -> str:
        """The file's name without folders and extension."""
        return PurePosixPath(self._own_name).stem

    @property
    def extension(self) -> str:
        """The extension in small letters, without the dot."""
        return PurePosixPath(self._own_name).suffix[1:].lower()

    def lies_beside(self, name: str) -> bool:
        """Whether there is a file of this name in the same folder, or in that of the zip file."""
        if self.archive is None:
            return self.path is not None and self.path.with_name(name).is_file()
        return str(PurePosixPath(self.member).with_name(name)) in self.archive.NameToInfo

    def beside(self, name: str) -> "Source | None":
        """The file of this name in the same folder, or in that of the zip file; None without."""
        if self.path is None or not self.lies_beside(name):
            return None
        shown = str(PurePosixPath(self.name).with_name(name))
        if self.archive is None:
            return replace(Source.of(self.path.with_name(name)), name=shown, told=self.told)
        member = str(PurePosixPath(self.member).with_name(name))
        size = self.archive.NameToInfo[member].file_size
        return replace(self, name=shown, member=member, size=size, known=None)

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The bytes as a stream; files are closed afterwards, a given stream is left open."""
        if self.stream is not None:
            yield self.stream
        elif self.archive is not None:
            try:
                with self._opened(self.archive) as stream:
                    yield stream
            except _DAMAGED as error:
                raise UserError(_damaged(self.name)) from error
        elif self.path is not None:
            with self.path.open("rb") as stream:
                yield stream

    @contextmanager
    def open_utf8(self) -> Iterator[BinaryIO]:
        """The same as UTF-8, where a person or a byte order mark says that it is something else."""
        encoding = (self.told.encoding if self.told else None) or marked_encoding(self.start())
        with self.open() as stream:
            is_utf8 = encoding is None or encoding.startswith("utf-8")
            yield stream if is_utf8 else BufferedReader(_Recoded(self.name, stream, str(encoding)))

    def _opened(self, archive: zipfile.ZipFile) -> BinaryIO:
        try:
            return cast("BinaryIO", archive.open(self.member))
        except (ValueError, KeyError, struct.error, OverflowError) as error:
            raise UserError(_damaged(self.name)) from error

    def start(self, length: int = _START) -> bytes:
        """The first bytes, without taking them from a stream, which may give fewer."""
        if isinstance(self.stream, BufferedReader):
            return self.stream.peek(length)[:length]
        if self.stream is not None:
            place = self.stream.tell()
            start = self.stream.read(length)
            self.stream.seek(place)
            return start
        with self.open() as stream:
            return stream.read(length)

    def read(self, *, limit: int) -> bytes:
        """All bytes; refused unread when there are more than the limit."""
        if self.size is not None and self.size > limit:
            raise UserError(self._too_big(limit))
        # Room is made for as much as is asked for, whatever there is.
        most = limit if self.size is None else min(limit, self.size)
        with self.open() as stream:
            content = stream.read(most + 1)
            content += stream.read(limit + 1 - most) if len(content) > most < limit else b""
        if len(content) > limit:
            raise UserError(self._too_big(limit))
        return content

    @property
    def _own_name(self) -> str:
        return self.member or (self.path.name if self.path else "")

    def _too_big(self, limit: int) -> str:
        size = f" ({self.size / 1e6:.0f} MB)" if self.size else ""
        return (
            f"{self.name} is too big for one article{size}. {_NOTHING_IMPORTED} "
            f"Split it into files of at most {limit / 1e6:.0f} MB and import those."
        )


class _Recoded(RawIOBase):
    """A stream in UTF-8 of one in another encoding."""

    def __init__(self, name: str, stream: BinaryIO, encoding: str) -> None:
        self._name, self._stream, self._encoding = name, stream, encoding
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._ready, self._is_ended = b"", False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "Buffer") -> int:
        room = memoryview(buffer)
        while not (self._ready or self._is_ended):
            piece = self._stream.read(len(room))
            self._is_ended = not piece
            try:
                self._ready = self._decoder.decode(piece, final=self._is_ended).encode()
            except UnicodeError as error:
                raise UserError(
                    f"{self._name} is not {self._encoding.upper()}, as it should be. The rest was "
                    f"not read. {advice.OTHER_ENCODING}"
                ) from error
        count = min(len(room), len(self._ready))
        room[:count], self._ready = self._ready[:count], self._ready[count:]
        return count


def expand(sources: Sequence[Path]) -> Iterator[Source | Problem]:
    """The files that sources stand for: folders with all below them, zip files with all inside.

    Hidden files, linked folders and what browsers save beside a page are passed over. The order
    is that of the names, the same everywhere.
    """
    for path in sources:
        is_empty = True
        for found in _found(path):
            is_empty = False
            yield found
        if is_empty:
            yield Problem(str(path), None, f"{path} {_EMPTY}")


def _found(path: Path) -> Iterator[Source | Problem]:
    try:
        yield from _expand(path)
    except UserError as error:
        yield Problem(str(path), None, str(error))
    except OSError as error:
        yield Problem(str(path), None, _unreadable(path, error))


def _expand(path: Path) -> Iterator[Source | Problem]:
    if not path.exists():
        if path.is_symlink():
            raise UserError(f"{path} links to a file that is not there. {_NOTHING_IMPORTED}")
        raise UserError(
            f"There is no {path}. Nothing was imported from it. Look at the name and try again."
        )
    if path.is_dir():
        inside = sorted(path.iterdir(), key=lambda each: each.name)
        names = {each.name for each in inside}
        for inner in inside:
            # A linked folder may hold the one it lies in; what Office has open has a twin in “~$”.
            is_linked = inner.is_symlink() and inner.is_dir()
            is_hidden = inner.name.startswith((".", "~$")) or is_linked
            if not is_hidden and not _belongs_to_page(inner.name, names):
                yield from _found(inner)
    elif not path.is_file():
        raise UserError(f"{path} is no file. {_NOTHING_IMPORTED} Choose a file or a folder.")
    elif path.suffix.lower() == ".zip":
        yield from _members(path)
    else:
        yield Source.of(path)


def _belongs_to_page(name: str, beside: Container[str]) -> bool:
    """Whether a folder holds the pictures and styles that a browser saved with a page."""
    page = name.removesuffix("_files")
    return page != name and (f"{page}.html" in beside or f"{page}.htm" in beside)


def _members(path: Path) -> Iterator[Source]:
    try:
        # It is closed when the last of its members is no longer held.
        archive = zipfile.ZipFile(path)
        members = [member for member in archive.infolist() if not member.is_dir()]
    except (*_DAMAGED, ValueError) as error:
        raise UserError(_damaged(str(path))) from error
    _check_zip(path, members)
    names = {member.filename for member in members}
    for member in sorted(members, key=lambda each: each.filename):
        parts = member.filename.split("/")
        folders = ("/".join(parts[:depth]) for depth in range(1, len(parts)))
        is_hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in parts)
        if not is_hidden and not any(_belongs_to_page(folder, names) for folder in folders):
            name = f"{path}/{member.filename}"
            yield Source(name, path, member.filename, size=member.file_size, archive=archive)


def _check_zip(path: Path, members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    total = sum(member.file_size for member in members)
    reason = ""
    if any(member.flag_bits & 0x1 for member in members):
        reason = "is encrypted"
    elif len(names) != len(set(names)):
        reason = "holds two files of one name"
    elif any(_is_hostile(name) for name in names):
        reason = "holds a name that points outside it"
    elif any(name.lower().endswith(".zip") for name in names):
        reason = "holds another zip file"
    elif len(members) > ZIP_MEMBERS:
        reason = f"holds {len(members):,} files, more than {ZIP_MEMBERS:,}"
    elif total > ZIP_TOTAL_BYTES or any(_is_bomb(member) for member in members):
        reason = (
            f"would unpack to {total / 1e6:,.0f} MB; at most are {ZIP_TOTAL_BYTES / 1e6:,.0f} MB "
            f"in all, {ZIP_MEMBER_BYTES / 1e6:,.0f} MB and {ZIP_RATIO} times the packed size a file"
        )
    if reason:
        raise UserError(
            f"{path} {reason}. {_NOTHING_IMPORTED} Unpack it yourself and import the folder."
        )


def _is_hostile(name: str) -> bool:
    return name.startswith(("/", "\\")) or "\\" in name or ".." in name.split("/") or ":" in name


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    packed = max(member.compress_size, 1_000)
    return member.file_size > ZIP_MEMBER_BYTES or member.file_size > packed * ZIP_RATIO


def _damaged(name: str) -> str:
    return (
        f"{name} is damaged or no zip file. {_NOTHING_IMPORTED} Fetch it again, or unpack it and "
        "import the folder."
    )


def _unreadable(path: Path, error: OSError) -> str:
    reason = error.strerror or str(error)
    return (
        f"{path} cannot be read ({reason.lower()}). {_NOTHING_IMPORTED} Make it readable for you "
        "and try again."
    )
