"""A project open in the window: its session, its screen, and what is to be there the next time.

They share one life: made together when a project is opened, gone together when it is left.
"""

import time
from typing import Protocol

from PySide6.QtCore import QObject

from annotator.gui import tasks
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.disk import Disk
from annotator.gui.language import counted, from_core
from annotator.gui.places import Places
from annotator.gui.prompts import Prompts
from annotator.gui.resume import Resume
from annotator.gui.saved import SavedState
from annotator.gui.session import Session
from annotator.gui.viewing import ViewCommands
from annotator.gui.widgets.status_line import StatusLine
from annotator.gui.window_state import WindowState

_OWED_SECONDS, _A_MOMENT = 4.0, 20


class Frame(Protocol):
    """What a sitting tells the window."""

    status: StatusLine
    views: ViewCommands

    def standing(self) -> object:
        """Which screen other than the article's is shown, with its state."""

    def bring_back(self, screen: object) -> None:
        """Show the screen on which the window was closed."""

    def tell(self, text: str) -> None:
        """Say something in the status line, and to a screen reader."""

    def alarm(self, text: str) -> None:
        """Say at once that work is not on the disk."""

    def warn(self, text: str) -> None:
        """Say why something was not done."""


class Sitting(QObject):
    """What the window has of one project while that is open."""

    def __init__(
        self,
        session: Session,
        screen: AnnotateScreen,
        frame: Frame,
        *,
        state: WindowState,
        is_first: bool,
    ) -> None:
        super().__init__(screen)
        self.session = session
        self.screen = screen
        self._frame = frame
        self._places = Places(session, screen, state, begins_at_second_sentence=is_first)
        self._resume = Resume(session, screen, state, standing=frame.standing)
        self._saved = SavedState(session.disk, frame.status, alarm=frame.alarm)
        self._saved.show_state()
        self._follow_session()
        self._follow_screen()

    def begin(self, article: str | None) -> None:
        """Open the article asked for, or go on where the person was."""
        if not self._places.open_first(article):
            self._frame.tell(self.tr("There is no article “{}” here.").format(article))
        if words := self._resume.go_on():
            self._frame.tell(self.tr("What was being written is here again: “{}”").format(words))

        if article is None and (kept := self._resume.screen):
            self._frame.bring_back(kept)

    def follow_screen(self) -> None:
        """Another screen is shown."""
        self._resume.follow_screen()

    def show_steps(self, *, again: bool = False) -> None:
        """Show the first steps beside the article: from where they were left, or all again."""
        self.screen.pane.steps.begin(0 if again else self._resume.first_steps)
        if not self.screen.view.isHidden():
            self.screen.view.setFocus()

    def close(self, prompts: Prompts) -> bool:
        """Write what waits; false when the person would rather stay than lose labels."""
        self._places.leave()
        self._resume.write()
        disk = self.session.disk
        disk.stop_imports()
        _end_what_is_owed(disk)
        tasks.stop_all()
        if self.session.close():
            return True
        disk.keep_open()  # what the disk takes while the person thinks is not to be the end
        is_agreed = self._would_lose(prompts)
        if disk.is_saved:
            return self.session.close()
        if is_agreed:
            self.session.abandon()
        return is_agreed

    def _would_lose(self, prompts: Prompts) -> bool:
        """Ask whether to leave without what waits; no question is left once nothing waits."""
        disk = self.session.disk

        def withdraw() -> None:
            if disk.is_saved:
                prompts.withdraw()

        one, many = self.tr("The disk refuses one change."), self.tr("The disk refuses {} changes.")
        detail = self.tr("{} Stay, or leave and lose them?").format(from_core(disk.problem))
        disk.changed.connect(withdraw)
        is_agreed = prompts.confirm(
            one if disk.waiting == 1 else many.format(counted(disk.waiting)),
            detail=detail.strip(),
            yes=self.tr("Leave and lose them"),
            no=self.tr("Stay"),
        )
        disk.changed.disconnect(withdraw)
        return is_agreed

    def end(self) -> None:
        """The project is closed: nothing of it stays in the window."""
        tasks.leave_all()
        self._saved.stop()
        self._frame.status.tell_news("")
        self.screen.hide()  # to take it out of the window would style all of it anew
        self.screen.deleteLater()
        self.session.deleteLater()  # who listens to it keeps it otherwise, and all its articles

    def _follow_session(self) -> None:
        session, status = self.session, self._frame.status
        session.refused.connect(self._frame.warn)
        session.told.connect(self._frame.tell)
        session.told.connect(status.bind_to_place)
        # What was said about the action before gives way to the newer action.
        session.changed.connect(lambda _: status.tell(""))
        session.opened.connect(lambda _: status.tell(""))
        session.became.connect(self._show_annotator)
        session.names.changed.connect(self._show_annotator)
        self._show_annotator()

    def _show_annotator(self, *_: object) -> None:
        """Say who works here, by the name that they have now."""
        session = self.session
        self._frame.status.annotator.setText(session.names.of(session.annotator))

    def _follow_screen(self) -> None:
        screen, status, views = self.screen, self._frame.status, self._frame.views
        screen.told.connect(self._frame.tell)
        screen.told.connect(status.bind_to_place)
        view = screen.view
        for moved in (view.sentenceChanged, view.selectionChanged, screen.selected.changed):
            moved.connect(status.move_on)
        screen.mode_changed.connect(status.mode.setText)
        screen.hints.changed.connect(status.hints.setText)
        screen.queue.counted.connect(
            lambda done, of: status.count.setText(f"{counted(done)}/{counted(of)}")
        )
        for part in (screen.panes, screen.focusing, screen.layers):
            part.changed.connect(views.show_ticks)
        screen.view.textSizeChanged.connect(views.keep_text_size)


def _end_what_is_owed(disk: Disk) -> None:
    """What a person asked for just before is done, if it does not take too long."""
    end = time.monotonic() + _OWED_SECONDS
    while (tasks.owed() or disk.is_awaited) and not disk.problem and time.monotonic() < end:
        tasks.wait_for_owed(milliseconds=_A_MOMENT)
        disk.hear()
        if disk.is_awaited:
            time.sleep(_A_MOMENT / 1000)
