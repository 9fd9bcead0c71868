"""Formats of tokens made by two processes: the same bytes as by one, also when the second dies."""

import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import this_program
from annotator.domain.change import Draft, added
from annotator.domain.errors import UserError
from annotator.formats.annotated.docbin_strings import by_number
from annotator.formats.annotated.message_pack import unpacked
from annotator.formats.datasets import hf_tokens, shared_writing
from annotator.formats.datasets.docbin_packing import murmur_hash
from annotator.formats.datasets.shared_writing import Made
from annotator.formats.datasets.work import TokenRules, Work
from annotator.operations import exporting, library
from annotator.operations.export_plan import ExportPlan
from annotator.storage.project import Project, open_project
from tests import builders

FORMATS = ("hf-tokens", "conll", "spacy")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[this_program.Process]:
    """Every article is a portion of its own; gives the processes that were started."""
    processes: list[this_program.Process] = []
    start = this_program.started_again

    def started_again(word: str) -> this_program.Process | None:
        if process := start(word):
            processes.append(process)
        return process

    monkeypatch.setattr(this_program, "started_again", started_again)
    return processes


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    library.new_project(tmp_path / "s.annotator", annotator="ana", with_sample=True)
    with open_project(tmp_path / "s.annotator") as opened:
        yield opened


def files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


@pytest.mark.parametrize("name", FORMATS)
def test_two_processes_write_what_one_writes(
    name: str, project: Project, tmp_path: Path, started: list[this_program.Process],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    exporting.export(project, tmp_path / "alone", ExportPlan(name))
    assert not started
    monkeypatch.setattr(shared_writing, "ALONE", 0)
    monkeypatch.setattr(shared_writing, "PORTION", 1)
    exporting.export(project, tmp_path / "two", ExportPlan(name))
    assert files(tmp_path / "two") == files(tmp_path / "alone")
    assert len(started) == 1
    assert started[0].returncode is not None


def test_when_the_second_process_dies_the_first_does_its_part(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporting.export(project, tmp_path / "alone", ExportPlan("conll"))
    start = this_program.started_again
    monkeypatch.setattr(this_program, "started_again", lambda _: start("--no-such-word"))
    monkeypatch.setattr(shared_writing, "ALONE", 0)
    monkeypatch.setattr(shared_writing, "PORTION", 1)
    exporting.export(project, tmp_path / "two", ExportPlan("conll"))
    assert files(tmp_path / "two") == files(tmp_path / "alone")


def test_what_a_second_process_finds_otherwise_than_handed_over_is_told(
    project: Project, tmp_path: Path, started: list[this_program.Process],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(shared_writing, "ALONE", 0)
    monkeypatch.setattr(shared_writing, "PORTION", 1)
    put = hf_tokens.Writer.put

    def put_wrongly(writer: hf_tokens.Writer, work: Work, made: Made) -> None:
        written = made.written.replace(b'claim_tags":[0', b'claim_tags":[1', 1)
        put(writer, work, made._replace(written=written))

    monkeypatch.setattr(hf_tokens.Writer, "put", put_wrongly)
    with pytest.raises(UserError, match="do not say what was handed over"):
        exporting.export(project, tmp_path / "out", ExportPlan("hf-tokens"))
    assert [each.name for each in tmp_path.iterdir() if "annotator" not in each.name] == []
    assert started[0].returncode is not None


def test_what_a_task_refuses_is_told_by_the_first_process(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_writing, "ALONE", 0)
    plan = ExportPlan("conll", token_rules=TokenRules(tokens="no-such-file.json"))
    with pytest.raises(UserError, match="cannot be read"):
        exporting.export(project, tmp_path / "out", plan)


WORDS = ["", "a", "ORTH", "root", "_", "abcdefgh", "naïve", "📰 " * 9, "x" * 300]


def test_strings_have_the_numbers_that_spacy_gives_them() -> None:
    from spacy.strings import StringStore
    from spacy.symbols import IDS

    store = StringStore(WORDS)
    assert {
        w: murmur_hash(w.encode()) for w in ("a", "abcdefgh", "naïve", "📰 " * 9, "x" * 300)
    } == {w: store[w] for w in ("a", "abcdefgh", "naïve", "📰 " * 9, "x" * 300)}
    found = by_number(WORDS)
    assert all(found[store[word]] == word for word in WORDS)
    assert all(found[number] == name for name, number in IDS.items())


def test_a_docbin_is_what_spacy_would_write(project: Project, tmp_path: Path) -> None:
    import spacy
    from spacy.tokens import DocBin

    exporting.export(project, tmp_path / "out", ExportPlan("spacy"))
    written = (tmp_path / "out" / "data.spacy").read_bytes()
    read = DocBin(store_user_data=True).from_bytes(written)
    documents = list(read.get_docs(spacy.blank("en").vocab))
    again = DocBin(attrs=["ORTH"], store_user_data=True, docs=documents)
    ours, theirs = (unpacked(zlib.decompress(each)) for each in (written, again.to_bytes()))
    # spaCy sorts its attributes in, and tells the norms of words among the strings.
    for name in ("spaces", "lengths", "cats", "flags", "user_data"):
        assert ours[name] == theirs[name], name
    assert set(ours["strings"]) <= set(theirs["strings"])
    assert [len(d.spans["sc"]) for d in documents] == [
        sum(len(g) for n, g in d.spans.items() if n != "sc") for d in documents
    ]


def test_a_word_that_would_begin_a_document_is_cut_in_two(tmp_path: Path) -> None:
    text = "It said -DOCSTART- twice."
    path = builders.project_file(tmp_path, builders.article(text, article_id="a1"))
    with open_project(path, is_writable=True) as opened:
        made = builders.annotation(builders.article(text), "-DOCSTART- twice.")
        builders.write(opened, Draft("Label", added([made])))
        rules = TokenRules(tokens="whitespace")
        exporting.export(opened, tmp_path / "out", ExportPlan("conll", token_rules=rules))
    lines = (tmp_path / "out" / "data.conll").read_text("utf-8").split("\n")
    assert [each for each in lines if each.startswith("-DOCSTART-")] == [lines[0]]
    assert [each.split("\t")[:2] for each in lines[2:7]] == [
        ["It", "O"], ["said", "O"], ["-", "B-claim"], ["DOCSTART-", "I-claim"],
        ["twice.", "I-claim"],
    ]  # fmt: skip
