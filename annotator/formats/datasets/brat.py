"""Format `brat`: for each article `ID.txt` and `ID.ann`, with the configuration of the project.

Frames are events: a cue is the trigger of one for each statement that it introduces, with the
statement as `What` and its sources as `Who`, `Who2` …; `attributed_to` and `cued_by` are in there.
Other relations are relations. What belongs to a trigger is written on its first event, since brat
lets nothing else refer to a trigger. A mark over a line end is cut there, as brat has it. An
attribute that names an entity is a reference; one with several values is written several times.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import orjson

from annotator.domain.annotation import Annotation
from annotator.domain.json import Json
from annotator.domain.relation import ATTRIBUTED_TO, CUED_BY, Relation
from annotator.formats.datasets.brat_configuration import annotation_conf, visual_conf
from annotator.formats.datasets.brat_reading import (
    cut_at_line_ends,
    facts_as_written,
    facts_in,
    joined_over_line_ends,
)
from annotator.formats.datasets.many_files import ArticleFiles
from annotator.formats.datasets.proof import Fact, Places, Scope, places_of
from annotator.formats.datasets.work import Setting, Work
from annotator.formats.datasets.writing import DatasetWriter, Loss, lost

CONFIGURATION = ("annotation.conf", "visual.conf")
NOTES = "AnnotatorNotes"

_CHANGED = "Only line ends part its fragments, or lie at its edges, and brat cannot tell them."
_WHITE = "It covers white space alone, which brat cannot mark."
_NOT_ON_A_LINE = "brat holds values of one line, without white space at their edges."
_NOTE = "brat holds notes line by line, without empty lines at their edges."


class Writer(DatasetWriter):
    """Two files for each work, and the configuration beside them."""

    scope = Scope(annotators=False)
    suffix = "ann"

    def __init__(self, folder: Path, setting: Setting) -> None:
        super().__init__(folder, setting)
        self._places = ArticleFiles(folder, setting)
        self._folders: set[Path] = set()
        self._values: dict[str, set[str]] = {}
        self._lines: _Lines | None = None

    @property
    def file_names(self) -> tuple[str, ...]:
        """All files of articles."""
        return tuple(self._places.written)

    def open_all(self) -> None:
        """There are no files before there are articles."""

    def write(self, work: Work) -> Iterable[Loss]:
        """Write an article's text and its marks."""
        stem = self._places.stem_of(work)
        self._folders.add(stem.parent)
        self._lines = lines = _Lines(work, self.setting)
        content = "".join([f"{line}\n" for line in lines.all()])
        self._places.write(stem, "ann", content.encode(), work)
        self._places.write(stem, "txt", work.article.text.encode(), work)
        for name, values in lines.values.items():
            self._values.setdefault(name, set()).update(values)
        self.count(work.split)
        return lines.losses

    def finish(self) -> None:
        """Write the configuration into every folder that brat may open."""
        conf = annotation_conf(self.setting.scheme, self._values).encode()
        visual = visual_conf(self.setting.scheme).encode()
        for folder in sorted(self._folders | {self.folder}):
            (folder / CONFIGURATION[0]).write_bytes(conf)
            (folder / CONFIGURATION[1]).write_bytes(visual)

    def facts(self, work: Work, losses: Sequence[Loss]) -> Iterable[Fact]:
        """What ought to be found: fragments and attributes as brat holds them."""
        lines = self._lines
        if lines is None or lines.work is not work:
            lines = _Lines(work, self.setting)
            list(lines.all())
        gone = {(each.kind, each.id) for each in losses if not each.is_changed}
        return facts_as_written(work, gone, lines.places, lines.told)

    def read_back(self) -> Iterator[Fact]:
        """What the files say, by the rules of brat's own parser."""
        for name, article in self._places.written.items():
            if name.endswith(".ann"):
                yield from facts_in(self.folder / name, article)

    @property
    def notes(self) -> tuple[str, ...]:
        """How frames are written."""
        return (
            "A cue is the trigger of an event for each statement (What) with its sources (Who).",
            "Offsets are Unicode code points, ends exclusive; lines end with LF.",
        )


@dataclass(slots=True)
class _Lines:
    """The lines of one `.ann` file.

    `values` collects what values attributes take, `places` and `told` where annotations are and
    which attributes they and relations have as the file tells them.
    """

    work: Work
    setting: Setting
    losses: list[Loss] = field(default_factory=list)
    values: dict[str, set[str]] = field(default_factory=dict)
    places: dict[str, Places] = field(default_factory=dict)
    told: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)
    _names: dict[str, str] = field(default_factory=dict)
    _events: list[str] = field(default_factory=list)

    def all(self) -> Iterator[str]:
        """The lines: marks, events, relations, attributes, references, notes."""
        written: list[Annotation] = []
        text = self.work.article.text
        for each in self.work.annotations:
            places = cut_at_line_ends(each, text)
            if not places:
                self.losses.append(lost(self.work, each, _WHITE))
                continue
            self.places[each.id] = tuple(joined_over_line_ends(places, text))
            if self.places[each.id] != places_of(each):
                self.losses.append(lost(self.work, each, _CHANGED, is_changed=True))
            name = self._names[each.id] = self._name("T")
            pairs = ";".join([f"{start} {end}" for start, end in places])
            words = " ".join([text[start:end] for start, end in places])
            written.append(each)
            yield f"{name}\t{each.label} {pairs}\t{words}"
        in_events = self._make_events(written)
        yield from self._events
        for link in self.work.relations:
            if link.id not in in_events and self._names.keys() >= set(link.ends):
                yield from self._relation(link)
        for each in written:
            yield from self._attributes(self._names[each.id], each.attributes, each)
            yield from self._note(each)

    def _name(self, letter: str) -> str:
        self._counts[letter] += 1
        return f"{letter}{self._counts[letter]}"

    def _make_events(self, written: Sequence[Annotation]) -> set[str]:
        """Make an event for each statement of a cue; tells which relations are in them."""
        cues = _labels_of(self.setting, CUED_BY)
        sources: dict[str, list[Relation]] = {}
        told: dict[str, list[Relation]] = {}
        for link in self.work.relations:
            if not self._names.keys() >= set(link.ends):
                continue
            if link.label == ATTRIBUTED_TO and not link.attributes:
                sources.setdefault(link.from_id, []).append(link)
            elif link.label == CUED_BY and not link.attributes:
                told.setdefault(link.to_id, []).append(link)
        taken: set[str] = set()
        events: list[tuple[str, Relation, list[Relation]]] = []
        for each in written:
            if each.label not in cues:
                continue
            trigger, links = self._names[each.id], told.get(each.id, [])
            if not links:
                name = self._names[each.id] = self._name("E")
                self._events.append(f"{name}\t{each.label}:{trigger}")
            for number, link in enumerate(links):
                name = self._name("E")
                if not number:
                    self._names[each.id] = name
                own = [e for e in sources.get(link.from_id, ()) if e.id not in taken]
                taken |= {link.id, *(e.id for e in own)}
                events.append((f"{name}\t{each.label}:{trigger}", link, own))
        for start, link, own in events:
            roles = [f"Who{number if number > 1 else ''}" for number in range(1, len(own) + 1)]
            words = [f"{role}:{self._names[e.to_id]}" for role, e in zip(roles, own, strict=True)]
            self._events.append(" ".join([start, *words, f"What:{self._names[link.from_id]}"]))
        return taken

    def _relation(self, link: Relation) -> Iterator[str]:
        name = self._name("R")
        ends = self._names[link.from_id], self._names[link.to_id]
        yield f"{name}\t{link.label} Arg1:{ends[0]} Arg2:{ends[1]}"
        yield from self._attributes(name, link.attributes, link)

    def _attributes(
        self, owner: str, attributes: Mapping[str, Json], of: Annotation | Relation
    ) -> Iterator[str]:
        entities = _entity_attributes(self.setting)
        for name, value in sorted(attributes.items()):
            listed = value if isinstance(value, list) else [value]
            for each in listed:
                written = each if isinstance(each, str) else orjson.dumps(each).decode()
                is_entity = name in entities and bool(written)
                if not is_entity and (written != written.strip() or _is_broken(written)):
                    kind = "attribute" if isinstance(of, Annotation) else "relation attribute"
                    own = (self.work.article.id, self.work.annotator, kind, of.id)
                    self.losses.append(Loss(*own, _NOT_ON_A_LINE))
                    continue
                self.told.setdefault(of.id, {}).setdefault(name, []).append(written)
                if is_entity:
                    reference, shown = quote(written, safe=""), " ".join(written.split())
                    yield f"{self._name('N')}\tReference {owner} {name}:{reference}\t{shown}"
                else:
                    self.values.setdefault(name, set()).add(written)
                    yield f"{self._name('A')}\t{name} {owner} {written}"

    def _note(self, each: Annotation) -> Iterator[str]:
        if each.note != each.note.strip("\n") or "\r" in each.note:
            own = (self.work.article.id, self.work.annotator, "note", each.id)
            self.losses.append(Loss(*own, _NOTE))
        lines = each.note.replace("\r", " ").strip("\n").split("\n") if each.note else ()
        for line in lines:
            yield f"{self._name('#')}\t{NOTES} {self._names[each.id]}\t{line}"


def _labels_of(setting: Setting, relation: str) -> frozenset[str]:
    kind = setting.scheme.relation(relation)
    return frozenset(kind.targets if kind else ())


def _entity_attributes(setting: Setting) -> frozenset[str]:
    return frozenset(name for _, name in setting.scheme.entity_attributes)


def _is_broken(written: str) -> bool:
    return not written or any(each in written for each in "\t\n\r")
