"""What happens to exceptions nobody expected: a log without article text, and one sentence."""

import traceback
from datetime import UTC, datetime

from annotator.settings import LOG_FILE, home


def in_words(fault: Exception) -> str:
    """Keep in the log where a fault arose, and say what a person can do about it.

    The message of the fault is left out: it may quote an article.
    """
    kind = type(fault).__name__
    return (
        f"A fault that nobody expected stopped this ({kind}). What was saved before is safe. Prove "
        "the project with annotator check; if it is sound, the fault is the program's. "
        f"{_kept(fault, kind)}"
    )


def _kept(fault: Exception, kind: str) -> str:
    log, arose = home() / LOG_FILE, "".join(traceback.format_tb(fault.__traceback__))
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}Z ERROR {kind}\n{arose}{kind}\n")
    except OSError:
        return "Where it arose could not be kept."
    return f"{log} tells where it arose."
