"""ninjs, the JSON of news agencies, versions 1 to 3: an item made an article."""

from typing import Any

from annotator.formats.composing import Found, Origin, composed
from annotator.formats.html_text import Visible, visible_text
from annotator.formats.incoming import Arrival
from annotator.formats.json_values import Refused
from annotator.formats.sources import Source

_MARKS = ("headline", "headlines", "versioncreated", "versionCreated", "pubstatus", "pubStatus")
_BODIES = ("bodies", "body_xhtml", "body_html", "body_text")


def is_ninjs(value: dict[str, Any]) -> bool:
    """Whether an object is an item of ninjs, by the fields that only it has together."""
    standard = value.get("standard", value.get("$standard"))
    if isinstance(standard, dict) and str(standard.get("name", "")).lower() == "ninjs":
        return True
    has_body = any(key in value for key in _BODIES)
    return "uri" in value and has_body and any(key in value for key in _MARKS)


def arrival_of(value: dict[str, Any], source: Source, *, line: int | None) -> Arrival:
    """The article of an item; Refused when it has no text, as pictures and events have none."""
    markup, text = _body(value)
    if markup is None and text is None:
        raise Refused(f"It has no body; its type is {value.get('type', 'not told')!r}.")
    seen = Visible(text or "") if markup is None else visible_text(markup)
    uri = _text(value.get("uri"))
    address = next(
        (_text(value[key]) for key in ("url", "canonicalUrl", "link") if key in value), uri
    )
    facts = {
        "title": _headline(value),
        "language": _text(value.get("language")),
        "published": _first(value, "versioncreated", "versionCreated", "firstcreated",
                            "firstCreated", "contentcreated", "contentCreated"),
        "outlet": _outlet(value),
        "author": _author(value),
        "licence": _rights(value),
        "url": address if address.startswith(("http://", "https://")) else "",
    }  # fmt: skip
    raw = (text or "" if markup is None else markup).encode()
    found = Found(seen.text, facts, seen.structure, {"uri": uri} if uri else {})
    is_as_it_stood = markup is None
    return composed(found, Origin(source, "ninjs", line, None if is_as_it_stood else raw))


def _body(value: dict[str, Any]) -> tuple[str | None, str | None]:
    """The HTML of the main body, or its plain text."""
    bodies = value.get("bodies")
    for body in sorted(_objects(bodies), key=_rank):
        if isinstance(body.get("value"), str):
            kind = str(body.get("contenttype", body.get("contentType", ""))).lower()
            return (body["value"], None) if "html" in kind else (None, body["value"])
    for key in sorted(value):
        if key in ("body_xhtml", "body_html", "body_xhtml_main") and value[key]:
            return _text(value[key]), None
    for key in ("body_text", "body"):
        if isinstance(value.get(key), str):
            return None, value[key]
    return None, None


def _rank(body: dict[str, Any]) -> tuple[bool, bool]:
    kind = str(body.get("contenttype", body.get("contentType", ""))).lower()
    return str(body.get("role", "main")).lower() not in ("main", "body", ""), "html" not in kind


def _headline(value: dict[str, Any]) -> str:
    if isinstance(value.get("headline"), str):
        return str(value["headline"])
    titles = sorted(_objects(value.get("headlines")), key=lambda each: each.get("role") != "main")
    return next((_text(each.get("value")) for each in titles), "") or _text(value.get("title"))


def _author(value: dict[str, Any]) -> str:
    if isinstance(value.get("byline"), str):
        return str(value["byline"])
    lines = (
        _text(each.get("value", each.get("byline"))) for each in _objects(value.get("bylines"))
    )
    return next(filter(None, lines), "")


def _outlet(value: dict[str, Any]) -> str:
    """Who provides the item, in the words of whatever version."""
    for key in ("provider", "infosources", "infoSources", "infosource", "source"):
        each = value.get(key)
        if isinstance(each, str):
            return each
        for named in _objects(each if isinstance(each, list) else [each]):
            if isinstance(named.get("name"), str):
                return str(named["name"])
    return ""


def _rights(value: dict[str, Any]) -> str:
    inner = value.get("rightsinfo", value.get("rightsInfo"))
    own = _first(value, "copyrightnotice", "copyrightNotice", "usageterms", "usageTerms")
    return own or (_first(inner, "copyrightnotice", "copyrightNotice", "usageterms", "usageTerms")
                   if isinstance(inner, dict) else "")  # fmt: skip


def _first(value: dict[str, Any], *keys: str) -> str:
    return next((_text(value[key]) for key in keys if isinstance(value.get(key), str)), "")


def _objects(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
