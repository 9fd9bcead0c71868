"""What in the words of an article makes an editor look twice."""

import pytest

from annotator.domain.span import Span
from annotator.text import signs


@pytest.mark.parametrize(
    ("text", "is_bare"),
    [
        ("61% viewing it as a concern", True),
        ("75% of tech firms", False),
        ("40 per cent of voters", False),
        ("12 Prozent der Wähler", False),
        ("30 percent agree", True),
        ("prices rose 5%", False),
        ("rents went up by 5.5 %", False),
        ("it cost 4m euros", False),
    ],
)
def test_a_share_needs_a_base_and_a_rise_has_one(text: str, is_bare: bool) -> None:
    assert signs.has_share_without_base(text, Span(0, len(text))) == is_bare


@pytest.mark.parametrize(
    ("text", "is_torn"),
    [
        ("“a bad bargain”", False),
        ("“a bad bargain", True),
        ("a bad bargain”", True),
        ('"a bad bargain"', False),
        ('"a bad bargain', True),
        ("„ein schlechtes Geschäft“", False),
        ("“he said “no” twice”", False),
        ("the mayor’s", False),
    ],
)
def test_marks_come_in_pairs(text: str, is_torn: bool) -> None:
    assert signs.has_unpaired_marks(text, Span(0, len(text))) == is_torn


def test_words_run_together_at_an_edge() -> None:
    text = "Read moreThe pier → Experts"
    assert signs.has_fused_words(text, Span(0, 9))
    assert not signs.has_fused_words(text, Span(0, 4))
    assert not signs.has_fused_words(text, Span(0, text.index("E")))


@pytest.mark.parametrize("text", ["```", "“`html", "~~~", "“`"])
def test_a_fence_is_seen_also_with_quotation_marks_in_it(text: str) -> None:
    assert signs.has_code_fence(text, Span(0, len(text)))
    assert not signs.has_code_fence("“Read more”", Span(0, 11))
