"""What became of an annotator's labels in the articles that editors decided."""

from collections.abc import Callable, Iterator

from annotator.dataclass import dataclass
from annotator.domain.annotation import Annotation
from annotator.domain.flag import Flag
from annotator.domain.people import GOLD
from annotator.domain.progress import ADJUDICATED, ArticleLabel
from annotator.domain.review import ACCEPTED, Decision, Verdict
from annotator.storage import records
from annotator.storage.project import Project


@dataclass(frozen=True, slots=True)
class Outcome:
    """One decision about an annotator's work: what they said, what it became, and the verdict.

    `own` and `final` are annotations; for a label on the whole article they are its values. None
    stands for nothing said, or nothing left. `objection` is the annotator's own, if there is one.
    """

    title: str
    decision: Decision
    own: Annotation | str | None
    final: Annotation | str | None
    verdict: Verdict
    objection: Flag | None = None

    @property
    def article_id(self) -> str:
        """The article."""
        return self.decision.article_id

    @property
    def is_accepted(self) -> bool:
        """Whether the work stands as it was."""
        return self.verdict.verdict == ACCEPTED


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
    if not verdicts:
        return
    mine = {each.id: each for each in records.select(project, Annotation, own, key)}
    golden = {
        each.id: each for each in records.select(project, Annotation, own, (article_id, GOLD))
    }
    flags = {each.id: each for each in records.select(project, Flag, own, key)}
    for decision in records.of_article(project, Decision, article_id):
        verdict = verdicts.get(decision.id)
        if verdict is None:
            continue
        if decision.is_of_article:
            said: Annotation | str | None = _value(project, article_id, annotator, decision.label)
            final: Annotation | str | None = _value(project, article_id, GOLD, decision.label)
        else:
            said = mine.get(verdict.target_id or "")
            final = next((golden[each] for each in decision.results if each in golden), None)
        objection = flags.get(objection_name(decision.id))
        yield Outcome(title, decision, said, final, verdict, objection)


def _value(project: Project, article_id: str, annotator: str, label: str) -> str | None:
    where = "article_id = ? AND annotator = ? AND label = ?"
    found = records.select(project, ArticleLabel, where, (article_id, annotator, label))
    return found[0].value if found else None
