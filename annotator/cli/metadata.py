"""`annotator metadata`: what is known of an article beside its text."""

from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.options import Command, as_option, json_option, project_argument
from annotator.operations import library, rule_checks, writing
from annotator.operations.metadata import edit_metadata, metadata_of
from annotator.storage import articles
from annotator.storage.project import open_project


@click.command(
    "metadata",
    cls=Command,
    examples=(
        "annotator metadata pilot.annotator harbour-dredging",
        "annotator metadata pilot.annotator harbour-dredging --set outlet='Coastal Register'",
    ),
)
@project_argument
@click.argument("article_id", metavar="ARTICLE")
@click.option(
    "--set",
    "given",
    multiple=True,
    metavar="FIELD=VALUE",
    help="Correct a field; without a value it is taken away. Repeatable.",
)
@as_option("Who corrects it.")
@json_option
def command(
    path: Path, article_id: str, *, given: tuple[str, ...], annotator: str | None, as_json: bool
) -> None:
    """Show or correct title, outlet, url, published, author, section, language and licence.

    The text of an article never changes.
    """
    fields = dict(_pair(each) for each in given)
    with open_project(path, is_writable=bool(fields)) as project:
        article = articles.get(project, article_id)
        if fields:
            draft = rule_checks.settled(
                project, library.scheme_of(project), edit_metadata(article, fields)
            )
            name = library.annotator_of(project, given=annotator)
            writing.commit(project, draft, annotator=name)
        known = metadata_of(articles.get(project, article_id))
    if as_json:
        terminal.print_json(
            {"id": article_id, "metadata": {n: v or None for n, v in known.items()}}
        )
        return
    for line in terminal.table([(name, value or "–") for name, value in known.items()]):
        terminal.say(line)


def _pair(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not equals:
        raise click.UsageError(f"“{given}” is not FIELD=VALUE.")
    return name, value
