"""sqlite-utils, without the libraries of numbers that it loads wherever they are installed.

It loads NumPy and pandas to write columns of theirs, which nobody does here; with them a new
project takes a second instead of a tenth.
"""

import importlib
import sys

_NEVER_WRITTEN = ("numpy", "pandas")


def _load_alone() -> None:
    # A module that is None counts as one that is not installed.
    absent = [name for name in _NEVER_WRITTEN if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]
    try:
        importlib.import_module("sqlite_utils")
    finally:
        for name in absent:
            del sys.modules[name]


_load_alone()

from sqlite_utils import Database, Migrations  # noqa: E402 - once it is loaded alone

__all__ = ["Database", "Migrations"]
