"""JSON records are found however they are laid out, and refused where readers disagree."""

import io
import json
from random import Random
from typing import Any

import pytest

from annotator.formats import json_values
from annotator.formats.json_values import Refused, objects
from tests.chance import octets, seeded, some, text, value


def read(content: bytes | str) -> list[tuple[int, Any]]:
    raw = content.encode() if isinstance(content, str) else content
    return [
        (line, str(found) if isinstance(found, Refused) else found)
        for line, found in objects(io.BytesIO(raw))
    ]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ('{"a":1}\n{"a":2}\n', [1, 2]),
        ('\ufeff\n\n{"a":1}\r\n \n{"a":2}', [3, 5]),
        ('{\n "a": 1\n}\n{\n "a": 2\n}\n', [1, 4]),
        ('{"a":1} {"a":\n2}', [1, 1]),
        ('[{"a":1},\n {"a":2}]', [1, 2]),
        ('\n[\n {"a": 1},\n {"a": 2}\n]\n', [3, 4]),
    ],
    ids=["lines", "blank lines", "spread", "in a row", "array", "spread array"],
)
def test_records_are_found_with_their_lines(content: str, lines: list[int]) -> None:
    assert read(content) == [(line, {"a": number}) for number, line in enumerate(lines, 1)]


def test_lines_end_at_line_feeds_only() -> None:
    content = json.dumps({"text": "a\u2028b\x85c\u2029d"}, ensure_ascii=False)
    assert read(f"{content}\n") == [(1, {"text": "a\u2028b\x85c\u2029d"})]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b'{"a":1,}', "not valid JSON"),
        (b'{"a":1', "not valid JSON"),
        (b'{"a":"\xff"}', "not UTF-8: byte 7 of the line"),
        (b'{"a":"\\ud83d"}', "surrogate"),
        (b'{"a":NaN}', "not valid JSON"),
        (b'{"a":1e999}', "infinity"),
        (b"[1]", "not a JSON object"),
        (b"7", "not a JSON object"),
        (b'{"a":1,"a":2}', "'a' comes twice"),
        (b'{"b":{"x":1, "x":1}}', "'x' comes twice"),
        (b'{"a":123456789012345678901}', "too large"),
        (b'{"a":["b\\u0000"]}', "NUL character in 'a', character 2"),
        (b'{"a\\u0000":1}', "NUL character in a key"),
        (b'{"a":' + b"[" * 300 + b"]" * 300 + b"}", "nested too deeply"),
        (b'{"a":' + b"[" * 90_000 + b"]" * 90_000 + b"}", "nested too deeply"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_a_bad_line_is_refused_and_the_others_come(bad: bytes, reason: str) -> None:
    first, second, third = read(b'{"a":1}\n' + bad + b'\n{"a":3}\n')
    assert (first, third) == ((1, {"a": 1}), (3, {"a": 3}))
    assert second[0] == 2
    assert reason in second[1]


def test_a_broken_first_line_does_not_hide_the_others() -> None:
    (line, reason), second, third = read('{"a":\n{"a":2}\n{"a":3}')
    assert line == 1
    assert "not valid JSON" in reason
    assert (second, third) == ((2, {"a": 2}), (3, {"a": 3}))


def test_an_escaped_backslash_before_u0000_is_no_nul() -> None:
    assert read('{"a":"\\\\u0000"}') == [(1, {"a": "\\u0000"})]


@pytest.mark.parametrize("first", ["", '{"a":\n', '{"a":1}\n'])
def test_a_line_without_end_is_refused_and_the_next_one_comes(
    monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    monkeypatch.setattr(json_values, "MOST_BYTES", 100)
    long = json.dumps({"a": "x" * 1_000})
    found = read(f'{first}{long}\n{{"a":3}}\n')
    start = 2 if first else 1
    assert "longer than" in dict(found)[start]
    assert found[-1] == (start + 1, {"a": 3})


def test_an_array_that_was_cut_off_gives_what_is_whole() -> None:
    first, (line, reason) = read('[{"a":1},\n{"a":2')
    assert first == (1, {"a": 1})
    assert line == 2
    assert "rest was not read" in reason


def test_an_array_without_its_end_is_reported() -> None:
    first, (_, reason) = read('[{"a":1},\n')
    assert first == (1, {"a": 1})
    assert "before its array" in reason


def test_spread_values_of_endless_size_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_values, "MOST_BYTES", 100)
    ((_, reason),) = read("[\n" + '{"a":1},\n' * 50 + "]")
    assert "write one record per line" in reason


@seeded(200)
def test_what_the_standard_library_writes_is_read(chance: Random) -> None:
    records = [
        {text(chance, 4): value(chance) for _ in range(chance.randint(0, 4))}
        for _ in range(chance.randint(0, 4))
    ]
    lines = [json.dumps(record, ensure_ascii=chance.random() < 0.5) for record in records]
    wanted = [record for record in records if "\\u0000" not in json.dumps(record)]
    found = read("\n".join(lines).encode("utf-8", "surrogatepass"))
    assert [record for _, record in found if isinstance(record, dict)] == wanted


@seeded(200)
def test_any_bytes_give_records_or_reasons(chance: Random) -> None:
    signs = "".join(some(chance, '{}[]",:\\ \nanu10e', 60)).encode()
    content = chance.choice((octets(chance, 120), signs))
    for line, found in read(content):
        assert 1 <= line <= content.count(b"\n") + 1
        assert isinstance(found, dict | str)
