"""A scraped page with every fault that pages have, written for tests, and where the faults lie."""

from annotator.domain.span import Span

_SENTENCE = (
    "An internal letter showed that inspectors had asked the mill to “stop all night "
    "shifts at once” before the next audit."
)
_SECOND = (
    "Growers now wait for rules that could make last year’s harvest unsaleable in two regions."
)

_PARTS: tuple[tuple[str, bool], ...] = (
    ("No products in the cart.", True),
    ("\nMill defies inspectors over night shifts\n\nThe answer shows a growing quarrel.\n", False),
    ("“`html", True),
    (f"\nThe mill renewed its contract on Monday. {_SENTENCE}\n", False),
    ("The owner said the plan was “a fair and careful answer to the letter” on Friday.\n", False),
    (f"Prices rose again. {_SECOND}\nThe union objects.\n", False),
    (_SENTENCE, True),
    ("\nIn short, three things may happen:\n", False),
    (_SECOND, True),
    ("\n- The mill closes.\n- The rules change.\n", False),
    (
        (
            "You may also like\nFarming & FoodWhy Barley Is Back: A Guide to Small Fields\n"
            "Since 2015 a registry has counted “ancient grains” on more fields, and as it grows…\n"
            "Read More →"
        ),
        True,
    ),
    (
        (
            "Experts warn that the stakes are high. Dr. Ada Venn notes that “nobody has asked the "
            "growers about this plan.” She is alone.\n\n\n"
        ),
        False,
    ),
    ("You may also like\nFood & TradeThe Price of Bread: A Long View…\nRead More →", True),
    ("Norrel’s decision stands for now.\n", False),
    ("“`", True),
    ("\n\n\n", False),
)  # fmt: skip

TEXT = "".join(part for part, _ in _PARTS)


def _faults() -> tuple[Span, ...]:
    found, start = [], 0
    for part, is_fault in _PARTS:
        if is_fault:
            found.append(Span(start, start + len(part)))
        start += len(part)
    return tuple(found)


FAULTS = _faults()
"""The seven places that are none of the article."""
