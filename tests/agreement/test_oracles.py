"""Other people's code gives the same figures on random data, to nine digits."""

import random
import re
import warnings
from collections.abc import Callable, Iterable
from functools import wraps

import numpy as np
import pytest

from annotator.agreement import coefficients, spans
from annotator.agreement.coefficients import MISSING, ratings
from annotator.agreement.making import Maker, Wanted
from annotator.agreement.matching import Matching
from annotator.agreement.tokens import Tokens
from tests.agreement.shelf import material

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
