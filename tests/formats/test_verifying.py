"""A file that is proved while it is written, by this program as a second process."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from annotator import this_program
from annotator.domain.errors import UserError
from annotator.formats.datasets import verifying
from annotator.formats.datasets.verifying import Follower, Verified, verify

TEXT = "📰 Mayor Ruiz said the bridge will cost 4m euros."


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[this_program.Process]:
    """Every line is much; gives the processes that were started."""
    processes: list[this_program.Process] = []
    start = this_program.started_again

    def started_again(word: str) -> this_program.Process | None:
        if process := start(word):
            processes.append(process)
        return process

    monkeypatch.setattr(verifying, "PORTION", 1)
    monkeypatch.setattr(this_program, "started_again", started_again)
    return processes


@pytest.fixture
def follower() -> Iterator[Follower]:
    follower = Follower()
    yield follower
    follower.close()


def line(number: int, *, words: str = "Mayor Ruiz") -> bytes:
    span = {"fragments": [[2, 12]], "text": words, "label": "source"}
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    record = {"id": number, "text": TEXT, "text_sha256": sha256, "spans": [span], "flags": []}
    return orjson.dumps({**record, "relations": [{"label": "via"}]}) + b"\n"


def write(path: Path, lines: list[bytes], follower: Follower) -> None:
    with path.open("wb") as file:
        for each in lines:
            file.write(each)
            follower.tell(path, file)
        # The last of a file is seldom a whole portion.
        file.write(line(99))


def test_a_second_process_finds_what_the_first_would(
    tmp_path: Path, started: list[this_program.Process], follower: Follower
) -> None:
    train, dev = tmp_path / "train.jsonl", tmp_path / "dev.jsonl"
    write(train, [line(1), line(2)], follower)
    write(dev, [line(3)], follower)
    assert len(started) == 1
    for path, count in ((train, 3), (dev, 2)):
        found = follower.verified(path)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert found == Verified(count, Counter(source=count), Counter(via=count), digest)
    follower.close()
    assert started[0].returncode is not None


def test_what_a_second_process_finds_wrong_is_told(
    tmp_path: Path, started: list[this_program.Process], follower: Follower
) -> None:
    path = tmp_path / "data.jsonl"
    write(path, [line(1), line(2, words="Mayor Ruis")], follower)
    with pytest.raises(UserError, match="1 annotation does not match the text any more"):
        follower.verified(path)
    assert len(started) == 1


def test_a_file_is_proved_all_the_same_when_the_second_process_dies(
    tmp_path: Path, started: list[this_program.Process], follower: Follower
) -> None:
    path = tmp_path / "data.jsonl"
    write(path, [line(1)], follower)
    started[0].kill()
    started[0].wait()
    assert follower.verified(path) == verify(path)


def test_a_small_file_starts_no_process(
    tmp_path: Path, started: list[this_program.Process], monkeypatch: pytest.MonkeyPatch,
    follower: Follower,
) -> None:  # fmt: skip
    monkeypatch.setattr(verifying, "PORTION", 1_000_000)
    path = tmp_path / "data.jsonl"
    write(path, [line(1)], follower)
    assert follower.verified(path).records == 2
    assert not started
