"""Imports taken back."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.domain.change import Draft, added
from annotator.domain.errors import UserError
from annotator.domain.people import REPEAT_OF, Assignment
from annotator.domain.review import Decision
from annotator.domain.separation import Separation
from annotator.domain.span import Span
from annotator.domain.suggestion import Suggestion
from annotator.operations import adjudicate, checking, importing, removing, reviewing
from annotator.operations.portions import PortionSize
from annotator.storage import articles, imports, records, search
from annotator.storage.project import Project
from tests import builders

TEXT = "The bridge will cost 4m euros, said Mayor Ruiz."


def imported(project: Project, folder: Path, *values: dict[str, object], name: str = "in") -> str:
    """The id of the import of some records."""
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(value) + "\n" for value in values), encoding="utf-8")
    before = {each.id for each in imports.all_imports(project)}
    importing.import_files(project, [path], annotator="ana")
    (made,) = {each.id for each in imports.all_imports(project)} - before
    return made


def record(name: str, **more: object) -> dict[str, object]:
    spans = [{"id": "c", "start": 0, "end": 29, "label": "claim"},
             {"id": "s", "start": 36, "end": 46, "label": "source"}]  # fmt: skip
    relations = [{"id": "r", "label": "attributed_to", "from": "c", "to": "s"}]
    text = f"{TEXT} {name}"
    return {"id": name, "text": text, "spans": spans, "relations": relations, **more}


@pytest.fixture
def project(tmp_path: Path):
    with builders.writable(tmp_path) as project:
        yield project


def test_an_import_is_taken_back_with_all_that_came_and_undo_brings_it_again(
    project, tmp_path: Path
) -> None:
    kept = imported(project, tmp_path, record("x"), name="kept")
    made = imported(project, tmp_path, record("y"), record("z"))
    before = records.sheet(project, "y", "ana")
    removal = removing.removal_of(project, made)
    assert (removal.articles, removal.records, removal.later) == (2, 8, 0)
    (draft,) = removing.remove_import(project, made)
    step = builders.write(project, draft)
    assert articles.ids(project) == ["a1", "x"]
    assert search.matching(project, "bridge id:y") == []
    assert [each.id for each in imports.all_imports(project)] == [kept]
    assert checking.check(project).problems == ()
    builders.write(project, step.inverse())
    assert records.sheet(project, "y", "ana") == before
    assert search.matching(project, "bridge id:y") == ["y"]
    assert checking.check(project).problems == ()


def test_work_of_people_since_is_in_the_way_until_they_say_so(project, tmp_path: Path) -> None:
    made = imported(project, tmp_path, record("y"))
    label = builders.annotation(articles.get(project, "y"), "Mayor Ruiz", label="source", by="bo")
    builders.write(project, Draft("Label", added([label])), by="bo")
    with pytest.raises(UserError, match="bo worked on what came with this import since: 1 label"):
        list(removing.remove_import(project, made))
    assert articles.ids(project) == ["a1", "y"]
    removing.take_back(project, made, annotator="ana", is_work_removed=True)
    assert articles.ids(project) == ["a1"]
    assert checking.check(project).problems == ()


def test_what_was_said_of_pairs_of_articles_goes_too(project, tmp_path: Path) -> None:
    made = imported(project, tmp_path, record("y"))
    builders.write(project, Draft("Apart", added([Separation("a1", "y", "ana")])))
    removing.take_back(project, made, annotator="ana")
    assert records.select(project, Separation) == []


def test_labels_brought_to_articles_that_were_there_go_and_the_articles_stay(
    project, tmp_path: Path
) -> None:
    plain = {"id": "y", "text": f"{TEXT} y"}
    imported(project, tmp_path, plain, name="plain")
    made = imported(project, tmp_path, record("y", annotator="bo"))
    assert list(records.sheet(project, "y", "bo").annotations) == ["c", "s"]
    removing.take_back(project, removing.LAST, annotator="ana")
    assert articles.ids(project) == ["a1", "y"]
    assert not records.sheet(project, "y", "bo").annotations
    assert checking.check(project).problems == ()
    with pytest.raises(UserError, match="Nothing of the import"):
        removing.removal_of(project, made)


def test_what_was_said_of_labels_brought_goes_with_them_and_a_decision_shows_a_change(
    project, tmp_path: Path
) -> None:
    imported(project, tmp_path, {"id": "y", "text": f"{TEXT} y"}, name="plain")
    made = imported(project, tmp_path, record("y", annotator="bo", status="finished"))
    state = reviewing.adjudication(project, builders.scheme(), "y")
    first = next(each for each in state.left if each.case.label == "claim")
    builders.write(project, adjudicate.take(state, first, "bo", by="eva"), by="eva")
    told = Suggestion("g", "y", "bo", "rules", "claim", (Span(0, 29),), TEXT[:29],
                      fate="accepted", decision="single", by="bo", made_id="c")  # fmt: skip
    builders.write(project, Draft("Suggest", added([told])))
    assert removing.removal_of(project, made).workers == ("bo", "eva")
    removing.take_back(project, made, annotator="ana", is_work_removed=True)
    sheet = records.sheet(project, "y", "bo")
    assert (sheet.annotations, sheet.verdicts, sheet.suggestions) == ({}, {}, {})
    assert checking.check(project).problems == ()
    after = reviewing.adjudication(project, builders.scheme(), "y")
    assert [each.case.label for each in after.left] == []
    assert len(after.gold.annotations) == 1


def test_a_changed_label_counts_as_work(project, tmp_path: Path) -> None:
    made = imported(project, tmp_path, record("y"))
    sheet = records.sheet(project, "y", "ana")
    from annotator.operations.annotate import relabel

    builders.write(project, relabel(sheet, builders.scheme(), "c", "quote"))
    assert removing.removal_of(project, made).workers == ("ana",)


def test_a_large_import_is_one_import_and_goes_in_portions(
    project, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(importing, "FEW_COMMITS", PortionSize(articles=50, records=3_000))
    made = imported(project, tmp_path, *(record(f"n{each:04}") for each in range(110)))
    (found,) = imports.all_imports(project)
    assert (found.articles, found.steps) == (110, 3)
    monkeypatch.setattr(removing, "MOST_RECORDS", 150)
    assert len(list(removing.remove_import(project, made))) == 3
    removing.take_back(project, made, annotator="ana")
    assert articles.ids(project) == ["a1"]


def test_an_import_that_is_not_there_is_told(project) -> None:
    for name in ("nothing", "last"):
        with pytest.raises(UserError, match="There is no import"):
            removing.removal_of(project, name)


def test_what_hangs_on_the_articles_goes_too_assignments_decisions_and_hidden_repeats(
    project, tmp_path: Path
) -> None:
    made = imported(project, tmp_path, record("y"))
    copy = replace(articles.get(project, "y"), id="copy", extra={REPEAT_OF: "y"})
    hanging = [
        copy,
        Assignment("y", "bo", 10),
        Assignment("copy", "bo", 20, repeats="y"),
        Decision("d", "y", "claim", (), "taken", by="eva"),
    ]
    builders.write(project, Draft("Assign articles", added(hanging)))
    removal = removing.removal_of(project, made)
    assert (removal.articles, removal.later, removal.workers) == (2, 1, ("eva",))
    (draft,) = removing.remove_import(project, made, is_work_removed=True)
    step = builders.write(project, draft)
    assert articles.ids(project) == ["a1"]
    assert records.select(project, Assignment) == []
    assert records.select(project, Decision) == []
    assert checking.check(project).problems == ()
    builders.write(project, step.inverse())
    assert articles.ids(project) == ["a1", "y", "copy"]
    assert len(records.select(project, Assignment)) == 2
    assert checking.check(project).problems == ()
