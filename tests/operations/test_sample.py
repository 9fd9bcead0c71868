"""The sample project has something to decide from the first day, and something decided."""

import pytest

from annotator.domain.change import Change, Draft
from annotator.domain.people import GOLD
from annotator.domain.review import EDITED
from annotator.operations import adjudicate, checking, duplicates, library, reviewing
from annotator.operations.proposing import Proposer
from annotator.operations.writing import commit
from annotator.storage import articles, outcomes, records, reviews
from annotator.storage.project import Project, open_project

DECIDED = "night-trains-vale"


@pytest.fixture
def path(tmp_path):
    """A sample project of somebody new."""
    made = tmp_path / "sample.annotator"
    library.new_project(made, annotator="zoe", with_sample=True)
    return made


def test_the_annotator_of_a_sample_project_gets_suggestions(path):
    with open_project(path) as project:
        found = [records.sheet(project, name, "zoe") for name in articles.ids(project)]
        assert sum(len(sheet.suggestions) for sheet in found) >= 30
        assert all(each.is_open for sheet in found for each in sheet.suggestions.values())
        assert not any(sheet.annotations for sheet in found)
        assert records.sheet(project, "harbour-dredging", "ben").suggestions == {}
        assert checking.check(project).problems == ()


def test_what_engines_find_in_the_sample_by_themselves_is_there_already(path):
    with open_project(path) as project:
        proposer = Proposer(project, library.scheme_of(project), "zoe")
        for name in articles.ids(project):
            assert proposer.run(records.sheet(project, name, "zoe"), ("boilerplate",)) == []


def test_a_project_with_the_sample_waits_for_the_disk_once(tmp_path, monkeypatch):
    ends = []
    execute = Project.execute

    def noted(self, statement, parameters=()):
        ends.extend([statement] if statement == "COMMIT" else [])
        return execute(self, statement, parameters)

    monkeypatch.setattr(Project, "execute", noted)
    library.new_project(tmp_path / "sample.annotator", annotator="zoe", with_sample=True)
    assert ends == ["COMMIT"]


def test_the_reprint_of_the_sample_is_found_already(path):
    with open_project(path) as project:
        found = duplicates.find(project)
        assert found is not None
        assert (found.clusters, found.articles, found.joined) == (1, 2, 0)


def test_both_annotators_of_the_sample_have_something_to_learn_from_the_editor(path):
    with open_project(path) as project:
        for name in outcomes.judged_people(project):
            found = outcomes.outcomes(project, name)
            assert {each.is_accepted for each in found} == {True, False}
            assert len({each.verdict.reason for each in found if not each.is_accepted}) >= 3
        assert outcomes.judged_people(project) == ["ana", "ben"]


def test_the_decisions_of_the_sample_are_those_that_a_review_would_write(path):
    with open_project(path, is_writable=True) as project:
        written = decided(project)
        forget(project)
        assert decided(project) != written
        decide_again(project, written[0], written[1])
        assert decided(project) == written
        assert checking.check(project).problems == ()


def decided(project: Project):
    """The decisions, and all that the layer and the judgements of others' work hold."""
    sheets = [records.sheet(project, DECIDED, name) for name in (GOLD, "ana", "ben")]
    decisions = {each.id: each for each in reviews.decisions(project, DECIDED)}
    gold = sheets[0]
    parts = (gold.annotations, gold.relations, gold.labels, gold.flags, gold.progress)
    return decisions, *map(dict, parts[:-1]), parts[-1], [dict(each.verdicts) for each in sheets]


def forget(project: Project) -> None:
    """Take everything away that an editor made."""
    decisions, annotations, relations, labels, flags, progress, verdicts = decided(project)
    made = [decisions, relations, annotations, labels, flags, *verdicts]
    gone = [Change(each, None) for held in made for each in held.values()]
    draft = Draft("Forget", (*gone, Change(progress, None)))
    commit(project, draft, annotator="eva")


def decide_again(project: Project, choices, golden) -> None:
    """Make every choice anew, as an editor does; the words of what was edited are the shipped."""
    scheme = library.scheme_of(project)
    while (state := reviewing.adjudication(project, scheme, DECIDED)).left:
        item = state.left[0]
        choice = choices[adjudicate.name_of(item.case, DECIDED)]
        own = {"by": choice.by, "reason": choice.reason}
        if choice.choice == EDITED:
            draft = adjudicate.correct(state, item, golden[choice.id], **own)
        else:
            draft = adjudicate.take(state, item, choice.taken, **own)
        commit(project, draft, annotator=choice.by)
    draft = adjudicate.finish(state, by="eva")
    commit(project, draft, annotator="eva")
