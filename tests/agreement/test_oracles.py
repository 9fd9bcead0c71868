"""Other people's code gives the same figures on random data, to nine digits."""

import random
import re
import warnings
from collections.abc import Callable, Iterable
from functools import wraps

import numpy as np
import pytest

from annotator.agreement import clusters, coefficients, relations, spans
from annotator.agreement.coefficients import MISSING, ratings
from annotator.agreement.making import MEASURES, Maker, Wanted
from annotator.agreement.matching import Matching
from annotator.agreement.material import Material, Reading, Shared
from annotator.agreement.report import figures
from annotator.agreement.tokens import Tokens
from annotator.domain.annotation import Annotation
from annotator.domain.relation import Relation
from annotator.domain.span import Span
from tests.agreement.shelf import material
from tests.builders import scheme

CASES = range(200)


def on_each(seeds: Iterable[int]) -> Callable[[Callable[[int], None]], Callable[[], None]]:
    """Makes one test of a comparison on many seeds; the seed that fails is named."""

    def made(compare: Callable[[int], None]) -> Callable[[], None]:
        @wraps(compare)
        def test() -> None:
            for seed in seeds:
                try:
                    compare(seed)
                except BaseException as failure:
                    failure.add_note(f"seed {seed}")
                    raise

        # Else pytest would ask for a fixture of the name of the argument.
        del test.__wrapped__  # type: ignore[attr-defined]
        return test

    return made


def table(seed, *, people=None, missing=0.2, kinds=None):
    """Random ratings in which people mostly follow the same truth."""
    chance = random.Random(seed)
    people = people or chance.randint(2, 6)
    kinds = kinds or chance.randint(2, 6)
    rows = []
    for _ in range(chance.randint(8, 60)):
        truth = chance.randint(1, kinds)
        row = [truth if chance.random() < 0.7 else chance.randint(1, kinds) for _ in range(people)]
        rows.append([None if chance.random() < missing else value for value in row])
    return rows


def same(ours, theirs):
    assert ours is not None
    assert ours == pytest.approx(theirs, abs=1e-9)


@on_each(CASES)
def test_alpha_with_missing_values_equals_krippendorff(seed):
    import krippendorff

    rows = table(seed)
    data = np.array([[np.nan if v is None else v for v in row] for row in rows]).T
    for level in ("nominal", "ordinal", "interval", "ratio"):
        same(
            coefficients.alpha(ratings(rows), level).value(),
            krippendorff.alpha(reliability_data=data, level_of_measurement=level),
        )


@on_each(CASES[::4])
def test_alpha_with_missing_values_equals_nltk(seed):
    from nltk.metrics.agreement import AnnotationTask

    rows = table(seed)
    told = [
        (str(who), str(unit), value)
        for unit, row in enumerate(rows)
        for who, value in enumerate(row)
        if value is not None
    ]
    same(coefficients.alpha(ratings(rows)).value(), AnnotationTask(data=told).alpha())


@on_each(CASES)
def test_kappa_equals_scikit_learn(seed):
    from sklearn.metrics import cohen_kappa_score

    rows = table(seed, people=2, kinds=4)
    both = [row for row in rows if None not in row]
    one, other = zip(*both, strict=True)
    for ours, theirs in (("", None), ("linear", "linear"), ("quadratic", "quadratic")):
        same(
            coefficients.cohen(ratings(rows, values=[1, 2, 3, 4]), ours).value(),
            cohen_kappa_score(one, other, weights=theirs, labels=[1, 2, 3, 4]),
        )


@on_each(CASES)
def test_fleiss_equals_statsmodels(seed):
    from statsmodels.stats.inter_rater import fleiss_kappa

    rows = table(seed, missing=0.03, people=3)
    whole = [row for row in rows if None not in row]
    counts = [[row.count(value) for value in range(1, 7)] for row in whole]
    same(coefficients.fleiss(ratings(rows)).value(), fleiss_kappa(np.array(counts)))


@on_each(CASES)
def test_percentage_is_the_mean_over_pairs_of_values(seed):
    rows = table(seed)
    shares = []
    for row in rows:
        said = [value for value in row if value is not None]
        pairs = [(a, b) for n, a in enumerate(said) for b in said[n + 1 :]]
        if pairs:
            shares.append(sum(a == b for a, b in pairs) / len(pairs))
    same(coefficients.percentage(ratings(rows)).value(), sum(shares) / len(shares))


@on_each(CASES[::4])
def test_ac1_of_complete_ratings_equals_its_definition(seed):
    rows = table(seed, missing=0.0)
    values = sorted({value for row in rows for value in row})
    agreed = coefficients.percentage(ratings(rows)).value()
    shares = [sum(row.count(v) for row in rows) / sum(map(len, rows)) for v in values]
    chance = sum(p * (1 - p) for p in shares) / (len(values) - 1)
    same(coefficients.ac1(ratings(rows)).value(), (agreed - chance) / (1 - chance))


def condensed_rows(given):
    return sorted(
        (int(a), tuple(c), float(w))
        for a, c, w in zip(given.article, given.codes.tolist(), given.weight, strict=True)
    )


@on_each(CASES[::8])
def test_rows_that_are_alike_count_as_often_as_they_are(seed):
    given = ratings(table(seed, people=2, kinds=2))
    together = coefficients.Ratings(
        np.zeros(len(given.article), dtype=np.int64), given.codes, given.weight, given.values, 1
    )
    fewer = coefficients.condensed(together)
    assert len(fewer.codes) < len(given.codes)
    assert (fewer.codes >= MISSING).all()
    assert len(condensed_rows(fewer)) == len({row[1] for row in condensed_rows(fewer)})
    same(coefficients.alpha(fewer).value(), coefficients.alpha(given).value())
    same(coefficients.ac1(fewer).value(), coefficients.ac1(given).value())


def marked(seed):
    """Spans of two people in windows of their own, so that nobody can pair them otherwise."""
    chance = random.Random(seed)
    one, other = [], []
    labels = ("claim", "source", "cue")
    for window in range(chance.randint(4, 9)):
        begin, label = window * 10, chance.choice(labels)
        start, end = begin + chance.randint(0, 3), begin + chance.randint(5, 8)
        kind = chance.random()
        if kind < 0.85:
            one.append((label, start, end))
        if kind > 0.15:
            moved = chance.choice((0, 0, 1))
            named = label if chance.random() < 0.8 else chance.choice(labels)
            other.append((named, start + moved, end))
    return one, other


@on_each(CASES)
def test_f1_of_spans_equals_nervaluate(seed):
    from nervaluate import Evaluator

    one, other = marked(seed)
    given = material({"ana": one, "ben": other})
    if not given.pairs or not one or not other:
        pytest.fail("the example is empty")
    truth, said = (
        [[{"label": each[0], "start": each[1], "end": each[2] - 1} for each in sorted_by(lines)]]
        for lines in (one, other)
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = Evaluator(truth, said, tags=["claim", "source", "cue"], loader="dict").evaluate()
    theirs = found["overall"]
    typed = [Matching(given, "ana", "ben")]
    untyped = [Matching(given, "ana", "ben", is_typed=False)]
    same(spans.typed(given, typed, "", "f1_exact").value() or 0.0, theirs["strict"].f1)
    same(spans.boundary(given, untyped).value() or 0.0, theirs["exact"].f1)
    same(spans.typed(given, typed, "", "f1_overlap").value() or 0.0, theirs["ent_type"].f1)
    credited = spans.typed(given, untyped, "", "f1_partial").value() or 0.0
    same(credited, theirs["partial"].f1)


def sorted_by(lines):
    return sorted(lines, key=lambda line: line[1])


WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
PLACES = [(found.start(), found.end()) for found in re.finditer(r"\w+", WORDS)]


def articles_of_words(seed, people):
    """Whole words with at most one label each; nobody has read everything."""
    chance = random.Random(seed)
    made = []
    for _ in range(4):
        truth = [chance.choice(("claim", "source", "cue", "")) for _ in PLACES]
        readers = chance.sample(people, chance.randint(2, len(people)))
        made.append(
            {
                who: [
                    (label, *place)
                    for label, place in zip(truth, PLACES, strict=True)
                    if label and chance.random() < 0.8
                ]
                for who in readers
            }
        )
    return made


@on_each(CASES)
def test_alpha_of_characters_with_unread_articles_equals_krippendorff(seed):
    import krippendorff

    people = ("ana", "ben", "chi")
    read = articles_of_words(seed, people)
    given = material(*read, text=WORDS)
    maker = Maker(given, Wanted())
    codes = {"claim": 1, "source": 2, "cue": 3}
    on_characters = []
    for who in given.people:
        row = []
        for each in read:
            here = np.full(len(WORDS), np.nan if who not in each else 0.0)
            for label, start, end in each.get(who, ()):
                here[start:end] = codes[label]
            row.append(here)
        on_characters.append(np.concatenate(row))
    said = np.array(on_characters)
    inside = np.where(np.isnan(said), np.nan, said > 0)
    found = maker.columns(maker.in_or_out(""), given.people)
    same(
        coefficients.alpha(found).value(),
        krippendorff.alpha(reliability_data=inside, level_of_measurement="nominal"),
    )
    named = maker.columns(maker.named, given.people)
    same(
        coefficients.alpha(named).value() or 1.0,
        _alpha_of_names(np.where(said > 0, said, np.nan)),
    )


def _alpha_of_names(said):
    """With one value there is no variation, which the package refuses."""
    import krippendorff

    both = said[:, (~np.isnan(said)).sum(axis=0) > 1]
    if len(np.unique(both[~np.isnan(both)])) < 2:
        return 1.0
    return krippendorff.alpha(reliability_data=said, level_of_measurement="nominal")


@on_each(CASES[::20])
def test_what_two_people_agree_on_is_the_same_whoever_else_is_measured(seed):
    whole = material(*articles_of_words(seed, ("ana", "ben", "chi")), text=WORDS)
    pair = Material(whole.shared, whole.scheme, ("ana", "ben"))
    wanted = Wanted(measures=MEASURES, has_intervals=False)
    told = [each for each in figures(whole, wanted) if each.annotators == ("ana", "ben")]
    assert [each for each in figures(pair, wanted) if each.n] == [each for each in told if each.n]


@on_each(CASES)
def test_f1_of_words_equals_scikit_learn(seed):
    from sklearn.metrics import f1_score

    read = [each for each in articles_of_words(seed, ("ana", "ben")) if any(each.values())]
    given = material(*read, text=WORDS)
    labels = ("claim", "source", "cue")
    sides = [
        [
            next((label for label, *place in each[who] if tuple(place) == word), "")
            for each in read
            for word in PLACES
        ]
        for who in ("ana", "ben")
    ]
    same(
        Tokens(given).f1([("ana", "ben")], "").value(),
        f1_score(*sides, labels=labels, average="micro"),
    )


UNITS = [(article, window) for article in ("a1", "a2", "a3") for window in range(6)]
SYMMETRIC = {"same_claim": True, "contradicts": True, "supports": False, "attacks": False}


class Linked:
    """Claims in windows of their own that two people marked and joined, also across articles.

    A third has finished all articles, one of the two perhaps not.
    """

    def __init__(self, seed):
        chance = random.Random(seed)
        truth = [(chance.choice(list(SYMMETRIC)), *chance.sample(UNITS, 2)) for _ in range(18)]
        self.read = {"ana": {"a1", "a2", "a3"}, "ben": {"a1", *chance.sample(["a2", "a3"], 1)}}
        if chance.random() < 0.7:
            self.read["ben"] = self.read["ana"]
        self.marked = {
            who: [unit for unit in UNITS if unit[0] in read and chance.random() < 0.85]
            for who, read in self.read.items()
        }
        self.made = {
            who: [told for line in truth if (told := self._told(chance, line, who))]
            for who in self.read
        }

    def _told(self, chance, line, who):
        """What one of them makes of a true link; None if nothing."""
        kind, begin, end = line
        if not {begin, end} <= set(self.marked[who]) or chance.random() < 0.15:
            return None
        named = kind if chance.random() < 0.8 else chance.choice(list(SYMMETRIC))
        return (named, begin, end) if chance.random() < 0.8 else (named, end, begin)

    def links(self):
        """The links of both, as the program holds them."""
        shared = [
            Shared(
                article,
                "x" * 70,
                {who: self._reading(who, article) for who, read in self.read.items()
                 if article in read} | {"chi": Reading()},
            )
            for article in ("a1", "a2", "a3")
        ]  # fmt: skip
        given = Material(shared, scheme(), ("ana", "ben", "chi"))
        return given, Maker(given, Wanted()).linked(("ana", "ben"))

    def _reading(self, who, article):
        shift = who == "ben"
        annotations = tuple(
            Annotation(f"{who}{w}", a, who, "claim", (Span(10 * w + shift, 10 * w + 8),),
                       "x" * (8 - shift))
            for a, w in self.marked[who] if a == article
        )  # fmt: skip
        relations = tuple(
            Relation(f"r{n}", begin[0], who, kind, f"{who}{begin[1]}", f"{who}{end[1]}", end[0])
            for n, (kind, begin, end) in enumerate(self.made[who]) if begin[0] == article
        )  # fmt: skip
        return Reading(annotations, relations)

    def common(self, who):
        """What somebody joined in the articles that both have finished."""
        both = self.read["ana"] & self.read["ben"]
        return [line for line in self.made[who] if {line[1][0], line[2][0]} <= both]

    def is_found(self, *units):
        """Whether both marked all of them."""
        return all(unit in self.marked[who] for unit in units for who in self.marked)


def f1_by_hand(one, other, agree):
    """Of all that both made, each thing once, how much the other made too."""
    one, other = set(one), set(other)
    agreed = sum(any(agree(a, b) for b in other) for a in one)
    agreed += sum(any(agree(b, a) for b in one) for a in other)
    return agreed / (len(one) + len(other)) if one or other else None


def joins(line):
    """What a link joins: two ends in either order where direction does not count."""
    kind, begin, end = line
    return frozenset((begin, end)) if SYMMETRIC[kind] else (begin, end)


def joins_alike(one, other):
    """Whether two links of any kind join the same, as far as both have a direction."""
    if frozenset in (type(one), type(other)):
        return set(one) == set(other)
    return one == other


@on_each(CASES)
def test_f1_of_relations_equals_its_definition_on_sets(seed):
    linked = Linked(seed)
    given, links = linked.links()
    for kind in ("", *SYMMETRIC):
        sides = [
            [line for line in linked.common(who) if kind in ("", line[0])] for who in linked.read
        ]
        found = [[line for line in side if linked.is_found(*line[1:])] for side in sides]
        typed, untyped = (
            relations.f1(given, links, kind, is_typed=typed) for typed in (True, False)
        )
        for ours, rows in (("end_to_end", sides), ("conditional", found)):
            named = [[(line[0], joins(line)) for line in side] for side in rows]
            assert getattr(typed, ours).value() == pytest.approx(
                f1_by_hand(*named, lambda a, b: a == b), abs=1e-9
            )
            if not kind:
                bare = [[joins(line) for line in side] for side in rows]
                assert getattr(untyped, ours).value() == pytest.approx(
                    f1_by_hand(*bare, joins_alike), abs=1e-9
                )


@on_each(CASES)
def test_b_cubed_equals_its_definition_on_clusters_of_a_graph(seed):
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    linked = Linked(seed)
    both = [unit for unit in UNITS if linked.is_found(unit)]
    company = {}
    for who in linked.read:
        ends = [line[1:] for line in linked.common(who) if line[0] == "same_claim"]
        places = np.array([[UNITS.index(unit) for unit in pair] for pair in ends]).reshape(-1, 2)
        graph = coo_array((np.ones(len(ends)), tuple(places.T)), shape=(len(UNITS), len(UNITS)))
        cluster = dict(zip(UNITS, connected_components(graph, directed=False)[1], strict=True))
        company[who] = {
            unit: {other for other in both if cluster[other] == cluster[unit]} for unit in both
        }
    judged = [unit for unit in both if any(len(company[who][unit]) > 1 for who in company)]
    given, links = linked.links()
    ours = clusters.same_claims(given, links)
    assert ours.n == len(judged)
    if not judged:
        return
    recall, precision = (
        sum(
            len(company["ana"][unit] & company["ben"][unit]) / len(company[who][unit])
            for unit in judged
        )
        / len(judged)
        for who in ("ana", "ben")
    )
    same(ours.value(), 2 * precision * recall / (precision + recall))
