"""Hostile files of every format: nothing is fetched, run, opened or unpacked beyond a limit."""

import json
import os
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random

import pytest

from annotator.formats import registry
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.registry import FORMATS
from annotator.formats.sources import Source, expand
from tests.chance import damaged, seeded
from tests.formats.difficult import EMOJI, LINES, read
from tests.formats.made_pdf import lines, pdf
from tests.formats.test_main_text import PAGES
from tests.formats.test_office_files import W, paragraph, word_file, workbook
from tests.formats.test_saved_pages import WITHOUT_ADDRESS, mhtml, webarchive
from tests.formats.test_zips_of_everything import files

READABLE = [each for each in FORMATS if each.can_be_read]
EXTENSIONS = sorted({extension for each in READABLE for extension in each.extensions})
OF_WHOLE_FILES = [
    each.extensions[0]
    for each in READABLE
    if each.direction == "in" and not each.reader.endswith("jsonl")
]
"""One extension of each format that is read as a whole; lines of JSON are read one by one."""
OF_TOOLS = ["xmi", "spacy", "conll", "webanno", "csv"]
"""The same of formats of other tools; brat's, a text beside the marks, is the same as txt."""
CAS = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" '
    'xmi:version="2.0"><cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" '
    'sofaString="{}"/><cas:View sofa="1" members=""/></xmi:XMI>'
)
AWAY = "https://hostile.example/tracker"


@cache
def corpus() -> dict[str, bytes]:
    """Files of every kind, by name."""
    return {
        **files(),
        "m.mhtml": mhtml(WITHOUT_ADDRESS),
        "n.webarchive": webarchive(WITHOUT_ADDRESS.encode()),
        "o.xlsx": workbook(("text", "date"), *((line, "2026-03-01") for line in LINES)),
        **{f"{path.stem}.html": path.read_bytes() for path in PAGES[:3]},
    }


def opened(path: Path) -> list[Arrival | Problem]:
    """What a file on the disk gives."""
    (source,) = expand([path])
    assert isinstance(source, Source)
    return list(registry.read(source, annotator="ana"))


class Ear:
    """Hears what Python's own audit tells, while it listens.

    A hook stays until the interpreter ends, when the names of its module are gone: it keeps what it
    needs itself.
    """

    def __init__(self) -> None:
        self.is_listening = False
        self.events: list[tuple[str, str]] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Take down what is opened, started or connected to."""
        if self.is_listening and event.startswith(
            ("open", "socket", "subprocess", "os.system", "os.exec")
        ):
            self.events.append((event, str(arguments[0] if arguments else "")))


EAR = Ear()
sys.addaudithook(EAR)


@contextmanager
def heard() -> Iterator[list[tuple[str, str]]]:
    """Every file that is opened, process started and connection made, from Python's own audit."""
    EAR.events.clear()
    EAR.is_listening = True
    try:
        yield EAR.events
    finally:
        EAR.is_listening = False


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file of the person's that no article may bring along."""
    path = tmp_path / "elsewhere" / "secret.txt"
    path.parent.mkdir()
    path.write_text("the password is swordfish and nobody may read it", encoding="utf-8")
    return path


def hostile_files(secret: Path) -> dict[str, bytes]:
    """Files of each kind that ask for things elsewhere."""
    local = secret.as_uri()
    head = (
        f'<base href="{AWAY}/"><link rel="stylesheet" href="{AWAY}/a.css">'
        f'<link rel="canonical" href="{local}"><script src="{AWAY}/a.js">document.write(1)</script>'
        f'<meta http-equiv="refresh" content="0; url={AWAY}">'
    )
    body = (
        f'<img src="{AWAY}/a.png"><iframe src="{local}"></iframe><object data="{local}"></object>'
        f'<video src="{AWAY}/v"></video><svg><image href="{AWAY}"/><script>alert(1)</script></svg>'
        f'<p onclick="alert(1)" style="background:url({AWAY})">{EMOJI} And so on, and so on.</p>'
    )
    page = (
        f'<!DOCTYPE html SYSTEM "{AWAY}/a.dtd"><html><head>{head}<title>T</title></head><body>'
        f"<article><h1>Title</h1>{body * 3}</article></body></html>"
    )
    external = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{local}">]>'
    remote = f'<!DOCTYPE x SYSTEM "{AWAY}/a.dtd">'
    item = "<item><title>t</title><description>{} text</description></item>"
    feed = f"<rss><channel>{item}</channel></rss>"
    document = f"<w:document {W}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
    return {
        "page.html": page.encode(),
        "page.mhtml": mhtml(page),
        "external.rss": (external + feed.format("&e;")).encode(),
        "remote.rss": (remote + feed.format("plain")).encode(),
        "entity.docx": word_file(paragraph(EMOJI), **{"word/document.xml": external + document}),
        "linked.md": f"# T\n\n![x]({local}) [y]({AWAY}) <img src='{AWAY}'>\n\n{EMOJI}".encode(),
        "entity.xmi": (external + CAS.format("&e;")).encode(),
        "remote.xmi": (remote + CAS.format(EMOJI)).encode(),
        "pictures.ninjs": json.dumps({
            "uri": local, "headline": "T",
            "body_xhtml": f"<p>{EMOJI}</p><img src='{AWAY}'/><script>alert(1)</script>",
            "associations": {"main": {"renditions": {"a": {"href": local}}}},
        }).encode(),
        "page.webarchive": webarchive(page.encode()),
        "opens.pdf": pdf(lines(EMOJI)).replace(
            b"/Type /Catalog", f"/Type /Catalog /OpenAction << /S /URI /URI ({AWAY}) >>".encode()
        ),
        "formula.xlsx": workbook(("text",), (f'=WEBSERVICE("{AWAY}")',), (EMOJI,)),
    }  # fmt: skip


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "name",
    ["page.html", "page.mhtml", "external.rss", "remote.rss", "entity.docx", "linked.md",
     "formula.xlsx", "entity.xmi", "remote.xmi", "pictures.ninjs", "page.webarchive", "opens.pdf"],
)  # fmt: skip
def test_nothing_is_fetched_run_or_read_from_elsewhere(
    name: str, secret: Path, tmp_path: Path, monkeypatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(subprocess.Popen, "__init__", refuse)
    path = tmp_path / name
    path.write_bytes(hostile_files(secret)[name])
    opened(path)  # Libraries are imported now, and open files of their own.
    with heard() as events:
        found = opened(path)
    assert [each for each in events if not each[0].startswith("open")] == []
    assert [each for each in events if str(secret) in each[1]] == []
    for each in found:
        told = each.article.text if isinstance(each, Arrival) else each.reason
        assert "swordfish" not in told
        assert "alert(1)" not in told or name.endswith(".md")
        assert isinstance(each, Problem) or not str(each.article.url or "").startswith("file:")


LOL = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<!DOCTYPE x [<!ENTITY l0 "lol">{LOL}]>'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bomb.rss", f"{BOMB}<rss><channel><title>&l11;</title></channel></rss>".encode()),
        ("bomb.atom", f"{BOMB}<feed><entry><title>&l11;</title></entry></feed>".encode()),
        ("deep.rss", b"<rss>" * 100_000),
        ("deep.html", b"<div>" * 100_000),
        ("deep.json", b"[" * 1_000_000),
        ("deep.md", b"> " * 100_000 + b"x"),
        ("wide.html", b"<p>x" * 82_000),
        ("attributes.html", b"<p " + b"a=1 " * 200_000 + b">x"),
        ("comment.html", b"<!--" * 500_000),
        ("entity.html", b"&amp" * 60_000),
        ("quotes.csv", b'text\n"' + b'""' * 1_000_000),
        ("commas.csv", b"," * 400_000),
        ("braces.jsonl", b"{" * 1_000_000),
        ("links.md", b"[" * 50_000),
        ("stars.md", b"*a_" * 30_000),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_bomb_ends_in_a_sentence_or_an_article_and_soon(name: str, content: bytes) -> None:
    began = time.process_time()
    arrivals, problems, _ = read(name, content)
    assert len(arrivals) + len(problems) >= 1
    # Quadratic work on these would take hours; nothing is said of seconds.
    assert time.process_time() - began < 120


@pytest.mark.parametrize("extension", [*OF_WHOLE_FILES, *OF_TOOLS, "mhtml", "webarchive", "zip"])
def test_a_gigabyte_is_refused_before_it_is_read(extension: str, tmp_path: Path) -> None:
    path = tmp_path / f"huge.{extension}"
    path.touch()
    os.truncate(path, 1_000_000_001)
    before = _read_bytes()
    found = list(expand([path]))
    problems = [each for each in found if isinstance(each, Problem)]
    for source in found:
        if isinstance(source, Source):
            problems += [
                each for each in registry.read(source, annotator="ana") if isinstance(each, Problem)
            ]
    assert problems, extension
    assert all("MB" in each.reason or "damaged" in each.reason for each in problems), problems
    assert _read_bytes() - before < 300_000_000  # libraries are read too


def _read_bytes() -> int:
    """How many bytes this process has read so far, sparse ones too."""
    counts = Path("/proc/self/io").read_text(encoding="ascii").splitlines()
    return int(next(line for line in counts if line.startswith("rchar")).split()[1])


@pytest.mark.parametrize("extension", [*OF_WHOLE_FILES, "mhtml", "jsonl"])
def test_fifty_megabytes_in_one_line_are_no_hang_and_no_crash(
    extension: str, tmp_path: Path
) -> None:
    path = tmp_path / f"line.{extension}"
    path.write_bytes(b"word " * 10_000_000)
    problems = [each for each in opened(path) if isinstance(each, Problem)]
    assert problems


@pytest.mark.parametrize("extension", EXTENSIONS)
@pytest.mark.parametrize(
    "content",
    [b"", b"\x00", b"\xff\xfe", b"\x80\x81\x82", b"text\x00more", b"a\xed\xa0\x80b",
     b"\xef\xbb\xbf", b"\r\n\r\n", b"\x1f\x8b\x08\x00", b"PK\x03\x04"],
    ids=repr,
)  # fmt: skip
def test_what_is_no_text_ends_in_words(extension: str, content: bytes) -> None:
    arrivals, problems, _ = read(f"x.{extension}", content)
    for arrival in arrivals:
        assert "\0" not in arrival.article.text
        arrival.article.text.encode()
    assert arrivals or problems or content in (b"", b"\r\n\r\n", b"\xef\xbb\xbf", b"\xff\xfe")
    assert all(each.reason.strip().endswith((".", "…", ")")) for each in problems), problems


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "C:\\out.txt"])
def test_no_path_leaves_its_zip_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / "in" / "news.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), EMOJI)
    (problem,) = expand([path])
    assert isinstance(problem, Problem)
    assert "points outside" in problem.reason
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["in", "news.zip"]


@seeded(100)
def test_every_reader_bears_every_damage(chance: Random) -> None:
    name = chance.choice(sorted(corpus()))
    content = damaged(corpus()[name], chance, 12)
    named = chance.choice([name, f"x.{chance.choice(EXTENSIONS)}"])
    arrivals, problems, _ = read(named, content)
    for arrival in arrivals:
        text = arrival.article.text
        assert text.strip()
        assert "\0" not in text
        for each in arrival.article.structure:
            assert 0 <= each.start <= each.end <= len(text)
    assert all(each.reason for each in problems)
