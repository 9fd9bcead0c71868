"""Suggestions lie in the journal and in a table of their own, apart from annotations."""

from dataclasses import replace

import pytest

from annotator.domain.change import Change, Draft, added
from annotator.domain.span import Span
from annotator.domain.suggestion import FATES, SINGLE, SuggestedLink, Suggestion
from annotator.operations import checking
from annotator.storage import counts, records
from annotator.storage.journal import Conflict
from tests import builders

LINK = SuggestedLink("same_text_as", far=Span(2, 7))
OFFER = Suggestion(
    "p1", "a1", "ana", "boilerplate", "boilerplate", (Span(2, 7), Span(8, 12)), "Mayor Ruiz",
    {"boilerplate_kind": "pull_quote"}, LINK, 0.9, "repeated sentence",
)  # fmt: skip


def test_a_suggestion_comes_back_as_it_was_and_survives_the_journal(tmp_path):
    with builders.writable(tmp_path) as project:
        builders.write(project, Draft("Suggest", added([OFFER])))
        assert records.sheet(project, "a1", "ana").suggestions == {"p1": OFFER}
        assert records.sheet(project, "a1", "ben").suggestions == {}
        taken = replace(OFFER, fate="accepted", decision=SINGLE, by="ana", made_id="n1", link=None)
        step = builders.write(project, Draft("Take", (Change(OFFER, taken),)))
        assert records.sheet(project, "a1", "ana").suggestions == {"p1": taken}
        builders.write(project, step.inverse())
        assert records.sheet(project, "a1", "ana").suggestions == {"p1": OFFER}
        assert checking.check(project).problems == ()


def test_a_suggestion_is_no_annotation_and_nobodys_work(tmp_path):
    with builders.writable(tmp_path) as project:
        builders.write(project, Draft("Suggest", added([OFFER])))
        assert counts.of_project(project).annotations == 0
        assert records.layers(project, "a1") == []


def test_other_tools_see_suggestions_in_a_view_of_their_own(tmp_path):
    with builders.writable(tmp_path) as project:
        builders.write(project, Draft("Suggest", added([OFFER])))
        rows = project.rows(
            'SELECT id, article_id, engine, label, start, "end", fragments_json, fate, "by" '
            "FROM public_suggestion"
        )
        assert rows == [
            ("p1", "a1", "boilerplate", "boilerplate", 2, 12, "[[2,7],[8,12]]", "open", "")
        ]


@pytest.mark.parametrize("fate", [fate for fate in FATES if fate != "open"])
def test_what_became_of_it_needs_who_decided(tmp_path, fate):
    with builders.writable(tmp_path) as project, pytest.raises(Conflict):
        builders.write(project, Draft("Suggest", added([replace(OFFER, fate=fate)])))
