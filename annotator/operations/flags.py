"""Putting a question before an editor, answering it, and settling many at once.

Whoever answers another's flag leaves it unread for the annotator, until that one has seen it. A
flag that a rule raised and somebody settled is not raised again for the same cause.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotator.domain.change import Change, Draft, added
from annotator.domain.errors import UserError
from annotator.domain.flag import ACCEPTED, ANSWERED, CLOSED, DISMISSED, OPEN, Flag, Message
from annotator.domain.identity import new_id
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span, words
from annotator.operations.annotate import annotation_of, begun, fitted


def raise_flag(
    sheet: Sheet,
    reason: str,
    *,
    target_id: str | None = None,
    fragments: Sequence[Span] = (),
    message: str = "",
) -> Draft:
    """Flag an annotation, a passage, or with neither the whole article.

    Where a rule flagged the annotation so already, the words go into that conversation.

    Raises:
        UserError: there are no words to add to it.
    """
    said = message.strip()
    if target_id is not None:
        annotation_of(sheet, target_id)
        known = next((f for f in sheet.flags_of(target_id) if _is_same(f, reason)), None)
        if known is not None:
            if not said:
                raise UserError("This is flagged so already. Add words that say what is meant.")
            return reply([known], by=sheet.annotator, text=said)
    places = fitted(sheet, fragments) if fragments else ()
    flag = Flag(
        id=new_id(),
        article_id=sheet.article.id,
        annotator=sheet.annotator,
        target_id=target_id,
        reason=reason,
        raised_by=sheet.annotator,
        messages=(Message(sheet.annotator, said),) if said else (),
        fragments=places,
        text=words(sheet.article.text, places),
    )
    return begun(sheet, Draft("Flag", added([flag])))


def answer(
    sheet: Sheet, flag_id: str, *, by: str, text: str = "", is_closing: bool = False
) -> Draft:
    """Add a turn to the conversation of a flag on a sheet; an editor's answer may close it."""
    return reply([_flag(sheet, flag_id)], by=by, text=text, is_closing=is_closing)


def reply(flags: Sequence[Flag], *, by: str, text: str = "", is_closing: bool = False) -> Draft:
    """Add the same turn to one or several conversations, and close them or not, as one step."""
    one, many = (
        ("Close flag", "Close {} flags") if is_closing else ("Answer flag", "Answer {} flags")
    )
    name = _named(one, many, flags)
    changes = (Change(flag, _replied(flag, by, text.strip(), is_closing)) for flag in flags)
    return _changed(name, changes)


def dismiss(flags: Sequence[Flag], *, by: str, grounds: str) -> Draft:
    """Say why flags are none; a rule does not raise them again for the same cause.

    Raises:
        UserError: no grounds are given.
    """
    why = grounds.strip()
    if not why:
        raise UserError("Say why this needs no flag. Nothing was changed.")
    return _changed(
        _named("Dismiss flag", "Dismiss {} flags", flags),
        (
            Change(
                flag,
                replace(
                    flag,
                    state=CLOSED,
                    outcome=DISMISSED,
                    grounds=why,
                    is_unread=by != flag.annotator and not flag.is_by_rule,
                ),
            )
            for flag in flags
        ),
    )


def reopen(flags: Sequence[Flag]) -> Draft:
    """Put closed or answered flags before the editors again."""
    changes = (
        Change(flag, replace(flag, state=OPEN, outcome="", grounds="", is_unread=False))
        for flag in flags
    )
    return _changed(_named("Reopen flag", "Reopen {} flags", flags), changes)


def mark_read(flags: Sequence[Flag]) -> Draft:
    """Note that the annotator has seen what was answered; nothing that can be undone."""
    changes = tuple(Change(flag, replace(flag, is_unread=False)) for flag in flags)
    return Draft("Read answers", changes, is_undoable=False)


def remove_flag(sheet: Sheet, flag_id: str) -> Draft:
    """Take a flag away that a person raised; a rule's is dismissed instead."""
    return Draft("Remove flag", (Change(_flag(sheet, flag_id), None),))


def _replied(flag: Flag, by: str, said: str, is_closing: bool) -> Flag:  # noqa: FBT001 - private
    is_other = by != flag.annotator
    state, outcome = flag.state, flag.outcome
    if is_closing:
        state, outcome = CLOSED, outcome or ACCEPTED
    elif said:
        state, outcome = (ANSWERED if is_other else OPEN), ""
    return replace(
        flag,
        messages=(*flag.messages, Message(by, said)) if said else flag.messages,
        state=state,
        outcome=outcome,
        is_unread=is_other and (bool(said) or flag.is_unread),
    )


def _is_same(flag: Flag, reason: str) -> bool:
    return flag.is_by_rule and flag.reason == reason and flag.state != CLOSED


def _changed(name: str, changes: Iterable[Change]) -> Draft:
    return Draft(name, tuple(each for each in changes if each.before != each.after))


def _named(one: str, many: str, flags: Sequence[Flag]) -> str:
    return one if len(flags) == 1 else many.format(len(flags))


def _flag(sheet: Sheet, flag_id: str) -> Flag:
    if flag_id not in sheet.flags:
        raise UserError("This flag is no longer there. Nothing was changed.")
    return sheet.flags[flag_id]
