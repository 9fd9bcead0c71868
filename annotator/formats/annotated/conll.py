"""CoNLL columns: a token in each line, its tags in further columns, then an empty line.

Tags may be IOB1, IOB2 (BIO), BILOU or BIOES; which they are is found in the file and told. Each
column of tags is a layer. The file holds no text: it is put together from the tokens, a space
between them and a line end between sentences, and a note says so; or the tokens are found in
`texts.jsonl` beside the file, as our exports write it, or in `NAME.txt` for a file of one article.
"""

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from annotator.domain.errors import UserError
from annotator.formats import advice
from annotator.formats.composing import Origin
from annotator.formats.datasets.conll import names_of_document
from annotator.formats.decoding import characters_of, notes_of
from annotator.formats.incoming import Incoming, Problem
from annotator.formats.json_values import Refused
from annotator.formats.marked_text import Marked, MarkedText, arrivals
from annotator.formats.sources import Source
from annotator.text.normalise import stored_text

FORMAT = "conll"
MOST_BYTES = 500_000_000
MOST_IN_LINE = 1_000_000
MOST_COLUMNS = 1_000
"""No tool writes so many layers; a text whose words were taken for columns would."""

TEXTS_FILE = "texts.jsonl"
DOCUMENT = "-DOCSTART-"

_TAG = re.compile(r"([BIOLUESM])-(.+)")
_OUTSIDE = frozenset({"O", "_", "-X-", "X", "-"})
_CHUNKS = frozenset(
    {"NP", "VP", "PP", "ADVP", "SBAR", "ADJP", "PRT", "CONJP", "INTJ", "LST", "UCP"}
)
_COMMENT = re.compile(r"#\s*(?:[\w.:]+\s*=|newdoc\b|newpar\b).*")
_COMMENT_ID = re.compile(r"#\s*newdoc\s+id\s*=\s*(.+)")
_ID = re.compile(r"[^(]*\((.+?)\)")
_GOES_ON = frozenset("IMLE")
_IGNORED = "X"
"""The tag of a token that goes on with the one before, in files for training."""


@dataclass(frozen=True, slots=True)
class _Token:
    """One line: the token and its columns; `begins` tells the first of a sentence."""

    text: str
    columns: Sequence[str]
    line: int
    begins: bool


@dataclass(slots=True)
class _Document:
    """The tokens between two marks of a document."""

    id: str
    annotator: str
    line: int
    tokens: list[_Token] = field(default_factory=list)


def read(source: Source, *, annotator: str) -> Incoming:
    """The articles of a file of columns, with a mark for each run of tags."""
    characters, choice = characters_of(source.read(limit=MOST_BYTES), source)
    yield from notes_of(choice, source)
    try:
        seen = _Seen.of(characters)
    except Refused as refusal:
        raise UserError(
            f"{source.name}: {refusal} Nothing was imported from it. {advice.ITS_FORMAT}"
        ) from refusal
    layers = seen.layers
    if not layers:
        raise UserError(
            f"{source.name} holds no columns of tags such as B-claim and O. Nothing was imported "
            f"from it. {advice.ITS_FORMAT}"
        )
    scheme = seen.scheme
    yield Problem(source.name, None, f"Its tags were read as {scheme}.", is_note=True)
    texts = _texts(source, seen.documents)
    if not texts:
        reason = "It holds no text; it was put together from the tokens, a space between them."
        yield Problem(source.name, None, reason, is_note=True)
    for document in _documents(characters):
        origin = Origin(source, FORMAT, document.line, is_whole_file=seen.documents == 1)
        given = texts.get(document.id, texts.get(""))
        text, places = yield from _placed(document, given, source)
        marked = MarkedText(text, facts={"id": document.id}, annotator=document.annotator)
        for layer in layers:
            marked.marks += _marks(document.tokens, places, layer, is_iob1=scheme == "IOB1")
        yield from arrivals(marked, origin, annotator=annotator)


def _placed(
    document: _Document, given: "_Given | None", source: Source
) -> Generator[Problem, None, tuple[str, list[tuple[int, int]]]]:
    """The text of a document and the places of its tokens: in the given text, if they fit."""
    text, places = _joined(document.tokens)
    if given is None:
        return text, places
    found = _aligned(document.tokens, given.without(document.annotator))
    if not isinstance(found, _Token):
        return given.text, found
    reason = (
        f"The token {found.text[:40]!r} does not stand in the text beside the file where it "
        "should, so the text was put together from the tokens."
    )
    yield Problem(source.name, found.line, reason)
    return text, places


def _documents(content: str) -> Iterator[_Document]:
    """The documents that have tokens, one by one: all at once would take the memory of many."""
    return (each for each in _all_documents(content) if each.tokens)


def _lines(content: str) -> Iterator[str]:
    place = 1 if content.startswith("\ufeff") else 0
    while (end := content.find("\n", place)) >= 0:
        yield content[place:end]
        place = end + 1
    yield content[place:]


def _all_documents(content: str) -> Iterator[_Document]:
    document = _Document("", "", 1)
    begins = True
    for number, ended in enumerate(_lines(content), 1):
        line = ended.removesuffix("\r")
        if len(line) > MOST_IN_LINE:
            raise Refused(f"Line {number} has more than {MOST_IN_LINE:,} characters.")
        comment = _COMMENT_ID.fullmatch(line) if line.startswith("#") else None
        if line.startswith(DOCUMENT) or comment:
            yield document
            document = _Document(*_names(line, comment), number)
        fields = _fields(line)
        if len(fields) > MOST_COLUMNS:
            raise Refused(
                f"Line {number} has more than {MOST_COLUMNS:,} columns, so these are no tokens."
            )
        if len(fields) < 2 or not fields[0] or _is_no_token(line):
            begins = True
            continue
        document.tokens.append(_Token(fields[0], fields[1:], number, begins))
        begins = False
    yield document


def _fields(line: str) -> list[str]:
    """The columns of a line: between tabs, else between spaces."""
    if "\t" in line:
        return line.split("\t")
    fields = line.strip(" ").split(" ")
    return [each for each in fields if each] if "" in fields[1:] else fields


def _is_no_token(line: str) -> bool:
    return line.startswith(DOCUMENT) or (
        line.startswith("#") and _COMMENT.fullmatch(line) is not None
    )


def _names(line: str, comment: re.Match[str] | None) -> tuple[str, str]:
    """The article and annotator that begin here, as far as the line tells."""
    if comment:
        return comment[1].strip(), ""
    if "\t" in line:
        return names_of_document(line.split("\t")[1])
    found = _ID.match(line)
    return (found[1], "") if found else ("", "")


@dataclass(slots=True)
class _Column:
    """What stands in one column: tags, if nothing else does."""

    has_tags: bool = False
    has_other: bool = False
    labels: set[str] = field(default_factory=set)
    prefixes: set[str] = field(default_factory=set)
    has_bare_starts: bool = False
    before: str = ""

    def take(self, tag: str) -> None:
        """Look at the next tag."""
        found = _TAG.fullmatch(tag)
        if found:
            self.has_tags = True
            self.labels.add(found[2])
        self.has_other |= found is None and tag not in _OUTSIDE
        self.prefixes.add(tag[0] if found else "")
        self.has_bare_starts |= tag.startswith("I-") and self.before != tag[2:]
        self.before = tag[2:]


@dataclass(slots=True)
class _Seen:
    """What a file holds, found in a first reading: how many documents, and in which columns tags.

    `scheme` is the way in which tags are written, by what they begin with and where.
    """

    documents: int = 0
    columns: list[_Column] = field(default_factory=list)

    @classmethod
    def of(cls, content: str) -> "_Seen":
        """Read all lines; Refused where one is too long or has too many columns."""
        seen = cls()
        for document in _documents(content):
            seen.documents += 1
            seen._take(document.tokens)
        return seen

    def _take(self, tokens: Sequence[_Token]) -> None:
        for column in self.columns:
            column.before = ""
        for token in tokens:
            missing = len(token.columns) - len(self.columns)
            if missing > 0:
                self.columns += [_Column() for _ in range(missing)]
            for column, tag in zip(self.columns, token.columns, strict=False):
                if not column.has_other:
                    column.take(tag)
            if missing < 0:
                for column in self.columns[missing:]:
                    column.before = ""

    @property
    def layers(self) -> list[int]:
        """The columns that hold tags; of the four of 2003 the third holds phrases, no names."""
        width = len(self.columns)
        return [
            number
            for number, each in enumerate(self.columns)
            if not each.has_other
            and (each.has_tags or width == 1)
            and (number == width - 1 or not each.labels or not each.labels <= _CHUNKS)
        ]

    @property
    def scheme(self) -> str:
        """IOB1, IOB2, BILOU or BIOES."""
        columns = [self.columns[number] for number in self.layers]
        prefixes = {prefix for each in columns for prefix in each.prefixes}
        if prefixes & set("LU"):
            return "BILOU"
        if prefixes & set("ES"):
            return "BIOES"
        return "IOB1" if any(each.has_bare_starts for each in columns) else "IOB2"


def _marks(
    tokens: Sequence[_Token], places: Sequence[tuple[int, int]], column: int, *, is_iob1: bool
) -> Iterator[Marked]:
    """The runs of one column; with IOB1 a run ends with its sentence, else where its tags say."""
    label, first, last = "", 0, 0
    for number, token in enumerate(tokens):
        tag = token.columns[column] if column < len(token.columns) else "O"
        found = _TAG.fullmatch(tag)
        prefix, own = (found[1], found[2]) if found else ("", "")
        if tag == _IGNORED and label:
            last = number
            continue
        if prefix in _GOES_ON and own == label and not (is_iob1 and token.begins):
            last = number
            continue
        if label:
            yield _mark(label, tokens, places, first, last)
        label, first, last = own, number, number
    if label:
        yield _mark(label, tokens, places, first, last)


def _mark(
    label: str,
    tokens: Sequence[_Token],
    places: Sequence[tuple[int, int]],
    first: int,
    last: int,
) -> Marked:
    return Marked(label, [(places[first][0], places[last][1])], line=tokens[first].line)


def _joined(tokens: Sequence[_Token]) -> tuple[str, list[tuple[int, int]]]:
    """The text that the tokens make, and where each of them stands."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    length = 0
    for token in tokens:
        if places:
            pieces.append("\n" if token.begins else " ")
            length += 1
        places.append((length, length + len(token.text)))
        pieces.append(token.text)
        length += len(token.text)
    return "".join(pieces), places


def _aligned(tokens: Sequence[_Token], text: str) -> list[tuple[int, int]] | _Token:
    """Where the tokens stand in a text, one behind the other; else the first that does not."""
    places: list[tuple[int, int]] = []
    place = 0
    for token in tokens:
        start = text.find(token.text, place)
        if start < 0 or text[place:start].strip():
            return token
        place = start + len(token.text)
        places.append((start, place))
    return places


@dataclass(frozen=True, slots=True)
class _Given:
    """The text of an article beside the file, and what of it an annotator's tokens leave out."""

    text: str
    left_out: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)

    def without(self, annotator: str) -> str:
        """The text with spaces where it is left out."""
        pieces, last = [], 0
        for start, end in sorted(self.left_out.get(annotator, ())):
            pieces += [self.text[last:start], " " * (end - max(start, last))]
            last = max(last, end)
        return "".join([*pieces, self.text[last:]])


def _texts(source: Source, count: int) -> dict[str, _Given]:
    """The texts beside a file by article id; that of a file of one article has no id."""
    beside = source.beside(TEXTS_FILE)
    found: dict[str, _Given] = {}
    if beside is not None:
        with beside.open() as stream:
            for line in stream:
                try:
                    record = orjson.loads(line)
                    text = stored_text(str(record["text"]), bom="keep")
                    found[str(record["id"])] = _Given(text, _left_out(record))
                except (ValueError, LookupError, TypeError, UserError):
                    continue
    is_alone = count == 1 and source.extension != "txt"
    alone = source.beside(f"{source.stem}.txt") if is_alone else None
    if alone is not None:
        characters, _ = characters_of(alone.read(limit=MOST_BYTES), alone)
        found[""] = _Given(stored_text(characters))
    return found


def _left_out(record: Mapping[str, Any]) -> dict[str, list[tuple[int, int]]]:
    """The places that each annotator's tokens leave out."""
    return {
        name: [(int(start), int(end)) for start, end in places if 0 <= start <= end]
        for name, places in dict(record.get("left_out") or {}).items()
    }
