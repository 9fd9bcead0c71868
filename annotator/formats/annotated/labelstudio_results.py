"""The results of one annotation of Label Studio: regions, what is said of them, and relations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.domain.json import Json
from annotator.formats.annotated.tasks import whole
from annotator.formats.foreign_work import short

_LABELLING = ("labels", "hypertextlabels")
_SAYING = ("choices", "textarea", "rating", "number", "datetime", "taxonomy")


class Region(NamedTuple):
    """Words with their labels."""

    id: str
    start: int
    end: int
    labels: tuple[str, ...]
    words: str | None
    score: object = None


class Link(NamedTuple):
    """A relation between two regions."""

    label: str
    from_id: str
    to_id: str
    leads_both_ways: bool


@dataclass(slots=True)
class Results:
    """What one annotator left on one task."""

    regions: list[Region] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    attributes: dict[str, dict[str, Json]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    article_labels: list[tuple[str, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    is_of_page: bool = False
    ids: set[str] = field(default_factory=set)

    def add(self, region: Region) -> None:
        """Take a region."""
        self.regions.append(region)
        self.ids.add(region.id)


def results_of(entries: object) -> Results:
    """The results of a whole annotation."""
    results = Results()
    for entry in entries if isinstance(entries, list) else ():
        if not isinstance(entry, dict):
            continue
        kind = entry.get("type")
        if kind == "relation":
            results.links.append(_link(entry))
        elif kind in _LABELLING:
            _add_region(entry, str(kind), results)
        elif kind in _SAYING:
            _add_saying(entry, str(kind), results)
        else:
            results.problems.append(f"it is of the type {short(kind)}, which marks no words")
    return results


def shorthand_results(record: Mapping[str, Any]) -> Results:
    """The results in an object of JSON-MIN, where each control has its key and ids are lost."""
    results = Results()
    for name, value in record.items():
        if not is_shorthand(value):
            continue
        for number, entry in enumerate(value if isinstance(value, list) else [value], 1):
            kind = next((kind for kind in (*_LABELLING, *_SAYING) if kind in entry), "")
            own = {"id": f"{name}-{number}", "from_name": name, "value": entry}
            if kind in _LABELLING:
                _add_region(own, kind, results)
    by_place: dict[tuple[object, object], list[str]] = {}
    for region in results.regions:
        by_place.setdefault((region.start, region.end), []).append(region.id)
    for name, value in record.items():
        for entry in _said(value):
            place = (whole(entry.get("start")), whole(entry.get("end")))
            ids = by_place.get(place, [])
            kind = next(kind for kind in _SAYING if kind in entry)
            own = {"from_name": name, "value": entry}
            if place == (None, None):
                _add_saying(own, kind, results)
            elif len(ids) == 1:
                _add_saying({**own, "id": ids[0]}, kind, results)
            else:
                results.problems.append(f"{name} at {place[0]} to {place[1]} fits no single label")
    return results


def is_shorthand(value: object) -> bool:
    """Whether a value of a JSON-MIN object is what a control left, and no datum of the task."""
    if isinstance(value, dict):
        return any(kind in value for kind in (*_LABELLING, *_SAYING))
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(each, dict) and is_shorthand(each) for each in value)
    )


def _said(value: object) -> Iterator[dict[str, Any]]:
    if not is_shorthand(value):
        return
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict) and not any(kind in each for kind in _LABELLING):
            yield each


def _add_region(entry: Mapping[str, Any], kind: str, results: Results) -> None:
    value = entry.get("value")
    value = value if isinstance(value, dict) else {}
    place = value.get("globalOffsets")
    results.is_of_page |= place is not None
    place = place if isinstance(place, dict) else value
    start, end = whole(place.get("start")), whole(place.get("end"))
    labels = value.get(kind, value.get("labels"))
    named = tuple(filter(_is_text, labels)) if isinstance(labels, list) else ()
    if start is None or end is None:
        results.problems.append(f"the region {entry.get('id')!r} has no start and end in the text")
        return
    words = value.get("text")
    identity = str(entry.get("id") or "")
    covered = words if _is_text(words) else None
    results.add(Region(identity, start, end, named, covered, _score_of(entry, value)))
    meta = entry.get("meta")
    notes = meta.get("text") if isinstance(meta, dict) else None
    if isinstance(notes, list | str):
        written = notes if isinstance(notes, str) else "\n".join(filter(_is_text, notes))
        results.notes[identity] = written


def _score_of(entry: Mapping[str, Any], value: Mapping[str, Any]) -> object:
    """How sure a model is of one region, in whichever place it is told."""
    places = (entry.get("score"), value.get("score"), value.get("confidence"))
    return next((each for each in places if each is not None), None)


def _add_saying(entry: Mapping[str, Any], kind: str, results: Results) -> None:
    """What is said of a region, or of the whole text."""
    name = str(entry.get("from_name") or kind)
    value = entry.get("value")
    value = value if isinstance(value, dict) else {}
    said = value.get(kind, value.get("text"))
    listed = said if isinstance(said, list) else [said]
    # A taxonomy gives the way to each of its values; the last step is the value.
    listed = [each[-1] if isinstance(each, list) and each else each for each in listed]
    plain: list[Json] = [each for each in listed if isinstance(each, str | int | float)]
    if not plain:
        results.problems.append(f"{name} says nothing that can be kept")
    elif _is_of_region(entry, value, results):
        said_at_once: Json = plain[0] if len(plain) == 1 else plain
        results.attributes.setdefault(str(entry.get("id") or ""), {})[name] = said_at_once
    else:
        results.article_labels += [(name, str(each)) for each in plain]


def _is_of_region(entry: Mapping[str, Any], value: Mapping[str, Any], results: Results) -> bool:
    """Whether something is said of a region, whose id and place it then repeats."""
    if value.get("start") is not None or "globalOffsets" in value:
        return True
    return bool(entry.get("id")) and str(entry["id"]) in results.ids


def _link(entry: Mapping[str, Any]) -> Link:
    labels = entry.get("labels")
    label = next(filter(_is_text, labels), "") if isinstance(labels, list) else ""
    ends = [str(entry.get("from_id") or ""), str(entry.get("to_id") or "")]
    if entry.get("direction") == "left":
        ends.reverse()
    return Link(label, ends[0], ends[1], leads_both_ways=entry.get("direction") == "bi")


def _is_text(value: object) -> bool:
    return isinstance(value, str)
