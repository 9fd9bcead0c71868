"""Names of records: new ones, and what may be one."""

import os

LONGEST_NAME = 200

# Persian and Indic words and many emoji are joined or parted by these two.
_JOINERS = str.maketrans("", "", "\u200c\u200d")


def new_id() -> str:
    """A random name of 64 bits, so that two annotators' files can be merged."""
    return os.urandom(8).hex()


def is_name(text: str) -> bool:
    """Whether a text can name something: on one line, to be seen, and not too long."""
    if not 0 < len(text) <= LONGEST_NAME:
        return False
    seen = text if text.isprintable() else text.translate(_JOINERS)
    return seen.isprintable() and bool(seen.strip())


def name_from(*parts: str) -> str:
    """A name made of what a record says, so that the same record gets the same name again."""
    import hashlib  # rarely needed, and not at the start of the window

    name = "-".join(parts)
    return name if is_name(name) else hashlib.sha256(name.encode()).hexdigest()[:16]
