"""A page of suggestions counts what was read, and hides a check among its rows now and then."""

import random

import pytest

from annotator.operations import paging, proposing, suggesting
from annotator.storage import records
from annotator.suggestions.material import Offer
from tests import builders

SCHEME = builders.scheme()
ARTICLE = builders.article(
    "\n".join(f"The mayor said that bridge number {n} will cost {n} million." for n in range(12))
    + "\nA keeper walks along the quiet grey shore each morning before the sun is up.",
)


class Always(random.Random):
    """Chance that makes a check of every row it is asked about first."""

    def random(self):
        return 0.0


class Never(random.Random):
    """Chance that makes no check."""

    def random(self):
        return 1.0


@pytest.fixture
def sheet():
    offers = [
        Offer("claim", (builders.place(ARTICLE.text, f"bridge number {n} will"),), "a rule", 0.8)
        for n in range(12)
    ]
    empty = builders.sheet(ARTICLE)
    return empty.after(proposing.proposed(empty, SCHEME, "rules", offers).changes)


def rows_of(sheet, chance):
    return paging.page(sheet, suggesting.open_suggestions(sheet), chance)


def decided(sheet, rows, *, wrong=(), unread=()):
    read = {row.suggestion.id for row in rows} - set(unread)
    return paging.decided(sheet, SCHEME, rows, wrong=set(wrong), read=read)


def test_a_page_has_ten_rows_each_in_its_sentence(sheet):
    rows = rows_of(sheet, Never())
    assert len(rows) == paging.ROWS
    contexts = [row.context.cut_from(ARTICLE.text) for row in rows]
    assert contexts[3] == "The mayor said that bridge number 3 will cost 3 million."


def test_what_is_not_wrong_is_accepted_and_says_that_it_was_decided_by_the_page(sheet):
    rows = rows_of(sheet, Never())
    found = decided(sheet, rows, wrong=[rows[0].suggestion.id])
    after = sheet.after(found.draft.changes)
    assert (found.accepted, found.rejected, found.unread) == (9, 1, 0)
    assert len(after.annotations) == 9
    told = [after.suggestions[row.suggestion.id] for row in rows]
    assert {each.decision for each in told} == {"page"}
    assert [each.fate for each in told] == ["rejected", *["accepted"] * 9]


def test_rows_that_were_not_read_stay_open(sheet):
    rows = rows_of(sheet, Never())
    unread = [row.suggestion.id for row in rows[:4]]
    found = decided(sheet, rows, unread=unread)
    after = sheet.after(found.draft.changes)
    assert (found.accepted, found.unread) == (6, 4)
    assert all(after.suggestions[name].is_open for name in unread)


def test_a_page_is_one_step_that_undo_takes_back(tmp_path, sheet):
    with builders.writable(tmp_path, ARTICLE) as project:
        start = records.sheet(project, "a1", "ana")
        offers = [Offer(e.label, e.fragments, "r", 0.5) for e in sheet.suggestions.values()]
        builders.write(project, proposing.proposed(start, SCHEME, "rules", offers))
        before = records.sheet(project, "a1", "ana")
        rows = rows_of(before, Never())
        step = builders.write(project, decided(before, rows).draft)
        assert step.operation == "Decide by the page: 10 accepted, 0 rejected"
        builders.write(project, step.inverse())
        assert records.sheet(project, "a1", "ana") == before


def test_a_check_is_torn_out_words_and_its_fate_is_kept_without_an_annotation(sheet):
    rows = rows_of(sheet, Always())
    checks = [row for row in rows if row.is_check]
    assert checks
    assert len(rows) == paging.ROWS
    missed = decided(sheet, rows)
    after = sheet.after(missed.draft.changes)
    assert missed.missed_checks == len(checks)
    assert {after.suggestions[row.suggestion.id].engine for row in checks} == {"check"}
    assert not any(a.text == checks[0].suggestion.text for a in after.annotations.values())
    caught = decided(sheet, rows, wrong=[row.suggestion.id for row in checks])
    assert caught.missed_checks == 0
    assert caught.rejected == 0


def test_one_row_in_twenty_is_a_check(sheet):
    chance = random.Random(7)
    pages = [rows_of(sheet, chance) for _ in range(400)]
    share = sum(row.is_check for rows in pages for row in rows) / sum(map(len, pages))
    assert 0.03 < share < 0.07


def test_a_row_needs_as_long_as_its_words_at_four_hundred_a_minute(sheet):
    row = rows_of(sheet, Never())[0]
    words = len(row.context.cut_from(ARTICLE.text).split())
    assert paging.seconds_to_read(sheet, row) == pytest.approx(words * 0.15)


def test_what_cannot_be_taken_any_more_is_counted_and_stays_open(sheet):
    rows = rows_of(sheet, Never())
    one = rows[0].suggestion
    gone = sheet.after(suggesting.reject(sheet, SCHEME, one.id).changes)
    found = decided(gone, rows)
    assert (found.impossible, found.accepted) == (1, 9)
