"""Two scraped articles, labelled by hand, in every format.

They lie beside the checkout and are not shipped.
"""

from pathlib import Path

import pytest

from annotator.formats.datasets.work import TokenRules
from annotator.formats.registry import writable
from annotator.operations import exporting
from annotator.operations.export_plan import ExportPlan
from annotator.storage.project import open_project
from tests.operations import hand_labelled, tool_projects
from tests.operations.hand_labelled import ACROSS, SEEDS, links, marks

TOOLS = ("brat", "webanno", "uima", "uima-json")
TOKENS = ("conll", "spacy", "hf-tokens")


@pytest.fixture(name="project", scope="module")
def _project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hand_labelled.project(tmp_path_factory.mktemp("scraped"))


pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the scraped articles are not ours to ship"
)


@pytest.mark.parametrize("form", writable(), ids=lambda form: form.id)
def test_every_format_is_handed_every_label_and_proves_what_it_holds(form, project, tmp_path):
    with open_project(project) as opened:
        plan = ExportPlan(form.id, drops_boilerplate=False)
        report = exporting.export(opened, tmp_path / "out", plan)
    assert report.annotations == len(marks())
    assert report.relations == len(links())
    between = {reason for kind, reason in report.losses if kind == "link"}
    assert bool(between) == ("links" not in form.holds)
    gone = {count for (kind, _), count in report.losses.items() if kind == "link"}
    assert gone <= {len(ACROSS)}


@pytest.mark.parametrize("format_id", TOOLS)
def test_they_come_back_as_they_were_labelled(project, tmp_path, format_id):
    tool_projects.write(project, tmp_path / "out", format_id)
    assert {e["kind"] for e in tool_projects.losses_in(tmp_path / "out")} <= {"link"}
    report = tool_projects.bring_in(tmp_path / "new.annotator", tmp_path / "out")
    assert report.problems == []
    assert tool_projects.facts(tmp_path / "new.annotator") == tool_projects.facts(project)


@pytest.mark.parametrize("format_id", TOKENS)
def test_the_built_in_tokens_lose_overlaps_and_nothing_by_cutting(project, tmp_path, format_id):
    tool_projects.write(project, tmp_path / "out", format_id)
    told = {
        (e["article"][:3], e["id"], e["is_changed"])
        for e in tool_projects.losses_in(tmp_path / "out")
        if e["kind"] == "annotation"
    }
    dropped = {("000", f"b{number}", False) for number in range(1, 8)}
    inside = set() if format_id == "spacy" else {("000", "k4", False)}
    assert told == {("001", "m13", True), *dropped, *inside}


def test_white_space_tokens_tell_which_labels_start_inside_one(project, tmp_path):
    rules = TokenRules(tokens="whitespace", alignment="strict")
    tool_projects.write(project, tmp_path / "out", "conll", rules, drops_boilerplate=False)
    losses = tool_projects.losses_in(tmp_path / "out")
    cut = {e["id"] for e in losses if "inside a token" in e["reason"]}
    assert {"n5", "n7", "b4", "b5"} <= cut
    assert "s1" not in cut
