"""Near-duplicates: finding clusters of articles, and keeping articles apart.

A cluster has the texts that are nearly the same, and those that stand within a longer one. An
article keeps its cluster when more are found; a person's word that two are kept apart holds for
good.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from annotator.domain.article import Article
from annotator.domain.change import Change, Draft, added
from annotator.domain.errors import UserError
from annotator.domain.separation import Separation
from annotator.operations.bulk import without_cycle_search
from annotator.storage import articles, clusters
from annotator.storage.clusters import Member
from annotator.storage.project import Project

MOST_AT_IMPORT = 1_000
"""Up to how many articles an import looks for near-duplicates itself; it takes about a second."""

Progress = Callable[[int, int], bool]
"""Told how many articles of how many were read; false means stop."""


@dataclass(frozen=True, slots=True)
class Findings:
    """The clusters of a project, and the draft that writes what of them is new."""

    clusters: int
    articles: int
    joined: int
    draft: Draft


def find(project: Project, *, report_progress: Progress | None = None) -> Findings | None:
    """Look at all articles for near-duplicates; None when it was stopped.

    It takes about a millisecond an article and three kilobytes of memory each, so a window has it
    done in a thread of its own.
    """
    # Numbers are much work to import, and no other operation needs them.
    from annotator.text.near_duplicates import Groups, Sketches, group

    with without_cycle_search(), project.snapshot():
        known = clusters.members(project)
        sketches = Sketches()
        for number, text in enumerate(clusters.each_text(project), 1):
            sketches.add(text)
            if report_progress and not report_progress(number, len(known)):
                return None
        numbers = {each.article_id: number for number, each in enumerate(known)}
        pairs = [each.key for each in clusters.separations(project)]
        # A hidden repeat has no number, and may be in no cluster.
        apart = [(numbers[a], numbers[b]) for a, b in pairs if a in numbers and b in numbers]
        groups = Groups(len(known), apart=apart)
        for first, *others in _clustered(known):
            for other in others:
                if groups.may_join(first, other):
                    groups.join(first, other)
        group(sketches, lambda each: clusters.text_of(project, known[each].text_sha256), groups)
        del sketches  # what is found may be much too
        found = _articles(project, known, groups.all_of_several())
    changes = tuple(change for each in found for change in _named(each))
    draft = Draft("Find near-duplicates", changes)
    return Findings(len(found), sum(map(len, found)), len(changes), draft)


def keep_apart(project: Project, article_ids: Sequence[str], *, annotator: str) -> Draft:
    """Take articles out of their cluster for good; several of one cluster stay together.

    Raises:
        UserError: an article is not there or in no cluster, or nothing of the cluster would stay.
    """
    leaving = {each: articles.get(project, each) for each in dict.fromkeys(article_ids)}
    changes: list[Change] = []
    for cluster, together in _by_cluster(leaving.values()).items():
        names = {each.id for each in together}
        staying = set(clusters.others_of(project, together[0].id)) - names
        if cluster is None or not staying:
            raise UserError(_nothing_to_part(together, is_whole=cluster is not None))
        apart = None if len(together) == 1 else _name_of(together, besides=cluster)
        changes += (_moved(each, apart) for each in together)
        if len(staying) == 1:
            changes.append(_moved(articles.get(project, staying.pop()), None))
            staying = {changes[-1].record.key[0]}
        changes += _kept_apart(project, names, staying, annotator=annotator)
    count = len(leaving)
    return Draft(f"Keep {count} article{'' if count == 1 else 's'} apart", tuple(changes))


def _clustered(known: Sequence[Member]) -> list[list[int]]:
    """The numbers of the articles of each cluster that there is already."""
    by_cluster: dict[str, list[int]] = {}
    for number, each in enumerate(known):
        if each.cluster is not None:
            by_cluster.setdefault(each.cluster, []).append(number)
    return list(by_cluster.values())


def _articles(
    project: Project, known: Sequence[Member], found: Sequence[Sequence[int]]
) -> list[list[Article]]:
    """The articles of groups, without their texts."""
    names = [known[number].article_id for each in found for number in each]
    by_id = {each.id: each for each in clusters.without_texts(project, only=names)}
    return [[by_id[known[number].article_id] for number in each] for each in found]


def _by_cluster(known: Iterable[Article]) -> dict[str | None, list[Article]]:
    found: dict[str | None, list[Article]] = {}
    for article in known:
        found.setdefault(article.cluster, []).append(article)
    return found


def _named(found: Sequence[Article]) -> list[Change]:
    """The changes that give all of a cluster the name that most of them have, or a new one."""
    given = [article.cluster for article in found if article.cluster is not None]
    name = max(given, key=given.count) if given else _name_of(found)
    return [_moved(article, name) for article in found if article.cluster != name]


def _name_of(found: Iterable[Article], *, besides: str | None = None) -> str:
    """A name that tells the texts, so that two computers find the same; not that of another."""
    names = sorted(f"c{article.text_sha256[:10]}" for article in found)
    return next(name for name in names if name != besides)


def _moved(article: Article, cluster: str | None) -> Change:
    return Change(article, replace(article, cluster=cluster))


def _kept_apart(
    project: Project, leaving: Iterable[str], staying: Iterable[str], *, annotator: str
) -> tuple[Change, ...]:
    known = {each.key for each in clusters.separations(project)}
    pairs = {(min(one, other), max(one, other)) for one in leaving for other in staying}
    return added(Separation(*pair, annotator) for pair in sorted(pairs - known))


def _nothing_to_part(together: Sequence[Article], *, is_whole: bool) -> str:
    names = ", ".join(each.id for each in together[:3])
    if is_whole:
        return (
            f"{names} {'are' if len(together) > 1 else 'is'} the whole of the cluster. Nothing was "
            "changed. Name only those that are to leave it."
        )
    return (
        f"{names} {'are' if len(together) > 1 else 'is'} in no cluster. Nothing was changed. "
        "List the clusters with: annotator duplicates"
    )
