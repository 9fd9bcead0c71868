"""What the parts of a scheme demand of one another: ids that exist, keys and looks that differ."""

from collections.abc import Iterable, Iterator

from annotator.domain.attribute import Attribute, Value
from annotator.domain.scheme import ArticleLabelKind, Condition, Label, Rule, Scheme
from annotator.domain.scheme_places import Path
from annotator.domain.scheme_table import Report

COLOUR_ROLES = (
    "claim", "source", "positive", "neutral", "negative", "cue", "quote", "expression",
    "boilerplate",
)  # fmt: skip

RESERVED_KEYS = {
    "j": "next sentence", "k": "previous sentence", " ": "next sentence",
    "t": "next target", "e": "select next annotation", ".": "repeat the last label",
    "x": "reject suggestion", "v": "page mode", "f": "flag", "m": "comment",
    "n": "next suggestion", "g": "next flag", "u": "next undecided sentence",
    "d": "next disagreement", "l": "sticky label", "z": "undo", "?": "show all keys",
    "r": "link to", "o": "no source: the outlet itself", "i": "no source: implicit",
    "p": "no source: unnamed",
    "/": "find", "[": "end one token in", "]": "end one token out",
    "{": "start one token out", "}": "start one token in", "=": "the same as +",
    **dict.fromkeys("123456789", "label by order"),
}  # fmt: skip


def check(scheme: Scheme, report: Report) -> None:
    """Report everything that is wrong between the parts of a scheme."""
    for kind, records in _kinds(scheme):
        _check_unique(kind, records, report)
    for path, attribute in _attributes(scheme):
        _check_attribute(path, attribute, report)
    for index, article_label in enumerate(scheme.article_labels):
        _check_values(("article_label", index), article_label, report)
    _check_keys(scheme, report)
    _check_looks(scheme, report)
    _check_relations(scheme, report)
    _check_rules(scheme, report)
    _check_guidelines(scheme, report)


def _kinds(scheme: Scheme) -> Iterator[tuple[Path, list[tuple[str, str]]]]:
    yield ("label",), [(each.id, each.name) for each in scheme.labels]
    yield ("relation",), [(each.id, each.name) for each in scheme.relations]
    yield ("article_label",), [(each.id, each.name) for each in scheme.article_labels]
    yield ("flag_reason",), [(each.id, each.name) for each in scheme.flag_reasons]
    yield ("rule",), [(each.id, "") for each in scheme.rules]
    for place, attributes in _attribute_lists(scheme):
        yield place, [(each.id, each.name) for each in attributes]


def _attribute_lists(scheme: Scheme) -> Iterator[tuple[Path, tuple[Attribute, ...]]]:
    for index, label in enumerate(scheme.labels):
        yield ("label", index, "attribute"), label.attributes
    for index, relation in enumerate(scheme.relations):
        yield ("relation", index, "attribute"), relation.attributes


def _attributes(scheme: Scheme) -> Iterator[tuple[Path, Attribute]]:
    for path, attributes in _attribute_lists(scheme):
        for index, attribute in enumerate(attributes):
            yield (*path, index), attribute


def _check_unique(path: Path, records: Iterable[tuple[str, str]], report: Report) -> None:
    """Ids and shown names within one list; names are one when only their case differs."""
    ids: set[str] = set()
    names: set[str] = set()
    for index, (record_id, name) in enumerate(records):
        if record_id and record_id in ids:
            report.add((*path, index, "id"), f"The id {record_id} is used twice.")
        elif name and name.casefold() in names:
            report.add((*path, index, "name"), f"The name {name!r} is used twice.")
        ids.add(record_id)
        names.add(name.casefold())


def _check_values(path: Path, owner: Attribute | ArticleLabelKind, report: Report) -> None:
    _check_unique((*path, "values"), [(v.id, v.name) for v in owner.values], report)
    if not owner.values:
        report.add(path, f"{owner.id} needs at least one value.")
    on_scale = [value for value in owner.values if not value.off_scale]
    if owner.values and owner.measure == "ordinal" and len(on_scale) < 2:
        report.add((*path, "values"), f"{owner.id} is ordinal and needs at least two values.")


def _check_attribute(path: Path, attribute: Attribute, report: Report) -> None:
    if attribute.kind in {"choice", "many"}:
        _check_values(path, attribute, report)
    elif attribute.values:
        report.add((*path, "values"), f"{attribute.id} is {attribute.kind} and takes no values.")
    if attribute.measure == "ordinal" and attribute.kind != "choice":
        report.add((*path, "measure"), f"{attribute.id} can be ordinal only as a choice.")
    if attribute.default is not None and (problem := attribute.problem_with(attribute.default)):
        report.add((*path, "default"), f"The default does not fit: {problem}")


def _keyed(scheme: Scheme) -> Iterator[tuple[Path, str, str]]:
    """Every key with where it stands and the name of what it labels with."""
    for index, label in enumerate(scheme.labels):
        if label.key:
            yield ("label", index, "key"), label.key, label.name
        for number, attribute in enumerate(label.attributes):
            path: Path = ("label", index, "attribute", number, "values")
            for place, value in enumerate(attribute.values):
                if value.key:
                    yield (*path, place, "key"), value.key, value.name


def _check_keys(scheme: Scheme, report: Report) -> None:
    taken: dict[str, str] = {}
    for path, key, name in _keyed(scheme):
        if len(key) != 1 or key != key.lower():
            report.add(path, f"The key {key!r} must be one character, without Shift.")
        elif key in RESERVED_KEYS:
            report.add(path, f"The key {key!r} already means: {RESERVED_KEYS[key]}.")
        elif key in taken:
            report.add(path, f"The key {key!r} is already the key of {taken[key]}.")
        taken.setdefault(key, name)
    for index, label in enumerate(scheme.labels):
        _check_one_keyed_attribute(("label", index), label, report)


def _check_one_keyed_attribute(path: Path, label: Label, report: Report) -> None:
    keyed = [n for n, a in enumerate(label.attributes) if any(v.key for v in a.values)]
    for number in keyed[1:]:
        report.add((*path, "attribute", number), f"Only one attribute of {label.id} may have keys.")


def _check_looks(scheme: Scheme, report: Report) -> None:
    """Two labels must differ in more than colour."""
    looks: dict[tuple[str, str, str], str] = {}
    for index, label in enumerate(scheme.labels):
        path: Path = ("label", index)
        _check_colour((*path, "colour"), label.colour, report)
        look = (label.underline, label.chip, label.letter)
        if look in looks:
            other = looks[look]
            report.add(path, f"{label.id} has the underline, chip and letter of {other}.")
        looks.setdefault(look, label.id)
        for number, attribute in enumerate(label.attributes):
            values: Path = (*path, "attribute", number, "values")
            _check_value_colours(values, attribute.values, report)


def _check_value_colours(path: Path, values: tuple[Value, ...], report: Report) -> None:
    for index, value in enumerate(values):
        if value.colour:
            _check_colour((*path, index, "colour"), value.colour, report)


def _check_colour(path: Path, colour: str, report: Report) -> None:
    if colour and colour not in COLOUR_ROLES:
        roles = ", ".join(COLOUR_ROLES)
        report.add(path, f"The theme has no colour {colour!r}; it has {roles}.")


def _check_relations(scheme: Scheme, report: Report) -> None:
    for index, relation in enumerate(scheme.relations):
        path: Path = ("relation", index)
        for end, labels in (("from", relation.sources), ("to", relation.targets)):
            _check_known_labels((*path, end), labels, scheme=scheme, report=report)
        if relation.symmetric and set(relation.sources) != set(relation.targets):
            message = f"{relation.id} is symmetric and needs the same labels at both ends."
            report.add((*path, "symmetric"), message)
        for other in relation.excludes:
            if scheme.relation(other) is None:
                report.add((*path, "excludes"), f"There is no relation {other}.")


def _check_known_labels(
    path: Path, labels: tuple[str, ...], *, scheme: Scheme, report: Report
) -> None:
    if not labels:
        report.add(path, f"A relation needs at least one label in {path[-1]!r}.")
    for place, label in enumerate(labels):
        if scheme.label(label) is None:
            report.add((*path, place), f"There is no label {label}.")


def _check_rules(scheme: Scheme, report: Report) -> None:
    for index, rule in enumerate(scheme.rules):
        path: Path = ("rule", index)
        if rule.flag and scheme.flag_reason(rule.flag) is None:
            report.add((*path, "flag"), f"There is no flag reason {rule.flag}.")
        for key, relation in (
            ("relation", rule.relation), ("having", rule.having), ("without", rule.without)
        ):  # fmt: skip
            if relation and scheme.relation(relation) is None:
                report.add((*path, key), f"There is no relation {relation}.")
        _check_rule_subject(path, rule, scheme=scheme, report=report)


def _check_rule_subject(path: Path, rule: Rule, *, scheme: Scheme, report: Report) -> None:
    if bool(rule.label) == bool(rule.relation):
        report.add(path, f"The rule {rule.id} needs either a label or a relation.")
    elif rule.relation:
        if _has_conditions(rule):
            report.add(path, f"The rule {rule.id} on a relation takes no further conditions.")
    elif label := scheme.label(rule.label):
        _check_conditions((*path, "where"), rule.where, labels=(label,), report=report)
        _check_conditions((*path, "unless"), rule.unless, labels=(label,), report=report)
        _check_related(path, rule, scheme=scheme, report=report)
    else:
        report.add((*path, "label"), f"There is no label {rule.label}.")


def _has_conditions(rule: Rule) -> bool:
    return any(
        (rule.where, rule.having, rule.without, rule.unless, rule.related, rule.mentions,
         rule.shows, rule.voice, rule.undated)
    )  # fmt: skip


def _check_related(path: Path, rule: Rule, *, scheme: Scheme, report: Report) -> None:
    if not rule.related:
        return
    kind = scheme.relation(rule.having)
    if kind is None:
        report.add((*path, "related"), f"The rule {rule.id} needs having beside related.")
        return
    names = kind.targets if rule.label in kind.sources else kind.sources
    labels = tuple(label for name in names if (label := scheme.label(name)))
    _check_conditions((*path, "related"), rule.related, labels=labels, report=report)


def _check_conditions(
    path: Path, conditions: tuple[Condition, ...], *, labels: tuple[Label, ...], report: Report
) -> None:
    """Whether labels have the attributes and the values that conditions name."""
    for condition in conditions:
        place = (*path, condition.attribute)
        found = [a for each in labels if (a := each.attribute(condition.attribute))]
        if not found:
            named = " or ".join(each.id for each in labels)
            report.add(place, f"{named} has no attribute {condition.attribute}.")
            continue
        if not condition.values:
            report.add(place, f"{condition.attribute} needs at least one value.")
        for value in condition.values:
            if not any(attribute.value(value) for attribute in found):
                report.add(place, f"{condition.attribute} has no value {value}.")


def _check_guidelines(scheme: Scheme, report: Report) -> None:
    known = {each.id for each in scheme.labels} | {each.id for each in scheme.relations}
    known |= {each.id for each in scheme.article_labels}
    for index, guideline in enumerate(scheme.guidelines):
        if guideline.applies_to and guideline.applies_to not in known:
            message = f"There is no label, relation or article label {guideline.applies_to}."
            report.add(("guideline", index, "applies_to"), message)
