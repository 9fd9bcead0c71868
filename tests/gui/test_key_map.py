"""The map of keys as it was designed: each row by real keys, and a twin for each hard sign."""

import pytest

from annotator.gui import actions
from tests.builders import scheme
from tests.gui.desk import Desk

ROWS = actions.every_row(scheme("news-review"))

KEY_MAP = {
    "move.next_sentence": "J Down Space",
    "move.previous_sentence": "K Up Shift+Space",
    "move.extend_next": "Shift+J",
    "move.extend_previous": "Shift+K",
    "move.next_word": "Right",
    "move.previous_word": "Left",
    "move.extend_right": "Shift+Right",
    "move.extend_left": "Shift+Left",
    "label.claim": "C 1",
    "label.source": "S 2",
    "label.sentiment.positive": "+ =",
    "label.sentiment.neutral": "0",
    "label.sentiment.negative": "-",
    "aiming.next_target": "T",
    "labelling.repeat": ".",
    "labelling.stick": "L",
    "move.next_annotation": "E",
    "editing.end_in": "[ Alt+Left",
    "editing.end_out": "] Alt+Right",
    "editing.start_out": "{ Alt+Shift+Left",
    "editing.start_in": "} Alt+Shift+Right",
    "editing.remove": "Del",
    "screen.confirm": "Return",
    "attribution.reject": "X",
    "attribution.next_open": "N",
    "remark.flag": "F",
    "remark.comment": "M",
    "move.next_flag": "G",
    "move.next_undecided": "U",
    "edit.undo": "Z Backspace Ctrl+Z",
    "edit.redo": "Shift+Z Ctrl+Shift+Z",
    "article.finish": "Ctrl+Return",
    "view.open_palette": "Ctrl+K",
    "article.go_to": "Ctrl+P",
    "find.open": "/ Ctrl+F",
    "file.export": "Ctrl+E Ctrl+5",
    "screens.annotate": "Ctrl+1",
    "view.next_pane": "F6",
    "view.previous_pane": "Shift+F6",
    "view.larger_text": "Ctrl++",
    "view.smaller_text": "Ctrl+-",
    "view.usual_text": "Ctrl+0",
    "view.focus_mode": "Ctrl+.",
    "help.show_keys": "?",
}
# Signs that need Shift or AltGr on one of the layouts of many people.
HARD = set("[]{}/?~.=")


@pytest.mark.parametrize("action_id", KEY_MAP)
def test_each_row_of_the_map_has_its_keys(action_id: str):
    row = next(row for row in ROWS if row.id == action_id)
    assert set(KEY_MAP[action_id].split()) <= set(row.every_key)


@pytest.mark.parametrize("row", [row for row in ROWS if row.every_key], ids=lambda row: row.id)
def test_a_key_that_is_hard_to_type_has_a_twin(row: actions.Action):
    assert any(key[-1] not in HARD for key in row.every_key)


def test_keys_that_are_the_programs_are_no_keys_of_a_scheme():
    taken = {key for row in actions.ROWS if not row.where for key in row.keys if len(key) == 1}
    for preset in ("news-review", "simple"):
        own = {actions.spelled_key(choice.key) for choice in scheme(preset).choices()}
        assert own & taken == set()


def test_tab_moves_the_focus_and_is_no_command():
    assert not [row.id for row in ROWS if any("Tab" in key for key in row.every_key)]


def test_next_flag_and_next_undecided_go_there(desk: Desk):
    desk.press("C", "J", "J", "F")
    desk.press("1", "Enter")
    flagged = desk.view.current_sentence
    desk.press("K", "K", "G")
    assert desk.view.current_sentence == flagged
    desk.press("K", "K", "U")
    assert desk.view.current_sentence.cut_from(desk.sheet.article.text).startswith("Nobody asked")


@pytest.mark.parametrize("key", [".", "Ctrl+R"])
def test_repeat_gives_the_last_label_again(desk: Desk, key: str):
    desk.press("C", "J", key)
    assert len(desk.words("claim")) == 2


@pytest.mark.parametrize("key", ["?", "Shift+F1"])
def test_the_page_of_keys_opens_and_closes(desk: Desk, key: str):
    desk.press(key)
    assert desk.shows("Keys")
    desk.press("Esc")
    assert not desk.shows("Keys")
    assert desk.view.hasFocus()


def test_the_first_screen_is_a_key_away(desk: Desk):
    desk.press("Ctrl+P")
    assert not desk.view.hasFocus()
    desk.press("Ctrl+1")
    assert desk.view.hasFocus()
