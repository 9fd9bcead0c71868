"""Dates as files have them, and as they sort."""

import pytest

from annotator.formats.published import as_iso, sorts
from tests.formats.difficult import read


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-03-01", "2026-03-01"),
        ("2026-03-01T09:30:00Z", "2026-03-01T09:30:00Z"),
        ("1.3.2026", "2026-03-01"),
        ("01.03.2026, 09:30 Uhr", "2026-03-01"),
        ("2026/3/1", "2026-03-01"),
        ("20260301", "2026-03-01"),
        ("1772357400", "2026-03-01T09:30:00+00:00"),
        ("1772357400000", "2026-03-01T09:30:00+00:00"),
        ("Sun, 01 Mar 2026 09:30:00 GMT", "2026-03-01T09:30:00+00:00"),
    ],
)
def test_a_date_that_can_be_read_in_one_way_is_written_so_that_it_sorts(
    written: str, expected: str
) -> None:
    assert as_iso(written) == expected
    assert sorts(expected)


@pytest.mark.parametrize(
    "written", ["03/01/2026", "31.2.2026", "Monday", "yesterday", "9", "x" * 99]
)
def test_what_could_be_two_days_or_none_stays_as_it_is(written: str) -> None:
    assert as_iso(written) == written
    assert not sorts(written)


def test_a_table_with_such_dates_says_that_they_do_not_sort() -> None:
    arrivals, _, notes = read("a.csv", b"text,date\nFerry late.,03/01/2026\nRain.,1.3.2026\n")
    assert [each.article.published for each in arrivals] == ["03/01/2026", "2026-03-01"]
    assert "'03/01/2026'" in notes[0].reason
