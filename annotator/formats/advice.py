"""What to do about a notice, as a command says it; the window has other words for the same.

Each stands at the end of a sentence of its own, so that the window finds it and says where to
click instead.
"""

from typing import Final

IMPORT_AS: Final = "If letters are wrong, remove the article and import it again with --encoding."
OTHER_ENCODING: Final = "Name another encoding with --encoding, or save it as UTF-8."
ITS_ENCODING: Final = "Save it as UTF-8, or name its encoding with --encoding."
ITS_FORMAT: Final = "Name its format with --format if it is another one."
OFFSETS: Final = "Say it with --offsets and import it again"
NEW_VERSION: Final = "If it is a newer version of that article, import it with --new-versions."
FORGET: Final = "annotator import --forget-maps forgets it."
REANCHOR: Final = "With --reanchor it would be moved there"
