"""Bringing articles and labels into a project, a portion at a time."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from annotator.domain.stance import Stance
from annotator.formats import registry
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.sources import Source
from annotator.operations.beside import entities_in, links_in
from annotator.operations.bulk import without_cycle_search
from annotator.operations.dataset_files import BESIDE, incoming
from annotator.operations.ends import Ends, problem_with_link, without_faulty
from annotator.operations.library import scheme_of
from annotator.operations.writing import commit
from annotator.storage import articles, records
from annotator.storage.project import Project

_ITSELF = "It is a file of this project. Nothing was imported from it. Choose another one."

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
        self.report = ImportReport()
        self._scheme = scheme_of(project)
        self._annotator = annotator
        self._texts = articles.known(project)
        self._ids = {sha256: article_id for article_id, sha256 in self._texts.items()}
        self._layers = set(records.layers_of_all(project))
        self._people = {each.id for each in records.annotators(project)}
        # The same few attributes and ends come thousands of times; each is looked at once.
        self._fits: set[tuple[str, ...]] = set()
        self._ends = Ends(project)
        self._entities: set[str] = set()
        self._project = project
        # Of the file that is being read: layers that came from it, articles told as skipped.
        self._layers_of_file: set[tuple[str, str]] = set()
        self._skipped_of_file: set[str] = set()

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
        beside: list[Source] = []
        for arrived, found in enumerate(self._arrivals(incoming, format_id, beside), start=1):
            gathered += self._accepted(found, contents)
            if len(gathered) >= size.records or (gathered and arrived % size.articles == 0):
                yield self._portion(gathered, contents)
                gathered, contents = [], []
            if report_progress and not report_progress(arrived):
                break
        if gathered:
            yield self._portion(gathered, contents)
        if last := self._from(beside):
            yield self._portion(last, [])

    def _arrivals(
        self, incoming: Iterable[Source | Problem], format_id: str | None, beside: list[Source]
    ) -> Iterator[Arrival]:
        for source in incoming:
            if isinstance(source, Problem):
                self._note(source)
                continue
            if source.path is not None and self._project.owns(source.path):
                self._note(Problem(source.name, None, _ITSELF))
                continue
            if source.file_name in BESIDE:
                beside.append(source)
                continue
            self._layers_of_file, self._skipped_of_file = set(), set()
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
        taken = self._layers_taken(arrival)
        labels: dict[tuple[str, str], str] = {}
        kept: list[Record] = []
        for record in arrival.records:
            if record.annotator not in taken:
                continue
            if isinstance(record, Annotation):
                checked = self._fitting(record, arrival)
                if checked is not None:
                    labels[record.annotator, record.id] = record.label
                    kept.append(checked)
                    self.report.annotations += 1
            elif isinstance(record, Relation):
                if linked := self._linked(record, labels, arrival):
                    kept.append(linked)
                    self.report.relations += 1
            elif not self._hangs_loose(record, labels, arrival):
                kept.append(record)
        self._ends.add(arrival.article.id, labels)
        return kept

    def _layers_taken(self, arrival: Arrival) -> set[str]:
        """Whose work is taken: that which the project lacks, or has from this file only."""
        article_id = arrival.article.id
        offered = {record.annotator for record in arrival.records}
        taken = {
            annotator
            for annotator in offered
            if (article_id, annotator) not in self._layers
            or (arrival.is_known and (article_id, annotator) in self._layers_of_file)
        }
        fresh = {(article_id, annotator) for annotator in taken}
        self._layers |= fresh
        self._layers_of_file |= fresh
        if taken and taken < offered:
            names = ", ".join(sorted(offered - taken))
            self._skip(arrival, f"{article_id} has work by {names} already; only the rest came in.")
        return taken

    def _fitting(self, annotation: Annotation, arrival: Arrival) -> Annotation | None:
        """The annotation as the scheme allows it, or None; what does not fit is reported."""
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
        for problem in problems:
            self._refuse(arrival, f"{annotation.id}: {problem} It came in without.")
        return replace(annotation, attributes=without_faulty(annotation.attributes, label))

    def _linked(
        self, relation: Relation, labels: Mapping[tuple[str, str], str], arrival: Arrival
    ) -> Relation | None:
        """The relation as the scheme allows it, or None; what does not fit is reported."""
        ends = [labels.get((relation.annotator, end)) for end in relation.ends]
        seen = (relation.label, str(ends), str(relation.attributes))
        if seen in self._fits:
            return relation
        problem = problem_with_link(relation, self._scheme, ends)
        if problem is not None:
            self._refuse(arrival, problem)
            return None
        problems = self._scheme.relation_attribute_problems(relation.label, relation.attributes)
        if not problems:
            self._fits.add(seen)
            return relation
        for each in problems:
            self._refuse(arrival, f"{relation.id}: {each} It came in without.")
        kind = self._scheme.relation(relation.label)
        return replace(relation, attributes=without_faulty(relation.attributes, kind))

    def _hangs_loose(
        self, record: Record, labels: Mapping[tuple[str, str], str], arrival: Arrival
    ) -> bool:
        """Whether a record needs an annotation that was refused, or the scheme forbids it."""
        match record:
            case ArticleLabel():
                return self._is_strange(record, arrival)
            case Flag() | Verdict():
                target = record.target_id
                if target is None or (record.annotator, target) in labels:
                    return False
                self._refuse(arrival, f"{record.id} hangs on {target}, which was refused.")
                return True
            case Stance():
                lost = [p.annotation_id for p in record.parties if p.annotation_id is not None]
                lost = [each for each in lost if (record.annotator, each) not in labels]
                self._entities |= {p.entity for p in record.parties if p.entity is not None}
                if lost:
                    self._refuse(arrival, f"{record.id} hangs on {lost[0]}, which was refused.")
                return bool(lost)
            case _:
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

    def _from(self, beside: Sequence[Source]) -> list[Record]:
        """Entities, and links whose ends are here, of the files that lie beside the datasets."""
        fresh: list[Record] = []
        for found in (
            *entities_in(beside, self._project, named=self._entities),
            *links_in(
                beside,
                self._project,
                annotator=self._annotator,
                scheme=self._scheme,
                ends=self._ends,
                articles=self._texts,
            ),
        ):
            if isinstance(found, Problem):
                self._note(found)
            else:
                fresh.append(found)
                self.report.relations += isinstance(found, Relation)
        return fresh

    def _refuse(self, arrival: Arrival, reason: str) -> None:
        self.report.problems.append(Problem(arrival.file, arrival.line, reason))

    def _skip(self, arrival: Arrival, reason: str) -> None:
        if arrival.article.id in self._skipped_of_file:
            return
        self._skipped_of_file.add(arrival.article.id)
        self.report.skipped.append(Problem(arrival.file, arrival.line, reason))

    def _portion(self, gathered: list[Record], contents: list[bytes]) -> Portion:
        count = sum(record.kind == "article" for record in gathered)
        name = f"Import {count} article{'' if count == 1 else 's'}" if count else "Import labels"
        return Portion(Draft(name, added(gathered), is_undoable=False), tuple(contents))


def _refuse_all(report: ImportReport) -> None:
    if report.problems:
        listed = "\n".join(f"  {problem}" for problem in report.problems[:20])
        raise UserError(
            f"{len(report.problems)} problem(s) were found, so nothing was imported. "
            f"Mend them, or import without --strict.\n{listed}"
        )
