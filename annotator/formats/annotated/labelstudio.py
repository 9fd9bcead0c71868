"""Label Studio's JSON: tasks with annotations, or one object for each annotation (JSON-MIN).

The editor of today saves code points, that of former years UTF-16 units; where the two differ,
the words that are saved beside the offsets tell which. Choices made on a region become attributes
of its annotation, those on the whole text labels of the article. What models predicted becomes
suggestions.
"""

import html
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from annotator.domain.progress import FINISHED
from annotator.domain.suggestion import Suggestion
from annotator.formats.annotated.labelstudio_predictions import (
    Prediction,
    predictions_of,
    suggestions_of,
)
from annotator.formats.annotated.labelstudio_results import (
    Region,
    Results,
    is_shorthand,
    results_of,
    shorthand_results,
)
from annotator.formats.annotated.task_reading import arrivals_of
from annotator.formats.annotated.tasks import (
    PassedOver,
    TaskArticles,
    TaskLayers,
    person_named,
    reanchors,
    status_of,
)
from annotator.formats.foreign_work import identity_of
from annotator.formats.html_tokens import RAW_TEXT, tokens
from annotator.formats.incoming import Arrival, Incoming, Problem
from annotator.formats.json_values import Refused, objects
from annotator.formats.offset_units import Mark, Positions, UnitOfFile
from annotator.formats.sources import Source

FORMAT = "labelstudio"

_OF_TASK = frozenset(
    (
        "id", "annotation_id", "annotator", "created_at", "updated_at", "lead_time", "annotations",
        "predictions", "drafts", "completions", "meta", "inner_id", "project", "updated_by",
        "comment_count", "unresolved_comment_count", "file_upload", "total_annotations",
    )
)  # fmt: skip


class _Left(NamedTuple):
    """What one annotator left on a task, and how far they are with it."""

    person: str
    results: Results
    status: str


class _Task(NamedTuple):
    line: int
    value: dict[str, Any]
    arrival: Arrival
    given: str
    works: list[_Left]
    predictions: list[Prediction]


def read(source: Source, *, annotator: str) -> Incoming:
    """The tasks of a file; who completed an annotation is its annotator."""
    units = UnitOfFile(source, ("codepoint", "utf16"))
    return arrivals_of(source, _Reader(source, annotator), units, format_id=FORMAT)


class _Reader:
    def __init__(self, source: Source, annotator: str) -> None:
        self._source = source
        self._annotator = annotator
        self._articles = TaskArticles(source, FORMAT)
        self._passed = PassedOver(source)

    def tasks(self) -> Iterator[_Task | Problem]:
        with self._source.open_utf8() as stream:
            for line, value in objects(stream):
                try:
                    if isinstance(value, Refused):
                        raise value
                    yield self._task(line, value)
                except Refused as refusal:
                    yield Problem(self._source.name, line, str(refusal))

    def _task(self, line: int, value: dict[str, Any]) -> _Task:
        data = value.get("data")
        if not isinstance(data, dict):
            data = {
                key: found
                for key, found in value.items()
                if key not in _OF_TASK and not is_shorthand(found)
            }
        works = list(self._works(value))
        predictions = list(predictions_of(value))
        all_left = [*(each.results for each in works), *(each.results for each in predictions)]
        data = _with_visible_text(data, all_left)
        arrival, given = self._articles.of(data, line=line)
        return _Task(line, value, arrival, given, works, predictions)

    def _works(self, value: Mapping[str, Any]) -> Iterator[_Left]:
        """What each annotator left: whole tasks have annotations, shorthand has one."""
        listed = value.get("annotations", value.get("completions"))
        if not isinstance(value.get("data"), dict) and not isinstance(listed, list):
            person = person_named(value.get("annotator"), self._annotator)
            own = {key: each for key, each in value.items() if key not in _OF_TASK}
            yield _Left(person, shorthand_results(own), FINISHED)
            return
        for each in listed if isinstance(listed, list) else ():
            if not isinstance(each, dict):
                continue
            if each.get("was_cancelled"):
                self._passed.add("Annotations that were cancelled in Label Studio were passed over")
                continue
            who = each.get("completed_by", each.get("annotator", each.get("created_username")))
            yield _Left(
                self._person(who),
                results_of(each.get("result")),
                status_of(each.get("status")) or FINISHED,
            )
        drafts = value.get("drafts")
        for _ in drafts if isinstance(drafts, list) else ():
            self._passed.add("Drafts, which nobody has submitted, were passed over")

    def _person(self, who: object) -> str:
        if isinstance(who, dict):
            names = [who.get(key) for key in ("email", "username", "id")]
            who = next((name for name in names if name not in (None, "")), None)
        return person_named(who, self._annotator)

    def marked(self, task: _Task) -> tuple[str, list[Mark]]:
        """The text of a task, and places whose words tell the unit."""
        regions = (each for left in task.works for each in left.results.regions)
        predicted = (each for left in task.predictions for each in left.results.regions)
        marks = (*regions, *predicted)
        return task.given, [Mark(each.start, each.end, each.words) for each in marks]

    def layers_of(self, task: _Task, positions: Positions) -> TaskLayers:
        layers = TaskLayers(task.arrival, positions, FORMAT, reanchors(self._source))
        for left in task.works:
            self._add(left.person, left.results, layers)
            layers.finish(left.person, left.status)
        for prediction in task.predictions:
            self._suggest(prediction, layers)
        return layers

    def _suggest(self, prediction: Prediction, layers: TaskLayers) -> None:
        """Take what a model predicted as suggestions to whoever imports it."""
        work = layers.work_for(self._annotator)
        for found in suggestions_of(prediction, work):
            if isinstance(found, Suggestion):
                layers.suggestions[found.key] = found
                told = "to be accepted or rejected one by one"
                self._passed.add(f"Predictions became suggestions to {self._annotator}, {told}")
            else:
                layers.refuse(*found)
        layers.moved += work.moved
        for _ in prediction.results.links:
            self._passed.add("Relations between predictions were passed over")
        for _ in prediction.results.article_labels:
            self._passed.add("Predicted labels of whole articles were passed over")

    def _add(self, person: str, results: Results, layers: TaskLayers) -> None:
        work = layers.work_of(person)
        ids: dict[str, str] = {}
        names = _Names(work.annotations)
        for region in results.regions:
            for label in region.labels or ("",):
                try:
                    made = work.annotate(
                        label,
                        [(region.start, region.end)],
                        words=region.words,
                        identity=names.free(identity_of(region.id)),
                        attributes=results.attributes.get(region.id),
                        note=results.notes.get(region.id, ""),
                    )
                    ids.setdefault(region.id, made)
                except Refused as refusal:
                    layers.refuse(_title(region), refusal)
        for link in results.links:
            try:
                ends = ids.get(link.from_id), ids.get(link.to_id)
                if ends[0] is None or ends[1] is None:
                    raise Refused("one of its ends did not come in")
                work.relate(link.label, ends[0], ends[1])
            except Refused as refusal:
                layers.refuse(f"The relation {link.label!r}", refusal)
            if link.leads_both_ways:
                self._passed.add("Relations that lead both ways came in as they were drawn")
        for name, value in results.article_labels:
            layers.label_article(person, name, value)
        for reason in results.problems:
            layers.refuse("A result", reason)

    def notes(self) -> Iterator[Problem]:
        yield from self._passed.notes()
        yield from self._articles.notes()


def _with_visible_text(data: dict[str, Any], works: Sequence[Results]) -> dict[str, Any]:
    """The data of a task with the text that offsets count in: of a page, what is between tags."""
    name = "text" if isinstance(data.get("text"), str) else "html"
    page = data.get(name)
    is_page = name == "html" or any(results.is_of_page for results in works)
    if not isinstance(page, str) or not is_page:
        return data
    rest = {key: value for key, value in data.items() if key != name}
    return {**rest, "text": text_content(page)}


def text_content(page: str) -> str:
    """The text of a page as browsers give it: all between the tags, entities decoded."""
    parts, is_hidden = [], False
    for token in tokens(page):
        if token.name:
            is_hidden = token.name in RAW_TEXT and token.name != "title" and not token.is_end
        elif not is_hidden:
            parts.append(html.unescape(page[token.start : token.end]))
    return "".join(parts)


class _Names:
    """Ids as a file gives them, and others where a region has several labels."""

    def __init__(self, taken: Mapping[str, object]) -> None:
        self._taken = taken
        self._numbers: dict[str, int] = {}

    def free(self, identity: str) -> str:
        """The id, unless another has it; then one with the next free number behind it."""
        name, number = identity, self._numbers.get(identity, 1)
        while name and name in self._taken:
            number += 1
            name = f"{identity}-{number}"
        self._numbers[identity] = max(number - 1, 1)
        return name


def _title(region: Region) -> str:
    return (
        f"The region {region.id!r}" if region.id else f"The region [{region.start}, {region.end})"
    )
