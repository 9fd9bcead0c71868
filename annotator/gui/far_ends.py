"""The other ends of links between articles: in which article they lie, and their words."""

from collections.abc import Callable
from dataclasses import dataclass

from annotator.domain.errors import UserError
from annotator.domain.relation import Relation
from annotator.domain.scheme import RelationKind, Scheme
from annotator.domain.sheet import Sheet
from annotator.gui.wording import shortened, words_of

_SHOWN_WORDS, _SHOWN_TITLE = 120, 60

SheetOf = Callable[[str], Sheet]
"""Gives the work on an article by its id, as it stands."""


@dataclass(frozen=True, slots=True)
class FarEnd:
    """What a link of one annotation leads to in another article.

    `name` is the link as it reads from the near end, `values` what is said about it.
    """

    article_id: str
    annotation_id: str
    title: str
    words: str
    name: str
    values: str = ""


def far_end(relation: Relation, sheet: Sheet, scheme: Scheme, sheet_of: SheetOf) -> FarEnd:
    """The end of a link between articles that does not lie on a sheet."""
    is_first = relation.article_id == sheet.article.id
    article_id = relation.to_article_id if is_first else relation.article_id
    annotation_id = relation.to_id if is_first else relation.from_id
    kind = scheme.relation(relation.label)
    title, words = article_id, annotation_id
    try:
        other = sheet_of(article_id)
    except UserError:
        pass  # a damaged project: the ids are all there is to say
    else:
        title = other.article.title
        annotation = other.annotations.get(annotation_id)
        words = words_of(annotation, other) if annotation else annotation_id
    return FarEnd(
        article_id,
        annotation_id,
        shortened(title, most=_SHOWN_TITLE),
        shortened(words, most=_SHOWN_WORDS),
        name_from(kind, is_first=is_first) or relation.label,
        values_of(relation, kind),
    )


def name_from(kind: RelationKind | None, *, is_first: bool) -> str:
    """How a kind of link reads from its first end, or from its second."""
    if kind is None:
        return ""
    return kind.name if is_first or not kind.inverse else kind.inverse


def values_of(relation: Relation, kind: RelationKind | None) -> str:
    """What is said about a link, in words: `Incompatible · Who`."""
    names = []
    for attribute_id, value in relation.attributes.items():
        attribute = kind.attribute(attribute_id) if kind else None
        found = attribute.value(str(value)) if attribute else None
        names.append(found.name if found else str(value))
    return " · ".join(names)
