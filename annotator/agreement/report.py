"""All figures of a project: layer by layer, for everybody together and for every two."""

from collections.abc import Callable, Iterator, Sequence

from annotator.agreement import clusters, judged, relations, spans
from annotator.agreement.continua import unitizing
from annotator.agreement.figure import NEEDS_TWO, NO_OVERLAP, Figure
from annotator.agreement.making import OF_RATINGS, Maker, Wanted, both_in, judged_by_two
from annotator.agreement.material import Material

Report = Callable[[int], bool]
People = tuple[str, ...]


def figures(material: Material, wanted: Wanted, report: Report = lambda _: True) -> list[Figure]:
    """Every figure that is wanted; those of everybody first, then those of every two.

    `report` hears how many of `steps` parts are done; false from it ends the work.
    """
    if not material.pairs:
        reason = NEEDS_TWO if len(material.people) < 2 else NO_OVERLAP
        return [Figure("spans", "", "f1_exact", "", material.people, None, reason, unit="spans")]
    maker = Maker(material, wanted)
    found: list[Figure] = []
    done = 0
    for people in _groups(material):
        told: list[Figure] = []
        for layer in _LAYERS:
            told += layer(maker, people)
            done += 1
            if not report(done):
                return found + maker.with_intervals(told)
        # Wide together, drawing articles costs half.
        found += maker.with_intervals(told)
    return found


def steps(material: Material) -> int:
    """How many parts the work has."""
    return len(_groups(material)) * len(_LAYERS)


def found(maker: Maker, people: People) -> Iterator[Figure]:
    """Was it found? Whether each character lies in a label."""
    if maker.wanted.wants(*OF_RATINGS):
        for subject in maker.subjects:
            given = maker.columns(maker.in_or_out(subject), people)
            support = maker.marks(people, subject)
            yield from maker.rated(
                people, "found", subject, given, unit="characters", support=support
            )


def named(maker: Maker, people: People) -> Iterator[Figure]:
    """Was it named alike? The labels on each character that two people marked."""
    if maker.wanted.wants(*OF_RATINGS) and not maker.wanted.label:
        share = both_in(maker.columns(maker.in_or_out(""), people))
        given = maker.columns(maker.named, people)
        given = given.where((given.codes >= 0).sum(axis=1) >= 2)
        support = maker.marks(people, "")
        yield from maker.rated(
            people, "named", "", given, unit="characters", coverage=share, support=support
        )


def places(maker: Maker, people: People) -> Iterator[Figure]:
    """Were the same words marked? F1 of annotations, tokens and boundaries."""
    matchings = maker.matchings(people)
    for subject in maker.subjects:
        for measure in spans.MEASURES:
            if maker.wanted.wants(measure):
                tally = spans.typed(maker.material, matchings, subject, measure)
                yield maker.told(people, "spans", subject, measure, tally, unit="spans")
    if maker.wanted.wants("f1_boundary") and not maker.wanted.label:
        untyped = [maker.untyped[pair] for pair in maker.pairs(people)]
        tally = spans.boundary(maker.material, untyped)
        yield maker.told(people, "spans", "", "f1_boundary", tally, unit="spans")


def tokens(maker: Maker, people: People) -> Iterator[Figure]:
    """The same by tokens."""
    if maker.wanted.wants("f1_token"):
        for subject in maker.subjects:
            tally = maker.tokens.f1(maker.pairs(people), subject)
            support = maker.marks(people, subject)
            yield maker.told(
                people, "spans", subject, "f1_token", tally, unit="tokens", support=support
            )


def units(maker: Maker, people: People) -> Iterator[Figure]:
    """The same as sections of a continuum, for two people."""
    if maker.wanted.wants("alpha_unitizing") and len(people) == 2:
        for label in maker.labels:
            tally = unitizing(maker.material, people, label.id)
            yield maker.told(
                people, "spans", label.id, "alpha_unitizing", tally, level="interval", unit="spans"
            )


def attributes(maker: Maker, people: People) -> Iterator[Figure]:
    """Given both marked it: do they say the same of it?"""
    matchings = maker.matchings(people)
    for label in maker.labels if maker.wanted.wants(*OF_RATINGS) else ():
        for attribute in label.attributes:
            for level in judged.levels_of(attribute):
                given, coverage = maker.values(label, attribute, level).over(matchings)
                if coverage:
                    yield from maker.rated(
                        people, "attribute", f"{label.id}.{attribute.id}", given,
                        unit="matched pairs", level=level, coverage=coverage,
                    )  # fmt: skip


def frames(maker: Maker, people: People) -> Iterator[Figure]:
    """Given both marked the claim: is its source the same?"""
    for label in maker.labels if maker.wanted.wants("percentage") else ():
        if relations.has_sources(maker.material.scheme, label.id):
            tally = relations.same_source(maker.material, maker.linked(people), label.id)
            total = maker.marks(people, label.id, is_paired=True)
            share = 2 * tally.n / total if total else None
            yield maker.told(
                people, "frame", f"{label.id}.source", "percentage", tally,
                level="nominal", unit="matched pairs", coverage=share,
            )  # fmt: skip


def links(maker: Maker, people: People) -> Iterator[Figure]:
    """Were the same annotations joined, given that both were found, and end to end?"""
    if maker.wanted.label:
        return
    yield from _links_of(maker, people, "", "")
    yield from _links_of(maker, people, "", "_untyped")
    for kind in maker.material.scheme.relations:
        yield from _links_of(maker, people, kind.id, "")
    if maker.wanted.wants("b_cubed") and maker.material.scheme.relation(clusters.SAME_CLAIM):
        tally = clusters.same_claims(maker.material, maker.linked(people))
        if tally.n:
            yield maker.told(
                people, "relation", clusters.SAME_CLAIM, "b_cubed", tally, unit="statements"
            )


def article_labels(maker: Maker, people: People) -> Iterator[Figure]:
    """What is said of whole articles."""
    if maker.wanted.label or not maker.wanted.wants(*OF_RATINGS):
        return
    for kind in maker.material.scheme.article_labels:
        for level in judged.levels_of_kind(kind):
            given = maker.columns(maker.article_label(kind, level), people)
            coverage = judged_by_two(given)
            if coverage is not None:
                yield from maker.rated(
                    people, "article_label", kind.id, given,
                    unit="articles", level=level, coverage=coverage,
                )  # fmt: skip


def targets(maker: Maker, people: People) -> Iterator[Figure]:
    """Attitudes towards somebody, sentence by sentence."""
    for label in maker.labels if maker.wanted.wants(*OF_RATINGS) else ():
        keyed = label.keyed_attribute
        if keyed is None or not judged.is_target(label):
            continue
        for level in judged.levels_of(keyed):
            given = maker.columns(maker.targets(label, keyed, level), people)
            yield from maker.rated(
                people, "target", label.id, given,
                unit="targets in sentences", level=level, coverage=judged_by_two(given),
            )  # fmt: skip


def _links_of(maker: Maker, people: People, kind: str, ending: str) -> Iterator[Figure]:
    names = [f"{name}{ending}" for name in ("f1_conditional", "f1_end_to_end")]
    if not maker.wanted.wants(*names):
        return
    given = relations.f1(maker.material, maker.linked(people), kind, is_typed=not ending)
    tallies = (given.conditional, given.end_to_end)
    for name, tally, coverage in zip(names, tallies, (given.coverage, None), strict=True):
        if maker.wanted.wants(name) and (given.end_to_end.n or not kind):
            yield maker.told(
                people, "relation", kind, name, tally, unit="relations", coverage=coverage
            )


_LAYERS: tuple[Callable[[Maker, People], Iterator[Figure]], ...] = (
    found, named, places, tokens, units, attributes, frames, links, article_labels, targets,
)  # fmt: skip


def _groups(material: Material) -> Sequence[People]:
    everybody = material.people
    return [everybody] if len(everybody) == 2 else [everybody, *material.pairs]
