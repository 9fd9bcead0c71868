"""What arrives, compared with what a project has: what is new, in portions."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Record
from annotator.domain.flag import Flag
from annotator.domain.people import Annotator
from annotator.domain.progress import ArticleLabel
from annotator.domain.relation import Relation
from annotator.domain.review import Verdict
from annotator.domain.stance import Stance
from annotator.formats import advice, registry
from annotator.formats import columns as at
from annotator.formats.dataset_folders import DatasetFolders
from annotator.formats.datasets.jsonl import BESIDE
from annotator.formats.import_map import ImportMap
from annotator.formats.incoming import (
    AnnotationRow,
    Arrival,
    Companion,
    Problem,
    RelationRow,
)
from annotator.formats.sources import Source
from annotator.operations import rules
from annotator.operations.beside import entities_in, links_in
from annotator.operations.ends import Ends, problem_with_link, without_faulty
from annotator.operations.import_report import ImportReport
from annotator.operations.incoming_suggestions import IncomingSuggestions
from annotator.operations.library import scheme_of
from annotator.operations.newer_versions import NewerVersions, older_version_of, told_by_its_file
from annotator.operations.portions import Gathering, PortionSize
from annotator.operations.remembering import Translation, kept_shapes
from annotator.storage import articles, records
from annotator.storage.batches import Batch
from annotator.storage.columns import from_text, to_text
from annotator.storage.project import Project

_ITSELF = "It is a file of this project. Nothing was imported from it. Choose another one."

_OTHER_TEXT = f"The id {{}} belongs to another text in the project. {advice.NEW_VERSION}"
_RENAMED = f"There is another text under the name {{}}, so it came in as {{}}. {advice.NEW_VERSION}"

Portions: TypeAlias = Generator[Batch, None, None]
"""What is new, each portion to be one step; closed when no more is wanted."""

Progress: TypeAlias = Callable[[int], bool]
"""Told how many articles were looked at; false means stop."""


class Importer:
    """Compares what arrives with what a project has, and gives what is new.

    It reads the project once, at the beginning, and may run in another thread than the one that
    writes its portions.
    """

    def __init__(self, project: Project, *, annotator: str, told: ImportMap | None = None) -> None:
        self.report = ImportReport()
        self.report.shapes = kept_shapes(project)
        self._told = replace(told or ImportMap(), shapes=self.report.shapes)
        self._versions = NewerVersions(project, told)
        self._scheme = scheme_of(project)
        self._translation = Translation(project, self._scheme, told=told)
        self._annotator = annotator
        self._folders = DatasetFolders()
        self._texts = articles.known(project)
        copies = articles.copies(project)
        # Of several articles with one text the first; what comes must not vanish in hidden repeats.
        self._ids = {
            text: name for name, text in reversed(self._texts.items()) if name not in copies
        }
        self._layers = set(records.layers_of_all(project))
        self._people = {each.id for each in records.annotators(project)}
        # The same few attributes and ends come thousands of times; each is looked at once.
        self._fits: set[tuple[str | None, ...]] = set()
        self._catches: dict[tuple[str, str], bool] = {}
        self._ends = Ends(project)
        self._suggestions = IncomingSuggestions(project, self._scheme)
        self._entities: set[str] = set()
        self._asked_relations = {rule.relation for rule in self._scheme.rules if rule.relation}
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
        size: PortionSize,
    ) -> Portions:
        """What is new, in portions, each one step."""
        gathered = Gathering()
        beside: list[Source] = []
        for arrived, found in enumerate(self._arrivals(incoming, format_id, beside), start=1):
            self._take(found, gathered)
            is_full = gathered.records >= size.records or arrived % size.articles == 0
            if gathered.records and is_full:
                yield gathered.taken()
            if report_progress and not report_progress(arrived):
                break
        if gathered.records:
            yield gathered.taken()
        gathered.add(self._from(beside))
        if gathered.records:
            yield gathered.taken()

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
            told = replace(source, told=self._told, known=self._article)
            whose = self._folders.annotator_of(source) or self._annotator
            for found in registry.read(told, annotator=whose, format_id=format_id):
                if isinstance(found, Problem):
                    self._note(found)
                else:
                    yield self._translated(found)
            for problem in self._translation.problems(source.name):
                self._note(problem)
            self.report.names = self._translation.lines()

    def _translated(self, arrival: Arrival) -> Arrival:
        """An arrival with our names, whatever tool it is from."""
        moved = [Problem(arrival.file, arrival.line, reason) for reason in arrival.moved]
        self.report.moved += moved
        return self._translation.of(told_by_its_file(arrival))

    def _article(self, name: str) -> Article | None:
        """An article of the project, for files that have annotations without text."""
        return articles.found(self._project, name)

    def _note(self, problem: Problem) -> None:
        (self.report.notes if problem.is_note else self.report.problems).append(problem)

    def _take(self, arrival: Arrival, gathered: Gathering) -> None:
        """Gather what of an arrival the project does not have yet."""
        given = arrival.article.id
        arrival = self._named(self._versions.linked(arrival))
        article = arrival.article
        known = self._texts.get(article.id)
        if known not in (None, article.text_sha256):
            self._refuse(arrival, _OTHER_TEXT.format(article.id))
            return
        if known is None:
            self._take_article(arrival, gathered)
        has_news = self._take_work(arrival, gathered)
        if known is not None and arrival.has_own_id and given != article.id:
            copy = f"{given} is word for word {article.id}, which is in the project already"
            told = f"{copy}; only its labels came in." if has_news else f"{copy}."
            self._skip(arrival, told, as_id=given)
        elif known is not None and not has_news and not arrival.is_known:
            self._skip(arrival, f"{article.id} is in the project already.")

    def _take_article(self, arrival: Arrival, gathered: Gathering) -> None:
        article = arrival.article
        self._texts[article.id] = article.text_sha256
        self._ids.setdefault(article.text_sha256, article.id)
        gathered.add([article])
        gathered.keep(article.text.encode(), sha256=article.text_sha256)
        if arrival.raw is not None:
            gathered.keep(arrival.raw)
        self.report.articles += 1
        if (older := older_version_of(article)) in self._texts:
            told = f"{article.id} is a newer version of {older}; nothing of its labels was moved."
            self.report.versions[article.id] = str(older)
            self._note(Problem(arrival.file, arrival.line, told, is_note=True))
        self.report.first_article = self.report.first_article or article.id

    def _named(self, arrival: Arrival) -> Arrival:
        """An exact copy takes the id of the same text; what has no id of its own, a free one."""
        article = arrival.article
        if self._texts.get(article.id) == article.text_sha256:
            return arrival
        same = self._ids.get(article.text_sha256)
        if same is not None and not arrival.keeps_id:
            return arrival.named(same)
        if arrival.has_own_id or article.id not in self._texts:
            return arrival
        renamed = arrival.renamed()
        if self._versions.was_there(article.id):
            told = _RENAMED.format(article.id, renamed.article.id)
            self._note(Problem(arrival.file, arrival.line, told, is_note=True))
        return renamed

    def _take_work(self, arrival: Arrival, gathered: Gathering) -> bool:
        """Gather what came along, without layers the project has and what the scheme forbids."""
        arrival, suggested = self._suggestions.parted(arrival)
        taken = self._layers_taken(arrival)
        labels: dict[tuple[str, str], str] = {}
        annotations = []
        for row in arrival.annotations:
            if row[at.ANNOTATOR] in taken and (fitting := self._fitting(row, arrival)):
                labels[row[at.ANNOTATOR], row[at.ID]] = row[at.LABEL]
                annotations.append(fitting)
        self._note_unasked(arrival, annotations, taken)
        relations = [
            linked
            for row in arrival.relations
            if row[at.ANNOTATOR] in taken and (linked := self._linked(row, labels, arrival))
        ]
        records = [
            record
            for record in arrival.records
            if record.annotator in taken and not self._hangs_loose(record, labels, arrival)
        ]
        self._ends.add(arrival.article.id, labels)
        self.report.annotations += len(annotations)
        self.report.relations += len(relations)
        self.report.suggestions += len(suggested)
        if not (annotations or relations or records or suggested):
            return False
        gathered.add(self._newcomers(taken | {each.annotator for each in suggested}))
        gathered.add_rows(Annotation.kind, annotations)
        gathered.add_rows(Relation.kind, relations)
        gathered.add((*records, *suggested))
        gathered.touch(arrival.article.id)
        return True

    def _note_unasked(
        self, arrival: Arrival, annotations: Sequence[AnnotationRow], taken: set[str]
    ) -> None:
        """Whose work a rule may catch; links alone may too."""
        if arrival.keeps_id or not taken:
            return
        caught = {row[at.ANNOTATOR] for row in annotations if self._may_catch(row)}
        if any(row[at.LABEL] in self._asked_relations for row in arrival.relations):
            caught |= {row[at.ANNOTATOR] for row in arrival.relations} & taken
        self.report.unasked += [(arrival.article.id, name) for name in sorted(caught)]

    def _may_catch(self, row: AnnotationRow) -> bool:
        seen = (row[at.LABEL], row[at.ATTRIBUTES])
        if seen not in self._catches:
            held = from_text(row[at.ATTRIBUTES])
            self._catches[seen] = rules.may_catch(self._scheme, row[at.LABEL], held)
        return self._catches[seen]

    def _layers_taken(self, arrival: Arrival) -> set[str]:
        """Whose work is taken: that which the project lacks, or has from this file only."""
        article_id = arrival.article.id
        offered = {record.annotator for record in arrival.records}
        offered |= {row[at.ANNOTATOR] for row in arrival.annotations}
        offered |= {row[at.ANNOTATOR] for row in arrival.relations}
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

    def _fitting(self, row: AnnotationRow, arrival: Arrival) -> AnnotationRow | None:
        """The annotation as the scheme allows it, or None; what does not fit is reported."""
        seen = (row[at.LABEL], row[at.ATTRIBUTES])
        if seen in self._fits:
            return row
        identity, label = row[at.ID], self._scheme.label(row[at.LABEL])
        if label is None:
            self._refuse(arrival, f"The scheme has no label “{row[at.LABEL]}”.")
            return None
        attributes = from_text(row[at.ATTRIBUTES])
        problems = self._scheme.attribute_problems(label.id, attributes)
        if not problems:
            self._fits.add(seen)
            return row
        for problem in problems:
            self._refuse(arrival, f"{identity}: {problem} It came in without.", count=0)
        allowed = to_text(without_faulty(attributes, label))
        return (*row[:8], allowed, *row[9:])

    def _linked(
        self, row: RelationRow, labels: Mapping[tuple[str, str], str], arrival: Arrival
    ) -> RelationRow | None:
        """The relation as the scheme allows it, or None; what does not fit is reported."""
        _, _, annotator, label, from_id, to_id, _, written = row
        ends = [labels.get((annotator, from_id)), labels.get((annotator, to_id))]
        seen = (label, *ends, written)
        if seen in self._fits:
            return row
        attributes = from_text(written)
        relation = Relation(*row[:-1], attributes)
        problem = problem_with_link(relation, self._scheme, ends)
        if problem is not None:
            self._refuse(arrival, problem)
            return None
        problems = self._scheme.relation_attribute_problems(label, attributes)
        if not problems:
            self._fits.add(seen)
            return row
        for each in problems:
            self._refuse(arrival, f"{relation.id}: {each} It came in without.", count=0)
        return (*row[:-1], to_text(without_faulty(attributes, self._scheme.relation(label))))

    def _hangs_loose(
        self, record: Companion, labels: Mapping[tuple[str, str], str], arrival: Arrival
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
                if lost:
                    self._refuse(arrival, f"{record.id} hangs on {lost[0]}, which was refused.")
                    return True
                self._entities |= {p.entity for p in record.parties if p.entity is not None}
                return False
            case _:
                return False

    def _is_strange(self, record: ArticleLabel, arrival: Arrival) -> bool:
        kind = self._scheme.article_label(record.label)
        if kind is not None and kind.value(record.value) is not None:
            return False
        self._refuse(arrival, f"The scheme has no {record.label} “{record.value}” for articles.")
        return True

    def _newcomers(self, names: set[str]) -> list[Annotator]:
        names = names - self._people - {""}
        self._people |= names
        return [Annotator(name, name) for name in sorted(names)]

    def _from(self, beside: Sequence[Source]) -> list[Record]:
        """Entities, and links whose ends are here, of the files that lie beside the datasets."""
        fresh: list[Record] = []
        for found in (
            *entities_in(beside, self._project, named=self._entities_of_stances_alone()),
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

    def _entities_of_stances_alone(self) -> set[str]:
        """Those that no annotation names which came in; without a record nobody would know them."""
        if not self._entities:
            return set()
        naming = set(self._scheme.entity_attributes)
        return self._entities - {
            str(value)
            for label, *_, attributes in self._fits
            for attribute, value in from_text(attributes or "{}").items()
            if (label, attribute) in naming
        }

    def _refuse(self, arrival: Arrival, reason: str, *, count: int = 1) -> None:
        self.report.problems.append(Problem(arrival.file, arrival.line, reason, count=count))

    def _skip(self, arrival: Arrival, reason: str, *, as_id: str | None = None) -> None:
        article_id = as_id or arrival.article.id
        if article_id in self._skipped_of_file:
            return
        self._skipped_of_file.add(article_id)
        self.report.skipped.append(Problem(arrival.file, arrival.line, reason))
