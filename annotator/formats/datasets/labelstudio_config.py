"""The labelling configuration of Label Studio for a scheme."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from annotator.domain.attribute import Attribute
from annotator.domain.scheme import Label, Scheme

CONFIG_FILE = "labeling-config.xml"
LABELS, TEXT = "label", "text"
ATTRIBUTE = "{label}.{attribute}"
"""What the control of an attribute is called."""

_COLOURS = {
    "claim": "#3b6fd4", "source": "#1f8a70", "cue": "#a8641a", "quote": "#7a4fb5",
    "neutral": "#6b7280", "expression": "#b3446c", "boilerplate": "#9a9a9a",
    "positive": "#2e8b57", "negative": "#c0392b",
}  # fmt: skip
"""Colours on white for the roles of a theme."""


def configuration(scheme: Scheme) -> str:
    """The configuration: labels, attributes of each, relations, labels of the article."""
    lines = ["<View>", f'  <Labels name="{LABELS}" toName="{TEXT}">']
    lines += [f"    {_label(each)}" for each in scheme.labels]
    lines += ["  </Labels>", f'  <Text name="{TEXT}" value="$text" granularity="symbol"/>']
    if kinds := [each for each in scheme.relations if each.scope == "document"]:
        lines += ["  <Relations>"]
        lines += [f"    <Relation value={quoteattr(each.id)}/>" for each in kinds]
        lines += ["  </Relations>"]
    for label in scheme.labels:
        for attribute in label.attributes:
            lines += [f"  {line}" for line in _attribute(label, attribute)]
    for kind in scheme.article_labels:
        head = f'<Choices name={quoteattr(kind.id)} toName="{TEXT}" choice="single"'
        lines += [f'  {head} showInline="true">']
        lines += [f"    {_choice(value.id, value.name)}" for value in kind.values]
        lines += ["  </Choices>"]
    return "\n".join((*lines, "</View>", ""))


def _label(label: Label) -> str:
    colour = _COLOURS.get(label.colour, "#6b7280")
    return (
        f'<Label value={quoteattr(label.id)} hint={quoteattr(label.name)} background="{colour}"/>'
    )


def _attribute(label: Label, attribute: Attribute) -> Iterator[str]:
    """The control of an attribute, shown where a region has its label."""
    name = ATTRIBUTE.format(label=label.id, attribute=attribute.id)
    shared = (
        f'name={quoteattr(name)} toName="{TEXT}" perRegion="true" whenTagName="{LABELS}" '
        f"whenLabelValue={quoteattr(label.id)}"
    )
    if attribute.kind == "number":
        yield f"<Number {shared}/>"
    elif attribute.kind in ("text", "entity"):
        yield f'<TextArea {shared} maxSubmissions="1" placeholder={quoteattr(attribute.name)}/>'
    else:
        how = "single" if attribute.kind == "choice" else "multiple"
        yield f'<Choices {shared} choice="{how}" showInline="true">'
        for value in attribute.values:
            yield f"  {_choice(value.id, value.name)}"
        yield "</Choices>"


def _choice(value: str, name: str) -> str:
    return f"<Choice value={quoteattr(value)} hint={quoteattr(name)}/>"
