"""The states of the window in which the scorecard looks at it, each reached as a person does."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QListWidget, QWidget

from annotator.domain.change import Draft, added
from annotator.gui import tasks
from annotator.gui.widgets.overlay import KeyOverlay
from annotator.settings import PAGES
from tests.gui.desk import Desk
from tests.gui.dropping import drop

State = Callable[[Desk], QWidget]
"""Brings the window into a state; gives what is to be looked at."""

Look = Callable[[], Iterator[tuple[str, QWidget]]]
"""Shows all that is to be looked at in a window, one after the other, each by its name."""

Fault = tuple[str, str]
"""Where something is wrong, by the name in a look, and what."""


def labelled(desk: Desk) -> QWidget:
    """Claims, a source, a judgement, a flag with a message, a comment."""
    desk.press("C")
    desk.select("the harbour office")
    desk.press("S")
    desk.press("J", "C", "F")
    desk.type("Whose words are these?")
    desk.press("Enter", "J", "J", "+")
    rest(desk)
    return desk.window


def selected(desk: Desk) -> QWidget:
    """An annotation in the inspector."""
    labelled(desk)
    desk.go_to("Nobody")
    desk.press("E")
    rest(desk)
    return desk.window


def asked(desk: Desk) -> QWidget:
    """The strip that asks for a reason."""
    desk.press("F")
    return desk.window


def found(desk: Desk) -> QWidget:
    """The strip that finds words."""
    desk.press("Ctrl+F")
    desk.type("the")
    return desk.window


def filtered(desk: Desk) -> QWidget:
    """A queue in which nothing is found."""
    desk.press("Ctrl+P")
    desk.type("nothing of the kind")
    return desk.window


def with_keys(desk: Desk) -> QWidget:
    """The page of keys."""
    desk.press("?")
    return desk.find("Keys", KeyOverlay)


def with_manual(desk: Desk) -> QWidget:
    """The manual."""
    desk.press("F1")
    return desk.find("Manual")


def with_palette(desk: Desk) -> QWidget:
    """The palette of commands."""
    desk.window.commands.action("view.open_palette").trigger()
    return desk.find("Command palette")


def with_grid(desk: Desk) -> QWidget:
    """The grid of who judges whom."""
    labelled(desk)
    desk.window.commands.action("grid.open").trigger()
    return desk.window


def searched(desk: Desk) -> QWidget:
    """The screen that searches all articles, with passages."""
    desk.window.commands.action("screens.search").trigger()
    field = desk.find("Search all articles", QLineEdit)
    field.setFocus()
    desk.type("the")
    desk.qtbot.waitUntil(lambda: desk.find("Passages", QAbstractItemView).model().rowCount() > 0)
    return desk.window


def compared(desk: Desk) -> QWidget:
    """Two articles side by side."""
    labelled(desk)
    desk.window.commands.action("screens.compare").trigger()
    return desk.window


def with_entities(desk: Desk) -> QWidget:
    """The list of entities, with one that stands in the text."""
    selected(desk)
    field = desk.find("Entity", QLineEdit)
    field.setFocus()
    desk.type("harbour office")
    desk.press("Enter")
    return opened(desk, "entities.open", "Entities")


def without_entities(desk: Desk) -> QWidget:
    """The list of entities before there is one."""
    return opened(desk, "entities.open", "Entities")


def reviewed(desk: Desk) -> QWidget:
    """The review, with two people's work that differs."""
    session = desk.window.session
    assert session is not None
    mine = session.annotator
    labelled(desk)
    desk.window.annotating.owner("article").finish()  # type: ignore[union-attr]
    session.open_article("a1")
    session.work_as("ben")
    desk.press("J", "C", "J", "C")
    desk.window.annotating.owner("article").finish()  # type: ignore[union-attr]
    session.work_as(mine)
    session.open_article("a1")
    desk.qtbot.waitUntil(lambda: session.disk.is_saved)
    desk.window.commands.action("screens.review").trigger()
    rest(desk)
    return desk.window


def with_people(desk: Desk) -> QWidget:
    """The window of people, with somebody besides oneself."""
    opened(desk, "screens.people", "People")
    desk.type("Benedikt")
    desk.press("Enter")
    return opened(desk, "screens.people", "People")


def flagged(desk: Desk) -> QWidget:
    """The inbox of flags, with a conversation."""
    labelled(desk)
    return screen(desk, "screens.flags")


def with_passages(desk: Desk) -> QWidget:
    """Passages that have a label in common."""
    labelled(desk)
    return screen(desk, "screens.passages")


def with_dashboard(desk: Desk) -> QWidget:
    """The project in numbers."""
    labelled(desk)
    return screen(desk, "screens.dashboard")


def exporting(desk: Desk) -> QWidget:
    """The screen that writes datasets."""
    labelled(desk)
    return screen(desk, "file.export")


def with_feedback(desk: Desk) -> QWidget:
    """What became of one's own labels."""
    return screen(desk, "screens.feedback")


def importing(desk: Desk) -> QWidget:
    """Files that are looked at before they come in; one of them is damaged."""
    assert desk.window.session is not None
    folder = desk.window.session.path.parent
    good, damaged = folder / "story.txt", folder / "damaged.jsonl"
    good.write_text("Ferry late\n\nThe ferry was late, she said.", encoding="utf-8")
    damaged.write_text('{"text": "Fine words."}\n{"text": \n', encoding="utf-8")
    drop(desk, [good, damaged])
    return desk.window


def with_reprints(desk: Desk) -> QWidget:
    """A newer version beside its older one, with what became of the labels."""
    labelled(desk)
    session = desk.window.session
    assert session is not None
    article = desk.sheet.article
    newer = replace(article, id="newer", title="The bridge again", extra={"version_of": article.id})
    session.perform(Draft("Import", added([newer])))
    desk.press("Ctrl+7")
    desk.qtbot.waitUntil(lambda: desk.shows("What became of the labels"))
    return desk.window


def with_original(desk: Desk) -> QWidget:
    """The source of the article."""
    desk.window.commands.action("file.show_original").trigger()
    return desk.find("Original")


def screen(desk: Desk, action: str) -> QWidget:
    """A screen, once what is shown there is on the disk and read again."""
    session = desk.window.session
    assert session is not None
    desk.qtbot.waitUntil(lambda: session.disk.is_saved)
    desk.window.commands.action(action).trigger()
    settle()
    rest(desk)
    return desk.window


def opened(desk: Desk, action: str, name: str) -> QWidget:
    """A window beside the main one, once it shows what is on the disk."""
    screen(desk, action)
    return desk.find(name)


def with_first_steps(desk: Desk) -> QWidget:
    """The strip of the first steps."""
    desk.window.commands.action("help.first_steps").trigger()
    return desk.window


def with_preferences(desk: Desk) -> QWidget:
    """The preferences, each page of which is looked at."""
    desk.window.commands.action("edit.preferences").trigger()
    return desk.find("Preferences")


STATES: dict[str, State] = {
    "labelled": labelled,
    "selected": selected,
    "asked": asked,
    "found": found,
    "filtered": filtered,
    "keys": with_keys,
    "manual": with_manual,
    "palette": with_palette,
    "grid": with_grid,
    "searched": searched,
    "compared": compared,
    "entities": with_entities,
    "no entities": without_entities,
    "review": reviewed,
    "people": with_people,
    "flags": flagged,
    "passages": with_passages,
    "dashboard": with_dashboard,
    "export": exporting,
    "feedback": with_feedback,
    "import": importing,
    "reprints": with_reprints,
    "original": with_original,
    "first steps": with_first_steps,
    "preferences": with_preferences,
}


def shown(desk: Desk, name: str) -> Look:
    """Bring a window into a state; gives how its pages, or the one that it has, are shown."""
    root = STATES[name](desk)

    def look() -> Iterator[tuple[str, QWidget]]:
        pages = root.findChild(QListWidget) if name == "preferences" else None
        for number, page in enumerate(PAGES if pages else [""]):
            if pages is not None:
                pages.setCurrentRow(number)
            rest(desk)
            yield f"{name} {page}".strip(), root

    return look


SOON_MILLISECONDS = 500
"""What comes later than that, such as a place that is remembered, shows nowhere."""


def rest(desk: Desk) -> None:
    """Wait until nothing is to come: panels that follow, work beside the window, and settle."""
    desk.qtbot.waitUntil(lambda: not (tasks.is_any_running() or _is_to_come(desk.window)))
    settle()


def _is_to_come(window: QWidget) -> bool:
    return any(
        each.isActive() and each.isSingleShot() and each.interval() < SOON_MILLISECONDS
        for each in window.findChildren(QTimer)
    )


def settle() -> None:
    """Let what was asked for later happen: layouts, timers without a wait."""
    for _ in range(4):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def visible(root: QWidget) -> Iterator[QWidget]:
    """Everything on the screen in a window, without windows of its own beside it."""
    for each in (root, *root.findChildren(QWidget)):
        if each.isVisible() and each.window() is root.window():
            yield each
