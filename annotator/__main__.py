"""The `annotator` command: the window when nothing else is asked for, else a command without Qt."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from annotator import display

PROJECT_SUFFIX = ".annotator"


def main(arguments: Sequence[str] | None = None) -> int | None:
    """Run a command; without one, or with a project alone, `open`. Ends by `SystemExit`."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--read-for-import"]:
        # This program calls itself so; nobody types it.
        from annotator.operations.reading import serve

        return serve()
    if given == ["--prove-while-written"]:
        from annotator.formats.datasets.verifying import serve as prove

        return prove()
    if given == ["--share-an-export"]:
        from annotator.formats.datasets.sharing import serve as share

        return share()
    if not given or _means_open(given[0]):
        given.insert(0, "open")
    is_plain = len(given) <= 2 and not any(word.startswith("-") for word in given)
    if given[0] == "open" and is_plain and display.is_there():
        return _open(*(Path(word) for word in given[1:]))
    from annotator.cli.main import cli

    return cli.main(args=given, prog_name="annotator")


def _open(project: Path | None = None) -> int:
    """The window without options; reading no command line saves a tenth of the start."""
    # Hardly anything made at the start is garbage, and looking for it takes a twentieth of it.
    gc.disable()
    from annotator.domain.errors import UserError
    from annotator.gui import application

    try:
        return application.run(project)
    except UserError as problem:
        sys.stderr.write(f"annotator: {problem}\n")
        return 1
    finally:
        gc.enable()


def _means_open(word: str) -> bool:
    """Whether the word `open` was left out before this one."""
    if word.startswith("-"):
        return word.partition("=")[0] in ("--article", "--as", "--screen")
    return Path(word).suffix == PROJECT_SUFFIX


if __name__ == "__main__":
    sys.exit(main())
