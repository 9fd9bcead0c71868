"""What the keys of the review do now, in one line for the foot of the window."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication

from annotator.gui.review.docket import Docket


def hint(
    docket: Docket | None, key_of: Callable[[str], str], *, is_correcting: bool, is_alone: bool
) -> str:
    """The keys that matter where the review stands; `key_of` tells the key of a command."""
    if docket is None or not docket.state.sheets:
        return _tr("Esc back")
    if is_correcting:
        return _tr("{} decides so · Esc leaves it").format(key_of("review.accept"))
    told = [f"{key_of(f'review.{name}')} {words}" for name, words in _keys(docket, is_alone)]
    return " · ".join((*told, f"{key_of('edit.undo')} {_tr('undo')}", _tr("Esc back")))


def _keys(docket: Docket, is_alone: bool) -> Iterator[tuple[str, str]]:  # noqa: FBT001
    """Commands by what they do: Enter is named where it leads on."""
    state = docket.state
    if state.is_gold:
        yield "accept", _tr("next article")
        yield "reopen", _tr("reopens")
        if state.left:
            yield "next", _tr("what changed")
        return
    if state.is_single and not is_alone:
        yield "accept", _tr("review alone")
        yield "next", _tr("next article")
        return
    if not state.left:
        yield "accept", _tr("accept as gold")
    if state.is_single and docket.judged:
        yield "take_left", _tr("accept")
        yield "take_neither", _tr("reject")
        yield "correct", _tr("correct")
    elif docket.judged:
        yield "take_left", _tr("left")
        yield "take_right", _tr("right")
        yield "merge", _tr("merge")
        yield "take_neither", _tr("neither")
    if docket.judged:
        yield "next", _tr("next")


def _tr(source: str) -> str:
    return QCoreApplication.translate("Review", source)
