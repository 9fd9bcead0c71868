"""Lines from right to left, out of the order in which a page shows them into that of reading.

A page knows only where characters stand. What is read from right to left is turned around, but for
the numbers and the words of other scripts in it, which are read from left to right all the same.
"""

import re
from collections.abc import Sequence

_SCRIPT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
RIGHT_TO_LEFT = re.compile(_SCRIPT)
_TURNED = re.compile(rf"{_SCRIPT}(?:{_SCRIPT}|[ .,'’\"״׳-]+(?={_SCRIPT}))*")
_OTHER_LETTERS = re.compile(r"[A-Za-z\u00c0-\u052f]")
_LETTER = r"[A-Za-z\u00c0-\u052f]"
_KEPT = re.compile(
    rf"[0-9]*{_LETTER}(?:{_LETTER}|[0-9]|[ .,'’&/-]+(?={_LETTER}))*"
    r"|[%‰$€£₪]?[0-9](?:[.,:/-]?[0-9])*[%‰$€£₪]?"
)


def as_read(runs: Sequence[str]) -> str:
    """A line in the order of reading.

    `runs` are its pieces from left to right as they are seen, each from right to left already
    where its script is. Which way a line goes is told by what most of its letters are.
    """
    line = "".join(runs)
    strong = len(RIGHT_TO_LEFT.findall(line))
    if not strong:
        return line
    seen = "".join(run[::-1] if RIGHT_TO_LEFT.search(run) else run for run in runs)
    if len(_OTHER_LETTERS.findall(line)) > strong:
        return _TURNED.sub(lambda found: found[0][::-1], seen)
    return _KEPT.sub(lambda found: found[0][::-1], seen[::-1])
