"""What files of brat say, by the rules of its own parser, and what ought to be in them."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path
from urllib.parse import unquote

import orjson

from annotator.domain.annotation import Annotation
from annotator.domain.relation import ATTRIBUTED_TO, CUED_BY
from annotator.formats.datasets.proof import ANNOTATION, RELATION, Fact, Places
from annotator.formats.datasets.work import Work

_BETWEEN = re.compile(r"[ \t]*\n[ \t\n]*")
_FAULT = "fault"


def cut_at_line_ends(each: Annotation, text: str) -> list[tuple[int, int]]:
    """The fragments, cut where a line ends: the words beside a mark may hold no line feed."""
    places: list[tuple[int, int]] = []
    for fragment in each.fragments:
        start = fragment.start
        for line in text[fragment.start : fragment.end].split("\n"):
            if line.strip():
                places.append((start, start + len(line)))
            start += len(line) + 1
    return places


def joined_over_line_ends(places: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The fragments as they are read: those that only line ends part are one."""
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and _BETWEEN.fullmatch(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def facts_as_written(
    work: Work,
    gone: Set[tuple[str, str]],
    places: Mapping[str, Places],
    told: Mapping[str, Mapping[str, Sequence[str]]],
) -> Iterator[Fact]:
    """What ought to be in the file of a work."""
    text, article = work.article.text, work.article.id
    here = {e.id: e for e in work.annotations if e.id in places and (ANNOTATION, e.id) not in gone}
    for each in here.values():
        words = " ".join([text[start:end] for start, end in places[each.id]])
        attributes = _plain(told.get(each.id, {}))
        yield Fact(ANNOTATION, article, "", each.label, places[each.id], words, attributes)
    for link in work.relations:
        if link.from_id in here and link.to_id in here:
            ends = (here[link.from_id], here[link.to_id])
            both = (*places[link.from_id], *places[link.to_id])
            words = f"{ends[0].label}>{ends[1].label}"
            attributes = _plain(told.get(link.id, {}))
            yield Fact(RELATION, article, "", link.label, both, words, attributes)


def facts_in(path: Path, article: str) -> Iterator[Fact]:
    """What an `.ann` file says about the text beside it; what brat would refuse is a fault."""
    text = path.with_suffix(".txt").read_bytes().decode()
    lines = path.read_bytes().decode().split("\n")
    return _Parsed(text, article, lines).facts()


class _Parsed:
    """The lines of a file by kind."""

    def __init__(self, text: str, article: str, lines: Sequence[str]) -> None:
        self._article = article
        self._text = text
        self._marks: dict[str, tuple[str, Places]] = {}
        self._triggers: dict[str, str] = {}
        self._links: list[tuple[str, str, str, str]] = []
        self._told: dict[str, dict[str, list[str]]] = {}
        self._faults = 0
        for line in lines[:-1]:
            identity, _, rest = line.partition("\t")
            data, _, tail = rest.partition("\t")
            self._take(identity, data.split(" "), tail)

    def _take(self, identity: str, words: list[str], tail: str) -> None:
        match identity[:1]:
            case "T":
                self._take_mark(identity, words, tail)
            case "E":
                self._take_event(identity, words)
            case "R":
                ends = [word.split(":")[1] for word in words[1:]]
                self._links.append((identity, words[0], ends[0], ends[1]))
            case "A":
                value = " ".join(words[2:])
                self._told.setdefault(words[1], {}).setdefault(words[0], []).append(value)
            case "N":
                name, _, value = words[2].partition(":")
                self._told.setdefault(words[1], {}).setdefault(name, []).append(unquote(value))
            case "#":
                self._faults += words[1] in self._triggers.values()
            case _:
                self._faults += 1

    def _take_mark(self, identity: str, words: list[str], tail: str) -> None:
        numbers = [int(number) for number in " ".join(words[1:]).replace(";", " ").split()]
        places = list(zip(numbers[::2], numbers[1::2], strict=True))
        is_right = tail == " ".join([self._text[start:end] for start, end in places])
        self._faults += not is_right or identity in self._marks
        self._marks[identity] = (words[0], tuple(joined_over_line_ends(places, self._text)))

    def _take_event(self, identity: str, words: list[str]) -> None:
        label, trigger = words[0].split(":")
        self._faults += self._marks[trigger][0] != label
        self._triggers[identity] = trigger
        arguments = [word.split(":") for word in words[1:]]
        for said in [target for role, target in arguments if role == "What"]:
            self._links.append(("", CUED_BY, said, identity))
            for role, target in arguments:
                if role != "What":
                    self._links.append(("", ATTRIBUTED_TO, said, target))

    def facts(self) -> Iterator[Fact]:
        """What the lines say."""
        told = {self._mark(owner): values for owner, values in self._told.items()}
        for identity, (label, places) in self._marks.items():
            words = " ".join([self._text[start:end] for start, end in places])
            attributes = _plain(told.get(identity, {}))
            yield Fact(ANNOTATION, self._article, "", label, places, words, attributes)
        for identity, label, from_id, to_id in self._links:
            ends = self._marks[self._mark(from_id)], self._marks[self._mark(to_id)]
            words = f"{ends[0][0]}>{ends[1][0]}"
            attributes = _plain(told.get(identity, {}))
            both = (*ends[0][1], *ends[1][1])
            yield Fact(RELATION, self._article, "", label, both, words, attributes)
        # A trigger that anything but an event refers to is refused by brat.
        referred = {*self._told, *(end for link in self._links for end in link[2:])}
        for _ in range(self._faults + len(referred & set(self._triggers.values()))):
            yield Fact(_FAULT, self._article)

    def _mark(self, identity: str) -> str:
        return self._triggers.get(identity, identity)


def _plain(told: Mapping[str, Sequence[str]]) -> str:
    if not told:
        return ""
    return orjson.dumps({name: list(each) for name, each in sorted(told.items())}).decode()
