"""Two scraped articles, labelled by hand, in every format for other tools.

They lie beside the checkout and are not shipped. Two labels start inside a token of white space
(`→Experts`, `→Microsoft’s`), a claim goes around its cue, and a source is known through another.
"""

from pathlib import Path

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft, added
from annotator.domain.relation import Relation
from annotator.domain.span import Span, words
from annotator.formats.datasets.work import TokenRules
from annotator.operations import importing, library, writing
from annotator.storage import articles
from annotator.storage.project import open_project
from tests.operations import tool_projects

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
FIRST, SECOND = "000_79399891aee47d95", "001_c975b6015b0a3a19"

Place = tuple[tuple[int, int], ...]

MARKS: tuple[tuple[str, str, str, Place, dict[str, str]], ...] = (
    (FIRST, "b1", "boilerplate", ((0, 24),), {"boilerplate_kind": "navigation_shop"}),
    (FIRST, "b2", "boilerplate", ((3215, 3533),), {"boilerplate_kind": "related_promo"}),
    (FIRST, "b3", "boilerplate", ((6111, 6453),), {"boilerplate_kind": "related_promo"}),
    (FIRST, "t1", "sentiment", ((91, 100),), {"polarity": "positive", "entity": "Microsoft"}),
    (FIRST, "x1", "expression", ((103, 114),), {"device": "loaded_word"}),
    (FIRST, "k1", "claim", ((329, 403),), {"check_worthiness": "check_worthy"}),
    (FIRST, "s0", "source", ((671, 694),), {"source_type": "media_report"}),
    (FIRST, "c0", "cue", ((658, 670),), {"cue_stance": "neutral"}),
    (FIRST, "k2", "claim", ((696, 861),), {"claim_kind": "event_property"}),
    (FIRST, "s1", "source", ((1030, 1053),), {"source_type": "document"}),
    (FIRST, "c1", "cue", ((1054, 1062),), {"cue_stance": "endorsing"}),
    (FIRST, "k3", "claim", ((1068, 1279),), {"claim_kind": "quotation_fact"}),
    (FIRST, "s2", "source", ((1068, 1126),), {"source_type": "unnamed_group"}),
    (FIRST, "c2", "cue", ((1127, 1132),), {}),
    (FIRST, "k4", "claim", ((1143, 1279),), {"claim_kind": "normative"}),
    (FIRST, "q1", "quote", ((1146, 1203),), {"quote_kind": "partial"}),
    (FIRST, "q2", "quote", ((1221, 1253),), {"quote_kind": "partial"}),
    (FIRST, "s4", "source", ((3533, 3540),), {"source_type": "unnamed_group"}),
    (FIRST, "c4", "cue", ((3541, 3545),), {}),
    (FIRST, "k5", "claim", ((3551, 3583),), {"claim_kind": "interpretation"}),
    (FIRST, "s5", "source", ((6453, 6464),), {}),
    (SECOND, "m5", "claim", ((3933, 3965), (3977, 4082)), {"claim_kind": "causal"}),
    (SECOND, "c5", "cue", ((3966, 3976),), {"cue_stance": "distancing"}),
    (SECOND, "m1", "claim", ((79, 136),), {"check_worthiness": "check_worthy"}),
)
LINKS = (
    (FIRST, "attributed_to", "k2", "s0"), (FIRST, "cued_by", "k2", "c0"),
    (FIRST, "attributed_to", "k3", "s1"), (FIRST, "cued_by", "k3", "c1"),
    (FIRST, "attributed_to", "k4", "s2"), (FIRST, "cued_by", "k4", "c2"),
    (FIRST, "reported_via", "s2", "s1"), (FIRST, "attributed_to", "q1", "s2"),
    (FIRST, "attributed_to", "q2", "s2"), (FIRST, "attributed_to", "k5", "s4"),
    (FIRST, "cued_by", "k5", "c4"), (FIRST, "shown_by", "t1", "x1"),
    (SECOND, "cued_by", "m5", "c5"),
)  # fmt: skip


@pytest.fixture(name="project", scope="module")
def _project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("scraped") / "scraped.annotator"
    library.new_project(path, annotator="ana")
    with open_project(path, is_writable=True) as project:
        assert importing.import_files(project, [SEEDS], annotator="ana").articles == 2
        texts = {each.id: each.text for each in articles.each(project)}
        made: list[Annotation | Relation] = []
        for article, name, label, places, attributes in MARKS:
            spans = tuple(Span(*place) for place in places)
            covered = words(texts[article], spans)
            made.append(Annotation(name, article, "ana", label, spans, covered, attributes))
        for number, (article, label, one, other) in enumerate(LINKS):
            made.append(Relation(f"r{number}", article, "ana", label, one, other, article))
        writing.commit(project, Draft("Label", added(made)), annotator="ana")
    return path


pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the scraped articles are not ours to ship"
)


@pytest.mark.parametrize("format_id", ["brat", "webanno", "uima", "uima-json"])
def test_they_come_back_as_they_were_labelled(project, tmp_path, format_id):
    tool_projects.write(project, tmp_path / "out", format_id)
    assert tool_projects.losses_in(tmp_path / "out") == []
    report = tool_projects.bring_in(tmp_path / "new.annotator", tmp_path / "out")
    assert report.problems == []
    assert tool_projects.facts(tmp_path / "new.annotator") == tool_projects.facts(project)


@pytest.mark.parametrize("format_id", ["conll", "spacy", "hf-tokens"])
def test_the_built_in_tokens_lose_overlaps_and_nothing_by_cutting(project, tmp_path, format_id):
    tool_projects.write(project, tmp_path / "out", format_id)
    told = {
        (e["id"], e["is_changed"])
        for e in tool_projects.losses_in(tmp_path / "out")
        if e["kind"] == "annotation"
    }
    inside = set() if format_id == "spacy" else {("k4", False)}
    assert told == {("b1", False), ("b2", False), ("b3", False), ("m5", True), *inside}


def test_white_space_tokens_tell_which_labels_start_inside_one(project, tmp_path):
    rules = TokenRules(tokens="whitespace", alignment="strict")
    tool_projects.write(project, tmp_path / "out", "conll", rules, drops_boilerplate=False)
    losses = tool_projects.losses_in(tmp_path / "out")
    cut = {e["id"] for e in losses if "inside a token" in e["reason"]}
    assert {"s4", "s5", "b2", "b3"} <= cut
    assert "s1" not in cut
