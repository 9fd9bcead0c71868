"""Opening the source of an article, and saving a copy of it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.domain.article import Article
from annotator.domain.span import Span
from annotator.gui.original.window import OriginalWindow
from annotator.gui.prompts import Prompts
from annotator.operations.originals import Original, original_of
from annotator.storage.project import open_project

_SUFFIXES = {"markdown": ".md", "jsonl": ".json", "rss": ".xml", "ninjs": ".json"}


def show_original(
    parent: QWidget, project: Path, article: Article, passage: Span, *, prompts: Prompts
) -> OriginalWindow:
    """A window on what an article was read from.

    Raises:
        UserError: the project does not hold it.
    """
    with open_project(project) as opened:
        original = original_of(opened, article, passage)
    window = OriginalWindow(parent)
    window.copy_wanted.connect(lambda: _save_copy(window, original, article, prompts))
    window.show_original(original, title=article.title)
    return window


def _save_copy(
    window: OriginalWindow, original: Original, article: Article, prompts: Prompts
) -> None:
    suffix = _SUFFIXES.get(original.format, f".{original.format}")
    if original.is_text_of_record:
        suffix = ".txt" if original.text == article.text else ".html"
    title = QCoreApplication.translate("OriginalWindow", "Save a copy of the original")
    path = prompts.choose_save(title, f"{article.id}{suffix}", "")
    if path is None:
        return
    try:
        path.write_bytes(original.raw)
    except OSError as error:
        sentence = QCoreApplication.translate(
            "OriginalWindow", "Cannot write {} ({}). Nothing was saved. Choose another folder."
        )
        window.tell(sentence.format(path.name, (error.strerror or str(error)).lower()))
    else:
        told = QCoreApplication.translate("OriginalWindow", "Saved as {}.")
        window.tell(told.format(path.name))
