"""Pure functions on an article's text: where it may be cut and how it is counted.

Every position is a code point of the stored text, every span is half-open. Nothing here knows a
window, a file or a database.

Sentences and tokens are steps for the keyboard and views for exports, never limits: a fragment may
begin and end anywhere between two grapheme clusters. They are found by own rules. pysbd takes 1.7 s
for 280 kB and is no longer maintained, syntok and spaCy cut inside quotations, blingfire cuts after
"Gen."; Qt's word finder cuts "U.S." at each point and its word cursor cuts "don't".

Grapheme clusters come from the `regex` library, whose import takes about 30 ms. It is imported
on the first character that needs it; Latin, Greek, Cyrillic, kana and Han text never does.
"""
