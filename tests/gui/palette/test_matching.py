"""What was typed finds the name that was meant: the ranking, without a window."""

import pytest

from annotator.gui import actions
from annotator.gui.palette.matching import Query, folded_for_search
from annotator.gui.palette.ranking import Articles, ArticleScan, Entry, Offer, parted, together
from annotator.storage.articles import ArticleSummary

TITLES = [row.title for row in actions.ROWS]


def found(typed: str, names: list[str] | None = None, *, recent: tuple[str, ...] = ()) -> list[str]:
    """The names that answer, best first."""
    entries = [Entry(name, name) for name in names or TITLES]
    close, loose = Offer(entries, recent).ranked(Query(typed), None)
    return [hit.entry.title for hit in close + loose]


def summaries(*titles: str) -> list[ArticleSummary]:
    """Articles of these titles."""
    return [
        ArticleSummary(f"a{number}", title, "The Post", None, "en", "open", 0, 0, 0)
        for number, title in enumerate(titles)
    ]


def scanned(
    typed: str, articles: Articles, *, is_loose: bool = True, before: ArticleScan | None = None
) -> ArticleScan:
    scan = ArticleScan(articles, Query(typed), is_loose=is_loose, before=before)
    while not scan.go_on(1.0):
        pass
    return scan


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("undo", "Undo"),
        ("UNDO", "Undo"),
        ("next art", "Next article"),
        ("art next", "Next article"),
        ("gta", "Go to article…"),
        ("nexart", "Next article"),
        ("sent next", "Next sentence"),
        ("flag art", "Flag the article…"),
        ("exp", "Export…"),
        ("paltte", "Command palette…"),
    ],
)
def test_what_was_meant_comes_first(typed: str, first: str):
    assert found(typed)[0] == first


def test_beginnings_come_before_middles_and_middles_before_loose_letters():
    names = ["Fulltext", "Flax tools", "Next", "A text", "Text"]
    assert found("text", names) == ["Text", "A text", "Fulltext"]
    assert found("ft", names) == ["Flax tools", "Fulltext"]
    assert found("xt", names)[0] == "Next"


def test_letters_out_of_order_find_nothing():
    assert found("odnu") == []


def test_of_two_that_answer_alike_the_one_used_last_comes_first():
    assert found("next")[0] != "Next undecided sentence"
    assert found("next", recent=("Next undecided sentence",))[0] == "Next undecided sentence"


def test_what_cannot_be_done_now_comes_after_what_can():
    entries = [Entry("a", "Link", why_not="Select first"), Entry("b", "Link again")]
    close, _ = Offer(entries, ()).ranked(Query("link"), None)
    assert [hit.entry.id for hit in close] == ["b", "a"]


def test_with_nothing_typed_all_stand_in_their_order_the_last_used_first():
    assert found("", ["One", "Two", "Three"], recent=("Three",)) == ["Three", "One", "Two"]


def test_the_letters_that_answer_are_named():
    match = Query("art go").match(folded_for_search("Go to article…"))
    assert match is not None
    assert [("Go to article…")[place] for place in match.places] == list("Goart")


def test_letters_that_grow_in_lower_case_do_not_shift_the_others():
    folded = folded_for_search("İstanbul")
    assert len(folded) == len("İstanbul")
    match = Query("stan").match(folded)
    assert match is not None
    assert match.places == (1, 2, 3, 4)


@pytest.mark.parametrize(
    ("typed", "kind", "rest"),
    [(">undo", "command", "undo"), ("@ rail", "article", " rail"), ("#c", "label", "c")],
)
def test_a_sign_before_the_words_names_the_kind(typed: str, kind: str, rest: str):
    assert parted(typed) == (kind, rest)
    assert parted("undo") == (None, "undo")


def test_articles_are_found_by_title_and_outlet_best_first():
    articles = Articles(summaries("The tram", "A harbour opens", "Harbour closed", "Hot arbours"))
    ranked = scanned("harbour", articles).ranked(9)
    assert [hit.entry.title for hit in ranked] == [
        "Harbour closed",
        "A harbour opens",
        "Hot arbours",
    ]
    assert len(scanned("post", articles, is_loose=False).ranked(9)) == 4


def test_a_longer_query_finds_what_a_fresh_one_finds():
    articles = Articles(summaries(*(f"Report {number} on the tram" for number in range(900))))
    first = scanned("rep", articles)
    then = scanned("report 89", articles, before=first)
    fresh = scanned("report 89", articles)
    assert then.ranked(50) == fresh.ranked(50)
    assert then.ranked(50)[0].entry.title == "Report 89 on the tram"


def test_articles_keep_room_among_many_commands():
    close, loose = Offer([Entry(str(n), f"Next {n}") for n in range(80)], ()).ranked(
        Query("next"), None
    )
    articles = scanned("next", Articles(summaries("Next door"))).ranked(50)
    listed = together(close, loose, articles, None)
    assert len(listed) == 50
    assert listed[-1].entry.title == "Next door"
