"""What the export screen has at hand before anybody chooses a format."""

import pytest

from annotator.formats.registry import writable
from annotator.gui.export import reading


def test_all_that_formats_need_is_brought_and_a_missing_package_is_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def import_module(name: str) -> None:
        asked.append(name)
        if name.startswith("pyarrow"):
            raise ImportError(name)

    monkeypatch.setattr(reading, "import_module", import_module)
    reading.prepare(lambda _: True)
    assert {each.writer for each in writable()} < set(asked)
    assert "pyarrow.parquet" in asked
