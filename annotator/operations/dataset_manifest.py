"""`manifest.json`: what a dataset was made of, so that it can be checked and made again."""

from collections.abc import Callable, Mapping

import orjson

from annotator import __version__
from annotator.formats.datasets.work import Setting
from annotator.formats.datasets.writing import DatasetWriter
from annotator.operations.destination import digest, names_in
from annotator.operations.export_plan import ExportPlan


def manifest(
    plan: ExportPlan,
    setting: Setting,
    writer: DatasetWriter,
    counts: Mapping[str, object],
    file_name: Callable[[str], str],
) -> bytes:
    """The manifest of a draft folder whose other files are all written.

    `file_name` gives what a file of the draft will be called. The same project and plan give the
    same bytes: no date, no folder of this machine.
    """
    known = {path.relative_to(writer.folder).as_posix(): d for path, d in writer.digests.items()}
    told = {
        "schema": "annotator/1",
        "program": f"annotator {__version__}",
        "format": plan.format_id,
        "offset_unit": plan.format.offset_unit.replace("code points", "codepoint"),
        "options": plan.as_json() | writer.options,
        "command": plan.command(),
        "scheme": {
            "id": setting.scheme_name.id,
            "revision": setting.scheme_name.revision,
            "sha256": setting.scheme_name.sha256,
        },
        "counts": counts,
        "files": [
            {
                "name": file_name(name),
                "bytes": (writer.folder / name).stat().st_size,
                "sha256": known.get(name) or digest(writer.folder / name),
            }
            for name in names_in(writer.folder)
        ],
    }
    return orjson.dumps(told, option=orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2) + b"\n"
