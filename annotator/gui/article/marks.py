"""What is painted on an article, and how to find it by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from annotator.dataclass import dataclass
from annotator.domain.span import Span

LANES = 3
"""How many underlines lie below one another before the margin says "+1"."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One painted thing, made by the window from an annotation or a flag and the scheme.

    `fragments` are code points of the stored text, end exclusive, in order. `role` names colours of
    the theme. `underline` is solid, double, dashed, dotted, wavy, dash-dot, triple or none; `shape`
    of the margin chip is square, round, diamond or none; `lane` its column, 0 to 2. A ghost is only
    offered: no click on its words picks it.
    """

    id: str
    fragments: tuple[Span, ...]
    role: str
    underline: str
    shape: str
    letter: str
    name: str
    lane: int
    is_filled: bool = True
    note: str = ""
    is_saved: bool = True
    is_ghost: bool = False
    is_suggestion: bool = False
    """Whether an engine proposes it; the scroll bar has a tick for it."""
    far: str = ""
    """What it is linked with in other articles, in words; its chip bears a sign then."""
    layer: str = ""
    """With which others it can be hidden: the id of its label."""

    @property
    def start(self) -> int:
        """Where the first fragment begins."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """Where the last fragment ends."""
        return self.fragments[-1].end

    @property
    def size(self) -> int:
        """How many code points are marked."""
        return sum(len(place) for place in self.fragments)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation, drawn in the margin while one of its ends is selected; a ghost always."""

    from_id: str
    to_id: str
    name: str
    is_ghost: bool = False


class MarkIndex:
    """Marks by id and by place; one change costs microseconds at 50,000 marks."""

    def __init__(self) -> None:
        self._by_id: dict[str, Mark] = {}
        self._keys: list[tuple[int, int, str]] = []
        self._reach: list[int] = []
        self._lanes: dict[str, int] = {}
        self.hidden: frozenset[str] = frozenset()
        """Layers that are found nowhere; their lanes stay, so that nothing moves."""

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._by_id.values())

    def get(self, mark_id: str | None) -> Mark | None:
        """The mark of that id, if there is one."""
        return self._by_id.get(mark_id) if mark_id is not None else None

    def replace(self, marks: Iterable[Mark]) -> None:
        """Hold these marks and no others."""
        self._by_id = {mark.id: mark for mark in marks}
        self._keys = [
            (m.fragments[0].start, -m.fragments[-1].end, m.id) for m in self._by_id.values()
        ]
        self._keys.sort()
        self._lanes.clear()
        self._reach = _furthest_ends(self._keys)

    def update(self, added: Sequence[Mark], removed: Collection[str]) -> list[Mark]:
        """Take marks out and put marks in; those whose looks changed, gone ones included."""
        names = {*removed, *(mark.id for mark in added)}
        gone = [self._by_id[name] for name in names if name in self._by_id]
        neighbours = {other.id: other for mark in (*gone, *added) for other in self._cluster(mark)}
        before = {name: self.lane_of(mark) for name, mark in neighbours.items()}
        for mark in gone:
            self._take_out(mark)
        for mark in added:
            self._put_in(mark)
        for name in (*names, *neighbours):
            self._lanes.pop(name, None)
        moved = [
            mark
            for name, mark in neighbours.items()
            if name not in names and self.lane_of(mark) != before[name]
        ]
        return [*gone, *added, *moved]

    def between(self, start: int, end: int) -> list[Mark]:
        """The marks whose hull overlaps `[start, end)`, by place, longer ones first."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._keys, (end,))
        by_id, hidden = self._by_id, self.hidden
        found = [by_id[name] for _, close, name in self._keys[first:last] if -close > start]
        return [mark for mark in found if mark.layer not in hidden] if hidden else found

    def smallest_at(self, position: int) -> Mark | None:
        """The shortest mark with a fragment that covers the position."""
        covering = [
            mark
            for mark in self.between(position, position + 1)
            if not mark.is_ghost
            and any(place.start <= position < place.end for place in mark.fragments)
        ]
        return min(covering, key=lambda mark: mark.size, default=None)

    def lane_of(self, mark: Mark) -> int:
        """How far below its words the mark's underline lies: 0 is nearest, for the shortest."""
        if mark.underline == "none":
            return -1
        lane = self._lanes.get(mark.id)
        if lane is None:
            self._lanes.update(_lanes(self._cluster(mark)))
            lane = self._lanes[mark.id]
        return lane

    def _cluster(self, mark: Mark) -> list[Mark]:
        """The underlined marks that overlap this one, directly or through others."""
        keys, reach = self._keys, self._reach
        first = bisect_right(reach, mark.start)
        last = bisect_left(keys, (mark.end,))
        if first >= last:
            return []
        while first > 0 and reach[first - 1] > keys[first][0]:
            first -= 1
        while last < len(keys) and keys[last][0] < reach[last - 1]:
            last += 1
        found = (self._by_id[name] for _, _, name in keys[first:last])
        return [other for other in found if other.underline != "none"]

    def _take_out(self, mark: Mark) -> None:
        place = bisect_left(self._keys, (mark.start, -mark.end, mark.id))
        del self._keys[place], self._reach[place], self._by_id[mark.id]
        self._measure_reach(place)

    def _put_in(self, mark: Mark) -> None:
        key = (mark.start, -mark.end, mark.id)
        place = bisect_left(self._keys, key)
        self._keys.insert(place, key)
        self._reach.insert(place, -1)
        self._by_id[mark.id] = mark
        self._measure_reach(place)

    def _measure_reach(self, place: int) -> None:
        """From a changed place on, the furthest end so far; done where nothing differs."""
        furthest = self._reach[place - 1] if place > 0 else 0
        while place < len(self._keys):
            furthest = max(furthest, -self._keys[place][1])
            if self._reach[place] == furthest:
                break
            self._reach[place] = furthest
            place += 1


def _furthest_ends(keys: Iterable[tuple[int, int, str]]) -> list[int]:
    """For each key the furthest end up to it."""
    ends, furthest = [], 0
    for _, close, _ in keys:
        if -close > furthest:  # noqa: PLR1730 - `max` takes five times as long
            furthest = -close
        ends.append(furthest)
    return ends


def _lanes(cluster: Iterable[Mark]) -> dict[str, int]:
    """The shortest marks lie nearest to the words; no two that overlap share a lane."""
    taken: list[list[tuple[int, int]]] = []
    lanes: dict[str, int] = {}
    for mark in sorted(cluster, key=lambda each: (each.end - each.start, each.start, each.id)):
        lane = next(
            (number for number, places in enumerate(taken) if _is_free(places, mark)), len(taken)
        )
        if lane == len(taken):
            taken.append([])
        place = bisect_left(taken[lane], (mark.start, mark.end))
        taken[lane].insert(place, (mark.start, mark.end))
        lanes[mark.id] = lane
    return lanes


def _is_free(places: Sequence[tuple[int, int]], mark: Mark) -> bool:
    place = bisect_left(places, (mark.end,))
    return place == 0 or places[place - 1][1] <= mark.start
