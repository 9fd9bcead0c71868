"""Who is to do which article: in which order, how many people each, and whom a second time."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.domain.article import Article
from annotator.domain.change import Draft, added, removed
from annotator.domain.errors import UserError
from annotator.domain.people import GOLD, REPEAT_OF, Assignment
from annotator.storage.team import Team

AS_GIVEN, RANDOM = "given", "random"
ORDERS = (AS_GIVEN, RANDOM)

STEP = 10
"""Between two places of a queue, so that a repeat finds room."""

_LEAST_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """How articles are given out.

    `overlap` people do each article that is doubled, and `share` of all articles are, 0 to 1;
    every other article has one. `repeats` is the share of each person's articles that come a
    second time. `order` is that of the project, or `random`, another one for each person.
    """

    people: tuple[str, ...]
    overlap: int = 1
    share: float = 1.0
    repeats: float = 0.0
    order: str = AS_GIVEN
    seed: int = 0

    def problem(self) -> str | None:
        """Why articles cannot be given out so, in words, or None."""
        if not self.people:
            return "Nobody was named."
        if not 1 <= self.overlap <= len(self.people):
            named = "1 is" if len(self.people) == 1 else f"{len(self.people)} are"
            return f"{self.overlap} cannot do an article when {named} named."
        if not (0 <= self.share <= 1 and 0 <= self.repeats <= 1):
            return "A share lies between 0 and 100 percent."
        if self.order not in ORDERS:
            return f"There is no order “{self.order}”."
        return None


def assign(
    team: Team,
    articles: Sequence[str],
    plan: Plan,
    *,
    read: Callable[[str], Article],
    finished: Mapping[str, Sequence[str]] | None = None,
) -> Draft:
    """Give articles out, so that all get equally many; what was given before stays and counts.

    `articles` are ids in the order of the project; `read` gives the text of those that come a
    second time; `finished` names who finished an article already, without having been given it.

    Raises:
        UserError: the plan cannot be, or names somebody who is not in the project.
    """
    _check(team, plan)
    given = _given_out(team, articles, plan, finished or {})
    fresh = list(_placed(team, given, plan))
    copies = list(_repeats(team, articles, fresh, plan, read)) if plan.repeats else []
    # A copy stays when it is taken back, since there may be work on it.
    made = (article for article, _ in copies if article.id not in team.copies)
    changes = added([*made, *fresh, *(each for _, each in copies)])
    return Draft("Assign articles", changes)


def amounts(draft: Draft) -> tuple[int, int, int]:
    """How many articles a draft gives out or takes back, how often in all, how many repeats."""
    given = [each.record for each in draft.changes if isinstance(each.record, Assignment)]
    articles = {each.repeats or each.article_id for each in given}
    return len(articles), len(given), sum(bool(each.repeats) for each in given)


def unassign(team: Team, articles: Sequence[str], people: Sequence[str] = ()) -> Draft:
    """Take back what was given out: of these articles, from these people or from everybody."""
    wanted = set(articles)
    gone = [
        each
        for each in team.assignments
        if each.article_id in wanted and (not people or each.annotator in people)
    ]
    return Draft("Take back articles", removed(gone))


def _check(team: Team, plan: Plan) -> None:
    problem = plan.problem()
    if problem is not None:
        raise UserError(f"{problem} Nothing was assigned.")
    for name in plan.people:
        if team.person(name) is None or name == GOLD:
            known = ", ".join(each.id for each in team.people) or "nobody yet"
            raise UserError(
                f"Nobody here is called “{name}”. Nothing was assigned. There is: {known}."
            )


def _given_out(
    team: Team, articles: Sequence[str], plan: Plan, finished: Mapping[str, Sequence[str]]
) -> list[Assignment]:
    """Who gets which article anew, each time those who have least so far."""
    copies = team.copies | {each.article_id for each in team.assignments if each.repeats}
    there: dict[str, set[str]] = {}
    for each in team.assignments:
        there.setdefault(each.article_id, set()).add(each.annotator)
    load = Counter({name: len(team.assigned_to(name)) for name in plan.people})
    fresh: list[Assignment] = []
    for number, article_id in enumerate(each for each in articles if each not in copies):
        has = there.get(article_id, set()) | set(finished.get(article_id, ()))
        lacking = _wanted(number, plan) - len(has)
        ranked = [(load[name], turn, name) for turn, name in _in_turn(plan.people, number)]
        free = [name for _, _, name in sorted(ranked) if name not in has]
        for name in free[: max(lacking, 0)]:
            load[name] += 1
            fresh.append(Assignment(article_id, name))
    return fresh


def _in_turn(people: Sequence[str], number: int) -> Iterator[tuple[int, str]]:
    """Everybody, with another one first for each article, so that all pairs come about."""
    first = number % len(people)
    return enumerate((*people[first:], *people[:first]))


def _wanted(number: int, plan: Plan) -> int:
    """How many people an article is for; those that are doubled lie evenly among the others."""
    before, after = (_doubled(count, plan.share) for count in (number, number + 1))
    return plan.overlap if after > before else 1


def _doubled(count: int, share: float) -> int:
    """How many of so many articles; 29 percent of 100 are 29, though 100 * 0.29 is a bit less."""
    return int(round(count * share, 6))


def _placed(team: Team, given: Sequence[Assignment], plan: Plan) -> Iterator[Assignment]:
    """Each with its place in its person's queue, behind what they have already."""
    for name in plan.people:
        own = [each for each in given if each.annotator == name]
        if plan.order == RANDOM:
            own = _mixed(own, plan.seed, name)
        last = max((each.place for each in team.assigned_to(name)), default=0)
        for number, each in enumerate(own, start=1):
            yield replace(each, place=(last // STEP + number) * STEP)


def _repeats(
    team: Team,
    articles: Sequence[str],
    fresh: Sequence[Assignment],
    plan: Plan,
    read: Callable[[str], Article],
) -> Iterator[tuple[Article, Assignment]]:
    """Copies of articles, each half a queue behind the first time, among other articles.

    Of what somebody has already, too: as many as lack.
    """
    wanted = set(articles)
    held = [each for each in team.assignments if not each.repeats and each.article_id in wanted]
    known = {(each.annotator, each.repeats) for each in team.assignments if each.repeats}
    for name in plan.people:
        own = sorted(
            (each for each in (*held, *fresh) if each.annotator == name),
            key=lambda each: each.place,
        )
        behind = STEP * max(_LEAST_BETWEEN, len(own) // 2) + STEP // 2
        halves = (own[: (len(own) + 1) // 2], own[(len(own) + 1) // 2 :])
        mixed = [each for half in halves for each in _mixed(half, plan.seed, name)]
        free = [each for each in mixed if (name, each.article_id) not in known]
        lacking = round(len(own) * plan.repeats) - (len(own) - len(free))
        for each in free[: max(lacking, 0)]:
            copy = _copy(read(each.article_id), name)
            yield copy, Assignment(copy.id, name, each.place + behind, repeats=each.article_id)


def _mixed(own: Sequence[Assignment], seed: int, name: str) -> list[Assignment]:
    return sorted(own, key=lambda each: _shuffled(seed, name, each.article_id))


def _copy(article: Article, name: str) -> Article:
    """The same article under an id that tells neither whose nor which one it is."""
    digest = hashlib.sha256(f"{article.id}\n{name}\nagain".encode()).hexdigest()[:16]
    told = {**article.extra, REPEAT_OF: article.id}
    return replace(article, id=digest, cluster=None, extra=told)


def _shuffled(seed: int, name: str, article_id: str) -> bytes:
    return hashlib.sha256(f"{seed}\n{name}\n{article_id}".encode()).digest()
