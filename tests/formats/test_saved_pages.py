"""Pages saved as archives: MHTML and web archives of Safari."""

import plistlib
import quopri
import socket
from random import Random

import pytest

from tests.chance import seeded
from tests.formats.difficult import LINES, assert_claim_is_found, read
from tests.formats.test_pages import PARAGRAPHS, page

URL = "https://post.example/2026/bridge"


def mhtml(content: str, *, charset: str = "utf-8", location: str = URL) -> bytes:
    body = quopri.encodestring(content.encode(charset))
    return (
        f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {location}\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="=_b"\r\n'
        "\r\n--=_b\r\n"
        f"Content-Type: text/html; charset={charset}\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    ).encode() + body + (
        b"\r\n--=_b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        b"Content-Location: https://post.example/a.png\r\n\r\niVBORw0KGgo=\r\n--=_b--\r\n"
    )  # fmt: skip


def webarchive(content: bytes, **more: object) -> bytes:
    resource = {"WebResourceData": content, "WebResourceURL": URL, **more}
    return plistlib.dumps({"WebMainResource": resource}, fmt=plistlib.FMT_BINARY)


WITHOUT_ADDRESS = page().replace('<link rel="canonical" href="https://x.example/1">', "")


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht"])
def test_the_article_of_a_saved_page_comes_in_with_its_address(name: str) -> None:
    (arrival,), problems, _ = read(name, mhtml(WITHOUT_ADDRESS))
    article = arrival.article
    for paragraph in PARAGRAPHS:
        assert paragraph in article.text
    for line in LINES:
        assert line in article.text
    assert_claim_is_found(article.text, after=article.text.index(LINES[0]))
    assert (article.url, article.format, problems) == (URL, "html", [])
    assert b"iVBOR" not in arrival.raw


def test_an_archive_in_another_encoding_is_read_in_it() -> None:
    story = "Café n° {} §. The council will pay half of it, and the state all of the other half."
    content = (
        f"<html><body><article><h1>Bridge</h1><p>{story.format(1)}</p><p>{story.format(2)}</p>"
        "</article></body></html>"
    )
    (arrival,), _, _ = read("page.mhtml", mhtml(content, charset="iso-8859-1"))
    assert "Café n° 2 §." in arrival.article.text
    assert arrival.article.encoding == "cp1252"


def test_a_web_archive_is_read_too() -> None:
    (arrival,), problems, _ = read("page.webarchive", webarchive(WITHOUT_ADDRESS.encode()))
    assert PARAGRAPHS[0] in arrival.article.text
    assert (arrival.article.url, problems) == (URL, [])


def test_an_address_on_the_own_disk_is_not_taken() -> None:
    (arrival,), _, _ = read("p.mht", mhtml(WITHOUT_ADDRESS, location="file:///etc/passwd"))
    assert arrival.article.url is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mht", b""),
        ("a.mht", b"\x00\xff\xfe"),
        ("a.mht", b"Content-Type: image/png\r\n\r\nx"),
        ("a.mht", b"Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n" * 3_000),
        ("a.mht", b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n!!"),
        ("a.webarchive", b"bplist00"),
        ("a.webarchive", webarchive(b"")),
        ("a.webarchive", plistlib.dumps({"WebMainResource": [1]})),
        ("a.webarchive", b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "b">]><plist/>'),
    ],
)
def test_what_holds_no_page_is_refused_in_a_sentence(name: str, content: bytes) -> None:
    arrivals, (problem,), _ = read(name, content)
    assert arrivals == []
    assert "Save the page anew" in problem.reason or "Save its text" in problem.reason


def test_reading_an_archive_asks_nobody(monkeypatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    content = WITHOUT_ADDRESS.replace(
        "<h1>", f'<img src="{URL}/a.png"><iframe src="cid:1"></iframe><h1>'
    )
    assert read("page.mhtml", mhtml(content))[0]


@seeded(80)
def test_damaged_archives_never_crash_the_reader(chance: Random) -> None:
    content = bytearray(mhtml(WITHOUT_ADDRESS))
    for _ in range(chance.randint(1, 8)):
        content[chance.randint(0, 400)] = chance.randint(0, 255)
    arrivals, problems, _ = read("a.mhtml", bytes(content))
    assert len(arrivals) + len(problems) == 1
