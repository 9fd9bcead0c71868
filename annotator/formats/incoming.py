"""What a reader found in a file, on its way into a project."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.flag import Flag
from annotator.domain.progress import ArticleLabel, Progress
from annotator.domain.relation import Relation
from annotator.domain.review import Verdict
from annotator.domain.stance import Stance

Companion: TypeAlias = Annotation | Relation | Flag | Verdict | Stance | ArticleLabel | Progress
"""What may come along with an article."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One article with all that came along, ready to be stored.

    `raw` is what it was read from, None when that is the text in UTF-8. An article whose lines do
    not stand together arrives once per group; `is_known` marks all but the first. `has_own_id`
    tells an id that the file gave from one made of the file's name.
    """

    article: Article
    raw: bytes | None
    records: tuple[Companion, ...] = ()
    file: str = ""
    line: int | None = None
    is_known: bool = False
    has_own_id: bool = False

    def renamed(self) -> "Arrival":
        """The same under an id that also tells the text, for when another text has the id."""
        return self.named(f"{self.article.id}-{self.article.text_sha256[:8]}")

    def named(self, article_id: str) -> "Arrival":
        """The same under another id."""
        return replace(
            self,
            article=replace(self.article, id=article_id),
            records=tuple(_moved(record, article_id) for record in self.records),
        )


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not come in, where it stood, and why, as one sentence.

    A note tells what was passed over on purpose; it is no reason to refuse a file.
    """

    file: str
    line: int | None
    reason: str
    is_note: bool = False

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{place}: {self.reason}" if place else self.reason


Incoming: TypeAlias = Iterator[Arrival | Problem]


def _moved(record: Companion, article_id: str) -> Companion:
    if isinstance(record, Relation):
        return replace(record, article_id=article_id, to_article_id=article_id)
    return replace(record, article_id=article_id)
