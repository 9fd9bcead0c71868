"""Names for new records."""

import secrets


def new_id() -> str:
    """A random name of 64 bits, so that two annotators' files can be merged."""
    return secrets.token_hex(8)
