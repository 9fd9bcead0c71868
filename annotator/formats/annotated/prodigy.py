"""Prodigy's JSON Lines: a task in each line, offsets in code points and in tokens.

`token_end` counts the last token in. Only accepted tasks carry labels; of the others the article
comes in without any.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from annotator.domain.people import GOLD
from annotator.formats.annotated.task_reading import arrivals_of
from annotator.formats.annotated.tasks import (
    PassedOver,
    TaskArticles,
    TaskLayers,
    person_named,
    reanchors,
    whole,
)
from annotator.formats.foreign_work import short
from annotator.formats.incoming import Arrival, Incoming, Problem
from annotator.formats.json_values import Refused, objects
from annotator.formats.offset_units import Mark, Positions, UsualUnit
from annotator.formats.sources import Source

FORMAT = "prodigy"

_ONE_THING = frozenset(
    ("ner", "spans", "pos", "dep", "classification", "choice", "text", "text_input", "html")
)
"""Views that show what is there and ask whether it is right, or about the text as a whole."""
_SESSION = re.compile(rb'"_session_id"\s*:\s*"((?:[^"\\\x00-\x1f]|\\.)*)"')
_LONGEST_PART = 1_000_000
_NUMBERED = re.compile(r"\D{0,8}\d{1,4}", re.ASCII)
"""Names that tools give options by themselves, such as `2` or `option_2`."""
_MOMENT = re.compile(r".*\d{4}-\d\d-\d\d[_T ]\d\d[-:]\d\d[-:]\d\d.*")


class _Task(NamedTuple):
    line: int
    value: dict[str, Any]
    arrival: Arrival
    given: str


def read(source: Source, *, annotator: str) -> Incoming:
    """The tasks of a file: its sessions are annotators, its choices labels of articles."""
    units = UsualUnit(source, ("codepoint", "utf16"))
    return arrivals_of(source, _Reader(source, annotator), units, format_id=FORMAT)


class _Reader:
    def __init__(self, source: Source, annotator: str) -> None:
        self._source = source
        self._annotator = annotator
        self._articles = TaskArticles(source, FORMAT)
        self._passed = PassedOver(source)
        self._prefix = _prefix_of_sessions(source)

    def tasks(self) -> Iterator[_Task | Problem]:
        with self._source.open_utf8() as stream:
            for line, value in objects(stream):
                try:
                    if isinstance(value, Refused):
                        raise value
                    meta = value.get("meta")
                    meta = meta if isinstance(meta, Mapping) else {}
                    if not isinstance(value.get("text"), str):
                        raise Refused("It is a task without a text, such as one of pictures.")
                    arrival, given = self._articles.of({**meta, "text": value["text"]}, line=line)
                except Refused as refusal:
                    yield Problem(self._source.name, line, str(refusal))
                else:
                    yield _Task(line, value, arrival, given)

    def marked(self, task: _Task) -> tuple[str, list[Mark]]:
        """The text of a task, and places whose words tell the unit."""
        return task.given, [
            Mark(each["start"], each["end"], each["text"])
            for each in _listed(task.value, "tokens")
            if type(each.get("start")) is type(each.get("end")) is int
            and isinstance(each.get("text"), str)
        ]

    def layers_of(self, task: _Task, positions: Positions) -> TaskLayers:
        layers = TaskLayers(task.arrival, positions, FORMAT, reanchors(self._source))
        answer = task.value.get("answer")
        if answer in ("reject", "ignore"):
            self._passed.add(f"The labels of tasks answered “{answer}” were passed over")
            return layers
        person = self._person(task.value)
        ids = self._add_spans(task.value, layers, person)
        self._add_relations(task.value, layers, person, ids)
        self._add_choices(task.value, layers, person)
        if answer == "accept" and not _is_about_one_thing(task.value):
            layers.finish(person)
        return layers

    def notes(self) -> Iterator[Problem]:
        yield from self._passed.notes()
        yield from self._articles.notes()

    def _person(self, value: Mapping[str, Any]) -> str:
        """Who worked: the annotator's own name, or the session without the data set's name."""
        session, own = value.get("_session_id"), value.get("_annotator_id")
        if isinstance(own, str) and own != session:
            return person_named(own, self._annotator)
        if not isinstance(session, str) or _MOMENT.fullmatch(session):
            return self._annotator
        named = person_named(session.removeprefix(self._prefix), self._annotator)
        return self._annotator if named == GOLD else named

    def _add_spans(
        self, value: Mapping[str, Any], layers: TaskLayers, person: str
    ) -> dict[tuple[int, int, str], str]:
        """Take the spans; gives their ids by place and label."""
        ids: dict[tuple[int, int, str], str] = {}
        tokens = _listed(value, "tokens")
        for number, span in enumerate(_listed(value, "spans"), 1):
            try:
                start, end = _place(span, tokens)
                label = span.get("label")
                _check_tokens(span, tokens, value.get("text", ""), start, end)
                ids[start, end, str(label)] = layers.work_of(person).annotate(
                    label if isinstance(label, str) else "",
                    [(start, end)],
                    words=span.get("text") if isinstance(span.get("text"), str) else None,
                )
            except Refused as refusal:
                layers.refuse(f"The span number {number}", refusal)
        return ids

    def _add_relations(
        self,
        value: Mapping[str, Any],
        layers: TaskLayers,
        person: str,
        ids: Mapping[tuple[int, int, str], str],
    ) -> None:
        for number, relation in enumerate(_listed(value, "relations"), 1):
            try:
                ends = [_end(relation, side, ids, value) for side in ("head", "child")]
                label = relation.get("label")
                layers.work_of(person).relate(label if isinstance(label, str) else "", *ends)
            except Refused as refusal:
                layers.refuse(f"The relation number {number}", refusal)

    def _add_choices(self, value: Mapping[str, Any], layers: TaskLayers, person: str) -> None:
        """Labels of the whole article: of text classification, and of choices among options."""
        found = []
        if isinstance(value.get("label"), str) and not _listed(value, "spans"):
            found.append(("label", value["label"]))
        accepted = value.get("accept")
        if isinstance(accepted, list):
            found += [("choice", _chosen(each, value)) for each in accepted]
        for name, label in found:
            layers.label_article(person, name, label)


def _chosen(option: Any, value: Mapping[str, Any]) -> Any:
    """What was chosen: the name of an option, or its text where its name is but a number."""
    if not _NUMBERED.fullmatch(str(option)):
        return option
    same = (each for each in _listed(value, "options") if str(each.get("id")) == str(option))
    text = next(same, {}).get("text")
    return text if isinstance(text, str) and text.strip() else option


def _is_about_one_thing(value: Mapping[str, Any]) -> bool:
    """Whether a task asked about one label alone, so that the rest of the text was not read."""
    return value.get("_is_binary") is True or value.get("_view_id") in _ONE_THING


def _prefix_of_sessions(source: Source) -> str:
    """What all sessions of a file begin with: the name of the data set, and a hyphen."""
    if source.path is None:
        return ""
    sessions: set[str] = set()
    with source.open_utf8() as stream:
        # Of one line without an end no more than a part is held at a time.
        for line in iter(lambda: stream.readline(_LONGEST_PART), b""):
            sessions |= {each.decode(errors="replace") for each in _SESSION.findall(line)}
    named = sorted(each for each in sessions if not _MOMENT.fullmatch(each))
    shared = named[0] if named else ""
    for first, second in pairwise(named):
        both = zip(first, second, strict=False)
        length = next((n for n, (a, b) in enumerate(both) if a != b), min(len(first), len(second)))
        shared = shared[:length]
    return shared[: shared.rfind("-") + 1]


def _place(span: Mapping[str, Any], tokens: list[dict[str, Any]]) -> tuple[int, int]:
    """Where a span begins and ends; from its tokens where it does not say so itself."""
    start, end = whole(span.get("start")), whole(span.get("end"))
    if start is not None and end is not None:
        return start, end
    first, last = _token(span, "token_start", tokens), _token(span, "token_end", tokens)
    start, end = whole((first or {}).get("start")), whole((last or {}).get("end"))
    if start is None or end is None:
        raise Refused("it has neither a start and an end nor tokens")
    return start, end


def _token(
    span: Mapping[str, Any], key: str, tokens: list[dict[str, Any]]
) -> dict[str, Any] | None:
    number = whole(span.get(key))
    return tokens[number] if number is not None and 0 <= number < len(tokens) else None


def _check_tokens(
    span: Mapping[str, Any], tokens: list[dict[str, Any]], text: str, start: int, end: int
) -> None:
    """Refuse a span whose tokens are others than those of its characters.

    Scripts in the wild leave the last token out; that is no contradiction.
    """
    first, last = _token(span, "token_start", tokens), _token(span, "token_end", tokens)
    if first is None or last is None:
        return
    before = _token({"token_end": span["token_end"] - 1}, "token_end", tokens) or last
    inside = whole(first.get("start")), whole(last.get("end")), whole(before.get("end"))
    if None in inside or (inside[0] == start and end in inside[1:]):
        return
    own = text[slice(*inside[:2])]
    raise Refused(
        f"its characters [{start}, {end}) hold {short(text[start:end])}, but its tokens "
        f"{span['token_start']} to {span['token_end']} are {short(own)}, "
        f"[{inside[0]}, {inside[1]})"
    )


def _end(
    relation: Mapping[str, Any],
    side: str,
    ids: Mapping[tuple[int, int, str], str],
    value: Mapping[str, Any],
) -> str:
    """The annotation at one end: by its own span, else by a token of it."""
    span = relation.get(f"{side}_span")
    if isinstance(span, dict):
        start, end = _place(span, _listed(value, "tokens"))
        found = ids.get((start, end, str(span.get("label"))))
        if found is None:
            words = short(str(value.get("text"))[start:end])
            raise Refused(f"its {side} {words}, [{start}, {end}), bears no label that came in")
        return found
    token = whole(relation.get(side))
    near = [
        identity
        for each in _listed(value, "spans")
        if token is not None and token in (each.get("token_start"), each.get("token_end"))
        for place, identity in ids.items()
        if place == (each.get("start"), each.get("end"), str(each.get("label")))
    ]
    if len(near) != 1:
        raise Refused(f"its {side} is the token {relation.get(side)}, which tells no single span")
    return near[0]


def _listed(value: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    found = value.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
