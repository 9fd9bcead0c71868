"""Colours: what the theme files hold, measured as the eye would (18, 19, 20)."""

from itertools import combinations, product

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.gui import theme
from annotator.gui.annotate.appearance import mark_of
from annotator.operations import library
from tests.colours import DEFICIENCIES, contrast, distance, lab
from tests.scorecard.card import Recorder

COLOURED = ("light", "dark")
WITHOUT_WORDS = ("suggestion", "boilerplate")


def test_words_strokes_and_signs_can_be_read_on_every_fill_of_every_theme(scorecard: Recorder):
    """18: text on fill, stroke on paper, stroke on fill, sign on chip."""
    least = [99.0] * 4
    for shown in map(theme.load, theme.NAMES):
        for name, kind in shown.kinds.items():
            words = "boilerplate-text" if name == "boilerplate" else "text"
            found = (
                contrast(shown.colour(words), kind.fill),
                contrast(kind.stroke, shown.colour("paper")),
                contrast(kind.stroke, kind.fill),
                contrast(shown.colour("glyph"), kind.stroke),
            )
            least = [min(pair) for pair in zip(least, found, strict=True)]
    scorecard.record(
        "18",
        "Least contrast: text/fill, stroke/paper, stroke/fill, sign/chip",
        goal="≥ 7, 4.5, 3, 4.5",
        measured=", ".join(f"{value:.2f}" for value in least),
    )
    assert all(value >= goal for value, goal in zip(least, (7, 4.5, 3, 4.5), strict=True))


def test_kinds_stay_apart_for_eyes_that_lack_a_cone(scorecard: Recorder):
    """19: the smallest CIEDE2000 distance between two kinds."""
    found = {}
    for name, part, deficiency in product(COLOURED, ("fill", "stroke"), DEFICIENCIES):
        shown = theme.load(name)
        seen = {
            kind: lab(getattr(pair, part), deficiency)
            for kind, pair in shown.kinds.items()
            if kind not in WITHOUT_WORDS
        }
        for one, other in combinations(seen, 2):
            found[name, part, deficiency, one, other] = distance(seen[one], seen[other])
    closest = min(found, key=lambda each: found[each])
    scorecard.record(
        "19",
        "Smallest CIEDE2000 between kinds, four kinds of eyes",
        goal="≥ 4",
        measured=f"{found[closest]:.2f} ({' '.join(closest)})",
    )
    assert found[closest] >= 4


@pytest.mark.parametrize("preset", library.PRESETS)
def test_every_kind_is_told_from_the_others_without_colour(scorecard: Recorder, preset: str):
    """20: no two labels share underline, chip and letter, nor underline, chip and fill."""
    scheme = library.find_scheme(preset)
    coded, grey = set(), set()
    marks = [mark_of(each, scheme, is_saved=True) for each in _one_of_each(scheme)]
    for mark in marks:
        coded.add((mark.underline, mark.shape, mark.letter, mark.role))
        grey.add((mark.underline, mark.shape, mark.letter))
    scorecard.record(
        f"20 {preset}",
        "Kinds with a triple of underline, chip and fill of their own; without colour",
        goal="100 %",
        measured=f"{len(coded)} and {len(grey)} of {len(marks)}",
    )
    assert len(grey) == len(coded) == len(marks) > 2


def _one_of_each(scheme: Scheme) -> list[Annotation]:
    return [
        Annotation(
            str(number),
            "a1",
            "ana",
            choice.label,
            (Span(0, 4),),
            "word",
            attributes=dict(choice.attributes),
        )
        for number, choice in enumerate(scheme.choices())
    ]
