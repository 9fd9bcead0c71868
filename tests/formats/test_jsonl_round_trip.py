"""Records to lines and back: the same, whatever the text and the fragments."""

import hashlib
import io
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.entity import Entity
from annotator.domain.errors import UserError
from annotator.domain.flag import STATES, Flag, Message
from annotator.domain.progress import ArticleLabel, Progress
from annotator.domain.relation import Relation
from annotator.domain.review import VERDICTS, Verdict
from annotator.domain.span import Span, words
from annotator.domain.stance import STANCES, Party, Stance
from annotator.formats.articles import jsonl as incoming
from annotator.formats.datasets import jsonl as outgoing
from annotator.formats.datasets import verifying
from annotator.formats.decoding import problem_with_text
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.sources import Source
from annotator.storage.rows import TABLES
from annotator.text.graphemes import is_boundary
from annotator.text.normalise import stored_text
from tests.builders import came_along
from tests.chance import seeded, some, text, value

SCHEME = outgoing.SchemeName("news-review", 1, "0" * 64)
SENTENCE = "📰 Mayor Ruiz said the bridge will cost 4m euros."
KINDS = {"flags": Flag, "verdicts": Verdict, "stances": Stance, "labels": ArticleLabel}

PIECES = [
    "word", " ", "\n", "\r\n", "\r", "\u2028", "\x85", "\ufeff", "é", "e\u0301", "📰",
    "👩‍👩‍👧", "🇫🇷", "क्षि", "שלום", "مرحبا", "“", "→", "\xa0", "\x01",
]  # fmt: skip


def any_text(chance: Random, longest: int = 12) -> str:
    """A text that can be stored."""
    return text(chance, longest, without="\0")


def name_of(chance: Random) -> str:
    """A name, which has no line ends and the like, and more than spaces."""
    shown = "".join(each for each in any_text(chance, 8) if each.isprintable())
    return shown if shown.strip() else f"n{chance.randint(0, 9)}"


def names(chance: Random, most: int) -> list[str]:
    """Names that are all different."""
    return list(dict.fromkeys(name_of(chance) for _ in range(chance.randint(0, most))))


def attributes(chance: Random) -> dict[str, Any]:
    """Attributes of any kind."""
    return {name: stored(value(chance)) for name in names(chance, 2)}


def stored(given: Any) -> Any:
    """JSON that this program can store: it has no NUL."""
    if isinstance(given, str):
        return given.replace("\0", "")
    if isinstance(given, list):
        return [stored(each) for each in given]
    if isinstance(given, dict):
        return {stored(key): stored(each) for key, each in given.items()}
    return given


def article_of(text: str, **more: Any) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article("a1", "A title of it", text, digest, raw_sha256=digest, **more)


def read_back(lines: bytes) -> Arrival:
    source = Source("x.jsonl", stream=io.BytesIO(lines))
    (arrival,) = incoming.read(source, annotator="nobody")
    assert isinstance(arrival, Arrival)
    return arrival


def article_with(chance: Random) -> Article:
    """An article with any text and metadata."""
    text = "".join(some(chance, PIECES, 20)) if chance.random() < 0.7 else any_text(chance, 40)
    text = stored_text(text, bom="keep")
    text = text if problem_with_text(text) is None else f"{text}a"
    known: Any = {each: chance.choice((None, any_text(chance))) for each in ("outlet", "cluster")}
    extra = {name: each for name, each in attributes(chance).items() if name not in known}
    made = article_of(text, language=any_text(chance), extra=extra, **known)
    made = replace(made, title=any_text(chance) or "T")
    return replace(made, structure=incoming_structure(made))


def layer_with(chance: Random) -> tuple[Article, str, str, list[Any]]:
    """An article with any work of one annotator on it."""
    article = article_with(chance)
    text = article.text
    ana = name_of(chance)
    places = [place for place in range(len(text) + 1) if is_boundary(text, place)]

    def fragments() -> tuple[Span, ...]:
        ends = sorted(chance.sample(places, min(len(places), chance.randint(2, 6))))
        return tuple(Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False))

    ids = names(chance, 4)
    records: list[Any] = []
    for identity in ids:
        marked = fragments()
        origin = chance.choice(["manual", "import:jsonl", "suggestion:x"])
        records.append(
            Annotation(identity, "a1", ana, name_of(chance), marked, words(text, marked),
                       attributes(chance), origin, any_text(chance))
        )  # fmt: skip
    if len(ids) > 1:
        records += [
            Relation(one, "a1", ana, name_of(chance), *chance.sample(ids, 2), "a1",
                     attributes(chance))
            for one in names(chance, 3)
        ]  # fmt: skip
    for identity in names(chance, 3):
        marked = chance.choice([(), fragments()])
        target = chance.choice([None, *ids])
        talk = tuple(
            Message(any_text(chance), any_text(chance)) for _ in range(chance.randint(0, 2))
        )
        records.append(
            Flag(identity, "a1", ana, target, any_text(chance), chance.choice(STATES),
                 any_text(chance), talk, marked, words(text, marked))
        )  # fmt: skip
        records.append(
            Verdict(identity, "a1", ana, target, any_text(chance), chance.choice(VERDICTS),
                    any_text(chance), any_text(chance))
        )  # fmt: skip

    def party() -> Party:
        is_marked = bool(ids) and chance.random() < 0.5
        return (
            Party(annotation_id=chance.choice(ids)) if is_marked else Party(entity=name_of(chance))
        )

    for identity in names(chance, 2):
        holder = chance.choice((None, party()))
        records.append(Stance(identity, "a1", ana, holder, party(), chance.choice(STANCES)))
    records += [ArticleLabel("a1", ana, each, name_of(chance)) for each in names(chance, 2)]
    status = chance.choice(["in_progress", "finished"])
    return article, ana, status, [*records, Progress("a1", ana, status)]


def incoming_structure(article: Article) -> Any:
    return read_back(line_of(article, "ana", "finished", [])).article.structure


def line_of(article: Article, annotator: str, status: str, records: list[Any]) -> bytes:
    by_kind: dict[str, Any] = {
        name: [each for each in records if isinstance(each, kind)] for name, kind in KINDS.items()
    }
    return outgoing.line(
        article,
        annotator=annotator,
        status=status,
        scheme=SCHEME,
        annotation_rows=rows_of(Annotation, records),
        relation_rows=rows_of(Relation, records),
        **by_kind,
    )


def rows_of(kind: type[Annotation | Relation], records: list[Any]) -> list[Any]:
    """The records of a kind as a project keeps them."""
    return [TABLES[kind.kind].to_row(each) for each in records if isinstance(each, kind)]


@seeded(250)
def test_any_work_on_any_text_comes_back_the_same(chance: Random) -> None:
    article, annotator, status, records = layer_with(chance)
    written = line_of(article, annotator, status, records)
    arrival = read_back(written)
    assert arrival.article == article
    assert arrival.raw is None
    assert {(type(each), *each.key): each for each in came_along(arrival)} == {
        (type(each), *each.key): each for each in records
    }
    backwards = list(reversed(came_along(arrival)))
    assert line_of(arrival.article, annotator, status, backwards) == written
    assert written.count(b"\n") == 1


@seeded(120)
def test_rows_are_read_as_the_project_writes_them(chance: Random) -> None:
    arrival = read_back(line_of(*layer_with(chance)))
    for kind, rows in (("annotation", arrival.annotations), ("relation", arrival.relations)):
        table = TABLES[kind]
        assert list(rows) == [table.to_row(table.from_row(row)) for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        f"First.\r\n{SENTENCE}\r\nLast.",
        f"\u05e9\u05dc\u05d5\u05dd \u202b{SENTENCE}\u202c",
        f"e\u0301te\u0301 \r{SENTENCE}",
        f"a\ufeffb\u2028c\x85d 👩‍👩‍👧🇫🇷{SENTENCE}",
    ],
    ids=["alone", "CRLF", "right to left", "combining", "all sorts"],
)
@pytest.mark.parametrize("part", ["Mayor Ruiz", "said", "the bridge will cost 4m euros", "bridge"])
def test_the_sentence_with_the_emoji_keeps_its_words(tmp_path: Path, text: str, part: str) -> None:
    """Python counts code points; a reader that counted anything else would miss the words."""
    start = text.index(part)
    plain = {
        "text": text,
        "spans": [{"start": start, "end": start + len(part), "label": "x", "text": part}],
    }
    arrival = read_back(json.dumps(plain).encode())
    path = tmp_path / "out.jsonl"
    path.write_bytes(line_of(arrival.article, "ana", "finished", list(came_along(arrival))))
    written = json.loads(path.read_text(encoding="utf-8"))
    (span,) = written["spans"]
    assert written["text"][span["start"] : span["end"]] == part == span["text"]
    assert written["text"] == text.replace("\r\n", "\n").replace("\r", "\n")
    assert verifying.verify(path).annotations.total() == 1


def test_a_line_has_the_keys_of_the_contract_in_order() -> None:
    article = article_of(SENTENCE, outlet="Herald", extra={"desk": "city"})
    claim = Annotation(
        "s2", "a1", "ana", "claim", (Span(18, 28), Span(34, 47)), "the bridge cost 4m euros"
    )
    source = Annotation("s1", "a1", "ana", "source", (Span(2, 12),), "Mayor Ruiz")
    away = Relation("r2", "a1", "ana", "same_claim", "s2", "s2", "a2")
    here = Relation("r1", "a1", "ana", "attributed_to", "s2", "s1", "a1")
    written = outgoing.line(
        article, annotator="ana", status="finished", scheme=SCHEME,
        annotation_rows=rows_of(Annotation, [claim, source]),
        relation_rows=rows_of(Relation, [away, here]), split="train",
    )  # fmt: skip
    record = json.loads(written)
    assert list(record) == sorted(record)
    assert set(record) == {
        "id", "schema", "offset_unit", "text", "text_sha256", "title", "language", "meta", "scheme",
        "layer", "annotator", "status", "split", "spans", "relations", "labels", "flags",
        "verdicts", "stances",
    }  # fmt: skip
    assert [span["id"] for span in record["spans"]] == ["s1", "s2"]
    assert record["spans"][1] == {
        "id": "s2", "label": "claim", "start": 18, "end": 47, "fragments": [[18, 28], [34, 47]],
        "text": "the bridge cost 4m euros", "attributes": {}, "origin": "manual", "note": "",
    }  # fmt: skip
    assert [relation["id"] for relation in record["relations"]] == ["r1"]
    assert record["meta"] == {
        "outlet": "Herald", "url": None, "published": None, "licence": None, "cluster": None,
        "desk": "city",
    }  # fmt: skip
    assert "📰".encode() in written


def test_gold_names_no_annotator() -> None:
    record = json.loads(line_of(article_of(SENTENCE), "gold", "adjudicated", []))
    assert (record["layer"], record["annotator"]) == ("gold", None)


def test_links_come_back_the_same() -> None:
    link = Relation("l1", "a1", "ana", "same_claim", "s1", "s9", "a2", {"degree": "overlapping"})
    gold = replace(link, annotator="gold")
    stream = io.BytesIO(outgoing.link_line(link) + outgoing.link_line(gold))
    assert list(incoming.read_links(Source("links.jsonl", stream=stream), annotator="bo")) == [
        link,
        gold,
    ]


def test_entities_come_back_the_same() -> None:
    mayor = Entity("Ruiz", "Mayor Ruiz", ("the mayor", "القاضي"))
    port = Entity("Port of Ellmouth", "Port of Ellmouth")
    stream = io.BytesIO(outgoing.entity_line(mayor) + outgoing.entity_line(port) + b'{"id": ""}')
    *same, problem = incoming.read_entities(Source("entities.jsonl", stream=stream))
    assert same == [mayor, port]
    assert "it has no id" in str(problem)


def written_with(tmp_path: Path, old: bytes, new: bytes) -> Path:
    claim = Annotation("s2", "a1", "ana", "claim", (Span(18, 47),), SENTENCE[18:47])
    flag = Flag("f1", "a1", "ana", None, "other", fragments=(Span(2, 12),), text="Mayor Ruiz")
    relation = Relation("r1", "a1", "ana", "supports", "s2", "s2", "a1")
    line = line_of(article_of(SENTENCE), "ana", "finished", [claim, flag, relation])
    assert old in line
    path = tmp_path / "out.jsonl"
    path.write_bytes(line + line.replace(old, new))
    return path


def test_a_sound_file_is_proved_and_counted(tmp_path: Path) -> None:
    path = written_with(tmp_path, b"", b"")
    assert verifying.verify(path) == verifying.Verified(
        2, Counter(claim=2), Counter(supports=2), hashlib.sha256(path.read_bytes()).hexdigest()
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"fragments":[[18,47]]', b'"fragments":[[19,48]]'),
        (b'"text":"the bridge will', b'"text":"the bridge shall'),
        (b'"text":"Mayor Ruiz"', b'"text":"Mayor Ruis"'),
        (b"said the", b"says the"),
    ],
    ids=["offset", "words", "flag", "text"],
)
def test_a_file_that_lost_its_words_is_refused(tmp_path: Path, old: bytes, new: bytes) -> None:
    with pytest.raises(UserError, match="1 annotation does not match the text any more"):
        verifying.verify(written_with(tmp_path, old, new))


@seeded(150)
def test_a_damaged_line_gives_records_or_reasons_and_never_wrong_words(chance: Random) -> None:
    damaged = bytearray(line_of(*layer_with(chance)))
    for _ in range(chance.randint(1, 3)):
        damaged[chance.randrange(len(damaged))] = chance.randint(0, 255)
    for found in incoming.read(Source("x.jsonl", stream=io.BytesIO(damaged)), annotator="bo"):
        if isinstance(found, Problem):
            assert found.reason
            continue
        for each in came_along(found):
            if isinstance(each, Annotation | Flag):
                assert each.text == words(found.article.text, each.fragments)
