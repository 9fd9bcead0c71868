from collections import Counter
from itertools import combinations

import pytest

from annotator.domain.article import Article
from annotator.domain.change import Draft
from annotator.domain.errors import UserError
from annotator.domain.people import Annotator, Assignment
from annotator.operations.assigning import RANDOM, REPEAT_OF, Plan, assign, unassign
from annotator.storage.team import Team
from tests import builders

ARTICLES = [f"a{number:02}" for number in range(40)]
TEAM = Team((Annotator("ana", "ana"), Annotator("ben", "ben"), Annotator("chi", "chi")))
THREE = ("ana", "ben", "chi")


def read(article_id: str) -> Article:
    return builders.article(article_id=article_id)


def given(draft: Draft) -> list[Assignment]:
    return [each.record for each in draft.changes if isinstance(each.record, Assignment)]


def grown(draft: Draft) -> Team:
    return Team(TEAM.people, tuple(given(draft)))


def test_everybody_gets_equally_many_and_each_article_one_person() -> None:
    assigned = given(assign(TEAM, ARTICLES, Plan(THREE), read=read))
    assert sorted(each.article_id for each in assigned) == ARTICLES
    assert sorted(Counter(each.annotator for each in assigned).values()) == [13, 13, 14]


def test_a_share_of_the_articles_is_doubled_and_every_pair_comes_about() -> None:
    assigned = given(assign(TEAM, ARTICLES, Plan(THREE, overlap=2, share=0.5), read=read))
    people: dict[str, set[str]] = {}
    for each in assigned:
        people.setdefault(each.article_id, set()).add(each.annotator)
    assert Counter(map(len, people.values())) == {1: 20, 2: 20}
    pairs = Counter(frozenset(names) for names in people.values() if len(names) == 2)
    assert set(pairs) == {frozenset(pair) for pair in combinations(THREE, 2)}
    assert max(Counter(e.annotator for e in assigned).values()) == 20


def test_so_many_percent_of_a_hundred_articles_are_so_many() -> None:
    hundred = [f"a{number:02}" for number in range(100)]
    for percent in (7, 29, 57, 58):
        plan = Plan(("ana", "ben"), overlap=2, share=percent / 100)
        assert len(given(assign(TEAM, hundred, plan, read=read))) == 100 + percent


def test_the_same_call_again_gives_nothing_and_more_overlap_only_what_lacks() -> None:
    first = assign(TEAM, ARTICLES, Plan(THREE, overlap=2), read=read)
    again = assign(grown(first), ARTICLES, Plan(THREE, overlap=2), read=read)
    assert again.changes == ()
    third = given(assign(grown(first), ARTICLES, Plan(THREE, overlap=3), read=read))
    assert len(third) == 40
    assert min(each.place for each in third) > 200  # behind what everybody has


def test_who_finished_an_article_counts_as_one_of_its_people() -> None:
    plan = Plan(("ana", "ben"), overlap=2)
    assigned = given(assign(TEAM, ["a00"], plan, read=read, finished={"a00": ["ana"]}))
    assert [each.annotator for each in assigned] == ["ben"]


def test_repeats_are_copies_far_behind_the_first_time_and_tell_nothing() -> None:
    draft = assign(TEAM, ARTICLES, Plan(("ana",), repeats=0.1), read=read)
    assigned = given(draft)
    repeats = [each for each in assigned if each.repeats]
    places = {each.article_id: each.place for each in assigned}
    copies = [each.record for each in draft.changes if isinstance(each.record, Article)]
    assert len(repeats) == len(copies) == 4
    assert all(each.place - places[each.repeats] >= 200 for each in repeats)
    assert len(set(places.values())) == 44
    assert max(each.place for each in repeats) < max(places.values()) + 50
    assert {each.extra[REPEAT_OF] for each in copies} == {each.repeats for each in repeats}
    assert not any(each.repeats in each.article_id for each in repeats)
    again = assign(grown(draft), ARTICLES, Plan(("ana",), repeats=0.1), read=read)
    assert again.changes == ()


def test_repeats_wished_for_later_are_of_what_everybody_has_already() -> None:
    first = assign(TEAM, ARTICLES, Plan(("ana",)), read=read)
    later = assign(grown(first), ARTICLES, Plan(("ana",), repeats=0.1), read=read)
    assert [each.annotator for each in given(later) if each.repeats] == ["ana"] * 4
    team = Team(TEAM.people, (*given(first), *given(later)))
    assert assign(team, ARTICLES, Plan(("ana",), repeats=0.1), read=read).changes == ()
    assert len(given(assign(team, ARTICLES, Plan(("ana",), repeats=0.2), read=read))) == 4


def test_random_order_is_another_one_for_each_person_and_the_same_for_a_seed() -> None:
    def queues(seed: int) -> list[list[str]]:
        plan = Plan(("ana", "ben"), overlap=2, order=RANDOM, seed=seed)
        team = grown(assign(TEAM, ARTICLES, plan, read=read))
        return [[each.article_id for each in team.assigned_to(name)] for name in plan.people]

    assert queues(1) == queues(1)
    assert queues(1) != queues(2)
    assert queues(1)[0] != queues(1)[1]
    assert sorted(queues(1)[0]) == ARTICLES


def test_what_was_given_can_be_taken_back_from_one_or_all() -> None:
    team = grown(assign(TEAM, ARTICLES, Plan(THREE, overlap=3), read=read))
    assert len(unassign(team, ARTICLES, ["ben"]).changes) == 40
    assert len(unassign(team, ARTICLES[:2]).changes) == 6


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (Plan(()), "Nobody was named"),
        (Plan(("ana",), overlap=2), "2 cannot do"),
        (Plan(("zoe",)), "called “zoe”"),
        (Plan(("ana",), share=1.5), "between 0 and 100"),
    ],
)
def test_plans_that_cannot_be_are_refused(plan: Plan, said: str) -> None:
    with pytest.raises(UserError, match=said):
        assign(TEAM, ARTICLES, plan, read=read)
