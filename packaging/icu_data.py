"""Makes the ICU data of the frozen program small: python packaging/icu_data.py LIBRARY.

On Linux Qt brings `libicudata.so`, 31 MB of everything that ICU can do in every language, and asks
it for four things: order, time zones, encodings, and upper and lower case. What serves other
questions is left out, and so are the names that languages have for zones and dates, where the
window does not speak the language. Sorting stays whole, in every language.

Nothing of that is taken on trust: a Qt that asks for a fifth thing is refused, and Qt has to give
the same answers with the small library as with the one it came with.
"""

import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cmp_to_key
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale, QTimeZone

ROOT = Path(__file__).parents[1]

ASKED = re.compile(r"u_strTo(Lower|Upper)|ucal_|ucnv_|ucol_|UCNV_")
"""How the functions begin whose data is kept."""
UNASKED = re.compile(
    r"""( brkitr | curr | lang | rbnf | region | translit | unit )/.*  # a folder for each question
      | .*[.](cfu|spp)  # look-alikes, and host names: Qt has tables of its own for those
      | unames[.]icu    # the names of characters
    """,
    re.VERBOSE,
)
BY_LANGUAGE = re.compile(r"(zone/)?(?P<language>[a-z]{2,3})(_\w+)?[.]res")
"""Names of zones and dates; what belongs to no language has a longer name."""
CONTENTS = re.compile(r"(zone/)?res_index[.]res")
"""Lists of the languages in a folder, which nothing asks for and which would no longer be true."""

_MAGIC, _FORMAT = b"\xda\x27", b"CmnD"
_EVEN, _FILLING = 16, b"\xaa"
_WORDS = """
    Zebra Äpfel Apfel apfel Öl Ol Straße Strasse Ångström angle zorn źle ljubav lopta chata cena
    côte coté 10 9 İzmir ılık Izmir Яблоко яблоко Ёлка Елка ελιά Ελιά שלום سلام हिन्दी ไทย ไก่
    日本 中国 にほん ニホン 한국 co-op coop naïve naive
"""


class Package(NamedTuple):
    """A data package of ICU: what stands before the table of contents, and items by name."""

    header: bytes
    items: dict[str, bytes]


def unpacked(data: bytes) -> Package:
    """The items of a package.

    Raises:
        ValueError: it is something else, or written for another kind of processor.
    """
    if data[2:4] != _MAGIC or data[12:16] != _FORMAT or data[8]:
        raise ValueError("This is no little-endian data package of ICU.")
    size = struct.unpack_from("<H", data)[0]
    header, body = data[:size], data[size:]
    count = struct.unpack_from("<I", body)[0]
    places = list(struct.iter_unpack("<II", body[4 : 4 + 8 * count]))
    ends = [start for _, start in places[1:]] + [len(body)]
    names = (body[at : body.index(b"\0", at)].decode() for at, _ in places)
    contents = (body[start:end] for (_, start), end in zip(places, ends, strict=True))
    return Package(header, dict(zip(names, contents, strict=True)))


def packed(package: Package) -> bytes:
    """The package as ICU reads it: contents sorted by name, every item at an even place."""
    items = {name.encode() + b"\0": package.items[name] for name in sorted(package.items)}
    names_start = 4 + 8 * len(items)
    start = _even(names_start + sum(map(len, items)))
    table, names, contents = bytearray(struct.pack("<I", len(items))), bytearray(), bytearray()
    for name, item in items.items():
        table += struct.pack("<II", names_start + len(names), start + len(contents))
        names += name
        contents += item.ljust(_even(len(item)), _FILLING)
    return package.header + bytes(table + names).ljust(start, _FILLING) + bytes(contents)


def _even(size: int) -> int:
    return -(-size // _EVEN) * _EVEN


def is_kept(name: str, spoken: frozenset[str]) -> bool:
    """Whether an item, by its name inside the package, can be asked for."""
    if UNASKED.fullmatch(name) or CONTENTS.fullmatch(name):
        return False
    of_language = BY_LANGUAGE.fullmatch(name)
    return of_language is None or of_language["language"] in spoken


def made_small(package: Package, spoken: frozenset[str]) -> Package:
    """The package with what can be asked for."""
    kept = {
        name: item
        for name, item in package.items.items()
        if is_kept(name.partition("/")[2], spoken)
    }
    return package._replace(items=kept)


def languages_of_the_window() -> frozenset[str]:
    """English, and those with a translation."""
    files = (ROOT / "resources" / "translations").glob("annotator_*.ts")
    return frozenset({"en", *(path.stem.partition("_")[2] for path in files)})


def questions(folder: Path) -> set[str]:
    """The functions of ICU that the libraries of a folder call, without ICU's own."""
    found: set[str] = set()
    for library in folder.glob("*.so*"):
        if not library.name.startswith("libicu"):
            listed = _run("nm", "-D", "--undefined-only", str(library))
            found |= set(re.findall(r" U (u\w+|U\w+)_\d+$", listed.decode(), re.MULTILINE))
    return found


def data_in(library: Path) -> bytes:
    """The package inside a library."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "data")
        _run("objcopy", "-O", "binary", "--only-section=.rodata", str(library), str(target))
        return target.read_bytes()


def write_library(target: Path, package: Package) -> None:
    """Make a library that holds the package under the name by which ICU finds it."""
    inside = next(iter(package.items)).partition("/")[0]
    symbol = f"{inside[:-1]}_dat"  # without the letter of the byte order
    with tempfile.TemporaryDirectory() as folder:
        data, source, made = (Path(folder, name) for name in ("data", "source.s", "made.o"))
        data.write_bytes(packed(package))
        source.write_text(
            f".section .rodata\n.balign {_EVEN}\n.globl {symbol}\n.type {symbol}, %object\n"
            f'{symbol}: .incbin "{data}"\n.size {symbol}, . - {symbol}\n'
            ".section .note.GNU-stack\n"
        )
        _run("as", "-o", str(made), str(source))
        _run("ld", "-shared", "-s", "-soname", target.name, "-o", str(target), str(made))


def answers(spoken: frozenset[str]) -> Iterator[str]:
    """What Qt says with the data that it has found, a line for each language and for each zone."""
    from PySide6.QtCore import QLocale, QStringConverter, QTimeZone

    every = QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    )
    for locale in every:
        yield f"{locale.name()} {_in_order(locale)} {locale.toUpper('iıßά')}"
    yield f"{QStringConverter.availableCodecs()}"
    readers = [QLocale(language) for language in sorted(spoken)]
    for zone in QTimeZone.availableTimeZoneIds():
        yield f"{zone} {[_names(QTimeZone(zone), reader) for reader in readers]}"


def _in_order(locale: "QLocale") -> str:
    from PySide6.QtCore import QCollator

    return " ".join(sorted(_WORDS.split(), key=cmp_to_key(QCollator(locale).compare)))


def _names(zone: "QTimeZone", reader: "QLocale") -> list[str]:
    from PySide6.QtCore import QTimeZone

    lengths = (QTimeZone.NameType.LongName, QTimeZone.NameType.ShortName)
    return [zone.displayName(time, n, reader) for time in QTimeZone.TimeType for n in lengths]


def answers_with(library: Path) -> list[str]:
    """What Qt says in a process of its own that has loaded this library for its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--answers"],
        env={**os.environ, "LD_LIBRARY_PATH": str(library.parent.resolve())},
        check=True,
        stdout=subprocess.PIPE,
    )
    told = json.loads(done.stdout)
    if told["library"] != str(library.resolve()):
        sys.exit(f"Qt has loaded {told['library']} instead of {library}.")
    return told["answers"]


def _loaded() -> str:
    mapped = re.search(r"\S+/libicudata\S+", Path("/proc/self/maps").read_text("utf-8"))
    return mapped[0] if mapped else "nothing"


def replace(library: Path) -> None:
    """Put the small library where the large one is, once it has proved itself."""
    spoken = languages_of_the_window()
    if unknown := sorted(name for name in questions(library.parent) if not ASKED.match(name)):
        sys.exit(f"Qt calls {', '.join(unknown)}: see what data that needs, and put it into ASKED.")
    package = made_small(unpacked(data_in(library)), spoken)
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder, library.name)
        write_library(small, package)
        before, after = answers_with(library), answers_with(small)
        different = [old for old, new in zip(before, after, strict=True) if old != new]
        if different or not before:
            sys.exit(f"{len(different)} of {len(before)} answers differ, such as: {different[:1]}")
        sizes = [path.stat().st_size / 2**20 for path in (library, small)]
        shutil.copy(small, library)
    print(f"{library.name} has {sizes[1]:.1f} MB instead of {sizes[0]:.1f}.")
    print(f"Qt gives the same {len(before)} answers with it.")


def main() -> None:
    """Make one library small, or tell the answers to the process that compares them."""
    if sys.argv[1:] == ["--answers"]:
        told = list(answers(languages_of_the_window()))
        print(json.dumps({"library": _loaded(), "answers": told}))
    else:
        replace(Path(sys.argv[1]))


def _run(*command: str) -> bytes:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


if __name__ == "__main__":
    main()
