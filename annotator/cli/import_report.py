"""What a person is told of an import: in lines, or as one JSON object."""

from collections.abc import Iterable, Mapping, Sequence

from annotator.cli import terminal
from annotator.formats.incoming import Problem
from annotator.formats.shapes import FieldMap, Shape
from annotator.operations import duplicates
from annotator.operations.import_report import ImportReport
from annotator.operations.importing import ProblemsFound
from annotator.operations.translating import NameLine

MOST_LISTED = 50


def as_json(report: ImportReport, findings: duplicates.Findings | None) -> dict[str, object]:
    """The one JSON object of the command."""
    told: dict[str, object] = {
        "articles": report.articles,
        "annotations": report.annotations,
        "relations": report.relations,
        "skipped": _listed(report.skipped),
        "problems": _listed(report.problems),
    }
    if report.suggestions:
        told["suggestions"] = report.suggestions
    if report.names or report.moved:
        told["taken"] = report.taken
        told["refused"] = report.refused
        told["moved"] = _listed(report.moved)
        told["names"] = {
            tool: [_named(line) for line in lines] for tool, lines in report.names.items()
        }
    if maps := [*_maps(report.shapes.told, "told"), *_maps(report.shapes.recalled, "kept")]:
        told["maps"] = maps
    if findings is not None and findings.joined:
        told["near_duplicates"] = {"joined": findings.joined, "clusters": findings.clusters}
    if report.versions:
        told["versions"] = [{"id": id_, "of": older} for id_, older in report.versions.items()]
    return {**told, "notes": _listed(report.notes)} if report.notes else told


def refusal_as_json(refusal: ProblemsFound) -> dict[str, object]:
    """The same object where nothing came in, because something would have to be refused."""
    return {"error": refusal.reason, "problems": _listed(refusal.problems)}


def _listed(problems: Iterable[Problem]) -> list[dict[str, object]]:
    return [{"file": each.file, "line": each.line, "reason": each.reason} for each in problems]


def _maps(maps: Mapping[Shape, FieldMap], how: str) -> Iterable[dict[str, object]]:
    for shape, each in maps.items():
        yield {"how": how, "columns": list(shape), **each.as_tables()}


def _named(line: NameLine) -> dict[str, object]:
    return {
        "kind": line.kind,
        "theirs": line.theirs,
        "ours": line.ours or None,
        "values": dict(line.values),
        "how": line.told,
        "count": line.count,
    }


def tell(report: ImportReport, *, is_trial: bool) -> None:
    """Print what came in, what did not and why."""
    came = "would come in" if is_trial else "came in"
    numbers = (
        f"{terminal.counted(report.articles, 'article')}, "
        f"{terminal.counted(report.annotations, 'annotation')} and "
        f"{terminal.counted(report.relations, 'relation')} {came}"
    )
    parts = [numbers]
    if report.skipped:
        verb = "was" if len(report.skipped) == 1 else "were"
        parts.append(f"{terminal.counted(len(report.skipped), 'article')} {verb} here already")
    if report.problems:
        parts.append(terminal.counted(len(report.problems), "problem"))
    if report.moved or report.names:
        parts.insert(1, f"{len(report.moved):,} moved, {report.refused:,} refused")
    terminal.say("; ".join(parts) + (":" if report.problems else "."))
    for problem in report.problems[:MOST_LISTED]:
        terminal.say(f"  {problem}")
    if len(report.problems) > MOST_LISTED:
        terminal.say(f"  and {len(report.problems) - MOST_LISTED:,} more; --json lists all")
    for move in report.moved[:MOST_LISTED]:
        terminal.say(f"  {move}")
    for tool, lines in report.names.items():
        _print_names(tool, lines)
    for note in report.notes[:MOST_LISTED]:
        terminal.tell(f"Note: {note}")


def _print_names(tool: str, lines: Sequence[NameLine]) -> None:
    """What became of the names of another tool, in columns."""
    changed = [line for line in lines if _theirs(line) != _ours(line).rpartition(".")[2]]
    same = len(lines) - len(changed)
    if changed:
        terminal.say(f"What the names of {tool} became:")
    rows = [
        (line.kind, _theirs(line), "→", _ours(line), f"{line.count:,}")
        for line in changed[:MOST_LISTED]
    ]
    for row in terminal.table(rows, indent=2):
        terminal.say(row)
    if len(changed) > MOST_LISTED:
        terminal.say(f"  and {len(changed) - MOST_LISTED:,} more; --json lists all")
    if same:
        verb = "means" if same == 1 else "mean"
        terminal.say(f"{terminal.counted(same, 'name')} of {tool} {verb} the same here.")


def _theirs(line: NameLine) -> str:
    has_value = line.values and line.kind in ("attribute", "article label")
    value = f"={line.values[0][0]}" if has_value else ""
    return (line.theirs or "(no name)") + value


def _ours(line: NameLine) -> str:
    if not line.ours:
        is_refused = line.told == "unknown" and line.kind != "attribute"
        return "refused" if is_refused else "left out"
    if line.kind == "label":
        return " ".join((line.ours, *map("=".join, line.values)))
    if line.kind == "relation":
        return f"{line.ours}, reversed" if line.values else line.ours
    return "=".join((line.ours, *(value for _, value in line.values)))
