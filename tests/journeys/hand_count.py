"""What a dashboard has to say, counted from the lines of an export in the plainest way."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from annotator.domain.scheme import Scheme
from annotator.storage.project import Project

Record = dict[str, Any]
EDGES = (10, 25, 50, 100, 200, 400)
POLARITY = ("sentiment", "polarity")


def labels(lines: Sequence[Record], scheme: Scheme) -> dict[str, str]:
    """Every bar: the labels, and under that with keys for its values these."""
    spans = list(_spans(lines))
    counted = Counter(each["label"] for each in spans)
    told = {scheme.label(name).name: str(n) for name, n in counted.items()}  # type: ignore[union-attr]
    polarity = scheme.label(POLARITY[0]).attribute(POLARITY[1])  # type: ignore[union-attr]
    assert polarity is not None
    for value, number in _values(spans, *POLARITY).items():
        told[polarity.value(value).name] = str(number)  # type: ignore[union-attr]
    return told


def values(lines: Sequence[Record], scheme: Scheme, label: str, attribute: str) -> dict[str, str]:
    """Every value of an attribute that occurs, and its share of all."""
    found = _values(_spans(lines), label, attribute)
    named = scheme.label(label).attribute(attribute)  # type: ignore[union-attr]
    assert named is not None
    share = {name: number / found.total() for name, number in found.items()}
    return {
        named.value(name).name: f"{number} · {_percent(share[name])}"  # type: ignore[union-attr]
        for name, number in found.items()
    }


def lengths(lines: Sequence[Record], scheme: Scheme) -> dict[str, list[str]]:
    """How many annotations of each label reach over so many characters."""
    found: dict[str, list[int]] = {}
    for each in _spans(lines):
        row = found.setdefault(scheme.label(each["label"]).name, [0] * 7)  # type: ignore[union-attr]
        row[sum(each["end"] - each["start"] > edge for edge in EDGES)] += 1
    return {name: [str(number) for number in row] for name, row in found.items()}


def sources(lines: Sequence[Record], most: int) -> dict[str, str]:
    """Who is named most, by entity or else by words, as mostly written, and with which share."""
    written = [
        str(each["attributes"].get("entity") or each["text"])
        for each in _spans(lines)
        if each["label"] == "source"
    ]
    named, often = Counter(map(str.lower, written)), Counter(written)
    spelled = {w.lower(): w for w in sorted(sorted(often, reverse=True), key=often.__getitem__)}
    ranked = sorted(named.items(), key=lambda each: (-each[1], each[0]))
    return {spelled[who]: f"{n} · {_percent(n / named.total())}" for who, n in ranked[:most]}


def claims(done: Sequence[Record]) -> dict[str, int]:
    """How many finished readings have so many claims."""
    counts = [sum(each["label"] == "claim" for each in line["spans"]) for line in done]
    return dict(Counter(str(count) if count < 12 else "12 or more" for count in counts))


def confusion(
    shared: Sequence[Mapping[str, Record]], one: str, other: str
) -> Counter[tuple[str, str]]:
    """What the one said where the other said what, the empty word for nothing.

    First what has the same label, then the rest, each time what shares most characters.
    """
    found: Counter[tuple[str, str]] = Counter()
    for article in shared:
        sides = [_compared(article[name]) for name in (one, other)]
        for is_typed in (True, False):
            for mine, theirs in _matched(*sides, is_typed=is_typed):
                found[mine["label"], theirs["label"]] += 1
                sides[0].remove(mine)
                sides[1].remove(theirs)
        found.update((each["label"], "") for each in sides[0])
        found.update(("", each["label"]) for each in sides[1])
    return found


def exactly_alike(shared: Sequence[Mapping[str, Record]], one: str, other: str) -> float:
    """F1 of labels on exactly the same words, all articles together."""
    sides = [
        Counter(
            (number, each["label"], repr(each["fragments"]))
            for number, article in enumerate(shared)
            for each in _compared(article[name])
        )
        for name in (one, other)
    ]
    return 2 * (sides[0] & sides[1]).total() / (sides[0].total() + sides[1].total())


def settled(project: Project, scheme: Scheme) -> tuple[tuple[str, ...], ...]:
    """How often people differed in what, by label, where an editor decided."""
    found: Counter[tuple[str, str]] = Counter()
    for label, kinds, choice in project.rows(
        "SELECT label, kinds_json, choice FROM public_decision"
    ):
        if choice not in ("agreed", "unsampled"):
            found.update((label, kind) for kind in json.loads(kinds))
    of_kinds = ("boundary", "label", "attribute", "missing", "link")
    known = [each for each in scheme.labels if any(each.id == label for label, _ in found)]
    rest = sorted({label for label, _ in found} - {each.id for each in known})
    named = [(each.id, each.name) for each in known]
    named += [(label, scheme.article_label(label).name) for label in rest]  # type: ignore[union-attr]
    return tuple((name, *(str(found[label, kind]) for kind in of_kinds)) for label, name in named)


def _matched(
    ours: Sequence[Record], theirs: Sequence[Record], *, is_typed: bool
) -> list[tuple[Record, Record]]:
    ranked = []
    for a, mine in enumerate(ours):
        for b, other in enumerate(theirs):
            here, there = _characters(mine), _characters(other)
            both = len(here & there)
            if both and (mine["label"] == other["label"] or not is_typed):
                ranked.append((-both, len(here | there), a, b))
    taken: list[tuple[int, int]] = []
    for _, _, a, b in sorted(ranked):
        if not any(a == first or b == second for first, second in taken):
            taken.append((a, b))
    return [(ours[a], theirs[b]) for a, b in taken]


def _compared(line: Record) -> list[Record]:
    return [each for each in line["spans"] if each["label"] != "boilerplate"]


def _characters(span: Record) -> set[int]:
    return {place for start, end in span["fragments"] for place in range(start, end)}


def _spans(lines: Iterable[Record]) -> Iterator[Record]:
    return (each for line in lines for each in line["spans"])


def _values(spans: Iterable[Record], label: str, attribute: str) -> Counter[str]:
    held = (e["attributes"].get(attribute) for e in spans if e["label"] == label)
    return Counter(str(each) for each in held if each is not None)


def _percent(share: float) -> str:
    return "<1%" if 0 < share < 0.005 else f"{share:.0%}"
