"""XML read so that a hostile file can do nothing: no entities, no depth or size without end."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element
from xml.parsers import expat

from annotator.formats.json_values import Refused

MOST_DEPTH = 200
MOST_ELEMENTS = 2_000_000

_NO_ENTITIES = "It declares entities of its own, as XML bombs do; such files are not read."


@dataclass(slots=True)
class Tree:
    """What was read; where the file is damaged, what was whole before, and why no more."""

    root: Element | None = None
    fault: Refused | None = None
    line: int | None = None
    lines: dict[Element, int] = field(default_factory=dict)
    unfinished: list[Element] = field(default_factory=list)


def tree_of(content: bytes, *, encoding: str | None = None) -> Tree:
    """The elements of an XML file, named as ElementTree names them: `{name space}name`."""
    reader = _Reader()
    parser = expat.ParserCreate(encoding, namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: reader.start(
        name, attributes, parser.CurrentLineNumber
    )
    parser.EndElementHandler = lambda _: reader.end()
    parser.CharacterDataHandler = reader.characters
    parser.EntityDeclHandler = _refuse_entities
    try:
        parser.Parse(content, True)  # noqa: FBT003 - it takes no keyword
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        reader.tree.fault = Refused(f"It is no sound XML: {reason}. The rest was not read.")
    except (LookupError, ValueError):
        reader.tree.fault = Refused("It is in an encoding that XML is not read in. Save it anew.")
    except Refused as refusal:
        reader.tree.fault = refusal
    reader.finish_text()
    if reader.tree.fault is not None:
        reader.tree.line = parser.CurrentLineNumber
        reader.tree.unfinished = reader.open
    return reader.tree


def local_name(element: Element) -> str:
    """The name of an element without its name space."""
    return str(element.tag).rpartition("}")[2]


class _Reader:
    """Builds the tree, and stops where it goes beyond all measure."""

    def __init__(self) -> None:
        self.tree = Tree()
        self.open: list[Element] = []
        self._count = 0
        self._last: Element | None = None
        self._pieces: list[str] = []

    def start(self, name: str, attributes: dict[str, str], line: int) -> None:
        """An element begins."""
        self.finish_text()
        self._count += 1
        if len(self.open) >= MOST_DEPTH or self._count > MOST_ELEMENTS:
            raise Refused(
                f"It has more than {MOST_ELEMENTS:,} elements, or more than {MOST_DEPTH} inside "
                "one another; no text has. The rest was not read."
            )
        element = Element(_braced(name), {_braced(key): each for key, each in attributes.items()})
        if self.open:
            self.open[-1].append(element)
        else:
            self.tree.root = element
        self.tree.lines[element] = line
        self.open.append(element)
        self._last = None

    def end(self) -> None:
        """The innermost element ends."""
        self.finish_text()
        self._last = self.open.pop()

    def characters(self, text: str) -> None:
        """A piece of the text between two tags, which come one by one."""
        self._pieces.append(text)

    def finish_text(self) -> None:
        """Text inside the innermost element, or after the last that ended in it, is whole."""
        if not self._pieces:
            return
        text = "".join(self._pieces)
        self._pieces.clear()
        if self._last is not None:
            self._last.tail = text
        elif self.open:
            self.open[-1].text = text


def _braced(name: str) -> str:
    return "{" + name if "}" in name else name


def _refuse_entities(*_: object) -> None:
    raise Refused(_NO_ENTITIES)
