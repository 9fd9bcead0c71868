"""Clusters of near-duplicates in a project."""

from functools import partial
from pathlib import Path

import pytest

from annotator import resources
from annotator.domain.article import Article
from annotator.domain.change import Draft, added
from annotator.domain.errors import UserError
from annotator.domain.people import Annotator
from annotator.domain.separation import Separation
from annotator.operations import checking, duplicates, importing
from annotator.operations.assigning import Plan, assign
from annotator.storage import articles, clusters
from annotator.storage.project import Project
from annotator.storage.team import Team
from tests import builders

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

AGENCY = (
    "The harbour council voted on Tuesday to dredge the northern channel, a project that engineers "
    "say will cost eleven million euros and take two summers. Fishing crews fear for the mussel "
    "beds along the shore, while the port authority promised to pay for every lost season. "
    "The vote followed six hours of debate in a crowded hall."
)
OTHER = (
    "A museum in the old mill opens its doors next week with a show of maps that smugglers drew "
    "by hand two centuries ago, lent by families who kept them in attics and drawers."
)


def with_articles(folder: Path, **texts: str):
    """A project with articles by their ids."""
    made = [builders.article(text, article_id=name) for name, text in texts.items()]
    return builders.writable(folder, *made)


def cluster(project: Project, article_id: str) -> str | None:
    return articles.get(project, article_id).cluster


def found(project: Project) -> duplicates.Findings:
    findings = duplicates.find(project)
    assert findings is not None
    if findings.draft.changes:
        builders.write(project, findings.draft)
    return findings


COPIES = {"a": AGENCY, "b": f"{AGENCY} Our reporter adds: the mayor was away.", "c": OTHER}


def test_a_syndicated_copy_shares_a_cluster_and_the_rest_has_none(tmp_path: Path) -> None:
    with with_articles(tmp_path, **COPIES) as project:
        findings = found(project)
        assert (findings.clusters, findings.articles, findings.joined) == (1, 2, 2)
        assert cluster(project, "a") == cluster(project, "b")
        assert cluster(project, "c") is None
        assert [each.article_id for each in clusters.all_clustered(project)] == ["a", "b"]
        assert clusters.others_of(project, "a") == ["b"]
        assert checking.check(project).problems == ()


def test_finding_again_changes_nothing_and_undo_takes_it_back(tmp_path: Path) -> None:
    with with_articles(tmp_path, **COPIES) as project:
        step = builders.write(project, duplicates.find(project).draft)
        assert found(project).joined == 0
        builders.write(project, step.inverse())
        assert clusters.all_clustered(project) == []


def test_an_article_that_comes_later_takes_the_name_of_the_cluster(tmp_path: Path) -> None:
    with with_articles(tmp_path, **COPIES) as project:
        found(project)
        name = cluster(project, "a")
        later = tmp_path / "later.txt"
        later.write_text(f"Late edition. {AGENCY}", encoding="utf-8")
        importing.import_files(project, [later], annotator="ana")
        assert found(project).joined == 1
        assert cluster(project, "later") == cluster(project, "a") == name


def test_a_cluster_that_came_with_the_articles_is_kept(tmp_path: Path) -> None:
    lines = tmp_path / "given.jsonl"
    lines.write_text(
        '{"id": "x", "text": "One story.", "meta": {"cluster": "c17"}}\n'
        '{"id": "y", "text": "Quite another.", "meta": {"cluster": "c17"}}\n',
        encoding="utf-8",
    )
    with with_articles(tmp_path, **COPIES) as project:
        importing.import_files(project, [lines], annotator="ana")
        found(project)
        assert cluster(project, "x") == cluster(project, "y") == "c17"


def test_articles_on_one_story_are_no_near_duplicates(tmp_path: Path) -> None:
    sample = resources.path("sample", "articles.jsonl")
    stories = [path for path in (sample, SEEDS) if path.exists()]
    with builders.writable(tmp_path) as project:
        importing.import_files(project, stories, annotator="ana")
        assert articles.count(project) > 2
        assert found(project).joined == 0


def test_what_is_kept_apart_stays_apart_for_good(tmp_path: Path) -> None:
    with with_articles(tmp_path, **COPIES) as project:
        found(project)
        step = builders.write(project, duplicates.keep_apart(project, ["b"], annotator="ana"))
        assert cluster(project, "a") is cluster(project, "b") is None
        assert found(project).clusters == 0
        assert checking.check(project).problems == ()
        builders.write(project, step.inverse())
        assert cluster(project, "a") == cluster(project, "b") is not None


def test_several_that_leave_a_cluster_stay_together(tmp_path: Path) -> None:
    texts = {name: f"{AGENCY} {name} edition" for name in "abcd"}
    with with_articles(tmp_path, **texts) as project:
        found(project)
        builders.write(project, duplicates.keep_apart(project, ["b", "d"], annotator="ana"))
        assert cluster(project, "b") == cluster(project, "d") is not None
        assert cluster(project, "a") == cluster(project, "c") is not None
        assert cluster(project, "a") != cluster(project, "b")
        assert found(project).joined == 0


@pytest.mark.parametrize(
    ("named", "told"), [(["c"], "in no cluster"), (["a", "b"], "whole of the cluster")]
)
def test_there_is_a_sentence_where_nothing_can_be_parted(
    tmp_path: Path, named: list[str], told: str
) -> None:
    with with_articles(tmp_path, **COPIES) as project:
        found(project)
        with pytest.raises(UserError, match=told):
            duplicates.keep_apart(project, named, annotator="ana")


def test_a_hidden_repeat_is_in_no_cluster_and_in_nobodys_way(tmp_path: Path) -> None:
    with with_articles(tmp_path, **COPIES) as project:
        found(project)
        team = Team((Annotator("ana", "ana"),))
        read = partial(articles.get, project)
        builders.write(project, assign(team, ["a"], Plan(("ana",), repeats=1), read=read))
        (repeat,) = articles.copies(project)
        with pytest.raises(UserError, match="in no cluster"):
            duplicates.keep_apart(project, [repeat], annotator="ana")
        first, last = sorted((repeat, "c"))
        builders.write(project, Draft("Part", added([Separation(first, last, "ana")])))
        assert found(project).clusters == 1


def test_finding_can_be_stopped(tmp_path: Path) -> None:
    with with_articles(tmp_path, **COPIES) as project:
        assert duplicates.find(project, report_progress=lambda read, total: read < 2) is None


def test_an_exact_copy_under_another_id_is_skipped_and_told(tmp_path: Path) -> None:
    lines = tmp_path / "more.jsonl"
    lines.write_text(
        f'{{"id": "other", "text": "{OTHER}", "annotator": "bo", "spans": '
        '[{"start": 2, "end": 8, "label": "claim"}]}\n'
        f'{{"id": "third", "text": "{OTHER}"}}\n',
        encoding="utf-8",
    )
    with with_articles(tmp_path, **COPIES) as project:
        report = importing.import_files(project, [lines], annotator="ana")
        assert (report.articles, report.annotations) == (0, 1)
        assert [each.reason for each in report.skipped] == [
            "other is word for word c, which is in the project already; only its labels came in.",
            "third is word for word c, which is in the project already.",
        ]
        assert articles.ids(project) == ["a", "b", "c"]
        again = importing.import_files(project, [lines], annotator="ana")
        assert again.added_nothing


def test_articles_without_text_in_common_are_left_as_they_are(tmp_path: Path) -> None:
    made = [
        Article(name, name, name, builders.article(name).text_sha256) for name in ("one", "two")
    ]
    with builders.writable(tmp_path, *made) as project:
        assert found(project).draft.changes == ()
