"""All flags of a project, as the inbox lists them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.domain.flag import Flag
from annotator.storage import flags
from annotator.storage.project import Project
from tests import builders

ARTICLE = builders.article("One is one. Two is two. Three is three. Four is four. Five is five.")
CLAIM = builders.annotation(ARTICLE, "Three is three")
ON_CLAIM = Flag("f1", "a1", "ana", "n1", "needs_source", raised_by="ana")
GRAVE = Flag("f2", "a1", "ben", None, "legal_risk", raised_by="ben", severity="stop")
ANSWERED = Flag("f3", "a1", "ana", None, "legal_risk", "answered", raised_by="ana")
CLOSED = Flag("f4", "a1", "ana", None, "legal_risk", "closed", "ana", outcome="accepted")
TAKEN_BACK = Flag("f5", "a1", "ana", "n1", "x", "closed", "r", origin="rule", outcome="fixed")
EVERY = (ON_CLAIM, GRAVE, ANSWERED, CLOSED, TAKEN_BACK)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """One article with five flags."""
    with builders.reading(tmp_path, CLAIM, *EVERY, known=(ARTICLE,)) as opened:
        yield opened


def ids(found: list[flags.ListedFlag]) -> list[str]:
    return [each.flag.id for each in found]


def test_the_gravest_comes_first_with_what_it_is_about(project: Project) -> None:
    found = flags.listed(project)
    assert ids(found) == ["f2", "f1"]
    assert (found[1].flag, found[1].words, found[1].label) == (ON_CLAIM, CLAIM.text, "claim")
    assert found[1].title == "The bridge"
    assert found[1].changed > 0


def test_what_a_rule_took_back_itself_is_in_the_list_of_all_alone(project: Project) -> None:
    assert set(ids(flags.listed(project, flags.IN_ANSWERED))) == {"f3", "f4"}
    assert set(ids(flags.listed(project, flags.IN_ALL))) == {"f1", "f2", "f3", "f4", "f5"}
    assert flags.counted(project) == {"open": 2, "answered": 1, "closed": 1}


def test_a_list_can_be_cut_short_and_of_one_article(project: Project) -> None:
    assert len(flags.listed(project, most=1)) == 1
    assert flags.listed(project, article_id="other") == []
