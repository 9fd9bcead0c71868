"""What stands in several articles: lines of an outlet's pages, sentences somebody labelled."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.span import Span
from annotator.storage import articles, records
from annotator.storage.project import Project
from annotator.text.sentences import sentences

NEIGHBOURS = 150
"""How many articles of the same outlet are looked at on either side, at most."""

_NEIGHBOUR = f"""
    SELECT CAST(body AS TEXT) FROM article JOIN content ON content.sha256 = article.text_sha256
    WHERE outlet = ? AND number {{}} (SELECT number FROM article WHERE id = ?)
        AND {articles.IS_NO_COPY}
    ORDER BY number {{}} LIMIT ?
"""


def shared_lines(
    project: Project, article: Article, *, least: int, is_shareable: Callable[[str], bool]
) -> frozenset[str]:
    """The lines of an article that at least so many of its outlet have, itself included.

    Articles that came into the project shortly before and after it stand for all of the outlet.
    """
    if not article.outlet:
        return frozenset()
    own = _lines(article.text, is_shareable)
    if not own:
        return frozenset()
    counted = Counter(own)
    for text in _neighbours(project, article):
        counted.update(own.intersection(map(str.strip, text.split("\n"))))
    return frozenset(line for line, number in counted.items() if number >= least)


def _lines(text: str, is_shareable: Callable[[str], bool]) -> set[str]:
    return {line for each in text.split("\n") if is_shareable(line := each.strip())}


def _neighbours(project: Project, article: Article) -> Iterator[str]:
    for comparison, order in (("<", "DESC"), (">", "ASC")):
        statement = _NEIGHBOUR.format(comparison, order)
        for row in project.each_row(statement, (article.outlet, article.id, NEIGHBOURS)):
            yield row[0]


def labelled_sentences(
    project: Project, annotator: str
) -> Iterator[tuple[str, str, list[tuple[int, Annotation]]]]:
    """Article id and words of each sentence that an annotator has looked at, and their labels.

    A label comes with the start of the sentence; those that cross its ends are left out.
    """
    held: defaultdict[str, list[Annotation]] = defaultdict(list)
    for annotation in records.select(project, Annotation, "annotator = ?", (annotator,)):
        held[annotation.article_id].append(annotation)
    for article_id, annotations in held.items():
        text = str(project.value(_TEXT, (article_id,)))
        for place, inside in _by_sentence(text, annotations):
            yield article_id, place.cut_from(text), [(place.start, each) for each in inside]


_TEXT = """
    SELECT CAST(body AS TEXT) FROM article JOIN content ON content.sha256 = article.text_sha256
    WHERE id = ?
"""


def _by_sentence(
    text: str, annotations: Iterable[Annotation]
) -> Iterator[tuple[Span, list[Annotation]]]:
    waiting = sorted(annotations, key=lambda each: (each.start, each.end))
    index = 0
    for place in sentences(text):
        inside = []
        while index < len(waiting) and waiting[index].start < place.end:
            if place.contains(waiting[index].hull):
                inside.append(waiting[index])
            index += 1
        yield place, inside
