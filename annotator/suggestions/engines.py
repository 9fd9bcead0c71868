"""The table of engines: what proposes labels, by the name that is stored with each suggestion."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from annotator.suggestions.boilerplate import boilerplate
from annotator.suggestions.crediting import crediting
from annotator.suggestions.material import Material, Offer
from annotator.suggestions.projection import projection
from annotator.suggestions.quoting import quoting

Propose: TypeAlias = Callable[[Material], list[Offer]]
"""An engine: a plain function of an article and of what the project knows about it."""


@dataclass(frozen=True, slots=True)
class Engine:
    """One engine: what it does, and which parts of the project it must be given."""

    propose: Propose
    summary: str
    needs_shared_lines: bool = False
    needs_earlier: bool = False


ENGINES: Mapping[str, Engine] = {
    "boilerplate": Engine(
        boilerplate, "text of the page around the article", needs_shared_lines=True
    ),
    "quotation": Engine(quoting, "words in quotation marks"),
    "attribution": Engine(crediting, "sources and cues of claims and quotes that have none"),
    "projection": Engine(
        projection, "your labels on the same sentences elsewhere", needs_earlier=True
    ),
}
"""Every engine, in the order in which they run: what is boilerplate is no quotation."""
