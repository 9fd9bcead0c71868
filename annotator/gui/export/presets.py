"""The presets of the export screen, and plans as the window keeps them between two days."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from annotator.domain.errors import UserError
from annotator.domain.people import GOLD
from annotator.formats.datasets.work import AGGREGATE, RAW
from annotator.operations.export_plan import ExportPlan, SplitPlan
from annotator.operations.splits import parsed_shares


class Preset(NamedTuple):
    """One line of presets: its name, and the layer and limits it stands for."""

    name: str
    layer: str
    only_finished: bool


MINE = "mine"
"""Stands for the annotator at work."""

PRESETS = (
    Preset("Gold", GOLD, only_finished=False),
    Preset("Votes of all", AGGREGATE, only_finished=True),
    Preset("My annotations", MINE, only_finished=False),
    Preset("Everything", RAW, only_finished=False),
)


def chosen(number: int, plan: ExportPlan, annotator: str) -> ExportPlan:
    """A plan with the layer of a preset, all else as it was."""
    preset = PRESETS[number]
    layer = annotator if preset.layer == MINE else preset.layer
    return replace(plan, layer=layer, only_finished=preset.only_finished)


def number_of(plan: ExportPlan, annotator: str) -> int:
    """Which preset a plan's layer is; -1 for none."""
    layers = [annotator if each.layer == MINE else each.layer for each in PRESETS]
    return layers.index(plan.layer) if plan.layer in layers else -1


def held(plan: ExportPlan) -> dict[str, object]:
    """A plan as plain values, to be kept."""
    told = plan.as_json()
    shares = ",".join(f"{name}={share:g}" for name, share in plan.split.shares)
    return {"format": plan.format_id, "layer": plan.layer, "shares": shares} | {
        name: told[name]
        for name in (
            "only_finished", "seed", "text", "boilerplate", "names", "licences", "labels", "omit",
        )
    } | {"split_by": plan.split.by, "classify": plan.classify}  # fmt: skip


def plan_of(kept: object) -> ExportPlan | None:
    """The plan that was kept; None where it makes no sense any more."""
    if not isinstance(kept, Mapping):
        return None
    try:
        split = SplitPlan(
            parsed_shares(str(kept["shares"])), str(kept["split_by"]), int(kept["seed"])
        )
        plan = ExportPlan(
            str(kept["format"]),
            str(kept["layer"]),
            only_finished=bool(kept["only_finished"]),
            split=split,
            text=kept["text"],
            drops_boilerplate=kept["boilerplate"] == "drop",
            has_real_names=kept["names"] == "real",
            licences=tuple(map(str, kept["licences"])),
            labels=tuple(map(str, kept["labels"])),
            omitted=tuple(map(str, kept["omit"])),
            classify=str(kept["classify"]),
        )
        plan.format  # noqa: B018 - raises where the format is gone
    except (LookupError, TypeError, ValueError, OverflowError, UserError):
        return None
    return plan
