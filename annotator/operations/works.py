"""The works of an export: each article with what of each annotator's work on it is written."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import cast

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.errors import UserError
from annotator.domain.flag import BY_PERSON, Flag, Message
from annotator.domain.people import GOLD
from annotator.domain.progress import (
    ADJUDICATED,
    FINISHED,
    IN_PROGRESS,
    STATUSES,
    ArticleLabel,
    Progress,
)
from annotator.domain.relation import Relation
from annotator.domain.review import Verdict
from annotator.domain.span import Span
from annotator.domain.stance import Party, Stance
from annotator.formats import columns as at
from annotator.formats.datasets.work import AGGREGATE, BOILERPLATE, FRAGMENTS, FULL, RAW, Work
from annotator.formats.datasets.writing import MASK
from annotator.formats.incoming import AnnotationRow, RelationRow
from annotator.operations import aggregating
from annotator.operations.export_plan import ExportPlan
from annotator.operations.pseudonyms import Names
from annotator.storage import articles, records
from annotator.storage.columns import from_text
from annotator.storage.project import Project
from annotator.storage.streams import RowStream, Stream

OPEN = "open"
NOT_ADJUDICATED = "there is no adjudicated work on it"
NOT_FINISHED = "nobody has finished it"
UNTOUCHED = "nobody has worked on it"
NOT_THEIRS = "this annotator has not worked on it"
IS_COPY = "it came to one person a second time, untold, to compare them with themselves"
OTHER_LICENCE = "its licence is not among those wanted"

_ADVICE = {
    NOT_ADJUDICATED: "Decide some in the review, or choose the layer raw.",
    NOT_FINISHED: "Finish some first, or choose the layer raw with work in progress.",
    OTHER_LICENCE: "Choose another licence.",
}

_LONGEST = 300
MOST_NAMED = 1_000
"""So many articles that are left out are named."""


@dataclass(slots=True)
class LeftOut:
    """Which articles an export leaves out, and why."""

    counts: Counter[str] = field(default_factory=Counter)
    articles: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, article: Article, reason: str) -> None:
        """Note one, by id and title."""
        self.counts[reason] += 1
        if len(self.articles) < MOST_NAMED:
            self.articles.append((article.id, article.title, reason))

    @property
    def as_nothing(self) -> str:
        """Why a dataset that leaves out every article would be empty, and what to do, in words."""
        if not self.counts:
            return "The project has no articles. Nothing was exported. Import some first."
        reason, _ = min(self.counts.items(), key=lambda each: (-each[1], each[0]))
        told = "; ".join(f"{count:,} because {why}" for why, count in sorted(self.counts.items()))
        advice = _ADVICE.get(reason, "Choose another layer, or other articles.")
        return f"No article would be in it. Nothing was exported. Left out are {told}. {advice}"


def first_with_works(project: Project, plan: ExportPlan) -> str | None:
    """The id before which no article has works that are wanted; None where no article has.

    Articles may still be left out from there on.
    """
    if plan.layer == GOLD:
        return records.first_article_of_status(project, GOLD, (ADJUDICATED,))
    who = None if plan.layer in (RAW, AGGREGATE) else plan.layer
    if plan.layer == AGGREGATE or plan.only_finished:
        return records.first_article_of_status(project, who, (FINISHED, ADJUDICATED))
    if plan.layer == RAW and plan.format.takes_untouched:
        return ""
    return records.first_article(project, who)


def mismatches(work: Work) -> Iterator[str]:
    """Where the words kept with an annotation are not those at its place in the text."""
    text = work.article.text
    for row in work.annotation_rows:
        start, end, words = row[at.START], row[at.END], row[at.WORDS]
        if text[start:end] == words:
            continue
        found = " ".join([text[one:other] for one, other in from_text(row[at.FRAGMENTS])])
        if found != words:
            label = row[at.LABEL]
            yield f"{label} at {start}: kept are the words “{words}”, in the text is “{found}”"


def each_article(
    project: Project,
    plan: ExportPlan,
    names: Names,
    left_out: LeftOut,
    *,
    since: str = "",
    is_proved: bool = False,
) -> Iterator[tuple[Article, list[Work]]]:
    """Each article of the project with its works, in the order of ids; some have none.

    Those whose ids come before `since` are passed over.

    Raises:
        UserError: an annotation does not match its text, and works are to be `is_proved`.
    """
    copies = articles.copies(project)
    for article, layers in _layers(project, since):
        reason = ""
        works: list[Work] = []
        if article.id in copies:
            reason = IS_COPY
        elif plan.licences and article.licence not in plan.licences:
            reason = OTHER_LICENCE
        else:
            works = _chosen(layers, plan)
            reason = "" if works else _reason(layers, plan)
        if reason:
            left_out.add(article, reason)
        if is_proved:
            _prove(works)
        yield article, _with_less_text([_as_planned(each, plan, names) for each in works], plan)


def _prove(works: Iterable[Work]) -> None:
    for work in works:
        for problem in mismatches(work):
            told = problem if len(problem) <= _LONGEST else f"{problem[:_LONGEST]}…"
            raise UserError(
                f"An annotation in {work.article.id} does not match the text any more, {told}. "
                "Nothing was exported, and the project is unchanged. Run `annotator check` on it."
            )


def _layers(project: Project, since: str) -> Iterator[tuple[Article, list[Work]]]:
    """Each article with what each annotator left on it, in the order of ids."""
    # As records these two, by far the most, would take half the time.
    annotated = RowStream(project, Annotation.kind, since=since)
    related = RowStream(project, Relation.kind, since=since)
    flagged = Stream(project, Flag, since=since)
    judged = Stream(project, Verdict, since=since)
    held = Stream(project, Stance, since=since)
    labelled = Stream(project, ArticleLabel, since=since)
    states = Stream(project, Progress, since=since)
    for article in articles.each(project, since=since):
        annotations = annotated.of(article.id)
        relations = related.of(article.id)
        flags = flagged.of(article.id)
        verdicts = judged.of(article.id)
        stances = held.of(article.id)
        labels = labelled.of(article.id)
        status = {name: each[0].status for name, each in states.of(article.id).items()}
        names = {*annotations, *flags, *verdicts, *stances, *labels, *status}
        works = [
            Work(
                article,
                name,
                status.get(name, IN_PROGRESS),
                annotation_rows=cast("list[AnnotationRow]", annotations.get(name, [])),
                relation_rows=cast("list[RelationRow]", relations.get(name, [])),
                flags=flags.get(name, ()),
                verdicts=verdicts.get(name, ()),
                stances=stances.get(name, ()),
                labels=labels.get(name, ()),
            )
            for name in sorted(names)
        ]
        # An article that nobody touched comes as text only, so that nothing is lost on the way.
        yield article, works or [Work(article, "", OPEN)]


def _chosen(layers: list[Work], plan: ExportPlan) -> list[Work]:
    if plan.layer == AGGREGATE:
        # Whoever is not done has not voted yet: what they have not labelled is missing, not empty.
        own = [e for e in layers if e.annotator not in (GOLD, "") and e.status == FINISHED]
        return [aggregating.together(own)] if own else []
    return [each for each in layers if _is_wanted(each, plan)]


def _is_wanted(work: Work, plan: ExportPlan) -> bool:
    if plan.layer == GOLD:
        return work.annotator == GOLD and work.status == ADJUDICATED
    if plan.layer == RAW:
        is_layer = work.annotator != GOLD and bool(work.annotator or plan.format.takes_untouched)
    else:
        is_layer = work.annotator == plan.layer
    return is_layer and _is_done(work, plan)


def _is_done(work: Work, plan: ExportPlan) -> bool:
    return not plan.only_finished or work.status in (FINISHED, ADJUDICATED)


def _reason(layers: list[Work], plan: ExportPlan) -> str:
    if plan.layer == GOLD:
        return NOT_ADJUDICATED
    if all(each.status not in STATUSES for each in layers):
        return UNTOUCHED
    if plan.layer in (RAW, AGGREGATE):
        return NOT_FINISHED
    own = any(each.annotator == plan.layer for each in layers)
    return NOT_FINISHED if own else NOT_THEIRS


def _as_planned(work: Work, plan: ExportPlan, names: Names) -> Work:
    """A work cut to what is wanted of it: labels, parts and names."""
    if plan.labels or plan.omitted:
        work = _filtered(work, plan)
    if not plan.has_real_names:
        work = _renamed(work, names)
    return work


def _filtered(work: Work, plan: ExportPlan) -> Work:
    omitted = plan.omitted
    rows = work.annotation_rows
    if plan.labels:
        rows = [row for row in rows if row[at.LABEL] in plan.labels]
    if "notes" in omitted:
        rows = [(*row[:10], "") for row in rows]
    ids = {row[at.ID] for row in rows}
    relations = work.relation_rows
    if plan.labels:
        own = [row for row in relations if row[at.FROM] in ids]
        relations = [row for row in own if row[at.TO] in ids or not at.is_inner(row)]

    def is_there(target: str | None) -> bool:
        return not plan.labels or target is None or target in ids

    def are_there(stance: Stance) -> bool:
        parties = (stance.target, stance.holder or Party())
        return all(is_there(each.annotation_id) for each in parties)

    is_told = not plan.labels or BOILERPLATE in plan.labels
    return replace(
        work,
        unlabelled=() if is_told else work.boilerplate,
        annotation_rows=rows,
        relation_rows=() if "relations" in omitted else relations,
        flags=() if "flags" in omitted else [e for e in work.flags if is_there(e.target_id)],
        verdicts=(
            () if "verdicts" in omitted else [e for e in work.verdicts if is_there(e.target_id)]
        ),
        stances=() if "stances" in omitted else [e for e in work.stances if are_there(e)],
        labels=() if "article-labels" in omitted else work.labels,
    )


def _renamed(work: Work, names: Names) -> Work:
    return replace(
        work,
        annotator=names.of(work.annotator),
        flags=[_renamed_flag(each, names) for each in work.flags],
        verdicts=[replace(each, by=names.of(each.by)) for each in work.verdicts],
    )


def _renamed_flag(flag: Flag, names: Names) -> Flag:
    messages = tuple(Message(names.of(each.by), each.text) for each in flag.messages)
    raised_by = names.of(flag.raised_by) if flag.origin == BY_PERSON else flag.raised_by
    return replace(flag, raised_by=raised_by, messages=messages)


def _with_less_text(works: list[Work], plan: ExportPlan) -> list[Work]:
    """Only what is labelled, every other character masked; or no words at all.

    All works on an article keep one text, as files have it that hold them together.
    """
    if plan.text == FULL or not works:
        return works
    has_words = plan.text == FRAGMENTS
    shown = [place for each in works for place in _places(each)] if has_words else []
    text = _masked(works[0].article.text, shown)
    # What an importer found besides may be text as well: a lead, a summary.
    article = replace(works[0].article, text=text, extra={})
    if has_words:
        return [replace(each, article=article) for each in works]
    return [_without_words(each, article) for each in works]


def _without_words(work: Work, article: Article) -> Work:
    rows: list[AnnotationRow] = [(*row[:7], "", *row[8:10], "") for row in work.annotation_rows]
    flags = [replace(e, text="") for e in work.flags]
    return replace(work, article=article, annotation_rows=rows, flags=flags)


def _places(work: Work) -> Iterator[Span]:
    for row in work.annotation_rows:
        for start, end in from_text(str(row[at.FRAGMENTS])):
            yield Span(start, end)
    for flag in work.flags:
        yield from flag.fragments


def _masked(text: str, shown: Iterable[Span]) -> str:
    """A text in which all but some places and white space is masked, of the same length."""
    masked = [character if character.isspace() else MASK for character in text]
    for place in shown:
        masked[place.start : place.end] = text[place.start : place.end]
    return "".join(masked)
