"""The window: everything a person sees, and the only part that knows Qt."""

import contextlib

from PySide6 import QtCore as _  # noqa: F401 - brings the module below

with contextlib.suppress(ImportError):
    from shibokensupport import feature

    # PySide reads the source of each module that is imported after it, to see whether Qt's names
    # are wanted in snake case there. They are not, and the reading is a tenth of the start.
    feature.feature_imported = lambda _module: None
