"""The ICU data of the built program: what stays in it, and that it is written as ICU reads it.

`packaging/build.sh` asks Qt itself whether it answers as before.
"""

import runpy
import struct
import sys
from pathlib import Path
from typing import Any

import PySide6
import pytest

from annotator.settings import LANGUAGES

ROOT = Path(__file__).parents[2]
TOOL: dict[str, Any] = runpy.run_path(str(ROOT / "packaging" / "icu_data.py"))
HEADER = struct.pack("<HBBHHBBBB4s16x", 32, 0xDA, 0x27, 20, 0, 0, 0, 2, 0, b"CmnD")
NAMES = b"icudt73l/coll/root.res\0icudt73l/unames.icu\0"
SAMPLE = b"".join(
    [HEADER, struct.pack("<5I", 2, 20, 64, 43, 80), NAMES, b"\xaa", b"order of all..16", b"n" * 32]
)
KEPT = [
    "coll/root.res", "coll/sv.res", "coll/ucadata.icu", "coll/res_index.res", "cnvalias.icu",
    "gb18030.cnv", "nfkc.nrm", "root.res", "en_GB.res", "de.res", "zone/de_AT.res", "zone/pool.res",
    "supplementalData.res", "zoneinfo64.res",
]  # fmt: skip
LEFT_OUT = [
    "brkitr/thaidict.dict", "curr/de.res", "lang/en.res", "unit/root.res", "translit/root.res",
    "confusables.cfu", "rfc3491.spp", "unames.icu", "fr.res", "zh_Hant_HK.res", "zone/sv.res",
    "den.res", "res_index.res", "zone/res_index.res",
]  # fmt: skip


def test_a_package_is_read_and_written_byte_for_byte():
    package = TOOL["unpacked"](SAMPLE)
    assert list(package.items) == ["icudt73l/coll/root.res", "icudt73l/unames.icu"]
    assert package.items["icudt73l/coll/root.res"] == b"order of all..16"
    assert TOOL["packed"](package) == SAMPLE


def test_what_is_no_package_of_ours_is_refused():
    other_order = SAMPLE[:8] + b"\1" + SAMPLE[9:]
    for data in (b"", b"\x7fELF" + SAMPLE, other_order):
        with pytest.raises(ValueError, match="no little-endian data package"):
            TOOL["unpacked"](data)


def test_the_languages_are_those_of_the_window():
    assert TOOL["languages_of_the_window"]() == set(LANGUAGES)


def test_sorting_stays_whole_and_what_nobody_asks_for_goes():
    spoken = frozenset({"en", "de"})
    assert [name for name in KEPT if not TOOL["is_kept"](name, spoken)] == []
    assert [name for name in LEFT_OUT if TOOL["is_kept"](name, spoken)] == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt asks the system")
def test_the_data_of_the_qt_that_is_installed_can_be_made_small():
    [library] = Path(PySide6.__file__).parent.glob("Qt/lib/libicudata.so.*")
    content = library.read_bytes()
    whole = TOOL["unpacked"](content[content.index(b"CmnD") - 12 :])
    small = TOOL["made_small"](whole, frozenset(LANGUAGES))
    written = TOOL["packed"](small)
    assert TOOL["unpacked"](written) == small
    assert len(written) < len(content) / 3
    order = {name for name in whole.items if "/coll/" in name}
    assert len(order) > 100
    assert order < small.items.keys()
