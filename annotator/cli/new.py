"""`annotator new`: make a project."""

from collections.abc import Sequence
from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.options import Command, as_option, json_option, project_argument
from annotator.domain.errors import UserError
from annotator.domain.scheme import Scheme
from annotator.operations import library
from annotator.storage import articles, records
from annotator.storage.project import SUFFIX, open_project


@click.command(
    "new",
    cls=Command,
    examples=(
        "annotator new pilot.annotator --scheme news-review --sample",
        "annotator new labelled.annotator --scheme-from export.jsonl",
    ),
)
@project_argument
@click.option(
    "--scheme",
    default=library.PRESETS[0],
    show_default=True,
    metavar="PRESET_OR_FILE",
    help=f"The labels: {' or '.join(library.PRESETS)}, or a TOML file of yours.",
)
@click.option(
    "--scheme-from",
    "sources",
    multiple=True,
    metavar="SOURCE",
    type=click.Path(path_type=Path),
    help="Make the labels of those in a file, folder or zip file of another tool.",
)
@click.option(
    "--sample",
    is_flag=True,
    help="Fill it with the sample articles, and of their labels with what the scheme has.",
)
@as_option("Who annotates; otherwise the system account.")
@json_option
def command(
    path: Path,
    *,
    scheme: str,
    sources: tuple[Path, ...],
    sample: bool,
    annotator: str | None,
    as_json: bool,
) -> None:
    """Make a project; a file that is there already is left alone."""
    if sources and sample:
        raise click.UsageError("The sample has labels of its own. Leave out one of the two.")
    if path.name in ("", ".."):
        raise UserError("The project has no name. Nothing was made. Give one, such as pilot.")
    if not path.suffix:
        path = path.with_name(path.name + SUFFIX)
        terminal.tell(f"The project is called {path.name}.")
    made = _made_of(sources, title=path.stem) if sources else None
    library.new_project(
        path, scheme=scheme, made=made, annotator=annotator or "", with_sample=sample
    )
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


def _made_of(sources: Sequence[Path], *, title: str) -> Scheme:
    from annotator.operations.scheme_from_files import scheme_from_files  # rarely wanted

    return scheme_from_files(sources, title=title)
