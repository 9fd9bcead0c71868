"""What a dataset turned out to hold, counted while it is written: the figures of its card."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.domain.article import Article
from annotator.formats import columns as at
from annotator.formats.datasets.work import Work

if TYPE_CHECKING:
    from annotator.operations.agreement import Agreement

UNKNOWN = "unknown"


@dataclass(slots=True)
class Contents:
    """Counts over the articles that are written; nothing of their text."""

    articles: int = 0
    annotations: int = 0
    relations: int = 0
    labels_of_splits: dict[str, Counter[str]] = field(default_factory=dict)
    articles_of_splits: Counter[str] = field(default_factory=Counter)
    relation_labels: Counter[str] = field(default_factory=Counter)
    outlets: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    licences: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    annotators: Counter[str] = field(default_factory=Counter)
    overlaps: Counter[int] = field(default_factory=Counter)
    first_day: str = ""
    last_day: str = ""
    undated: int = 0
    agreement: "Agreement | None" = None

    @property
    def labels(self) -> Counter[str]:
        """How often each label was given."""
        return sum(self.labels_of_splits.values(), Counter())

    def add(self, works: Sequence[Work]) -> None:
        """Count one article and what is written of everybody's work on it."""
        article, split = works[0].article, works[0].split
        self.articles += 1
        self.articles_of_splits[split] += 1
        self._add_article(article)
        self.overlaps[len([each for each in works if each.annotator])] += 1
        of_split = self.labels_of_splits.setdefault(split, Counter())
        for work in works:
            labels = [row[at.LABEL] for row in work.annotation_rows]
            of_split.update(labels)
            self.annotations += len(labels)
            within = [row[at.LABEL] for row in filter(at.is_inner, work.relation_rows)]
            self.relations += len(within)
            self.relation_labels.update(within)
            self.statuses[work.status] += 1
            if work.annotator:
                self.annotators[work.annotator] += 1

    def _add_article(self, article: Article) -> None:
        self.outlets[article.outlet or UNKNOWN] += 1
        self.languages[article.language or UNKNOWN] += 1
        self.licences[article.licence or UNKNOWN] += 1
        day = (article.published or "")[:10]
        if not day:
            self.undated += 1
            return
        self.first_day = min(self.first_day or day, day)
        self.last_day = max(self.last_day, day)
