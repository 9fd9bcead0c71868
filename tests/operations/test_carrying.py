"""Labels carried over to reprints and to newer versions."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.domain.article import Article
from annotator.domain.change import Draft, added
from annotator.domain.errors import UserError
from annotator.domain.relation import Relation
from annotator.operations import carrying, checking, newer_versions
from annotator.operations.carrying import ORIGIN
from annotator.storage import articles, records
from annotator.storage.project import Project
from tests import builders
from tests.builders import TEXT, annotation

REPRINT = f"From our partners.\n{TEXT}\nThe weather stays fine."
NEWER = TEXT.replace("4m euros", "5m euros").replace("“It is a bargain,” ", "")


def article(text: str, name: str, **fields: str) -> Article:
    return replace(builders.article(text, article_id=name), **fields)


def labelled(folder: Path, *articles: Article):
    """A project in which the first article has a claim with its source, and a quote."""
    first = articles[0]
    source = annotation(first, "Mayor Ruiz", label="source", annotation_id="s")
    claim = annotation(first, "the bridge will cost 4m euros", annotation_id="c")
    wait = annotation(first, "officials urged the mayor to wait", annotation_id="w")
    quote = annotation(first, "It is a bargain", label="quote", annotation_id="q")
    link = Relation("r", first.id, "ana", "attributed_to", "c", "s", first.id)
    return builders.reading(folder, source, claim, wait, quote, link, known=articles)


def test_labels_are_proposed_for_the_same_words_of_reprints(tmp_path: Path) -> None:
    known = [article(TEXT, "a", cluster="k"), article(REPRINT, "b", cluster="k")]
    with labelled(tmp_path, *known) as project:
        carried = carrying.carry_over(project, "a", annotator="ana")
        sheet = records.sheet(project, "b", "ana").after(carried.draft.changes)
    assert carried.articles == {"b": 4}
    assert not sheet.annotations
    proposed = {each.label: each for each in sheet.suggestions.values() if each.label != "claim"}
    assert proposed["source"].text == "Mayor Ruiz"
    assert proposed["source"].origin == "suggestion:reprint"
    claim = next(each for each in sheet.suggestions.values() if "4m" in each.text)
    assert claim.link is not None
    assert claim.link.far == proposed["source"].hull
    assert all(each.hull.cut_from(REPRINT) == each.text for each in sheet.suggestions.values())


def test_what_was_proposed_or_is_labelled_is_not_proposed_again(tmp_path: Path) -> None:
    known = [article(TEXT, "a", cluster="k"), article(REPRINT, "b", cluster="k")]
    with labelled(tmp_path, *known) as reader:
        path = reader.path
    with builders.open_project(path, is_writable=True) as project:
        there = annotation(known[1], "Mayor Ruiz", label="source")
        builders.write(project, Draft("Label", added([there])))
        builders.write(project, carrying.carry_over(project, "a", annotator="ana").draft)
        again = carrying.carry_over(project, "a", annotator="ana")
        assert again.articles == {"b": 0}
        assert again.draft.changes == ()
        assert len(records.sheet(project, "b", "ana").suggestions) == 3
        assert checking.check(project).problems == ()


def test_there_is_a_sentence_where_nothing_can_be_carried_over(tmp_path: Path) -> None:
    known = [article(TEXT, "a"), article(REPRINT, "b", cluster="k"), article("x", "c", cluster="k")]
    with labelled(tmp_path, *known) as project:
        with pytest.raises(UserError, match="in no cluster"):
            carrying.carry_over(project, "a", annotator="ana")
        with pytest.raises(UserError, match="no labels by ana"):
            carrying.carry_over(project, "b", annotator="ana")


def test_a_newer_version_gets_what_is_kept_and_a_proposal_of_what_changed(tmp_path: Path) -> None:
    with labelled(tmp_path, article(TEXT, "a"), article(NEWER, "b")) as reader:
        path = reader.path
    with builders.open_project(path, is_writable=True) as project:
        older = records.sheet(project, "a", "ana")
        found = carrying.reanchor(project, "a", "b", annotator="ana")
        assert found.counts == {"kept": 2, "moved": 0, "changed": 1, "gone": 1}
        assert _of(project).annotations == {}
        builders.write(project, found.draft)
        newer = _of(project)
        assert {each.id: each.origin for each in newer.annotations.values()} == {
            "s": ORIGIN, "w": ORIGIN,
        }  # fmt: skip
        assert newer.relations == {}
        (proposed,) = newer.suggestions.values()
        assert (proposed.engine, proposed.reason) == ("version", "changed")
        assert proposed.text == "the bridge will cost 5m euros"
        assert newer.progress is not None
        assert records.sheet(project, "a", "ana") == older
        assert carrying.reanchor(project, "a", "b", annotator="ana").draft.changes == ()
        assert checking.check(project).problems == ()


def _of(project: Project):
    return records.sheet(project, "b", "ana")


def test_relations_between_kept_words_come_along(tmp_path: Path) -> None:
    with labelled(tmp_path, article(TEXT, "a"), article(REPRINT, "b")) as project:
        found = carrying.reanchor(project, "a", "b", annotator="ana")
        newer = _of(project).after(found.draft.changes)
    (relation,) = newer.relations.values()
    assert (relation.article_id, relation.ends) == ("b", ("c", "s"))


def test_linking_a_version_changes_neither_text_nor_labels_and_makes_no_circle(
    tmp_path: Path,
) -> None:
    made = [article(text, name) for text, name in ((TEXT, "a"), (NEWER, "b"), (REPRINT, "c"))]
    with builders.writable(tmp_path, *made) as project:
        builders.write(project, newer_versions.link_version(project, "b", "a"))
        builders.write(project, newer_versions.link_version(project, "c", "b"))
        assert articles.versions(project) == [("b", "a"), ("c", "b")]
        assert newer_versions.link_version(project, "b", "a").changes == ()
        for newer, older in (("a", "c"), ("a", "a")):
            with pytest.raises(UserError, match="version of itself"):
                newer_versions.link_version(project, newer, older)
        assert articles.get(project, "b").text == NEWER
