"""Files as other tools write them, all of the same work on a text."""

import json
from collections.abc import Callable
from typing import Any

from annotator.domain.annotation import Annotation
from annotator.domain.relation import Relation
from annotator.formats.import_map import ImportMap
from annotator.formats.incoming import Arrival
from annotator.text.graphemes import next_boundary
from annotator.text.tokens import tokens as words_in
from tests import builders
from tests.formats.difficult import COMBINING, EMOJI, RIGHT_TO_LEFT

LINES = f"{EMOJI}\n{COMBINING}\n{RIGHT_TO_LEFT}\n"
SAID = (("SOURCE", "Mayor Ruiz"), ("CLAIM", "the bridge will cost 4m euros"))
"""Labels and words of the emoji sentence."""
MORE = (*SAID, ("SOURCE", "owners"), ("SOURCE", "ראש העיר"), ("CLAIM", "הגשר יעלה 4 מיליון"))
"""And of the lines with combining marks and from right to left."""


def place(text: str, words: str, unit: str = "codepoint") -> tuple[int, int]:
    """Where words stand, in a unit."""
    start = text.index(words)
    return count(text[:start], unit), count(text[: start + len(words)], unit)


def count(text: str, unit: str) -> int:
    """How long a text is, in a unit."""
    if unit == "utf16":
        return len(text.encode("utf-16-le")) // 2
    if unit == "codepoint":
        return len(text)
    number = position = 0
    while position < len(text):
        position, number = next_boundary(text, position), number + 1
    return number


def prodigy(text: str, labels: Any = SAID, **more: Any) -> bytes:
    """A task of Prodigy, with tokens."""
    tokens = []
    for number, word in enumerate(words_in(text)):
        end = word.end
        tokens.append(
            {
                "text": text[word.start : end], "start": word.start, "end": end, "id": number,
                "ws": text[end : end + 1] == " ",
            }
        )  # fmt: skip
    spans = []
    for label, words in labels:
        start, end = place(text, words)
        inside = [t["id"] for t in tokens if t["start"] >= start and t["end"] <= end]
        spans.append(
            {
                "start": start, "end": end, "token_start": inside[0], "token_end": inside[-1],
                "label": label,
            }
        )  # fmt: skip
    source, claim = spans[:2]
    relation = {
        "head": claim["token_end"], "child": source["token_end"], "head_span": claim,
        "child_span": source, "color": "#c5bdf4", "label": "SAID_BY",
    }  # fmt: skip
    task = {
        "text": text, "meta": {"publisher": "Harbour Post", "id": "a1"}, "tokens": tokens,
        "spans": spans, "relations": [relation], "_input_hash": 123456, "_task_hash": -654321,
        "_session_id": "desk-anna", "_view_id": "relations", "answer": "accept", **more,
    }  # fmt: skip
    return json.dumps(task, ensure_ascii=False).encode() + b"\n"


def doccano(text: str, labels: Any = SAID, *, unit: str = "utf16", **more: Any) -> bytes:
    """An example of doccano with relations."""
    entities = []
    for number, (label, words) in enumerate(labels):
        start, end = place(text, words, unit)
        entities.append(
            {"id": 11 + number, "label": label, "start_offset": start, "end_offset": end}
        )
    example = {
        "id": 1, "text": text, "publisher": "Harbour Post", "entities": entities,
        "relations": [{"id": 5, "from_id": 12, "to_id": 11, "type": "SAID_BY"}], "Comments": [],
        **more,
    }  # fmt: skip
    return json.dumps(example, ensure_ascii=False).encode() + b"\n"


def doccano_plain(text: str, labels: Any = SAID, *, unit: str = "utf16", **more: Any) -> bytes:
    """An example of doccano without relations."""
    listed = [[*place(text, words, unit), label] for label, words in labels]
    example = {"id": 1, "text": text, "publisher": "Harbour Post", "label": listed, "Comments": []}
    return json.dumps({**example, **more}, ensure_ascii=False).encode() + b"\n"


def labelstudio(
    text: str, labels: Any = SAID, *, unit: str = "codepoint", has_words: bool = True, **more: Any
) -> bytes:
    """An export of Label Studio with one task."""
    result: list[dict[str, Any]] = []
    for number, (label, words) in enumerate(labels):
        start, end = place(text, words, unit)
        value = {"start": start, "end": end, "labels": [label]}
        if has_words:
            value["text"] = words
        result.append(
            {
                "id": f"r{number}", "from_name": "role", "to_name": "text", "type": "labels",
                "origin": "manual", "value": value,
            }
        )  # fmt: skip
    result += [
        {
            "id": "r1", "from_name": "certainty", "to_name": "text", "type": "choices",
            "value": {**place_value(result[1]), "choices": ["hedged"]},
        },
        {
            "from_id": "r1", "to_id": "r0", "type": "relation", "direction": "right",
            "labels": ["SAID_BY"],
        },
    ]  # fmt: skip
    annotation = {
        "id": 7, "completed_by": 3, "was_cancelled": False, "ground_truth": False,
        "lead_time": 41.2, "result": result, **more,
    }  # fmt: skip
    task = {
        "id": 1, "data": {"text": text, "publisher": "Harbour Post"}, "annotations": [annotation],
        "predictions": [{"model_version": "rules-1", "score": 0.7, "result": []}],
    }  # fmt: skip
    return json.dumps([task], ensure_ascii=False, indent=2).encode()


def place_value(result: dict[str, Any]) -> dict[str, Any]:
    """The place of a region, as what is said of it repeats it."""
    return {key: result["value"][key] for key in ("start", "end")}


def webannotation(text: str, labels: Any = SAID, *, source: str = "urn:article:a1") -> bytes:
    """A page of Web Annotations with the text that they are about."""
    items: list[dict[str, Any]] = []
    for number, (label, words) in enumerate(labels):
        start, end = place(text, words)
        items.append(
            {
                "id": f"urn:uuid:{number}", "type": "Annotation",
                "creator": {"type": "Person", "nickname": "anna"}, "motivation": "classifying",
                "body": [{"type": "TextualBody", "purpose": "tagging", "value": label}],
                "target": {
                    "source": source,
                    "selector": [
                        {"type": "TextPositionSelector", "start": start, "end": end},
                        {
                            "type": "TextQuoteSelector", "exact": words,
                            "prefix": text[max(0, start - 10) : start],
                            "suffix": text[end : end + 10],
                        },
                    ],
                },
            }
        )  # fmt: skip
    items.append(
        {
            "id": "urn:uuid:r", "type": "Annotation", "motivation": "linking",
            "creator": {"type": "Person", "nickname": "anna"},
            "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": "SAID_BY"},
                {"id": "urn:uuid:0", "purpose": "linking"},
            ],
            "target": "urn:uuid:1",
        }
    )  # fmt: skip
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage",
        "source": {"id": source, "type": "Text", "cnt:chars": text}, "items": items,
    }  # fmt: skip
    return json.dumps(page, ensure_ascii=False).encode()


def table(text: str, labels: Any = SAID, *, unit: str = "codepoint") -> bytes:
    """A table of annotations that repeats the text in each row, as spreadsheets do."""
    quoted = text.replace('"', '""')
    rows = ["doc_id,article_text,start,end,label,annotator,quote"]
    for label, words in labels:
        start, end = place(text, words, unit)
        rows.append(f'a1,"{quoted}",{start},{end},{label},anna,"{words}"')
    return "\r\n".join((*rows, "")).encode()


WRITTEN: dict[str, tuple[str, Callable[..., bytes]]] = {
    "prodigy": ("tasks.jsonl", prodigy),
    "doccano": ("all.jsonl", doccano),
    "labelstudio": ("project-1-at-2026-03-01.json", labelstudio),
    "webannotation": ("page.jsonld", webannotation),
    "csv": ("labels.csv", table),
}
"""For each format a usual name of its files, and what writes one."""

ASKED = ImportMap(offsets="utf16")
"""What a person answers where doccano's files do not tell."""


def told_for(format_id: str) -> ImportMap | None:
    """What must be told to read a file of a format."""
    return ASKED if format_id == "doccano" else None


def words_of(arrivals: list[Arrival]) -> set[tuple[str, str]]:
    """Labels and words of what came in, and proof that the words stand there."""
    found = set()
    for arrival in arrivals:
        for record in builders.came_along(arrival):
            if isinstance(record, Annotation):
                cut = " ".join(each.cut_from(arrival.article.text) for each in record.fragments)
                assert cut == record.text
                found.add((record.label, record.text))
    return found


def links_of(arrivals: list[Arrival]) -> set[tuple[str, str, str]]:
    """Relations as their label and the labels of their ends."""
    found = set()
    for arrival in arrivals:
        records = builders.came_along(arrival)
        labels = {each.id: each.label for each in records if isinstance(each, Annotation)}
        found |= {
            (each.label, labels[each.from_id], labels[each.to_id])
            for each in records
            if isinstance(each, Relation)
        }
    return found
