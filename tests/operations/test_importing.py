"""What comes in, what is refused with its reason, and what is there already."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.entity import Entity
from annotator.domain.errors import UserError
from annotator.domain.relation import Relation
from annotator.domain.stance import Stance
from annotator.operations import checking, exporting, importing
from annotator.operations.import_report import ImportReport
from annotator.storage import articles, records, sqlite
from annotator.storage.project import open_project
from tests import builders

BRIDGE = "Mayor Ruiz said the bridge will cost 4m euros."
RIVER = "The river is low, the council said."


def span(text: str, words: str, label: str, **more: Any) -> dict[str, Any]:
    """An entry of `spans`."""
    start = text.index(words)
    return {"start": start, "end": start + len(words), "label": label, **more}


def written(path: Path, *lines: dict[str, Any]) -> Path:
    """A file with a line for each record."""
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def imported(project: Path, *paths: Path, by: str = "ana") -> ImportReport:
    """Import files as a command does."""
    with open_project(project, is_writable=True) as opened:
        return importing.import_files(opened, paths, annotator=by)


def annotations(project: Path) -> set[tuple[str, str]]:
    """Label and words of everything that is labelled."""
    with open_project(project) as opened:
        return {(each.label, each.text) for each in records.select(opened, Annotation)}


def is_sound(project: Path) -> bool:
    """Whether check finds nothing."""
    with open_project(project) as opened:
        return checking.check(opened).problems == ()


def reasons(report: ImportReport) -> str:
    """All that was refused."""
    return "\n".join(each.reason for each in report.problems)


def test_lines_of_one_article_need_not_stand_together(tmp_path: Path) -> None:
    project = builders.project_file(tmp_path)
    source, claim = span(BRIDGE, "Mayor Ruiz", "source"), span(BRIDGE, "the bridge", "claim")
    file = written(
        tmp_path / "in.jsonl",
        {"id": "a1", "text": BRIDGE, "spans": [source], "status": "in_progress"},
        {"id": "a2", "text": RIVER, "spans": [span(RIVER, "The river", "claim")]},
        {"id": "a1", "text": BRIDGE, "spans": [source, claim], "status": "in_progress"},
    )
    report = imported(project, file)
    assert (report.articles, report.annotations, report.problems) == (2, 3, [])
    assert annotations(project) == {
        ("source", "Mayor Ruiz"), ("claim", "the bridge"), ("claim", "The river"),
    }  # fmt: skip
    assert imported(project, file).added_nothing
    assert is_sound(project)


def test_nothing_that_comes_goes_to_a_hidden_repeat(tmp_path: Path) -> None:
    article = replace(builders.article(BRIDGE), url="https://post.example/bridge")
    repeats = [builders.repeat(article, article_id=name) for name in ("0", "z")]
    project = builders.project_file(tmp_path, article, *repeats)
    labelled = {"text": BRIDGE, "spans": [span(BRIDGE, "Mayor Ruiz", "source")]}
    newer = {"id": "b", "text": f"{BRIDGE} Or 5m.", "meta": {"url": article.url}}
    with open_project(project) as opened:
        assert articles.found(opened, "https://post.example/bridge") == article
    report = imported(project, written(tmp_path / "more.jsonl", labelled, newer), by="ben")
    assert report.versions == {"b": "a1"}
    with open_project(project) as opened:
        assert records.layers_of_all(opened) == [("a1", "ben")]


def test_an_id_that_comes_again_with_other_words_is_told(tmp_path: Path) -> None:
    project = builders.project_file(tmp_path)
    file = written(
        tmp_path / "in.jsonl",
        {"id": "a1", "text": BRIDGE, "spans": [span(BRIDGE, "Mayor", "source", id="s1")]},
        {"id": "a2", "text": RIVER},
        {"id": "a1", "text": BRIDGE, "spans": [span(BRIDGE, "Ruiz", "source", id="s1")]},
    )
    report = imported(project, file)
    assert "annotation s1 came before with other contents" in reasons(report)
    assert annotations(project) == {("source", "Mayor")}


def test_what_a_colleague_has_already_is_told_when_others_come_in(tmp_path: Path) -> None:
    project = builders.project_file(tmp_path)
    ana = {"id": "a1", "text": BRIDGE, "spans": [span(BRIDGE, "Mayor", "source")]}
    ben = {**ana, "annotator": "ben", "spans": [span(BRIDGE, "Ruiz", "source")]}
    imported(project, written(tmp_path / "one.jsonl", ana))
    report = imported(project, written(tmp_path / "two.jsonl", ana, ben))
    assert [each.reason for each in report.skipped] == [
        "a1 has work by ana already; only the rest came in."
    ]
    assert report.annotations == 1


def test_a_relation_that_leads_nowhere_does_not_keep_the_rest_out(tmp_path: Path) -> None:
    project = builders.project_file(tmp_path)
    spans = [
        span(BRIDGE, "Mayor Ruiz", "source", id="s1"), span(BRIDGE, "bridge", "claim", id="s2"),
    ]  # fmt: skip
    relations = [
        {"id": "itself", "label": "attributed_to", "from": "s2", "to": "s2"},
        {"id": "backwards", "label": "attributed_to", "from": "s1", "to": "s2"},
        {"id": "right", "label": "attributed_to", "from": "s2", "to": "s1"},
        {"id": "odd", "label": "attributed_to", "from": "s2", "to": "s1", "attributes": {"x": 1}},
    ]
    report = imported(
        project,
        written(
            tmp_path / "in.jsonl",
            {"id": "a1", "text": BRIDGE, "spans": spans, "relations": relations},
        ),
    )
    assert (report.annotations, report.relations) == (2, 2)
    told = reasons(report)
    assert "from an annotation to itself" in told
    assert "backwards: “attributed_to” cannot lead from source to claim" in told
    assert "attributed_to has nothing for the attribute “x”" in told
    assert "came in without" in told
    assert is_sound(project)


def linked(folder: Path, *links: tuple[str, str, str, str, str]) -> Path:
    """A file with a claim in each of two articles, and links beside it."""
    written(
        folder / "links.jsonl",
        *(
            {"id": identity, "label": label, "annotator": "ana", "attributes": {},
             "from": {"article": "a1", "span": start}, "to": {"article": article, "span": end}}
            for identity, label, start, article, end in links
        ),
    )  # fmt: skip
    return written(
        folder / "in.jsonl",
        {"id": "a1", "text": BRIDGE, "spans": [span(BRIDGE, "bridge", "claim", id="s1")]},
        {"id": "a2", "text": RIVER, "spans": [span(RIVER, "river", "claim", id="s1")]},
    )


def test_links_between_articles_are_proved_before_they_come_in(tmp_path: Path) -> None:
    project = builders.project_file(tmp_path)
    file = linked(
        tmp_path,
        ("right", "same_claim", "s1", "a2", "s1"),
        ("nowhere", "same_claim", "s1", "a2", "s9"),
        ("unknown", "nonsense", "s1", "a2", "s1"),
        ("forbidden", "attributed_to", "s1", "a2", "s1"),
        ("itself", "same_claim", "s1", "a1", "s1"),
    )
    report = imported(project, file)
    assert (report.annotations, report.relations) == (2, 1)
    told = reasons(report)
    assert "nowhere hangs on s9, which did not come in" in told
    assert "no relation “nonsense”" in told
    assert "forbidden: “attributed_to” cannot lead from claim to claim" in told
    assert "from an annotation to itself" in told
    assert is_sound(project)
    again = imported(project, file)
    assert again.added_nothing
    assert len(again.problems) == 4


def test_an_export_comes_back_from_a_zip_file(tmp_path: Path) -> None:
    project = builders.project_file(tmp_path)
    imported(project, linked(tmp_path, ("right", "same_claim", "s1", "a2", "s1")))
    with open_project(project) as opened:
        exporting.export(opened, tmp_path / "out")
    (tmp_path / "out" / "README.md").write_text("# The card of the dataset\n")
    packed = tmp_path / "out.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for file in (tmp_path / "out").iterdir():
            archive.write(file, f"out/{file.name}")
    assert imported(project, packed).added_nothing
    (tmp_path / "other").mkdir()
    other = builders.project_file(tmp_path / "other")
    report = imported(other, packed)
    assert (report.articles, report.annotations, report.relations) == (2, 2, 1)
    assert report.problems == []
    with open_project(other) as opened:
        exporting.export(opened, tmp_path / "again")
        assert len(records.select(opened, Relation)) == 1
    for name in ("data.jsonl", "links.jsonl", "manifest.json"):
        assert (tmp_path / "again" / name).read_bytes() == (tmp_path / "out" / name).read_bytes()


def test_stances_come_in_with_whom_they_name(tmp_path: Path) -> None:
    project = builders.project_file(tmp_path)
    spans = [
        span(BRIDGE, "Mayor Ruiz", "source", id="s1", attributes={"entity": "Ruiz"}),
        span(BRIDGE, "bridge", "nonsense", id="s2"),
        span(BRIDGE, "said", "cue", id="s3"),
    ]  # fmt: skip
    none = {"value": "none_expressed"}
    stances = [
        {"id": "t1", "holder": {"entity": "Ruiz"}, "target": {"span": "s3"}, **none},
        {"id": "t2", "holder": None, "target": {"span": "s2"}, **none},
        {"id": "t3", "holder": None, "target": {"span": "s9"}, **none},
        {"id": "t4", "target": {"span": "s3", "entity": "Ruiz"}, **none},
        {"id": "t5", "target": {"entity": "the council"}, "value": "cannot_tell"},
        {"id": "t6", "target": {"entity": "Ruiz"}, "value": "positive"},
    ]  # fmt: skip
    file = written(
        tmp_path / "in.jsonl", {"id": "a1", "text": BRIDGE, "spans": spans, "stances": stances}
    )
    written(tmp_path / "entities.jsonl", {"id": "Ruiz", "name": "Mayor Ruiz", "aliases": ["she"]})
    report = imported(project, file)
    told = reasons(report)
    assert "t2 hangs on s2, which was refused" in told
    assert "The stance 't3' is left out: its target 's9' is not among the spans" in told
    assert "The stance 't4' is left out: its target is neither an entity nor a span" in told
    assert "its value 'positive' is none of none_expressed, cannot_tell" in told
    assert is_sound(project)
    with open_project(project) as opened:
        assert [each.id for each in records.select(opened, Stance)] == ["t1", "t5"]
        described = Entity("Ruiz", "Mayor Ruiz", ("she",))
        assert records.select(opened, Entity) == [described, Entity("the council", "the council")]
        exporting.export(opened, tmp_path / "out")
    again = imported(project, tmp_path / "out")
    assert again.added_nothing
    assert again.problems == []
    with open_project(project) as opened:
        assert len(records.select(opened, Entity)) == 2


def test_only_entities_that_nothing_else_names_are_added_for_stances(tmp_path: Path) -> None:
    project = builders.project_file(tmp_path)
    spans = [
        span(BRIDGE, "Mayor Ruiz", "source", id="s1", attributes={"entity": "Ruiz"}),
        span(BRIDGE, "bridge", "nonsense", id="s2"),
    ]
    none = {"value": "none_expressed"}
    stances = [
        {"id": "t1", "target": {"entity": "Ruiz"}, **none},
        {"id": "t2", "target": {"entity": "the council"}, **none},
        {"id": "t3", "holder": {"span": "s2"}, "target": {"entity": "Hale"}, **none},
    ]  # fmt: skip
    file = written(
        tmp_path / "in.jsonl", {"id": "a1", "text": BRIDGE, "spans": spans, "stances": stances}
    )
    imported(project, file)
    assert is_sound(project)
    with open_project(project) as opened:
        assert [each.id for each in records.select(opened, Stance)] == ["t1", "t2"]
        assert records.select(opened, Entity) == [Entity("the council", "the council")]


def test_a_damaged_scheme_is_told_in_words(tmp_path: Path) -> None:
    project = builders.project_file(tmp_path)
    connection = sqlite.connect(project)
    connection.execute("UPDATE scheme_revision SET json = '{}'")
    connection.close()
    with pytest.raises(UserError, match="its scheme is damaged"):
        imported(project, written(tmp_path / "in.jsonl", {"text": BRIDGE}))


def test_the_project_is_never_read_as_an_article(tmp_path: Path) -> None:
    project = builders.project_file(tmp_path)
    with open_project(project, is_writable=True) as opened:
        report = importing.import_files(opened, [project], annotator="ana", format_id="txt")
    assert report.articles == 0
    assert "a file of this project" in reasons(report)


def test_plain_records_may_bear_names_in_other_letters(tmp_path: Path) -> None:
    project = builders.project_file(tmp_path)
    spans = [span(BRIDGE, "Mayor Ruiz", "SOURCE"), span(BRIDGE, "the bridge", "Claims")]
    spans += [span(BRIDGE, "said", "VERB"), span(BRIDGE, "will", "VERB")]
    report = imported(project, written(tmp_path / "in.jsonl", {"text": BRIDGE, "spans": spans}))
    assert annotations(project) == {("source", "Mayor Ruiz"), ("claim", "the bridge")}
    assert [problem.count for problem in report.problems] == [2]
    assert report.refused == 2
