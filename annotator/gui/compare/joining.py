"""Asking which link joins the two picked annotations, and what is said about it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.domain.annotation import Annotation
from annotator.domain.attribute import Attribute
from annotator.domain.relation import Relation
from annotator.domain.scheme import RelationKind
from annotator.gui.reader import Reader
from annotator.gui.session import Session
from annotator.gui.widgets.entry_bar import EntryBar
from annotator.gui.wording import shortened
from annotator.operations import relate
from annotator.operations.annotate import name_of
from annotator.operations.relate import Way

_SHOWN_WORDS = 44


class Joining(QObject):
    """From the two ends to a link: its kind by a digit, then its values by a digit each."""

    def __init__(
        self,
        session: Session,
        sides: tuple[Reader, Reader],
        entry: EntryBar,
        *,
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(entry)
        self._session = session
        self._sides = sides
        self._entry = entry
        self._tell = tell

    @property
    def ends(self) -> tuple[Annotation, Annotation] | None:
        """The annotations picked in the two articles, if both are."""
        one, other = (side.annotation for side in self._sides)
        return (one, other) if one is not None and other is not None else None

    def links(self) -> list[Relation]:
        """The links that join the two picked annotations already."""
        ends, sheet = self.ends, self._sides[0].sheet
        if ends is None or sheet is None:
            return []
        wanted = {ends[0].key, ends[1].key}
        return [each for each in sheet.relations.values() if _keys(each) == wanted]

    def ask(self) -> None:
        """Which of the possible links; one alone is made at once."""
        if self.ends is None:
            self._tell(self.tr("Pick one annotation in each article: E, or a click on it."))
            return
        ways = relate.possible_between(self._session.scheme, *self.ends)
        if not ways:
            names = [name_of(self._session.scheme, end) for end in self.ends]
            sentence = self.tr("The scheme has no link between {} and {} of two articles.")
            self._tell(sentence.format(*names))
            return
        self._entry.ask(
            self.tr("Which link?"),
            lambda number, _: self._ask_values(ways[number], list(ways[number][2].attributes), {}),
            options=[self._spelled(way) for way in ways],
            tips=[kind.help for _, _, kind in ways],
            hint=self.tr("A digit chooses · Esc leaves"),
        )

    def remove(self) -> None:
        """Take the links between the two picked annotations away."""
        sheet, links = self._sides[0].sheet, self.links()
        if sheet is None or not links:
            self._tell(self.tr("These two are not linked."))
            return
        for link in links:
            name = sheet.name_of(link)
            article_id = sheet.article.id
            self._session.do_on(article_id, relate.remove_relation, self._session.scheme, name)

    def _ask_values(self, way: Way, asked: list[Attribute], values: dict[str, str]) -> None:
        """Ask for one value after another, then make the link."""
        attribute = next((each for each in asked if each.kind == "choice"), None)
        if attribute is None:
            self._make(way, values)
            return
        rest = asked[asked.index(attribute) + 1 :]
        options = [value.name for value in attribute.values]
        tips = [value.help for value in attribute.values]
        if not attribute.required:
            options.append(self.tr("Leave open"))

        def answered(number: int, _: str) -> None:
            chosen = attribute.values[number].id if number < len(attribute.values) else None
            fresh = {**values, attribute.id: chosen} if chosen else values
            self._ask_values(way, rest, fresh)

        self._entry.ask(
            f"{way[2].name}: {attribute.name}",
            answered,
            options=options,
            tips=tips,
            hint=attribute.help or self.tr("A digit chooses · Esc leaves"),
        )

    def _make(self, way: Way, values: dict[str, str]) -> None:
        source, target, kind = way
        draft = self._session.do_on(
            source.article_id,
            relate.relate_between,
            self._session.sheet_of(target.article_id),
            self._session.scheme,
            kind.id,
            from_id=source.id,
            to_id=target.id,
            attributes=dict(values),
        )
        if draft is not None:
            self._tell(self._spelled(way))

    def _spelled(self, way: Way) -> str:
        """A link as it reads: the words of one end, the kind, the words of the other."""
        source, target, kind = way
        words = [f"“{shortened(end.text, most=_SHOWN_WORDS)}”" for end in (source, target)]
        return _sentence(words, kind)


def _sentence(words: list[str], kind: RelationKind) -> str:
    return f"{words[0]} {kind.name} {words[1]}"


def _keys(relation: Relation) -> set[tuple[str, ...]]:
    """The keys of the annotations at both ends."""
    return {
        (relation.article_id, relation.annotator, relation.from_id),
        (relation.to_article_id, relation.annotator, relation.to_id),
    }
