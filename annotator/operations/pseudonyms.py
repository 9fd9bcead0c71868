"""The names of annotators in a dataset."""

import hashlib
from collections.abc import Callable, Iterable

from annotator.domain.people import GOLD
from annotator.formats.datasets.work import AGGREGATE, RAW


class Names:
    """What everybody is called in one export: as in the project, or `annotator-1`, `annotator-2`.

    The numbers follow the hashes of seed and name, so that they tell neither the alphabet nor who
    came first. The same seed gives the same pseudonyms as long as nobody joins; the mapping is
    written nowhere.
    """

    def __init__(self, people: Iterable[str], *, seed: int, are_real: bool) -> None:
        own = sorted({each for each in people if each not in ("", GOLD)}, key=_order(seed))
        self._are_real = are_real
        self._names = {name: f"annotator-{number}" for number, name in enumerate(own, start=1)}

    def of(self, name: str) -> str:
        """What somebody is called in the dataset; the adjudicated layer and nobody stay."""
        if self._are_real or name in ("", GOLD):
            return name
        return self._names.get(name, "annotator-0")

    def of_layer(self, layer: str) -> str:
        """What a layer is called in the dataset, one annotator's work by their name there."""
        return layer if layer in (RAW, GOLD, AGGREGATE) else self.of(layer)


def _order(seed: int) -> Callable[[str], bytes]:
    return lambda name: hashlib.sha256(f"{seed}\0{name}".encode()).digest()
