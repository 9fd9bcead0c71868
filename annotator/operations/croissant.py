"""`croissant.json`: a dataset described for machines, after MLCommons Croissant 1.0.

Written here, since the library for it brings pandas, SciPy and a graph database along.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from annotator import __version__
from annotator.formats.datasets.work import Setting
from annotator.formats.datasets.writing import DatasetWriter
from annotator.operations.dataset_contents import Contents
from annotator.operations.destination import digest

MOST_FILES = 100
"""A dataset of more data files than this is described by its manifest alone."""

_TYPES = {
    "jsonl": "application/jsonlines",
    "json": "application/json",
    "parquet": "application/x-parquet",
    "csv": "text/csv",
    "xml": "application/xml",
    "conll": "text/plain",
    "txt": "text/plain",
}
_DATA_TYPES = {"string": "sc:Text", "int64": "sc:Integer", "float64": "sc:Float"}
_RECORDS = ("jsonl", "parquet", "csv")

_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def croissant(
    setting: Setting, writer: DatasetWriter, contents: Contents, *, day: str
) -> bytes | None:
    """The description of the data files of a draft folder; None for very many of them.

    `day` is that of the last change of the project, so that the same project gives the same bytes.
    """
    paths = writer.paths
    if len(paths) > MOST_FILES or not paths:
        return None
    described: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": f"{setting.scheme.id}-{setting.layer}",
        "description": (
            f"{setting.scheme.title}: {contents.articles:,} news articles with "
            f"{contents.annotations:,} annotations, scheme {setting.scheme.id} revision "
            f"{setting.scheme.revision}."
        ),
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "citeAs": f"{setting.scheme.title}, revision {setting.scheme.revision}",
        "license": sorted(contents.licences),
        "version": f"{setting.scheme.revision}.0.0",
        "datePublished": day,
        "creator": {"@type": "sc:Organization", "name": f"annotator {__version__}"},
        "distribution": [_file(writer, path) for path in paths],
        "recordSet": [each for path in paths for each in _records(writer, path)],
    }
    if contents.first_day:
        described["temporalCoverage"] = f"{contents.first_day}/{contents.last_day}"
    return orjson.dumps(described, option=orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2) + b"\n"


def _file(writer: DatasetWriter, path: Path) -> dict[str, Any]:
    name = path.relative_to(writer.folder).as_posix()
    return {
        "@type": "cr:FileObject",
        "@id": name,
        "name": name,
        "contentUrl": name,
        "contentSize": f"{path.stat().st_size} B",
        "encodingFormat": _TYPES.get(writer.suffix, "application/octet-stream"),
        "sha256": writer.digests.get(path) or digest(path),
    }


def _records(writer: DatasetWriter, path: Path) -> Iterator[dict[str, Any]]:
    """The plain columns of one file; what is nested is described by the card."""
    fields = [
        {"name": each["name"], "dtype": _data_type(each)}
        for each in writer.columns
        if _data_type(each)
    ]
    if writer.suffix not in _RECORDS or not fields or not path.stat().st_size:
        return
    name, stem = path.relative_to(writer.folder).as_posix(), path.stem
    yield {
        "@type": "cr:RecordSet",
        "@id": stem,
        "name": stem,
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{stem}/{each['name']}",
                "name": f"{stem}/{each['name']}",
                "dataType": each["dtype"],
                "source": {"fileObject": {"@id": name}, "extract": {"column": each["name"]}},
            }
            for each in fields
        ],
    }


def _data_type(feature: Mapping[str, Any]) -> str:
    """What a plain column holds; empty for lists and parts. Numbers stand for names of classes."""
    dtype = feature.get("dtype")
    return "sc:Integer" if isinstance(dtype, Mapping) else _DATA_TYPES.get(str(dtype), "")
