"""The one function that writes: all or nothing, chained, and only onto what it expected."""

import contextlib
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.annotation import Annotation
from annotator.domain.change import Change, Draft, Record, added, articles_of
from annotator.domain.errors import UserError
from annotator.domain.flag import Flag, Message
from annotator.domain.people import Annotator
from annotator.domain.progress import ArticleLabel, Progress
from annotator.domain.review import Verdict
from annotator.domain.span import Span
from annotator.operations import annotate, history, relate
from annotator.storage import journal, migrations, records, sqlite, steps
from annotator.storage.batches import Batch, batch_of, named
from annotator.storage.project import Project, open_project
from annotator.storage.rows import TABLES
from annotator.storage.tables import Row
from tests import builders

SCHEME = builders.scheme()
ARTICLE = builders.article()


def counts(project: Project) -> dict[str, int]:
    tables = ("journal", "annotation", "relation", "content", "touched")
    return {name: project.value(f"SELECT count(*) FROM {name}") for name in tables}


def test_a_record_of_every_kind_comes_back_as_it_was(tmp_path: Path) -> None:
    claim = builders.annotation(ARTICLE, "said", "euros", annotation_id="c", certainty="hedged")
    kept = [
        Annotator("ben", "Ben Ödegård", "editor"),
        claim,
        Flag(
            "f", "a1", "ana", "c", "needs_source", "answered", "ana",
            (Message("ana", "Who?"), Message("eva", "The mayor.")),
        ),
        Flag("g", "a1", "ana", None, "other", "open", "ana", (), (Span(2, 12),), "Mayor Ruiz"),
        Verdict("v", "a1", "ana", None, "claim", "confirmed_empty", "", "eva"),
        Progress("a1", "ana", "finished"),
        ArticleLabel("a1", "ana", "genre", "news"),
    ]  # fmt: skip
    with builders.writable(tmp_path, ARTICLE) as project:
        step = builders.write(project, Draft("All", added(kept)))
        assert [c.after for c in steps.get(project, step.id).changes] == kept  # type: ignore[union-attr]
        found = [records.select(project, type(record)) for record in kept]
        assert all(record in group for record, group in zip(kept, found, strict=True))


def batch(*kept: Record) -> Batch:
    """Records as an import hands them over."""
    rows: dict[str, list[Row]] = {}
    for record in kept:
        rows.setdefault(record.kind, []).append(TABLES[record.kind].to_row(record))
    articles = [name for record in kept for name in articles_of(record)]
    return batch_of("Import", rows, articles=articles, contents=[named(b"Raw bytes.")])


def test_a_batch_is_one_step_and_can_be_read_again(tmp_path: Path) -> None:
    second = builders.article("Another text.", article_id="a2")
    claim = builders.annotation(second, "text", annotation_id="c")
    kept = [second, claim, Progress("a2", "ana", "finished")]
    with builders.writable(tmp_path, ARTICLE) as project:
        step = journal.commit_batch(project, batch(*kept), annotator="ana")
        read = steps.get(project, step.id)
        assert read is not None
        assert [change.after for change in read.changes] == [replace(second, text=""), *kept[1:]]
        assert (read.operation, read.is_undoable) == ("Import", False)
        assert [each.id for each in steps.last(project, 9, article_id="a2")] == [step.id]
        assert records.select(project, Annotation) == [claim]
        digest = "SELECT count(*) FROM content WHERE body = CAST('Raw bytes.' AS BLOB)"
        assert project.value(digest) == 1


def test_a_batch_with_one_record_that_is_there_already_leaves_nothing(tmp_path: Path) -> None:
    second = builders.article("Another text.", article_id="a2")
    with builders.writable(tmp_path, ARTICLE) as project:
        before = counts(project)
        with pytest.raises(journal.Conflict, match="in the project already"):
            journal.commit_batch(project, batch(second, ARTICLE), annotator="ana")
        orphan = batch(builders.annotation(second, "text"))
        with pytest.raises(journal.Conflict, match="no longer there"):
            journal.commit_batch(project, orphan, annotator="ana")
        assert counts(project) == before


def test_nothing_is_written_when_one_change_is_refused(tmp_path: Path) -> None:
    good = builders.annotation(ARTICLE, "said", annotation_id="n1")
    orphan = builders.annotation(ARTICLE, "said", annotation_id="n2")
    never_there = Change(builders.annotation(ARTICLE, "euros", annotation_id="gone"), orphan)
    with builders.writable(tmp_path, ARTICLE) as project:
        before = counts(project)
        with pytest.raises(journal.Conflict, match="Someone changed this"):
            builders.write(project, Draft("Both", (*added([good]), never_there)))
        assert counts(project) == before


def test_a_change_of_what_has_changed_since_is_refused(tmp_path: Path) -> None:
    first = builders.annotation(ARTICLE, "said", annotation_id="n1")
    sheet = builders.sheet(ARTICLE, first)
    with builders.writable(tmp_path, ARTICLE) as project:
        builders.write(project, Draft("Add", added([first])))
        builders.write(project, annotate.set_note(sheet, SCHEME, "n1", "mine"))
        with pytest.raises(journal.Conflict):
            builders.write(project, annotate.set_note(sheet, SCHEME, "n1", "theirs"))
        assert records.select(project, Annotation)[0].note == "mine"


def test_an_annotation_on_an_unknown_article_is_refused(tmp_path: Path) -> None:
    stray = builders.annotation(builders.article(article_id="elsewhere"), "said")
    with builders.writable(tmp_path, ARTICLE) as project:
        before = counts(project)
        with pytest.raises((UserError, sqlite.IntegrityError)):
            builders.write(project, Draft("Add", added([stray])))
        assert counts(project) == before


def test_the_same_id_twice_is_refused(tmp_path: Path) -> None:
    one = builders.annotation(ARTICLE, "said", annotation_id="n1")
    with builders.writable(tmp_path, ARTICLE) as project:
        builders.write(project, Draft("Add", added([one])))
        with pytest.raises(journal.Conflict, match="already"):
            builders.write(project, Draft("Add", added([one])))


def test_two_annotators_may_use_the_same_ids(tmp_path: Path) -> None:
    ours = builders.annotation(ARTICLE, "said", annotation_id="s1", by="ana")
    theirs = builders.annotation(ARTICLE, "euros", annotation_id="s1", by="ben")
    with builders.writable(tmp_path, ARTICLE) as project:
        builders.write(project, Draft("Add", added([ours, theirs])))
        assert records.sheet(project, "a1", "ben").annotations["s1"].text == "euros"


def test_the_journal_only_grows(tmp_path: Path) -> None:
    with builders.writable(tmp_path, ARTICLE) as project:
        for statement in ("DELETE FROM journal", "UPDATE journal SET annotator = 'eve'"):
            with pytest.raises(sqlite.IntegrityError, match="only grows"):
                project.execute(statement)


def test_the_clock_never_goes_back(tmp_path: Path) -> None:
    with builders.writable(tmp_path, ARTICLE) as project:
        late, early = (lambda: 9_000_000_000_000), (lambda: 1_000)
        one = Draft("One", added([Annotator("x", "X")]))
        two = Draft("Two", added([Annotator("y", "Y")]))
        first = journal.commit(project, one, annotator="ana", clock=late)
        second = journal.commit(project, two, annotator="ana", clock=early)
        assert second.clock > first.clock


def test_the_clock_is_after_every_device(tmp_path: Path) -> None:
    with builders.writable(tmp_path, ARTICLE) as project:
        late = (journal.wall_clock() + 3_600_000) << 16
        project.execute(
            "INSERT INTO journal VALUES ('far', 1, 'x', ?, 'ben', 'Late', 1, NULL, x'5b5d', ?)",
            (late, bytes(32)),
        )
        note = builders.annotation(ARTICLE, "said")
        assert builders.write(project, Draft("Add", added([note]))).clock == late + 1


def test_the_clock_is_found_without_reading_the_whole_journal(tmp_path: Path) -> None:
    with builders.writable(tmp_path, ARTICLE) as project:
        (plan,) = project.rows("EXPLAIN QUERY PLAN SELECT max(clock) FROM journal")
        assert "USING COVERING INDEX journal_clock" in plan[-1]


def test_steps_are_numbered_without_gaps_and_found_by_article(tmp_path: Path) -> None:
    with builders.writable(
        tmp_path, ARTICLE, builders.article("Other.", article_id="a2")
    ) as project:
        for number in range(3):
            builders.write(
                project,
                Draft(
                    "Add", added([builders.annotation(ARTICLE, "said", annotation_id=f"n{number}")])
                ),
            )
        assert [step.number for step in steps.each(project)] == [1, 2, 3, 4, 5]
        assert [step.number for step in steps.each(project, article_id="a1")] == [2, 3, 4, 5]
        assert [step.number for step in steps.each(project, article_id="a2")] == [2]


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["label", "remove", "note", "link", "undo", "redo"]), st.integers(0, 9)
    ),
    max_size=25,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(actions=ACTIONS)
def test_any_walk_of_labels_undos_and_redos_shows_what_the_file_holds(
    tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("walk")
    path = builders.project_file(folder, ARTICLE)
    with open_project(path, is_writable=True) as project:
        start = sheet = records.sheet(project, "a1", "ana")
        past = history.of_project(project, "ana")
        for action, number in actions:
            draft = _draft(project, sheet, past, action, number)
            if draft is None or not draft.changes:
                continue
            builders.write(project, draft)
            sheet = sheet.after(draft.changes)
            past.add(draft)
            assert records.sheet(project, "a1", "ana") == sheet
        again = history.of_project(project, "ana")
        assert (again.next_undo, again.next_redo) == (past.next_undo, past.next_redo)
        while again.next_undo:
            draft = steps.get(project, again.next_undo).inverse()  # type: ignore[union-attr]
            builders.write(project, draft)
            again.add(draft)
        assert records.sheet(project, "a1", "ana") == start


def _draft(project, sheet, past, action, number):
    known = sorted(sheet.annotations)
    if action in ("undo", "redo"):
        step_id = past.next_undo if action == "undo" else past.next_redo
        return steps.get(project, step_id).inverse() if step_id else None
    try:
        if action == "label":
            span = Span(number * 5, number * 5 + 4)
            label = ("claim", "source", "cue")[number % 3]
            return annotate.add_annotation(sheet, SCHEME, [span], label)
        if not known:
            return None
        chosen = known[number % len(known)]
        if action == "remove":
            return annotate.remove_annotation(sheet, SCHEME, chosen)
        if action == "note":
            return annotate.set_note(sheet, SCHEME, chosen, f"note {number}")
        return relate.link(sheet, SCHEME, chosen, known[0])
    except UserError:
        return None


def test_articles_that_come_change_and_go_in_one_step_leave_the_search_index_whole(
    tmp_path: Path,
) -> None:
    one, two = (builders.article(f"Words {n}.", article_id=f"b{n}") for n in (1, 2))
    retitled = replace(one, title="Bicycles")
    with builders.writable(tmp_path, ARTICLE) as project:
        changes = (*added([one, two]), Change(one, retitled), Change(two, None))
        builders.write(project, Draft("Several", changes))
        builders.write(project, Draft("Remove", (Change(retitled, None),)))
        builders.write(project, Draft("Again", added([two])))
        project.execute(
            "INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)"
        )
        found = "SELECT count(*) FROM article_search WHERE article_search MATCH ?"
        assert project.value(found, ("bicycles",)) == 0
        assert project.value(found, ("words",)) == 1


def test_a_flag_written_before_flags_had_a_severity_is_read_and_replayed() -> None:
    row = ["f", "a1", "ana", None, "needs_source", "open", "ana", "[]", "[]", ""]
    for entry in ({"kind": "flag", "after": row}, {"kind": "flag", "added": [row]}):
        changes = orjson.dumps([entry])
        (change,) = journal.decoded(changes)
        assert change.after == Flag("f", "a1", "ana", None, "needs_source", raised_by="ana")
        with contextlib.closing(sqlite.in_memory()) as scratch:
            for statement in migrations.TABLES:
                scratch.execute(statement)
            journal.replay(scratch, [("d.1", changes)])
            found = scratch.execute("SELECT severity, origin, is_unread FROM flag").fetchall()
            assert found == [("check", "annotator", 0)]
