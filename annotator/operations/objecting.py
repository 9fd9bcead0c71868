"""Objecting to what an editor decided about one's work: once for each decision."""

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft, added
from annotator.domain.errors import UserError
from annotator.domain.flag import Flag, Message
from annotator.storage.outcomes import Outcome, objection_name

OBJECTION = "objection"
"""The reason of a flag that asks an editor to look at a decision again."""


def object_to(outcome: Outcome, *, by: str, text: str) -> Draft:
    """Put a decision before the editors again, as a flag on what one had said, or on the words.

    Raises:
        UserError: there is an objection already, or no words say what is wrong.
    """
    said = text.strip()
    if outcome.objection is not None:
        raise UserError(
            "You objected to this decision already. Nothing was changed. "
            "The conversation goes on in the article: M answers the flag."
        )
    if not said:
        raise UserError("Say what is wrong with the decision. Nothing was changed.")
    own, final = outcome.own, outcome.final
    about = final if isinstance(final, Annotation) and own is None else None
    flag = Flag(
        id=objection_name(outcome.decision.id),
        article_id=outcome.article_id,
        annotator=by,
        target_id=own.id if isinstance(own, Annotation) else None,
        reason=OBJECTION,
        raised_by=by,
        messages=(Message(by, said),),
        fragments=about.fragments if about else (),
        text=about.text if about else "",
    )
    return Draft("Object to a decision", added([flag]))
