"""Format `webanno`: WebAnno TSV 3.3, a file for each article, a layer for each label in it.

Offsets are UTF-16 units. Every annotation has a number, so that rows, relations and layers can be
told apart; a part of a token is a row of its own. What the layers of WebAnno have no place for,
fragments and notes, is told by features of ours. The text of the file is that of the article, but
for white space before its first word.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.domain.annotation import Annotation
from annotator.domain.relation import Relation
from annotator.formats.annotated.layers import FRAGMENTS, NOTE, feature_of
from annotator.formats.annotated.webanno import marked_in
from annotator.formats.annotated.webanno_lines import escaped, escaped_text
from annotator.formats.datasets.layers import (
    expected_facts,
    found_facts,
    fragments_feature,
    label_type,
    names_of_attributes,
    relation_type,
    told_text,
)
from annotator.formats.datasets.many_files import ArticleFiles
from annotator.formats.datasets.proof import Fact, Places, Scope, places_of
from annotator.formats.datasets.work import Setting, Work
from annotator.formats.datasets.writing import DatasetWriter, Loss, lost
from annotator.text.offsets import Utf16Map
from annotator.text.sentences import sentences
from annotator.text.tokens import token_pairs

ANY = "uima.tcas.Annotation"

_EDGES = "It begins or ends in white space, where the format has no place; its edges are words."
_WHITE = "It covers white space alone, where the format has no place."
_TEXT = "White space before the first word is written as spaces."


class Writer(DatasetWriter):
    """A TSV file for each work."""

    scope = Scope(annotators=False, attributes=True)
    suffix = "tsv"

    def __init__(self, folder: Path, setting: Setting) -> None:
        super().__init__(folder, setting)
        self._files_of = ArticleFiles(folder, setting)
        self._table: _Table | None = None

    @property
    def file_names(self) -> tuple[str, ...]:
        """All files of articles."""
        return tuple(self._files_of.written)

    def open_all(self) -> None:
        """There are no files before there are articles."""

    def write(self, work: Work) -> Iterable[Loss]:
        """Write one annotator's work on an article."""
        self._table = table = _Table(work, self.setting)
        content = table.content().encode()
        self._files_of.write(self._files_of.stem_of(work), self.suffix, content, work)
        self.count(work.split)
        return table.losses

    def facts(self, work: Work, losses: Sequence[Loss]) -> Iterable[Fact]:
        """What ought to be found, at the edges that the format has."""
        table = self._table
        if table is None or table.work is not work:
            table = _Table(work, self.setting)
            table.content()
        gone = {(each.kind, each.id) for each in losses if not each.is_changed}
        return expected_facts(work, gone, table.places)

    def read_back(self) -> Iterator[Fact]:
        """What the reader of this format finds."""
        for name, article in self._files_of.written.items():
            marked, _ = marked_in((self.folder / name).read_bytes().decode())
            yield from found_facts(marked, article)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person needs to open the files."""
        return (
            "Offsets in the files are UTF-16 units, ends exclusive, as WebAnno counts.",
            "Before importing into INCEpTION, make the layers that the head of each file names.",
            "An arrow leads from Governor (from) to Dependent (to).",
        )


@dataclass(slots=True)
class _Row:
    """One row to be: a token or a part of one, and who is on it."""

    start: int
    end: int
    name: str
    marks: list[int] = field(default_factory=list)
    links: list[Relation] = field(default_factory=list)


class _Table:
    """The rows of one file."""

    def __init__(self, work: Work, setting: Setting) -> None:
        self.work = work
        self.losses: list[Loss] = []
        self.places: dict[str, Places] = {}
        self._scheme = setting.scheme
        self._text = work.article.text
        self._units = Utf16Map(self._text)
        pairs = token_pairs(self._text)
        self._starts, self._ends = [s for s, _ in pairs], [e for _, e in pairs]
        self._sentences = self._sentence_borders()
        self._parts: dict[int, dict[tuple[int, int], _Row]] = {}
        self._numbers: dict[str, int] = {}
        self._first: dict[str, _Row] = {}
        self._marks: list[Annotation] = []

    def content(self) -> str:
        """The whole file."""
        for each in self.work.annotations:
            self._place(each)
        self._name_parts()
        links = [e for e in self.work.relations if self._numbers.keys() >= set(e.ends)]
        for link in links:
            self._first[link.to_id].links.append(link)
        if self._starts and self._text[: self._starts[0]].strip(" "):
            work = self.work
            self.losses.append(Loss(work.article.id, work.annotator, "text", "", _TEXT))
        span_layers = dict(sorted(self._features().items()))
        relation_layers = dict(sorted(names_of_attributes(links).items()))
        lines = ["#FORMAT=WebAnno TSV 3.3"]
        for label, names in span_layers.items():
            features = map(feature_of, names or [""])
            lines.append("|".join([f"#T_SP={label_type(label)}", *features]))
        for label, names in relation_layers.items():
            head = f"#T_RL={relation_type(label, self._scheme)}"
            lines.append("|".join([head, *map(feature_of, names), f"BT_{ANY}"]))
        lines += ["", ""]
        for number in range(len(self._sentences) - 1):
            lines += self._sentence(number, span_layers, relation_layers)
        return "\n".join(lines)

    def _sentence_borders(self) -> list[int]:
        """The token that begins each sentence, and behind the last the number of tokens."""
        borders = {bisect_left(self._starts, each.start) for each in sentences(self._text)}
        return [*sorted((borders | {0}) - {len(self._starts)}), len(self._starts)]

    def _place(self, each: Annotation) -> None:
        """Put an annotation on the rows that it covers."""
        first = bisect_right(self._ends, each.start)
        last = bisect_left(self._starts, each.end)
        if first >= last:
            self.losses.append(lost(self.work, each, _WHITE))
            return
        start, end = max(each.start, self._starts[first]), min(each.end, self._ends[last - 1])
        if (start, end) != (each.start, each.end):
            self.losses.append(lost(self.work, each, _EDGES, is_changed=True))
            inner = [(max(s, start), min(e, end)) for s, e in places_of(each)]
            self.places[each.id] = tuple([(s, e) for s, e in inner if s < e])
        number = len(self._marks) + 1
        self._marks.append(each)
        self._numbers[each.id] = number
        for token in range(first, last):
            place = (max(start, self._starts[token]), min(end, self._ends[token]))
            row = self._parts.setdefault(token, {}).setdefault(place, _Row(*place, ""))
            row.marks.append(number)
            if token == first:
                self._first[each.id] = row

    def _name_parts(self) -> None:
        """Give each row its name: sentence and token, and the number of the part."""
        for sentence in range(len(self._sentences) - 1):
            first, last = self._sentences[sentence], self._sentences[sentence + 1]
            for token in range(first, last):
                whole = (self._starts[token], self._ends[token])
                rows = self._parts.setdefault(token, {})
                rows.setdefault(
                    whole, _Row(*whole, "")
                ).name = f"{sentence + 1}-{token - first + 1}"
                parts = sorted(place for place in rows if place != whole)
                for number, place in enumerate(parts, 1):
                    rows[place].name = f"{rows[whole].name}.{number}"

    def _features(self) -> dict[str, Sequence[str]]:
        """The features that occur, by label."""
        found = {label: list(names) for label, names in names_of_attributes(self._marks).items()}
        for each in self._marks:
            own = [FRAGMENTS] if len(each.fragments) > 1 else []
            own += [NOTE] if each.note else []
            found[each.label] += [name for name in own if name not in found[each.label]]
        return {label: sorted(names) for label, names in found.items()}

    def _sentence(
        self,
        number: int,
        span_layers: dict[str, Sequence[str]],
        relation_layers: dict[str, Sequence[str]],
    ) -> Iterator[str]:
        first, last = self._sentences[number], self._sentences[number + 1]
        is_last = last == len(self._starts)
        start = self._starts[first]
        text = self._text[start : len(self._text) if is_last else self._starts[last]]
        # The program adds a line end to each sentence, and takes it away where none fits.
        text = text[:-1] if text.endswith("\n") and not is_last else text
        yield from (f"#Text={escaped_text(line)}" for line in text.split("\n"))
        for token in range(first, last):
            rows = self._parts[token]
            whole = (self._starts[token], self._ends[token])
            for place in sorted(rows, key=lambda each: (each != whole, each)):
                yield self._row(rows[place], span_layers, relation_layers)
        yield ""

    def _row(
        self,
        row: _Row,
        span_layers: dict[str, Sequence[str]],
        relation_layers: dict[str, Sequence[str]],
    ) -> str:
        to16 = self._units.to16
        words = escaped_text(self._text[row.start : row.end])
        cells = [row.name, f"{to16(row.start)}-{to16(row.end)}", words]
        if not (row.marks or row.links):  # as most are
            columns = sum(len(names) or 1 for names in span_layers.values())
            columns += sum(len(names) + 1 for names in relation_layers.values())
            return "\t".join([*cells, *("_" * columns), ""])
        for label, names in span_layers.items():
            own = [n for n in row.marks if self._marks[n - 1].label == label]
            cells += [self._cell(own, name) for name in names or [""]]
        for label, names in relation_layers.items():
            links = [link for link in row.links if link.label == label]
            for name in names:
                values = [_written(link.attributes.get(name)) for link in links]
                cells.append("|".join(values) or "_")
            cells.append("|".join([self._reference(link) for link in links]) or "_")
        return "\t".join([*cells, ""])

    def _cell(self, numbers: Sequence[int], name: str) -> str:
        values = []
        for number in numbers:
            each = self._marks[number - 1]
            value = each.attributes.get(name) if name else None
            if name == NOTE:
                value = each.note or None
            elif name == FRAGMENTS:
                places = self.places.get(each.id, places_of(each))
                value = fragments_feature(places, self._units).get(name)
            values.append(f"{_written(value)}[{number}]")
        return "|".join(values) or "_"

    def _reference(self, link: Relation) -> str:
        ends = self._numbers[link.from_id], self._numbers[link.to_id]
        return f"{self._first[link.from_id].name}[{ends[0]}_{ends[1]}]"


def _written(value: object) -> str:
    return "*" if value is None else escaped(told_text(value))  # type: ignore[arg-type]
