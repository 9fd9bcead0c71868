"""Any text, any fragments: import, label, export and import again give the same."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft, added
from annotator.domain.entity import Entity
from annotator.domain.errors import UserError
from annotator.domain.flag import Flag
from annotator.domain.progress import ArticleLabel, Progress
from annotator.domain.relation import Relation
from annotator.domain.review import Verdict
from annotator.domain.sheet import Sheet
from annotator.domain.span import Span
from annotator.domain.stance import NONE_EXPRESSED, Party, Stance
from annotator.operations import annotate, checking, exporting, flags, importing, library, relate
from annotator.operations import progress as progressing
from annotator.operations.export_plan import ExportPlan
from annotator.storage import articles, records
from annotator.storage.project import Project, open_project
from annotator.text import graphemes, normalise
from tests import builders

SCHEME = builders.scheme()
SEEDS_LIKE = (
    "📰 Mayor Ruiz said the bridge will cost 4m euros.",
    "👨‍👩‍👧‍👦 a\r\nb\rc \u2028 d\u2029e\ufeff f",
    "e\u0301te\u0301 — नमस्ते क्षि 🇫🇷🇩🇪",
    "قال الوزير إن الجسر سيكلف 4 ملايين يورو.\nשר האוצר אמר “לא”.",
)
PIECES = st.sampled_from(
    [
        "word", " ", "\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\ufeff", "\u200b",
        "é",
        "e\u0301", "📰", "👩‍🚀", "🇫🇷", "क्षि", "שלום", "مرحبا",
        "“", "”", "→", "\xa0", "\t", "\x01", "4.5%",
    ]
)  # fmt: skip
TEXTS = (
    st.lists(PIECES, min_size=1, max_size=30).map("".join)
    | st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=60
    )
    | st.sampled_from(SEEDS_LIKE)
)
KINDS: tuple[type, ...] = (
    Annotation, Relation, Flag, Verdict, Stance, Progress, ArticleLabel, Entity,
)  # fmt: skip


def everything(project: Project) -> dict[str, object]:
    found: dict[str, object] = {kind.__name__: records.select(project, kind) for kind in KINDS}
    found["Article"] = [
        (each.id, each.title, each.text, each.outlet, each.extra) for each in articles.each(project)
    ]
    return found


def labelled(sheet: Sheet, data: st.DataObject) -> list[object]:
    """Drafts that label whatever hypothesis draws."""
    drafts: list[object] = []
    positions = [
        p
        for p in range(len(sheet.article.text) + 1)
        if graphemes.is_boundary(sheet.article.text, p)
    ]
    for _ in range(data.draw(st.integers(0, 5))):
        ends = sorted(
            data.draw(st.lists(st.sampled_from(positions), min_size=2, max_size=6, unique=True))
        )
        spans = [Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False)]
        label = data.draw(st.sampled_from(["claim", "source", "cue", "quote", "expression"]))
        try:
            partner = data.draw(st.sampled_from([*sheet.annotations, None]))
            if partner:
                draft = relate.label_and_link(sheet, SCHEME, spans, label, partner_id=partner)
            else:
                draft = annotate.add_annotation(sheet, SCHEME, spans, label)
            sheet = sheet.after(draft.changes)
            drafts.append(draft)
            draft = stanced(sheet, data)
            sheet = sheet.after(draft.changes)
            drafts.append(draft)
            if data.draw(st.booleans()):
                draft = flags.raise_flag(
                    sheet, "needs_source", fragments=spans, message="Who says so?"
                )
                sheet = sheet.after(draft.changes)
                drafts.append(draft)
        except UserError:
            continue
    return drafts


def stanced(sheet: Sheet, data: st.DataObject) -> Draft:
    """A draft that says of two that nothing is expressed, or of one and an entity."""
    number = len(sheet.stances)
    entity = Entity(f"Entity {number}", "Somebody", ("that one",))
    one = Party(annotation_id=data.draw(st.sampled_from(list(sheet.annotations))))
    holder = data.draw(st.sampled_from([None, one, Party(entity=entity.id)]))
    article_id = sheet.article.id
    stance = Stance(f"t{number}", article_id, sheet.annotator, holder, one, NONE_EXPRESSED)
    return Draft("Say", added([entity, stance]))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TEXTS, data=st.data(), is_file=st.booleans())
def test_any_text_and_any_fragments_come_back(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject, is_file: bool
) -> None:
    assume(text.lstrip("\ufeff").strip())
    folder = tmp_path_factory.mktemp("trip")
    if is_file:
        assume(len(text) > 2 and not text.startswith("\ufeff"))
        source = folder / "one.txt"
        source.write_bytes(text.encode())
    else:
        source = folder / "in.jsonl"
        source.write_text(json.dumps({"text": text, "id": "one"}), encoding="utf-8", newline="")
    first, second = folder / "first.annotator", folder / "second.annotator"
    builders.project_file(folder, by="ana").rename(first)
    with open_project(first, is_writable=True) as project:
        report = importing.import_files(project, [source], annotator="ana")
        assume(not report.problems)
        (article,) = articles.each(project)
        assert article.text == normalise.stored_text(text, bom="drop" if is_file else "keep")
        assert article.text == text.replace("\r\n", "\n").replace("\r", "\n")
        for draft in labelled(records.sheet(project, article.id, "ana"), data):
            builders.write(project, draft)  # type: ignore[arg-type]
        exporting.export(project, folder / "out.jsonl")
        before = everything(project)
        again = importing.import_files(project, [folder / "out.jsonl"], annotator="ana")
        assert again.added_nothing
        assert everything(project) == before
        assert checking.check(project).problems == ()
    builders.project_file(folder, by="eva").rename(second)
    with open_project(second, is_writable=True) as project:
        report = importing.import_files(project, [folder / "out.jsonl"], annotator="eva")
        assert report.problems == []
        assert everything(project) == before
        exporting.export(project, folder / "again.jsonl")
    assert (folder / "again.jsonl").read_bytes() == (folder / "out.jsonl").read_bytes()


@pytest.mark.parametrize("bad", ["a\0b", "a\ud83d b"], ids=["NUL", "lone surrogate"])
def test_what_no_reader_agrees_on_is_refused_with_its_place(tmp_path: Path, bad: str) -> None:
    source = tmp_path / "in.jsonl"
    good = {"text": "Fine.", "id": "fine"}
    lines = [json.dumps({"text": bad, "id": "bad"}), json.dumps(good)]
    source.write_text("\n".join(lines), encoding="utf-8")
    path = builders.project_file(tmp_path)
    with open_project(path, is_writable=True) as project:
        report = importing.import_files(project, [source], annotator="ana")
        assert [problem.line for problem in report.problems] == [1]
        assert articles.ids(project) == ["fine"]


def test_the_sample_project_goes_round(tmp_path: Path) -> None:
    first, second = tmp_path / "first.annotator", tmp_path / "second.annotator"
    library.new_project(first, annotator="me", with_sample=True)
    library.new_project(second, annotator="you")
    with open_project(first) as project:
        assert checking.check(project).problems == ()
        for layer in ("raw", "gold"):
            exporting.export(project, tmp_path / layer, ExportPlan(layer=layer))
        before = everything(project)
    with open_project(second, is_writable=True) as project:
        written = [tmp_path / layer for layer in ("raw", "gold")]
        report = importing.import_files(project, written, annotator="you")
        assert report.problems == []
        assert everything(project) == before


def test_a_finished_article_without_labels_is_in_the_export(tmp_path: Path) -> None:
    with builders.writable(tmp_path, builders.article()) as project:
        builders.write(project, progressing.finish(builders.sheet()))
        exporting.export(project, tmp_path / "out.jsonl", ExportPlan(only_finished=True))
    record = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert (record["status"], record["spans"], record["annotator"]) == ("finished", [], "ana")


@pytest.mark.parametrize(("schema", "articles"), [("annotator/1", 2), (None, 1)])
def test_articles_of_one_text_stay_two_only_where_an_export_keeps_them_apart(
    tmp_path: Path, schema: str | None, articles: int
) -> None:
    source = tmp_path / "in.jsonl"
    own = {"schema": schema} if schema else {}
    lines = ({**own, "id": name, "text": "Same."} for name in ("a", "b"))
    source.write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="utf-8")
    path = builders.project_file(tmp_path)
    with open_project(path, is_writable=True) as project:
        assert importing.import_files(project, [source], annotator="ana").articles == articles


def test_the_same_file_under_another_name_is_skipped_and_said_so(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("The same words.", encoding="utf-8")
    path = builders.project_file(tmp_path)
    with open_project(path, is_writable=True) as project:
        files = [tmp_path / "one.txt", tmp_path / "two.txt"]
        report = importing.import_files(project, files, annotator="ana")
        assert report.articles == 1
        assert len(report.skipped) == 1


def test_links_of_articles_that_never_came_are_no_problem(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id":"a","text":"Same."}\n', encoding="utf-8")
    end = {"article": "elsewhere", "span": "s1"}
    link = {"id": "l1", "label": "same_claim", "from": end, "to": {**end, "article": "a"}}
    (tmp_path / "links.jsonl").write_text(json.dumps(link), encoding="utf-8")
    path = builders.project_file(tmp_path)
    with open_project(path, is_writable=True) as project:
        report = importing.import_files(project, [tmp_path / "in.jsonl"], annotator="ana")
    assert report.problems == []
    assert report.notes[0].reason == "Links with articles that are not in the project: 1."
