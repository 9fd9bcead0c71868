"""What importing, exporting and checking have in common: very many records, one after another."""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def without_cycle_search(*, keeps_much: bool = False) -> Iterator[None]:
    """Spare the search for cycles among records, which have none; it takes up to a fifth.

    The first search afterwards goes through all that was made meanwhile and still is there, and
    everybody waits. With `keeps_much` it counts as old already, as does what was frozen before.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if keeps_much:
                gc.freeze()
                gc.unfreeze()
            gc.enable()
