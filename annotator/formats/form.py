"""What a format is: which way it goes, what it counts in, what it can hold."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from annotator.formats.incoming import Incoming
from annotator.formats.sources import Source

if TYPE_CHECKING:
    # What only exports need is loaded when something is exported.
    from annotator.formats.datasets.work import Setting
    from annotator.formats.datasets.writing import DatasetWriter

Direction = Literal["in", "out", "both"]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: which way it goes, how it counts, and what it cannot hold, in sentences.

    `reader` and `writer` are modules, loaded when a file needs them. For writing, `holds` names
    what it can hold (`annotator.formats.datasets.writing` tells of which words),
    `can_omit_text` whether offsets without words say anything in it, `takes_untouched` whether
    articles that nobody worked on belong in it: in training data they would pass for empty ones.
    """

    id: str
    title: str
    direction: Direction
    extensions: tuple[str, ...]
    offset_unit: str
    cannot_hold: tuple[str, ...] = ()
    reader: str = ""
    writer: str = ""
    holds: frozenset[str] = frozenset()
    can_omit_text: bool = False
    takes_untouched: bool = True

    @property
    def can_be_read(self) -> bool:
        """Whether articles can be imported from it."""
        return self.direction != "out"

    @property
    def can_be_written(self) -> bool:
        """Whether datasets can be exported to it."""
        return self.direction != "in"

    def read(self, source: Source, *, annotator: str) -> Incoming:
        """The articles in a source; what comes without a name is the annotator's."""
        module = importlib.import_module(self.reader)
        return cast("Callable[..., Incoming]", module.read)(source, annotator=annotator)

    def write(self, folder: Path, setting: "Setting") -> "DatasetWriter":
        """What writes a dataset into an empty folder."""
        module = importlib.import_module(self.writer)
        return cast("DatasetWriter", module.Writer(folder, setting))


EVERYTHING = frozenset(
    (
        "attributes", "notes", "relations", "relation attributes", "links", "article labels",
        "flags", "verdicts", "stances", "entities", "votes",
    )
)  # fmt: skip
"""All that `Format.holds` may name."""
DERIVED = EVERYTHING - {"votes"}
"""Of formats whose records are made from annotations and are none: what they leave is no loss."""
