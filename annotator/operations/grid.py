"""The sentiment grid of an article: who shows which attitude towards whom.

Rows are holders: the author and the article's sources. Columns are targets: those towards whom
somebody shows a sentiment. A cell is read off the annotations; only what no annotation can show
(nothing is expressed, nobody can tell) is kept as a `Stance`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.domain.annotation import Annotation
from annotator.domain.attribute import Attribute
from annotator.domain.change import Draft
from annotator.domain.entity import Entity
from annotator.domain.relation import HELD_BY, SHOWN_BY, Relation
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.stance import Party, Stance
from annotator.operations.entities import Directory, held_by
from annotator.text.names import folded

MIXED = "mixed"
NOT_LOOKED_AT = ""
NO_POLARITY = "no_polarity"
"""A sentiment fills the cell, but nobody said which."""


@dataclass(frozen=True, slots=True)
class Side:
    """The head of a row or column: one party with its annotations in the order of the text.

    `party` is None for the author. `names` are the words by which the text may speak of it.
    """

    party: Party | None
    name: str = ""
    names: tuple[str, ...] = ()
    annotation_ids: tuple[str, ...] = ()

    def means(self, party: Party | None) -> bool:
        """Whether this is the side that a stance names."""
        if party is None or self.party is None:
            return party is self.party
        return party == self.party or party.annotation_id in self.annotation_ids


@dataclass(frozen=True, slots=True)
class Cell:
    """What one holder shows towards one target.

    `value` is a polarity, `mixed` where annotations differ, a stance, or `NOT_LOOKED_AT`.
    `evidence` names the sentiments and the words that show them.
    """

    value: str = NOT_LOOKED_AT
    sentiments: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """Holders by targets, with the cells that say something."""

    holders: tuple[Side, ...]
    targets: tuple[Side, ...]
    cells: Mapping[tuple[int, int], Cell]

    def cell(self, row: int, column: int) -> Cell:
        """The cell of a holder and a target."""
        return self.cells.get((row, column), _EMPTY)

    def place_of(self, holder: Party | None, target: Party | None) -> tuple[int, int] | None:
        """The row and column of two parties, if both are in the grid."""
        row = next((i for i, side in enumerate(self.holders) if side.means(holder)), None)
        column = next((i for i, side in enumerate(self.targets) if side.means(target)), None)
        return None if row is None or column is None or target is None else (row, column)

    @property
    def open_cells(self) -> int:
        """How many cells nobody has looked at."""
        filled = sum(cell.value != NOT_LOOKED_AT for cell in self.cells.values())
        return len(self.holders) * len(self.targets) - filled


_EMPTY = Cell()


def grid(sheet: Sheet, scheme: Scheme, known: Directory) -> Grid:
    """The grid of an article, as its annotations and stances stand."""
    kind = scheme.relation(HELD_BY)
    holding = _with_labels(sheet, kind.targets if kind else ())
    shown = _with_labels(sheet, kind.sources if kind else ())
    holders = (Side(None), *_sides(holding, scheme, known))
    targets = _sides(shown, scheme, known)
    row_of = {each: row for row, side in enumerate(holders) for each in side.annotation_ids}
    column_of = {each: i for i, side in enumerate(targets) for each in side.annotation_ids}
    holder_of = _ends(sheet, HELD_BY)
    filled: dict[tuple[int, int], list[Annotation]] = {}
    for each in shown:
        rows = [row_of[end] for end in holder_of.get(each.id, ()) if end in row_of] or [0]
        for row in rows:
            filled.setdefault((row, column_of[each.id]), []).append(each)
    shows = _ends(sheet, SHOWN_BY)
    cells = {place: _cell(found, scheme, shows) for place, found in filled.items()}
    bare = Grid(holders, targets, cells)
    return Grid(holders, targets, {**cells, **_with_stances(sheet, bare)})


def is_touched(scheme: Scheme, draft: Draft) -> bool:
    """Whether a draft may change a grid at all; most labels do not."""
    kind = scheme.relation(HELD_BY)
    labels = {HELD_BY, SHOWN_BY, *((*kind.sources, *kind.targets) if kind else ())}
    records = (each for change in draft.changes for each in (change.before, change.after))
    return any(
        isinstance(record, Stance | Entity)
        or (isinstance(record, Annotation | Relation) and record.label in labels)
        for record in records
    )


def polarity_of(scheme: Scheme) -> Attribute | None:
    """The attribute that says which way a sentiment points."""
    label = scheme.label(sentiment_label(scheme))
    return label.keyed_attribute if label else None


def sentiment_label(scheme: Scheme) -> str:
    """The label of mentions towards which an attitude is shown; empty where there is none."""
    kind = scheme.relation(HELD_BY)
    return kind.sources[0] if kind and kind.sources else ""


def _with_labels(sheet: Sheet, labels: Sequence[str]) -> list[Annotation]:
    found = [each for each in sheet.annotations.values() if each.label in labels]
    return sorted(found, key=lambda each: (each.start, each.end, each.id))


def _sides(annotations: Iterable[Annotation], scheme: Scheme, known: Directory) -> tuple[Side, ...]:
    """Annotations grouped by whom they mean: by entity, else by their words."""
    listed = [(each, known.id_of(held_by(scheme, each))) for each in annotations]
    entity_of = {
        folded(name): entity
        for _, entity in reversed(listed)
        if entity
        for name in known.entity(entity).names
    }
    groups: dict[tuple[str, str], list[Annotation]] = {}
    for annotation, entity in listed:
        words = folded(annotation.text)
        found = entity or entity_of.get(words, "")
        groups.setdefault((found, "" if found else words), []).append(annotation)
    return tuple(_side(entity, found, known) for (entity, _), found in groups.items())


def _side(entity: str, annotations: Sequence[Annotation], known: Directory) -> Side:
    words = tuple(dict.fromkeys(each.text for each in annotations))
    ids = tuple(each.id for each in annotations)
    if not entity:
        return Side(Party(annotation_id=ids[0]), words[0], words, ids)
    record = known.entity(entity)
    return Side(Party(entity=record.id), record.name, record.names, ids)


def _ends(sheet: Sheet, label: str) -> Mapping[str, list[str]]:
    """Where relations of a kind lead, by the annotation that they leave."""
    ends: dict[str, list[str]] = {}
    for each in sheet.relations.values():
        if each.label == label and not each.is_between_articles:
            ends.setdefault(each.from_id, []).append(each.to_id)
    return ends


def _cell(found: Sequence[Annotation], scheme: Scheme, shows: Mapping[str, list[str]]) -> Cell:
    values = {value for each in found if (value := _polarity(each, scheme))}
    value = MIXED if len(values) > 1 else next(iter(values), NO_POLARITY)
    sentiments = tuple(each.id for each in found)
    shown = (end for each in sentiments for end in shows.get(each, ()))
    return Cell(value, sentiments, tuple(dict.fromkeys((*sentiments, *shown))))


def _polarity(annotation: Annotation, scheme: Scheme) -> str:
    label = scheme.label(annotation.label)
    keyed = label.keyed_attribute if label else None
    return str(annotation.attributes.get(keyed.id) or "") if keyed else ""


def _with_stances(sheet: Sheet, bare: Grid) -> dict[tuple[int, int], Cell]:
    """The cells that a stance names; what annotations show goes before it."""
    told: dict[tuple[int, int], list[Stance]] = {}
    for stance in sorted(sheet.stances.values(), key=lambda each: each.id):
        place = bare.place_of(stance.holder, stance.target)
        if place is not None:
            told.setdefault(place, []).append(stance)
    cells = {}
    for place, stances in told.items():
        cell = bare.cell(*place)
        value = cell.value if cell.sentiments else stances[0].value
        cells[place] = Cell(value, cell.sentiments, cell.evidence, tuple(stances))
    return cells
