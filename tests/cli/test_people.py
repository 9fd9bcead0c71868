"""People and what they are given, by commands."""

from pathlib import Path

import pytest

from annotator.storage import articles
from annotator.storage.project import open_project
from tests.builders import sample_file
from tests.cli.commands import counted, run


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample project, made by an editor."""
    return sample_file(tmp_path, by="eva")


def test_people_are_listed_added_made_editors_chosen_and_removed(sample: Path) -> None:
    assert run("people", sample, "add", "chi", "dov", "--json").code == 0
    assert run("people", sample, "role", "chi", "editor").code == 0
    assert run("people", sample, "current", "dov").code == 0
    assert run("people", sample, "remove", "dov").code == 0
    outcome = run("people", sample, "--json").json
    assert [(each["id"], each["role"]) for each in outcome["people"]] == [
        ("ana", "annotator"), ("ben", "annotator"), ("chi", "editor"), ("eva", "editor"),
    ]  # fmt: skip
    assert outcome["current"] == "dov"  # a choice of its own; the name is there again when needed
    assert "3 finished, 1 in progress" in run("people", sample).out


def test_articles_are_given_out_once_and_show_in_the_queue(sample: Path) -> None:
    call = ("assign", sample, "--to", "ana", "--to", "eva", "--overlap", "2", "--json")
    dry = run(*call, "--dry-run").json
    assert (dry["assigned"], dry["is_dry_run"]) == (6, True)
    before = counted(sample)
    told = run(*call[:-1], "--dry-run").out
    assert told.startswith("Would assign 4 articles, 6 times in all.")
    assert run(*call).json["people"] == {"ana": 3, "eva": 3}
    assert counted(sample)[0] == before[0] + 1
    assert run(*call).json["assigned"] == 0
    with open_project(sample) as project:
        mine = [each for each in articles.summaries(project, "eva") if each.place is not None]
    assert len(mine) == 3
    assert mine[0].whose in (("eva",), ("ana", "eva"))
    assert run("assign", sample, "--clear", "--to", "eva", "--json").json["taken_back"] == 3


def test_a_repeat_is_in_the_queue_of_its_person_and_of_nobody_else(sample: Path) -> None:
    run("people", sample, "add", "chi")
    told = run(
        "assign", sample, "--to", "chi", "--articles", "id:hospital-beds", "--repeats", "100"
    )
    assert "hidden repeat" in told.out
    with open_project(sample) as project:
        for name, more in (("chi", 1), ("eva", 0)):
            assert len(articles.summaries(project, name)) == 6 + more
    assert run("check", sample).code == 0


def test_a_repeat_that_was_taken_back_is_in_no_queue_and_can_be_given_again(sample: Path) -> None:
    run("people", sample, "add", "chi")
    give = ("assign", sample, "--to", "chi", "--articles", "id:hospital-beds", "--repeats", "100")
    run(*give)
    assert run("assign", sample, "--clear", "--json").json["taken_back"] == 2
    with open_project(sample) as project:
        for name in ("chi", "eva"):
            assert len(articles.summaries(project, name)) == 6
    everything = run("assign", sample, "--to", "eva", "--dry-run", "--json").json
    assert everything["articles"] <= 6
    assert run(*give, "--json").json["repeats"] == 1
    with open_project(sample) as project:
        assert len(articles.summaries(project, "chi")) == 7
    assert run("check", sample).code == 0


def test_refusals_are_one_sentence(sample: Path) -> None:
    run("people", sample, "add", "ana").refuses("already")
    run("people", sample, "remove", "eva").refuses("only editor")
    run("people", sample, "current", "zoe").refuses("called “zoe”")
    run("assign", sample, "--to", "zoe").refuses("called “zoe”")
    for words in (["people", sample, "fire"], ["people", sample, "role", "ana"],
                  ["people", sample, "add"], ["assign", sample]):  # fmt: skip
        assert run(*words).code == 2


def test_how_much_is_looked_at_is_settled_by_person_and_label(sample: Path) -> None:
    assert run("people", sample, "sample", "ben/claim", "20", "--json").json["sampling"] == {
        "ben/claim": 0.2
    }
    assert run("people", sample, "sample", "*", "50%").code == 0
    assert "Of ben/claim alone an editor looks at 20%." in run("people", sample).out
    run("people", sample, "sample", "ben/clam", "20").refuses("no label “clam”")
    run("people", sample, "sample", "ben", "some").refuses("no percentage")
    run("people", sample, "sample", "ben", "120").refuses("between 0 and 100")


@pytest.mark.parametrize("account", ["gold", "a\tb", " "])
def test_an_account_whose_name_can_be_nobodys_works_under_another(tmp_path, monkeypatch, account):
    monkeypatch.setenv("LOGNAME", account)
    made = run("new", tmp_path / "pilot.annotator", "--json").json
    assert made["annotator"] == "me"
