"""Editors' judgements on annotators' work."""

from typing import ClassVar

from annotator.dataclass import dataclass

ACCEPTED, CORRECTED, REJECTED = "accepted", "corrected", "rejected"
CONFIRMED_EMPTY = "confirmed_empty"
VERDICTS = (ACCEPTED, CORRECTED, REJECTED, CONFIRMED_EMPTY)

BOUNDARY, LABEL, ATTRIBUTE, MISSING, LINK = "boundary", "label", "attribute", "missing", "link"
KINDS = (BOUNDARY, LABEL, ATTRIBUTE, MISSING, LINK)
"""How annotators differ: in the words, the label, a value, whether at all, a relation."""

AGREED, TAKEN, MERGED, NEITHER = "agreed", "taken", "merged", "neither"
MAJORITY, EDITED, UNSAMPLED = "majority", "edited", "unsampled"
"""What became of a difference; `unsampled` came through unseen, because a sample was looked at."""

REASONS = (
    "guideline", "too_long", "too_short", "wrong_label", "wrong_value", "missed", "not_there",
    "wrong_link", "unclear_rule", "careless", "other",
)  # fmt: skip
"""Why an editor decided so, or sends work back; a kind of difference stands for none of these."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """An editor's judgement on one annotation or on its absence, with a reason code.

    `annotator` names whose work is judged, `by` the editor.
    """

    kind: ClassVar[str] = "verdict"

    id: str
    article_id: str
    annotator: str
    target_id: str | None
    label: str
    verdict: str
    reason: str = ""
    by: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.article_id, self.annotator, self.id)


@dataclass(frozen=True, slots=True)
class Side:
    """What one annotator had where a decision was made; no annotation: they had none.

    `digest` stands for everything that was compared, so that a later change is seen.
    """

    annotator: str
    annotation_id: str | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor settled where annotators agreed or differed, and under which guidelines.

    `kinds` says how they differed, `choice` what was done; `taken` names whose work, if one's.
    `label` is that of the annotations, or with `is_of_article` the label on the whole article.
    `results` are the ids of what is in the layer `gold` because of it, none after *neither*.
    """

    kind: ClassVar[str] = "decision"

    id: str
    article_id: str
    label: str
    kinds: tuple[str, ...]
    choice: str
    taken: str = ""
    reason: str = ""
    by: str = ""
    scheme: str = ""
    revision: int = 0
    sides: tuple[Side, ...] = ()
    results: tuple[str, ...] = ()
    is_of_article: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this record from others of its kind."""
        return (self.article_id, self.id)
