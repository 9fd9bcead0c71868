"""Deciding on suggestions by the page, with guards against accepting by default.

A row counts only when it was on the screen as long as its text needs at a quick reading pace; one
row in twenty is a check, a suggestion that is surely wrong; what is decided so says so.
"""

import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.domain.change import Change, Draft
from annotator.domain.errors import UserError
from annotator.domain.identity import new_id
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.domain.suggestion import ACCEPTED, PAGE, REJECTED, Suggestion
from annotator.operations import suggesting
from annotator.text.sentences import sentences
from annotator.text.tokens import tokens

ROWS = 10
WORDS_PER_MINUTE = 400
CHECKED = 1 / 20
"""Which part of all rows are checks."""

CHECK = "check"
"""The engine that checks are stored under, so that their counts stand apart."""

_CHECK_WORDS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a page: a suggestion with its sentence as context, code points, end exclusive."""

    suggestion: Suggestion
    context: Span

    @property
    def is_check(self) -> bool:
        """Whether it is known to be wrong."""
        return self.suggestion.engine == CHECK


@dataclass(frozen=True, slots=True)
class Decided:
    """What a page changes, and how many of its rows met which fate."""

    draft: Draft
    accepted: int = 0
    rejected: int = 0
    unread: int = 0
    impossible: int = 0
    missed_checks: int = 0


def page(sheet: Sheet, waiting: Sequence[Suggestion], chance: random.Random) -> list[Row]:
    """The first open suggestions as rows, now and then with a check among them."""
    rows = [Row(each, _context(sheet, each)) for each in waiting[:ROWS]]
    places = [number for number in range(len(rows)) if chance.random() < CHECKED]
    for number in reversed(places):
        check = _check(sheet, rows[number].suggestion, chance)
        if check is not None:
            rows.insert(number, Row(check, _context(sheet, check)))
    return rows[:ROWS]


def seconds_to_read(sheet: Sheet, row: Row) -> float:
    """How long a row must be on the screen to count."""
    words = len(row.context.cut_from(sheet.article.text).split())
    return 60 * words / WORDS_PER_MINUTE


def decided(
    sheet: Sheet,
    scheme: Scheme,
    rows: Sequence[Row],
    *,
    wrong: Collection[str],
    read: Collection[str],
) -> Decided:
    """Take the rows of a page but those that are wrong, and refuse these, as one step.

    Rows that were not read stay open, and so do those that cannot be taken any more. `wrong` and
    `read` are ids of suggestions.
    """
    found = Decided(Draft("", ()), unread=sum(row.suggestion.id not in read for row in rows))
    for row in rows:
        is_wrong = row.suggestion.id in wrong
        if row.suggestion.id not in read:
            continue
        if row.is_check:
            found = _checked(found, row, sheet, is_wrong=is_wrong)
        else:
            found = _after(found, row, sheet, scheme, is_wrong=is_wrong)
    name = f"Decide by the page: {found.accepted} accepted, {found.rejected} rejected"
    return replace(found, draft=replace(found.draft, operation=name))


def _after(found: Decided, row: Row, sheet: Sheet, scheme: Scheme, *, is_wrong: bool) -> Decided:
    now = sheet.after(found.draft.changes)
    operation = suggesting.reject if is_wrong else suggesting.accept
    try:
        one = operation(now, scheme, row.suggestion.id, decision=PAGE)
    except UserError:
        return replace(found, impossible=found.impossible + 1)
    draft = found.draft.joined_with(one)
    if is_wrong:
        return replace(found, draft=draft, rejected=found.rejected + 1)
    return replace(found, draft=draft, accepted=found.accepted + 1)


def _checked(found: Decided, row: Row, sheet: Sheet, *, is_wrong: bool) -> Decided:
    fate = REJECTED if is_wrong else ACCEPTED
    told = replace(row.suggestion, fate=fate, decision=PAGE, by=sheet.annotator)
    changes = (*found.draft.changes, Change(None, told))
    missed = found.missed_checks + (not is_wrong)
    return replace(found, draft=replace(found.draft, changes=changes), missed_checks=missed)


def _context(sheet: Sheet, suggestion: Suggestion) -> Span:
    """The sentences that a suggestion touches."""
    text, hull = sheet.article.text, suggestion.hull
    start = text.rfind("\n", 0, hull.start) + 1
    end = text.find("\n", hull.end)
    near = [e for e in sentences(text, start, len(text) if end < 0 else end) if e.overlaps(hull)]
    return Span(near[0].start, near[-1].end) if near else hull


def _check(sheet: Sheet, beside: Suggestion, chance: random.Random) -> Suggestion | None:
    """A suggestion like another one, but on words that no label is right for: a torn-out few."""
    text = sheet.article.text
    free = list(_free_words(sheet))
    if not free:
        return None
    place = chance.choice(free)
    return replace(
        beside,
        id=new_id(),
        engine=CHECK,
        fragments=(place,),
        text=place.cut_from(text),
        attributes={},
        link=None,
        reason=CHECK,
    )


def _free_words(sheet: Sheet) -> Iterator[Span]:
    """Three small words from the middle of each sentence that nothing touches."""
    text = sheet.article.text
    taken = [each.hull for each in sheet.annotations.values()]
    taken += [each.hull for each in sheet.suggestions.values()]
    for sentence in sentences(text):
        found = tokens(text, sentence.start, sentence.end)
        middle = found[len(found) // 2 : len(found) // 2 + _CHECK_WORDS]
        words = [token.cut_from(text) for token in middle]
        is_plain = len(words) == _CHECK_WORDS and all(w.isalpha() and w.islower() for w in words)
        if is_plain and not any(each.overlaps(sentence) for each in taken):
            yield Span(middle[0].start, middle[-1].end)
