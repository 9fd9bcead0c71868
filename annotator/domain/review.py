"""Editors' judgements on annotators' work."""

from typing import ClassVar

from annotator.dataclass import dataclass

VERDICTS = ("accepted", "corrected", "rejected", "confirmed_empty")


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
