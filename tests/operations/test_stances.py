"""The sentiment grid: read off the annotations, filled by keys, never two answers in a cell."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft, added
from annotator.domain.entity import Entity
from annotator.domain.errors import UserError
from annotator.domain.relation import Relation
from annotator.domain.sheet import Sheet
from annotator.domain.stance import CANNOT_TELL, NONE_EXPRESSED, Party, Stance
from annotator.operations import annotate, checking, stances
from annotator.operations.entities import Directory
from annotator.operations.grid import MIXED, NO_POLARITY, NOT_LOOKED_AT, Grid, grid
from annotator.storage import records
from tests import builders

SCHEME = builders.scheme()
SIMPLE = builders.scheme("simple")
TEXT = (
    "The bypass is a gift, Mayor Ruiz said. She called the council slow.\n"
    "Residents hate the bypass. The council said nothing about the mayor."
)
ARTICLE = builders.article(TEXT)
RUIZ = builders.annotation(
    ARTICLE, "Mayor Ruiz", label="source", annotation_id="ruiz", entity="Ruiz"
)
SHE = builders.annotation(ARTICLE, "She", label="source", annotation_id="she", entity="Ruiz")
RESIDENTS = builders.annotation(ARTICLE, "Residents", label="source", annotation_id="residents")
GIFT = builders.annotation(ARTICLE, "a gift", label="expression", annotation_id="gift")
NOBODY = Directory()
AUTHOR = None
MAYOR, BYPASS = Party(entity="Ruiz"), Party(annotation_id="bypass")


def bypass(
    polarity: str = "positive", *, name: str = "bypass", words: str = "The bypass"
) -> Annotation:
    return builders.annotation(
        ARTICLE, words, label="sentiment", annotation_id=name, polarity=polarity
    )


def link(name: str, label: str, start: str, end: str) -> Relation:
    return Relation(name, "a1", "ana", label, start, end, "a1")


def sheet_with(*more: object) -> Sheet:
    sheet = builders.sheet(ARTICLE, RUIZ, SHE, RESIDENTS, GIFT)
    return sheet.after(added(more))  # type: ignore[arg-type]


FILLED = sheet_with(
    bypass(), link("r1", "held_by", "bypass", "ruiz"), link("r2", "shown_by", "bypass", "gift")
)


def shown(sheet: Sheet, known: Directory = NOBODY) -> Grid:
    return grid(sheet, SCHEME, known)


def values(sheet: Sheet) -> list[list[str]]:
    found = shown(sheet)
    columns = range(len(found.targets))
    return [[found.cell(row, c).value for c in columns] for row in range(len(found.holders))]


def put(sheet: Sheet, holder: Party | None, value: str | None, target: Party = BYPASS) -> Sheet:
    draft = stances.set_cell(sheet, SCHEME, NOBODY, holder=holder, target=target, value=value)
    return sheet.after(draft.changes)


def test_rows_are_the_author_and_sources_by_whom_they_mean() -> None:
    found = shown(FILLED, Directory([Entity("Ruiz", "Ana Ruiz", ("the mayor",))]))
    assert [(side.name, side.annotation_ids) for side in found.holders] == [
        ("", ()), ("Ana Ruiz", ("ruiz", "she")), ("Residents", ("residents",)),
    ]  # fmt: skip
    assert [(side.name, side.party) for side in found.targets] == [("The bypass", BYPASS)]
    assert found.open_cells == 2


def test_words_that_name_an_entity_of_the_article_stand_in_its_row() -> None:
    plain = builders.annotation(ARTICLE, "Mayor Ruiz", label="source", annotation_id="plain")
    named = builders.annotation(
        ARTICLE, "the mayor", label="source", annotation_id="named", entity="mayor ruiz"
    )
    found = grid(builders.sheet(ARTICLE, plain, named), SCHEME, NOBODY)
    assert [side.annotation_ids for side in found.holders] == [(), ("plain", "named")]


def test_a_cell_shows_the_polarity_with_its_evidence() -> None:
    cell = shown(FILLED).cell(1, 0)
    assert (cell.value, cell.evidence) == ("positive", ("bypass", "gift"))
    assert values(FILLED) == [[""], ["positive"], [""]]


def test_a_sentiment_without_a_holder_is_the_authors_and_two_that_differ_are_mixed() -> None:
    second = bypass("negative", name="again", words="the bypass")
    assert values(sheet_with(bypass(), second)) == [[MIXED], [""], [""]]
    bare = builders.annotation(ARTICLE, "The bypass", label="sentiment", annotation_id="bypass")
    assert values(sheet_with(bare)) == [[NO_POLARITY], [""], [""]]


def test_none_expressed_is_kept_and_is_not_the_same_as_not_looked_at() -> None:
    sheet = put(FILLED, AUTHOR, NONE_EXPRESSED)
    (stance,) = sheet.stances.values()
    assert (stance.holder, stance.target, stance.value) == (None, BYPASS, NONE_EXPRESSED)
    assert values(sheet) == [[NONE_EXPRESSED], ["positive"], [NOT_LOOKED_AT]]
    changed = put(sheet, AUTHOR, CANNOT_TELL)
    assert [each.id for each in changed.stances.values()] == [stance.id]
    assert values(changed)[0] == [CANNOT_TELL]
    assert put(changed, AUTHOR, None).stances == {}


def test_a_stance_of_an_entity_gives_it_a_record() -> None:
    sheet = sheet_with(bypass())
    draft = stances.set_cell(
        sheet, SCHEME, NOBODY, holder=MAYOR, target=BYPASS, value=NONE_EXPRESSED
    )
    assert Entity("Ruiz", "Ruiz") in [change.after for change in draft.changes]
    assert values(sheet.after(draft.changes))[1] == [NONE_EXPRESSED]


def test_the_rest_of_a_row_is_said_in_one_step() -> None:
    council = builders.annotation(
        ARTICLE, "the council", label="sentiment", annotation_id="council", polarity="negative"
    )
    sheet = FILLED.after(added([council]))
    assert values(sheet) == [["", "negative"], ["positive", ""], ["", ""]]
    for holder in (AUTHOR, MAYOR, Party(annotation_id="residents")):
        draft = stances.say_none_of_the_rest(sheet, SCHEME, NOBODY, holder=holder)
        sheet = sheet.after(draft.changes)
    none = NONE_EXPRESSED
    assert values(sheet) == [[none, "negative"], ["positive", none], [none, none]]
    again = stances.say_none_of_the_rest(sheet, SCHEME, NOBODY, holder=MAYOR)
    assert again.changes == ()


def test_what_a_label_shows_is_not_talked_away() -> None:
    with pytest.raises(UserError, match="Clear the cell first"):
        put(FILLED, MAYOR, NONE_EXPRESSED)


def test_a_polarity_changes_the_sentiments_that_fill_the_cell() -> None:
    sheet = put(FILLED, MAYOR, "negative")
    assert sheet.annotations["bypass"].attributes["polarity"] == "negative"
    assert len(sheet.annotations) == len(FILLED.annotations)
    assert put(sheet, MAYOR, "negative") == sheet


def test_a_polarity_labels_the_mention_nearest_to_the_holder_and_links_it() -> None:
    sheet = put(FILLED, Party(annotation_id="residents"), "negative")
    (fresh,) = [e for e in sheet.annotations.values() if e.id not in FILLED.annotations]
    assert (fresh.text, fresh.attributes) == ("the bypass", {"polarity": "negative"})
    assert fresh.start == TEXT.index("the bypass")
    held = [each for each in sheet.relations.values() if each.from_id == fresh.id]
    assert [(each.label, each.to_id) for each in held] == [("held_by", "residents")]
    assert values(sheet) == [[""], ["positive"], ["negative"]]


def test_a_polarity_takes_the_place_of_what_was_said_of_the_cell() -> None:
    sheet = put(put(FILLED, AUTHOR, NONE_EXPRESSED), AUTHOR, "neutral")
    assert sheet.stances == {}
    assert values(sheet)[0] == ["neutral"]


def test_a_target_with_an_entity_hands_it_on() -> None:
    council = builders.annotation(
        ARTICLE, "the council", label="sentiment", annotation_id="council", entity="The council",
        polarity="negative",
    )  # fmt: skip
    sheet = put(sheet_with(council), AUTHOR, "negative", Party(entity="The council"))
    sheet = put(sheet, Party(annotation_id="residents"), "positive", Party(entity="The council"))
    (fresh,) = [e for e in sheet.annotations.values() if e.attributes.get("polarity") == "positive"]
    assert (fresh.text, fresh.attributes["entity"]) == ("The council", "The council")


def test_a_target_whose_every_mention_is_labelled_is_told() -> None:
    both = sheet_with(bypass(), bypass(name="again", words="the bypass"))
    with pytest.raises(UserError, match="Every mention of “The bypass”"):
        put(both, MAYOR, "negative")


def test_clearing_takes_the_labels_away_and_the_cell_is_not_looked_at() -> None:
    second = bypass(name="again", words="the bypass")
    sheet = FILLED.after(added([second]))
    assert values(sheet) == [["positive"], ["positive"], [""]]
    cleared = put(sheet, AUTHOR, None)
    assert values(cleared) == [[""], ["positive"], [""]]
    assert put(cleared, MAYOR, None).relations == {}


def test_what_is_no_longer_in_the_grid_and_no_polarity_are_refused() -> None:
    with pytest.raises(UserError, match="no longer there"):
        put(FILLED, Party(entity="Somebody"), NONE_EXPRESSED)
    with pytest.raises(UserError, match="no polarity “mixed”"):
        stances.set_cell(FILLED, SIMPLE, NOBODY, holder=AUTHOR, target=BYPASS, value="mixed")


def test_the_simple_scheme_has_a_grid_too() -> None:
    plain = [
        builders.annotation(ARTICLE, "Residents", label="source", annotation_id="residents"),
        builders.annotation(
            ARTICLE, "The bypass", label="sentiment", annotation_id="bypass", polarity="positive"
        ),
    ]
    sheet = builders.sheet(ARTICLE, *plain)
    draft = stances.set_cell(
        sheet, SIMPLE, NOBODY, holder=Party(annotation_id="residents"), target=BYPASS,
        value="negative",
    )  # fmt: skip
    found = grid(sheet.after(draft.changes), SIMPLE, NOBODY)
    assert [found.cell(row, 0).value for row in range(2)] == ["positive", "negative"]


def test_a_stance_goes_when_a_label_fills_its_cell() -> None:
    sheet = put(FILLED, AUTHOR, NONE_EXPRESSED)
    label = annotate.add_annotation(
        sheet, SCHEME, [builders.place(TEXT, "the bypass")], "sentiment",
        attributes={"polarity": "negative"},
    )  # fmt: skip
    whole = stances.settled(sheet, SCHEME, NOBODY, label)
    assert sheet.after(whole.changes).stances == {}
    assert values(sheet.after(whole.changes))[0] == ["negative"]
    other = annotate.remove_annotation(sheet, SCHEME, "gift")
    assert stances.settled(sheet, SCHEME, NOBODY, other) == other


def test_a_stance_goes_with_the_last_words_it_names_and_else_takes_the_next() -> None:
    again = bypass(name="again", words="the bypass")
    sheet = put(FILLED.after(added([again])), Party(annotation_id="residents"), NONE_EXPRESSED)
    first = annotate.remove_annotation(sheet, SCHEME, "bypass")
    sheet = sheet.after(first.changes)
    assert [each.target for each in sheet.stances.values()] == [Party(annotation_id="again")]
    assert sheet.after(annotate.remove_annotation(sheet, SCHEME, "again").changes).stances == {}


def test_stances_are_on_the_disk_and_undo_takes_the_entity_along(tmp_path: Path) -> None:
    with builders.writable(tmp_path, ARTICLE) as project:
        builders.write(project, Draft("Label", added([RUIZ, bypass()])))
        sheet = records.sheet(project, "a1", "ana")
        draft = stances.set_cell(
            sheet, SCHEME, NOBODY, holder=MAYOR, target=BYPASS, value=CANNOT_TELL
        )
        step = builders.write(project, draft)
        assert records.sheet(project, "a1", "ana").stances == sheet.after(draft.changes).stances
        assert checking.check(project).problems == ()
        builders.write(project, step.inverse())
        assert records.select(project, Entity) == records.select(project, Stance) == []


CHOICES = st.sampled_from(
    ["negative", "neutral", "positive", "mixed", NONE_EXPRESSED, CANNOT_TELL, None]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), CHOICES), max_size=12))
def test_any_walk_over_the_grid_leaves_one_answer_in_a_cell(
    walk: list[tuple[int, int, str | None]],
) -> None:
    sheet, known = FILLED, Directory()
    for row, column, value in walk:
        found = grid(sheet, SCHEME, known)
        if not found.targets:
            break
        holder = found.holders[row % len(found.holders)].party
        target = found.targets[column % len(found.targets)].party
        assert target is not None
        try:
            draft = stances.set_cell(
                sheet, SCHEME, known, holder=holder, target=target, value=value
            )
        except UserError:
            continue
        draft = stances.settled(sheet, SCHEME, known.after(draft.changes), draft)
        after, known = sheet.after(draft.changes), known.after(draft.changes)
        assert after.after(draft.inverse().changes) == sheet
        sheet = after
        found = grid(sheet, SCHEME, known)
        place = found.place_of(holder, target)
        assert value is None or (place and found.cell(*place).value == value)
        for stance in sheet.stances.values():
            place = found.place_of(stance.holder, stance.target)
            assert place is not None
            assert found.cell(*place).stances == (stance,)
            assert not found.cell(*place).sentiments
