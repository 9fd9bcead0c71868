"""Measuring how far people agree on what they have finished."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from annotator.dataclass import dataclass
from annotator.domain.errors import UserError
from annotator.domain.people import GOLD
from annotator.domain.scheme import Scheme
from annotator.operations import library
from annotator.operations.bulk import without_cycle_search
from annotator.storage import articles, finished, records
from annotator.storage.finished import Finished
from annotator.storage.project import Project

if TYPE_CHECKING:
    # NumPy comes with these: nothing that a person waits for at the start may load it.
    from annotator.agreement.figure import Figure
    from annotator.agreement.material import Material, Reading, Shared

AGAIN = "again"
"""How the second reading of the same article by the same person is named: `ana (again)`."""

Report = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Basis:
    """What is compared: whose work, under which revision of the scheme, and what is left out.

    `articles` counts those that two or more of the people have finished. `other_revisions` counts
    finished work that was done under another revision, by its number.
    """

    people: tuple[str, ...]
    revision: int
    articles: int
    finished: Mapping[str, int] = field(default_factory=dict)
    other_revisions: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figures of a project, and of people with themselves, with what they rest on."""

    basis: Basis
    figures: "tuple[Figure, ...]"
    material: "Material" = field(repr=False, compare=False)
    intra: "tuple[Figure, ...]" = ()


def material_of(
    project: Project, *, between: Sequence[str] = (), revision: int | None = None
) -> "tuple[Material, Basis]":
    """The finished work of some people, or of everybody but gold, ready to be compared.

    Without `revision` that of the scheme as it is now counts: figures of two revisions would say
    as much of the scheme as of the people.

    Raises:
        UserError: a name is unknown or given twice, or the project never had that revision.
    """
    from annotator.agreement.material import Material

    scheme = library.scheme_of(project)
    people = _people(project, between)
    wanted_revision = scheme.revision if revision is None else revision
    if revision is not None and revision != scheme.revision:
        scheme = _scheme_at(project, revision)
    under = finished.revisions(project)
    copies = articles.copies(project)
    own = {k: each for k, each in under.items() if k[1] in people and k[0] not in copies}
    kept = [key for key, each in own.items() if each == wanted_revision]
    shared = _shared(project, _doubled(kept))
    material = Material(shared, scheme, people)
    others = Counter(each for each in own.values() if each != wanted_revision)
    done = Counter(person for _, person in kept)
    basis = Basis(people, wanted_revision, material.count, done, dict(sorted(others.items())))
    return material, basis


def measure(
    project: Project,
    *,
    between: Sequence[str] = (),
    label: str = "",
    measures: Sequence[str] = (),
    seed: int = 1,
    revision: int | None = None,
    has_intervals: bool = True,
    report: Report = lambda _: True,
) -> Agreement:
    """Every figure of agreement, or those wanted.

    Raises:
        UserError: a name, label or measure is unknown.
    """
    from annotator.agreement import report as telling
    from annotator.agreement.making import MEASURES, USUAL, Wanted

    unknown = [each for each in measures if each not in MEASURES]
    if unknown:
        raise UserError(
            f"There is no measure “{unknown[0]}”. Nothing was measured. "
            f"Choose of: {', '.join(MEASURES)}."
        )
    with without_cycle_search(keeps_much=True):
        material, basis = material_of(project, between=between, revision=revision)
        _check_label(material.scheme, label)
        wanted = Wanted(label, tuple(measures) or USUAL, seed, has_intervals)
        told = tuple(telling.figures(material, wanted, report))
    intra = _intra(project, material.scheme, basis.people, wanted) if not between else ()
    return Agreement(basis, told, material, intra)


def found_alike(project: Project, between: Sequence[str], label: str) -> "Figure | None":
    """Alpha of each character in or out of a label, over what all or some of these finished.

    It is the figure that `measure` gives, without an interval and without reading on; None where
    nothing can be compared.

    Raises:
        UserError: a name is unknown or given twice.
    """
    from annotator.agreement import report as telling
    from annotator.agreement.making import Maker, Wanted

    with without_cycle_search():
        material, _ = material_of(project, between=between)
        maker = Maker(material, Wanted(label, ("alpha",), has_intervals=False))
        return next(telling.found(maker, material.people), None) if material.pairs else None


def steps(project: Project, between: Sequence[str] = ()) -> int:
    """How many parts measuring has, for a progress bar; an upper bound."""
    people = len(between) or len([e for e in finished.people(project) if e != GOLD])
    return 10 * (1 + people * (people - 1) // 2 if people > 2 else 1)


def _intra(
    project: Project, scheme: Scheme, people: Sequence[str], wanted: object
) -> "tuple[Figure, ...]":
    """The figures of people with themselves, on articles that came to them twice."""
    from annotator.agreement import report as telling
    from annotator.agreement.making import Wanted
    from annotator.agreement.material import Material, Shared

    told: list[Figure] = []
    pairs = [each for each in finished.repeats(project) if each[0] in people]
    for person in sorted({each[0] for each in pairs}):
        twice = {first: second for who, first, second in pairs if who == person}
        both = sorted({*twice, *twice.values()})
        done = finished.works(project, {article: [person] for article in both})
        works = {each.article_id: each for each in done}
        texts = finished.texts(project, sorted(twice))
        again = f"{person} ({AGAIN})"
        shared = [
            Shared(
                first,
                texts[first],
                {person: _reading(works[first]), again: _reading(works[second])},
            )
            for first, second in sorted(twice.items())
        ]
        if isinstance(wanted, Wanted):
            told += telling.figures(Material(shared, scheme, (person, again)), wanted)
    return tuple(told)


def _people(project: Project, between: Sequence[str]) -> tuple[str, ...]:
    known = finished.people(project)
    if not between:
        return tuple(person for person in known if person != GOLD)
    named = {each.id for each in records.annotators(project)} | known.keys()
    for person in between:
        if person not in named:
            raise UserError(
                f"Nobody in this project is called “{person}”. Nothing was measured. "
                f"There are: {', '.join(sorted(named)) or 'none'}."
            )
    if len(set(between)) != len(between):
        raise UserError("A name is given twice. Nothing was measured. Name different people.")
    return tuple(between)


def _check_label(scheme: Scheme, label: str) -> None:
    if label and scheme.label(label) is None:
        raise UserError(
            f"The scheme has no label “{label}”. Nothing was measured. "
            f"It has: {', '.join(each.id for each in scheme.labels)}."
        )


def _scheme_at(project: Project, revision: int) -> Scheme:
    from annotator.domain.choice import SchemeRevision

    found = records.select(project, SchemeRevision, "revision = ?", (revision,))
    if not found:
        raise UserError(
            f"The project never had revision {revision} of its scheme. Nothing was measured."
        )
    return Scheme.from_json(found[0].json)


def _doubled(kept: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Articles that two or more have finished, with who they are."""
    found: dict[str, list[str]] = {}
    for article, person in sorted(kept):
        found.setdefault(article, []).append(person)
    return {article: those for article, those in found.items() if len(those) > 1}


def _shared(project: Project, wanted: Mapping[str, Sequence[str]]) -> "list[Shared]":
    from annotator.agreement.material import Reading, Shared

    texts = finished.texts(project, sorted(wanted))
    readings: dict[str, dict[str, Reading]] = {}
    for each in finished.works(project, wanted):
        readings.setdefault(each.article_id, {})[each.annotator] = _reading(each)
    return [Shared(article, texts[article], readings[article]) for article in sorted(wanted)]


def _reading(work: Finished) -> "Reading":
    from annotator.agreement.material import Reading

    return Reading(work.annotations, work.relations, work.labels)
