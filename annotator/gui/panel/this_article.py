"""The article as a whole: what is marked, its own labels, its flags."""

from collections import Counter
from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.domain.flag import CLOSED, FIXED, Flag
from annotator.domain.progress import FINISHED
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.suggestion import Suggestion
from annotator.gui import keys
from annotator.gui.panel.fields import ValueBox, named
from annotator.gui.selected import FLAG_PREFIX
from annotator.gui.widgets.lines import AMONG_LINES, OF_LINES, Line, Lines
from annotator.gui.widgets.parts import Card, LineButton, plain
from annotator.gui.wording import reason_of, words_of

_MOST_FLAGS = 12
_ALL_BOILERPLATE = "accept_boilerplate"


class ThisArticleCard(Card):
    """Counts, article labels and flags of the open article."""

    selected = Signal(object)
    """A flag was clicked: the id of its mark."""
    decided = Signal(object)
    """A line about suggestions was clicked: what is to be done with them."""

    def __init__(
        self, scheme: Scheme, set_label: Callable[[str, str | None], None], parent: QWidget
    ) -> None:
        super().__init__("This article", parent)
        self.heading.setText(self.tr("THIS ARTICLE"))
        self.heading.setAccessibleName(self.tr("This article"))
        self.setAccessibleName(self.tr("This article"))
        self._scheme = scheme
        self.body.setContentsMargins(*OF_LINES)
        self._counts = plain(wraps=True, margins=AMONG_LINES, parent=self.frame)
        self._hint = plain(role="muted", wraps=True, margins=AMONG_LINES, parent=self.frame)
        self.body.addWidget(self._counts)
        self.body.addWidget(self._hint)
        self._key_of: Callable[[str], str] = lambda _: ""
        self._waiting, self._boilerplate = LineButton(), LineButton()
        for line, method in ((self._waiting, "next_open"), (self._boilerplate, _ALL_BOILERPLATE)):
            line.clicked.connect(lambda _=False, method=method: self.decided.emit(method))
            line.hide()
            self.body.addWidget(line)
        self._boxes: dict[str, ValueBox] = {}
        for kind in scheme.article_labels:
            box = ValueBox(kind.name, kind.values, absent=self.tr("not set"), parent=self.frame)
            box.chosen.connect(lambda value, kind=kind: set_label(kind.id, value))
            self._boxes[kind.id] = box
            column = named(box, kind.name, kind.help)
            column.setContentsMargins(*AMONG_LINES)
            self.body.addLayout(column)
        self._flags = Lines()
        self.body.addLayout(self._flags)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show an article's work as it stands."""
        counts = Counter(each.label for each in sheet.annotations.values())
        parts = [
            f"{counts[label.id]} {_plural(label.name, counts[label.id])}"
            for label in self._scheme.labels
            if counts[label.id]
        ]
        self._counts.setText(" · ".join(parts))
        self._counts.setVisible(bool(parts))
        self._hint.setText(self._advice(sheet, counts))
        self._hint.setVisible(bool(self._hint.text()))
        for name, box in self._boxes.items():
            held = sheet.labels.get(name)
            box.show_value(held.value if held else None)
        self._show_flags(sheet)

    def show_keys(self, key_of: Callable[[str], str]) -> None:
        """Name the keys that commands have now."""
        self._key_of = key_of

    def show_suggestions(self, waiting: Iterable[Suggestion]) -> None:
        """Show how many suggestions are left, and how many of them are boilerplate."""
        labels = [each.label for each in waiting]
        count, boilerplate = len(labels), labels.count("boilerplate")
        one, many = self.tr("1 suggestion left"), self.tr("{} suggestions left").format(count)
        self._show_line(self._waiting, one if count == 1 else many, "attribution.next_open")
        self._waiting.setVisible(count > 0)
        every = self.tr("Accept all boilerplate: {}").format(boilerplate)
        self._show_line(self._boilerplate, every, f"suggest.{_ALL_BOILERPLATE}")
        self._boilerplate.setVisible(boilerplate > 0)

    def _show_line(self, line: LineButton, words: str, action_id: str) -> None:
        key = self._key_of(action_id)
        line.show_line(f"{words}  ·  {key}" if key else words)

    def _advice(self, sheet: Sheet, counts: Counter[str]) -> str:
        if sheet.progress is not None and sheet.progress.status == FINISHED:
            return self.tr("✓ Done.")
        first = self._scheme.labels[0] if self._scheme.labels else None
        if first is not None and not counts[first.id]:
            words = self.tr(
                "No {} marked. Press Ctrl+Enter if that is right; it counts as a decision."
            )
            return keys.with_present_keys(words, self._key_of).format(_plural(first.name, 0))
        return ""

    def _show_flags(self, sheet: Sheet) -> None:
        listed = [flag for flag in sheet.flags.values() if flag.outcome != FIXED]
        listed.sort(key=lambda flag: _place(flag, sheet))
        lines = [self._flag_line(flag, sheet) for flag in listed[:_MOST_FLAGS]]
        if len(listed) > _MOST_FLAGS:
            rest = self.tr("{} more: G goes through them").format(len(listed) - _MOST_FLAGS)
            told = keys.with_present_keys(rest, self._key_of)
            lines.append((told, lambda: plain(told, role="muted", margins=AMONG_LINES)))
        self._flags.show_lines(lines)

    def _flag_line(self, flag: Flag, sheet: Sheet) -> Line:
        words, mark_id = self._line(flag, sheet), FLAG_PREFIX + flag.id

        def make() -> QWidget:
            button = LineButton(words)
            button.clicked.connect(lambda: self.selected.emit(mark_id))
            return button

        return (words, mark_id), make

    def _line(self, flag: Flag, sheet: Sheet) -> str:
        target = sheet.annotations.get(flag.target_id or "")
        words = " ".join(words_of(target or flag, sheet).split())
        sign = "⚑" if flag.state != CLOSED else "✓"
        line = f"{sign} {reason_of(flag, self._scheme)}"
        return f"{line}: {words}" if words else line


def _place(flag: Flag, sheet: Sheet) -> tuple[bool, int, str]:
    target = sheet.annotations.get(flag.target_id or "")
    places = target.fragments if target else flag.fragments
    return (flag.state == CLOSED, places[0].start if places else 0, flag.id)


def _plural(name: str, count: int) -> str:
    """A label's name in a count; schemes are written in any language, so only English is bent."""
    lowered = name[:1].lower() + name[1:]
    return lowered if count == 1 or lowered.endswith("s") else f"{lowered}s"
