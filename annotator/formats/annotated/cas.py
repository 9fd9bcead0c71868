"""A CAS of UIMA, from XMI or JSON, made a text with marks.

Offsets are UTF-16 units. A type is a label, its features are attributes; a type with `Governor`
and `Dependent` is a relation, as are slots and references to other annotations, each from the end
that holds it. Words, grammar and what belongs to other views than the first text are passed over.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from annotator.domain.json import Json
from annotator.formats.annotated.layers import (
    FRAGMENTS,
    ID,
    NOTE,
    RELATION_FROM,
    RELATION_TO,
    attribute_of,
    fragments_of,
    labelling_feature,
    marks_nothing,
    short_names,
)
from annotator.formats.incoming import Problem
from annotator.formats.json_values import Refused
from annotator.formats.marked_text import Linked, Marked, MarkedText

SOFA = "uima.cas.Sofa"
FIRST_VIEW = "_InitialView"


@dataclass(slots=True)
class Structure:
    """One feature structure: its values, and its references to others by their ids."""

    id: int
    type_name: str
    values: dict[str, Json] = field(default_factory=dict)
    references: dict[str, list[int]] = field(default_factory=dict)
    line: int | None = None

    @property
    def place(self) -> tuple[int, int] | None:
        """Where it begins and ends, if it marks anything."""
        begin, end = self.values.get("begin"), self.values.get("end")
        return (begin, end) if type(begin) is int and type(end) is int else None


def marked_text(structures: Mapping[int, Structure]) -> tuple[MarkedText, list[Problem]]:
    """The first text of a CAS with its marks, and notes on what was passed over.

    Raises:
        Refused: there is no text in it.
    """
    sofa = _sofa(structures.values())
    text = sofa.values["sofaString"]
    marked = MarkedText(str(text), unit="utf16")
    reading = _Reading(structures, sofa.id)
    marked.marks = list(reading.marks())
    marked.links = list(reading.links())
    return marked, list(reading.notes())


def _sofa(structures: Iterable[Structure]) -> Structure:
    found = [
        each
        for each in structures
        if each.type_name == SOFA and isinstance(each.values.get("sofaString"), str)
    ]
    if not found:
        raise Refused("It holds no text.")
    return next((each for each in found if each.values.get("sofaID") == FIRST_VIEW), found[0])


class _Reading:
    """Tells marks from relations, slots and what marks nothing."""

    def __init__(self, structures: Mapping[int, Structure], sofa: int) -> None:
        self._passed_over: Counter[str] = Counter()
        self._all = structures
        self._marks: dict[int, Structure] = {}
        self._relations: list[Structure] = []
        for each in structures.values():
            self._sort(each, sofa)
        self._names = {
            **short_names(each.type_name for each in self._relations),
            **short_names(each.type_name for each in self._marks.values()),
        }

    def _sort(self, each: Structure, sofa: int) -> None:
        is_relation = RELATION_FROM in each.references and RELATION_TO in each.references
        if each.type_name == SOFA or not (each.place or is_relation):
            return
        own_sofa = each.references.get("sofa", [sofa])
        if marks_nothing(each.type_name) or own_sofa != [sofa]:
            if each.type_name != "uima.tcas.DocumentAnnotation":
                self._passed_over[each.type_name] += 1
        elif is_relation:
            self._relations.append(each)
        else:
            self._marks[each.id] = each

    def marks(self) -> Iterator[Marked]:
        """The annotations, in the order of the file."""
        for each in self._marks.values():
            values = {name: value for name, value in each.values.items() if value is not None}
            begin, end = int(str(values.pop("begin"))), int(str(values.pop("end")))
            note, own = str(values.pop(NOTE, "")), values.pop(FRAGMENTS, None)
            values.pop(ID, None)
            given = values.pop(labelling_feature(each.type_name), None)
            label = str(given or self._names[each.type_name])
            places = fragments_of(own, (begin, end))
            identity = self._identity(each)
            attributes = self._with_lists(each, values)
            yield Marked(label, places, identity, None, attributes, note, each.line)

    def links(self) -> Iterator[Linked]:
        """The relations, slots and other references between annotations."""
        for each in self._relations:
            ends = each.references[RELATION_FROM] + each.references[RELATION_TO]
            if len(ends) != 2 or not self._marks.keys() >= set(ends):
                self._passed_over[each.type_name] += 1
                continue
            values = {name: value for name, value in each.values.items() if value is not None}
            for own in ("begin", "end", NOTE):
                values.pop(own, None)
            identity = str(values.pop(ID, "") or "")
            names = self._identity(self._marks[ends[0]]), self._identity(self._marks[ends[1]])
            label = self._names[each.type_name]
            yield Linked(label, *names, identity, self._with_lists(each, values), each.line)
        for each in self._marks.values():
            for name, targets in each.references.items():
                for target in targets:
                    yield from self._slot(each, name, target)

    def notes(self) -> Iterator[Problem]:
        """What was passed over on purpose."""
        for type_name, count in sorted(self._passed_over.items()):
            reason = f"The type {type_name} was passed over, with {count:,} of its structures."
            yield Problem("", None, reason, is_note=True, count=count)

    def _slot(self, owner: Structure, name: str, target: int) -> Iterator[Linked]:
        """The links of a reference: to a mark or a slot, or to an array of these."""
        held = self._all.get(target)
        is_array = (
            held is not None and target not in self._marks and "target" not in held.references
        )
        # An array in an array is nothing that tools write, and could hold itself.
        for each in held.references.get("elements", ()) if held and is_array else (target,):
            yield from self._link(owner, name, each)

    def _link(self, owner: Structure, name: str, target: int) -> Iterator[Linked]:
        if target in self._marks:
            ends = self._identity(owner), self._identity(self._marks[target])
            yield Linked(name, *ends, line=owner.line)
            return
        slot = self._all.get(target)
        if slot is None:
            return
        for filler in slot.references.get("target", ()):
            if filler in self._marks:
                ends = self._identity(owner), self._identity(self._marks[filler])
                yield Linked(str(slot.values.get("role") or name), *ends, line=owner.line)

    def _with_lists(self, each: Structure, values: Mapping[str, Json]) -> dict[str, Json]:
        """The values with those that lie in arrays of strings."""
        whole = dict(values)
        for name, targets in each.references.items():
            elements = [self._all[t].values.get("elements") for t in targets if t in self._all]
            lists = [part for part in elements if isinstance(part, list)]
            if lists:
                whole[name] = [item for part in lists for item in part]
        return {attribute_of(name): value for name, value in whole.items()}

    def _identity(self, each: Structure) -> str:
        own = each.values.get(ID)
        return str(own) if own else f"m{each.id}"
