"""Reading articles in threads beside the window's."""

from pathlib import Path

from annotator.storage.project import Project, open_project


def found_in(project: Project, query: str, annotator: str) -> list[str]:
    """The articles of a project for which a query holds, as one annotator asks."""
    # Searching is not needed before the first article is on the screen.
    from annotator.storage import search

    return search.matching(project, query, annotator=annotator)


def matching_in(path: Path, query: str, annotator: str) -> list[str]:
    """The articles for which a query holds.

    Raises:
        UserError: the query cannot be understood.
    """
    with open_project(path) as project:
        return found_in(project, query, annotator)
