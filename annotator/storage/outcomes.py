"""What became of an annotator's labels in the articles that editors decided."""

from collections.abc import Callable, Iterable, Iterator

from annotator.dataclass import dataclass
from annotator.domain.annotation import Annotation
from annotator.domain.comparison import cell_named
from annotator.domain.entity import Entity
from annotator.domain.flag import Flag
from annotator.domain.people import GOLD
from annotator.domain.progress import ADJUDICATED, ArticleLabel
from annotator.domain.review import (
    ACCEPTED,
    AGREED,
    CONFIRMED_EMPTY,
    CORRECTED,
    REJECTED,
    UNSAMPLED,
    Decision,
    Verdict,
)
from annotator.domain.stance import Stance
from annotator.storage import records
from annotator.storage.project import Project


@dataclass(frozen=True, slots=True)
class Cell:
    """What was said of a cell of the sentiment grid, those in it by name; the author has none."""

    value: str
    holder: str
    target: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One decision about an annotator's work: what they said, what it became, and the verdict.

    `own` and `final` are annotations; for a label on the whole article they are its values, for the
    sentiment grid its cells. None stands for nothing said, or nothing left. `objection` is the
    annotator's own, if there is one.
    """

    title: str
    decision: Decision
    own: Annotation | Cell | str | None
    final: Annotation | Cell | str | None
    verdict: Verdict
    objection: Flag | None = None

    @property
    def article_id(self) -> str:
        """The article."""
        return self.decision.article_id

    @property
    def is_accepted(self) -> bool:
        """Whether the work stands as it was: what was labelled, or what was left unlabelled."""
        return self.verdict.verdict in (ACCEPTED, CONFIRMED_EMPTY)


def objection_name(decision_id: str) -> str:
    """The id of the one objection that may be made to a decision."""
    return f"objection-{decision_id}"


def outcomes(
    project: Project, annotator: str, *, goes_on: Callable[[], bool] = lambda: True
) -> list[Outcome]:
    """What was decided about one annotator's work, where it is gold by now; refused work first."""
    found: list[Outcome] = []
    for article_id, title in _decided(project):
        if not goes_on():
            break
        found += _of_article(project, article_id, title, annotator)
    return sorted(found, key=lambda each: each.is_accepted)


def judged_people(project: Project) -> list[str]:
    """Of whose work editors decided something in articles that are gold by now."""
    rows = project.rows(
        "SELECT DISTINCT verdict.annotator FROM verdict "
        "JOIN progress ON progress.article_id = verdict.article_id "
        "WHERE progress.annotator = ?1 AND progress.status = ?2 AND verdict.annotator <> ?1 "
        "ORDER BY 1",
        (GOLD, ADJUDICATED),
    )
    return [row[0] for row in rows]


def _decided(project: Project) -> list[tuple[str, str]]:
    rows = project.rows(
        "SELECT article.id, title FROM article JOIN progress ON progress.article_id = article.id "
        "WHERE progress.annotator = ? AND progress.status = ? ORDER BY article.number",
        (GOLD, ADJUDICATED),
    )
    return [(row[0], row[1]) for row in rows]


def _of_article(project: Project, article_id: str, title: str, annotator: str) -> Iterator[Outcome]:
    own, key = "article_id = ? AND annotator = ?", (article_id, annotator)
    verdicts = {each.id: each for each in records.select(project, Verdict, own, key)}
    decisions = records.of_article(project, Decision, article_id)
    if not verdicts and not any(cell_named(each.label) for each in decisions):
        return
    mine = {each.id: each for each in records.select(project, Annotation, own, key)}
    golden = {
        each.id: each for each in records.select(project, Annotation, own, (article_id, GOLD))
    }
    flags = {each.id: each for each in records.select(project, Flag, own, key)}
    name_of = _Names(project, (*mine.values(), *golden.values()))
    for decision in decisions:
        objection = flags.get(objection_name(decision.id))
        verdict = verdicts.get(decision.id)
        if cell := cell_named(decision.label):
            told = _of_cell(project, decision, annotator, *map(name_of, cell))
            if told is not None:
                yield Outcome(title, decision, *told, objection)
        elif verdict is None:
            continue
        elif decision.is_of_article:
            said = _value(project, article_id, annotator, decision.label)
            final = _value(project, article_id, GOLD, decision.label)
            yield Outcome(title, decision, said, final, verdict, objection)
        else:
            made = next((golden[each] for each in decision.results if each in golden), None)
            here = mine.get(verdict.target_id or "")
            yield Outcome(title, decision, here, made, verdict, objection)


def _of_cell(
    project: Project, decision: Decision, annotator: str, holder: str, target: str
) -> tuple[Cell, Cell | None, Verdict] | None:
    """What somebody said of a cell, what it became, and the verdict that follows from both.

    Who has not looked at the cell has said nothing of it, and nobody decided what all agree on.
    """
    said = next((side.digest for side in decision.sides if side.annotator == annotator), "")
    if not said or decision.choice in (AGREED, UNSAMPLED):
        return None
    where = "article_id = ? AND annotator = ? AND id = ?"
    golden = records.select(project, Stance, where, (decision.article_id, GOLD, decision.id))
    value = golden[0].value if golden else ""
    word = ACCEPTED if value == said else CORRECTED if value else REJECTED
    reason = "" if value == said else decision.reason or ("wrong_value" if value else "not_there")
    verdict = Verdict(
        id=decision.id,
        article_id=decision.article_id,
        annotator=annotator,
        target_id=None,
        label=decision.label,
        verdict=word,
        reason=reason,
        by=decision.by,
    )
    final = Cell(value, holder, target) if value else None
    return Cell(said, holder, target), final, verdict


class _Names:
    """What those are called whom cells of the grid are about."""

    def __init__(self, project: Project, annotations: Iterable[Annotation]) -> None:
        self._project = project
        self._words = {" ".join(e.text.casefold().split()): e.text for e in annotations}

    def __call__(self, meant: str) -> str:
        """The name of an entity, else the words as the article has them."""
        entities = records.select(self._project, Entity, "id = ?", (meant,)) if meant else []
        return entities[0].name if entities else self._words.get(meant, meant)


def _value(project: Project, article_id: str, annotator: str, label: str) -> str | None:
    where = "article_id = ? AND annotator = ? AND label = ?"
    found = records.select(project, ArticleLabel, where, (article_id, annotator, label))
    return found[0].value if found else None
