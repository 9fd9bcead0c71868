"""Each layer on examples small enough to count by hand, and where a figure is not defined."""

import pytest

from annotator.agreement.cases import Cases, confusion
from annotator.agreement.figure import NEEDS_TWO, NO_OVERLAP, NO_VARIATION, NOTHING_MARKED
from annotator.agreement.making import MEASURES, Wanted
from annotator.agreement.material import Material, Shared
from annotator.agreement.report import figures, steps
from tests.agreement.shelf import material, reading
from tests.builders import scheme

TEXT = "Mayor Ruiz said the bridge will cost 4m euros. Critics call Ruiz a hero. Nobody asked. "


def figure(given, layer, subject, measure, *, level=None, people=None, **wanted):
    """The one figure of that kind."""
    told = figures(given, Wanted(measures=MEASURES, has_intervals=False, **wanted))
    found = [
        each
        for each in told
        if (each.layer, each.subject, each.measure) == (layer, subject, measure)
        and level in (None, each.level)
        and people in (None, each.annotators)
    ]
    assert len(found) == 1, [(e.layer, e.subject, e.measure, e.level, e.annotators) for e in told]
    return found[0]


class TestSpans:
    GIVEN = material(
        {
            "ana": [("claim", 0, 10), ("claim", 20, 30), ("source", 40, 45), ("cue", 50, 53)],
            "ben": [("claim", 0, 10), ("claim", 22, 34), ("cue", 40, 45)],
        }
    )

    @pytest.mark.parametrize(
        ("measure", "value"),
        [
            ("f1_exact", 2 * 1 / 7),
            ("f1_overlap", 2 * 2 / 7),
            ("f1_partial", 2 * 1.5 / 7),
            ("f1_boundary", 2 * 2 / 7),
        ],
    )
    def test_f1_of_all_labels(self, measure, value):
        found = figure(self.GIVEN, "spans", "", measure)
        assert found.value == pytest.approx(value)
        assert found.n == 7
        assert found.is_small

    def test_f1_of_one_label(self):
        found = figure(self.GIVEN, "spans", "claim", "f1_overlap")
        assert (found.value, found.n) == (1.0, 4)
        assert figure(self.GIVEN, "spans", "claim", "f1_exact").value == 0.5

    def test_each_annotation_answers_to_one_other_at_most_by_largest_overlap(self):
        given = material(
            {
                "ana": [("claim", 0, 20)],
                "ben": [("claim", 0, 5), ("claim", 6, 20), ("claim", 18, 30)],
            }
        )
        assert figure(given, "spans", "claim", "f1_overlap").value == pytest.approx(2 / 4)
        kinds = [
            (c.start, c.end, c.kind) for c in Cases(given).of("spans", "claim", ("ana", "ben"))
        ]
        assert kinds == [(0, 5, "only_one"), (0, 20, "boundary"), (18, 30, "only_one")]

    def test_what_is_marked_identically_is_a_pair_before_what_merely_holds_it(self):
        given = material(
            {"ana": [("claim", 0, 10), ("claim", 0, 30)], "ben": [("claim", 0, 10)]},
            {"ana": [("claim", 5, 9)], "ben": [("claim", 5, 9)]},
        )
        assert figure(given, "spans", "claim", "f1_exact").value == pytest.approx(2 * 2 / 5)

    def test_tokens_count_with_their_labels(self):
        given = material(
            {"ana": [("claim", 0, 15)], "ben": [("claim", 6, 19)]}, text=TEXT
        )  # Mayor Ruiz said | Ruiz said the
        found = figure(given, "spans", "claim", "f1_token")
        assert found.value == pytest.approx(2 * 2 / 6)
        assert (found.n, found.unit, found.support) == (6, "tokens", 2)

    def test_more_than_two_people_are_the_mean_over_pairs_weighted_by_spans(self):
        given = material(
            {"ana": [("claim", 0, 9)], "ben": [("claim", 0, 9)], "chi": [("claim", 50, 60)] * 1},
            {"ana": [("claim", 3, 9)], "ben": [("claim", 0, 9)]},
        )
        found = figure(given, "spans", "", "f1_exact", people=("ana", "ben", "chi"))
        assert found.value == pytest.approx((2 * 1 + 0 + 0) / (4 + 2 + 2))
        pair = figure(given, "spans", "", "f1_exact", people=("ana", "ben"))
        assert pair.value == pytest.approx(2 / 4)

    def test_boilerplate_counts_only_by_itself(self):
        given = material(
            {
                "ana": [("boilerplate", 0, 9), ("claim", 10, 20)],
                "ben": [("boilerplate", 0, 9), ("claim", 12, 20)],
            }
        )
        assert figure(given, "spans", "", "f1_exact").value == 0.0
        assert figure(given, "spans", "boilerplate", "f1_exact").value == 1.0


class TestCharacters:
    def test_found_counts_every_character_of_what_both_finished(self):
        given = material({"ana": [("claim", 0, 10)], "ben": [("claim", 5, 10)]}, text="x" * 20)
        found = figure(given, "found", "claim", "alpha")
        # Coincidences: in-in 10, out-out 20, in-out 5 each way; n = 40, 15 in, 25 out.
        assert found.value == pytest.approx(1 - 39 * 10 / (2 * 15 * 25))
        assert (found.n, found.unit, found.support) == (20, "characters", 2)

    def test_an_article_that_both_left_empty_enters(self):
        lines = {"ana": [("claim", 0, 10)], "ben": [("claim", 5, 10)]}
        with_empty = material(lines, {"ana": [], "ben": []}, text="x" * 20)
        found = figure(with_empty, "found", "claim", "alpha")
        assert found.n == 40
        assert found.value == pytest.approx(1 - 79 * 10 / (2 * 15 * 65))
        spans = figure(with_empty, "spans", "claim", "f1_exact")
        assert (spans.n, spans.articles) == (2, 1)

    def test_an_article_that_one_has_not_finished_does_not_enter(self):
        given = material(
            {"ana": [("claim", 0, 10)], "ben": [("claim", 5, 10)]},
            {"ana": [("claim", 0, 20)]},
            text="x" * 20,
        )
        assert figure(given, "found", "claim", "alpha").n == 20

    def test_named_alike_compares_the_sets_of_labels_where_two_marked(self):
        given = material({"ana": [("claim", 0, 10), ("source", 0, 4)], "ben": [("claim", 0, 8)]})
        found = figure(given, "named", "", "percentage")
        assert (found.value, found.n) == (pytest.approx(4 / 8), 8)
        assert found.coverage == pytest.approx(8 / 10)

    def test_skewed_labels_have_ac1_beside_alpha(self):
        given = material({"ana": [("claim", 0, 2)], "ben": [("claim", 1, 3)]}, text="x" * 100)
        assert figure(given, "found", "claim", "alpha").value < 0.5
        assert figure(given, "found", "claim", "ac1").value > 0.95

    def test_two_articles_never_touch(self):
        given = material(
            {"ana": [("claim", 90, 100)], "ben": [("claim", 90, 100)]},
            {"ana": [("claim", 0, 10)], "ben": [("claim", 5, 10)]},
        )
        cases = Cases(given).of("spans", "claim", ("ana", "ben"))
        assert [(c.article_id, c.kind) for c in cases] == [("a1", "alike"), ("a2", "boundary")]


class TestAttributes:
    GIVEN = material(
        {
            "ana": [
                ("claim", 0, 10, {"check_worthiness": "check_worthy", "certainty": "asserted"}),
                ("claim", 20, 30, {"check_worthiness": "unimportant"}),
                ("claim", 40, 50, {"check_worthiness": "not_checkable"}),
            ],
            "ben": [
                ("claim", 0, 12, {"check_worthiness": "check_worthy", "certainty": "hedged"}),
                ("claim", 20, 30, {"check_worthiness": "not_checkable"}),
            ],
        }
    )

    def test_unmatched_annotations_are_no_disagreement_and_coverage_says_so(self):
        found = figure(self.GIVEN, "attribute", "claim.check_worthiness", "percentage")
        assert (found.value, found.n) == (0.5, 2)
        assert found.coverage == pytest.approx(4 / 5)

    def test_the_level_of_measurement_is_that_of_the_scheme(self):
        found = figure(self.GIVEN, "attribute", "claim.check_worthiness", "alpha")
        assert found.level == "ordinal"
        # Ranks with counts 1, 1, 2 at 0.5, 1.5, 3: one pair is a rank apart, of four values.
        assert found.value == pytest.approx(1 - 3 * 2 * 1 / (2 * (1 + 2 * 6.25 + 2 * 2.25)))

    def test_what_has_no_value_is_missing(self):
        found = figure(self.GIVEN, "attribute", "claim.certainty", "percentage")
        assert (found.value, found.n) == (0.0, 1)

    def test_the_cases_hold_what_only_one_marked(self):
        cases = Cases(self.GIVEN).of("attribute", "claim.check_worthiness", ("ana", "ben"))
        assert [(c.kind, c.first, c.second) for c in cases] == [
            ("alike", "check_worthy", "check_worthy"),
            ("value", "unimportant", "not_checkable"),
            ("only_one", "not_checkable", ""),
        ]


class TestTargets:
    def given(self, ana, ben):
        """Attitudes towards the one Ruiz of the second sentence, by two people."""
        lines = [
            [("sentiment", 60, 64, {"polarity": value})] if value else [] for value in (ana, ben)
        ]
        first = [("sentiment", 6, 10, {"polarity": "negative"})]
        return material({"ana": [*first, *lines[0]], "ben": [*first, *lines[1]]}, text=TEXT)

    def test_a_target_that_one_did_not_mark_is_missing(self):
        found = figure(
            self.given("positive", None), "target", "sentiment", "alpha", level="ordinal"
        )
        assert found.n == 1
        assert found.coverage == pytest.approx(1 / 2)
        assert (found.value, found.undefined) == (None, NO_VARIATION)

    def test_mixed_is_missing_on_the_scale_and_a_value_beside_it(self):
        given = self.given("mixed", "positive")
        assert figure(given, "target", "sentiment", "percentage", level="ordinal").n == 1
        nominal = figure(given, "target", "sentiment", "percentage", level="nominal")
        assert (nominal.n, nominal.value) == (2, 0.5)


class TestRelations:
    def given(self):
        text = "x" * 100
        ana = reading(
            "ana",
            [("claim", 0, 10), ("source", 20, 25), ("claim", 30, 40), ("cue", 50, 53)],
            text=text,
            links=[("attributed_to", 0, 1), ("attributed_to", 2, 1), ("cued_by", 0, 3)],
        )
        ben = reading(
            "ben",
            [("claim", 0, 12), ("source", 20, 25), ("claim", 30, 40)],
            text=text,
            links=[("attributed_to", 0, 1)],
        )
        return Material([Shared("a1", text, {"ana": ana, "ben": ben})], scheme(), ("ana", "ben"))

    def test_end_to_end_counts_all_and_conditional_those_with_both_ends_found(self):
        given = self.given()
        assert figure(given, "relation", "", "f1_end_to_end").value == pytest.approx(2 / 4)
        found = figure(given, "relation", "", "f1_conditional")
        assert (found.value, found.n) == (pytest.approx(2 / 3), 3)
        assert found.coverage == pytest.approx(3 / 4)

    def test_a_kind_of_its_own(self):
        found = figure(self.given(), "relation", "cued_by", "f1_conditional")
        assert (found.value, found.undefined) == (None, NO_OVERLAP)

    def test_the_source_of_a_claim_that_both_marked(self):
        found = figure(self.given(), "frame", "claim.source", "percentage")
        assert (found.value, found.n, found.coverage) == (0.5, 2, 1.0)
        cases = Cases(self.given()).of("frame", "claim.source", ("ana", "ben"))
        assert [(c.kind, bool(c.first), bool(c.second)) for c in cases] == [
            ("alike", True, True),
            ("value", True, False),
        ]

    def test_statements_that_are_the_same_are_clusters(self):
        text = "x" * 60
        lines = [("claim", start, start + 5) for start in (0, 10, 20, 30, 40)]
        links = {"ana": [(0, 1), (1, 2)], "ben": [(1, 0), (2, 3)]}
        sides = {
            name: reading(name, lines, text=text, links=[("same_claim", *ends) for ends in given])
            for name, given in links.items()
        }
        given = Material([Shared("a1", text, sides)], scheme(), ("ana", "ben"))
        found = figure(given, "relation", "same_claim", "b_cubed")
        precision, recall = (1 + 1 + 0.5 + 0.5) / 4, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4
        assert found.n == 4, "the fifth is alone for both"
        assert found.value == pytest.approx(2 * precision * recall / (precision + recall))

    def test_direction_and_kind_count(self):
        text = "x" * 60
        lines = [("claim", 0, 10), ("claim", 20, 30)]
        sides = {
            "ana": reading(
                "ana", lines, text=text, links=[("supports", 0, 1), ("same_claim", 0, 1)]
            ),
            "ben": reading(
                "ben", lines, text=text, links=[("supports", 1, 0), ("same_claim", 1, 0)]
            ),
        }
        given = Material([Shared("a1", text, sides)], scheme(), ("ana", "ben"))
        assert figure(given, "relation", "supports", "f1_end_to_end").value == 0.0
        assert figure(given, "relation", "same_claim", "f1_end_to_end").value == 1.0
        assert figure(given, "relation", "", "f1_end_to_end").value == 0.5


def test_article_labels_are_units_of_articles():
    text = "x" * 20
    said = [("news", "news"), ("news", "opinion"), ("opinion", "opinion"), (None, "news")]
    shared = [
        Shared(
            f"a{n}",
            text,
            {
                person: reading(person, [], labels={"genre": value} if value else {})
                for person, value in zip(("ana", "ben"), pair, strict=True)
            },
        )
        for n, pair in enumerate(said)
    ]
    given = Material(shared, scheme(), ("ana", "ben"))
    found = figure(given, "article_label", "genre", "percentage")
    assert (found.value, found.n, found.coverage) == (pytest.approx(2 / 3), 3, pytest.approx(3 / 4))
    cases = Cases(given).of("article_label", "genre", ("ana", "ben"))
    assert [each.kind for each in cases] == ["alike", "value", "alike", "only_one"]


class TestWhereAFigureIsNotDefined:
    def test_one_person_needs_two(self):
        given = material({"ana": [("claim", 0, 9)]})
        (only,) = figures(given, Wanted())
        assert (only.value, only.undefined) == (None, NEEDS_TWO)

    def test_two_who_finished_nothing_in_common_have_no_overlap(self):
        given = material({"ana": [("claim", 0, 9)]}, {"ben": [("claim", 0, 9)]})
        (only,) = figures(given, Wanted())
        assert (only.value, only.undefined) == (None, NO_OVERLAP)

    def test_nothing_marked_by_anybody(self):
        given = material({"ana": [], "ben": []})
        assert figure(given, "spans", "", "f1_exact").undefined == NOTHING_MARKED
        assert figure(given, "found", "", "alpha").undefined == NO_VARIATION

    def test_equal_values_are_no_variation_and_neither_one_nor_nought(self):
        lines = [("claim", 0, 9, {"certainty": "asserted"})]
        given = material({"ana": lines, "ben": lines})
        found = figure(given, "attribute", "claim.certainty", "alpha")
        assert (found.value, found.undefined) == (None, NO_VARIATION)

    def test_without_a_shared_article_nothing_is_perfect(self):
        given = material(
            {"ana": [("claim", 0, 9)]}, {"ben": [("claim", 0, 9)]}, {"chi": [("cue", 1, 3)]}
        )
        assert all(each.value is None for each in figures(given, Wanted()))


class TestIntervals:
    def given(self):
        same, moved = [("claim", 0, 9)], [("claim", 0, 12)]
        return material(*({"ana": same, "ben": moved if n % 3 else same} for n in range(30)))

    def test_the_interval_holds_the_value_and_is_the_same_for_the_same_seed(self):
        wanted = Wanted(measures=("f1_exact",), seed=7)
        one, other = figures(self.given(), wanted), figures(self.given(), wanted)
        assert one == other
        low, high = one[0].interval
        assert low < one[0].value < high

    def test_another_seed_draws_other_articles(self):
        told = [figures(self.given(), Wanted(measures=("f1_exact",), seed=n))[0] for n in (1, 2)]
        assert told[0].value == told[1].value
        assert told[0].interval != told[1].interval

    def test_one_article_has_no_interval(self):
        given = material({"ana": [("claim", 0, 9)], "ben": [("claim", 0, 9)]})
        assert figures(given, Wanted(measures=("f1_exact",)))[0].interval is None


def test_the_confusion_of_labels_counts_what_only_one_marked():
    counted = confusion(Cases(TestSpans.GIVEN).of("spans", "", ("ana", "ben")))
    assert counted == {
        ("claim", "claim"): 2,
        ("source", "cue"): 1,
        ("cue", ""): 1,
    }


def test_progress_is_told_and_can_stop_the_work():
    told = []
    given = TestSpans.GIVEN
    figures(given, Wanted(), lambda done: told.append(done) is None)
    assert told == list(range(1, steps(given) + 1))
    assert figures(given, Wanted(), lambda _: False) != figures(given, Wanted())


def test_unitizing_is_told_on_demand():
    found = figure(TestSpans.GIVEN, "spans", "claim", "alpha_unitizing")
    assert 0 < found.value < 1
    assert "alpha_unitizing" not in {each.measure for each in figures(TestSpans.GIVEN, Wanted())}
