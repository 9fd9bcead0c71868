"""The floor of token formats: rows that are made already, written again with orjson.

Each line of a file of rows is read and written with orjson, then `fsync`. Nothing is cut into
tokens, aligned, counted, described or read back.

A process of its own: `python floor_rows.py ROWS FILE`.
"""

import os
import sys
from pathlib import Path

import orjson

_LINE = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE


def write_rows(rows: Path, file: Path) -> None:
    """Read rows and write them."""
    with rows.open("rb") as lines, file.open("wb") as written:
        for line in lines:
            written.write(orjson.dumps(orjson.loads(line), option=_LINE))
        written.flush()
        os.fsync(written.fileno())


if __name__ == "__main__":
    write_rows(Path(sys.argv[1]), Path(sys.argv[2]))
