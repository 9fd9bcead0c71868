"""Format `classification`: one line per sentence, claim or article, with its label as a number.

What is classified is a rule of the export (`--classify`):

- `labels`, the usual one: each sentence with the labels that stand in it, none being a negative
  example. Sentences that touch boilerplate are left out unless it is kept.
- an attribute, such as `check_worthiness` or `polarity`: each annotation that may have it, with its
  value; `text` is its words, `sentence` what stands around it, and `from` and `to` where they stand
  in it. One without a value is left out: nobody has judged it yet.
- an article label, such as `genre`: each article with its value; `text` is all of it.

Numbers point into the names that the card's head gives, so that `load_dataset` on the folder knows
them. `group` names the cluster or article, for splits of one's own.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from annotator.domain.annotation import Annotation
from annotator.domain.attribute import Value
from annotator.domain.errors import UserError
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.formats.datasets.derived import (
    BASE_FEATURES,
    DerivedWriter,
    Made,
    Record,
    Surroundings,
    base,
    names_of,
    numbers,
    strings,
)
from annotator.formats.datasets.proof import Fact, places_of
from annotator.formats.datasets.work import BOILERPLATE, Setting, Work

SENTENCE, LABELLED, ARTICLE = "sentence", "annotation", "article"
LABELS = "labels"


class Writer(DerivedWriter):
    """Texts and their labels, by one of three rules."""

    def __init__(self, folder: Any, setting: Setting) -> None:
        super().__init__(folder, setting)
        self._rule, self._names = _rule(setting)

    def records_of(self, work: Work) -> Iterator[Made]:
        """The records of a work, by the rule."""
        if self._rule == SENTENCE:
            return self._sentences(work)
        return self._annotations(work) if self._rule == LABELLED else self._article(work)

    def _sentences(self, work: Work) -> Iterator[Made]:
        near = Surroundings(work.article.text)
        there: list[set[str]] = [set() for _ in near.sentences]
        for place, label in ((p, e.label) for e in work.annotations for p in e.fragments):
            for number in near.touched(place):
                there[number].add(label)
        dropped = work.boilerplate if self.setting.drops_boilerplate else ()
        left_out = {number for place in dropped for number in near.touched(place)}
        for number, (sentence, said) in enumerate(zip(near.sentences, there, strict=True)):
            if number in left_out:
                continue
            labels = [name for name in self._names if name in said]
            record = _placed(work, sentence) | {"labels": [*map(self._names.index, labels)]}
            yield Made(record, self._fact(work, sentence, " ".join(labels)))

    def _annotations(self, work: Work) -> Iterator[Made]:
        near = Surroundings(work.article.text)
        for each in work.annotations:
            value = each.attributes.get(self.setting.classify)
            if value in self._names and not self.is_dropped(work, each):
                name = str(value)
                yield Made(
                    self._annotation(work, each, name, near), _annotation_fact(work, each, name)
                )

    def _annotation(self, work: Work, each: Annotation, name: str, near: Surroundings) -> Record:
        sentence = near.around(*each.fragments)
        return _placed(work, each.hull) | {
            "id": f"{work.article.id}:{work.annotator}:{each.id}",
            "text": each.text,
            "fragments": places_of(each),
            "sentence": sentence.cut_from(work.article.text),
            "from": each.start - sentence.start,
            "to": each.end - sentence.start,
            "label": self._names.index(name),
        }

    def _article(self, work: Work) -> Iterator[Made]:
        for each in work.labels:
            if each.label == self.setting.classify and each.value in self._names:
                whole = Span(0, len(work.article.text))
                title = {"title": work.article.title, "label": self._names.index(each.value)}
                yield Made(_placed(work, whole) | title, self._fact(work, whole, each.value))

    def _fact(self, work: Work, place: Span, label: str) -> Fact:
        where, words = ((place.start, place.end),), place.cut_from(work.article.text)
        return Fact(self._rule, work.article.id, work.annotator, label, where, words)

    def fact_in(self, record: Mapping[str, Any]) -> Fact:
        """A text and its label."""
        places = record.get("fragments", [(record["start"], record["end"])])
        held = record["labels"] if self._rule == SENTENCE else [record["label"]]
        label = " ".join(self._names[number] for number in held)
        where = tuple((start, end) for start, end in places)
        article, annotator = record["article"], record["annotator"]
        return Fact(self._rule, article, annotator, label, where, record["text"])

    @cached_property
    def _own_features(self) -> list[dict[str, Any]]:
        names = names_of(self._names)
        if self._rule == SENTENCE:
            return [{"name": "labels", "list": names}]
        if self._rule == ARTICLE:
            return [*strings("title"), {"name": "label", "dtype": names}]
        fragments = {"name": "fragments", "list": {"list": "int64"}}
        within = [*strings("sentence"), *numbers("from", "to")]
        return [fragments, *within, {"name": "label", "dtype": names}]

    @property
    def features(self) -> list[dict[str, Any]]:
        """The columns, with the names of the labels."""
        shared = [*strings("id"), *BASE_FEATURES, *strings("text"), *numbers("start", "end")]
        return [*shared, *self._own_features]

    @property
    def options(self) -> dict[str, object]:
        """What is classified."""
        return {"classify": self.setting.classify, "names": list(self._names)}

    @property
    def notes(self) -> tuple[str, ...]:
        """What one record is."""
        if self._rule == SENTENCE:
            return ("One record per sentence; one without labels is a negative example.",)
        return (f"One record per {self._rule}, with its {self.setting.classify}.",)


def _placed(work: Work, place: Span) -> Record:
    return base(work) | {
        "id": f"{work.article.id}:{work.annotator}:{place.start}",
        "start": place.start,
        "end": place.end,
        "text": place.cut_from(work.article.text),
    }


def _annotation_fact(work: Work, each: Annotation, name: str) -> Fact:
    words = " ".join(place.cut_from(work.article.text) for place in each.fragments)
    return Fact(LABELLED, work.article.id, work.annotator, name, places_of(each), words)


def _rule(setting: Setting) -> tuple[str, tuple[str, ...]]:
    """What is classified, and the names of the classes."""
    wanted, scheme = setting.classify, setting.scheme
    if wanted == LABELS:
        return SENTENCE, tuple(each for each in setting.labels if each != BOILERPLATE)
    values = _values_of_attribute(scheme, wanted)
    if values:
        return LABELLED, tuple(dict.fromkeys(value.id for value in values))
    kind = scheme.article_label(wanted)
    if kind is not None:
        return ARTICLE, tuple(value.id for value in kind.values)
    raise UserError(
        f"The scheme has no attribute or article label “{wanted}” with values. Nothing was "
        f"exported. Choose --classify labels, or one of: {', '.join(_choices(scheme))}."
    )


def _values_of_attribute(scheme: Scheme, attribute_id: str) -> list[Value]:
    found = (label.attribute(attribute_id) for label in scheme.labels)
    return [v for each in found if each is not None and each.kind == "choice" for v in each.values]


def _choices(scheme: Scheme) -> list[str]:
    attributes = {a.id for label in scheme.labels for a in label.attributes if a.kind == "choice"}
    return sorted(attributes | {each.id for each in scheme.article_labels})
