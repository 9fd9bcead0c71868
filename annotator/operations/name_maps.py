"""Maps of names: which of one fits a scheme, and one made of what an import did."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotator.domain.errors import UserError
from annotator.domain.scheme import Scheme
from annotator.formats.name_map import AttributeMeaning, LabelMeaning, NameMap, RelationMeaning
from annotator.operations.translating import NameLine


def map_of(names: Mapping[str, Sequence[NameLine]]) -> str:
    """A map, as a file to edit, that says what names became; what became nothing is left empty."""
    lines = [line for of_one in names.values() for line in of_one]
    found = NameMap(
        {e.theirs: LabelMeaning(e.ours, dict(e.values)) for e in lines if e.kind == "label"},
        {
            e.theirs: RelationMeaning(e.ours, is_reversed=True if e.values else None)
            for e in lines
            if e.kind == "relation"
        },
        _meanings(e for e in lines if e.kind == "attribute"),
        _meanings(e for e in lines if e.kind == "article label"),
    )
    head = "# What names of the other tool (left) mean here (right); an empty one is left out.\n\n"
    return head + found.as_toml()


def _meanings(lines: Iterable[NameLine]) -> dict[str, AttributeMeaning]:
    ours: dict[str, str] = {}
    values: dict[str, dict[str, str]] = {}
    for line in lines:
        # What one label has no place for another one may have.
        ours[line.theirs] = ours.get(line.theirs) or line.ours.rpartition(".")[2]
        values.setdefault(line.theirs, {}).update(line.values)
    return {name: AttributeMeaning(our, values[name]) for name, our in ours.items()}


def check_names(names: NameMap, scheme: Scheme) -> None:
    """Refuse a map that names what a scheme lacks, everything in one sentence.

    Raises:
        UserError: what it names, and what there is.
    """
    wrong = list(_unknown(names, scheme))
    if wrong:
        raise UserError(_misfit(scheme, wrong))


def fitting_names(names: NameMap, scheme: Scheme) -> NameMap:
    """What of a map that was kept still fits the scheme, which may have changed since."""
    attributes = {each.id for label in scheme.labels for each in label.attributes}
    attributes |= {each.id for kind in scheme.relations for each in kind.attributes}
    return NameMap(
        {k: v for k, v in names.labels.items() if not v.label or scheme.label(v.label)},
        {k: v for k, v in names.relations.items() if not v.relation or scheme.relation(v.relation)},
        {k: v for k, v in names.attributes.items() if not v.attribute or v.attribute in attributes},
        {
            k: v
            for k, v in names.article_labels.items()
            if not v.attribute or scheme.article_label(v.attribute)
        },
    )


def _unknown(names: NameMap, scheme: Scheme) -> Iterator[str]:
    fitting = fitting_names(names, scheme)
    parts: Sequence[tuple[str, Mapping[str, object], Mapping[str, object]]] = (
        ("label", names.labels, fitting.labels),
        ("relation", names.relations, fitting.relations),
        ("attribute", names.attributes, fitting.attributes),
        ("article label", names.article_labels, fitting.article_labels),
    )
    for kind, told, known in parts:
        listed = ", ".join(repr(name) for name in told if name not in known)
        if listed:
            yield f"what it gives for the {kind} {listed} is none of its {kind}s"
    for theirs, meaning in fitting.labels.items():
        if meaning.attributes:
            problems = scheme.attribute_problems(meaning.label, meaning.attributes)
            yield from (f"for the label {theirs!r}: {problem}" for problem in problems)


def _misfit(scheme: Scheme, wrong: Sequence[str]) -> str:
    return (
        f"The map does not fit the scheme {scheme.id}: {'; '.join(wrong)}. "
        "Nothing was imported. Mend it and try again."
    )
