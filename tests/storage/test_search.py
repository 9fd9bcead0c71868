import random
from dataclasses import replace
from functools import partial

import pytest

from annotator.domain.errors import UserError
from annotator.domain.flag import CLOSED, OPEN, Flag
from annotator.domain.people import GOLD
from annotator.domain.progress import ADJUDICATED, FINISHED, IN_PROGRESS, Progress
from annotator.domain.relation import Relation
from annotator.domain.stance import NONE_EXPRESSED, Party, Stance
from annotator.storage import passages, search
from annotator.storage.query import Term
from annotator.text import finding
from tests import builders
from tests.builders import annotation, article
from tests.chance import seeded, some, text

BRIDGE = article("The bridge will cost 4m euros, the mayor said.", article_id="bridge")
CAFE = article("The Café by the harbour has closed. A CAFE opens.", article_id="cafe", title="Inn")
NIGHT = article("Night trains end in May. The bridge stays.", article_id="night", title="Trains")
reading = partial(builders.reading, known=(BRIDGE, CAFE, NIGHT))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """The three articles with a claim by each of two people."""
    claim = annotation(BRIDGE, "4m euros", by="ana")
    noted = replace(annotation(NIGHT, "Night trains", by="ben", label="source"), note="who?")
    other = annotation(NIGHT, "end in May", by="ben", annotation_id="n2")
    records = (
        claim,
        noted,
        other,
        Relation("r1", "night", "ben", "attributed_to", "n2", "n1", "night"),
        Flag("f1", "bridge", "ana", None, "needs_source", OPEN, "ana"),
        Flag("f2", "cafe", "ana", None, "needs_source", CLOSED, "ana"),
        Progress("bridge", "ana", FINISHED),
        Progress("night", "ben", IN_PROGRESS),
        Progress("cafe", GOLD, ADJUDICATED),
    )
    known = (
        replace(BRIDGE, outlet="The Coastal Register"),
        replace(CAFE, outlet="Le Café", language="fr-CA"),
        NIGHT,
    )
    with reading(tmp_path_factory.mktemp("shelf"), *records, known=known) as project:
        yield project


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "bridge cafe night"),
        ("bridge", "bridge night"),
        ("BRIDGE trains", "night"),
        ('"bridge will"', "bridge"),
        ('"will bridge"', ""),
        ("cafe", "cafe"),
        ("CAFÉ", "cafe"),
        ("brid*", "bridge night"),
        ("brid", ""),
        ("-bridge", "cafe"),
        ("bridge -trains", "bridge"),
        ("inn", "cafe"),
        ("label:claim", "bridge night"),
        ("label:claim by:ana", "bridge"),
        ("label:claim by:ana by:ben", ""),
        ("label:source -label:claim", ""),
        ("-label:claim", "cafe"),
        ("by:ana", "bridge cafe"),
        ("-by:ana", "night"),
        ("by:nobody", ""),
        ("has:annotation", "bridge night"),
        ("has:flag", "bridge"),
        ("has:note", "night"),
        ("has:relation", "night"),
        ("has:relation by:ana", ""),
        ("status:open", ""),
        ("status:open by:ana", "cafe night"),
        ("status:finished", "bridge"),
        ("-status:finished by:ana", "cafe night"),
        ("status:in_progress", "night"),
        ("status:adjudicated", "cafe"),
        ("outlet:coastal", "bridge"),
        ('outlet:"the coastal register"', "bridge"),
        ("-outlet:coastal", "cafe night"),
        ("language:fr", "cafe"),
        ("language:en", "bridge night"),
        ("id:night", "night"),
        ("-id:night bridge", "bridge"),
        ("don't", ""),
        ('body:"x', None),
        ("NEAR(bridge mayor)", ""),
        ("bridge AND mayor", ""),
        ("bridge OR", ""),
        ("(bridge", "bridge night"),
        ("bridge^2", ""),
        ("'; DROP TABLE article; --", ""),
    ],
)
def test_a_query_finds_the_articles_for_which_all_parts_hold(shelf, query, found):
    if found is None:
        with pytest.raises(UserError):
            search.matching(shelf, query)
    else:
        assert search.matching(shelf, query) == found.split()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("label:claim", "bridge"),
        ("label:claim by:ben", "night"),
        ("status:open", "cafe night"),
        ("has:note", ""),
    ],
)
def test_the_queue_of_one_annotator_asks_about_their_own_work(shelf, query, found):
    assert search.matching(shelf, query, annotator="ana") == found.split()


def test_who_only_said_that_nothing_is_expressed_has_worked_on_an_article(tmp_path):
    said = Stance("t1", "cafe", "eva", None, Party(entity="The inn"), NONE_EXPRESSED)
    with reading(tmp_path, said) as project:
        assert search.matching(project, "by:eva") == ["cafe"]


def test_index_and_passages_agree_on_what_a_word_is(tmp_path):
    chance = random.Random(7)
    signs = "aéÉe\u0301İıßẞσςΣñN\u0303-_'’.,0٣½²Ⅷ\u00adłŁøæ€«\u200dאבकिไ"
    words = ["".join(chance.choices(signs, k=chance.randint(1, 4))) for _ in range(300)]
    known = [
        article(" ".join(chance.choices(words, k=6)), article_id=f"a{number}", title="Title")
        for number in range(60)
    ]
    wanted = [Term(word) for word in words if any(map(str.isalnum, word))]
    with reading(tmp_path, known=known) as project:
        for term in wanted:
            indexed = set(search.matching(project, '"' + term.value.replace('"', "") + '"'))
            seen = {each.id for each in known if finding.spans_of(each.text, term.value)}
            assert indexed <= seen, f"{term.value!r} is indexed but not seen"


SIGNS = '"*-:^(){}+ \tab\0éNEAR'
PIECES = [
    "NEAR(", "AND", "OR", "NOT", '"', "*", "-", "title:", "label:", "has:flag", "by:", "{a b}:",
    "^", "+", "';", "--", "\0", "\ud800", "€", "\ufdd0", "rowid", "?1",
]  # fmt: skip


@seeded(2_000)
def test_no_query_breaks_or_changes_anything(shelf, chance):
    queries = (
        text(chance, 40),
        "".join(some(chance, SIGNS, 20)),
        " ".join(some(chance, PIECES, 8)),
    )
    query = chance.choice(queries)
    changes = "SELECT total_changes(), schema_version FROM pragma_schema_version"
    before = shelf.rows(changes)
    refused = "Nothing was searched"
    found: list[str] = []
    try:
        found = search.matching(shelf, query)
        passages.find(shelf, query)
    except UserError as refusal:
        refused = str(refusal)
    assert set(found) <= {"bridge", "cafe", "night"}
    assert "Nothing was searched" in refused
    assert shelf.rows(changes) == before
