"""Articles for measuring: 800 words, 40 annotations and 8 relations each, always the same.

Words follow the law of real language (few are frequent, many are rare), so that the search index
costs what it costs on news; sentences have quotation marks and some letters beyond ASCII.
"""

import hashlib
import itertools
import random
from collections.abc import Iterator
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any

import orjson

from annotator.operations.library import find_scheme

WORDS, ANNOTATIONS, RELATIONS = 800, 40, 8
ANNOTATOR = "ana"

# Label, words from and to, and the attributes it may come with.
_KINDS: tuple[tuple[str, int, int, tuple[dict[str, str], ...]], ...] = (
    (
        "claim",
        8,
        22,
        (
            {"check_worthiness": "check_worthy", "claim_kind": "statistic"},
            {"check_worthiness": "unimportant", "certainty": "hedged"},
        ),
    ),
    ("source", 2, 4, ({"source_type": "named_person"}, {"source_type": "survey_or_data"})),
    ("cue", 1, 2, ({}, {"cue_stance": "distancing"})),
    ("sentiment", 2, 5, ({"polarity": "negative", "intensity": "high"}, {"polarity": "positive"})),
    ("expression", 1, 3, ({"device": "loaded_word"}, {})),
)
_RELATIONS = (
    ("attributed_to", "claim", "source"),
    ("cued_by", "claim", "cue"),
    ("shown_by", "sentiment", "expression"),
)


def lines(articles: int) -> Iterator[bytes]:
    """Reference records, one line an article."""
    for number in range(articles):
        yield orjson.dumps(record(number), option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


def write(path: Path, articles: int) -> Path:
    """A file of reference records."""
    with path.open("wb") as file:
        file.writelines(lines(articles))
    return path


def record(
    number: int, *, words: int = WORDS, annotations: int = ANNOTATIONS, relations: int = RELATIONS
) -> dict[str, Any]:
    """One article with what one annotator said about it: a reference record as we export it."""
    chance = random.Random(number)
    text = text_of(chance, words)
    spans = _spans(chance, text, annotations)
    identity = f"article-{number:06}"
    return {
        "id": identity,
        "schema": "annotator/1",
        "offset_unit": "codepoint",
        "text": text,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "title": text.partition("\n")[0],
        "language": "en",
        "meta": {
            "outlet": f"outlet-{number % 17}",
            "published": "2025-03-04",
            "url": None,
            "licence": None,
            "cluster": None,
        },
        "scheme": _scheme(),
        "layer": "raw",
        "annotator": ANNOTATOR,
        "status": "finished",
        "spans": spans,
        "relations": _relations(chance, spans, relations),
        "labels": {"genre": "news"},
        "flags": [],
        "verdicts": [],
        "stances": [],
    }


def text_of(chance: random.Random, words: int) -> str:
    """A headline and paragraphs of a few sentences, with this many words in all."""
    pool = _sentences()
    left = words
    paragraphs = [_cut(chance.choice(pool), min(8, left)).rstrip(".”")]
    left -= len(paragraphs[0].split())
    while left > 0:
        sentences = []
        for _ in range(chance.randint(2, 5)):
            if left > 0:
                sentences.append(_cut(chance.choice(pool), left))
                left -= len(sentences[-1].split())
        paragraphs.append(" ".join(sentences))
    return "\n".join(paragraphs)


def _cut(sentence: str, most: int) -> str:
    return " ".join(sentence.split()[:most])


def _spans(chance: random.Random, text: str, count: int) -> list[dict[str, Any]]:
    places = _word_places(text)
    spans = []
    for index in range(count):
        label, least, most, attributes = _KINDS[index % len(_KINDS)]
        fragments = [_stretch(chance, places, least, most)]
        if index % 20 == 0:
            fragments = _two_fragments(chance, places, least)
        cut = [text[start:end] for start, end in fragments]
        spans.append(
            {
                "id": f"{chance.getrandbits(64):016x}",
                "label": label,
                "start": fragments[0][0],
                "end": fragments[-1][1],
                "fragments": fragments,
                "text": " ".join(cut),
                "attributes": attributes[index // len(_KINDS) % len(attributes)],
                "origin": "manual",
                "note": "",
            }
        )
    return sorted(spans, key=itemgetter("start", "end", "id"))


def _word_places(text: str) -> list[tuple[int, int]]:
    places = []
    position = 0
    for word in text.split():
        start = text.index(word, position)
        position = start + len(word)
        places.append((start, position))
    return places


def _stretch(
    chance: random.Random, places: list[tuple[int, int]], least: int, most: int
) -> tuple[int, int]:
    length = min(chance.randint(least, most), len(places))
    first = chance.randrange(len(places) - length + 1)
    return places[first][0], places[first + length - 1][1]


def _two_fragments(
    chance: random.Random, places: list[tuple[int, int]], least: int
) -> list[tuple[int, int]]:
    first = chance.randrange(len(places) - 2 * least - 3)
    second = first + least + 3
    return [
        (places[first][0], places[first + least - 1][1]),
        (places[second][0], places[second + least - 1][1]),
    ]


def _relations(
    chance: random.Random, spans: list[dict[str, Any]], count: int
) -> list[dict[str, Any]]:
    ids = {label: [span["id"] for span in spans if span["label"] == label] for label, *_ in _KINDS}
    pairs = itertools.product(range(len(spans)), _RELATIONS)
    relations = [
        {
            "id": f"{chance.getrandbits(64):016x}",
            "label": label,
            "from": ids[source][group],
            "to": ids[target][group],
            "attributes": {},
        }
        for group, (label, source, target) in itertools.islice(pairs, count)
    ]
    return sorted(relations, key=itemgetter("id"))


@cache
def _scheme() -> dict[str, Any]:
    scheme = find_scheme("news-review")
    return {"id": scheme.id, "revision": scheme.revision, "sha256": scheme.sha256}


_SYLLABLES = (
    "ba be bo da de di do fa fe fi ga go ha he hi ka ke ko la le li lo ma me mi mo na ne no pa pe "
    "pi po ra re ri ro sa se si so ta te ti to va ve vi wa we wi ya yo al an ar as at en er es et "
    "in ing ion is it on or ous ter ment ness"
)
_FREQUENT = (
    "the of to and a in that is for on with as was said by it at from be this which are has will "
    "not but their have new more who its after over were would about than had two year government "
    "people million council mayor company report police minister percent market city"
)


def _vocabulary() -> list[str]:
    chance = random.Random("vocabulary")
    syllables = _SYLLABLES.split()
    rare = {"".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(12_000)}
    return [*_FREQUENT.split(), "café", "Köln", *chance.sample(sorted(rare), len(rare))]


@cache
def _sentences() -> list[str]:
    chance = random.Random("sentences")
    vocabulary = _vocabulary()
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    drawn = iter(chance.choices(vocabulary, weights, k=200_000))
    made = []
    for _ in range(8_000):
        sentence = " ".join(itertools.islice(drawn, chance.randint(9, 24))).capitalize() + "."
        made.append(f"“{sentence}”" if chance.random() < 0.1 else sentence)
    return made
