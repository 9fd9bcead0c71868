from pathlib import Path

import pytest

from annotator.domain.errors import UserError
from annotator.domain.people import EDITOR, Assignment
from annotator.operations import history, people
from annotator.operations.checking import check
from annotator.storage import records
from annotator.storage import team as teams
from tests import builders


def test_people_come_get_a_role_and_go_with_what_they_were_given(tmp_path: Path) -> None:
    with builders.writable(tmp_path) as project:
        builders.write(project, people.add_people(teams.of_project(project), ["ben", "eva"]))
        builders.write(project, people.set_role(teams.of_project(project), "eva", EDITOR))
        given = builders.added_records(Assignment("a1", "ben", 10))
        builders.write(project, given)
        team = teams.of_project(project)
        assert [each.id for each in team.people] == ["ana", "ben", "eva"]
        assert (team.is_editor("eva"), team.is_editor("ben")) == (True, False)
        assert teams.shares(project)["ben"].left == 1
        builders.write(project, people.remove_person(team, "ben"))
        assert teams.of_project(project).assignments == ()
        assert check(project).problems == ()


def test_who_makes_a_project_is_its_editor_and_one_editor_stays(tmp_path: Path) -> None:
    with builders.writable(tmp_path, by="ana") as project:
        team = teams.of_project(project)
        assert team.is_editor("ana")
        for refused in (
            lambda: people.set_role(team, "ana", "annotator"),
            lambda: people.remove_person(team, "ana"),
        ):
            with pytest.raises(UserError, match="only editor"):
                refused()


@pytest.mark.parametrize(
    ("names", "said"),
    [(["ana"], "already"), (["gold"], "nobody's name"), (["a\nb"], "can be"), ([""], "can be")],
)
def test_names_that_cannot_be_are_refused(tmp_path: Path, names: list[str], said: str) -> None:
    with builders.writable(tmp_path) as project, pytest.raises(UserError, match=said):
        people.add_people(teams.of_project(project), names)


def test_taking_somebody_back_is_one_step(tmp_path: Path) -> None:
    with builders.writable(tmp_path) as project:
        step = builders.write(project, people.add_people(teams.of_project(project), ["ben"]))
        assert history.of_project(project, "ana").next_undo == step.id
        builders.write(project, step.inverse())
        assert [each.id for each in records.annotators(project)] == ["ana"]
