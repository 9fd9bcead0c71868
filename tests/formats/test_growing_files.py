"""Four times as much to read takes about four times as long, whatever there is more of."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.formats import registry
from annotator.formats.annotated.message_pack import unpacked
from annotator.formats.pdf_lines import Line, laid_out
from annotator.formats.sources import Source, expand
from annotator.formats.xml_trees import tree_of
from tests.formats.difficult import read
from tests.growth import stays_within

MUCH_MORE = 8
"""Four times as much takes sixteen times as long where work grows with the square."""


def feed(count: int) -> bytes:
    items = "<item><title>T</title><description>The bridge opened.</description></item>" * count
    return f"<rss><channel><title>Post</title>{items}</channel></rss>".encode()


def columns(count: int) -> bytes:
    return ",".join(["text", *(f"c{number}" for number in range(count))]).encode() + b"\nx\n"


def title_again_and_again(count: int) -> bytes:
    return b'{"title": "a", "text": "' + b"a b " * 10 * count + b'"}'


def keys(count: int) -> bytes:
    names = "".join(f'"k{number}": 1, ' for number in range(count))
    return f'{{{names} "text": "x", "text": "y"}}'.encode()


FILES: dict[str, tuple[Callable[[int], bytes], int]] = {
    "items.rss": (feed, 500),
    "columns.csv": (columns, 4_000),
    "title.jsonl": (title_again_and_again, 2_000),
    "keys.jsonl": (keys, 1_500),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_more_takes_its_share_of_time(name: str) -> None:
    make, count = FILES[name]
    few, many = make(count), make(4 * count)
    assert stays_within(MUCH_MORE, small=lambda: read(name, few), large=lambda: read(name, many))


def test_text_of_many_lines_in_xml_takes_its_share_of_time() -> None:
    few = b"<a>" + b"A bridge.\n" * 500_000 + b"</a>"
    many = b"<a>" + b"A bridge.\n" * 2_000_000 + b"</a>"
    assert stays_within(MUCH_MORE, small=lambda: tree_of(few), large=lambda: tree_of(many))


def test_a_long_word_at_the_end_of_a_line_of_a_pdf_file_takes_its_share_of_time() -> None:
    def lay_out(count: int) -> None:
        laid_out([[Line("a" * count), Line("b" * count)]])

    assert stays_within(MUCH_MORE, small=lambda: lay_out(1_500), large=lambda: lay_out(6_000))


def test_a_zip_file_is_opened_once_however_many_articles_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(tmp_path / "news.zip", "w") as archive:
        for number in range(5):
            archive.writestr(f"{number}.txt", "The bridge opened.")
    opened: list[object] = []

    class Counted(zipfile.ZipFile):
        def __init__(self, *given: Any) -> None:
            opened.append(given)
            super().__init__(*given)

    monkeypatch.setattr(zipfile, "ZipFile", Counted)
    sources = [each for each in expand([tmp_path / "news.zip"]) if isinstance(each, Source)]
    found = [each for source in sources for each in registry.read(source, annotator="ana")]
    assert len(found) == 5
    assert len(opened) == 1


def test_a_message_of_many_parts_without_contents_is_refused() -> None:
    count = 20_000_001
    message = b"\xdd" + count.to_bytes(4, "big") + b"\xc4\x00" * 8
    with pytest.raises(ValueError, match="too big"):
        unpacked(message)
