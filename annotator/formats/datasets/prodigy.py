"""Format `prodigy`: a task for each annotator and article, with tokens, as Prodigy's recipes take.

Prodigy refuses spans that cut a token, so tokens are cut where a label begins or ends inside one.
Together with the spaces between them they cover the whole text, as spaCy has it. A finished article
is an accepted task; one in progress has no answer.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import Any, ClassVar

import orjson

from annotator.domain.annotation import Annotation
from annotator.domain.progress import ADJUDICATED, FINISHED
from annotator.domain.span import Span
from annotator.formats.datasets.derived import numbers, strings
from annotator.formats.datasets.proof import Fact, Scope
from annotator.formats.datasets.reading_back import facts_read
from annotator.formats.datasets.tool_records import FACTS, facts_of_article, in_one_piece
from annotator.formats.datasets.work import Work
from annotator.formats.datasets.writing import DatasetWriter, Loss
from annotator.text.tokens import tokens as words_in

_LINE = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE


class Writer(DatasetWriter):
    """Tasks."""

    scope = Scope(labels=True)
    suffix: ClassVar[str] = "jsonl"

    def write(self, work: Work) -> Iterable[Loss]:
        """Write a task."""
        kept, links, losses = in_one_piece(work)
        tokens = _task_tokens(work.article.text, kept)
        starts = [token["start"] for token in tokens]
        spans = {each.id: _span(each, starts) for each in kept}
        task: dict[str, Any] = {
            "text": work.article.text,
            "meta": facts_of_article(work.article),
            "tokens": tokens,
            "spans": list(spans.values()),
            "relations": [
                _relation(each.label, *(spans[end] for end in each.ends)) for each in links
            ],
            "_view_id": "relations" if links else "spans_manual",
        }
        if work.annotator:
            task["_session_id"] = f"{self.setting.scheme.id}-{work.annotator}"
            task["_annotator_id"] = work.annotator
        if work.status in (FINISHED, ADJUDICATED):
            task["answer"] = "accept"
        if work.labels:
            task |= self._choices(work)
        self.file_of(work.split).write(orjson.dumps(task, option=_LINE))
        self.count(work.split)
        return losses

    def _choices(self, work: Work) -> Mapping[str, Any]:
        """Labels of the article as a choice among options."""
        options = []
        for label in work.labels:
            kind = self.setting.scheme.article_label(label.label)
            for value in kind.values if kind else ():
                text = f"{kind.name if kind else label.label}: {value.name}"
                options.append({"id": f"{label.label}={value.id}", "text": text})
        return {
            "options": options,
            "accept": [f"{each.label}={each.value}" for each in work.labels],
        }

    def read_back(self) -> Iterator[Fact]:
        """The facts in the tasks."""
        return facts_read(self.paths, "prodigy")

    @property
    def features(self) -> list[dict[str, Any]]:
        """What the keys of a task hold, of which some are missing where nothing is to be said."""
        span = [*numbers("start", "end", "token_start", "token_end"), *strings("label")]
        token = [*strings("text"), *numbers("start", "end", "id"), {"name": "ws", "dtype": "bool"}]
        ends = [{"name": name, "struct": span} for name in ("head_span", "child_span")]
        return [
            *strings("text", "answer", "_view_id", "_session_id", "_annotator_id"),
            {"name": "meta", "struct": strings("id", *FACTS)},
            {"name": "tokens", "list": token},
            {"name": "spans", "list": span},
            {"name": "relations", "list": [*numbers("head", "child"), *strings("label"), *ends]},
            {"name": "options", "list": strings("id", "text")},
            {"name": "accept", "list": "string"},
        ]

    @property
    def columns(self) -> list[dict[str, Any]]:
        """What all tasks have."""
        return strings("text", "_view_id")

    @property
    def notes(self) -> tuple[str, ...]:
        """How tokens were made."""
        return ("Tokens are cut where a label begins or ends inside one; `token_end` counts in.",)


def _task_tokens(text: str, annotations: Iterable[Annotation]) -> list[dict[str, Any]]:
    """The tokens of a text, cut at the borders of annotations; with their spaces they are all."""
    annotations = tuple(annotations)
    begins, ends = ({getattr(each, side) for each in annotations} for side in ("start", "end"))
    edges = sorted(begins | ends)
    words = _covering(text, begins, ends)
    pieces = [piece for word in words for piece in _cut(word, edges)]
    tokens: list[dict[str, Any]] = []
    for number, piece in enumerate(pieces):
        following = pieces[number + 1].start if number + 1 < len(pieces) else len(text)
        tokens.append(
            {
                "text": piece.cut_from(text),
                "start": piece.start,
                "end": piece.end,
                "id": number,
                "ws": following > piece.end or (following == len(text) > piece.end),
            }
        )
    return tokens


def _covering(text: str, begins: Set[int], ends: Set[int]) -> Iterator[Span]:
    """Words, and between them all white space but the one space that a word may be followed by.

    A space that a label begins or ends with is a token of its own.
    """
    place = 0
    for word in (*words_in(text), Span(len(text), len(text))):
        is_follower = text[place : place + 1] == " " and place > 0
        gap = place + (is_follower and place not in begins and place + 1 not in ends)
        if word.start > gap:
            yield Span(gap, word.start)
        if word.end > word.start:
            yield word
        place = word.end


def _cut(word: Span, edges: Sequence[int]) -> Iterator[Span]:
    inside = edges[bisect_right(edges, word.start) : bisect_right(edges, word.end - 1)]
    for start, end in pairwise((word.start, *inside, word.end)):
        yield Span(start, end)


def _span(annotation: Annotation, starts: Sequence[int]) -> dict[str, Any]:
    return {
        "start": annotation.start,
        "end": annotation.end,
        "token_start": bisect_right(starts, annotation.start) - 1,
        "token_end": bisect_right(starts, annotation.end - 1) - 1,
        "label": annotation.label,
    }


def _relation(label: str, head: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "head": head["token_end"],
        "child": child["token_end"],
        "head_span": head,
        "child_span": child,
        "label": label,
    }
