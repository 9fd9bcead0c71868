"""Bringing articles and labels into a project, a portion at a time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft, Record, added
from annotator.domain.errors import UserError
from annotator.domain.flag import Flag
from annotator.domain.people import Annotator
from annotator.domain.progress import ArticleLabel
from annotator.domain.relation import Relation
from annotator.domain.review import Verdict
from annotator.domain.scheme import Scheme
from annotator.formats import registry, sources
from annotator.formats.articles.jsonl import read_links
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.sources import Source
from annotator.operations.bulk import without_cycle_search
from annotator.operations.writing import commit
from annotator.storage import articles, records
from annotator.storage.project import Project

LINKS_FILE, MANIFEST_FILE = "links.jsonl", "manifest.json"
LOSSES_FILE, CARD_FILE = "losses.jsonl", "README.md"

Progress = Callable[[int], bool]
"""Told how many articles were looked at; false means stop."""


@dataclass(frozen=True, slots=True)
class PortionSize:
    """How much is written in one step, at most."""

    articles: int
    records: int


SHORT_WAIT = PortionSize(articles=50, records=2_500)
"""For the window, where a label may have to wait for a portion."""
FEW_COMMITS = PortionSize(articles=200, records=12_000)
"""For commands, where nothing waits and each commit costs time of its own."""


@dataclass(slots=True)
class ImportReport:
    """What came in, what was there already, what was refused and why.

    `skipped` names articles that were in the project already, with the reason.
    """

    articles: int = 0
    annotations: int = 0
    relations: int = 0
    first_article: str | None = None
    skipped: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    @property
    def added_nothing(self) -> bool:
        """Whether the project is as it was before."""
        return not (self.articles or self.annotations or self.relations)


@dataclass(frozen=True, slots=True)
class Portion:
    """Some articles with all that came along: one step, and the bytes they were read from."""

    draft: Draft
    contents: tuple[bytes, ...]


def import_files(
    project: Project,
    paths: Sequence[Path],
    *,
    annotator: str,
    format_id: str | None = None,
    is_strict: bool = False,
    is_trial: bool = False,
    report_progress: Progress | None = None,
) -> ImportReport:
    """Import files, folders and zip files; what is bad is reported and the rest comes in.

    Raises:
        UserError: with `is_strict`, when anything is refused; then nothing came in.
    """
    return import_sources(
        project,
        incoming(paths),
        annotator=annotator,
        format_id=format_id,
        is_strict=is_strict,
        is_trial=is_trial,
        report_progress=report_progress,
    )


def import_sources(
    project: Project,
    incoming: Iterable[Source | Problem],
    *,
    annotator: str,
    format_id: str | None = None,
    is_strict: bool = False,
    is_trial: bool = False,
    report_progress: Progress | None = None,
) -> ImportReport:
    """The same for sources found already, standard input among them."""
    importer = Importer(project, annotator=annotator)
    portions = importer.portions(
        incoming,
        format_id=format_id,
        report_progress=report_progress,
        size=FEW_COMMITS,
    )
    with without_cycle_search():
        if is_strict:
            portions = iter(list(portions))
            _refuse_all(importer.report)
        for portion in portions:
            if not is_trial:
                commit(project, portion.draft, annotator=annotator, contents=portion.contents)
    return importer.report


class Importer:
    """Compares what arrives with what a project has, and gives drafts for what is new.

    It reads the project once, at the beginning, and may run in another thread than the one that
    writes its portions.
    """

    def __init__(self, project: Project, *, annotator: str) -> None:
        revision = records.scheme_revision(project)
        if revision is None:
            raise UserError(f"{project.path.name} names no scheme. Nothing was imported.")
        self.report = ImportReport()
        self._scheme = Scheme.from_json(revision.json)
        self._annotator = annotator
        self._texts = articles.known(project)
        self._ids = {sha256: article_id for article_id, sha256 in self._texts.items()}
        self._layers = set(records.layers_of_all(project))
        self._people = {each.id for each in records.annotators(project)}
        self._fits: set[tuple[str, str]] = set()
        self._project = project

    def portions(
        self,
        incoming: Iterable[Source | Problem],
        *,
        format_id: str | None = None,
        report_progress: Progress | None = None,
        size: PortionSize = SHORT_WAIT,
    ) -> Iterator[Portion]:
        """Drafts for what is new, in portions, each one step."""
        gathered: list[Record] = []
        contents: list[bytes] = []
        links: list[Source] = []
        for arrived, found in enumerate(self._arrivals(incoming, format_id, links), start=1):
            gathered += self._accepted(found, contents)
            if len(gathered) >= size.records or (gathered and arrived % size.articles == 0):
                yield self._portion(gathered, contents)
                gathered, contents = [], []
            if report_progress and not report_progress(arrived):
                break
        if gathered:
            yield self._portion(gathered, contents)
        if between := self._links(links):
            yield self._portion(between, [])

    def _arrivals(
        self, incoming: Iterable[Source | Problem], format_id: str | None, links: list[Source]
    ) -> Iterator[Arrival]:
        for source in incoming:
            if isinstance(source, Problem):
                self._note(source)
                continue
            if source.path is not None and source.path.name == LINKS_FILE:
                links.append(source)
                continue
            for found in registry.read(source, annotator=self._annotator, format_id=format_id):
                if isinstance(found, Problem):
                    self._note(found)
                else:
                    yield found

    def _note(self, problem: Problem) -> None:
        (self.report.notes if problem.is_note else self.report.problems).append(problem)

    def _accepted(self, arrival: Arrival, contents: list[bytes]) -> list[Record]:
        """The records of an arrival that the project does not have yet."""
        arrival = self._named(arrival)
        article = arrival.article
        known = self._texts.get(article.id)
        if known not in (None, article.text_sha256):
            self._refuse(arrival, f"The id {article.id} belongs to another text in the project.")
            return []
        fresh: list[Record] = []
        if known is None:
            self._texts[article.id] = article.text_sha256
            self._ids.setdefault(article.text_sha256, article.id)
            fresh.append(article)
            if arrival.raw is not None:
                contents.append(arrival.raw)
            self.report.articles += 1
            self.report.first_article = self.report.first_article or article.id
        came_along = self._checked(arrival)
        if known is not None and not came_along and not arrival.is_known:
            self._skip(arrival, f"{article.id} is in the project already.")
        return fresh + self._newcomers(came_along) + came_along

    def _named(self, arrival: Arrival) -> Arrival:
        """An arrival without an id of its own takes that of the same text, or a free one."""
        article = arrival.article
        if arrival.has_own_id or self._texts.get(article.id) == article.text_sha256:
            return arrival
        same = self._ids.get(article.text_sha256)
        if same is not None:
            return arrival.named(same)
        return arrival.renamed() if article.id in self._texts else arrival

    def _checked(self, arrival: Arrival) -> list[Record]:
        """What came along, without layers the project has and without what the scheme forbids."""
        layers = {(arrival.article.id, record.annotator) for record in arrival.records}
        known = {annotator for _, annotator in layers & self._layers}
        refused: set[tuple[str, str]] = set()
        kept: list[Record] = []
        for record in arrival.records:
            if record.annotator in known:
                continue
            if isinstance(record, Annotation):
                checked = self._fitting(record, arrival)
                if checked is None:
                    refused.add((record.annotator, record.id))
                else:
                    kept.append(checked)
                    self.report.annotations += 1
            elif not self._hangs_on(record, refused, arrival):
                kept.append(record)
                self.report.relations += isinstance(record, Relation)
        self._layers |= layers
        return kept

    def _fitting(self, annotation: Annotation, arrival: Arrival) -> Annotation | None:
        """The annotation as the scheme allows it, or None; what does not fit is reported."""
        # The same few attributes come thousands of times; each is looked at once.
        seen = (annotation.label, str(annotation.attributes))
        if seen in self._fits:
            return annotation
        label = self._scheme.label(annotation.label)
        if label is None:
            self._refuse(arrival, f"The scheme has no label “{annotation.label}”.")
            return None
        problems = self._scheme.attribute_problems(annotation.label, annotation.attributes)
        if not problems:
            self._fits.add(seen)
            return annotation
        attributes = {
            name: value
            for name, value in annotation.attributes.items()
            if (attribute := label.attribute(name)) and not attribute.problem_with(value)
        }
        for problem in problems:
            self._refuse(arrival, f"{annotation.id}: {problem} It came in without.")
        return replace(annotation, attributes=attributes)

    def _hangs_on(self, record: Record, refused: set[tuple[str, str]], arrival: Arrival) -> bool:
        """Whether a record needs an annotation that was refused, or the scheme forbids it."""
        match record:
            case Relation():
                ends = {(record.annotator, record.from_id), (record.annotator, record.to_id)}
                if self._scheme.relation(record.label) is None:
                    self._refuse(arrival, f"The scheme has no relation “{record.label}”.")
                    return True
            case ArticleLabel():
                return self._is_strange(record, arrival)
            case Flag() | Verdict():
                ends = {(record.annotator, record.target_id or "")}
            case _:
                return False
        if lost := ends & refused:
            names = ", ".join(sorted(name for _, name in lost))
            self._refuse(arrival, f"{record.id} hangs on {names}, which was refused.")
            return True
        return False

    def _is_strange(self, record: ArticleLabel, arrival: Arrival) -> bool:
        kind = self._scheme.article_label(record.label)
        if kind is not None and kind.value(record.value) is not None:
            return False
        self._refuse(arrival, f"The scheme has no {record.label} “{record.value}” for articles.")
        return True

    def _newcomers(self, came_along: Iterable[Record]) -> list[Record]:
        names = {getattr(record, "annotator", "") for record in came_along} - self._people - {""}
        self._people |= names
        return [Annotator(name, name) for name in sorted(names)]

    def _links(self, files: Sequence[Source]) -> list[Record]:
        """Relations between articles whose two ends are in the project or came just now."""
        known = {each.key for each in records.select(self._project, Relation)} if files else set()
        fresh: list[Record] = []
        for file in files:
            for found in read_links(file, annotator=self._annotator):
                if isinstance(found, Problem):
                    self._note(found)
                elif found.key in known:
                    continue
                elif not {found.article_id, found.to_article_id} <= self._texts.keys():
                    # Beside the file lie links of another export too; they are nobody's fault.
                    reason = f"{found.id} joins articles that are not in the project."
                    self.report.notes.append(Problem(file.name, None, reason, is_note=True))
                elif (found.article_id, found.annotator) not in self._layers or (
                    found.to_article_id,
                    found.annotator,
                ) not in self._layers:
                    reason = f"{found.id} joins annotations that are not in the project."
                    self.report.problems.append(Problem(file.name, None, reason))
                else:
                    fresh.append(found)
                    known.add(found.key)
                    self.report.relations += 1
        return fresh

    def _refuse(self, arrival: Arrival, reason: str) -> None:
        self.report.problems.append(Problem(arrival.file, arrival.line, reason))

    def _skip(self, arrival: Arrival, reason: str) -> None:
        self.report.skipped.append(Problem(arrival.file, arrival.line, reason))

    def _portion(self, gathered: list[Record], contents: list[bytes]) -> Portion:
        count = sum(record.kind == "article" for record in gathered)
        name = f"Import {count} article{'' if count == 1 else 's'}" if count else "Import labels"
        return Portion(Draft(name, added(gathered), is_undoable=False), tuple(contents))


def incoming(paths: Sequence[Path]) -> Iterator[Source | Problem]:
    """The files that paths stand for, in the order in which they are imported."""
    return _in_order(sources.expand(paths))


def _in_order(found: Iterable[Source | Problem]) -> Iterator[Source | Problem]:
    """Sources with the links file beside each, once; what describes an export is left out."""
    links: set[Path] = set()
    for source in found:
        if isinstance(source, Problem) or source.path is None or source.member:
            yield source
            continue
        if _describes_an_export(source.path):
            continue
        is_links = source.path.name == LINKS_FILE
        beside = source.path if is_links else source.path.with_name(LINKS_FILE)
        if not is_links:
            yield source
        if source.extension == "jsonl" and beside not in links and beside.is_file():
            links.add(beside)
            yield Source.of(beside)


def _describes_an_export(path: Path) -> bool:
    """Whether a file tells about the dataset it lies beside, and holds no articles."""
    if path.name.endswith(MANIFEST_FILE) or path.name == LOSSES_FILE:
        return True
    return path.name == CARD_FILE and path.with_name(MANIFEST_FILE).is_file()


def _refuse_all(report: ImportReport) -> None:
    if report.problems:
        listed = "\n".join(f"  {problem}" for problem in report.problems[:20])
        raise UserError(
            f"{len(report.problems)} problem(s) were found, so nothing was imported. "
            f"Mend them, or import without --strict.\n{listed}"
        )
