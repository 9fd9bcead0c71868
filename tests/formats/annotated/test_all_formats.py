"""Every format of annotations, whole and damaged: the lines that show a wrong unit, all at once.

What is special to one of them is tested in a file of its own.
"""

import json
from collections.abc import Callable
from pathlib import Path

import cassis
import orjson
import pytest

from annotator.formats.import_map import ImportMap
from annotator.formats.registry import FORMATS
from annotator.text.tokens import tokens
from tests.formats.annotated import tool_files
from tests.formats.annotated.foreign_files import Read, read_file
from tests.formats.annotated.tool_files import LINES, MORE, place

Labels = tuple[tuple[str, str], ...]
Write = Callable[[Path, str, Labels], Path]


def as_file(name: str, write: Callable[..., bytes], **options: object) -> Write:
    """A writer that makes one file of what another makes of the text."""

    def written(folder: Path, text: str, labels: Labels) -> Path:
        (folder / name).write_bytes(write(text, labels, **options))
        return folder / name

    return written


def brat(folder: Path, text: str, labels: Labels) -> Path:
    (folder / "a1.txt").write_bytes(text.encode())
    rows = []
    for number, (label, words) in enumerate(labels, 1):
        start, end = place(text, words)
        rows.append(f"T{number}\t{label} {start} {end}\t{words}\n")
    (folder / "a1.ann").write_bytes("".join(rows).encode())
    return folder / "a1.ann"


def webanno(folder: Path, text: str, labels: Labels) -> Path:
    """A layer for each label, sentences by lines; the format has no other line end than LF."""
    text = text.replace("\r\n", "\n")
    layers = sorted({label for label, _ in labels})
    heads = [f"#T_SP=webanno.custom.{each}|" for each in layers]
    lines = ["#FORMAT=WebAnno TSV 3.3", *heads, "", ""]
    at = 0
    for number, sentence in enumerate(text.splitlines(keepends=True), 1):
        lines += [f"#Text={sentence.rstrip()}"]
        for token_number, token in enumerate(tokens(sentence), 1):
            start, end = at + token.start, at + token.end
            cells = []
            for layer in layers:
                inside = [
                    index
                    for index, (label, words) in enumerate(labels, 1)
                    if label == layer
                    and place(text, words)[0] <= start < end <= place(text, words)[1]
                ]
                cells.append(f"*[{inside[0]}]" if inside else "_")
            counted = "-".join(str(tool_files.count(text[:each], "utf16")) for each in (start, end))
            row = [f"{number}-{token_number}", counted, text[start:end], *cells, ""]
            lines.append("\t".join(row))
        lines.append("")
        at += len(sentence)
    (folder / "a1.tsv").write_bytes("\n".join(lines).encode())
    return folder / "a1.tsv"


def cas_of(text: str, labels: Labels) -> cassis.Cas:
    types = cassis.TypeSystem()
    made = {
        label: types.create_type(f"webanno.custom.{label}", "uima.tcas.Annotation")
        for label in dict(labels)
    }
    cas = cassis.Cas(types)
    cas.sofa_string, cas.sofa_mime = text, "text/plain"
    for label, words in labels:
        start, end = place(text, words)
        cas.add(made[label](begin=start, end=end))
    return cas


def uima_xmi(folder: Path, text: str, labels: Labels) -> Path:
    cas = cas_of(text, labels)
    cas.to_xmi(folder / "a1.xmi")
    cas.typesystem.to_xml(folder / "TypeSystem.xml")
    return folder / "a1.xmi"


def uima_json(folder: Path, text: str, labels: Labels) -> Path:
    cas_of(text, labels).to_json(folder / "a1.json")
    return folder / "a1.json"


def docbin(folder: Path, text: str, labels: Labels) -> Path:
    import spacy
    from spacy.tokens import DocBin

    doc = spacy.blank("xx").make_doc(text)
    spans = [doc.char_span(*place(text, words), label=label, alignment_mode="expand")
             for label, words in labels]  # fmt: skip
    doc.spans["sc"] = spans
    DocBin(docs=[doc]).to_disk(folder / "a1.spacy")
    return folder / "a1.spacy"


def conll(folder: Path, text: str, labels: Labels) -> Path:
    """Columns with the text beside them, without which nobody knows where there are spaces."""
    rows = ["-DOCSTART-\t(a1)\n"]
    places = [(label, *place(text, words)) for label, words in labels]
    line = 0
    for token in tokens(text):
        rows += ["\n"] * (text.count("\n", 0, token.start) > line)
        line = text.count("\n", 0, token.start)
        tags = [f"{'B' if token.start == start else 'I'}-{label}"
                for label, start, end in places if start <= token.start < end]  # fmt: skip
        rows.append(f"{text[token.start : token.end]}\t{tags[0] if tags else 'O'}\n")
    (folder / "texts.jsonl").write_bytes(orjson.dumps({"id": "a1", "text": text}))
    (folder / "a1.conll").write_bytes("".join(rows).encode())
    return folder / "a1.conll"


WRITERS: dict[str, Write] = {
    "prodigy": as_file("tasks.jsonl", tool_files.prodigy),
    "doccano, entities": as_file("all.jsonl", tool_files.doccano),
    "doccano, label": as_file("all.jsonl", tool_files.doccano_plain),
    "doccano, graphemes": as_file("all.jsonl", tool_files.doccano, unit="grapheme"),
    "labelstudio": as_file("tasks.json", tool_files.labelstudio),
    "labelstudio, old": as_file("tasks.json", tool_files.labelstudio, unit="utf16"),
    "brat": brat,
    "webanno": webanno,
    "uima, XMI": uima_xmi,
    "uima, JSON": uima_json,
    "spacy": docbin,
    "conll": conll,
    "webannotation": as_file("page.jsonld", tool_files.webannotation),
    "csv": as_file("labels.csv", tool_files.table),
}
TOLD = {
    "doccano, entities": ImportMap(offsets="utf16"),
    "doccano, label": ImportMap(offsets="utf16"),
    "doccano, graphemes": ImportMap(offsets="grapheme"),
}

OF_TOKENS = ("spacy", "conll", "webanno")
"""Formats whose labels lie on tokens and have no places of their own."""

each_way = pytest.mark.parametrize("way", WRITERS)


def written(folder: Path, way: str, text: str = LINES, labels: Labels = MORE) -> Path:
    return WRITERS[way](folder, text, labels)


def found_in(path: Path, way: str) -> Read:
    return read_file(path, told=TOLD.get(way), format_id=way.partition(",")[0])


def test_no_format_of_annotations_is_forgotten() -> None:
    known = {
        each.id
        for each in FORMATS
        if each.can_be_read and (each.can_be_written or ".annotated." in each.reader)
    }
    assert known - {"jsonl"} == {way.partition(",")[0] for way in WRITERS}


@each_way
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_emoji_marks_and_lines_from_right_to_left_come_in_to_the_letter(
    tmp_path: Path, way: str, line_end: str
) -> None:
    read = found_in(written(tmp_path, way, LINES.replace("\n", line_end)), way)
    assert read.problems == []
    assert read.text.rstrip("\n") == LINES.rstrip("\n")
    assert read.marks == set(MORE)


@each_way
def test_of_a_file_that_was_cut_only_true_words_come_in(tmp_path: Path, way: str) -> None:
    path = written(tmp_path, way)
    whole = path.read_bytes()
    for cut in (len(whole) // 4, len(whole) // 2, len(whole) * 3 // 4, len(whole) - 4):
        path.write_bytes(whole[:cut])
        read = found_in(path, way)
        marks = {(row[3], row[7]) for each in read.arrivals for row in each.annotations}
        # Of a run of tags that was cut the beginning is left, and a place may be a shorter number.
        assert all(any(own[1] in words[1] for words in MORE) for own in marks)
        assert read.problems or read.arrivals
        assert all(each.rstrip().endswith((".", ")", "…")) for each in read.problems)


@pytest.mark.parametrize("way", [each for each in WRITERS if each not in OF_TOKENS])
def test_a_place_past_the_end_is_refused_and_the_rest_comes_in(tmp_path: Path, way: str) -> None:
    path = written(tmp_path, way)
    unit = {"uima": "utf16", "doccano": "utf16"}.get(way.partition(",")[0], "codepoint")
    unit = {"labelstudio, old": "utf16", "doccano, graphemes": "grapheme"}.get(way, unit)
    _, end = place(LINES, MORE[-1][1], unit)
    content = path.read_bytes()
    assert content.count(str(end).encode()) >= 1
    path.write_bytes(content.replace(str(end).encode(), b"9999"))
    read = found_in(path, way)
    assert read.marks <= set(MORE[:-1])
    assert any("9999" in each or "tokens" in each for each in read.problems), read.problems


@each_way
@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_another_encoding_is_read_as_it_is_or_refused_in_words(
    tmp_path: Path, way: str, encoding: str
) -> None:
    text = "Café owners, said Mayor Ruiz, agreed: the bridge will cost 4m euros. Mon œil."
    labels = (("SOURCE", "Mayor Ruiz"), ("CLAIM", "the bridge will cost 4m euros"))
    path = written(tmp_path, way, text, labels)
    if way != "spacy":
        for each in (path, path.with_suffix(".txt"), path.with_name("texts.jsonl")):
            if each.exists():
                each.write_bytes(_unescaped(each.read_text("utf-8")).encode(encoding))
    read = found_in(path, way)
    marks = {(row[3], row[7]) for each in read.arrivals for row in each.annotations}
    assert marks <= set(labels)
    is_told = any("which is a guess" in each for each in read.notes)
    assert read.problems or is_told or read.text == text or way == "conll"
    assert all(each.rstrip().endswith((".", ")", "…")) for each in read.problems)


def _unescaped(content: str) -> str:
    """JSON with its characters as they are, so that an encoding can be wrong."""
    try:
        return json.dumps(json.loads(content), ensure_ascii=False)
    except ValueError:
        return content
