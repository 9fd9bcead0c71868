"""The names of annotators in a dataset."""

import hashlib
import hmac
from collections.abc import Callable, Iterable

from annotator.domain.people import GOLD
from annotator.formats.datasets.work import AGGREGATE, RAW


class Names:
    """What everybody is called in one export: as in the project, or `annotator-1`, `annotator-2`.

    The numbers follow keyed hashes of seed and name, so that they tell neither the alphabet nor
    who came first. `secret` is the project's own: who has the dataset, its seed and a list of
    names cannot try them out. The same project and seed give the same pseudonyms as long as nobody
    joins; the mapping is written nowhere.
    """

    def __init__(
        self, people: Iterable[str], *, seed: int, are_real: bool, secret: bytes = b""
    ) -> None:
        own = {each for each in people if each not in ("", GOLD)}
        ordered = sorted(own, key=_order(secret, seed))
        self._are_real = are_real
        self._names = {name: f"annotator-{number}" for number, name in enumerate(ordered, start=1)}

    def of(self, name: str) -> str:
        """What somebody is called in the dataset; the adjudicated layer and nobody stay."""
        if self._are_real or name in ("", GOLD):
            return name
        return self._names.get(name, "annotator-0")

    def of_layer(self, layer: str) -> str:
        """What a layer is called in the dataset, one annotator's work by their name there."""
        return layer if layer in (RAW, GOLD, AGGREGATE) else self.of(layer)


def _order(secret: bytes, seed: int) -> Callable[[str], bytes]:
    return lambda name: hmac.digest(secret, f"{seed}\0{name}".encode(), hashlib.sha256)
