"""Whom annotations mean: naming, renaming, aliases, merging, and finding them again."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.attribute import Attribute
from annotator.domain.change import Change, Draft, added
from annotator.domain.entity import Entity
from annotator.domain.errors import UserError
from annotator.domain.stance import NONE_EXPRESSED, Party, Stance
from annotator.operations import checking, entities
from annotator.operations.entities import Directory
from annotator.storage import records
from annotator.storage.project import Project
from tests import builders

SCHEME = builders.scheme()
FIRST = builders.article()
SECOND = builders.article("Ruiz waits. The council asked Mayor Ruiz.", article_id="a2")
MAYOR = Entity("Ruiz", "Mayor Ruiz", ("the mayor",))


def source(
    words: str, entity: str, *, of: Article = FIRST, by: str = "ana", name: str = "s"
) -> Annotation:
    return builders.annotation(of, words, label="source", annotation_id=name, by=by, entity=entity)


@pytest.fixture
def project(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Two articles: ana names the mayor in two ways, ben in one."""
    with builders.writable(tmp_path, FIRST, SECOND) as opened:
        labels = [
            source("Mayor Ruiz", "Ruiz"),
            source("the mayor", "The mayor of Ellmouth", name="t"),
            source("Ruiz", "The mayor of Ellmouth", of=SECOND),
            source("Mayor Ruiz", "The mayor of Ellmouth", by="ben"),
        ]
        builders.write(opened, Draft("Label", added(labels)))
        yield opened


def held(project: Project, by: str) -> list[str]:
    found = records.select(project, Annotation, "annotator = ?", (by,))
    return [str(each.attributes["entity"]) for each in found]


def test_any_name_of_an_entity_means_it_and_a_new_one_makes_another() -> None:
    sheet = builders.sheet(FIRST, source("Mayor Ruiz", ""))
    known = Directory([MAYOR])
    for words, expected in (
        ("the  Mayor", "Ruiz"), ("mayor ruiz", "Ruiz"), (" Ana Ruiz ", "Ana Ruiz"),
    ):  # fmt: skip
        draft = entities.set_entity(sheet, SCHEME, "s", words, known=known)
        ((change),) = draft.changes
        assert isinstance(change.after, Annotation)
        assert change.after.attributes["entity"] == expected


def test_an_entity_is_taken_away_with_no_words() -> None:
    sheet = builders.sheet(FIRST, source("Mayor Ruiz", "Ruiz"))
    draft = entities.set_entity(sheet, SCHEME, "s", " ", known=Directory())
    (change,) = draft.changes
    assert isinstance(change.after, Annotation)
    assert "entity" not in change.after.attributes


def test_words_without_an_entity_in_the_scheme_and_names_of_two_lines_are_refused() -> None:
    sheet = builders.sheet(FIRST, builders.annotation(FIRST, "said", label="cue"))
    with pytest.raises(UserError, match="name no entity"):
        entities.set_entity(sheet, SCHEME, "n1", "Ruiz", known=Directory())
    with pytest.raises(UserError, match="cannot be a name"):
        entities.rename(Directory(), "Ruiz", "x" * 300)


def test_the_list_counts_annotations_under_the_entity_they_mean(project: Project) -> None:
    builders.write(project, Draft("Describe", added([Entity("Ruiz", "Ana Ruiz", ("R.",))])))
    found = entities.listed(project, SCHEME)
    assert [(each.entity.name, each.total) for each in found] == [
        ("Ana Ruiz", 1), ("The mayor of Ellmouth", 3),
    ]  # fmt: skip
    assert found[1].entity == Entity("The mayor of Ellmouth", "The mayor of Ellmouth")


def test_renaming_keeps_the_id_and_touches_no_annotation(project: Project) -> None:
    step = builders.write(project, entities.rename(Directory(), "Ruiz", " Mayor  Ruiz "))
    assert records.select(project, Entity) == [Entity("Ruiz", "Mayor Ruiz")]
    assert step.touched(Annotation) == []
    known = entities.directory_of(project)
    again = builders.write(project, entities.rename(known, "Ruiz", "Ana Ruiz"))
    assert again.changes[0].before == Entity("Ruiz", "Mayor Ruiz")
    assert entities.rename(entities.directory_of(project), "Ruiz", "Ana Ruiz").changes == ()


def test_a_name_that_another_goes_by_is_refused() -> None:
    known = Directory([MAYOR, Entity("Council", "The council")])
    with pytest.raises(UserError, match="goes by “the mayor” already"):
        entities.rename(known, "Council", "the mayor")
    with pytest.raises(UserError, match="“Lindqvist” goes by “lindqvist” already"):
        entities.rename(known, "Council", "lindqvist", others=["Lindqvist", "Council"])
    with pytest.raises(UserError, match="Merge the two"):
        entities.set_aliases(known, "Council", ["councillors", "RUIZ"])


def test_aliases_are_tidy_and_each_stands_once() -> None:
    draft = entities.set_aliases(
        Directory([MAYOR]), "Ruiz", ["she", " she ", "", "Mayor Ruiz", "Ana  R."]
    )
    assert draft.changes == (Change(MAYOR, Entity("Ruiz", "Mayor Ruiz", ("she", "Ana R."))),)


def test_merging_is_one_step_over_all_articles_of_one_annotator(project: Project) -> None:
    twice = [
        Stance("t1", "a1", "ana", None, Party(entity="Ruiz"), NONE_EXPRESSED),
        Stance("t2", "a1", "ana", None, Party(entity="The mayor of Ellmouth"), NONE_EXPRESSED),
    ]
    builders.write(project, Draft("Describe", added([MAYOR, *twice])))
    before = {kind: records.select(project, kind) for kind in (Annotation, Entity, Stance)}
    draft = entities.merge(
        project, SCHEME, merged="The mayor of Ellmouth", into="Ruiz", annotator="ana"
    )
    assert draft.operation == "Merge The mayor of Ellmouth into Mayor Ruiz"
    step = builders.write(project, draft)
    assert held(project, "ana") == ["Ruiz"] * 3
    assert held(project, "ben") == ["The mayor of Ellmouth"]
    names = ("the mayor", "The mayor of Ellmouth")
    assert records.select(project, Entity) == [Entity("Ruiz", "Mayor Ruiz", names)]
    assert [each.id for each in records.select(project, Stance)] == ["t1"]
    (only,) = entities.listed(project, SCHEME)
    assert only.total == 4
    assert checking.check(project).problems == ()
    builders.write(project, step.inverse())
    assert {kind: records.select(project, kind) for kind in before} == before


def test_merging_renames_in_every_attribute_that_names_entities(tmp_path: Path) -> None:
    label = SCHEME.label("source")
    assert label is not None
    speaks_for = Attribute("speaks_for", "Speaks for", kind="entity")
    both = replace(label, attributes=(speaks_for, *label.attributes))
    scheme = replace(SCHEME, labels=(both,))
    with builders.writable(tmp_path, FIRST) as project:
        given = {"entity": "Ruiz", "speaks_for": "the council", "source_type": "Ruiz"}
        spoken = builders.annotation(FIRST, "Mayor Ruiz", label="source", **given)
        itself = builders.annotation(
            FIRST, "officials", label="source", annotation_id="n2",
            entity="the council", speaks_for="the council",
        )  # fmt: skip
        builders.write(project, Draft("Label", added([spoken, itself])))
        assert len(entities.mentions(project, scheme, "the council")) == 2
        draft = entities.merge(project, scheme, merged="the council", into="City", annotator="ana")
        builders.write(project, draft)
        one, other = records.select(project, Annotation)
        assert one.attributes == {**given, "speaks_for": "City"}
        assert other.attributes == {"entity": "City", "speaks_for": "City"}


def test_an_entity_may_go_by_any_number_of_names(project: Project) -> None:
    names = tuple(f"Mayor {number}" for number in range(40_000))
    known = Entity("Ruiz", "Ruiz", (*names, "The mayor of Ellmouth"))
    builders.write(project, Draft("Describe", added([known])))
    assert len(entities.mentions(project, SCHEME, "Ruiz")) == 4


def test_merging_one_with_itself_is_refused(project: Project) -> None:
    builders.write(project, Draft("Describe", added([MAYOR])))
    with pytest.raises(UserError, match="the same entity already"):
        entities.merge(project, SCHEME, merged="the mayor", into="Ruiz", annotator="ana")


def test_mentions_are_those_of_everybody_with_their_words(project: Project) -> None:
    found = entities.mentions(project, SCHEME, "The mayor of Ellmouth")
    assert [(each.article_id, each.annotation.annotator, each.words) for each in found] == [  # type: ignore[union-attr]
        ("a1", "ben", "Mayor Ruiz"), ("a1", "ana", "the mayor"), ("a2", "ana", "Ruiz"),
    ]  # fmt: skip
    assert (found[0].before, found[0].after[:9]) == ("📰 ", " said the")
    assert found[1].before.endswith("officials urged ")


def test_occurrences_are_the_names_in_all_texts(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    repeat = builders.repeat(SECOND, article_id="a3")
    builders.write(project, Draft("Describe", added([MAYOR, repeat])))
    found = entities.occurrences(project, "Ruiz")
    assert [(each.article_id, each.words) for each in found] == [
        ("a1", "Mayor Ruiz"), ("a1", "the mayor"), ("a2", "Ruiz"), ("a2", "Mayor Ruiz"),
    ]  # fmt: skip
    monkeypatch.setattr(entities, "MOST_PLACES", 2)
    assert len(entities.occurrences(project, "Ruiz")) == 2
