"""Help: the manual, all keys, the first steps, about."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, qVersion
from PySide6.QtWidgets import QMainWindow

from annotator import __version__, resources
from annotator.gui import keys
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.menus import Commands
from annotator.gui.prompts import Prompts
from annotator.settings import Settings

if TYPE_CHECKING:
    from annotator.gui.keys_editor.dialog import KeysDialog
    from annotator.gui.widgets.manual import ManualDialog
    from annotator.gui.widgets.overlay import KeyOverlay

MANUAL = "manual.md"
_WIDEST_CAP = 20
_ORDER = ("annotate", "article", "review", "edit", "view", "file", "help")


class Frame(Protocol):
    """What these commands ask of the window."""

    commands: Commands

    @property
    def annotating(self) -> AnnotateScreen | None:
        """The screen of the article."""


class HelpCommands(QObject):
    """What the help menu does."""

    def __init__(
        self,
        frame: Frame,
        window: QMainWindow,
        prompts: Prompts,
        *,
        settings: Settings,
        begin_steps: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._frame = frame
        self._window = window
        self._prompts = prompts
        self._settings = settings
        self._editor: KeysDialog | None = None
        self._begin_steps = begin_steps
        self._manual: ManualDialog | None = None
        self._keys: KeyOverlay | None = None

    def manual(self) -> None:
        """Show the manual beside the window."""
        if self._manual is None:
            self._manual = self._made_manual()
        self._manual.show()
        self._manual.activateWindow()

    def show_keys(self) -> None:
        """Show all keys on one page; once more closes it."""
        if self._keys is not None:
            self._keys.leave()
            return
        from annotator.gui.widgets.overlay import KeyOverlay

        groups: dict[str, list[tuple[str, str]]] = {}
        for row in sorted(self._frame.commands.rows(), key=lambda row: _ORDER.index(row.menu)):
            if row.every_key:
                line = (_caps(row.every_key), row.shown_title)
                groups.setdefault(row.shown_section, []).append(line)
        self._keys = KeyOverlay(self._window, self.tr("Keys"), list(groups.items()))
        self._keys.left.connect(self._forget_keys)

    def _forget_keys(self) -> None:
        self._keys = None

    def change_keys(self) -> None:
        """Let the person give commands other keys."""
        if self._editor is None:
            from annotator.gui.keys_editor.dialog import KeysDialog

            self._editor = KeysDialog(
                self._window, self._settings, self._frame.commands, self._prompts
            )
        self._editor.show()
        self._editor.activateWindow()
        self._editor.page.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_steps(self) -> None:
        """Show the first steps again."""
        self._begin_steps()

    def about(self) -> None:
        """Say which program this is."""
        self._prompts.tell(
            f"Annotator {__version__}",
            self.tr(
                "Label claims, sources and sentiment in news articles; review them; export "
                "datasets.\n\nQt {} (LGPL) · fonts Literata, Inter and Atkinson Hyperlegible "
                "(OFL) · icons Lucide (ISC)."
            ).format(qVersion()),
        )

    def _made_manual(self) -> "ManualDialog":
        from annotator.gui.widgets.manual import ManualDialog

        text = resources.path("help", MANUAL).read_text(encoding="utf-8")
        return ManualDialog(self._window, self.tr("Manual"), text)


def _caps(every_key: Sequence[str]) -> str:
    """The keys of an action on one cap, as many as fit; always the first."""
    shown = keys.shown(every_key[0])
    for key in every_key[1:]:
        if len(shown) + len(keys.shown(key)) + 2 > _WIDEST_CAP:
            break
        shown += f"  {keys.shown(key)}"
    return shown
