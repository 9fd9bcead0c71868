"""The one kind of error that a person can act on."""


class UserError(Exception):
    """A refusal in words: what happened, what is safe, what to do.

    The window shows it in the status line or beside the field; a command prints it and ends
    with exit code 1. Every other exception is a fault of the program.
    """
