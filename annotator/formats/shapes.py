"""Files of one shape hold the same fields: what was said of one is kept for the next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Shape: TypeAlias = tuple[str, ...]
"""The names of the columns of a table, or of the keys of its records, sorted."""

MOST_NAMES = 400
"""Records of more names differ from one to the next; no shape of theirs is kept."""


def shape_of(record: Mapping[str, Any]) -> Shape:
    """The shape of a record."""
    return tuple(sorted(map(str, record)))


@dataclass(frozen=True, slots=True)
class FieldMap:
    """What a person said of the columns of a shape, as `fields` and `values` of an `ImportMap`."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.fields or self.values)

    def as_tables(self) -> dict[str, dict[str, Any]]:
        """The map as tables that JSON can hold."""
        return {
            "fields": {name: list(places) for name, places in self.fields.items()},
            "values": {name: dict(meanings) for name, meanings in self.values.items()},
        }

    def in_words(self) -> str:
        """Which field is taken from which columns."""
        taken = [
            f"{name} from {' and '.join(map(repr, p))}" for name, p in self.fields.items() if p
        ]
        return ", ".join([*taken, *(f"values of {name}" for name in self.values)])


@dataclass(slots=True)
class Shapes:
    """What is kept for shapes, and which of them were met with what, while files are read."""

    kept: Mapping[Shape, FieldMap] = field(default_factory=dict)
    told: dict[Shape, FieldMap] = field(default_factory=dict)
    """Shapes of which a person says something now."""
    recalled: dict[Shape, FieldMap] = field(default_factory=dict)
    """Shapes that were read as somebody said earlier."""
