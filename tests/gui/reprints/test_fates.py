"""What is said of labels whose words changed."""

import pytest

from annotator.gui.reprints.fates import differing


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("it costs 4m euros", "it costs 5m euros", ("it costs 4m euros", "it costs 5m euros")),
        (
            "one two three four five old six seven eight nine",
            "one two three four five new new six seven eight nine",
            ("… three four five old six seven eight …",
             "… three four five new new six seven eight …"),
        ),
        ("a a", "a a a", ("a a", "a a a")),
        ("same", "same", ("same", "same")),
    ],
)  # fmt: skip
def test_only_what_differs_is_shown_with_its_neighbours(
    before: str, after: str, shown: tuple[str, str]
) -> None:
    assert differing(before, after) == shown
