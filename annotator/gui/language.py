"""The language of the window, settled once at the start.

Texts are English in the source and go through Qt's `tr`. Their translations are Qt Linguist files
in `resources/translations`; the compiled `.qm` stands beside each `.ts` in the tree and ships with
it. Compiling in the wheel's build would make every build need Qt, and a checkout would show
English; reading `.ts` at the start would cost the parsing of a large XML file on each start. A test
proves that the compiled files are those of the sources, and that no text is missing.

The core knows no Qt and writes English; its sentences come with values in them. `core.json` lists
their patterns, so that `from_core` finds the sentence that a text was made from.
"""

import os
import re
from collections.abc import Iterator, Sequence
from functools import cache

# A class of Qt is made when it is first named, and English needs no translator.
from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication

from annotator import resources
from annotator.settings import LANGUAGES

VARIABLE = "ANNOTATOR_LANGUAGE"
"""Goes before the setting; `pseudo` and `pseudo-rtl` stretch every text, for tests."""
CORE = "Core"
ENGLISH = "en"

_INSTALLED: "list[QtCore.QTranslator]" = []


def install(app: QApplication, preference: str) -> str:
    """Show every text that is made from now on in a language; which one it is."""
    _take_away(app)
    language = os.environ.get(VARIABLE) or choose(preference)
    if language.startswith("pseudo"):
        from annotator.gui.pseudo import PseudoTranslator

        _add(app, PseudoTranslator(app))
        if language.endswith("rtl"):
            app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    elif language != ENGLISH:
        QLocale.setDefault(QLocale(language))
        qt = QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.TranslationsPath)
        _add_file(app, f"qtbase_{language}", qt)
        _add_file(app, f"annotator_{language}", str(resources.path("translations")))
    return language


def choose(preference: str) -> str:
    """The language for a preference; `system` takes the first one that is shipped."""
    if preference != "system":
        return preference
    wanted = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in wanted if name in LANGUAGES), ENGLISH)


def from_core(text: str) -> str:
    """A sentence of the core in the person's language, with the sentences that stand within."""
    if not _INSTALLED or not text:
        return text
    for pattern, template in _patterns():
        if found := pattern.fullmatch(text):
            translated = QCoreApplication.translate(CORE, template)
            return translated.format(*_told_within(template, found.groups()))
    return text


def _told_within(template: str, values: Sequence[str]) -> Iterator[str]:
    """The values of a sentence, which may be sentences: not what is quoted, nor a step's things."""
    is_sentence = "." in template
    for before, value in zip(template.split("{}"), values, strict=False):
        can_be_said = is_sentence and " " in value and not before.endswith("“")
        yield from_core(value) if can_be_said else value


def counted(number: int) -> str:
    """A number with the person's mark between thousands."""
    return f"{number:,}".replace(",", QLocale().groupSeparator())


def articles(number: int) -> str:
    """How many articles, in words of the person's language."""
    if number == 1:
        return QCoreApplication.translate("Counted", "1 article")
    return QCoreApplication.translate("Counted", "{} articles").format(counted(number))


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """The sentences of the core, those with the most words of their own first."""
    import json

    templates = json.loads(resources.path("translations", "core.json").read_text("utf-8"))
    found = []
    for template in sorted(templates, key=len, reverse=True):
        parts = [re.escape(part) for part in template.split("{}")]
        found.append((re.compile("(.*?)".join(parts), re.DOTALL), template))
    return found


def _add_file(app: QApplication, name: str, folder: str) -> None:
    translator = QtCore.QTranslator(app)
    if translator.load(name, folder):
        _add(app, translator)


def _add(app: QApplication, translator: "QtCore.QTranslator") -> None:
    app.installTranslator(translator)
    _INSTALLED.append(translator)


def _take_away(app: QApplication) -> None:
    if not _INSTALLED:
        return
    for translator in _INSTALLED:
        app.removeTranslator(translator)
    _INSTALLED.clear()
    QLocale.setDefault(QLocale.system())
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
