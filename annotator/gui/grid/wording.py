"""What the cells of the grid say, in words, glyph and colour."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from annotator.domain.scheme import Scheme
from annotator.domain.stance import CANNOT_TELL, NONE_EXPRESSED
from annotator.operations.grid import MIXED, NO_POLARITY, NOT_LOOKED_AT, Side, polarity_of


@dataclass(frozen=True, slots=True)
class Sign:
    """How a value looks: its words, its glyph, and the kind of mark whose colours it has.

    What an annotation shows is filled; `is_open` has a broken edge and no ground.
    """

    words: str
    glyph: str
    colour: str = ""
    is_open: bool = False


def signs_of(scheme: Scheme) -> dict[str, Sign]:
    """The sign of every value that a cell may have."""
    signs = {
        NOT_LOOKED_AT: Sign(_words("Not looked at"), "·", is_open=True),
        NONE_EXPRESSED: Sign(_words("None expressed"), "○"),
        CANNOT_TELL: Sign(_words("Cannot tell"), "?"),
        MIXED: Sign(_words("Mixed"), "◆", "neutral"),
        NO_POLARITY: Sign(_words("No polarity yet"), "±", "neutral"),
    }
    polarity = polarity_of(scheme)
    for value in polarity.values if polarity else ():
        signs[value.id] = Sign(value.name, value.glyph or "±", value.colour or "neutral")
    return signs


def name_of(side: Side) -> str:
    """What a row or column is called."""
    return side.name if side.party is not None else _words("The author")


def line(holder: Side, target: Side, sign: Sign) -> str:
    """A cell as one line: who towards whom, and what."""
    words = _words("{holder} towards {target}: {value}")
    return words.format(holder=name_of(holder), target=name_of(target), value=sign.words)


def _words(source: str) -> str:
    return QCoreApplication.translate("Grid", source)
