"""What files hold, looked at before it comes in: read as by an import, and nothing is written."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.formats.import_map import ImportMap
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.seen_columns import Watch
from annotator.formats.sources import Source
from annotator.operations.dataset_files import incoming
from annotator.operations.import_report import ImportReport
from annotator.operations.importer import Importer
from annotator.operations.portions import FEW_COMMITS, Gathering
from annotator.storage.project import Project
from annotator.storage.rows import TABLES

SHOWN = 60
"""How many articles are kept to be looked at; of the others only counts are."""
READ_WHOLE = 8_000_000
"""Up to how many bytes files are read to their end, so that everything that is wrong is told."""

State = Literal["new", "known", "refused"]
NEW: State = "new"
KNOWN: State = "known"
REFUSED: State = "refused"

_SECONDS_BETWEEN_NEWS = 0.1


@dataclass(frozen=True, slots=True)
class Expected:
    """One article as it would come in, with the labels that it would bring.

    `reason` says in a sentence why it is passed over or refused; `file` and `line` where it stood.
    """

    article: Article
    state: State
    annotations: tuple[Annotation, ...]
    file: str
    line: int | None
    reason: str = ""


@dataclass(slots=True)
class Preview:
    """What was found so far; filled while it is looked at.

    `sources` counts the files. `is_whole` says that everything was read.
    """

    sources: int = 0
    articles: list[Expected] = field(default_factory=list)
    report: ImportReport = field(default_factory=ImportReport)
    encodings: dict[str, str] = field(default_factory=dict)
    columns: Watch = field(default_factory=Watch)
    is_whole: bool = False


def look(
    project: Project,
    paths: Sequence[Path],
    *,
    annotator: str,
    told: ImportMap | None = None,
    preview: Preview,
    report_progress: Callable[[int], bool],
) -> Preview:
    """Fill a preview of files; `report_progress` hears of articles and may stop it.

    Little is read to its end; of much the first articles are, since reading it twice would be
    waited for.
    """
    found = list(incoming(paths))
    preview.sources = len(found)
    total = sum(each.size or 0 for each in found if isinstance(each, Source))
    pace = _Pace(report_progress, most=None if total <= READ_WHOLE else SHOWN)
    told = replace(told or ImportMap(), watch=preview.columns)
    importer = _Watched(project, annotator=annotator, told=told)
    importer.preview, preview.report = preview, importer.report
    for _ in importer.portions(found, report_progress=pace.go_on, size=FEW_COMMITS):
        pass
    preview.is_whole = not pace.has_stopped
    return preview


class _Pace:
    """Tells how far the reading is, not too often, and when it is enough."""

    def __init__(self, report_progress: Callable[[int], bool], *, most: int | None) -> None:
        self._report_progress = report_progress
        self._most = most
        self._told = 0.0
        self.has_stopped = False

    def go_on(self, count: int) -> bool:
        """Whether to read on after so many articles."""
        if time.monotonic() - self._told > _SECONDS_BETWEEN_NEWS:
            self._told = time.monotonic()
            self.has_stopped = not self._report_progress(count)
        if self._most is not None and count >= self._most:
            self.has_stopped = True
        return not self.has_stopped


class _Watched(Importer):
    """Compares as an import does, and keeps what it said of each article."""

    preview: Preview

    def _take(self, arrival: Arrival, gathered: Gathering) -> None:
        report = self.report
        articles, labels = report.articles, report.annotations
        skipped, problems = len(report.skipped), len(report.problems)
        super()._take(arrival, gathered)
        if arrival.is_known or len(self.preview.articles) >= SHOWN:
            return
        state: State = NEW
        said: list[Problem] = []
        if report.articles == articles:
            said = report.skipped[skipped:] or report.problems[problems:]
            has_labels = report.annotations > labels
            state = KNOWN if has_labels or len(report.skipped) > skipped else REFUSED
        reason = said[-1].reason if said else ""
        if arrival.raw is not None:
            self.preview.encodings[arrival.file] = arrival.article.encoding
        self.preview.articles.append(
            Expected(arrival.article, state, _labels(arrival), arrival.file, arrival.line, reason)
        )


def _labels(arrival: Arrival) -> tuple[Annotation, ...]:
    table = TABLES[Annotation.kind]
    made = (table.from_row(row) for row in arrival.annotations)
    return tuple(each for each in made if isinstance(each, Annotation))
