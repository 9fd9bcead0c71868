"""Measures the scorecard and prints its table: python -m tests.scorecard [PYTEST OPTION...]."""

import sys
from pathlib import Path

import pytest

if __name__ == "__main__":
    sys.exit(pytest.main([str(Path(__file__).parent), "-q", *sys.argv[1:]]))
