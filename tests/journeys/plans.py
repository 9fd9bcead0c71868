"""What to label in which article: the passages that other tools cannot hold.

A source known through another, two claims on one source, a start inside a word, a cue without a
source, a claim in two parts, a sentiment with its target, a flag. Written down once for our own
article and once, by offsets, for two scraped ones.
"""

from dataclasses import dataclass

from annotator.domain.span import Span

FLAG_TEXT = "61 percent of all firms, or of the 75?"


@dataclass(frozen=True)
class Step:
    """One thing to do: press a key on words; `second` is the other end, or the second part."""

    key: str
    span: Span
    second: Span | None = None


def _of(text: str, *lines: tuple[str, ...]) -> tuple[Step, ...]:
    return tuple(
        Step(key, _place(text, words), _place(text, rest[0]) if rest else None)
        for key, words, *rest in lines
    )


def _place(text: str, words: str) -> Span:
    start = text.index(words)
    assert text.count(words) == 1, f"“{words}” is not unique"
    return Span(start, start + len(words))


def _at(*lines: tuple[object, ...]) -> tuple[Step, ...]:
    return tuple(
        Step(str(key), Span(start, end), Span(*rest) if rest else None)  # type: ignore[arg-type]
        for key, start, end, *rest in lines
    )


FERRY = (
    "No items in your basket.\n"
    "Island ferry to lose its night boat\n"
    "“`html\n"
    "A leaked memo disclosed that managers of the line pressed the council to “rethink the winter "
    "timetable” and to accept “a lean crew”.\n"
    "A 2024 survey by the island college showed that 75% of islanders use the boat weekly, with "
    "61% calling it a lifeline.\n"
    "You may also like\n"
    "Read More →Skippers warn that the quay is sinking. “We cannot wait for spring,” said Ada "
    "Lunde, who mends engines 🚢 here, “because the ice comes first.” The boat reportedly cost "
    "9 million crowns.\n"
    "The council's doubts, it is said, stem from the price of fuel and from a broken pump.\n"
)
FERRY_PLAN = _of(
    FERRY,
    ("C", "to “rethink the winter timetable” and to accept “a lean crew”"),
    ("S", "managers of the line"),
    ("A", "pressed"),
    ("C", "managers of the line pressed the council to “rethink the winter timetable”"),
    ("S", "A leaked memo"),
    ("A", "disclosed"),
    ("link", "managers of the line", "A leaked memo"),
    ("C", "75% of islanders use the boat weekly"),
    ("S", "A 2024 survey by the island college"),
    ("C", "61% calling it a lifeline"),
    ("S", "A 2024 survey by the island college"),
    ("flag", "61% calling it a lifeline"),
    ("C", "the quay is sinking"),
    ("S", "Skippers"),
    ("0", "the quay"),
    ("Q", "“We cannot wait for spring,”", "“because the ice comes first.”"),
    ("S", "Ada Lunde"),
    ("C", "cost 9 million crowns"),
    ("A", "reportedly"),
    ("C", "The council's doubts", "stem from the price of fuel and from a broken pump"),
    ("A", "it is said"),
)

FIRST, SECOND = "000_79399891aee47d95", "001_c975b6015b0a3a19"

FIRST_PLAN = _at(
    ("C", 696, 861), ("S", 671, 694), ("A", 658, 670), ("0", 797, 812),
    ("C", 1143, 1279), ("S", 1068, 1126), ("A", 1127, 1132),
    ("C", 1068, 1279), ("S", 1030, 1053), ("A", 1054, 1062),
    ("link", 1068, 1126, 1030, 1053),
    ("Q", 1146, 1203), ("S", 1068, 1126), ("Q", 1221, 1253), ("S", 1068, 1126),
    ("C", 1610, 1681), ("S", 1565, 1598), ("A", 1599, 1604), ("C", 1688, 1732), ("S", 1565, 1598),
    ("flag", 1688, 1732),
    ("C", 3551, 3583), ("S", 3533, 3540), ("A", 3541, 3545),
    ("Q", 3634, 3775), ("S", 3585, 3621), ("C", 3635, 3773), ("S", 3585, 3621), ("A", 3623, 3628),
)  # fmt: skip
SECOND_PLAN = _at(
    ("C", 2324, 2348), ("A", 2313, 2323),
    ("C", 3933, 3965, 3977, 4082), ("A", 3966, 3976),
)  # fmt: skip
PLANS = {"ferry": FERRY_PLAN, FIRST: FIRST_PLAN, SECOND: SECOND_PLAN}
