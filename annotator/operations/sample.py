"""What the sample has beside articles and labels: suggestions, and an editor's decisions.

Every screen has something to show from the first day on. The decisions are those that the review
itself would write (`adjudicate`); they are kept as records because the first start should not wait
until fifty of them are made.
"""

import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from annotator import resources
from annotator.domain.annotation import Annotation
from annotator.domain.change import Change, Draft, added
from annotator.domain.people import EDITOR, GOLD, Annotator
from annotator.domain.review import Decision, Side
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.domain.suggestion import SuggestedLink
from annotator.operations.proposing import proposed
from annotator.storage import records
from annotator.storage.project import Project
from annotator.suggestions.boilerplate import SAME_TEXT_AS
from annotator.suggestions.material import Offer

SUGGESTIONS, DECISIONS = "suggestions.jsonl", "decisions.jsonl"
_PLAIN = ("id", "label", "choice", "taken", "reason", "by", "scheme", "revision", "is_of_article")


def suggestions(project: Project, scheme: Scheme, annotator: str) -> Draft:
    """The draft that offers an annotator what the sample proposes, as far as the scheme has it."""
    changes: list[Change] = []
    sheets: dict[str, Sheet] = {}
    by_engine = groupby(_entries(SUGGESTIONS), key=itemgetter("article", "engine"))
    for (article_id, engine), group in by_engine:
        sheet = sheets.get(article_id) or records.sheet(project, article_id, annotator)
        made = proposed(sheet, scheme, engine, map(_offer, group)).changes
        sheets[article_id] = sheet.after(made)
        changes += made
    return Draft(f"Suggest {len(changes)} labels", tuple(changes), is_undoable=False)


def decisions(project: Project) -> Draft:
    """The draft with what the editor of the sample decided, where the labels came in as they are.

    A scheme that lacks some of them leaves nothing to decide about.
    """
    made = [_decision(entry) for entry in _entries(DECISIONS)]
    golden = {each.id for each in made if any(each.results) and not each.is_of_article}
    there = {each.id for name in {e.article_id for e in made} for each in _gold(project, name)}
    if golden != there:
        return Draft("Nothing", ())
    known = {each.id for each in records.annotators(project)}
    editors = sorted({each.by for each in made} - known)
    people = [Annotator(name, name, EDITOR) for name in editors]
    return Draft("Decide differences", added([*people, *made]), is_undoable=False)


def _gold(project: Project, article_id: str) -> Iterable[Annotation]:
    return records.sheet(project, article_id, GOLD).annotations.values()


def _entries(name: str) -> list[dict[str, Any]]:
    text = resources.path("sample", name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def _decision(entry: Mapping[str, Any]) -> Decision:
    sides = [Side(each["annotator"], each["span"], each["digest"]) for each in entry["sides"]]
    kinds, results = tuple(entry["kinds"]), tuple(entry["results"])
    own = {each: entry[each] for each in _PLAIN}
    return Decision(
        article_id=entry["article"], kinds=kinds, results=results, sides=tuple(sides), **own
    )


def _offer(entry: Mapping[str, Any]) -> Offer:
    repeats = entry.get("repeats")
    return Offer(
        entry["label"],
        tuple(Span(*place) for place in entry["fragments"]),
        entry["reason"],
        entry["confidence"],
        entry["attributes"],
        SuggestedLink(SAME_TEXT_AS, far=Span(*repeats)) if repeats else None,
    )
