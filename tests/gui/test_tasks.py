"""Work in threads of its own: its news arrive in the window's thread, and nothing of it stays."""

import gc
import threading
import weakref
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from annotator.domain.errors import UserError
from annotator.gui import tasks


class Material:
    """What some work needs."""


def wait(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not tasks.is_any_running())


def test_finished_work_holds_on_to_nothing(qtbot: QtBot):
    held: list[weakref.ref[Material]] = []
    for _ in range(20):
        material = Material()
        held.append(weakref.ref(material))
        tasks.run(lambda report, given: None, material, done=lambda _: None, failed=print)
        del material
        wait(qtbot)
    gc.collect()
    qtbot.waitUntil(lambda: not [each for each in held if each() is not None])


def test_a_listener_that_knows_its_task_does_not_keep_it(qtbot: QtBot):
    def started() -> weakref.ref[tasks.Task]:
        task = tasks.run(lambda report: None, done=lambda _: task.is_stopped, failed=print)
        return weakref.ref(task)

    held = started()
    wait(qtbot)
    qtbot.waitUntil(lambda: gc.collect() >= 0 and held() is None)


def test_news_arrive_in_order_in_the_thread_of_the_window(qtbot: QtBot):
    heard: list[object] = []
    here = threading.current_thread()
    was_heard = threading.Event()

    def hear(news: object) -> None:
        assert threading.current_thread() is here
        heard.append(news)
        was_heard.set()

    def count(report: Callable[[int], bool]) -> str:
        assert threading.current_thread() is not here
        report(1)
        was_heard.wait()
        report(2)
        return "counted"

    task = tasks.run(count, done=hear, failed=hear, progressed=hear)
    wait(qtbot)
    assert heard == [1, 2, "counted"]
    assert task.is_finished


def test_of_counts_that_come_faster_than_the_window_hears_the_newest_is_told(qtbot: QtBot):
    heard: list[int] = []
    is_counted = threading.Event()

    def count(report: Callable[[int], bool]) -> None:
        for number in range(1_000):
            report(number)
        is_counted.set()

    tasks.run(count, done=lambda _: None, failed=print, progressed=heard.append)
    is_counted.wait()  # the window does nothing else meanwhile
    wait(qtbot)
    assert heard == [999]


def test_work_that_fails_says_why_in_words(qtbot: QtBot):
    told: list[str] = []

    def refuse(report: object) -> None:
        raise UserError("The file is gone.")

    def break_down(report: object) -> None:
        raise ZeroDivisionError

    for work in (refuse, break_down):
        tasks.run(work, done=told.append, failed=told.append)
    wait(qtbot)
    assert told == ["The file is gone.", "This failed: ZeroDivisionError. Nothing more was done."]


def test_work_ends_at_its_next_report_and_is_news_to_nobody_once_the_project_is_left(
    qtbot: QtBot,
):
    heard: list[object] = []
    begun = threading.Event()

    def endless(report: Callable[[int], bool]) -> None:
        begun.set()
        while report(0):
            pass

    tasks.run(endless, done=heard.append, failed=heard.append)
    assert begun.wait(60)
    tasks.stop_all()
    tasks.leave_all()
    qtbot.wait(1)
    assert heard == []
    assert not tasks.is_any_running()
