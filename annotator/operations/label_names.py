"""Which name an annotation of another tool bears: that of its label, or a value of an attribute.

INCEpTION, WebAnno and others let people make a layer for all marks, such as `Span`, and a feature
that tells what each is, such as `role=Claim`. The name of such a mark is `Span.role=Claim`, in
reports and in maps.
"""

from collections.abc import Mapping

from annotator.domain.json import Json
from annotator.domain.scheme import Scheme
from annotator.formats.name_map import LabelMeaning, NameMap
from annotator.operations import name_proposals as proposals
from annotator.storage.columns import from_text, to_text

USUAL_HOLDERS = (
    "label",
    "value",
    "type",
    "role",
    "kind",
    "category",
    "class",
    "tag",
    "code",
    "name",
)
"""How attributes are called, folded, whose values tell what a mark is; the usual first."""

_LONGEST = 60


class LabelNames:
    """Tells names by what a person said of a label, else by values that mean a label here."""

    def __init__(self, scheme: Scheme, told: NameMap) -> None:
        self._scheme = scheme
        self._told = told
        self._holders: dict[str, str] = {}
        self._known: dict[tuple[str, str], tuple[str, str]] = {}

    def of(self, label: str, attributes: str) -> tuple[str, str]:
        """The name of a mark with this label, and its attributes without the one that tells it."""
        key = (label, attributes)
        if key not in self._known:
            self._known[key] = self._found(label, attributes)
        return self._known[key]

    def value_of(self, name: str, label: str) -> str:
        """What a name is compared by: a value without the label and the attribute before it."""
        return name.partition("=")[2] if name != label else name

    def told_of(self, name: str) -> LabelMeaning | None:
        """What a person said that a name means."""
        told = self._told.labels.get(name)
        return None if told is None or told.held_in else told

    def _found(self, label: str, attributes: str) -> tuple[str, str]:
        told = self._told.labels.get(label)
        is_plain = told is not None and not told.held_in
        if attributes == "{}" or is_plain:
            return label, attributes
        values = from_text(attributes)
        if told is not None:
            holder = told.held_in
        elif proposals.label_for(label, self._scheme) is None:
            holder = self._holder(label, values)
        else:
            return label, attributes
        value = values.get(holder)
        if not isinstance(value, str) or not value.strip():
            return label, attributes
        rest = {name: each for name, each in values.items() if name != holder}
        return f"{label}.{holder}={value}", to_text(rest)

    def _holder(self, label: str, values: Mapping[str, Json]) -> str:
        """The attribute whose values mean labels here; once found it is that of the label."""
        texts = {n: v for n, v in values.items() if isinstance(v, str) and len(v) <= _LONGEST}
        if label not in self._holders:
            meaning = (n for n, v in texts.items() if proposals.label_for(v, self._scheme))
            found = next(meaning, "")
            if not found:
                plain = {proposals.folded(name): name for name in texts}
                return next((plain[each] for each in USUAL_HOLDERS if each in plain), "")
            self._holders[label] = found
        return self._holders[label]
