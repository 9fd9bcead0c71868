"""What models predicted in another tool waits for a person's decision."""

import json
from pathlib import Path

from annotator.domain.suggestion import Suggestion
from annotator.operations import checking, exporting, importing, library
from annotator.operations.import_report import ImportReport
from annotator.storage import records
from annotator.storage.project import Project, open_project
from tests.formats.difficult import EMOJI


def tasks(*labels: tuple[str, int, int], version: str = "ner-2") -> str:
    """An export of Label Studio with predictions and nobody's work."""
    result = [
        {
            "id": f"p{start}", "from_name": "label", "to_name": "text", "type": "labels",
            "score": 0.75, "value": {"start": start, "end": end, "labels": [label]},
        }
        for label, start, end in labels
    ]  # fmt: skip
    predictions = [{"model_version": version, "result": result}]
    return json.dumps([{"id": 7, "data": {"text": EMOJI[2:]}, "predictions": predictions}])


def bring_in(project: Project, folder: Path, content: str) -> ImportReport:
    path = folder / "tasks.json"
    path.write_text(content, encoding="utf-8")
    return importing.import_files(project, [path], annotator="ana")


def proposed(project: Project) -> list[tuple[str, str, str, float, str]]:
    return [
        (each.engine, each.label, each.text, each.confidence, each.annotator)
        for each in records.select(project, Suggestion)
    ]


def test_predictions_wait_in_our_names_and_come_in_once(tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    library.new_project(path, annotator="ana")
    given = tasks(("Claim", 16, 45), ("SOURCE", 0, 10), ("Weather", 11, 15))
    with open_project(path, is_writable=True) as project:
        report = bring_in(project, tmp_path, given)
        assert (report.articles, report.annotations, report.suggestions) == (1, 0, 2)
        assert "nothing for the label “Weather”" in str(report.problems[0])
        assert proposed(project) == [
            ("ner-2", "claim", "the bridge will cost 4m euros", 0.75, "ana"),
            ("ner-2", "source", "Mayor Ruiz", 0.75, "ana"),
        ]
        again = bring_in(project, tmp_path, given)
        assert again.added_nothing
        fresh = bring_in(project, tmp_path, tasks(("Claim", 16, 45), ("Claim", 0, 15), version="3"))
        assert (fresh.articles, fresh.suggestions) == (0, 1)
        assert checking.check(project).problems == ()
        exporting.export(project, tmp_path / "out.jsonl")
    record = json.loads((tmp_path / "out.jsonl").read_text("utf-8").splitlines()[0])
    assert record["spans"] == []
