"""Small PDF files for tests: lines at places, in one font that can show any characters."""

from collections.abc import Sequence
from typing import TypeAlias

Drawn: TypeAlias = tuple[float, float, float, str]
"""A line: from the left, from the bottom, size of the letters, its words."""


def pdf(
    *pages: Sequence[Drawn], info: str = "", more: Sequence[bytes] = (), trailer: str = ""
) -> bytes:
    """A file with pages of lines; `more` are further objects, numbered from 1,000 on."""
    characters = sorted({each for page in pages for *_, words in page for each in words})
    assert len(characters) < 255, "one font has one byte for a character"
    codes = {character: number for number, character in enumerate(characters, 1)}
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {len(pages)} /Kids [{_kids(len(pages))}] >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R >>",
        4: _stream(_unicode_of(codes)),
        5: f"<< {info} >>".encode(),
    }
    for number, page in enumerate(pages):
        objects[10 + 2 * number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {11 + 2 * number} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>"
        ).encode()
        objects[11 + 2 * number] = _stream(_drawing(page, codes))
    objects |= {1_000 + number: each for number, each in enumerate(more)}
    return _file(objects, trailer)


def lines(*words: str, top: float = 700, left: float = 50, size: float = 10) -> list[Drawn]:
    """Lines one below the other."""
    return [(left, top - 12 * number, size, each) for number, each in enumerate(words)]


def _kids(count: int) -> str:
    return " ".join(f"{10 + 2 * number} 0 R" for number in range(count))


def _drawing(page: Sequence[Drawn], codes: dict[str, int]) -> bytes:
    drawn = [
        f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm <{''.join(f'{codes[c]:02x}' for c in words)}> Tj ET"
        for x, y, size, words in page
    ]
    return "\n".join(drawn).encode()


def _unicode_of(codes: dict[str, int]) -> bytes:
    rows = "\n".join(
        f"<{code:02x}> <{character.encode('utf-16-be').hex()}>" for character, code in codes.items()
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{rows}\nendbfchar\nendcmap end end"
    ).encode()


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _file(objects: dict[int, bytes], trailer: str) -> bytes:
    written = b"%PDF-1.7\n"
    places = {}
    for number, content in objects.items():
        places[number] = len(written)
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items())
    end = f"trailer << /Size 2000 /Root 1 0 R /Info 5 0 R {trailer} >>\nstartxref\n{len(written)}\n"
    return written + f"xref\n{table}{end}%%EOF".encode()
