"""WebAnno TSV: UTF-16 offsets, stacked and cut tokens, slots, relations, escapes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.annotated.webanno_lines import escaped, parts, plain
from tests.chance import seeded, some, text
from tests.formats.annotated.foreign_files import Read, read_file
from tests.formats.difficult import COMBINING, EMOJI, RIGHT_TO_LEFT

EMOJI_ROWS = """1-1\t0-2\t📰\t_\t_\t_\t_\t
1-2\t3-8\tMayor\t*[1]\t_\t_\t_\t
1-3\t9-13\tRuiz\t*[1]\t_\t_\t_\t
1-4\t14-18\tsaid\t_\t_\t_\t_\t
1-5\t19-22\tthe\t_\tyes[2]\t*\t1-2[1_2]\t
1-6\t23-29\tbridge\t_\tyes[2]\t_\t_\t
1-7\t30-34\twill\t_\tyes[2]\t_\t_\t
1-8\t35-39\tcost\t_\tyes[2]\t_\t_\t
1-9\t40-42\t4m\t_\tyes[2]\t_\t_\t
1-10\t43-48\teuros\t_\tyes[2]\t_\t_\t
1-11\t48-49\t.\t_\t_\t_\t_\t
"""
HEADER = """#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Source|
#T_SP=webanno.custom.Claim|checkworthy
#T_RL=webanno.custom.SaidBy|strength|BT_uima.tcas.Annotation


"""


def read_tsv(folder: Path, content: str, *, name: str = "a1.tsv") -> Read:
    path = folder / name
    path.write_bytes(content.encode())
    return read_file(path)


@pytest.mark.parametrize("name", ["a1.tsv", "a1.txt", "a1.webanno"])
def test_the_emoji_sentence_with_layers_and_a_relation(tmp_path, name):
    read = read_tsv(tmp_path, f"{HEADER}#Text={EMOJI}\n{EMOJI_ROWS}", name=name)
    assert (read.problems, read.notes, read.text) == ([], [], EMOJI)
    claim = "the bridge will cost 4m euros"
    assert read.marks == {("Source", "Mayor Ruiz"), ("Claim", claim)}
    assert read.attributes_of(claim) == {"checkworthy": "yes"}
    assert read.links == {("SaidBy", "Mayor Ruiz", claim)}


def test_lines_of_windows_say_the_same(tmp_path):
    content = f"{HEADER}#Text={EMOJI}\n{EMOJI_ROWS}"
    assert read_tsv(tmp_path, content.replace("\n", "\r\n")).text == EMOJI


def test_offsets_that_count_code_points_are_seen_and_told(tmp_path):
    rows = "1-1\t0-1\t📰\t_\t\n1-2\t2-7\tMayor\t*[1]\t\n1-3\t8-12\tRuiz\t*[1]\t\n"
    content = (
        f"#FORMAT=WebAnno TSV 3.2\n#T_SP=webanno.custom.Source|\n\n\n#Text=📰 Mayor Ruiz\n{rows}"
    )
    read = read_tsv(tmp_path, content)
    assert read.marks == {("Source", "Mayor Ruiz")}
    assert "code points" in read.notes[0]


def test_sentences_are_joined_as_the_offsets_say(tmp_path):
    content = (
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|value\n\n\n"
        "#Text=He loves .\n1-1\t0-2\tHe\tP[1]\t\n1-2\t3-8\tloves\tP[1]\t\n1-3\t9-10\t.\tP[1]\t\n\n"
        "#Text=She did.\n2-1\t10-13\tShe\tP[1]\t\n2-2\t14-17\tdid\t_\t\n2-3\t17-18\t.\t_\t\n\n"
        "#Text=This is\n#Text=a test\n3-1\t20-24\tThis\t_\t\n3-2\t25-27\tis\t_\t\n"
        "3-3\t28-29\ta\t_\t\n3-4\t30-34\ttest\t_\t\n"
    )
    read = read_tsv(tmp_path, content)
    assert read.text == "He loves .She did.\n This is\na test"
    assert read.marks == {("Span", "He loves .She")}
    assert read.attributes_of("He loves .She") == {"value": "P"}


def test_stacked_marks_and_parts_of_tokens(tmp_path):
    content = (
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|f1|f2\n\n\n"
        "#Text=A tale unhappy\n1-1\t0-1\tA\t_\t_\t\n"
        "1-2\t2-6\ttale\tA[1]|B[2]|A[3]\tB[1]|C[2]|*[3]\t\n1-3\t7-14\tunhappy\t_\t_\t\n"
        "1-3.1\t9-14\thappy\tx\ty\t\n"
    )
    read = read_tsv(tmp_path, content)
    assert sorted((row[3], row[7], row[8]) for row in read.only.annotations) == [
        ("Span", "happy", '{"f1":"x","f2":"y"}'),
        ("Span", "tale", '{"f1":"A","f2":"B"}'),
        ("Span", "tale", '{"f1":"A"}'),
        ("Span", "tale", '{"f1":"B","f2":"C"}'),
    ]


def test_slots_become_relations_named_after_their_roles(tmp_path):
    content = (
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Lu|v\n"
        "#T_SP=webanno.custom.Frame|FE|ROLE_webanno.custom.Frame:Roles_webanno.custom.FrameLink"
        "|webanno.custom.Lu\n\n\n#Text=Bob sold clocks\n"
        "1-1\t0-3\tBob\tbob\t_\t_\t_\t\n1-2\t4-8\tsold\t_\tdeal\tseller;goods\t1-1;1-3\t\n"
        "1-3\t9-15\tclocks\tclock\t_\t_\t_\t\n"
    )
    read = read_tsv(tmp_path, content)
    assert read.links == {("seller", "sold", "Bob"), ("goods", "sold", "clocks")}


def test_words_grammar_and_chains_are_passed_over_and_counted(tmp_path):
    core = "de.tudarmstadt.ukp.dkpro.core.api"
    content = (
        f"#FORMAT=WebAnno TSV 3.2\n#T_SP={core}.lexmorph.type.pos.POS|PosValue\n"
        f"#T_SP={core}.ner.type.NamedEntity|value\n"
        f"#T_CH={core}.coref.type.CoreferenceLink|referenceType|referenceRelation\n"
        f"#T_RL={core}.syntax.type.dependency.Dependency|DependencyType|BT_{core}.lexmorph.type.pos.POS"
        "\n\n\n#Text=Ms. Haag plays\n"
        "1-1\t0-3\tMs.\tNNP\tPER[1]\tpr[1]\tcoref->1-1\tSUBJ\t1-3\t\n"
        "1-2\t4-8\tHaag\tNNP\tPER[1]\t_\t_\tSBJ\t1-3\t\n"
        "1-3\t9-14\tplays\tVBD\t_\t_\t_\t_\t_\t\n"
    )
    read = read_tsv(tmp_path, content)
    assert read.marks == {("PER", "Ms. Haag")}
    notes = "\n".join(read.notes)
    assert "POS was passed over, with 3 of its marks" in notes
    assert "CoreferenceLink was passed over, with 1 of its marks" in notes
    assert "Dependency was passed over, with 2 of its marks" in notes


def test_escaped_characters_are_what_they_were(tmp_path):
    content = (
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|value\n\n\n"
        "#Text=This is\\ta \\\\ test\n1-1\t0-4\tThis\tNOT\\[0\\]\t\n1-2\t5-7\tis\ta\\|b\\->\\_\t\n"
        "1-3\t8-9\ta\t\\*[3]\t\n1-4\t10-11\t\\\\\t\\*[3]\t\n1-5\t12-16\ttest\t_\t\n"
    )
    read = read_tsv(tmp_path, content)
    assert read.text == "This is\ta \\ test"
    assert read.attributes_of("This") == {"value": "NOT[0]"}
    assert read.attributes_of("is") == {"value": "a|b->_"}
    assert read.attributes_of("a \\") == {"value": "*"}


def test_combining_marks_and_a_line_from_right_to_left(tmp_path):
    first = "1-1\t0-5\tCafe\u0301\t*\t\n1-2\t6-12\towners\t_\t\n"
    start = len(COMBINING) + 1
    second = f"2-1\t{start}-{start + 8}\t{RIGHT_TO_LEFT[:8]}\t*\t\n"
    content = (
        f"#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|\n\n\n#Text={COMBINING}\n{first}\n"
        f"#Text={RIGHT_TO_LEFT}\n{second}"
    )
    read = read_tsv(tmp_path, content)
    assert read.text == f"{COMBINING}\n{RIGHT_TO_LEFT}"
    assert read.marks == {("Span", "Cafe\u0301"), ("Span", RIGHT_TO_LEFT[:8])}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("#FORMAT=WebAnno TSV 2.0\n", "does not begin as WebAnno TSV 3"),
        (f"{HEADER}", "no sentence"),
        (f"{HEADER}#Text={EMOJI}\n1-1\t0-2\tMayor\t_\t_\t_\t_\t\n", "do not stand where"),
    ],
)
def test_a_damaged_file_is_refused_in_words(tmp_path, content, told):
    read = read_tsv(tmp_path, content, name="a1.webanno")
    assert read.arrivals == []
    assert told in read.problems[0]


def test_a_row_that_is_none_is_told_and_the_rest_comes_in(tmp_path):
    content = f"{HEADER}#Text={EMOJI}\nbroken\n{EMOJI_ROWS}"
    read = read_tsv(tmp_path, content)
    assert "line 8: The line 'broken' is no row" in read.problems[0]
    assert len(read.marks) == 2


@settings(max_examples=40)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1))
def test_escaping_can_always_be_taken_back(values):
    cell = "|".join(map(escaped, values))
    assert [plain(each) for each in parts(cell, "|")] == values
    assert "\t" not in cell
    assert "\n" not in cell


CELLS = ["_", "*", "a[1]", "b[2]|c[3]", "1-1[1_2]", "1-9", "[", "\\", "x;y", "]"]


@seeded(150)
def test_whatever_stands_in_the_cells_ends_in_words(tmp_path, chance):
    lines = [
        f"1-{number}\t{2 * number}-{2 * number + 1}\tx\t" + "\t".join(some(chance, CELLS, 5))
        for number in range(chance.randint(0, 5))
    ]
    content = f"{HEADER}#Text={'x ' * 9}\n" + "\n".join(lines) + "\n" + text(chance, 30)
    (tmp_path / "a1.tsv").write_bytes(content.encode())
    assert len(read_file(tmp_path / "a1.tsv").arrivals) <= 1
