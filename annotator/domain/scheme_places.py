"""Where in a scheme file each table, key and entry stands, for messages that point at it.

`tomllib` gives values without places. This walks the same text once more, leniently: it is only
asked about files that `tomllib` has read, and only where something is.
"""

import re

Path = tuple[str | int, ...]
"""The way from the root of the file to an entry: ("label", 0, "attribute", 2, "values")."""

Place = tuple[int, int]
"""Line and column, both counted from 1."""

_MARK = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?!")'
    r"|'''.*?'''(?!')"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|\n|[\[\]{}=,.]"
    r"""|[^\s\[\]{}=,.\#"']+""",
    re.DOTALL,
)


class Places:
    """The places of one file; asked for a path, it answers for the nearest part that is there."""

    def __init__(self, text: str) -> None:
        self._found: dict[Path, Place] = {}
        _Walk(text, self._found).file()

    def of(self, path: Path) -> Place:
        """The place of a path, or of the innermost table around it."""
        for length in range(len(path), 0, -1):
            if place := self._found.get(path[:length]):
                return place
        return (1, 1)


class _Walk:
    """One pass over the tokens of a file."""

    def __init__(self, text: str, found: dict[Path, Place]) -> None:
        self._marks = [m for m in _MARK.finditer(text) if not m.group().startswith("#")]
        line_ends = (m.end() for m in re.finditer("\n", text))
        self._line_starts = [0, *line_ends, len(text) + 1]
        self._next = 0
        self._line = 0
        self._found = found
        self._counts: dict[Path, int] = {}

    def file(self) -> None:
        """Tables and their keys, down to the end of the file."""
        table: Path = ()
        while mark := self._peek(over_lines=True):
            place = self._place()
            if mark == "[":
                table = self._header()
                for length in range(1, len(table) + 1):
                    self._found.setdefault(table[:length], place)
            else:
                self._pair(table)

    def _header(self) -> Path:
        self._take()
        is_array = self._peek() == "["
        if is_array:
            self._take()
        path = self._resolve(self._key())
        while self._peek() == "]":
            self._take()
        if is_array:
            self._counts[path] = self._counts.get(path, -1) + 1
            path = (*path, self._counts[path])
        return path

    def _resolve(self, names: Path) -> Path:
        """The path of a header: a parent that is a list means its latest entry."""
        path: Path = ()
        for name in names[:-1]:
            path = (*path, name)
            if path in self._counts:
                path = (*path, self._counts[path])
        return (*path, *names[-1:])

    def _pair(self, table: Path) -> None:
        place = self._place()
        path = (*table, *self._key())
        self._found.setdefault(path, place)
        self._take()  # =
        self._value(path)

    def _key(self) -> Path:
        names: list[str | int] = [self._name()]
        while self._peek() == ".":
            self._take()
            names.append(self._name())
        return tuple(names)

    def _name(self) -> str:
        return self._take().strip("\"'")

    def _value(self, path: Path) -> None:
        mark = self._peek()
        if mark == "[":
            self._list(path)
        elif mark == "{":
            self._inline_table(path)
        else:
            while self._peek() not in {",", "]", "}", "\n", ""}:
                self._take()

    def _list(self, path: Path) -> None:
        self._take()
        index = 0
        while (mark := self._peek(over_lines=True)) not in {"]", ""}:
            if mark == ",":
                self._take()
                continue
            self._found.setdefault((*path, index), self._place())
            self._value((*path, index))
            index += 1
        self._take()

    def _inline_table(self, path: Path) -> None:
        self._take()
        while (mark := self._peek(over_lines=True)) not in {"}", ""}:
            if mark == ",":
                self._take()
            else:
                self._pair(path)
        self._take()

    def _peek(self, *, over_lines: bool = False) -> str:
        while over_lines and self._next < len(self._marks) and self._text() == "\n":
            self._next += 1
        return self._text() if self._next < len(self._marks) else ""

    def _take(self) -> str:
        mark = self._peek()
        self._next += 1
        return mark

    def _text(self) -> str:
        return self._marks[self._next].group()

    def _place(self) -> Place:
        start = self._marks[self._next].start()
        while (
            self._line + 1 < len(self._line_starts) and self._line_starts[self._line + 1] <= start
        ):
            self._line += 1
        return self._line + 1, start - self._line_starts[self._line] + 1


def place_of_syntax_error(message: str) -> Place | None:
    """The place that a message of `tomllib` ends with, when it names one."""
    found = re.search(r"\(at line (\d+), column (\d+)\)", message)
    return (int(found[1]), int(found[2])) if found else None
