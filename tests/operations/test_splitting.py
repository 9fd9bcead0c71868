"""Splits: nothing near crosses, and what is added moves nothing."""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.domain.article import Article
from annotator.domain.change import Draft, added
from annotator.domain.errors import UserError
from annotator.domain.relation import Relation
from annotator.operations import splitting, writing
from annotator.operations.export_plan import SplitPlan
from annotator.operations.splits import Splits, parsed_list, parsed_shares
from annotator.storage.project import open_project
from tests import builders

SHARES = (("train", 60.0), ("dev", 20.0), ("test", 20.0))
WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in "lmnrst"]


def prose(seed: int, words: int = 120) -> str:
    """A text that shares hardly a run of words with that of another seed."""
    chosen = random.Random(seed).choices(WORDS, k=words)
    return " ".join(chosen).capitalize() + "."


def story(number: int, text: str = "", **more: str | None) -> Article:
    text = text or prose(number)
    digest = hashlib.sha256(text.encode()).hexdigest()
    made = builders.article(text, article_id=f"story-{number:04}", title=f"Story {number}")
    return replace(made, text_sha256=digest, raw_sha256=digest, **more)


def splits_of(
    folder: Path, articles: Sequence[Article], plan: SplitPlan, *links: Relation
) -> Splits:
    folder.mkdir(exist_ok=True)
    path = builders.project_file(folder, *articles)
    if links:
        known = {each.id: each for each in articles}
        ends = {(r.article_id, r.from_id) for r in links} | {
            (r.to_article_id, r.to_id) for r in links
        }
        notes = [
            builders.annotation(known[a], known[a].text.split()[0], annotation_id=name)
            for a, name in sorted(ends)
        ]
        with open_project(path, is_writable=True) as project:
            writing.commit(project, Draft("Link", added([*notes, *links])), annotator="ana")
    with open_project(path) as project:
        return splitting.split(project, plan)


def test_planted_near_duplicates_stay_together_and_the_rest_is_shared_out(tmp_path: Path) -> None:
    alone = [story(number) for number in range(60)]
    copies = [
        story(100 + each, alone[each].text.replace(" ", "  ", 3) + f" Corrected on day {each}.")
        for each in range(30)
    ]
    found = splits_of(tmp_path, [*alone, *copies], SplitPlan(SHARES))
    for each in range(30):
        assert found.of[f"story-{each:04}"] == found.of[f"story-{100 + each:04}"]
    assert found.groups == 60
    assert set(found.of.values()) == {"train", "dev", "test"}
    assert found.leaks == ()


def test_a_reprint_inside_a_longer_article_stays_with_it(tmp_path: Path) -> None:
    shorts = [story(number, prose(number, 60)) for number in range(20)]
    longs = [story(100 + n, f"{prose(500 + n, 400)} {shorts[n].text}") for n in range(20)]
    found = splits_of(tmp_path, [*shorts, *longs], SplitPlan(SHARES))
    assert all(found.of[f"story-{n:04}"] == found.of[f"story-{100 + n:04}"] for n in range(20))


def test_the_same_address_and_the_same_cluster_stay_together(tmp_path: Path) -> None:
    articles = []
    for number in range(24):
        url = f"https://www.herald.example/{number}/?utm_source=mail#top"
        again = f"http://herald.example/{number}"
        articles += [
            story(number, url=url),
            story(100 + number, url=again),
            story(200 + number, cluster=f"c{number}"),
            story(300 + number, cluster=f"c{number}"),
        ]
    found = splits_of(tmp_path, articles, SplitPlan(SHARES))
    for one, other in ((0, 100), (200, 300)):
        pairs = [(f"story-{n + one:04}", f"story-{n + other:04}") for n in range(24)]
        assert all(found.of[a] == found.of[b] for a, b in pairs)


@pytest.mark.parametrize(
    ("label", "joins", "together"),
    [("same_text_as", False, True), ("same_claim", True, True), ("same_claim", False, False)],
)
def test_linked_articles_stay_together_where_that_is_meant(
    tmp_path: Path, *, label: str, joins: bool, together: bool
) -> None:
    articles = [story(number) for number in range(40)]
    links = [
        Relation("k", f"story-{n:04}", "ana", label, "x", "y", f"story-{n + 20:04}", {})
        for n in range(20)
    ]
    plan = SplitPlan(SHARES, joins_claims=joins)
    found = splits_of(tmp_path, articles, plan, *links)
    same = [found.of[f"story-{n:04}"] == found.of[f"story-{n + 20:04}"] for n in range(20)]
    assert all(same) is together


def test_a_tenth_more_articles_move_none(tmp_path: Path) -> None:
    articles = [story(number) for number in range(100)]
    articles += [story(200 + n, articles[n].text + " More.") for n in range(10)]
    more = [story(300 + n) for n in range(8)] + [story(400 + n, articles[n].text) for n in (3, 7)]
    # An id before all others: only the order in which articles came may count.
    more.append(replace(story(500, articles[5].text + " Again."), id="a-first"))
    before = splits_of(tmp_path / "one", articles, SplitPlan(SHARES))
    after = splits_of(tmp_path / "two", [*articles, *more], SplitPlan(SHARES))
    assert {each: after.of[each] for each in before.of} == dict(before.of)
    assert after.of["a-first"] == before.of["story-0005"]


def test_another_seed_gives_other_splits_and_the_same_seed_the_same(tmp_path: Path) -> None:
    articles = [story(number) for number in range(40)]
    first, again, other = (
        splits_of(tmp_path / name, articles, SplitPlan(SHARES, seed=seed))
        for name, seed in (("a", 1), ("b", 1), ("c", 2))
    )
    assert first.of == again.of != other.of


def test_outlets_are_held_out_whole_and_their_copies_elsewhere_left_out(tmp_path: Path) -> None:
    articles = [story(n, outlet=f"Outlet {n % 8}") for n in range(64)]
    wire = prose(999)
    articles += [story(100 + n, wire, outlet=f"Outlet {n}") for n in range(8)]
    articles.append(story(200))
    found = splits_of(tmp_path, articles, SplitPlan(SHARES, by="outlet"))
    by_outlet: dict[str | None, set[str]] = {}
    for each in articles:
        if each.id in found.of:
            by_outlet.setdefault(each.outlet, set()).add(found.of[each.id])
    assert all(len(names) == 1 for names in by_outlet.values())
    assert len({name for names in by_outlet.values() for name in names}) > 1
    assert found.leaks == ()
    assert set(found.left_out.values()) == {splitting.COPY, splitting.NO_OUTLET}


def test_dates_go_forward_and_no_copy_looks_back(tmp_path: Path) -> None:
    articles = [story(n, published=f"2025-01-{n + 1:02}") for n in range(30)]
    articles.append(story(100, articles[0].text + " Again.", published="2025-01-30"))
    found = splits_of(tmp_path, articles, SplitPlan(SHARES, by="date"))
    days = {
        name: [e.published or "" for e in articles if found.of.get(e.id) == name]
        for name in ("train", "dev", "test")
    }
    assert max(days["train"]) < min(days["dev"]) <= max(days["dev"]) < min(days["test"])
    assert found.left_out == {"story-0100": splitting.COPY}
    assert [name for _, name in found.borders] == ["dev", "test"]


def test_a_copy_without_a_date_tells_so_and_leaves_the_dated_where_they_belong(
    tmp_path: Path,
) -> None:
    undated = [story(0), story(1), story(2)]
    dated = [story(10 + n, published=f"2025-01-{n + 1:02}") for n in range(9)]
    dated.append(story(30, prose(0) + " More.", published="2025-01-01"))
    fixed = parsed_list("story-0001,test\n")
    found = splits_of(tmp_path, [*undated, *dated], SplitPlan(SHARES, by="date", fixed=fixed))
    assert (found.of["story-0030"], found.of["story-0001"]) == ("train", "test")
    assert found.left_out == {"story-0000": splitting.NO_DATE, "story-0002": splitting.NO_DATE}
    listed = splits_of(tmp_path / "b", undated, SplitPlan(by="date", fixed=fixed))
    assert set(listed.left_out.values()) == {splitting.NOT_LISTED}


def test_a_list_takes_groups_along_and_may_not_tear_them(tmp_path: Path) -> None:
    articles = [story(0), story(1), story(2), story(3, prose(0) + " More.")]
    fixed = parsed_list("story-0000,train\nstory-0001\ttest\n")
    found = splits_of(tmp_path / "a", articles, SplitPlan(fixed=fixed))
    assert found.of == {"story-0000": "train", "story-0003": "train", "story-0001": "test"}
    assert found.left_out == {"story-0002": splitting.NOT_LISTED}
    torn = parsed_list("story-0000,train\nstory-0003,test")
    with pytest.raises(UserError, match="tears near-copies apart"):
        splits_of(tmp_path / "b", articles, SplitPlan(fixed=torn))


def test_a_label_is_shared_out_evenly_on_wish(tmp_path: Path) -> None:
    articles = [story(number) for number in range(50)]
    path = builders.project_file(tmp_path, *articles)
    rare = [builders.annotation(e, e.text.split()[0], label="quote") for e in articles[::5]]
    with open_project(path, is_writable=True) as project:
        writing.commit(project, Draft("Label", added(rare)), annotator="ana")
        found = splitting.split(project, SplitPlan(SHARES, stratify="quote"))
    names = [found.of[each.article_id] for each in rare]
    assert [names.count(name) for name in ("train", "dev", "test")] == [6, 2, 2]


def test_by_article_copies_may_part_and_are_told(tmp_path: Path) -> None:
    text = prose(1)
    articles = [story(n, f"{text} Version {n}.") for n in range(12)]
    found = splits_of(tmp_path, articles, SplitPlan(SHARES, by="article"))
    assert len(found.leaks) > 0
    assert found.closest[0].likeness > 0.9


def test_the_closest_pairs_across_are_counted_exactly(tmp_path: Path) -> None:
    shared = " ".join(prose(7, 40).split()[:30])
    articles = [story(n, f"{prose(n)} {shared}") for n in range(20)]
    found = splits_of(tmp_path, articles, SplitPlan(SHARES))
    pair = found.closest[0]
    one, other = (
        {tuple(words[n : n + 5]) for n in range(len(words) - 4)}
        for name in (pair.one, pair.other)
        for words in [
            next(e for e in articles if e.id == name).text.lower().replace(".", "").split()
        ]
    )
    assert len(found.closest) == 5
    assert pair.likeness == pytest.approx(len(one & other) / len(one | other), abs=1e-4)
    assert not pair.is_near


@pytest.mark.parametrize("text", ["train", "train=0", "train=x", "a b=1", "train=1,Train=2"])
def test_shares_that_say_nothing_are_refused(text: str) -> None:
    with pytest.raises(UserError, match="Nothing was exported"):
        parsed_shares(text)


@pytest.mark.parametrize("text", ["alone", "a,train\na,test", "a,"])
def test_lists_that_say_nothing_are_refused(text: str) -> None:
    with pytest.raises(UserError, match="Nothing was exported"):
        parsed_list(text)
