"""Who a claim most likely goes back to: offered beside the claim, stored only when accepted."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from annotator.domain.annotation import Annotation
from annotator.domain.span import Span, hull
from annotator.text.sentences import sentences

Reach = Literal["sentence", "paragraph", "article"]

_MOST = 9
_SAID = re.compile(r"(?P<source>[A-Z][\w'’]*(?: [\w'’]+){0,6}?) (?P<cue>said|says)\b")
_ACCORDING = re.compile(r"(?P<cue>[Aa]ccording to) (?P<source>[^,.;:”\n]+)")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A source and a cue that a claim may be attributed to.

    Spans are code points, end exclusive. `source` is None for a cue that names nobody
    ("reportedly"). The ids are those of annotations that stand on the words already. `rule` says
    what led there; `reach` how far from the claim the source stands.
    """

    source: Span | None
    cue: Span | None
    source_id: str | None
    cue_id: str | None
    rule: str
    reach: Reach


def propose(
    text: str,
    claim_fragments: Sequence[Span],
    annotations: Iterable[Annotation],
    *,
    language: str = "en",
) -> list[Proposal]:
    """What a claim or quotation may be attributed to, the most likely first, nine at most."""
    del language
    if not claim_fragments:
        return []
    claim = hull(claim_fragments)
    known = [each for each in annotations if each.label == "source"]
    found = [
        Proposal(Span(*match.span("source")), Span(*match.span("cue")), None, None, "said", reach)
        for reach, place in _around(text, claim)
        for rule in (_ACCORDING, _SAID)
        for match in rule.finditer(text, place.start, place.end)
    ]
    known.sort(key=lambda each: abs(each.start - claim.start))
    found += [Proposal(each.hull, None, each.id, None, "known source", "article") for each in known]
    return found[:_MOST]


def _around(text: str, claim: Span) -> Iterable[tuple[Reach, Span]]:
    start = text.rfind("\n", 0, claim.start) + 1
    end = text.find("\n", claim.end)
    for sentence in sentences(text, start, len(text) if end < 0 else end):
        if sentence.overlaps(claim):
            yield "sentence", sentence
