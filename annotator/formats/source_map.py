"""Where the stored text of an article stands in the bytes it was read from.

Nothing of this is kept in a project: bytes, encoding and text are, and from them the map is made
again whenever somebody wants to see the source, and checked while it is made.
"""

import codecs
from dataclasses import dataclass, field

from annotator.domain.span import Span
from annotator.formats.html_text import Visible, visible_text


@dataclass(frozen=True, slots=True)
class Mapped:
    """A stretch of the stored text in code points, and of the raw bytes it stands in."""

    text: Span
    raw: Span


def html_map(text: str, raw: bytes, *, encoding: str) -> list[Mapped]:
    """The lines of a text that stand in a page, in turn; those that do not are left out."""
    page = raw.decode(encoding)
    seen = visible_text(page)
    finder = Finder(seen)
    place, found = 0, []
    for line in text.split("\n"):
        where = finder.find(line) if line.strip() else None
        if where is not None:
            source = Span(seen.starts[where.start], seen.ends[where.end - 1])
            found.append((Span(place, place + len(line)), source))
        place += len(line) + 1
    return _in_bytes(found, page, raw, encoding)


def passage_in_source(text: str, passage: Span, source: str) -> Span | None:
    """Where a passage of a text stands in the source of its page, tags between its words included.

    Places are code points of both. None where one of its lines is not in the source as it stands.

    Raises:
        Refused: the source is too large to be looked through.
    """
    seen = visible_text(source)
    finder = Finder(seen)
    place, found = 0, []
    for line in text.split("\n"):
        here = Span(place, place + len(line))
        where = finder.find(line) if line.strip() and here.start < passage.end else None
        if line.strip() and here.overlaps(passage):
            if where is None:
                return None
            start, end = max(passage.start, here.start), min(passage.end, here.end)
            inner = _solid_within(seen.text, where, line, Span(start - place, end - place))
            found += [inner] if inner is not None else []
        place = here.end + 1
    return Span(seen.starts[found[0].start], seen.ends[found[-1].end - 1]) if found else None


def _solid_within(seen: str, where: Span, line: str, part: Span) -> Span | None:
    """Where a part of a line stands, when its characters that can be seen stand in a place."""
    first = sum(map(_is_solid, line[: part.start]))
    count = sum(map(_is_solid, part.cut_from(line)))
    solid = [each for each in range(where.start, where.end) if _is_solid(seen[each])]
    return Span(solid[first], solid[first + count - 1] + 1) if count else None


@dataclass(slots=True)
class Finder:
    """Finds passages in what is visible of a page, one behind the other.

    White space and characters that cannot be seen do not count, since whoever cut the passages
    out of the page may have changed them.
    """

    seen: Visible
    _solid: str = field(init=False)
    _places: list[int] = field(init=False)
    _next: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        text = self.seen.text
        self._places = [place for place, character in enumerate(text) if _is_solid(character)]
        self._solid = "".join([text[place] for place in self._places])

    def find(self, passage: str) -> Span | None:
        """Where a passage stands in the visible text, sought from the last one on."""
        wanted = "".join(filter(_is_solid, passage))
        start = self._solid.find(wanted, self._next) if wanted else -1
        if start < 0 and wanted:
            start = self._solid.find(wanted)
        if start < 0:
            return None
        self._next = start + len(wanted)
        end = self._places[self._next - 1] + 1
        text = self.seen.text
        while end < len(text) and not _is_solid(text[end]) and not text[end].isspace():
            end += 1
        return Span(self._places[start], end)


def _is_solid(character: str) -> bool:
    return character.isprintable() and not character.isspace()


def _in_bytes(found: list[tuple[Span, Span]], page: str, raw: bytes, encoding: str) -> list[Mapped]:
    """The same with places in the raw bytes instead of in the decoded page."""
    wanted = sorted({place for _, source in found for place in (source.start, source.end)})
    one, before = encoding, 0
    if encoding in ("utf-16", "utf-32"):
        is_little = raw.startswith(codecs.BOM_UTF16_LE)
        one, before = f"{encoding}-{'le' if is_little else 'be'}", int(encoding[-2:]) // 8
    bytes_at, place = {}, 0
    for each in wanted:
        before += len(page[place:each].encode(one))
        bytes_at[each], place = before, each
    return [
        Mapped(span, Span(bytes_at[source.start], bytes_at[source.end])) for span, source in found
    ]
