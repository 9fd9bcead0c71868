"""`annotator suggest` keeps proposals and says what is new."""

from annotator.operations import suggestion_choices
from annotator.storage import records
from annotator.storage.project import open_project
from tests import builders
from tests.cli.commands import run
from tests.suggestions.pages import FAULTS, TEXT


def page(folder):
    return builders.project_file(folder, builders.article(TEXT, article_id="page"))


def test_the_command_tells_each_new_suggestion_and_the_second_time_none(tmp_path):
    path = page(tmp_path)
    first = run("suggest", path, "--engine", "boilerplate", "--json").json
    assert (first["articles"], first["suggestions"]) == (1, len(FAULTS))
    assert first["engines"] == {"boilerplate": len(FAULTS)}
    for each in first["added"]:
        assert TEXT[each["start"] : each["end"]] == each["text"]
    again = run("suggest", path, "--engine", "boilerplate", "--json").json
    assert (again["suggestions"], again["added"]) == (0, [])


def test_one_article_is_listed_for_people(tmp_path):
    path = page(tmp_path)
    outcome = run("suggest", path, "--article", "page")
    assert outcome.code == 0
    assert "boilerplate: related block, 95% sure" in outcome.out
    assert "new suggestions in 1 article" in outcome.out
    assert "Nothing new in 1 article." in run("suggest", path).out


def test_suggestions_belong_to_the_annotator_who_is_named(tmp_path):
    path = page(tmp_path)
    run("suggest", path, "--as", "ben")
    with open_project(path) as project:
        assert records.sheet(project, "page", "ben").suggestions
        assert records.sheet(project, "page", "ana").suggestions == {}


def test_hidden_repeats_are_articles_of_those_alone_to_whom_they_were_given(tmp_path):
    path = page(tmp_path)
    run("people", path, "add", "chi")
    run("assign", path, "--to", "chi", "--repeats", "100")
    assert run("suggest", path, "--as", "ben", "--json").json["articles"] == 1
    assert run("suggest", path, "--as", "chi", "--json").json["articles"] == 2


def test_articles_that_measure_agreement_are_left_out(tmp_path):
    path = page(tmp_path)
    with open_project(path, is_writable=True) as project:
        draft = suggestion_choices.set_for_agreement("page", is_on=True)
        builders.write(project, draft)
        assert suggestion_choices.is_for_agreement(project, "page")
    found = run("suggest", path, "--json").json
    assert (found["articles"], found["suggestions"], found["skipped"]) == (0, 0, ["page"])
    with open_project(path, is_writable=True) as project:
        builders.write(project, suggestion_choices.set_for_agreement("page", is_on=False))
    assert run("suggest", path, "--json").json["suggestions"] > 0


def test_wrong_names_are_refused_and_nothing_is_written(tmp_path):
    path = page(tmp_path)
    run("suggest", path, "--engine", "oracle").refuses("oracle", "quotation")
    run("suggest", path, "--article", "nowhere").refuses("nowhere")
    with open_project(path) as project:
        assert project.value("SELECT count(*) FROM suggestion") == 0


def test_statistics_show_what_became_of_suggestions(tmp_path):
    path = page(tmp_path)
    run("suggest", path)
    shown = run("stats", path)
    assert "boilerplate  boilerplate  7 open, 0 accepted" in shown.out
    numbers = run("stats", path, "--json").json["suggestions"]
    assert numbers["accepted"] == 0
    assert numbers["by_engine"]["boilerplate"]["boilerplate"]["open"] == 7


def test_page_mode_is_off_until_somebody_allows_it(tmp_path):
    with open_project(page(tmp_path), is_writable=True) as project:
        assert not suggestion_choices.allows_pages(project)
        builders.write(project, suggestion_choices.set_pages(is_on=True))
        assert suggestion_choices.allows_pages(project)
        builders.write(project, suggestion_choices.set_pages(is_on=False))
        assert not suggestion_choices.allows_pages(project)
