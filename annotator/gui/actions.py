"""The table of everything a person can do in the window.

Menus, the context menu and the key overlay are made from these rows; label rows come from the
project's scheme. `keys` act while the article has the focus, `shortcuts` everywhere. The
parts of an id between points name who does it, the method, and what the method is told.
"""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from annotator.domain.scheme import LabelChoice, Scheme
from annotator.gui.action import CONTEXT, MENU_TITLES, MENUS, SECTIONS, Action

__all__ = ("CONTEXT", "MENUS", "MENU_TITLES", "ROWS", "SECTIONS", "Action")


def _in_menu(menu: str, *groups: tuple[Action, ...]) -> tuple[Action, ...]:
    """Rows of one menu; each group stands between two lines."""
    return tuple(
        replace(row, menu=menu, group=number)
        for number, group in enumerate(groups)
        for row in group
    )


def _row(
    action_id: str,
    title: str,
    keys: str = "",
    shortcuts: str = "",
    *,
    icon: str = "",
    needs: str = "article",
    is_checkable: bool = False,
) -> Action:
    return Action(
        action_id,
        title,
        keys=tuple(keys.split()),
        shortcuts=tuple(shortcuts.split()),
        icon=icon,
        needs=needs,
        is_checkable=is_checkable,
    )


def _review(method: str, title: str, keys: str) -> Action:
    return replace(_row(f"review.{method}", title, keys, needs="review"), where="review")


ROWS: tuple[Action, ...] = (
    *_in_menu(
        "file",
        (
            _row("file.new", "New project…", "", "Ctrl+N", icon="file-plus", needs=""),
            _row("file.open", "Open project…", "", "Ctrl+O", icon="folder-open", needs=""),
            _row("file.open_sample", "Open the sample project", icon="book-open", needs=""),
        ),
        (
            _row(
                "file.import_files",
                "Import articles…",
                "",
                "Ctrl+I",
                icon="file-down",
                needs="project",
            ),
            _row("file.stop_import", "Stop the import", needs="project"),
            _row("file.take_back_import", "Take back the last import", needs="project"),
            _row("file.export", "Export…", "", "Ctrl+E Ctrl+5", icon="file-up", needs="project"),
        ),
        (_row("file.save_now", "Save now", "", "Ctrl+S", icon="save", needs="project"),),
        (_row("file.leave", "Quit", "", "Ctrl+Q", needs=""),),
    ),
    *_in_menu(
        "edit",
        (
            _row("edit.undo", "Undo", "Z Backspace", "Ctrl+Z", icon="undo", needs="project"),
            _row(
                "edit.redo", "Redo", "Shift+Z", "Ctrl+Shift+Z Ctrl+Y", icon="redo", needs="project"
            ),
        ),
        (_row("edit.copy_words", "Copy words", "Ctrl+C", icon="copy"),),
        (
            _row("find.open", "Find in article…", "/", "Ctrl+F", icon="search"),
            _row("find.next_hit", "Next hit", "", "F3"),
            _row("find.previous_hit", "Previous hit", "", "Shift+F3"),
        ),
        (
            _row(
                "screens.search",
                "Search all articles…",
                "",
                "Ctrl+Shift+F",
                icon="list-filter",
                needs="project",
            ),
            _row("screens.save_search", "Save the search…", "", "Ctrl+D", needs="project"),
        ),
        (_row("edit.preferences", "Preferences…", "", "Ctrl+,", icon="settings", needs=""),),
    ),
    *_in_menu(
        "view",
        (
            _row("screens.annotate", "Annotate", "", "Ctrl+1", needs="project"),
            _row("screens.flags", "Flags", "", "Ctrl+3", icon="inbox", needs="project"),
            _row("screens.feedback", "What became of my labels", "", "Ctrl+6", needs="project"),
            _row("screens.passages", "Passages like this", "Shift+P", "Ctrl+L", needs="project"),
            _row(
                "screens.dashboard",
                "Dashboard",
                "",
                "Ctrl+4",
                icon="layout-dashboard",
                needs="project",
            ),
        ),
        (
            _row("view.larger_text", "Larger text", "", "Ctrl++ Ctrl+=", icon="zoom-in", needs=""),
            _row("view.smaller_text", "Smaller text", "", "Ctrl+-", icon="zoom-out", needs=""),
            _row("view.usual_text", "Usual text size", "", "Ctrl+0", needs=""),
        ),
        (
            _row("view.show_queue", "Queue", "", "Ctrl+B", needs="", is_checkable=True),
            _row(
                "view.show_panel",
                "Labels and inspector",
                "",
                "Ctrl+Alt+B",
                needs="",
                is_checkable=True,
            ),
            _row("view.hide_markup", "Hide markup", needs="", is_checkable=True),
            _row("view.show_suggestions", "Suggestions", needs="", is_checkable=True),
        ),
        (_row("view.open_palette", "Command palette…", "", "Ctrl+K", icon="command", needs=""),),
        (
            _row("view.next_pane", "Next pane", "", "F6", needs=""),
            _row("view.previous_pane", "Previous pane", "", "Shift+F6", needs=""),
            _row("view.focus_mode", "Focus mode", "", "Ctrl+. Shift+F11", is_checkable=True),
            _row("view.full_screen", "Full screen", "", "F11", needs="", is_checkable=True),
        ),
    ),
    *_in_menu(
        "article",
        (
            _row("article.finish", "Done, open the next", "", "Ctrl+Return", icon="circle-check"),
            _row("article.reopen", "Not done after all"),
        ),
        (
            _row("article.go_to", "Go to article…", "", "Ctrl+P", icon="list", needs="project"),
            _row("article.next_article", "Next article", "", "Ctrl+PgDown", needs="project"),
            _row("article.previous_article", "Previous article", "", "Ctrl+PgUp", needs="project"),
            _row("file.show_original", "Show the original…", "", "Ctrl+Shift+O", icon="file-text"),
            _row("details.open", "Article details…", "", "Ctrl+Shift+I", icon="info"),
            _row("screens.reprints", "Reprints and versions", "", "Ctrl+7", needs="project"),
        ),
        (
            _row("move.next_sentence", "Next sentence", "J Down Space"),
            _row("move.previous_sentence", "Previous sentence", "K Up Shift+Space"),
            _row("move.extend_next", "Select one sentence more", "Shift+J Shift+Down"),
            _row("move.extend_previous", "Select one sentence back", "Shift+K Shift+Up"),
        ),
        (
            _row("move.next_word", "Select the next word", "Right"),
            _row("move.previous_word", "Select the word before", "Left"),
            _row("move.extend_right", "Extend to the next word", "Shift+Right"),
            _row("move.extend_left", "Extend to the word before", "Shift+Left"),
            _row("move.next_character", "Select the next character", "Ctrl+Right"),
            _row("move.previous_character", "Select the character before", "Ctrl+Left"),
            _row("move.extend_right_by_character", "Extend by a character", "Ctrl+Shift+Right"),
            _row("move.extend_left_by_character", "Extend back by a character", "Ctrl+Shift+Left"),
        ),
        (
            _row("move.next_undecided", "Next undecided sentence", "U"),
            _row("move.next_flag", "Next flag", "G", icon="flag"),
        ),
        (_row("move.step_back", "Back", "Esc"),),
    ),
    *_in_menu(
        "annotate",
        (
            _row("labelling.repeat", "Repeat the last label", ". Ctrl+R", icon="refresh-cw"),
            _row("labelling.stick", "Sticky label", "L"),
            _row("aiming.next_target", "Next target of a rating", "T"),
            _row("screens.label_all", "Label all occurrences…", "Shift+L", needs="project"),
            _row("screen.confirm", "Set attributes, or confirm", "Return"),
        ),
        (
            _row("move.next_annotation", "Select the next annotation", "E", icon="tag"),
            _row("editing.end_in", "End one word earlier", "[ Alt+Left"),
            _row("editing.end_out", "End one word later", "] Alt+Right"),
            _row("editing.start_out", "Start one word earlier", "{ Alt+Shift+Left"),
            _row("editing.start_in", "Start one word later", "} Alt+Shift+Right"),
            _row("editing.end_in_by_character", "End one character earlier", "Ctrl+Alt+Left"),
            _row("editing.end_out_by_character", "End one character later", "Ctrl+Alt+Right"),
            _row(
                "editing.start_out_by_character",
                "Start one character earlier",
                "Ctrl+Alt+Shift+Left",
            ),
            _row(
                "editing.start_in_by_character", "Start one character later", "Ctrl+Alt+Shift+Right"
            ),
        ),
        (
            _row("editing.extend", "Add the selection to the annotation", "Shift+E", icon="plus"),
            _row(
                "editing.cut_out",
                "Cut the selection out of the annotation",
                "Shift+X",
                icon="scissors",
            ),
            _row("editing.remove", "Remove", "Del", icon="trash-2"),
        ),
        (
            _row("attribution.next_open", "Next suggestion, or claim without a source", "N"),
            _row("attribution.reject", "Reject the suggestion", "X", icon="circle-x"),
            _row("suggest.accept_boilerplate", "Accept all boilerplate", "Shift+B"),
            _row("suggest.pages", "Decide by the page", "V"),
            _row("suggest.find", "Find suggestions", "", "Ctrl+Alt+F"),
            _row("suggest.toggle_agreement", "The article measures agreement", is_checkable=True),
            _row("suggest.allow_pages", "Allow deciding by the page", is_checkable=True),
        ),
        (
            _row("suggest.next_unsourced", "Next claim without a source", "Shift+N"),
            _row("credit.repeat_source", "The same source as before", "Shift+S", icon="user"),
            _row("credit.report_via", "Reported via…", "Shift+V"),
            _row("credit.say_outlet", "No source: the outlet itself", "O"),
            _row("credit.say_implicit", "No source: implicit", "I"),
            _row("credit.say_unnamed", "No source: unnamed", "P"),
        ),
        (
            _row("link.begin", "Link to…", "R", icon="link"),
            _row("screens.compare", "Link to another article…", "Shift+R", icon="git-compare"),
            _row("grid.open", "Sentiment grid", "Shift+W", "Ctrl+G"),
            _row("entities.open", "Entities…", "", "Ctrl+Shift+E", icon="users"),
        ),
        (
            _row("remark.flag", "Flag…", "F", icon="flag"),
            _row("remark.flag_article", "Flag the article…", "Shift+F"),
            _row("remark.comment", "Comment…", "M", icon="message-square"),
        ),
    ),
    *_in_menu(
        "review",
        (
            _row("screens.review", "Review", "", "Ctrl+2", icon="check-check", needs="project"),
            _row("screens.next_disagreement", "Next disagreement", "D", needs="project"),
            _row("screens.people", "People and work…", "", icon="users", needs="project"),
        ),
        (
            _review("take_left", "Take left, or accept", "Left"),
            _review("take_right", "Take right", "Right"),
            _review("merge", "Merge", "Up"),
            _review("take_neither", "Neither, or reject", "Down X"),
            _review("correct", "Correct…", "E"),
            _review("take_majority", "Take the majority", "Space"),
            _review("keep", "Keep as decided", "K"),
        ),
        (
            _review("next", "Go to the next difference", "D"),
            _review("previous", "Go to the difference before", "Shift+D"),
            _review("accept", "Accept as gold, or go on", "Return"),
            _review("reopen", "Reopen gold", "Shift+Return"),
        ),
        (
            _review("give_reason", "Give a reason…", "R"),
            _review("send_back", "Send back…", "B"),
            _review("guideline", "Guideline of the label", "G"),
            _review("overlay", "All answers in one column", "O"),
            _review("hide_names", "Hide names", "H"),
        ),
    ),
    *_in_menu(
        "help",
        (
            _row("help.manual", "Manual", "", "F1", icon="circle-help", needs=""),
            _row("help.show_keys", "Keys", "?", "Ctrl+? Shift+F1", icon="keyboard", needs=""),
            _row("help.change_keys", "Change keys…", needs=""),
            _row("help.first_steps", "First steps", needs=""),
        ),
        (_row("help.about", "About Annotator", icon="info", needs=""),),
    ),
)


def label_rows(scheme: Scheme) -> Iterator[tuple[Action, LabelChoice]]:
    """The rows that label: by the key that the scheme names, else by a letter, and a digit."""
    choices = scheme.choices()
    taken = {row_key for row in ROWS if not row.where for row_key in row.keys}
    taken |= {spelled_key(choice.key) for choice in choices}
    for number, choice in enumerate(choices, start=1):
        digit = (str(number),) if number < 10 else ()
        own = spelled_key(choice.key) or _free_letter(choice.name, taken)
        taken.add(own)
        every = (*filter(None, (own,)), *(("=",) if own == "+" else ()), *digit)
        name = f"label.{choice.label}" + "".join(f".{each}" for each in choice.attributes.values())
        yield Action(name, choice.name, "annotate", every, group=-1), choice


def _free_letter(name: str, taken: set[str]) -> str:
    """The first letter of a name that means nothing yet; nothing when all of them do."""
    letters = (each for each in name.upper() if each.isascii() and each.isalpha())
    return next((each for each in letters if each not in taken), "")


def every_row(scheme: Scheme | None) -> list[Action]:
    """All rows of a project with this scheme, or without a project."""
    if scheme is None:
        return list(ROWS)
    return [*(row for row, _ in label_rows(scheme)), *ROWS, *_layer_rows(scheme)]


def _layer_rows(scheme: Scheme) -> Iterator[Action]:
    """The rows that show or hide what bears one label."""
    title = QCoreApplication.translate(CONTEXT, "Show layer: {}")
    for label in scheme.labels:
        name = f"view.toggle_layer.{label.id}"
        yield Action(name, title.format(label.name), "view", group=2, is_checkable=True)


def spelled_key(key: str) -> str:
    """A key of a scheme as actions spell it: letters as capitals."""
    return key.upper() if len(key) == 1 and key.isalpha() else key
