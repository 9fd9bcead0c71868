"""Putting a question before an editor, and answering it."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.domain.change import Change, Draft, added
from annotator.domain.errors import UserError
from annotator.domain.flag import ANSWERED, CLOSED, Flag, Message
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
    """Flag an annotation, a passage, or with neither the whole article."""
    if target_id is not None:
        annotation_of(sheet, target_id)
    places = fitted(sheet, fragments) if fragments else ()
    said = message.strip()
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


def answer(sheet: Sheet, flag_id: str, *, by: str, text: str, is_closing: bool = False) -> Draft:
    """Add a turn to the conversation; an editor's answer may close it."""
    flag = _flag(sheet, flag_id)
    said = text.strip()
    messages = (*flag.messages, Message(by, said)) if said else flag.messages
    state = CLOSED if is_closing else (ANSWERED if by != flag.raised_by else flag.state)
    changed = replace(flag, messages=messages, state=state)
    return Draft("Close flag" if is_closing else "Answer flag", (Change(flag, changed),))


def remove_flag(sheet: Sheet, flag_id: str) -> Draft:
    """Take a flag away."""
    return Draft("Remove flag", (Change(_flag(sheet, flag_id), None),))


def _flag(sheet: Sheet, flag_id: str) -> Flag:
    if flag_id not in sheet.flags:
        raise UserError("This flag is no longer there. Nothing was changed.")
    return sheet.flags[flag_id]
