"""What the scheme allows of relations that arrive: whether their ends are there and may join."""

from array import array
from collections.abc import Mapping, Sequence

from annotator.domain.json import Json
from annotator.domain.relation import Relation
from annotator.domain.scheme import Label, RelationKind, Scheme
from annotator.storage.project import Project


class Ends:
    """The annotations of a project and those that came just now, for links between articles.

    Of the latter only eight bytes each are kept: millions may come, and few have links.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._marks: array[int] = array("q")
        self._known: set[int] = set()

    def add(self, article_id: str, labels: Mapping[tuple[str, str], str]) -> None:
        """Note annotations that come in: the label of each annotator and id."""
        self._marks.extend([hash((article_id, *key, label)) for key, label in labels.items()])

    def labels_of(self, link: Relation, scheme: Scheme) -> list[str | None]:
        """The labels at the two ends of a link, None where there is no such annotation."""
        return [
            self._label(link.article_id, link.annotator, link.from_id, scheme),
            self._label(link.to_article_id, link.annotator, link.to_id, scheme),
        ]

    def _label(self, article_id: str, annotator: str, end: str, scheme: Scheme) -> str | None:
        rows = self._project.rows(
            "SELECT label FROM annotation WHERE article_id = ? AND annotator = ? AND id = ?",
            (article_id, annotator, end),
        )
        if rows:
            return str(rows[0][0])
        if len(self._known) < len(self._marks):
            self._known = set(self._marks)
        labels = (label.id for label in scheme.labels)
        return next(
            (e for e in labels if hash((article_id, annotator, end, e)) in self._known), None
        )


def without_faulty(
    attributes: Mapping[str, Json], kind: Label | RelationKind | None
) -> dict[str, Json]:
    """The attributes that the scheme allows for a label or a relation."""
    return {
        name: value
        for name, value in attributes.items()
        if kind and (attribute := kind.attribute(name)) and not attribute.problem_with(value)
    }


def problem_with_link(relation: Relation, scheme: Scheme, ends: Sequence[str | None]) -> str | None:
    """Why a relation cannot join annotations with these labels; None among them: not there."""
    kind = scheme.relation(relation.label)
    if kind is None:
        return f"The scheme has no relation “{relation.label}”."
    names = (relation.from_id, relation.to_id)
    lost = sorted(name for name, label in zip(names, ends, strict=True) if label is None)
    if lost:
        return f"{relation.id} hangs on {', '.join(lost)}, which did not come in."
    first, second = (label or "" for label in ends)
    if not kind.allows(first, second):
        return f"{relation.id}: “{relation.label}” cannot lead from {first} to {second}."
    return None
