"""Suggestions for the sample project, so that there is something to decide on the first day."""

import json
from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from annotator import resources
from annotator.domain.change import Change, Draft
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.domain.suggestion import SuggestedLink
from annotator.operations.proposing import proposed
from annotator.storage import records
from annotator.storage.project import Project
from annotator.suggestions.boilerplate import SAME_TEXT_AS
from annotator.suggestions.material import Offer

FILE = "suggestions.jsonl"


def suggestions(project: Project, scheme: Scheme, annotator: str) -> Draft:
    """The draft that offers an annotator what the sample proposes, as far as the scheme has it."""
    text = resources.path("sample", FILE).read_text(encoding="utf-8")
    entries = [json.loads(line) for line in text.splitlines()]
    changes: tuple[Change, ...] = ()
    for (article_id, engine), group in groupby(entries, key=itemgetter("article", "engine")):
        sheet = records.sheet(project, article_id, annotator).after(changes)
        changes += proposed(sheet, scheme, engine, map(_offer, group)).changes
    return Draft(f"Suggest {len(changes)} labels", changes, is_undoable=False)


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
