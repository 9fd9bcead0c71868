"""Sources and cues for the claims and quotations that have none yet."""

from collections.abc import Iterator

from annotator.domain.annotation import Annotation
from annotator.domain.attribute import NO_SOURCE
from annotator.domain.relation import ATTRIBUTED_TO, CUED_BY
from annotator.domain.suggestion import SuggestedLink
from annotator.suggestions.attribution import Proposal, propose
from annotator.suggestions.material import Material, Offer

STATEMENTS = ("claim", "quote")
"""The labels of what somebody may have said."""

_CONFIDENCE = {"sentence": 0.8, "paragraph": 0.5, "article": 0.25}
_LEAST = 0.5
_CUE_PART = 0.85


def crediting(material: Material) -> list[Offer]:
    """For each claim and quotation the likeliest source and cue, unless both are far away."""
    return [
        offer
        for statement in material.annotations
        if statement.label in STATEMENTS and not statement.attributes.get(NO_SOURCE)
        for offer in _of(statement, material)
    ]


def _of(statement: Annotation, material: Material) -> Iterator[Offer]:
    found = propose(
        material.text, statement.fragments, material.annotations, language=material.language
    )
    if not found or _CONFIDENCE[found[0].reach] < _LEAST:
        return
    yield from _offers(statement, found[0], material)


def _offers(statement: Annotation, proposal: Proposal, material: Material) -> Iterator[Offer]:
    by_id = {each.id: each for each in material.annotations}
    confidence = _CONFIDENCE[proposal.reach]
    for label, relation, place, known, part in (
        ("source", ATTRIBUTED_TO, proposal.source, proposal.source_id, 1.0),
        ("cue", CUED_BY, proposal.cue, proposal.cue_id, _CUE_PART),
    ):
        if place is not None:
            link = SuggestedLink(relation, far_id=statement.id, is_from=True)
            parts = by_id[known].fragments if known else (place,)
            yield Offer(label, parts, proposal.rule, confidence * part, link=link)
