"""Pairs of articles with mostly the same words."""

from dataclasses import replace
from pathlib import Path

from annotator.domain.span import Span
from annotator.operations import counterparts, newer_versions
from annotator.storage import articles
from tests import builders
from tests.builders import TEXT, annotation

LONGER = f"From our partners. {TEXT}"
NEWER = TEXT.replace("4m euros", "5m euros")


def test_reprints_stand_beside_the_one_labelled_most_and_versions_beside_the_older(
    tmp_path: Path,
) -> None:
    made = [
        replace(builders.article(text, article_id=name), cluster=cluster)
        for name, text, cluster in (
            ("a", LONGER, "k"), ("b", TEXT, "k"), ("c", NEWER, "k"), ("d", "Alone.", "lonely"),
        )
    ]  # fmt: skip
    with builders.writable(tmp_path, *made) as project:
        builders.write(project, builders.added_records(annotation(made[1], "Mayor Ruiz")))
        builders.write(project, newer_versions.link_version(project, "c", "b"))
        found = counterparts.pairs(project, "ana")
        assert [(pair.kind, *pair.key) for pair in found] == [
            ("version", "b", "c"), ("reprint", "b", "a"),
        ]  # fmt: skip
        assert [pair.others for pair in found] == [1, 2]
        (version, reprint) = (
            counterparts.lay_beside(project, pair, annotator="ana") for pair in found
        )
        told = {
            each.id: (each.reprints, each.is_newer) for each in articles.summaries(project, "ana")
        }
    assert [place.cut_from(TEXT) for place in version.gone] == ["4m"]
    assert [place.cut_from(NEWER) for place in version.new] == ["5m"]
    assert [each.fate for each in version.anchored] == ["kept"]
    assert (reprint.gone, reprint.new) == ((), (Span(0, 18),))
    assert [each.fate for each in reprint.anchored] == ["kept"]
    assert told == {"a": (2, False), "b": (2, False), "c": (2, True), "d": (0, False)}
