"""Where the files that travel with the program lie."""

from pathlib import Path


def path(*parts: str) -> Path:
    """The path of a shipped resource, in the installed package or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "resources"
    root = installed if installed.is_dir() else package.parent / "resources"
    return root.joinpath(*parts)
