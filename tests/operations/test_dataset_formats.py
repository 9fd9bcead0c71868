"""Every derived format: what its records say, who can load them, and what may not be said."""

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.domain.change import Draft, added
from annotator.domain.errors import UserError
from annotator.domain.flag import Flag, Message
from annotator.domain.progress import FINISHED, ArticleLabel, Progress
from annotator.domain.relation import Relation
from annotator.formats.datasets import derived
from annotator.formats.registry import writable
from annotator.operations import exporting, library, writing
from annotator.operations.export_plan import ExportPlan, SplitPlan
from annotator.storage import steps
from annotator.storage.project import Project, open_project
from tests import builders

os.environ.setdefault("HF_HUB_OFFLINE", "1")

OURS = ("jsonl", "parquet", "frames", "classification", "relations", "pairs", "chat", "claimreview")
FIRST, SECOND = builders.article(article_id="a1"), builders.article(article_id="a2")
CLAIM = "the bridge will cost 4m euros"


@pytest.fixture(name="project", scope="module")
def _project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A claim, its source in two fragments, a cue and a sentiment, twice; and a claim checked."""
    path = builders.project_file(tmp_path_factory.mktemp("made"), FIRST, SECOND)
    records: list[Any] = []
    for each, by in ((FIRST, "ana"), (SECOND, "ana"), (FIRST, "ben")):
        verdict = {"verdict": "refuted"} if each is SECOND else {}
        records += [
            builders.annotation(
                each, CLAIM, by=by, annotation_id="c1", check_worthiness="check_worthy", **verdict
            ),
            builders.annotation(each, "📰 Mayor Ruiz", by=by, annotation_id="s1", label="source"),
            builders.annotation(each, "said", by=by, annotation_id="q1", label="cue"),
            builders.annotation(
                each, "a bargain", "she", by=by, annotation_id="f1", label="expression"
            ),
            Relation("r1", each.id, by, "attributed_to", "c1", "s1", each.id),
            Relation("r2", each.id, by, "cued_by", "c1", "q1", each.id),
            ArticleLabel(each.id, by, "genre", "news"),
            Progress(each.id, by, FINISHED),
        ]
    far = {"degree": "differing_account", "about": "actor"}
    records += [
        Relation("k1", "a1", "ana", "same_claim", "c1", "c1", "a2", {"match": "equivalent"}),
        Relation("k2", "a1", "ana", "contradicts", "c1", "c1", "a2", far),
        builders.annotation(FIRST, "she told reporters", annotation_id="b1", label="boilerplate"),
    ]
    with open_project(path, is_writable=True) as project:
        writing.commit(project, Draft("Fill", added(records)), annotator="ana")
    with open_project(path) as project:
        yield project


def lines_of(project: Project, folder: Path, **plan: Any) -> list[dict[str, Any]]:
    exporting.export(project, folder / "out", ExportPlan(**plan))
    return [
        json.loads(each) for each in (folder / "out/data.jsonl").read_text("utf-8").splitlines()
    ]


def test_a_frame_tells_who_says_what_and_how(project: Project, tmp_path: Path) -> None:
    first = lines_of(project, tmp_path, format_id="frames", layer="ana")[0]
    assert first["claim"]["text"] == CLAIM
    assert [each["text"] for each in first["sources"]] == ["📰 Mayor Ruiz"]
    assert first["cue"]["text"] == "said"
    assert first["sentence"]["text"] == FIRST.text.split("\n")[0]
    assert first["missing"] == []
    assert first["claim"]["attributes"]["check_worthiness"] == "check_worthy"
    assert first["claim"]["attributes"]["certainty"] is None


def test_pairs_of_relations_have_negatives_by_the_stated_rule(
    project: Project, tmp_path: Path
) -> None:
    found = lines_of(project, tmp_path, format_id="relations", layer="ben")
    names = ["none", *(each.id for each in library.scheme_of(project).relations)]
    told = [(names[e["label"]], e["head"]["id"], e["tail"]["id"]) for e in found]
    assert told[:2] == [("attributed_to", "c1", "s1"), ("cued_by", "c1", "q1")]
    positives = {(head, tail) for name, head, tail in told if name != "none"}
    assert not positives & {(head, tail) for name, head, tail in told if name == "none"}
    assert len(told) - 2 <= 3 * 2
    for each in found:
        for end in (each["head"], each["tail"]):
            words = " ".join(each["text"][a:b] for a, b in end["fragments"])
            assert words == end["text"]


def test_a_differing_account_is_no_contradiction(project: Project, tmp_path: Path) -> None:
    found = {each["id"]: each for each in lines_of(project, tmp_path, format_id="pairs")}
    assert found["a1:ana:k1"]["nli"] == "entailment"
    other = found["a1:ana:k2"]
    assert (other["label"], other["nli"], other["about"]) == (3, None, "actor")
    assert other["premise"] == other["hypothesis"] == CLAIM


def test_a_pair_across_splits_is_lost_and_told(project: Project, tmp_path: Path) -> None:
    fixed = {"a1": "train", "a2": "test"}
    plan = ExportPlan("pairs", split=SplitPlan(by="article", fixed=fixed))
    report = exporting.export(project, tmp_path / "out", plan)
    assert report.lines == 0
    assert dict(report.losses) == {
        ("link", "Its two claims are not in one split of the dataset."): 2
    }


@pytest.mark.parametrize(
    ("classify", "texts"),
    [
        ("labels", {0: [FIRST.text.split("\n")[0]]}),
        ("check_worthiness", {0: [CLAIM]}),
        ("genre", {0: [FIRST.text]}),
    ],
)
def test_sentences_claims_and_articles_have_classes(
    project: Project, tmp_path: Path, *, classify: str, texts: dict[int, list[str]]
) -> None:
    found = lines_of(project, tmp_path, format_id="classification", layer="ana", classify=classify)
    assert [found[number]["text"] for number in texts] == [each[0] for each in texts.values()]
    card = (tmp_path / "out/README.md").read_text("utf-8")
    assert "class_label:" in card


def test_a_sentence_with_boilerplate_is_left_out_unless_it_is_kept(
    project: Project, tmp_path: Path
) -> None:
    dropped = lines_of(project, tmp_path, format_id="classification", layer="ana")
    kept = lines_of(
        project, tmp_path / "out", format_id="classification", layer="ana", drops_boilerplate=False
    )
    assert len(kept) == len(dropped) + 1


@pytest.mark.parametrize("format_id", ["classification", "chat", "conll"])
def test_boilerplate_is_left_out_also_where_its_label_is(
    project: Project, tmp_path: Path, format_id: str
) -> None:
    for folder, labels in (("all", ()), ("claims", ("claim",))):
        plan = ExportPlan(format_id=format_id, layer="ana", labels=labels)
        exporting.export(project, tmp_path / folder, plan)
    told = [data.read_text("utf-8").count("reporters") for data in tmp_path.glob("*/data.*")]
    assert told[0] == told[1] > 0, "the one of a2, where it is no boilerplate"


def test_a_claim_in_boilerplate_makes_no_frame_unless_it_is_kept(
    project: Project, tmp_path: Path
) -> None:
    path = Path(shutil.copy(project.path, tmp_path / "copy.annotator"))
    told = builders.annotation(FIRST, "told reporters", annotation_id="c2", label="claim")
    with open_project(path, is_writable=True) as copy:
        builders.write(copy, Draft("Label", added([told])))
        (tmp_path / "kept").mkdir()
        plan = {"format_id": "frames", "layer": "ana"}
        kept = lines_of(copy, tmp_path / "kept", **plan, drops_boilerplate=False)
        dropped = lines_of(copy, tmp_path, **plan)
    names = [[each["claim"]["id"] for each in lines] for lines in (kept, dropped)]
    assert names == [["c1", "c2", "c1"], ["c1", "c1"]]
    (loss,) = (tmp_path / "out/losses.jsonl").read_text("utf-8").splitlines()
    assert json.loads(loss)["id"] == "c2"


def test_an_unknown_class_is_refused_with_the_choices(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="check_worthiness"):
        lines_of(project, tmp_path, format_id="classification", classify="colour")


def test_answers_quote_exact_substrings_and_boilerplate_is_cut_out(
    project: Project, tmp_path: Path
) -> None:
    first = lines_of(project, tmp_path, format_id="chat", layer="ana")[0]
    _, given, said = (each["content"] for each in first["messages"])
    answer = json.loads(said)
    assert "she told reporters" not in given
    assert answer["claims"][0]["quote"] == [CLAIM]
    assert answer["claims"][0]["sources"] == [["📰 Mayor Ruiz"]]
    quotes = [q for each in (*answer["claims"], *answer["others"]) for q in each["quote"]]
    assert all(quote in given for quote in quotes)


def test_only_claims_with_an_editors_verdict_become_reviews(
    project: Project, tmp_path: Path
) -> None:
    (review,) = lines_of(project, tmp_path, format_id="claimreview")
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == CLAIM
    assert review["reviewRating"]["alternateName"] == "Refuted"
    assert review["itemReviewed"]["author"] == [{"@type": "Thing", "name": "📰 Mayor Ruiz"}]


@pytest.mark.parametrize("format_id", OURS)
def test_two_exports_have_the_same_bytes(
    project: Project, tmp_path: Path, *, format_id: str
) -> None:
    for name in ("one", "two"):
        plan = ExportPlan(format_id, has_real_names=False)
        exporting.export(project, tmp_path / name, plan)
    one, two = (
        {path.name: path.read_bytes() for path in sorted((tmp_path / name).iterdir())}
        for name in ("one", "two")
    )
    assert one == two
    assert not any(b"ana" in one[name] for name in one if name.endswith("data.jsonl"))


@pytest.mark.parametrize("format_id", OURS)
def test_the_hugging_face_library_loads_every_split_with_its_names(
    project: Project, tmp_path: Path, *, format_id: str
) -> None:
    datasets = pytest.importorskip("datasets")
    datasets.disable_progress_bars()
    fixed = {"a1": "train", "a2": "test"}
    split = SplitPlan(by="article", fixed=fixed)
    exporting.export(project, tmp_path / "out", ExportPlan(format_id, split=split))
    counts = json.loads((tmp_path / "out/manifest.json").read_bytes())["counts"]["splits"]
    counts = {name: count for name, count in counts.items() if count}
    if not counts:
        assert "configs" not in (tmp_path / "out/README.md").read_text("utf-8")
        return
    loaded = datasets.load_dataset(str(tmp_path / "out"), cache_dir=str(tmp_path / "cache"))
    assert {name: len(rows) for name, rows in loaded.items()} == counts
    if format_id == "classification":
        names = next(iter(loaded.values())).features["labels"].feature.names
        assert names[0] == "claim"


@pytest.mark.parametrize(
    ("format_id", "layer"),
    [("jsonl", "raw"), ("jsonl", "aggregate"), ("prodigy", "raw"), ("doccano", "raw"),
     ("csv", "raw"), ("parquet", "raw")],
)  # fmt: skip
def test_the_hugging_face_library_loads_splits_in_which_other_things_are_said(
    tmp_path: Path, *, format_id: str, layer: str
) -> None:
    datasets = pytest.importorskip("datasets")
    datasets.disable_progress_bars()
    meta = {"page": 3, "desk": {"name": "city"}}
    full = replace(FIRST, format="markdown", outlet="Post", published="2026-03-01", extra=meta)
    bare = replace(SECOND, extra={"page": "four", "more": [1]})
    path = builders.project_file(tmp_path, full, bare)
    records: list[Any] = [
        builders.annotation(FIRST, CLAIM, annotation_id="c1", check_worthiness="check_worthy"),
        builders.annotation(FIRST, "said", annotation_id="q1", label="cue"),
        Relation("r1", "a1", "ana", "cued_by", "c1", "q1", "a1"),
        ArticleLabel("a1", "ana", "genre", "news"),
        Flag("f1", "a1", "ana", "c1", "needs_source", messages=(Message("ana", "Who?"),)),
        *(Progress(each, "ana", FINISHED) for each in ("a1", "a2")),
    ]
    with open_project(path, is_writable=True) as project:
        writing.commit(project, Draft("Fill", added(records)), annotator="ana")
        split = SplitPlan(by="article", fixed={"a1": "train", "a2": "test"})
        plan = ExportPlan(format_id, layer=layer, split=split)
        exporting.export(project, tmp_path / "out", plan)
    loaded = datasets.load_dataset(str(tmp_path / "out"), cache_dir=str(tmp_path / "cache"))
    if format_id == "jsonl":
        for name in ("train", "test"):
            (row,) = loaded[name]
            written = json.loads((tmp_path / f"out/{name}.jsonl").read_bytes())
            assert {key: row[key] for key in ("text", "meta", "flags", "labels", "split")} == {
                key: written[key] for key in ("text", "meta", "flags", "labels", "split")
            }
            said = [each["attributes"] for each in row["spans"]]
            assert said == [each["attributes"] for each in written["spans"]]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("format_id", OURS)
def test_croissant_describes_what_is_there(
    project: Project, tmp_path: Path, *, format_id: str
) -> None:
    mlcroissant = pytest.importorskip("mlcroissant")
    exporting.export(project, tmp_path / "out", ExportPlan(format_id))
    described = mlcroissant.Dataset(tmp_path / "out/croissant.json")
    assert described.metadata.ctx.issues.errors == set()
    assert described.metadata.ctx.issues.warnings == set()
    assert described.metadata.date_published.date().isoformat() == steps.last_day(project)
    (records,) = described.metadata.record_sets or [None]
    if records is not None:
        rows = list(described.records(records.uuid))
        manifest = json.loads((tmp_path / "out/manifest.json").read_bytes())
        assert len(rows) == manifest["counts"]["lines"]


def test_a_parquet_file_is_what_pyarrow_reads(project: Project, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    exporting.export(project, tmp_path / "out.parquet", ExportPlan("parquet"))
    rows = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert [(row["id"], row["annotator"]) for row in rows] == [
        ("a1", "ana"), ("a1", "ben"), ("a2", "ana"),
    ]  # fmt: skip
    for row in rows:
        for span in row["spans"]:
            assert " ".join(row["text"][a:b] for a, b in span["fragments"]) == span["text"]


@pytest.mark.parametrize("format_id", ["frames", "classification", "relations", "chat"])
def test_a_record_that_is_not_what_was_handed_over_stops_the_export(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, format_id: str
) -> None:
    def damaged(*given: Any, **more: Any) -> bytes:
        return dumps(*given, **more).replace(b"bridge", b"brigde", 1)

    dumps = derived.orjson.dumps
    monkeypatch.setattr(derived, "orjson", type("Damaged", (), {"dumps": staticmethod(damaged)}))
    with pytest.raises(UserError, match="do not say what was handed over"):
        exporting.export(project, tmp_path / "out", ExportPlan(format_id))
    assert list(tmp_path.iterdir()) == []


def test_every_writable_format_says_what_it_holds() -> None:
    for each in writable():
        assert each.writer.startswith("annotator.formats.datasets.")
        assert each.holds or each.cannot_hold
