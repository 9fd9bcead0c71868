"""Words of the article as the window quotes them, short and on one line; flags and verdicts."""

from PySide6.QtCore import QCoreApplication

from annotator.domain.annotation import Annotation
from annotator.domain.flag import SENT_BACK, Flag
from annotator.domain.review import ACCEPTED, CONFIRMED_EMPTY, CORRECTED, REJECTED, Verdict
from annotator.domain.scheme import Scheme
from annotator.domain.sheet import Sheet

GAP = " … "
_SINGLE = str.maketrans('“”„"', "‘’‚'")


def words_of(record: Annotation | Flag, sheet: Sheet) -> str:
    """The words of an annotation or flag; parts that do not touch stand apart by an ellipsis."""
    text, words, end = sheet.article.text, "", 0
    for place in record.fragments:
        between = text[end : place.start]
        if words:
            words += GAP if between.strip() else between
        words += place.cut_from(text)
        end = place.end
    return words or record.text


def quotable(words: str, *, most: int) -> str:
    """The same for between quotation marks: marks within become single ones."""
    return shortened(words, most=most).translate(_SINGLE)


def shortened(words: str, *, most: int) -> str:
    """Words on one line of at most so many code points, cut with an ellipsis."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def reason_of(flag: Flag, scheme: Scheme) -> str:
    """The reason of a flag in words."""
    reason = scheme.flag_reason(flag.reason)
    if reason is not None:
        return reason.name
    translate = QCoreApplication.translate
    own = {"objection": translate("Flags", "Objection"), SENT_BACK: translate("Flags", "Sent back")}
    return own.get(flag.reason, flag.reason)


def judged(verdict: Verdict, reason: str) -> str:
    """A verdict, and a reason where there is one."""
    names = {
        ACCEPTED: _judgement("Accepted"),
        CORRECTED: _judgement("Corrected"),
        REJECTED: _judgement("Rejected"),
        CONFIRMED_EMPTY: _judgement("Rightly left empty"),
    }
    word = names.get(verdict.verdict, verdict.verdict)
    return f"{word}: {reason_name(reason)}" if reason else word


def reason_name(code: str) -> str:
    """The code of a reason in words; what an editor wrote stands as it is."""
    names = {
        "guideline": _judgement("the guidelines say otherwise"),
        "too_long": _judgement("too many words"),
        "too_short": _judgement("too few words"),
        "wrong_label": _judgement("another label"),
        "wrong_value": _judgement("another value"),
        "missed": _judgement("missed"),
        "not_there": _judgement("nothing to label here"),
        "wrong_link": _judgement("another link"),
        "unclear_rule": _judgement("the guidelines are not clear"),
        "careless": _judgement("a slip"),
        "other": _judgement("another reason"),
    }
    return names.get(code, code.replace("_", " "))


def _judgement(source: str) -> str:
    return QCoreApplication.translate("Outcomes", source)
