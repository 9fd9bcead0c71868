"""WebAnno TSV 3: sentences of tokens, a column for each feature of each layer.

Offsets are UTF-16 units, as the program counts them; where the tokens stand at their places only
when code points are counted, a file of another program is read so. The text is put together from
the sentences as the program itself does, with a line end between them or the gap that the offsets
tell. A layer is a label, its features are attributes; relations and slots become relations, from
the end that the arrow leaves. Chains, words and grammar are passed over with a note.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from annotator.domain.errors import UserError
from annotator.domain.json import Json
from annotator.formats.annotated.layers import (
    FRAGMENTS,
    ID,
    NOTE,
    attribute_of,
    fragments_of,
    labelling_feature,
    marks_nothing,
    short_names,
)
from annotator.formats.annotated.webanno_lines import (
    Layer,
    Row,
    Sentence,
    Table,
    parts,
    plain,
    value_of,
    without_number,
)
from annotator.formats.composing import Origin
from annotator.formats.datasets.many_files import id_of_stem
from annotator.formats.decoding import MOST_CHARACTERS, characters_of, notes_of
from annotator.formats.incoming import Incoming, Problem
from annotator.formats.json_values import Refused
from annotator.formats.marked_text import Linked, Marked, MarkedText, arrivals
from annotator.formats.offset_units import Unit
from annotator.formats.sources import Source
from annotator.text.offsets import Utf16Map

FORMAT = "webanno"
MOST_BYTES = 64_000_000
"""A file holds one article; in memory it takes some thirty times as much as on the disk."""

_ANY = "uima.tcas.Annotation"
_BLANK = frozenset({"_", ""})
"""What cells hold that tell nothing."""


def read(source: Source, *, annotator: str) -> Incoming:
    """The article of a TSV file with its marks."""
    raw = source.read(limit=MOST_BYTES)
    characters, choice = characters_of(raw, source)
    yield from notes_of(choice, source)
    told = source.told.offsets if source.told else None
    try:
        marked, problems = marked_in(characters, told=told)
    except Refused as refusal:
        raise UserError(f"{source.name}: {refusal} Nothing was imported from it.") from refusal
    for problem in problems:
        yield replace(problem, file=source.name)
    marked.facts["id"] = id_of_stem(source.stem)
    origin = Origin(source, FORMAT, None, raw, choice.encoding, is_whole_file=True)
    yield from arrivals(marked, origin, annotator=annotator)


def marked_in(characters: str, *, told: str | None = None) -> tuple[MarkedText, list[Problem]]:
    """The text of a file with its marks, and what of it was passed over or follows no rule.

    Raises:
        Refused: it is not of this format, or its tokens do not stand where its offsets say.
    """
    table = Table.of(characters)
    text, unit = _best_text(table, told)
    reading = _Reading(table)
    reading.take_all()
    marked = MarkedText(text, unit, {}, reading.marks(), reading.links)
    return marked, [*_problems(table, reading, unit)]


def _problems(table: Table, reading: "_Reading", unit: Unit) -> Iterator[Problem]:
    if unit != "utf16":
        reason = "Its offsets count code points, not UTF-16 units as the format has it."
        yield Problem("", None, reason, is_note=True)
    for layer, count in sorted(reading.passed_over.items()):
        reason = f"The layer {layer} was passed over, with {count:,} of its marks."
        yield Problem("", None, reason, is_note=True, count=count)
    for line, reason in (*table.problems, *reading.problems):
        yield Problem("", line, reason)


def _best_text(table: Table, told: str | None) -> tuple[str, Unit]:
    """The text of all sentences, in the unit in which most tokens stand where they should."""
    units: tuple[Unit, ...] = ("codepoint",) if told == "codepoint" else ("utf16", "codepoint")
    best: tuple[int, str, Unit] | None = None
    reason = ""
    for unit in units[:1] if told == "utf16" else units:
        try:
            text = _text(table.sentences, unit)
        except Refused as refusal:
            reason = reason or str(refusal)
            continue
        misplaced = _misplaced(text, table.sentences, unit)
        if best is None or misplaced < best[0]:
            best = (misplaced, text, unit)
    if best is None or best[0] * 2 > sum(len(each.rows) for each in table.sentences):
        reason = reason or "Its tokens do not stand where its offsets say."
        raise Refused(reason)
    return best[1], best[2]


def _text(sentences: Sequence[Sentence], unit: Unit) -> str:
    pieces: list[str] = []
    length = 0
    for sentence in sentences:
        begin = sentence.rows[0].begin
        if length == begin + 1 and pieces and pieces[-1].endswith("\n"):
            pieces[-1], length = pieces[-1][:-1], begin
        if not length <= begin <= length + MOST_CHARACTERS:
            raise Refused(f"Line {sentence.rows[0].line} lies elsewhere than its offsets say.")
        pieces.append(" " * (begin - length) + sentence.text + "\n")
        length = begin + _length(sentence.text, unit) + 1
    return "".join(pieces)[:-1]


def _length(text: str, unit: Unit) -> int:
    return len(text) if unit == "codepoint" else len(text.encode("utf-16-le")) // 2


def _misplaced(text: str, sentences: Sequence[Sentence], unit: Unit) -> int:
    units = Utf16Map(text if unit == "utf16" else "")
    return sum(
        text[units.to32(row.begin) : units.to32(row.end)] != row.text
        for sentence in sentences
        for row in sentence.rows
    )


@dataclass(slots=True)
class _Held:
    """One annotation while it is put together from the rows it covers."""

    layer: Layer
    begin: int
    end: int
    line: int
    features: dict[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Slot:
    """One filled slot: its role, the annotation that has it, and what fills it."""

    role: str
    owner: int
    target: str
    base: str
    line: int


class _Reading:
    """Puts annotations together from the cells of a table."""

    def __init__(self, table: Table) -> None:
        self.links: list[Linked] = []
        self.problems: list[tuple[int, str]] = []
        self.passed_over: Counter[str] = Counter()
        self._table = table
        self._held: list[_Held] = []
        self._by_number: dict[int, int] = {}
        # Of each row, by its name, what begins or goes on there, by layer.
        self._at: dict[str, dict[str, list[int]]] = {}
        self._names = {
            **short_names(each.type_name for each in table.layers if each.kind == "RL"),
            **short_names(each.type_name for each in table.layers if each.kind != "RL"),
        }
        self._slots: list[_Slot] = []

    def take_all(self) -> None:
        """Read every cell: first what covers words, then what joins it."""
        rows = [
            row
            for sentence in self._table.sentences
            for row in sentence.all_rows
            if not _BLANK.issuperset(row.cells)  # as most are
        ]
        for layer in self._table.layers:
            if layer.kind == "CH" or marks_nothing(layer.type_name):
                self._pass_over(layer, rows)
            elif layer.kind == "SP":
                for row in rows:
                    self._take_marks(layer, row)
        for layer in self._table.layers:
            if layer.kind == "RL" and not marks_nothing(layer.type_name):
                for row in rows:
                    self._take_relations(layer, row)
        self._take_slots()

    def marks(self) -> list[Marked]:
        """All annotations, in the order of the file."""
        return [self._mark(number, held) for number, held in enumerate(self._held)]

    def _mark(self, number: int, held: _Held) -> Marked:
        features = dict(held.features)
        note, own = features.pop(NOTE, ""), features.pop(FRAGMENTS, None)
        features.pop(ID, None)
        label = self._names[held.layer.type_name]
        given = features.pop(labelling_feature(held.layer.type_name), None)
        places = fragments_of(own, (held.begin, held.end))
        label = str(given or label)
        features = {attribute_of(name): value for name, value in features.items()}
        identity = self._identity(number)
        return Marked(label, places, identity, None, features, str(note), held.line)

    def _identity(self, number: int) -> str:
        own = self._held[number].features.get(ID)
        return str(own) if own else f"m{number + 1}"

    def _pass_over(self, layer: Layer, rows: Sequence[Row]) -> None:
        first = layer.columns[0]
        numbers: set[str] = set()
        for row in rows:
            for value in parts(row.cell(first.index), "|"):
                number = without_number(value)[1]
                if value != "_" and (not number or layer.kind == "CH" or number not in numbers):
                    self.passed_over[layer.type_name] += 1
                numbers.add(number)

    def _stack(self, layer: Layer, row: Row) -> list[tuple[dict[str, Json], int, dict[str, str]]]:
        """The annotations of a layer in a row: their features, their numbers, their references."""
        if all(row.cell(column.index) == "_" for column in layer.columns):
            return []
        columns = [(column, parts(row.cell(column.index), "|")) for column in layer.columns]
        depth = max((len(values) for _, values in columns if values != ["_"]), default=0)
        found = []
        for place in range(depth):
            features: dict[str, Json] = {}
            references: dict[str, str] = {}
            number = 0
            for column, values in columns:
                value = values[place] if place < len(values) else "_"
                if column.kind not in ("target", "from"):
                    value, written = without_number(value)
                    number = number or int(written.partition("_")[0] or 0)
                if column.kind in ("target", "from", "role"):
                    references[column.kind + column.name] = value
                if column.kind == "feature" and value not in ("*", "_"):
                    features[column.name] = value_of(value)
            found.append((features, number, references))
        return found

    def _take_marks(self, layer: Layer, row: Row) -> None:
        for features, number, references in self._stack(layer, row):
            known = self._by_number.get(number) if number else None
            if known is None or self._held[known].layer is not layer:
                known = len(self._held)
                self._held.append(_Held(layer, row.begin, row.end, row.line))
                if number:
                    self._by_number[number] = known
                self._defer_slots(layer, known, references, row)
            held = self._held[known]
            held.begin, held.end = min(held.begin, row.begin), max(held.end, row.end)
            held.features.update(features)
            self._at.setdefault(row.name, {}).setdefault(layer.type_name, []).append(known)

    def _defer_slots(self, layer: Layer, known: int, references: dict[str, str], row: Row) -> None:
        for column in layer.columns:
            if column.kind != "target":
                continue
            roles = parts(references.get(f"role{column.name}", "_"), ";")
            targets = parts(references.get(f"target{column.name}", "_"), ";")
            for role, target in zip(roles, targets, strict=False):
                if target not in ("_", "*"):
                    name = column.name if role in ("_", "*") else plain(role)
                    self._slots.append(_Slot(name, known, target, column.base, row.line))

    def _take_slots(self) -> None:
        for slot in self._slots:
            name, number = without_number(slot.target)
            to = self._find(name, int(number or 0), slot.base)
            if to is None:
                reason = f"{slot.role} is left out: no mark is at {slot.target}."
                self.problems.append((slot.line, reason))
            else:
                ends = self._identity(slot.owner), self._identity(to)
                self.links.append(Linked(slot.role, *ends, line=slot.line))

    def _take_relations(self, layer: Layer, row: Row) -> None:
        base = next((each.base for each in layer.columns if each.kind == "from"), _ANY)
        for features, _, references in self._stack(layer, row):
            written = references.get("from", "_")
            if written == "_":
                continue
            if marks_nothing(base) and base != _ANY:
                self.passed_over[layer.type_name] += 1
                continue
            start, numbers = without_number(written)
            first, _, second = numbers.partition("_")
            ends = (
                self._find(start, int(first or 0), base),
                self._find(row.name, int(second or 0), base),
            )
            label = self._names[layer.type_name]
            if ends[0] is None or ends[1] is None:
                reason = f"{label} is left out: it does not lead from a mark to a mark."
                self.problems.append((row.line, reason))
                continue
            identity = str(features.pop(ID, "") or "")
            own = {attribute_of(name): value for name, value in features.items()}
            names = self._identity(ends[0]), self._identity(ends[1])
            self.links.append(Linked(label, *names, identity, own, row.line))

    def _find(self, name: str, number: int, base: str) -> int | None:
        """The annotation that a reference means: by its number, else the first in its row."""
        if number:
            return self._by_number.get(number)
        here = self._at.get(name, {})
        of_any = [each for found in here.values() for each in found] if base == _ANY else []
        found = here.get(base) or of_any
        return found[0] if found else None
