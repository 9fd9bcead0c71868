"""Searches kept in the project under a name."""

import pytest

from annotator.domain.errors import UserError
from annotator.operations import searches
from annotator.storage.project import open_project
from tests import builders


def kept(folder, *drafts_of):
    """The searches of a project after some operations, as its file has them."""
    with builders.writable(folder) as project:
        for draft_of in drafts_of:
            builders.write(project, draft_of(searches.saved(project)))
    with open_project(folder / "pilot.annotator") as project:
        return searches.saved(project)


def test_a_search_is_kept_in_the_project_by_its_name(tmp_path):
    assert kept(
        tmp_path,
        lambda there: searches.save(there, " Costs ", "euros label:claim"),
        lambda there: searches.save(there, "Asked", "has:flag"),
    ) == {"Asked": "has:flag", "Costs": "euros label:claim"}


def test_saving_again_replaces_renaming_moves_and_removing_removes(tmp_path):
    assert kept(
        tmp_path,
        lambda there: searches.save(there, "Costs", "euros"),
        lambda there: searches.save(there, "Costs", "pounds"),
        lambda there: searches.rename(there, "Costs", "Prices"),
        lambda there: searches.save(there, "Gone", "has:note"),
        lambda there: searches.remove(there, "Gone"),
    ) == {"Prices": "pounds"}


def test_the_window_knows_what_will_be_kept_before_the_disk_does():
    there = {"b": "one"}
    there = searches.after(there, searches.save(there, "a", "two"))
    assert list(there.items()) == [("a", "two"), ("b", "one")]
    there = searches.after(there, searches.rename(there, "b", "c"))
    assert there == {"a": "two", "c": "one"}
    assert searches.after(there, searches.remove(there, "a")) == {"c": "one"}


@pytest.mark.parametrize(
    ("name", "query", "reason"),
    [
        ("", "euros", "needs a name"),
        ("a\nb", "euros", "needs a name"),
        ("x", "  ", "is empty"),
        ("x", "lable:claim", "no field"),
    ],
)
def test_what_cannot_be_found_again_is_not_saved(name, query, reason):
    with pytest.raises(UserError, match=reason):
        searches.save({}, name, query)


def test_two_searches_cannot_have_one_name():
    with pytest.raises(UserError, match="already"):
        searches.rename({"a": "x", "b": "y"}, "a", "b")
