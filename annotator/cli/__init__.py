"""The commands: what the window does, for scripts and for machines without a display.

Each module makes one command and is imported when that command runs, so `annotator --help` costs
no database and no JSON library. Commands read through `storage` and write through `operations`
only. What a person wants to keep goes to standard output, everything else to standard error.
"""
