"""`check` finds what was changed behind the program's back."""

from pathlib import Path

import pytest

from annotator.domain.change import Draft, added
from annotator.domain.entity import Entity
from annotator.domain.errors import UserError
from annotator.domain.stance import Party, Stance
from annotator.operations import checking
from annotator.storage import sqlite
from annotator.storage.project import open_project
from tests import builders
from tests.storage.test_project import no_room

ARTICLE = builders.article()
CLAIM = builders.annotation(ARTICLE, "the bridge will cost 4m euros", annotation_id="c")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = builders.project_file(tmp_path, ARTICLE)
    with open_project(path, is_writable=True) as project:
        builders.write(project, Draft("Add", added([CLAIM])))
        noted = builders.annotation(ARTICLE, "said", annotation_id="n")
        builders.write(project, Draft("Add", added([noted])))
        builders.write(project, Draft("Remove", added([noted])).inverse())
    return path


def problems(path: Path) -> tuple[str, ...]:
    with open_project(path) as project:
        return checking.check(project).problems


def spoil(path: Path, *statements: str) -> None:
    connection = sqlite.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_stance_names_entities_that_somebody_knows(path: Path) -> None:
    author = Stance("t", "a1", "ana", None, Party(entity="Ruiz"), "none_expressed")
    with open_project(path, is_writable=True) as project:
        builders.write(project, Draft("Say", added([author])))
        (problem,) = checking.check(project).problems
        assert "stance t by ana: the project knows no entity “Ruiz”" in problem
        known = Entity("mayor", "Mayor Ruiz", ("Ruiz",))
        builders.write(project, Draft("Describe", added([known])))
        assert checking.check(project).problems == ()
    spoil(path, "PRAGMA foreign_keys = OFF", "UPDATE stance SET holder_id = 'gone'")
    assert any("stance" in problem and "not there" in problem for problem in problems(path))


def test_a_sound_project_has_no_problems_and_is_not_touched(path: Path) -> None:
    before = path.read_bytes()
    with open_project(path) as project:
        report = checking.check(project)
    assert report == checking.CheckReport((), 5, 1, 1)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("statements", "finding"),
    [
        (["UPDATE annotation SET start = 3"], "differs from the journal"),
        (["UPDATE annotation SET label = 'source'"], "annotation a1 / ana / c"),
        (["DELETE FROM annotation"], "The annotation a1 / ana / c is missing."),
        (["UPDATE annotation SET fragments = '[]'"], "cannot be read: a part of it is damaged"),
        (["UPDATE annotation SET attributes = '[1]'"], "The annotation a1 / ana / c cannot be"),
        (["UPDATE article SET structure = '[[1]]'"], "The article a1 cannot be read"),
        (["UPDATE article SET extra = '5'"], "The article a1 cannot be read"),
        (["INSERT INTO choice VALUES ('mine', '', '')"], "The choice mine is not in the journal."),
        (
            ["INSERT INTO article_search (article_search) VALUES ('delete-all')"],
            "The search lacks 1 article.",
        ),
        (["DELETE FROM touched"], "The history of article a1 lacks the step"),
        (["DELETE FROM _sqlite_migrations WHERE id = 2"], "6 migrations are recorded"),
        (["UPDATE annotation SET text = 'the bridge'"], "the text has “the bridge will"),
        (["UPDATE annotation SET fragments = '[[0,9000]]'"], "lies outside the text"),
        (["UPDATE annotation SET attributes = '{\"mood\":1}'"], "no attribute"),
        (
            [
                "DROP TRIGGER journal_keeps_words",
                "UPDATE journal SET annotator = 'eve' WHERE number = 3",
            ],
            "Step 3 of device",
        ),
        (
            ["DROP TRIGGER journal_keeps_rows", "DELETE FROM journal WHERE number = 3"],
            "lacks step 3",
        ),
        (
            ["DROP TRIGGER content_keeps_words", "UPDATE content SET body = x'61'"],
            "was changed after it was stored",
        ),
        (["DROP TRIGGER journal_keeps_rows"], "The trigger journal_keeps_rows is missing"),
        (["DROP VIEW public_article"], "The view public_article is missing"),
        (["DROP TABLE touched"], "The table touched is missing"),
        (
            ["CREATE TRIGGER evil AFTER INSERT ON flag BEGIN DELETE FROM flag; END"],
            "The trigger evil is not of this program",
        ),
        (
            ["DROP VIEW public_flag", "CREATE VIEW public_flag AS SELECT 1 AS id"],
            "The view public_flag is not as this program made it",
        ),
    ],
)  # fmt: skip
def test_a_change_behind_our_back_is_found(path: Path, statements: list[str], finding: str) -> None:
    spoil(path, *statements)
    assert any(finding in problem for problem in problems(path)), problems(path)


def test_what_is_damaged_in_one_place_hides_nothing_in_another(path: Path) -> None:
    spoil(
        path,
        "DROP TRIGGER journal_keeps_words",
        "UPDATE journal SET changes = x'789c00' WHERE number = 2",
        "UPDATE annotation SET text = 'the bridge'",
    )
    found = problems(path)
    assert any(each.startswith("Part of the journal cannot be read") for each in found)
    assert any("the text has “the bridge will" in each for each in found)


def test_a_journal_whose_clock_has_run_out_takes_nothing_more_and_says_so(path: Path) -> None:
    spoil(path, "DROP TRIGGER journal_keeps_words", f"UPDATE journal SET clock = {2**63 - 1}")
    with (
        open_project(path, is_writable=True) as project,
        pytest.raises(UserError, match="journal cannot be read"),
    ):
        builders.write(project, Draft("Describe", added([Entity("e", "E", ())])))


def test_a_view_and_an_index_of_another_tool_are_no_problem(path: Path) -> None:
    spoil(path, "CREATE VIEW mine AS SELECT 1", "CREATE INDEX my_index ON flag (state)")
    assert problems(path) == ()


def test_a_damaged_page_is_found(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-4096:] = bytes(4096)
    path.write_bytes(content)
    assert problems(path)


def test_a_disk_without_room_for_the_comparison_is_no_fault_of_the_project(path: Path) -> None:
    with open_project(path) as project, no_room():
        (told,) = checking.check(project).problems
    assert "has no room for a copy" in told
    assert "contradicts" not in told
