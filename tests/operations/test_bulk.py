"""Sparing the search for cycles, and what it finds afterwards."""

import gc

import pytest

from annotator.operations.bulk import without_cycle_search


def test_what_much_work_keeps_is_not_gone_through_right_afterwards():
    with without_cycle_search(keeps_much=True):
        kept: list[object] = []

    assert any(each is kept for each in gc.get_objects(generation=2))


@pytest.mark.parametrize("keeps_much", [False, True])
def test_the_search_goes_on_after_work_that_failed(keeps_much):
    @without_cycle_search(keeps_much=keeps_much)
    def work() -> None:
        raise ValueError(gc.isenabled())

    with pytest.raises(ValueError, match="False"):
        work()

    assert gc.isenabled()


def test_work_within_work_leaves_the_search_off():
    with without_cycle_search():
        with without_cycle_search():
            pass

        assert not gc.isenabled()
