"""Writing a dataset: whole or not at all, and proved by reading it back."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from annotator import __version__
from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.entity import Entity
from annotator.domain.errors import UserError
from annotator.domain.flag import Flag
from annotator.domain.people import GOLD
from annotator.domain.progress import ADJUDICATED, FINISHED, IN_PROGRESS, ArticleLabel, Progress
from annotator.domain.relation import Relation
from annotator.domain.review import Verdict
from annotator.domain.scheme import Scheme
from annotator.domain.stance import Stance
from annotator.formats.datasets import jsonl
from annotator.operations.bulk import without_cycle_search
from annotator.operations.destination import Destination
from annotator.operations.library import scheme_of
from annotator.storage import articles, records
from annotator.storage.project import Project
from annotator.storage.rows import TABLES, Row
from annotator.storage.streams import RowStream, Stream

RAW = "raw"
OPEN = "open"

_LABEL = TABLES[Annotation.kind].columns.index("label")
_FROM, _TO = map(TABLES[Relation.kind].columns.index, ("article_id", "to_article_id"))

Report = Callable[[int, int], bool]
"""Told how many articles of how many are written; false means stop."""


@dataclass(slots=True)
class ExportReport:
    """What was written."""

    lines: int = 0
    articles: int = 0
    annotations: int = 0
    relations: int = 0
    files: tuple[Path, ...] = ()
    labels: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Layer:
    """One line to be: what one annotator left on one article."""

    annotator: str
    status: str
    annotations: list[Row]
    relations: list[Row]
    flags: list[Flag]
    verdicts: list[Verdict]
    stances: list[Stance]
    labels: list[ArticleLabel]


def export_jsonl(
    project: Project,
    destination: Path,
    *,
    layer: str = RAW,
    only_finished: bool = False,
    is_replacing: bool = False,
    report_progress: Report | None = None,
) -> ExportReport:
    """Write the reference record of a layer: `raw`, `gold`, or one annotator's name.

    A destination with a suffix is a file, with its manifest, links and entities beside it; one
    without is a folder with `data.jsonl`, `links.jsonl`, `entities.jsonl` and `manifest.json`.
    Files get their names only when all are written, read back and proved.

    Raises:
        UserError: the destination exists or cannot be written, the layer does not exist, an
            annotation does not match its text, or the person stopped it. Nothing is left behind.
    """
    _check_layer(project, layer)
    places = Destination.of(destination)
    places.check_free(project.path, is_replacing=is_replacing)
    scheme = scheme_of(project)
    with without_cycle_search(), places.drafts() as drafts, project.snapshot():
        report = _write_data(project, scheme, drafts.data, layer, only_finished, report_progress)
        between = _write_links(project, drafts.links, layer)
        report.relations += between
        proof = jsonl.verify(drafts.data)
        if (proof.records, proof.annotations) != (report.lines, report.annotations):
            raise UserError(
                "The file read back is not the one written. Nothing was exported. "
                "Check the disk and try again."
            )
        options = {"layer": layer, "only_finished": only_finished}
        files = [(places.data, drafts.data, proof.sha256)]
        described = _write_entities(project, drafts.entities)
        if between:
            files.append((places.links, drafts.links, _sha256(drafts.links)))
        if described:
            files.append((places.entities, drafts.entities, _sha256(drafts.entities)))
        manifest = _manifest(report, scheme, options, files)
        drafts.manifest.write_bytes(manifest)
        report.files = places.publish(drafts)
    return report


def _check_layer(project: Project, layer: str) -> None:
    known = {each.id for each in records.annotators(project)}
    if layer in (RAW, GOLD) or layer in known:
        return
    names = ", ".join(sorted(known)) or "nobody yet"
    raise UserError(
        f"There is no layer “{layer}”. Nothing was exported. "
        f"Choose raw, gold, or one annotator of: {names}."
    )


def _write_data(
    project: Project,
    scheme: Scheme,
    path: Path,
    layer: str,
    only_finished: bool,  # noqa: FBT001 - private, and named at its one call
    report_progress: Report | None,
) -> ExportReport:
    report = ExportReport()
    name = jsonl.SchemeName(scheme.id, scheme.revision, scheme.sha256)
    total = articles.count(project)
    with path.open("wb") as file:
        for number, (article, layers) in enumerate(_layers(project), start=1):
            wanted = [each for each in layers if _is_wanted(each, layer, only_finished)]
            for each in wanted:
                file.write(_line(article, each, name))
                report.lines += 1
                report.annotations += len(each.annotations)
                report.relations += sum(row[_FROM] == row[_TO] for row in each.relations)
                report.labels.update(row[_LABEL] for row in each.annotations)
            report.articles += bool(wanted)
            if report_progress and not report_progress(number, total):
                raise UserError("The export was stopped. Nothing was written.")
    return report


def _layers(project: Project) -> Iterator[tuple[Article, list[_Layer]]]:
    """Each article with what each annotator left on it, in the order of ids."""
    # As records these two, by far the most, would take half the time.
    annotated = RowStream(project, Annotation.kind)
    related = RowStream(project, Relation.kind)
    flagged = Stream(project, Flag)
    judged = Stream(project, Verdict)
    held = Stream(project, Stance)
    labelled = Stream(project, ArticleLabel)
    states = Stream(project, Progress)
    for article in articles.each(project):
        annotations = annotated.of(article.id)
        relations = related.of(article.id)
        flags = flagged.of(article.id)
        verdicts = judged.of(article.id)
        stances = held.of(article.id)
        labels = labelled.of(article.id)
        status = {name: each[0].status for name, each in states.of(article.id).items()}
        names = {*annotations, *flags, *verdicts, *stances, *labels, *status}
        layers = [
            _Layer(
                name,
                status.get(name, IN_PROGRESS),
                annotations.get(name, []),
                relations.get(name, []),
                flags.get(name, []),
                verdicts.get(name, []),
                stances.get(name, []),
                labels.get(name, []),
            )
            for name in sorted(names)
        ]
        # An article that nobody touched comes as text only, so that nothing is lost on the way.
        yield article, layers or [_Layer("", OPEN, [], [], [], [], [], [])]


def _is_wanted(layer: _Layer, wanted: str, only_finished: bool) -> bool:  # noqa: FBT001 - private
    if wanted == GOLD:
        return layer.annotator == GOLD and layer.status == ADJUDICATED
    is_layer = layer.annotator != GOLD if wanted == RAW else layer.annotator == wanted
    return is_layer and (not only_finished or layer.status in (FINISHED, ADJUDICATED))


def _line(article: Article, layer: _Layer, scheme: jsonl.SchemeName) -> bytes:
    return jsonl.line(
        article,
        annotator=layer.annotator,
        status=layer.status,
        scheme=scheme,
        annotation_rows=layer.annotations,
        relation_rows=layer.relations,
        flags=layer.flags,
        verdicts=layer.verdicts,
        stances=layer.stances,
        labels=layer.labels,
    )


def _write_links(project: Project, path: Path, layer: str) -> int:
    links = records.select(project, Relation, "article_id <> to_article_id")
    wanted = [
        each
        for each in links
        if (each.annotator != GOLD if layer == RAW else each.annotator == layer)
    ]
    path.write_bytes(b"".join(jsonl.link_line(each) for each in wanted))
    return len(wanted)


def _write_entities(project: Project, path: Path) -> int:
    entities = records.select(project, Entity)
    path.write_bytes(b"".join(jsonl.entity_line(each) for each in entities))
    return len(entities)


def _manifest(
    report: ExportReport,
    scheme: Scheme,
    options: dict[str, object],
    files: list[tuple[Path, Path, str]],
) -> bytes:
    manifest = {
        "schema": "annotator/1",
        "program": f"annotator {__version__}",
        "format": "jsonl",
        "offset_unit": "codepoint",
        "options": options,
        "scheme": {"id": scheme.id, "revision": scheme.revision, "sha256": scheme.sha256},
        "counts": {
            "lines": report.lines,
            "articles": report.articles,
            "annotations": report.annotations,
            "relations": report.relations,
            "labels": dict(report.labels),
        },
        "files": [
            {"name": path.name, "bytes": draft.stat().st_size, "sha256": sha256}
            for path, draft, sha256 in files
        ],
    }
    return orjson.dumps(manifest, option=orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2) + b"\n"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
