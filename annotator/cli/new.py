"""`annotator new`: make a project."""

from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.options import Command, as_option, json_option, project_argument
from annotator.domain.errors import UserError
from annotator.operations import library
from annotator.storage import articles, records
from annotator.storage.project import SUFFIX, open_project


@click.command(
    "new",
    cls=Command,
    examples=("annotator new pilot.annotator --scheme news-review --sample",),
)
@project_argument
@click.option(
    "--scheme",
    default=library.PRESETS[0],
    show_default=True,
    metavar="PRESET_OR_FILE",
    help=f"The labels: {' or '.join(library.PRESETS)}, or a TOML file of yours.",
)
@click.option("--sample", is_flag=True, help="Fill it with the sample articles.")
@as_option("Who annotates; otherwise the system account.")
@json_option
def command(path: Path, *, scheme: str, sample: bool, annotator: str | None, as_json: bool) -> None:
    """Make a project; a file that is there already is left alone."""
    if not path.name:
        raise UserError("The project has no name. Nothing was made. Give one, such as pilot.")
    if not path.suffix:
        path = path.with_name(path.name + SUFFIX)
        terminal.tell(f"The project is called {path.name}.")
    library.new_project(path, scheme=scheme, annotator=annotator or "", with_sample=sample)
    with open_project(path) as project:
        count = articles.count(project)
        person = records.choice(project, "annotator")
        chosen = library.scheme_of(project)
    if as_json:
        terminal.print_json(
            {
                "project": str(path),
                "articles": count,
                "annotator": person,
                "scheme": {"id": chosen.id, "revision": chosen.revision, "sha256": chosen.sha256},
            }
        )
        return
    holds = terminal.counted(count, "article")
    terminal.say(f"Made {path} with {holds}, the scheme {chosen.id} and the annotator {person}.")
