"""The configuration that brat needs beside its files: which types there are, and their names."""

from collections.abc import Iterable, Iterator, Mapping

from annotator.domain.attribute import Attribute
from annotator.domain.relation import ATTRIBUTED_TO, CUED_BY
from annotator.domain.scheme import Label, RelationKind, Scheme

_COLOURS = (
    "#9ecbff", "#ffd8a8", "#c3e6cb", "#e2c6ff", "#ffb3ba", "#fff3a3", "#b8e0e0", "#d9d9d9",
)  # fmt: skip
_SEPARATORS = "|,:"


def annotation_conf(scheme: Scheme, values: Mapping[str, Iterable[str]]) -> str:
    """`annotation.conf`; `values` tells what values of attributes without a list occur."""
    cues = _targets(scheme, CUED_BY)
    marks = [each.id for each in scheme.labels if each.id not in cues]
    sections = {
        "entities": marks,
        "relations": [
            f"{kind.id} Arg1:{'|'.join(kind.sources)}, Arg2:{'|'.join(kind.targets)}"
            for kind in scheme.relations
            if kind.sources and kind.targets
        ],
        "events": [f"{cue}{_roles(scheme)}" for cue in sorted(cues)],
        "attributes": list(_attributes(scheme, values)),
    }
    return "\n".join(_section(name, lines) for name, lines in sections.items())


def visual_conf(scheme: Scheme) -> str:
    """`visual.conf`: the names that people read, and a colour for each label."""
    labels = [f"{each.id} | {each.name}" for each in scheme.labels]
    labels += [f"{each.id} | {each.name}" for each in scheme.relations]
    colours = [
        f"{each.id} bgColor:{_COLOURS[number % len(_COLOURS)]}"
        for number, each in enumerate(scheme.labels)
    ]
    drawing = ["SPAN_DEFAULT fgColor:black, bgColor:lightgreen, borderColor:darken", *colours]
    return "\n".join((_section("labels", labels), _section("drawing", drawing)))


def _roles(scheme: Scheme) -> str:
    who = "|".join(sorted(_targets(scheme, ATTRIBUTED_TO)))
    kind = scheme.relation(CUED_BY)
    what = "|".join(kind.sources) if kind else ""
    roles = [f"Who*:{who}" if who else "", f"What?:{what}" if what else ""]
    return f" {', '.join(role for role in roles if role)}" if any(roles) else ""


def _attributes(scheme: Scheme, values: Mapping[str, Iterable[str]]) -> Iterator[str]:
    owners: dict[str, list[str]] = {}
    kinds: dict[str, Attribute] = {}
    having: tuple[Label | RelationKind, ...] = (*scheme.labels, *scheme.relations)
    for owner in having:
        for attribute in owner.attributes:
            if attribute.kind != "entity":
                owners.setdefault(attribute.id, []).append(owner.id)
                kinds.setdefault(attribute.id, attribute)
    for name, labels in owners.items():
        listed = [each.id for each in kinds[name].values] or sorted(values.get(name, ()))
        plain = [each for each in listed if not any(sign in each for sign in _SEPARATORS)]
        told = f", Value:{'|'.join(plain)}" if plain else ""
        yield f"{name} Arg:{'|'.join(labels)}{told}"


def _targets(scheme: Scheme, relation: str) -> frozenset[str]:
    kind = scheme.relation(relation)
    return frozenset(kind.targets if kind else ())


def _section(name: str, lines: Iterable[str]) -> str:
    return "".join([f"[{name}]\n", *(f"{line}\n" for line in lines)])
