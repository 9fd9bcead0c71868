"""The tool that wrote a JSON file is known by its keys, and never by words in a text."""

import json

import pytest

from annotator.formats.json_signs import format_in
from tests.formats.annotated.tool_files import doccano_plain, labelstudio, prodigy, webannotation


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (prodigy("Mayor Ruiz said the bridge will cost 4m euros."), "prodigy"),
        (doccano_plain("Mayor Ruiz said the bridge will cost 4m euros."), "doccano"),
        (labelstudio("Mayor Ruiz said the bridge will cost 4m euros."), "labelstudio"),
        (webannotation("Mayor Ruiz said the bridge will cost 4m euros."), "webannotation"),
        (b'[{"annotations": [], "data": {"text": "x"}, "predictions": []}]', "labelstudio"),
        (b'{"entities": [], "relations": [], "text": "x"}', "doccano"),
        (b'{"schema": "annotator/1", "spans": [], "_session_id": "x"}', None),
        (b'{"text": "x", "spans": [{"start": 1, "end": 2, "label": "a"}]}', None),
        (json.dumps({"text": '"_session_id": "x" "start_offset": 1'}).encode(), None),
    ],
)
def test_a_file_is_known_by_its_keys(content: bytes, found: str | None) -> None:
    assert format_in(content) == found
