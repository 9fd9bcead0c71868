"""Layers: what bears one label is hidden and shown again."""

import pytest
from PySide6.QtGui import QImage

from tests.gui.desk import Desk


def looks(desk: Desk) -> QImage:
    """The article as it is painted."""
    return desk.view.grab().toImage()


def toggle(desk: Desk, label: str) -> None:
    """The command of the view menu."""
    desk.window.commands.action(f"view.toggle_layer.{label}").trigger()


def test_a_hidden_layer_is_neither_seen_nor_picked_and_nothing_moves(desk: Desk):
    desk.press("J", "K")
    bare = looks(desk)
    desk.press("C", "Esc", "J", "K")
    labelled = looks(desk)
    assert labelled != bare
    toggle(desk, "claim")
    assert desk.status() == "Hidden: Claim. The labels are kept."
    assert looks(desk) == bare
    place = desk.view.rectangles_of(desk.view.current_sentence)[0].center().toPoint()
    assert desk.view.mark_at(place) is None
    assert len(desk.words("claim")) == 1
    toggle(desk, "claim")
    assert desk.status() == "All is shown"
    assert looks(desk) == labelled


def test_a_label_that_is_given_shows_its_layer(desk: Desk):
    action = desk.window.commands.action("view.toggle_layer.claim")
    toggle(desk, "claim")
    assert not action.isChecked()
    desk.press("C")
    assert action.isChecked()
    place = desk.view.rectangles_of(desk.view.current_sentence)[0].center().toPoint()
    assert desk.view.mark_at(place) is not None


@pytest.mark.parametrize("label", ["source", "sentiment", "boilerplate"])
def test_every_label_of_the_scheme_is_a_layer(desk: Desk, label: str):
    toggle(desk, label)
    assert desk.status().startswith("Hidden: ")
