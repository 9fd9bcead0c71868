"""A hidden repeat is an article to whoever was given it, and nowhere else."""

from dataclasses import replace
from pathlib import Path

from annotator.domain.change import Record
from annotator.domain.people import REPEAT_OF, Annotator, Assignment
from annotator.domain.progress import FINISHED, Progress
from annotator.operations import agreement, duplicates, occurrences, splitting
from annotator.operations.export_plan import DATE, ExportPlan, SplitPlan
from annotator.operations.exporting import export
from annotator.storage import articles, counts, dashboard, passages, reviews, same
from annotator.storage.dashboard import Scope
from tests import builders

FIRST = replace(builders.article(article_id="a1"), published="2026-01-02")
COPY = replace(FIRST, id="copy", extra={REPEAT_OF: "a1"})
WORDS = "the bridge will cost 4m euros"


def work(of, by: str) -> tuple[Record, ...]:
    return (builders.annotation(of, WORDS, by=by), Progress(of.id, by, FINISHED))


def test_it_is_in_no_list_count_or_export_and_only_its_person_is_compared_with_it(
    tmp_path: Path,
) -> None:
    given = (
        Annotator("ben", "ben"),
        Assignment("a1", "ana", 10),
        Assignment("copy", "ana", 20, repeats="a1"),
        *work(FIRST, "ana"),
        *work(COPY, "ana"),
        *work(FIRST, "ben"),
    )
    with builders.reading(tmp_path, *given, known=[FIRST, COPY]) as project:
        assert [each.id for each in reviews.reviewable(project)] == ["a1"]
        assert list(counts.of_articles(project)) == ["a1"]
        counted = counts.of_project(project)
        assert (counted.articles, counted.annotations) == (1, 2)
        assert (counted.status["finished"], counted.annotators["ana"].status["finished"]) == (1, 1)
        told = dashboard.numbers(project, Scope(), attributes=[], statement="claim")
        assert (told.articles, told.finished, told.annotations) == (1, 1, 2)
        assert (sum(told.days.values()), dict(told.claims)) == (1, {1: 2})
        assert {each.article_id for each in passages.find(project, "bridge", limit=9)} == {"a1"}
        assert occurrences.articles_with(project, "bridge") == ["a1"]
        assert len(same.passages(project, same.LABEL, "claim")) == 2
        found = duplicates.find(project)
        assert found is not None
        assert found.clusters == 0
        own = [each.id for each in articles.summaries(project, "ana")]
        assert own == ["a1", "copy"]
        report = export(project, tmp_path / "all.jsonl", ExportPlan("jsonl", layer="raw"))
        assert (report.articles, list(report.left_out.counts.values())) == (1, [1])
        split = splitting.split(project, SplitPlan((("train", 1.0), ("test", 1.0)), by=DATE))
        assert (list(split.of), split.groups, split.closest) == (["a1"], 1, ())
        measured = agreement.measure(project)
        assert (measured.basis.articles, measured.basis.finished["ana"]) == (1, 1)
        assert {each.annotators for each in measured.intra} == {("ana", "ana (again)")}
