"""Summaries of articles, read in pieces."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.domain.flag import ANSWERED, SENT_BACK, Flag, Message
from annotator.domain.people import REPEAT_OF, Assignment
from annotator.domain.progress import FINISHED, IN_PROGRESS, Progress
from annotator.gui.library.listed import Listed
from annotator.gui.library.model import QueueModel
from annotator.storage import articles, records
from annotator.storage.articles import ArticleSummary, summary_row
from tests import builders

STORIES = [
    replace(builders.article(f"Story {n}.", article_id=f"a{n}"), cluster=cluster)
    for n, cluster in enumerate((None, "c", "c", None, "c"), 1)
]
NEWER = replace(builders.article("Story 1, again.", article_id="b1"), extra={"version_of": "a1"})
REPEAT = replace(STORIES[1], id="copy", extra={REPEAT_OF: "a2"})
GIVEN = (
    Assignment("a4", "ana", 20),
    Assignment("a1", "ana", 10),
    Assignment("a1", "ben", 10),
    Assignment("copy", "ben", 30, repeats="a2"),
    builders.annotation(STORIES[0], "Story"),
    Progress("a1", "ana", "finished"),
)


@pytest.mark.parametrize("size", [1, 2, 100])
def test_pieces_of_any_size_tell_of_each_article_once_and_of_all_that_concerns_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(articles, "_FIRST_PIECE", 1)
    monkeypatch.setattr(articles, "_PIECE", size)
    with builders.reading(tmp_path, *GIVEN, known=[*STORIES, NEWER, REPEAT]) as project:
        of_ana = [ArticleSummary(*r) for p in articles.summary_rows(project, "ana") for r in p]
        of_ben = articles.summaries(project, "ben")
    assert [(each.id, each.place, each.whose, each.reprints, each.is_newer) for each in of_ana] == [
        ("a1", 10, ("ana", "ben"), 0, False),
        ("a2", None, (), 2, False),
        ("a3", None, (), 2, False),
        ("a4", 20, ("ana",), 0, False),
        ("a5", None, (), 2, False),
        ("b1", None, (), 0, True),
    ]
    assert (of_ana[0].status, of_ana[0].annotations) == ("finished", 1)
    assert [each.done_by for each in of_ana] == [("ana",), (), (), (), (), ()]
    assert (of_ben[0].id, of_ben[0].status) == ("a1", "open")
    assert (of_ben[-1].id, of_ben[-1].place, of_ben[-1].reprints) == ("copy", 30, 0)


def test_whether_there_are_more_articles_than_so_many(tmp_path: Path) -> None:
    with builders.reading(tmp_path, known=STORIES) as project:
        assert [articles.are_more_than(project, count) for count in (0, 4, 5)] == [
            True,
            True,
            False,
        ]
        assert articles.first(project) == "a1"


@pytest.mark.parametrize(("status", "is_back"), [(IN_PROGRESS, True), (FINISHED, False)])
def test_an_article_is_sent_back_until_it_is_finished_anew(
    tmp_path: Path, status: str, is_back: bool
) -> None:
    flag = Flag(
        "f1", "a1", "ana", None, SENT_BACK, ANSWERED, "eva", (Message("eva", "Look again."),)
    )
    known = (flag, Progress("a1", "ana", status))
    with builders.reading(tmp_path, *known, known=[STORIES[0]]) as project:
        (of_ana,) = articles.summaries(project, "ana")
        sheet = records.sheet(project, "a1", "ana")
    assert (of_ana.is_sent_back, of_ana.answered_flags) == (is_back, 0)
    model = QueueModel()
    model.load(Listed([summary_row(replace(of_ana, is_sent_back=not is_back, answered_flags=9))]))
    model.follow(sheet)
    assert model.summary(0) == of_ana, "the window counts as the file does"
