"""Putting an answer right: its edges, its label and its values, before it is decided."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from annotator.domain.annotation import Annotation
from annotator.domain.attribute import Attribute
from annotator.domain.scheme import LabelChoice, Scheme
from annotator.domain.span import Span, words
from annotator.gui.annotate.editing import moved_edge
from annotator.gui.annotate.work import EARLIER, LATER
from annotator.gui.widgets.entry_bar import EntryBar

_EDGES: dict[str, tuple[int, bool, bool]] = {
    "editing.end_in": (EARLIER, False, False),
    "editing.end_out": (LATER, False, False),
    "editing.start_out": (EARLIER, True, False),
    "editing.start_in": (LATER, True, False),
    "editing.end_in_by_character": (EARLIER, False, True),
    "editing.end_out_by_character": (LATER, False, True),
    "editing.start_out_by_character": (EARLIER, True, True),
    "editing.start_in_by_character": (LATER, True, True),
}
"""Which way an action moves which edge, and by how much."""


class Correcting:
    """An annotation in the editor's hand; nothing is written until it is decided."""

    def __init__(self, scheme: Scheme, entry: EntryBar, *, changed: Callable[[], None]) -> None:
        self._scheme = scheme
        self._entry = entry
        self._changed = changed
        self._text = ""
        self.made: Annotation | None = None

    @property
    def is_on(self) -> bool:
        """Whether something is in hand."""
        return self.made is not None

    def begin(self, annotation: Annotation, text: str) -> None:
        """Take an answer in hand."""
        self.made, self._text = annotation, text

    def leave(self) -> None:
        """Put it away unwritten."""
        self.made = None

    def does(self, action_id: str) -> bool:
        """Do what an action means for what is in hand; false when it means nothing here."""
        if self.made is None or action_id not in _EDGES:
            return False
        direction, is_start, by_character = _EDGES[action_id]
        places = list(self.made.fragments)
        number = 0 if is_start else len(places) - 1
        place = places[number]
        edge = place.start if is_start else place.end
        moved = moved_edge(
            self._text, edge, direction, is_start=is_start, by_character=by_character
        )
        if moved is None:
            return True
        fresh = Span(moved, place.end) if is_start else Span(place.start, moved)
        if fresh.start < fresh.end:
            places[number] = fresh
            self._become(
                replace(self.made, fragments=tuple(places), text=words(self._text, tuple(places)))
            )
        return True

    def relabel(self, choice: LabelChoice) -> None:
        """Give it another label; what that one cannot have goes."""
        label = self._scheme.label(choice.label)
        if self.made is None or label is None:
            return
        kept = {
            name: value
            for name, value in self.made.attributes.items()
            if (attribute := label.attribute(name)) and attribute.problem_with(value) is None
        }
        self._become(replace(self.made, label=label.id, attributes={**kept, **choice.attributes}))

    def ask_values(self) -> None:
        """Ask for one value after another, each by a digit."""
        label = self._scheme.label(self.made.label) if self.made else None
        if label is not None:
            wanted = [a for a in label.attributes if a.kind == "choice" and not a.editors_only]
            self._ask(wanted)

    def _ask(self, wanted: list[Attribute]) -> None:
        if not wanted or self.made is None:
            return
        attribute, rest = wanted[0], wanted[1:]
        held = self.made.attributes.get(attribute.id)
        now = attribute.value(str(held)) if held is not None else None
        keeps = QCoreApplication.translate("Review", "Leave it: {}").format(
            now.name if now else QCoreApplication.translate("Review", "not set")
        )

        def answered(number: int, _: str) -> None:
            if self.made is not None and number > 0:
                value = attribute.values[number - 1].id
                self._become(
                    replace(self.made, attributes={**self.made.attributes, attribute.id: value})
                )
            self._ask(rest)

        self._entry.ask(
            attribute.name,
            answered,
            options=[keeps, *(value.name for value in attribute.values)],
            tips=["", *(value.help for value in attribute.values)],
            hint=QCoreApplication.translate("Review", "A digit chooses · Esc leaves"),
        )

    def _become(self, annotation: Annotation) -> None:
        self.made = annotation
        self._changed()
