"""News texts and what is known about them."""

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar

from annotator.dataclass import dataclass
from annotator.domain.json import Json
from annotator.domain.span import Span

VERSION_OF = "version_of"
"""Where a newer version of an article names the older one, in its `extra`."""


@dataclass(frozen=True, slots=True)
class Structure:
    """What a stretch of an article is in its layout, or a stretch of markup in it.

    `kind` is `headline`, `deck`, `byline`, `dateline`, `subheading`, `list_item`, `caption`,
    `quotation`, `pull_quote`, `code`, `markup` (syntax that a reader need not see), `emphasis`,
    `strong` or `link`; in paged articles also `page` (its level is its number), `page_header`,
    `page_footer` and `hyphenation` (a word that was divided at the end of a line).
    """

    kind: str
    start: int
    end: int
    level: int = 0

    @property
    def span(self) -> Span:
        """The stretch, in code points of the stored text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """One news text with its title, outlet and date.

    The text never changes once it is in a project; a new version is a new article. `raw_sha256`
    names the bytes it was read from; `extra` keeps what an importer found and we have no word for.
    """

    kind: ClassVar[str] = "article"

    id: str
    title: str
    text: str = field(repr=False)
    text_sha256: str
    language: str = ""
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    licence: str | None = None
    cluster: str | None = None
    format: str = "txt"
    encoding: str = "utf-8"
    raw_sha256: str = ""
    structure: tuple[Structure, ...] = ()
    extra: Mapping[str, Json] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.id,)
