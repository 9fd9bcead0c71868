"""What is selected: its words, attributes, comment, links and flags, all to be changed here."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.domain.annotation import Annotation
from annotator.domain.flag import FIXED, Flag
from annotator.domain.json import Json
from annotator.domain.relation import ATTRIBUTED_TO, CUED_BY, Relation
from annotator.domain.scheme import Label, Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.suggestion import Suggestion
from annotator.gui import keys
from annotator.gui import theme as looks
from annotator.gui.names import NameOf
from annotator.gui.panel.buttons import buttons, chain, small_button
from annotator.gui.panel.forms import AttributeForms
from annotator.gui.panel.labels import marked
from annotator.gui.selected import FLAG_PREFIX
from annotator.gui.widgets.lines import AMONG_LINES, OF_LINES, Line, Lines
from annotator.gui.widgets.parts import Card, Chip, LineButton, plain
from annotator.gui.wording import reason_of, shortened, words_of
from annotator.operations.annotate import name_of

if TYPE_CHECKING:
    from annotator.gui.panel.entity_words import EntityWords
    from annotator.gui.panel.frame import FrameRows, FrameShown
    from annotator.gui.panel.suggestion import SuggestionRows

_SHOWN_WORDS = 150
_OPENING = ("“", '"', "„", "«")

SetValue = Callable[[str, str, Json], None]
"""Told the annotation, the attribute and the value."""


class InspectorCard(Card):
    """The selected annotation or flag."""

    selected = Signal(object)
    """A link's other end, or a flag, was clicked: the id of its mark."""
    gone_far = Signal(object, object)
    """A link's end in another article was clicked: the ids of article and annotation."""
    unlinked = Signal(object)
    """A link is to go: the name the sheet keeps it under."""
    commented = Signal()
    flagged = Signal()
    frame_asked = Signal(str, object)
    """A row of the frame was clicked: what is wanted, and with what."""
    frame_unlinked = Signal(str, str, str)
    """A link of the frame is to go: its kind and its ends."""
    decided = Signal(object)
    """The suggestion shown was decided on with the mouse: accept or reject."""
    closed_flag = Signal(object)
    """A flag is to be closed: its id."""
    listed = Signal()
    """The list of all entities is wanted."""
    left = Signal()

    def __init__(
        self,
        scheme: Scheme,
        set_value: SetValue,
        entities: "Callable[[], EntityWords]",
        sheet_of: Callable[[str], Sheet],
        name_of: NameOf,
    ) -> None:
        super().__init__("Selected")
        self.heading.setText(self.tr("SELECTED"))
        self.heading.setAccessibleName(self.tr("Selected"))
        self.setAccessibleName(self.tr("Inspector"))
        self._scheme = scheme
        self._set_value = set_value
        self._entities = entities
        self._sheet_of = sheet_of
        self._name_of = name_of
        self._theme = looks.load("light")
        self._forms = AttributeForms(scheme, self._chosen, self._proposals)
        self._forms.listed.connect(self.listed)
        self._key_of: Callable[[str], str] = lambda _: ""
        self._shown: Annotation | None = None
        self._frame: FrameRows | None = None
        self._suggestion: SuggestionRows | None = None
        self.frame_of: Callable[[str], FrameShown | None] = lambda _: None
        """The frame of an annotation with what is offered for it, None where it has none."""
        self._build()
        self.show_nothing()

    def show_keys(self, key_of: Callable[[str], str]) -> None:
        """Name the keys that commands have now, by their ids."""
        self._key_of = key_of
        self._forms.show_keys(key_of)
        self._empty.setText(self._nothing_selected())

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self._theme = theme
        if self._frame is not None:
            self._frame.set_theme(theme)
        self._forms.set_theme(theme)

    def show_nothing(self) -> None:
        """Nothing is selected."""
        self._shown = None
        self._empty.show()
        self._whole.hide()

    def show_annotation(self, annotation: Annotation, sheet: Sheet) -> None:
        """Show an annotation as it stands."""
        label = self._scheme.label(annotation.label)
        self._shown = annotation
        self._empty.hide()
        words = words_of(annotation, sheet)
        self._show_head(name_of(self._scheme, annotation), words, label, annotation)
        framed = self._show_frame(annotation, sheet)
        self._show_form(label, annotation)
        self._comment.setVisible(True)
        hint = keys.with_present_keys(self.tr("Comment… (M)"), self._key_of)
        self._comment.show_line(annotation.note or hint)
        self._show_lines(
            [
                self._link_line(relation, annotation, sheet)
                for relation in sorted(sheet.relations_of(annotation.id), key=_by_label)
                if relation.from_id != annotation.id or relation.label not in framed
            ]
            + [
                self._flag_line(each)
                for each in sheet.flags_of(annotation.id)
                if each.outcome != FIXED
            ]
        )
        self._whole.show()

    def show_suggestion(self, suggestion: Suggestion, sheet: Sheet) -> None:
        """Show what an engine proposes, and why."""
        from annotator.gui.panel.suggestion import SuggestionRows, as_annotation

        if self._suggestion is None:
            self._suggestion = SuggestionRows()
            self._suggestion.decided.connect(self.decided)
            self._frame_place.addWidget(self._suggestion)
        proposed = as_annotation(suggestion)
        self._shown = None
        self._empty.hide()
        name, label = f"{name_of(self._scheme, proposed)}?", self._scheme.label(proposed.label)
        self._show_head(name, words_of(proposed, sheet), label, proposed)
        self._show_form(None, None)
        self._comment.hide()
        self._show_lines([])
        self._suggestion.show_suggestion(suggestion, sheet)
        self._whole.show()

    def show_flag(self, flag: Flag, sheet: Sheet) -> None:
        """Show a flag with its conversation."""
        self._shown = None
        self._empty.hide()
        reason = self._scheme.flag_reason(flag.reason)
        target = sheet.annotations.get(flag.target_id or "")
        words = words_of(target or flag, sheet)
        self._show_head(reason_of(flag, self._scheme), words, None, flag)
        self._help.setText(reason.help if reason else "")
        self._help.setVisible(bool(reason and reason.help))
        self._show_form(None, None)
        self._comment.setVisible(True)
        self._comment.show_line(keys.with_present_keys(self.tr("Answer… (M)"), self._key_of))
        told = (flag, self._writers(flag), self._name_of(flag.raised_by or flag.annotator))
        self._show_lines([(told, lambda: self._conversation(flag))])
        self._whole.show()

    def first_field(self) -> QWidget | None:
        """Where the keyboard enters."""
        if self._shown is None:
            return None
        form = self._forms.form_of(self._shown.label)
        missing = self._missing(self._shown)
        return form.first_field(missing) if form else None

    def make_ready(self) -> Iterator[Callable[[], object]]:
        """Make what the first annotations need, one piece of work each, before they wait for it."""
        yield from self._forms.make_ready()
        frame = self._frame or self._made_frame()
        yield from frame.make_ready()

    def settle(self) -> None:
        """Find all sizes at once, from the innermost outwards."""
        if self._frame is not None:
            self._frame.settle()
        if (layout := self._whole.layout()) is not None:
            layout.activate()
        super().settle()

    def _build(self) -> None:
        self._empty = plain(role="muted", wraps=True, margins=AMONG_LINES, parent=self.frame)
        self._empty.setText(self._nothing_selected())
        self._whole = QWidget(self.frame)
        layout = QVBoxLayout(self._whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._chip = Chip(self._whole)
        self._name = plain(role="name", parent=self._whole)
        head = QHBoxLayout()
        head.setContentsMargins(*AMONG_LINES)
        head.setSpacing(8)
        head.addWidget(self._chip)
        head.addWidget(self._name, 1)
        self._about = small_button("?", self.tr("Definition and examples"))
        self._about.setCheckable(True)
        self._about.toggled.connect(self._show_examples)
        head.addWidget(self._about)
        self._words = plain(wraps=True, parent=self._whole)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._help = plain(role="muted", wraps=True, parent=self._whole)
        self._examples = QLabel(self._whole)
        self._examples.setWordWrap(True)
        self._examples.setProperty("role", "muted")
        self._examples.hide()
        self._frame_place = QVBoxLayout()
        self._frame_place.setContentsMargins(0, 0, 0, 0)
        self._comment = LineButton(is_muted=True)
        self._comment.clicked.connect(self.commented)
        self._lines = Lines()
        told = QVBoxLayout()
        told.setContentsMargins(*AMONG_LINES)
        for widget in (self._words, self._help, self._examples):
            told.addWidget(widget)
        layout.addLayout(head)
        layout.addLayout(told)
        layout.addLayout(self._frame_place)
        layout.addLayout(self._forms)
        layout.addWidget(self._comment)
        layout.addLayout(self._lines)
        self.body.setContentsMargins(*OF_LINES)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._whole)

    def _nothing_selected(self) -> str:
        words = self.tr("Nothing selected. Press E to pick an annotation in this sentence.")
        return keys.with_present_keys(words, self._key_of)

    def _show_head(
        self, name: str, words: str, label: Label | None, record: Annotation | Flag
    ) -> None:
        if self._suggestion is not None:
            self._suggestion.hide()
        self._name.setText(name)
        cut = shortened(words, most=_SHOWN_WORDS)
        quoted = cut if cut.startswith(_OPENING) else f"“{cut}”"
        self._words.setText(quoted if cut else self.tr("The whole article"))
        role, shape, letter = self._sign(label, record)
        self._chip.show_sign(self._theme, role, shape=shape, letter=letter)
        self._about.setVisible(label is not None)
        self._help.setText(label.help if label else "")
        if label is not None:
            lines = [f"✓ {marked(each)}" for each in label.positive]
            lines += [f"✗ {marked(each)}" for each in label.negative]
            self._examples.setTextFormat(Qt.TextFormat.RichText)
            self._examples.setText("<br>".join(lines))
        self._show_examples(self._about.isChecked() and label is not None)

    def _sign(self, label: Label | None, record: Annotation | Flag) -> tuple[str, str, str]:
        if label is None or not isinstance(record, Annotation):
            return "flag", "square", "⚑"
        keyed = label.keyed_attribute
        value = keyed.value(str(record.attributes.get(keyed.id, ""))) if keyed else None
        role = (value.colour if value else "") or label.colour
        letter = (value.glyph if value else "") or label.letter or label.name[:1]
        return role, label.chip, letter

    def _show_examples(self, is_shown: bool) -> None:  # noqa: FBT001
        self._help.setVisible(is_shown)
        self._examples.setVisible(is_shown)

    def _show_frame(self, annotation: Annotation, sheet: Sheet) -> tuple[str, ...]:
        """Show who says it, where that can be said; the kinds of links that are shown with it."""
        shown = self.frame_of(annotation.id)
        if shown is None:
            if self._frame is not None:
                self._frame.hide()
            return ()
        frame = self._frame or self._made_frame()
        frame.show_frame(shown, sheet)
        frame.show()
        return (ATTRIBUTED_TO, CUED_BY)

    def _made_frame(self) -> "FrameRows":
        # Needed for the first claim, not for the first paint.
        from annotator.gui.panel.frame import FrameRows

        made = self._frame = FrameRows(self._scheme)
        made.hide()
        made.set_theme(self._theme)
        made.asked.connect(self.frame_asked)
        made.unlinked.connect(self.frame_unlinked)
        self._frame_place.addWidget(made)
        return made

    def _show_form(self, label: Label | None, annotation: Annotation | None) -> None:
        if label is None or annotation is None:
            self._forms.show_none()
            if self._frame is not None:
                self._frame.hide()
            return
        form = self._forms.show_form(label)
        rows = buttons(self._frame) if self._frame is not None else []
        # Each time: another label's form has taken the comment behind itself since.
        chain([self._about, *rows, *form.fields(), self._comment])
        values = dict(annotation.attributes)
        for attribute in label.attributes:
            held = values.get(attribute.id)
            if attribute.kind == "entity" and held:
                values[attribute.id] = self._entities().name(str(held))
        form.show_values(annotation.id, values, self._missing(annotation))

    def _proposals(self) -> Sequence[str]:
        return self._entities().proposals(self._shown.id) if self._shown else ()

    def _missing(self, annotation: Annotation) -> list[str]:
        found = self._scheme.missing_attributes(annotation.label, annotation.attributes)
        return [attribute.id for attribute in found if not attribute.editors_only]

    def _chosen(self, attribute_id: str, value: Json) -> None:
        if self._shown is not None:
            self._set_value(self._shown.id, attribute_id, value)

    def _show_lines(self, lines: Sequence[Line]) -> None:
        self._lines.show_lines(lines)
        every = self._lines.widgets()
        chain([self._comment, *(button for line in every for button in buttons(line))])

    def _link_line(self, relation: Relation, annotation: Annotation, sheet: Sheet) -> Line:
        if relation.is_between_articles:
            return self._far_line(relation, sheet)
        kind = self._scheme.relation(relation.label)
        is_first = relation.from_id == annotation.id
        other_id = relation.to_id if is_first else relation.from_id
        other = sheet.annotations.get(other_id)
        name = kind.name if kind else relation.label
        if kind and not is_first and kind.inverse:
            name = kind.inverse
        words = words_of(other, sheet) if other else other_id
        go = partial(self.selected.emit, other_id)
        return self._removable(words, name, go, relation, sheet)

    def _far_line(self, relation: Relation, sheet: Sheet) -> Line:
        """A link with another article: how, with which words, and where they are."""
        from annotator.gui.far_ends import far_end

        far = far_end(relation, sheet, self._scheme, self._sheet_of)
        above = f"{far.name} · {far.values}" if far.values else far.name
        words = self.tr("“{}” in “{}”").format(far.words, far.title)
        go = partial(self.gone_far.emit, far.article_id, far.annotation_id)
        return self._removable(words, above, go, relation, sheet)

    def _removable(
        self, words: str, above: str, go: Callable[[], object], relation: Relation, sheet: Sheet
    ) -> Line:
        """A line that leads to the other end, with a button that takes the link away."""
        from annotator.gui.panel import frame_rows

        remove = partial(self.unlinked.emit, sheet.name_of(relation))
        row = frame_rows.Removable(
            frame_rows.Line(words, go, above), remove, self.tr("Remove this link")
        )

        def make() -> QWidget:
            line = frame_rows.RemovableRow()
            line.show_row(row, self._theme)
            return line

        return (relation, words, above), make

    def _flag_line(self, flag: Flag) -> Line:
        def make() -> QWidget:
            from annotator.gui.panel.conversation import FlagLine

            line = FlagLine(flag, reason_of(flag, self._scheme), self._name_of)
            line.button.clicked.connect(lambda: self.selected.emit(FLAG_PREFIX + flag.id))
            return line

        return (flag, self._writers(flag)), make

    def _writers(self, flag: Flag) -> list[str]:
        return [self._name_of(each.by) for each in flag.messages]

    def _conversation(self, flag: Flag) -> QWidget:
        from annotator.gui.panel.conversation import FlagTalk  # few articles have flags

        words = self.tr("No flag needed…") if flag.is_by_rule else self.tr("Close the flag")
        talk = FlagTalk(flag, self._name_of, words)
        talk.close_wanted.connect(lambda: self.closed_flag.emit(flag.id))
        return talk


def _by_label(relation: Relation) -> tuple[str, str]:
    return (relation.label, relation.id)
