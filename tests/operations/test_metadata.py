"""What is known of an article, corrected."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.domain.errors import UserError
from annotator.operations import checking
from annotator.operations.metadata import edit_metadata, metadata_of
from annotator.storage import articles, search
from tests import builders


def test_fields_are_corrected_as_one_step_and_undone(tmp_path: Path) -> None:
    with builders.writable(tmp_path) as project:
        before = articles.get(project, "a1")
        fields = {
            "title": " A new\ntitle ",
            "author": "Ana Bo",
            "outlet": "Post",
            "section": "City",
        }
        step = builders.write(project, edit_metadata(before, fields))
        after = articles.get(project, "a1")
        known = metadata_of(after)
        assert [known[name] for name in fields] == ["A new title", "Ana Bo", "Post", "City"]
        assert (after.text, after.id) == (before.text, before.id)
        assert search.matching(project, "new title") == ["a1"]
        assert checking.check(project).problems == ()
        builders.write(project, step.inverse())
        assert articles.get(project, "a1") == before


def test_an_empty_value_takes_a_field_away_and_other_facts_stay() -> None:
    article = replace(builders.article(), outlet="Post", extra={"author": "x", "version_of": "a0"})
    (change,) = edit_metadata(article, {"author": "", "outlet": ""}).changes
    assert (change.record.outlet, change.record.extra) == (None, {"version_of": "a0"})
    assert edit_metadata(article, {"outlet": "Post"}).changes == ()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"text": "x"}, "no field “text”"),
        ({"title": " "}, "needs a title"),
        ({"author": "a\u202eb"}, "not seen"),
        ({"url": "x" * 3_000}, "too long"),
        ({"published": "gestern"}, "“gestern” is no date"),
        ({"published": "2026-13"}, "is no date"),
    ],
)
def test_what_cannot_be_known_of_an_article_is_refused(fields: dict[str, str], told: str) -> None:
    with pytest.raises(UserError, match=told):
        edit_metadata(builders.article(), fields)
