"""What was said and decided, in words."""

from PySide6.QtCore import QCoreApplication

from annotator.domain.annotation import Annotation
from annotator.domain.review import Decision
from annotator.domain.scheme import Scheme
from annotator.domain.stance import CANNOT_TELL, NONE_EXPRESSED
from annotator.gui.names import NameOf
from annotator.gui.wording import judged, quotable
from annotator.operations.annotate import name_of
from annotator.storage.outcomes import Cell, Outcome

_MOST = 160


def said(side: Annotation | Cell | str | None, outcome: Outcome, scheme: Scheme) -> str:
    """One side of a decision: a label with its words and values, or that there is none."""
    if side is None:
        return _words("nothing")
    if isinstance(side, Cell):
        return _cell(side)
    if isinstance(side, str):
        kind = scheme.article_label(outcome.decision.label)
        value = kind.value(side) if kind else None
        return f"{kind.name if kind else outcome.decision.label}: {value.name if value else side}"
    values = _values(side, scheme)
    words = f"{name_of(scheme, side)} “{quotable(side.text, most=_MOST)}”"
    return f"{words} ({values})" if values else words


def said_by(called: str, words: str) -> str:
    """What was said, by somebody who is called so, or by whoever reads it."""
    return f"{called}: {words}" if called else _words("You: {}").format(words)


def why(outcome: Outcome) -> str:
    """The verdict and the reason for it."""
    return judged(outcome.verdict, outcome.verdict.reason or outcome.decision.reason)


def made_by(decision: Decision, name_of: NameOf) -> str:
    """Who decided, and by which revision of the guidelines."""
    by = _words("decided")
    if decision.by:
        by = _words("decided by {}").format(name_of(decision.by))
    if not decision.revision:
        return by
    return (
        f"{by} · {_words('guidelines {}, revision {}').format(decision.scheme, decision.revision)}"
    )


def _cell(cell: Cell) -> str:
    """A cell of the sentiment grid, as the grid itself names it."""
    values = {NONE_EXPRESSED: _grid("None expressed"), CANNOT_TELL: _grid("Cannot tell")}
    holder = cell.holder or _grid("The author")
    value = values.get(cell.value, cell.value)
    words = _grid("{holder} towards {target}: {value}")
    return words.format(holder=holder, target=cell.target, value=value)


def _grid(source: str) -> str:
    return QCoreApplication.translate("Grid", source)


def _values(annotation: Annotation, scheme: Scheme) -> str:
    """The attributes of an annotation, as far as its name does not say them already."""
    label = scheme.label(annotation.label)
    named = label.keyed_attribute if label else None
    parts = []
    for attribute in label.attributes if label else ():
        held = annotation.attributes.get(attribute.id)
        if held is None or attribute == named:
            continue
        value = attribute.value(str(held))
        parts.append(value.name if value else str(held))
    return ", ".join(parts)


def _words(source: str) -> str:
    return QCoreApplication.translate("Outcomes", source)
