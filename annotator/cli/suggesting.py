"""`annotator suggest`: run engines and keep what they propose."""

from collections.abc import Iterator
from pathlib import Path

import click

from annotator.cli import terminal
from annotator.cli.options import Command, as_option, json_option, project_argument
from annotator.domain.change import Draft
from annotator.domain.suggestion import Suggestion
from annotator.operations import library, suggestion_choices
from annotator.operations.proposing import Proposer, engine_of
from annotator.operations.writing import commit
from annotator.storage import articles, records
from annotator.storage.project import Project, open_project
from annotator.suggestions.engines import ENGINES

_ENOUGH = 500


@click.command(
    "suggest",
    cls=Command,
    examples=(
        "annotator suggest pilot.annotator --engine boilerplate",
        "annotator suggest pilot.annotator --article harbour-dredging --json",
    ),
)
@project_argument
@click.option("--article", "article_id", metavar="ID", help="Only this article.")
@click.option(
    "--engine",
    "engines",
    multiple=True,
    metavar="E",
    help=f"Only this engine, or several: {', '.join(ENGINES)}.",
)
@as_option("For whom; otherwise the project's current annotator.")
@json_option
def command(
    path: Path, *, article_id: str | None, engines: tuple[str, ...], annotator: str | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Propose labels; nobody's work changes until a person takes one.

    What was proposed before is not proposed again, whatever became of it. Articles that measure
    agreement are left out.
    """
    for name in engines:
        engine_of(name)
    with open_project(path, is_writable=True) as project:
        who = library.annotator_of(project, given=annotator)
        hidden = suggestion_choices.for_agreement(project)
        wanted = [articles.get(project, article_id).id] if article_id else _queue(project, who)
        looked_at = [each for each in wanted if each not in hidden]
        fresh = _suggested(project, looked_at, engines or tuple(ENGINES), annotator=who)
    skipped = [each for each in wanted if each in hidden]
    if as_json:
        terminal.print_json(_as_json(len(looked_at), skipped, fresh))
    else:
        _print(len(looked_at), skipped, fresh, is_listed=article_id is not None)


def _queue(project: Project, annotator: str) -> list[str]:
    """The articles that an annotator sees: hidden repeats only where they are theirs."""
    return [each.id for each in articles.summaries(project, annotator)]


def _suggested(
    project: Project, article_ids: list[str], engines: tuple[str, ...], *, annotator: str
) -> list[Suggestion]:
    """Run the engines article by article, and write what is new by the hundred."""
    fresh: list[Suggestion] = []
    newcomer = library.joined(project, annotator)
    if newcomer is not None and article_ids:
        commit(project, newcomer, annotator=annotator)
    for drafts in _by_the_hundred(_drafts(project, article_ids, engines, annotator)):
        changes = tuple(change for draft in drafts for change in draft.changes)
        name = drafts[0].operation if len(drafts) == 1 else f"Suggest {len(changes)} labels"
        commit(project, Draft(name, changes, is_undoable=False), annotator=annotator)
        fresh += [each.record for each in changes if isinstance(each.record, Suggestion)]
    return fresh


def _drafts(
    project: Project, article_ids: list[str], engines: tuple[str, ...], annotator: str
) -> Iterator[Draft]:
    proposer = Proposer(project, library.scheme_of(project), annotator)
    with terminal.Counter("article") as count:
        for number, article_id in enumerate(article_ids, start=1):
            yield from proposer.run(records.sheet(project, article_id, annotator), engines)
            count(number, len(article_ids))


def _by_the_hundred(drafts: Iterator[Draft]) -> Iterator[list[Draft]]:
    gathered: list[Draft] = []
    for draft in drafts:
        gathered.append(draft)
        if sum(len(each.changes) for each in gathered) >= _ENOUGH:
            yield gathered
            gathered = []
    if gathered:
        yield gathered


def _as_json(looked_at: int, skipped: list[str], fresh: list[Suggestion]) -> dict[str, object]:
    return {
        "articles": looked_at,
        "suggestions": len(fresh),
        "engines": _by_engine(fresh),
        "skipped": skipped,
        "added": [
            {
                "id": each.id,
                "article": each.article_id,
                "engine": each.engine,
                "label": each.label,
                "start": each.start,
                "end": each.end,
                "fragments": [[place.start, place.end] for place in each.fragments],
                "text": each.text,
                "attributes": dict(each.attributes),
                "confidence": each.confidence,
                "reason": each.reason,
            }
            for each in fresh
        ],
    }


def _by_engine(fresh: list[Suggestion]) -> dict[str, int]:
    names = [each.engine for each in fresh]
    return {name: names.count(name) for name in dict.fromkeys(names)}


def _print(looked_at: int, skipped: list[str], fresh: list[Suggestion], *, is_listed: bool) -> None:
    for each in fresh if is_listed else ():
        terminal.say(
            terminal.styled(each.label, bold=True, fg="cyan"),
            f" “{terminal.on_one_line(each.text, most=70)}”",
            terminal.styled(f"  [{each.start}, {each.end})", dim=True),
        )
        terminal.say(f"    {each.engine}: {each.reason}, {each.confidence:.0%} sure")
    parts = ", ".join(f"{name} {number:,}" for name, number in _by_engine(fresh).items())
    detail = f" ({parts})" if parts else ""
    found = terminal.counted(len(fresh), "new suggestion") if fresh else "Nothing new"
    terminal.say(f"{found} in {terminal.counted(looked_at, 'article')}{detail}.")
    if skipped:
        left = terminal.counted(len(skipped), "article")
        terminal.tell(f"Left out, because they measure agreement: {left}.")
