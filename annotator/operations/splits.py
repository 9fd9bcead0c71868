"""The splits of a dataset: what people type about them, and what is told of them."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from annotator.domain.errors import UserError

CLOSEST = 5
"""So many of the closest pairs across splits are told."""


@dataclass(frozen=True, slots=True)
class ClosePair:
    """Two articles of different splits, and how much of five-word runs they share."""

    one: str
    other: str
    likeness: float
    containment: float
    is_near: bool


@dataclass(frozen=True, slots=True)
class Splits:
    """The split of each article, why others have none, and how near the splits come."""

    of: Mapping[str, str]
    left_out: Mapping[str, str] = field(default_factory=dict)
    closest: tuple[ClosePair, ...] = ()
    groups: int = 0
    borders: tuple[tuple[str, str], ...] = ()

    @property
    def leaks(self) -> tuple[ClosePair, ...]:
        """Near-copies in different splits; only a split by article or a list can have any."""
        return tuple(each for each in self.closest if each.is_near)

    def as_json(self) -> dict[str, object]:
        """What the verification found, for the manifest and the card."""
        return {
            "groups": self.groups,
            "near_copies_across": len(self.leaks),
            "closest": [asdict(each) for each in self.closest[:CLOSEST]],
            "borders": {name: day for day, name in self.borders},
        }


def parsed_shares(text: str) -> tuple[tuple[str, float], ...]:
    """Shares as they are typed: `train=80,dev=10,test=10`.

    Raises:
        UserError: a part is no name with a number above nought, or a name comes twice.
    """
    shares = []
    for part in filter(None, (each.strip() for each in text.split(","))):
        name, _, number = part.partition("=")
        try:
            share = float(number)
        except ValueError:
            share = 0.0
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name) or not 0 < share < 1e9:
            raise UserError(
                f"“{part}” is no share of a split. Nothing was exported. "
                "Write for example --split train=80,dev=10,test=10."
            )
        shares.append((name, share))
    names = [name for name, _ in shares]
    if len(set(map(str.lower, names))) < len(names):
        raise UserError("A split is named twice. Nothing was exported. Name each once.")
    return tuple(shares)


def parsed_list(text: str) -> dict[str, str]:
    """A list of splits: on each line an article's id and its split, after a tab or a comma.

    Raises:
        UserError: a line has no split, or an article has two.
    """
    found: dict[str, str] = {}
    for number, line in enumerate(filter(None, text.split("\n")), start=1):
        article, _, name = line.rstrip("\r").rpartition("\t" if "\t" in line else ",")
        if not article or not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name.strip()):
            raise UserError(
                f"Line {number} of the list of splits is not an id, a comma and a split. "
                "Nothing was exported. Correct it."
            )
        if found.setdefault(article.strip(), name.strip()) != name.strip():
            raise UserError(
                f"The list of splits names {article} twice. Nothing was exported. Correct it."
            )
    return found
