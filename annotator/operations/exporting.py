"""Writing a dataset: whole or not at all, and proved by reading it back."""

import contextlib
import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from annotator import __version__
from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.errors import UserError
from annotator.domain.flag import Flag
from annotator.domain.identity import new_id
from annotator.domain.people import GOLD
from annotator.domain.progress import ADJUDICATED, FINISHED, IN_PROGRESS, ArticleLabel, Progress
from annotator.domain.relation import Relation
from annotator.domain.review import Verdict
from annotator.domain.scheme import Scheme
from annotator.formats.datasets import jsonl
from annotator.operations.bulk import without_cycle_search
from annotator.operations.importing import LINKS_FILE, MANIFEST_FILE
from annotator.operations.library import scheme_of
from annotator.storage import articles, records
from annotator.storage.project import Project
from annotator.storage.rows import TABLES, Row
from annotator.storage.streams import RowStream, Stream

RAW = "raw"
OPEN = "open"
DATA_FILE = "data.jsonl"

_LABEL = TABLES[Annotation.kind].columns.index("label")

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
    relations: list[Relation]
    flags: list[Flag]
    verdicts: list[Verdict]
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

    A destination with a suffix is a file, with its manifest and links beside it; one without is
    a folder with `data.jsonl`, `links.jsonl` and `manifest.json`. Files get their names only when
    all are written, read back and proved.

    Raises:
        UserError: the destination exists or cannot be written, the layer does not exist, an
            annotation does not match its text, or the person stopped it. Nothing is left behind.
    """
    _check_layer(project, layer)
    places = _Places.of(destination)
    places.check_free(is_replacing=is_replacing)
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
        if between:
            files.append((places.links, drafts.links, _sha256(drafts.links)))
        manifest = _manifest(report, scheme, options, files)
        drafts.manifest.write_bytes(manifest)
        report.files = places.publish(drafts, has_links=between > 0)
    return report


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the files of an export lie, or their drafts."""

    data: Path
    links: Path
    manifest: Path
    is_folder: bool

    @classmethod
    def of(cls, destination: Path) -> "_Places":
        if destination.is_dir() or not destination.suffix:
            folder = destination
            return cls(
                folder / DATA_FILE, folder / LINKS_FILE, folder / MANIFEST_FILE, is_folder=True
            )
        manifest = destination.with_name(f"{destination.stem}.{MANIFEST_FILE}")
        return cls(destination, destination.with_name(LINKS_FILE), manifest, is_folder=False)

    def check_free(self, *, is_replacing: bool) -> None:
        """Refuse to replace what is there, unless that is wanted."""
        taken = [path.name for path in (self.data, self.manifest) if path.exists()]
        if taken and not is_replacing:
            raise UserError(
                f"{taken[0]} exists already. Nothing was written. "
                "Choose another name, or replace it with --force."
            )
        parent = self.data.parent.parent if self.is_folder else self.data.parent
        if not parent.is_dir():
            raise UserError(f"There is no folder {parent}. Nothing was written. Make it first.")

    @contextlib.contextmanager
    def drafts(self) -> Iterator["_Places"]:
        """Names under which the files are written until they are proved."""
        folder = self.data.parent
        is_new = self.is_folder and not folder.exists()
        mark = f".{new_id()}.tmp"
        try:
            folder.mkdir(exist_ok=True)
            data, links, manifest = (path.with_name(f".{path.name}{mark}") for path in self._paths)
            drafts = _Places(data, links, manifest, is_folder=self.is_folder)
            yield drafts
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UserError(
                f"Cannot write to {folder} ({reason}). Nothing was exported. Choose another folder."
            ) from error
        finally:
            for path in folder.glob(f".*{mark}"):
                path.unlink(missing_ok=True)
            if is_new:
                with contextlib.suppress(OSError):
                    folder.rmdir()  # only succeeds when nothing was published

    def publish(self, drafts: "_Places", *, has_links: bool) -> tuple[Path, ...]:
        """Give the proved drafts their names, the data last."""
        names = [(drafts.manifest, self.manifest), (drafts.data, self.data)]
        if has_links:
            names.insert(0, (drafts.links, self.links))
        for draft, _ in names:
            _sync(draft)
        for draft, path in names:
            draft.replace(path)
        if os.name != "nt":
            _sync(self.data.parent)
        return tuple(path for _, path in reversed(names))

    @property
    def _paths(self) -> tuple[Path, Path, Path]:
        return (self.data, self.links, self.manifest)


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
                report.relations += sum(not link.is_between_articles for link in each.relations)
                report.labels.update(row[_LABEL] for row in each.annotations)
            report.articles += bool(wanted)
            if report_progress and not report_progress(number, total):
                raise UserError("The export was stopped. Nothing was written.")
    return report


def _layers(project: Project) -> Iterator[tuple[Article, list[_Layer]]]:
    """Each article with what each annotator left on it, in the order of ids."""
    annotated = RowStream(project, Annotation.kind)
    related = Stream(project, Relation)
    flagged = Stream(project, Flag)
    judged = Stream(project, Verdict)
    labelled = Stream(project, ArticleLabel)
    states = Stream(project, Progress)
    for article in articles.each(project):
        annotations = annotated.of(article.id)
        relations = related.of(article.id)
        flags = flagged.of(article.id)
        verdicts = judged.of(article.id)
        labels = labelled.of(article.id)
        status = {name: each[0].status for name, each in states.of(article.id).items()}
        names = {*annotations, *flags, *verdicts, *labels, *status}
        layers = [
            _Layer(
                name,
                status.get(name, IN_PROGRESS),
                annotations.get(name, []),
                relations.get(name, []),
                flags.get(name, []),
                verdicts.get(name, []),
                labels.get(name, []),
            )
            for name in sorted(names)
        ]
        # An article that nobody touched comes as text only, so that nothing is lost on the way.
        yield article, layers or [_Layer("", OPEN, [], [], [], [], [])]


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
        spans=map(_span, layer.annotations),
        relations=layer.relations,
        flags=layer.flags,
        verdicts=layer.verdicts,
        labels=layer.labels,
    )


def _span(row: Row) -> dict[str, Any]:
    """An annotation as it is written, straight from its row: records would take half the time.

    The columns of fragments and attributes are JSON as the reference record has it.
    """
    identity, _, _, label, start, end, fragments, text, attributes, origin, note = row
    places, values = orjson.Fragment(fragments), orjson.Fragment(attributes)
    return jsonl.span(identity, label, start, end, places, text, values, origin, note)


def _write_links(project: Project, path: Path, layer: str) -> int:
    links = records.select(project, Relation, "article_id <> to_article_id")
    wanted = [
        each
        for each in links
        if (each.annotator != GOLD if layer == RAW else each.annotator == layer)
    ]
    path.write_bytes(b"".join(jsonl.link_line(each) for each in wanted))
    return len(wanted)


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


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
