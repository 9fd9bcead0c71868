"""The programs for which exports are made open them, and find in them what the project says."""

import os
from collections import Counter
from pathlib import Path

import cassis
import nervaluate
import orjson
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft, added
from annotator.formats.datasets.work import TokenRules
from annotator.operations import writing
from annotator.storage import articles
from annotator.storage.project import open_project
from tests import builders
from tests.operations import tool_projects
from tests.operations.tool_projects import ODD_ID

# Before the library of datasets is loaded, which would ask the network.
os.environ.setdefault("HF_HUB_OFFLINE", "1")


@pytest.fixture(name="project", scope="module")
def _project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tool_projects.sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(name="marks", scope="module")
def _marks(project: Path) -> dict[tuple[str, str], Annotation]:
    with open_project(project) as opened:
        return tool_projects.annotations(opened, "ana")


@pytest.fixture(name="tokenizer_file", scope="module")
def _tokenizer_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small byte-pair tokeniser, trained on some of the sample's words."""
    made = Tokenizer(models.BPE(unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    words = [tool_projects.HARD, "The port of Ellmouth will begin dredging in March."]
    trainer = trainers.BpeTrainer(vocab_size=160, special_tokens=["[UNK]"], show_progress=False)
    made.train_from_iterator(words, trainer)
    path = tmp_path_factory.mktemp("tokens") / "tokenizer.json"
    made.save(str(path))
    return path


def test_cassis_finds_every_label_under_its_type_with_its_words(project, marks, tmp_path):
    tool_projects.write(project, tmp_path / "out", "uima", layer="ana")
    types = cassis.load_typesystem(tmp_path / "out" / "TypeSystem.xml")
    found: Counter[tuple[str, str]] = Counter()
    links = 0
    for path in sorted((tmp_path / "out").glob("*.xmi")):
        with path.open("rb") as stream:
            cas = cassis.load_cas_from_xmi(stream, typesystem=types)
        for each in cas.select("uima.tcas.Annotation"):
            if hasattr(each, "Governor"):
                links += each.Governor is not None
            elif each.type.name.startswith("webanno.custom."):
                found[each.type.name.removeprefix("webanno.custom."), each.get_covered_text()] += 1
    texts = _texts(project)
    expected = Counter((e.label, texts[e.article_id][e.start : e.end]) for e in marks.values())
    assert found == expected
    assert links > 50


def test_cassis_reads_the_json_too(project, marks, tmp_path):
    tool_projects.write(project, tmp_path / "out", "uima-json", layer="ana")
    count = 0
    for path in sorted((tmp_path / "out").glob("*.json")):
        if not path.read_bytes().startswith(b'{"%TYPES"'):
            continue
        with path.open("rb") as stream:
            cas = cassis.load_cas_from_json(stream)
        count += sum(
            not hasattr(each, "Governor") and each.type.name.startswith("webanno.")
            for each in cas.select("uima.tcas.Annotation")
        )
    assert count == len(marks)


def test_spacy_loads_the_documents_with_their_groups(project, marks, tmp_path):
    import spacy
    from spacy.tokens import DocBin

    tool_projects.write(project, tmp_path / "out", "spacy", layer="ana", drops_boilerplate=False)
    lost = {(e["article"], e["id"]) for e in tool_projects.losses_in(tmp_path / "out")
            if e["kind"] == "annotation"}  # fmt: skip
    texts = _texts(project)
    found: Counter[tuple[str, str, str]] = Counter()
    documents = DocBin().from_disk(tmp_path / "out" / "data.spacy")
    for doc in documents.get_docs(spacy.blank("xx").vocab):
        article = doc.user_data["annotator_article"]
        assert doc.text == texts[article]
        groups = [span for name, group in doc.spans.items() if name != "sc" for span in group]
        assert len(groups) == len(doc.spans["sc"])
        found.update((article, span.label_, span.text) for span in groups)
    expected = Counter(
        (e.article_id, e.label, e.text) for key, e in marks.items() if key not in lost
    )
    assert expected - found == Counter()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_spacy_debug_data_run_finds_no_error(project, tmp_path, capsys):
    from spacy.cli.debug_data import debug_data
    from spacy.cli.init_config import init_config

    tool_projects.write(project, tmp_path / "out", "spacy", layer="ana", drops_boilerplate=False)
    config, data = tmp_path / "config.cfg", str(tmp_path / "out" / "data.spacy")
    # What `spacy init config` and `spacy debug data` do.
    init_config(lang="xx", pipeline=["spancat"], silent=True).to_disk(config)
    paths = {"paths.train": data, "paths.dev": data}
    with pytest.raises(SystemExit):
        debug_data(config, config_overrides=paths, no_format=False, silent=False)
    told = "".join(capsys.readouterr())
    errors = [line for line in told.splitlines() if "✘" in line]
    # Of an article or a hundred it would be too few; there is nothing else to find fault with.
    assert ["Low number of examples to train" in line for line in errors[:-1]] == [True], told
    assert "1 error" in errors[-1]
    assert "Corpus is loadable" in told
    assert "'claim'" in told


def test_a_small_span_categoriser_learns_from_an_export(tmp_path):
    """It finds who reports in sentences that it has not seen; chance finds next to none."""
    import spacy
    from spacy.tokens import DocBin
    from spacy.training import Example

    people = ["Ruiz", "Marsh", "Kim", "Vale", "Ortega", "Lindt", "Brook", "Novak"]
    verbs = ["said", "claimed", "warned", "insisted"]
    path = builders.project_file(tmp_path, *_reports(people, verbs))
    with open_project(path, is_writable=True) as opened:
        made = [
            builders.annotation(each, f"Mayor {each.id}", label="source", annotation_id="s1")
            for each in _reports(people, verbs)
        ]
        writing.commit(opened, Draft("Label", added(made)), annotator="ana")
    tool_projects.write(path, tmp_path / "out", "spacy")
    nlp = spacy.blank("xx")
    docs = list(DocBin().from_disk(tmp_path / "out" / "data.spacy").get_docs(nlp.vocab))
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in docs]
    suggester = {"@misc": "spacy.ngram_suggester.v1", "sizes": [1, 2, 3]}
    nlp.add_pipe("spancat", config={"spans_key": "sc", "suggester": suggester, "threshold": 0.5})
    spacy.util.fix_random_seed(0)
    nlp.initialize(lambda: examples[:-8])
    for _ in range(12):
        nlp.update(examples[:-8])
    scores = nlp.evaluate(examples[-8:])
    # Of all runs of one to three words one in about thirty is a source.
    assert scores["spans_sc_f"] > 0.5


def _reports(people: list[str], verbs: list[str]) -> list:
    return [
        builders.article(
            f"On day {number} Mayor {name} {verb} that the bridge over the river is late.",
            article_id=name, title=f"{name}",
        )
        for number, (name, verb) in enumerate(
            (f"{person}{verb[0].upper()}", verb) for verb in verbs for person in people
        )
    ]  # fmt: skip


def test_datasets_load_the_folder_with_names_of_tags_and_numbers_to_look_away_from(
    project, tmp_path, tokenizer_file
):
    tool_projects.write(project, tmp_path / "out", "hf-tokens", layer="ana")
    rules = TokenRules(tokens=str(tokenizer_file), ignore_subwords=True)
    tool_projects.write(project, tmp_path / "sub", "hf-tokens", rules, layer="ana")
    import datasets

    datasets.disable_progress_bars()
    found, parts = (
        datasets.load_dataset(
            str(tmp_path / name), split="train", cache_dir=str(tmp_path / "cache")
        )
        for name in ("out", "sub")
    )
    tags = found.features["claim_tags"].feature
    row = next(each for each in found if 1 in each["claim_tags"])
    numbers = {tag for each in parts for tag in each["source_tags"]}
    assert tags.names == ["O", "B-claim", "I-claim"]
    assert len(found) == (tmp_path / "out" / "data.jsonl").read_bytes().count(b"\n")
    assert "B-claim" in map(tags.int2str, row["claim_tags"])
    assert numbers == {-100, 0, 1, 2}
    text = _texts(project)[row["article"]]
    places = zip(row["starts"], row["ends"], strict=True)
    assert [text[one:other] for one, other in places] == row["tokens"]


@pytest.mark.parametrize("tagging", ["iob2", "bilou"])
def test_nervaluate_agrees_with_the_project_on_every_label(project, tmp_path, tagging):
    """What it reads from the columns is what the project says, aligned by our own rule: F1 is 1."""
    rules = TokenRules(tagging=tagging)
    tool_projects.write(project, tmp_path / "out", "conll", rules, layer="ana")
    tool_projects.write(project, tmp_path / "rows", "hf-tokens", rules, layer="ana")
    labels = ["claim", "source", "sentiment", "cue", "quote", "expression"]
    sentences = _columns(tmp_path / "out" / "data.conll")
    rows = [orjson.loads(e) for e in (tmp_path / "rows" / "data.jsonl").read_bytes().splitlines()]
    assert len(rows) == len(sentences)
    prefixes = "OBI" if tagging == "iob2" else "OBILU"
    for number, label in enumerate(labels, 1):
        predicted = [[row[number] for row in sentence] for sentence in sentences]
        true = [
            ["O" if not t else f"{prefixes[t]}-{label}" for t in row[f"{label}_tags"]]
            for row in rows
        ]
        judge = nervaluate.Evaluator(_bio(true), _bio(predicted), tags=[label], loader="list")
        result = judge.evaluate()
        strict = result["overall"]["strict"]
        assert (strict.f1, strict.possible > 0) == (1.0, True)


def test_a_tokenizer_file_cuts_labels_as_its_own_offsets_say(project, tmp_path, tokenizer_file):
    rules = TokenRules(tokens=str(tokenizer_file))
    tool_projects.write(project, tmp_path / "out", "hf-tokens", rules, layer="ana")
    loaded = Tokenizer.from_file(str(tokenizer_file))
    text = _texts(project)[ODD_ID]
    own = set(loaded.encode(text, add_special_tokens=False).offsets)
    rows = [orjson.loads(e) for e in (tmp_path / "out" / "data.jsonl").read_bytes().splitlines()]
    cut = {
        place
        for row in rows
        if row["article"] == ODD_ID
        for place in zip(row["starts"], row["ends"], strict=True)
    }
    assert cut == own


def _texts(project: Path) -> dict[str, str]:

    with open_project(project) as opened:
        return {each.id: each.text for each in articles.each(opened)}


def _columns(path: Path) -> list[list[list[str]]]:
    blocks = path.read_text("utf-8").split("\n\n")
    found = [
        [line.split("\t") for line in block.split("\n") if line and not line.startswith("-DOC")]
        for block in blocks
    ]
    return [block for block in found if block]


def _bio(sentences: list[list[str]]) -> list[list[str]]:
    """BILOU as BIO, which is what nervaluate knows."""
    meant = {"L": "I", "U": "B"}
    return [[meant.get(tag[0], tag[0]) + tag[1:] for tag in tags] for tags in sentences]
