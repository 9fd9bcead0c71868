"""`annotator show`: one article with its annotations."""

import json
import re
import shutil
import textwrap
from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.options import Command, json_option, project_argument
from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.errors import UserError
from annotator.domain.progress import IN_PROGRESS
from annotator.domain.relation import Relation
from annotator.domain.sheet import Sheet
from annotator.formats.datasets import jsonl
from annotator.formats.datasets.work import SchemeName
from annotator.operations import library
from annotator.storage import articles, records
from annotator.storage.project import Project, open_project
from annotator.storage.rows import TABLES

_PARAGRAPH = re.compile(r"([^\n]+)\n*")
_WIDEST = 100


@click.command(
    "show",
    cls=Command,
    examples=("annotator show pilot.annotator harbour-dredging --layer ana",),
)
@project_argument
@click.argument("article_id", metavar="ARTICLE")
@click.option("--layer", metavar="NAME", help="Only this annotator's work, or gold.")
@json_option
def command(path: Path, article_id: str, *, layer: str | None, as_json: bool) -> None:
    """Show one article; below each paragraph stands what begins in it.

    With --json come the reference records of `annotator export`, one for each annotator.
    """
    with open_project(path) as project, project.snapshot():
        article = articles.get(project, article_id)
        sheets = [
            records.sheet_of(project, article, name)
            for name in _layers(project, article_id, wanted=layer)
        ]
        scheme = library.scheme_of(project)
    if as_json:
        name = SchemeName(scheme.id, scheme.revision, scheme.sha256)
        terminal.print_json(_as_json(article, sheets, name))
    else:
        _print(article, sheets)


def _layers(project: Project, article_id: str, *, wanted: str | None) -> list[str]:
    there = records.layers(project, article_id)
    if wanted is None:
        return there
    if wanted not in there:
        known = f"There is work by: {', '.join(there)}." if there else "Nobody has begun it."
        raise UserError(f"“{wanted}” left nothing on {article_id}. Nothing was changed. {known}")
    return [wanted]


def _as_json(article: Article, sheets: list[Sheet], scheme: SchemeName) -> dict[str, object]:
    links = [
        json.loads(jsonl.link_line(relation))
        for sheet in sheets
        for relation in sheet.relations.values()
        if relation.is_between_articles
    ]
    return {
        "article": {
            "id": article.id,
            "title": article.title,
            "text": article.text,
            "text_sha256": article.text_sha256,
            "language": article.language,
            "outlet": article.outlet,
            "published": article.published,
            "url": article.url,
        },
        "records": [_record(sheet, scheme) for sheet in sheets],
        "links": links,
    }


def _record(sheet: Sheet, scheme: SchemeName) -> object:
    line = jsonl.line(
        sheet.article,
        annotator=sheet.annotator,
        status=sheet.progress.status if sheet.progress else IN_PROGRESS,
        scheme=scheme,
        annotation_rows=map(TABLES["annotation"].to_row, sheet.annotations.values()),
        relation_rows=map(TABLES["relation"].to_row, sheet.relations.values()),
        flags=sheet.flags.values(),
        verdicts=sheet.verdicts.values(),
        stances=sheet.stances.values(),
        labels=sheet.labels.values(),
    )
    return json.loads(line)


def _print(article: Article, sheets: list[Sheet]) -> None:
    terminal.say(terminal.styled(terminal.on_one_line(article.title), bold=True))
    about = [article.id, article.outlet or "", article.published or "", article.language]
    terminal.say(terminal.styled(" · ".join(filter(None, about)), dim=True))
    for sheet in sheets:
        terminal.say(terminal.styled(_standing(sheet), dim=True))
        sheet.sort_relations()
    begins = [_in_text_order(sheet) for sheet in sheets]
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    is_apart = True
    for paragraph in _PARAGRAPH.finditer(article.text):
        # Short lines that follow one another are one paragraph, a table, code, verse.
        is_long = len(paragraph[1]) > _WIDEST
        if is_apart or is_long:
            terminal.say()
        is_apart = is_long or paragraph.end() - paragraph.end(1) > 1
        for line in _wrapped(paragraph[1], width):
            terminal.say(line)
        for sheet, waiting in zip(sheets, begins, strict=True):
            # Those in the line ends behind a paragraph belong to it too.
            while waiting and waiting[-1].start < paragraph.end():
                _print_annotation(waiting.pop(), sheet)
                is_apart = True
    for sheet in sheets:
        _print_flags(sheet)


def _standing(sheet: Sheet) -> str:
    state = sheet.progress.status.replace("_", " ") if sheet.progress else "open"
    labels = [f"{label.label} {label.value}" for label in sheet.labels.values()]
    count = terminal.counted(len(sheet.annotations), "annotation")
    return f"{sheet.annotator}: {', '.join([state, count, *labels])}"


def _wrapped(paragraph: str, width: int) -> list[str]:
    return textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False) or [""]


def _in_text_order(sheet: Sheet) -> list[Annotation]:
    """The annotations of a sheet, the first in the text last."""
    return sorted(
        sheet.annotations.values(),
        key=lambda each: (each.start, -each.end, each.id),
        reverse=True,
    )


def _print_annotation(annotation: Annotation, sheet: Sheet) -> None:
    places = " ".join(f"[{place.start}, {place.end})" for place in annotation.fragments)
    terminal.say(
        "    ",
        terminal.styled(annotation.label, bold=True, fg="cyan"),
        f" “{terminal.on_one_line(annotation.text, most=70)}”",
        terminal.styled(f"  {places} {annotation.id} {sheet.annotator}", dim=True),
    )
    attributes = [f"{name} {_plain(value)}" for name, value in annotation.attributes.items()]
    touching = sheet.relations_of(annotation.id)
    leading = [relation for relation in touching if _leads(relation, annotation)]
    relations = [f"→ {relation.label} {_other_end(relation, sheet)}" for relation in leading]
    note = [f"note: {terminal.on_one_line(annotation.note)}"] if annotation.note else []
    for line in (", ".join(sorted(attributes)), *relations, *note):
        if line:
            terminal.say(f"        {line}")


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _leads(relation: Relation, annotation: Annotation) -> bool:
    return (relation.article_id, relation.from_id) == (annotation.article_id, annotation.id)


def _other_end(relation: Relation, sheet: Sheet) -> str:
    if relation.is_between_articles:
        return f"{relation.to_id} of {relation.to_article_id}"
    other = sheet.annotations.get(relation.to_id)
    words = f" “{terminal.on_one_line(other.text, most=50)}”" if other else ""
    return f"{relation.to_id}{words}"


def _print_flags(sheet: Sheet) -> None:
    for flag in sheet.flags.values():
        target = flag.target_id or (
            f"“{terminal.on_one_line(flag.text, most=50)}”" if flag.text else ""
        )
        on = f" on {target}" if target else ""
        terminal.say()
        terminal.say(
            terminal.styled("flag", bold=True, fg="yellow"),
            f" {flag.reason}, {flag.state}{on}",
            terminal.styled(f"  {flag.id} {sheet.annotator}", dim=True),
        )
        for message in flag.messages:
            terminal.say(f"    {message.by}: {terminal.on_one_line(message.text)}")
