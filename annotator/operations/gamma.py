"""Running gamma in a process of its own, which can be stopped."""

import contextlib
import json
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from annotator import this_program
from annotator.domain.errors import UserError
from annotator.storage.project import Project

if TYPE_CHECKING:
    from annotator.agreement.figure import Figure
    from annotator.agreement.material import Material

Unit = tuple[str, int, int, str]
Report = Callable[[int], bool]
_WAIT = 0.2

_MISSING = (
    "Gamma needs the package pygamma-agreement, which is not installed. Nothing was measured. "
    "Install it with: python -m pip install pygamma-agreement"
)


def measure(
    project: Project,
    *,
    between: Sequence[str] = (),
    label: str = "",
    seed: int = 1,
    seconds: float | None = None,
    report: Report = lambda _: True,
) -> "Figure":
    """Gamma over the articles that people have finished, weighted by their annotations.

    `report` hears how many articles are done and ends the process when it answers false; so does
    the end of `seconds`. What was measured until then is told, with the articles it comes from.

    Raises:
        UserError: the package is missing, or more than three people are compared.
    """
    from annotator.agreement.gamma import MOST_PEOPLE
    from annotator.operations.agreement import material_of

    material, basis = material_of(project, between=between)
    if len(basis.people) > MOST_PEOPLE:
        raise UserError(
            f"Gamma of {len(basis.people)} people takes very long. Nothing was measured. "
            f"Name at most {MOST_PEOPLE} with --between."
        )
    continua = _continua_of(material, label)
    found = run(continua, seed=seed, seconds=seconds, report=report)
    return _figure(material, label, found, continua, seed)


def _continua_of(material: "Material", label: str) -> dict[str, list[Unit]]:
    """The annotations of each article as units; articles that only one person marked have none."""
    found: dict[str, list[Unit]] = {}
    for shared in material.shared:
        units = [
            (person, each.start, each.end, each.label)
            for person in material.people
            if person in shared.readings
            for each in shared.readings[person].annotations
            if (each.label == label if label else each.label not in material.left_out)
        ]
        if len({person for person, *_ in units}) > 1:
            found[shared.article_id] = units
    return found


def run(
    continua: Mapping[str, Sequence[Unit]],
    *,
    seed: int,
    seconds: float | None = None,
    report: Report = lambda _: True,
    **options: object,
) -> dict[str, dict[str, float]]:
    """Gamma of each continuum by its name, as far as it came.

    Raises:
        UserError: the package is missing, or its process ended with an error.
    """
    import importlib.util

    if importlib.util.find_spec("pygamma_agreement") is None:
        raise UserError(_MISSING)
    if not continua:
        return {}
    given = json.dumps({"seed": seed, "continua": dict(continua), **options})
    with tempfile.TemporaryDirectory() as folder:
        told, faults = Path(folder, "told"), Path(folder, "faults")
        with told.open("wb") as out, faults.open("wb") as err, _process(out, err) as process:
            _give(process, given)
            is_whole = _wait(process, told, seconds, report)
        if is_whole and process.returncode:
            last = faults.read_text(errors="replace").strip().rpartition("\n")[2]
            raise UserError(f"Gamma could not be computed: {last}. Nothing else was harmed.")
        return _told(told)


@contextlib.contextmanager
def _process(out: IO[bytes], err: IO[bytes]) -> "Any":
    process = subprocess.Popen(  # noqa: S603 - this program itself
        this_program.module("annotator.agreement.gamma"),
        stdin=subprocess.PIPE,
        stdout=out,
        stderr=err,
        env=this_program.environment(),
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def _give(process: "subprocess.Popen[bytes]", given: str) -> None:
    with contextlib.suppress(BrokenPipeError):
        if process.stdin is not None:
            process.stdin.write(given.encode())
            process.stdin.close()


def _wait(
    process: "subprocess.Popen[bytes]", told: Path, seconds: float | None, report: Report
) -> bool:
    """Wait for the end; false when it was stopped before."""
    began = time.monotonic()
    while process.poll() is None:
        if not report(told.read_bytes().count(b"\n")):
            return False
        if seconds is not None and time.monotonic() - began > seconds:
            return False
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_WAIT)
    return True


def _told(path: Path) -> dict[str, dict[str, float]]:
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.endswith("\n"):
            each = json.loads(line)
            found[each.pop("name")] = each
    return found


def _figure(
    material: "Material",
    label: str,
    found: Mapping[str, Mapping[str, float]],
    continua: Mapping[str, Sequence[Unit]],
    seed: int,
) -> "Figure":
    import numpy as np

    from annotator.agreement.figure import NEEDS_TWO, NOTHING_MARKED, Figure
    from annotator.agreement.tally import Draws, share

    sums = np.zeros((material.count, 2))
    for number, shared in enumerate(material.shared):
        if shared.article_id in found:
            units = len(continua[shared.article_id])
            sums[number] = (units * found[shared.article_id]["gamma"], units)
    reason = NEEDS_TWO if len(material.people) < 2 else NOTHING_MARKED
    tally = share(sums[:, :1], sums[:, 1:], n=int(sums[:, 1].sum()), reason=reason)
    value = tally.value()
    return Figure(
        "spans", label, "gamma", "nominal", material.people, value,
        undefined=tally.reason if value is None else "",
        n=tally.n, unit="spans", articles=tally.articles,
        interval=Draws(material.count, seed=seed).interval(tally) if value is not None else None,
        coverage=len(found) / len(continua) if continua else None,
    )  # fmt: skip
