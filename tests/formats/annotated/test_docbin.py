"""DocBin: what spaCy writes comes in, and nothing in it is ever run."""

import pickle
import tracemalloc
import zlib
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
import srsly

from tests.chance import damaged, seeded, text
from tests.formats.annotated.foreign_files import read_file
from tests.formats.difficult import COMBINING, EMOJI, RIGHT_TO_LEFT

if TYPE_CHECKING:
    from spacy.tokens import Doc

CLAIM = "the bridge will cost 4m euros"


def labelled(text: str = EMOJI) -> "Doc":
    import spacy

    doc = spacy.blank("en").make_doc(text)
    at = text.index("Mayor"), text.index(CLAIM)
    source = doc.char_span(at[0], at[0] + 10, label="SOURCE")
    claim = doc.char_span(at[1], at[1] + len(CLAIM), label="CLAIM")
    bridge = doc.char_span(at[1] + 4, at[1] + 10, label="TARGET")
    assert source is not None
    assert claim is not None
    assert bridge is not None
    doc.spans["sc"] = [source, claim, bridge]
    doc.set_ents([source])
    return doc


def write(folder: Path, *docs: "Doc") -> Path:
    from spacy.tokens import DocBin

    path = folder / "train.spacy"
    DocBin(docs=docs, store_user_data=True).to_disk(path)
    return path


def test_groups_of_spans_and_entities_come_in_once(tmp_path):
    read = read_file(write(tmp_path, labelled()))
    assert (read.text, read.problems) == (EMOJI, [])
    assert read.marks == {("SOURCE", "Mayor Ruiz"), ("CLAIM", CLAIM), ("TARGET", "bridge")}
    assert len(read.only.annotations) == 3


def test_entities_side_by_side_stay_apart(tmp_path):
    import spacy
    from spacy.tokens import Span

    doc = spacy.blank("en").make_doc("Anna Bob Carla ran")
    doc.set_ents([Span(doc, 0, 1, "P"), Span(doc, 1, 2, "P"), Span(doc, 2, 3, "Q")])
    assert len(read_file(write(tmp_path, doc)).only.annotations) == 3


def test_line_ends_marks_and_scripts(tmp_path):
    text = f"{COMBINING}\r\n{RIGHT_TO_LEFT}\r\n{EMOJI}"
    read = read_file(write(tmp_path, labelled(text)))
    assert read.text == text.replace("\r\n", "\n")
    assert ("CLAIM", CLAIM) in read.marks


def test_several_documents_are_several_articles(tmp_path):
    read = read_file(write(tmp_path, labelled(), labelled(f"Again: {EMOJI}")))
    assert [len(each.annotations) for each in read.arrivals] == [3, 3]
    assert read.arrivals[0].article.id != read.arrivals[1].article.id


class Bomb:
    def __reduce__(self):
        return (Path.touch, (Path("run-by-a-pickle"),))


def test_a_pickle_inside_is_never_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    doc = labelled()
    path = write(tmp_path, doc)
    message = srsly.msgpack_loads(zlib.decompress(path.read_bytes()))
    array = {
        b"nd": True,
        b"kind": b"O",
        b"type": b"O",
        b"shape": (1,),
        b"data": pickle.dumps(Bomb()),
    }
    message["user_data"] = [srsly.msgpack_dumps(array)]
    message["cats"] = [array]
    path.write_bytes(zlib.compress(srsly.msgpack_dumps(message)))
    read = read_file(path)
    assert ("CLAIM", CLAIM) in read.marks
    assert not Path("run-by-a-pickle").exists()


def test_a_bomb_is_refused_by_what_it_would_unpack_to_and_no_room_is_made_for_it(tmp_path):
    path = tmp_path / "bomb.spacy"
    path.write_bytes(zlib.compress(bytes(50_000_000), 9))
    read_file(path)  # what it imports is not counted
    tracemalloc.start()
    try:
        (problem,) = read_file(path).problems
        assert tracemalloc.get_traced_memory()[1] < 12_000_000
    finally:
        tracemalloc.stop()
    assert "would unpack to more than" in problem


@pytest.mark.parametrize(
    "content", [b"", b"no zlib", zlib.compress(b"\xc1"), zlib.compress(b"\x80")]
)
def test_a_damaged_file_is_refused_in_words(tmp_path, content):
    path = tmp_path / "train.spacy"
    path.write_bytes(content)
    assert "no DocBin, or damaged" in read_file(path).problems[0]


def part_of(chance: Random) -> object:
    """What a part of a DocBin might hold instead."""
    return chance.choice(
        (
            lambda: chance.randbytes(chance.randint(0, 40)),
            lambda: None,
            lambda: chance.randint(-(2**63), 2**64 - 1),
            lambda: [chance.randbytes(chance.randint(0, 30)) for _ in range(chance.randint(0, 4))],
            lambda: [text(chance, 6) for _ in range(chance.randint(0, 40))],
            lambda: [chance.randint(0, 90) for _ in range(chance.randint(0, 40))],
        )
    )()


@pytest.fixture(name="sound", scope="module")
def _sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return write(tmp_path_factory.mktemp("sound"), labelled()).read_bytes()


@pytest.mark.parametrize("part", ["attrs", "tokens", "spaces", "lengths", "strings", "span_groups"])
@seeded(40)
def test_whatever_a_part_holds_ends_in_words(tmp_path, sound, part, chance):
    message = srsly.msgpack_loads(zlib.decompress(sound))
    message[part] = part_of(chance)
    path = tmp_path / "train.spacy"
    path.write_bytes(zlib.compress(srsly.msgpack_dumps(message)))
    assert len(read_file(path).arrivals) <= 1


@seeded(60)
def test_no_damage_under_the_compression_breaks_the_reader(tmp_path, sound, chance):
    path = tmp_path / "train.spacy"
    path.write_bytes(zlib.compress(damaged(zlib.decompress(sound), chance, 4)))
    assert len(read_file(path).arrivals) <= 1
