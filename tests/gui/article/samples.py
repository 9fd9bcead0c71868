"""Texts and marks for the tests of the article view."""

import hashlib
from typing import Any

from annotator.domain.article import Article, Structure
from annotator.domain.span import Span
from annotator.gui.article.marks import Mark

TEXT = """The Port of Ellmouth will begin dredging in March. The work will cost 41 million euros, \
according to the harbour authority.
“We have removed every obstacle,” said Marta Kelling, who runs the authority. She called the \
earlier delay a costly embarrassment for the region. Fishing crews disagree.
Sign up for our newsletter. You may also like: Rail fares to rise.
Jonas Brandt, chairman of the union, said the plan ignores two spawning grounds. A 2023 survey \
by the coastal institute found that herring density had fallen by 38 percent."""

MIXED = """📰 Mayor Ruiz said 👩‍👩‍👧‍👦 families and cafe\u0301s will pay.
חברת Norlane שיבחה את הרשות על לוח זמנים ברור, ואמרה כי תעביר שני קווים לאלמות ב-2026.
The port, known as אלמות in Hebrew, opens 🚢 soon. قالت سلطة الميناء إن العمل جيد."""


def article(text: str = TEXT, *structure: Structure, title: str = "A title") -> Article:
    """An article with a text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article("a1", title, text, digest, structure=structure)


def place(text: str, part: str) -> Span:
    """Where a part first stands in a text."""
    start = text.index(part)
    return Span(start, start + len(part))


def mark(name: str, *fragments: Span, **changes: Any) -> Mark:
    """A claim, unless said otherwise."""
    looks: dict[str, Any] = {
        "role": "claim",
        "underline": "solid",
        "shape": "square",
        "letter": "C",
        "name": "Claim",
        "lane": 0,
    }
    return Mark(name, fragments, **(looks | changes))
