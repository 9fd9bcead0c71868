"""What the review shows of an article: whose answers stand where, and which difference is next."""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from annotator.domain.adjudication import Adjudication, Item
from annotator.domain.annotation import Annotation
from annotator.domain.comparison import Case, effective
from annotator.domain.far_links import FarEnd, FarLink
from annotator.domain.review import EDITED, MAJORITY, MERGED, NEITHER, TAKEN
from annotator.domain.stance import Party


@dataclass(frozen=True, slots=True)
class Answer:
    """What one or more annotators say in a case, alike; nothing is an answer too.

    `links` are relations as words. `names` come in the order in which they are shown.
    """

    names: tuple[str, ...]
    annotation: Annotation | None = None
    value: str = ""
    links: tuple[str, ...] = ()
    attributes: tuple[tuple[str, object], ...] = ()
    is_unseen: bool = False
    """Whether it is about a cell of the grid that these have not looked at."""


class Docket:
    """One adjudication with a place in it; names may be hidden."""

    def __init__(
        self,
        state: Adjudication,
        *,
        hides_names: bool,
        names: Mapping[str, str] | None = None,
        entity_name: Callable[[str], str] = str,
    ) -> None:
        self._entity_name = entity_name
        self.state = state
        self.names = names or {}
        self.number = 0
        self.hides_names = hides_names
        self.go_to_open()

    @property
    def judged(self) -> list[Item]:
        """Everything to decide or decided, in the order of the text."""
        return self.state.judged

    @property
    def item(self) -> Item | None:
        """What is shown."""
        judged = self.judged
        return judged[min(self.number, len(judged) - 1)] if judged else None

    @property
    def order(self) -> tuple[str, ...]:
        """The annotators from left to right; by chance, but always so, where names are hidden."""
        names = self.state.annotators
        return tuple(sorted(names, key=self._chance)) if self.hides_names else names

    def shown_name(self, annotator: str) -> str:
        """What an annotator is called here."""
        if not self.hides_names:
            return self.names.get(annotator, annotator)
        letter = chr(ord("A") + self.order.index(annotator)) if annotator in self.order else "?"
        return QCoreApplication.translate("Review", "Annotator {}").format(letter)

    def follow(self, state: Adjudication) -> None:
        """The same place in what is true now."""
        self.state = state

    def go_to_open(self, *, after: int = -1) -> bool:
        """Go to the next thing that is not decided, from the end to the beginning again."""
        judged = self.judged
        places = [*range(after + 1, len(judged)), *range(min(after + 1, len(judged)))]
        found = next((number for number in places if judged[number].is_open), None)
        if found is not None:
            self.number = found
        return found is not None

    def step(self, direction: int) -> None:
        """Go to the next or the previous difference, decided or not."""
        if self.judged:
            self.number = (self.number + direction) % len(self.judged)

    def go_to_case(self, number: int) -> bool:
        """Go to a case of the comparison."""
        found = [n for n, item in enumerate(self.judged) if item.case.number == number]
        if found:
            self.number = found[0]
        return bool(found)

    def answers(self, item: Item) -> list[Answer]:
        """The different answers, two people's in their order, else what most say first."""
        grouped: dict[object, Answer] = {}
        for name in self.order:
            answer = self._answer(item, name)
            key = (
                answer.annotation.label if answer.annotation else None,
                answer.annotation.fragments if answer.annotation else (),
                answer.value,
                answer.links,
                repr(answer.attributes),
            )
            if key in grouped:
                held = grouped[key]
                answer = replace(held, names=(*held.names, name))
            grouped[key] = answer
        found = list(grouped.values())
        return found if len(self.order) < 3 else sorted(found, key=lambda each: -len(each.names))

    def name_of(self, case: Case) -> str:
        """What a case is about, in words: a label, or who shows something towards whom."""
        scheme = self.state.scheme
        if case.stance is not None:
            holder, target = (
                self._party(each) for each in (case.stance.holder, case.stance.target)
            )
            return QCoreApplication.translate("Review", "{} towards {}").format(holder, target)
        kind = scheme.article_label(case.label) if case.is_of_article else scheme.label(case.label)
        return kind.name if kind is not None else case.label

    def _party(self, party: Party | None) -> str:
        if party is None:
            return QCoreApplication.translate("Review", "The author")
        if party.entity is not None:
            return self._entity_name(party.entity)
        found = (sheet.annotations.get(party.annotation_id or "") for sheet in self.state.sheets)
        return next((each.text for each in found if each is not None), "")

    def tally(self) -> Counter[str]:
        """How often each choice was made, that of somebody's work by their name."""
        told: Counter[str] = Counter()
        for item in self.judged:
            decision = item.decision
            if decision is not None and not item.is_open:
                told[decision.taken if decision.choice == TAKEN else decision.choice] += 1
        return told

    def _answer(self, item: Item, name: str) -> Answer:
        case, state = item.case, self.state
        annotation = case.members.get(name)
        made = state.comparison.links
        links = tuple(
            self._spelled(link.label, link.target) for link in case.disputed if name in made[link]
        )
        beyond = state.comparison.far_links
        links += tuple(self._far(link, beyond[link]) for link in case.far if name in beyond[link])
        values = effective(annotation, state.scheme) if annotation else {}
        value = case.values.get(name, "")
        is_unseen = case.stance is not None and not value
        return Answer((name,), annotation, value, links, tuple(values.items()), is_unseen)

    def _spelled(self, label: str, target: int) -> str:
        kind = self.state.scheme.relation(label)
        far = next(iter(self.state.comparison.cases[target].members.values()), None)
        words = f"“{far.text}”" if far else ""
        return f"{kind.name if kind else label} {words}".strip()

    def _far(self, link: FarLink, has: Mapping[str, FarEnd]) -> str:
        """A relation with another article: its kind, and the words there."""
        kind = self.state.scheme.relation(link.label)
        words = next((end.words for end in has.values() if end.words), "")
        told = QCoreApplication.translate("Review", "{} “{}” in another article")
        return told.format(kind.name if kind else link.label, words)

    def _chance(self, name: str) -> bytes:
        return hashlib.sha256(f"{self.state.article.id}\n{name}".encode()).digest()


def said_of(docket: Docket, item: Item) -> str:
    """What was decided, in a few words; nothing while it is open."""
    decision = item.decision
    if decision is None:
        return ""
    words = {
        MERGED: _tr("merged"),
        NEITHER: _tr("neither"),
        MAJORITY: _tr("majority"),
        EDITED: _tr("corrected"),
    }
    taken = _tr("taken from {}").format(docket.shown_name(decision.taken))
    done = taken if decision.choice == TAKEN else words.get(decision.choice, _tr("agreed"))
    return _tr("{} · changed since").format(done) if item.is_changed else done


def kinds_in_words(kinds: Sequence[str], *, is_of_article: bool = False) -> str:
    """How annotators differ, in words."""
    words = {
        "boundary": _tr("which words"),
        "label": _tr("which value") if is_of_article else _tr("which label"),
        "attribute": _tr("an attribute"),
        "missing": _tr("whether at all"),
        "link": _tr("a link"),
    }
    return " · ".join(words[kind] for kind in kinds)


def _tr(source: str) -> str:
    return QCoreApplication.translate("Review", source)
