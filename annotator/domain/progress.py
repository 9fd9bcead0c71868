"""How far an annotator is with an article, and what they say of it as a whole."""

from typing import ClassVar

from annotator.dataclass import dataclass

IN_PROGRESS, FINISHED, ADJUDICATED = "in_progress", "finished", "adjudicated"
STATUSES = (IN_PROGRESS, FINISHED, ADJUDICATED)


@dataclass(frozen=True, slots=True)
class Progress:
    """An annotator's own word about an article: begun, or finished.

    Without one the article is untouched. Text not finished is *missing*, not *empty*, in counts.
    """

    kind: ClassVar[str] = "progress"

    article_id: str
    annotator: str
    status: str = IN_PROGRESS

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.article_id, self.annotator)


@dataclass(frozen=True, slots=True)
class ArticleLabel:
    """A label on the whole article by one annotator: `genre` is `news`."""

    kind: ClassVar[str] = "article_label"

    article_id: str
    annotator: str
    label: str
    value: str

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.article_id, self.annotator, self.label)
