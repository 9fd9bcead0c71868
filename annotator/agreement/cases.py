"""The cases behind a figure: what two people judged, and what only one of them marked."""

from collections import Counter
from collections.abc import Iterator, Sequence

from annotator.agreement import judged
from annotator.agreement.figure import Case, Layer
from annotator.agreement.matching import Matching
from annotator.agreement.material import Marks, Material
from annotator.agreement.relations import Edges, Links
from annotator.domain.annotation import Annotation
from annotator.domain.attribute import Attribute
from annotator.domain.relation import ATTRIBUTED_TO

ALIKE, BOUNDARY, VALUE, ONLY_ONE = "alike", "boundary", "value", "only_one"
KINDS = (ALIKE, BOUNDARY, VALUE, ONLY_ONE)
_MOST_WORDS = 120


class Cases:
    """The cases of one material, pair by pair of people."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._typed: dict[tuple[str, str], Matching] = {}
        self._rest: dict[tuple[str, str], Matching] = {}
        self._linked: dict[tuple[str, str], Links] = {}

    def of(self, layer: Layer, subject: str, people: Sequence[str]) -> list[Case]:
        """The cases of a figure, in the order of articles and text."""
        pairs = [pair for pair in self._material.pairs if set(pair) <= set(people)]
        return [case for pair in pairs for case in self._of_pair(layer, subject, pair)]

    def _of_pair(self, layer: Layer, subject: str, pair: tuple[str, str]) -> Iterator[Case]:
        if layer in ("found", "named", "spans"):
            yield from self._places(subject, pair)
        elif layer == "attribute":
            yield from self._attribute(subject, pair)
        elif layer == "target":
            label = self._material.scheme.label(subject)
            keyed = label.keyed_attribute if label is not None else None
            if keyed is not None:
                yield from self._attribute(f"{subject}.{keyed.id}", pair, is_target=True)
        elif layer == "frame":
            yield from self._sources(subject, pair)
        elif layer == "relation":
            yield from self._relations(subject, pair)
        else:
            yield from self._article_label(subject, pair)

    def _matching(self, pair: tuple[str, str]) -> Matching:
        if pair not in self._typed:
            self._typed[pair] = Matching(self._material, *pair)
        return self._typed[pair]

    def _untyped(self, pair: tuple[str, str]) -> Matching:
        """What is left when equal labels have found each other."""
        if pair not in self._rest:
            after = self._matching(pair)
            self._rest[pair] = Matching(self._material, *pair, is_typed=False, after=after)
        return self._rest[pair]

    def _places(self, label: str, pair: tuple[str, str]) -> Iterator[Case]:
        typed, rest = self._matching(pair), self._untyped(pair)
        found = [*_met(typed), *_met(rest)]
        alone, alone_2 = rest.alone
        found += [_only(pair, typed.first.annotations[n], is_first=True) for n in alone]
        found += [_only(pair, typed.second.annotations[n], is_first=False) for n in alone_2]
        left_out = self._material.left_out
        for case in sorted(found, key=_place):
            labels = {case.first, case.second} - {""}
            if label in labels or (not label and not labels & left_out):
                yield case

    def _attribute(
        self, subject: str, pair: tuple[str, str], *, is_target: bool = False
    ) -> Iterator[Case]:
        label_id, _, attribute_id = subject.partition(".")
        label = self._material.scheme.label(label_id)
        wanted = label.attribute(attribute_id) if label is not None else None
        if wanted is None:
            return
        layer: Layer = "target" if is_target else "attribute"
        for one, other in self._matched(pair, label_id):
            said = _said(wanted, one), _said(wanted, other)
            kind = ALIKE if said[0] == said[1] else VALUE
            yield _case(layer, subject, pair, kind, one, other, said)
        yield from self._alone(layer, subject, pair, label_id, wanted)

    def _alone(
        self, layer: Layer, subject: str, pair: tuple[str, str], label: str, wanted: Attribute
    ) -> Iterator[Case]:
        """What only one of them marked: it has a value, and the figure has it not."""
        matching = self._matching(pair)
        for marks, numbers in zip((matching.first, matching.second), matching.alone, strict=True):
            for number in numbers:
                each = marks.annotations[number]
                if each.label == label:
                    yield _only(
                        pair, each, is_first=marks is matching.first,
                        layer=layer, subject=subject, said=_said(wanted, each),
                    )  # fmt: skip

    def _matched(
        self, pair: tuple[str, str], label: str
    ) -> Iterator[tuple[Annotation, Annotation]]:
        for one, other, _ in _annotations(self._matching(pair)):
            if one.label == label:
                yield one, other

    def _links(self, pair: tuple[str, str]) -> Links:
        if pair not in self._linked:
            matching = self._matching(pair)
            sides = [Edges(self._material, each) for each in (matching.first, matching.second)]
            self._linked[pair] = Links(matching, *sides)
        return self._linked[pair]

    def _sources(self, subject: str, pair: tuple[str, str]) -> Iterator[Case]:
        label, matching = subject.partition(".")[0], self._matching(pair)
        marks = (matching.first, matching.second)
        sources = [_sources_of(Edges(self._material, each)) for each in marks]
        shares = self._links(pair).shares_source()
        for first, second in zip(
            matching.pairs.first.tolist(), matching.pairs.second.tolist(), strict=True
        ):
            one, other = marks[0].annotations[first], marks[1].annotations[second]
            if one.label == label:
                here, there = sources[0].get(first, []), sources[1].get(second, [])
                kind = ALIKE if shares[first] or not (here or there) else VALUE
                said = _words_of(marks[0], here), _words_of(marks[1], there)
                yield _case("frame", subject, pair, kind, one, other, said)

    def _relations(self, kind: str, pair: tuple[str, str]) -> Iterator[Case]:
        links = self._links(pair)
        for is_second in (False, True):
            marks = links.matching.second if is_second else links.matching.first
            edges = Edges(self._material, marks)
            names = list(edges.kinds)
            for number, is_met in zip(
                links.kept[int(is_second)].tolist(),
                links.met(is_second=is_second).tolist(),
                strict=True,
            ):
                label = names[int(edges.kind[number])]
                if kind in ("", label) and not (is_second and is_met):
                    one = marks.annotations[int(edges.begin[number])]
                    far = marks.annotations[int(edges.end[number])]
                    yield _link(kind, pair, label, one, far, is_second=is_second, is_met=is_met)

    def _article_label(self, kind: str, pair: tuple[str, str]) -> Iterator[Case]:
        for each in self._material.shared:
            if all(person in each.readings for person in pair):
                said = [each.readings[person].labels.get(kind, "") for person in pair]
                if any(said):
                    what = ALIKE if said[0] == said[1] else VALUE if all(said) else ONLY_ONE
                    yield Case(
                        layer="article_label",
                        subject=kind,
                        article_id=each.article_id,
                        annotators=pair,
                        kind=what,
                        first=said[0],
                        second=said[1],
                    )


def confusion(cases: Sequence[Case]) -> Counter[tuple[str, str]]:
    """How often the one said this and the other that; empty is nothing."""
    return Counter((case.first, case.second) for case in cases)


def _case(
    layer: Layer,
    subject: str,
    people: tuple[str, str],
    kind: str,
    one: Annotation,
    other: Annotation,
    said: tuple[str, str],
) -> Case:
    start, end = min(one.start, other.start), max(one.end, other.end)
    words = one.text if one.text == other.text else f"{_cut(one.text)} | {_cut(other.text)}"
    return Case(
        layer=layer,
        subject=subject,
        article_id=one.article_id,
        annotators=people,
        kind=kind,
        first=said[0],
        second=said[1],
        start=start,
        end=end,
        words=_cut(words, most=2 * _MOST_WORDS),
        first_id=one.id,
        second_id=other.id,
    )


def _only(
    people: tuple[str, str],
    each: Annotation,
    *,
    is_first: bool,
    layer: Layer = "spans",
    subject: str = "",
    said: str | None = None,
) -> Case:
    told = each.label if said is None else said
    first, second = (told, "") if is_first else ("", told)
    ids = (each.id, "") if is_first else ("", each.id)
    return Case(
        layer=layer,
        subject=subject,
        article_id=each.article_id,
        annotators=people,
        kind=ONLY_ONE,
        first=first,
        second=second,
        start=each.start,
        end=each.end,
        words=_cut(each.text),
        first_id=ids[0],
        second_id=ids[1],
    )


def _link(
    subject: str,
    people: tuple[str, str],
    label: str,
    one: Annotation,
    far: Annotation,
    *,
    is_second: bool,
    is_met: bool,
) -> Case:
    first = label if not is_second or is_met else ""
    second = label if is_second or is_met else ""
    ids = ("", one.id) if is_second else (one.id, "")
    words = f"{_cut(one.text)} → {_cut(far.text)}"
    kind = ALIKE if is_met else ONLY_ONE
    return Case(
        layer="relation",
        subject=subject,
        article_id=one.article_id,
        annotators=people,
        kind=kind,
        first=first,
        second=second,
        start=one.start,
        end=one.end,
        words=words,
        first_id=ids[0],
        second_id=ids[1],
    )


def _annotations(matching: Matching) -> Iterator[tuple[Annotation, Annotation, bool]]:
    """Both annotations of each pair, and whether their fragments are identical."""
    pairs = matching.pairs
    for first, second, is_exact in zip(
        pairs.first.tolist(), pairs.second.tolist(), pairs.is_exact.tolist(), strict=True
    ):
        yield matching.first.annotations[first], matching.second.annotations[second], is_exact


def _met(matching: Matching) -> Iterator[Case]:
    for one, other, is_exact in _annotations(matching):
        kind = VALUE if one.label != other.label else ALIKE if is_exact else BOUNDARY
        yield _case("spans", "", matching.people, kind, one, other, (one.label, other.label))


def _said(wanted: Attribute, each: Annotation) -> str:
    value = judged.value_of(wanted, each)
    return "" if value is None else str(value)


def _sources_of(edges: Edges) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for kind, begin, end in zip(
        edges.kind.tolist(), edges.begin.tolist(), edges.end.tolist(), strict=True
    ):
        if kind == edges.kinds.get(ATTRIBUTED_TO):
            found.setdefault(begin, []).append(end)
    return found


def _words_of(marks: Marks, numbers: Sequence[int]) -> str:
    return "; ".join(_cut(marks.annotations[number].text) for number in numbers)


def _cut(words: str, *, most: int = _MOST_WORDS) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _place(case: Case) -> tuple[str, int, int]:
    return case.article_id, case.start, case.end
