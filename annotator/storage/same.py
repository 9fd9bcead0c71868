"""Passages of all articles that have something in common, and what was decided about the like.

In common are a label, a source, an entity or an open question. Those on which most hangs come
first: open flags by their severity, then claims that somebody should check and nobody judged.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from annotator.dataclass import dataclass
from annotator.domain.annotation import Annotation
from annotator.domain.flag import CHECK, CLOSED, FIXED, INFO, STOP, Flag
from annotator.domain.people import GOLD
from annotator.domain.relation import ATTRIBUTED_TO
from annotator.domain.review import Verdict
from annotator.domain.span import Span, hull
from annotator.storage import articles, records
from annotator.storage.project import Project
from annotator.storage.rows import TABLES
from annotator.text import excerpts, finding
from annotator.text.tokens import tokens

LABEL, SOURCE, ENTITY, QUESTION = "label", "source", "entity", "question"
KINDS = (LABEL, SOURCE, ENTITY, QUESTION)
"""What passages can have in common."""

MOST, MOST_PRECEDENTS = 5000, 12
REACH = 170
"""How many code points of text are read on either side of a passage: about two sentences."""

_WEIGHTS = {INFO: 1, CHECK: 2, STOP: 4}
_COLUMNS = ", ".join(f'a."{column}"' for column in TABLES["annotation"].columns)
_SHORTEST_WORD = 3


@dataclass(frozen=True, slots=True)
class SamePassage:
    """One passage of a list: an annotation, or with none what is flagged and not annotated.

    `before` and `after` are the text around it; offsets of `place` are code points of the article,
    end exclusive. A passage without words is an article as a whole.
    """

    article_id: str
    title: str
    annotator: str
    place: Span | None
    words: str
    before: str
    after: str
    annotation: Annotation | None = None
    flags: tuple[Flag, ...] = ()
    verdicts: tuple[Verdict, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from the others of a list."""
        if self.annotation is not None:
            return (self.article_id, self.annotator, self.annotation.id)
        return (self.article_id, self.annotator, f"flag:{self.flags[0].id if self.flags else ''}")

    @property
    def open_flags(self) -> tuple[Flag, ...]:
        """The flags on it that are not closed."""
        return tuple(flag for flag in self.flags if flag.state != CLOSED)

    @property
    def risk(self) -> int:
        """How much hangs on it; the higher comes first."""
        weight = sum(10 * _WEIGHTS.get(flag.severity, 2) for flag in self.open_flags)
        if self.annotation is not None:
            is_worthy = self.annotation.attributes.get("check_worthiness") == "check_worthy"
            weight += 3 * is_worthy + (not self.verdicts)
        return weight


@dataclass(frozen=True, slots=True)
class Precedent:
    """What was decided about a passage like another one: a closed flag or a verdict."""

    decided: Flag | Verdict
    title: str
    words: str
    likeness: float


def passages(
    project: Project,
    kind: str,
    value: str,
    *,
    annotator: str = "",
    is_hidden: Callable[[str, str], bool] = lambda _, __: False,
    goes_on: Callable[[], bool] = lambda: True,
) -> list[SamePassage]:
    """The passages that have something in common, of everybody or one annotator, riskiest first.

    What `is_hidden` says of an article and an annotator is left out.

    `value` is a label, the words or the entity of a source, an entity, or the reason of a flag.
    """
    flags, verdicts = _flags(project), _verdicts(project)
    found: list[SamePassage] = []
    texts = _Texts(project)
    for annotation in _annotations(project, kind, value, annotator):
        if len(found) >= MOST or not goes_on():
            break
        if is_hidden(annotation.article_id, annotation.annotator):
            continue
        held = flags.get(annotation.key, ())
        judged = verdicts.get(annotation.key, ())
        found.append(_of_annotation(texts, annotation, held, judged))
    if kind == QUESTION:
        bare = _bare(texts, project, value, annotator)
        found += [each for each in bare if not is_hidden(each.article_id, each.annotator)]
    return sorted(found, key=lambda each: (-each.risk, each.title, _start(each), each.key))


def precedents(
    project: Project, words: str, *, label: str, reasons: Iterable[str] = (), besides: str = ""
) -> list[Precedent]:
    """Earlier decisions on similar passages, the most similar first; `besides` is left out."""
    wanted = _content(words)
    asked = set(reasons)
    found = [
        Precedent(decided, title, said, likeness)
        for decided, title, said, its_label in _decided(project)
        if decided.target_id != besides or decided.target_id is None
        for likeness in [_likeness(decided, said, its_label, wanted, label, asked)]
        if likeness > 0
    ]
    found.sort(key=lambda each: -each.likeness)
    return found[:MOST_PRECEDENTS]


class _Texts:
    """Titles and texts of articles, the last one kept."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._id = ""
        self._found = ("", "")

    def of(self, article_id: str) -> tuple[str, str]:
        if article_id != self._id:
            rows = self._project.rows(
                "SELECT title, CAST(body AS TEXT) FROM article "
                "JOIN content ON content.sha256 = article.text_sha256 WHERE id = ?",
                (article_id,),
            )
            self._id, self._found = article_id, rows[0] if rows else ("", "")
        return self._found


def _annotations(project: Project, kind: str, value: str, annotator: str) -> Iterable[Annotation]:
    statement, parameters = _STATEMENTS[kind](value)
    rows = project.each_row(
        f"SELECT DISTINCT {_COLUMNS} FROM {statement} AND {_of_people(project, annotator)} "
        "ORDER BY a.article_id, a.annotator, a.start",
        (*parameters, *([annotator] if annotator else [])),
    )
    from_row = TABLES["annotation"].from_row
    return (made for row in rows if isinstance(made := from_row(row), Annotation))


def _with_label(value: str) -> tuple[str, tuple[str, ...]]:
    return "annotation AS a WHERE a.label = ?", (value,)


def _with_entity(value: str) -> tuple[str, tuple[str, ...]]:
    named = "json_extract(a.attributes, '$.entity') = ?1"
    return f"annotation AS a WHERE ({named} OR {_written_as('a')})", (value,)


def _with_source(value: str) -> tuple[str, tuple[str, ...]]:
    joined = (
        "annotation AS s JOIN relation AS r ON r.article_id = s.article_id "
        f"AND r.annotator = s.annotator AND r.to_id = s.id AND r.label = '{ATTRIBUTED_TO}' "
        "JOIN annotation AS a ON a.article_id = r.article_id AND a.annotator = r.annotator "
        "AND a.id = r.from_id"
    )
    named = "json_extract(s.attributes, '$.entity') = ?1"
    return f"{joined} WHERE ({named} OR {_written_as('s')})", (value,)


def _written_as(table: str) -> str:
    # The length is compared first, for it is at hand.
    return f"length({table}.text) = length(?1) AND lowered({table}.text) = lowered(?1)"


def _with_question(value: str) -> tuple[str, tuple[str, ...]]:
    joined = (
        "flag AS f JOIN annotation AS a ON a.article_id = f.article_id "
        "AND a.annotator = f.annotator AND a.id = f.target_id"
    )
    return f"{joined} WHERE f.reason = ? AND f.state <> 'closed'", (value,)


_STATEMENTS: dict[str, Callable[[str], tuple[str, tuple[str, ...]]]] = {
    LABEL: _with_label,
    SOURCE: _with_source,
    ENTITY: _with_entity,
    QUESTION: _with_question,
}


def _of_annotation(
    texts: _Texts, annotation: Annotation, flags: Sequence[Flag], verdicts: Sequence[Verdict]
) -> SamePassage:
    title, text = texts.of(annotation.article_id)
    before, after = excerpts.around(text, annotation.hull, reach=REACH)
    words = annotation.hull.cut_from(text)
    return SamePassage(
        article_id=annotation.article_id,
        title=title,
        annotator=annotation.annotator,
        place=annotation.hull,
        words=words,
        before=before,
        after=after,
        annotation=annotation,
        flags=tuple(flags),
        verdicts=tuple(verdicts),
    )


def _bare(texts: _Texts, project: Project, reason: str, annotator: str) -> list[SamePassage]:
    """What is flagged with a reason and not annotated."""
    own = _of_people(project, annotator, table="")
    where = f"reason = ? AND state <> 'closed' AND target_id IS NULL AND {own}"
    parameters = (reason, *([annotator] if annotator else []))
    return [_of_flag(texts, each) for each in records.select(project, Flag, where, parameters)]


def _of_flag(texts: _Texts, flag: Flag) -> SamePassage:
    title, text = texts.of(flag.article_id)
    place = hull(flag.fragments) if flag.fragments else None
    around = excerpts.around(text, place, reach=REACH) if place else ("", "")
    words = place.cut_from(text) if place else ""
    own = (flag.article_id, title, flag.annotator)
    return SamePassage(*own, place, words, *around, flags=(flag,))


def _flags(project: Project) -> dict[tuple[str, ...], list[Flag]]:
    held: defaultdict[tuple[str, ...], list[Flag]] = defaultdict(list)
    for flag in records.select(project, Flag, "target_id IS NOT NULL AND outcome <> 'fixed'"):
        held[flag.article_id, flag.annotator, flag.target_id or ""].append(flag)
    return held


def _verdicts(project: Project) -> dict[tuple[str, ...], list[Verdict]]:
    held: defaultdict[tuple[str, ...], list[Verdict]] = defaultdict(list)
    for verdict in records.select(project, Verdict, "target_id IS NOT NULL"):
        held[verdict.article_id, verdict.annotator, verdict.target_id or ""].append(verdict)
    return held


def _decided(project: Project) -> Iterable[tuple[Flag | Verdict, str, str, str]]:
    """Closed flags and verdicts, each with the title, the words and the label it is about."""
    for kind, condition in (
        (Flag, f"d.state = '{CLOSED}' AND d.outcome <> '{FIXED}'"),
        (Verdict, "d.annotator <> 'gold'"),
    ):
        table = TABLES[kind.kind]
        columns = ", ".join(f'd."{column}"' for column in table.columns)
        own_words = "d.text" if kind is Flag else "''"
        rows: list[tuple[Any, ...]] = project.rows(
            f"SELECT {columns}, article.title, coalesce(a.text, {own_words}), "
            f"coalesce(a.label, '') FROM {table.name} AS d "
            "JOIN article ON article.id = d.article_id "
            "LEFT JOIN annotation AS a ON a.article_id = d.article_id "
            f"AND a.annotator = d.annotator AND a.id = d.target_id WHERE {condition}"
        )
        for row in rows:
            decided = table.from_row(row[:-3])
            if isinstance(decided, Flag | Verdict):
                yield decided, row[-3], row[-2], row[-1]


def _likeness(
    decided: Flag | Verdict,
    words: str,
    label: str,
    wanted: frozenset[str],
    wanted_label: str,
    asked: set[str],
) -> float:
    """How near a decision is: the words it shares, its label, the question it answers."""
    own = _content(words)
    shared = len(own & wanted) / len(own | wanted) if own and wanted else 0.0
    is_asked = isinstance(decided, Flag) and decided.reason in asked
    is_labelled = label == wanted_label != ""
    if not is_asked and shared < (0.2 if is_labelled else 0.34):
        return 0.0
    return shared + 0.5 * is_asked + 0.1 * is_labelled


def _content(words: str) -> frozenset[str]:
    """The words that tell one passage from another: the longer ones, without case and accents."""
    found = (words[each.start : each.end] for each in tokens(words))
    return frozenset(finding.folded(each) for each in found if len(each) > _SHORTEST_WORD)


def _start(passage: SamePassage) -> int:
    return passage.place.start if passage.place else 0


def values(project: Project, kind: str) -> list[tuple[str, int]]:
    """What passages of a project have in common of one kind, the commonest first, with counts.

    Of words that differ in large and small letters alone, those come that are written most often.
    """
    joined, written = {
        LABEL: ("annotation AS a", "a.label"),
        QUESTION: ("flag AS a", "a.reason"),
        ENTITY: ("annotation AS a", _ENTITY),
        SOURCE: (
            f"relation AS r JOIN annotation AS a ON {_REACHED}",
            f"coalesce({_ENTITY}, a.text)",
        ),
    }[kind]
    asked = {
        QUESTION: "a.state <> 'closed'",
        ENTITY: "a.attributes LIKE '%\"entity\"%'",
        SOURCE: f"r.label = '{ATTRIBUTED_TO}'",
    }.get(kind, "1")
    same = f"coalesce({_ENTITY}, lowered(a.text))" if kind == SOURCE else written
    rows = project.rows(
        # Of the rows that are one, SQLite takes the spelling from the one with the greatest count.
        "SELECT written, sum(number) AS total, max(number) FROM ("
        f"SELECT {written} AS written, {same} AS same, count(*) AS number FROM {joined} "
        f"WHERE {asked} AND {_of_people(project)} GROUP BY 1, 2 ORDER BY 1"
        ") WHERE written <> '' GROUP BY same ORDER BY total DESC, written LIMIT 200"
    )
    return [(str(name), int(count)) for name, count, _ in rows]


_REACHED = "(a.article_id, a.annotator, a.id) = (r.article_id, r.annotator, r.to_id)"
_ENTITY = "nullif(json_extract(a.attributes, '$.entity'), '')"


def _of_people(project: Project, annotator: str = "", *, table: str = "a.") -> str:
    """That a row is of somebody's own work; what the layer gold has was theirs before.

    With an annotator it is theirs alone, and takes the name as a parameter.
    """
    own = "= ?" if annotator else f"<> '{GOLD}'"
    return f"{table}annotator {own} AND {articles.besides_copies(project, f'{table}article_id')}"
