"""The fixture by which a test of the scorecard tells what it measured, and the table at the end."""

from collections.abc import Iterator

import pytest

from tests.gui.conftest import desk, open_desk, patient_closing, project  # noqa: F401
from tests.scorecard.card import Recorder, Scorecard

_CARD = pytest.StashKey[Scorecard]()


@pytest.fixture
def scorecard(request: pytest.FixtureRequest) -> Recorder:
    """Where a test tells what it measured."""
    return Recorder(_card(request.config), request.node.nodeid)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Iterator[None]:
    """A goal is met when the test that measured it has passed."""
    report = yield
    if report.when == "call":
        for line in _card(item.config).lines:
            if line.test == item.nodeid and line.is_met is None:
                line.is_met = report.passed
    return report


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the table after everything else."""
    card = _card(config)
    if card.lines:
        terminalreporter.section("scorecard")
        for line in card.table():
            terminalreporter.write_line(line)


def _card(config: pytest.Config) -> Scorecard:
    return config.stash.setdefault(_CARD, Scorecard())
