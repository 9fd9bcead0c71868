"""Annotations of another tool: taken where their words stand, otherwise refused with both."""

import pytest

from annotator.formats.foreign_work import Context, ForeignWork, place_of
from annotator.formats.json_values import Refused
from annotator.formats.offset_units import Counting, Positions
from tests import builders
from tests.formats.difficult import COMBINING, EMOJI


def work(text: str = EMOJI, *, reanchors: bool = False) -> ForeignWork:
    return ForeignWork(
        builders.article(text),
        "ana",
        format_id="other",
        positions=Positions(text, Counting("codepoint")),
        reanchors=reanchors,
    )


def test_what_holds_other_words_is_refused_with_both_and_the_place() -> None:
    with pytest.raises(Refused) as refused:
        work().annotate("SOURCE", [(3, 13)], words="Mayor Ruiz")
    reason = str(refused.value)
    assert "holds 'ayor Ruiz '" in reason
    assert "not 'Mayor Ruiz'" in reason
    assert "these words stand at [2, 12)" in reason


def test_words_that_stand_nowhere_are_told_as_such() -> None:
    with pytest.raises(Refused, match="stands nowhere else"):
        work().annotate("SOURCE", [(3, 13)], words="Mayor Lee")


def test_nothing_moves_unless_it_is_asked_for() -> None:
    taken = work(reanchors=True)
    taken.annotate("SOURCE", [(3, 13)], words="Mayor Ruiz")
    (row,) = taken.annotations.values()
    assert row[4:8] == (2, 12, "[[2,12]]", "Mayor Ruiz")
    assert len(taken.moved) == 1
    assert "[2, 12)" in taken.moved[0]


def test_a_place_outside_the_text_is_refused_with_the_suggested_one() -> None:
    with pytest.raises(Refused, match=r"outside.*stand at \[39, 47\)"):
        work().annotate("CLAIM", [(390, 470)], words="4m euros")


def test_white_space_that_a_tool_wrote_otherwise_is_no_difference() -> None:
    text = "One line\nand the  next."
    taken = work(text)
    taken.annotate("A", [(4, 22)], words="line\\nand the next")
    assert next(iter(taken.annotations.values()))[7] == "line\nand the  next"


def test_a_cut_character_is_refused_with_the_whole_one() -> None:
    with pytest.raises(Refused, match="cuts one visible character"):
        work(COMBINING).annotate("A", [(0, 4)])
    taken = work(COMBINING, reanchors=True)
    taken.annotate("A", [(0, 4)])
    assert next(iter(taken.annotations.values()))[4:6] == (0, 5)
    assert len(taken.moved) == 1


def test_the_same_again_is_the_same_annotation() -> None:
    taken = work()
    first = taken.annotate("SOURCE", [(2, 12)])
    assert taken.annotate("SOURCE", [(2, 12)]) == first
    other = taken.annotate("SOURCE", [(2, 12)], attributes={"kind": "person"})
    assert other != first
    assert len(taken.annotations) == 2


def test_a_relation_needs_both_its_ends() -> None:
    taken = work()
    first, second = taken.annotate("A", [(2, 12)]), taken.annotate("B", [(18, 47)])
    with pytest.raises(Refused, match="did not come in"):
        taken.relate("R", first, "elsewhere")
    with pytest.raises(Refused, match="itself"):
        taken.relate("R", first, first)
    assert taken.relate("R", first, second) == taken.relate("R", first, second)


@pytest.mark.parametrize(("label", "reason"), [("", "no label"), ("x" * 300, "cannot be kept")])
def test_a_label_must_be_one(label: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        work().annotate(label, [(2, 12)])


def test_the_context_chooses_between_places() -> None:
    text = "the bridge. Near the bridge, far from the bridge."
    found, told = place_of(text, "the bridge", near=0, context=Context("far from ", "."))
    assert (found.start if found else -1, told) == (38, " (the likeliest of 3 places)")
    nearest, _ = place_of(text, "the bridge", near=16)
    assert nearest is not None
    assert nearest.start == 17


def test_fragments_are_kept_as_they_are() -> None:
    taken = work()
    taken.annotate("CLAIM", [(18, 28), (39, 47)], words="the bridge 4m euros")
    assert next(iter(taken.annotations.values()))[6] == "[[18,28],[39,47]]"
    with pytest.raises(Refused, match="overlaps"):
        taken.annotate("CLAIM", [(18, 28), (20, 47)])


def test_labels_of_the_same_words_are_numbered_and_what_says_the_same_is_one() -> None:
    taken = work()
    names = [taken.annotate("x", [(0, 5)], note=str(number)) for number in range(2_000)]
    assert [each.rpartition("-")[2] for each in names[1:4]] == ["2", "3", "4"]
    assert len(set(names)) == 2_000
    assert taken.annotate("x", [(0, 5)], note="7") == names[7]
