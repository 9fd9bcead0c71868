"""What the annotator labelled in a sentence elsewhere, where the same sentence stands here.

Identical sentences get identical labels in about three of four places only (precision .768 for
one and the same annotator over 369 repeated sentences of the PolNeAR corpus), so this is offered
and never taken by itself.
"""

from annotator.domain.span import Span
from annotator.suggestions.material import EarlierLabel, Material, Offer
from annotator.text.sentences import sentences

PRECISION = 0.77


def projection(material: Material) -> list[Offer]:
    """The earlier labels of every sentence that is known from elsewhere."""
    if not material.earlier:
        return []
    return [
        _offer(earlier, place.start)
        for place in sentences(material.text)
        if not material.is_boilerplate(place)
        for earlier in material.earlier.get(place.cut_from(material.text), ())
    ]


def _offer(earlier: EarlierLabel, start: int) -> Offer:
    fragments = tuple(Span(start + each.start, start + each.end) for each in earlier.fragments)
    confidence = PRECISION * earlier.share
    return Offer(earlier.label, fragments, "labelled elsewhere", confidence, earlier.attributes)
