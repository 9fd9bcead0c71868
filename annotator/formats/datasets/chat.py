"""Format `chat`: one conversation per article, for fine-tuning models that write JSON.

The answer quotes exact substrings of the text it was given and never counts offsets, which models
do badly. Fragments of one annotation are quoted one by one. With boilerplate dropped, it is cut out
of the text, and annotations that touch it are left out and listed. The request is the same for
every article; its hash stands in each record, so that two exports of other requests never mix.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotator.domain.annotation import Annotation
from annotator.domain.frame import frames
from annotator.domain.span import Span
from annotator.formats.datasets.derived import (
    BASE_FEATURES,
    DerivedWriter,
    Made,
    base,
    sheet_of,
    strings,
)
from annotator.formats.datasets.proof import Fact
from annotator.formats.datasets.work import BOILERPLATE, Work
from annotator.formats.datasets.writing import Loss, lost

TEMPLATE = (
    "You mark up news articles. Answer with one JSON object. `claims` lists every claim and "
    "quotation in the order of the text: `label`, `quote` (its exact words as a list of one or "
    "more passages), `sources` and `cue` (exact words; an empty list where the article names "
    "none), and its attributes. `others` lists all other labelled passages the same way. Copy "
    "passages character by character; do not count positions."
)
TEMPLATE_SHA256 = hashlib.sha256(TEMPLATE.encode()).hexdigest()
CHAT = "conversation"
LEFT = "It touches boilerplate, which was cut out of the text."


class Writer(DerivedWriter):
    """Conversations of three turns: the request, the article, the answer."""

    def records_of(self, work: Work) -> Iterator[Made]:
        """One conversation."""
        given, kept = self._text(work), self._kept(work)
        answer = self._answer(work, kept)
        said = json.dumps(answer, ensure_ascii=False, sort_keys=True)
        turns = zip(("system", "user", "assistant"), (TEMPLATE, given, said), strict=True)
        record = base(work) | {
            "id": f"{work.article.id}:{work.annotator}",
            "messages": [{"role": role, "content": content} for role, content in turns],
            "template_sha256": TEMPLATE_SHA256,
        }
        words = "\n".join(_quoted(work, kept))
        yield Made(record, Fact(CHAT, work.article.id, work.annotator, words=words))

    def _text(self, work: Work) -> str:
        """The article without what is no part of it."""
        text, start, kept = work.article.text, 0, []
        for place in work.boilerplate if self.setting.drops_boilerplate else ():
            kept.append(text[start : place.start])
            start = max(start, place.end)
        return "".join((*kept, text[start:]))

    def _kept(self, work: Work) -> dict[str, Annotation]:
        # A stretch cut out in the middle of a passage would make its quotation inexact.
        return {
            each.id: each
            for each in work.annotations
            if each.label != BOILERPLATE and not self.is_dropped(work, each)
        }

    def _answer(self, work: Work, kept: Mapping[str, Annotation]) -> dict[str, Any]:
        claims, told = [], set()
        for frame in frames(sheet_of(work), self.setting.scheme):
            claim = frame.statement
            if claim.id not in kept:
                continue
            sources = [each for each in frame.sources if each.id in kept]
            cue = frame.cue if frame.cue and frame.cue.id in kept else None
            told |= {claim.id, *(each.id for each in sources), *((cue.id,) if cue else ())}
            more = {
                "sources": [_quotes(work, each) for each in sources],
                "cue": _quotes(work, cue) if cue else [],
            }
            claims.append(_passage(work, claim) | more)
        others = [_passage(work, each) for each in kept.values() if each.id not in told]
        return {"claims": claims, "others": others}

    def losses_of(self, work: Work) -> Iterable[Loss]:
        """What touches boilerplate."""
        return [lost(work, e, LEFT) for e in work.annotations if self.is_dropped(work, e)]

    def fact_in(self, record: Mapping[str, Any]) -> Fact:
        """Every quotation in the answer that stands in the text word for word."""
        _, given, said = (message["content"] for message in record["messages"])
        answer = json.loads(said)
        passages = [*answer["claims"], *answer["others"]]
        quotes = {q for each in passages for q in _all_quotes(each) if q in given}
        words = "\n".join(sorted(quotes))
        return Fact(CHAT, record["article"], record["annotator"], words=words)

    @property
    def features(self) -> list[dict[str, Any]]:
        """The columns."""
        messages = {"name": "messages", "list": strings("role", "content")}
        return [*strings("id"), *BASE_FEATURES, messages, *strings("template_sha256")]

    @property
    def options(self) -> dict[str, object]:
        """Which request was made."""
        return {"template_sha256": TEMPLATE_SHA256}

    @property
    def notes(self) -> tuple[str, ...]:
        """How answers are made."""
        return (f"Answers quote exact substrings. The request has the SHA-256 {TEMPLATE_SHA256}.",)


def _quotes(work: Work, annotation: Annotation) -> list[str]:
    return [place.cut_from(work.article.text) for place in annotation.fragments]


def _passage(work: Work, annotation: Annotation) -> dict[str, Any]:
    return {
        "label": annotation.label,
        "quote": _quotes(work, annotation),
        "attributes": dict(annotation.attributes),
    }


def _quoted(work: Work, kept: Mapping[str, Annotation]) -> list[str]:
    places: set[Span] = {place for each in kept.values() for place in each.fragments}
    return sorted({place.cut_from(work.article.text) for place in places})


def _all_quotes(passage: Mapping[str, Any]) -> Iterator[str]:
    yield from passage["quote"]
    yield from passage.get("cue", ())
    for source in passage.get("sources", ()):
        yield from source
