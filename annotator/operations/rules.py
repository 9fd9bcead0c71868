"""Flags that the rules of the scheme raise: with each step, for what the step touches.

What is raised follows from a sheet, its article and the scheme alone. A step comes with what it
raises and closes, so that undoing it takes that back too. A rule's flag has an id made of its
reason and of what it is about: raised again it is the same flag, and one that an editor settled
or dismissed stays closed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from annotator.domain.annotation import Annotation
from annotator.domain.article import Article
from annotator.domain.change import Change, Draft, added, removed
from annotator.domain.flag import BY_RULE, CLOSED, FIXED, OPEN, Flag
from annotator.domain.identity import name_from
from annotator.domain.json import Json
from annotator.domain.people import GOLD
from annotator.domain.relation import ATTRIBUTED_TO, HELD_BY, SHOWN_BY, Relation
from annotator.domain.scheme import Label, Rule, Scheme
from annotator.domain.sheet import Sheet
from annotator.text.finding import folded, spans_of
from annotator.text.signs import SIGNS

CHECK = "Check by the rules"
"""What a step is called that only raises and closes flags."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules of a scheme by what they are asked of."""

    of_label: Mapping[str, tuple[Rule, ...]]
    of_relation: Mapping[str, tuple[Rule, ...]]
    of_voice: frozenset[str]
    """The labels with rules that ask whose voice it is."""


def settled(sheet: Sheet, scheme: Scheme, draft: Draft) -> Draft:
    """The draft with the flags that it raises and closes on the sheet it is made on."""
    rules = _rules_of(scheme)
    if sheet.annotator == GOLD or not (rules.of_label or rules.of_relation):
        return draft
    touched = _touched(sheet, draft)
    if _is_dated_otherwise(sheet, draft):
        touched |= set(sheet.annotations)
    if not touched:
        return draft
    after = sheet.after(draft.changes)
    around = _with_dependents(after, rules, touched)
    changes = (*_gone(sheet, after, touched), *_reconciled(after, scheme, around))
    return draft.joined_with(Draft(draft.operation, changes)) if changes else draft


def undone(sheet: Sheet, scheme: Scheme, draft: Draft) -> Draft:
    """A draft that takes a step back, where somebody wrote in the flags that the step raised.

    What became of those flags stands; the rules say anew what holds.
    """
    flags = dict(sheet.flags)
    kept = tuple(each for each in draft.changes if _still_holds(each, sheet, flags))
    after = sheet.after(kept)
    has_orphan = any(
        flag.is_by_rule and flag.target_id is not None and flag.target_id not in after.annotations
        for flag in after.flags.values()
    )
    if len(kept) == len(draft.changes) and not has_orphan:
        return draft
    return settled(sheet, scheme, replace(draft, changes=kept))


def _still_holds(change: Change, sheet: Sheet, flags: dict[str, Flag]) -> bool:
    """Whether a change finds the rule's flag that it expects; `flags` follows the changes."""
    flag = change.record
    if not isinstance(flag, Flag) or not flag.is_by_rule or not sheet.concerns(flag):
        return True
    if flags.get(flag.id) != change.before:
        return False
    if isinstance(change.after, Flag):
        flags[flag.id] = change.after
    else:
        flags.pop(flag.id, None)
    return True


def checked(sheet: Sheet, scheme: Scheme) -> Draft:
    """Raise and close the flags of a whole sheet, such as one that was imported."""
    sheet.sort_relations()
    return Draft(CHECK, _reconciled(sheet, scheme, set(sheet.annotations)))


def may_touch(scheme: Scheme, draft: Draft, article_id: str, annotator: str) -> bool:
    """Whether a draft may raise or close flags in an article; most labels do not."""
    own = (article_id, annotator)
    return any(
        _may_matter(scheme, change)
        for change in draft.changes
        if isinstance(change.record, Annotation | Relation) and change.record.key[:2] == own
    )


def may_catch(scheme: Scheme, label_id: str, attributes: Mapping[str, Json]) -> bool:
    """Whether any rule can hold for annotations with a label and attributes."""
    label = scheme.label(label_id)
    rules = _rules_of(scheme).of_label.get(label_id, ())
    return label is not None and any(rule.fits(label, attributes) for rule in rules)


def raised(sheet: Sheet, scheme: Scheme, annotation_ids: Iterable[str]) -> dict[str, Flag]:
    """The flags that the rules raise on some annotations, and on relations from them, by id."""
    rules = _rules_of(scheme)
    found: dict[str, Flag] = {}
    for annotation_id in annotation_ids:
        annotation = sheet.annotations.get(annotation_id)
        if annotation is None:
            continue
        for rule in _caught(sheet, scheme, annotation):
            flag = _flag(sheet, rule, annotation.id, about=annotation.id)
            found.setdefault(flag.id, flag)
        for relation in sheet.relations_of(annotation.id) if rules.of_relation else ():
            if relation.from_id == annotation.id and relation.article_id == sheet.article.id:
                for rule in rules.of_relation.get(relation.label, ()):
                    flag = _flag(sheet, rule, annotation.id, about=f"relation-{relation.id}")
                    found.setdefault(flag.id, flag)
    return found


_known: list[tuple[Scheme, _Rules]] = []


def _rules_of(scheme: Scheme) -> _Rules:
    """The rules of a scheme, sorted once; to hash a scheme would take longer than to ask it."""
    for known, rules in _known:
        if known is scheme:
            return rules
    _known.insert(0, (scheme, _sorted_rules(scheme)))
    del _known[4:]
    return _known[0][1]


def _sorted_rules(scheme: Scheme) -> _Rules:
    of_label: dict[str, tuple[Rule, ...]] = {}
    of_relation: dict[str, tuple[Rule, ...]] = {}
    for rule in scheme.rules:
        table, name = (of_label, rule.label) if rule.label else (of_relation, rule.relation)
        table[name] = (*table.get(name, ()), rule)
    voiced = frozenset(rule.label for rule in scheme.rules if rule.voice)
    return _Rules(of_label, of_relation, voiced)


def _caught(sheet: Sheet, scheme: Scheme, annotation: Annotation) -> Iterator[Rule]:
    """The rules on labels that hold for an annotation."""
    label = scheme.label(annotation.label)
    rules = _rules_of(scheme).of_label.get(annotation.label, ())
    if label is None or not rules:
        return
    likely = [rule for rule in rules if _fits_alone(rule, label, annotation)]
    if not likely:
        return
    touching = sheet.relations_of(annotation.id)
    names = frozenset(each.label for each in touching)
    for rule in likely:
        if (
            (not rule.having or rule.having in names)
            and rule.without not in names
            and not (rule.undated and sheet.article.published)
            and _fits_words(rule, sheet, annotation)
            and _fits_related(rule, scheme, sheet, annotation, touching)
            and (not rule.voice or _is_authors(sheet, annotation))
        ):
            yield rule


def _fits_alone(rule: Rule, label: Label, annotation: Annotation) -> bool:
    """What can be told from the attributes and words of an annotation: most rules end here."""
    if not rule.fits(label, annotation.attributes):
        return False
    return not rule.mentions or _mentions(rule.mentions, annotation.text)


def _mentions(phrases: tuple[str, ...], words: str) -> bool:
    text = folded(words)
    return any(folded(each) in text and spans_of(words, each) for each in phrases)


def _fits_words(rule: Rule, sheet: Sheet, annotation: Annotation) -> bool:
    if not rule.shows:
        return True
    return any(SIGNS[rule.shows](sheet.article.text, each) for each in annotation.fragments)


def _fits_related(
    rule: Rule,
    scheme: Scheme,
    sheet: Sheet,
    annotation: Annotation,
    touching: Iterable[Relation],
) -> bool:
    """Whether all annotations at the other ends of `having` are as the rule says."""
    if not rule.related:
        return True
    for relation in touching:
        if relation.label != rule.having or relation.is_between_articles:
            continue
        other = sheet.annotations.get(_other_end(relation, annotation.id))
        label = scheme.label(other.label) if other else None
        if other is None or label is None or not rule.accepts(label, other.attributes):
            return False
    return True


def _is_authors(sheet: Sheet, annotation: Annotation) -> bool:
    """Whether nobody but the author is credited with some words, or with the attitude in them."""
    for relation in sheet.relations_of(annotation.id):
        if relation.label == SHOWN_BY:
            holder = sheet.relations_of(_other_end(relation, annotation.id))
            if any(each.label == HELD_BY for each in holder):
                return False
    place = annotation.hull
    return not any(
        other.id != annotation.id
        and other.hull.contains(place)
        and any(each.label == ATTRIBUTED_TO and each.from_id == other.id for each in told)
        for other, told in _around(sheet, annotation)
    )


def _around(sheet: Sheet, annotation: Annotation) -> Iterator[tuple[Annotation, list[Relation]]]:
    for other in sheet.annotations.values():
        if other.start <= annotation.start and other.end >= annotation.end:
            yield other, sheet.relations_of(other.id)


def _flag(sheet: Sheet, rule: Rule, target_id: str, *, about: str) -> Flag:
    return Flag(
        id=name_from("rule", rule.flag, about),
        article_id=sheet.article.id,
        annotator=sheet.annotator,
        target_id=target_id,
        reason=rule.flag,
        raised_by=rule.id,
        severity=rule.severity,
        origin=BY_RULE,
    )


def _touched(sheet: Sheet, draft: Draft) -> set[str]:
    """The annotations of the sheet that a draft changes, or joins, or parts."""
    ids: set[str] = set()
    for change in draft.changes:
        record = change.record
        if isinstance(record, Annotation) and sheet.concerns(record):
            ids.add(record.id)
        elif isinstance(record, Relation) and sheet.concerns(record):
            ids |= {
                end
                for article_id, end in (
                    (record.article_id, record.from_id),
                    (record.to_article_id, record.to_id),
                )
                if article_id == sheet.article.id
            }
    return ids


def _is_dated_otherwise(sheet: Sheet, draft: Draft) -> bool:
    """Whether the article gets or loses its date, which some rules ask for."""
    return any(
        isinstance(change.before, Article)
        and isinstance(change.after, Article)
        and change.after.id == sheet.article.id
        and bool(change.before.published) != bool(change.after.published)
        for change in draft.changes
    )


def _with_dependents(after: Sheet, rules: _Rules, touched: set[str]) -> set[str]:
    """The touched annotations, and those whose rules ask about them."""
    found = set(touched)
    for annotation_id in touched:
        for relation in after.relations_of(annotation_id):
            if not relation.is_between_articles:
                found |= {relation.from_id, relation.to_id}
    if rules.of_voice:
        places = [each.hull for name in touched if (each := after.annotations.get(name))]
        found |= {
            each.id
            for each in after.annotations.values()
            if each.label in rules.of_voice and any(p.overlaps(each.hull) for p in places)
        }
    return found


def _gone(before: Sheet, after: Sheet, touched: set[str]) -> tuple[Change, ...]:
    """A rule's flags on annotations that are no more: closed if somebody wrote in them."""
    changes: list[Change] = []
    for annotation_id in touched - set(after.annotations):
        annotation = before.annotations.get(annotation_id)
        for flag in before.flags_of(annotation_id):
            now = after.flags.get(flag.id)
            if now is None or not now.is_by_rule or annotation is None:
                continue
            if not (now.messages or now.grounds):
                changes += removed([now])
                continue
            closed = now if now.state == CLOSED else _fixed(now)
            loose = replace(
                closed, target_id=None, fragments=annotation.fragments, text=annotation.text
            )
            changes += [Change(now, loose)] if loose != now else []
    return tuple(changes)


def _reconciled(after: Sheet, scheme: Scheme, around: set[str]) -> tuple[Change, ...]:
    """What makes the flags on some annotations those that the rules raise."""
    wanted = raised(after, scheme, sorted(around))
    there = around & set(after.annotations)
    held = [flag for flag in after.flags.values() if flag.is_by_rule and flag.target_id in there]
    changes = [Change(flag, _fixed(flag)) for flag in held if flag.id not in wanted and _open(flag)]
    for flag in wanted.values():
        known = after.flags.get(flag.id)
        if known is None and not _is_asked(after, flag):
            changes += added([flag])
        elif known is not None and known.state == CLOSED and known.outcome == FIXED:
            changes.append(Change(known, replace(known, state=OPEN, outcome="")))
    return tuple(changes)


def _may_matter(scheme: Scheme, change: Change) -> bool:
    """Whether a change can raise or close anything; a fresh label that no rule catches cannot."""
    record = change.record
    if not isinstance(record, Annotation) or change.before is not None:
        return True
    label = scheme.label(record.label)
    rules = _rules_of(scheme).of_label.get(record.label, ())
    return label is not None and any(
        not rule.having and _fits_alone(rule, label, record) for rule in rules
    )


def _fixed(flag: Flag) -> Flag:
    return replace(flag, state=CLOSED, outcome=FIXED)


def _is_asked(sheet: Sheet, flag: Flag) -> bool:
    """Whether a person asks the same of the same annotation already."""
    return any(
        each.reason == flag.reason and _open(each) and not each.is_by_rule
        for each in sheet.flags_of(flag.target_id or "")
    )


def _open(flag: Flag) -> bool:
    return flag.state != CLOSED


def _other_end(relation: Relation, annotation_id: str) -> str:
    return relation.to_id if relation.from_id == annotation_id else relation.from_id
