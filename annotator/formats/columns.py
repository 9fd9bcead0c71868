"""Where things stand in the rows of annotations and relations, `AnnotationRow` and `RelationRow`.

Only slices are spelled in numbers, of which alone a type checker knows what they give.
"""

from typing import Final

from annotator.formats.incoming import RelationRow

ID: Final = 0
ARTICLE: Final = 1
ANNOTATOR: Final = 2
LABEL: Final = 3
"""Of both kinds of rows."""

START: Final = 4
END: Final = 5
FRAGMENTS: Final = 6
WORDS: Final = 7
ATTRIBUTES: Final = 8
NOTE: Final = 10
"""Of annotations."""

FROM: Final = 4
TO: Final = 5
TO_ARTICLE: Final = 6
RELATION_ATTRIBUTES: Final = 7
"""Of relations."""


def is_inner(row: RelationRow) -> bool:
    """Whether both ends of a relation lie in one article."""
    return row[ARTICLE] == row[TO_ARTICLE]
