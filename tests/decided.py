"""A project in which two people finished an article and an editor made gold of it."""

from pathlib import Path

from annotator.domain.change import Draft, added
from annotator.domain.progress import FINISHED, Progress
from annotator.operations import adjudicate, reviewing
from annotator.storage.project import Project, open_project
from tests import builders

ARTICLE = builders.article(
    "The mayor said the bridge is safe. Experts doubt it. The line opens in May.",
    article_id="a1",
    title="The bridge",
)
WHOLE = builders.annotation(ARTICLE, "The mayor said the bridge is safe", annotation_id="w")
DOUBT = builders.annotation(ARTICLE, "Experts doubt it", annotation_id="d")
SAFE = builders.annotation(ARTICLE, "the bridge is safe", annotation_id="b", by="ben")
LINE = builders.annotation(ARTICLE, "The line opens in May", annotation_id="l", by="ben")


def decided_project(folder: Path) -> Path:
    """Ana's long claim became Ben's short one, hers on the doubt is rejected, his line is taken."""
    path = builders.project_file(folder, ARTICLE)
    with open_project(path, is_writable=True) as project:
        done = [Progress("a1", "ana", FINISHED), Progress("a1", "ben", FINISHED)]
        builders.write(project, Draft("Fill", added([WHOLE, DOUBT, SAFE, LINE, *done])))
        _decide(project, "the bridge is safe", take="ben", reason="too_long")
        _decide(project, "Experts doubt it", take="", reason="not_there")
        _decide(project, "The line opens in May", take="ben", reason="")
        state = reviewing.adjudication(project, builders.scheme(), "a1")
        builders.write(project, adjudicate.finish(state, by="eva"), by="eva")
    return path


def _decide(project: Project, words: str, *, take: str, reason: str) -> None:
    state = reviewing.adjudication(project, builders.scheme(), "a1")
    item = next(
        each
        for each in state.left
        if any(words in made.text for made in each.case.members.values())
    )
    if take:
        draft = adjudicate.take(state, item, take, by="eva", reason=reason)
    else:
        draft = adjudicate.take_neither(state, item, by="eva", reason=reason)
    builders.write(project, draft, by="eva")
