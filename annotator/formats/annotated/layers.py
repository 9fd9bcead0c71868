"""What layers of UIMA and WebAnno are called here, and which of them mark nothing to label."""

import re
from collections.abc import Iterable

from annotator.formats.marked_text import Places

ID, NOTE, FRAGMENTS = "annotatorId", "annotatorNote", "annotatorFragments"
"""Features by which our own exports tell what a layer has no place for. They are written with a
capital inside, as no attribute of a scheme can be."""

CUSTOM = "webanno.custom."
"""The name space of layers that people made themselves."""

RELATION_FROM, RELATION_TO = "Governor", "Dependent"
"""The features of a relation: an arrow of the editor leads from the first to the second."""

NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"

_NO_MARKS = (
    "uima.cas.", "uima.tcas.", "de.tudarmstadt.ukp.dkpro.core.api.segmentation.",
    "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.", "de.tudarmstadt.ukp.dkpro.core.api.syntax.",
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.", "de.tudarmstadt.ukp.dkpro.core.api.transform.",
    "de.tudarmstadt.ukp.clarin.webanno.api.type.", "de.tudarmstadt.ukp.inception.api.type.",
    "org.dkpro.core.api.xml.type.",
)  # fmt: skip
_LABELLING = {NAMED_ENTITY: "value"}
_PAIRS = re.compile(r"\d{1,9}-\d{1,9}(?:;\d{1,9}-\d{1,9})*", re.ASCII)


_RESERVED = frozenset({"begin", "end", "sofa", "label", "role", "target"})


def feature_of(attribute: str) -> str:
    """The feature of one of our attributes; a name that means something else gets a line behind."""
    return f"{attribute}_" if attribute.rstrip("_") in _RESERVED else attribute


def attribute_of(feature: str) -> str:
    """The attribute that a feature was made of."""
    is_ours = feature.endswith("_") and feature.rstrip("_") in _RESERVED
    return feature[:-1] if is_ours else feature


def short_names(types: Iterable[str]) -> dict[str, str]:
    """A name for each type: without its name space, as long as no other has the same."""
    found: dict[str, str] = {}
    taken: dict[str, str] = {}
    for each in sorted(set(types)):
        short = each.rpartition(".")[2]
        found[each] = short if taken.setdefault(short, each) == each else each
    return found


def marks_nothing(type_name: str) -> bool:
    """Whether a layer holds words, sentences or grammar, which nobody labels here."""
    return type_name.startswith(_NO_MARKS)


def labelling_feature(type_name: str) -> str:
    """The feature whose value is the label; empty where the layer itself is."""
    return _LABELLING.get(type_name, "label")


def fragments_of(written: object, hull: tuple[int, int]) -> Places:
    """The fragments that one of our exports tells of a mark, if they fit its place."""
    if not isinstance(written, str) or not _PAIRS.fullmatch(written):
        return [hull]
    pairs = [tuple(map(int, pair.split("-"))) for pair in written.split(";")]
    places = [(start, end) for start, end in pairs]
    return places if (places[0][0], places[-1][1]) == hull else [hull]


def written_fragments(places: Places) -> str:
    """The same as one text."""
    return ";".join([f"{start}-{end}" for start, end in places])
