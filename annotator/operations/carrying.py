"""Carrying work over to the same words elsewhere: to reprints, and to newer versions.

Nothing of it moves by itself. Reprints get suggestions only. A newer version gets the annotations
whose words stand there in the same order, with an origin that tells so; what moved or changed is
proposed, what is gone is listed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Change, Draft, added
from annotator.domain.errors import UserError
from annotator.domain.identity import name_from
from annotator.domain.relation import Relation
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span, words
from annotator.domain.suggestion import SuggestedLink, Suggestion
from annotator.operations.annotate import begun
from annotator.storage import clusters, records
from annotator.storage.project import Project
from annotator.text.alignment import Alignment, Fate, Found

REPRINT, VERSION = "reprint", "version"
"""The engines that suggestions name."""
ORIGIN = f"import:{VERSION}"
"""The origin of an annotation that stands on the same words of a newer version."""
FATES: tuple[Fate, ...] = ("kept", "moved", "changed", "gone")

_CONFIDENCE: Mapping[Fate, float] = {"kept": 1.0, "moved": 0.8, "changed": 0.5}


@dataclass(frozen=True, slots=True)
class Anchored:
    """An annotation of one article, and what became of its words in another."""

    annotation: Annotation
    fate: Fate
    fragments: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """What is proposed to the other articles of a cluster; `articles` counts those by id."""

    articles: Mapping[str, int]
    draft: Draft


@dataclass(frozen=True, slots=True)
class Reanchored:
    """An annotator's work on an older version beside a newer one, in the order of the older text.

    `draft` writes it: `kept` annotations and `proposed` suggestions.
    """

    older: str
    newer: str
    annotator: str
    anchored: tuple[Anchored, ...]
    kept: int
    proposed: int
    draft: Draft

    @property
    def counts(self) -> Mapping[Fate, int]:
        """How many annotations are kept, moved, changed and gone."""
        found = Counter(each.fate for each in self.anchored)
        return {fate: found[fate] for fate in FATES}


def carry_over(project: Project, article_id: str, *, annotator: str) -> CarriedOver:
    """Propose an annotator's labels on an article for the same words of its reprints.

    What is labelled there already, or was proposed before, is not proposed again.

    Raises:
        UserError: the article is in no cluster, or has no labels of the annotator.
    """
    sheet = records.sheet(project, article_id, annotator)
    others = clusters.others_of(project, article_id)
    if not others or not sheet.annotations:
        lacks = "is in no cluster" if not others else f"has no labels by {annotator}"
        raise UserError(
            f"{article_id} {lacks}, so there is nothing to carry over. Nothing was changed."
        )
    proposed: dict[str, int] = {}
    changes: list[Change] = []
    for other in others:
        target = records.sheet(project, other, annotator)
        anchored = anchored_in(sheet, target.article)
        exact = [each for each in anchored if each.fate in ("kept", "moved")]
        fresh = _suggestions(sheet, target, exact, REPRINT)
        proposed[other] = len(fresh)
        changes += added(fresh)
    return CarriedOver(proposed, Draft("Carry labels over to reprints", tuple(changes)))


def reanchor(project: Project, older: str, newer: str, *, annotator: str) -> Reanchored:
    """Lay an annotator's work on an older version beside a newer one; nothing is written.

    Raises:
        UserError: one of the articles is not there.
    """
    sheet = records.sheet(project, older, annotator)
    target = records.sheet(project, newer, annotator)
    anchored = anchored_in(sheet, target.article)
    kept = _kept_annotations(target, anchored)
    names = {each.annotation.id for each in anchored if each.fate == "kept"}
    relations = _kept_relations(sheet, target, names)
    unsure = [each for each in anchored if each.fate in ("moved", "changed")]
    proposed = _suggestions(sheet, target, unsure, VERSION)
    changes = added([*kept, *relations, *proposed])
    draft = Draft("Carry labels over to the newer version", changes)
    if kept:
        draft = begun(target, draft)
    return Reanchored(older, newer, annotator, anchored, len(kept), len(proposed), draft)


def anchored_in(sheet: Sheet, target: Article) -> tuple[Anchored, ...]:
    """What became in another article of the words that are labelled on a sheet."""
    alignment = Alignment(sheet.article.text, target.text)
    found = sorted(sheet.annotations.values(), key=lambda each: (each.start, each.end, each.id))
    return tuple(_anchored(each, alignment.find(each.fragments), target.text) for each in found)


def _anchored(annotation: Annotation, found: Found, text: str) -> Anchored:
    covered = words(text, found.fragments)
    return Anchored(annotation, found.fate, found.fragments, covered)


def _kept_annotations(target: Sheet, anchored: Sequence[Anchored]) -> list[Annotation]:
    """The annotations whose words stand there, under their own ids, as far as they are new."""
    there = {(each.label, each.fragments) for each in target.annotations.values()}
    return [
        replace(
            each.annotation,
            article_id=target.article.id,
            fragments=each.fragments,
            text=each.text,
            origin=ORIGIN,
        )
        for each in anchored
        if each.fate == "kept"
        and each.annotation.id not in target.annotations
        and (each.annotation.label, each.fragments) not in there
    ]


def _kept_relations(sheet: Sheet, target: Sheet, kept: set[str]) -> Iterator[Relation]:
    for relation in sheet.relations.values():
        is_inside = not relation.is_between_articles and set(relation.ends) <= kept
        if is_inside and relation.id not in target.relations:
            here = target.article.id
            yield replace(relation, article_id=here, to_article_id=here)


def _suggestions(
    sheet: Sheet, target: Sheet, anchored: Sequence[Anchored], engine: str
) -> list[Suggestion]:
    """What is to be proposed, without what is labelled there or was proposed before."""
    labelled = {(each.label, each.fragments) for each in target.annotations.values()}
    proposed = {(each.label, each.fragments) for each in target.suggestions.values()}
    places = {each.annotation.id: each.fragments for each in anchored}
    return [
        _suggestion(each, sheet, target, engine, places)
        for each in anchored
        if (each.annotation.label, each.fragments) not in labelled | proposed
    ]


def _suggestion(
    each: Anchored,
    sheet: Sheet,
    target: Sheet,
    engine: str,
    places: Mapping[str, tuple[Span, ...]],
) -> Suggestion:
    annotation = each.annotation
    return Suggestion(
        id=name_from(engine, sheet.article.id, annotation.id, str(each.fragments[0].start)),
        article_id=target.article.id,
        annotator=target.annotator,
        engine=engine,
        label=annotation.label,
        fragments=each.fragments,
        text=each.text,
        attributes=annotation.attributes,
        link=_link(annotation, sheet, places),
        confidence=_CONFIDENCE[each.fate],
        reason=each.fate,
    )


def _link(
    annotation: Annotation, sheet: Sheet, places: Mapping[str, tuple[Span, ...]]
) -> SuggestedLink | None:
    """The first relation of an annotation whose other end is carried over too.

    Both ends have it: whichever is taken last finds the other one there.
    """
    for relation in sheet.relations_of(annotation.id):
        is_from = relation.to_id == annotation.id
        far_id = relation.from_id if is_from else relation.to_id
        far = places.get(far_id)
        if far and not relation.is_between_articles:
            return SuggestedLink(
                relation.label, far=Span(far[0].start, far[-1].end), is_from=is_from
            )
    return None
