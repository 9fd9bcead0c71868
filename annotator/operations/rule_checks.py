"""Asking the rules where work comes in otherwise than by a key: by imports and by commands."""

from collections.abc import Callable, Iterator, Sequence

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Change, Draft
from annotator.domain.people import GOLD
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.operations import rules
from annotator.storage import articles, records
from annotator.storage.project import Project

MOST_CHANGES = 1_000
"""How many flags one step raises at most."""

Layer = tuple[str, str]
"""An article and whose work on it, by id."""


def settled(project: Project, scheme: Scheme, draft: Draft) -> Draft:
    """A draft with the flags that it raises and closes, in everybody's work that it touches."""
    for article_id, name in _layers(project, draft):
        draft = rules.settled(records.sheet(project, article_id, name), scheme, draft)
    return draft


def of_layers(
    project: Project,
    scheme: Scheme,
    layers: Sequence[Layer],
    *,
    report: Callable[[int], bool] = lambda _: True,
) -> Iterator[Draft]:
    """The drafts that raise and close the flags of whole layers, such as an import brought.

    `report` hears how many were asked about and ends it when it answers false.
    """
    changes: list[Change] = []
    for number, (article_id, name) in enumerate(layers, start=1):
        changes += rules.checked(records.sheet(project, article_id, name), scheme).changes
        if len(changes) >= MOST_CHANGES:
            yield _draft(changes)
            changes = []
        if not report(number):
            break
    if changes:
        yield _draft(changes)


def _draft(changes: Sequence[Change]) -> Draft:
    return Draft(rules.CHECK, tuple(changes), is_undoable=False)


def _layers(project: Project, draft: Draft) -> list[Layer]:
    """Whose work on which article of the project a draft touches; a date touches everybody's."""
    found: set[Layer] = set()
    for change in draft.changes:
        record = change.record
        if isinstance(record, Annotation):
            found.add((record.article_id, record.annotator))
        elif isinstance(record, Relation):
            ends = (record.article_id, record.to_article_id)
            found |= {(article_id, record.annotator) for article_id in ends}
        elif isinstance(record, Article) and change.before is not None:
            found |= {(record.id, name) for name in records.layers(project, record.id)}
    known = articles.known(project) if found else {}
    return sorted(layer for layer in found if layer[0] in known and layer[1] != GOLD)
