"""Writing a dataset: whole or not at all, and proved by reading it back."""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from annotator.domain.article import Article
from annotator.domain.entity import Entity
from annotator.domain.errors import UserError
from annotator.domain.people import GOLD
from annotator.domain.relation import Relation
from annotator.formats import columns as at
from annotator.formats.datasets.work import AGGREGATE, RAW, SchemeName, Setting, Work
from annotator.formats.datasets.writing import Loss, loss_lines, lost_parts
from annotator.formats.form import DERIVED, Format
from annotator.operations import aggregating
from annotator.operations.bulk import without_cycle_search
from annotator.operations.croissant import croissant
from annotator.operations.dataset_agreement import measured
from annotator.operations.dataset_card import card
from annotator.operations.dataset_contents import Contents
from annotator.operations.dataset_files import CARD_FILE, CROISSANT_FILE, LOSSES_FILE, MANIFEST_FILE
from annotator.operations.dataset_manifest import manifest
from annotator.operations.destination import Destination
from annotator.operations.export_plan import ExportPlan
from annotator.operations.library import scheme_of
from annotator.operations.pseudonyms import Names
from annotator.operations.splits import Splits
from annotator.operations.works import LeftOut, each_article, first_with_works
from annotator.storage import articles, origins, records, steps
from annotator.storage.project import Project

STOPPED = "The export was stopped. Nothing was written."

Report = Callable[[int, int], bool]
"""Told how many articles of how many are written; false means stop."""


@dataclass(slots=True)
class ExportReport:
    """What was written, and what was not.

    `lines` counts records of the format; `losses` how often each reason is told in
    `losses.jsonl`, by kind and reason.
    """

    lines: int = 0
    links: int = 0
    files: tuple[Path, ...] = ()
    contents: Contents = field(default_factory=Contents)
    splits: dict[str, int] = field(default_factory=dict)
    losses: Counter[tuple[str, str]] = field(default_factory=Counter)
    left_out: LeftOut = field(default_factory=LeftOut)
    split_up: Splits | None = None

    @property
    def articles(self) -> int:
        """How many articles are in it."""
        return self.contents.articles

    @property
    def annotations(self) -> int:
        """How many annotations were handed over."""
        return self.contents.annotations

    @property
    def relations(self) -> int:
        """How many relations, those between articles included."""
        return self.contents.relations + self.links

    @property
    def counts(self) -> dict[str, object]:
        """All counts, as the manifest and the card tell them."""
        return {
            "lines": self.lines,
            "articles": self.articles,
            "annotations": self.annotations,
            "relations": self.relations,
            "labels": dict(self.contents.labels),
            "splits": self.splits,
            "losses": [
                {"kind": kind, "reason": reason, "count": count}
                for (kind, reason), count in sorted(self.losses.items())
            ],
            "left_out": dict(self.left_out.counts),
            "split_check": None if self.split_up is None else self.split_up.as_json(),
        }

    @property
    def losses_in_words(self) -> str:
        """One sentence on what the format could not hold; empty where nothing was lost."""
        if not self.losses:
            return ""
        kinds: Counter[str] = Counter()
        for (kind, _), count in self.losses.items():
            kinds[kind] += count
        parts = ", ".join(f"{count:,} × {kind}" for kind, count in sorted(kinds.items()))
        return f"The format could not hold everything: {parts}. {LOSSES_FILE} lists each."


def export(
    project: Project,
    destination: Path,
    plan: ExportPlan | None = None,
    *,
    is_replacing: bool = False,
    report_progress: Report | None = None,
) -> ExportReport:
    """Write a dataset as planned; by default the reference record of everybody's work.

    A destination with a suffix is a file, with its manifest, losses, links and entities beside it;
    one without is a folder with the data, `manifest.json`, `README.md` and `losses.jsonl`.
    Files get their names only when all are written, read back and proved.

    Raises:
        UserError: the destination exists or cannot be written, the plan asks for what is not
            there, an annotation does not match its text, or the person stopped it. Nothing is
            left behind.
    """
    plan = plan or ExportPlan()
    form = plan.format
    plan.check(project)
    places = Destination.of(destination)
    places.check_free(project, is_replacing=is_replacing)
    with without_cycle_search(), places.draft() as draft, project.snapshot():
        exporter = Exporter(project, plan, form, draft, places)
        report = exporter.write(report_progress)
        report.files = places.publish(
            draft, exporter.data_names, project=project, is_replacing=is_replacing
        )
    return report


class Exporter:
    """One export on its way into its draft folder."""

    def __init__(
        self, project: Project, plan: ExportPlan, form: Format, draft: Path, places: Destination
    ) -> None:
        self._project = project
        self._plan = plan
        self._format = form
        self._draft = draft
        self._places = places
        self._is_file = not places.is_folder
        seed, is_real = plan.split.seed, plan.has_real_names
        people = () if is_real else origins.everybody(project)
        secret = origins.secret(project)
        self._names = Names(people, seed=seed, are_real=is_real, secret=secret)
        self._setting = self._setting_of(places.suffix)
        self._writer = form.write(draft, self._setting)
        self._report = ExportReport()
        self._ends = _ends_of(self._setting.links)
        self._ends_there: set[tuple[str, str, str]] = set()
        self._splits = Splits({})

    @property
    def data_names(self) -> list[str]:
        """The names of the data files that were written, from the draft folder on."""
        return [path.relative_to(self._draft).as_posix() for path in self._writer.paths]

    def write_first(self, goes_on: Callable[[], bool]) -> list[Path]:
        """Write the first work alone, unproved, to show what the files will look like."""
        first = next(iter(self._plan.split.names), "")
        with self._released(), contextlib.closing(self._writer), self._losses() as losses:
            self._writer.open_all()
            for _, works in self._from_the_first():
                if works:
                    self._write_article([replace(works[0], split=first)], losses)
                if works or not goes_on():
                    break
            self._writer.settle()
            self._writer.finish()
        return [path for path in self._writer.paths if path.stat().st_size]

    def _from_the_first(self) -> Iterator[tuple[Article, list[Work]]]:
        """The articles from the first on that may have works; none where no article has."""
        since = first_with_works(self._project, self._plan)
        if since is None:
            return iter(())
        return each_article(self._project, self._plan, self._names, LeftOut(), since=since)

    def write(self, report_progress: Report | None) -> ExportReport:
        """Write, prove and describe everything."""
        with self._released():
            return self._write(report_progress)

    @contextlib.contextmanager
    def _released(self) -> Iterator[None]:
        try:
            yield
        finally:
            self._writer.release()

    def _write(self, report_progress: Report | None) -> ExportReport:
        if self._plan.split.names:
            self._splits = self._report.split_up = self._split(report_progress)
        with contextlib.closing(self._writer), self._losses() as losses:
            self._writer.open_all()
            self._write_articles(losses, report_progress)
            self._write_links_and_entities(losses)
            self._writer.finish()
            self._write_losses(losses, self._writer.losses_at_end())
        self._writer.prove()
        self._report.lines = self._writer.records
        self._report.splits = dict(self._writer.split_records)
        if not self._is_file:
            self._measure(report_progress)
        self._describe()
        return self._report

    @contextlib.contextmanager
    def _losses(self) -> Iterator[BinaryIO]:
        path = self._draft / LOSSES_FILE
        with path.open("wb") as file:
            yield file
        if self._is_file and path.stat().st_size == 0:
            path.unlink()

    def _split(self, report_progress: Report | None) -> Splits:
        from annotator.operations.splitting import split  # brings the library for numbers

        total = articles.count(self._project)

        def goes_on() -> bool:
            return not report_progress or report_progress(0, total)

        return split(self._project, self._plan.split, goes_on)

    def _write_articles(self, losses: BinaryIO, report_progress: Report | None) -> None:
        report, total = self._report, articles.count(self._project)
        each = each_article(self._project, self._plan, self._names, report.left_out, is_proved=True)
        for number, (article, chosen) in enumerate(each, start=1):
            if works := self._in_their_split(article, chosen):
                self._write_article(works, losses)
            if report_progress and not report_progress(number, total):
                raise UserError(STOPPED)
        self._writer.settle()
        if not report.articles:
            raise UserError(report.left_out.as_nothing)

    def _in_their_split(self, article: Article, works: list[Work]) -> list[Work]:
        if not (works and self._plan.split.names):
            return works
        name = self._splits.of.get(article.id)
        if name is None:
            self._report.left_out.add(article, self._splits.left_out[article.id])
            return []
        return [replace(each, split=name) for each in works]

    def _write_article(self, works: list[Work], losses: BinaryIO) -> None:
        holds, report = self._format.holds, self._report
        found: list[Loss] = []
        if self._plan.layer == AGGREGATE and "votes" not in holds:
            pairs = [aggregating.majority(work) for work in works]
            works = [work for work, _ in pairs]
            found += [loss for _, weak in pairs for loss in weak]
        report.contents.add(works)
        if works[0].article.id in self._ends:
            self._note_ends(works)
        self._writer.take(works, lambda own: self._tell_losses(losses, works, [*found, *own]))

    def _tell_losses(self, losses: BinaryIO, works: list[Work], found: list[Loss]) -> None:
        if found:
            self._write_losses(losses, found)
        holds = self._format.holds
        if holds.issuperset(DERIVED):
            return
        for work in works:
            for parts in lost_parts(work, holds):
                losses.write(parts.lines)
                self._report.losses[parts.kind, parts.reason] += len(parts.ids)

    def _note_ends(self, works: list[Work]) -> None:
        """Which ends of relations between articles the dataset has."""
        for work in works:
            found = {(work.annotator, row[at.ID]) for row in work.annotation_rows}
            there = found & self._ends[work.article.id]
            self._ends_there |= {(work.article.id, *each) for each in there}

    def _write_links_and_entities(self, losses: BinaryIO) -> None:
        # Where articles or labels are left out on purpose, what leads to them is too.
        links, holds = self._links_between(self._ends_there), self._format.holds
        self._writer.setting = self._setting = replace(self._setting, links=links)
        self._report.links = len(links)
        if "links" not in holds:
            reason = "The format holds no relations between articles."
            self._write_losses(
                losses, [Loss(e.article_id, e.annotator, "link", e.id, reason) for e in links]
            )
        if "entities" not in holds:
            reason = "The format holds no list of entities."
            self._write_losses(
                losses, [Loss("", "", "entity", e.id, reason) for e in self._setting.entities]
            )

    def _write_losses(self, losses: BinaryIO, found: Iterable[Loss]) -> None:
        told = list(found)
        losses.write(loss_lines(told))
        self._report.losses.update([(each.kind, each.reason) for each in told])

    def _measure(self, report_progress: Report | None) -> None:
        """Find how far people agree, which the card tells."""
        total = articles.count(self._project)

        def goes_on() -> bool:
            return not report_progress or report_progress(total, total)

        self._report.contents.agreement = measured(self._project, goes_on)
        if not goes_on():
            raise UserError(STOPPED)

    def _describe(self) -> None:
        setting, writer, report = self._setting, self._writer, self._report
        plan = replace(self._plan, layer=setting.layer)
        contents, counts = report.contents, report.counts
        if not self._is_file:
            told = card(plan, setting, writer, contents, counts, report.split_up)
            (self._draft / CARD_FILE).write_bytes(told)
            day = steps.last_day(self._project)
            described = croissant(setting, writer, contents, day=day)
            if described:
                (self._draft / CROISSANT_FILE).write_bytes(described)
        told = manifest(plan, setting, writer, counts, self._file_name)
        (self._draft / MANIFEST_FILE).write_bytes(told)

    def _file_name(self, name: str) -> str:
        """What a file of the draft folder will be called."""
        return (
            self._places.path_of(name, next(iter(self.data_names), "")).name
            if self._is_file
            else name
        )

    def _setting_of(self, suffix: str) -> Setting:
        plan, scheme = self._plan, scheme_of(self._project)
        names = sorted(self._names.of(each) for each in _annotators(self._project, plan.layer))
        return Setting(
            scheme,
            SchemeName(scheme.id, scheme.revision, scheme.sha256),
            layer=self._names.of_layer(plan.layer),
            splits=plan.split.names,
            text=plan.text,
            drops_boilerplate=plan.drops_boilerplate,
            token_rules=plan.token_rules,
            annotators=tuple(names),
            entities=tuple(records.select(self._project, Entity)),
            links=tuple(self._links()),
            suffix=suffix,
            classify=plan.classify,
        )

    def _links_between(self, ends: Set[tuple[str, str, str]]) -> tuple[Relation, ...]:
        return tuple(
            each
            for each in self._setting.links
            if (each.article_id, each.annotator, each.from_id) in ends
            and (each.to_article_id, each.annotator, each.to_id) in ends
        )

    def _links(self) -> Iterator[Relation]:
        """The relations between articles of the layer, under the names of the dataset."""
        layer = self._plan.layer
        if "relations" in self._plan.omitted or layer == AGGREGATE:
            return
        for each in records.select(self._project, Relation, "article_id <> to_article_id"):
            if each.annotator == layer or (layer == RAW and each.annotator != GOLD):
                yield replace(each, annotator=self._names.of(each.annotator))


def _ends_of(links: Iterable[Relation]) -> dict[str, set[tuple[str, str]]]:
    """By article the ends of relations between articles: annotators and annotations."""
    found: dict[str, set[tuple[str, str]]] = {}
    for each in links:
        found.setdefault(each.article_id, set()).add((each.annotator, each.from_id))
        found.setdefault(each.to_article_id, set()).add((each.annotator, each.to_id))
    return found


def _annotators(project: Project, layer: str) -> set[str]:
    if layer == AGGREGATE:
        return set()
    everybody = records.people_of_all(project)
    return everybody - {GOLD} if layer == RAW else everybody & {layer}
