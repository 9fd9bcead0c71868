"""What `annotator agreement` prints where the data of books and articles are a project.

Each unit is an article, each of their values a label on it; where they are numbers, an attribute of
annotations that all agree on. Who gave no value has not finished the article.
"""

from pathlib import Path
from typing import Any

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Record
from annotator.domain.progress import FINISHED, ArticleLabel, Progress
from annotator.domain.span import Span
from annotator.operations import library
from annotator.storage.project import open_project
from tests import builders
from tests.agreement import test_published_values as published
from tests.cli.commands import run

CODERS = ("r1", "r2", "r3", "r4", "r5", "r6")
COHEN = published.table((88, 14, 18), (10, 40, 10), (2, 6, 12))
BINARY = list(zip(map(int, "1100000000"), map(int, "0110010100"), strict=True))
ENCYCLOPAEDIA = list(zip("*****34121133*3", "1*213343*******", "**21344*21133*4", strict=True))
LABELLED: dict[str, Any] = {
    "cohen": COHEN,
    "fleiss": published.rows_of(published.FLEISS_COUNTS),
    "page_224": BINARY,
    "page_227": list(zip("aabbbbbccccc", "abbbbbcccccc", strict=True)),
    "four_coders": published.FOUR_CODERS,
    "four_coders_ordinal": published.FOUR_CODERS,
    "encyclopaedia": ENCYCLOPAEDIA,
    "hayes": published.HAYES.split(),
    "hayes_ordinal": published.HAYES.split(),
    "artstein": published.table((46, 0, 0), (6, 32, 6), (0, 0, 10)),
    "gwet": published.table((8, 1), (0, 1)),
}
TWO = ("r1", "r2")
PUBLISHED = [
    ("cohen", "percentage", "nominal", TWO, 0.70, 1e-9),
    ("cohen", "kappa", "nominal", TWO, 0.492, 0.0005),
    ("fleiss", "percentage", "nominal", CODERS, 0.5556, 0.0001),
    ("fleiss", "fleiss", "nominal", CODERS, 0.430, 0.0005),
    ("page_224", "alpha", "nominal", TWO, 0.095, 0.0005),
    ("page_227", "alpha", "nominal", TWO, 0.734, 0.0005),
    ("four_coders", "alpha", "nominal", CODERS, 0.743, 0.0005),
    ("four_coders_ordinal", "alpha", "ordinal", CODERS, 0.815, 0.0005),
    ("encyclopaedia", "alpha", "nominal", CODERS, 0.691, 0.0006),
    ("hayes", "alpha", "nominal", CODERS, 0.4765, 0.0001),
    ("hayes_ordinal", "alpha", "ordinal", CODERS, 0.7598, 0.0001),
    ("artstein", "percentage", "nominal", TWO, 0.88, 1e-9),
    ("artstein", "kappa", "nominal", TWO, 0.8013, 0.0001),
    ("artstein", "alpha", "nominal", TWO, 0.800, 0.001),
    ("gwet", "ac1", "nominal", TWO, 0.8658, 0.0001),
    ("n.score", "alpha", "interval", TWO, 0.095, 0.0005),
    ("c", "alpha_unitizing", "interval", TWO, 0.7286, 0.0001),
    ("k", "alpha_unitizing", "interval", TWO, 1.0, 1e-9),
]


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What the command prints of all of them."""
    folder = tmp_path_factory.mktemp("published")
    path = folder / "published.annotator"
    scheme = folder / "published.toml"
    scheme.write_text(scheme_of(), encoding="utf-8")
    library.new_project(path, scheme=str(scheme), annotator="r1")
    with open_project(path, is_writable=True) as project:
        builders.write(project, builders.added_records(*coded()), by="r1")
    measures = {measure for _, measure, *_ in PUBLISHED}
    wanted = [part for each in sorted(measures) for part in ("--measure", each)]
    told = run("agreement", path, *wanted, "--cases", "none", "--json").json
    found: list[dict[str, Any]] = told["figures"]
    return found


@pytest.mark.parametrize(("subject", "measure", "level", "people", "value", "within"), PUBLISHED)
def test_the_command_prints_what_was_published(
    figures: list[dict[str, Any]], subject: str, measure: str, level: str,
    people: tuple[str, ...], value: float, within: float,
) -> None:  # fmt: skip
    layers = ("article_label", "attribute", "spans")
    (figure,) = (
        each
        for each in figures
        if (each["subject"], each["measure"], each["level"]) == (subject, measure, level)
        and tuple(each["annotators"]) == people
        and each["layer"] in layers
    )
    assert figure["value"] == pytest.approx(value, abs=within)


def scheme_of() -> str:
    """Two labels, one with a number, and a label on articles for each set of data."""
    parts = ['format = 1\nscheme = "published"\nrevision = 1\ntitle = "Published"']
    for name, underline in ("n", "solid"), ("c", "dotted"), ("k", "dashed"):
        parts.append(f'[[label]]\nid = "{name}"\nname = "Label {name}"\nletter = "{name.upper()}"')
        parts.append(f'colour = "claim"\nunderline = "{underline}"\nchip = "square"')
    parts.insert(3, '[[label.attribute]]\nid = "score"\nname = "Score"\nkind = "number"')
    for name, rows in LABELLED.items():
        values = sorted({str(value) for row in rows for value in row} - {".", "*", "None"})
        measure = "ordinal" if name.endswith("ordinal") else "nominal"
        shown = ", ".join(f'{{ id = "v{each}", name = "{each}" }}' for each in values)
        parts.append(f'[[article_label]]\nid = "{name}"\nname = "{name}"')
        parts.append(f'measure = "{measure}"\nvalues = [{shown}]')
    return "\n".join(parts) + "\n"


def coded() -> list[Record]:
    """Every unit as an article, with what was said of it."""
    articles: list[Article] = []
    said: list[ArticleLabel | Annotation] = []
    for name, rows in LABELLED.items():
        for number, row in enumerate(rows):
            article = one(f"{name}-{number}", f"Unit {number} of {name}.", articles)
            for coder, value in zip(CODERS, row, strict=False):
                if str(value) not in (".", "*", "None"):
                    said.append(ArticleLabel(article.id, coder, name, f"v{value}"))
    for number, pair in enumerate(BINARY):
        article = one(f"number-{number}", f"A unit {number}.", articles)
        for coder, value in zip(CODERS, pair, strict=False):
            said.append(mark(article, coder, "n", 0, 6, score=value))
    # The continuum of 300 begins at 150; its two categories do not lie in each other's way.
    whole = {
        "c": published.TestUnitizing.C,
        "k": (published.TestUnitizing.K, published.TestUnitizing.K),
    }
    continuum = one("continuum", "x" * 300, articles)
    for label, sides in whole.items():
        for coder, units in zip(CODERS, sides, strict=False):
            said += [mark(continuum, coder, label, b - 150, b - 150 + n) for b, n in units]
    done = dict.fromkeys((each.article_id, each.annotator) for each in said)
    return [*articles, *said, *(Progress(*each, FINISHED) for each in done)]


def one(name: str, text: str, articles: list[Article]) -> Article:
    """A new article."""
    articles.append(builders.article(text, article_id=name, title=name))
    return articles[-1]


def mark(
    article: Article, coder: str, label: str, start: int, end: int, **values: int
) -> Annotation:
    """A unit of a continuum."""
    name = f"{coder}-{label}-{start}"
    text = article.text[start:end]
    return Annotation(name, article.id, coder, label, (Span(start, end),), text, values)


def test_the_scheme_of_the_data_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "published.toml"
    path.write_text(scheme_of(), encoding="utf-8")
    assert len(library.find_scheme(str(path)).article_labels) == len(LABELLED)
