"""Exports for other tools come back as they were, and what did not is in the losses, exactly."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Draft, added
from annotator.formats.datasets.work import TokenRules
from annotator.operations import writing
from annotator.storage.project import open_project
from tests import builders
from tests.operations import tool_projects
from tests.operations.tool_projects import ODD_ID

HELD_BY_NONE = {"label", "flag", "link", "stance", "entity", "verdict"}
MARK_FORMATS = ("brat", "webanno", "uima", "uima-json")
TOKEN_FORMATS = ("conll", "spacy")


@pytest.fixture(name="project", scope="module")
def _project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tool_projects.sample(tmp_path_factory.mktemp("sample"))


@pytest.mark.parametrize("format_id", MARK_FORMATS)
def test_labels_relations_attributes_and_notes_come_back(project, tmp_path, format_id):
    tool_projects.write(project, tmp_path / "out", format_id, layer="ana")
    losses = tool_projects.losses_in(tmp_path / "out")
    # The formats hold all but these, so nothing else may differ.
    assert {each["kind"] for each in losses} <= HELD_BY_NONE
    report = tool_projects.bring_in(tmp_path / "new.annotator", tmp_path / "out")
    assert report.problems == []
    assert tool_projects.facts(tmp_path / "new.annotator") == tool_projects.facts(project)


@pytest.mark.parametrize("alignment", ["expand", "contract", "strict"])
@pytest.mark.parametrize("format_id", TOKEN_FORMATS)
def test_tokens_bring_back_all_that_is_not_in_the_losses(project, tmp_path, format_id, alignment):
    rules = TokenRules(tokens="whitespace", alignment=alignment)
    tool_projects.write(
        project, tmp_path / "out", format_id, rules, layer="ana", drops_boilerplate=False
    )
    losses = tool_projects.losses_in(tmp_path / "out")
    altered = {(e["article"], e["id"]) for e in losses if e["kind"] == "annotation"}
    changed = {(e["article"], e["id"]) for e in losses if e["is_changed"]}
    assert (ODD_ID, "n4") in altered
    tool_projects.bring_in(tmp_path / "new.annotator", tmp_path / "out")
    with open_project(project) as opened:
        marks = tool_projects.annotations(opened, "ana")
        fragments = sum(len(marks[each].fragments) for each in changed)
    untouched = Counter(
        (each.article_id, each.label, ((each.start, each.end),), each.text, b"", "")
        for key, each in marks.items()
        if key not in altered
    )
    found = tool_projects.facts(tmp_path / "new.annotator", has_attributes=False)
    assert untouched - found == Counter()
    rest = sum((found - untouched).values())
    assert (rest == 0) == (not changed)
    assert rest <= fragments


def test_each_annotator_comes_back_under_their_name(project, tmp_path):
    for format_id in TOKEN_FORMATS:
        tool_projects.write(project, tmp_path / format_id, format_id, drops_boilerplate=False)
        path = tmp_path / f"{format_id}.annotator"
        tool_projects.bring_in(path, tmp_path / format_id, by="eva")
        assert tool_projects.facts(path, "ben")
        assert not tool_projects.facts(path, "eva")


def test_annotators_have_folders_where_files_hold_no_names(project, tmp_path):
    tool_projects.write(project, tmp_path / "out", "brat")
    assert (tmp_path / "out" / "ana" / "hospital-beds.ann").is_file()
    assert (tmp_path / "out" / "ben" / "hospital-beds.ann").is_file()
    tool_projects.bring_in(tmp_path / "ben.annotator", tmp_path / "out" / "ben", by="ben")
    assert tool_projects.facts(tmp_path / "ben.annotator", "ben") == tool_projects.facts(
        project, "ben"
    )


_EXPORTING = """
import sys
from pathlib import Path
from annotator.operations import exporting
from annotator.operations.export_plan import ExportPlan
from annotator.storage.project import open_project
with open_project(Path(sys.argv[1])) as project:
    for format_id in sys.argv[3:]:
        exporting.export(project, Path(sys.argv[2]) / format_id, ExportPlan(format_id))
"""


def test_the_same_project_gives_the_same_bytes_whatever_the_hash_seed(project, tmp_path):
    formats = [*MARK_FORMATS, *TOKEN_FORMATS, "hf-tokens"]
    written = []
    for seed in ("1", "77"):
        folder = tmp_path / seed
        folder.mkdir()
        subprocess.run(
            [sys.executable, "-c", _EXPORTING, project, folder, *formats],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "ANNOTATOR_HOME": str(tmp_path / "home")},
        )
        written.append(
            {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        )
    assert written[0] == written[1]
    assert {path.parts[0] for path in written[0]} == set(formats)
    assert len(written[0]) >= 4 * len(formats)


def test_an_article_that_xml_cannot_hold_is_json_and_loses_nothing(tmp_path):
    article = builders.article("Before\x0bafter, a claim.", article_id="odd")
    path = builders.project_file(tmp_path, article, builders.article())
    claim = builders.annotation(article, "a claim")
    _commit(path, claim, builders.annotation(builders.article(), "the bridge"))
    report = tool_projects.write(path, tmp_path / "out", "uima")
    assert {file.name for file in report.files} >= {"odd.json", "a1.xmi", "TypeSystem.xml"}
    assert "XML forbids" in (tmp_path / "out" / "README.md").read_text("utf-8")
    tool_projects.bring_in(tmp_path / "new.annotator", tmp_path / "out")
    assert tool_projects.facts(tmp_path / "new.annotator") == tool_projects.facts(path)


@pytest.mark.parametrize(
    ("format_id", "told"), [("webanno", "begins or ends in white space"), ("brat", "line ends")]
)
def test_an_edge_of_white_space_is_a_loss_and_nothing_else_is(tmp_path, format_id, told):
    article = builders.article("One claim \nand another.")
    path = builders.project_file(tmp_path, article)
    parts = ("claim \n",) if format_id == "brat" else ("One claim ",)
    _commit(path, builders.annotation(article, *parts))
    tool_projects.write(path, tmp_path / "out", format_id)
    losses = tool_projects.losses_in(tmp_path / "out")
    assert [(e["kind"], e["id"], e["is_changed"]) for e in losses] == [("annotation", "n1", True)]
    assert told in losses[0]["reason"]


def test_fragments_whose_edges_are_white_space_stay_fragments(tmp_path):
    article = builders.article("One claim and another one.")
    path = builders.project_file(tmp_path, article)
    _commit(path, builders.annotation(article, "claim", " another "))
    tool_projects.write(path, tmp_path / "out", "webanno")
    assert [e["is_changed"] for e in tool_projects.losses_in(tmp_path / "out")] == [True]
    tool_projects.bring_in(tmp_path / "new.annotator", tmp_path / "out")
    with open_project(tmp_path / "new.annotator") as opened:
        (found,) = tool_projects.annotations(opened, "ana").values()
    assert [(each.start, each.end) for each in found.fragments] == [(4, 9), (13, 21)]


def test_a_word_that_looks_like_the_head_of_an_article_is_a_word_to_the_proof(tmp_path):
    article = builders.article("A claim -DOCSTART- goes on.")
    path = builders.project_file(tmp_path, article)
    _commit(path, builders.annotation(article, "-DOCSTART- goes"))
    rules = TokenRules(tokens="whitespace")
    report = tool_projects.write(path, tmp_path / "out", "conll", rules)
    assert (report.articles, report.losses) == (1, {})


def test_a_span_of_white_space_alone_is_lost_with_what_hangs_on_it(tmp_path):
    article = builders.article("One claim.  Two.")
    path = builders.project_file(tmp_path, article)
    _commit(path, builders.annotation(article, "  "))
    for format_id in ("webanno", "brat", "conll", "spacy", "hf-tokens"):
        tool_projects.write(path, tmp_path / format_id, format_id)
        losses = tool_projects.losses_in(tmp_path / format_id)
        assert [(e["id"], e["is_changed"]) for e in losses] == [("n1", False)], format_id


def _commit(path: Path, *made: Annotation | Article) -> None:
    with open_project(path, is_writable=True) as project:
        writing.commit(project, Draft("Label", added(made)), annotator="ana")
