"""What the programs of other people demand of their files, written down as they document it."""

import re
from pathlib import Path

import jsonschema
import orjson
import pytest

from tests.operations import tool_projects


@pytest.fixture(name="project", scope="module")
def _project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tool_projects.sample(tmp_path_factory.mktemp("sample"))


def an_object(**properties: object) -> dict[str, object]:
    """An object that must have all of these."""
    return {"type": "object", "required": sorted(properties), "properties": properties}


WORD = {"type": "string", "minLength": 1}
PLACE = {"start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 1}}
SAID = {
    "labels": an_object(**PLACE, text=WORD, labels={"type": "array", "items": WORD, "minItems": 1}),
    "choices": an_object(choices={"type": "array", "items": WORD, "minItems": 1}),
    "textarea": an_object(text={"type": "array", "items": {"type": "string"}, "minItems": 1}),
    "number": an_object(number={"type": "number"}),
}
"""The value of a result by its type."""
RELATION = {
    **an_object(
        type={"const": "relation"}, from_id=WORD, to_id=WORD,
        direction={"enum": ["right", "left", "bi"]}, labels={"type": "array", "items": WORD},
    ),
    "not": {"anyOf": [{"required": ["from_name"]}, {"required": ["value"]}]},
}  # fmt: skip
RESULT = {
    "oneOf": [
        RELATION,
        *(
            an_object(id=WORD, from_name=WORD, to_name=WORD, type={"const": kind}, value=value)
            for kind, value in SAID.items()
        ),
    ]
}
TASKS = {
    "type": "array",
    "items": an_object(
        data=an_object(text={"type": "string"}),
        annotations={
            "type": "array",
            "items": an_object(
                result={"type": "array", "items": RESULT},
                was_cancelled={"type": "boolean"},
                ground_truth={"type": "boolean"},
            ),
        },
        predictions={"type": "array"},
    ),
}
"""A list of tasks as Label Studio takes them in."""


def test_tasks_of_label_studio_follow_their_schema_and_name_only_what_is_there(
    project: Path, tmp_path: Path
) -> None:
    tool_projects.write(project, tmp_path / "out", "labelstudio")
    tasks = orjson.loads((tmp_path / "out" / "data.json").read_bytes())
    jsonschema.Draft202012Validator(TASKS).validate(tasks)
    kinds = set()
    for task in tasks:
        text = task["data"]["text"]
        for annotation in task["annotations"]:
            result = annotation["result"]
            regions = {each["id"]: each["value"] for each in result if each["type"] == "labels"}
            for each in result:
                kinds.add(each["type"])
                if each["type"] == "relation":
                    assert {each["from_id"], each["to_id"]} <= set(regions)
                elif "start" in each["value"]:
                    value = each["value"]
                    assert text[value["start"] : value["end"]] == regions[each["id"]]["text"]
    assert kinds >= {"labels", "choices", "relation", "textarea"}


BOUND = re.compile(r"T\d+\t([\w-]+) (\d+ \d+(?:;\d+ \d+)*)\t([^\n\t]+)", re.ASCII)
OTHERS = {
    "E": re.compile(r"E\d+\t[\w-]+:T\d+(?: [\w-]+:[TE]\d+)*", re.ASCII),
    "R": re.compile(r"R\d+\t[\w-]+ Arg1:[TE]\d+ Arg2:[TE]\d+", re.ASCII),
    "A": re.compile(r"A\d+\t[\w-]+ [TER]\d+(?: \S+)?"),
    "N": re.compile(r"N\d+\tReference [TER]\d+ [^\s:]+:\S+\t[^\n]*"),
    "#": re.compile(r"#\d+\t\w+ [TERA]\d+\t[^\n]*"),
}
"""The lines of brat but for those of marks, by what they begin with."""
NAMED = re.compile(r"(?<![^ :])[TERA]\d+(?= |$)", re.ASCII)


def sections_of(content: str) -> dict[str, set[str]]:
    """The types that a configuration declares, by section."""
    found: dict[str, set[str]] = {}
    lines: set[str] = set()
    for line in content.splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), set())
        elif line.strip() and not line.startswith("#"):
            lines.add(re.split(r"[\s\t]", line.strip(), maxsplit=1)[0])
    return found


def test_files_of_brat_follow_its_rules_and_use_only_declared_types(
    project: Path, tmp_path: Path
) -> None:
    tool_projects.write(project, tmp_path / "out", "brat", layer="ana")
    declared = sections_of((tmp_path / "out" / "annotation.conf").read_text("utf-8"))
    assert set(declared) == {"entities", "relations", "events", "attributes"}
    seen: set[str] = set()
    for path in sorted((tmp_path / "out").glob("*.ann")):
        text = path.with_suffix(".txt").read_bytes().decode()
        lines = path.read_bytes().decode().split("\n")
        assert lines.pop() == ""
        identities = [line.partition("\t")[0] for line in lines]
        assert len(set(identities)) == len(identities)
        for line in lines:
            kind = line[0]
            seen.add(kind)
            if bound := BOUND.fullmatch(line):
                pairs = [tuple(map(int, each.split())) for each in bound[2].split(";")]
                assert bound[3] == " ".join(text[start:end] for start, end in pairs)
                assert not any("\n" in text[start:end] for start, end in pairs)
                assert bound[1] in declared["entities"] | declared["events"]
            else:
                assert OTHERS[kind].fullmatch(line), line
                said = line.partition("\t")[2].split("\t")[0]
                assert set(NAMED.findall(said)) <= set(identities)
            if kind in "RA":
                own = line.partition("\t")[2].split(" ")[0]
                assert own in declared[{"R": "relations", "A": "attributes"}[kind]]
    assert seen >= {"T", "E", "R", "A", "#"}
