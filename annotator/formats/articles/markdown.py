"""Markdown: the stored text is the source, and its structure says what is syntax."""

import hashlib

from annotator.domain.article import Article, Structure
from annotator.formats.article_parts import with_parts
from annotator.formats.decoding import decoded, id_from_name
from annotator.formats.incoming import Arrival, Incoming
from annotator.formats.markdown_structure import structure_of
from annotator.formats.sources import Source
from annotator.text.titles import title_of


def read(source: Source, *, annotator: str) -> Incoming:  # noqa: ARG001 - all readers alike
    """The article of a Markdown file, named after the file."""
    found = decoded(source)
    yield from found.notes
    sha256 = hashlib.sha256(found.text.encode()).hexdigest()
    structure, title = structure_and_title(found.text)
    article = Article(
        id_from_name(source.stem, text_sha256=sha256),
        title,
        found.text,
        sha256,
        format="markdown",
        encoding=found.encoding,
        raw_sha256=found.raw_sha256,
        structure=structure,
    )
    yield Arrival(article, found.raw_if_different, file=source.name)


def structure_and_title(text: str) -> tuple[tuple[Structure, ...], str]:
    """What the stretches of a Markdown text are, and its title: its headline if it has one."""
    structure = structure_of(text)
    headline = next((place for place in structure if place.kind == "headline"), None)
    title = _without_markup(text, headline, structure) if headline else ""
    return with_parts(text, structure), title or title_of(text)


def _without_markup(text: str, place: Structure, structure: tuple[Structure, ...]) -> str:
    words, position = [], place.start
    for syntax in structure:
        if syntax.kind == "markup" and place.start <= syntax.start < place.end:
            words.append(text[position : syntax.start])
            position = max(position, syntax.end)
    words.append(text[position : place.end])
    return " ".join("".join(words).split())
