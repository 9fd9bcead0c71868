"""brat: two files beside each other, every kind of line, and texts that are hard to count in."""

import zipfile
from pathlib import Path
from random import Random

import pytest

from annotator.formats import sources
from annotator.formats.incoming import Arrival
from tests.chance import seeded, text
from tests.formats.annotated.foreign_files import Read, read_file
from tests.formats.difficult import COMBINING, EMOJI, RIGHT_TO_LEFT

ALL_LINES = """T1\tSource 2 12\tMayor Ruiz
T2\tAttribution 13 17\tsaid
T3\tClaim 18 47\tthe bridge will cost 4m euros
T4\tTarget 22 28\tbridge
E1\tAttribution:T2 Who:T1 What:T3
R1\tAbout Arg1:T3 Arg2:T4
A1\tStance T3 negative
M1\tNegation T3
N1\tReference T1 Wikipedia:534366\tRuiz
#1\tAnnotatorNotes T3\tcheck the sum
*\tEquiv T1 T4
"""


def pair(folder: Path, marks: str, text: str = EMOJI, *, name: str = "a1") -> Path:
    (folder / f"{name}.txt").write_bytes(text.encode())
    path = folder / f"{name}.ann"
    path.write_bytes(marks.encode())
    return path


def read_pair(folder: Path, marks: str, text: str = EMOJI) -> Read:
    return read_file(pair(folder, marks, text))


def test_every_kind_of_line_comes_in_under_its_own_names(tmp_path):
    read = read_pair(tmp_path, ALL_LINES)
    assert (read.problems, read.only.article.id, read.only.names_of) == ([], "a1", "brat")
    claim = "the bridge will cost 4m euros"
    assert read.marks == {
        ("Source", "Mayor Ruiz"), ("Attribution", "said"), ("Claim", claim), ("Target", "bridge"),
    }  # fmt: skip
    assert read.links == {
        ("About", claim, "bridge"), ("Equiv", "Mayor Ruiz", "bridge"),
        ("attributed_to", claim, "Mayor Ruiz"), ("cued_by", claim, "said"),
    }  # fmt: skip
    assert read.attributes_of(claim) == {"Stance": "negative", "Negation": "true"}
    assert read.attributes_of("Mayor Ruiz") == {"Wikipedia": "534366"}
    assert read.note_of(claim) == "check the sum"


def test_the_text_file_gives_the_same_as_the_file_of_marks(tmp_path):
    path = pair(tmp_path, ALL_LINES)
    assert read_file(path).only == read_file(path.with_suffix(".txt")).only


def test_a_claim_in_two_parts_is_one_annotation(tmp_path):
    read = read_pair(tmp_path, "T1\tClaim 18 28;34 47\tthe bridge cost 4m euros\n")
    assert read.fragments_of("the bridge cost 4m euros") == [[18, 28], [34, 47]]


def test_parts_that_only_a_line_end_parts_are_one_fragment(tmp_path):
    read = read_pair(tmp_path, "T1\tClaim 0 3;4 7\tone two\n", "one\ntwo")
    assert read.fragments_of("one\ntwo") == [[0, 7]]


@pytest.mark.parametrize("counted", ["both", "as one"])
def test_line_ends_of_two_characters_are_read_as_the_words_show(tmp_path, counted):
    text = f"Line one.\r\n{EMOJI}\r\n{COMBINING}"
    start = 11 if counted == "both" else 10
    marks = f"T1\tClaim {start + 18} {start + 47}\tthe bridge will cost 4m euros\n"
    read = read_pair(tmp_path, marks, text)
    assert read.marks == {("Claim", "the bridge will cost 4m euros")}
    assert "\r" not in read.text
    assert read.only.raw == text.encode()


def test_combining_marks_and_a_line_from_right_to_left(tmp_path):
    text = f"{COMBINING}\n{RIGHT_TO_LEFT}"
    start = len(COMBINING) + 1
    marks = f"T1\tSource 0 5\t{text[:5]}\nT2\tSource {start} {start + 8}\t{RIGHT_TO_LEFT[:8]}\n"
    read = read_pair(tmp_path, marks, text)
    assert read.marks == {("Source", "Cafe\u0301"), ("Source", RIGHT_TO_LEFT[:8])}


def test_characters_that_other_readers_take_for_line_ends_stay_in_their_line(tmp_path):
    text = "one\u2028two\x0bthree\u0085four"
    read = read_pair(tmp_path, f"T1\tClaim 0 {len(text)}\t{text}\n", text)
    assert read.problems == []
    assert read.marks == {("Claim", text)}


def test_nested_events_tell_through_whom_a_source_is_known(tmp_path):
    text = "The Post wrote that officials said it is late."
    marks = (
        "T1\tSource 0 8\tThe Post\nT2\tCue 9 14\twrote\nT3\tSource 20 29\tofficials\n"
        "T4\tCue 30 34\tsaid\nT5\tClaim 35 45\tit is late\n"
        "E1\tCue:T2 Who:T1 What:E2\nE2\tCue:T4 Who:T3 What:T5\n"
    )
    read = read_pair(tmp_path, marks, text)
    assert read.links == {
        ("reported_via", "officials", "The Post"),
        ("attributed_to", "it is late", "officials"),
        ("cued_by", "it is late", "said"),
    }


def test_comments_stand_with_the_mark_that_they_are_about_whatever_they_hang_on(tmp_path):
    marks = ALL_LINES + (
        "#2\tAnnotatorNotes E1\twho\n#3\tAnnotatorNotes A1\twhy\n#4\tAnnotatorNotes R1\tsure\n"
        "#5\tAnnotatorNotes N1\tyes\nN2\tReference T1 Freebase:/m/02%20x\tRuiz\n"
    )
    read = read_pair(tmp_path, marks)
    assert read.problems == []
    assert read.note_of("said") == "who"
    assert read.note_of("the bridge will cost 4m euros") == "check the sum\nwhy\nAbout: sure"
    assert read.note_of("Mayor Ruiz") == "yes"
    assert read.attributes_of("Mayor Ruiz")["Freebase"] == "/m/02 x"


def test_an_event_without_a_content_is_relations_from_its_trigger(tmp_path):
    marks = "T1\tOrg 2 12\tMayor Ruiz\nT2\tBuy 13 17\tsaid\nE1\tBuy:T2 Buyer:T1\n"
    assert read_pair(tmp_path, marks).links == {("Buyer", "said", "Mayor Ruiz")}


def test_an_event_of_thousands_of_arguments_is_refused_and_not_multiplied(tmp_path):
    marks = "T1\tOrg 2 12\tMayor Ruiz\nE1\tBuy:T1" + " Who:T1 What:T1" * 20_000 + "\n"
    read = read_pair(tmp_path, marks)
    assert read.marks == {("Org", "Mayor Ruiz")}
    assert [each.partition(": ")[2] for each in read.problems] == [
        "E1 is left out: it has 40,000 arguments, more than 50."
    ]


def test_a_damaged_file_tells_each_line_and_brings_in_the_rest(tmp_path):
    marks = (
        "T1\tSource 2 12\tMayor Ruiz\nT2 Source 2 12 Mayor\nT3\tClaim 18 x\tthe\n"
        "T4\tClaim 18 99\tthe bridge\nT5\tClaim 18 28\tthe mayor\nA1\tStance T9 good\n"
        "R1\tAbout Arg1:T1 Arg2:T9\nT1\tSource 13 17\tsaid\n?\n"
    )
    read = read_pair(tmp_path, marks)
    assert read.marks == {("Source", "Mayor Ruiz")}
    told = "\n".join(read.problems)
    for line in range(2, 10):
        assert f"a1.ann, line {line}: " in told
    assert "'the bridge'" in told
    assert len(read.problems) == 8


def test_a_file_without_its_other_half_says_so(tmp_path):
    path = pair(tmp_path, ALL_LINES)
    path.with_suffix(".txt").unlink()
    read = read_file(path)
    assert read.arrivals == []
    assert "There is no a1.txt beside" in read.problems[0]


def test_a_folder_in_a_zip_file_comes_in_without_its_configuration(tmp_path):
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("x/a1.txt", EMOJI)
        archive.writestr("x/a1.ann", ALL_LINES)
        archive.writestr("x/annotation.conf", "[entities]\nSource\n")
    found = [
        each
        for source in sources.expand([tmp_path / "all.zip"])
        if isinstance(source, sources.Source)
        for each in _registry_read(source)
    ]
    assert {each.article.id for each in found if isinstance(each, Arrival)} == {"a1"}
    assert all(isinstance(each, Arrival) for each in found)


def _registry_read(source: sources.Source) -> list[object]:
    from annotator.formats import registry

    return list(registry.read(source, annotator="ana"))


def line(chance: Random) -> str:
    """A line that may be one of brat's."""
    if chance.random() < 0.2:
        return text(chance, 60)
    first = f"{chance.choice('TREAMN#*')}{chance.randint(0, 5)}\t"
    middle = chance.choice(["Claim", "X:T1", "", "T1", "Said:T2 Who:T1 What:E1", "S T1 W:1"])
    places = f"{chance.randint(-3, 60)} {chance.randint(-3, 60)}"
    return f"{first}{middle} {places}\t{text(chance, 12)}"


@seeded(150)
def test_whatever_stands_in_the_files_ends_in_words(tmp_path, chance):
    content = "\n".join(line(chance) for _ in range(chance.randint(0, 12)))
    (tmp_path / "a1.txt").write_bytes(text(chance, 80).encode())
    (tmp_path / "a1.ann").write_bytes(content.encode())
    read = read_file(tmp_path / "a1.ann")
    assert len(read.arrivals) <= 1


def test_a_line_or_a_number_of_lines_that_no_article_has_is_left_out_unread(tmp_path):
    long = f"T1\tSource 2 12\tMayor Ruiz\nT2\tClaim 18 47{';50 51' * 200_000}\tthe bridge\n"
    read = read_file(pair(tmp_path, long))
    assert read.marks == {("Source", "Mayor Ruiz")}
    assert any("line of 1,200," in each and "1,000,000 are read" in each for each in read.problems)
    read = read_file(pair(tmp_path, "\n" * 200_001, name="a2"))
    assert (read.arrivals, len(read.problems)) == ([], 1)
    assert "200,001 lines" in read.problems[0]
