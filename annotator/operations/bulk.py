"""What importing, exporting and checking have in common: very many records, one after another."""

import contextlib
import gc
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


@contextlib.contextmanager
def without_cycle_search() -> Iterator[None]:
    """Spare the search for cycles among records, which have none; it takes up to a fifth."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def one_behind(work: Callable[[T], object], items: Iterable[T]) -> None:
    """Work on each item in another thread while the next one is made, in order.

    SQLite and compression run outside Python's lock, so a second core takes them over. What the
    work raises is raised here, before a further item is begun.
    """
    # Not needed by the window, and slow to import.
    from concurrent.futures import Future, ThreadPoolExecutor

    with ThreadPoolExecutor(max_workers=1) as worker:
        under_way: Future[object] | None = None
        for item in items:
            if under_way is not None:
                under_way.result()
            under_way = worker.submit(work, item)
        if under_way is not None:
            under_way.result()
