"""Where everything was: recent projects, window and panes, and where each person is in a project.

May be lost at any time; then the program starts as new.
"""

from pathlib import Path

from annotator.settings import JsonFile

FILE = "window.json"
RECENT = 10
_PLACES = 500
_PROJECTS = _SEATS = 50


class WindowState:
    """Reads and keeps the state in one small file."""

    def __init__(self, home: Path) -> None:
        self._file = JsonFile(home / FILE)
        self._held = self._file.read()

    @property
    def recent(self) -> list[Path]:
        """The last projects, newest first; some may be gone since."""
        return [Path(name) for name in self._words("recent")]

    @property
    def has_started_before(self) -> bool:
        """Whether a project was ever opened."""
        return bool(self._words("recent"))

    def opened(self, project: Path) -> None:
        """A project was opened; it is the newest. To `keep` it can wait for the first paint."""
        name = str(project.absolute())
        others = [each for each in self._words("recent") if each != name]
        self._held["recent"] = [name, *others][:RECENT]

    def forget(self, project: Path) -> None:
        """Take a project off the list of the last ones."""
        self._held["recent"] = [each for each in self._words("recent") if Path(each) != project]
        self.keep()

    def seat(self, project: Path, person: str) -> "Seat":
        """Where one person is in one project."""
        return Seat(self, f"{project.absolute()}\n{person}")

    def last_export(self, project: Path) -> Path | None:
        """Where a project was exported to last, if its folder is still there."""
        held = self.table("exports").get(str(project.absolute()))
        if isinstance(held, str) and Path(held).parent.is_dir():
            return Path(held)
        return None

    def exported(self, project: Path, destination: Path) -> None:
        """A project was exported."""
        name = str(project.absolute())
        self._held["exports"] = {**self.table("exports"), name: str(destination.absolute())}
        self.keep()

    def of_project(self, project: Path, name: str) -> object:
        """Something that was kept for one project."""
        held = self.table("of_projects").get(str(project.absolute()))
        return held.get(name) if isinstance(held, dict) else None

    def remember_of(self, project: Path, name: str, value: object) -> None:
        """Keep something for one project; an empty value is forgotten."""
        projects = self.table("of_projects")
        key = str(project.absolute())
        held = projects.pop(key, None)
        kept = {**(held if isinstance(held, dict) else {}), name: value}
        projects[key] = {each: value for each, value in kept.items() if value}
        self._held["of_projects"] = dict(list(projects.items())[-_PROJECTS:])

    def value(self, name: str) -> object:
        """Something else that was kept, such as the window's geometry."""
        return self._held.get(name)

    def remember(self, name: str, value: object) -> None:
        """Keep something else; written with the next `keep`."""
        self._held[name] = value

    def keep(self) -> None:
        """Write what is remembered."""
        self._file.write(self._held)

    def _words(self, name: str) -> list[str]:
        held = self._held.get(name)
        return [each for each in held if isinstance(each, str)] if isinstance(held, list) else []

    def table(self, name: str) -> dict[str, object]:
        """Something that was kept under names; empty when it was not."""
        held = self._held.get(name)
        return dict(held) if isinstance(held, dict) else {}


class Seat:
    """Where one person is in one project: colleagues who share a computer keep their own places."""

    def __init__(self, state: WindowState, key: str) -> None:
        self._state = state
        self._key = key

    @property
    def last_article(self) -> str | None:
        """The article that was open last."""
        held = self._state.table("last").get(self._key)
        return held if isinstance(held, str) else None

    def place(self, article_id: str) -> tuple[int, int, int] | None:
        """Where an article was left: sentence, first visible position, pixels above it."""
        held = self._state.table("places").get(f"{self._key}\n{article_id}")
        if isinstance(held, list) and len(held) == 3 and all(type(n) is int for n in held):
            return (held[0], held[1], held[2])
        return None

    def left(self, article_id: str, place: tuple[int, int, int]) -> None:
        """Remember where an article was left; written with the next `keep` of the state."""
        self._state.remember("last", {**self._state.table("last"), self._key: article_id})
        places = self._state.table("places")
        key = f"{self._key}\n{article_id}"
        places.pop(key, None)
        places[key] = list(place)
        self._state.remember("places", dict(list(places.items())[-_PLACES:]))

    def value(self, name: str) -> object:
        """Something else that was kept, such as words that were not sent."""
        held = self._state.table("seats").get(self._key)
        return held.get(name) if isinstance(held, dict) else None

    def keep(self, name: str, value: object) -> None:
        """Keep something else; an empty value is forgotten."""
        seats = self._state.table("seats")
        held = seats.pop(self._key, None)
        kept = {**(held if isinstance(held, dict) else {}), name: value}
        seats[self._key] = {each: value for each, value in kept.items() if value}
        self._state.remember("seats", dict(list(seats.items())[-_SEATS:]))
