"""What figures are about, by the names that the scheme gives it."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from annotator.domain.attribute import Attribute
from annotator.domain.scheme import Scheme


class Subjects:
    """Names labels, `LABEL.ATTRIBUTE`, relations, labels on articles, and values of all these."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme

    def named(self, subject: str) -> str:
        """A label or an attribute."""
        label_id, _, attribute_id = subject.partition(".")
        label = self.scheme.label(label_id) or self.scheme.article_label(label_id)
        attribute = self.attribute(subject) if attribute_id else None
        name = label.name if label else label_id
        return f"{name}: {attribute.name}" if attribute else name

    def attribute(self, subject: str) -> Attribute | None:
        """The attribute that `LABEL.ATTRIBUTE` names."""
        label_id, _, attribute_id = subject.partition(".")
        label = self.scheme.label(label_id)
        return label.attribute(attribute_id) if label else None

    def value(self, subject: str, value: str) -> str:
        """A value of an attribute, or without a subject a label; nothing is one too."""
        if not value:
            return QCoreApplication.translate("Charts", "nothing")
        if not subject:
            return self.named(value)
        attribute = self.attribute(subject)
        found = attribute.value(value) if attribute else None
        return found.name if found else value

    def in_order(self, values: Iterable[str], subject: str) -> list[str]:
        """Values, or labels, as the scheme has them in order; unknown ones last."""
        attribute, held = self.attribute(subject), set(values)
        known = [e.id for e in (attribute.values if attribute else self.scheme.labels)]
        return [v for v in known if v in held] + sorted(held - set(known))
