"""How often the proposer of sources is right, and how long it takes, as one JSON object.

`python -m tests.benchmarks.bench_proposer [--misses]`: on the claims and quotations of the sample
project, and on two scraped articles where they lie beside the checkout. `as_labelled` starts from
the very words that were labelled, `whole_sentence` from the sentence that the key alone labels.
Nothing but the text is known to the proposer: no source is labelled yet.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.domain.span import Span, hull
from annotator.suggestions.attribution import Proposal, propose
from annotator.suggestions.cue_words import cue_words
from annotator.suggestions.reading import read
from annotator.text.sentences import sentences
from tests.benchmarks import measuring
from tests.benchmarks.measuring import ROOT, Figure

SAMPLE = ROOT / "resources" / "sample"
SEEDS = ROOT.parent / "shared" / "seeds"
WORDS = 3_600
COUNTED = (
    "attributed", "first_exact", "first_overlapping", "among_3", "among_9",
    "cues", "first_cue_exact", "first_cue_overlapping", "authors_voice", "nothing_in_sentence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A claim or quotation with the sources and the cue that a person gave it."""

    text: str
    fragments: tuple[Span, ...]
    sources: tuple[Span, ...]
    cue: Span | None

    def as_whole_sentence(self) -> "Case":
        """The same attribution, asked for with the sentence of the first words."""
        line = self.text.rfind("\n", 0, self.fragments[0].start) + 1
        end = self.text.find("\n", self.fragments[0].end)
        found = sentences(self.text, line, len(self.text) if end < 0 else end)
        around = next(each for each in found if each.overlaps(self.fragments[0]))
        return Case(self.text, (around,), self.sources, self.cue)


# Places in the scraped articles: the claim's fragments, its source, its cue.
_Place = tuple[int, int]
_Row = tuple[tuple[_Place, ...], _Place | None, _Place | None]
FIRST: tuple[_Row, ...] = (
    (((696, 861),), (671, 694), (658, 670)),
    (((1068, 1279),), (1030, 1053), (1054, 1062)),
    (((1143, 1279),), (1068, 1126), (1127, 1132)),
    (((1146, 1203),), (1068, 1126), None),
    (((1221, 1253),), (1068, 1126), None),
    (((1366, 1434),), (1281, 1290), (1326, 1347)),
    (((1610, 1681),), (1565, 1598), (1599, 1604)),
    (((1688, 1732),), (1565, 1598), None),
    (((2079, 2197),), (1999, 2035), None),
    (((3073, 3098),), (3045, 3057), (3058, 3067)),
    (((3551, 3583),), (3533, 3540), (3541, 3545)),
    (((3634, 3775),), (3585, 3621), (3623, 3628)),
    (((3635, 3773),), (3585, 3621), (3623, 3628)),
    (((3787, 3878),), (3776, 3779), (3780, 3786)),
    (((3921, 4011),), (3897, 3906), None),
    (((329, 403),), None, None),
    (((1281, 1310),), None, None),
    (((1326, 1434),), None, None),
    (((6509, 6574),), None, None),
    (((6700, 6772),), None, None),
)
SECOND: tuple[_Row, ...] = (
    (((166, 263),), (138, 155), (156, 165)),
    (((686, 752),), (659, 670), (671, 680)),
    (((2324, 2348),), None, (2313, 2323)),
    (((3933, 3965), (3977, 4082)), None, (3966, 3976)),
    *(
        ((place,), None, None)
        for place in (
            (79, 136), (274, 340), (771, 896), (972, 1018), (1024, 1123), (1170, 1236),
            (1471, 1590), (1658, 1779), (2050, 2110), (3310, 3346), (4122, 4255), (5302, 5379),
            (5799, 5836),
        )
    ),
)  # fmt: skip


def sample_cases() -> list[Case]:
    """What the annotators of the sample project attributed to whom."""
    articles = {each["id"]: each["text"] for each in _records("articles.jsonl")}
    return [
        case
        for record in _records("annotations.jsonl")
        if record["layer"] == "raw"  # gold repeats what they have
        for case in _cases(articles[record["id"]], record)
    ]


def seed_cases() -> list[Case]:
    """The same of two scraped articles, labelled by hand; empty where they are not there."""
    files = sorted(SEEDS.glob("*.txt")) if SEEDS.is_dir() else []
    return [
        Case(
            file.read_text(encoding="utf-8"),
            tuple(Span(*place) for place in fragments),
            (Span(*source),) if source else (),
            Span(*cue) if cue else None,
        )
        for file, rows in zip(files, (FIRST, SECOND), strict=False)
        for fragments, source, cue in rows
    ]


def hit_rate(cases: Iterable[Case]) -> Figure:
    """Of attributed claims, of cues, and of claims in the author's voice: how many came out."""
    counts = dict.fromkeys(COUNTED, 0)
    for case in cases:
        found = propose(case.text, case.fragments, [])
        if case.sources:
            counts["attributed"] += 1
            counts["first_exact"] += any(each.source in case.sources for each in found[:1])
            counts["first_overlapping"] += is_right(case, found[:1])
            counts["among_3"] += is_right(case, found[:3])
            counts["among_9"] += is_right(case, found)
        if case.cue is not None:
            cues = [each.cue for each in found[:1] if each.cue is not None]
            counts["cues"] += 1
            counts["first_cue_exact"] += case.cue in cues
            counts["first_cue_overlapping"] += any(case.cue.overlaps(each) for each in cues)
        if not case.sources and case.cue is None:
            counts["authors_voice"] += 1
            counts["nothing_in_sentence"] += not found or found[0].reach != "sentence"
    return counts | _shares(counts)


def is_right(case: Case, proposals: Iterable[Proposal]) -> bool:
    """Whether one of some proposals has words of the source that a person gave."""
    places = [each.source for each in proposals if each.source is not None]
    return any(source.overlaps(place) for source in case.sources for place in places)


def measure() -> Figure:
    """All figures, by name."""
    sets = {"sample": sample_cases(), "scraped": seed_cases()}
    figures: Figure = {
        name: {
            "as_labelled": hit_rate(cases),
            "whole_sentence": hit_rate(each.as_whole_sentence() for each in cases),
        }
        for name, cases in sets.items()
        if cases
    }
    return figures | {"time": timed()}


def timed() -> Figure:
    """What one call takes in a long article: at the first sentence ever, and at each in turn."""
    articles = [each["text"] for each in _records("articles.jsonl")]
    text = "\n\n".join(articles * 4)
    text = text[: len(" ".join(text.split()[:WORDS]))]
    read.cache_clear()
    cue_words.cache_clear()
    taken: list[float] = []
    for sentence in sentences(text):
        began = time.perf_counter()
        propose(text, (sentence,), [])
        taken.append(1000 * (time.perf_counter() - began))
    first, taken = taken[0], sorted(taken[1:])
    return {
        "words": len(text.split()),
        "calls": len(taken),
        "first_ms": round(first, 3),
        "median_ms": round(taken[len(taken) // 2], 3),
        "p95_ms": round(taken[int(len(taken) * 0.95)], 3),
        "worst_ms": round(taken[-1], 3),
        "goal": "each at most 5 ms, the first one with the reading of the words apart",
    }


def misses() -> Iterator[str]:
    """Where the first proposal is not what a person chose, one line each."""
    for case in (*sample_cases(), *seed_cases()):
        found = propose(case.text, case.fragments, [])
        if case.sources and not any(each.source in case.sources for each in found[:1]):
            words = hull(case.fragments).cut_from(case.text)[:60]
            wanted = case.sources[0].cut_from(case.text)
            offered = found[0].source.cut_from(case.text) if found and found[0].source else None
            yield f"{words!r}: wanted {wanted!r}, offered {offered!r}"


def _shares(counts: dict[str, int]) -> Figure:
    of = {
        "attributed": ("first_exact", "first_overlapping", "among_3", "among_9"),
        "cues": ("first_cue_exact", "first_cue_overlapping"),
        "authors_voice": ("nothing_in_sentence",),
    }
    return {
        f"{name}_share": round(counts[name] / counts[whole], 3)
        for whole, names in of.items()
        for name in names
        if counts[whole]
    }


def _records(name: str) -> list[Figure]:
    lines = (SAMPLE / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _cases(text: str, record: Figure) -> Iterator[Case]:
    places = {each["id"]: Span(each["start"], each["end"]) for each in record["spans"]}
    for span in record["spans"]:
        if span["label"] in ("claim", "quote"):
            ends: dict[str, list[Span]] = {"attributed_to": [], "cued_by": []}
            for relation in record["relations"]:
                if relation["from"] == span["id"] and relation["label"] in ends:
                    ends[relation["label"]].append(places[relation["to"]])
            fragments = tuple(Span(*each) for each in span["fragments"])
            cue = next(iter(ends["cued_by"]), None)
            yield Case(text, fragments, tuple(ends["attributed_to"]), cue)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what came out otherwise")
    if parser.parse_args().misses:
        sys.stderr.write("\n".join(misses()) + "\n")
    measuring.report({"proposer": measure()})


if __name__ == "__main__":
    main()
