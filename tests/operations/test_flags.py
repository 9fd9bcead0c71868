"""Flags put before editors, and what becomes of them, on sheets and in a project."""

from pathlib import Path

import pytest

from annotator.domain.change import Change, Draft, added
from annotator.domain.errors import UserError
from annotator.domain.flag import ACCEPTED, ANSWERED, CLOSED, OPEN, Flag, Message
from annotator.operations import checking, flags
from annotator.storage import records
from tests import builders

ASKED = Flag("f", "a1", "ana", None, "needs_source", raised_by="ana")
OTHER = Flag("g", "a1", "ben", None, "legal_risk", raised_by="ben")


def changed(draft: Draft) -> list[Flag]:
    return [each.after for each in draft.changes if isinstance(each.after, Flag)]


def test_an_editor_who_answers_and_closes_leaves_it_unread() -> None:
    (flag,) = changed(flags.reply([ASKED], by="eva", text="The letter says so.", is_closing=True))
    assert (flag.state, flag.outcome, flag.is_unread) == (CLOSED, ACCEPTED, True)
    assert flag.messages == (Message("eva", "The letter says so."),)
    assert flag.is_in_sight


def test_an_answer_that_keeps_it_open_waits_for_the_annotator() -> None:
    (flag,) = changed(flags.reply([ASKED], by="eva", text="Which letter?"))
    assert (flag.state, flag.is_unread) == (ANSWERED, True)
    (again,) = changed(flags.reply([flag], by="ana", text="The one of May."))
    assert (again.state, again.is_unread) == (OPEN, False)


def test_closing_without_a_word_leaves_nothing_to_read() -> None:
    draft = flags.reply([ASKED], by="eva", is_closing=True)
    (flag,) = changed(draft)
    assert (flag.state, flag.is_unread, flag.messages) == (CLOSED, False, ())
    assert draft.operation == "Close flag"


def test_the_annotator_explains_a_rules_flag_without_answering_it() -> None:
    raised = Flag("r", "a1", "ana", None, "needs_source", raised_by="a_rule", origin="rule")
    (flag,) = changed(flags.reply([raised], by="ana", text="It is in the letter."))
    assert (flag.state, flag.is_unread) == (OPEN, False)


def test_many_flags_are_one_step() -> None:
    draft = flags.reply([ASKED, OTHER], by="eva", text="Settled.", is_closing=True)
    assert draft.operation == "Close 2 flags"
    assert {each.record.key for each in draft.changes} == {ASKED.key, OTHER.key}
    assert flags.reopen(changed(draft)).operation == "Reopen 2 flags"


def test_dismissing_needs_grounds() -> None:
    with pytest.raises(UserError, match="Say why"):
        flags.dismiss([ASKED], by="eva", grounds="  ")


def test_reading_an_answer_is_no_step_to_undo() -> None:
    (flag,) = changed(flags.reply([ASKED], by="eva", text="Yes."))
    draft = flags.mark_read([flag])
    assert not draft.is_undoable
    assert [each.is_unread for each in changed(draft)] == [False]


def test_a_project_keeps_all_of_a_flag(tmp_path: Path) -> None:
    whole = Flag(
        "f", "a1", "ana", None, "needs_source", CLOSED, "a_rule", (Message("eva", "Known."),),
        severity="stop", origin="rule", outcome="dismissed", grounds="Known", is_unread=True,
    )  # fmt: skip
    with builders.writable(tmp_path) as project:
        builders.write(project, Draft("Flag", added([whole])))
        assert records.sheet(project, "a1", "ana").flags == {"f": whole}
        step = builders.write(project, Draft("Remove", (Change(whole, None),)))
        builders.write(project, step.inverse())
        assert records.sheet(project, "a1", "ana").flags == {"f": whole}
        assert checking.check(project).problems == ()
