"""Which entity is proposed for which words."""

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.entity import Entity
from annotator.operations.entities import Directory
from annotator.operations.naming import proposals
from tests import builders

SCHEME = builders.scheme()
TEXT = (
    "Mayor Ana Ruiz praised the port authority. She said the council was slow.\n"
    "It had waited, Ben Okoro told her. The mayor left."
)
ARTICLE = builders.article(TEXT)


def source(words: str, name: str, entity: str = "", source_type: str = "") -> Annotation:
    held = {"entity": entity, "source_type": source_type}
    return builders.annotation(
        ARTICLE, words, label="source", annotation_id=name,
        **{key: value for key, value in held.items() if value},
    )  # fmt: skip


RUIZ = source("Mayor Ana Ruiz", "ruiz", "Ruiz", "named_person")
PORT = source("the port authority", "port", "Port of Ellmouth", "named_organisation")
OKORO = source("Ben Okoro", "okoro", "Ben Okoro", "named_person")
KNOWN = Directory([Entity("Ruiz", "Ana Ruiz", ("the mayor",))])


def proposed(words: str, *others: str, known: Directory = KNOWN) -> list[str]:
    asked = source(words, "asked")
    sheet = builders.sheet(ARTICLE, RUIZ, PORT, OKORO, asked)
    return proposals(sheet, SCHEME, known, asked, others=others)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("She", "Ana Ruiz"),
        ("her", "Ben Okoro"),
        ("It", "Port of Ellmouth"),
        ("The mayor", "Ana Ruiz"),
        ("Ruiz", "Ana Ruiz"),
        ("the council", "the council"),
    ],
)
def test_the_likeliest_stands_first(words: str, first: str) -> None:
    assert proposed(words)[0] == first


def test_a_pronoun_is_no_name_and_everybody_else_follows_by_nearness() -> None:
    assert proposed("She", "Zoo", "Abbey") == [
        "Ana Ruiz", "Port of Ellmouth", "Ben Okoro", "Abbey", "Zoo",
    ]  # fmt: skip


def test_words_that_nobody_goes_by_are_a_new_name() -> None:
    found = proposed("the council", "Council of Europe")
    assert found[:2] == ["Council of Europe", "the council"]
    assert len(found) == len(set(found))
