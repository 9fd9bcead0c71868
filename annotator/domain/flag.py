"""Questions put before an editor, and the conversation about them."""

from typing import ClassVar

from annotator.dataclass import dataclass
from annotator.domain.span import Span

OPEN, ANSWERED, CLOSED = "open", "answered", "closed"
STATES = (OPEN, ANSWERED, CLOSED)


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a flag's conversation."""

    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Flag:
    """An annotation, a passage or a whole article put before an editor.

    `annotator` names whose work it concerns. With a `target_id` the flag sits on that annotation;
    with `fragments` on a passage (`text` keeps its words); with neither on the article.
    """

    kind: ClassVar[str] = "flag"

    id: str
    article_id: str
    annotator: str
    target_id: str | None
    reason: str
    state: str = OPEN
    raised_by: str = ""
    messages: tuple[Message, ...] = ()
    fragments: tuple[Span, ...] = ()
    text: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.article_id, self.annotator, self.id)
