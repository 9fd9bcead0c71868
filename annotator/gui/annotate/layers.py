"""Layers of the article: what bears one label can be hidden, and comes back when it is given."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal

from annotator.domain.scheme import Scheme
from annotator.gui.article.view import ArticleView


class Layers(QObject):
    """Which labels are seen in the article; nothing is stored, and words never move."""

    changed = Signal()

    def __init__(self, scheme: Scheme, view: ArticleView, *, tell: Callable[[str], None]) -> None:
        super().__init__(view)
        self._scheme = scheme
        self._view = view
        self._tell = tell
        self._hidden: frozenset[str] = frozenset()

    def toggle(self, label_id: str) -> None:
        """Hide what bears a label, or show it again."""
        self._hide(self._hidden ^ {label_id})
        names = [label.name for label in self._scheme.labels if label.id in self._hidden]
        sentence = self.tr("Hidden: {}. The labels are kept.") if names else self.tr("All is shown")
        self._tell(sentence.format(", ".join(names)))

    def show(self, label_id: str) -> None:
        """Somebody works with the label: show what bears it."""
        if label_id in self._hidden:
            self._hide(self._hidden - {label_id})

    def shown(self) -> Iterator[tuple[str, bool]]:
        """Each layer's action, and whether the layer is seen."""
        for label in self._scheme.labels:
            yield f"view.toggle_layer.{label.id}", label.id not in self._hidden

    def _hide(self, labels: frozenset[str]) -> None:
        self._hidden = labels
        self._view.hide_layers(labels)
        self.changed.emit()
