"""Format `uima`: a CAS for each article as XMI, with `TypeSystem.xml` in each folder.

Offsets are UTF-16 units. A label is a type with its attributes as features, a relation one with
`Governor` (from) and `Dependent` (to). XML cannot hold every character: an article with one that
it forbids is written as CAS JSON instead, which holds them all. `Writer` of the module
`annotator.formats.datasets.uima_json` writes JSON throughout.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import ClassVar
from xml.sax.saxutils import quoteattr

import orjson

from annotator.domain.attribute import Attribute
from annotator.domain.json import Json
from annotator.formats.annotated.cas import marked_text
from annotator.formats.annotated.layers import (
    CUSTOM,
    FRAGMENTS,
    NOTE,
    RELATION_FROM,
    RELATION_TO,
    feature_of,
)
from annotator.formats.annotated.uima import structures_in
from annotator.formats.datasets.layers import (
    expected_facts,
    found_facts,
    fragments_feature,
    label_type,
    relation_type,
    told_text,
)
from annotator.formats.datasets.many_files import ArticleFiles
from annotator.formats.datasets.proof import Fact, Scope, places_of
from annotator.formats.datasets.work import Setting, Work
from annotator.formats.datasets.writing import DatasetWriter, Loss
from annotator.text.offsets import Utf16Map

TYPE_SYSTEM = "TypeSystem.xml"
ANY = "uima.tcas.Annotation"
STRING, DOUBLE, STRINGS = "uima.cas.String", "uima.cas.Double", "uima.cas.StringArray"

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" '
    'xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" '
    'xmlns:relation="http:///webanno/custom/relation.ecore" xmi:version="2.0">\n'
    '  <cas:NULL xmi:id="0"/>\n'
)

Features = dict[str, Json]


class Writer(DatasetWriter):
    """A CAS for each work."""

    scope = Scope(annotators=False, attributes=True)
    suffix = "xmi"
    is_json: ClassVar[bool] = False
    """Whether every CAS is JSON."""

    def __init__(self, folder: Path, setting: Setting) -> None:
        super().__init__(folder, setting)
        self._files_of = ArticleFiles(folder, setting)
        self._folders: set[Path] = set()
        self._types = _types(setting)
        self._as_json = 0

    @property
    def file_names(self) -> tuple[str, ...]:
        """All files of articles."""
        return tuple(self._files_of.written)

    def open_all(self) -> None:
        """There are no files before there are articles."""

    def write(self, work: Work) -> Iterable[Loss]:
        """Write one annotator's work on an article."""
        cas = _Cas(work, self.setting)
        content = "" if self.is_json else cas.xmi()
        stem = self._files_of.stem_of(work)
        self._folders.add(stem.parent)
        if self.is_json or _FORBIDDEN.search(content):
            self._as_json += not self.is_json
            self._files_of.write(stem, "json", cas.json(self._types), work)
        else:
            self._files_of.write(stem, "xmi", content.encode(), work)
        self.count(work.split)
        return ()

    def finish(self) -> None:
        """Write the type system where files are."""
        content = _type_system(self._types).encode()
        for folder in () if self.is_json else sorted(self._folders | {self.folder}):
            (folder / TYPE_SYSTEM).write_bytes(content)

    def facts(self, work: Work, losses: Sequence[Loss]) -> Iterable[Fact]:
        """What ought to be found; features tell numbers as text."""
        gone = {(each.kind, each.id) for each in losses if not each.is_changed}
        return expected_facts(work, gone, {})

    def read_back(self) -> Iterator[Fact]:
        """What the reader of this format finds."""
        for name, article in self._files_of.written.items():
            marked, _ = marked_text(structures_in(self.folder / name))
            yield from found_facts(marked, article)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person needs to open the files."""
        told = (
            "Offsets in the files are UTF-16 units, ends exclusive, as UIMA counts.",
            "An arrow leads from Governor (from) to Dependent (to).",
        )
        if not self._as_json:
            return told
        forbidden = f"{self._as_json:,} with characters that XML forbids are CAS JSON, not XMI."
        return (*told, forbidden)


def _types(setting: Setting) -> dict[str, dict[str, str]]:
    """The types of the scheme, and the range of each of their features."""
    scheme = setting.scheme
    found: dict[str, dict[str, str]] = {}
    for label in scheme.labels:
        own = {feature_of(each.id): _range(each) for each in label.attributes}
        found[label_type(label.id)] = {**own, NOTE: STRING, FRAGMENTS: STRING}
    for kind in scheme.relations:
        own = {feature_of(each.id): _range(each) for each in kind.attributes}
        ends = {RELATION_FROM: ANY, RELATION_TO: ANY}
        found[relation_type(kind.id, scheme)] = {**own, **ends}
    return found


def _range(attribute: Attribute) -> str:
    return {"many": STRINGS, "number": DOUBLE}.get(attribute.kind, STRING)


class _Cas:
    """The feature structures of one work."""

    def __init__(self, work: Work, setting: Setting) -> None:
        self._text = work.article.text
        units = Utf16Map(self._text)
        self._members: list[tuple[int, str, Features]] = []
        ids: dict[str, int] = {}
        for each in work.annotations:
            own: Features = {"begin": units.to16(each.start), "end": units.to16(each.end)}
            own |= _told(each.attributes) | fragments_feature(places_of(each), units)
            if each.note:
                own[NOTE] = each.note
            ids[each.id] = len(self._members) + 2
            self._members.append((ids[each.id], label_type(each.label), own))
        for link in work.relations:
            to = work.by_id[link.to_id]
            own = {"begin": units.to16(to.start), "end": units.to16(to.end)}
            own |= _told(link.attributes)
            own |= {RELATION_FROM: ids[link.from_id], RELATION_TO: ids[link.to_id]}
            name = relation_type(link.label, setting.scheme)
            self._members.append((len(self._members) + 2, name, own))

    def xmi(self) -> str:
        """The CAS as XMI."""
        lines = [_element(*each) for each in self._members]
        members = " ".join([str(number) for number, _, _ in self._members])
        lines.append(
            '  <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" '
            f"sofaString={_quoted(self._text)}/>"
        )
        lines.append(f'  <cas:View sofa="1" members="{members}"/>')
        return _HEAD + "\n".join(lines) + "\n</xmi:XMI>\n"

    def json(self, types: Mapping[str, Mapping[str, str]]) -> bytes:
        """The CAS as JSON."""
        structures: list[Features] = [
            {
                "%ID": 1,
                "%TYPE": "uima.cas.Sofa",
                "sofaNum": 1,
                "sofaID": "_InitialView",
                "mimeType": "text/plain",
                "sofaString": self._text,
            }
        ]
        arrays: list[Features] = []
        for number, name, features in self._members:
            own: Features = {"%ID": number, "%TYPE": name, "@sofa": 1}
            for feature, value in features.items():
                if isinstance(value, list):
                    array = len(self._members) + len(arrays) + 2
                    arrays.append({"%ID": array, "%TYPE": STRINGS, "%ELEMENTS": value})
                    own[f"@{feature}"] = array
                elif feature in (RELATION_FROM, RELATION_TO):
                    own[f"@{feature}"] = value
                else:
                    own[feature] = value
            structures.append(own)
        view = {"%SOFA": 1, "%MEMBERS": [number for number, _, _ in self._members]}
        whole = {
            "%TYPES": {name: _json_type(name, features) for name, features in types.items()},
            "%FEATURE_STRUCTURES": [*structures, *arrays],
            "%VIEWS": {"_InitialView": view},
        }
        return orjson.dumps(whole, option=orjson.OPT_APPEND_NEWLINE)


def _told(attributes: Mapping[str, Json]) -> Features:
    """Attributes as features have them: text, numbers, or lists of text."""
    found: Features = {}
    for name, value in sorted(attributes.items()):
        if isinstance(value, list):
            found[feature_of(name)] = [told_text(each) for each in value]
        else:
            is_number = type(value) in (int, float)
            found[feature_of(name)] = value if is_number else told_text(value)
    return found


def _element(number: int, name: str, features: Features) -> str:
    space = "relation" if name.startswith(f"{CUSTOM}relation.") else "custom"
    tag = f"{space}:{name.rpartition('.')[2]}"
    own = [f'  <{tag} xmi:id="{number}" sofa="1"']
    inner = []
    for feature, value in features.items():
        if isinstance(value, list):
            inner += [f"<{feature}>{_escaped(str(each))}</{feature}>" for each in value]
        else:
            own.append(f"{feature}={_quoted(str(value))}")
    start = " ".join(own)
    return f"{start}>{''.join(inner)}</{tag}>" if inner else f"{start}/>"


def _quoted(value: str) -> str:
    return quoteattr(value, _BREAKS)


def _escaped(value: str) -> str:
    return quoteattr(value, _BREAKS)[1:-1].replace("&quot;", '"')


def _json_type(name: str, features: Mapping[str, str]) -> dict[str, object]:
    own = {
        feature: {"%NAME": feature, "%RANGE": f"{STRING}[]" if range_ == STRINGS else range_}
        for feature, range_ in features.items()
    }
    return {"%NAME": name, "%SUPER_TYPE": ANY, **own}


def _type_system(types: Mapping[str, Mapping[str, str]]) -> str:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
        "  <types>",
    ]
    for name, features in sorted(types.items()):
        lines += [
            "    <typeDescription>",
            f"      <name>{name}</name>",
            "      <description/>",
            f"      <supertypeName>{ANY}</supertypeName>",
            "      <features>",
        ]
        for feature, range_ in sorted(features.items()):
            lines.append(
                f"        <featureDescription><name>{feature}</name><description/>"
                f"<rangeTypeName>{range_}</rangeTypeName></featureDescription>"
            )
        lines += ["      </features>", "    </typeDescription>"]
    return "\n".join([*lines, "  </types>", "</typeSystemDescription>", ""])
