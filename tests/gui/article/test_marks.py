from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.span import Span
from annotator.gui.article.marks import Mark, MarkIndex
from tests.gui.article.samples import mark

STEP = 700
"""Places lie so far apart that marks stand on several shelves, and reach over others."""


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    made = []
    for number in range(draw(st.integers(0, 14))):
        start = draw(st.integers(0, 40)) * STEP
        end = start + draw(st.integers(1, 20)) * STEP
        underline = draw(st.sampled_from(["solid", "double", "none"]))
        made.append(mark(f"m{number}", Span(start, end), underline=underline))
    return made


def index_of(of: list[Mark]) -> MarkIndex:
    index = MarkIndex()
    index.replace(of)
    return index


@given(marks(), st.integers(0, 60), st.integers(1, 30))
def test_marks_are_found_by_place(made: list[Mark], start: int, length: int) -> None:
    wanted = Span(start * STEP, (start + length) * STEP)
    found = index_of(made).between(wanted.start, wanted.end)
    assert {each.id for each in found} == {
        each.id for each in made if Span(each.start, each.end).overlaps(wanted)
    }


@given(marks(), marks(), st.sets(st.integers(0, 13)))
@settings(max_examples=150)
def test_changing_a_few_marks_is_the_same_as_replacing_all(
    before: list[Mark], added: list[Mark], gone: set[int]
) -> None:
    index = index_of(before)
    for each in before:
        index.lane_of(each)
    removed = {f"m{number}" for number in gone}
    index.update(added, removed)
    names = {each.id for each in added} | removed
    fresh = index_of([each for each in before if each.id not in names] + added)
    assert {each.id: index.lane_of(each) for each in index} == {
        each.id: fresh.lane_of(each) for each in fresh
    }
    for start in (0, 30 * STEP):
        assert index.between(start, 99 * STEP) == fresh.between(start, 99 * STEP)


@given(marks())
def test_marks_that_overlap_never_share_a_lane(made: list[Mark]) -> None:
    index = index_of(made)
    lanes = [(each, index.lane_of(each)) for each in made if each.underline != "none"]
    for one, lane in lanes:
        for other, other_lane in lanes:
            if one is not other and Span(one.start, one.end).overlaps(Span(other.start, other.end)):
                assert lane != other_lane


def test_the_shorter_mark_is_underlined_nearer_to_its_words() -> None:
    claim, source = mark("c", Span(0, 50)), mark("s", Span(10, 20))
    index = index_of([claim, source])
    assert (index.lane_of(source), index.lane_of(claim)) == (0, 1)


def test_an_update_tells_which_other_marks_look_different_now() -> None:
    claim, far = mark("c", Span(0, 50)), mark("f", Span(60, 70))
    index = index_of([claim, far])
    changed = index.update([mark("s", Span(10, 20))], ())
    assert {each.id for each in changed} == {"c", "s"}


def test_the_smallest_mark_counts_only_where_it_has_a_fragment() -> None:
    whole, parts = mark("whole", Span(0, 30)), mark("parts", Span(2, 5), Span(20, 22))
    index = index_of([whole, parts])
    found = [index.smallest_at(position) for position in (3, 10, 21, 40)]
    assert [each.id if each else None for each in found] == ["parts", "whole", "parts", None]
