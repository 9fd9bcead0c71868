"""A scheme made of the names that files of another tool use, to begin a project with."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast, get_args

from annotator.domain.attribute import Attribute, Value
from annotator.domain.errors import UserError
from annotator.domain.progress import ArticleLabel
from annotator.domain.scheme import (
    ArticleLabelKind,
    Chip,
    Label,
    RelationKind,
    Scheme,
    Underline,
)
from annotator.domain.scheme_checks import COLOUR_ROLES, RESERVED_KEYS, check
from annotator.domain.scheme_table import Report
from annotator.formats import registry
from annotator.formats.incoming import Arrival, Problem
from annotator.operations.dataset_files import incoming
from annotator.operations.label_names import USUAL_HOLDERS
from annotator.operations.name_proposals import folded
from annotator.storage.columns import from_text

MOST_VALUES = 30
"""An attribute with more different values is free text."""

_MOST_LABELS = 200
_NEARLY_ALL = 0.9
_SAY_NOTHING = frozenset(
    ("span", "annotation", "mark", "markable", "entity", "namedentity", "mention", "label",
     "highlight", "selection", "segment", "chunk", "code", "item", "layer")
)  # fmt: skip
"""Names of layers that tell nothing of what is marked, without name space, case and plural."""
_SAY_ALL = ("label", "tag", "code")
"""Names of attributes that tell it whatever the layer is called."""
_UNDERLINES = tuple(each for each in get_args(Underline) if each != "none")
_CHIPS = get_args(Chip)


@dataclass(slots=True)
class _Names:
    """The names in files, and what belongs to each; counted, so that the usual come first.

    `holders` names for a layer of marks the attribute whose values are the labels.
    """

    holders: Mapping[str, str] = field(default_factory=dict)
    labels: Counter[str] = field(default_factory=Counter)
    attributes: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    lists: set[tuple[str, str]] = field(default_factory=set)
    relations: Counter[str] = field(default_factory=Counter)
    ends: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    article_labels: dict[str, Counter[str]] = field(default_factory=dict)


def scheme_from_files(paths: Sequence[Path], *, title: str) -> Scheme:
    """The scheme of all labels, attributes and relations that files use.

    Attributes with few values are choices, others text; relations may join what they join there.

    Raises:
        UserError: nothing in the files is labelled.
    """
    names = _Names()
    refused = _read(paths, names)
    if not names.labels:
        raise UserError(_nothing_labelled(refused))
    if holders := {label: held for label in names.labels if (held := _holder(label, names))}:
        names = _Names(holders)
        _read(paths, names)
    scheme = _scheme(names, title)
    report = Report()
    check(scheme, report)
    if report.problems:
        raise UserError(_cannot_be(report.problems[0][1]))
    return scheme


def _read(paths: Sequence[Path], names: _Names) -> Problem | None:
    """Count the names in files; the first problem there was."""
    refused: Problem | None = None
    for source in incoming(paths):
        found = [source] if isinstance(source, Problem) else registry.read(source, annotator="")
        for each in found:
            if isinstance(each, Arrival):
                _count(each, names)
            elif not each.is_note:
                refused = refused or each
    return refused


def _holder(label: str, names: _Names) -> str:
    """The attribute that tells what each mark of a layer is, where the layer says nothing.

    It is one that nearly all of the marks have, with a few values that are texts.
    """
    is_plain = folded(label) in _SAY_NOTHING
    for usual in USUAL_HOLDERS if is_plain else _SAY_ALL:
        for (of, name), values in names.attributes.items():
            is_of_most = values.total() >= _NEARLY_ALL * names.labels[label]
            are_few = 2 <= len(values) <= _MOST_LABELS and (label, name) not in names.lists
            if of == label and folded(name) == usual and is_of_most and are_few:
                return name
    return ""


def _count(arrival: Arrival, names: _Names) -> None:
    labels: dict[tuple[str, str], str] = {}
    for identity, _, person, layer, *_, written, _, _ in arrival.annotations:
        told = from_text(written) if written != "{}" else {}
        holder = names.holders.get(layer, "")
        held = str(told.get(holder) or "") if holder else ""
        label = held or layer
        names.labels[label] += 1
        labels[person, identity] = label
        for name, value in told.items():
            if held and name == holder:
                continue
            values = names.attributes.setdefault((label, name), Counter())
            listed = value if isinstance(value, list) else [value]
            names.lists |= {(label, name)} if len(listed) > 1 else set()
            values.update(map(str, listed))
    for _, _, person, label, first, second, *_ in arrival.relations:
        names.relations[label] += 1
        ends = (labels.get((person, first), ""), labels.get((person, second), ""))
        names.ends.setdefault(label, set()).add(ends)
    for record in arrival.records:
        if isinstance(record, ArticleLabel):
            names.article_labels.setdefault(record.label, Counter())[record.value] += 1


def _scheme(names: _Names, title: str) -> Scheme:
    listed = [name for name, _ in names.labels.most_common(_MOST_LABELS)]
    ids = _ids(listed, "label")
    keys = _keys(listed)
    looks = itertools.product(_CHIPS, _UNDERLINES)
    labels = tuple(
        Label(
            ids[name],
            _name(name),
            key=keys.get(name, ""),
            colour=COLOUR_ROLES[number % len(COLOUR_ROLES)],
            underline=cast("Underline", underline),
            chip=cast("Chip", chip),
            letter=next((each.upper() for each in name if each.isalnum()), "?")[:1],
            attributes=_attributes(name, names),
        )
        for number, (name, (chip, underline)) in enumerate(zip(listed, looks, strict=False))
    )
    links = [name for name, _ in names.relations.most_common(_MOST_LABELS) if name.strip()]
    kinds = _ids(links, "relation")
    relations = tuple(
        RelationKind(kinds[name], _name(name), "", *_sides(names.ends[name], ids)) for name in links
    )
    whole = _ids(sorted(names.article_labels), "article_label")
    article_labels = tuple(
        ArticleLabelKind(whole[name], _name(name), _values(names.article_labels[name]))
        for name in sorted(names.article_labels)
    )
    scheme_id = next(iter(_ids([title], "scheme").values()))
    return Scheme(scheme_id, 1, title, "en", labels, relations, article_labels)


def _attributes(label: str, names: _Names) -> tuple[Attribute, ...]:
    own = {name: values for (of, name), values in names.attributes.items() if of == label}
    ids = _ids(sorted(own), "attribute")
    return tuple(
        Attribute(ids[name], _name(name), kind="text")
        if len(own[name]) > MOST_VALUES
        else Attribute(
            ids[name],
            _name(name),
            kind="many" if (label, name) in names.lists else "choice",
            values=_values(own[name]),
        )
        for name in sorted(own)
    )


def _values(counted: Mapping[str, int]) -> tuple[Value, ...]:
    listed = sorted(counted)
    ids = _ids(listed, "value")
    return tuple(Value(ids[name], _name(name)) for name in listed)


def _sides(
    ends: Iterable[tuple[str, str]], ids: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    first, second = ({ids[end] for end in side if end in ids} for side in zip(*ends, strict=True))
    return tuple(sorted(first)), tuple(sorted(second))


def _ids(names: Sequence[str], what: str) -> dict[str, str]:
    """An id for each name: its letters as far as an id may have them, and no id twice."""
    taken: set[str] = set()
    ids = {}
    for number, name in enumerate(names, 1):
        plain = re.sub(r"[^a-z0-9]+", "_", name.rpartition(".")[2].lower()).strip("_")
        base = plain if re.match("[a-z]", plain) else f"{what}_{plain or number}"
        ids[name] = next(each for each in _numbered(base) if each not in taken)
        taken.add(ids[name])
    return ids


def _numbered(base: str) -> Iterator[str]:
    return itertools.chain((base,), (f"{base}_{number}" for number in itertools.count(2)))


def _name(theirs: str) -> str:
    return theirs.strip() or "none"


def _keys(labels: Iterable[str]) -> dict[str, str]:
    """A key for each label: the first of its letters that is free."""
    keys: dict[str, str] = {}
    for name in labels:
        letters = (each for each in name.lower() if each.isascii() and each.isalpha())
        free = (each for each in letters if each not in RESERVED_KEYS | _inverted(keys))
        if key := next(free, ""):
            keys[name] = key
    return keys


def _inverted(keys: Mapping[str, str]) -> dict[str, str]:
    return {key: name for name, key in keys.items()}


def _nothing_labelled(refused: Problem | None) -> str:
    why = f" {refused}" if refused else ""
    return (
        f"Nothing in these files is labelled, so no scheme can be made of them.{why} Nothing was "
        "made. Choose files with labels, or a scheme with --scheme."
    )


def _cannot_be(problem: str) -> str:
    return (
        f"The names in these files make no scheme: {problem} Nothing was made. Choose a scheme "
        "with --scheme and say with a map (--map) what the names mean."
    )
