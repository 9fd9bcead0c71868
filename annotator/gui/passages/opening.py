"""Putting the passage view into the window: with what it begins, and where Enter leads."""

from collections.abc import Callable

from annotator.domain.annotation import Annotation
from annotator.domain.relation import ATTRIBUTED_TO
from annotator.domain.sheet import Sheet
from annotator.gui.annotate.screen import AnnotateScreen
from annotator.gui.menus import Commands
from annotator.gui.passages.screen import PassagesScreen
from annotator.gui.session import Session
from annotator.storage.same import ENTITY, LABEL, SOURCE, SamePassage

Visit = Callable[[str, Callable[[AnnotateScreen], None]], None]
"""Shows an article by its id, and then something in it."""


def make_passages(
    session: Session,
    commands: Commands,
    *,
    tell: Callable[[str], None],
    leave: Callable[[], None],
    visit: Visit,
) -> PassagesScreen:
    """The passage view of a project, in its window."""
    screen = PassagesScreen(session, commands)
    screen.told.connect(tell)
    screen.left.connect(leave)
    screen.opened.connect(lambda row: visit(row.article_id, lambda there: _show(there, row)))
    return screen


def begin(
    screen: object,
    annotating: AnnotateScreen | None,
    session: Session | None,
    kind: str,
    value: str,
) -> None:
    """Let the view begin with what is given, else with what is selected in the article."""
    sheet = session.sheet if session is not None else None
    annotation = annotating.selected.annotation(sheet) if annotating is not None else None
    if not isinstance(screen, PassagesScreen):
        return
    if kind:
        screen.begin(kind, value)
    elif annotation is not None and sheet is not None:
        screen.begin(*_likeness_of(annotation, sheet))


def _likeness_of(annotation: Annotation, sheet: Sheet) -> tuple[str, str]:
    """What the passages like a selected one have in common: its entity, its source, its label."""
    entity = annotation.attributes.get("entity")
    if isinstance(entity, str) and entity:
        return (ENTITY, entity)
    targets = {each.to_id for each in sheet.relations.values() if each.label == ATTRIBUTED_TO}
    if annotation.id in targets:
        return (SOURCE, annotation.text)
    return (LABEL, annotation.label)


def _show(annotating: AnnotateScreen, row: SamePassage) -> None:
    """Bring a passage into sight: selected where it is one's own, else its words are marked."""
    view = annotating.view
    if row.annotation is not None and view.index.get(row.annotation.id) is not None:
        annotating.go_to_mark(row.annotation.id)
        return
    place = row.place
    view.go_to(place.start if place else 0, at="upper third")
    view.set_hits((place,) if place else (), 0 if place else None)
