"""Labels on words: what an annotator says about a passage."""

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar

from annotator.dataclass import dataclass
from annotator.domain.json import Json
from annotator.domain.span import Span, hull


@dataclass(frozen=True, slots=True)
class Annotation:
    """One or more fragments of an article with a label and attributes, by one annotator.

    `text` keeps the words as they were labelled, fragments joined by one space. `origin` is
    `manual`, `suggestion:ENGINE`, `import:FORMAT` or `adjudication`. The id is unique among the
    annotations of one annotator in one article.
    """

    kind: ClassVar[str] = "annotation"

    id: str
    article_id: str
    annotator: str
    label: str
    fragments: tuple[Span, ...]
    text: str
    attributes: Mapping[str, Json] = field(default_factory=dict)
    origin: str = "manual"
    note: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.article_id, self.annotator, self.id)

    @property
    def hull(self) -> Span:
        """The smallest span that holds all fragments."""
        return hull(self.fragments)

    @property
    def start(self) -> int:
        """Where the first fragment begins."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """Where the last fragment ends."""
        return self.fragments[-1].end
