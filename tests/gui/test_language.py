"""The window in another language, and the sentences of the core in it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QMessageBox

from annotator.gui import language
from annotator.settings import Settings
from tests.gui.desk import Desk

OpenDesk = Callable[..., Desk]
GERMAN = {
    "Article": "Artikel",
    "Queue": "Artikelliste",
    "Find in this article": "In diesem Artikel suchen",
}


@pytest.fixture
def german(
    qapp: QApplication,
    home: Path,
    project: Path,
    open_desk: OpenDesk,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    """A window in German."""
    monkeypatch.setattr(Desk, "spoken", staticmethod(lambda name: GERMAN.get(name, name)))
    Settings(home).choose("language", "de")
    yield open_desk(project)
    language.install(qapp, "en")


def test_menus_keys_and_messages_are_german(german: Desk):
    titles = [action.text() for action in german.window.menuBar().actions()]
    assert titles[:3] == ["&Datei", "&Bearbeiten", "&Ansicht"]
    assert german.window.commands.action("article.finish").text().startswith("Fertig, nächsten")
    german.press("Ctrl+F", "Esc", "X")
    assert german.status()
    german.press("Z")
    assert german.status() == "Es gibt nichts rückgängig zu machen."


def test_what_the_core_says_is_german(german: Desk):
    german.press("C")
    german.press("Z")
    assert german.status() == "Rückgängig: Als Claim auszeichnen"


def test_qt_itself_speaks_german(german: Desk):
    box = QMessageBox(german.window)
    assert box.addButton(QMessageBox.StandardButton.Cancel).text() == "Abbrechen"
    box.deleteLater()
    assert QLocale().groupSeparator() == "."
    assert language.counted(12_345) == "12.345"


def test_a_sentence_of_the_core_is_known_by_its_pattern(german: Desk):
    sentence = "There is no folder /a/b. Nothing was made. Make the folder first."
    told = "Den Ordner /a/b gibt es nicht. Nichts wurde angelegt. Zuerst den Ordner anlegen."
    assert language.from_core(sentence) == told
    swapped = "There is no article “a” in b. List them with: annotator articles b"
    assert language.from_core(swapped).startswith("In b gibt es keinen Artikel „a“.")
    assert language.from_core("Something else.") == "Something else."
    within = "The project refuses this change: This link is no longer there. Nothing was changed.. "
    assert "Diese Verknüpfung ist nicht mehr da." in language.from_core(
        f"{within}Nothing was written."
    ), "a sentence within another one is told in the same language"


def test_what_is_left_out_is_german_to_its_end_and_what_people_wrote_stays(german: Desk):
    why = "[0, 99) lies outside the text of 5 characters"
    told = "Die Stelle Nummer 1 wird weggelassen: [0, 99) liegt außerhalb des Textes von 5 Zeichen."
    assert language.from_core(f"The span number 1 is left out: {why}.") == told
    named = language.from_core("Merge The flag company into The label shop")
    assert named == "The flag company mit The label shop vereinen"
    quoted = "There is a search “The label wars” already. Nothing was changed. "
    assert "„The label wars“" in language.from_core(
        f"{quoted}Write another name, or remove that search first."
    )


def test_english_needs_no_translator_and_is_the_last_resort(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: ["fr-CA", "fr"])
    assert language.choose("system") == "en"
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: ["fr-CA", "de-AT", "en"])
    assert language.choose("system") == "de"
    assert language.choose("en") == "en"
    assert language.install(qapp, "en") == "en"
    assert language.from_core("Flag") == "Flag"


def test_the_environment_goes_before_the_setting(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(os.environ, language.VARIABLE, "pseudo")
    try:
        assert language.install(qapp, "de") == "pseudo"
        assert qapp.translate("Actions", "Undo").startswith("[Ûñdö")
    finally:
        monkeypatch.delitem(os.environ, language.VARIABLE)
        language.install(qapp, "en")
