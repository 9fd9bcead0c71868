from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.adjudication import Adjudication, Item, Sampling
from annotator.domain.annotation import Annotation
from annotator.domain.change import Change, Draft, Record, added
from annotator.domain.errors import UserError
from annotator.domain.far_links import FarEnd
from annotator.domain.flag import ACCEPTED, CLOSED, Flag, Message
from annotator.domain.people import GOLD
from annotator.domain.progress import FINISHED, ArticleLabel, Progress
from annotator.domain.relation import Relation
from annotator.domain.review import Decision, Side
from annotator.domain.sheet import Sheet
from annotator.domain.stance import CANNOT_TELL, NONE_EXPRESSED, Party, Stance
from annotator.operations import adjudicate, reviewing
from annotator.operations.checking import check
from annotator.operations.export_plan import ExportPlan
from annotator.operations.exporting import export
from annotator.storage import records, reviews
from annotator.storage.project import open_project
from tests import builders
from tests.domain.test_comparison import ARTICLE, CLAIM, SCHEME, link, made

EVA = "eva"
Part = Annotation | Relation | Flag | ArticleLabel | Stance


def sheet(by: str, *parts: Part) -> Sheet:
    return Sheet(ARTICLE, by).after(added([Progress("a1", by, FINISHED), *parts]))


def state_of(*sheets: Sheet, rates: dict[str, float] | None = None) -> Adjudication:
    sampling = Sampling(rates) if rates else None
    return Adjudication.of(SCHEME, sheets, builders.sheet(ARTICLE, by=GOLD), sampling=sampling)


def done(state: Adjudication, draft: Draft) -> Adjudication:
    return state.after(draft.changes)


def item(state: Adjudication, label: str) -> Item:
    return next(each for each in state.items if each.case.label == label)


def words(state: Adjudication) -> list[tuple[str, str]]:
    found = sorted(state.gold.annotations.values(), key=lambda each: each.start)
    return [(each.label, each.text) for each in found]


def links(state: Adjudication) -> list[tuple[str, str, str]]:
    named = state.gold.annotations
    return [
        (named[each.from_id].text, each.label, named[each.to_id].text)
        for each in state.gold.relations.values()
    ]


def verdicts(state: Adjudication, by: str) -> list[tuple[str | None, str, str]]:
    sides = {each.annotator: each for each in (*state.sheets, state.gold)}
    return [(v.target_id, v.verdict, v.reason) for v in sides[by].verdicts.values()]


def two() -> Adjudication:
    """Ana has the longer claim and a source that Ben lacks; they agree on a quote."""
    ana = sheet(
        "ana",
        made("ana", "c", f"said {CLAIM}", certainty="asserted"),
        made("ana", "s", "Mayor Ruiz", label="source"),
        made("ana", "q", "It is a bargain", label="quote"),
        link("ana", "c", "s"),
    )
    ben = sheet(
        "ben",
        made("ben", "c", CLAIM, certainty="hedged"),
        made("ben", "q", "It is a bargain", label="quote"),
    )
    return state_of(ana, ben)


def test_what_all_agree_on_comes_along_with_the_first_decision() -> None:
    state = two()
    assert (len(state.left), len(state.agreed)) == (2, 1)
    state = done(state, adjudicate.take(state, item(state, "claim"), "ben", by=EVA))
    assert words(state) == [("claim", CLAIM), ("quote", "It is a bargain")]
    assert len(state.left) == 1
    agreed = next(each for each in state.decisions.values() if each.choice == "agreed")
    assert (agreed.revision, agreed.scheme) == (SCHEME.revision, SCHEME.id)


def test_a_decision_keeps_the_kind_the_choice_the_revision_and_a_verdict_for_each() -> None:
    state = two()
    state = done(state, adjudicate.take(state, item(state, "claim"), "ben", by=EVA))
    decision = item(state, "claim").decision
    assert decision is not None
    assert (decision.kinds, decision.choice, decision.taken) == (
        ("boundary", "attribute"), "taken", "ben",
    )  # fmt: skip
    assert verdicts(state, "ana") == [("c", "corrected", "too_long")]
    assert verdicts(state, "ben") == [("c", "accepted", "")]
    assert (decision.results[0], "accepted", "taken") in verdicts(state, GOLD)


def test_a_relation_comes_when_both_of_its_ends_are_taken() -> None:
    state = two()
    state = done(state, adjudicate.take(state, item(state, "claim"), "ben", by=EVA))
    assert links(state) == []
    state = done(state, adjudicate.take(state, item(state, "source"), "ana", by=EVA))
    assert links(state) == [(CLAIM, "attributed_to", "Mayor Ruiz")]
    state = done(state, adjudicate.take_neither(state, item(state, "source"), by=EVA))
    assert links(state) == []


def test_merging_takes_the_longest_words_and_fills_in_values() -> None:
    state = two()
    state = done(state, adjudicate.merge(state, item(state, "claim"), by=EVA))
    (claim,) = (each for each in state.gold.annotations.values() if each.label == "claim")
    assert (claim.text, claim.attributes) == (f"said {CLAIM}", {"certainty": "asserted"})


def test_neither_is_a_decision_and_so_is_taking_who_has_nothing() -> None:
    for decide in (
        lambda s: adjudicate.take_neither(s, item(s, "source"), by=EVA),
        lambda s: adjudicate.take(s, item(s, "source"), "ben", by=EVA),
    ):
        state = two()
        state = done(state, decide(state))
        assert ("source", "Mayor Ruiz") not in words(state)
        assert verdicts(state, "ana") == [("s", "rejected", "not_there")]
        assert verdicts(state, "ben") == [(None, "confirmed_empty", "")]
        assert (None, "confirmed_empty") in [v[:2] for v in verdicts(state, GOLD)]


def three() -> Adjudication:
    def work(by: str, *parts: Part) -> Sheet:
        return sheet(by, made(by, "s", "Mayor Ruiz", label="source"), *parts)

    return state_of(
        work("ana", made("ana", "c", CLAIM, certainty="hedged"), link("ana", "c", "s")),
        work("ben", made("ben", "c", CLAIM, certainty="asserted"), link("ben", "c", "s")),
        work("chi", made("chi", "c", f"said {CLAIM}", certainty="hedged")),
    )


def test_the_majority_is_taken_for_words_values_and_relations_each() -> None:
    state = three()
    (claim,) = state.left
    assert claim.case.kinds == ("boundary", "attribute", "link")
    state = done(state, adjudicate.take_majority(state, claim, by=EVA))
    (made_claim,) = (each for each in state.gold.annotations.values() if each.label == "claim")
    assert (made_claim.text, made_claim.attributes) == (CLAIM, {"certainty": "hedged"})
    assert links(state) == [(CLAIM, "attributed_to", "Mayor Ruiz")]
    assert verdicts(state, "ana") == [("c", "accepted", "")]
    assert verdicts(state, "ben") == [("c", "corrected", "wrong_value")]


def test_without_a_majority_an_editor_has_to_choose() -> None:
    state = two()
    for label in ("claim", "source"):
        with pytest.raises(UserError, match="no majority"):
            adjudicate.take_majority(state, item(state, label), by=EVA)


def test_a_relation_alone_can_be_the_difference_and_the_verdict_says_so() -> None:
    def work(by: str, *parts: Part) -> Sheet:
        source = made(by, "s", "Mayor Ruiz", label="source")
        return sheet(by, source, made(by, "c", CLAIM), *parts)

    state = state_of(work("ana", link("ana", "c", "s")), work("ben"))
    (only,) = state.left
    assert only.case.kinds == ("link",)
    left = done(state, adjudicate.take(state, only, "ana", by=EVA))
    assert links(left) == [(CLAIM, "attributed_to", "Mayor Ruiz")]
    assert verdicts(left, "ben") == [("c", "corrected", "wrong_link")]
    right = done(state, adjudicate.take(state, only, "ben", by=EVA))
    assert links(right) == []
    assert verdicts(right, "ana") == [("c", "corrected", "wrong_link")]


def test_gold_is_finished_only_when_all_is_decided_and_can_be_reopened() -> None:
    state = two()
    with pytest.raises(UserError, match="2 differences are not decided"):
        adjudicate.finish(state, by=EVA)
    state = done(state, adjudicate.take(state, item(state, "claim"), "ana", by=EVA))
    state = done(state, adjudicate.take(state, item(state, "source"), "ana", by=EVA))
    state = done(state, adjudicate.finish(state, by=EVA))
    assert state.is_gold
    with pytest.raises(UserError, match="gold already"):
        adjudicate.take_neither(state, item(state, "claim"), by=EVA)
    state = done(state, adjudicate.reopen(state))
    assert not state.is_gold
    assert state.left == []


def test_an_article_where_nobody_labelled_anything_is_confirmed_empty() -> None:
    state = state_of(sheet("ana"), sheet("ben"))
    state = done(state, adjudicate.finish(state, by=EVA))
    assert verdicts(state, GOLD) == [(None, "confirmed_empty", "")]
    assert done(state, adjudicate.reopen(state)).gold.verdicts == {}


def test_a_later_change_shows_as_changed_since_and_can_be_kept_or_decided_anew() -> None:
    state = two()
    state = done(state, adjudicate.take(state, item(state, "claim"), "ben", by=EVA))
    changed = made("ben", "c", "4m euros", certainty="hedged")
    before = state.sheets[1].annotations["c"]
    step = Draft("Change the words", (Change(before, changed),))
    state = done(state, step)
    claim = item(state, "claim")
    assert (claim.is_changed, claim.is_open) == (True, True)
    assert words(state)[0] == ("claim", CLAIM)
    kept = done(state, adjudicate.keep(state, claim, by=EVA))
    assert not item(kept, "claim").is_open
    anew = done(state, adjudicate.take(state, claim, "ben", by=EVA))
    assert words(anew)[0] == ("claim", "4m euros")
    assert len(anew.gold.annotations) == 2


def test_gold_that_nobody_has_any_more_is_shown_and_can_go() -> None:
    state = two()
    state = done(state, adjudicate.take(state, item(state, "source"), "ana", by=EVA))
    ana = state.sheets[0]
    gone = Draft("Remove", tuple(Change(r, None) for r in (
        ana.relations["cs"], ana.annotations["s"])))  # fmt: skip
    state = done(state, gone)
    bereft = next(each for each in state.left if each.is_changed)
    assert bereft.case.members == {}
    assert not any(e.is_changed for e in done(state, adjudicate.keep(state, bereft, by=EVA)).items)
    state = done(state, adjudicate.take_neither(state, bereft, by=EVA))
    assert ("source", "Mayor Ruiz") not in words(state)
    assert not any(each.is_changed for each in state.items)


def test_labels_on_the_article_are_decided_like_the_rest() -> None:
    state = state_of(
        sheet("ana", ArticleLabel("a1", "ana", "genre", "news")),
        sheet("ben", ArticleLabel("a1", "ben", "genre", "opinion")),
    )
    (genre,) = state.left
    state = done(state, adjudicate.take(state, genre, "ben", by=EVA))
    assert state.gold.labels["genre"].value == "opinion"
    assert verdicts(state, "ana") == [(None, "corrected", "wrong_value")]
    with pytest.raises(UserError, match="cannot be merged"):
        adjudicate.merge(state, state.items[0], by=EVA)


def test_one_persons_work_is_accepted_corrected_or_rejected_as_far_as_the_sample_goes() -> None:
    ana = sheet("ana", made("ana", "c", CLAIM), made("ana", "s", "Mayor Ruiz", label="source"))
    state = state_of(ana, rates={"ana/source": 0.0})
    assert [each.case.label for each in state.left] == ["claim"]
    longer = made("ana", "c", f"said {CLAIM}")
    state = done(state, adjudicate.correct(state, item(state, "claim"), longer, by=EVA))
    assert words(state) == [("source", "Mayor Ruiz"), ("claim", f"said {CLAIM}")]
    assert verdicts(state, "ana") == [("c", "corrected", "too_short")]
    assert {each.choice for each in state.decisions.values()} == {"edited", "unsampled"}


def test_sending_back_reopens_the_work_and_says_why_where_it_is_about_something() -> None:
    state = two()
    draft = adjudicate.send_back(
        state, "ben", by=EVA, message="The source is missing.", item=item(state, "source")
    )
    sides = {each.annotator: each for each in done(state, draft).sheets}
    assert not sides["ben"].is_finished
    (flag,) = sides["ben"].flags.values()
    assert (flag.state, flag.text, flag.messages[0].by) == ("answered", "Mayor Ruiz", EVA)


def test_flags_that_are_not_closed_come_into_gold_on_what_was_taken() -> None:
    flag = Flag("f", "a1", "ana", "s", "guideline_question", messages=(Message("ana", "Who?"),))
    closed = Flag("g", "a1", "ana", "c", "guideline_question", "closed")
    state = two().after(added([flag, closed]))
    state = done(state, adjudicate.take(state, item(state, "claim"), "ana", by=EVA))
    state = done(state, adjudicate.take(state, item(state, "source"), "ana", by=EVA))
    state = done(state, adjudicate.finish(state, by=EVA))
    (copy,) = state.gold.flags.values()
    assert state.gold.annotations[copy.target_id or ""].text == "Mayor Ruiz"


def test_what_an_editor_closed_in_gold_stays_when_it_is_reopened_and_what_it_sat_on_goes() -> None:
    flag = Flag("f", "a1", "ana", "s", "guideline_question", messages=(Message("ana", "Who?"),))
    other = Flag("g", "a1", "ana", "c", "guideline_question")
    state = two().after(added([flag, other]))
    for label in ("claim", "source"):
        state = done(state, adjudicate.take(state, item(state, label), "ana", by=EVA))
    state = done(state, adjudicate.finish(state, by=EVA))
    copy = next(each for each in state.gold.flags.values() if each.messages)
    closed = replace(copy, state=CLOSED, outcome=ACCEPTED)
    state = state.after([Change(copy, closed)])
    state = done(state, adjudicate.reopen(state))
    assert list(state.gold.flags.values()) == [closed]
    state = done(state, adjudicate.take_neither(state, item(state, "source"), by=EVA))
    (kept,) = state.gold.flags.values()
    assert (kept.target_id, kept.text, kept.state) == (None, "Mayor Ruiz", CLOSED)
    state = done(state, adjudicate.finish(state, by=EVA))
    assert len(state.gold.flags) == 2


def test_a_relation_whose_values_an_annotator_changed_comes_into_gold_as_it_is_now() -> None:
    def work(by: str, *parts: Part) -> Sheet:
        return sheet(by, made(by, "c", CLAIM), made(by, "s", "Mayor Ruiz", label="source"), *parts)

    other = made("ana", "q", "It is a bargain", label="quote")
    state = state_of(work("ana", other, link("ana", "c", "s")), work("ben", link("ben", "c", "s")))
    (only,) = state.left
    state = done(state, adjudicate.take(state, only, "ana", by=EVA))
    before = state.sheets[0].relations["cs"]
    changed = replace(before, attributes={"how": "in_writing"})
    state = state.after([Change(before, changed)])
    state = done(state, adjudicate.take_neither(state, item(state, "quote"), by=EVA))
    (golden,) = state.gold.relations.values()
    assert golden.attributes == {"how": "in_writing"}


def stored(folder: Path, sheets: Sequence[Sheet]) -> Path:
    parts = [
        each
        for s in sheets
        for each in (s.progress, *s.annotations.values(), *s.relations.values())
        if each is not None
    ]
    path = builders.project_file(folder, ARTICLE, by=EVA)
    with builders.open_project(path, is_writable=True) as project:
        builders.write(project, builders.added_records(*parts), by=EVA)
    return path


def test_everything_is_written_checked_exported_and_undone_step_by_step(tmp_path: Path) -> None:
    path = stored(tmp_path, two().sheets)
    with builders.open_project(path, is_writable=True) as project:
        before = project.rows("SELECT * FROM public_annotation ORDER BY 1, 3")
        state = reviewing.adjudication(project, SCHEME, "a1")
        steps = []
        for label, annotator in (("claim", "ben"), ("source", "ana")):
            draft = adjudicate.take(state, item(state, label), annotator, by=EVA)
            steps.append(builders.write(project, draft, by=EVA))
            state = reviewing.adjudication(project, SCHEME, "a1")
        steps.append(builders.write(project, adjudicate.finish(state, by=EVA), by=EVA))
        assert check(project).problems == ()
        report = export(project, tmp_path / "gold.jsonl", ExportPlan(layer=GOLD))
        assert (report.lines, report.annotations, report.relations) == (1, 3, 1)
        line = (tmp_path / "gold.jsonl").read_text(encoding="utf-8")
        assert '"annotator":null' in line.replace(" ", "")
        assert '"verdict":"accepted"' in line.replace(" ", "")
        for step in reversed(steps):
            builders.write(project, step.inverse(), by=EVA)
        assert project.rows("SELECT * FROM public_annotation ORDER BY 1, 3") == before
        assert project.value("SELECT count(*) FROM decision") == 0
        assert records.sheet(project, "a1", GOLD) == builders.sheet(ARTICLE, by=GOLD)
        assert check(project).problems == ()


CHOICES = st.lists(st.sampled_from(["left", "right", "merge", "neither"]), min_size=4, max_size=4)


@given(CHOICES)
@settings(max_examples=40, deadline=None)
def test_whatever_is_decided_relations_have_their_ends_and_undoing_gives_back(
    choices: list[str],
) -> None:
    first = state = three() if choices[0] == "left" else two()
    drafts = []
    for choice in choices:
        if not state.judged:
            break
        chosen = state.judged[len(drafts) % len(state.judged)]
        names = state.annotators
        decide = {
            "left": lambda s, i, n=names: adjudicate.take(s, i, n[0], by=EVA),
            "right": lambda s, i, n=names: adjudicate.take(s, i, n[-1], by=EVA),
            "merge": lambda s, i: adjudicate.merge(s, i, by=EVA),
            "neither": lambda s, i: adjudicate.take_neither(s, i, by=EVA),
        }[choice]
        drafts.append(decide(state, chosen))
        state = done(state, drafts[-1])
        held = state.gold.annotations
        anew = Adjudication.of(SCHEME, state.sheets, state.gold, state.decisions.values())
        assert state.items == anew.items
        assert all(
            each.from_id in held and each.to_id in held for each in state.gold.relations.values()
        )
    for draft in reversed(drafts):
        state = done(state, draft.inverse())
    assert state == first


def test_what_no_annotation_can_show_is_compared_cell_by_cell_and_comes_with_whom_it_names() -> (
    None
):
    def work(by: str, value: str, *parts: Part) -> Sheet:
        mayor = made(by, "s", "Mayor Ruiz", label="source")
        bridge = made(by, "t", "the bridge", label="sentiment", polarity="negative")
        told = Stance("x", "a1", by, Party(annotation_id="s"), Party(annotation_id="t"), value)
        return sheet(by, mayor, bridge, told, *parts)

    chi = sheet("chi", made("chi", "s", "Mayor Ruiz", label="source"))
    state = state_of(work("ana", NONE_EXPRESSED), work("ben", CANNOT_TELL), chi)
    cell = next(each for each in state.left if each.case.stance is not None)
    assert (cell.case.kinds, len(cell.case.values)) == (("label",), 2)
    state = done(state, adjudicate.take(state, cell, "ben", by=EVA))
    assert state.gold.stances == {}
    target = next(each for each in state.left if each.case.label == "sentiment")
    state = done(state, adjudicate.take(state, target, "ana", by=EVA))
    (golden,) = state.gold.stances.values()
    assert (golden.value, golden.annotator) == (CANNOT_TELL, GOLD)
    assert {each.annotation_id for each in golden.parties} <= set(state.gold.annotations)
    finished = done(state, adjudicate.finish(state, by=EVA))
    assert len(finished.gold.stances) == 1
    state = done(state, adjudicate.take_neither(state, target, by=EVA))
    assert state.gold.stances == {}


def test_a_sentiment_in_gold_goes_before_a_cell_in_which_nothing_was_seen() -> None:
    mayor = made("ana", "s", "Mayor Ruiz", label="source")
    own = made("ana", "t", "the bridge", label="sentiment", polarity="negative")
    far = made("ben", "s", "Mayor Ruiz", label="source")
    near = made("ben", "t", "the bridge", label="sentiment", polarity="negative")
    told = Stance("x", "a1", "ben", Party(annotation_id="s"), Party(annotation_id="t"), CANNOT_TELL)
    held = link("ana", "t", "s", "held_by")
    state = state_of(sheet("ana", mayor, own, held), sheet("ben", far, near, told))
    (only,) = state.left
    state = done(state, adjudicate.take(state, only, "ana", by=EVA))
    assert len(state.gold.relations) == 1
    assert state.gold.stances == {}


@pytest.mark.parametrize(("taken", "drawn"), [("ana", 1), ("ben", 0)])
def test_a_link_to_another_article_is_a_difference_once_it_is_decided_there(
    taken: str, drawn: int
) -> None:
    def work(by: str, *parts: Part) -> Sheet:
        return sheet(by, made(by, "c", CLAIM), *parts)

    across = Relation("x", "a1", "ana", "same_claim", "c", "far", "a2")
    sheets = (work("ana", across), work("ben"))
    assert Adjudication.of(SCHEME, sheets, builders.sheet(ARTICLE, by=GOLD)).left == []
    sides = (Side("ana", "far", "1"), Side("ben", "away", "2"))
    there = Decision("d", "a2", "claim", (), "agreed", sides=sides, results=("g",))
    end = FarEnd("a2\nd", frozenset({"ana", "ben"}), "the crossing costs 4m")
    far = {("a2", "ana", "far"): end}
    state = Adjudication.of(SCHEME, sheets, builders.sheet(ARTICLE, by=GOLD), far=far)
    (only,) = state.left
    assert only.case.kinds == ("link",)
    state = done(state, adjudicate.take(state, only, taken, by=EVA))
    other = "ben" if taken == "ana" else "ana"
    assert verdicts(state, other) == [("c", "corrected", "wrong_link")]
    draft = adjudicate.finish(state, by=EVA, decisions_of=lambda _: [there])
    golden = done(state, draft).gold.relations.values()
    assert [(each.to_article_id, each.to_id) for each in golden] == [("a2", "g")] * drawn


@pytest.mark.parametrize("order", [("a1", "a2"), ("a2", "a1")])
def test_a_link_is_compared_in_whichever_of_both_articles_is_decided_later(
    order: tuple[str, str], tmp_path: Path
) -> None:
    other = builders.article("Boats cross daily.", article_id="a2")
    link = Relation("x", "a1", "ana", "same_claim", "c", "f", "a2")
    work: list[Record] = [link]
    for by in ("ana", "ben"):
        far = builders.annotation(other, "Boats cross daily", annotation_id="f", by=by)
        work += [made(by, "c", CLAIM), far]
        work += [Progress(name, by, FINISHED) for name in order]
    path = builders.project_file(tmp_path, ARTICLE, other)
    with open_project(path, is_writable=True) as project:
        builders.write(project, Draft("Fill", added(work)))

        def state(article_id: str) -> Adjudication:
            return reviewing.adjudication(project, SCHEME, article_id)

        assert state(order[0]).left == []
        builders.write(project, adjudicate.finish(state(order[0]), by=EVA))
        (only,) = state(order[1]).left
        assert only.case.kinds == ("link",)
        builders.write(project, adjudicate.take(state(order[1]), only, "ana", by=EVA))
        draft = adjudicate.finish(
            state(order[1]), by=EVA, decisions_of=lambda name: reviews.decisions(project, name)
        )
        builders.write(project, draft)
        assert project.value("SELECT count(*) FROM relation WHERE annotator = 'gold'") == 1
        assert not any(item.is_changed for name in order for item in state(name).items)
