import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from annotator.domain.change import Draft, added
from annotator.domain.flag import BY_RULE, CLOSED, FIXED, Flag
from annotator.domain.people import GOLD, REPEAT_OF, Annotator
from annotator.domain.progress import ADJUDICATED, FINISHED, IN_PROGRESS, Progress
from annotator.operations import writing
from annotator.storage import counts, dashboard, journal
from annotator.storage.project import open_project
from tests.builders import annotation, article, project_file

ONE, TWO, THREE = (article(article_id=name) for name in ("one", "two", "three"))


@pytest.fixture
def far_east(monkeypatch):
    """A clock on the wall that is twelve hours ahead."""
    monkeypatch.setenv("TZ", "XYZ-12")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def filled(folder):
    """A project of three articles with work by two people and gold."""
    path = project_file(folder, ONE, TWO, THREE)
    claim = annotation(ONE, "Mayor", by="ana")
    records = (
        Annotator("ben", "ben"),
        claim,
        annotation(ONE, "bridge", by="ana", annotation_id="n2", label="source"),
        annotation(TWO, "Mayor", by="ben"),
        replace(annotation(ONE, "Mayor", by=GOLD), origin="suggestion:rules"),
        Progress("one", "ana", FINISHED),
        Progress("two", "ana", IN_PROGRESS),
        Progress("two", "ben", FINISHED),
        Progress("one", GOLD, ADJUDICATED),
        Flag("f1", "two", "ben", None, "needs_source"),
    )
    with open_project(path, is_writable=True) as project:
        writing.commit(project, Draft("Fill", added(records)), annotator="ana")
    return path


def test_every_article_counts_once_under_the_furthest_that_anybody_is(tmp_path):
    with open_project(filled(tmp_path)) as project:
        counted = counts.of_project(project)
    assert counted.status == {"adjudicated": 1, "finished": 1, "in_progress": 0, "open": 1}
    assert sum(counted.status.values()) == counted.articles == 3


def test_labels_are_counted_in_all_and_by_person(tmp_path):
    with open_project(filled(tmp_path)) as project:
        counted = counts.of_project(project)
    assert counted.labels == {"claim": 3, "source": 1}
    assert counted.annotators["ana"].labels == {"claim": 1, "source": 1}
    assert counted.annotators["ben"].status == {"finished": 1, "in_progress": 0, "open": 2}
    assert counted.annotators[GOLD].status["adjudicated"] == 1
    assert counted.flags == {"open": 1, "answered": 0, "closed": 0}
    assert counted.suggestions_accepted == 1


def test_annotations_count_on_the_day_of_the_step_that_wrote_them_last(tmp_path):
    path = filled(tmp_path)
    late = datetime(2091, 5, 3, 12, tzinfo=UTC)
    with open_project(path, is_writable=True) as project:
        fresh = annotation(THREE, "Mayor", by="ana")
        draft = Draft("Label", added([fresh]))
        milliseconds = int(late.timestamp() * 1000)
        journal.commit(project, draft, annotator="ana", clock=lambda: milliseconds)
        counted = counts.of_project(project)
    assert counted.days["2091-05-03"] == counts.Day(steps=1, annotations=1)
    assert sum(day.annotations for day in counted.days.values()) == counted.annotations == 5


def test_a_list_tells_how_everybody_stands_with_an_article(tmp_path):
    with open_project(filled(tmp_path)) as project:
        listed = counts.of_articles(project)
    assert list(listed) == ["one", "two", "three"]
    assert listed["two"].status == {"ana": "in_progress", "ben": "finished"}
    assert (listed["two"].annotations, listed["two"].open_flags) == (1, 1)
    assert listed["three"].status == {}


def test_days_are_those_of_utc_or_of_this_computers_clock(tmp_path, far_east):
    path = filled(tmp_path)
    evening = int(datetime(2091, 5, 3, 20, tzinfo=UTC).timestamp() * 1000)
    with open_project(path, is_writable=True) as project:
        journal.commit(
            project, Draft("Done", added([Progress("three", "ana", FINISHED)])), annotator="ana",
            clock=lambda: evening,
        )  # fmt: skip
        days = [counts.of_project(project, has_local_days=each).days for each in (False, True)]
        shown = dashboard.numbers(project, dashboard.Scope(), attributes=()).days
    assert "2091-05-03" in days[0]
    assert "2091-05-04" in days[1]
    assert "2091-05-04" in shown


def test_labels_on_hidden_repeats_and_flags_that_a_rule_took_back_count_nowhere(tmp_path):
    copy = replace(article(article_id="copy"), extra={REPEAT_OF: "one"})
    fixed = Flag("f2", "two", "ben", None, "rule", CLOSED, origin=BY_RULE, outcome=FIXED)
    more = (copy, annotation(copy, "Mayor", by="ana"), fixed)
    with open_project(filled(tmp_path), is_writable=True) as project:
        before = counts.of_project(project)
        writing.commit(project, Draft("Fill", added(more)), annotator="ana")
        after = counts.of_project(project)
    assert (after.articles, after.annotations) == (before.articles, before.annotations)
    assert sum(day.annotations for day in after.days.values()) == after.annotations
    assert after.flags == before.flags
