"""Which screens there are beside the article, and what makes each when it is first shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.menus import Commands
from annotator.gui.prompts import Prompts
from annotator.gui.session import Session
from annotator.gui.theme import Theme
from annotator.gui.window_state import WindowState

if TYPE_CHECKING:
    from annotator.formats.import_map import ImportMap

ANNOTATE, SEARCH, COMPARE = "annotate", "search", "compare"
REVIEW, FLAGS, PASSAGES = "review", "flags", "passages"
IMPORTS, EXPORT = "import", "export"
FEEDBACK, DASHBOARD = "feedback", "dashboard"
REPRINTS = "reprints"


class Screen(Protocol):
    """What a screen other than the article's offers; it is a widget besides."""

    @property
    def hint(self) -> str:
        """What the keys do where the focus is, in a few words."""

    @property
    def claims(self) -> Mapping[str, Callable[[], None]]:
        """What actions mean while this screen is shown, by their ids."""

    def enter(self) -> None:
        """The person came here by a command."""

    def return_here(self) -> None:
        """The person came back from an article that was opened from here."""

    @property
    def kept(self) -> Mapping[str, object]:
        """What a person would miss after a restart, as plain values."""

    def bring_back(self, kept: Mapping[str, object]) -> None:
        """Show what was kept when the window was closed here; what is no longer there is not."""

    def set_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""

    def rest(self) -> None:
        """The project is left: nothing more is asked of it."""


class Looks(Protocol):
    """What knows the colours of the window."""

    theme: Theme


class Files(Protocol):
    """What brings files in, and remembers where they go."""

    prompts: Prompts
    state: WindowState

    def import_files(self) -> None:
        """Choose files."""

    def bring_in(
        self,
        files: Sequence[Path],
        told: "ImportMap | None" = None,
        *,
        faults_shown: int | None = None,
    ) -> None:
        """Let files come in."""


class Frame(Protocol):
    """What screens ask of the window."""

    commands: Commands

    @property
    def session(self) -> Session | None:
        """The work with the open project."""

    @property
    def annotating(self) -> AnnotateScreen | None:
        """The screen of the article."""

    @property
    def files(self) -> Files:
        """What brings files in."""

    @property
    def views(self) -> Looks:
        """What knows the colours."""

    def tell(self, text: str) -> None:
        """Say something in the status line."""

    def show_mode(self, mode: str, hint: str) -> None:
        """Say where the person is, and what the keys do there."""


class Doors(Protocol):
    """Ways from one screen to others."""

    frame: Frame

    def annotate(self) -> None:
        """To the article."""

    def visit(self, article_id: str, show: Callable[[AnnotateScreen], None]) -> None:
        """To something in an article; Esc there leads back."""

    def hint_of(self, name: str, words: str) -> None:
        """What the keys of a screen do now; said while it is shown."""

    def own_time(self) -> str:
        """How long the person's own articles took, in words for them alone; empty before any."""

    def label_all(self) -> None:
        """To the list of all places of some words."""

    def passages(self, kind: str = "", value: str = "") -> None:
        """To passages that have something in common."""


@dataclass(frozen=True, slots=True)
class ScreenRow:
    """One screen of the table: its name, its title for people, and what makes it."""

    name: str
    title: str
    make: Callable[["Doors", Session], QWidget]


def _make_search(screens: Doors, session: Session) -> QWidget:
    from annotator.gui.search.opening import make_search

    frame = screens.frame
    return make_search(
        session,
        frame.commands,
        tell=frame.tell,
        leave=screens.annotate,
        visit=screens.visit,
        label_all=screens.label_all,
    )


def _make_compare(screens: Doors, session: Session) -> QWidget:
    from annotator.gui.compare.opening import make_compare

    frame = screens.frame
    screen = make_compare(session, frame.commands, tell=frame.tell, leave=screens.annotate)
    if frame.annotating is not None:
        screen.set_text_size(frame.annotating.view.text_size)
    return screen


def _make_flags(screens: Doors, session: Session) -> QWidget:
    from annotator.gui.flags.opening import make_flags

    frame = screens.frame
    return make_flags(
        session,
        frame.commands,
        tell=frame.tell,
        leave=screens.annotate,
        visit=screens.visit,
        show_alike=lambda reason: screens.passages("question", reason),
    )


def _make_passages(screens: Doors, session: Session) -> QWidget:
    from annotator.gui.passages.opening import make_passages

    frame = screens.frame
    return make_passages(
        session, frame.commands, tell=frame.tell, leave=screens.annotate, visit=screens.visit
    )


def _make_feedback(screens: Doors, session: Session) -> QWidget:
    from annotator.gui.outcomes.opening import make_outcomes

    frame = screens.frame
    return make_outcomes(
        session,
        frame.commands,
        tell=frame.tell,
        leave=screens.annotate,
        visit=screens.visit,
        hint=lambda words: screens.hint_of(FEEDBACK, words),
    )


def _make_review(screens: Doors, session: Session) -> QWidget:
    from annotator.gui.review.opening import make_review

    frame = screens.frame
    return make_review(
        session,
        frame.commands,
        tell=frame.tell,
        hint=lambda words: screens.hint_of(REVIEW, words),
        leave=screens.annotate,
        like=frame.annotating.view if frame.annotating else None,
    )


def _make_imports(screens: Doors, session: Session) -> QWidget:
    from annotator.gui.imports.opening import make_imports

    frame = screens.frame

    def bring_in(
        files: Sequence[Path],
        told: "ImportMap | None",
        faults_shown: int | None,
    ) -> None:
        screens.annotate()
        frame.files.bring_in(files, told, faults_shown=faults_shown)

    return make_imports(
        session,
        frame.commands,
        tell=frame.tell,
        leave=screens.annotate,
        bring_in=bring_in,
        choose_others=frame.files.import_files,
    )


def _make_export(screens: Doors, session: Session) -> QWidget:
    from annotator.gui.export.opening import make_export

    files, frame = screens.frame.files, screens.frame
    return make_export(
        session,
        files.state,
        files.prompts,
        tell=frame.tell,
        leave=screens.annotate,
        visit=screens.visit,
    )


def _make_dashboard(screens: Doors, session: Session) -> QWidget:
    from annotator.gui.dashboard.opening import make_dashboard

    frame = screens.frame
    return make_dashboard(
        session,
        frame.commands,
        frame.files.prompts,
        tell=frame.tell,
        leave=screens.annotate,
        visit=screens.visit,
        own_time=screens.own_time,
    )


def _make_reprints(screens: Doors, session: Session) -> QWidget:
    from annotator.gui.reprints.opening import make_reprints

    frame = screens.frame
    return make_reprints(
        session, frame.commands, tell=frame.tell, leave=screens.annotate, visit=screens.visit
    )


_ROWS = (
    ScreenRow(REVIEW, "Review", _make_review),
    ScreenRow(SEARCH, "Search", _make_search),
    ScreenRow(COMPARE, "Two articles", _make_compare),
    ScreenRow(FLAGS, "Flags", _make_flags),
    ScreenRow(PASSAGES, "Passages", _make_passages),
    ScreenRow(IMPORTS, "Import", _make_imports),
    ScreenRow(EXPORT, "Export", _make_export),
    ScreenRow(FEEDBACK, "Feedback", _make_feedback),
    ScreenRow(DASHBOARD, "Dashboard", _make_dashboard),
    ScreenRow(REPRINTS, "Reprints", _make_reprints),
)
TABLE = {row.name: row for row in _ROWS}
