"""Labelling every place of some words as one step."""

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.errors import UserError
from annotator.domain.progress import Progress
from annotator.domain.span import Span
from annotator.operations import occurrences
from annotator.storage.project import open_project
from tests import builders

SCHEME = builders.scheme()
FIRST = builders.article("The Mayor came. the mayor spoke to Mayor Ruiz. Mayors wait.")
SECOND = builders.article("Nobody asked the mayor. Read more: the mayor’s plan.", article_id="a2")
THIRD = builders.article("A quiet day.", article_id="a3")


def labelled(*sheets, words="the mayor", label="source", without=()):
    """The draft that labels all free places but some."""
    chosen = {
        sheet.article.id: [
            each.place
            for each in occurrences.occurrences(sheet, SCHEME, words, label)
            if each.place not in without
        ]
        for sheet in sheets
    }
    return occurrences.label_occurrences(sheets, SCHEME, chosen, label, words=words)


def test_words_are_found_whatever_their_case_and_not_inside_others():
    found = occurrences.occurrences(builders.sheet(FIRST), SCHEME, "mayor", "source")
    assert [each.text for each in found] == ["Mayor", "mayor", "Mayor"]
    assert found[1].before.endswith("the ")
    assert found[1].after.startswith(" spoke")


def test_what_has_the_label_alone_or_inside_longer_words_is_hindered():
    ruiz = builders.annotation(FIRST, "Mayor Ruiz", label="source")
    claim = builders.annotation(FIRST, "the mayor spoke", annotation_id="n2")
    sheet = builders.sheet(FIRST, ruiz, claim)
    found = occurrences.occurrences(sheet, SCHEME, "mayor", "source")
    assert [each.hindrance for each in found] == ["", "", "Source"]


def test_boilerplate_is_left_out():
    advert = builders.annotation(SECOND, "Read more: the mayor’s plan.", label="boilerplate")
    sheet = builders.sheet(SECOND, advert)
    found = occurrences.occurrences(sheet, SCHEME, "the mayor", "source")
    assert [each.hindrance for each in found] == ["", "Boilerplate"]
    made = [each.record for each in labelled(sheet).changes]
    assert [each.fragments for each in made if isinstance(each, Annotation)] == [(found[0].place,)]


def test_places_in_several_articles_are_one_step_that_one_undo_takes_back():
    sheets = [builders.sheet(FIRST), builders.sheet(SECOND)]
    draft = labelled(*sheets)
    after = [sheet.after(draft.changes) for sheet in sheets]
    assert [[each.text for each in sheet.annotations.values()] for sheet in after] == [
        ["The Mayor", "the mayor"],
        ["the mayor", "the mayor"],
    ]
    assert draft.operation == "Label 4 × “the mayor” as Source"
    begun = [each.record for each in draft.changes if isinstance(each.record, Progress)]
    assert [each.article_id for each in begun] == ["a1", "a2"]
    back = draft.inverse().changes
    assert [sheet.after(back) for sheet in after] == sheets


def test_places_that_were_not_chosen_stay_as_they_are():
    draft = labelled(builders.sheet(FIRST), without=(Span(0, 9),))
    made = [each.record for each in draft.changes if isinstance(each.record, Annotation)]
    assert [each.text for each in made] == ["the mayor"]


def test_what_was_labelled_meanwhile_is_not_labelled_twice():
    sheet = builders.sheet(FIRST)
    later = sheet.after(labelled(sheet, without=(Span(0, 9),)).changes)
    chosen = {"a1": [Span(0, 9), builders.place(FIRST.text, "the mayor")]}
    draft = occurrences.label_occurrences([later], SCHEME, chosen, "source", words="the mayor")
    made = [each.record for each in draft.changes if isinstance(each.record, Annotation)]
    assert [each.text for each in made] == ["The Mayor"]


def test_nothing_left_to_label_is_a_refusal():
    sheet = builders.sheet(FIRST)
    sheet = sheet.after(labelled(sheet).changes)
    with pytest.raises(UserError, match="labelled already"):
        labelled(sheet)


def test_only_articles_with_the_words_are_read(tmp_path):
    path = builders.project_file(tmp_path, FIRST, SECOND, THIRD)
    with open_project(path) as project:
        found = list(occurrences.sheets_with(project, "the mayor", "ana"))
    assert [sheet.article.id for sheet in found] == ["a1", "a2"]
