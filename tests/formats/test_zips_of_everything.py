"""A zip file, and the same folder, with an article in every format there is."""

import json
import zipfile
from functools import cache
from pathlib import Path

from annotator.formats import registry
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.registry import FORMATS
from annotator.formats.sources import Source
from annotator.operations import dataset_files
from tests.formats.annotated import tool_files
from tests.formats.annotated.test_docbin import labelled
from tests.formats.annotated.test_uima import cas_with_marks
from tests.formats.annotated.test_webanno import EMOJI_ROWS, HEADER
from tests.formats.difficult import EMOJI
from tests.formats.made_pdf import lines, pdf
from tests.formats.test_feeds import ATOM
from tests.formats.test_ninjs import VERSION_3
from tests.formats.test_office_files import paragraph, word_file, workbook
from tests.formats.test_pages import page

NOT_HERE = ("jsonl", "txt", "doccano")
"""Plain text is its own format; of doccano a person must tell the unit where there is an emoji."""


@cache
def files() -> dict[str, bytes]:
    """One of every format, by name."""
    from spacy.tokens import DocBin

    return {
        "a.txt": EMOJI.encode(),
        "b.md": f"# Bridge\n\n{EMOJI}".encode(),
        "c.jsonl": json.dumps({"text": EMOJI}).encode(),
        "d.csv": f"text\n{EMOJI}\n".encode(),
        "e.rss": ATOM.encode(),
        "f.ninjs": json.dumps(VERSION_3).encode(),
        "g/h.html": page().encode(),
        "g/i.docx": word_file(paragraph(EMOJI)),
        "g/j.xlsx": workbook(("text",), (EMOJI,)),
        "k.ann": b"T1\tClaim 18 47\tthe bridge will cost 4m euros\n",
        "k.txt": EMOJI.encode(),
        "l.tsv": f"{HEADER}#Text={EMOJI}\n{EMOJI_ROWS}".encode(),
        "m.json": cas_with_marks().to_json().encode(),
        "n.conll": "".join(f"{word}\tO\tB-X\n" for word in EMOJI.split()).encode(),
        "o.spacy": DocBin(docs=[labelled()]).to_bytes(),
        "p.jsonl": tool_files.prodigy(EMOJI),
        "r.json": tool_files.labelstudio(EMOJI),
        "s.jsonld": tool_files.webannotation(EMOJI),
        "t.pdf": pdf(lines(EMOJI)),
    }


def articles_in(path: Path) -> tuple[list[Arrival], list[Problem]]:
    found = []
    for source in dataset_files.incoming([path]):
        assert isinstance(source, Source)
        found += registry.read(source, annotator="ana")
    problems = [each for each in found if isinstance(each, Problem) and not each.is_note]
    return [each for each in found if isinstance(each, Arrival)], problems


def test_every_format_is_read_from_a_zip_file_as_from_a_folder(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**files(), "bad.docx": b"PK no"}.items():
            archive.writestr(name, content)
            (tmp_path / "all" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "all" / name).write_bytes(content)
    packed, damaged = articles_in(tmp_path / "all.zip")
    lying, _ = articles_in(tmp_path / "all")
    assert [each.article for each in packed] == [each.article for each in lying]
    assert [EMOJI in each.article.text for each in packed].count(False) == 1
    assert {each.article.format for each in packed} == {
        each.id for each in FORMATS if each.can_be_read and each.id not in NOT_HERE
    } | {"txt"}
    assert [problem.file.endswith("bad.docx") for problem in damaged] == [True]
