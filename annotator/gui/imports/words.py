"""What the import screen says of files: how much they hold, and what is wrong with them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from annotator.formats import advice
from annotator.formats.incoming import Problem
from annotator.gui.language import counted, from_core
from annotator.operations.previewing import Preview
from annotator.operations.translating import NameLine

_MOST_LINES = 200

_MOST_NAMED = 5
_UNKNOWN = re.compile(r" has the extension \.([^,]*), which is not known\.")
_OF_MAPS = re.compile(
    r" (?:annotator import --forget-maps forgets it\.|"
    r"(?:A map \(|Name the (?:column|field) in a map ).*)",
    re.DOTALL,
)
"""What an option of the command can say, the window has rows for, or cannot take at all."""

ENCODINGS = (
    ("utf-8", "UTF-8"),
    ("utf-16", "UTF-16"),
    ("cp1252", "Windows-1252 (Western Europe)"),
    ("iso8859-15", "ISO 8859-15 (Western Europe)"),
    ("mac_roman", "Mac OS Roman"),
    ("cp1250", "Windows-1250 (Central Europe)"),
    ("iso8859-2", "ISO 8859-2 (Central Europe)"),
    ("cp1251", "Windows-1251 (Cyrillic)"),
    ("koi8_r", "KOI8-R (Cyrillic)"),
    ("cp1253", "Windows-1253 (Greek)"),
    ("cp1254", "Windows-1254 (Turkish)"),
    ("cp1255", "Windows-1255 (Hebrew)"),
    ("cp1256", "Windows-1256 (Arabic)"),
    ("cp932", "Shift JIS (Japanese)"),
    ("euc_jp", "EUC-JP (Japanese)"),
    ("gb18030", "GB 18030 (Chinese)"),
    ("big5", "Big5 (Chinese)"),
    ("cp949", "EUC-KR (Korean)"),
)
"""What text may be in, as Python and as people call it."""


def of_files(paths: Sequence[Path]) -> str:
    """Which files, in a line."""
    names = ", ".join(path.name for path in paths[:3])
    if len(paths) <= 3:
        return names
    more = QCoreApplication.translate("ImportScreen", "{} and {} more")
    return more.format(names, counted(len(paths) - 3))


def of_preview(preview: Preview, is_busy: bool) -> str:  # noqa: FBT001 - one of two states
    """How much comes in and what does not, in a line."""
    report = preview.report
    parts = [
        _number(report.articles, _tr("1 new article"), _tr("{} new articles")),
        _number(report.annotations, _tr("1 label"), _tr("{} labels")),
        _number(len(report.skipped), _tr("1 is here already"), _tr("{} are here already")),
        _number(len(report.moved), _tr("1 label moved"), _tr("{} labels moved")),
        _number(len(report.problems), _tr("1 problem"), _tr("{} problems")),
    ]
    said = " · ".join(part for part in parts if part) or _tr("No article was found.")
    if is_busy:
        return _tr("Looking … {}").format(said) if any(parts) else _tr("Looking …")
    if preview.is_whole:
        return said
    return _tr("{} so far. These are the first articles; all of them come in.").format(said)


def of_problems(preview: Preview) -> list[str]:
    """What is wrong with the files and what is noted of them, a line each."""
    report = preview.report
    unknown: dict[str, list[str]] = {}
    known = [each for each in report.problems if not _is_of_unknown_kind(each, unknown)]
    found = [*known, *report.moved, *report.notes]
    lines = [_of_unknown_kind(kind, names) for kind, names in sorted(unknown.items())]
    lines += [_line(each) for each in found[:_MOST_LINES]]
    lines += _of_names(line for lines in report.names.values() for line in lines)
    if len(found) > _MOST_LINES:
        lines.append(_tr("… and {} more").format(counted(len(found) - _MOST_LINES)))
    return lines


def _is_of_unknown_kind(problem: Problem, unknown: dict[str, list[str]]) -> bool:
    """Whether a file ends in what no format has; it is listed with others that do."""
    told = _UNKNOWN.search(problem.reason)
    if told is not None:
        unknown.setdefault(told[1], []).append(Path(problem.file).name)
    return told is not None


def _of_unknown_kind(kind: str, names: Sequence[str]) -> str:
    advice = _tr("Save it as text, web page, Word file, PDF, table or JSON to import it.")
    if len(names) == 1:
        sentence = _tr("{} is skipped: files that end in .{} cannot be read.")
        return f"{sentence.format(names[0], kind)} {advice}"
    shown = ", ".join(names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    if more > 0:
        shown = _tr("{} and {} more").format(shown, counted(more))
    sentence = _tr("{} files that end in .{} cannot be read and are skipped: {}.")
    return sentence.format(counted(len(names)), kind, shown)


def _of_names(lines: Iterable[NameLine]) -> list[str]:
    """What attributes and labels of whole articles became; what has none here is a problem."""
    said = []
    for line in lines:
        theirs, ours = line.theirs, line.ours
        if line.kind not in ("attribute", "article label") or not ours:
            continue
        if line.values:
            (their_value, our_value), *_ = line.values
            theirs, ours = f"{theirs}={their_value}", f"{ours}={our_value}"
        if theirs != ours.rpartition(".")[2]:
            said.append(_tr("{} becomes {} ({})").format(theirs, ours, counted(line.count)))
    return said[:_MOST_LINES]


def _line(problem: Problem) -> str:
    name = Path(problem.file).name
    said = problem.reason.replace(problem.file, name) if problem.file else problem.reason
    reason = said_before(said)
    if not name or name in reason:
        return reason
    if problem.line is None:
        return f"{name}: {reason}"
    return _tr("{}, line {}: {}").format(name, problem.line, reason)


def said_before(reason: str) -> str:
    """A notice as the screen says it before files come in, with where to click now."""
    return from_core(_clicked(reason, _tr("below")))


def listed(problems: Sequence[Problem]) -> str:
    """What is told once files are in: problems under their file, whose path stands there once."""
    lines: list[str] = []
    file = ""
    for problem in problems[:_MOST_LINES]:
        if problem.file != file:
            file = problem.file
            lines.append(file)
        reason = from_core(_clicked(problem.reason, _tr("in the import screen")))
        reason = reason.replace(file, Path(file).name) if file else reason
        if problem.line is not None:
            reason = _tr("line {}: {}").format(problem.line, reason)
        lines.append(f"    {reason}" if file else reason)
    if len(problems) > _MOST_LINES:
        lines.append(_tr("… and {} more").format(counted(len(problems) - _MOST_LINES)))
    return "\n".join(lines)


def _clicked(reason: str, where: str) -> str:
    """A notice with where to click instead of what to write in a command."""
    said = without_maps(reason)
    for option, click in _where_to_click().items():
        said = said.replace(option, click.format(where))
    return said


def without_maps(reason: str) -> str:
    """A notice without what only an option of the command can say."""
    return _OF_MAPS.sub("", reason)


def _where_to_click() -> Mapping[str, str]:
    """What to do about a notice, as the command says it and as the window does."""
    return {
        advice.IMPORT_AS: _tr("If letters are wrong, choose the encoding {}."),
        advice.OTHER_ENCODING: _tr("Choose another encoding {}, or save it as UTF-8."),
        advice.ITS_ENCODING: _tr("Save it as UTF-8, or choose its encoding {}."),
        advice.ITS_FORMAT: _tr("Choose its format {} if it is another one."),
        advice.OFFSETS: _tr("Choose {} what they count"),
        advice.NEW_VERSION: _tr("If it is a newer version of that article, tick that {}."),
        advice.REANCHOR: _tr("Tick {} that labels are moved"),
    }


def _number(count: int, one: str, many: str) -> str:
    if not count:
        return ""
    return one if count == 1 else many.format(counted(count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportScreen", text)
