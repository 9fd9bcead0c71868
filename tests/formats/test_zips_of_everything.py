"""A zip file, and the same folder, with an article in every format there is."""

import json
import zipfile
from pathlib import Path

from annotator.formats import registry
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.registry import FORMATS
from annotator.formats.sources import Source, expand
from tests.formats.difficult import EMOJI
from tests.formats.test_feeds import ATOM
from tests.formats.test_ninjs import VERSION_3
from tests.formats.test_office_files import paragraph, word_file, workbook
from tests.formats.test_pages import page

FILES = {
    "a.txt": EMOJI.encode(),
    "b.md": f"# Bridge\n\n{EMOJI}".encode(),
    "c.jsonl": json.dumps({"text": EMOJI}).encode(),
    "d.csv": f"text\n{EMOJI}\n".encode(),
    "e.rss": ATOM.encode(),
    "f.ninjs": json.dumps(VERSION_3).encode(),
    "g/h.html": page().encode(),
    "g/i.docx": word_file(paragraph(EMOJI)),
    "g/j.xlsx": workbook(("text",), (EMOJI,)),
}


def articles_in(path: Path) -> tuple[list[Arrival], list[Problem]]:
    found = []
    for source in expand([path]):
        assert isinstance(source, Source)
        found += registry.read(source, annotator="ana")
    problems = [each for each in found if isinstance(each, Problem) and not each.is_note]
    return [each for each in found if isinstance(each, Arrival)], problems


def test_every_format_is_read_from_a_zip_file_as_from_a_folder(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**FILES, "bad.docx": b"PK no"}.items():
            archive.writestr(name, content)
            (tmp_path / "all" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "all" / name).write_bytes(content)
    packed, damaged = articles_in(tmp_path / "all.zip")
    lying, _ = articles_in(tmp_path / "all")
    assert [each.article for each in packed] == [each.article for each in lying]
    assert [EMOJI in each.article.text for each in packed].count(False) == 1
    assert {each.article.format for each in packed} == {
        each.id for each in FORMATS if each.id not in ("jsonl", "txt")
    } | {"txt"}
    assert [problem.file.endswith("bad.docx") for problem in damaged] == [True]
