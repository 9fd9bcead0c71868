"""The writer thread: in order, told when it is on the disk, and never lost."""

import queue
import threading
from pathlib import Path
from typing import Any

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft, Step, added
from annotator.domain.errors import UserError
from annotator.domain.relation import Relation
from annotator.operations import writing
from annotator.operations.writing import Listener, Order, Writer
from annotator.storage import journal, records, steps
from annotator.storage.project import open_project
from tests import builders

ARTICLE = builders.article()


class Heard:
    """What a writer told, to wait for."""

    def __init__(self) -> None:
        self.saved: queue.Queue[str] = queue.Queue()
        self.refused: queue.Queue[str] = queue.Queue()
        self.stalled: queue.Queue[str] = queue.Queue()
        self.listener = Listener(
            saved=lambda order, _: self.saved.put(order.draft.id),
            refused=lambda _, reason: self.refused.put(reason),
            stalled=self.stalled.put,
        )


def an_order(number: int) -> Order:
    note = builders.annotation(ARTICLE, "said", annotation_id=f"n{number}")
    return Order(Draft(f"Add {number}", added([note])), "ana")


def test_drafts_are_saved_in_the_order_in_which_they_were_handed_over(tmp_path: Path) -> None:
    path = builders.project_file(tmp_path, ARTICLE)
    heard = Heard()
    writer = Writer(path, heard.listener)
    orders = [an_order(number) for number in range(50)]
    for order in orders:
        writer.write(order)
    assert [heard.saved.get(timeout=60) for _ in orders] == [order.draft.id for order in orders]
    assert writer.close(timeout=60)
    with open_project(path) as project:
        assert [s.operation for s in steps.each(project)][2:] == [o.draft.operation for o in orders]


def test_what_waits_is_written_before_the_project_is_closed(tmp_path: Path) -> None:
    path = builders.project_file(tmp_path, ARTICLE)
    writer = Writer(path, Heard().listener)
    for number in range(200):
        writer.write(an_order(number))
    assert writer.close(timeout=60)
    with open_project(path, is_writable=True) as project:
        assert len(records.select(project, Annotation)) == 200


def test_one_refused_draft_does_not_hold_up_the_others(tmp_path: Path) -> None:
    heard = Heard()
    writer = Writer(builders.project_file(tmp_path, ARTICLE), heard.listener)
    for order in (an_order(1), an_order(1), an_order(2)):
        writer.write(order)
    assert "already" in heard.refused.get(timeout=60)
    assert {heard.saved.get(timeout=60), heard.saved.get(timeout=60)}
    assert writer.close(timeout=60)


def test_a_label_goes_before_the_portions_of_an_import(tmp_path: Path) -> None:
    heard = Heard()
    is_told, may_go_on = threading.Event(), threading.Event()

    def saved(order: Order, _: object) -> None:
        heard.saved.put(order.draft.operation)
        is_told.set()
        may_go_on.wait(10)

    listener = Listener(saved, heard.listener.refused, heard.listener.stalled)
    writer = Writer(builders.project_file(tmp_path, ARTICLE), listener)
    for number in (1, 2):
        writer.write_later(an_order(number))
    assert is_told.wait(10)
    writer.write(an_order(3))
    may_go_on.set()
    assert [heard.saved.get(timeout=60) for _ in range(3)] == ["Add 1", "Add 3", "Add 2"]
    assert writer.close(timeout=60)


def test_an_idle_writer_has_made_the_rows_of_a_draft_when_the_window_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MOMENT_SECONDS", 60)
    made: list[Step] = []
    commit = journal.commit

    def noted(*arguments: Any, **options: Any) -> Step:
        made.append(commit(*arguments, **options))
        return made[-1]

    monkeypatch.setattr(journal, "commit", noted)
    writer = Writer(builders.project_file(tmp_path, ARTICLE), Heard().listener)
    writer.write(an_order(1))
    assert [step.operation for step in made] == ["Add 1"]
    assert writer.close(timeout=60)


def test_the_window_does_not_wait_for_a_writer_that_waits_for_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MOMENT_SECONDS", 60)
    is_waiting, may_go_on = threading.Event(), threading.Event()
    commit = journal.commit

    def slowly(*arguments: Any, **options: Any) -> Step:
        is_waiting.set()
        may_go_on.wait(60)
        return commit(*arguments, **options)

    monkeypatch.setattr(journal, "commit", slowly)
    writer = Writer(builders.project_file(tmp_path, ARTICLE), Heard().listener)
    writer.write_later(an_order(1))
    assert is_waiting.wait(60)
    key = threading.Thread(target=writer.write, args=(an_order(2),))
    key.start()
    key.join(10)
    assert not key.is_alive()
    may_go_on.set()
    assert writer.close(timeout=60)


def test_a_full_disk_is_told_and_everything_is_written_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "RETRY_SECONDS", 0.01)
    heard = Heard()
    path = builders.project_file(tmp_path, ARTICLE)
    writer = Writer(path, heard.listener)
    project = writer._project
    project.rows(f"PRAGMA max_page_count = {project.value('PRAGMA page_count')}")
    big = Order(Draft("Import", added([builders.article("word " * 20_000, article_id="b")])), "ana")
    writer.write(big)
    assert "Everything saved before is safe" in heard.stalled.get(timeout=60)
    assert not writer.close(timeout=0.05)
    writer.keep_open()
    assert writer.waiting == 1
    project.rows("PRAGMA max_page_count = 1000000")
    assert heard.saved.get(timeout=60) == big.draft.id
    assert writer.close(timeout=60)


def test_what_the_person_gives_up_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "RETRY_SECONDS", 0.01)
    heard = Heard()
    path = builders.project_file(tmp_path, ARTICLE)
    writer = Writer(path, heard.listener)
    writer._project.rows("PRAGMA max_page_count = 1")
    big = builders.article("word " * 20_000, article_id="b")
    writer.write(Order(Draft("Import", added([big])), "ana"))
    heard.stalled.get(timeout=60)
    writer.abandon()
    with open_project(path, is_writable=True) as project:
        assert project.value("SELECT count(*) FROM article") == 1


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    path = builders.project_file(tmp_path, ARTICLE)
    writer = Writer(path, Heard().listener)
    with pytest.raises(UserError, match="open elsewhere"):
        Writer(path, Heard().listener)
    assert writer.close(timeout=60)


def test_a_draft_that_no_commit_can_take_is_refused_and_the_others_are_saved(
    tmp_path: Path,
) -> None:
    heard = Heard()
    is_told, may_go_on = threading.Event(), threading.Event()
    left: list[int] = []

    def saved(order: Order, _: object) -> None:
        left.append(writer.waiting)
        heard.saved.put(order.draft.operation)
        is_told.set()
        may_go_on.wait(10)

    listener = Listener(saved, heard.listener.refused, heard.listener.stalled)
    writer = Writer(builders.project_file(tmp_path, ARTICLE), listener)
    writer.write(an_order(1))
    assert is_told.wait(10)
    # These wait together, so they come into one transaction.
    link = Relation("x", "a1", "ana", "attributed_to", "n1", "nowhere", "a1", {})
    distant = builders.annotation(ARTICLE, "bridge", annotation_id="n3")
    writer.write(an_other_order("Before", distant))
    writer.write(Order(Draft("Link", added([link])), "ana"))
    writer.write(an_other_order("After", builders.annotation(ARTICLE, "4m", annotation_id="n4")))
    may_go_on.set()
    assert "no longer there" in heard.refused.get(timeout=60)
    assert [heard.saved.get(timeout=60) for _ in range(3)] == ["Add 1", "Before", "After"]
    assert (left, writer.waiting) == ([0, 2, 0], 0)
    assert writer.close(timeout=60)


def an_other_order(name: str, record: Annotation) -> Order:
    return Order(Draft(name, added([record])), "ana")


def test_a_fault_of_the_program_refuses_one_draft_and_the_writer_goes_on(tmp_path: Path) -> None:
    heard = Heard()
    writer = Writer(builders.project_file(tmp_path, ARTICLE), heard.listener)
    broken = builders.annotation(ARTICLE, "said", annotation_id="n1", value=object())  # type: ignore[arg-type]
    writer.write(an_other_order("Broken", broken))
    writer.write(an_order(2))
    assert "fault in the program" in heard.refused.get(timeout=60)
    assert heard.saved.get(timeout=60)
    assert writer.close(timeout=60)


def test_a_listener_that_raises_does_not_end_the_writing(tmp_path: Path) -> None:
    path = builders.project_file(tmp_path, ARTICLE)

    def raising(*_: object) -> None:
        raise RuntimeError("a window that is gone")

    writer = Writer(path, Listener(raising, raising, raising))
    for number in (1, 1, 2):
        writer.write(an_order(number))
    assert writer.close(timeout=60)
    with open_project(path) as project:
        assert [each.id for each in records.select(project, Annotation)] == ["n1", "n2"]


def test_a_draft_handed_over_after_closing_is_refused_and_not_lost_in_silence(
    tmp_path: Path,
) -> None:
    heard = Heard()
    writer = Writer(builders.project_file(tmp_path, ARTICLE), heard.listener)
    assert writer.close(timeout=60)
    writer.keep_open()
    writer.write(an_order(1))
    assert "closed already" in heard.refused.get(timeout=60)
    assert writer.waiting == 0
