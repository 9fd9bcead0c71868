"""What names of another tool mean in a project: labels, relations, attributes and their values."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LabelMeaning:
    """Our label, and the attributes that come with it; no label leaves the annotation out.

    Where an attribute of theirs is `held_in`, its value is the name that tells our label.
    """

    label: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    held_in: str = ""


@dataclass(frozen=True, slots=True)
class RelationMeaning:
    """Our relation, and whether it leads the other way; None: as the scheme allows it."""

    relation: str
    is_reversed: bool | None = None


@dataclass(frozen=True, slots=True)
class AttributeMeaning:
    """Our attribute or article label, and what its values mean; values not named stay."""

    attribute: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NameMap:
    """What names of another tool mean; an attribute may be told for one label, `LABEL.attribute`.

    An empty name for ours leaves out what bears theirs.
    """

    labels: Mapping[str, LabelMeaning] = field(default_factory=dict)
    relations: Mapping[str, RelationMeaning] = field(default_factory=dict)
    attributes: Mapping[str, AttributeMeaning] = field(default_factory=dict)
    article_labels: Mapping[str, AttributeMeaning] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.labels or self.relations or self.attributes or self.article_labels)

    def over(self, other: "NameMap") -> "NameMap":
        """This map with what only the other one tells."""
        return NameMap(
            {**other.labels, **self.labels},
            {**other.relations, **self.relations},
            {**other.attributes, **self.attributes},
            {**other.article_labels, **self.article_labels},
        )

    def as_tables(self) -> dict[str, dict[str, Any]]:
        """The map as the tables of a file hold it; what is empty is left out."""
        tables: dict[str, dict[str, Any]] = {
            "labels": {name: _label_entry(each) for name, each in self.labels.items()},
            "relations": {name: _relation_entry(each) for name, each in self.relations.items()},
            "attributes": {name: _entry(each) for name, each in self.attributes.items()},
            "article_labels": {
                name: _entry(each, "label") for name, each in self.article_labels.items()
            },
        }
        return {name: table for name, table in tables.items() if table}

    def as_toml(self) -> str:
        """The map as a file for people to edit."""
        lines = []
        for name, table in self.as_tables().items():
            lines += ["", f"[{name}]"]
            lines += [f"{_quoted(theirs)} = {_toml(ours)}" for theirs, ours in table.items()]
        return "\n".join(lines[1:]) + "\n" if lines else ""


_HELD_IN = "from"
TABLES = ("labels", "relations", "attributes", "article_labels")


def names_in(tables: Mapping[str, Any], wrong: list[str]) -> NameMap:
    """The map in the tables of a file; what cannot be used is told in `wrong`."""
    return NameMap(
        _meanings(tables, "labels", _label_meaning, wrong),
        _meanings(tables, "relations", _relation_meaning, wrong),
        _meanings(tables, "attributes", _attribute_meaning("attribute"), wrong),
        _meanings(tables, "article_labels", _attribute_meaning("label"), wrong),
    )


def _meanings(
    tables: Mapping[str, Any], name: str, read: Callable[[Any], T | None], wrong: list[str]
) -> dict[str, T]:
    table = tables.get(name, {})
    if not isinstance(table, dict):
        wrong.append(f"{name} is no table")
        return {}
    found = {}
    for theirs, ours in table.items():
        meaning = read(ours)
        if meaning is None:
            wrong.append(f"{name}.{theirs} is neither a name nor a table of one")
        else:
            found[theirs] = meaning
    return found


def _label_meaning(ours: object) -> LabelMeaning | None:
    if isinstance(ours, str):
        return LabelMeaning(ours)
    if isinstance(ours, dict) and ours.keys() == {_HELD_IN} and isinstance(ours[_HELD_IN], str):
        return LabelMeaning("", held_in=ours[_HELD_IN])
    if not _are_texts(ours) or not isinstance(ours, dict) or "label" not in ours:
        return None
    return LabelMeaning(ours["label"], {key: ours[key] for key in ours if key != "label"})


def _relation_meaning(ours: object) -> RelationMeaning | None:
    if isinstance(ours, str):
        return RelationMeaning(ours)
    if not isinstance(ours, dict) or not {"relation"} <= ours.keys() <= {"relation", "reversed"}:
        return None
    is_reversed = ours.get("reversed")
    if not isinstance(ours["relation"], str) or not isinstance(is_reversed, bool | None):
        return None
    return RelationMeaning(ours["relation"], is_reversed)


def _attribute_meaning(key: str) -> Callable[[object], AttributeMeaning | None]:
    def read(ours: object) -> AttributeMeaning | None:
        if isinstance(ours, str):
            return AttributeMeaning(ours)
        if not isinstance(ours, dict) or not {key} <= ours.keys() <= {key, "values"}:
            return None
        values = ours.get("values", {})
        if not isinstance(ours[key], str) or not _are_texts(values):
            return None
        return AttributeMeaning(ours[key], values)

    return read


def _are_texts(table: object) -> bool:
    return isinstance(table, dict) and all(isinstance(value, str) for value in table.values())


def _label_entry(meaning: LabelMeaning) -> str | dict[str, str]:
    if meaning.held_in:
        return {_HELD_IN: meaning.held_in}
    if not meaning.attributes:
        return meaning.label
    return {"label": meaning.label, **meaning.attributes}


def _relation_entry(meaning: RelationMeaning) -> str | dict[str, object]:
    if meaning.is_reversed is None:
        return meaning.relation
    return {"relation": meaning.relation, "reversed": meaning.is_reversed}


def _entry(meaning: AttributeMeaning, key: str = "attribute") -> str | dict[str, object]:
    if not meaning.values:
        return meaning.attribute
    return {key: meaning.attribute, "values": dict(meaning.values)}


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_quoted(k)} = {_toml(v)}" for k, v in value.items()) + " }"
    return "true" if value is True else "false" if value is False else _quoted(str(value))


def _quoted(text: str) -> str:
    # A string of JSON is one of TOML too, but for the delete character.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
