"""Engines run on articles of a project; what they propose is new only once."""

from dataclasses import replace

import pytest

from annotator.domain.change import Draft, added
from annotator.domain.errors import UserError
from annotator.operations import exporting, proposing, suggesting
from annotator.operations.proposing import Proposer
from annotator.storage import records
from annotator.suggestions.engines import ENGINES
from tests import builders
from tests.suggestions.pages import FAULTS, TEXT

SCHEME = builders.scheme()
PAGE = builders.article(TEXT, article_id="page")


def run(project, article_id, *engines):
    """What the engines newly propose on an article, written."""
    sheet = records.sheet(project, article_id, "ana")
    drafts = Proposer(project, SCHEME, "ana").run(sheet, engines or ENGINES)
    for draft in drafts:
        builders.write(project, draft)
    return [change.record for draft in drafts for change in draft.changes]


def test_running_engines_again_adds_nothing_and_brings_back_nothing(tmp_path):
    with builders.writable(tmp_path, PAGE) as project:
        found = run(project, "page")
        assert {each.engine for each in found} == {"boilerplate", "quotation"}
        assert run(project, "page") == []
        sheet = records.sheet(project, "page", "ana")
        builders.write(project, suggesting.reject(sheet, SCHEME, found[0].id))
        sheet = records.sheet(project, "page", "ana")
        builders.write(project, suggesting.accept_all(sheet, SCHEME, "boilerplate"))
        assert run(project, "page") == []


def test_boilerplate_is_found_before_quotations_are_paired(tmp_path):
    with builders.writable(tmp_path, PAGE) as project:
        found = run(project, "page", "boilerplate", "quotation")
        places = [each.hull for each in found if each.engine == "boilerplate"]
        assert tuple(places) == FAULTS
        assert not any(
            quote.hull.overlaps(place)
            for quote in found if quote.engine == "quotation" for place in places
        )  # fmt: skip


def test_boilerplate_that_was_refused_is_read_for_quotations_again(tmp_path):
    with builders.writable(tmp_path, PAGE) as project:
        for each in run(project, "page", "boilerplate"):
            sheet = records.sheet(project, "page", "ana")
            builders.write(project, suggesting.reject(sheet, SCHEME, each.id))
        assert "“ancient grains”" in {each.text for each in run(project, "page", "quotation")}


def test_lines_of_an_outlet_are_read_from_its_other_articles(tmp_path):
    line = "Stay with us, dear reader"
    known = [
        replace(
            builders.article(f"News number {n} is out today, says a\n{line}", article_id=f"a{n}"),
            outlet="Ferry Post",
        )
        for n in range(3)
    ]
    with builders.writable(tmp_path, *known) as project:
        (found,) = run(project, "a1")
        assert (found.text, found.reason) == (line, "line of the outlet")


def test_earlier_labels_are_proposed_on_the_same_sentence_elsewhere_never_taken(tmp_path):
    sentence = "The bridge will cost four million euros."
    one = builders.article(f"It rains. {sentence}", article_id="one")
    two = builders.article(f"{sentence} It snows.", article_id="two")
    with builders.writable(tmp_path, one, two) as project:
        claim = builders.annotation(one, "bridge will cost", certainty="asserted")
        builders.write(project, Draft("Label", added([claim])))
        (found,) = run(project, "two", "projection")
        assert (found.text, found.label, found.fate) == ("bridge will cost", "claim", "open")
        assert found.attributes == {"certainty": "asserted"}
        assert found.confidence < 0.8
        assert run(project, "one", "projection") == []


def test_what_was_labelled_the_first_time_is_not_proposed_on_a_hidden_repeat(tmp_path):
    one = builders.article("The bridge will cost four million euros.", article_id="one")
    again = builders.repeat(one, article_id="again")
    with builders.writable(tmp_path, one, again) as project:
        builders.write(project, Draft("Label", added([builders.annotation(one, "bridge")])))
        assert run(project, "again", "projection") == []


def test_an_attribution_is_proposed_for_what_has_no_source_yet(tmp_path):
    with builders.writable(tmp_path) as project:
        claim = builders.annotation(builders.article(), "the bridge will cost 4m euros")
        builders.write(project, Draft("Label", added([claim])))
        found = run(project, "a1", "attribution")
        assert [(each.label, each.text) for each in found] == [
            ("source", "📰 Mayor Ruiz"), ("cue", "said"),
        ]  # fmt: skip
        sheet = records.sheet(project, "a1", "ana")
        builders.write(project, suggesting.accept(sheet, SCHEME, found[0].id))
        assert run(project, "a1", "attribution") == []


def test_a_scheme_without_the_labels_gets_no_proposals():
    sheet = builders.sheet(PAGE)
    simple = builders.scheme("simple")
    offers = ENGINES["boilerplate"].propose(proposing.material_of(sheet, simple))
    assert offers
    assert proposing.proposed(sheet, simple, "boilerplate", offers).changes == ()


def test_an_engine_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(UserError, match="boilerplate, quotation, attribution, projection"):
        proposing.engine_of("oracle")


def test_suggestions_are_not_exported(tmp_path):
    with builders.writable(tmp_path, PAGE) as project:
        run(project, "page")
        exporting.export(project, tmp_path / "out.jsonl")
    line = (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    assert '"spans":[]' in line
