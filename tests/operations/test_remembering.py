"""What was said of columns is kept in the project, and holds for files of the same columns."""

from pathlib import Path

from annotator.domain.choice import Choice
from annotator.formats.import_map import ImportMap
from annotator.operations.import_report import ImportReport
from annotator.operations.importing import forget_maps, import_files
from annotator.operations.library import chosen
from annotator.operations.remembering import kept_shapes
from annotator.operations.writing import commit
from annotator.storage import articles, records
from annotator.storage.project import open_project
from tests import builders

TOLD = ImportMap(
    fields={"text": ("vorspann", "rest"), "language": ("sprachcode",)},
    values={"language": {"Englisch": "en"}},
)
HEAD = "rest;vorspann;sprachcode\n"


def brought(path: Path, name: str, content: str, told: ImportMap | None = None) -> ImportReport:
    """What an import of one file tells, after it."""
    file = path.parent / name
    file.write_text(content, encoding="utf-8")
    with open_project(path, is_writable=True) as project:
        return import_files(project, [file], annotator="ana", told=told)


def languages(path: Path) -> list[str]:
    with open_project(path) as project:
        return [articles.get(project, each).language for each in articles.ids(project)]


def test_what_a_map_said_of_columns_holds_for_the_next_file_of_the_same_columns(tmp_path: Path):
    path = builders.project_file(tmp_path)
    told = brought(path, "one.csv", f"{HEAD}More.;First.;Englisch\n", TOLD)
    assert (told.articles, told.notes) == (1, [])
    later = brought(path, "two.csv", f"{HEAD}Less.;Second.;Englisch\n")
    assert (later.articles, later.problems) == (1, [])
    (note,) = later.notes
    assert "text from 'vorspann' and 'rest'" in note.reason
    assert "--forget-maps" in note.reason
    assert languages(path) == ["en", "en"]
    with open_project(path) as project:
        texts = [articles.get(project, each).text for each in articles.ids(project)]
    assert texts == ["First.\n\nMore.", "Second.\n\nLess."]


def test_the_order_of_columns_does_not_matter_and_other_columns_are_of_another_shape(
    tmp_path: Path,
):
    path = builders.project_file(tmp_path)
    brought(path, "one.csv", f"{HEAD}More.;First.;Englisch\n", TOLD)
    turned = brought(path, "two.csv", "vorspann;sprachcode;rest\nSecond.;Englisch;Less.\n")
    assert turned.articles == 1
    other = brought(path, "three.csv", "vorspann;sprachcode;rest;nr\nThird.;Englisch;No.;3\n")
    assert other.articles == 0
    assert "No column is known to hold the text" in other.problems[0].reason


def test_who_says_something_now_is_heard_and_it_is_kept_instead(tmp_path: Path):
    path = builders.project_file(tmp_path)
    brought(path, "one.csv", f"{HEAD}More.;First.;Englisch\n", TOLD)
    brought(path, "two.csv", f"{HEAD}Less.;Second.;x\n", ImportMap(fields={"text": ("rest",)}))
    later = brought(path, "three.csv", f"{HEAD}Third.;y;z\n")
    assert "text from 'rest'." in later.notes[0].reason
    with open_project(path) as project:
        (kept,) = kept_shapes(project).kept.values()
        assert dict(kept.fields) == {"text": ("rest",)}


def test_records_of_json_are_read_as_said_before_also_where_they_have_a_text(tmp_path: Path):
    path = builders.project_file(tmp_path)
    told = ImportMap(fields={"text": ("text",), "title": ("kopf",)})
    brought(path, "one.jsonl", '{"text": "First words.", "kopf": "One"}\n', told)
    brought(path, "two.jsonl", '{"text": "Second words.", "kopf": "Two"}\n')
    with open_project(path) as project:
        titles = [articles.get(project, each).title for each in articles.ids(project)]
    assert titles == ["One", "Two"]


def test_a_trial_keeps_nothing_and_neither_does_a_map_that_does_not_fit(tmp_path: Path):
    path = builders.project_file(tmp_path)
    brought(path, "one.csv", "a;b\n1;2\n", TOLD)
    with open_project(path, is_writable=True) as project:
        file = tmp_path / "two.csv"
        file.write_text(f"{HEAD}More.;First.;Englisch\n")
        report = import_files(project, [file], annotator="ana", told=TOLD, is_trial=True)
        assert report.articles == 1
        assert kept_shapes(project).kept == {}


def test_maps_are_forgotten_and_what_is_damaged_is_as_if_never_said(tmp_path: Path):
    path = builders.project_file(tmp_path)
    brought(path, "one.csv", f"{HEAD}More.;First.;Englisch\n", TOLD)
    with open_project(path, is_writable=True) as project:
        for number, damaged in enumerate(("{", "[]", '{"columns": 1}', '{"fields": []}')):
            commit(project, chosen(project, f"columns of {number}", damaged), annotator="ana")
        assert len(kept_shapes(project).kept) == 1
        assert forget_maps(project, annotator="ana") == 5
        assert forget_maps(project, annotator="ana") == 0
        assert kept_shapes(project).kept == {}
        assert {each.name for each in records.select(project, Choice)} >= {"title", "annotator"}
    assert brought(path, "two.csv", f"{HEAD}Less.;Second.;x\n").articles == 0
