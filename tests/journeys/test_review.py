"""Two contractors and an editor through the real `main`, by keys only, over several starts."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import krippendorff
import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from annotator.gui.dashboard.screen import DashboardScreen
from annotator.gui.flags.screen import FlagsScreen
from annotator.gui.outcomes.screen import OutcomesScreen
from annotator.gui.review.screen import ReviewScreen
from annotator.operations.checking import check
from annotator.storage import reviews
from annotator.storage.project import open_project
from annotator.storage.rows import TABLES
from tests import builders
from tests.journeys import hand_count
from tests.journeys.driver import Person, exit_code, start
from tests.journeys.plans import FERRY

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
QUAY = (
    "The council will close the old quay in June. Harbour master Ada Lunde said the repairs cost "
    "nine million crowns. A college survey found that most islanders sail every week. Critics fear "
    "a loss of jobs. Nobody asked the skippers."
)
EMPTY = {"menu": "Soup, bread and herring.", "tides": "High water at noon, low water at six."}
SAMPLE, SENT_BACK = "hospital-beds", "night-trains-railhead"
DECIDED = "night-trains-vale"
"""What the editor of the sample has made gold already."""

FLAGS = {"first": ("1", "Says who?"), "second": ("2", "Is this ours?"), SAMPLE: ("4", "Of what?")}

Record = dict[str, Any]


def texts() -> dict[str, str]:
    """Two articles that nobody has begun: the real ones where they lie beside the project."""
    seeds = sorted(SEEDS.glob("*.txt")) if SEEDS.is_dir() else []
    first, second = [each.read_text(encoding="utf-8") for each in seeds[:2]] or (FERRY, QUAY)
    return {"first": first, "second": second, **EMPTY}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample with the labels of two people, and four articles that nobody has begun."""
    path = tmp_path / "pilot.annotator"
    assert exit_code(["new", str(path), "--sample", "--as", "eva"]) == 0
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in texts().items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert exit_code(["import", str(path), str(folder), "--as", "eva"]) == 0
    given = ["assign", str(path), "--to", "ana", "--to", "ben", "--overlap", "2"]
    assert exit_code(given) == 0
    return path


def label(project: Path, name: str, keys: Sequence[str], *, flags: bool) -> None:
    """One contractor labels two articles and the sample by keys, and finds nothing in two."""

    def work(person: Person) -> None:
        for article_id in ("first", "second", SAMPLE, *EMPTY):
            go_to_article(person, article_id)
            person.press(*(keys if article_id not in EMPTY else ()))
            if flags and article_id in FLAGS:
                person.press("Esc", "J", "F", FLAGS[article_id][0])
                person.answer(FLAGS[article_id][1])
            person.press("Ctrl+Return")
        person.wait_until_saved()

    assert start(["open", str(project), "--as", name, "--article", "first"], work) == 0


def title_of(person: Person, article_id: str) -> str:
    """How an article is called."""
    session = person.window.session
    assert session is not None
    (title,) = session.project.rows("SELECT title FROM article WHERE id = ?", (article_id,))[0]
    return str(title)


def go_to_article(person: Person, article_id: str) -> None:
    """Open an article by the beginning of its title."""
    person.press("Ctrl+P")
    person.type(title_of(person, article_id)[:20].encode("ascii", "ignore").decode())
    person.press("Return")
    session = person.window.session
    assert session is not None
    person.wait_until(lambda: session.sheet and session.sheet.article.id == article_id)
    person.wait_until(lambda: QApplication.focusWidget() is person.article)


def compare(person: Person, article_id: str) -> None:
    """Bring an article before the editor, by the key that stands beside its title."""
    person.press("Ctrl+P")
    offered = review(person).entry.findChildren(QPushButton)
    title = title_of(person, article_id)
    key = next(each.text().split()[0] for each in offered if title in each.text())
    person.press(key)
    docket = review(person).docket
    assert docket is not None
    assert docket.state.article.id == article_id


def review(person: Person) -> ReviewScreen:
    found = person.part("Review")
    assert isinstance(found, ReviewScreen)
    return found


def left(person: Person) -> int:
    docket = review(person).docket
    assert docket is not None
    return len(docket.state.left)


def settle(person: Person, article_id: str, keys: str) -> int:
    """Decide all differences of an article by these keys in turn; how many there were."""
    compare(person, article_id)
    count, choice = left(person), keys.split()
    for number in range(count):
        person.press(choice[number % len(choice)])
        if left(person) == count - number:  # what is of the whole article cannot be merged
            person.press("Left")
    assert left(person) == 0
    person.press("Return")
    return count


def answer_flags(person: Person) -> int:
    """Close every flag that a person raised with a word; how many there were."""
    person.press("Ctrl+3")
    inbox = person.part("Flags")
    assert isinstance(inbox, FlagsScreen)
    person.wait_until(lambda: inbox.model.shown)
    for message in (said for _, said in FLAGS.values()):
        shown = inbox.model.shown
        row = next(n for n, each in enumerate(shown) if _says(each.flag, message))
        person.press(*["K"] * len(shown), *["J"] * row, "Return")
        person.type("Yes.")
        person.press("Return")
    return len(FLAGS)


def _says(flag: Any, words: str) -> bool:
    return any(message.text == words for message in flag.messages)


def stored(project: Path) -> list[tuple[object, ...]]:
    """Everything that a review may change, as the file has it."""
    with open_project(project) as opened:
        assert check(opened).problems == ()
        tables = ("annotation", "relation", "flag", "verdict", "progress", "article_label")
        return [
            (table, *row)
            for table in (*tables, "decision", "stance")
            for row in opened.rows(f"SELECT {_columns(table)} FROM {table} ORDER BY 1, 2, 3")
        ]


def _columns(table: str) -> str:
    return ", ".join(f'"{name}"' for name in TABLES[table].columns)


def edit(project: Path) -> int:
    """All that the editor does; how many steps it took."""
    made: Counter[str] = Counter()

    def work(person: Person) -> None:
        made["flags"] = answer_flags(person)
        person.press("Ctrl+2")
        for article_id, keys in (
            ("first", "Left Right Up"), ("second", "Down Left Right"), (SAMPLE, "Up Left Down"),
        ):  # fmt: skip
            made["differences"] += settle(person, article_id, keys)
            made["gold"] += 1
        for article_id in EMPTY:
            compare(person, article_id)
            assert "labelled nothing" in review(person).bar.message.text()
            person.press("Return")
            made["gold"] += 1
        compare(person, SENT_BACK)
        person.press("Left", "B", "2", "6")
        person.type("The source of the second claim.")
        person.press("Return")
        made["sent back"] += 2
        person.wait_until_saved()

    assert start(["open", str(project), "--as", "eva"], work) == 0
    assert made["differences"] > 10
    return made.total()


def object_to_one(project: Path) -> None:
    """The contractor reads what became of their labels, and objects once."""

    def work(person: Person) -> None:
        person.press("Ctrl+6")
        screen = person.part("Feedback")
        assert isinstance(screen, OutcomesScreen)
        person.wait_until(lambda: screen.model.shown and screen.field.isVisible())
        person.press("Return")
        person.type("The survey says so.")
        person.press("Return")
        person.wait_until_saved()

    assert start(["open", str(project), "--as", "ben"], work) == 0


def test_two_people_differ_an_editor_settles_it_and_every_number_is_a_count(
    home: Path, project: Path, tmp_path: Path
) -> None:
    label(project, "ana", ("C", "J", "C", "S", "J", "C", "S"), flags=True)
    label(project, "ben", ("J", "C", "S", "J", "C", "J", "C"), flags=False)
    before = stored(project)
    steps = edit(project)
    after = stored(project)
    with open_project(project) as opened:
        assert reviews.finished_by(opened, SENT_BACK) == ["ana"]
        empties = opened.rows(
            "SELECT article_id FROM public_verdict WHERE verdict = 'confirmed_empty' "
            "AND target_id IS NULL AND label = ''"
        )
    assert sorted(empties) == [("menu",), ("tides",)]

    def press(key: str, count: int) -> None:
        def work(person: Person) -> None:
            person.press(*[key] * count)
            person.wait_until_saved()

        arguments = ["open", str(project), "--as", "eva", "--screen", "annotate"]
        assert start(arguments, work) == 0

    press("Z", steps // 2)
    press("Z", steps - steps // 2)
    assert stored(project) == before
    press("Shift+Z", steps)
    assert stored(project) == after
    object_to_one(project)
    check_gold(exported(project, tmp_path, "gold"))
    check_dashboard(project, exported(project, tmp_path, "raw"))


def exported(project: Path, folder: Path, layer: str) -> list[Record]:
    """The lines of a dataset."""
    target = folder / f"{layer}.jsonl"
    call = ["export", str(project), str(target), "--layer", layer, "--names", "real"]
    assert exit_code(call) == 0
    return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]


def check_gold(lines: Sequence[Record]) -> None:
    """The dataset of the layer: every label with its verdict, every relation with its ends."""
    assert sorted(each["id"] for each in lines) == sorted(
        ["first", "second", SAMPLE, DECIDED, *EMPTY]
    )
    for line in lines:
        assert line["status"] == "adjudicated"
        spans = {each["id"] for each in line["spans"]}
        assert {each["origin"] for each in line["spans"]} <= {"adjudication"}
        assert {each["target"] for each in line["verdicts"]} >= spans
        assert all({each["from"], each["to"]} <= spans for each in line["relations"])
    assert sum(len(line["spans"]) for line in lines) > 10


def check_dashboard(project: Path, lines: Sequence[Record]) -> None:
    """Every number of the dashboard beside one that is counted from the exported lines."""
    told = dashboard_of(project)
    scheme = builders.scheme()
    done = [each for each in lines if each["status"] == "finished"]
    check_tiles(told, lines, done)
    bars = {name.strip(): number for name, number in told["labels"].rows}
    assert bars == hand_count.labels(lines, scheme)
    for words, number in told["tiles"].items():
        assert number == bars.get(words, number)
    assert sum(words in bars for words in told["tiles"]) == 3
    assert told["progress"].rows[-1][1] == str(len({each["id"] for each in done}))
    top = dict(told["sources"].rows)
    assert top == hand_count.sources(lines, len(top))
    readings = {name: int(count) for name, count in told["claims"].rows if count != "0"}
    assert readings == hand_count.claims(done)
    shown = {name: words for name, words in told["values"].rows if not words.startswith("0 ")}
    assert shown == hand_count.values(lines, scheme, "claim", "claim_kind")
    assert {n: row for n, *row in told["lengths"].rows} == hand_count.lengths(lines, scheme)
    assert dict(told["suggestions"].rows) == {}
    with open_project(project) as opened:
        assert told["settled"].rows == hand_count.settled(opened, scheme)
    check_alpha(told, done)


def dashboard_of(project: Path) -> dict[str, Any]:
    """The tables behind the charts and what the tiles say, as the window has them."""
    told: dict[str, Any] = {}

    def work(person: Person) -> None:
        screen = person.part("Dashboard")
        assert isinstance(screen, DashboardScreen)
        person.wait_until(
            lambda: screen.tiles.tiles and all(task.is_finished for task in screen._tasks)
        )
        told["tiles"] = {each.number.words: each.number.shown for each in screen.tiles.tiles}
        told["below"] = " ".join(each.number.below for each in screen.tiles.tiles)
        for name in (
            "labels", "progress", "settled", "sources", "claims", "values", "lengths",
            "suggestions",
        ):  # fmt: skip
            told[name] = getattr(screen.charts, name).chart.table()
        for name in ("agreement", "confusion", "steps"):
            told[name] = getattr(screen.charts.agreeing, name).chart.table()
        QApplication.processEvents()

    arguments = ["open", str(project), "--as", "eva", "--screen", "dashboard"]
    assert start(arguments, work, is_on_article=False) == 0
    return told


def check_tiles(told: Mapping[str, Any], lines: Sequence[Record], done: Sequence[Record]) -> None:
    """The large numbers that are no labels, and the lines below them."""
    tiles, finished = told["tiles"], {each["id"] for each in done}
    assert tiles["articles"] == str(len({each["id"] for each in lines}))
    assert f"{len(finished)} finished, 6 gold" in told["below"]
    begun = {each["id"] for each in lines if each["status"] == "in_progress"}
    assert tiles["in progress"] == str(len(begun))
    assert "1 in review" in told["below"]
    opened = sum(flag["state"] == "open" for each in lines for flag in each["flags"])
    assert tiles["open flag" if opened == 1 else "open flags"] == str(opened)


def check_alpha(told: Mapping[str, Any], done: Sequence[Record]) -> None:
    """Krippendorff's alpha over characters, by the package of that name; and who said what."""
    by_article: dict[str, dict[str, Record]] = {}
    for line in done:
        by_article.setdefault(line["id"], {})[line["annotator"]] = line
    shared = [each for each in by_article.values() if len(each) > 1]
    ratings = [
        [1 if any(a <= n < b for s in line["spans"] if s["label"] != "boilerplate"
                  for a, b in s["fragments"]) else 0
         for each in shared for n, line in enumerate([each[name]] * len(each[name]["text"]))]
        for name in ("ana", "ben")
    ]  # fmt: skip
    value = krippendorff.alpha(reliability_data=ratings, level_of_measurement="nominal")
    assert told["tiles"]["agreement"] == f"α {value:.2f}"
    assert f"{len(shared)} articles" in told["below"]
    steps = {(asks, measure): value for asks, measure, _, value, *_ in told["steps"].rows}
    exact = hand_count.exactly_alike(shared, "ana", "ben")
    assert steps["Found at all", "Krippendorff’s α"].split(" ")[0] == f"{value:.3f}"
    assert steps["Exactly the same words", "F1"].split(" ")[0] == f"{exact:.3f}"
    names = [row[0] for row in told["agreement"].rows]
    assert names == ["ana", "ben"]
    for one, other in permutations(names, 2):
        cell = told["agreement"].rows[names.index(one)][1 + names.index(other)]
        assert cell.split(" ")[0] == f"{value:.2f}"
    counted = hand_count.confusion(shared, "ana", "ben")
    name_of = {each.name: each.id for each in builders.scheme().labels} | {"nothing": ""}
    columns = told["confusion"].header[1:]
    shown = {
        (name_of[row], name_of[column]): int(cell)
        for row, *cells in told["confusion"].rows
        for column, cell in zip(columns, cells, strict=True)
        if cell not in ("", "0")
    }
    assert shown == counted
