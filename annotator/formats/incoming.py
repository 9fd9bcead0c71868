"""What a reader found in a file, on its way into a project."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from annotator.domain.article import Article
from annotator.domain.flag import Flag
from annotator.domain.progress import ArticleLabel, Progress
from annotator.domain.review import Verdict
from annotator.domain.stance import Stance
from annotator.domain.suggestion import Suggestion

SCHEMA = "annotator/1"
"""What the lines of our own datasets say that they are."""

AnnotationRow: TypeAlias = tuple[str, str, str, str, int, int, str, str, str, str, str]
"""An annotation as a project keeps it: id, article, annotator, label, start, end, fragments,
words, attributes, origin, note; fragments and attributes are JSON.

Datasets bring annotations and relations by the million; as records they would take twice the time.
"""

RelationRow: TypeAlias = tuple[str, str, str, str, str, str, str, str]
"""The same for a relation: id, article, annotator, label, from, to, the article of the end `to`,
attributes."""

Companion: TypeAlias = Flag | Verdict | Stance | ArticleLabel | Progress | Suggestion
"""What else may come along with an article."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One article with all that came along, ready to be stored.

    `raw` is what it was read from, None when that is the text in UTF-8. An article whose lines do
    not stand together arrives once per group; `is_known` marks all but the first. `has_own_id`
    tells an id that the file gave from one made of the file's name. `names_of` is the format whose
    names labels, relations and attributes bear; empty where they are ours. `moved` tells which
    annotations came to another place than the file says, because a person asked for it. With
    `keeps_id` the file is of this program, which keeps apart what has the same text on purpose.
    """

    article: Article
    raw: bytes | None
    annotations: Sequence[AnnotationRow] = ()
    relations: Sequence[RelationRow] = ()
    records: Sequence[Companion] = ()
    file: str = ""
    line: int | None = None
    is_known: bool = False
    has_own_id: bool = False
    names_of: str = ""
    moved: Sequence[str] = ()
    keeps_id: bool = False

    def renamed(self) -> "Arrival":
        """The same under an id that also tells the text, for when another text has the id."""
        return self.named(f"{self.article.id}-{self.article.text_sha256[:8]}")

    def named(self, article_id: str) -> "Arrival":
        """The same under another id."""
        return replace(
            self,
            article=replace(self.article, id=article_id),
            annotations=[(row[0], article_id, *row[2:]) for row in self.annotations],
            relations=[
                (row[0], article_id, *row[2:6], article_id, row[7]) for row in self.relations
            ],
            records=[replace(record, article_id=article_id) for record in self.records],
        )


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not come in, where it stood, and why, as one sentence.

    A note tells what was passed over on purpose; it is no reason to refuse a file. `count` is how
    many annotations, relations or other things the sentence is about.
    """

    file: str
    line: int | None
    reason: str
    is_note: bool = False
    count: int = 1

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        if place == self.file and self.file in self.reason:
            return self.reason
        return f"{place}: {self.reason}" if place else self.reason


Incoming: TypeAlias = Iterator[Arrival | Problem]
