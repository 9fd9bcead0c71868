"""What an export will be like, before anything is written where it goes."""

import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.formats import columns as at
from annotator.formats.datasets.work import FULL
from annotator.operations.destination import Destination
from annotator.operations.export_plan import ExportPlan
from annotator.operations.exporting import Exporter
from annotator.operations.pseudonyms import Names
from annotator.operations.works import LeftOut, each_article, mismatches
from annotator.storage.project import Project

MOST_CHARACTERS = 20_000
"""So much of a first record is shown."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The first record as it will stand in its file; `text` is empty where that is no text.

    `size` is that of the whole record, in bytes.
    """

    name: str = ""
    text: str = ""
    size: int = 0
    is_text: bool = True


@dataclass(slots=True)
class Survey:
    """How much an export will hold, what it will leave out and why, and what is wrong.

    `problems` are annotations whose words are not those at their place in the text: id and title
    of the article, and a sentence. Such a project cannot be exported before it is mended.
    """

    articles: int = 0
    works: int = 0
    annotations: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    left_out: LeftOut = field(default_factory=LeftOut)
    problems: list[tuple[str, str, str]] = field(default_factory=list)
    is_whole: bool = True


def first_record(project: Project, plan: ExportPlan, goes_on: Callable[[], bool]) -> Preview:
    """The first record, really written and read.

    Raises:
        UserError: the plan asks for what this project or format does not have.
    """
    plan.check(project)
    with tempfile.TemporaryDirectory() as folder, project.snapshot():
        draft = Path(folder)
        places = Destination(draft, is_folder=True)
        paths = Exporter(project, plan, plan.format, draft, places).write_first(goes_on)
        if not paths:
            return Preview()
        return _shown(paths[0], draft, is_by_line=paths[0].suffix == ".jsonl")


def survey(project: Project, plan: ExportPlan, goes_on: Callable[[], bool]) -> Survey:
    """Count what will be written; broken off when it is no longer wanted."""
    found = Survey()
    # With less text there would be nothing to compare words with.
    plan = replace(plan, text=FULL)
    names = Names((), seed=0, are_real=True)
    with project.snapshot():
        for _, works in each_article(project, plan, names, found.left_out):
            if not goes_on():
                found.is_whole = False
                break
            found.articles += bool(works)
            found.works += len(works)
            for work in works:
                labels = [row[at.LABEL] for row in work.annotation_rows]
                found.annotations += len(labels)
                found.labels.update(labels)
                article = work.article
                found.problems += [(article.id, article.title, e) for e in mismatches(work)]
    return found


def _shown(path: Path, draft: Path, *, is_by_line: bool) -> Preview:
    raw = path.read_bytes()
    name = path.relative_to(draft).as_posix()
    if is_by_line:
        raw = raw.split(b"\n", 1)[0]
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return Preview(name, "", len(raw), is_text=False)
    return Preview(name, text[:MOST_CHARACTERS], len(raw))
