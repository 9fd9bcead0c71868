"""Articles that several people have read, built from short lines."""

from collections.abc import Mapping, Sequence

from annotator.agreement.material import Material, Reading, Shared
from annotator.domain.annotation import Annotation
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from tests.builders import scheme

Line = tuple[str, int, int] | tuple[str, int, int, dict[str, object]]
"""A label, where it begins and ends, and attributes."""


def reading(
    person: str,
    lines: Sequence[Line],
    *,
    article_id: str = "a1",
    text: str = "",
    links: Sequence[tuple[str, int, int]] = (),
    labels: Mapping[str, str] | None = None,
) -> Reading:
    """What a person made of an article; links join lines by their numbers."""
    annotations = []
    for number, (label, start, end, *rest) in enumerate(lines):
        attributes = rest[0] if rest else {}
        annotations.append(
            Annotation(
                f"{person}{number}", article_id, person, label, (Span(start, end),),
                text[start:end], attributes,
            )
        )  # fmt: skip
    relations = [
        Relation(
            f"r{number}", article_id, person, kind,
            f"{person}{begin}", f"{person}{end}", article_id,
        )
        for number, (kind, begin, end) in enumerate(links)
    ]  # fmt: skip
    return Reading(tuple(annotations), tuple(relations), labels or {})


def material(
    *articles: Mapping[str, Sequence[Line]], text: str = "x" * 100, of: Scheme | None = None
) -> Material:
    """Articles of the same text, with what each person marked in them."""
    shared = [
        Shared(
            f"a{number}",
            text,
            {
                person: reading(person, lines, article_id=f"a{number}", text=text)
                for person, lines in each.items()
            },
        )
        for number, each in enumerate(articles, start=1)
    ]
    people = sorted({person for each in articles for person in each})
    return Material(shared, of or scheme(), people)
