"""Format `frames`: one line per claim or quote, with who said it, how, and what they felt.

`sources` are those it is attributed to, `chains` the ids of the ways outwards through others,
`cue` the words that attribute it, `sentiments` those in its words or of its sources, each with who
holds it (empty: the author) and the words that show it. `missing` names what nobody looked for yet:
such a frame is open, not without a source. Attributes have a column each, empty where not set.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeAlias

from annotator.domain.annotation import Annotation
from annotator.domain.attribute import Attribute
from annotator.domain.frame import Frame, frames, is_statement
from annotator.domain.relation import ATTRIBUTED_TO, CUED_BY, HELD_BY, SHOWN_BY
from annotator.formats.datasets.derived import (
    BASE_FEATURES,
    DerivedWriter,
    Made,
    Record,
    Surroundings,
    base,
    columns_of,
    numbers,
    part,
    part_features,
    sheet_of,
    strings,
)
from annotator.formats.datasets.proof import Fact, Places, places_of
from annotator.formats.datasets.work import Work
from annotator.formats.datasets.writing import Loss, lost

FRAME = "frame"

_Ends: TypeAlias = Mapping[tuple[str, str], list[str]]
"""Whom relations of a kind reach from an annotation, by the kind and the annotation."""


class Writer(DerivedWriter):
    """Frames, in the order of the text."""

    def records_of(self, work: Work) -> Iterator[Made]:
        """A record per claim or quote; none in boilerplate, unless it is kept."""
        surroundings = Surroundings(work.article.text)
        ends = _ends_of_sentiments(work)
        for frame in frames(sheet_of(work), self.setting.scheme):
            if not self.is_dropped(work, frame.statement):
                record = self._record(work, frame, surroundings, ends)
                yield Made(record, _fact(work, frame))

    def losses_of(self, work: Work) -> Iterable[Loss]:
        """Claims and quotes in boilerplate."""
        scheme = self.setting.scheme
        return [
            lost(work, each, "It touches boilerplate, which is left out.")
            for each in work.annotations
            if is_statement(each, scheme) and self.is_dropped(work, each)
        ]

    def _record(self, work: Work, frame: Frame, surroundings: Surroundings, ends: _Ends) -> Record:
        claim = frame.statement
        sentence = surroundings.around(*claim.fragments)
        return base(work) | {
            "id": f"{work.article.id}:{work.annotator}:{claim.id}",
            "claim": part(claim, self._columns["claim"]),
            "sources": [part(each, self._columns["source"]) for each in frame.sources],
            "chains": [[each.id for each in chain] for chain in frame.chains],
            "cue": part(frame.cue, self._columns["cue"]) if frame.cue else None,
            "sentiments": [self._sentiment(each, ends) for each in frame.sentiments],
            "no_source": frame.no_source,
            "missing": list(frame.missing),
            "sentence": {
                "start": sentence.start,
                "end": sentence.end,
                "text": sentence.cut_from(work.article.text),
            },
            "title": work.article.title,
            "text_sha256": work.article.text_sha256,
        }

    def _sentiment(self, sentiment: Annotation, ends: _Ends) -> Record:
        reached = {label: ends.get((label, sentiment.id), []) for label in (HELD_BY, SHOWN_BY)}
        return part(sentiment, self._columns["sentiment"]) | reached

    def fact_in(self, record: Mapping[str, Any]) -> Fact:
        """The claim, its sources and its cue."""
        parts = [record["claim"], *record["sources"], *filter(None, [record["cue"]])]
        parts += record["sentiments"]
        places: Places = tuple((a, b) for each in parts for a, b in each["fragments"])
        words = "\n".join(each["text"] for each in parts)
        label = record["claim"]["label"]
        return Fact(FRAME, record["article"], record["annotator"], label, places, words)

    @cached_property
    def _columns(self) -> dict[str, tuple[Attribute, ...]]:
        scheme = self.setting.scheme
        kinds = {name: scheme.relation(name) for name in (ATTRIBUTED_TO, CUED_BY, HELD_BY)}
        said, cued, held = (kinds[name] for name in (ATTRIBUTED_TO, CUED_BY, HELD_BY))
        return {
            "claim": columns_of(scheme, said.sources if said else ()),
            "source": columns_of(scheme, said.targets if said else ()),
            "cue": columns_of(scheme, cued.targets if cued else ()),
            "sentiment": columns_of(scheme, held.sources if held else ()),
        }

    @property
    def features(self) -> list[dict[str, Any]]:
        """The columns."""
        own = self._columns
        sentiment = part_features(own["sentiment"])
        sentiment += [{"name": name, "list": "string"} for name in (HELD_BY, SHOWN_BY)]
        return [
            *strings("id"),
            *BASE_FEATURES,
            {"name": "claim", "struct": part_features(own["claim"])},
            {"name": "sources", "list": part_features(own["source"])},
            {"name": "chains", "list": {"list": "string"}},
            {"name": "cue", "struct": part_features(own["cue"])},
            {"name": "sentiments", "list": sentiment},
            *strings("no_source"),
            {"name": "missing", "list": "string"},
            {"name": "sentence", "struct": [*numbers("start", "end"), *strings("text")]},
            *strings("title", "text_sha256"),
        ]

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know."""
        return (
            (
                "One record per claim or quote. A frame whose `missing` names the source is open: "
                "nobody has said yet who says it. One with `no_source` has none, for that reason."
            ),
            "A sentiment with an empty `held_by` is the author's own.",
        )


def _ends_of_sentiments(work: Work) -> _Ends:
    ends: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for each in work.relations:
        if each.label in (HELD_BY, SHOWN_BY):
            ends[each.label, each.from_id].append(each.to_id)
    return ends


def _fact(work: Work, frame: Frame) -> Fact:
    parts = (frame.statement, *frame.sources, *((frame.cue,) if frame.cue else ()))
    parts += frame.sentiments
    places = tuple(place for each in parts for place in places_of(each))
    words = "\n".join(
        " ".join(p.cut_from(work.article.text) for p in each.fragments) for each in parts
    )
    return Fact(FRAME, work.article.id, work.annotator, frame.statement.label, places, words)
