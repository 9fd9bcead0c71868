"""`annotator agreement`: how far people agree, with everything it takes to judge the figures."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli import terminal
from annotator.cli.options import Command, json_option, project_argument
from annotator.storage.project import Project, open_project

if TYPE_CHECKING:
    from annotator.agreement.figure import Case, Figure
    from annotator.operations.agreement import Agreement

_LAYERS = {
    "found": "Found: is each character in a label?",
    "named": "Named alike: the labels of characters that two marked",
    "spans": "Spans",
    "attribute": "Attributes of matched spans",
    "frame": "Sources of matched claims and quotes",
    "relation": "Relations",
    "article_label": "Article labels",
    "target": "Attitudes, by target and sentence",
}
GAMMA = "gamma"
_PAIR = 2


def _names(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...]:
    names = tuple(part.strip() for part in (value or "").split(",") if part.strip())
    if value is not None and len(names) < 2:
        raise click.BadParameter("name two or more people, with commas between: ana,ben")
    return names


@click.command(
    "agreement",
    cls=Command,
    examples=(
        "annotator agreement pilot.annotator",
        "annotator agreement pilot.annotator --label claim --measure f1_overlap --json",
    ),
)
@project_argument
@click.option("--between", metavar="A,B", callback=_names, help="Only these people; gold too.")
@click.option("--label", metavar="L", default="", help="Only annotations with this label.")
@click.option(
    "--measure",
    "measures",
    metavar="M",
    multiple=True,
    help="Only this measure, such as alpha, f1_exact or gamma; may be given again.",
)
@click.option("--revision", metavar="N", type=int, help="Work finished under this scheme revision.")
@click.option("--seed", metavar="N", type=int, default=1, show_default=True, help="For intervals.")
@click.option(
    "--stop-after",
    "seconds",
    metavar="SECONDS",
    type=click.FloatRange(min=0),
    help="End gamma after so long, with what it has by then.",
)
@click.option(
    "--cases",
    type=click.Choice(("none", "different", "all")),
    default="different",
    show_default=True,
    help="Which cases the JSON object lists.",
)
@click.option("--pairs", is_flag=True, help="Print the figures of every two people, too.")
@json_option
def command(
    path: Path,
    *,
    between: tuple[str, ...],
    label: str,
    measures: tuple[str, ...],
    revision: int | None,
    seed: int,
    seconds: float | None,
    cases: str,
    pairs: bool,
    as_json: bool,
) -> None:
    """Measure how far people agree on the articles that two or more of them have finished.

    An article that somebody has not finished is missing, not empty. Each figure comes with its
    level of measurement, the number of units, and an interval that holds 95 of 100 draws of
    articles. Where a figure is not defined, the reason stands in its place. --json has the figures
    of every two people, too.
    """
    # NumPy comes with this: `--help` needs it not.
    from annotator.operations import agreement

    usual = tuple(each for each in measures if each != GAMMA)
    with open_project(path) as project, project.snapshot():
        steps = agreement.steps(project, between)
        with terminal.Counter("part") as counter:
            found = agreement.measure(
                project,
                between=between,
                label=label,
                measures=usual or (() if not measures else ("f1_exact",)),
                seed=seed,
                revision=revision,
                report=lambda done: counter(10 * done, 10 * steps),
            )
        figures = list(found.figures) if usual or not measures else []
        if GAMMA in measures:
            figures.append(_gamma(project, between, label, seed, seconds))
    if as_json:
        terminal.print_json(_as_json(found, figures, cases))
    else:
        _print(found, figures, has_pairs=pairs)


def _gamma(
    project: Project, between: Sequence[str], label: str, seed: int, seconds: float | None
) -> "Figure":
    from annotator.operations import gamma

    with terminal.Counter("article") as counter:
        return gamma.measure(
            project, between=between, label=label, seed=seed, seconds=seconds,
            report=lambda done: counter(10 * done),
        )  # fmt: skip


def _as_json(found: "Agreement", figures: Sequence["Figure"], cases: str) -> dict[str, object]:
    basis = found.basis
    return {
        "people": list(basis.people),
        "articles": basis.articles,
        "revision": basis.revision,
        "finished": dict(basis.finished),
        "other_revisions": {str(number): n for number, n in basis.other_revisions.items()},
        "figures": [_figure(each) for each in figures],
        "with_themselves": [_figure(each) for each in found.intra],
        "cases": _cases(found, figures, cases) if cases != "none" else {},
    }


def _figure(figure: "Figure") -> dict[str, object]:
    return {
        **asdict(figure),
        "annotators": list(figure.annotators),
        "interval": list(figure.interval) if figure.interval else None,
        "is_small": figure.is_small,
        "cases": _name_of_cases(figure),
    }


def _name_of_cases(figure: "Figure") -> str:
    layer = "spans" if figure.layer in ("found", "named") else figure.layer
    return f"{layer}:{figure.subject}"


def _cases(
    found: "Agreement", figures: Sequence["Figure"], wanted: str
) -> dict[str, list[dict[str, object]]]:
    """The cases by the name that figures give, those of every two people."""
    from annotator.agreement.cases import ALIKE, Cases

    behind = Cases(found.material)
    named = {_name_of_cases(each): each for each in figures}
    return {
        name: [
            _case(case)
            for case in behind.of(each.layer, each.subject, found.basis.people)
            if wanted == "all" or case.kind != ALIKE
        ]
        for name, each in named.items()
    }


def _case(case: "Case") -> dict[str, object]:
    one, other = case.annotators
    told: dict[str, object] = {
        "article": case.article_id,
        "kind": case.kind,
        "said": {one: case.first or None, other: case.second or None},
    }
    if case.end:
        ids = {one: case.first_id or None, other: case.second_id or None}
        told |= {"start": case.start, "end": case.end, "text": case.words, "annotations": ids}
    return told


def _print(found: "Agreement", figures: Sequence["Figure"], *, has_pairs: bool) -> None:
    basis = found.basis
    everybody = [each for each in figures if has_pairs or len(each.annotators) != _PAIR]
    is_shortened = len(basis.people) > _PAIR and len(everybody) < len(figures)
    figures = everybody if is_shortened else figures
    terminal.say(
        f"{terminal.counted(basis.articles, 'article')} finished by two or more of "
        f"{', '.join(basis.people) or 'nobody'}, under revision {basis.revision} of the scheme"
    )
    for number, work in basis.other_revisions.items():
        terminal.say(
            f"Left out: {terminal.counted(work, 'finished reading')} under revision {number}; "
            f"--revision {number} measures them"
        )
    for layer, title in _LAYERS.items():
        _section(title, [each for each in figures if each.layer == layer])
    _section("With themselves, on articles that came twice", found.intra)
    if any(each.is_small and each.value is not None for each in figures):
        terminal.say()
        terminal.say("! rests on fewer than 30 units or spans")
    if is_shortened:
        terminal.say()
        terminal.say("Every two people are in --pairs, and with the cases in --json.")


def _section(title: str, figures: Sequence["Figure"]) -> None:
    if figures:
        terminal.say()
        terminal.say(terminal.styled(title, bold=True))
        for line in terminal.table([_row(each) for each in figures], indent=2):
            terminal.say(line)


def _row(figure: "Figure") -> tuple[str, ...]:
    measure = f"{figure.measure}, {figure.level}" if figure.level else figure.measure
    low_high = figure.interval
    interval = f"[{low_high[0]:.3f}, {low_high[1]:.3f}]" if low_high else ""
    value = figure.undefined if figure.value is None else f"{figure.value:.3f}"
    coverage = "" if figure.coverage is None else f"covers {figure.coverage:.0%}"
    spans = "" if figure.support is None else f" in {terminal.counted(figure.support, 'span')}"
    return (
        figure.subject or "all",
        measure,
        " ".join(figure.annotators),
        value + (" !" if figure.is_small and figure.value is not None else ""),
        interval,
        f"n = {figure.n:,} {figure.unit}{spans}",
        coverage,
    )
