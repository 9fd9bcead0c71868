"""How a format of dataset is written: one module in this package and one row in the registry.

A module `annotator.formats.datasets.NAME` has a class `Writer(DatasetWriter)`; the row in
`annotator.formats.registry.FORMATS` names the module in `writer` and tells in `holds` what the
format can hold, in the words of `form.EVERYTHING`. An export then goes like this:

1. `Writer(folder, setting)` is made with an empty draft folder, which becomes the destination once
   all is proved. Data files are named by `file_names` (`data.jsonl`, or `train.jsonl`,
   `dev.jsonl` … with splits); what a format needs besides goes into the same folder under any
   other name, such as a labelling configuration. Folders inside are allowed.
2. `write_article(works)` is called article by article in the order of ids, with each annotator's
   work on it in the order of names. By default it calls `write(work)` for each. Formats that keep
   all of an article's work in one record override it. Both yield a `Loss` for each thing of this
   work that the file does not hold as it was handed over. What no file of the format can hold
   (`holds`) is told by the framework and need not be told again, nor relations whose end is lost.
3. `finish()` writes what is known only at the end; then `losses_at_end()` is asked, and `close()`
   closes the files, also when the export is given up.
4. `read_back()` opens the written files by other code than that which wrote them, and yields a
   `Fact` for each annotation, relation and article label it finds, as far as `scope` goes. They
   must be those handed over, without the losses of kinds `annotation`, `relation` and `label`;
   else nothing is exported. Formats whose records are no annotations (sentences, pairs) override
   `facts(work)`, which tells what ought to be found of one work, and derive it from the work.
   A `Loss` with `is_changed` tells that something is in the file, but altered: its fact as written
   is given by `facts`, which then must be overridden too, or the reader must find it as it was.

Bytes are the same for the same works: no dates, no paths, sorted keys, LF, UTF-8. Nothing is kept
over articles but counts. Text: `work.article.text` is already what may be passed on. With
`fragments` every character outside labelled words but white space is `MASK`, so that offsets and
words stay right in any format. With `none` all are, and the words of annotations are empty: only
formats with `can_omit_text` get it. `records` counts what was written, in records of the format.
`features` are those of Hugging Face's `dataset_info`, for the head of the card; `notes` are
sentences for the card on how the format was filled (overlaps, alignment). Heavy libraries are
imported in the functions that need them; a missing one raises a UserError naming the package.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO, ClassVar, NamedTuple

import orjson

from annotator.domain.annotation import Annotation
from annotator.domain.errors import UserError
from annotator.domain.relation import Relation
from annotator.formats import columns as at
from annotator.formats.datasets.proof import (
    ANNOTATION,
    LABEL,
    RELATION,
    Fact,
    Scope,
    Tally,
    facts_of,
)
from annotator.formats.datasets.work import Setting, Work

MASK = "_"

_BEFORE_ID = b'{"annotator":%b,"article":%b,"id":'
_BEHIND_ID = b',"is_changed":%b,"kind":%b,"reason":%b}\n'
_LOSS = _BEFORE_ID + b"%b" + _BEHIND_ID

REFERENCE_COLUMNS: list[dict[str, Any]] = [
    {"name": name, "dtype": "string"}
    for name in ("id", "annotator", "layer", "status", "title", "text", "text_sha256", "language")
]
"""The plain columns of the reference record."""


class Loss(NamedTuple):
    """One thing that the format could not hold, or not as it is.

    `kind` is `annotation`, `relation`, `label` (of the article), or one of the parts in the
    singular (`attribute`, `note`, `flag` …). `id` names it within the article. `reason` is one
    sentence, the same for all that share it: it is counted. `is_changed` tells what is there, but
    altered.
    """

    article: str
    annotator: str
    kind: str
    id: str
    reason: str
    is_changed: bool = False


Taken = Callable[[list[Loss]], None]
"""What is told of an article once it is written: what the file does not hold of it."""


class DatasetWriter:
    """What every format shares; see the module for what is overridden."""

    scope: ClassVar[Scope] = Scope()
    suffix: ClassVar[str] = "jsonl"
    """Of the data files, without the point."""

    def __init__(self, folder: Path, setting: Setting) -> None:
        self.folder = folder
        self.setting = setting
        self.records = 0
        self.split_records: Counter[str] = Counter()
        self.expected = Tally()
        self.digests: dict[Path, str] = {}
        self._files: dict[str, BinaryIO] = {}

    def write_article(self, works: Sequence[Work]) -> Iterator[Loss]:
        """Write what all annotators left on one article."""
        for work in works:
            yield from self.write(work)

    def write(self, work: Work) -> Iterable[Loss]:
        """Write one annotator's work on one article."""
        raise NotImplementedError

    def close(self) -> None:
        """Finish the files; called once, also when the export is given up."""
        for file in self._files.values():
            file.close()

    def release(self) -> None:
        """Let go of whatever the proof needed; called last, also when the export is given up."""

    def finish(self) -> None:
        """Write what can only be written when all is known, such as files beside the data."""

    def losses_at_end(self) -> Iterable[Loss]:
        """What could not be held and is known only now; asked for after `finish`."""
        return ()

    def read_back(self) -> Iterator[Fact]:
        """What the written files say, read by other code."""
        raise NotImplementedError

    def facts(self, work: Work, losses: Sequence[Loss]) -> Iterable[Fact]:
        """What ought to be found of one work."""
        gone = {(each.kind, each.id) for each in losses if not each.is_changed}
        return facts_of(work, self.scope, gone)

    def take(self, works: Sequence[Work], taken: Taken) -> None:
        """Write an article and keep count of what must be found again; `taken` is told the losses.

        Articles may be written later, but in order: at the latest when they are to `settle`.
        """
        losses = list(self.write_article(works))
        for work in works:
            own = [each for each in losses if each.annotator == work.annotator]
            self.expected.add(self.facts(work, own))
        taken(losses)

    def settle(self) -> None:
        """Write whatever was taken and is not written yet; asked for once all articles are."""

    def prove(self) -> None:
        """Read everything back and compare it with what was handed over.

        Raises:
            UserError: anything differs.
        """
        differences = self.expected.differences(self.found())
        if differences:
            raise UserError(
                f"The files read back do not say what was handed over: {'; '.join(differences)}. "
                "Nothing was exported, and the project is unchanged. Run `annotator check` on it."
            )

    def found(self) -> Tally:
        """The facts read back, added up."""
        found = Tally()
        found.add(self.read_back())
        return found

    @property
    def features(self) -> list[dict[str, Any]] | None:
        """The features of `dataset_info` in a Hugging Face card; None where files tell them."""
        return None

    @property
    def columns(self) -> list[dict[str, Any]]:
        """The columns that a description for machines may name; the features, where there are."""
        return self.features or []

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences for the card: how the format was filled."""
        return ()

    @property
    def options(self) -> dict[str, object]:
        """What of the rules for tokens and the like was used, for the manifest."""
        return {}

    @property
    def file_names(self) -> tuple[str, ...]:
        """The data files: one, or one for each split, in their order."""
        stems = self.setting.splits or ("data",)
        return tuple(f"{stem}.{self.suffix}" for stem in stems)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The data files in the draft folder that were written."""
        return tuple(p for name in self.file_names if (p := self.folder / name).exists())

    def file_of(self, split: str) -> BinaryIO:
        """The data file of a split (empty: the only one), open for writing."""
        if split not in self._files:
            self._files[split] = self.path_of(split).open("wb")
        return self._files[split]

    def path_of(self, split: str) -> Path:
        """Where the data file of a split lies (empty: the only one)."""
        return self.folder / f"{split or 'data'}.{self.suffix}"

    def open_all(self) -> None:
        """Make every data file, so that a split nothing fell into is an empty file."""
        for split in self.setting.splits or ("",):
            self.file_of(split)

    def count(self, split: str, records: int = 1) -> None:
        """Count what was written into a split."""
        self.records += records
        self.split_records[split] += records


def lost(work: Work, what: Annotation | Relation, reason: str, *, is_changed: bool = False) -> Loss:
    """The loss of an annotation or relation of a work."""
    kind = ANNOTATION if isinstance(what, Annotation) else RELATION
    return Loss(work.article.id, work.annotator, kind, what.id, reason, is_changed)


def loss_lines(losses: Sequence[Loss]) -> bytes:
    """Losses as lines of `losses.jsonl`, their keys sorted.

    There are very many in formats that hold little, and most of their words are the same.
    """
    if not losses:
        return b""
    written: dict[str, bytes] = {}
    for each in losses:
        for word in (each.annotator, each.article, each.kind, each.reason):
            if word not in written:
                written[word] = orjson.dumps(word)
    return b"".join(
        [
            _LOSS
            % (
                written[each.annotator], written[each.article], orjson.dumps(each.id),
                b"true" if each.is_changed else b"false", written[each.kind], written[each.reason],
            )
            for each in losses
        ]
    )  # fmt: skip


class LostParts(NamedTuple):
    """Losses of one work and one kind that share a reason, in formats that hold nothing of it.

    Such formats lose nearly everything, and single losses take three times as long.
    """

    article: str
    annotator: str
    kind: str
    reason: str
    ids: Sequence[str]

    @property
    def lines(self) -> bytes:
        """The lines of `losses.jsonl` that single losses would have."""
        dumps = orjson.dumps
        before = _BEFORE_ID % (dumps(self.annotator), dumps(self.article))
        behind = _BEHIND_ID % (b"false", dumps(self.kind), dumps(self.reason))
        return before + (behind + before).join(map(dumps, self.ids)) + behind


def lost_parts(work: Work, holds: frozenset[str]) -> Iterator[LostParts]:
    """What no file of a format can hold of a work, by what the format is told to hold."""
    for part, kind, ids in _parts(work, holds):
        if ids and part not in holds:
            reason = f"The format holds no {part}."
            yield LostParts(work.article.id, work.annotator, kind, reason, ids)


def _parts(work: Work, holds: frozenset[str]) -> Iterator[tuple[str, str, list[str]]]:
    rows = work.annotation_rows
    if "attributes" not in holds or "notes" not in holds:
        rows = sorted(rows, key=itemgetter(at.START, at.END, at.ID))
    related = work.inner_relation_rows
    yield "attributes", "attribute", [row[at.ID] for row in rows if row[at.ATTRIBUTES] != "{}"]
    yield "notes", "note", [row[at.ID] for row in rows if row[at.NOTE]]
    yield "relations", RELATION, [row[at.ID] for row in related]
    if "relations" in holds:
        with_any = [row[at.ID] for row in related if row[at.RELATION_ATTRIBUTES] != "{}"]
        yield "relation attributes", "relation attribute", with_any
    yield "article labels", LABEL, [e.label for e in work.labels]
    yield "flags", "flag", [e.id for e in work.flags]
    yield "verdicts", "verdict", [e.id for e in work.verdicts]
    yield "stances", "stance", [e.id for e in work.stances]
