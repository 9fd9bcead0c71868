"""What importing, exporting and checking have in common: very many records, one after another."""

import contextlib
import gc
from collections.abc import Iterator


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
