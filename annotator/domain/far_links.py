"""Relations between articles as several people have them: who has one, and who could have.

What two people have in another article means the same there if an editor decided so. As long as
nobody did, a relation that leads there cannot be compared.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from annotator.domain.relation import Relation
from annotator.domain.sheet import Sheet


class FarEnd(NamedTuple):
    """What was decided on at the other end of a relation, and whose annotations that was about."""

    name: str
    people: frozenset[str]
    words: str = ""


class FarLink(NamedTuple):
    """A relation between a case of this article, by its number, and something in another one."""

    label: str
    case: int
    far: str
    is_leaving: bool


FarEnds = Mapping[tuple[str, str, str], FarEnd]
"""The far ends by article, annotator and annotation."""


def far_end_of(relation: Relation, article_id: str) -> tuple[str, str, bool]:
    """Article and annotation at the other end, and whether the relation leaves this article."""
    if relation.article_id == article_id:
        return relation.to_article_id, relation.to_id, True
    return relation.article_id, relation.from_id, False


def far_links(
    sheets: Sequence[Sheet], number_of: Callable[[str, str], int | None], ends: FarEnds
) -> dict[FarLink, dict[str, FarEnd]]:
    """The relations that can be compared, and who has them."""
    found: dict[FarLink, dict[str, FarEnd]] = {}
    for sheet in sheets:
        for relation in between_articles(sheet):
            article_id, far_id, is_leaving = far_end_of(relation, sheet.article.id)
            end = ends.get((article_id, sheet.annotator, far_id))
            own = relation.from_id if is_leaving else relation.to_id
            number = number_of(sheet.annotator, own)
            if end is not None and number is not None:
                link = FarLink(relation.label, number, end.name, is_leaving)
                found.setdefault(link, {})[sheet.annotator] = end
    return found


def disputed(
    links: Mapping[FarLink, Mapping[str, FarEnd]], members: Sequence[Mapping[str, object]]
) -> dict[int, list[FarLink]]:
    """Relations that some of those who could have made them did not make, by case."""
    found: dict[int, list[FarLink]] = {}
    for link, has in links.items():
        if len(has) < len(able(link, has, members[link.case])):
            found.setdefault(link.case, []).append(link)
    return found


def able(link: FarLink, has: Mapping[str, FarEnd], members: Mapping[str, object]) -> frozenset[str]:
    """Who could have made a relation, having annotations at both of its ends."""
    people = next((end.people for end in has.values() if end.name == link.far), frozenset())
    return people & frozenset(members)


def between_articles(sheet: Sheet) -> Iterator[Relation]:
    """The relations of a sheet with other articles."""
    return (each for each in sheet.relations.values() if each.is_between_articles)
