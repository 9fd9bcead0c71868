"""Running engines on articles, and keeping what they propose until somebody decides."""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft, added
from annotator.domain.errors import UserError
from annotator.domain.people import REPEAT_OF
from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span, words
from annotator.domain.suggestion import REJECTED, Suggestion
from annotator.operations.annotate import check_beside, fitted
from annotator.operations.paging import CHECK
from annotator.storage import repeated
from annotator.storage.project import Project
from annotator.suggestions.boilerplate import LABEL as BOILERPLATE
from annotator.suggestions.boilerplate import is_shareable
from annotator.suggestions.engines import ENGINES, Engine
from annotator.suggestions.material import EarlierLabel, Material, Offer

LEAST_SHARED = 3
"""In how many articles of an outlet a line must stand to be taken for its page's own."""

_SHORTEST_SENTENCE = 20
_LEAST_SHARE = 0.5
_MARKUP = ("markup", "code")
# An editor judged one claim in its place; that says nothing of the same words elsewhere.
_NOT_CARRIED = frozenset(("verdict",))

Earlier = Mapping[str, Sequence[EarlierLabel]]


def engine_of(name: str) -> Engine:
    """An engine by its name, or a refusal in words."""
    if name not in ENGINES:
        known = ", ".join(ENGINES)
        raise UserError(f"There is no engine “{name}”. Nothing was changed. There are: {known}.")
    return ENGINES[name]


@dataclass(slots=True)
class Proposer:
    """Runs engines for one annotator; what it learns of the project once, it keeps."""

    project: Project
    scheme: Scheme
    annotator: str
    _earlier: Earlier | None = field(default=None, init=False)

    def run(self, sheet: Sheet, engines: Iterable[str]) -> list[Draft]:
        """A draft for each engine that has something new to propose on an article."""
        drafts: list[Draft] = []
        for name in engines:
            offers = engine_of(name).propose(self._material(sheet, engine_of(name)))
            draft = proposed(sheet, self.scheme, name, offers)
            if draft.changes:
                drafts.append(draft)
                sheet = sheet.after(draft.changes)
        return drafts

    def _material(self, sheet: Sheet, engine: Engine) -> Material:
        shared = shared_lines(self.project, sheet) if engine.needs_shared_lines else frozenset()
        # What somebody said the first time must not be put into their mouth the second time.
        is_repeat = REPEAT_OF in sheet.article.extra
        earlier = self._elsewhere() if engine.needs_earlier and not is_repeat else {}
        return material_of(sheet, self.scheme, shared_lines=shared, earlier=earlier)

    def _elsewhere(self) -> Earlier:
        if self._earlier is None:
            self._earlier = _earlier_labels(self.project, self.annotator)
        return self._earlier


def shared_lines(project: Project, sheet: Sheet) -> frozenset[str]:
    """The lines that several articles of the same outlet have."""
    return repeated.shared_lines(
        project, sheet.article, least=LEAST_SHARED, is_shareable=is_shareable
    )


def _earlier_labels(project: Project, annotator: str) -> Earlier:
    """By sentence, what an annotator labelled in most of its places."""
    seen: Counter[str] = Counter()
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, sentence, inside in repeated.labelled_sentences(project, annotator):
        if len(sentence) >= _SHORTEST_SENTENCE:
            seen[sentence] += 1
            labels[sentence].update(
                {_written(each, start) for start, each in inside if not _is_copy(each)}
            )
    return {
        sentence: [
            _earlier(written, number / seen[sentence])
            for written, number in sorted(counted.items())
            if number >= _LEAST_SHARE * seen[sentence]
        ]
        for sentence, counted in labels.items()
        if counted
    }


def material_of(
    sheet: Sheet,
    scheme: Scheme,
    *,
    shared_lines: frozenset[str] = frozenset(),
    earlier: Earlier | None = None,
) -> Material:
    """An article as engines read it; sources that are linked already are asked for no more."""
    linked = {
        relation.from_id for relation in sheet.relations.values() if _is_credited(relation, sheet)
    }
    return Material(
        text=sheet.article.text,
        language=sheet.article.language or "en",
        annotations=[each for each in sheet.annotations.values() if each.id not in linked],
        boilerplate=_boilerplate_of(sheet) if scheme.label(BOILERPLATE) else (),
        markup=[part.span for part in sheet.article.structure if part.kind in _MARKUP],
        shared_lines=shared_lines,
        earlier=earlier or {},
    )


def _is_credited(relation: Relation, sheet: Sheet) -> bool:
    return relation.label == "attributed_to" and relation.article_id == sheet.article.id


def _boilerplate_of(sheet: Sheet) -> list[Span]:
    """What is no part of the article by label or by a proposal that nobody rejected."""
    labelled: list[Annotation | Suggestion] = [*sheet.annotations.values()]
    labelled += [
        each
        for each in sheet.suggestions.values()
        if each.fate != REJECTED and each.engine != CHECK
    ]
    return sorted({span for e in labelled if e.label == BOILERPLATE for span in e.fragments})


def proposed(sheet: Sheet, scheme: Scheme, engine: str, offers: Iterable[Offer]) -> Draft:
    """The draft that keeps what is new of some offers as open suggestions.

    Left out are those that were proposed before, whatever became of them, and those that the
    annotator could not take: labels that the scheme lacks, words that are labelled so already.
    """
    known = {each.matter for each in sheet.suggestions.values()}
    rejected = [each for each in sheet.suggestions.values() if each.fate == REJECTED]
    fresh: list[Suggestion] = []
    for suggestion in _suggestions(sheet, scheme, engine, offers):
        is_known = suggestion.matter in known or _was_rejected(suggestion, rejected)
        if not is_known and _may_stand(sheet, scheme, suggestion):
            known.add(suggestion.matter)
            fresh.append(suggestion)
    name = f"Suggest {len(fresh)} label{'' if len(fresh) == 1 else 's'} ({engine})"
    return Draft(name, added(fresh), is_undoable=False)


def still_new(sheet: Sheet, scheme: Scheme, draft: Draft) -> Draft:
    """What of a draft of suggestions can be kept on a sheet that has changed meanwhile."""
    known = {each.matter for each in sheet.suggestions.values()}
    changes = tuple(
        change
        for change in draft.changes
        if isinstance(suggestion := change.record, Suggestion)
        and suggestion.matter not in known
        and _may_stand(sheet, scheme, suggestion)
    )
    return replace(draft, changes=changes)


def _suggestions(
    sheet: Sheet, scheme: Scheme, engine: str, offers: Iterable[Offer]
) -> Iterator[Suggestion]:
    for offer in offers:
        label = scheme.label(offer.label)
        if label is None:
            continue
        try:
            places = fitted(sheet, offer.fragments)
        except UserError:
            continue
        attributes = {
            name: value
            for name, value in offer.attributes.items()
            if (attribute := label.attribute(name)) and attribute.problem_with(value) is None
        }
        link = offer.link if offer.link and scheme.relation(offer.link.relation) else None
        suggestion = Suggestion(
            id="-",
            article_id=sheet.article.id,
            annotator=sheet.annotator,
            engine=engine,
            label=label.id,
            fragments=places,
            text=words(sheet.article.text, places),
            attributes=attributes,
            link=link,
            confidence=round(offer.confidence, 3),
            reason=offer.reason,
        )
        # Named by what it proposes, so that two copies of a project name it alike.
        yield replace(suggestion, id=_identity(suggestion))


def _identity(suggestion: Suggestion) -> str:
    return hashlib.sha256(repr(suggestion.matter).encode()).hexdigest()[:16]


def _was_rejected(suggestion: Suggestion, rejected: Iterable[Suggestion]) -> bool:
    """Whether the same engine was told no about these words, with a place that differs a little."""
    return any(
        each.engine == suggestion.engine
        and each.label == suggestion.label
        and (each.link and each.link.far_id) == (suggestion.link and suggestion.link.far_id)
        and each.hull.overlaps(suggestion.hull)
        for each in rejected
    )


def _may_stand(sheet: Sheet, scheme: Scheme, suggestion: Suggestion) -> bool:
    annotation = Annotation(
        suggestion.id,
        suggestion.article_id,
        suggestion.annotator,
        suggestion.label,
        suggestion.fragments,
        suggestion.text,
    )
    if _is_labelled(sheet, annotation):
        return suggestion.link is not None and suggestion.link.is_from
    try:
        check_beside(sheet, scheme, annotation)
    except UserError:
        return False
    return True


def _is_labelled(sheet: Sheet, annotation: Annotation) -> bool:
    return any(
        each.label == annotation.label and each.fragments == annotation.fragments
        for each in sheet.annotations.values()
    )


def _is_copy(annotation: Annotation) -> bool:
    """Whether it is the second place of a sentence that is content in its first."""
    kind = annotation.attributes.get("boilerplate_kind")
    return annotation.label == BOILERPLATE and kind == "pull_quote"


def _written(annotation: Annotation, start: int) -> str:
    """A label as text that can be counted, its fragments from the beginning of the sentence."""
    attributes = {k: v for k, v in annotation.attributes.items() if k not in _NOT_CARRIED}
    places = [[each.start - start, each.end - start] for each in annotation.fragments]
    return json.dumps([annotation.label, places, attributes], sort_keys=True)


def _earlier(written: str, share: float) -> EarlierLabel:
    label, places, attributes = json.loads(written)
    return EarlierLabel(label, tuple(Span(*place) for place in places), attributes, share)
