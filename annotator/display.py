"""Whether there is a display, and what is said where there is none."""

import os
import sys

ABSENT = (
    "There is no display, so the window cannot open. Nothing was changed. These commands need "
    "none: new, import, articles, search, show, suggest, people, assign, agreement, stats, "
    "history, export, check; annotator --help lists all."
)

_PLATFORMS_WITHOUT_DISPLAY = ("offscreen", "minimal", "vnc")


def is_there() -> bool:
    """Whether a window can be shown; only Linux may lack a display."""
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in _PLATFORMS_WITHOUT_DISPLAY:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
