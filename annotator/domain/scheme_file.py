"""Scheme files: TOML that people write, read into a `Scheme` or refused with every problem.

A reader of a table remembers which keys were asked for; what is left over is an unknown key.
Problems are collected with the path of what they concern and get line and column at the end.
"""

import re
import tomllib
from collections.abc import Iterable

from annotator.dataclass import dataclass
from annotator.domain import scheme_checks
from annotator.domain.attribute import Attribute, AttributeKind, AttributeValue, Measure, Value
from annotator.domain.errors import UserError
from annotator.domain.scheme import (
    ArticleLabelKind,
    Chip,
    Condition,
    FlagReason,
    Guideline,
    Label,
    RaisedBy,
    RelationKind,
    Rule,
    Scheme,
    Scope,
    Severity,
    Sign,
    Underline,
    Voice,
)
from annotator.domain.scheme_places import Places, place_of_syntax_error
from annotator.domain.scheme_table import SCHEME_ID, Report, Table

FORMAT = 1
LARGEST_FILE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a scheme file; line and column count from 1."""

    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}: {self.message}"


class SchemeProblems(UserError):
    """A scheme file that cannot be used, with everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda each: (each.line, each.column)))
        count = "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"
        lines = (f"  {problem}" for problem in self.problems)
        super().__init__("\n".join((f"The scheme was not taken: {count}.", *lines)))


def parse_scheme(text: str) -> Scheme:
    """The scheme that a file describes, or `SchemeProblems` with everything wrong with it."""
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST_FILE:
        raise SchemeProblems([Problem(1, 1, "The file is larger than 1 MiB.")])
    # Places are counted in the text that tomllib reads, which has no CR LF.
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        root = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SchemeProblems([_syntax_problem(text, str(error))]) from error
    report = Report()
    scheme = _scheme(Table(root, (), report))
    scheme_checks.check(scheme, report)
    if report.problems:
        places = Places(text)
        raise SchemeProblems(
            Problem(*places.of(path), message) for path, message in report.problems
        )
    return scheme


def _syntax_problem(text: str, message: str) -> Problem:
    line, column = place_of_syntax_error(message) or (text.count("\n") + 1, 1)
    what = message.partition(" (at ")[0]
    return Problem(line, column, f"This is not TOML: {what}.")


def _scheme(root: Table) -> Scheme:
    _check_format(root)
    labels = tuple(_label(table) for table in root.tables("label"))
    if not labels:
        root.report.add((), "A scheme needs at least one label.")
    every_label = tuple(label.id for label in labels)
    scheme = Scheme(
        id=root.identifier("scheme", pattern=SCHEME_ID),
        revision=root.whole_number("revision", 1, least=1),
        title=root.required_text("title"),
        language=_language(root),
        labels=labels,
        relations=tuple(_relation(table, every_label) for table in root.tables("relation")),
        article_labels=tuple(_article_label(table) for table in root.tables("article_label")),
        flag_reasons=tuple(_flag_reason(table) for table in root.tables("flag_reason")),
        rules=tuple(_rule(table) for table in root.tables("rule")),
        guidelines=tuple(_guideline(table) for table in root.tables("guideline")),
    )
    root.close()
    return scheme


def _check_format(root: Table) -> None:
    if not root.has("format"):
        root.report.add((), f"The file must say format = {FORMAT}.")
    if root.whole_number("format", FORMAT, least=1) != FORMAT:
        root.problem("format", f"This program reads format {FORMAT}; the file needs a newer one.")


def _language(root: Table) -> str:
    language = root.text("language") or "en"
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", language):
        root.problem("language", f"{language!r} is no language tag such as en or pt-BR.")
    return language


def _label(table: Table) -> Label:
    label = Label(
        id=table.identifier(),
        name=table.required_text("name"),
        key=table.text("key"),
        help=table.text("help"),
        positive=table.texts("positive"),
        negative=table.texts("negative"),
        colour=table.required_text("colour"),
        underline=table.one_of("underline", _UNDERLINES),
        chip=table.one_of("chip", _CHIPS),
        letter=table.required_text("letter"),
        exclusive=table.truth("exclusive"),
        attributes=tuple(_attribute(each) for each in table.tables("attribute")),
    )
    table.close()
    return label


def _attribute(table: Table) -> Attribute:
    attribute = Attribute(
        id=table.identifier(),
        name=_name(table),
        kind=table.one_of("kind", _ATTRIBUTE_KINDS),
        measure=table.one_of("measure", _MEASURES),
        values=_values(table),
        required=table.truth("required"),
        default=_default(table),
        help=table.text("help"),
        editors_only=table.truth("editors_only"),
    )
    table.close()
    return attribute


def _values(table: Table) -> tuple[Value, ...]:
    return tuple(_value(each) for each in table.tables("values", shorthand="id"))


def _value(table: Table) -> Value:
    value = Value(
        id=table.identifier(),
        name=_name(table),
        help=table.text("help"),
        key=table.text("key"),
        glyph=table.text("glyph"),
        colour=table.text("colour"),
        off_scale=table.truth("off_scale"),
    )
    table.close()
    return value


def _name(table: Table) -> str:
    """The shown name; where none is given, the id in plain words."""
    return table.text("name") or table.text("id").replace("_", " ").capitalize()


def _default(table: Table) -> AttributeValue | None:
    found = table.anything("default")
    if isinstance(found, list):
        return table.texts("default")
    if found is None or (isinstance(found, str | int | float) and not isinstance(found, bool)):
        return found
    table.problem("default", f"default must be text, a number or a list, not {found!r}.")
    return None


def _relation(table: Table, every_label: tuple[str, ...]) -> RelationKind:
    def labels(key: str) -> tuple[str, ...]:
        named = table.texts(key)
        return every_label if named == ("*",) else named

    relation = RelationKind(
        id=table.identifier(),
        name=table.required_text("name"),
        inverse=table.text("inverse"),
        sources=labels("from"),
        targets=labels("to"),
        scope=table.one_of("scope", _SCOPES),
        symmetric=table.truth("symmetric"),
        max_from=table.whole_number("max_from", 0, least=0),
        acyclic=table.truth("acyclic"),
        excludes=table.texts("excludes"),
        attributes=tuple(_attribute(each) for each in table.tables("attribute")),
        help=table.text("help"),
    )
    table.close()
    return relation


def _article_label(table: Table) -> ArticleLabelKind:
    article_label = ArticleLabelKind(
        id=table.identifier(),
        name=table.required_text("name"),
        values=_values(table),
        measure=table.one_of("measure", _MEASURES),
        help=table.text("help"),
    )
    table.close()
    return article_label


def _flag_reason(table: Table) -> FlagReason:
    reason = FlagReason(
        id=table.identifier(),
        name=table.required_text("name"),
        help=table.text("help"),
        raised_by=table.one_of("raised_by", _RAISERS),
    )
    table.close()
    return reason


def _rule(table: Table) -> Rule:
    rule = Rule(
        id=table.identifier(),
        flag=table.required_text("flag"),
        severity=table.one_of("severity", _SEVERITIES),
        label=table.text("label"),
        relation=table.text("relation"),
        where=_conditions(table.table("where")),
        having=table.text("having"),
        without=table.text("without"),
        unless=_conditions(table.table("unless")),
        related=_conditions(table.table("related")),
        mentions=table.texts("mentions"),
        shows=table.one_of("shows", _SIGNS),
        voice=table.one_of("voice", _VOICES),
        undated=table.truth("undated"),
    )
    table.close()
    return rule


def _conditions(where: Table) -> tuple[Condition, ...]:
    return tuple(Condition(attribute, where.texts(attribute)) for attribute in where.names())


def _guideline(table: Table) -> Guideline:
    guideline = Guideline(applies_to=table.text("applies_to"), text=table.required_text("text"))
    table.close()
    return guideline


# The first word of each is what an absent key means.
_UNDERLINES: tuple[Underline, ...] = (
    "solid", "double", "dashed", "dotted", "wavy", "dash-dot", "triple", "none",
)  # fmt: skip
_CHIPS: tuple[Chip, ...] = ("square", "round", "diamond", "hexagon", "bar")
_ATTRIBUTE_KINDS: tuple[AttributeKind, ...] = ("choice", "many", "text", "number", "entity")
_MEASURES: tuple[Measure, ...] = ("nominal", "ordinal")
_SCOPES: tuple[Scope, ...] = ("document", "project")
_RAISERS: tuple[RaisedBy, ...] = ("annotator", "rule")
_SIGNS: tuple[Sign, ...] = (
    "", "share_without_base", "unpaired_marks", "fused_words", "code_fence",
)  # fmt: skip
_VOICES: tuple[Voice, ...] = ("", "author")
_SEVERITIES: tuple[Severity, ...] = ("check", "info", "stop")
