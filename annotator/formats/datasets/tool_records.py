"""What writers of other tools' records share: what is known of an article, and what is lost."""

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.relation import Relation
from annotator.formats.datasets.work import Work
from annotator.formats.datasets.writing import Loss, lost

ONE_PIECE = "It has several fragments, and the format holds one place for each label."
SAID_TWICE = "Another one says the same, and the format does not tell the two apart."
END_LOST = "One of its ends is lost."

FACTS = ("title", "language", "outlet", "published", "url", "licence")
"""What is known of an article beside its text, under our names."""


def facts_of_article(article: Article, *, id_name: str = "id") -> dict[str, str]:
    """The `FACTS` of an article and its id; what is empty is left out."""
    known = {id_name: article.id}
    known |= {name: getattr(article, name) or "" for name in FACTS}
    return {name: value for name, value in known.items() if value}


def in_one_piece(
    work: Work, *, has_ids: bool = False
) -> tuple[list[Annotation], list[Relation], list[Loss]]:
    """The annotations of one fragment, the relations between them, and what is lost.

    Where annotations have no ids, one that says the same as another is that one.
    """
    losses: list[Loss] = []
    kept: dict[object, Annotation] = {}
    for each in work.annotations:
        key = each.id if has_ids else (each.label, each.fragments)
        if len(each.fragments) > 1:
            losses.append(lost(work, each, ONE_PIECE))
        elif kept.setdefault(key, each) is not each:
            losses.append(lost(work, each, SAID_TWICE))
    ids = {each.id for each in kept.values()}
    links: dict[object, Relation] = {}
    for link in work.relations:
        if not ids.issuperset(link.ends):
            losses.append(lost(work, link, END_LOST))
        elif links.setdefault((link.label, link.ends), link) is not link:
            losses.append(lost(work, link, SAID_TWICE))
    return list(kept.values()), list(links.values()), losses
