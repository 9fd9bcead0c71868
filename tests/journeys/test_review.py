"""Two contractors and an editor through the real `main`, by keys only, over several starts."""

import json
from pathlib import Path

import pytest

from annotator.gui.review.screen import ReviewScreen
from annotator.operations.checking import check
from annotator.storage import reviews
from annotator.storage.project import open_project
from tests.journeys.driver import Person, exit_code, start
from tests.journeys.plans import FERRY

QUAY = (
    "The council will close the old quay in June. Harbour master Ada Lunde said the repairs cost "
    "nine million crowns. A college survey found that most islanders sail every week. Critics fear "
    "a loss of jobs. Nobody asked the skippers."
)
EMPTY = {"menu": "Soup, bread and herring.", "tides": "High water at noon, low water at six."}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample with the labels of two people, and four articles that nobody has begun."""
    path = tmp_path / "pilot.annotator"
    assert exit_code(["new", str(path), "--sample", "--as", "eva"]) == 0
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in {"first": FERRY, "second": QUAY, **EMPTY}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    assert exit_code(["import", str(path), str(folder), "--as", "eva"]) == 0
    given = ["assign", str(path), "--to", "ana", "--to", "ben", "--overlap", "2"]
    assert exit_code(given) == 0
    return path


def go_on(person: Person, *keys: str) -> None:
    """Label from the first sentence on, and say that the article is done."""
    person.press(*keys, "Ctrl+Return")
    person.wait_until_saved()


def label(project: Path, name: str, *keys: str) -> None:
    """One contractor labels two articles by keys, and finds nothing in two others."""
    for article_id, pressed in (("first", keys), ("second", keys), ("menu", ()), ("tides", ())):
        arguments = ["open", str(project), "--as", name, "--article", article_id]
        assert start(arguments, lambda person, keys=pressed: go_on(person, *keys)) == 0


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
    person.press("Ctrl+2")
    review(person).open(article_id)
    count = left(person)
    for number in range(count):
        person.press(keys.split()[number % len(keys.split())])
    assert left(person) == 0
    person.press("Return")
    person.wait_until_saved()
    return count


def stored(project: Path) -> list[tuple[object, ...]]:
    """Everything that a review may change, as the file has it."""
    with open_project(project) as opened:
        assert check(opened).problems == ()
        tables = ("annotation", "relation", "flag", "verdict", "progress", "article_label")
        rows = [
            (table, *row)
            for table in (*tables, "decision")
            for row in opened.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3")
        ]
    return [row[:-1] for row in rows]


def test_two_people_differ_an_editor_settles_it_and_everything_can_be_undone(
    home: Path, project: Path, tmp_path: Path
) -> None:
    label(project, "ana", "C", "J", "C", "S", "J", "C", "S")
    label(project, "ben", "J", "C", "S", "J", "C", "J", "C")
    before, made = stored(project), {}

    def decide(person: Person) -> None:
        for article_id, keys in (("first", "Left Right Up"), ("second", "Down Left Right")):
            made[article_id] = settle(person, article_id, keys)
        for article_id in EMPTY:
            review(person).open(article_id)
            assert "labelled nothing" in review(person).bar.message.text()
            person.press("Return")
        person.wait_until_saved()

    arguments = ["open", str(project), "--as", "eva"]
    assert start(arguments, decide) == 0
    assert min(made.values()) >= 3
    with open_project(project) as opened:
        choices = {each.choice for each in reviews.decisions(opened, "second")}
        assert choices >= {"taken", "neither"}
        empties = opened.rows(
            "SELECT article_id FROM public_verdict WHERE verdict = 'confirmed_empty' "
            "AND target_id IS NULL AND label = ''"
        )
    assert sorted(empties) == [("menu",), ("tides",)]

    def send_back(person: Person) -> None:
        person.press("Ctrl+2")
        review(person).open("night-trains-vale")
        person.press("Left", "B", "2", "6")
        person.type("The source of the second claim.")
        person.press("Return")
        person.wait_until_saved()

    assert start(arguments, send_back) == 0
    with open_project(project) as opened:
        assert reviews.finished_by(opened, "night-trains-vale") == ["ana"]
    check_gold(project, tmp_path / "gold.jsonl")

    steps = sum(made.values()) + 2 + len(EMPTY) + 2

    def undo(person: Person, count: int) -> None:
        person.press(*["Z"] * count)
        person.wait_until_saved()

    assert start(arguments, lambda person: undo(person, steps // 2)) == 0
    assert stored(project) != before
    assert start(arguments, lambda person: undo(person, steps - steps // 2)) == 0
    assert stored(project) == before


def check_gold(project: Path, target: Path) -> None:
    """The dataset of the layer: every label with its verdict, every relation with its ends."""
    assert exit_code(["export", str(project), str(target), "--layer", "gold"]) == 0
    lines = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert sorted(line["id"] for line in lines) == ["first", "menu", "second", "tides"]
    for line in lines:
        assert line["status"] == "adjudicated"
        spans = {each["id"] for each in line["spans"]}
        assert {each["origin"] for each in line["spans"]} <= {"adjudication"}
        assert {each["target"] for each in line["verdicts"]} >= spans
        assert all({each["from"], each["to"]} <= spans for each in line["relations"])
    assert sum(len(line["spans"]) for line in lines) > 4
