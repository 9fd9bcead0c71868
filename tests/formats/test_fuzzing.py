"""Every reader on files that Hypothesis damages: each ends in articles and sentences, soon.

The corpus is a good file of each format with all difficult lines, and what broke a reader once
(`PITFALLS`). HYPOTHESIS_PROFILE=search draws other damage each time, and far more.
"""

import os
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.formats.annotated.foreign_files import read_file
from tests.formats.annotated.test_all_formats import WRITERS, found_in, written
from tests.formats.difficult import read
from tests.formats.test_every_article_format import FILES

EXAMPLES = 300 if os.environ.get("HYPOTHESIS_PROFILE") == "search" else 8


class Edit(NamedTuple):
    """Some bytes of a file that become others; the place is a share of its length."""

    place: float
    length: int
    instead: bytes

    def of(self, content: bytes) -> bytes:
        """The file with this damage."""
        start = int(self.place * len(content))
        return content[:start] + self.instead + content[start + self.length :]


_PIECES = st.sampled_from([
    b"", b"\0", b"\n", b"\r", b"\t", b'"', b"<", b"&", b"&#0;", b"]]>", b"{", b"}", b"[", b"]",
    b",",
    b"\\ud800", b"-1", b"1e999", b"9" * 30, b"null", b"true", b"\xff", b"\xfe\xff", b"\xed\xa0\x80",
    b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xcc\x81", b"\xf0\x9f\x93\xb0", b"PK\x03\x04",
    b"<!DOCTYPE x",
    b"<!ENTITY e SYSTEM 'file:///etc/passwd'>", b"../../../etc/passwd", b"x" * 3_000,
])  # fmt: skip
_EDITS = st.lists(
    st.builds(
        Edit,
        st.floats(0, 1),
        st.sampled_from([0, 1, 2, 7, 64, 1_000]),
        _PIECES | st.binary(max_size=6),
    ),
    min_size=1,
    max_size=4,
)

PITFALLS = {
    "repeated.json": b'[{"id":1,"data":{"text":"word"},"annotations":[{"result":['
    + b",".join([b'{"id":"s","type":"labels","value":{"start":0,"end":4,"labels":["A"]}}'] * 2_000)
    + b"]}]}]",
    "none.ninjs": b'{"body_xhtml":null,"uri":null,"headline":{}}',
    "nested.json": b'{"a":' * 900 + b"1" + b"}" * 900,
    "empty.csv": b"text,label,start,end\n,,,\nx,A,0,\n",
}


def damaged(content: bytes, edits: list[Edit]) -> bytes:
    """The file with every damage."""
    for edit in edits:
        content = edit.of(content)
    return content


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=EXAMPLES, deadline=None)
@example([Edit(0.5, 10**9, b"")])
@given(_EDITS)
def test_no_damage_breaks_a_reader_of_articles(name: str, edits: list[Edit]) -> None:
    arrivals, problems, notes = read(name, damaged(FILES[name], edits))
    for arrival in arrivals:
        text = arrival.article.text
        assert text.strip()
        assert "\0" not in text
        assert "root:" not in text
        text.encode()
        assert all(0 <= each.start <= each.end <= len(text) for each in arrival.article.structure)
    assert all(each.reason.strip() for each in (*problems, *notes))


@pytest.mark.parametrize("way", WRITERS)
@settings(max_examples=EXAMPLES, deadline=None)
@given(edits=_EDITS)
def test_no_damage_breaks_a_reader_of_annotations(
    tmp_path_factory: pytest.TempPathFactory, way: str, edits: list[Edit]
) -> None:
    folder = tmp_path_factory.mktemp("files")
    path = written(folder, way)
    path.write_bytes(damaged(path.read_bytes(), edits))
    found = found_in(path, way)  # which proves that each annotation holds its words
    assert all(each.strip() for each in (*found.problems, *found.notes))
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", PITFALLS)
def test_what_broke_a_reader_once_does_so_no_more(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(PITFALLS[name])
    found = read_file(path)
    assert found.arrivals or found.problems
    assert all(each.endswith((".", "…", ")")) for each in found.problems)
