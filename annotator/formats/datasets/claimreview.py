"""Format `claimreview`: schema.org ClaimReview for claims that an editor has checked.

Only claims whose `verdict` somebody set to more than `unreviewed` are written: a verdict on the
world is an editor's act and never read off other labels. `claimReviewed` is the claim in its own
words. Where it stands is told beside it, under `annotator:` names that other readers pass over.
`not_enough_evidence` has words and no number. Dates of the review are not known here and left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotator.domain.annotation import Annotation
from annotator.domain.frame import frames
from annotator.formats.datasets.derived import DerivedWriter, Made, sheet_of
from annotator.formats.datasets.proof import Fact, places_of
from annotator.formats.datasets.work import Work
from annotator.formats.datasets.writing import Loss, lost

VERDICT, UNREVIEWED = "verdict", "unreviewed"
REVIEW = "claim review"
_RATINGS = {"supported": 5, "conflicting": 3, "refuted": 1}
NO_VERDICT = "No editor has given a verdict on it."


class Writer(DerivedWriter):
    """One review per line."""

    def records_of(self, work: Work) -> Iterator[Made]:
        """The reviews of the claims of a work."""
        speakers = {
            frame.statement.id: [source.text for source in frame.sources]
            for frame in frames(sheet_of(work), self.setting.scheme)
        }
        for claim in work.annotations:
            verdict = _verdict(claim)
            if verdict:
                record = self._review(work, claim, verdict, speakers.get(claim.id, []))
                words = " ".join(place.cut_from(work.article.text) for place in claim.fragments)
                places = places_of(claim)
                yield Made(
                    record, Fact(REVIEW, work.article.id, work.annotator, verdict, places, words)
                )

    def _review(
        self, work: Work, claim: Annotation, verdict: str, speakers: list[str]
    ) -> dict[str, Any]:
        article = work.article
        reviewed = {
            "@type": "Claim",
            "appearance": _without_gaps(
                {
                    "@type": "NewsArticle",
                    "url": article.url,
                    "headline": article.title,
                    "datePublished": article.published,
                    "publisher": {"@type": "Organization", "name": article.outlet}
                    if article.outlet
                    else None,
                }
            ),
            "author": [{"@type": "Thing", "name": name} for name in speakers],
        }
        rating = {
            "@type": "Rating",
            "alternateName": self._name(claim, verdict),
            "ratingValue": _RATINGS.get(verdict),
            "bestRating": 5 if verdict in _RATINGS else None,
            "worstRating": 1 if verdict in _RATINGS else None,
        }
        return {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "@id": f"urn:annotator:{article.id}:{work.annotator}:{claim.id}",
            "claimReviewed": claim.text,
            "itemReviewed": {k: v for k, v in reviewed.items() if v},
            "reviewRating": _without_gaps(rating),
            "annotator:article": article.id,
            "annotator:annotator": work.annotator,
            "annotator:fragments": places_of(claim),
            "annotator:verdict": verdict,
        }

    def _name(self, claim: Annotation, verdict: str) -> str:
        label = self.setting.scheme.label(claim.label)
        attribute = label.attribute(VERDICT) if label else None
        value = attribute.value(verdict) if attribute else None
        return value.name if value else verdict

    def losses_of(self, work: Work) -> Iterable[Loss]:
        """The claims that nobody has checked."""
        scheme = self.setting.scheme
        for each in work.annotations:
            label = scheme.label(each.label)
            if label and label.attribute(VERDICT) and not _verdict(each):
                yield lost(work, each, NO_VERDICT)

    def fact_in(self, record: Mapping[str, Any]) -> Fact:
        """The claim and its verdict."""
        places = tuple((start, end) for start, end in record["annotator:fragments"])
        who = record["annotator:annotator"]
        verdict, words = record["annotator:verdict"], record["claimReviewed"]
        return Fact(REVIEW, record["annotator:article"], who, verdict, places, words)

    @property
    def notes(self) -> tuple[str, ...]:
        """What is in it."""
        return ("Only claims with an editor's verdict are in it.",)


def _verdict(claim: Annotation) -> str:
    value = claim.attributes.get(VERDICT)
    return str(value) if value and value != UNREVIEWED else ""


def _without_gaps(record: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value is not None}
