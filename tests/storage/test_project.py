"""Opening files: ours, others', newer, damaged, locked; and what other programs may query."""

import contextlib
import errno
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.domain.change import Draft, added
from annotator.domain.entity import Entity
from annotator.domain.errors import UserError
from annotator.domain.progress import Progress
from annotator.domain.stance import Party, Stance
from annotator.operations import checking, library, writing
from annotator.storage import records, sqlite
from annotator.storage.project import SCHEMA_VERSION, Project, create, open_project
from annotator.storage.rows import TABLES
from tests import builders

ARTICLE = builders.article()
FIRST_VERSION = Path(__file__).parents[1] / "data" / "version-1.annotator"
"""A project with two labels and a flag, written by the program before its second version."""

# Opens a project for writing, says so, and keeps it until it is killed.
HOLDER = """
import sys
from pathlib import Path
from annotator.storage.project import open_project
project = open_project(Path(sys.argv[1]), is_writable=True)
print("open", flush=True)
sys.stdin.read()
"""


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"SQLite format 3\x00" + b"x" * 4000, b"\x00" * 9000]
)
def test_a_file_that_is_no_project_is_refused_and_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "notes.annotator"
    path.write_bytes(content)
    for is_writable in (False, True):
        with pytest.raises(UserError):
            open_project(path, is_writable=is_writable)
    assert snapshot(tmp_path) == {"notes.annotator": content}


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.annotator"
    path.touch()
    connection = sqlite.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(UserError, match="not an Annotator project"):
        open_project(path)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no project"):
        open_project(tmp_path / "none.annotator")
    with pytest.raises(UserError, match="is a folder"):
        open_project(tmp_path)
    with pytest.raises(UserError, match="is no file"):
        open_project(Path(os.devnull))


def test_a_project_of_a_newer_program_is_refused_in_words(tmp_path: Path) -> None:
    path = builders.project_file(tmp_path, ARTICLE)
    connection = sqlite.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(UserError, match="newer version"):
        open_project(path)


def test_a_damaged_project_is_refused_in_words(tmp_path: Path) -> None:
    path = builders.project_file(tmp_path, ARTICLE)
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    with pytest.raises(UserError, match="cannot be read"), open_project(path) as project:
        project.rows("SELECT * FROM article")
    assert path.read_bytes() == content


def test_only_one_process_writes_and_the_other_is_told_who(tmp_path: Path) -> None:
    path = builders.project_file(tmp_path, ARTICLE)
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            HOLDER,
            str(path),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    try:
        with pytest.raises(UserError, match=f"open elsewhere .*process {holder.pid}"):
            open_project(path, is_writable=True)
        with open_project(path) as reader:
            assert reader.value("SELECT count(*) FROM article") == 1
    finally:
        holder.kill()
        holder.communicate()
    with open_project(path, is_writable=True) as project:
        assert project.value("SELECT count(*) FROM article") == 1


def test_a_link_to_a_project_is_no_second_door(tmp_path: Path) -> None:
    path = builders.project_file(tmp_path, ARTICLE)
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.annotator"
    link.symlink_to(path)
    with open_project(path, is_writable=True), pytest.raises(UserError, match="open elsewhere"):
        open_project(link, is_writable=True)
    with open_project(link, is_writable=True) as project:
        assert project.value("SELECT count(*) FROM article") == 1


def test_an_older_project_is_brought_up_to_date_and_its_copy_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "pilot.annotator"
    path.write_bytes(FIRST_VERSION.read_bytes())
    earlier = path.with_name(f"pilot-before-version-{SCHEMA_VERSION}.annotator")
    earlier.write_bytes(b"of another day")
    with pytest.raises(UserError, match="Open it once in the window"):
        open_project(path)
    with open_project(path, is_writable=True) as project:
        assert checking.check(project).problems == ()
        sheet = records.sheet(project, "a1", "ana")
        assert list(sheet.annotations) == ["c", "s"]
        stance = Stance("t", "a1", "ana", None, Party(annotation_id="s"), "cannot_tell")
        fresh = added([Entity("Ruiz", "Mayor Ruiz", ("the mayor",)), stance])
        step = builders.write(project, Draft("Say", fresh))
        assert records.sheet(project, "a1", "ana").stances == {"t": stance}
        assert checking.check(project).problems == ()
        builders.write(project, step.inverse())
        assert records.sheet(project, "a1", "ana") == sheet
    assert earlier.read_bytes() == b"of another day"
    copy = path.with_name(f"pilot-before-version-{SCHEMA_VERSION}-2.annotator")
    assert copy.exists()
    connection = sqlite.connect(copy)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM annotation").fetchone() == (2,)
    connection.close()


def test_no_room_for_a_new_project_is_told_with_its_own_name(tmp_path: Path) -> None:
    def fill(project: Project) -> None:
        project.rows(f"PRAGMA max_page_count = {project.value('PRAGMA page_count')}")
        big = builders.article("word " * 20_000)
        writing.commit(project, Draft("Import", added([big])), annotator="ana")

    with pytest.raises(UserError, match=r"^new\.annotator cannot be made"):
        create(tmp_path / "new.annotator", fill)
    assert list(tmp_path.iterdir()) == []


def test_making_a_project_is_whole_or_not_at_all(tmp_path: Path) -> None:
    def fail(_: object) -> None:
        raise UserError("The disk is full.")

    with pytest.raises(UserError, match="full"):
        create(tmp_path / "new.annotator", fail)
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_not_replaced(tmp_path: Path) -> None:
    path = builders.project_file(tmp_path, ARTICLE)
    before = path.read_bytes()
    with pytest.raises(UserError, match="exists already"):
        library.new_project(path)
    assert path.read_bytes() == before


def test_a_file_that_comes_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "new.annotator"
    with pytest.raises(UserError, match="exists already"):
        create(path, lambda _: (path.write_text("theirs"), None)[1])
    assert snapshot(tmp_path) == {"new.annotator": b"theirs"}


def test_a_project_can_be_made_where_a_file_has_one_name_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    library.new_project(tmp_path / "new.annotator")
    assert [each.name for each in tmp_path.iterdir()] == ["new.annotator"]


def test_the_last_steps_of_a_project_that_is_gone_never_come_into_a_new_one(tmp_path: Path) -> None:
    with builders.writable(tmp_path, ARTICLE) as project:
        builders.write(project, Draft("Add", added([builders.annotation(ARTICLE, "Ruiz")])))
        log = project.path.with_name(f"{project.path.name}-wal")
        last_steps = log.read_bytes()
    project.path.unlink()
    log.write_bytes(last_steps)  # as a process leaves it that was killed
    with pytest.raises(UserError, match="holds the last steps of another project"):
        library.new_project(project.path)
    assert snapshot(tmp_path) == {log.name: last_steps}
    log.write_bytes(b"")
    library.new_project(project.path)
    with open_project(project.path) as made:
        assert checking.check(made).problems == ()


def test_a_full_disk_loses_nothing_and_the_same_draft_is_written_later(tmp_path: Path) -> None:
    with builders.writable(tmp_path, ARTICLE) as project:
        pages = project.value("PRAGMA page_count")
        project.rows(f"PRAGMA max_page_count = {pages}")
        big = builders.article("word " * 20_000, article_id="big")
        with pytest.raises(sqlite.DiskProblem, match="Everything saved before is safe"):
            builders.write(project, Draft("Import", added([big])))
        project.rows("PRAGMA max_page_count = 1000000")
        builders.write(project, Draft("Import", added([big])))
        assert project.value("SELECT count(*) FROM article") == 2


@contextlib.contextmanager
def no_room() -> Iterator[None]:
    """No file of this process grows past a few pages, as on a disk that is full."""
    resource = pytest.importorskip("resource", reason="Windows has no such limit")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8_192, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_project_on_a_full_disk_can_be_read(tmp_path: Path) -> None:
    path = builders.project_file(tmp_path, ARTICLE)
    with no_room(), open_project(path) as project:
        assert project.value("SELECT count(*) FROM article") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_nothing_is_written_into_a_file_that_is_not_in_its_place(tmp_path: Path) -> None:
    draft = Draft("Import", added([builders.article(article_id="late")]))
    with builders.writable(tmp_path, ARTICLE) as project:
        aside = project.path.rename(tmp_path / "aside")
        with pytest.raises(sqlite.FileMoved, match="Put it back"):
            builders.write(project, draft)
        shutil.copy(aside, project.path)
        with pytest.raises(sqlite.FileMoved, match="replaced"):
            builders.write(project, draft)
        aside.rename(project.path)
        builders.write(project, draft)
        assert project.value("SELECT count(*) FROM article") == 2


def test_no_earlier_state_is_read_where_the_log_cannot_be(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with builders.writable(tmp_path, ARTICLE) as project:
        project.rows("PRAGMA wal_autocheckpoint = 0")
        builders.write(project, Draft("Import", added([builders.article(article_id="late")])))
        for path in (project.path, project.path.with_name(f"{project.path.name}-wal")):
            shutil.copy(path, elsewhere)
    copy = elsewhere / project.path.name
    with no_room(), pytest.raises(UserError, match="holds its latest steps"):
        open_project(copy)
    with open_project(copy) as found:
        assert found.value("SELECT count(*) FROM article") == 2


def test_the_project_is_durable_strict_and_marked_as_ours(tmp_path: Path) -> None:
    with builders.writable(tmp_path, ARTICLE) as project:
        assert project.value("PRAGMA synchronous") == 2
        assert project.value("PRAGMA journal_mode") == sqlite.journal_mode().lower()
        assert project.value("PRAGMA foreign_keys") == 1
        assert project.value("PRAGMA application_id") == 0x416E6E6F
        tables = project.rows(
            "SELECT name, strict FROM pragma_table_list WHERE type = 'table' "
            "AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_sqlite%' ESCAPE '\\' "
            "AND name NOT LIKE 'article\\_search%' ESCAPE '\\'"
        )
        assert {name for name, strict in tables if not strict} == set()
        kept = {"content", "device", "journal", "touched"}
        assert {name for name, _ in tables} == kept | {each.name for each in TABLES.values()}


def test_the_public_views_are_those_of_the_contract(tmp_path: Path) -> None:
    wanted = {
        "public_article": "id title text language outlet url published status_json",
        "public_annotation": (
            "id article_id annotator label start end text fragments_json attributes_json origin"
        ),
        "public_relation": "id label from_id to_id annotator attributes_json",
        "public_flag": "id article_id target_id reason state raised_by",
        "public_entity": "id name aliases_json",
        "public_stance": (
            "id article_id annotator holder_entity holder_id target_entity target_id value"
        ),
        "public_verdict": "id article_id target_id label verdict reason by",
    }
    claim = builders.annotation(ARTICLE, "said", "euros", annotation_id="c", certainty="hedged")
    with builders.writable(tmp_path, ARTICLE) as project:
        for view, columns in wanted.items():
            found = [row[1] for row in project.rows(f"PRAGMA table_info({view})")]
            assert found == columns.split()
        builders.write(project, Draft("Add", added([claim, Progress("a1", "ana")])))
        assert project.rows("SELECT fragments_json, attributes_json FROM public_annotation") == [
            ("[[13,17],[42,47]]", '{"certainty":"hedged"}')
        ]
        assert project.rows("SELECT text, status_json FROM public_article") == [
            (ARTICLE.text, '{"ana":"in_progress"}')
        ]


def test_the_readme_names_every_public_view(tmp_path: Path) -> None:
    with builders.writable(tmp_path) as project:
        views = project.rows("SELECT name FROM sqlite_schema WHERE name LIKE 'public%'")
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert {name for (name,) in views} == set(re.findall(r"public_\w+", text))


def test_search_follows_articles_in_and_out(tmp_path: Path) -> None:
    with builders.writable(tmp_path, ARTICLE) as project:
        find = "SELECT count(*) FROM article_search WHERE article_search MATCH ?"
        assert project.value(find, ("bargain",)) == 1
        builders.write(project, Draft("Remove", added([ARTICLE])).inverse())
        assert project.value(find, ("bargain",)) == 0


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are text there")
def test_a_project_whose_name_is_no_text_can_be_made_and_opened(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"pil\xf8t.annotator")
    library.new_project(path, annotator="ana")
    with open_project(path, is_writable=True) as project:
        assert records.choice(project, "title") == "pil?t"
        assert checking.check(project).problems == ()
