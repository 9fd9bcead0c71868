"""Who is meant: the list of a project's entities, their names, and where they stand.

An entity needs no record: the words in an attribute of kind `entity` are one, until somebody
renames it, gives it aliases or merges it. Annotations keep the id, so renaming touches none.
Merging rewrites the annotations and stances of the annotator who merges, in all articles and as
one step; the id that went stays as an alias, so that the work of others means the same.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Change, Draft, added, removed
from annotator.domain.entity import Entity
from annotator.domain.errors import UserError
from annotator.domain.identity import is_name
from annotator.domain.people import REPEAT_OF
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.domain.stance import Party, Stance
from annotator.operations.annotate import annotation_of, set_attribute
from annotator.storage import articles, entities, records
from annotator.storage.project import Project
from annotator.text.names import folded, places_of

MOST_PLACES = 5_000

_CONTEXT = 60


class Directory:
    """Entities by every name they go by."""

    def __init__(self, known: Iterable[Entity] = ()) -> None:
        self._by_id: dict[str, Entity] = {}
        self._by_alias: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        for entity in known:
            self._by_id[entity.id] = entity
            for name in entity.names:
                self._by_name.setdefault(folded(name), entity.id)
                self._by_alias.setdefault(name, entity.id)

    def __iter__(self) -> Iterator[Entity]:
        return iter(self._by_id.values())

    def after(self, changes: Iterable[Change]) -> "Directory":
        """The directory once changes are made."""
        fresh = dict(self._by_id)
        for change in changes:
            if isinstance(change.before, Entity):
                fresh.pop(change.before.id, None)
            if isinstance(change.after, Entity):
                fresh[change.after.id] = change.after
        return Directory(fresh.values())

    def record(self, entity_id: str) -> Entity | None:
        """What the project says of an entity, if it says anything."""
        return self._by_id.get(entity_id)

    def id_of(self, held: str) -> str:
        """The entity that an annotation means by what it holds: an id, or one merged away."""
        return held if held in self._by_id else self._by_alias.get(held, held)

    def id_from(self, words: str) -> str:
        """The entity that a person means by the words they write, else those words."""
        tidy = " ".join(words.split())
        return tidy if tidy in self._by_id else self._by_name.get(folded(tidy), tidy)

    def entity(self, held: str) -> Entity:
        """The entity that an annotation holds; without a record it goes by its id alone."""
        entity_id = self.id_of(held)
        return self._by_id.get(entity_id) or Entity(entity_id, entity_id)


@dataclass(frozen=True, slots=True)
class Listed:
    """An entity of the project, how many annotations name it, and of which labels."""

    entity: Entity
    uses: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many annotations name it."""
        return sum(self.uses.values())


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an entity stands: labelled by somebody, or only found by its name."""

    article_id: str
    title: str
    span: Span
    before: str
    words: str
    after: str
    annotation: Annotation | None = None


def directory_of(project: Project) -> Directory:
    """The entities that the project says something of."""
    return Directory(records.select(project, Entity))


def listed(project: Project, scheme: Scheme) -> list[Listed]:
    """All entities of the project, by name: those with a record and those only named."""
    known = directory_of(project)
    uses: dict[str, Counter[str]] = {entity.id: Counter() for entity in known}
    for use in entities.uses(project, scheme.entity_attributes):
        uses.setdefault(known.id_of(use.entity), Counter())[use.label] += use.count
    found = [Listed(known.entity(entity_id), counted) for entity_id, counted in uses.items()]
    return sorted(found, key=lambda each: (folded(each.entity.name), each.entity.id))


def set_entity(
    sheet: Sheet,
    scheme: Scheme,
    annotation_id: str,
    words: str,
    *,
    known: Directory,
    attribute_id: str = "",
) -> Draft:
    """Say whom an annotation means, by any name; an unknown name makes a new entity."""
    annotation = annotation_of(sheet, annotation_id)
    attribute = attribute_id or attribute_of(scheme, annotation)
    if not attribute:
        raise UserError("These words name no entity in this scheme. Nothing was changed.")
    entity_id = known.id_from(words)
    if entity_id:
        _check_name(entity_id)
    return set_attribute(sheet, scheme, annotation_id, attribute, entity_id or None)


def attribute_of(scheme: Scheme, annotation: Annotation) -> str:
    """The attribute in which an annotation names its entity; empty where it has none."""
    label = scheme.label(annotation.label)
    attributes = label.attributes if label else ()
    return next((each.id for each in attributes if each.kind == "entity"), "")


def held_by(scheme: Scheme, annotation: Annotation) -> str:
    """What an annotation holds as its entity, as it spells it; empty for nothing."""
    attribute = attribute_of(scheme, annotation)
    return str(annotation.attributes.get(attribute) or "") if attribute else ""


def rename(known: Directory, entity_id: str, name: str, *, others: Iterable[str] = ()) -> Draft:
    """Call an entity otherwise; annotations keep its id. `others` have no record yet.

    Raises:
        UserError: the name cannot be one, or another entity has it.
    """
    tidy = _free_name(known, entity_id, name, others)
    before = known.record(entity_id)
    after = replace(before or Entity(entity_id, entity_id), name=tidy)
    changes = () if after == (before or Entity(entity_id, entity_id)) else (Change(before, after),)
    return Draft("Rename entity", changes)


def set_aliases(
    known: Directory, entity_id: str, aliases: Iterable[str], *, others: Iterable[str] = ()
) -> Draft:
    """Say by which further names an entity goes. `others` have no record yet.

    Raises:
        UserError: one cannot be a name, or another entity has it.
    """
    before = known.record(entity_id)
    entity = before or Entity(entity_id, entity_id)
    wanted = [each for each in aliases if each.strip()]
    tidy = dict.fromkeys(_free_name(known, entity_id, each, others) for each in wanted)
    names = tuple(each for each in tidy if each not in (entity.name, entity.id))
    after = replace(entity, aliases=names)
    return Draft("Set aliases", () if after == entity else (Change(before, after),))


def merge(project: Project, scheme: Scheme, *, merged: str, into: str, annotator: str) -> Draft:
    """Make two entities one: names, annotations and stances of the one go to the other.

    Raises:
        UserError: both are the same already.
    """
    known = directory_of(project)
    kept, gone = known.entity(into), known.entity(merged)
    if kept.id == gone.id:
        raise UserError("These two are the same entity already. Nothing was changed.")
    names = dict.fromkeys((*kept.aliases, *gone.names))
    joined = replace(kept, aliases=tuple(n for n in names if n not in (kept.name, kept.id)))
    record = known.record(gone.id)
    changes = (
        *(removed([record]) if record else ()),
        Change(known.record(kept.id), joined),
        *_rewritten(project, scheme, gone, kept.id, annotator),
        *_restanced(project, gone, kept.id, annotator),
    )
    return Draft(f"Merge {gone.name} into {kept.name}", changes)


def mentions(project: Project, scheme: Scheme, entity_id: str) -> list[Mention]:
    """The annotations of everybody that name an entity, with the words around them."""
    names = directory_of(project).entity(entity_id).names
    found = entities.annotations_naming(project, scheme.entity_attributes, names)
    seen: dict[str, Article] = {}
    for annotation in found:
        if annotation.article_id not in seen:
            seen[annotation.article_id] = articles.get(project, annotation.article_id)
    return [_mention(seen[each.article_id], each.hull, each) for each in found]


def occurrences(project: Project, entity_id: str) -> list[Mention]:
    """The first places in all texts where a name of an entity stands as whole words."""
    names = directory_of(project).entity(entity_id).names
    found: list[Mention] = []
    for article in articles.each(project):
        if REPEAT_OF in article.extra:
            continue
        found += [_mention(article, place, None) for place in places_of(article.text, names)]
        if len(found) >= MOST_PLACES:
            break
    return found[:MOST_PLACES]


def _rewritten(
    project: Project, scheme: Scheme, gone: Entity, into: str, annotator: str
) -> Iterator[Change]:
    names = (gone.id, *gone.aliases)
    naming = scheme.entity_attributes
    for annotation in entities.annotations_naming(project, naming, names):
        if annotation.annotator == annotator:
            renamed = {
                attribute: into
                for attribute, value in annotation.attributes.items()
                if value in names and (annotation.label, attribute) in naming
            }
            attributes = {**annotation.attributes, **renamed}
            yield Change(annotation, replace(annotation, attributes=attributes))


def _restanced(project: Project, gone: Entity, into: str, annotator: str) -> Iterator[Change]:
    """The stances of one annotator under the new name; of two on one cell the first stays."""
    own = records.select(project, Stance, "annotator = ?", (annotator,))
    names = (gone.id, *gone.aliases)
    cells: set[tuple[str, Party | None, Party]] = set()
    for stance in own:
        holder, target = (_renamed(each, names, into) for each in (stance.holder, stance.target))
        after = replace(stance, holder=holder, target=target or stance.target)
        cell = (after.article_id, after.holder, after.target)
        if cell in cells:
            yield Change(stance, None)
        elif after != stance:
            yield Change(stance, after)
        cells.add(cell)


def _renamed(party: Party | None, names: Sequence[str], into: str) -> Party | None:
    return Party(entity=into) if party is not None and party.entity in names else party


def _free_name(known: Directory, entity_id: str, name: str, others: Iterable[str]) -> str:
    tidy = " ".join(name.split())
    _check_name(tidy)
    other = known.id_from(tidy)
    if known.record(other) is None:
        other = next((each for each in others if folded(each) == folded(tidy)), entity_id)
    if other != entity_id:
        raise UserError(
            f"“{known.entity(other).name}” goes by “{tidy}” already. Nothing was changed. "
            "Merge the two, or choose another name."
        )
    return tidy


def _check_name(name: str) -> None:
    if not is_name(name):
        raise UserError(
            "This cannot be a name: it is empty, too long or not on one line. "
            "Nothing was changed. Write it otherwise."
        )


def _mention(article: Article, span: Span, annotation: Annotation | None) -> Mention:
    text = article.text
    before = text[max(0, span.start - _CONTEXT) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _CONTEXT].partition("\n")[0]
    words = annotation.text if annotation else span.cut_from(text)
    return Mention(article.id, article.title, span, before, words, after, annotation)


def created(names: Iterable[str], known: Directory) -> tuple[Change, ...]:
    """The changes that give a record to entities that have none."""
    fresh = dict.fromkeys(name for name in names if known.record(known.id_of(name)) is None)
    return added(Entity(name, name) for name in fresh)
