"""The source of an article in a window of its own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from annotator.gui.original.window import OriginalWindow
from tests.fakes import CannedPrompts
from tests.gui.desk import Desk


def test_the_original_is_opened_at_the_sentence(desk: Desk):
    desk.press("J", "Ctrl+Shift+O")
    window = desk.find("Original", OriginalWindow)
    assert window.isVisible()
    source = desk.find("Source of the article", QPlainTextEdit)
    assert source.toPlainText() == desk.sheet.article.text
    sentence = desk.view.current_sentence.cut_from(desk.sheet.article.text)
    assert source.textCursor().selectedText() == sentence


def test_a_closed_original_is_kept_nowhere(desk: Desk):
    for _ in range(3):
        desk.view.setFocus()
        desk.press("Ctrl+Shift+O")
        desk.press("Esc", on=desk.find("Original", OriginalWindow))
        assert not desk.shows("Original")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not desk.window.findChildren(OriginalWindow)


def test_a_copy_has_the_bytes_that_were_read(
    open_desk: Callable[..., Desk], project: Path, tmp_path: Path
):
    copy = tmp_path / "copy.txt"
    desk = open_desk(project, prompts=CannedPrompts(saves=[copy, tmp_path / "no" / "copy.txt"]))
    desk.press("Ctrl+Shift+O")
    window = desk.find("Original", OriginalWindow)
    (save,) = (each for each in window.findChildren(QPushButton) if each.text() == "Save a copy…")
    desk.click(save)
    assert copy.read_text(encoding="utf-8") == desk.sheet.article.text
    assert window.notice.text() == "Saved as copy.txt."
    desk.click(save)
    assert window.notice.text().startswith("Cannot write copy.txt")
