"""The map of keys as it was designed: each row by real keys, and a twin for each hard sign."""

import dataclasses
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QLabel

from annotator.domain.scheme import Scheme
from annotator.domain.scheme_checks import RESERVED_KEYS
from annotator.gui import actions
from annotator.gui.keys import shown
from tests.builders import scheme
from tests.gui.desk import Desk
from tests.scorecard.test_commands import menu_texts, palette_keys

ROWS = actions.every_row(scheme("news-review"))

KEY_MAP = {
    "move.next_sentence": ("J Down Space", "Next sentence"),
    "move.previous_sentence": ("K Up Shift+Space", "Previous sentence"),
    "move.extend_next": ("Shift+J", "Select one sentence more"),
    "move.extend_previous": ("Shift+K", "Select one sentence back"),
    "move.next_word": ("Right", "Select the next word"),
    "move.previous_word": ("Left", "Select the word before"),
    "move.extend_right": ("Shift+Right", "Extend to the next word"),
    "move.extend_left": ("Shift+Left", "Extend to the word before"),
    "label.claim": ("C 1", "Claim"),
    "label.source": ("S 2", "Source"),
    "label.sentiment.positive": ("+ =", "Positive"),
    "label.sentiment.neutral": ("0", "Neutral"),
    "label.sentiment.negative": ("-", "Negative"),
    "aiming.next_target": ("T", "Next target of a rating"),
    "labelling.repeat": (".", "Repeat the last label"),
    "labelling.stick": ("L", "Sticky label"),
    "move.next_annotation": ("E", "Select the next annotation"),
    "editing.end_in": ("[ Alt+Left", "End one word earlier"),
    "editing.end_out": ("] Alt+Right", "End one word later"),
    "editing.start_out": ("{ Alt+Shift+Left", "Start one word earlier"),
    "editing.start_in": ("} Alt+Shift+Right", "Start one word later"),
    "editing.remove": ("Del", "Remove"),
    "screen.confirm": ("Return", "Set attributes, or confirm"),
    "attribution.reject": ("X", "Reject the suggestion"),
    "suggest.pages": ("V", "Decide by the page"),
    "remark.flag": ("F", "Flag…"),
    "remark.comment": ("M", "Comment…"),
    "attribution.next_open": ("N", "Next suggestion, or claim without a source"),
    "move.next_flag": ("G", "Next flag"),
    "move.next_undecided": ("U", "Next undecided sentence"),
    "screens.next_disagreement": ("D", "Next disagreement"),
    "edit.undo": ("Z Backspace Ctrl+Z", "Undo"),
    "edit.redo": ("Shift+Z Ctrl+Shift+Z", "Redo"),
    "article.finish": ("Ctrl+Return", "Done, open the next"),
    "view.open_palette": ("Ctrl+K", "Command palette…"),
    "article.go_to": ("Ctrl+P", "Go to article…"),
    "find.open": ("/ Ctrl+F", "Find in article…"),
    "file.export": ("Ctrl+E Ctrl+5", "Export…"),
    "screens.annotate": ("Ctrl+1", "Annotate"),
    "screens.review": ("Ctrl+2", "Review"),
    "screens.flags": ("Ctrl+3", "Flags"),
    "screens.dashboard": ("Ctrl+4", "Dashboard"),
    "view.next_pane": ("F6", "Next pane"),
    "view.previous_pane": ("Shift+F6", "Previous pane"),
    "view.larger_text": ("Ctrl++", "Larger text"),
    "view.smaller_text": ("Ctrl+-", "Smaller text"),
    "view.usual_text": ("Ctrl+0", "Usual text size"),
    "view.focus_mode": ("Ctrl+.", "Focus mode"),
    "help.show_keys": ("?", "Keys"),
}
"""Every row for the article, with what it is called."""
REVIEW_MAP = {
    "review.take_left": ("Left", "Take left, or accept"),
    "review.take_right": ("Right", "Take right"),
    "review.merge": ("Up", "Merge"),
    "review.take_neither": ("Down X", "Neither, or reject"),
    "review.take_majority": ("Space", "Take the majority"),
    "review.next": ("D", "Go to the next difference"),
    "review.correct": ("E", "Correct…"),
    "review.overlay": ("O", "All answers in one column"),
}
"""Those of the review; which side an arrow takes is tried in the tests of that screen."""
BOTH = KEY_MAP | REVIEW_MAP
# Signs that need Shift or AltGr on one of the layouts of many people.
HARD = set("[]{}/?~.=")


def scheme_of_labels(*names: str) -> Scheme:
    """A scheme of labels for which no keys are named."""
    label = scheme("simple").labels[0]
    labels = [
        dataclasses.replace(label, id=f"l{number}", name=name, key="")
        for number, name in enumerate(names)
    ]
    return dataclasses.replace(scheme("simple"), labels=tuple(labels))


@pytest.mark.parametrize("action_id", BOTH)
def test_each_row_of_the_map_has_its_keys_and_is_called_by_what_it_does(action_id: str):
    row = next(row for row in ROWS if row.id == action_id)
    every_key, title = BOTH[action_id]
    assert set(every_key.split()) <= set(row.every_key)
    assert row.title == title


def test_every_key_of_the_map_does_the_command_of_its_row(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    performed: list[str] = []
    monkeypatch.setattr(desk.window.commands, "_perform", lambda row: performed.append(row.id))
    wanted = [(key, row_id) for row_id, (keys, _) in KEY_MAP.items() for key in keys.split()]
    for key, _ in wanted:
        desk.press({"Return": "Enter", "Ctrl+Return": "Ctrl+Enter"}.get(key, key), on=desk.view)
    assert performed == [row_id for _, row_id in wanted]


def test_every_row_of_the_map_is_in_menu_palette_and_page_of_keys_with_its_first_key(desk: Desk):
    in_menu = menu_texts(desk)
    in_palette = palette_keys(desk, [row for row in ROWS if row.id in BOTH])
    desk.press("?")
    grid = [label.text() for label in desk.find("Keys").findChildren(QLabel)]
    on_page = set(pairwise(grid))
    for row_id, (every_key, title) in BOTH.items():
        first = shown(every_key.split()[0])
        assert f"{in_menu[row_id]}\t".startswith(f"{title}\t{first}\t")
        assert in_palette[row_id] == first
        assert any(cap.split("  ")[0] == first and name == title for cap, name in on_page), row_id


@pytest.mark.parametrize("row", [row for row in ROWS if row.every_key], ids=lambda row: row.id)
def test_a_key_that_is_hard_to_type_has_a_twin(row: actions.Action):
    assert any(key[-1] not in HARD for key in row.every_key)


def test_keys_that_are_the_programs_are_no_keys_of_a_scheme():
    taken = {key for row in actions.ROWS if not row.where for key in row.keys if len(key) == 1}
    for preset in ("news-review", "simple"):
        own = {actions.spelled_key(choice.key) for choice in scheme(preset).choices()}
        assert own & taken == set()
    assert {key.lower() for key in taken} <= RESERVED_KEYS.keys()


def test_a_label_for_which_its_scheme_names_no_key_gets_the_first_letter_that_is_free():
    found = scheme_of_labels("Animal", "Bird", "Boar", "Fox", "Äon", *(f"Nr {n}" for n in range(6)))
    keys = [row.keys for row, _ in actions.label_rows(found)]
    assert keys[:5] == [("A", "1"), ("B", "2"), ("3",), ("4",), ("5",)]
    assert keys[-1] == ()


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
