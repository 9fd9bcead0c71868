"""A project with everything that is hard for formats of other tools, and what it says."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Draft, added
from annotator.domain.relation import Relation
from annotator.formats.datasets.work import TokenRules
from annotator.operations import exporting, importing, library, writing
from annotator.operations.export_plan import ExportPlan
from annotator.operations.exporting import ExportReport
from annotator.operations.importer import ImportReport
from annotator.storage import records
from annotator.storage.project import Project, open_project
from tests import builders
from tests.formats.difficult import COMBINING, EMOJI, RIGHT_TO_LEFT

HARD = f"""{EMOJI}
{COMBINING} Read More →Experts warn that the plan, he said, will fail.
{RIGHT_TO_LEFT}
The *Post*_[1]|;\\ wrote that officials said it is “late”.  Two  spaces.
The end of this runs over
two lines."""
ODD_ID = "über/Straße: 1"

Fact = tuple[Any, ...]


def sample(folder: Path) -> Path:
    """The sample project with one more article, full of what is hard."""
    path = folder / "sample.annotator"
    library.new_project(path, annotator="ana", with_sample=True)
    article = builders.article(HARD, article_id=ODD_ID, title="Hard")
    with open_project(path, is_writable=True) as project:
        writing.commit(
            project, Draft("Import", added([article]), is_undoable=False), annotator="ana"
        )
        writing.commit(project, Draft("Label", added(_hard_work(article))), annotator="ana")
    return path


def _hard_work(article: Article) -> list[Annotation | Relation]:
    made = [
        builders.annotation(article, *parts, label=label, annotation_id=name, **attributes)
        for name, label, parts, attributes in (
            ("n1", "source", ("Mayor Ruiz",), {"entity": "Mayor Ruiz / Harbour"}),
            ("n2", "cue", ("said",), {"cue_stance": "neutral"}),
            ("n3", "claim", ("the bridge will cost 4m euros",), {"certainty": "asserted"}),
            ("n4", "source", ("Experts",), {}),
            ("n5", "claim", ("the plan", "will fail"), {"claim_kind": "prediction"}),
            ("n6", "source", (RIGHT_TO_LEFT[:8],), {}),
            ("n7", "source", ("Cafe\u0301 owners",), {}),
            ("n8", "source", ("officials",), {}),
            ("n9", "source", ("The *Post*_[1]|;\\",), {"affiliation": "media"}),
            ("n10", "claim", ("it is “late”",), {}),
            ("n11", "quote", ("“late”",), {}),
            ("n12", "claim", ("runs over\ntwo lines",), {}),
            ("n13", "claim", ("will cost",), {}),
        )
    ]
    noted = builders.annotation(
        article, "euros", label="expression", annotation_id="n14", device="other"
    )
    made.append(replace(noted, note="Look *here*:\tone\nand [there] | too"))
    pairs = (
        ("attributed_to", "n3", "n1"), ("cued_by", "n3", "n2"), ("attributed_to", "n10", "n8"),
        ("reported_via", "n8", "n9"), ("supports", "n13", "n3"), ("attributed_to", "n5", "n4"),
    )  # fmt: skip
    links = [
        Relation(f"r{number}", article.id, "ana", label, one, other, article.id)
        for number, (label, one, other) in enumerate(pairs)
    ]
    return [*made, *links]


def write(
    path: Path, folder: Path, format_id: str, rules: TokenRules | None = None, **plan: Any
) -> ExportReport:
    """Export a project into a folder."""
    chosen = ExportPlan(format_id, token_rules=rules or TokenRules(), **plan)
    with open_project(path) as project:
        return exporting.export(project, folder, chosen)


def bring_in(path: Path, *sources: Path, by: str = "ana") -> ImportReport:
    """Import files into a new project."""
    library.new_project(path, annotator=by)
    with open_project(path, is_writable=True) as project:
        return importing.import_files(project, list(sources), annotator=by)


def losses_in(folder: Path) -> list[dict[str, Any]]:
    """The lines of `losses.jsonl`."""
    lines = (folder / "losses.jsonl").read_bytes().splitlines()
    return [orjson.loads(line) for line in lines]


def annotations(project: Project, annotator: str) -> dict[tuple[str, str], Annotation]:
    """One annotator's annotations by article and id."""
    found = records.select(project, Annotation)
    return {(e.article_id, e.id): e for e in found if e.annotator == annotator}


def facts(path: Path, annotator: str = "ana", *, has_attributes: bool = True) -> Counter[Fact]:
    """What an annotator says, whatever ids it has."""
    with open_project(path) as project:
        marks = annotations(project, annotator)
        found = Counter(_fact(each, has_attributes=has_attributes) for each in marks.values())
        for link in records.select(project, Relation):
            if link.annotator == annotator and not link.is_between_articles:
                ends = [marks[link.article_id, end] for end in (link.from_id, link.to_id)]
                found[(link.label, *map(_place, ends))] += 1
        return found


def _fact(each: Annotation, *, has_attributes: bool) -> Fact:
    told = orjson.dumps(each.attributes, option=orjson.OPT_SORT_KEYS) if has_attributes else b""
    return (*_place(each), each.text, told, each.note if has_attributes else "")


def _place(each: Annotation) -> Fact:
    return (each.article_id, each.label, tuple((p.start, p.end) for p in each.fragments))
