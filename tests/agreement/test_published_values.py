"""The values that books and articles print, on the data that they print."""

import math

import numpy as np
import pytest

from annotator.agreement import coefficients, unitizing
from annotator.agreement.clusters import b_cubed
from annotator.agreement.coefficients import ratings

NONE = None
FOUR_CODERS = [
    [1, 1, NONE, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
    [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [NONE, 5, 5, 5], [NONE, NONE, 1, 1],
    [NONE, NONE, 3, NONE],
]  # fmt: skip
FLEISS_COUNTS = [
    (0, 0, 0, 6, 0), (0, 3, 0, 0, 3), (0, 1, 4, 0, 1), (0, 0, 0, 0, 6), (0, 3, 0, 3, 0),
    (2, 0, 4, 0, 0), (0, 0, 4, 0, 2), (2, 0, 3, 1, 0), (2, 0, 0, 4, 0), (0, 0, 0, 0, 6),
    (1, 0, 0, 5, 0), (1, 1, 0, 4, 0), (0, 3, 3, 0, 0), (1, 0, 0, 5, 0), (0, 2, 0, 3, 1),
    (0, 0, 5, 0, 1), (3, 0, 0, 1, 2), (5, 1, 0, 0, 0), (0, 2, 0, 4, 0), (1, 0, 2, 0, 3),
    (0, 0, 0, 0, 6), (0, 1, 0, 5, 0), (0, 2, 0, 1, 3), (2, 0, 0, 4, 0), (1, 0, 0, 4, 1),
    (0, 5, 0, 1, 0), (4, 0, 0, 0, 2), (0, 2, 0, 4, 0), (1, 0, 5, 0, 0), (0, 0, 0, 0, 6),
]  # fmt: skip


HAYES = """
    112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223
    111.1 111.1 212.2 1233. 1101. 000.0 0011. 00.00 2333. 0000. 12.22 0111. 00010 1212.
    1122. 112.2 110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12 2222. 111.1
"""


def rows_of(counts, values="abcde"):
    """Counts of values as rows of ratings."""
    return [[v for v, n in zip(values, row, strict=True) for _ in range(n)] for row in counts]


def table(*rows):
    """A square of counts as rows of two ratings."""
    return [[i, j] for i, row in enumerate(rows) for j, n in enumerate(row) for _ in range(n)]


def test_cohen_1960():
    given = ratings(table((88, 14, 18), (10, 40, 10), (2, 6, 12)))
    assert coefficients.cohen(given).value() == pytest.approx(0.492, abs=0.0005)
    assert coefficients.percentage(given).value() == pytest.approx(0.70)


def test_fleiss_1971():
    given = ratings(rows_of(FLEISS_COUNTS))
    assert coefficients.percentage(given).value() == pytest.approx(0.5556, abs=0.0001)
    assert coefficients.fleiss(given).value() == pytest.approx(0.430, abs=0.0005)


@pytest.mark.parametrize(
    ("value", "kappa"),
    [("a", 0.248), ("b", 0.248), ("c", 0.517), ("d", 0.470), ("e", 0.565)],
)
def test_fleiss_1971_by_category(value, kappa):
    rows = [[each == value for each in row] for row in rows_of(FLEISS_COUNTS)]
    given = ratings(rows)
    # The article rounds on the way: exactly it is .245, .245, .520, .471, .566.
    assert coefficients.fleiss(given).value() == pytest.approx(kappa, abs=0.004)


def test_krippendorff_2004_page_224():
    one, other = "1100000000", "0110010100"
    given = ratings([[a, b] for a, b in zip(one, other, strict=True)])
    assert coefficients.alpha(given).value() == pytest.approx(0.095, abs=0.0005)


def test_krippendorff_2004_page_227():
    one, other = "aabbbbbccccc", "abbbbbcccccc"
    given = ratings([[a, b] for a, b in zip(one, other, strict=True)])
    assert coefficients.alpha(given).value() == pytest.approx(0.734, abs=0.0005)


@pytest.mark.parametrize(
    ("counts", "kappa"),
    [
        (((12, 9, 9), (9, 14, 9), (9, 9, 20)), 0.186),
        (((12, 18, 18), (0, 14, 18), (0, 0, 20)), 0.258),
    ],
)
def test_krippendorff_2004_page_246(counts, kappa):
    given = ratings(table(*counts))
    assert coefficients.percentage(given).value() == pytest.approx(0.46)
    assert coefficients.cohen(given).value() == pytest.approx(kappa, abs=0.0005)


@pytest.mark.parametrize(
    ("level", "value"),
    [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)],
)
def test_krippendorff_2011_with_missing_values(level, value):
    given = ratings(FOUR_CODERS)
    assert coefficients.alpha(given, level).value() == pytest.approx(value, abs=0.0005)


@pytest.mark.parametrize(("level", "value"), [("nominal", 0.691), ("interval", 0.811)])
def test_the_example_of_the_encyclopaedia(level, value):
    coders = ("*****34121133*3", "1*213343*******", "**21344*21133*4")
    columns = [[None if c == "*" else int(c) for c in coder] for coder in coders]
    given = ratings([list(row) for row in zip(*columns, strict=True)])
    assert coefficients.alpha(given, level).value() == pytest.approx(value, abs=0.0006)


def test_hayes_and_krippendorff_2007():
    rows = [[None if c == "." else int(c) for c in row] for row in HAYES.split()]
    given = ratings(rows)
    assert given.codes.shape == (40, 5)
    assert coefficients.alpha(given, "ordinal").value() == pytest.approx(0.7598, abs=0.0001)
    assert coefficients.alpha(given, "nominal").value() == pytest.approx(0.4765, abs=0.0001)
    assert coefficients.alpha(given, "interval").value() == pytest.approx(0.7574, abs=0.0001)


class TestArtsteinAndPoesio:
    """2008, a hundred items: statements, requests, checks."""

    GIVEN = ratings(table((46, 0, 0), (6, 32, 6), (0, 0, 10)))
    HALF = np.array([[0, 1, 0.5], [1, 0, 0.5], [0.5, 0.5, 0]])

    def test_without_weights(self):
        assert coefficients.percentage(self.GIVEN).value() == pytest.approx(0.88)
        assert coefficients.cohen(self.GIVEN).value() == pytest.approx(0.8013, abs=0.0001)
        assert coefficients.alpha(self.GIVEN).value() == pytest.approx(0.800, abs=0.001)

    def test_with_checks_half_as_far(self):
        alpha = coefficients.alpha(self.GIVEN, self.HALF).value()
        assert alpha == pytest.approx(0.8156, abs=0.0001)
        kappa = coefficients.cohen(self.GIVEN, self.HALF).value()
        assert kappa == pytest.approx(0.8163, abs=0.0001)

    def test_the_first_example(self):
        given = ratings(table((20, 10), (20, 50)))
        assert coefficients.cohen(given).value() == pytest.approx(0.348, abs=0.0005)


def test_gwet_2008():
    given = ratings(table((8, 1), (0, 1)))
    assert coefficients.ac1(given).value() == pytest.approx(0.8658, abs=0.0001)


def test_gwet_on_the_data_of_cohen():
    given = ratings(table((88, 14, 18), (10, 40, 10), (2, 6, 12)))
    assert coefficients.ac1(given).value() == pytest.approx(0.5760, abs=0.0001)


class TestUnitizing:
    """Krippendorff 2004, the continuum of 300 from 150, and 1995, that of 24."""

    C = ([(225, 70), (370, 30)], [(220, 80), (355, 20), (400, 20)])
    K = ((180, 60), (300, 50))

    def test_observed_and_expected_disagreement(self):
        found = unitizing.compare(*self.C, begin=150, length=300)
        assert found.observed == pytest.approx(0.0144, abs=0.00005)
        assert found.expected == pytest.approx(0.0532, abs=0.00005)

    def test_alpha_by_category_and_together(self):
        c = unitizing.compare(*self.C, begin=150, length=300)
        k = unitizing.compare(self.K, self.K, begin=150, length=300)
        assert unitizing.alpha([c]) == pytest.approx(0.7286, abs=0.0001)
        assert unitizing.alpha([k]) == 1.0
        assert unitizing.alpha([c, k]) == pytest.approx(0.8591, abs=0.0005)

    def test_distances_between_sections(self):
        assert unitizing.distance((225, 70, True), (220, 80, True)) == 50
        assert unitizing.distance((370, 30, True), (355, 20, True)) == 850
        assert unitizing.distance((400, 50, False), (400, 20, True)) == 400

    @pytest.mark.parametrize(
        ("one", "other", "observed", "alpha"),
        [
            ("2+8 14+6", "4+4 15+2", 0.03125, 0.553),
            ("0+18", "0+2 2+1 3+1 4+1 5+1 6+3 9+1", 2.26736, -0.926),
            ("2+6 10+2 14+4 20+2", "0+2 4+4 10+4 16+2 20+2", 0.02777, 0.679),
            ("0+2 2+8 10+4 14+6 20+4", "0+4 4+4 8+7 15+2 17+7", 0.38715, 0.066),
        ],
    )
    def test_the_four_pairs_of_1995(self, one, other, observed, alpha):
        found = unitizing.compare(_units(one), _units(other), begin=0, length=24)
        assert found.observed == pytest.approx(observed, abs=0.00001)
        long = [_units(each, stretch=50_000) for each in (one, other)]
        found = unitizing.compare(*long, begin=0, length=24 * 50_000)
        assert unitizing.alpha([found]) == pytest.approx(alpha, abs=0.02)

    def test_nothing_marked_has_no_alpha(self):
        nothing = unitizing.compare([], [], begin=0, length=50)
        assert unitizing.alpha([nothing]) is None


def _units(words, stretch=1):
    """Units written as begin+length."""
    pairs = [each.split("+") for each in words.split()]
    return [(int(begin) * stretch, int(length) * stretch) for begin, length in pairs]


def test_a_table_of_ratings_is_read_row_by_row():
    given = ratings(FOUR_CODERS)
    assert given.people == 4
    assert list(given.values) == [1, 2, 3, 4, 5]
    assert math.isclose(float(given.weight.sum()), 12)


@pytest.mark.parametrize(
    ("response", "precision"),
    [([1] * 5 + [2] * 2 + [2] * 5, 0.762), ([1] * 5 + [2] * 2 + [1] * 5, 0.583)],
)
def test_bagga_and_baldwin_1998(response, precision):
    """Twelve mentions in three chains; a response joins two of the chains."""
    truth = np.array([1] * 5 + [2] * 2 + [3] * 5)
    precisions, recalls = b_cubed(truth, np.array(response))
    assert precisions.mean() == pytest.approx(precision, abs=0.0005)
    assert recalls.mean() == 1.0
