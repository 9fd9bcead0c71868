"""brat's events as frames: who says what, with which words.

An event has a trigger and arguments in roles. Where one role says what was said, the trigger is
the cue of that statement and the other is its source: `cued_by` and `attributed_to`, the names of
the frame here. An event as the argument of another is a statement within a statement: its source
is known through that of the outer one, `reported_via`. Every other argument is a relation from the
trigger, named after the role.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.domain.relation import ATTRIBUTED_TO, CUED_BY, REPORTED_VIA
from annotator.formats.marked_text import Linked

SPEAKER_ROLES = frozenset({"who", "source", "speaker", "agent", "holder"})
CONTENT_ROLES = frozenset({"what", "content", "claim", "quote", "message", "statement"})


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its type, the mark that is its trigger, its arguments by role."""

    label: str
    trigger: str
    arguments: Sequence[tuple[str, str]]
    line: int

    def of_role(self, roles: frozenset[str]) -> list[str]:
        """The arguments in a role, whatever number stands behind it (`Who2`)."""
        return [target for role, target in self.arguments if _plain(role) in roles]


def links_of_events(events: Mapping[str, Event]) -> Iterator[Linked]:
    """The relations that events stand for."""
    for event in events.values():
        contents = event.of_role(CONTENT_ROLES)
        speakers = [_trigger(each, events) for each in event.of_role(SPEAKER_ROLES)]
        for content in contents:
            yield from _links_of_content(event, content, speakers, events)
        for role, target in event.arguments:
            is_of_frame = _plain(role) in CONTENT_ROLES or (
                bool(contents) and _plain(role) in SPEAKER_ROLES
            )
            if not is_of_frame:
                yield Linked(role, event.trigger, _trigger(target, events), line=event.line)


def _links_of_content(
    event: Event, content: str, speakers: list[str], events: Mapping[str, Event]
) -> Iterator[Linked]:
    inner = events.get(content)
    inner_speakers = inner.of_role(SPEAKER_ROLES) if inner else []
    if inner and inner_speakers and speakers:
        for each in inner_speakers:
            for speaker in speakers:
                yield Linked(REPORTED_VIA, _trigger(each, events), speaker, line=event.line)
        return
    said = _trigger(content, events)
    yield Linked(CUED_BY, said, event.trigger, line=event.line)
    for speaker in speakers:
        yield Linked(ATTRIBUTED_TO, said, speaker, line=event.line)


def _trigger(identity: str, events: Mapping[str, Event]) -> str:
    event = events.get(identity)
    return identity if event is None else event.trigger


def _plain(role: str) -> str:
    return role.rstrip("0123456789").lower()
