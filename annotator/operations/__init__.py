"""Everything a person can do, one function each.

An operation on an article takes a `Sheet` (one annotator's work on it, as it stands) and returns
a `Draft`: the changes it wants, under a name. It reads no disk and writes none. So the window
shows a change in the frame of the key, a slow disk cannot hold it up, and a test needs no file.
What cannot be done raises `UserError`, in words, and has changed nothing.
`writing.commit` puts a draft into the journal, at once for commands, in a thread of its own for
the window. Rejected: operations that write by themselves (the window would wait for the disk, or
show guesses of its own).
"""
