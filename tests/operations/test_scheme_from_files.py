"""A scheme made of the names in files of another tool: everything in them then comes in."""

import json
from pathlib import Path

import cassis
import pytest

from annotator.domain.errors import UserError
from annotator.operations import checking, importing, library
from annotator.operations.scheme_from_files import MOST_VALUES, scheme_from_files
from annotator.storage import articles, records
from annotator.storage.project import open_project
from tests.formats.annotated.tool_files import labelstudio, prodigy

TEXT = "Mayor Ruiz said the bridge will cost 4m euros."


def test_everything_in_the_file_comes_in_under_its_own_names(tmp_path: Path) -> None:
    path = tmp_path / "project-1.json"
    path.write_bytes(labelstudio(TEXT))
    scheme = scheme_from_files([path], title="desk")
    assert [(each.id, each.name) for each in scheme.labels] == [
        ("source", "SOURCE"), ("claim", "CLAIM"),
    ]  # fmt: skip
    (kind,) = scheme.relations
    assert (kind.id, kind.sources, kind.targets) == ("said_by", ("claim",), ("source",))
    (attribute,) = scheme.labels[1].attributes
    assert (attribute.id, [value.id for value in attribute.values]) == ("certainty", ["hedged"])
    project = tmp_path / "desk.annotator"
    library.new_project(project, made=scheme, annotator="ana")
    with open_project(project, is_writable=True) as opened:
        report = importing.import_files(opened, [path], annotator="ana")
        assert (report.annotations, report.relations, report.problems) == (2, 1, [])
        assert checking.check(opened).problems == ()


def test_names_that_could_be_no_ids_are_kept_as_names(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    labels = (("Утверждение", "Mayor Ruiz"), ("1st-claim", "the bridge"), ("ns.Claim", "euros"))
    path.write_bytes(prodigy(TEXT, labels, relations=[]))
    scheme = scheme_from_files([path], title="Мой проект")
    assert {each.name: each.id for each in scheme.labels} == {
        "Утверждение": "label_1", "1st-claim": "label_1st_claim", "ns.Claim": "claim",
    }  # fmt: skip
    project = tmp_path / "own.annotator"
    library.new_project(project, made=scheme, annotator="ana")
    with open_project(project, is_writable=True) as opened:
        assert importing.import_files(opened, [path], annotator="ana").annotations == 3


def test_an_attribute_with_very_many_values_is_text(tmp_path: Path) -> None:
    tasks = []
    for number in range(MOST_VALUES + 1):
        (task,) = json.loads(labelstudio(f"{TEXT} {number}"))
        task["annotations"][0]["result"][2]["value"]["choices"] = [f"value {number}"]
        tasks.append(task)
    path = tmp_path / "many.json"
    path.write_text(json.dumps(tasks), encoding="utf-8")
    scheme = scheme_from_files([path], title="many")
    assert scheme.labels[1].attributes[0].kind == "text"


def test_files_without_labels_make_no_scheme(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(UserError, match="Nothing in these files is labelled"):
        scheme_from_files([path], title="plain")
    with pytest.raises(UserError, match="There is no"):
        scheme_from_files([tmp_path / "nowhere"], title="plain")


def cas_of_one_layer(path: Path) -> Path:
    """What INCEpTION writes of one layer for all marks, whose feature tells what each is."""
    types = cassis.TypeSystem()
    span = types.create_type("webanno.custom.Span", "uima.tcas.Annotation")
    for name in ("role", "certainty"):
        types.create_feature(span, name, "uima.cas.String")
    cas = cassis.Cas(types)
    cas.sofa_string, cas.sofa_mime = TEXT, "text/plain"
    for start, end, role in ((0, 10, "Speaker"), (16, 45, "Claim")):
        cas.add(span(begin=start, end=end, role=role, certainty="hedged"))
    cas.to_json(path)
    return path


def test_a_layer_for_all_marks_gives_way_to_the_values_of_the_feature_that_tells_them(
    tmp_path: Path,
) -> None:
    path = cas_of_one_layer(tmp_path / "a1.json")
    scheme = scheme_from_files([path], title="one")
    assert {each.name: [own.id for own in each.attributes] for each in scheme.labels} == {
        "Speaker": ["certainty"], "Claim": ["certainty"],
    }  # fmt: skip
    project = tmp_path / "one.annotator"
    library.new_project(project, made=scheme, annotator="ana")
    with open_project(project, is_writable=True) as opened:
        report = importing.import_files(opened, [path], annotator="ana")
        assert (report.annotations, report.problems) == (2, [])
        sheet = records.sheet(opened, articles.ids(opened)[0], "ana")
        assert {each.label: each.text for each in sheet.annotations.values()} == {
            "speaker": "Mayor Ruiz", "claim": TEXT[16:45],
        }  # fmt: skip


def test_a_label_with_a_feature_that_tells_of_its_kind_stays_a_label(tmp_path: Path) -> None:
    path = tmp_path / "project-1.json"
    path.write_bytes(labelstudio(TEXT))
    assert {each.name for each in scheme_from_files([path], title="x").labels} == {
        "SOURCE", "CLAIM",
    }  # fmt: skip
