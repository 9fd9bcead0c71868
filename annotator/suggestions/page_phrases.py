"""What pages print around an article, read from shipped files, one for each language."""

import tomllib
from dataclasses import dataclass
from functools import cache

from annotator import resources

_APOSTROPHES = str.maketrans("’ʼ", "''")
_EDGES = " \t.:!>»›→➔➜▶►·•|*_#-–—…"


@dataclass(frozen=True, slots=True)
class PagePhrases:
    """The phrases of all languages, in lower case, without marks at their ends.

    A line that is one of `openers` begins a list of other articles, one of `ends` closes a teaser;
    a line that is one of `lines`, or short and begins with one of `beginnings`, stands alone.
    """

    openers: frozenset[str]
    ends: tuple[str, ...]
    lines: frozenset[str]
    beginnings: tuple[str, ...]


@cache
def page_phrases() -> PagePhrases:
    """All of them: a page's own words need not be in the language of the article."""
    tables = [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(resources.path("boilerplate").glob("*.toml"))
    ]

    def listed(name: str) -> list[str]:
        rows = [line for table in tables for line in table.get(name, "").splitlines()]
        return [line.strip() for line in rows if line.strip()]

    return PagePhrases(
        openers=frozenset(listed("openers")),
        ends=tuple(sorted(listed("ends"), key=len, reverse=True)),
        lines=frozenset(listed("lines")),
        beginnings=tuple(listed("beginnings")),
    )


def bare(line: str) -> str:
    """A line as the lists have it: lower case, straight apostrophes, no marks at its ends."""
    return lowered(line).strip(_EDGES)


def lowered(line: str) -> str:
    """A line in lower case with straight apostrophes and single spaces."""
    return " ".join(line.lower().translate(_APOSTROPHES).split())
