"""From what a reader found of one article to its arrival: checked, named, and titled."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from annotator.domain.article import Article, Structure
from annotator.domain.identity import is_name
from annotator.domain.json import Json
from annotator.formats.article_parts import with_parts
from annotator.formats.articles.txt import headline_in
from annotator.formats.decoding import id_from_name, id_from_text, text_in_record
from annotator.formats.incoming import Arrival
from annotator.formats.json_values import Refused
from annotator.formats.sources import Source
from annotator.text.titles import title_of

Block: TypeAlias = tuple[str, str, int]
"""A paragraph: its text, and kind and level as in `Structure`; a plain one has no kind."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article was found: the file and line, its format, and the bytes it stood in.

    `raw` is None where the text stood there as it is.
    """

    source: Source
    format_id: str
    line: int | None = None
    raw: bytes | None = None
    encoding: str = "utf-8"
    is_whole_file: bool = False


@dataclass(slots=True)
class Found:
    """What a reader found of one article; `facts` has the names of `import_map.FIELDS`."""

    text: str
    facts: dict[str, str] = field(default_factory=dict)
    structure: tuple[Structure, ...] = ()
    extra: Mapping[str, Json] = field(default_factory=dict)


def composed(found: Found, origin: Origin) -> Arrival:
    """The arrival of an article; Refused when it cannot be one."""
    text = text_in_record(found.text)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    raw = _raw(found.text, text, origin)
    facts = {name: value.strip() for name, value in found.facts.items() if value.strip()}
    title = " ".join(facts.get("title", "").split()) or title_of(text)
    own_id = facts.get("id", "")
    if own_id and not is_name(own_id):
        raise Refused(f"Its id {own_id[:40]!r} is too long or has characters that are not seen.")
    author = {"author": facts["author"]} if "author" in facts else {}
    article = Article(
        own_id or _made_id(origin, sha256),
        title,
        text,
        sha256,
        language=facts.get("language", ""),
        outlet=facts.get("outlet"),
        url=facts.get("url"),
        published=facts.get("published"),
        licence=facts.get("licence"),
        format=origin.format_id,
        encoding=origin.encoding,
        raw_sha256=sha256 if raw is None else hashlib.sha256(raw).hexdigest(),
        structure=_structure(found, text, title, facts.get("author", "")),
        extra={**found.extra, **author},
    )
    name, line = origin.source.name, origin.line
    return Arrival(article, raw, file=name, line=line, has_own_id=bool(own_id))


def _structure(found: Found, text: str, title: str, author: str) -> tuple[Structure, ...]:
    """What a reader found and what the lines say; the title's own line is the headline."""
    structure = found.structure
    if not any(each.kind == "headline" for each in structure):
        headline = headline_in(text, title)
        same = [each for each in structure if headline and each.span == headline[0].span]
        if all(each.kind == "subheading" for each in same):
            structure = (*headline, *(each for each in structure if each not in same))
    return with_parts(text, structure, author=author, is_plain=not found.structure)


def joined(blocks: Iterable[Block]) -> tuple[str, tuple[Structure, ...]]:
    """One text of many paragraphs, and what each of them is; items of a list are on lines."""
    parts: list[str] = []
    structure: list[Structure] = []
    place, before = 0, ""
    for words, kind, level in blocks:
        if parts:
            parts.append("\n" if kind == before == "list_item" else "\n\n")
            place += len(parts[-1])
        if kind:
            structure.append(Structure(kind, place, place + len(words), level))
        parts.append(words)
        place, before = place + len(words), kind
    return "".join(parts), tuple(structure)


def _raw(given: str, text: str, origin: Origin) -> bytes | None:
    if origin.raw is not None:
        return origin.raw
    return None if given == text else given.encode()


def _made_id(origin: Origin, sha256: str) -> str:
    if origin.is_whole_file:
        return id_from_name(origin.source.stem, text_sha256=sha256)
    return id_from_text(sha256)
