"""Labels on tokens: where they cut one, overlap, have gaps, or touch boilerplate."""

import hashlib
from bisect import bisect_left
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, pre_tokenizers

from annotator.domain.annotation import Annotation
from annotator.domain.errors import UserError
from annotator.formats.datasets.brat_reading import facts_in
from annotator.formats.datasets.many_files import file_stem, id_of_stem
from annotator.formats.datasets.tagging import Tagged, Tagger
from annotator.formats.datasets.work import SchemeName, Setting, TokenRules, Work
from annotator.storage.rows import TABLES
from annotator.text.sentences import sentence_starts, sentences
from annotator.text.tokenisers import tokeniser
from annotator.text.tokens import token_pairs, tokens
from tests import builders

TEXT = "Read More →Experts warn that the plan, he said, will fail. They left."


def tagged(*made: Annotation, text: str = TEXT, **rules: object) -> tuple[Tagger, Tagged]:
    drops = bool(rules.pop("drops_boilerplate", True))
    scheme = builders.scheme()
    name = SchemeName(scheme.id, scheme.revision, scheme.sha256)
    setting = Setting(
        scheme, name, drops_boilerplate=drops, token_rules=TokenRules(**rules)  # type: ignore[arg-type]
    )  # fmt: skip
    rows = [TABLES[Annotation.kind].to_row(each) for each in made]
    tagger = Tagger(setting)
    return tagger, tagger.tagged(Work(builders.article(text), "ana", "finished", rows))


def said(tagger: Tagger, found: Tagged, label: str = "claim") -> str:
    """The tokens with their tags, those outside left out."""
    tags = tagger.tags(found, label)
    names = {0: "O", -1: "X", **dict(enumerate(tagger.prefixes, 1))}
    pairs = zip(found.words, tags, strict=True)
    return " ".join(f"{word}/{names[tag]}" for word, tag in pairs if tag)


def on(*parts: str, label: str = "claim", name: str = "n1", text: str = TEXT) -> Annotation:
    return builders.annotation(builders.article(text), *parts, label=label, annotation_id=name)


@pytest.mark.parametrize(
    ("alignment", "tokens_", "reasons"),
    [
        ("expand", "→Experts/B warn/I", ["longer"]),
        ("contract", "warn/B", ["shorter"]),
        ("strict", "", ["only whole tokens"]),
    ],
)
def test_a_label_that_begins_inside_a_token(alignment, tokens_, reasons):
    tagger, found = tagged(on("Experts warn"), tokens="whitespace", alignment=alignment)
    assert said(tagger, found) == tokens_
    assert [r in e.reason for r, e in zip(reasons, found.losses, strict=True)] == [True]
    assert found.losses[0].is_changed == (alignment != "strict")


def test_the_built_in_rule_cuts_where_people_label():
    tagger, found = tagged(on("Experts warn"), alignment="strict")
    assert said(tagger, found) == "Experts/B warn/I"
    assert found.losses == []


def test_the_s_of_a_name_is_a_token_of_its_own():
    text = "Microsoft’s and Ana's aunt; it 's o’s’ end’s"
    tagger, found = tagged(on("Microsoft", text=text), text=text, alignment="strict")
    assert said(tagger, found) == "Microsoft/B"
    assert found.words[:5] == ["Microsoft", "’s", "and", "Ana", "'s"]
    assert found.words[-2:] == ["end", "’s"]


def test_bilou_names_ends_and_single_tokens():
    tagger, found = tagged(on("the plan"), on("left", name="n2"), tagging="bilou")
    assert said(tagger, found) == "the/B plan/L left/U"


def test_fragments_are_labelled_each_by_itself_or_covered():
    tagger, found = tagged(on("the plan", "will fail"))
    assert said(tagger, found) == "the/B plan/I will/B fail/I"
    assert [(e.is_changed, "each was labelled" in e.reason) for e in found.losses] == [(True, True)]
    tagger, found = tagged(on("the plan", "will fail"), fragments="cover")
    assert said(tagger, found).count("/I") == 7
    assert "lies between them" in found.losses[0].reason


def test_of_overlapping_labels_the_longest_stays_and_other_layers_are_their_own():
    short, long = on("plan", name="n1"), on("the plan", name="n2")
    tagger, found = tagged(short, long, on("plan", label="source", name="n3"))
    assert said(tagger, found) == "the/B plan/I"
    assert said(tagger, found, "source") == "plan/B"
    assert [(e.id, e.is_changed) for e in found.losses] == [("n1", False)]


def test_boilerplate_is_blank_and_what_touches_it_is_lost():
    promo = on("Read More →", label="boilerplate", name="b")
    crossing = on("More →Experts", name="n2")
    tagger, found = tagged(promo, crossing, on("Experts warn"))
    assert said(tagger, found) == "Experts/B warn/I"
    assert found.words[0] == "Experts"
    assert {e.id for e in found.losses} == {"b", "n2"}
    tagger, found = tagged(promo, drops_boilerplate=False)
    assert said(tagger, found, "boilerplate") == "Read/B More/I →/I"


def test_no_sequence_begins_inside_a_label():
    _, found = tagged(on("will fail. They"))
    assert len(found.sequences) == len(tagged()[1].sequences) - 1
    assert all(one < other for one, other in found.sequences)


def test_continuations_are_ignored_on_wish_but_the_first_piece_tells(tmp_path):
    vocabulary = {
        each: number for number, each in enumerate(["[UNK]", "Ex", "##per", "##ts", "warn"])
    }
    made = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))  # type: ignore[call-arg]
    made.pre_tokenizer = pre_tokenizers.Whitespace()  # type: ignore[assignment]
    made.save(str(tmp_path / "tokenizer.json"))
    path = str(tmp_path / "tokenizer.json")
    text = "Experts warn"
    whole = on("Experts warn", text=text)
    tagger, found = tagged(whole, text=text, tokens=path)
    assert said(tagger, found) == "Ex/B per/I ts/I warn/I"
    tagger, found = tagged(whole, text=text, tokens=path, ignore_subwords=True)
    assert said(tagger, found) == "Ex/B per/X ts/X warn/I"
    tagger, found = tagged(on("ts warn", text=text), text=text, tokens=path, ignore_subwords=True)
    assert said(tagger, found) == "per/X ts/B warn/I"
    # Where it ends inside a word is told too: what is ignored goes on with what is before it.
    tagger, found = tagged(on("Ex", text=text), text=text, tokens=path, ignore_subwords=True)
    assert said(tagger, found) == "Ex/B ts/X"


@pytest.mark.parametrize("content", [None, b"{}", b"\xff", b"no json"])
def test_what_is_no_tokeniser_is_refused_in_words(tmp_path, content):
    path = tmp_path / "tokenizer.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError, match=r"Nothing was exported\. Give builtin"):
        tokeniser(str(path))


@given(st.text())
def test_pairs_of_a_text_are_its_tokens(text):
    assert token_pairs(text) == [(token.start, token.end) for token in tokens(text)]


_RUNS = [
    "U.S.",
    "Ruiz’s",
    "“Why?”",
    "$4.5bn.",
    "Dr.",
    "viii.",
    "bridge.",
    "Then",
    "→Experts",
    "end,",
]


@given(
    st.lists(st.sampled_from([*_RUNS, " ", "\n", "\xa0", "é", "👩\u200d👧", "\u0301"]), max_size=30)
)
def test_runs_that_recur_are_cut_as_the_whole_text_is(parts):
    text = " ".join(parts)
    found = tokeniser("builtin")(text)
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == found.words
    # One cluster of several characters anywhere, and no run is looked up.
    whole = tokeniser("builtin")(text + "\n👩\u200d👧")
    assert found.starts.tolist() == whole.starts.tolist()[:-1]
    assert found.ends.tolist() == whole.ends.tolist()[:-1]
    borders = {bisect_left(found.starts, place) for place in sentence_starts(text)}
    ends = {0, len(found.starts)}
    assert borders | ends == {bisect_left(found.starts, e.start) for e in sentences(text)} | ends


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_file_is_called_after_its_article_and_nothing_else(name):
    stem = file_stem(name)
    assert not set(stem) & set('/\\:*?"<>|\0') | ({"."} if stem.startswith(".") else set())
    assert len(stem) <= 120
    assert stem == name or id_of_stem(stem) in (name, "")


@pytest.mark.parametrize(
    "marks",
    [
        "T1\tcue 0 4\tRead\nE1\tcue:T1\nA1\tx T1 y\n",
        "T1\tcue 0 4\tRead\nE1\tclaim:T1\n",
        "T1\tcue 0 4\tMore\n",
        "?\tx\n",
    ],
)
def test_what_brat_would_refuse_is_a_fault_in_the_proof(tmp_path: Path, marks: str):
    (tmp_path / "a1.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a1.ann").write_text(marks, "utf-8")
    assert "fault" in {each.kind for each in facts_in(tmp_path / "a1.ann", "a1")}


def test_long_names_stay_apart():
    names = {file_stem("x" * 200 + end) for end in "ab"}
    assert len(names) == 2
    assert hashlib.sha256(("x" * 200 + "a").encode()).hexdigest()[:16] in " ".join(names)
