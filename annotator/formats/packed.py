"""Office files, which are zip files: opened under limits, never unpacked to the disk."""

import lzma
import struct
import zipfile
import zlib
from io import BytesIO

from annotator.formats.json_values import Refused

MOST_BYTES = 50_000_000
MOST_MEMBER = 60_000_000
MOST_TOTAL = 300_000_000
MOST_RATIO = 300
MOST_MEMBERS = 5_000

DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError,
    NotImplementedError, OverflowError,
)  # fmt: skip
"""What reading a damaged zip file may end in."""

_DAMAGED = (
    "It is damaged or no office file. Nothing was imported from it. Open it in its program, "
    "save it anew and import that."
)


class Packed:
    """The members of an office file."""

    def __init__(self, content: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        except DAMAGE as error:
            is_old = content.startswith(b"\xd0\xcf\x11\xe0")
            old = "It has a password, or is of a kind older than 2007. Save it anew without."
            raise Refused(old if is_old else _DAMAGED) from error
        _check(self._archive.infolist())

    def read(self, name: str) -> bytes | None:
        """The bytes of a member; None when there is none of this name."""
        try:
            with self._archive.open(name) as stream:
                content = stream.read(MOST_MEMBER + 1)
        except KeyError:
            return None
        except DAMAGE as error:
            raise Refused(_DAMAGED) from error
        if len(content) > MOST_MEMBER:
            raise Refused(
                f"Its part {name} unpacks to more than {MOST_MEMBER / 1e6:,.0f} MB. It is not read."
            )
        return content


def _check(members: list[zipfile.ZipInfo]) -> None:
    """Refuse what would unpack beyond all measure, before any of it is unpacked."""
    if any(member.flag_bits & 0x1 for member in members):
        raise Refused("It has a password. Save it anew without and import that.")
    total = sum(member.file_size for member in members)
    is_bomb = any(
        member.file_size > MOST_MEMBER
        or member.file_size > MOST_RATIO * max(member.compress_size, 10_000)
        for member in members
    )
    if is_bomb or total > MOST_TOTAL or len(members) > MOST_MEMBERS:
        raise Refused(
            f"It would unpack to {total / 1e6:,.0f} MB, as bombs do. It is not read: at most are "
            f"{MOST_TOTAL / 1e6:,.0f} MB in {MOST_MEMBERS:,} parts, {MOST_MEMBER / 1e6:,.0f} MB "
            f"and {MOST_RATIO} times the packed size in each."
        )
