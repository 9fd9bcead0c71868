"""Which tool wrote a JSON file, told by the keys it writes; extensions tell nothing."""

import re

LENGTH = 256_000
"""How many bytes of a file are looked at: its first texts may be long."""


def _key(names: str, value: str = "") -> str:
    """A pattern of a key that stands in JSON itself and not, escaped, in a text."""
    return rf'(?<!\\)"(?:{names})"\s*:\s*{value}'


_OURS = re.compile(_key("schema", r'"annotator/').encode())
_SIGNS = tuple(
    (name, tuple(re.compile(pattern.encode()) for pattern in patterns))
    for name, *patterns in (
        ("webannotation", r'(?<!\\)"https?://www\.w3\.org/ns/anno\.jsonld"'),
        ("prodigy", _key("_task_hash|_input_hash|_session_id|_view_id|token_start")),
        ("labelstudio", _key("from_name|completed_by|annotation_id|completions|hypertextlabels")),
        ("labelstudio", _key("annotations|predictions", r"\["), _key("data", r"\{")),
        ("doccano", _key("start_offset|annotation_approver|Comments")),
        ("doccano", _key("label|labels|entities|spans", r'\[\s*\[\s*\d+\s*,\s*\d+\s*,\s*"')),
        ("doccano", _key("entities", r"\[\s*\]"), _key("relations", r"\[\s*\]")),
    )
)
"""For each format patterns that its files all have; one set of them is enough."""


def format_in(start: bytes) -> str | None:
    """The format of a JSON file of another tool, by its beginning; None where nothing tells."""
    if _OURS.search(start):
        return None
    found = (name for name, signs in _SIGNS if all(sign.search(start) for sign in signs))
    return next(found, None)
