"""Articles that may say the same: those that share the rarer words of a passage."""

import json
import math
from collections.abc import Collection, Mapping, Sequence

from annotator.dataclass import dataclass
from annotator.domain.people import REPEAT_OF
from annotator.domain.span import Span, hull
from annotator.storage import articles
from annotator.storage.project import Project
from annotator.text import finding
from annotator.text.sentences import sentences
from annotator.text.tokens import tokens

MOST = 40
_SHORTEST = 3
_MOST_WORDS = 16
_FEW, _COMMON = 5, 0.4
"""In how many articles, or what part of them, a word may stand and still tell one from another."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A passage of another article that shares words with a given one.

    `place` and `hits`, the shared words, are code points of its text, end exclusive. Where the
    passage is an annotation, `annotation_id` names it, else it is a sentence.
    """

    article_id: str
    title: str
    outlet: str
    published: str
    place: Span
    words: str
    hits: tuple[Span, ...]
    score: float
    annotation_id: str = ""


def alike(
    project: Project,
    words: str,
    *,
    besides: str,
    annotator: str,
    labels: Collection[str],
    most: int = MOST,
) -> list[Likeness]:
    """The most alike passage of each article but one, the best first.

    What the annotator has given one of the labels goes before mere sentences.
    """
    weights = _weights(project, words)
    found = [
        likeness
        for article_id in _articles(project, weights, besides=besides, most=most)
        if (likeness := _best(project, article_id, weights, annotator=annotator, labels=labels))
    ]
    return sorted(found, key=lambda each: -each.score)


def _weights(project: Project, words: str) -> dict[str, float]:
    """The words that tell articles apart, each with the more weight the rarer it is."""
    total = max(1, int(project.value("SELECT count(*) FROM article")))
    weights: dict[str, float] = {}
    for token in tokens(words):
        word = finding.folded(token.cut_from(words))
        if word in weights or (len(word) < _SHORTEST and not finding.is_literal(word)):
            continue
        if not any(map(str.isalnum, word)):
            continue
        count = int(project.value(_COUNT, (_quoted(word),)))
        if 1 < count <= max(min(_FEW, total - 1), total * _COMMON):
            weights[word] = math.log(1 + total / count)
    rarest = sorted(weights, key=lambda word: -weights[word])[:_MOST_WORDS]
    return {word: weights[word] for word in rarest}


def _articles(
    project: Project, weights: Mapping[str, float], *, besides: str, most: int
) -> list[str]:
    if not weights:
        return []
    rows = project.rows(_FIND, (" OR ".join(map(_quoted, weights)), besides, most))
    return [row[0] for row in rows]


def _best(
    project: Project,
    article_id: str,
    weights: Mapping[str, float],
    *,
    annotator: str,
    labels: Collection[str],
) -> Likeness | None:
    title, outlet, published, text = project.rows(_ARTICLE, (article_id,))[0]
    rows = project.rows(_ANNOTATIONS, (article_id, annotator, json.dumps(sorted(labels))))
    places = [(hull(Span(*pair) for pair in json.loads(held)), name) for held, name in rows]
    named = [_scored(text, place, name, weights) for place, name in places]
    plain = [_scored(text, place, "", weights) for place in sentences(text)]
    best = max([*named, *plain], default=None)
    if best is None or not best[0]:
        return None
    score, start, end, name = best
    place = Span(start, end)
    hits = tuple(_shared(text, place, weights))
    words = place.cut_from(text)
    return Likeness(
        article_id=article_id,
        title=title,
        outlet=outlet or "",
        published=published or "",
        place=place,
        words=words,
        hits=hits,
        score=score,
        annotation_id=name,
    )


def _scored(
    text: str, place: Span, name: str, weights: Mapping[str, float]
) -> tuple[float, int, int, str]:
    """How much a passage shares, a little more for an annotation; the place, and its name."""
    shared = {finding.folded(hit.cut_from(text)) for hit in _shared(text, place, weights)}
    score = sum(weights[word] for word in shared)
    return (score * 1.25 if name else score), place.start, place.end, name


def _shared(text: str, place: Span, weights: Mapping[str, float]) -> Sequence[Span]:
    return [
        token
        for token in tokens(text, place.start, place.end)
        if finding.folded(token.cut_from(text)) in weights
    ]


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


_COUNT = "SELECT count(*) FROM article_search WHERE article_search MATCH ?"
_FIND = f"""
    SELECT article.id FROM article_search JOIN article ON article.number = article_search.rowid
    WHERE article_search MATCH ?1 AND article.id <> ?2 AND {articles.IS_NO_COPY}
        AND article.id NOT IN (SELECT ifnull(extra ->> '{REPEAT_OF}', '') FROM article
            WHERE id = ?2)
    ORDER BY rank LIMIT ?3
"""
"""Neither a hidden repeat nor, seen from one, what it repeats."""

_ARTICLE = """
    SELECT title, outlet, published, CAST(body AS TEXT) FROM article
    JOIN content ON content.sha256 = article.text_sha256 WHERE id = ?
"""
_ANNOTATIONS = """
    SELECT fragments, id FROM annotation WHERE article_id = ? AND annotator = ?
    AND label IN (SELECT value FROM json_each(?)) ORDER BY start, "end", id
"""
