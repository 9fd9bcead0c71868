"""What an element of a page is in an article, by its name and by what its attributes call it.

Newsrooms mark bylines, decks and the like by classes whose names are much alike everywhere, by
microdata, or by elements made for it. A name counts for what is short enough to be such a thing:
`lead` around a whole article says nothing.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from annotator.formats.html_tokens import Token

Role: TypeAlias = tuple[str, int]
"""Kind and level as in `Structure`; a plain one has no kind."""

PLAIN: Role = ("", 0)

MOST_CHARACTERS: Mapping[str, int] = {
    "byline": 200, "dateline": 120, "deck": 700, "caption": 800, "pull_quote": 900,
}  # fmt: skip
"""How long what bears the name of a kind may be; longer, it is only something around it."""

INLINE_KINDS = frozenset(("byline", "dateline"))
"""Kinds that may be a part of a paragraph."""

_BY_NAME: Mapping[str, Role] = {
    "h1": ("headline", 1), "h2": ("subheading", 2), "h3": ("subheading", 3),
    "h4": ("subheading", 4), "h5": ("subheading", 5), "h6": ("subheading", 6),
    "li": ("list_item", 0), "dd": ("list_item", 0), "dt": ("list_item", 0),
    "figcaption": ("caption", 0), "caption": ("caption", 0), "time": ("dateline", 0),
    "blockquote": ("quotation", 0), "pre": ("code", 0),
}  # fmt: skip
_BY_WORDS: Mapping[str, tuple[str, ...]] = {
    "pull_quote": ("pullquote", "pull-quote", "blockquote-pull", "quote-pull", "intense-quote"),
    "caption": ("caption", "figcaption", "bildunterschrift", "legende"),
    "byline": (
        "byline", "by-line", "bylines", "author", "authors", "author-name", "authors-name",
        "autor", "autoren", "auteur", "autore", "writer", "reporter", "contributors",
    ),
    "dateline": (
        "dateline", "date-line", "timestamp", "time-stamp", "pubdate", "pub-date", "date",
        "published", "publish-date", "published-date", "datum", "dateblock",
    ),
    "deck": (
        "deck", "dek", "standfirst", "stand-first", "subdeck", "subtitle", "sub-title", "subhead",
        "sub-headline", "subheadline", "lead", "lede", "lead-text", "intro",
        "vorspann", "chapo", "chapeau", "sommario", "entradilla", "article-summary", "abstract",
    ),
}  # fmt: skip
_BY_PROPERTY = {
    "headline": "headline", "alternativeheadline": "deck", "author": "byline", "creator": "byline",
    "datepublished": "dateline", "datemodified": "dateline", "caption": "caption",
}  # fmt: skip
# What stands with such a name but is about something else: a box on the author, a list of dates.
_ABOUT = frozenset(
    ("bio", "box", "about", "card", "cards", "comment", "comments", "related", "widget", "social",
     "share", "follow", "image", "img", "photo", "avatar", "picture", "icon", "nav", "menu",
     "list", "container", "wrapper", "wrap", "body", "content", "story", "gen", "in", "out",
     "pagination", "more", "link", "generation", "form", "upper", "lower", "has", "no", "with")
)  # fmt: skip
_NEVER = frozenset(
    ("html", "body", "article", "main", "section", "form", "table", "tr", "ul", "ol")
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PART = re.compile(r"[-_]+")


def role_of_name(name: str) -> Role:
    """What an element of this name is whatever its attributes say; none inside a line is."""
    return PLAIN if name == "time" else _BY_NAME.get(name, PLAIN)


def role_of(token: Token) -> Role:
    """What the element that a tag begins is in an article; plain where nothing says so."""
    by_name = _BY_NAME.get(token.name, PLAIN)
    if not token.inside or token.name in _NEVER or token.name == "h1":
        return by_name
    kind = _said(token)
    if not kind or (kind == "headline" and token.name not in _HEADINGS):
        return by_name
    if token.name in ("figcaption", "time") or (token.name == "li" and kind == "deck"):
        return by_name
    return (kind, 1 if kind == "headline" else 0)


def _said(token: Token) -> str:
    """The kind that the attributes of a tag name."""
    if "=" not in token.inside:
        return ""
    attributes = token.attributes
    if (
        token.name in ("a", "span", "p", "address")
        and "author" in attributes.get("rel", "").split()
    ):
        return "byline"
    for name in attributes.get("itemprop", "").lower().split():
        if name in _BY_PROPERTY:
            return _BY_PROPERTY[name]
    names = f"{attributes.get('class', '')} {attributes.get('data-testid', '')}".split()
    return _named(names)


def _named(names: Iterable[str]) -> str:
    for name in names:
        parts = _PART.split(_CAMEL.sub("-", name).lower().strip("-_"))
        if len(parts) > 4 or not _ABOUT.isdisjoint(parts):
            continue
        whole = "-".join(parts)
        for kind, words in _BY_WORDS.items():
            # A name ends in what a thing is: `article-byline`, `c-article__dek`.
            if any(whole == word or whole.endswith(f"-{word}") for word in words):
                return kind
        if parts[0] in ("byline", "standfirst", "dek", "pullquote"):
            return next(kind for kind, words in _BY_WORDS.items() if parts[0] in words)
    return ""
