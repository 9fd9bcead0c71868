"""What follows from a change of annotations: stances, suggestions, and flags of the rules."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Draft, articles_of
from annotator.domain.flag import Flag
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.storage import records
from annotator.storage.project import Project
from annotator.storage.records import RecordsBeside

if TYPE_CHECKING:
    from annotator.operations.entities import Directory


class Ground(Protocol):
    """What must be known to tell what follows: the project, and the sheets as they stand."""

    project: Project
    scheme: Scheme
    annotator: str
    sheet: Sheet | None

    @property
    def directory(self) -> "Directory":
        """The entities of the project."""

    def sheet_of(self, article_id: str) -> Sheet:
        """The work on an article, with what is not on the disk yet."""


def settled(ground: Ground, draft: Draft) -> Draft:
    """The draft without the stances that it makes void, with the flags that the rules raise.

    Suggestions whose annotation it changes are told so. Undoing brings back what was.
    """
    if draft.undoes is not None:
        return _undone(ground, draft)
    for sheet in _sheets_with("stance", ground, draft):
        from annotator.operations import stances

        draft = stances.settled(sheet, ground.scheme, ground.directory, draft)
    for sheet in _sheets_with("suggestion", ground, draft):
        from annotator.operations import suggesting

        draft = suggesting.settled(sheet, draft)
    return _flagged(ground, draft)


def _flagged(ground: Ground, draft: Draft) -> Draft:
    """The draft with the flags that it raises and closes by the rules of the scheme."""
    # The article opens without the rules: they are asked when something is labelled.
    from annotator.operations import rules

    for article_id in _articles(draft):
        if rules.may_touch(ground.scheme, draft, article_id, ground.annotator):
            draft = rules.settled(ground.sheet_of(article_id), ground.scheme, draft)
    for sheet in _dated_otherwise(ground, draft):
        draft = rules.settled(sheet, ground.scheme, draft)
    return draft


def _dated_otherwise(ground: Ground, draft: Draft) -> Iterator[Sheet]:
    """Everybody's work on articles of which something else is known now, such as their date."""
    for change in draft.changes:
        if isinstance(change.before, Article) and isinstance(change.after, Article):
            article_id = change.after.id
            for name in {ground.annotator, *records.layers(ground.project, article_id)}:
                is_own = name == ground.annotator
                project = ground.project
                yield (
                    ground.sheet_of(article_id)
                    if is_own
                    else records.sheet(project, article_id, name)
                )


def _undone(ground: Ground, draft: Draft) -> Draft:
    """The same for what takes a step back: flags in which somebody wrote since stand."""
    from annotator.operations import rules

    for article_id in _articles(draft):
        sheet = ground.sheet_of(article_id)
        if any(flag.is_by_rule for flag in sheet.flags.values()):
            draft = rules.undone(sheet, ground.scheme, draft)
    return draft


def _sheets_with(kind: RecordsBeside, ground: Ground, draft: Draft) -> Iterator[Sheet]:
    """The sheets on which a draft may touch stances or suggestions, the open one and others."""
    shown = ground.sheet
    if shown is not None and (shown.stances if kind == "stance" else shown.suggestions):
        yield shown
    here = shown.article.id if shown is not None else ""
    for article_id in sorted({a for each in draft.changes for a in articles_of(each.record)}):
        if article_id != here and records.has(ground.project, kind, article_id, ground.annotator):
            yield ground.sheet_of(article_id)


def _articles(draft: Draft) -> list[str]:
    """The articles on which a draft changes what a rule may ask about, each once."""
    kinds = (Annotation, Relation, Flag)
    found = (each.record for each in draft.changes if isinstance(each.record, kinds))
    return list(dict.fromkeys(name for record in found for name in articles_of(record)))
