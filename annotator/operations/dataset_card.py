"""`README.md`: the card of a dataset, with the head that the Hugging Face library reads."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from annotator.formats.datasets.work import Setting
from annotator.formats.datasets.writing import DatasetWriter
from annotator.operations.export_plan import ExportPlan


def card(
    plan: ExportPlan, setting: Setting, writer: DatasetWriter, counts: Mapping[str, Any]
) -> bytes:
    """The card of a dataset."""
    lines = [*_head(setting, writer), "", *_body(plan, setting, writer, counts)]
    return ("\n".join(lines) + "\n").encode()


def _head(setting: Setting, writer: DatasetWriter) -> Iterator[str]:
    yield "---"
    if writer.features is not None:
        yield "dataset_info:"
        yield "  features:"
        yield from _yaml(writer.features, "  ")
    names = [path.relative_to(writer.folder).as_posix() for path in writer.paths]
    if names:
        yield "configs:"
        yield "- config_name: default"
        yield "  data_files:"
        for split, name in zip(setting.splits or ("train",), names, strict=False):
            yield f"  - split: {split}"
            yield f"    path: {name}"
    yield "---"


def _yaml(value: object, indent: str) -> Iterator[str]:
    """Plain lists and mappings as block YAML; what is no plain word is quoted as in JSON."""
    if isinstance(value, Mapping):
        for key, held in value.items():
            name = json.dumps(key) if str(key).isdigit() else key
            if isinstance(held, Mapping | list):
                yield f"{indent}{name}:"
                yield from _yaml(held, indent if isinstance(held, list) else f"{indent}  ")
            else:
                yield f"{indent}{name}: {json.dumps(held, ensure_ascii=False)}"
    elif isinstance(value, Sequence):
        for held in value:
            first, *rest = _yaml(held, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest


def _body(
    plan: ExportPlan, setting: Setting, writer: DatasetWriter, counts: Mapping[str, Any]
) -> Iterator[str]:
    yield f"# {setting.scheme.title}"
    yield ""
    yield f"{counts['lines']:,} records about {counts['articles']:,} articles."
    yield ""
    for note in writer.notes:
        yield f"- {note}"
    yield ""
    yield "Made with:"
    yield ""
    yield f"    {plan.command()}"
