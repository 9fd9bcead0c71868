"""The rows of the inbox: flags of one list, filtered, some of them ticked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotator.dataclass import dataclass
from annotator.domain.change import Change
from annotator.domain.flag import FIXED, OPEN, Flag
from annotator.domain.people import GOLD
from annotator.domain.scheme import Scheme
from annotator.gui.names import NameOf
from annotator.gui.widgets.tick_table import CardModel, Key
from annotator.gui.wording import reason_of
from annotator.storage.flags import ListedFlag
from annotator.text.finding import folded


@dataclass(frozen=True, slots=True)
class FlagFilter:
    """What the inbox leaves out: nothing where a field is empty."""

    reason: str = ""
    annotator: str = ""
    article_id: str = ""
    words: str = ""


class FlagsModel(CardModel[ListedFlag]):
    """One list of the inbox; it follows what is done anywhere in the window."""

    def __init__(self, scheme: Scheme, name_of: NameOf) -> None:
        super().__init__()
        self._scheme = scheme
        self.name_of = name_of
        self._all: dict[Key, ListedFlag] = {}
        self._states: tuple[str, ...] = (OPEN,)
        self.filter = FlagFilter()

    def load(self, flags: Iterable[ListedFlag], states: Sequence[str]) -> None:
        """Show another list, filtered as before."""
        self._all = {each.flag.key: each for each in flags}
        self._states = tuple(states)
        self._apply()

    def narrow(self, wanted: FlagFilter) -> None:
        """Show only what a filter lets through."""
        if wanted != self.filter:
            self.filter = wanted
            self._apply()

    def follow(self, changes: Iterable[Change], *, title_of: dict[str, str], now: int) -> None:
        """Show flags as they are after some changes."""
        touched = [each for each in changes if isinstance(each.record, Flag)]
        for change in touched:
            self._take(change, title_of, now)
        if touched:
            self._apply()

    @property
    def every(self) -> Iterable[ListedFlag]:
        """All flags of the list, whatever the filter shows."""
        return self._all.values()

    def key_of(self, row: ListedFlag) -> Key:
        """The flag's own key."""
        return row.flag.key

    def spoken(self, row: ListedFlag) -> str:
        """Why, where, whose, and what was said last."""
        whose = self.name_of(row.flag.annotator)
        parts = (reason_of(row.flag, self._scheme), row.title, whose, self.said_last(row))
        return ", ".join(part for part in parts if part)

    def said_last(self, row: ListedFlag) -> str:
        """The last line of a row: what was said last, else the words that are flagged."""
        flag = row.flag
        if flag.why_dismissed:
            return flag.why_dismissed
        if flag.messages:
            newest = flag.messages[-1]
            return f"{self.name_of(newest.by)}: {newest.text}"
        return f"“{row.words}”" if row.words else ""

    def _take(self, change: Change, title_of: dict[str, str], now: int) -> None:
        flag = change.after
        if not isinstance(flag, Flag) or flag.state not in self._states or self._is_hidden(flag):
            self._all.pop(change.record.key, None)
            return
        known = self._all.get(flag.key)
        if known is not None:
            self._all[flag.key] = replace(known, flag=flag, changed=now)
        else:
            title = title_of.get(flag.article_id, "")
            self._all[flag.key] = ListedFlag(flag, title, flag.text, "", now)

    def _is_hidden(self, flag: Flag) -> bool:
        return flag.annotator == GOLD or (flag.outcome == FIXED and OPEN not in self._states)

    def _apply(self) -> None:
        wanted = self.filter
        words = folded(wanted.words).split()
        self.show_rows(
            each
            for each in self._all.values()
            if wanted.reason in ("", each.flag.reason)
            and wanted.annotator in ("", each.flag.annotator)
            and wanted.article_id in ("", each.flag.article_id)
            and (not words or _holds(each, words))
        )


def _holds(row: ListedFlag, words: Sequence[str]) -> bool:
    said = " ".join(message.text for message in row.flag.messages)
    text = folded(f"{row.title} {row.words} {said} {row.flag.grounds}")
    return all(word in text for word in words)
