"""Every command can be found: in a menu, in the palette, on the page of keys (24)."""

from annotator.gui import keys
from annotator.gui.actions import Action
from annotator.gui.palette.popup import CommandPalette
from tests.gui.desk import Desk
from tests.scorecard.card import Recorder


def test_every_command_is_in_a_menu_and_in_the_palette_and_shows_its_key(
    scorecard: Recorder, desk: Desk
):
    """24: commands and labels of the open project; those without a key show none."""
    rows = desk.window.commands.rows()
    in_menu, in_palette = menu_texts(desk), palette_keys(desk, rows)
    faults = [f"{row.id} is in no menu" for row in rows if row.id not in in_menu]
    faults += [f"{row.id} is not in the palette" for row in rows if row.id not in in_palette]
    for row in rows:
        shown = keys.shown(row.every_key[0]) if row.every_key else ""
        if shown and shown not in in_menu.get(row.id, ""):
            faults.append(f"{row.id} does not show {shown} in its menu")
        if shown != in_palette.get(row.id):
            faults.append(f"{row.id} does not show {shown} in the palette")
    scorecard.record(
        "24",
        "Commands with menu entry, palette entry, and their key in both",
        goal="100 %",
        measured=f"{len(rows) - len({each.split()[0] for each in faults})} of {len(rows)}",
    )
    assert len(rows) > 80
    assert faults == []


def menu_texts(desk: Desk) -> dict[str, str]:
    """What each entry of the menus shows, its key included."""
    return {
        action.objectName(): f"{action.text()}\t{keys.shown(action.shortcut().toString())}"
        for menu in desk.menus()
        for action in menu.actions()
    }


def palette_keys(desk: Desk, rows: list[Action]) -> dict[str, str]:
    """The key that the palette shows beside each command, found by typing its name."""
    desk.press("Ctrl+K")
    palette = desk.find("Command palette", CommandPalette)
    found = {}
    for row in rows:
        palette.field.setText(row.shown_title)
        palette.field.textEdited.emit(row.shown_title)
        hits = [palette._model.hit(line).entry for line in range(palette._model.rowCount())]
        found |= {entry.id: entry.key for entry in hits if entry.id == row.id}
    desk.press("Esc")
    return found
