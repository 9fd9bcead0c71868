"""The rows of the inbox: flags of one list, filtered, some of them ticked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.dataclass import dataclass
from annotator.domain.change import Change
from annotator.domain.flag import FIXED, OPEN, Flag
from annotator.domain.people import GOLD
from annotator.domain.scheme import Scheme
from annotator.gui.annotate.appearance import reason_of
from annotator.gui.names import NameOf
from annotator.storage.flags import ListedFlag
from annotator.text.finding import folded

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_NO_PARENT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlagFilter:
    """What the inbox leaves out: nothing where a field is empty."""

    reason: str = ""
    annotator: str = ""
    article_id: str = ""
    words: str = ""


class FlagsModel(QAbstractTableModel):
    """One list of the inbox; it follows what is done anywhere in the window."""

    def __init__(self, scheme: Scheme, name_of: NameOf) -> None:
        super().__init__()
        self._scheme = scheme
        self.name_of = name_of
        self._all: dict[Key, ListedFlag] = {}
        self._shown: list[ListedFlag] = []
        self._states: tuple[str, ...] = (OPEN,)
        self.filter = FlagFilter()
        self.ticked: set[Key] = set()

    def load(self, flags: Iterable[ListedFlag], states: Sequence[str]) -> None:
        """Show another list, filtered as before."""
        self.beginResetModel()
        self._all = {each.flag.key: each for each in flags}
        self._states = tuple(states)
        self.ticked.clear()
        self._apply()
        self.endResetModel()

    def narrow(self, wanted: FlagFilter) -> None:
        """Show only what a filter lets through."""
        if wanted == self.filter:
            return
        self.beginResetModel()
        self.filter = wanted
        self._apply()
        self.ticked &= {each.flag.key for each in self._shown}
        self.endResetModel()

    def follow(self, changes: Iterable[Change], *, title_of: dict[str, str], now: int) -> None:
        """Show flags as they are after some changes."""
        touched = [each for each in changes if isinstance(each.record, Flag)]
        if not touched:
            return
        for change in touched:
            self._take(change, title_of, now)
        self.beginResetModel()
        self._apply()
        self.ticked &= {each.flag.key for each in self._shown}
        self.endResetModel()

    @property
    def every(self) -> Iterable[ListedFlag]:
        """All flags of the list, whatever the filter shows."""
        return self._all.values()

    @property
    def shown(self) -> Sequence[ListedFlag]:
        """The flags that the filter shows, in their order."""
        return self._shown

    def row(self, number: int) -> ListedFlag | None:
        """The flag in a row; None beyond the ends."""
        return self._shown[number] if 0 <= number < len(self._shown) else None

    def number_of(self, key: Key) -> int | None:
        """The row of a flag, if it is shown."""
        return next((n for n, each in enumerate(self._shown) if each.flag.key == key), None)

    def tick(self, number: int) -> None:
        """Tick a row, or take its tick away."""
        row = self.row(number)
        if row is not None:
            self.ticked ^= {row.flag.key}
            self.dataChanged.emit(self.index(number, 0), self.index(number, 0))

    def tick_all(self) -> None:
        """Tick all rows that are shown, or none when all are."""
        every = {each.flag.key for each in self._shown}
        self.ticked = set() if self.ticked >= every else every
        self.dataChanged.emit(self.index(0, 0), self.index(max(len(self._shown) - 1, 0), 0))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many flags the filter shows."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """One: the row is painted as a whole."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """A row in words, for a screen reader; the delegate asks for the rest itself."""
        row = self.row(index.row())
        if row is None or role not in (_DISPLAY, _ACCESSIBLE):
            return None
        reason = reason_of(row.flag, self._scheme)
        if role == _DISPLAY:
            return reason
        whose = self.name_of(row.flag.annotator)
        parts = (reason, row.title, whose, self.said_last(row))
        return ", ".join(part for part in parts if part)

    def said_last(self, row: ListedFlag) -> str:
        """The last line of a row: what was said last, else the words that are flagged."""
        flag = row.flag
        if flag.grounds:
            return flag.grounds
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
        self._shown = [
            each
            for each in self._all.values()
            if wanted.reason in ("", each.flag.reason)
            and wanted.annotator in ("", each.flag.annotator)
            and wanted.article_id in ("", each.flag.article_id)
            and (not words or _holds(each, words))
        ]


def _holds(row: ListedFlag, words: Sequence[str]) -> bool:
    said = " ".join(message.text for message in row.flag.messages)
    text = folded(f"{row.title} {row.words} {said} {row.flag.grounds}")
    return all(word in text for word in words)
