"""One annotator's work on one article, as it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from annotator.dataclass import dataclass
from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Change, Record
from annotator.domain.flag import Flag
from annotator.domain.progress import FINISHED, ArticleLabel, Progress
from annotator.domain.relation import Relation
from annotator.domain.review import Verdict
from annotator.domain.stance import Stance
from annotator.domain.suggestion import Suggestion

_FIELDS: dict[type, str] = {
    Annotation: "annotations",
    Relation: "relations",
    Flag: "flags",
    Verdict: "verdicts",
    Stance: "stances",
    Suggestion: "suggestions",
    ArticleLabel: "labels",
}
_OF_ONE = (Annotation, Flag, Verdict, Stance, Suggestion, ArticleLabel, Progress)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One annotator's work on one article: what operations read and the window shows.

    Nothing in it changes; `after` gives the next one. Records are kept by id, article labels by
    their label. Relations between articles are on the sheets of both; one that begins elsewhere is
    kept as `ARTICLE:ID`, since ids are unique only within an article.
    """

    article: Article
    annotator: str
    annotations: Mapping[str, Annotation] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)
    flags: Mapping[str, Flag] = field(default_factory=dict)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    stances: Mapping[str, Stance] = field(default_factory=dict)
    suggestions: Mapping[str, Suggestion] = field(default_factory=dict)
    labels: Mapping[str, ArticleLabel] = field(default_factory=dict)
    progress: Progress | None = None
    _touching: dict[str, list[Relation]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def is_finished(self) -> bool:
        """Whether the annotator said that the article is done."""
        return self.progress is not None and self.progress.status == FINISHED

    def relations_of(self, annotation_id: str) -> list[Relation]:
        """The relations with an annotation of this sheet at either end."""
        if self._touching:
            return list(self._touching.get(annotation_id, ()))
        article_id = self.article.id
        return [
            relation
            for relation in self.relations.values()
            if (relation.from_id == annotation_id and relation.article_id == article_id)
            or (relation.to_id == annotation_id and relation.to_article_id == article_id)
        ]

    def sort_relations(self) -> None:
        """Make `relations_of` quick for who asks for all annotations; for a few it costs more."""
        article_id = self.article.id
        for relation in () if self._touching else self.relations.values():
            start = (relation.article_id, relation.from_id)
            end = (relation.to_article_id, relation.to_id)
            for annotation_id in {name for where, name in (start, end) if where == article_id}:
                self._touching.setdefault(annotation_id, []).append(relation)

    def flags_of(self, annotation_id: str) -> list[Flag]:
        """The flags that sit on an annotation."""
        return [flag for flag in self.flags.values() if flag.target_id == annotation_id]

    def concerns(self, record: Record) -> bool:
        """Whether a record belongs on this sheet."""
        if isinstance(record, Relation):
            here = self.article.id in (record.article_id, record.to_article_id)
            return here and record.annotator == self.annotator
        if isinstance(record, _OF_ONE):
            return record.article_id == self.article.id and record.annotator == self.annotator
        return False

    def name_of(self, record: Record) -> str:
        """Under which name the sheet keeps a record."""
        if isinstance(record, Relation) and record.article_id != self.article.id:
            return f"{record.article_id}:{record.id}"
        return record.key[2]

    def after(self, changes: Iterable[Change]) -> "Sheet":
        """The sheet once the changes that concern it are made."""
        fresh: dict[str, dict[str, Record]] = {}
        progress, article = self.progress, self.article
        for change in changes:
            record = change.record
            if isinstance(change.after, Article) and change.after.id == article.id:
                # What is known of an article changes, its text never: the journal leaves it out.
                article = replace(change.after, text=article.text)
            if not self.concerns(record):
                continue
            if isinstance(record, Progress):
                progress = record if change.after is not None else None
                continue
            name = _FIELDS[type(record)]
            records = fresh.setdefault(name, dict(getattr(self, name)))
            if change.after is None:
                records.pop(self.name_of(record), None)
            else:
                records[self.name_of(record)] = change.after
        return replace(self, article=article, progress=progress, **fresh)  # type: ignore[arg-type]
