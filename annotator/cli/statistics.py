"""`annotator stats`: a project in numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.options import Command, json_option, project_argument
from annotator.storage import counts, suggestion_counts
from annotator.storage.counts import Counts
from annotator.storage.project import open_project


@click.command(
    "stats",
    cls=Command,
    examples=("annotator stats pilot.annotator --json",),
)
@project_argument
@json_option
def command(path: Path, *, as_json: bool) -> None:
    """Count labels, annotators, progress and days.

    An article that somebody has not finished is missing from their work, not empty. Annotations
    count on the day they were made or last changed. Days are those of this computer's clock; with
    --json they are those of UTC, the same everywhere.
    """
    with open_project(path) as project, project.snapshot():
        counted = counts.of_project(project, has_local_days=not as_json)
    if as_json:
        terminal.print_json(_as_json(counted))
    else:
        _print(counted)


def _as_json(counted: Counts) -> dict[str, object]:
    numbers = asdict(counted)
    numbers["suggestions"] = {
        "accepted": numbers.pop("suggestions_accepted"),
        "by_engine": suggestion_counts.by_engine(counted.suggestions),
        "by_decision": suggestion_counts.by_decision(counted.suggestions),
    }
    return numbers


def _print(counted: Counts) -> None:
    terminal.say(
        f"{terminal.counted(counted.articles, 'article')}, "
        f"{terminal.counted(counted.annotations, 'annotation')}, "
        f"{terminal.counted(counted.relations, 'relation')}"
    )
    _section("Articles", [(_words(state), f"{n:,}") for state, n in counted.status.items()])
    _section("Labels", _labels(counted))
    _section("Annotators", [_work(name, counted) for name in counted.annotators])
    _section("Flags", [(state, f"{number:,}") for state, number in counted.flags.items()])
    days = [
        (
            day,
            terminal.counted(each.steps, "step"),
            terminal.counted(each.annotations, "annotation"),
        )
        for day, each in counted.days.items()
    ]
    _section(f"Days ({datetime.now().astimezone().tzname()})", days)
    _section("Suggestions", _suggestions(counted))
    terminal.say()
    terminal.say(f"Suggestions accepted: {counted.suggestions_accepted or 'none yet'}")


def _section(title: str, rows: Sequence[Sequence[str]]) -> None:
    if rows:
        terminal.say()
        terminal.say(terminal.styled(title, bold=True))
        for line in terminal.table(rows, indent=2):
            terminal.say(line)


def _labels(counted: Counts) -> list[tuple[str, ...]]:
    """One row for each label: the sum, and how much of it is whose."""
    return [
        (label, f"{number:,}", _by_person(label, counted.annotators))
        for label, number in counted.labels.items()
    ]


def _suggestions(counted: Counts) -> list[tuple[str, ...]]:
    """One row for each engine and label: what became of its proposals."""
    return [
        (engine, label, ", ".join(f"{number:,} {fate}" for fate, number in fates.items()))
        for engine, labels in suggestion_counts.by_engine(counted.suggestions).items()
        for label, fates in labels.items()
    ]


def _by_person(label: str, annotators: Mapping[str, counts.Work]) -> str:
    return ", ".join(
        f"{name} {work.labels[label]:,}"
        for name, work in annotators.items()
        if label in work.labels
    )


def _work(name: str, counted: Counts) -> tuple[str, ...]:
    work = counted.annotators[name]
    states = ", ".join(f"{number:,} {_words(state)}" for state, number in work.status.items())
    return (
        name,
        terminal.counted(work.annotations, "annotation"),
        terminal.counted(work.relations, "relation"),
        states,
    )


def _words(state: str) -> str:
    return state.replace("_", " ")
