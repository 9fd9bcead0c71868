"""Formats whose records are made from annotations."""

import importlib
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.domain.progress import FINISHED
from annotator.formats.datasets.work import SchemeName, Setting, Work
from tests import builders, growth

LINE = "Ruiz said that it is safe.\n"


def work_of(count: int) -> Work:
    """A finished work on so many sentences, each with a claim and its source."""
    rows, links = [], []
    for number in range(count):
        for label, start, end in (("source", 0, 4), ("claim", 10, 25)):
            place = (len(LINE) * number + start, len(LINE) * number + end)
            own = (f"{label}{number}", "a1", "ana", label, *place)
            rows.append((*own, f"[[{place[0]},{place[1]}]]", LINE[start:end], "{}", "manual", ""))
        ends = (f"claim{number}", f"source{number}")
        links.append((f"r{number}", "a1", "ana", "attributed_to", *ends, "a1", "{}"))
    work = Work(builders.article(LINE * count), "ana", FINISHED, rows, links)
    assert len(work.annotations) == 2 * len(work.relations)  # made once, before time is taken
    return work


@pytest.mark.parametrize("format_id", ["frames", "relations", "classification"])
def test_records_of_a_long_article_take_their_share_of_time(tmp_path: Path, format_id: str) -> None:
    module = importlib.import_module(f"annotator.formats.datasets.{format_id}")
    writer = module.Writer(tmp_path, Setting(builders.scheme(), SchemeName("news-review", 1, "0")))

    def records_of(count: int) -> Callable[[], object]:
        work = work_of(count)
        return lambda: list(writer.records_of(work))

    assert growth.stays_within(20, small=records_of(150), large=records_of(1_500))
