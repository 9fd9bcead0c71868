"""UIMA CAS: what dkpro-cassis writes comes in, from XMI and JSON, and hostile files do nothing."""

import json
from pathlib import Path
from random import Random

import cassis
import pytest

from tests.chance import seeded, some, text
from tests.formats.annotated.foreign_files import Read, read_file
from tests.formats.difficult import COMBINING, EMOJI, RIGHT_TO_LEFT

CLAIM = "the bridge will cost 4m euros"


def cas_with_marks(text: str = EMOJI, *, start: int = 0) -> cassis.Cas:
    """A CAS with a claim, a source and who said it, on a text that has the emoji sentence."""
    types = cassis.TypeSystem()
    claim = types.create_type("webanno.custom.Claim", "uima.tcas.Annotation")
    types.create_feature(claim, "checkworthy", "uima.cas.String")
    types.create_feature(claim, "kinds", "uima.cas.StringArray")
    types.create_feature(claim, "target", "uima.tcas.Annotation")
    source = types.create_type("webanno.custom.Source", "uima.tcas.Annotation")
    said = types.create_type("webanno.custom.SaidBy", "uima.tcas.Annotation")
    types.create_feature(said, "Governor", "uima.tcas.Annotation")
    types.create_feature(said, "Dependent", "uima.tcas.Annotation")
    cas = cassis.Cas(types)
    cas.sofa_string = text
    cas.sofa_mime = "text/plain"
    kinds = types.get_type("uima.cas.StringArray")(elements=["a", "b"])
    one = source(begin=start + 2, end=start + 12)
    other = claim(begin=start + 18, end=start + 47, checkworthy="12", kinds=kinds, target=one)
    cas.add_all([one, other])
    cas.add(said(begin=other.begin, end=other.end, Governor=other, Dependent=one))
    return cas


def write_xmi(folder: Path, cas: cassis.Cas) -> Path:
    cas.to_xmi(folder / "a1.xmi")
    cas.typesystem.to_xml(folder / "TypeSystem.xml")
    return folder / "a1.xmi"


def write_json(folder: Path, cas: cassis.Cas) -> Path:
    cas.to_json(folder / "a1.json")
    return folder / "a1.json"


def assert_all_is_there(read: Read) -> None:
    assert read.problems == []
    assert read.marks == {("Claim", CLAIM), ("Source", "Mayor Ruiz")}
    assert read.attributes_of(CLAIM) == {"checkworthy": "12", "kinds": ["a", "b"]}
    assert read.links == {("SaidBy", CLAIM, "Mayor Ruiz"), ("target", CLAIM, "Mayor Ruiz")}


@pytest.mark.parametrize("write", [write_xmi, write_json])
def test_what_cassis_writes_comes_in(tmp_path, write):
    read = read_file(write(tmp_path, cas_with_marks()))
    assert (read.text, read.only.article.id) == (EMOJI, "a1")
    assert_all_is_there(read)


@pytest.mark.parametrize("write", [write_xmi, write_json])
def test_a_text_with_other_line_ends_marks_and_scripts(tmp_path, write):
    before = f"{COMBINING}\r\n{RIGHT_TO_LEFT}\r\n"
    read = read_file(write(tmp_path, cas_with_marks(before + EMOJI, start=len(before))))
    assert read.text == f"{COMBINING}\n{RIGHT_TO_LEFT}\n{EMOJI}"
    assert_all_is_there(read)


def test_a_type_system_by_itself_is_no_article(tmp_path):
    write_xmi(tmp_path, cas_with_marks())
    read = read_file(tmp_path / "TypeSystem.xml")
    assert (read.arrivals, read.problems) == ([], [])


def test_without_a_type_system_the_usual_names_tell_references(tmp_path):
    path = write_xmi(tmp_path, cas_with_marks())
    (tmp_path / "TypeSystem.xml").unlink()
    read = read_file(path)
    assert ("SaidBy", CLAIM, "Mayor Ruiz") in read.links


def test_xmi_is_found_by_its_beginning_in_xml_files(tmp_path):
    path = write_xmi(tmp_path, cas_with_marks())
    path.rename(tmp_path / "a1.xml")
    assert read_file(tmp_path / "a1.xml").text == EMOJI


def test_words_are_passed_over_with_a_note(tmp_path):
    cas = cas_with_marks()
    token = cas.typesystem.create_type(
        "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", "uima.tcas.Annotation"
    )
    cas.add_all([token(begin=0, end=1), token(begin=2, end=7)])
    read = read_file(write_json(tmp_path, cas))
    assert len(read.marks) == 2
    assert "Token was passed over, with 2 of its structures" in read.notes[0]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a1.json", b'{"%TYPES": {}, "%FEATURE_STRUCTURES": [', "not valid JSON"),
        ("a1.json", b'{"%TYPES": {}, "%FEATURE_STRUCTURES": []}', "holds no text"),
        ("a1.json", b'{"%TYPES": {}, "%FEATURE_STRUCTURES": [{"a": 1}]}', "no %ID"),
        ("a1.xmi", b"<xmi:XMI", "sound XML"),
        (
            "a1.xmi",
            b'<!DOCTYPE x [<!ENTITY a "aaaa">]><xmi:XMI xmlns:xmi="http://www.omg.org/XMI">&a;</xmi:XMI>',
            "entities",
        ),
    ],
)
def test_a_damaged_or_hostile_file_is_refused_in_words(tmp_path, name, content, told):
    (tmp_path / name).write_bytes(content)
    read = read_file(tmp_path / name)
    assert read.arrivals == []
    assert told in read.problems[0]


def test_of_a_cut_file_that_holds_its_text_the_whole_marks_come_in(tmp_path):
    path = write_xmi(tmp_path, cas_with_marks())
    content = path.read_bytes()
    path.write_bytes(content[: content.index(b"<cas:View")])
    read = read_file(path)
    assert "sound XML" in read.problems[0]
    assert read.text == EMOJI


def test_arrays_that_hold_themselves_or_a_long_way_of_others_are_no_hang(tmp_path):
    path = write_json(tmp_path, cas_with_marks())
    content = json.loads(path.read_bytes())
    structures = content["%FEATURE_STRUCTURES"]
    marks = [each for each in structures if each["%TYPE"] == "webanno.custom.Claim"]
    marks[0]["@more"] = 1_000
    array = "uima.cas.FSArray"
    structures += [{"%ID": 1_000, "%TYPE": array, "%ELEMENTS": [1_000, 1_001, 1_001]}]
    structures += [
        {"%ID": number, "%TYPE": array, "%ELEMENTS": [number + 1, number + 1]}
        for number in range(1_001, 3_000)
    ]
    path.write_text(json.dumps(content), "utf-8")
    assert read_file(path).text == EMOJI


KEYS = ["%ID", "%TYPE", "begin", "end", "@sofa", "@Governor", "@Dependent", "%ELEMENTS", "x"]


def structure(chance: Random) -> dict[str, object]:
    """A feature structure that may hold anything."""
    found: dict[str, object] = {}
    for key in some(chance, KEYS, 9):
        found[key] = chance.choice(
            (chance.randint(-5, 60), text(chance, 8), None, some(chance, range(10), 3))
        )
    if chance.random() < 0.5:
        found["%TYPE"] = chance.choice(("custom.Claim", "uima.cas.Sofa", "uima.cas.FSArray"))
    return found


@seeded(150)
def test_whatever_the_structures_hold_ends_in_words(tmp_path, chance):
    structures = [structure(chance) for _ in range(chance.randint(0, 6))]
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": EMOJI, "sofaID": "_InitialView"}
    content = {"%TYPES": {}, "%FEATURE_STRUCTURES": [sofa, *structures]}
    (tmp_path / "a1.json").write_text(json.dumps(content), "utf-8")
    assert len(read_file(tmp_path / "a1.json").arrivals) <= 1
