import hashlib
import json

import pytest

from annotator import resources
from annotator.domain.attribute import Attribute, Value
from annotator.domain.scheme import Scheme
from annotator.domain.scheme_file import parse_scheme

CONTRACT_LABELS = ("claim", "source", "sentiment", "cue", "quote", "expression", "boilerplate")
CONTRACT_ENDS = {
    "attributed_to": ({"claim", "quote"}, {"source"}, "document"),
    "cued_by": ({"claim", "quote"}, {"cue"}, "document"),
    "reported_via": ({"source"}, {"source"}, "document"),
    "held_by": ({"sentiment"}, {"source"}, "document"),
    "shown_by": ({"sentiment"}, {"expression"}, "document"),
    "supports": ({"claim"}, {"claim"}, "document"),
    "attacks": ({"claim"}, {"claim"}, "document"),
    "same_claim": ({"claim"}, {"claim"}, "project"),
    "contradicts": ({"claim"}, {"claim"}, "project"),
    "refines": ({"claim"}, {"claim"}, "project"),
    "same_text_as": ({"boilerplate"}, set(CONTRACT_LABELS), "project"),
}


def preset(name: str) -> Scheme:
    return parse_scheme(resources.path("schemes", f"{name}.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def news_review() -> Scheme:
    return preset("news-review")


def test_news_review_has_the_labels_and_article_labels_of_the_contract(news_review):
    assert news_review.id == "news-review"
    assert news_review.revision == 1
    assert {label.id for label in news_review.labels} == set(CONTRACT_LABELS)
    assert {"genre", "sourcing", "overall_tone", "extraction_quality"} <= {
        each.id for each in news_review.article_labels
    }


def test_news_review_relations_join_what_the_contract_says(news_review):
    ends = {
        each.id: (set(each.sources), set(each.targets), each.scope)
        for each in news_review.relations
    }
    assert ends == CONTRACT_ENDS


def test_simple_has_three_labels_and_two_relations():
    simple = preset("simple")
    assert [label.id for label in simple.labels] == ["claim", "source", "sentiment"]
    assert [each.id for each in simple.relations] == ["attributed_to", "held_by"]


@pytest.mark.parametrize("name", ["news-review", "simple"])
def test_every_label_of_a_preset_explains_itself(name):
    scheme = preset(name)
    for label in scheme.labels:
        assert all((label.help, label.positive, label.negative)), label.id
        assert scheme.guidelines_for(label.id), label.id


@pytest.mark.parametrize("name", ["news-review", "simple"])
def test_the_keys_of_the_default_key_map_label_as_it_says(name):
    scheme = preset(name)
    chosen = {each.key: each for each in scheme.choices() if each.key and each.key in "cs+0-"}
    assert {key: (choice.label, dict(choice.attributes)) for key, choice in chosen.items()} == {
        "c": ("claim", {}),
        "s": ("source", {}),
        "+": ("sentiment", {"polarity": "positive"}),
        "0": ("sentiment", {"polarity": "neutral"}),
        "-": ("sentiment", {"polarity": "negative"}),
    }
    assert chosen["-"].glyph == "▼"


def test_the_palette_lists_a_scale_from_its_top_and_what_is_off_it_last(news_review):
    names = [choice.name for choice in news_review.choices()]
    assert names[:6] == ["Claim", "Source", "Positive", "Neutral", "Negative", "Mixed"]


@pytest.mark.parametrize("name", ["news-review", "simple"])
def test_the_canonical_json_gives_the_same_scheme_back(name):
    scheme = preset(name)
    again = Scheme.from_json(scheme.canonical_json())
    assert again == scheme
    assert again.sha256 == scheme.sha256
    assert Scheme.from_json(scheme.canonical_json()) is again


def test_the_canonical_json_has_one_spelling_and_its_hash_is_the_sha256(news_review):
    text = news_review.canonical_json()
    spelled_again = json.dumps(
        json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    assert text == spelled_again
    assert "▼" in text
    assert news_review.sha256 == hashlib.sha256(text.encode("utf-8")).hexdigest()


def test_a_field_at_its_default_is_left_out_of_the_canonical_json():
    bare = parse_scheme(
        'format = 1\nscheme = "x"\nrevision = 1\ntitle = "X"\n'
        '[[label]]\nid = "a"\nname = "A"\ncolour = "claim"\nletter = "A"\n'
    )
    assert json.loads(bare.canonical_json()) == {
        "id": "x",
        "revision": 1,
        "title": "X",
        "labels": [{"id": "a", "name": "A", "colour": "claim", "letter": "A"}],
    }


def test_relations_between_two_labels_are_found_in_their_order(news_review):
    found = [each.id for each in news_review.relations_between("claim", "claim")]
    assert found == ["supports", "attacks", "same_claim", "contradicts", "refines"]
    assert [each.id for each in news_review.relations_between("source", "source")] == [
        "reported_via"
    ]
    assert news_review.relations_between("source", "claim") == ()


def test_a_required_attribute_without_a_default_is_missing_until_it_is_set(news_review):
    missing = [each.id for each in news_review.missing_attributes("claim", {})]
    assert missing == ["check_worthiness"]
    assert news_review.missing_attributes("claim", {"check_worthiness": "check_worthy"}) == ()
    assert news_review.missing_attributes("cue", {}) == ()


def test_unknown_attributes_and_bad_values_are_named(news_review):
    problems = news_review.attribute_problems("claim", {"certainty": "sure", "mood": "x"})
    assert len(problems) == 2
    assert "'sure'" in problems[0]
    assert "asserted" in problems[0]
    assert "'mood'" in problems[1]
    assert news_review.attribute_problems("claim", {"certainty": "hedged"}) == ()
    assert "'claims'" in news_review.attribute_problems("claims", {})[0]


def test_attributes_of_relations_are_checked_too(news_review):
    assert news_review.relation_attribute_problems("contradicts", {"about": "actor"}) == ()
    assert len(news_review.relation_attribute_problems("contradicts", {"about": "mood"})) == 1
    assert len(news_review.relation_attribute_problems("nothing", {})) == 1


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("choice", ["a"], ["c", 1, None, ["a"]]),
        ("many", [["a"], ["b", "a"], [], ("a",)], ["a", ["a", "a"], ["c"], [["a"]], None]),
        ("text", ["", "anything"], [1, None]),
        ("entity", ["port"], [1]),
        ("number", [1, 2.5, 0], ["1", True, None]),
    ],
)
def test_each_kind_of_attribute_takes_its_own_values(kind, good, bad):
    values = (Value("a", "A"), Value("b", "B")) if kind in {"choice", "many"} else ()
    attribute = Attribute("x", "X", kind=kind, values=values)
    assert [attribute.problem_with(each) for each in good] == [None] * len(good)
    assert all(attribute.problem_with(each) for each in bad)


def rules_that_hold(scheme, label_id, attributes, *relations):
    label = scheme.label(label_id)
    return {
        rule.id
        for rule in scheme.rules
        if rule.label == label_id
        and (not rule.having or rule.having in relations)
        and rule.without not in relations
        and rule.fits(label, attributes)
    }


def test_an_unnamed_source_without_a_reason_is_caught_twice(news_review):
    attributes = {"source_type": "unnamed_person", "anonymity_reason": "not_given"}
    caught = rules_that_hold(news_review, "source", attributes)
    assert caught == {"unnamed_source", "unnamed_source_unexplained"}
    undecided = {"source_type": "unnamed_person"}
    assert rules_that_hold(news_review, "source", undecided) == {"unnamed_source"}
    explained = {**attributes, "anonymity_reason": "given"}
    assert rules_that_hold(news_review, "source", explained) == {"unnamed_source"}


def test_a_check_worthy_figure_is_caught_until_it_has_a_source(news_review):
    figure = {"claim_kind": "statistic", "check_worthiness": "check_worthy"}
    textual = {"share_of_what", "time_without_date"}
    caught = rules_that_hold(news_review, "claim", figure)
    assert caught - textual == {"worthy_claim_without_source"}
    told = rules_that_hold(news_review, "claim", figure, "attributed_to")
    assert told - textual == {"figure_of_vague_source"}
    hedged = rules_that_hold(news_review, "claim", {**figure, "certainty": "hedged"})
    assert hedged - textual == set()


def test_a_cue_without_a_source_is_caught_on_its_claim(news_review):
    textual = {"time_without_date"}
    cued = rules_that_hold(news_review, "claim", {}, "cued_by")
    assert cued - textual == {"cue_without_source"}
    assert rules_that_hold(news_review, "claim", {}, "cued_by", "attributed_to") == textual
    assert rules_that_hold(news_review, "claim", {}) == textual


def test_lookups_of_unknown_ids_answer_with_none(news_review):
    assert news_review.label("nothing") is None
    assert news_review.relation("nothing") is None
    assert news_review.article_label("nothing") is None
    assert news_review.flag_reason("nothing") is None
    assert news_review.label("claim").attribute("nothing") is None
    assert news_review.label("claim").attribute("certainty").value("hedged").name == "Hedged"
