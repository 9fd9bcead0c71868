"""UIMA CAS in its two written forms: XMI, with a type system beside it, and JSON.

XML is read under the limits of `annotator.formats.xml_trees`: no entities, no depth without end.
What the type system of a JSON file says of features is not needed, since names there tell
references; of XMI it is, and where it is missing, references are told by the usual names.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from annotator.domain.errors import UserError
from annotator.domain.json import Json
from annotator.formats.annotated.cas import SOFA, Structure, marked_text
from annotator.formats.composing import Origin
from annotator.formats.datasets.many_files import id_of_stem
from annotator.formats.incoming import Incoming, Problem
from annotator.formats.json_values import Refused, parsed
from annotator.formats.marked_text import arrivals
from annotator.formats.sources import Source
from annotator.formats.xml_trees import Tree, local_name, tree_of

FORMAT = "uima"
MOST_BYTES = 64_000_000
"""A file holds one article; in memory it takes some thirty times as much as on the disk."""
TYPE_SYSTEMS = ("TypeSystem.xml", "typesystem.xml")

_XMI = "http://www.omg.org/XMI"
_ID = f"{{{_XMI}}}id"
_USUAL_REFERENCES = frozenset({"Governor", "Dependent", "target", "sofa", "first", "next"})
_PLAIN_RANGES = re.compile(r"uima\.cas\.(?:String|Integer|Boolean|Float|Double|Long|Short|Byte)\Z")
_NUMBER_RANGES = frozenset(
    f"uima.cas.{kind}" for kind in ("Float", "Double", "Integer", "Long", "Short")
)
_MOST_SUPERTYPES = 100
_WHOLE = re.compile(r"-?\d{1,15}", re.ASCII)
_NUMBERS = re.compile(r"\d{1,15}(?: \d{1,15})*", re.ASCII)


def read(source: Source, *, annotator: str) -> Incoming:
    """The article of a CAS with its marks; a type system by itself is passed over."""
    if source.file_name in TYPE_SYSTEMS:
        return
    content = source.read(limit=MOST_BYTES)
    try:
        if _is_json(content):
            structures = _from_json(content)
        else:
            tree = tree_of(content)
            if _is_type_system(tree):
                return
            if tree.fault is not None and tree.root is not None:
                yield Problem(source.name, tree.line, str(tree.fault))
            structures = _from_xmi(tree, _ranges(source))
        marked, notes = marked_text(structures)
    except Refused as refusal:
        raise UserError(
            f"{source.name}: {refusal} Nothing was imported from it. Export it again."
        ) from refusal
    marked.facts["id"] = id_of_stem(source.stem)
    for note in notes:
        yield Problem(source.name, None, note.reason, is_note=True, count=note.count)
    # What a JSON or XML file holds of a text has lost a byte order mark of its own.
    origin = Origin(source, FORMAT, None, content, is_whole_file=True)
    yield from arrivals(marked, origin, annotator=annotator)


def structures_in(path: Path) -> dict[int, Structure]:
    """The structures of a sound file; Refused where it is none."""
    source = Source.of(path)
    content = source.read(limit=MOST_BYTES)
    return (
        _from_json(content) if _is_json(content) else _from_xmi(tree_of(content), _ranges(source))
    )


def _is_json(content: bytes) -> bool:
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def _is_type_system(tree: Tree) -> bool:
    return tree.root is not None and local_name(tree.root) == "typeSystemDescription"


def _from_json(content: bytes) -> dict[int, Structure]:
    value = parsed(content.removeprefix(b"\xef\xbb\xbf"))
    given = value.get("%FEATURE_STRUCTURES")
    if isinstance(given, dict):
        given = [{**each, "%ID": number} for number, each in given.items() if type(each) is dict]
    if not isinstance(given, list):
        raise Refused("It has no %FEATURE_STRUCTURES.")
    found: dict[int, Structure] = {}
    for each in given:
        number = each.get("%ID") if isinstance(each, dict) else None
        if type(number) is str and _WHOLE.fullmatch(number):
            number = int(number)
        if type(number) is not int or not isinstance(each.get("%TYPE"), str):
            raise Refused("One of its feature structures has no %ID or no %TYPE.")
        found[number] = _structure_of_json(number, each)
    return found


def _structure_of_json(number: int, each: Mapping[str, Any]) -> Structure:
    structure = Structure(number, each["%TYPE"])
    for name, value in each.items():
        if name == "%ELEMENTS" and isinstance(value, list):
            if structure.type_name == "uima.cas.FSArray" or structure.type_name.endswith("[]"):
                structure.references["elements"] = [e for e in value if type(e) is int]
            else:
                structure.values["elements"] = value
        elif name.startswith("@"):
            listed = value if isinstance(value, list) else [value]
            structure.references[name[1:]] = [e for e in listed if type(e) is int]
        elif name.startswith(("#", "^")):
            structure.values[name[1:]] = value
        elif not name.startswith("%"):
            structure.values[name] = value
    return structure


def _from_xmi(tree: Tree, ranges: Mapping[str, Mapping[str, str]]) -> dict[int, Structure]:
    """The structures of an XMI file; of a damaged one, those that are whole."""
    if tree.root is None or local_name(tree.root) != "XMI":
        raise tree.fault or Refused("It is neither XMI nor JSON of a CAS.")
    found: dict[int, Structure] = {}
    for element in tree.root:
        number = element.get(_ID, "")
        if element in tree.unfinished or not _WHOLE.fullmatch(number):
            continue
        structure = _structure_of_xmi(element, int(number), ranges)
        structure.line = tree.lines.get(element)
        found[structure.id] = structure
    return found


def _structure_of_xmi(
    element: Element, number: int, ranges: Mapping[str, Mapping[str, str]]
) -> Structure:
    structure = Structure(number, _type_name(element))
    own = ranges.get(structure.type_name, {})
    for name, value in element.attrib.items():
        if name.startswith("{"):
            continue
        if name in ("begin", "end", "sofaNum") and _WHOLE.fullmatch(value):
            structure.values[name] = int(value)
        elif _is_reference(name, value, own.get(name)) and structure.type_name != SOFA:
            structure.references[name] = [int(each) for each in value.split()]
        else:
            structure.values[name] = _value(value, own.get(name))
    for child in element:
        listed = structure.values.setdefault(local_name(child), [])
        if isinstance(listed, list):
            listed.append(child.text or "")
    return structure


def _value(value: str, of_range: str | None) -> Json:
    if of_range in _NUMBER_RANGES:
        if _WHOLE.fullmatch(value):
            return int(value)
        try:
            return float(value)
        except ValueError:
            return value
    return value


def _is_reference(name: str, value: str, of_range: str | None) -> bool:
    if not _NUMBERS.fullmatch(value):
        return False
    if of_range is None:
        return name in _USUAL_REFERENCES
    return not _PLAIN_RANGES.match(of_range)


def _type_name(element: Element) -> str:
    """`{http:///webanno/custom.ecore}Claim` is `webanno.custom.Claim`."""
    space, _, name = str(element.tag).rpartition("}")
    path = space.removeprefix("{").removeprefix("http:///").removesuffix(".ecore")
    return f"{path.replace('/', '.')}.{name}" if path and path != "noNamespace" else name


def _ranges(source: Source) -> dict[str, dict[str, str]]:
    """The kinds of values of each type's features, from the type system beside the file."""
    beside = next((each for name in TYPE_SYSTEMS if (each := source.beside(name))), None)
    if beside is None:
        return {}
    tree = tree_of(beside.read(limit=MOST_BYTES))
    found: dict[str, dict[str, str]] = {}
    supers: dict[str, str] = {}
    for element in tree.root.iter() if tree.root is not None else ():
        if local_name(element) == "typeDescription":
            name = _text_of(element, "name")
            supers[name] = _text_of(element, "supertypeName")
            found[name] = {
                _text_of(each, "name"): _text_of(each, "rangeTypeName")
                for each in element.iter()
                if local_name(each) == "featureDescription"
            }
    return {name: _with_inherited(name, found, supers) for name in found}


def _with_inherited(
    name: str, found: Mapping[str, dict[str, str]], supers: Mapping[str, str]
) -> dict[str, str]:
    whole: dict[str, str] = {}
    seen: set[str] = set()
    while name in found and name not in seen and len(seen) < _MOST_SUPERTYPES:
        seen.add(name)
        whole = {**found[name], **whole}
        name = supers[name]
    return whole


def _text_of(element: Element, name: str) -> str:
    child = next((each for each in element if local_name(each) == name), None)
    return (child.text or "").strip() if child is not None else ""
