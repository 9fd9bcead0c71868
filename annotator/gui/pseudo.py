"""A language that nobody speaks: every text a third longer, with accents, between brackets.

It shows in tests what a translation would: texts that are cut, that overlap, that were forgotten.
"""

import re

from PySide6.QtCore import QTranslator

LONGER = 0.35
_ACCENTS = str.maketrans("aceinouyACEINOUY", "àçéîñöûýÀÇÉÎÑÖÛÝ")
_PADDING = "ẽõ ũã "
# Values to be put in, patterns of files, tags, entities and mnemonics stay as they are.
_KEPT = re.compile(r"(\{[^}]*\}|\([^)]*\*\.[^)]*\)|<[^>]+>|&\w+;|&\w|%n|%\d)")


class PseudoTranslator(QTranslator):
    """Stretches whatever is asked for."""

    def isEmpty(self) -> bool:
        """It always knows a translation."""
        return False

    def translate(
        self,
        context: str,
        text: str,
        comment: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str:
        """A text as it would be in a long-winded language; what stands on keys is short in all."""
        return text if context in ("Keys", "Date") else stretched(text)


def stretched(text: str) -> str:
    """A text a third longer, its placeholders untouched."""
    if not text.strip():
        return text
    parts = _KEPT.split(text)
    accented = [part if at % 2 else part.translate(_ACCENTS) for at, part in enumerate(parts)]
    missing = max(1, round(len(text) * LONGER) - 2)
    padding = (_PADDING * (missing // len(_PADDING) + 1))[:missing].rstrip()
    return f"[{''.join(accented)}{padding}]"
