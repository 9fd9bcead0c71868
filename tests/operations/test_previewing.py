"""Looking at files before they come in."""

import json
from pathlib import Path

from annotator.operations import importing, previewing
from annotator.operations.previewing import KNOWN, NEW, REFUSED, Preview
from annotator.storage import articles
from annotator.storage.project import open_project
from tests.builders import article, project_file


def looked(project: Path, *paths: Path, most: int | None = None) -> Preview:
    seen = 0

    def report(count: int) -> bool:
        nonlocal seen
        seen = count
        return most is None or count < most

    with open_project(project) as opened:
        return previewing.look(
            opened, paths, annotator="ana", preview=Preview(), report_progress=report
        )


def lines(file: Path, *records: dict[str, object]) -> Path:
    file.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
    return file


def test_each_article_is_told_with_what_becomes_of_it(tmp_path: Path):
    project = project_file(tmp_path, article("The bridge is open.", article_id="a1"))
    file = lines(
        tmp_path / "in.jsonl",
        {"text": "The bridge is open."},
        {"id": "a1", "text": "Quite other words."},
        {"text": "The tram is late.", "spans": [{"label": "claim", "start": 0, "end": 16}]},
    )
    preview = looked(project, file)
    assert [each.state for each in preview.articles] == [KNOWN, REFUSED, NEW]
    assert "in the project already" in preview.articles[0].reason
    assert "belongs to another text" in preview.articles[1].reason
    assert [each.text for each in preview.articles[2].annotations] == ["The tram is late"]
    assert (preview.sources, preview.is_whole) == (1, True)


def test_the_preview_counts_as_the_import_does_and_writes_nothing(tmp_path: Path):
    project = project_file(tmp_path, article("The bridge is open.", article_id="a1"))
    file = lines(tmp_path / "in.jsonl", *({"text": f"Story {each}."} for each in range(5)))
    preview = looked(project, file)
    with open_project(project, is_writable=True) as opened:
        assert articles.count(opened) == 1
        report = importing.import_files(opened, [file], annotator="ana")
    assert preview.report.articles == report.articles == 5


def test_whoever_listens_may_stop_it(tmp_path: Path):
    project = project_file(tmp_path)
    file = lines(tmp_path / "in.jsonl", *({"text": f"Story {each}."} for each in range(50)))
    preview = looked(project, file, most=1)
    assert not preview.is_whole
    assert len(preview.articles) == 1
