"""One table of a scheme file: its entries by name and type, with a problem for each misfit."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from difflib import get_close_matches
from typing import TypeVar

from annotator.dataclass import dataclass
from annotator.domain.scheme_places import Path

ID = re.compile(r"[a-z][a-z0-9_]*")
SCHEME_ID = re.compile(r"[a-z][a-z0-9_-]*")

_Word = TypeVar("_Word", bound=str)
_Instead = TypeVar("_Instead")


@dataclass(frozen=True, slots=True)
class Report:
    """The problems found so far, each with the path of what it concerns."""

    problems: list[tuple[Path, str]] = field(default_factory=list)

    def add(self, path: Path, message: str) -> None:
        """Keep a problem; reading goes on."""
        self.problems.append((path, message))


class Table:
    """A table that remembers what it was asked for; the rest are unknown keys.

    Every reader answers with something of the right type, so that one misfit hides no other.
    """

    def __init__(self, entries: Mapping[str, object], path: Path, report: Report) -> None:
        self.path = path
        self.report = report
        self._entries = entries
        self._asked: set[str] = set()

    def has(self, key: str) -> bool:
        """Whether the key is there, without asking for its type."""
        return key in self._entries

    def identifier(self, key: str = "id", *, pattern: re.Pattern[str] = ID) -> str:
        """A required id."""
        text = self.required_text(key)
        if text and not pattern.fullmatch(text):
            self.problem(
                key,
                f"The id {text!r} must start with a small letter and go on with small letters, "
                "digits and _.",
            )
        return text

    def required_text(self, key: str) -> str:
        """Text that must be there and not be empty."""
        if not self.has(key):
            self._asked.add(key)
            self.report.add(self.path, f"{self._described()} needs a {key}.")
            return ""
        text = self.text(key)
        if not text.strip() and isinstance(self._entries[key], str):
            self.problem(key, f"{key} is empty.")
        return text

    def text(self, key: str) -> str:
        """Text, or "" when it is not there."""
        found = self._ask(key, "")
        return found if isinstance(found, str) else self._misfit(key, "text", "")

    def truth(self, key: str) -> bool:
        """`true` or `false`, or false when it is not there."""
        found = self._ask(key, default=False)
        return (
            found if isinstance(found, bool) else self._misfit(key, "true or false", instead=False)
        )

    def whole_number(self, key: str, default: int, *, least: int) -> int:
        """A whole number of at least `least`."""
        found = self._ask(key, default)
        if not isinstance(found, int) or isinstance(found, bool) or found < least:
            return self._misfit(key, f"a whole number of at least {least}", default)
        return found

    def one_of(self, key: str, words: Iterable[_Word]) -> _Word:
        """One of a few words, the first when it is not there."""
        allowed = tuple(words)
        found = self._ask(key, allowed[0])
        for word in allowed:
            if word == found:
                return word
        return self._misfit(key, f"one of {', '.join(filter(None, allowed))}", allowed[0])

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, or none."""
        found = self._ask(key, [])
        if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
            return self._misfit(key, "a list of texts", ())
        return tuple(found)

    def anything(self, key: str) -> object:
        """What is there, of whatever type."""
        return self._ask(key, None)

    def tables(self, key: str, *, shorthand: str = "") -> list["Table"]:
        """A list of tables; with a shorthand, a text in the list stands for that one key."""
        found = self._ask(key, [])
        if not isinstance(found, list):
            return self._misfit(key, "a list of tables", [])
        tables = []
        for index, item in enumerate(found):
            entries = {shorthand: item} if shorthand and isinstance(item, str) else item
            if isinstance(entries, dict):
                tables.append(Table(entries, (*self.path, key, index), self.report))
            else:
                self.report.add((*self.path, key, index), f"{item!r} in {key} is no table.")
        return tables

    def table(self, key: str) -> "Table":
        """A table inside this one, empty when it is not there."""
        found = self._ask(key, {})
        entries = found if isinstance(found, dict) else self._misfit(key, "a table", {})
        return Table(entries, (*self.path, key), self.report)

    def names(self) -> tuple[str, ...]:
        """The keys that are there, for tables whose keys are ids."""
        return tuple(self._entries)

    def close(self) -> None:
        """Report what nobody asked for."""
        for key in self._entries:
            if key not in self._asked:
                near = get_close_matches(key, sorted(self._asked), n=1)
                hint = f" Did you mean {near[0]}?" if near else ""
                self.problem(key, f"{self._described()} has no key {key}.{hint}")

    def problem(self, key: str, message: str) -> None:
        """Report something about one key of this table."""
        self.report.add((*self.path, key), message)

    def _ask(self, key: str, default: object) -> object:
        self._asked.add(key)
        return self._entries.get(key, default)

    def _misfit(self, key: str, wanted: str, instead: _Instead) -> _Instead:
        self.problem(key, f"{key} must be {wanted}, not {self._entries[key]!r}.")
        return instead

    def _described(self) -> str:
        names = [part for part in self.path if isinstance(part, str)]
        return f"A {names[-1].removesuffix('s').replace('_', ' ')}" if names else "A scheme"
