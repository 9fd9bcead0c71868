"""Projects as a whole: making them, who works in them, which scheme they follow."""

import getpass
from functools import lru_cache
from pathlib import Path

from annotator import resources
from annotator.domain.change import Change, Draft, added
from annotator.domain.choice import Choice, SchemeRevision
from annotator.domain.errors import UserError
from annotator.domain.identity import is_name
from annotator.domain.people import EDITOR, GOLD, Annotator
from annotator.domain.scheme import Scheme
from annotator.operations.writing import commit
from annotator.storage import project as storage
from annotator.storage import records
from annotator.storage.project import Project

PRESETS = ("news-review", "simple")

_SAMPLE_FILES = ("articles.jsonl", "annotations.jsonl")


def new_project(
    path: Path,
    *,
    scheme: str = PRESETS[0],
    annotator: str = "",
    title: str = "",
    with_sample: bool = False,
    made: Scheme | None = None,
) -> None:
    """Make a project with a preset scheme, one from a file or one just made, whole or not at all.

    Raises:
        UserError: the file exists, cannot be made, or the scheme is faulty.
    """
    chosen = made or find_scheme(scheme)
    name = annotator or account()

    def fill(project: Project) -> None:
        revision = SchemeRevision(
            chosen.id, chosen.revision, chosen.sha256, chosen.canonical_json()
        )
        # The name of a file need not be text on every system; a title must.
        stem = path.stem.encode(errors="replace").decode()
        choices = [Choice("title", title or stem), Choice("annotator", name)]
        people = [Annotator(name, name, EDITOR)]
        draft = Draft("Make the project", added([revision, *choices, *people]), is_undoable=False)
        with project.transaction():  # one wait for the disk, and not one for each step
            commit(project, draft, annotator=name)
            if with_sample:
                _add_sample(project, chosen, annotator=name)

    storage.create(path, fill)


def find_scheme(preset_or_file: str) -> Scheme:
    """A preset by its name, or a scheme from a TOML file.

    Raises:
        UserError: there is neither, or the file is faulty.
    """
    if preset_or_file in PRESETS:
        path = resources.path("schemes", f"{preset_or_file}.toml")
    else:
        path = Path(preset_or_file)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            f"There is no scheme “{preset_or_file}”. Nothing was made. "
            f"Name a preset ({', '.join(PRESETS)}) or a TOML file."
        ) from error
    return _parsed(text)


# A preset is asked for again with every project that is made, and takes as long as the rest of it.
@lru_cache(maxsize=4)
def _parsed(text: str) -> Scheme:
    # Neither this nor importing is needed to open a project, and both cost time at the start.
    from annotator.domain.scheme_file import parse_scheme

    return parse_scheme(text)


def scheme_of(project: Project) -> Scheme:
    """The scheme that a project follows now.

    Raises:
        UserError: the project has none.
    """
    revision = records.scheme_revision(project)
    if revision is None:
        raise UserError(
            f"Part of {project.path.name} cannot be read: it names no scheme. "
            "Nothing was changed. Open a backup of the project instead."
        )
    try:
        return Scheme.from_json(revision.json)
    except (ValueError, TypeError, KeyError) as error:
        raise UserError(
            f"Part of {project.path.name} cannot be read: its scheme is damaged. "
            "Nothing was changed. Open a backup of the project instead."
        ) from error


def annotator_of(project: Project, *, given: str | None = None) -> str:
    """Who works: the name given, else the project's current annotator, else the account."""
    return given or records.choice(project, "annotator") or account()


def joined(project: Project, annotator: str) -> Draft | None:
    """The draft that adds an annotator whom the project does not know."""
    if any(each.id == annotator for each in records.annotators(project)):
        return None
    fresh = Annotator(annotator, annotator)
    return Draft(f"Add {annotator}", added([fresh]), is_undoable=False)


def chosen(project: Project, name: str, value: str, *, before: str | None = None) -> Draft:
    """The draft that settles something for the project, such as who annotates.

    `before` is what was settled last where that may not be on the disk yet.
    """
    before = records.choice(project, name) if before is None else before
    old = Choice(name, before) if before is not None else None
    changes = () if before == value else (Change(old, Choice(name, value)),)
    return Draft(f"Choose {name}", changes, is_undoable=False)


def account() -> str:
    """The name of the system account, for who gives no other; one that can be nobody's is not."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "me"
    return name if is_name(name) and name != GOLD else "me"


def _add_sample(project: Project, scheme: Scheme, *, annotator: str) -> None:
    from annotator.operations import importing

    files = [resources.path("sample", name) for name in _SAMPLE_FILES]
    # Its labels are those of the first preset; of these, another scheme takes what it has.
    importing.import_files(project, files, annotator=annotator)
    from annotator.operations import sample

    for draft in (sample.suggestions(project, scheme, annotator), sample.decisions(project)):
        if draft.changes:
            commit(project, draft, annotator=annotator)
