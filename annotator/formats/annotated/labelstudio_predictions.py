"""What models predicted for a task of Label Studio, as suggestions to whoever imports it."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import orjson

from annotator.domain.identity import is_name, name_from
from annotator.domain.span import Span
from annotator.domain.suggestion import Suggestion
from annotator.formats import columns as at
from annotator.formats.annotated.labelstudio_results import Region, Results, results_of
from annotator.formats.foreign_work import ForeignWork, short
from annotator.formats.json_values import Refused

NO_MODEL = "labelstudio"
"""The engine of a prediction that names no model."""
NO_SCORE = 0.5
"""How sure a model is taken to be that does not say."""

_HUNDRED = 100


class Prediction(NamedTuple):
    """What one model left on a task: the engine, how sure it is of all, and its results."""

    engine: str
    score: float | None
    results: Results


def predictions_of(task: Mapping[str, Any]) -> Iterator[Prediction]:
    """The predictions of a task, the latest of each model."""
    listed = task.get("predictions")
    found: dict[str, Prediction] = {}
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, dict):
            model = each.get("model_version")
            engine = model.strip() if isinstance(model, str) else ""
            engine = engine if is_name(engine) else NO_MODEL
            score = _score(each.get("score", each.get("confidence")))
            found[engine] = Prediction(engine, score, results_of(each.get("result")))
    yield from found.values()


def suggestions_of(
    prediction: Prediction, work: ForeignWork
) -> Iterator[Suggestion | tuple[str, Refused]]:
    """A suggestion for each label, or its title and why there is none.

    `work` is nobody's; it proves places.
    """
    results = prediction.results
    for region in results.regions:
        for label in region.labels or ("",):
            try:
                name = work.annotate(
                    label,
                    [(region.start, region.end)],
                    words=region.words,
                    attributes=results.attributes.get(region.id),
                )
            except Refused as refusal:
                on = short(region.words) if region.words else f"[{region.start}, {region.end})"
                yield f"The prediction of {prediction.engine} on {on}", refusal
            else:
                yield _suggestion(prediction, region, work.annotations[name])


def _suggestion(prediction: Prediction, region: Region, row: tuple[Any, ...]) -> Suggestion:
    score = _score(region.score)
    score = prediction.score if score is None else score
    return Suggestion(
        id=name_from(prediction.engine, row[at.ID]),
        article_id=row[at.ARTICLE],
        annotator=row[at.ANNOTATOR],
        engine=prediction.engine,
        label=row[at.LABEL],
        fragments=tuple(Span(*pair) for pair in orjson.loads(row[at.FRAGMENTS])),
        text=row[at.WORDS],
        attributes=orjson.loads(row[at.ATTRIBUTES]),
        confidence=NO_SCORE if score is None else score,
        reason="prediction" if score is not None else "prediction without a score",
    )


def _score(value: object) -> float | None:
    """A score as a share of one; tools that count in hundreds are believed too."""
    try:
        number = float(value) if isinstance(value, int | float | str) else -1.0
    except (ValueError, OverflowError):
        return None
    if isinstance(value, bool) or not 0 <= number <= _HUNDRED:
        return None
    return number if number <= 1 else number / _HUNDRED
