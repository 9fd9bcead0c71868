"""Words of the article as they are quoted in the window, short and on one line; and of flags."""

from PySide6.QtCore import QCoreApplication

from annotator.domain.annotation import Annotation
from annotator.domain.flag import SENT_BACK, Flag
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
