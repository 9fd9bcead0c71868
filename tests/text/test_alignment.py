"""What became of passages in another text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.span import Span, words
from annotator.text.alignment import Alignment
from tests.builders import place

OLD = (
    "The bridge opens in May. Mayor Ruiz said the bridge will cost 4m euros. "
    "“It is a bargain,” she told reporters. Residents were not asked. The bridge is old."
)


@pytest.mark.parametrize(
    ("new", "passage", "fate", "now"),
    [
        (f"Updated at noon. {OLD}", "the bridge will cost 4m euros", "kept", None),
        (OLD.replace("opens in May", "opens in June"), "Mayor Ruiz", "kept", None),
        (OLD.replace("4m", "5m"), "the bridge will cost 4m euros", "changed",
         "the bridge will cost 5m euros"),
        (OLD.replace(" Residents were not asked.", ""), "Residents were not asked", "gone", ""),
        ("Residents were not asked. " + OLD.replace(" Residents were not asked.", ""),
         "Residents were not asked", "moved", None),
        ("Something else altogether.", "Mayor Ruiz", "gone", ""),
        ("", "Mayor Ruiz", "gone", ""),
    ],
)  # fmt: skip
def test_a_passage_is_kept_moved_changed_or_gone(
    new: str, passage: str, fate: str, now: str | None
) -> None:
    found = Alignment(OLD, new).find([place(OLD, passage)])
    assert found.fate == fate
    assert words(new, found.fragments) == (passage if now is None else now)


def test_words_that_stand_there_often_are_told_apart_by_their_order() -> None:
    last = Span(OLD.rindex("The bridge"), OLD.rindex("The bridge") + len("The bridge"))
    new = f"The bridge, again. {OLD}"
    found = Alignment(OLD, new).find([last])
    assert found.fate == "kept"
    assert found.fragments[0].start == new.rindex("The bridge")


def test_a_single_word_elsewhere_without_its_surroundings_is_not_taken_for_the_same() -> None:
    new = "A report on Ruiz, a village in the hills."
    assert Alignment(OLD, new).find([place(OLD, "Ruiz")]).fate == "gone"


def test_fragments_stay_together() -> None:
    parts = [place(OLD, "It is a bargain"), place(OLD, "Residents")]
    found = Alignment(OLD, f"Note. {OLD}").find(parts)
    assert [each.start - part.start for each, part in zip(found.fragments, parts, strict=True)] == [
        6, 6,
    ]  # fmt: skip
    assert Alignment(OLD, OLD.replace(" Residents were", " We were")).find(parts).fate == "gone"


def test_a_passage_may_begin_and_end_inside_words_and_emoji_count_as_one() -> None:
    old = "Read More →Experts said 📰 the cafe\u0301 shut."
    new = f"📰📰 {old}"
    for passage in ("xperts", "📰 the", "cafe\u0301", "→"):
        found = Alignment(old, new).find([place(old, passage)])
        assert (found.fate, words(new, found.fragments)) == ("kept", passage)


@given(st.text("ab c.📰\n", max_size=40), st.text("ab c.📰\n", max_size=40), st.data())
def test_whatever_is_kept_or_moved_has_the_same_words(old: str, new: str, data) -> None:
    if not old:
        return
    start = data.draw(st.integers(0, len(old) - 1))
    fragment = Span(start, data.draw(st.integers(start + 1, len(old))))
    found = Alignment(old, new).find([fragment])
    if found.fate in ("kept", "moved"):
        assert words(new, found.fragments) == fragment.cut_from(old)
    for each in found.fragments:
        assert 0 <= each.start < each.end <= len(new)


@given(st.text("ab c.📰\n", min_size=1, max_size=40), st.data())
def test_in_the_same_text_all_with_words_is_kept_where_it_is(text: str, data) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    fragment = Span(start, data.draw(st.integers(start + 1, len(text))))
    found = Alignment(text, text).find([fragment])
    if fragment.cut_from(text).strip():
        assert (found.fate, found.fragments) == ("kept", (fragment,))
