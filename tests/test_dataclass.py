"""Our dataclasses are made otherwise than the library's, and are the same."""

import copy
import dataclasses
import pickle
from functools import cached_property
from typing import ClassVar

import pytest

from annotator.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Ours:
    """A record with every kind of field that records have."""

    kind: ClassVar[str] = "ours"
    id: str
    text: str = dataclasses.field(repr=False)
    number: int = 3
    names: list[str] = dataclasses.field(default_factory=list)
    key: str = dataclasses.field(default="k", compare=False)

    @property
    def double(self) -> int:
        """Something a record works out."""
        return self.number * 2


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """The same by the library."""

    id: str
    text: str = dataclasses.field(repr=False)
    number: int = 3
    names: list[str] = dataclasses.field(default_factory=list)
    key: str = dataclasses.field(default="k", compare=False)


@dataclass(slots=True)
class Changing:
    """A record whose parts may be set."""

    number: int = 1
    names: list[str] = dataclasses.field(default_factory=list)


@dataclass()
class Open:
    """The same with room for more than its parts."""

    number: int = dataclasses.field(default=1, repr=False)
    names: list[str] = dataclasses.field(default_factory=list)

    @cached_property
    def double(self) -> int:
        """What is worked out once."""
        return self.number * 2


@dataclass(frozen=True)
class Lasting:
    """The same, and its parts stay."""

    number: int = 1

    @cached_property
    def double(self) -> int:
        """What is worked out once."""
        return self.number * 2


@dataclass(frozen=True, slots=True)
class Lone:
    """A record of one field."""

    names: tuple[str, ...]


@pytest.mark.parametrize("values", [("a", "b"), ("a", "b", 4, ["x"], "z")])
def test_it_is_made_shown_and_taken_apart_as_the_librarys(values: tuple[object, ...]):
    ours, theirs = Ours(*values), Theirs(*values)  # type: ignore[arg-type]
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert ours.kind == Ours.kind == "ours"
    assert Ours.__match_args__ == Theirs.__match_args__
    assert Ours.__slots__ == Theirs.__slots__
    assert [each.name for each in dataclasses.fields(ours)] == list(Ours.__slots__)


def test_what_makes_a_default_is_asked_each_time():
    one, other = Ours("a", "b"), Ours("a", "b")
    assert one.names == []
    assert one.names is not other.names


def test_it_is_equal_by_what_is_compared_and_only_to_its_own_kind():
    assert Ours("a", "b", key="1") == Ours("a", "b", key="2")
    assert Ours("a", "b") != Ours("a", "c")
    assert Ours("a", "b") != Theirs("a", "b")
    assert hash(Lone(("a",))) == hash(Lone(("a",)))
    assert Lone(("a",)) != Lone(("b",))


def test_nothing_can_be_set_deleted_or_added():
    record = Ours("a", "b")
    for name in ("id", "other"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(record, name, "c")
    with pytest.raises(dataclasses.FrozenInstanceError):
        del record.id  # type: ignore[misc]
    assert not hasattr(record, "__dict__")


def test_it_is_replaced_matched_copied_and_pickled():
    record = dataclasses.replace(Ours("a", "b"), number=5)
    match record:
        case Ours("a", "b", number):
            assert number == 5
    assert record.double == 10
    assert copy.deepcopy(record) == pickle.loads(pickle.dumps(record)) == record


def test_what_is_derived_from_it_keeps_an_init_of_its_own():
    @dataclass()
    class First:
        """A record that nobody has made before."""

        number: int

    class Derived(First):
        """One with more to it."""

        def __init__(self, number: int) -> None:
            super().__init__(number)
            self.double = number * 2

    assert [Derived(each).double for each in (1, 2)] == [2, 4]
    assert First(3) == First(3) != Derived(3)


def test_what_is_missing_or_too_much_is_refused():
    with pytest.raises(TypeError, match="text"):
        Ours("a")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="other"):
        Ours("a", "b", other=1)  # type: ignore[call-arg]


@pytest.mark.parametrize("kind", [Changing, Open])
def test_what_is_not_frozen_may_be_set_and_has_no_hash(kind: type[Changing] | type[Open]):
    record, other = kind(), kind(names=["x"])
    record.number = 3
    record.names.append("y")
    assert record == dataclasses.replace(other, number=3, names=["y"]) != other
    assert copy.deepcopy(record) == pickle.loads(pickle.dumps(record)) == record
    with pytest.raises(TypeError, match="unhashable"):
        hash(record)


def test_without_slots_something_is_worked_out_once_and_not_compared():
    open_record, lasting = Open(2), Lasting(2)
    assert (open_record.double, lasting.double) == (4, 4)
    assert open_record == Open(2)
    assert (lasting, hash(lasting)) == (Lasting(2), hash(Lasting(2)))
    assert repr(open_record) == "Open(names=[])"
    with pytest.raises(dataclasses.FrozenInstanceError):
        lasting.number = 3  # type: ignore[misc]
