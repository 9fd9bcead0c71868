"""Names of other tools become ours: proposed, told in a map, kept, or refused with a count."""

import itertools
import json
from pathlib import Path

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.errors import UserError
from annotator.domain.progress import ArticleLabel
from annotator.domain.relation import Relation
from annotator.formats.foreign_work import ForeignWork
from annotator.formats.import_map import ImportMap, read_map
from annotator.formats.incoming import Arrival, Problem
from annotator.formats.name_map import (
    AttributeMeaning,
    LabelMeaning,
    NameMap,
    RelationMeaning,
)
from annotator.formats.offset_units import Counting, Positions
from annotator.operations import remembering
from annotator.operations import writing as steps
from annotator.operations.name_maps import map_of
from annotator.operations.name_proposals import label_for, relation_for, value_for
from annotator.operations.remembering import Translation, kept_names
from annotator.operations.translating import Translator
from annotator.storage.project import open_project
from tests import builders

ARTICLE = builders.article()


def arrival(*labels: str, relation: str = "", records: tuple[ArticleLabel, ...] = ()) -> Arrival:
    """Annotations of these labels one after another, each leading to the next."""
    work = ForeignWork(
        ARTICLE, "ana", format_id="other", positions=Positions(ARTICLE.text, Counting("codepoint"))
    )
    ids = [work.annotate(label, [(2 + n, 5 + n)]) for n, label in enumerate(labels)]
    for first, second in itertools.pairwise(ids):
        work.relate(relation, first, second)
    return Arrival(
        ARTICLE,
        None,
        list(work.annotations.values()),
        list(work.relations.values()),
        records,
        names_of="other",
    )


def held(*attributes: dict[str, str], label: str = "webanno.custom.Span") -> Arrival:
    """Annotations of one layer whose features tell what they are."""
    work = ForeignWork(
        ARTICLE, "ana", format_id="other", positions=Positions(ARTICLE.text, Counting("codepoint"))
    )
    for number, each in enumerate(attributes):
        work.annotate(label, [(2 + number, 5 + number)], attributes=dict(each))
    return Arrival(ARTICLE, None, list(work.annotations.values()), names_of="other")


def translated(came: Arrival, names: NameMap | None = None) -> tuple[Arrival, list[Problem]]:
    """What an arrival becomes, and what is told of it."""
    translator = Translator(builders.scheme(), names or NameMap())
    return translator.of(came), list(translator.problems("in.json"))


def labels_of(came: Arrival) -> list[str]:
    return [row[3] for row in came.annotations]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("claim", "claim"), ("CLAIM", "claim"), ("Claims", "claim"), ("custom.Claim", "claim"),
        ("webanno.custom.Source", "source"), ("SPEAKER", "source"), ("Statement", "claim"),
        ("http://example.org/ns#Quote", "quote"), ("boiler-plate", "boilerplate"),
    ],
)  # fmt: skip
def test_a_label_is_proposed_by_its_name(theirs: str, ours: str) -> None:
    assert label_for(theirs, builders.scheme()) == LabelMeaning(ours)


@pytest.mark.parametrize("theirs", ["POSITIVE", "sentiment_positive", "positive-sentiment", "pos"])
def test_a_name_with_a_value_becomes_a_label_with_an_attribute(theirs: str) -> None:
    meaning = label_for(theirs, builders.scheme())
    assert meaning == (
        LabelMeaning("sentiment", {"polarity": "positive"}) if theirs != "pos" else None
    )


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("SAID_BY", RelationMeaning("attributed_to")),
        ("attributed-to", RelationMeaning("attributed_to")),
        ("IsTheSourceOf", RelationMeaning("attributed_to", is_reversed=True)),
        ("sentiment_from", RelationMeaning("held_by")),
        ("Supports", RelationMeaning("supports")),
        ("contradicts", RelationMeaning("contradicts")),
        ("near", None),
    ],
)
def test_a_relation_is_proposed_by_its_name(theirs: str, ours: RelationMeaning | None) -> None:
    assert relation_for(theirs, builders.scheme()) == ours


def test_a_value_is_proposed_by_its_name() -> None:
    label = builders.scheme().label("sentiment")
    assert label is not None
    polarity = label.attribute("polarity")
    assert polarity is not None
    assert [value_for(each, polarity) for each in ("Negative", "POS", "unknown")] == [
        "negative", "positive", None,
    ]  # fmt: skip


def test_what_has_no_meaning_is_refused_and_counted_by_name() -> None:
    came, problems = translated(arrival("ORG", "CLAIM", "ORG", relation="SAID_BY"))
    assert labels_of(came) == ["claim"]
    assert came.relations == []
    assert [each.count for each in problems] == [2, 2]
    assert "the label “ORG”" in problems[0].reason
    assert "an end of each" in problems[1].reason


def test_a_relation_is_turned_around_where_the_ends_say_so() -> None:
    came, problems = translated(arrival("SOURCE", "CLAIM", relation="says"))
    (row,) = came.relations
    ids = {label: identity for identity, _, _, label, *_ in came.annotations}
    assert row[3:6] == ("attributed_to", ids["claim"], ids["source"])
    assert problems == []


def test_in_records_of_our_shape_our_relations_lead_as_they_say() -> None:
    came = arrival("source", "claim", relation="attributed_to")
    for trusts_ours, label in ((True, "source"), (False, "claim")):
        translator = Translator(builders.scheme(), NameMap(), trusts_ours=trusts_ours)
        found = translator.of(came)
        ids = {row[0]: row[3] for row in found.annotations}
        assert ids[found.relations[0][4]] == label


def test_a_relation_between_equals_is_never_turned_around_by_itself() -> None:
    came, _ = translated(arrival("SOURCE", "SOURCE", relation="via"))
    assert came.relations[0][3:6] == ("reported_via", *(row[0] for row in came.annotations))


def test_a_relation_without_a_name_is_the_only_one_that_fits() -> None:
    came, _ = translated(arrival("CUE", "CLAIM"))
    assert [row[3] for row in came.relations] == ["cued_by"]
    came, problems = translated(arrival("CLAIM", "CLAIM"))
    assert came.relations == []
    assert "without a name" in problems[0].reason or "“”" in problems[0].reason


def test_a_map_says_what_names_mean() -> None:
    names = NameMap(
        {
            "ORG": LabelMeaning("source", {"source_type": "named_organisation"}),
            "CLAIM": LabelMeaning("quote"),
            "LOC": LabelMeaning(""),
        },
        {"REL": RelationMeaning("attributed_to", is_reversed=True)},
    )
    came, problems = translated(arrival("ORG", "CLAIM", relation="REL"), names)
    assert [(row[3], json.loads(row[8])) for row in came.annotations] == [
        ("source", {"source_type": "named_organisation"}), ("quote", {}),
    ]  # fmt: skip
    assert came.relations[0][4] == came.annotations[1][0]
    assert problems == []
    came, problems = translated(arrival("LOC", "CLAIM"), names)
    assert labels_of(came) == ["quote"]
    assert [(each.is_note, "left out" in each.reason) for each in problems] == [(True, True)] * 2


def test_attributes_and_their_values_are_translated_and_what_is_lost_is_told() -> None:
    work = ForeignWork(
        ARTICLE, "ana", format_id="other", positions=Positions(ARTICLE.text, Counting("codepoint"))
    )
    work.annotate("TARGET", [(2, 5)], attributes={"stance": "NEG", "colour": "red"})
    work.annotate("TARGET", [(3, 5)], attributes={"stance": ["positive"], "intensity": "huge"})
    came = Arrival(ARTICLE, None, list(work.annotations.values()), names_of="other")
    found, problems = translated(came)
    assert [json.loads(row[8]) for row in found.annotations] == [
        {"polarity": "negative"}, {"polarity": "positive"},
    ]  # fmt: skip
    assert [(each.count, "came in without" in each.reason) for each in problems] == [
        (0, True), (0, True),
    ]  # fmt: skip
    told = NameMap(
        attributes={
            "TARGET.colour": AttributeMeaning("intensity", {"red": "high"}),
            "stance": AttributeMeaning(""),
        }
    )
    found, _ = translated(came, told)
    assert json.loads(found.annotations[0][8]) == {"intensity": "high"}


def test_labels_of_articles_are_translated_too() -> None:
    labels = (
        ArticleLabel(ARTICLE.id, "ana", "Genre", "Opinion"),
        ArticleLabel(ARTICLE.id, "ana", "topic", "press release"),
        ArticleLabel(ARTICLE.id, "ana", "topic", "sports"),
    )
    found, problems = translated(arrival(records=labels))
    assert [(each.label, each.value) for each in found.records] == [
        ("genre", "opinion"), ("genre", "press_release"),
    ]  # fmt: skip
    assert len(problems) == 1


def test_a_map_written_from_an_import_reads_back_as_what_it_did(tmp_path: Path) -> None:
    translator = Translator(builders.scheme(), NameMap())
    translator.of(arrival("SOURCE", "CLAIM", "sentiment_positive", "ORG", relation="says"))
    path = tmp_path / "names.toml"
    path.write_text(map_of({"other": translator.lines()}), encoding="utf-8")
    names = read_map(path).names
    assert names.labels == {
        "CLAIM": LabelMeaning("claim"),
        "ORG": LabelMeaning(""),
        "SOURCE": LabelMeaning("source"),
        "sentiment_positive": LabelMeaning("sentiment", {"polarity": "positive"}),
    }
    assert names.attributes == {}
    assert names.relations["says"] == RelationMeaning("attributed_to", is_reversed=True)


def test_a_map_that_cannot_be_used_says_all_that_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text(
        'offsets = "bytes"\nreanchor = 1\n[labels]\nA = 3\n[relations]\nB = { reversed = true }\n'
        'C = { relation = "x", reversed = "no" }\n[attributes]\nD = { values = 1 }\n',
        encoding="utf-8",
    )
    with pytest.raises(UserError) as refused:
        read_map(path)
    for part in ("offsets is none", "reanchor", "labels.A", "relations.B", "relations.C", ".D"):
        assert part in str(refused.value)


def test_a_map_that_names_what_the_scheme_lacks_is_refused(tmp_path: Path) -> None:
    names = NameMap({"A": LabelMeaning("clam")}, {"B": RelationMeaning("near")})
    path = builders.project_file(tmp_path)
    with open_project(path) as project, pytest.raises(UserError, match=r"'A'.*'B'"):
        Translation(project, builders.scheme(), told=ImportMap(names=names))


def test_what_a_person_said_is_kept_for_the_next_import(tmp_path: Path) -> None:
    path = builders.project_file(tmp_path)
    told = ImportMap(names=NameMap({"ORG": LabelMeaning("source")}))
    with open_project(path, is_writable=True) as project:
        draft = kept_names(project, "other", told)
        assert draft is not None
        steps.commit(project, draft, annotator="ana")
        assert kept_names(project, "other", told) is None
        later = Translation(project, builders.scheme(), told=None)
        assert labels_of(later.of(arrival("ORG"))) == ["source"]
        assert later.lines()["other"][0].told == "told"
        assert remembering._kept(project, "another") == NameMap()


def test_our_own_names_are_left_alone(tmp_path: Path) -> None:
    path = builders.project_file(tmp_path)
    with open_project(path) as project:
        own = Arrival(ARTICLE, None)
        assert Translation(project, builders.scheme(), told=None).of(own) is own


def test_rows_are_those_of_the_domain() -> None:
    found = builders.came_along(translated(arrival("SOURCE", "CLAIM", relation="says"))[0])
    assert [type(each) for each in found] == [Annotation, Annotation, Relation]


def test_a_layer_for_all_marks_tells_its_labels_by_the_feature_that_names_them() -> None:
    came, problems = translated(
        held({"n": "1", "role": "Opinion"}, {"n": "1", "role": "Claim"}, {"role": "Speaker"})
    )
    assert labels_of(came) == ["claim", "source"]
    assert sum("“webanno.custom.Span.role=Opinion”" in each.reason for each in problems) == 1
    assert "role" not in came.annotations[0][8]


def test_a_map_says_which_feature_holds_the_label_and_what_its_values_mean(tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_text('[labels]\nClaim = { from = "kind" }\n"Claim.kind=hot" = "quote"\n')
    names = read_map(path).names
    assert read_map(_written(tmp_path, names)).names == names
    came, _ = translated(held({"kind": "hot"}, {"kind": "cue"}, {}, label="Claim"), names)
    assert labels_of(came) == ["quote", "cue", "claim"]


def _written(folder: Path, names: NameMap) -> Path:
    path = folder / "again.toml"
    path.write_text(names.as_toml())
    return path


def test_the_trigger_of_an_event_is_a_cue_whatever_its_type_is_called() -> None:
    came, _ = translated(arrival("Statement", "Statement", relation="cued_by"))
    assert labels_of(came) == ["claim", "cue"]
    told = NameMap(labels={"Statement": LabelMeaning("quote")})
    came, _ = translated(arrival("Statement", "Statement", relation="cued_by"), told)
    assert labels_of(came) == ["quote", "quote"]
