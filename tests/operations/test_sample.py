"""The sample project has something to decide from the first day."""

from annotator.operations import checking, library
from annotator.operations.proposing import Proposer
from annotator.storage import articles, records
from annotator.storage.project import open_project


def test_the_annotator_of_a_sample_project_gets_suggestions(tmp_path):
    path = tmp_path / "sample.annotator"
    library.new_project(path, annotator="zoe", with_sample=True)
    with open_project(path) as project:
        found = [records.sheet(project, name, "zoe") for name in articles.ids(project)]
        assert sum(len(sheet.suggestions) for sheet in found) >= 30
        assert all(each.is_open for sheet in found for each in sheet.suggestions.values())
        assert not any(sheet.annotations for sheet in found)
        assert records.sheet(project, "harbour-dredging", "ben").suggestions == {}
        assert checking.check(project).problems == ()


def test_what_engines_find_in_the_sample_by_themselves_is_there_already(tmp_path):
    path = tmp_path / "sample.annotator"
    library.new_project(path, annotator="zoe", with_sample=True)
    with open_project(path) as project:
        proposer = Proposer(project, library.scheme_of(project), "zoe")
        for name in articles.ids(project):
            assert proposer.run(records.sheet(project, name, "zoe"), ("boilerplate",)) == []
