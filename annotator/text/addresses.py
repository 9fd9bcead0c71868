"""Addresses on the web, as far as they tell articles apart."""

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

_NOT_ADDRESS = re.compile(r"utm_|fbclid|gclid|mc_|ref$|source$")


def leads_to_an_article(url: str) -> bool:
    """Whether an address can be that of one article, and not of the front page of a site."""
    return _parts(url) is not None


def plain_address(url: str) -> str | None:
    """An address without what does not tell articles apart: scheme, `www`, tracking, fragment.

    None for what leads to no article.
    """
    parts = _parts(url)
    if parts is None:
        return None
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    path = parts.path.rstrip("/").removesuffix("/amp")
    kept = [(k, v) for k, v in parse_qsl(parts.query) if not _NOT_ADDRESS.match(k.lower())]
    return f"{host}{path}?{urlencode(sorted(kept))}"


def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return parts if parts.path.strip("/") or parts.query else None
