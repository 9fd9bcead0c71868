"""What an export leaves out, counts together, masks and calls by other names."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.change import Change, Draft, added
from annotator.domain.errors import UserError
from annotator.domain.flag import BY_RULE, Flag, Message
from annotator.domain.people import Annotator
from annotator.domain.progress import ADJUDICATED, FINISHED, IN_PROGRESS, ArticleLabel, Progress
from annotator.domain.relation import Relation
from annotator.domain.review import Verdict
from annotator.domain.span import Span
from annotator.domain.stance import Party, Stance
from annotator.formats.import_map import ImportMap
from annotator.formats.registry import writable
from annotator.operations import exporting, importing, snapshots, works, writing
from annotator.operations.export_plan import ExportPlan, SplitPlan
from annotator.storage import origins, records, sqlite
from annotator.storage.project import Project, open_project
from tests import builders

CLAIM = "the bridge will cost 4m euros"
FREE = replace(builders.article(article_id="a1"), licence="CC0-1.0", extra={"lead": "A bridge"})
OTHER = builders.article(article_id="a2")
UNTOUCHED = builders.article(article_id="a3")


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    """Two agree on a claim and differ on its kind; one marks a source besides; one is gold."""
    path = builders.project_file(tmp_path, FREE, OTHER, UNTOUCHED)
    records: list[Any] = [Annotator("zoe", "Zoe"), Annotator("ben", "Ben")]
    for by, kind in (("ana", "statistic"), ("ben", "causal"), ("zoe", "causal")):
        records += [
            builders.annotation(FREE, CLAIM, by=by, annotation_id=f"{by}1", claim_kind=kind),
            ArticleLabel("a1", by, "genre", "news" if by == "ana" else "opinion"),
            Progress("a1", by, FINISHED),
        ]
    records += [
        builders.annotation(FREE, "Mayor Ruiz", by="ana", annotation_id="s1", label="source"),
        Relation("r1", "a1", "ana", "attributed_to", "ana1", "s1", "a1"),
        Flag(
            "f1", "a1", "ana", None, "other", raised_by="zoe",
            messages=(Message("ben", "Look here."),), fragments=(Span(0, 1),), text="📰",
        ),
        Verdict("v1", "a1", "ana", "ana1", "claim", "accepted", by="zoe"),
        builders.annotation(OTHER, CLAIM, by="ana"),
        builders.annotation(OTHER, CLAIM, by="gold"),
        Progress("a2", "gold", ADJUDICATED),
    ]  # fmt: skip
    with open_project(path, is_writable=True) as project:
        writing.commit(project, Draft("Fill", added(records)), annotator="ana")
    return path


@pytest.fixture(name="project")
def _project(path: Path) -> Iterator[Project]:
    with open_project(path) as project:
        yield project


def lines_of(project: Project, **plan: Any) -> list[dict[str, Any]]:
    place = project.path.with_name("out.jsonl")
    exporting.export(project, place, ExportPlan(**plan), is_replacing=True)
    return [json.loads(each) for each in place.read_text("utf-8").splitlines()]


def test_votes_say_how_many_made_each_annotation(project: Project) -> None:
    first, *_ = lines_of(project, layer="aggregate", only_finished=True)
    claim, source = sorted(first["spans"], key=lambda each: -each["votes"])
    assert (claim["votes"], claim["of"], claim["probability"]) == (3, 3, 1.0)
    assert claim["attributes"] == {"claim_kind": "causal"}
    assert claim["value_votes"] == {"claim_kind": {"causal": 2, "statistic": 1}}
    assert (source["votes"], source["of"], source["probability"]) == (1, 3, 0.3333)
    assert (first["layer"], first["annotator"]) == ("aggregate", None)
    assert first["labels"] == {"genre": "opinion"}
    assert first["label_votes"] == {"genre": {"news": 1, "opinion": 2}}
    assert [(each["votes"], each["of"]) for each in first["relations"]] == [(1, 3)]


def test_an_article_without_labels_is_of_the_layer_of_votes_too(path: Path) -> None:
    with open_project(path, is_writable=True) as project:
        done = added([Progress("a3", "ana", FINISHED), Progress("a3", "ben", FINISHED)])
        writing.commit(project, Draft("Done", done), annotator="ana")
        *_, last = lines_of(project, layer="aggregate")
    assert (last["id"], last["layer"], last["label_votes"]) == ("a3", "aggregate", {})


def test_formats_without_votes_hold_what_half_of_them_made(project: Project) -> None:
    place = project.path.with_name("out")
    plan = ExportPlan("classification", layer="aggregate", only_finished=True)
    report = exporting.export(project, place, plan)
    assert report.contents.labels == {"claim": 1}
    assert report.losses == {
        ("annotation", "Fewer than half of the annotators made it."): 1,
        ("relation", "Fewer than half of the annotators made it."): 1,
    }


def test_masked_text_keeps_places_and_shows_labelled_words_alone(project: Project) -> None:
    line = lines_of(project, layer="ben", text="fragments")[0]
    assert len(line["text"]) == len(FREE.text)
    (span,) = line["spans"]
    assert line["text"][span["start"] : span["end"]] == span["text"] == CLAIM
    rest = line["text"][: span["start"]] + line["text"][span["end"] :]
    assert set(rest) == {"_", " ", "\n"}
    assert line["text_sha256"] == hashlib.sha256(FREE.text.encode()).hexdigest()
    assert "lead" not in line["meta"]


def test_without_text_only_places_and_hashes_are_left(project: Project) -> None:
    plan = {"text": "none", "layer": "ana", "format_id": "jsonl"}
    written = json.dumps(lines_of(project, **plan)[0], ensure_ascii=False)
    assert "bridge will" not in written
    assert "Mayor" not in written
    assert '"fragments": [[18, 47]]' in written


def test_tables_without_text_have_places_relations_and_hashes(
    project: Project, tmp_path: Path
) -> None:
    exporting.export(project, tmp_path / "out", ExportPlan("csv", "ana", text="none"))
    written = {each.name: each.read_text("utf-8") for each in (tmp_path / "out").glob("*.csv")}
    assert "bridge will" not in "".join(written.values())
    assert "Ruiz" not in written["data.csv"]
    assert 'a1,ana,finished,ana1,claim,18,47,,,"{' in written["data.csv"]
    assert "a1,ana,r1,attributed_to,ana1,s1," in written["relations.csv"]
    assert FREE.text_sha256 in written["articles.csv"]


def test_web_annotations_without_text_find_it_where_the_articles_are(
    project: Project, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    exporting.export(project, out, ExportPlan("webannotation", "ana", text="none"))
    written = (out / "data.jsonld").read_text("utf-8")
    assert "bridge will" not in written
    assert "Ruiz" not in written
    assert FREE.text_sha256 in written
    (tmp_path / "there").mkdir()
    path = builders.project_file(tmp_path / "there", FREE, OTHER)
    with open_project(path, is_writable=True) as there:
        told = ImportMap(format="webannotation")
        report = importing.import_files(there, [out], annotator="you", told=told)
        assert (report.annotations, report.relations, report.refused) == (3, 1, 0)
        words = {each.text for each in records.select(there, Annotation)}
    assert words == {CLAIM, "Mayor Ruiz"}
    (tmp_path / "other").mkdir()
    path = builders.project_file(tmp_path / "other", builders.article("Other words."), OTHER)
    with open_project(path, is_writable=True) as there:
        report = importing.import_files(there, [out], annotator="you", told=told)
        assert report.annotations == 1
        assert any("has another text here" in str(each) for each in report.problems)


@pytest.mark.parametrize("format_id", ["classification", "chat", "frames"])
def test_a_format_that_needs_the_text_refuses_to_go_without(
    project: Project, *, format_id: str
) -> None:
    with pytest.raises(UserError, match="needs the text"):
        lines_of(project, text="none", format_id=format_id)


def test_pseudonyms_replace_every_name_and_stay_the_same(project: Project) -> None:
    first = lines_of(project, has_real_names=False)
    assert first == lines_of(project, has_real_names=False)
    names = {each["annotator"] for each in first if each["annotator"]}
    assert names == {"annotator-1", "annotator-2", "annotator-3"}
    flagged = next(each for each in first if each["flags"])
    people = {flagged["annotator"], flagged["flags"][0]["raised_by"],
              flagged["flags"][0]["messages"][0]["by"]}  # fmt: skip
    assert people == names
    assert flagged["verdicts"][0]["by"] == flagged["flags"][0]["raised_by"]


def test_a_rule_that_raised_a_flag_is_nobody_and_keeps_its_name(path: Path) -> None:
    by_rule = Flag("f9", "a1", "ana", None, "vague", raised_by="vague-source", origin=BY_RULE)
    with open_project(path, is_writable=True) as project:
        builders.write(project, Draft("Flag", added([by_rule])))
        assert "vague-source" not in origins.everybody(project)
        lines = lines_of(project, has_real_names=False)
    flags = [flag for each in lines for flag in each["flags"]]
    assert "vague-source" in {each["raised_by"] for each in flags}


def test_with_pseudonyms_no_file_tells_whose_layer_it_is(project: Project, tmp_path: Path) -> None:
    plan = ExportPlan(layer="zoe", has_real_names=False)
    exporting.export(project, tmp_path / "out", plan)
    for file in (tmp_path / "out").iterdir():
        assert not re.search(r"\bzoe\b", file.read_text(), re.IGNORECASE), file.name
    told = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    (line,) = (tmp_path / "out" / "data.jsonl").read_text().splitlines()
    assert told["options"]["layer"] == json.loads(line)["annotator"]
    assert "is a pseudonym" in (tmp_path / "out" / "README.md").read_text()


def test_the_card_tells_how_far_those_agree_who_have_finished(path: Path, tmp_path: Path) -> None:
    with open_project(path, is_writable=True) as project:
        exporting.export(project, tmp_path / "out", ExportPlan(has_real_names=False))
        card = (tmp_path / "out" / "README.md").read_text("utf-8")
        assert "Between 3 people, on 1 article of the project" in card
        # Each of the three is compared with the two others.
        assert "| annotations | `claim` | F1, exact |  | 1.000\\* |  | 6 spans |" in card
        assert "| attributes of matched annotations | `claim.claim_kind` | Krippendorff" in card
        again = [
            Change(Progress("a1", by, FINISHED), Progress("a1", by, IN_PROGRESS))
            for by in ("ben", "zoe")
        ]
        writing.commit(project, Draft("Reopen", tuple(again)), annotator="zoe")
        exporting.export(project, tmp_path / "alone", ExportPlan())
    assert "## Agreement" not in (tmp_path / "alone" / "README.md").read_text("utf-8")


def test_another_seed_gives_other_pseudonyms(project: Project) -> None:
    from annotator.operations.pseudonyms import Names

    people = [f"person {number}" for number in range(20)]
    one, other, elsewhere = (
        Names(people, seed=seed, are_real=False, secret=secret)
        for seed, secret in ((1, b"a"), (2, b"a"), (1, b"b"))
    )
    assert [one.of(each) for each in people] != [other.of(each) for each in people]
    # The seed is told in the manifest; without the secret of the project it gives no name away.
    assert [one.of(each) for each in people] != [elsewhere.of(each) for each in people]
    assert {one.of(each) for each in people} == {other.of(each) for each in people}
    assert one.of("gold") == "gold"


def test_votes_are_counted_among_those_who_have_finished(path: Path) -> None:
    with open_project(path, is_writable=True) as project:
        again = Change(Progress("a1", "zoe", FINISHED), Progress("a1", "zoe", IN_PROGRESS))
        writing.commit(project, Draft("Reopen", (again,)), annotator="zoe")
        (line,) = lines_of(project, layer="aggregate")
    assert {(each["votes"], each["of"]) for each in line["spans"]} == {(2, 2), (1, 2)}
    assert line["status"] == "finished"


def test_an_export_without_any_article_says_why_and_writes_nothing(project: Project) -> None:
    place = project.path.with_name("o.jsonl")
    with pytest.raises(
        UserError, match=r"2 because its licence .* 1 because there is no adjudicated"
    ):
        exporting.export(project, place, ExportPlan(layer="gold", licences=("CC0-1.0",)))
    assert not list(place.parent.glob("*o.jsonl*"))


def test_only_articles_under_the_licence_are_written(project: Project) -> None:
    report = exporting.export(
        project, project.path.with_name("o.jsonl"), ExportPlan(licences=("CC0-1.0",))
    )
    assert report.articles == 1
    assert report.left_out.counts == {works.OTHER_LICENCE: 2}


@pytest.mark.parametrize(
    ("plan", "reasons"),
    [
        ({"layer": "gold"}, {works.NOT_ADJUDICATED: 2}),
        ({"only_finished": True}, {works.UNTOUCHED: 1, works.NOT_FINISHED: 1}),
        ({"layer": "ben"}, {works.NOT_THEIRS: 1, works.UNTOUCHED: 1}),
        ({"format_id": "frames"}, {works.UNTOUCHED: 1}),
        ({}, {}),
    ],
)
def test_what_is_left_out_is_told_with_the_reason(
    project: Project, *, plan: dict[str, Any], reasons: dict[str, int]
) -> None:
    place = project.path.with_name("o.jsonl")
    report = exporting.export(project, place, ExportPlan(**plan))
    assert dict(report.left_out.counts) == reasons


def test_labels_are_chosen_and_relations_go_with_their_ends(project: Project) -> None:
    line = lines_of(project, layer="ana", labels=("claim",))[0]
    assert {each["label"] for each in line["spans"]} == {"claim"}
    assert line["relations"] == []


def test_parts_are_left_out_on_wish(project: Project) -> None:
    omitted = ("relations", "flags", "verdicts", "stances", "article-labels", "notes")
    line = lines_of(project, layer="ana", omitted=omitted)[0]
    assert [line[name] for name in ("relations", "flags", "verdicts", "labels")] == [[], [], [], {}]
    assert len(line["spans"]) == 2


def test_the_manifest_tells_the_command_that_makes_it_again(project: Project) -> None:
    place = project.path.with_name("out")
    plan = ExportPlan("frames", "ana", text="fragments", has_real_names=False, labels=("claim",))
    exporting.export(project, place, plan)
    manifest = json.loads((place / "manifest.json").read_bytes())
    assert manifest["command"] == (
        f"annotator export PROJECT DEST --format frames --layer {manifest['options']['layer']} "
        "--text fragments --names pseudonyms --labels claim"
    )
    assert re.fullmatch(r"annotator-[123]", manifest["options"]["layer"])
    for each in manifest["files"]:
        written = (place / each["name"]).read_bytes()
        assert hashlib.sha256(written).hexdigest() == each["sha256"]
        assert len(written) == each["bytes"]


def test_a_snapshot_tells_what_has_changed_since(path: Path) -> None:
    with open_project(path, is_writable=True) as project:
        plan = ExportPlan()
        report = exporting.export(project, path.with_name("r1"), plan)
        snapshots.remember(project, "r1", plan, report, annotator="ana")
        assert snapshots.since(project, "r1").steps == 0
        more = builders.annotation(UNTOUCHED, CLAIM)
        writing.commit(project, Draft("Label", added([more])), annotator="ana")
        found = snapshots.since(project, "r1")
        assert (found.steps, dict(found.articles)) == (1, {"a3": 1})
        assert dict(found.records) == {("annotation", "added"): 1}
        (held,) = snapshots.all_of(project)
        assert (held.name, held.lines) == ("r1", report.lines)
        snapshots.remember(project, "r1", plan, report, annotator="ana")
        assert snapshots.since(project, "r1").steps == 0
        with pytest.raises(UserError, match="Choose one of: r1"):
            snapshots.since(project, "r2")


def test_no_format_passes_on_an_annotation_whose_words_are_others(
    path: Path, tmp_path: Path
) -> None:
    database = sqlite.connect(path)
    database.execute("UPDATE annotation SET text = 'Mayor Ruis' WHERE id = 's1'")
    database.close()
    told = r"kept are the words “Mayor Ruis”, in the text is “Mayor Ruiz”. Nothing was exported"
    with open_project(path) as project:
        for form in writable():
            with pytest.raises(UserError, match=told):
                exporting.export(project, tmp_path / "out", ExportPlan(form.id))
    assert not (tmp_path / "out").exists()


def test_what_leads_to_what_is_left_out_is_left_out_too(path: Path, tmp_path: Path) -> None:
    more = [
        builders.annotation(OTHER, "Mayor Ruiz", by="ana", annotation_id="s2", label="source"),
        Relation("k1", "a1", "ana", "same_claim", "ana1", "n1", "a2"),
        Relation("k2", "a1", "ana", "same_text_as", "s1", "s2", "a2"),
        Flag("f2", "a1", "ana", "ana1", "other", messages=(Message("ana", "Why?"),)),
        Flag("f3", "a1", "ana", "s1", "other", messages=(Message("ana", "Who?"),)),
        Stance(
            "t1", "a1", "ana", Party(annotation_id="s1"), Party(annotation_id="ana1"), "cannot_tell"
        ),
    ]
    with open_project(path, is_writable=True) as project:
        writing.commit(project, Draft("More", added(more)), annotator="ana")
        whole = ExportPlan(layer="ana", labels=("source",))
        report = exporting.export(project, tmp_path / "sources", whole)
        free = ExportPlan(licences=("CC0-1.0",))
        licensed = exporting.export(project, tmp_path / "free", free)
    first, _ = map(json.loads, (tmp_path / "sources/data.jsonl").read_text("utf-8").splitlines())
    assert [each["id"] for each in first["flags"]] == ["f1", "f3"]
    assert (first["verdicts"], first["stances"]) == ([], [])
    (link,) = (tmp_path / "sources/links.jsonl").read_text("utf-8").splitlines()
    assert json.loads(link)["id"] == "k2"
    assert (report.links, licensed.links) == (1, 0)
    assert not (tmp_path / "free/links.jsonl").exists()


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (ExportPlan(labels=("clam",)), "There is no label “clam”"),
        (ExportPlan(omitted=("flag",)), "There is no part to omit “flag”"),
        (
            ExportPlan(split=SplitPlan((("a", 1.0),), stratify="gender")),
            "There is no label “gender”",
        ),
    ],
    ids=["labels", "omitted", "stratify"],
)
def test_a_name_that_nothing_has_is_refused(project: Project, plan: ExportPlan, told: str) -> None:
    with pytest.raises(UserError, match=told):
        exporting.export(project, project.path.with_name("out"), plan)
    assert not project.path.with_name("out").exists()
