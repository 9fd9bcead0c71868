"""Format `pairs`: two claims and how they stand to each other, for inference and contradiction.

`same` are claims that say the same (`same_claim`, equivalent), `overlapping` those that share part
of it, `refines` a claim more specific than the other, `contradicts` two that cannot both be true.
`differing_account` is two accounts that may both be true: it is no contradiction. `nli` gives the
usual three names where one fits: entailment from premise to hypothesis, or contradiction.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from annotator.domain.annotation import Annotation
from annotator.domain.relation import Relation
from annotator.domain.span import Span
from annotator.formats.datasets.derived import (
    DerivedWriter,
    Made,
    Record,
    Surroundings,
    names_of,
    numbers,
    strings,
)
from annotator.formats.datasets.proof import Fact, Places, places_of
from annotator.formats.datasets.work import Setting, Work
from annotator.formats.datasets.writing import Loss

SAME_CLAIM, REFINES, CONTRADICTS = "same_claim", "refines", "contradicts"
KINDS = (SAME_CLAIM, REFINES, CONTRADICTS)
NAMES = ("same", "refines", "contradicts", "differing_account", "overlapping")
_NLI = {"same": "entailment", "refines": "entailment", "contradicts": "contradiction"}
PAIR = "pair"


class _End(NamedTuple):
    """One claim of a pair, with what of its article a record needs."""

    article: str
    group: str
    split: str
    claim: Annotation
    words: str
    context: str


class Writer(DerivedWriter):
    """Pairs of claims; those between articles follow when all articles are known."""

    def __init__(self, folder: Path, setting: Setting) -> None:
        super().__init__(folder, setting)
        self._links = [each for each in setting.links if each.label in KINDS]
        self._wanted = {
            (article, each.annotator, identity)
            for each in self._links
            for article, identity in (
                (each.article_id, each.from_id), (each.to_article_id, each.to_id),
            )
        }  # fmt: skip
        self._ends: dict[tuple[str, str, str], _End] = {}

    def records_of(self, work: Work) -> Iterator[Made]:
        """The pairs within an article."""
        near = Surroundings(work.article.text)
        for each in work.annotations:
            key = (work.article.id, work.annotator, each.id)
            if key in self._wanted:
                self._ends[key] = _end(work, each, near)
        for link in work.relations:
            if link.label in KINDS:
                ends = (_end(work, work.by_id[identity], near) for identity in link.ends)
                yield self._made(link, work.annotator, *ends)

    def finish(self) -> None:
        """Write the pairs between articles of one split."""
        for link in self._links:
            ends = self._ends_of(link)
            if ends is not None:
                made = self._made(link, link.annotator, *ends)
                self.write_records(ends[0].split, [made.record])
                self.expected.add([made.fact])

    def losses_at_end(self) -> Iterator[Loss]:
        """The pairs whose claims are in different splits, or not in the dataset."""
        for link in self._links:
            if self._ends_of(link) is None:
                reason = "Its two claims are not in one split of the dataset."
                yield Loss(link.article_id, link.annotator, "link", link.id, reason)

    def _ends_of(self, link: Relation) -> tuple[_End, _End] | None:
        one = self._ends.get((link.article_id, link.annotator, link.from_id))
        other = self._ends.get((link.to_article_id, link.annotator, link.to_id))
        return (one, other) if one and other and one.split == other.split else None

    def _made(self, link: Relation, annotator: str, one: _End, other: _End) -> Made:
        name = _name(link)
        record: Record = {
            "id": f"{link.article_id}:{annotator}:{link.id}",
            "annotator": annotator,
            "premise": one.claim.text,
            "hypothesis": other.claim.text,
            "label": NAMES.index(name),
            "nli": _NLI.get(name),
            "about": link.attributes.get("about"),
            **_side("premise", one),
            **_side("hypothesis", other),
        }
        places = (*places_of(one.claim), *places_of(other.claim))
        where = f"{one.article}\n{other.article}"
        return Made(
            record, Fact(PAIR, where, annotator, name, places, f"{one.words}\n{other.words}")
        )

    def fact_in(self, record: Mapping[str, Any]) -> Fact:
        """The two claims and their label."""
        sides = ("premise", "hypothesis")
        places: Places = tuple((a, b) for side in sides for a, b in record[f"{side}_fragments"])
        where = "\n".join(record[f"{side}_article"] for side in sides)
        words = f"{record['premise']}\n{record['hypothesis']}"
        return Fact(PAIR, where, record["annotator"], NAMES[record["label"]], places, words)

    @cached_property
    def features(self) -> list[dict[str, Any]]:
        """The columns, with the names of the labels."""
        sides = []
        for side in ("premise", "hypothesis"):
            sides += strings(f"{side}_article", f"{side}_group", f"{side}_context")
            sides += numbers(f"{side}_start", f"{side}_end")
            sides.append({"name": f"{side}_fragments", "list": {"list": "int64"}})
        texts = strings("id", "annotator", "premise", "hypothesis", "nli", "about")
        return [*texts, {"name": "label", "dtype": names_of(NAMES)}, *sides]

    @property
    def notes(self) -> tuple[str, ...]:
        """What the labels mean."""
        note = (
            "`differing_account` is not a contradiction: both accounts may be true. Pairs across "
            "splits are left out; `--join-same-claim` keeps articles with one claim together."
        )
        return (note,)


def _end(work: Work, claim: Annotation, near: Surroundings) -> _End:
    text = work.article.text
    words = " ".join(place.cut_from(text) for place in claim.fragments)
    context = near.around(Span(claim.start, claim.end)).cut_from(text)
    group = work.article.cluster or work.article.id
    return _End(work.article.id, group, work.split, claim, words, context)


def _side(name: str, end: _End) -> Record:
    return {
        f"{name}_article": end.article,
        f"{name}_group": end.group,
        f"{name}_start": end.claim.start,
        f"{name}_end": end.claim.end,
        f"{name}_fragments": places_of(end.claim),
        f"{name}_context": end.context,
    }


def _name(link: Relation) -> str:
    if link.label == SAME_CLAIM:
        return "overlapping" if link.attributes.get("match") == "overlapping" else "same"
    if link.label == CONTRADICTS and link.attributes.get("degree") == "differing_account":
        return "differing_account"
    return link.label
