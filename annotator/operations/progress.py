"""What an annotator says of an article as a whole: done, its genre, its tone."""

from annotator.domain.change import Change, Draft
from annotator.domain.errors import UserError
from annotator.domain.progress import FINISHED, IN_PROGRESS, ArticleLabel, Progress
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.operations.annotate import begun


def finish(sheet: Sheet) -> Draft:
    """Say that the article is done; one without claims counts as a decision too."""
    return _set_status(sheet, "Article done", FINISHED)


def reopen(sheet: Sheet) -> Draft:
    """Say that the article is not done after all."""
    return _set_status(sheet, "Reopen article", IN_PROGRESS)


def set_article_label(sheet: Sheet, scheme: Scheme, label_id: str, value: str | None) -> Draft:
    """Label the whole article; None takes the value away.

    Raises:
        UserError: the scheme has no such label or value.
    """
    kind = scheme.article_label(label_id)
    if kind is None or (value is not None and kind.value(value) is None):
        raise UserError(
            f"The scheme has no {label_id} “{value}” for articles. Nothing was changed."
        )
    before = sheet.labels.get(label_id)
    after = ArticleLabel(sheet.article.id, sheet.annotator, label_id, value) if value else None
    changes = () if before == after else (Change(before, after),)
    return begun(sheet, Draft(f"Set {kind.name}", changes)) if changes else Draft("Nothing", ())


def _set_status(sheet: Sheet, name: str, status: str) -> Draft:
    after = Progress(sheet.article.id, sheet.annotator, status)
    return Draft(name, () if sheet.progress == after else (Change(sheet.progress, after),))
