"""What an annotation, a relation or an article may be said to be: attributes and their values."""

from typing import Literal, Protocol, TypeVar

from annotator.dataclass import dataclass

AttributeKind = Literal["choice", "many", "text", "number", "entity"]
Measure = Literal["nominal", "ordinal"]
AttributeValue = str | int | float | tuple[str, ...]

NO_SOURCE = "no_source"
"""The attribute by which a claim or quote says why it has no source."""


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=_HasId)


def by_id(records: tuple[_Record, ...], wanted: str) -> _Record | None:
    """The record of this id, if it is there."""
    return next((record for record in records if record.id == wanted), None)


@dataclass(frozen=True, slots=True)
class Value:
    """One of the closed values of an attribute or an article label.

    A value with a key labels with one stroke: `+` makes a positive sentiment. A value off the
    scale (`mixed`) counts as missing wherever the order of the values is measured.
    """

    id: str
    name: str
    help: str = ""
    key: str = ""
    glyph: str = ""
    colour: str = ""
    off_scale: bool = False


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property of an annotation or relation; `default` is what its absence means."""

    id: str
    name: str
    kind: AttributeKind = "choice"
    measure: Measure = "nominal"
    values: tuple[Value, ...] = ()
    required: bool = False
    default: AttributeValue | None = None
    help: str = ""
    editors_only: bool = False

    def value(self, value_id: str) -> Value | None:
        """The value of this id, for its name and help."""
        return by_id(self.values, value_id)

    def problem_with(self, value: object) -> str | None:
        """What is wrong with a value for this attribute, in words, or None."""
        match self.kind:
            case "choice":
                return None if self._has_value(value) else self._not_a_value(value)
            case "many":
                return self._problem_with_many(value)
            case "number":
                is_number = isinstance(value, int | float) and not isinstance(value, bool)
                return None if is_number else f"{self.id} takes a number, not {value!r}."
            case "text" | "entity":
                return None if isinstance(value, str) else f"{self.id} takes text, not {value!r}."

    def _problem_with_many(self, value: object) -> str | None:
        if not isinstance(value, list | tuple):
            return f"{self.id} takes a list of values, not {value!r}."
        if len(set(map(repr, value))) != len(value):
            return f"{self.id} holds a value twice: {value!r}."
        unknown = [item for item in value if not self._has_value(item)]
        return self._not_a_value(unknown[0]) if unknown else None

    def _has_value(self, value: object) -> bool:
        return isinstance(value, str) and self.value(value) is not None

    def _not_a_value(self, value: object) -> str:
        allowed = ", ".join(each.id for each in self.values)
        return f"{value!r} is no value of {self.id}; it has {allowed}."
