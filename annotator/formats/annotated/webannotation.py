"""W3C Web Annotations in JSON-LD: one, a list, a page or a collection of pages, or one a line.

An annotation tells the address of what it is about, and where in it by position and by quote. The
text comes with a page of ours (`cnt:chars`), or is that of an article which the project has under
this address, with the SHA-256 that a page of ours tells. Positions count code points. A relation is
an annotation whose target is another.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import unquote

from annotator.domain.article import Article
from annotator.formats.annotated.tasks import (
    TaskArticles,
    TaskLayers,
    person_named,
    reanchors,
    status_of,
    whole,
)
from annotator.formats.foreign_work import Context, identity_of, place_of, short
from annotator.formats.gathering import Gathering
from annotator.formats.incoming import Arrival, Incoming, Problem
from annotator.formats.json_values import Refused, objects
from annotator.formats.offset_units import Mark, UsualUnit
from annotator.formats.sources import Source

FORMAT = "webannotation"
CHARS, SHA256 = "cnt:chars", "text_sha256"
ARTICLE = "urn:annotator:article:"
"""What the address of an article of ours begins with."""
ANNOTATION = "urn:annotator:annotation:"
RELATION = "urn:annotator:relation:"

_DEEPEST = 4
_FACTS = ("title", "language", "outlet", "published", "url", "licence")


class _Place(NamedTuple):
    """Where an annotation stands, as its selectors say."""

    fragments: tuple[tuple[int, int], ...]
    words: str | None
    context: Context
    is_foreign: bool


def read(source: Source, *, annotator: str) -> Incoming:
    """The annotations of a file, by the articles they are about."""
    reader = _Reader(source, annotator)
    gathering = Gathering(source.name, names_of=FORMAT)
    for line, value in _values(source):
        if isinstance(value, Refused):
            yield Problem(source.name, line, str(value))
            continue
        for address, items in reader.grouped(value):
            try:
                layers = reader.layers_of(address, items, line)
                if status := status_of(value.get("status")):
                    layers.finish(reader.person_of(value), status)
            except Refused as refusal:
                yield Problem(source.name, line, f"{refusal}.", count=len(items))
                continue
            layer = layers.layer()
            yield from (Problem(source.name, line, reason) for reason in layer.problems)
            yield from gathering.add(layer, line=line)
    yield from gathering.last()
    yield from reader.notes()


def _values(source: Source) -> Iterator[tuple[int | None, dict[str, Any] | Refused]]:
    """Pages and collections one by one; loose annotations together, for they name each other."""
    loose: list[dict[str, Any]] = []
    with source.open_utf8() as stream:
        for line, value in objects(stream):
            if isinstance(value, dict) and "target" in value:
                loose.append(value)
            else:
                yield line, value
    if loose:
        yield None, {"items": loose}


class _Reader:
    def __init__(self, source: Source, annotator: str) -> None:
        self._source = source
        self._annotator = annotator
        self._articles = TaskArticles(source, FORMAT)
        self._units = UsualUnit(source, ("codepoint", "utf16"))
        self._about: dict[str, str] = {}

    def grouped(self, value: dict[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """The annotations of one value by their articles; relations go with what they leave."""
        items = list(_items(value))
        own = value.get("source")
        groups: dict[str, list[dict[str, Any]]] = {}
        if isinstance(own, dict) and any(isinstance(own.get(key), str) for key in (CHARS, SHA256)):
            groups[_address(own)] = []
            self._own = {_address(own): own}
        else:
            self._own = {}
        for item in items:
            for target in _listed(item.get("target")):
                if isinstance(target, dict) and isinstance(target.get("source"), dict):
                    self._own.setdefault(_address(target["source"]), target["source"])
            about = self._address_of(item)
            self._about[str(item.get("id"))] = about
            groups.setdefault(about, []).append(item)
        yield from groups.items()

    def _address_of(self, item: Mapping[str, Any]) -> str:
        """The address of the article that an annotation is about; by way of another one."""
        for target in _listed(item.get("target")):
            if isinstance(target, str):
                return self._about.get(target, target)
            if isinstance(target, dict):
                named = target.get("source", target.get("id"))
                address = _address(named) if isinstance(named, dict) else str(named or "")
                return self._about.get(address, address)
        return ""

    def layers_of(
        self, address: str, items: Sequence[Mapping[str, Any]], line: int | None
    ) -> TaskLayers:
        arrival, given = self._article(address, line)
        marks = [
            Mark(*place.fragments[0], place.words)
            for item in items
            if len((place := _place(item)).fragments) == 1
        ]
        positions = self._units.positions(given, marks)
        layers = TaskLayers(arrival, positions, FORMAT, reanchors(self._source))
        ids: dict[tuple[str, str], str] = {}
        for item in items:
            if not _is_relation(item, self._about):
                self._annotate(item, layers, ids, arrival.article)
        for item in items:
            if _is_relation(item, self._about):
                self._relate(item, layers, ids)
        return layers

    def _article(self, address: str, line: int | None) -> tuple[Arrival, str]:
        own = self._own.get(address)
        if own is not None and isinstance(own.get(CHARS), str):
            facts = {name: own[name] for name in _FACTS if name in own}
            facts["id"] = (
                unquote(address.removeprefix(ARTICLE)) if address.startswith(ARTICLE) else ""
            )
            if not address.startswith(ARTICLE):
                facts.setdefault("url", address)
            extra = own.get("meta")
            meta = extra if isinstance(extra, dict) else {}
            return self._articles.of({**meta, **facts, "text": own[CHARS]}, line=line)
        names = (address, unquote(address.removeprefix(ARTICLE)), re.split("[/:#]", address)[-1])
        look = self._source.known
        known = next((found for each in names if look and (found := look(each))), None)
        if known is None:
            raise Refused(
                f"The project has no article of the address {short(address)}, and the file holds "
                "no text. Import the article first"
            )
        if own is not None and own.get(SHA256) not in (None, known.text_sha256):
            raise Refused(
                f"The article {known.id} has another text here than the one that was labelled. "
                "Import that one first, or as a newer version"
            )
        arrival = Arrival(known, None, file=self._source.name, line=line, has_own_id=True)
        return arrival, known.text

    def person_of(self, item: Mapping[str, Any]) -> str:
        for each in _listed(item.get("creator")):
            if isinstance(each, dict):
                names = [each.get(key) for key in ("nickname", "name", "email", "id")]
                each = next((name for name in names if name), None)  # noqa: PLW2901
            if (named := person_named(each, "")) != "":
                return named
        return self._annotator

    def _annotate(
        self,
        item: Mapping[str, Any],
        layers: TaskLayers,
        ids: dict[tuple[str, str], str],
        article: Article,
    ) -> None:
        person = self.person_of(item)
        body = _Body(item)
        place = _place(item)
        if not place.fragments and place.words is None:
            if place.is_foreign:
                layers.refuse(_title(item), "none of its selectors tells a place in a text")
                return
            for tag in body.tags:
                layers.label_article(person, "tag", tag)
            return
        for tag in body.tags or [""]:
            try:
                made = layers.work_of(person).annotate(
                    tag,
                    self._found(place, article.text),
                    words=place.words,
                    identity=_own_id(item, ANNOTATION, layers.work_of(person).annotations),
                    attributes=body.attributes,
                    note="\n".join(body.comments),
                    context=place.context,
                )
                ids.setdefault((person, str(item.get("id"))), made)
            except Refused as refusal:
                layers.refuse(_title(item), refusal)

    def _found(self, place: _Place, text: str) -> Sequence[tuple[int, int]]:
        """The fragments; of a quote alone, where its words stand if that is one place."""
        if place.fragments or place.words is None:
            return place.fragments
        found, choice = place_of(text, place.words, near=0, context=place.context)
        if found is None:
            raise Refused(f"the words {short(place.words)} stand nowhere in the text")
        if choice and not any(place.context):
            raise Refused(f"the words {short(place.words)} stand in more than one place")
        return [(found.start, found.end)]

    def _relate(
        self, item: Mapping[str, Any], layers: TaskLayers, ids: Mapping[tuple[str, str], str]
    ) -> None:
        person, body = self.person_of(item), _Body(item)
        target = next(iter(_listed(item.get("target"))), None)
        from_id = target.get("id") if isinstance(target, dict) else target
        try:
            ends = [ids.get((person, str(each))) for each in (from_id, body.linked)]
            if None in ends:
                raise Refused("one of its ends did not come in")
            layers.work_of(person).relate(
                body.tags[0] if body.tags else "",
                *map(str, ends),
                identity=_own_id(item, RELATION, layers.work_of(person).relations),
                attributes=body.attributes,
            )
        except Refused as refusal:
            layers.refuse(f"The relation {short(item.get('id'))}", refusal)

    def notes(self) -> Iterator[Problem]:
        yield from self._units.notes()
        yield from self._articles.notes()


class _Body:
    """What an annotation says: tags, comments, attributes, and which annotation it leads to."""

    def __init__(self, item: Mapping[str, Any]) -> None:
        self.tags: list[str] = []
        self.comments: list[str] = []
        self.attributes: dict[str, Any] = {}
        self.linked = ""
        for each in (*_listed(item.get("body")), *_listed(item.get("bodyValue"))):
            if isinstance(each, str):
                self._add_text(each, item.get("motivation"))
            elif isinstance(each, dict):
                self._add(each, item.get("motivation"))

    def _add(self, body: Mapping[str, Any], motivation: object) -> None:
        purpose = body.get("purpose", motivation)
        value = body.get("value")
        if purpose == "linking":
            self.linked = str(body.get("id") or body.get("source") or "")
        elif body.get("format") == "application/json" and isinstance(value, str):
            self._add_attributes(value)
        elif isinstance(value, str):
            self._add_text(value, purpose)
        elif isinstance(body.get("id") or body.get("source"), str):
            self._add_text(str(body.get("id") or body.get("source")), purpose)

    def _add_text(self, value: str, purpose: object) -> None:
        is_comment = purpose in ("commenting", "describing", "replying", "questioning")
        (self.comments if is_comment else self.tags).append(value)

    def _add_attributes(self, value: str) -> None:
        try:
            found = json.loads(value)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict):
            self.attributes.update(found)
        else:
            self.comments.append(value)


def _items(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The annotations in a value: itself, or those of a page or of a collection's pages."""
    if not isinstance(value, dict) or depth > 3:
        return
    held = [value.get(key) for key in ("items", "first", "@graph")]
    if all(each is None for each in held):
        if "target" in value:
            yield value
        return
    for each in held:
        for inner in _listed(each):
            yield from _items(inner, depth + 1)


def _place(item: Mapping[str, Any]) -> _Place:
    """Where an annotation stands: fragments by position, the words and what is around them."""
    fragments: list[tuple[int, int]] = []
    quotes: list[Mapping[str, Any]] = []
    has_selector = False
    for target in _listed(item.get("target")):
        selectors = target.get("selector") if isinstance(target, dict) else None
        for each, is_relative in _flat(selectors):
            has_selector = True
            start, end = whole(each.get("start")), whole(each.get("end"))
            if each.get("type") == "TextQuoteSelector" and isinstance(each.get("exact"), str):
                quotes.append(each)
            elif each.get("type") != "TextPositionSelector" or is_relative:
                continue
            elif start is not None and end is not None:
                fragments.append((start, end))
    words = " ".join(each["exact"] for each in quotes) if quotes else None
    around = [str(each.get(key) or "") for each in quotes[:1] for key in ("prefix", "suffix")]
    return _Place(tuple(sorted(set(fragments))), words, Context(*around), has_selector)


def _flat(
    selectors: object, *, depth: int = 0, is_relative: bool = False
) -> Iterator[tuple[Mapping[str, Any], bool]]:
    """Selectors and those of a choice; those that refine another count from where that begins."""
    for each in _listed(selectors):
        if isinstance(each, dict) and depth < _DEEPEST:
            yield each, is_relative
            yield from _flat(each.get("refinedBy"), depth=depth + 1, is_relative=True)
            yield from _flat(each.get("items"), depth=depth + 1, is_relative=is_relative)


def _is_relation(item: Mapping[str, Any], about: Mapping[str, str]) -> bool:
    target = next(iter(_listed(item.get("target"))), None)
    name = target.get("id") if isinstance(target, dict) else target
    return str(name) in about and _Body(item).linked != ""


def _own_id(item: Mapping[str, Any], prefix: str, taken: Mapping[str, object]) -> str:
    """The id that one of our own files gives, unless another of the same has it."""
    written = str(item.get("id") or "")
    own = unquote(written.rpartition(":")[2]) if written.startswith(prefix) else ""
    return "" if own in taken else identity_of(own)


def _title(item: Mapping[str, Any]) -> str:
    return f"The annotation {short(item.get('id'))}"


def _address(source: Mapping[str, Any]) -> str:
    return str(source.get("id") or source.get("@id") or "")


def _listed(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
