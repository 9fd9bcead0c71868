"""After an import: the rules of the scheme are asked beside the window, and raise their flags."""

from collections.abc import Callable, Sequence
from pathlib import Path

from annotator.domain.change import Draft
from annotator.domain.scheme import Scheme
from annotator.gui import tasks
from annotator.gui.session import Session
from annotator.storage.project import open_project


def ask_rules(session: Session, layers: Sequence[tuple[str, str]]) -> None:
    """Raise flags on the work of some people on some articles, once what came in is saved."""
    if not layers:
        return

    def raised(drafts: Sequence[Draft]) -> None:
        for draft in drafts if not session.is_closed else ():
            session.perform(draft)

    tasks.run(
        _asked, session.path, session.scheme, tuple(layers),
        done=raised, failed=lambda _: None, lane="rules",
    )  # fmt: skip


def _asked(
    report: Callable[[int], bool],
    path: Path,
    scheme: Scheme,
    layers: Sequence[tuple[str, str]],
) -> list[Draft]:
    # Rules are asked when something is labelled or came in, not at the start.
    from annotator.operations import rule_checks

    with open_project(path) as project, project.snapshot():
        return list(rule_checks.of_layers(project, scheme, layers, report=report))
