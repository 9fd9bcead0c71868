"""Files, folders, zip files and streams become sources, and hostile ones are refused."""

import importlib
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from annotator.domain.errors import UserError
from annotator.formats import registry
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.registry import FORMATS, detect, format_of_id
from annotator.formats.sources import Source, expand
from tests.builders import came_along


def names(found: Iterable[Source | Problem], below: Path) -> list[str]:
    return [each.name.removeprefix(f"{below}/") for each in found if isinstance(each, Source)]


def packed(folder: Path, *members: tuple[str, bytes]) -> Path:
    path = folder / "news.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def test_a_folder_stands_for_all_visible_files_below_it_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/x.txt", "c.md", "a/~$z.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(expand([tmp_path]), tmp_path) == ["a/z.txt", "b.txt", "c.md"]


def test_a_folder_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "round").symlink_to(tmp_path)
    assert names(expand([tmp_path]), tmp_path) == ["a.txt"]


def test_what_a_browser_saved_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    names_inside = ("in/Page.html", "in/Page_files/a.css", "in/Page_files/b/c.png", "x_files/d.txt")
    for name in names_inside:
        (tmp_path / "folder" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "folder" / name).write_text("x")
    path = packed(tmp_path, *((name, b"x") for name in names_inside))
    assert names(expand([path]), path) == ["in/Page.html", "x_files/d.txt"]
    folder = tmp_path / "folder"
    assert names(expand([folder]), folder) == ["in/Page.html", "x_files/d.txt"]


def test_what_is_missing_is_reported_and_the_rest_comes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    problem, source = expand([tmp_path / "gone.txt", tmp_path / "a.txt"])
    assert isinstance(problem, Problem)
    assert "There is no" in problem.reason
    assert isinstance(source, Source)


def test_a_link_to_a_file_that_is_gone_is_told_as_one(tmp_path: Path) -> None:
    (tmp_path / "old.txt").symlink_to(tmp_path / "gone.txt")
    (problem,) = expand([tmp_path])
    assert isinstance(problem, Problem)
    assert "old.txt links to a file that is not there" in problem.reason


def test_members_of_a_zip_file_are_read_as_streams(tmp_path: Path) -> None:
    path = packed(
        tmp_path, ("in/b.txt", b"Bridge"), ("a.txt", b"Mayor"), ("__MACOSX/._a.txt", b"x")
    )
    sources = list(expand([path]))
    assert names(sources, path) == ["a.txt", "in/b.txt"]
    found = [
        one
        for each in sources
        if isinstance(each, Source)
        for one in registry.read(each, annotator="a")
    ]
    assert [each.article.id for each in found if isinstance(each, Arrival)] == ["a", "b"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["news.zip"]


@pytest.mark.parametrize(
    "name",
    ["../a.txt", "/etc/a.txt", "..\\a.txt", "C:\\a.txt", "x:ads", "a/../../b.txt", "inner.zip"],
)
def test_hostile_names_in_a_zip_file_are_refused(tmp_path: Path, name: str) -> None:
    (problem,) = expand([packed(tmp_path, (name, b"x"), ("good.txt", b"x"))])
    assert isinstance(problem, Problem)
    assert "Unpack it yourself" in problem.reason


def test_a_zip_bomb_is_refused_unread(tmp_path: Path) -> None:
    (problem,) = expand([packed(tmp_path, ("a.txt", b"\0" * 50_000_000))])
    assert "would unpack to 50 MB; at most are 1,000 MB in all, 256 MB and 200 times" in str(
        problem
    )


def test_a_repeated_name_in_a_zip_file_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        path = packed(tmp_path, ("a.txt", b"x"), ("a.txt", b"y"))
    assert "two files of one name" in str(next(iter(expand([path]))))


def test_an_encrypted_zip_file_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path, ("a.txt", b"x"))
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert "is encrypted" in str(next(iter(expand([path]))))


def test_a_damaged_zip_file_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "news.zip"
    path.write_bytes(b"PK\x03\x04 and no more")
    assert "is damaged or no zip file" in str(next(iter(expand([path]))))


def test_a_damaged_member_is_a_sentence(tmp_path: Path) -> None:
    path = packed(tmp_path, ("a.txt", b"Mayor Ruiz said the bridge will cost 4m euros." * 9))
    content = bytearray(path.read_bytes())
    content[45] ^= 0xFF
    path.write_bytes(content)
    (source,) = expand([path])
    assert isinstance(source, Source)
    (problem,) = registry.read(source, annotator="ana")
    assert "damaged" in str(problem)


@pytest.mark.parametrize(
    ("name", "content", "format_id"),
    [
        ("a.TXT", b"{}", "txt"),
        ("a.md", b"x", "markdown"),
        ("a.ndjson", b"x", "jsonl"),
        ("noextension", b'\xef\xbb\xbf\n{ "text": 1', "jsonl"),
        ("noextension", b'[\n {"text": 1', "jsonl"),
        ("noextension", b"{curly} brackets", "txt"),
        ("noextension", b"\n<!DOCTYPE HTML><html>", "html"),
        ("noextension", b'<?xml version="1.0"?>\n<feed xmlns="x">', "rss"),
    ],
)
def test_the_format_is_found_by_extension_or_first_bytes(
    tmp_path: Path, name: str, content: bytes, format_id: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert detect(Source.of(tmp_path / name)).id == format_id


@pytest.mark.parametrize(
    "make", [io.BytesIO, lambda content: io.BufferedReader(io.BytesIO(content))]
)
def test_looking_at_a_stream_takes_nothing_from_it(make: type[io.BytesIO]) -> None:
    source = Source("standard input", stream=make(b'{"text": "Mayor"}'))
    (found,) = registry.read(source, annotator="ana")
    assert isinstance(found, Arrival)
    assert found.article.text == "Mayor"


def test_an_unknown_extension_is_refused_with_those_that_are_known(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"x")
    with pytest.raises(UserError, match=r"\.png, which is not known.*leave it out"):
        detect(Source.of(tmp_path / "a.png"))


def test_an_unknown_format_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(UserError, match=r"no format 'paper'.*jsonl"):
        format_of_id("paper")


def test_every_format_to_be_read_has_a_reader() -> None:
    for each in FORMATS:
        if each.can_be_read:
            assert callable(importlib.import_module(each.reader).read)


def test_a_name_that_another_text_has_gets_the_text_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"text":"No.","spans":[{"start":0,"end":2,"label":"claim"}]}'
    )
    (found,) = registry.read(Source.of(tmp_path / "a.jsonl"), annotator="ana")
    assert isinstance(found, Arrival)
    renamed = found.renamed()
    assert renamed.article.id == f"{found.article.id}-{found.article.text_sha256[:8]}"
    assert {getattr(record, "article_id", "") for record in came_along(renamed)} == {
        renamed.article.id
    }
