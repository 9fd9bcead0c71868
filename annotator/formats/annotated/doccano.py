"""doccano's JSON Lines: both its shapes, one value after another however it is laid out.

doccano counts UTF-16 units or, where a project is set so, grapheme clusters; the file does not
say which and repeats no words, so where the two differ a person is asked. The members of a zip
file bear the names of those who annotated. Comments on an example become a flag on its article.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from annotator.domain.flag import Flag, Message
from annotator.domain.identity import name_from
from annotator.formats.annotated.task_reading import arrivals_of
from annotator.formats.annotated.tasks import (
    PassedOver,
    TaskArticles,
    TaskLayers,
    person_named,
    reanchors,
    status_of,
    whole,
)
from annotator.formats.foreign_work import is_encodable, short
from annotator.formats.incoming import Arrival, Incoming, Problem
from annotator.formats.json_values import Refused, objects
from annotator.formats.offset_units import Mark, Positions, UnitOfFile
from annotator.formats.sources import Source

FORMAT = "doccano"

DISCUSSED = "guideline_question"
"""The reason of a flag that somebody raises to talk about something."""

_NOT_A_MEMBER = ("all", "unknown")
_LISTS = ("label", "labels", "entities", "spans", "annotations")
_OF_TASK = frozenset(
    (
        *_LISTS,
        "id",
        "relations",
        "cats",
        "Comments",
        "comments",
        "annotation_approver",
        "is_confirmed",
    )
)


class _Task(NamedTuple):
    line: int
    value: dict[str, Any]
    arrival: Arrival
    given: str


class _Entry(NamedTuple):
    """A label on a place as either shape has it."""

    label: str
    start: int
    end: int
    identity: str
    more: Mapping[str, Any]


def read(source: Source, *, annotator: str) -> Incoming:
    """The examples of a file with their labels; the unit of offsets is found out or asked for."""
    units = UnitOfFile(source, ("utf16", "grapheme"))
    return arrivals_of(source, _Reader(source, annotator), units, format_id=FORMAT)


class _Reader:
    def __init__(self, source: Source, annotator: str) -> None:
        self._source = source
        self._articles = TaskArticles(source, FORMAT)
        self._passed = PassedOver(source)
        is_members = bool(source.member and source.path) and source.stem not in _NOT_A_MEMBER
        self._annotator = person_named(source.stem, annotator) if is_members else annotator

    def tasks(self) -> Iterator[_Task | Problem]:
        with self._source.open_utf8() as stream:
            for line, value in objects(stream):
                try:
                    if isinstance(value, Refused):
                        raise value
                    known = {key: value[key] for key in value if key not in _OF_TASK}
                    if isinstance(known.get("data"), str) and "text" not in known:
                        known["text"] = known.pop("data")
                    for own in ("annotator", "status"):
                        known.pop(own, None)
                    arrival, given = self._articles.of(known, line=line)
                except Refused as refusal:
                    yield Problem(self._source.name, line, str(refusal))
                else:
                    yield _Task(line, value, arrival, given)

    def marked(self, task: _Task) -> tuple[str, list[Mark]]:
        """The text of a task, and places whose words tell the unit."""
        marks = []
        for each in _entries(task.value):
            if isinstance(each, _Entry):
                words = each.more.get("text")
                marks.append(Mark(each.start, each.end, words if isinstance(words, str) else None))
        return task.given, marks

    def layers_of(self, task: _Task, positions: Positions) -> TaskLayers:
        layers = TaskLayers(task.arrival, positions, FORMAT, reanchors(self._source))
        person = person_named(task.value.get("annotator"), self._annotator)
        work = layers.work_of(person)
        ids: dict[str, str] = {}
        for number, entry in enumerate(_entries(task.value), 1):
            try:
                if isinstance(entry, Refused):
                    raise entry
                words = entry.more.get("text")
                ids[entry.identity] = work.annotate(
                    entry.label,
                    [(entry.start, entry.end)],
                    words=words if isinstance(words, str) else None,
                )
            except Refused as refusal:
                layers.refuse(f"The label number {number}", refusal)
        self._add_relations(task.value, layers, person, ids)
        self._add_labels(task.value, layers, person)
        self._add_comments(task.value, layers, person)
        if status := status_of(task.value.get("status")):
            layers.finish(person, status)
        return layers

    def notes(self) -> Iterator[Problem]:
        yield from self._passed.notes()
        yield from self._articles.notes()

    def _add_relations(
        self, value: Mapping[str, Any], layers: TaskLayers, person: str, ids: Mapping[str, str]
    ) -> None:
        relations = value.get("relations")
        for number, each in enumerate(relations if isinstance(relations, list) else (), 1):
            try:
                if not isinstance(each, dict):
                    raise Refused("it is no object")
                ends = [ids.get(str(each.get(key))) for key in ("from_id", "to_id")]
                if None in ends:
                    raise Refused("one of its ends did not come in")
                label = each.get("type")
                layers.work_of(person).relate(
                    label if isinstance(label, str) else "", *map(str, ends)
                )
            except Refused as refusal:
                layers.refuse(f"The relation number {number}", refusal)

    def _add_labels(self, value: Mapping[str, Any], layers: TaskLayers, person: str) -> None:
        """Labels of the whole article: of text classification, or categories beside entities."""
        found: list[tuple[str, object]] = []
        for key in ("label", "labels", "cats"):
            listed = value.get(key)
            if isinstance(listed, str):
                found.append((key, listed))
            if isinstance(listed, list):
                found += [(key, each) for each in listed if isinstance(each, str)]
        for name, label in found:
            layers.label_article(person, "category" if name == "cats" else name, label)

    def _add_comments(self, value: Mapping[str, Any], layers: TaskLayers, person: str) -> None:
        """Comments on an example: a flag on the article that waits for an answer."""
        listed = value.get("Comments", value.get("comments"))
        found = tuple(_messages(listed if isinstance(listed, list) else [listed], person))
        if found:
            name = name_from("comments", *(each.text for each in found))
            article_id = layers.arrival.article.id
            layers.records.append(
                Flag(
                    name, article_id, person, None, DISCUSSED, raised_by=found[0].by, messages=found
                )
            )
            self._passed.add("Articles whose comments became an open flag")


def _messages(listed: Sequence[object], person: str) -> Iterator[Message]:
    for each in listed:
        said = each.get("text") if isinstance(each, dict) else each
        if isinstance(said, str) and said.strip() and is_encodable(said):
            by = each.get("username") if isinstance(each, dict) else None
            yield Message(person_named(by, person), said)


def _entries(value: Mapping[str, Any]) -> Iterator[_Entry | Refused]:
    """The labels on places, in whichever of the shapes they are written."""
    for key in _LISTS:
        listed = value.get(key)
        for each in listed if isinstance(listed, list) else ():
            if isinstance(each, list):
                yield _entry(each[2:3], each[:2], None, {})
            elif isinstance(each, dict):
                places = (each.get("start_offset"), each.get("end_offset"))
                yield _entry([each.get("label")], places, each.get("id"), each)
            elif not isinstance(each, str):
                yield Refused(f"it is {short(each)}, which is no label on a place")


def _entry(
    label: list[Any], places: Any, identity: object, more: Mapping[str, Any]
) -> _Entry | Refused:
    start, end = (whole(place) for place in (*places, None, None)[:2])
    if start is None or end is None:
        return Refused("it has no start and end")
    name = label[0] if label else None
    # Projects of the first versions name labels by number.
    name = str(name) if type(name) is int else name
    return _Entry(name if isinstance(name, str) else "", start, end, str(identity), more)
