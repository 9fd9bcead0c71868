"""Plain words inside what Qt shows as rich text, such as tooltips."""


def escape(words: str) -> str:
    """Words that are shown as they are; `html` would bring a table of 2,000 names to the start."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
