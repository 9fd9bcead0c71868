"""brat standoff: an article in `NAME.txt`, the marks on it in `NAME.ann` beside it.

Lines end with LF and nothing else, since marks may cover characters that other readers take for
line ends. Offsets are code points of the file, CR included; where the words beside the marks show
that CRLF was counted as one, that is what is taken. An event is a frame: its trigger becomes an
annotation, and its arguments become relations (`annotator.formats.annotated.brat_events`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from annotator.domain.errors import UserError
from annotator.domain.json import Json
from annotator.formats.annotated.brat_events import Event, links_of_events
from annotator.formats.composing import Origin
from annotator.formats.datasets.many_files import id_of_stem
from annotator.formats.decoding import MOST_BYTES, characters_of, notes_of
from annotator.formats.incoming import Incoming, Problem
from annotator.formats.json_values import Refused
from annotator.formats.marked_text import Linked, Marked, MarkedText, Places, arrivals
from annotator.formats.sources import Source

FORMAT = "brat"
CONFIGURATION = ("annotation.conf", "visual.conf", "tools.conf", "kb_shortcuts.conf")
"""What lies in a folder of brat and says how it is shown."""

MOST_MARK_BYTES = 20_000_000
MOST_LINES = 200_000
"""How many lines an `.ann` file may have: each takes about a kilobyte of memory when read."""
LONGEST_LINE = 1_000_000

_BOM = "\ufeff"
MOST_ARGUMENTS = 50
"""How many arguments an event may have: each that speaks is linked with each that was said."""
_TEXT_BOUND = re.compile(r"(\S+) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*)", re.ASCII)
_RELATION = re.compile(r"(\S+) +([^\s:]+):(\S+) +([^\s:]+):(\S+)")
_EVENT = re.compile(r"([^\s:]+):(\S+)((?: +[^\s:]+:\S+)*)")
_ATTRIBUTE = re.compile(r"(\S+) (\S+)(?: (.+))?")
_REFERENCE = re.compile(r"(\S+) (\S+) ([^\s:]+):(\S+)")
_COMMENT = re.compile(r"(\S+) (\S+)")

_Attributes = dict[str, dict[str, Json]]


def read(source: Source, *, annotator: str) -> Incoming:
    """The article of a text file with the marks of the `.ann` file beside it, or the other way."""
    if source.file_name in CONFIGURATION:
        return
    text, marks = _pair(source)
    raw = text.read(limit=MOST_BYTES)
    characters, choice = characters_of(raw, text)
    yield from notes_of(choice, text)
    lines, choice_of_marks = characters_of(marks.read(limit=MOST_MARK_BYTES), marks)
    yield from notes_of(choice_of_marks, marks)
    file = _File(marks.name)
    yield from file.take(lines)
    marked = MarkedText(
        characters.removeprefix(_BOM), facts={"id": id_of_stem(text.stem)}, cuts_at_line_ends=True
    )
    yield from file.fill(marked)
    origin = Origin(text, FORMAT, None, raw, choice.encoding, is_whole_file=True)
    yield from arrivals(marked, origin, annotator=annotator, file=marks.name)


def _pair(source: Source) -> tuple[Source, Source]:
    """The text and its marks, whichever of the two is given."""
    other = "txt" if source.extension == "ann" else "ann"
    beside = source.beside(f"{source.stem}.{other}")
    if beside is None:
        raise UserError(
            f"There is no {source.stem}.{other} beside {source.name}. Nothing was imported from "
            "it. brat keeps an article in two files; put both into one folder or zip file."
        )
    return (beside, source) if other == "txt" else (source, beside)


@dataclass(frozen=True, slots=True)
class _Bound:
    """One text-bound mark as its line has it."""

    label: str
    places: Places
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of a mark: an attribute and its value, or a comment (no name)."""

    name: str
    target: str
    value: str
    line: int

    def about(self, what: str) -> "_Said":
        """The same, beginning with what it is about."""
        return replace(self, value=f"{what}: {self.value}")


@dataclass(slots=True)
class _File:
    """What the lines of an `.ann` file say, by kind."""

    name: str
    bound: dict[str, _Bound] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    links: dict[str, Linked] = field(default_factory=dict)
    equal: list[Linked] = field(default_factory=list)
    said: list[_Said] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)

    def take(self, content: str) -> Iterator[Problem]:
        """Read all lines; those that follow no rule of the format come as problems."""
        if (count := content.count("\n")) > MOST_LINES:
            raise UserError(
                f"{self.name} has {count:,} lines, and one article may have {MOST_LINES:,}. "
                "Nothing was imported from it. Split the article and import the parts."
            )
        for number, line in enumerate(content.removeprefix(_BOM).split("\n"), 1):
            if not line.strip():
                continue
            try:
                self._take_line(line.removesuffix("\r"), number)
            except Refused as refusal:
                yield Problem(self.name, number, str(refusal))

    def _take_line(self, line: str, number: int) -> None:
        if len(line) > LONGEST_LINE:
            raise Refused(
                f"A line of {len(line):,} characters is left out; {LONGEST_LINE:,} are read."
            )
        identity, tab, rest = line.partition("\t")
        data, _, tail = rest.partition("\t")
        takers: dict[str, Callable[[str, str, str, int], None]] = {
            "T": self._take_bound,
            "E": self._take_event,
            "R": self._take_relation,
            "A": self._take_attribute,
            "M": self._take_attribute,
            "N": self._take_reference,
            "#": self._take_comment,
            "*": self._take_equal,
        }
        taker = takers.get(identity[:1])
        if not tab or taker is None:
            raise Refused(f"The line {line[:40]!r} is of no kind that brat writes; it is left out.")
        if identity in self.bound or identity in self.events or identity in self.links:
            raise Refused(f"{identity} is left out: another line has its id.")
        taker(identity, data.strip(" "), tail, number)

    def _take_bound(self, identity: str, data: str, tail: str, number: int) -> None:
        found = _matched(_TEXT_BOUND, data, identity)
        pairs = [pair.split(" ") for pair in found[2].split(";")]
        places = [(int(start), int(end)) for start, end in pairs]
        self.bound[identity] = _Bound(found[1], places, tail, number)

    def _take_event(self, identity: str, data: str, _: str, number: int) -> None:
        found = _matched(_EVENT, data, identity)
        pairs = [each.partition(":") for each in found[3].split()]
        arguments = [(role, target) for role, _, target in pairs]
        if len(arguments) > MOST_ARGUMENTS:
            raise Refused(
                f"{identity} is left out: it has {len(arguments):,} arguments, more than "
                f"{MOST_ARGUMENTS}."
            )
        self.events[identity] = Event(found[1], found[2], arguments, number)

    def _take_relation(self, identity: str, data: str, _: str, number: int) -> None:
        found = _matched(_RELATION, data, identity)
        ends = (found[3], found[5])
        if found[2].endswith("2") and found[4].endswith("1"):
            ends = (found[5], found[3])
        self.links[identity] = Linked(found[1], *ends, identity=identity, line=number)

    def _take_attribute(self, identity: str, data: str, _: str, number: int) -> None:
        found = _matched(_ATTRIBUTE, data, identity)
        self.told[identity] = found[2]
        self.said.append(_Said(found[1], found[2], found[3] or "true", number))

    def _take_reference(self, identity: str, data: str, _: str, number: int) -> None:
        found = _matched(_REFERENCE, data, identity)
        self.told[identity] = found[2]
        self.said.append(_Said(found[3], found[2], unquote(found[4]), number))

    def _take_comment(self, identity: str, data: str, tail: str, number: int) -> None:
        found = _matched(_COMMENT, data, identity)
        self.said.append(_Said("", found[2], tail, number))

    def _take_equal(self, _: str, data: str, tail: str, number: int) -> None:
        del tail
        label, *members = data.split()
        if len(members) < 2:
            raise Refused("An equivalence of fewer than two marks is left out.")
        first, *others = members
        self.equal += [Linked(label, first, other, line=number) for other in others]

    def fill(self, marked: MarkedText) -> Iterator[Problem]:
        """Put everything on the text; what hangs on nothing comes as a problem."""
        attributes, notes = _Attributes(), dict[str, list[str]]()
        for said in self.said:
            owner, each = self._place_of(said)
            if owner not in self.bound and owner not in self.links:
                what = each.name or "A comment"
                yield Problem(
                    self.name, each.line, f"{what} is left out: there is no {each.target}."
                )
            elif each.name:
                _add(attributes.setdefault(owner, {}), each)
            else:
                notes.setdefault(owner, []).append(each.value)
        for identity, bound in self.bound.items():
            marked.marks.append(
                Marked(
                    bound.label,
                    bound.places,
                    identity,
                    bound.words or None,
                    attributes.get(identity, {}),
                    "\n".join(notes.get(identity, ())).strip("\n"),
                    bound.line,
                )
            )
        marked.links += self._all_links(attributes)

    def _all_links(self, attributes: _Attributes) -> Iterator[Linked]:
        for each in (*self.links.values(), *self.equal, *links_of_events(self.events)):
            yield Linked(
                each.label,
                self._owner(each.from_id),
                self._owner(each.to_id),
                each.identity,
                attributes.get(each.identity, {}),
                each.line,
            )

    def _place_of(self, said: _Said) -> tuple[str, _Said]:
        """What something said hangs on; of a relation, which has no notes here, where it leaves."""
        owner = self._owner(said.target)
        if owner not in self.links or said.name:
            return owner, said
        link = self.links[owner]
        return self._owner(link.from_id), said.about(link.label)

    def _owner(self, identity: str) -> str:
        """The mark that a name stands for: an event its trigger, what is said of a mark that."""
        identity = self.told.get(identity, identity)
        event = self.events.get(identity)
        return identity if event is None else event.trigger


def _add(own: dict[str, Json], said: _Said) -> None:
    """Take an attribute; a name that comes again has a list of values."""
    before = own.get(said.name)
    if before is None:
        own[said.name] = said.value
    elif isinstance(before, list):
        own[said.name] = [*before, said.value]
    elif before != said.value:
        own[said.name] = [before, said.value]


def _matched(form: re.Pattern[str], data: str, identity: str) -> re.Match[str]:
    found = form.fullmatch(data)
    if found is None:
        raise Refused(f"{identity} is left out: {data[:60]!r} does not follow the rules of brat.")
    return found
