"""Questions put before an editor, and the conversation about them."""

from typing import ClassVar

from annotator.dataclass import dataclass
from annotator.domain.span import Span

OPEN, ANSWERED, CLOSED = "open", "answered", "closed"
STATES = (OPEN, ANSWERED, CLOSED)

INFO, CHECK, STOP = "info", "check", "stop"
SEVERITIES = (INFO, CHECK, STOP)
"""How much hangs on it, from least to most."""

BY_PERSON, BY_RULE, BY_ENGINE = "annotator", "rule", "engine"
ORIGINS = (BY_PERSON, BY_RULE, BY_ENGINE)

ACCEPTED, FIXED, DISMISSED = "accepted", "fixed", "dismissed"
OUTCOMES = (ACCEPTED, FIXED, DISMISSED)
"""What became of a closed flag: settled by an editor, its cause is gone, or it is none."""

SENT_BACK = "sent_back"
"""Why a flag was raised by whoever sends an article back to its annotator."""


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
    `raised_by` is a person, or the id of a rule or engine, as `origin` says. A closed flag has an
    `outcome`; a dismissed one says why in `grounds`, and one that sends work back has there the
    code of the reason (`review.REASONS`). It is unread while the annotator has not seen what
    others answered.
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
    severity: str = CHECK
    origin: str = BY_PERSON
    outcome: str = ""
    grounds: str = ""
    is_unread: bool = False

    @property
    def why_dismissed(self) -> str:
        """Why it is none, in somebody's words; empty while it is not dismissed."""
        return self.grounds if self.outcome == DISMISSED else ""

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.article_id, self.annotator, self.id)

    @property
    def is_in_sight(self) -> bool:
        """Whether the annotator still has something to do with it, or to read."""
        return self.state != CLOSED or self.is_unread

    @property
    def is_by_rule(self) -> bool:
        """Whether a rule of the scheme raised it."""
        return self.origin == BY_RULE
