"""Labelling every place of some words at once, in one article or in all of them, as one step."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.domain.annotation import Annotation
from annotator.domain.change import Change, Draft
from annotator.domain.errors import UserError
from annotator.domain.json import Json
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.operations.annotate import add_annotation, begun, label_of, name_of
from annotator.storage import records, search
from annotator.storage.project import Project
from annotator.storage.query import Term
from annotator.text import excerpts, finding

CONTEXT = 70
"""How many code points of text stand on either side of an occurrence, at most."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of the words, code points, end exclusive, with the text around it.

    `hindrance` says in a word why it cannot be labelled: the name of a label that is there.
    """

    article_id: str
    title: str
    place: Span
    before: str
    text: str
    after: str
    hindrance: str = ""


def occurrences(sheet: Sheet, scheme: Scheme, words: str, label_id: str) -> list[Occurrence]:
    """Every place of some words in an article, whatever their case and accents.

    Hindered are those that have the label, alone or inside longer words, and those that overlap
    what may not be overlapped, such as boilerplate.
    """
    label = label_of(scheme, label_id)
    exclusive = {each.id for each in scheme.labels if each.exclusive}
    in_the_way = [
        each
        for each in sheet.annotations.values()
        if label.exclusive or each.label == label.id or each.label in exclusive
    ]
    return [
        _occurrence(sheet, place, _hindrance(scheme, in_the_way, place))
        for place in _apart(finding.spans_of(sheet.article.text, words))
    ]


def sheets_with(project: Project, words: str, annotator: str) -> Iterator[Sheet]:
    """One annotator's work on each article that holds some words, in the order they came."""
    for article_id in articles_with(project, words):
        yield records.sheet(project, article_id, annotator)


def articles_with(project: Project, words: str) -> list[str]:
    """The ids of the articles that hold some words one after another."""
    besides = [search.besides_copies(project)]
    return search.articles_for(project, (Term(words),), people=(), besides=besides)


def label_occurrences(
    sheets: Sequence[Sheet],
    scheme: Scheme,
    chosen: Mapping[str, Sequence[Span]],
    label_id: str,
    *,
    words: str,
    attributes: Mapping[str, Json] | None = None,
) -> Draft:
    """Label chosen places, by article, of some words; what is hindered by now is left out.

    Raises:
        UserError: the label is unknown, or nothing is left to label.
    """
    changes: list[Change] = []
    for sheet in sheets:
        wanted = set(chosen.get(sheet.article.id, ()))
        free = [
            each.place
            for each in occurrences(sheet, scheme, words, label_id)
            if each.place in wanted and not each.hindrance
        ]
        changes += _labelled(sheet, scheme, free, label_id, attributes or {})
    made = [each.record for each in changes if isinstance(each.record, Annotation)]
    if not made:
        raise UserError("All of these words are labelled already. Nothing was changed.")
    name = f"Label {len(made)} × “{_short(words)}” as {name_of(scheme, made[0])}"
    return Draft(name, tuple(changes))


def _labelled(
    sheet: Sheet,
    scheme: Scheme,
    places: Sequence[Span],
    label_id: str,
    attributes: Mapping[str, Json],
) -> tuple[Change, ...]:
    """The changes that label places of one article, which do not overlap."""
    made = [
        change
        for place in places
        for change in add_annotation(
            sheet, scheme, [place], label_id, attributes=attributes
        ).changes
        if isinstance(change.record, Annotation)
    ]
    return begun(sheet, Draft("", tuple(made))).changes if made else ()


def _hindrance(scheme: Scheme, in_the_way: Sequence[Annotation], place: Span) -> str:
    for each in in_the_way:
        if any(fragment.overlaps(place) for fragment in each.fragments):
            return name_of(scheme, each)
    return ""


def _occurrence(sheet: Sheet, place: Span, hindrance: str) -> Occurrence:
    article = sheet.article
    before, after = excerpts.around(article.text, place, reach=CONTEXT)
    words = place.cut_from(article.text)
    return Occurrence(article.id, article.title, place, before, words, after, hindrance)


def _apart(places: Sequence[Span]) -> list[Span]:
    """The places, without those that begin inside the one before."""
    kept: list[Span] = []
    for place in places:
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 40 else f"{line[:39].rstrip()}…"
