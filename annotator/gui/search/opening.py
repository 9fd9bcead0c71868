"""Putting the search screen into the window: what it says, and where Enter leads."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QWidget

from annotator.domain.annotation import Annotation
from annotator.domain.scheme import LabelChoice
from annotator.domain.span import Span
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.menus import Commands
from annotator.gui.search.screen import SearchScreen
from annotator.gui.session import Session
from annotator.gui.theme import Theme
from annotator.storage.passages import TITLE, Passage
from annotator.text import finding

Visit = Callable[[str, Callable[[AnnotateScreen], None]], None]
"""Shows an article by its id, and then something in it."""


def make_search(
    session: Session,
    commands: Commands,
    *,
    tell: Callable[[str], None],
    leave: Callable[[], None],
    visit: Visit,
    label_all: Callable[[], None],
) -> SearchScreen:
    """The search screen of a project, in its window."""
    screen = SearchScreen(session, commands)
    screen.told.connect(tell)
    screen.left.connect(leave)
    screen.labels_wanted.connect(label_all)
    screen.opened.connect(
        lambda passage: visit(passage.article_id, lambda there: _show(there, passage))
    )
    return screen


def label_all(
    window: QWidget,
    session: Session,
    commands: Commands,
    *,
    annotating: AnnotateScreen,
    found: object,
    theme: Theme,
    tell: Callable[[str], None],
) -> QDialog | None:
    """Open the list of all places of the words that are selected, or found."""
    is_search = isinstance(found, SearchScreen)
    words, choice = _selected(annotating, session)
    if isinstance(found, SearchScreen):
        words, choice = found.words, None
    if not words.strip():
        advice = QCoreApplication.translate(
            "OccurrencesDialog", "Select some words first, or search for a word or a “phrase”."
        )
        tell(advice)
        return None
    # The screen opens without the list, which few searches need.
    from annotator.gui.search.occurrences import OccurrencesDialog

    dialog = OccurrencesDialog(
        window, session, commands, words=words, choice=choice, theme=theme, is_everywhere=is_search
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.labelled.connect(tell)
    dialog.show()
    return dialog


def _selected(annotating: AnnotateScreen, session: Session) -> tuple[str, LabelChoice | None]:
    """The selected words, and the label that they have already."""
    sheet, place = session.sheet, annotating.view.selection
    annotation = annotating.selected.annotation(sheet)
    if sheet is None or (place is None and annotation is None):
        return "", None
    words = place.cut_from(sheet.article.text) if place else annotation.text if annotation else ""
    same = (
        each
        for each in sheet.annotations.values()
        if finding.folded(each.text) == finding.folded(words.strip())
    )
    like = next(same, None)
    choices = session.scheme.choices()
    return words.strip(), next((c for c in choices if like and _is_like(c, like)), None)


def _is_like(choice: LabelChoice, annotation: Annotation) -> bool:
    held = annotation.attributes
    return choice.label == annotation.label and all(
        held.get(name) == value for name, value in choice.attributes.items()
    )


def _show(annotating: AnnotateScreen, passage: Passage) -> None:
    """Bring a passage into sight: its words are marked, its annotation is selected."""
    view = annotating.view
    if passage.part == TITLE:
        view.go_to(0)
        return
    view.go_to(passage.place.start, at="upper third")
    found = passage.hits or (Span(passage.start, passage.end),)
    if view.index.get(passage.annotation_id) is not None:
        annotating.selected.select(passage.annotation_id)
        found = passage.hits
    view.set_hits(found, 0 if found else None)
