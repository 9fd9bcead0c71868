"""Plain text: the whole file is one article."""

import hashlib

from annotator.domain.article import Article, Structure
from annotator.formats.article_parts import with_parts
from annotator.formats.decoding import decoded, id_from_name
from annotator.formats.incoming import Arrival, Incoming
from annotator.formats.sources import Source
from annotator.text.titles import title_of


def read(source: Source, *, annotator: str) -> Incoming:  # noqa: ARG001 - all readers alike
    """The article of a text file, named after the file."""
    found = decoded(source)
    yield from found.notes
    sha256 = hashlib.sha256(found.text.encode()).hexdigest()
    title = title_of(found.text)
    article = Article(
        id_from_name(source.stem, text_sha256=sha256),
        title,
        found.text,
        sha256,
        encoding=found.encoding,
        raw_sha256=found.raw_sha256,
        structure=with_parts(found.text, headline_in(found.text, title), is_plain=True),
    )
    yield Arrival(article, found.raw_if_different, file=source.name)


def headline_in(text: str, title: str) -> tuple[Structure, ...]:
    """The first line that holds the title and no other word, as the article's headline.

    A title that ends like a sentence is the article's beginning and no headline.
    """
    if not title or title[-1] in ".…":
        return ()
    start = text.find(title)
    while start >= 0:
        end = start + len(title)
        line, after = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        around = text[line:start] + text[end : after if after >= 0 else len(text)]
        if not any(character.isalnum() for character in around):
            return (Structure("headline", start, end, 1),)
        # No other place in a line that has other words is any better.
        start = text.find(title, after) if after >= 0 else -1
    return ()
