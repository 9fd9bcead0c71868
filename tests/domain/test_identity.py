"""What can name something."""

import pytest

from annotator.domain.identity import LONGEST_NAME, is_name


@pytest.mark.parametrize(
    "name", ["ana", "Ana María", "می\u200cخواهم", "👩\u200d💻", "x" * LONGEST_NAME]
)
def test_a_name_is_what_can_be_seen_on_one_line(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("text", ["", " ", "  ", "\u200d", " \u200c ", "a\nb", "\u3000", "x" * 201])
def test_what_nobody_sees_or_fits_no_line_is_no_name(text: str) -> None:
    assert not is_name(text)
