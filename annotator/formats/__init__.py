"""Files in and out: articles read from what newsrooms have, datasets written for those who train.

Readers yield an `Arrival` for each article and a `Problem` for each thing that could not come in;
they write nothing. What a file says is never repaired in silence: text is decoded strictly, and
words that differ from the words claimed are reported with both.

Within a reader `Refused` (`json_values`) says why one entry or article cannot come in, and the
reader makes a problem of it; of a `UserError`, about a whole file, `registry.read` makes one.
"""
