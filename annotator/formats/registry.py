"""The table of formats, and finding the format of a file."""

from collections.abc import Iterator

from annotator.domain.errors import UserError
from annotator.formats import detecting
from annotator.formats.form import DERIVED, EVERYTHING, Format
from annotator.formats.incoming import Arrival, Incoming, Problem
from annotator.formats.sources import Source

MARKS = frozenset(("attributes", "notes", "relations", "relation attributes"))
"""What formats can hold that tell of labels in a text, and of nothing else."""

_PLAIN_LOSSES = ("Annotations of any kind: it is only read.",)
_TABLE_LOSSES = (*_PLAIN_LOSSES, "Headlines, lists and quotations as such: a cell is plain text.")


def _derived(format_id: str, title: str) -> Format:
    """A format whose records are made from annotations: JSON Lines for training."""
    return Format(
        format_id,
        title,
        "out",
        ("jsonl",),
        "code points",
        ("What its records are not made of: use jsonl beside it for everything.",),
        writer=f"annotator.formats.datasets.{format_id}",
        holds=DERIVED,
        takes_untouched=False,
    )


_OF_PEOPLE = MARKS | {"article labels"}

FORMATS = (
    Format(
        "jsonl",
        "JSON Lines and JSON: the reference record, or any records that have a text",
        "both",
        ("jsonl", "ndjson", "json"),
        "code points",
        ("The file that an article was imported from.", "The history of the work."),
        "annotator.formats.articles.jsonl",
        writer="annotator.formats.datasets.jsonl_writer",
        holds=EVERYTHING,
        can_omit_text=True,
    ),
    Format(
        "parquet",
        "Parquet: the reference record as columns, a row per article and annotator",
        "out",
        ("parquet",),
        "code points",
        ("Flags, verdicts and what the sentiment grid says beside annotations.",),
        writer="annotator.formats.datasets.parquet",
        holds=EVERYTHING - {"flags", "verdicts", "stances", "links", "entities"},
        can_omit_text=True,
    ),
    _derived("frames", "Claims and quotes with their sources, cue and sentiments"),
    _derived("classification", "Sentences, claims or articles with a label, for classifiers"),
    _derived("relations", "Pairs of annotations with their relation, or none"),
    _derived("pairs", "Two claims: the same, refining or contradicting each other"),
    _derived("chat", "Conversations for fine-tuning: an article and its labels as JSON"),
    _derived("claimreview", "schema.org ClaimReview of the claims an editor has checked"),
    Format(
        "markdown",
        "Markdown: the source is the text, its syntax is marked",
        "in",
        ("md", "markdown", "mdown", "mkd"),
        "none",
        _PLAIN_LOSSES,
        "annotator.formats.articles.markdown",
    ),
    Format(
        "csv",
        "CSV and TSV: a row of names, then an article or an annotation in each row",
        "both",
        ("csv", "tsv", "tab"),
        "code points",
        ("Headlines, lists and quotations as such: a cell is plain text.",),
        "annotator.formats.articles.delimited",
        writer="annotator.formats.datasets.delimited",
        holds=_OF_PEOPLE,
        can_omit_text=True,
    ),
    Format(
        "rss",
        "RSS and Atom files: an article in each item",
        "in",
        ("rss", "atom", "xml", "rdf"),
        "none",
        (*_PLAIN_LOSSES, "The whole article, where the feed holds only a summary."),
        "annotator.formats.articles.feeds",
    ),
    Format(
        "docx",
        "Word files of 2007 and later",
        "in",
        ("docx", "docm"),
        "none",
        (*_PLAIN_LOSSES, "Comments, footnotes, pictures and deleted words."),
        "annotator.formats.articles.docx",
    ),
    Format(
        "pdf",
        "PDF files with text: paragraphs are guessed from the lines of the pages",
        "in",
        ("pdf",),
        "none",
        (*_PLAIN_LOSSES, "Pictures, and the text of pictures as scanners make them."),
        "annotator.formats.articles.pdf",
    ),
    Format(
        "html",
        "HTML and saved pages (MHTML, web archives): the article without the page around it",
        "in",
        ("html", "htm", "xhtml", "mhtml", "mht", "webarchive"),
        "none",
        (*_PLAIN_LOSSES, "Pictures, and what the page shows around the article."),
        "annotator.formats.articles.saved_pages",
    ),
    Format(
        "ninjs",
        "ninjs 1 to 3, the JSON of news agencies; found by itself in .json files",
        "in",
        ("ninjs",),
        "none",
        (*_PLAIN_LOSSES, "Pictures, places and subjects of the item."),
        "annotator.formats.articles.jsonl",
    ),
    Format(
        "prodigy",
        "Prodigy: tasks as JSON Lines; found by itself in .jsonl files",
        "both",
        ("prodigy",),
        "code points, and tokens",
        ("Annotations in fragments.", "Attributes and notes.", "Flags and verdicts."),
        "annotator.formats.annotated.prodigy",
        writer="annotator.formats.datasets.prodigy",
        holds=frozenset(("relations", "article labels")),
    ),
    Format(
        "doccano",
        "doccano: JSON Lines of both shapes; found by itself in .jsonl and .json files",
        "both",
        ("doccano",),
        "UTF-16 units or grapheme clusters, as its project was set",
        (
            "Annotations in fragments.",
            "Attributes and notes.",
            "Who labelled, but for the name of the file.",
            "Flags and verdicts.",
        ),
        "annotator.formats.annotated.doccano",
        writer="annotator.formats.datasets.doccano",
        holds=frozenset(("relations", "article labels")),
    ),
    Format(
        "labelstudio",
        "Label Studio: tasks as JSON, or JSON-MIN; found by itself in .json files",
        "both",
        ("labelstudio",),
        "code points; UTF-16 units in old exports",
        ("Annotations in fragments.", "Attributes of relations.", "Flags and verdicts."),
        "annotator.formats.annotated.labelstudio",
        writer="annotator.formats.datasets.labelstudio",
        holds=frozenset(("attributes", "notes", "relations", "article labels")),
    ),
    Format(
        "webannotation",
        "W3C Web Annotation as JSON-LD; found by itself in .json and .jsonl files",
        "both",
        ("jsonld",),
        "code points",
        ("Flags and verdicts.",),
        "annotator.formats.annotated.webannotation",
        writer="annotator.formats.datasets.webannotation",
        holds=_OF_PEOPLE,
        can_omit_text=True,
    ),
    Format(
        "xlsx",
        "Excel workbooks: a row of names, then an article in each row of the first sheet",
        "in",
        ("xlsx", "xlsm"),
        "none",
        (*_TABLE_LOSSES, "Other sheets than the first with rows."),
        "annotator.formats.articles.xlsx",
    ),
    Format(
        "brat",
        "brat standoff: an article in NAME.txt, its labels in NAME.ann beside it",
        "both",
        ("ann",),
        "code points",
        (
            "Who labelled, but for the name of a folder.",
            "Title, outlet and date of an article, and the ids of labels.",
        ),
        "annotator.formats.annotated.brat",
        writer="annotator.formats.datasets.brat",
        holds=MARKS,
    ),
    Format(
        "webanno",
        "WebAnno TSV 3, of WebAnno and INCEpTION; found by itself in .tsv files",
        "both",
        ("webanno",),
        "UTF-16 units",
        (
            "White space at the edges of a label, and before the first word.",
            "Who labelled, but for the name of a folder.",
        ),
        "annotator.formats.annotated.webanno",
        writer="annotator.formats.datasets.webanno",
        holds=MARKS,
    ),
    Format(
        "uima",
        "UIMA CAS: XMI with its type system, or JSON; found by itself in .xml and .json files",
        "both",
        ("xmi",),
        "UTF-16 units",
        (
            "Characters that XML forbids, in XMI; articles with any are written as JSON.",
            "Who labelled, but for the name of a folder.",
        ),
        "annotator.formats.annotated.uima",
        writer="annotator.formats.datasets.uima",
        holds=MARKS,
    ),
    Format(
        "uima-json",
        "UIMA CAS as JSON throughout",
        "out",
        ("json",),
        "UTF-16 units",
        ("Who labelled, but for the name of a folder.",),
        writer="annotator.formats.datasets.uima_json",
        holds=MARKS,
    ),
    Format(
        "spacy",
        "DocBin, the training files of spaCy: a group of spans for each label",
        "both",
        ("spacy",),
        "tokens",
        (
            "Labels that cut a token, and gaps in labels.",
            "Relations, attributes and notes.",
            "Boilerplate, unless it is kept: spaces are in its place.",
        ),
        "annotator.formats.annotated.docbin",
        writer="annotator.formats.datasets.spacy_docs",
        takes_untouched=False,
    ),
    Format(
        "conll",
        "CoNLL columns: a token in each line, a column of tags for each label",
        "both",
        ("conll", "bio", "iob", "iob2", "bilou"),
        "tokens",
        (
            "The text, but for its tokens.",
            "Labels that cut a token, overlap another of their kind, or have gaps.",
            "Relations, attributes and notes.",
        ),
        "annotator.formats.annotated.conll",
        writer="annotator.formats.datasets.conll",
        takes_untouched=False,
    ),
    Format(
        "hf-tokens",
        "Tokens and numbered tags, for token classification with Hugging Face datasets",
        "out",
        ("jsonl",),
        "tokens",
        (
            "Labels that cut a token, overlap another of their kind, or have gaps.",
            "Relations, attributes and notes.",
        ),
        writer="annotator.formats.datasets.hf_tokens",
        takes_untouched=False,
    ),
    Format(
        "txt",
        "Plain text in any encoding",
        "in",
        ("txt", "text"),
        "none",
        _PLAIN_LOSSES,
        "annotator.formats.articles.txt",
    ),
)
"""Every format, by id."""


def writable() -> tuple[Format, ...]:
    """The formats that datasets can be written in."""
    return tuple(each for each in FORMATS if each.can_be_written)


def format_of_id(format_id: str) -> Format:
    """The format of a name that a person gave.

    Raises:
        UserError: there is none of that name.
    """
    for each in FORMATS:
        if each.id == format_id:
            return each
    known = ", ".join(each.id for each in FORMATS)
    raise UserError(f"There is no format {format_id!r}. Nothing was done. Choose one of: {known}.")


def detect(source: Source) -> Format:
    """The format of a source, by its extension or, without one that tells, its first bytes.

    Raises:
        UserError: no format has that extension.
    """
    if shared := detecting.format_by_content(source):
        return format_of_id(shared)
    extension = source.extension
    for each in FORMATS:
        if each.can_be_read and extension in each.extensions:
            return each
    if not extension:
        return format_of_id(detecting.format_by_start(source))
    what_to_do = detecting.advice_on(extension)
    raise UserError(
        f"{source.name} has the extension .{extension}, which is not known. Nothing was "
        f"imported from it. {what_to_do}"
    )


def read(source: Source, *, annotator: str, format_id: str | None = None) -> Incoming:
    """The articles in a source; whatever stops the reading comes as a problem, in words."""
    return _guarded(source, annotator, format_id)


def _guarded(source: Source, annotator: str, format_id: str | None) -> Iterator[Arrival | Problem]:
    try:
        format_id = format_id or (source.told.format if source.told else None)
        chosen = format_of_id(format_id) if format_id else detect(source)
        yield from chosen.read(source, annotator=annotator)
    except UserError as error:
        yield Problem(source.name, None, str(error))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        yield Problem(
            source.name,
            None,
            f"It cannot be read ({reason}). What came in before stays. Try again with a good copy.",
        )
