"""Whether work on more costs more than its share, on machines that are busy with other things."""

import gc
from collections.abc import Callable
from time import process_time

_ROUNDS = 12


def stays_within(ratio: float, *, small: Callable[[], object], large: Callable[[], object]) -> bool:
    """Whether the large work costs at most `ratio` times the small one.

    Seconds of the processor are compared, the quickest of each so far, after every round: a
    neighbour that takes the memory bus away spoils single rounds, never all of them, while work
    that grows too fast is too slow in each.
    """
    quickest_small = quickest_large = float("inf")
    for _ in range(_ROUNDS):
        quickest_small = min(quickest_small, _seconds(small))
        quickest_large = min(quickest_large, _seconds(large))
        if quickest_large <= ratio * quickest_small:
            return True
    return False


def _seconds(work: Callable[[], object]) -> float:
    # No search for garbage falls into it: how long one takes says only what else there is.
    gc.disable()
    try:
        begun = process_time()
        work()
        return process_time() - begun
    finally:
        gc.enable()
