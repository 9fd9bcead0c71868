"""What is painted on an article, and how to find it by place."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate

from annotator.dataclass import dataclass
from annotator.domain.span import Span

LANES = 3
"""How many underlines lie below one another before the margin says "+1"."""
_SHELF_BITS = 12
"""A shelf holds what begins within 4,096 code points: about a page."""
_LOOKED_AT_ONCE = 50


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
    """Marks by id and by place; one change costs microseconds at 50,000 marks.

    They stand on shelves by where they begin, and each shelf is put in order when somebody looks
    there: to open a book only those of its first page are sorted.
    """

    def __init__(self) -> None:
        self._by_id: dict[str, Mark] = {}
        self._shelves: list[_Shelf] = []
        self._reaches: list[int] = []
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
        by_place: defaultdict[int, list[Mark]] = defaultdict(list)
        for mark in self._by_id.values():
            by_place[mark.fragments[0].start >> _SHELF_BITS].append(mark)
        numbers = range(max(by_place, default=-1) + 1)
        self._shelves = [_Shelf(by_place.get(number, [])) for number in numbers]
        self._reaches = []
        self._lanes.clear()

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
        found, hidden = self._overlapping(start, end), self.hidden
        return [mark for mark in found if mark.layer not in hidden] if hidden else found

    def look_further(self) -> None:
        """Find out about some more shelves how far they reach, so that no jump waits for all."""
        self._measure_reaches(len(self._reaches) + _LOOKED_AT_ONCE)

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
        start, end = mark.start, mark.end
        while found := self._overlapping(start, end):
            hull = (min(start, found[0].start), max(end, *(other.end for other in found)))
            if hull == (start, end):
                break
            start, end = hull
        return [other for other in found if other.underline != "none"]

    def _overlapping(self, start: int, end: int) -> list[Mark]:
        own = first = start >> _SHELF_BITS
        if own > 0:
            self._measure_reaches(own)
            first = min(own, bisect_right(self._reaches, start))
        found: list[Mark] = []
        for shelf in self._shelves[first : ((end - 1) >> _SHELF_BITS) + 1]:
            found += shelf.overlapping(start, end)
        return found

    def _measure_reaches(self, last: int) -> None:
        """For each shelf before one, the furthest end of all marks on it and before it."""
        reaches = self._reaches
        furthest = reaches[-1] if reaches else 0
        for shelf in self._shelves[len(reaches) : last]:
            furthest = max(furthest, shelf.furthest_end())
            reaches.append(furthest)

    def _take_out(self, mark: Mark) -> None:
        del self._by_id[mark.id]
        number = mark.start >> _SHELF_BITS
        self._shelves[number].take_out(mark)
        del self._reaches[number:]

    def _put_in(self, mark: Mark) -> None:
        number = mark.start >> _SHELF_BITS
        while number >= len(self._shelves):
            self._shelves.append(_Shelf([]))
        self._by_id[mark.id] = mark
        self._shelves[number].put_in(mark)
        del self._reaches[number:]


class _Shelf:
    """The marks that begin in one stretch of the text; in order once that was asked for."""

    __slots__ = ("_furthest", "_keys", "_marks", "_reach")

    def __init__(self, marks: list[Mark]) -> None:
        self._marks = marks
        self._keys: list[tuple[int, int, str]] | None = None if marks else []
        self._reach: list[int] = []
        self._furthest = -1 if marks else 0

    def overlapping(self, start: int, end: int) -> list[Mark]:
        """Those whose hull overlaps `[start, end)`, by place, longer ones first."""
        keys = self._ordered()
        first, last = bisect_right(self._reach, start), bisect_left(keys, (end,))
        return [mark for mark in self._marks[first:last] if mark.fragments[-1].end > start]

    def furthest_end(self) -> int:
        """Where the last of them ends."""
        if self._furthest < 0:
            self._furthest = max(mark.fragments[-1].end for mark in self._marks)
        return self._furthest

    def take_out(self, mark: Mark) -> None:
        """Have a mark no longer."""
        keys = self._ordered()
        place = bisect_left(keys, _key(mark))
        del keys[place], self._reach[place], self._marks[place]
        self._measure_reach(place)

    def put_in(self, mark: Mark) -> None:
        """Have a mark besides."""
        keys, key = self._ordered(), _key(mark)
        place = bisect_left(keys, key)
        keys.insert(place, key)
        self._reach.insert(place, -1)
        self._marks.insert(place, mark)
        self._measure_reach(place)

    def _ordered(self) -> list[tuple[int, int, str]]:
        if self._keys is None:
            self._marks.sort(key=_key)
            self._keys = [_key(mark) for mark in self._marks]
            self._reach = list(accumulate((-close for _, close, _ in self._keys), max))
        return self._keys

    def _measure_reach(self, place: int) -> None:
        """From a changed place on, the furthest end so far; done where nothing differs."""
        furthest = self._reach[place - 1] if place > 0 else 0
        while place < len(self._marks):
            furthest = max(furthest, self._marks[place].end)
            if self._reach[place] == furthest:
                break
            self._reach[place] = furthest
            place += 1
        self._furthest = self._reach[-1] if self._reach else 0


def _key(mark: Mark) -> tuple[int, int, str]:
    return (mark.fragments[0].start, -mark.fragments[-1].end, mark.id)


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
