"""The benchmarks of import and export run and tell what they promise; no figure is judged."""

from pathlib import Path

from tests.benchmarks import bench_import_export, corpus

COMPARED = ("import_50", "export_50", "check_50")


def test_import_and_export_are_measured_beside_their_floor(tmp_path: Path) -> None:
    figures = bench_import_export.measure(tmp_path, articles=[50], rounds=1)
    assert set(figures) == {*COMPARED, "export_memory"}
    for name in COMPARED:
        assert {"seconds", "floor_seconds", "ratio", "goal"} <= set(figures[name])
        assert figures[name]["ratio"] > 0
    assert figures["export_memory"]["megabytes"]["50"] > 0


def test_the_corpus_is_what_it_says_and_always_the_same() -> None:
    record = corpus.record(7)
    assert len(record["text"].split()) == corpus.WORDS
    assert len(record["spans"]) == corpus.ANNOTATIONS
    assert len(record["relations"]) == corpus.RELATIONS
    assert record == corpus.record(7) != corpus.record(8)
    for span in record["spans"]:
        cut = " ".join(record["text"][start:end] for start, end in span["fragments"])
        assert cut == span["text"]
