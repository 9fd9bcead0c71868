"""Plain words where Qt shows rich text, such as tooltips.

Qt takes for markup whatever looks like it, and opens the files that an image in it names: words
of articles, names of people and of sources come to a tooltip only through here.
"""

from PySide6.QtWidgets import QWidget


def escape(words: str) -> str:
    """Words that are shown as they are; `html` would bring a table of 2,000 names to the start."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_tip(words: str) -> str:
    """Plain words as a tooltip, in lines as long as the screen has room for."""
    lines = "<br>".join(map(escape, words.split("\n")))
    return f"<qt>{lines}</qt>" if words else ""


def give_tip(widget: QWidget, words: str) -> None:
    """Say more of a widget: where the pointer rests on it, and to a screen reader."""
    widget.setToolTip(as_tip(words))
    # Without one of its own, a screen reader would read the tooltip out, markup and all.
    widget.setAccessibleDescription(words)
