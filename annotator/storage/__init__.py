"""The project file: one SQLite database, and the only code that knows it is one.

Why a journal. Each action is one row of the table `journal`: who, when, what it is called, and
every record before and after. The rows of a device are numbered without gaps and chained by
SHA-256. The journal is the truth; the tables `annotation`, `relation` … are a cache of it, written
in the same transaction, and `check` rebuilds and compares them. Undo, history, audit and later
merging all read the journal. Rejected: undo in memory (lost on closing), one table of versions
per record (an action that touches three records would have no single row), triggers that write
the history (they do not know the action).

Article texts and the bytes they were read from lie in `content` under their SHA-256: immutable,
proved by their own name, so the journal refers to them instead of repeating them.

Why one SQLite library. Two libraries on one file in one process, or even a plain `open()` of it,
drop each other's locks and lose committed rows without a word. `storage.sqlite` exports the one.
"""
