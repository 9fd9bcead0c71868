"""The shortcut editor as a window of its own."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from annotator.gui.keys_editor.page import ShortcutPage
from annotator.gui.menus import Commands
from annotator.gui.prompts import Prompts
from annotator.settings import Settings

_SIZE = (760, 660)


class KeysDialog(QDialog):
    """Stays open beside the window; a changed key acts at once. Esc gives the keys back."""

    def __init__(
        self, parent: QWidget, settings: Settings, commands: Commands, prompts: Prompts
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change keys"))
        self.setAccessibleName(self.tr("Change keys"))
        self.resize(*_SIZE)
        self.page = ShortcutPage(settings, commands, prompts, has_letter_option=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 16)
        layout.addWidget(self.page)

    def reject(self) -> None:
        """Esc empties the field first, then closes and gives the keys back to the window."""
        if self.page.field.text():
            self.page.field.clear()
            return
        super().reject()
        if (window := self.parentWidget()) is not None:
            window.activateWindow()
