"""The lines every reader must bring in to the letter, and reading a file of any format."""

import io

from annotator.formats import registry
from annotator.formats.import_map import ImportMap
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.sources import Source

EMOJI = "📰 Mayor Ruiz said the bridge will cost 4m euros."
COMBINING = "Cafe\u0301 owners in S\u0323a\u0302n agreed."
RIGHT_TO_LEFT = "ראש העיר אמר: הגשר יעלה 4 מיליון."
LINES = (EMOJI, COMBINING, RIGHT_TO_LEFT)


def read(
    name: str, content: bytes, told: ImportMap | None = None, format_id: str | None = None
) -> tuple[list[Arrival], list[Problem], list[Problem]]:
    """The articles, problems and notes of a file of this name."""
    source = Source(name, member=name, stream=io.BytesIO(content), size=len(content), told=told)
    found = list(registry.read(source, annotator="ana", format_id=format_id))
    problems = [each for each in found if isinstance(each, Problem)]
    return (
        [each for each in found if isinstance(each, Arrival)],
        [each for each in problems if not each.is_note],
        [each for each in problems if each.is_note],
    )


def assert_claim_is_found(text: str, *, after: int = 0) -> None:
    """The claim of the emoji sentence stands where code points say."""
    assert text[after + 18 : after + 47] == "the bridge will cost 4m euros"
