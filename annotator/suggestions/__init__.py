"""What the program offers and a person may take: nothing here is an annotation.

Pure functions of an article's text and its annotations. Positions are code points of the stored
text, ends exclusive.
"""
