"""`annotator agreement`: what it prints, as text and as JSON."""

import subprocess
import sys

import pytest

from annotator.domain.change import Draft, added
from annotator.storage.project import open_project
from tests.builders import article, writable, write
from tests.cli.commands import environment, run
from tests.operations.test_agreement import TEXT, done, mark


@pytest.fixture
def project(tmp_path):
    """An article that two have finished."""
    with writable(tmp_path, article(TEXT, article_id="a1")) as opened:
        given = [
            mark("a1", "ana", "claim", 0, 45, check_worthiness="check_worthy"),
            mark("a1", "ana", "source", 0, 10),
            mark("a1", "ben", "claim", 16, 45, check_worthiness="unimportant"),
            done("a1", "ana"),
            done("a1", "ben"),
        ]
        write(opened, Draft("Fill", added(given)))
    return tmp_path / "pilot.annotator"


def test_each_figure_has_all_that_it_takes_to_judge_it(project):
    told = run("agreement", project, "--json").json
    assert told["people"] == ["ana", "ben"]
    assert (told["articles"], told["revision"]) == (1, 1)
    figure = next(
        f for f in told["figures"] if (f["subject"], f["measure"]) == ("claim", "f1_overlap")
    )
    assert figure["value"] == 1.0
    assert figure["n"] == 2
    assert figure["unit"] == "spans"
    assert figure["is_small"]
    assert figure["interval"] is None
    assert {"level", "coverage", "annotators", "undefined"} <= set(figure)


def test_the_cases_stand_behind_the_figures_also_what_only_one_marked(project):
    told = run("agreement", project, "--json").json
    figure = next(f for f in told["figures"] if (f["subject"], f["measure"]) == ("", "f1_exact"))
    cases = told["cases"][figure["cases"]]
    assert [(c["kind"], c["said"]) for c in cases] == [
        ("only_one", {"ana": "source", "ben": None}),
        ("boundary", {"ana": "claim", "ben": "claim"}),
    ]
    assert cases[0]["text"] == "Mayor Ruiz"
    assert cases[1]["annotations"] == {"ana": "ana-claim-0", "ben": "ben-claim-16"}


def test_one_label_and_one_measure_are_enough(project):
    told = run(
        "agreement", project, "--label", "claim", "--measure", "f1_exact", "--between", "ben,ana",
        "--cases", "none", "--json",
    ).json  # fmt: skip
    assert [(f["subject"], f["measure"], f["value"]) for f in told["figures"]] == [
        ("claim", "f1_exact", 0.0)
    ]
    assert told["figures"][0]["annotators"] == ["ben", "ana"]
    assert told["cases"] == {}


def test_people_read_a_table(project):
    told = run("agreement", project)
    assert told.code == 0
    assert "1 article finished by two or more of ana, ben" in told.out
    assert "n = 2 spans" in told.out
    assert "! rests on fewer than 30 units or spans" in told.out
    assert f"n = {len(TEXT)} characters in 3 spans" in told.out
    with open_project(project, is_writable=True) as opened:
        write(opened, Draft("Fill", added([mark("a1", "chi", "claim", 0, 45), done("a1", "chi")])))
    told = run("agreement", project).out
    assert " ana ben chi " in told
    assert " ana ben " not in told.replace(" ana ben chi ", "")
    assert " ana ben " in run("agreement", project, "--pairs").out.replace(" ana ben chi ", "")


def test_with_one_person_it_says_that_two_are_needed(tmp_path):
    with writable(tmp_path, article(TEXT, article_id="a1")) as opened:
        write(opened, Draft("Fill", added([done("a1", "ana")])))
    told = run("agreement", tmp_path / "pilot.annotator")
    assert told.code == 0
    assert "needs two" in told.out


def test_wrong_usage_and_what_is_unknown(project):
    assert run("agreement", project, "--between", "ana").code == 2
    run("agreement", project, "--between", "ana,zoe").refuses("zoe")
    run("agreement", project, "--measure", "beta").refuses("beta")


def test_neither_help_nor_other_commands_load_numpy(tmp_path):
    lines = (
        "import sys",
        "from annotator.cli.main import cli",
        "cli.main(['agreement', '--help'], standalone_mode=False)",
        "import annotator.cli.statistics, annotator.cli.exporting",
        "sys.exit('numpy' in sys.modules)",
    )
    process = subprocess.run(
        [sys.executable, "-c", "; ".join(lines)], env=environment(tmp_path), check=False
    )
    assert process.returncode == 0
