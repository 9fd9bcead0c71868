"""`README.md`: the card of a dataset, with the head that the Hugging Face library reads."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from annotator import __version__
from annotator.domain.people import GOLD
from annotator.formats.datasets.work import AGGREGATE, FRAGMENTS, FULL, NONE, RAW, Setting
from annotator.formats.datasets.writing import DatasetWriter
from annotator.operations.dataset_agreement import in_words
from annotator.operations.dataset_contents import Contents
from annotator.operations.export_plan import ARTICLE, CLUSTER, DATE, OUTLET, ExportPlan
from annotator.operations.splits import CLOSEST, Splits

_MOST = 20
"""So many outlets and the like are named."""

_TASKS = {
    "classification": "text-classification",
    "hf-tokens": "token-classification",
    "conll": "token-classification",
    "spacy": "token-classification",
    "pairs": "text-classification",
    "chat": "text-generation",
}
_RULES = {
    CLUSTER: "Each group falls whole, by the hash of the seed and its first article.",
    OUTLET: "Each outlet falls whole; copies that would cross are left out.",
    DATE: "Earlier days come before later ones; copies that would cross are left out.",
    ARTICLE: "Each article falls by itself.",
}
_TEXTS = {
    FULL: "The full text of every article is in it: see that its licence allows that.",
    FRAGMENTS: "Only labelled words are in it; every other character is masked.",
    NONE: "No words are in it: offsets and the SHA-256 of each text, for those who have the texts.",
}


def card(
    plan: ExportPlan,
    setting: Setting,
    writer: DatasetWriter,
    contents: Contents,
    counts: Mapping[str, Any],
    splits: Splits | None,
) -> bytes:
    """The card of a dataset."""
    parts = (
        _head(plan, setting, writer, contents),
        _summary(plan, setting, counts),
        _articles(contents),
        _labels(setting, contents),
        _people(plan, contents),
        in_words(contents.agreement) if contents.agreement else (),
        _treatment(plan, writer, counts),
        _splits(plan, writer, contents, splits),
        _rights(plan, contents),
        _making(plan),
    )
    return "\n".join(line for part in parts for line in part).encode() + b"\n"


def _head(
    plan: ExportPlan, setting: Setting, writer: DatasetWriter, contents: Contents
) -> Iterator[str]:
    yield "---"
    yield f"pretty_name: {_quoted(f'{setting.scheme.title} ({plan.format_id})')}"
    languages = sorted(each for each in contents.languages if _is_language(each))
    if languages:
        yield from ("language:", *(f"- {_quoted(each)}" for each in languages))
    licences = {each.lower() for each in contents.licences}
    yield f"license: {_quoted(licences.pop()) if len(licences) == 1 else 'other'}"
    if plan.format_id in _TASKS:
        yield from ("task_categories:", f"- {_TASKS[plan.format_id]}")
    yield from ("tags:", "- annotator", "- news")
    yield f"size_categories:\n- {_size(writer.records)}"
    if writer.features is not None:
        yield "dataset_info:"
        yield "  features:"
        yield from _yaml(writer.features, "  ")
    yield from _configs(setting, writer)
    yield "---"
    yield ""


def _configs(setting: Setting, writer: DatasetWriter) -> Iterator[str]:
    """Which file is which split; an empty one would stop the library."""
    names = [path.relative_to(writer.folder).as_posix() for path in writer.paths]
    stems = {name.partition(".")[0]: name for name in names if "/" not in name}
    filled = [
        (split or "train", stems[split or "data"])
        for split in (setting.splits or ("",))
        if writer.split_records[split] and (split or "data") in stems
    ]
    if filled:
        yield from ("configs:", "- config_name: default", "  data_files:")
    for split, name in filled:
        yield f"  - split: {split}"
        yield f"    path: {_quoted(name)}"


def _summary(plan: ExportPlan, setting: Setting, counts: Mapping[str, Any]) -> Iterator[str]:
    scheme = setting.scheme
    yield f"# {scheme.title}"
    yield ""
    yield (
        f"{counts['lines']:,} records in the format `{plan.format_id}` about "
        f"{counts['articles']:,} news articles, with {counts['annotations']:,} annotations and "
        f"{counts['relations']:,} relations."
    )
    yield ""
    guidelines = "\n".join(f"{each.applies_to}\t{each.text}" for each in scheme.guidelines)
    digest = hashlib.sha256(guidelines.encode()).hexdigest()
    named = setting.scheme_name
    yield f"- Scheme: `{named.id}`, revision {named.revision}, SHA-256 `{named.sha256}`"
    yield f"- Guidelines: {len(scheme.guidelines)}, SHA-256 `{digest}`"
    yield "- Offsets: Unicode code points, the end not included"
    yield f"- Checksums and counts: `manifest.json`; made with annotator {__version__}"
    yield ""


def _articles(contents: Contents) -> Iterator[str]:
    yield "## Articles"
    yield ""
    if contents.first_day:
        undated = f"; {contents.undated:,} without a date" if contents.undated else ""
        yield f"- Published from {contents.first_day} to {contents.last_day}{undated}"
    else:
        yield "- None has a date"
    yield f"- Languages: {_listed(contents.languages)}"
    yield f"- Outlets ({len(contents.outlets):,}): {_listed(contents.outlets)}"
    yield ""


def _labels(setting: Setting, contents: Contents) -> Iterator[str]:
    yield "## Labels"
    yield ""
    names = list(contents.labels_of_splits) if setting.splits else []
    order = [name for name in setting.splits if name in names]
    yield f"| Label | What it is | Annotations |{''.join(f' {name} |' for name in order)}"
    yield f"| --- | --- | ---: |{' ---: |' * len(order)}"
    for label in setting.scheme.labels:
        counts = [contents.labels_of_splits[name][label.id] for name in order]
        cells = "".join(f" {count:,} |" for count in counts)
        help_text = _cell(label.help)
        yield f"| `{label.id}` | {help_text} | {contents.labels[label.id]:,} |{cells}"
    yield ""
    if contents.relation_labels:
        yield f"Relations within articles: {_listed(contents.relation_labels)}."
        yield ""


def _people(plan: ExportPlan, contents: Contents) -> Iterator[str]:
    yield "## Annotators"
    yield ""
    if plan.layer == GOLD:
        yield (
            "- The adjudicated layer: an editor decided every article in it, seeing what the "
            "annotators had made of it."
        )
    elif plan.layer == AGGREGATE:
        yield (
            "- All annotators together: annotations are the same when label and fragments are; "
            "votes say how many made one, and of attributes the commonest value is kept."
        )
    else:
        yield "- Every annotator's own work, as it stands; nobody has decided between them."
    yield f"- Articles per annotator: {_listed(contents.annotators) or 'told as votes'}"
    several = sum(count for people, count in contents.overlaps.items() if people > 1)
    yield f"- Articles with the work of several: {several:,} of {contents.articles:,}"
    yield f"- Status of the work: {_listed(contents.statuses)}"
    if contents.statuses["in_progress"] or contents.statuses["open"]:
        yield (
            "- Work in progress is missing, not empty: what is not labelled in it may still be. "
            "Leave it out with `--only-finished`."
        )
    names = "their own names" if plan.has_real_names else "pseudonyms of this export"
    yield f"- Annotators appear under {names}"
    yield ""


def _treatment(plan: ExportPlan, writer: DatasetWriter, counts: Mapping[str, Any]) -> Iterator[str]:
    yield "## How it was made"
    yield ""
    for note in writer.notes:
        yield f"- {note}"
    dropped = "left out of" if plan.drops_boilerplate else "kept in"
    yield f"- Boilerplate, where it is marked, is {dropped} records that are made of text."
    for each in counts["losses"]:
        yield f"- Lost: {each['count']:,} × {each['kind']}. {each['reason']}"
    for reason, count in sorted(counts["left_out"].items()):
        yield f"- Left out: {count:,} articles, because {reason}."
    yield ""


def _splits(
    plan: ExportPlan, writer: DatasetWriter, contents: Contents, splits: Splits | None
) -> Iterator[str]:
    if splits is None:
        return
    yield "## Splits"
    yield ""
    for name in plan.split.names:
        articles, records = contents.articles_of_splits[name], writer.split_records[name]
        yield f"- `{name}`: {_counted(records, 'record')} about {_counted(articles, 'article')}"
    yield f"- By {plan.split.by}, seed {plan.split.seed}. {_RULES[plan.split.by]}"
    yield f"- {splits.groups:,} groups of near-copies, same addresses and linked articles"
    for day, name in splits.borders:
        yield f"- `{name}` begins on {day}"
    if splits.leaks:
        yield f"- **{len(splits.leaks):,} pairs of near-copies stand in different splits.**"
    else:
        yield "- Verified: no near-copies stand in different splits."
    yield ""
    yield from _closest(splits)


def _closest(splits: Splits) -> Iterator[str]:
    if not splits.closest:
        yield "No two articles of different splits share a run of five words that was looked at."
        yield ""
        return
    yield "The closest pairs across splits, by their runs of five words:"
    yield ""
    yield "| Article | Other article | Jaccard | Shorter inside longer |"
    yield "| --- | --- | ---: | ---: |"
    for each in splits.closest[:CLOSEST]:
        ends = f"{_cell(each.one)} | {_cell(each.other)}"
        yield f"| {ends} | {each.likeness:.4f} | {each.containment:.4f} |"
    yield ""


def _rights(plan: ExportPlan, contents: Contents) -> Iterator[str]:
    yield "## Rights"
    yield ""
    yield f"- Licences of the articles: {_listed(contents.licences)}"
    yield f"- {_TEXTS[plan.text]}"
    yield ""


def _making(plan: ExportPlan) -> Iterator[str]:
    yield "## Making it again"
    yield ""
    yield "The same project and options give the same bytes:"
    yield ""
    yield f"    {plan.command()}"
    if not plan.has_real_names and plan.layer not in (RAW, GOLD, AGGREGATE):
        yield ""
        yield f"`{plan.layer}` is a pseudonym: type the name that the annotator has in the project."


def _yaml(value: object, indent: str) -> Iterator[str]:
    """Plain lists and mappings as block YAML; texts are quoted as in JSON."""
    if isinstance(value, Mapping):
        for key, held in value.items():
            name = _quoted(key) if str(key).isdigit() else key
            if isinstance(held, Mapping | list):
                yield f"{indent}{name}:" if held else f"{indent}{name}: []"
                yield from _yaml(held, indent if isinstance(held, list) else f"{indent}  ")
            else:
                yield f"{indent}{name}: {_quoted(held)}"
    elif isinstance(value, Sequence):
        for held in value:
            first, *rest = _yaml(held, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _cell(text: str) -> str:
    """A text as a cell of a table, whatever stands in it."""
    return " ".join(text.split()).replace("|", "\\|")


def _listed(counts: Mapping[str, int]) -> str:
    """Names with their counts, the largest first, and how many more there are."""
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    told: Iterable[str] = (f"{_cell(name)} {count:,}" for name, count in ranked[:_MOST])
    more = f" and {len(ranked) - _MOST:,} more" if len(ranked) > _MOST else ""
    return ", ".join(told) + more


def _is_language(text: str) -> bool:
    return 2 <= len(text) <= 3 and text.isascii() and text.isalpha()


def _size(records: int) -> str:
    """The size class that the Hugging Face hub knows."""
    steps = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"),
             (1_000_000, "100K<n<1M"))  # fmt: skip
    return next((name for most, name in steps if records < most), "1M<n<10M")
