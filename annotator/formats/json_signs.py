"""Which tool wrote a JSON file, told by keys that no other tool writes; extensions tell nothing."""

import re

LENGTH = 256_000
"""How many bytes of a file are looked at: its first texts may be long."""


def _key(names: str, value: str = "") -> str:
    """A pattern of a key that stands in JSON itself and not, escaped, in a text."""
    return rf'(?<!\\)"(?:{names})"\s*:\s*{value}'


_OURS = re.compile(_key("schema", r'"annotator/').encode())
_SIGNS = tuple(
    (name, re.compile(pattern.encode()))
    for name, pattern in (
        ("webannotation", r'(?<!\\)"https?://www\.w3\.org/ns/anno\.jsonld"'),
        ("prodigy", _key("_task_hash|_input_hash|_session_id|_view_id|token_start")),
        ("labelstudio", _key("from_name|completed_by|annotation_id|completions|hypertextlabels")),
        ("doccano", _key("start_offset|annotation_approver|Comments")),
        ("doccano", _key("label|labels", r'\[\s*\[\s*\d+\s*,\s*\d+\s*,\s*"')),
    )
)


def format_in(start: bytes) -> str | None:
    """The format of a JSON file of another tool, by its beginning; None where nothing tells."""
    if _OURS.search(start):
        return None
    return next((name for name, sign in _SIGNS if sign.search(start)), None)
