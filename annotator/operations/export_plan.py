"""What an export is to hold: its layer, texts, names and splits, and the command that says so."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.domain.annotation import Annotation
from annotator.domain.errors import UserError
from annotator.domain.people import GOLD
from annotator.domain.progress import ArticleLabel
from annotator.formats.datasets.work import (
    AGGREGATE,
    FULL,
    RAW,
    TextRule,
    TokenRules,
)
from annotator.formats.form import Format
from annotator.formats.registry import format_of_id, writable
from annotator.operations.library import scheme_of
from annotator.storage import records
from annotator.storage.project import Project

CLUSTER, OUTLET, DATE, ARTICLE = "cluster", "outlet", "date", "article"
SPLIT_BY = (CLUSTER, OUTLET, DATE, ARTICLE)
USUAL_SEED = 13
OMITTABLE = ("relations", "flags", "verdicts", "stances", "article-labels", "notes")
"""What may be left out of an export as a whole."""


@dataclass(frozen=True, slots=True)
class SplitPlan:
    """How articles fall into splits: shares by name, what stays together, and the seed.

    `fixed` names the split of single articles, as a list file gives them; they take their groups
    along. With `stratify` each split gets its share of the articles with a label, or with each
    value of an article label. With `joins_claims` articles with the same claim stay together.
    """

    shares: tuple[tuple[str, float], ...] = ()
    by: str = CLUSTER
    seed: int = USUAL_SEED
    stratify: str = ""
    joins_claims: bool = False
    fixed: Mapping[str, str] = field(default_factory=dict)
    fixed_sha256: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The splits, in their order."""
        listed = sorted(set(self.fixed.values()))
        return tuple(dict.fromkeys((*(name for name, _ in self.shares), *listed)))

    def words(self) -> Iterator[str]:
        """The options that say the same."""
        if not self.names:
            return
        if self.shares:
            yield from ("--split", ",".join(f"{name}={share:g}" for name, share in self.shares))
        yield from ("--split-by", self.by, "--seed", str(self.seed))
        if self.stratify:
            yield from ("--stratify", self.stratify)
        if self.joins_claims:
            yield "--join-same-claim"
        if self.fixed:
            yield from ("--split-list", "LIST")


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """Everything that decides what is written, but where.

    `labels` keeps only annotations with these labels, and relations between them; empty keeps all.
    `omitted` is of `OMITTABLE`. With `licences` only articles under one of these are written.
    """

    format_id: str = "jsonl"
    layer: str = RAW
    only_finished: bool = False
    split: SplitPlan = SplitPlan()
    text: TextRule = FULL
    drops_boilerplate: bool = True
    has_real_names: bool = True
    licences: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    omitted: tuple[str, ...] = ()
    token_rules: TokenRules = field(default_factory=TokenRules)
    classify: str = "labels"

    @property
    def format(self) -> Format:
        """The format that is written.

        Raises:
            UserError: there is none of this id, or it can only be read.
        """
        found = format_of_id(self.format_id)
        if not found.can_be_written:
            names = ", ".join(each.id for each in writable())
            raise UserError(
                f"The format {found.id} can only be read. Nothing was written. "
                f"Choose one of: {names}."
            )
        return found

    def check(self, project: Project) -> None:
        """Refuse what this project or format cannot give.

        Raises:
            UserError: the layer, a label or a part does not exist, or the format needs the text.
        """
        self._check_layer(project)
        self._check_names(project)
        if self.text == "none" and not self.format.can_omit_text:
            able = ", ".join(each.id for each in writable() if each.can_omit_text)
            raise UserError(
                f"The format {self.format_id} needs the text. Nothing was exported. "
                f"Choose --text full or fragments, or one of these formats: {able}."
            )

    def _check_layer(self, project: Project) -> None:
        if self.layer in (RAW, GOLD, AGGREGATE):
            return
        known = {each.id for each in records.annotators(project)}
        known |= records.people_of_all(project) - {GOLD}
        if self.layer in known:
            return
        names = ", ".join(sorted(known)) or "nobody yet"
        raise UserError(
            f"There is no layer “{self.layer}”. Nothing was exported. "
            f"Choose raw, gold, aggregate, or one annotator of: {names}."
        )

    def _check_names(self, project: Project) -> None:
        """Refuse names that nothing has: a slip would leave out everything, or nothing."""
        for part in self.omitted:
            if part not in OMITTABLE:
                raise _nothing_called("part to omit", part, OMITTABLE)
        scheme = scheme_of(project)
        labels = [each.id for each in scheme.labels]
        for label in self.labels:
            if label not in labels and not _is_used(project, Annotation, label):
                raise _nothing_called("label", label, labels)
        evenly = self.split.stratify
        known = [*labels, *(each.id for each in scheme.article_labels)]
        kinds = (Annotation, ArticleLabel)
        if evenly and evenly not in known and not any(_is_used(project, k, evenly) for k in kinds):
            raise _nothing_called("label", evenly, known)

    def words(self) -> Iterator[str]:
        """The options of the command that makes the same export again, defaults left out."""
        yield from ("--format", self.format_id)
        if self.layer != RAW:
            yield from ("--layer", self.layer)
        if self.only_finished:
            yield "--only-finished"
        yield from self.split.words()
        if not self.split.names and self.split.seed != USUAL_SEED:
            # Pseudonyms follow it too.
            yield from ("--seed", str(self.split.seed))
        if self.text != FULL:
            yield from ("--text", self.text)
        if not self.drops_boilerplate:
            yield from ("--boilerplate", "keep")
        if not self.has_real_names:
            yield from ("--names", "pseudonyms")
        yield from self._filters()
        if self.classify != "labels":
            yield from ("--classify", self.classify)
        yield from _token_words(self.token_rules)

    def _filters(self) -> Iterator[str]:
        for licence in self.licences:
            yield from ("--licence", licence)
        if self.labels:
            yield from ("--labels", ",".join(self.labels))
        if self.omitted:
            yield from ("--omit", ",".join(self.omitted))

    def command(self, project: str = "PROJECT", destination: str = "DEST") -> str:
        """The command that makes the same export, as it is typed."""
        return shlex.join(["annotator", "export", project, destination, *self.words()])

    def as_json(self) -> dict[str, object]:
        """The options as the manifest tells them: no paths of this machine."""
        rules = self.token_rules
        return {
            "layer": self.layer,
            "only_finished": self.only_finished,
            "split": dict(self.split.shares) or None,
            "split_by": self.split.by if self.split.names else None,
            "seed": self.split.seed,
            "stratify": self.split.stratify or None,
            "join_same_claim": self.split.joins_claims,
            "split_list_sha256": self.split.fixed_sha256 or None,
            "text": self.text,
            "boilerplate": "drop" if self.drops_boilerplate else "keep",
            "names": "real" if self.has_real_names else "pseudonyms",
            "licences": list(self.licences),
            "labels": list(self.labels),
            "omit": list(self.omitted),
            "tokens": Path(rules.tokens).name,
            "align": rules.alignment,
            "tags": rules.tagging,
            "fragments": rules.fragments,
            "ignore_subwords": rules.ignore_subwords,
        }


def _token_words(rules: TokenRules) -> Iterator[str]:
    plain = TokenRules()
    if rules.tokens != plain.tokens:
        # The folder it lies in here would mean nothing elsewhere.
        yield from ("--tokens", Path(rules.tokens).name)
    if rules.alignment != plain.alignment:
        yield from ("--align", rules.alignment)
    if rules.tagging != plain.tagging:
        yield from ("--tags", rules.tagging)
    if rules.fragments != plain.fragments:
        yield from ("--fragments", rules.fragments)
    if rules.ignore_subwords:
        yield "--ignore-subwords"


def _is_used(project: Project, kind: type[Annotation | ArticleLabel], label: str) -> bool:
    """Whether anything bears a label that the scheme does not have, or has no more."""
    return bool(records.select(project, kind, "label = ?", (label,)))


def _nothing_called(what: str, name: str, known: Sequence[str]) -> UserError:
    return UserError(
        f"There is no {what} “{name}”. Nothing was exported. Choose of: {', '.join(known)}."
    )
