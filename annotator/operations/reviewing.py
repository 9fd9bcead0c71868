"""Opening an article for adjudication, as the project has it."""

import json
from collections.abc import Callable, Mapping, Sequence

from annotator.domain.adjudication import Adjudication, Sampling
from annotator.domain.annotation import Annotation
from annotator.domain.change import Change, Draft
from annotator.domain.errors import UserError
from annotator.domain.far_links import FarEnd, between_articles, far_end_of
from annotator.domain.people import GOLD
from annotator.domain.progress import FINISHED, Progress
from annotator.domain.review import Decision
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.operations import library
from annotator.storage import articles, records, reviews
from annotator.storage.project import Project

_KEY = "article_id = ? AND annotator = ? AND id = ?"
SAMPLING = "sampling"
"""Under which name a project keeps how much of one person's work is looked at."""


def adjudication(
    project: Project,
    scheme: Scheme,
    article_id: str,
    *,
    waiting: Sequence[Draft] = (),
    entity_of: Callable[[str], str] = str,
) -> Adjudication:
    """What everybody finished on an article, compared, with what is not on the disk yet.

    Raises:
        UserError: there is no such article.
    """
    article = articles.get(project, article_id)
    changes = [change for draft in waiting for change in draft.changes]
    names = _finished(project, article_id, changes)
    sheets = [records.sheet_of(project, article, name).after(changes) for name in names]
    gold = records.sheet_of(project, article, GOLD).after(changes)
    decisions = {each.id: each for each in reviews.decisions(project, article_id)}
    for change in changes:
        record = change.record
        if isinstance(record, Decision) and record.article_id == article_id:
            decisions.pop(record.id, None)
            if change.after is not None:
                decisions[record.id] = record
    sampling = sampling_of(project)
    return Adjudication.of(
        scheme,
        sheets,
        gold,
        decisions.values(),
        sampling=sampling,
        entity_of=entity_of,
        far=_far_ends(project, sheets),
    )


def _far_ends(project: Project, sheets: Sequence[Sheet]) -> dict[tuple[str, str, str], FarEnd]:
    """What relations with other articles lead to, where it is decided what that is."""
    ends = {
        (*far_end_of(relation, sheet.article.id)[:1], sheet.annotator,
         far_end_of(relation, sheet.article.id)[1])
        for sheet in sheets
        for relation in between_articles(sheet)
    }  # fmt: skip
    found = {}
    for article_id in sorted({article_id for article_id, *_ in ends}):
        for decision in reviews.decisions(project, article_id):
            authors = {s.annotator: s.annotation_id for s in decision.sides if s.annotation_id}
            for name, annotation_id in authors.items():
                key = (article_id, name, annotation_id)
                if key in ends:
                    held = records.select(project, Annotation, _KEY, key)
                    words = held[0].text if held else ""
                    people = frozenset(authors)
                    found[key] = FarEnd(f"{article_id}\n{decision.id}", people, words)
    return found


def _finished(project: Project, article_id: str, changes: Sequence[Change]) -> list[str]:
    """Who finished an article, by what is on the disk and what is on its way there."""
    names = set(reviews.finished_by(project, article_id))
    for change in changes:
        record = change.record
        if isinstance(record, Progress) and record.article_id == article_id:
            is_done = change.after is not None and record.status == FINISHED
            (names.add if is_done else names.discard)(record.annotator)
    return sorted(names - {GOLD})


def sampling_of(project: Project) -> Sampling:
    """How much of one person's work is looked at."""
    told = records.choice(project, SAMPLING)
    held = json.loads(told) if told else {}
    return Sampling({str(name): float(rate) for name, rate in held.items()})


def set_sampling(project: Project, rates: Mapping[str, float]) -> Draft:
    """Settle how much is looked at, by annotator and label; see `Sampling`.

    Raises:
        UserError: a rate is not between 0 and 1.
    """
    if not all(0 <= rate <= 1 for rate in rates.values()):
        raise UserError("A share lies between 0 and 100 percent. Nothing was changed.")
    return library.chosen(project, SAMPLING, json.dumps(dict(rates), sort_keys=True))
