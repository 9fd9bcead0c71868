"""The forms of all labels of a scheme, one of which is shown: each is made once."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from annotator.domain.attribute import NO_SOURCE, Attribute
from annotator.domain.relation import ATTRIBUTED_TO
from annotator.domain.scheme import Label, Scheme
from annotator.gui import theme as looks
from annotator.gui.panel.fields import AttributeForm, Chosen
from annotator.gui.widgets.lines import AMONG_LINES


class AttributeForms(QVBoxLayout):
    """The place in the inspector where attributes are set."""

    listed = Signal()
    """The list of all entities is wanted."""

    def __init__(
        self, scheme: Scheme, chosen: Chosen, propose: Callable[[], Sequence[str]]
    ) -> None:
        super().__init__()
        self.setContentsMargins(*AMONG_LINES)
        self._scheme = scheme
        self._chosen = chosen
        self._propose = propose
        self._theme = looks.load("light")
        self._key_of: Callable[[str], str] = lambda _: ""
        self._forms: dict[str, AttributeForm] = {}

    def set_theme(self, theme: looks.Theme) -> None:
        """Show the same in other colours."""
        self._theme = theme
        for form in self._forms.values():
            for field in form.entity_fields():
                field.set_theme(theme)

    def show_keys(self, key_of: Callable[[str], str]) -> None:
        """Name the keys that commands have now, by their ids."""
        self._key_of = key_of
        for form in self._forms.values():
            for field in form.entity_fields():
                field.show_keys(key_of)

    def form_of(self, label_id: str) -> AttributeForm | None:
        """The form of a label, if it was made."""
        return self._forms.get(label_id)

    def show_form(self, label: Label) -> AttributeForm:
        """Show the form of a label and no other."""
        shown = self._forms.get(label.id) or self._made(label)
        self._hide_others(shown)
        shown.show()
        return shown

    def show_none(self) -> None:
        """Nothing has attributes."""
        self._hide_others(None)

    def make_ready(self) -> Iterator[Callable[[], object]]:
        """Make the forms that are still to be made, one piece of work each."""
        for label in self._scheme.labels:
            if label.id not in self._forms:
                yield partial(self._made, label)

    def _hide_others(self, shown: AttributeForm | None) -> None:
        for form in self._forms.values():
            if form is not shown:
                form.hide()

    def _made(self, label: Label) -> AttributeForm:
        form = self._forms[label.id] = AttributeForm(self._asked_of(label), self._chosen)
        form.hide()
        self.addWidget(form)
        form.polish()
        for field in form.entity_fields():
            field.propose = self._propose
            field.listed.connect(self.listed)
            field.set_theme(self._theme)
            field.show_keys(self._key_of)
        return form

    def _asked_of(self, label: Label) -> list[Attribute]:
        """The attributes with a control of their own: why there is no source is in the frame."""
        kind = self._scheme.relation(ATTRIBUTED_TO)
        is_framed = kind is not None and label.id in kind.sources
        asked = [each for each in label.attributes if not each.editors_only]
        return [each for each in asked if not (is_framed and each.id == NO_SOURCE)]
