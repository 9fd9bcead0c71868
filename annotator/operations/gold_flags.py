"""The flags of the layer `gold`: those of annotators that are open when it is complete."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from annotator.domain.adjudication import Adjudication
from annotator.domain.annotation import Annotation
from annotator.domain.change import Change
from annotator.domain.flag import CLOSED, SENT_BACK, Flag
from annotator.domain.people import GOLD


def brought(state: Adjudication) -> list[Change]:
    """What brings the flags that are not closed along; those that are there already stay."""
    return [Change(None, flag) for flag in _wanted(state) if flag.id not in state.gold.flags]


def _wanted(state: Adjudication) -> Iterator[Flag]:
    """Flags of the annotators that are not closed, on what came into the layer."""
    results = {
        (side.annotator, side.annotation_id): decision.results
        for decision in state.decisions.values()
        for side in decision.sides
        if side.annotation_id is not None
    }
    known: set[tuple[object, ...]] = set()
    for sheet in state.sheets:
        for flag in sheet.flags.values():
            ends = results.get((sheet.annotator, flag.target_id), ()) if flag.target_id else ()
            is_lost = flag.target_id is not None and not ends
            target = ends[0] if ends else None
            same = (target, flag.reason, flag.fragments)
            if flag.state == CLOSED or flag.reason == SENT_BACK or is_lost or same in known:
                continue
            known.add(same)
            name = _copied(sheet.annotator, flag)
            yield replace(flag, id=name, annotator=GOLD, target_id=target)


def _copied(annotator: str, flag: Flag) -> str:
    return hashlib.sha256(f"{annotator}\n{flag.id}".encode()).hexdigest()[:16]


def plain_copies(state: Adjudication) -> Iterator[Flag]:
    """The flags of the layer in which nobody has said more than in those they were copied from."""
    sources = {_copied(s.annotator, flag): flag for s in state.sheets for flag in s.flags.values()}
    for flag in state.gold.flags.values():
        source = sources.get(flag.id)
        said = source.messages if source is not None else ()
        if flag.state != CLOSED and set(flag.messages) <= set(said):
            yield flag


def loosened(state: Adjudication, name: str, golden: Annotation | None) -> Iterator[Change]:
    """Flags on what goes from the layer, put on its words: what an editor said of it stays."""
    before = state.gold.annotations.get(name)
    if before is not None and golden is None:
        for flag in state.gold.flags_of(name):
            loose = replace(flag, target_id=None, fragments=before.fragments, text=before.text)
            yield Change(flag, loose)
