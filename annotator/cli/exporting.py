"""`annotator export`: write a dataset."""

from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.options import Command, json_option, project_argument
from annotator.domain.errors import UserError
from annotator.formats import registry
from annotator.operations import exporting
from annotator.storage.project import open_project


@click.command(
    "export",
    cls=Command,
    examples=("annotator export pilot.annotator labels.jsonl --format jsonl --only-finished",),
)
@project_argument
@click.argument("destination", metavar="DEST", type=click.Path(path_type=Path, readable=False))
@click.option(
    "--format", "format_id", default="jsonl", show_default=True, metavar="F", help="The format."
)
@click.option(
    "--layer",
    default="raw",
    show_default=True,
    metavar="gold|raw|NAME",
    help="Everybody's work, the adjudicated layer, or one annotator's.",
)
@click.option("--only-finished", is_flag=True, help="Leave out what is still in progress.")
@click.option("--force", is_flag=True, help="Replace DEST if it is there already.")
@json_option
def command(
    path: Path,
    destination: Path,
    *,
    format_id: str,
    layer: str,
    only_finished: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Write the annotated articles to DEST; it appears whole or not at all.

    The same project gives the same bytes. A manifest beside DEST holds counts and hashes.
    """
    if not registry.format_of_id(format_id).can_be_written:
        writable = ", ".join(each.id for each in registry.FORMATS if each.can_be_written)
        raise UserError(
            f"The format {format_id} can only be read. Nothing was written. "
            f"Choose one of: {writable}."
        )
    with open_project(path) as project, terminal.Counter("article") as counter:
        report = exporting.export_jsonl(
            project,
            destination,
            layer=layer,
            only_finished=only_finished,
            is_replacing=force,
            report_progress=counter,
        )
    if as_json:
        terminal.print_json(
            {
                "lines": report.lines,
                "articles": report.articles,
                "annotations": report.annotations,
                "relations": report.relations,
                "files": [str(file) for file in report.files],
            }
        )
        return
    terminal.say(
        f"Wrote {terminal.counted(report.lines, 'line')} about "
        f"{terminal.counted(report.articles, 'article')}: "
        f"{terminal.counted(report.annotations, 'annotation')} and "
        f"{terminal.counted(report.relations, 'relation')}."
    )
    for file in report.files:
        terminal.say(f"  {file}")
