"""One objection to each decision."""

from pathlib import Path

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.errors import UserError
from annotator.domain.flag import Flag
from annotator.operations.objecting import object_to
from annotator.storage.outcomes import outcomes
from annotator.storage.project import open_project
from tests import builders
from tests.decided import decided_project


def test_an_objection_is_a_flag_on_what_one_had_said_and_is_made_once(tmp_path: Path) -> None:
    with open_project(decided_project(tmp_path), is_writable=True) as project:
        rejected = next(each for each in outcomes(project, "ana") if each.final is None)
        draft = object_to(rejected, by="ana", text=" They do say so. ")
        builders.write(project, draft)
        (flag,) = [each.after for each in draft.changes if isinstance(each.after, Flag)]
        assert (flag.reason, flag.target_id, flag.state) == ("objection", "d", "open")
        assert [message.text for message in flag.messages] == ["They do say so."]
        again = next(each for each in outcomes(project, "ana") if each.final is None)
        assert again.objection == flag
        with pytest.raises(UserError, match="already"):
            object_to(again, by="ana", text="Really.")


def test_where_nothing_was_said_the_objection_is_about_the_final_words(tmp_path: Path) -> None:
    with open_project(decided_project(tmp_path)) as project:
        missed = next(each for each in outcomes(project, "ana") if each.own is None)
        with pytest.raises(UserError, match="Say what is wrong"):
            object_to(missed, by="ana", text="  ")
        (change,) = object_to(missed, by="ana", text="That is no claim.").changes
        assert isinstance(change.after, Flag)
        assert isinstance(missed.final, Annotation)
        assert change.after.fragments == missed.final.fragments
