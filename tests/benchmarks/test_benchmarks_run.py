"""The benchmarks run and say what they should; how fast anything is, no test asserts in seconds."""

from pathlib import Path
from typing import Any

import pytest

from annotator.formats.registry import FORMATS
from tests.benchmarks import (
    bench_agreement,
    bench_article,
    bench_dashboard,
    bench_export_formats,
    bench_import_export,
    bench_key,
    bench_many_articles,
    bench_palette,
    bench_proposer,
    bench_queue,
    bench_review,
    bench_search,
    bench_start,
    bench_token_formats,
    corpus,
)
from tests.benchmarks.measuring import Figure


def ratios(figures: Figure) -> list[float]:
    """All that is set against a floor, however deep."""
    found: list[float] = []
    for name, value in figures.items():
        if isinstance(value, dict):
            found += ratios(value)
        elif name.endswith(("ratio", "_the_floor", "_to_floor")):
            found.append(value)
    return found


def assert_has_ratios(figures: Figure) -> None:
    found = ratios(figures)
    assert found
    assert all(value > 0 for value in found)


def test_the_start_is_measured_beside_a_bare_window(tmp_path: Path):
    figures = bench_start.measure(tmp_path, rounds=1, articles=3)
    assert set(figures) == {"start", "start_3_articles", "first_start", "version", "help"}
    assert_has_ratios(figures)


def test_articles_are_measured_beside_a_bare_editor_and_each_other():
    figures = bench_article.measure(words=(300, 3_000), rounds=1)
    assert set(figures) == {
        "article_300_words",
        "article_3000_words",
        "article_growth",
        "offsets",
    }
    shown: dict[str, Any] = figures["article_3000_words"]
    assert {"open", "floor_open", "label", "frame", "wheel", "blocked", "hover", "find"} <= set(
        shown
    )
    assert_has_ratios(figures)


def test_keys_are_measured_beside_a_bare_commit(tmp_path: Path):
    figures = bench_key.ordinary(tmp_path, count=3)
    assert figures["label_durable"]["count"] == figures["floor_commit"]["count"] == 3
    assert {"label_handler", "label_painted", "label_saved", "move_painted"} <= set(figures)
    assert figures["labels_kept"] == figures["labels_given"] == 3
    assert_has_ratios(figures)


def test_keys_are_measured_while_articles_are_imported(tmp_path: Path):
    figures = bench_key.while_importing(tmp_path, articles=12, quiet_keys=3)
    assert figures["labels_kept"] == figures["labels_given"] > 0
    assert {"handler", "floor_handler", "label_painted"} <= set(figures)
    assert_has_ratios(figures)


def test_the_palette_is_measured_with_and_without_articles():
    figures = bench_palette.measure(articles=300, rounds=1)
    assert figures["palette_commands"] == bench_palette.COMMANDS
    for name in ("palette_open", "palette_letter", "palette_letter_with_articles"):
        assert figures[name]["max"] > 0


def test_import_and_export_are_measured_beside_bare_rows_and_lines(tmp_path: Path):
    figures = bench_import_export.measure(tmp_path, articles=(5,), rounds=1)
    assert set(figures) == {"import_5", "export_5", "check_5", "export_memory"}
    for name in ("import_5", "export_5", "check_5"):
        assert {"seconds", "floor_seconds", "ratio", "goal"} <= set(figures[name])
    assert figures["export_memory"]["megabytes"]["5"] > 0
    assert_has_ratios(figures)


def test_token_formats_are_measured_beside_rows_alone(tmp_path: Path):
    assert set(bench_token_formats.FORMATS) <= {each.id for each in FORMATS}
    figures = bench_token_formats.measure(tmp_path, articles=3, rounds=1, formats=("conll",))
    assert set(figures) == {"export_conll"}
    for figure in figures.values():
        assert {"seconds", "floor_seconds", "ratio", "goal", "inside_ratio"} <= set(figure)
    assert_has_ratios(figures)


def test_the_corpus_is_what_it_says_and_always_the_same():
    record = corpus.record(7)
    assert len(record["text"].split()) == corpus.WORDS
    assert len(record["spans"]) == corpus.ANNOTATIONS
    assert len(record["relations"]) == corpus.RELATIONS
    assert record == corpus.record(7) != corpus.record(8)
    for span in record["spans"]:
        cut = " ".join(record["text"][start:end] for start, end in span["fragments"])
        assert cut == span["text"]


# Where there is no compiler both are the second; nothing is skipped.
@pytest.mark.parametrize("compiler", [bench_key.find_compiler(), None])
def test_no_key_waits_for_a_disk_of_which_each_sync_takes_100_ms(
    tmp_path: Path, compiler: str | None
):
    count = 40 if compiler else 15
    figures = bench_key.slow(tmp_path, count=count, compiler=compiler)
    assert figures["slowed"] == ("commit" if compiler is None else "fsync")
    assert figures["label_durable"]["p50"] >= figures["floor_milliseconds"], "the disk was not slow"
    assert figures["handler"]["count"] == 2 * count
    assert figures["handler_to_floor"] < 0.5
    assert figures["labels_kept"] == figures["labels_given"] == count


def test_the_proposer_is_measured_on_what_was_labelled():
    figures = bench_proposer.measure()
    assert figures["sample"]["as_labelled"]["attributed"] >= 80
    assert figures["time"]["calls"] > 100


def test_searching_is_measured_by_its_first_passages(tmp_path: Path):
    figures = bench_search.measure(tmp_path, articles=(5, 40), rounds=1)
    assert set(figures["search_40_articles"]) == set(bench_search.QUERIES)
    assert figures["search_40_articles"]["the"]["passages"] >= bench_search.FIRST
    assert figures["search_40_articles"]["nowhere"]["passages"] == 0


def test_the_review_is_opened_and_decided_in(tmp_path: Path, qapp: object) -> None:
    figures = bench_review.measure(tmp_path, rounds=1, counts=(20,))["review_20_each"]
    assert figures["open"]["count"] == figures["decide"]["count"] == 1
    assert figures["differences_left"] > 0


def test_many_articles_are_imported_and_compared_beside_bare_tables(tmp_path: Path):
    figures = bench_many_articles.measure(tmp_path, articles=40)
    assert set(figures) == {"import_40_plain_articles", "near_duplicates_40"}
    assert figures["near_duplicates_40"]["clusters"] == 4
    assert_has_ratios(figures)


def test_a_list_of_many_articles_is_filled_beside_bare_rows(tmp_path: Path):
    figures = bench_queue.measure(tmp_path, articles=600)["queue_600_articles"]
    assert 0 < figures["first_rows_milliseconds"] <= figures["seconds"] * 1000
    assert {"longest_work_milliseconds", "filter", "megabytes"} <= set(figures)
    assert figures["ratio"] > 0


def test_formats_are_measured_beside_bare_lines(tmp_path: Path):
    figures = bench_export_formats.measure(
        tmp_path, articles=3, rounds=1, formats=("jsonl", "frames")
    )
    assert set(figures) == {"export_jsonl", "export_frames", "export_first_line"}
    assert_has_ratios(figures)


def test_agreement_is_measured_beside_reading_the_same_rows(tmp_path: Path):
    figures = bench_agreement.measure(tmp_path, articles=12, rounds=1)["agreement"]
    assert figures["people"] == 3
    assert figures["figures"] > 100
    assert figures["progress_reports"] >= 10
    assert figures["ratio"] > 0


def test_the_dashboard_is_measured_beside_counting_every_row(tmp_path: Path):
    figures = bench_dashboard.measure(tmp_path, articles=20, rounds=1)
    assert figures["dashboard_20_articles"]["annotations"] == 20 * corpus.ANNOTATIONS
    assert_has_ratios(figures)
