"""Articles that may say the same as a passage."""

from annotator.domain.change import Draft, added
from annotator.operations import writing
from annotator.storage.alike import alike
from annotator.storage.project import open_project
from tests.builders import annotation, article, project_file, repeat

HERE = article("The Pentagon labelled Anthropic a supply chain risk on Friday.", article_id="a1")
SAME = article(
    "Markets fell. The Defense Department called Anthropic a supply chain risk. It rained.",
    article_id="a2",
)
FAR = article("Anthropic opened an office in the harbour.", article_id="a3")
NONE = article("A quiet day in the town.", article_id="a4")
CLAIM = "The Pentagon labelled Anthropic a supply chain risk"


def found(folder, *records, labels=("claim",), known=(HERE, SAME, FAR, NONE)):
    path = project_file(folder, *known)
    with open_project(path, is_writable=True) as project:
        if records:
            writing.commit(project, Draft("Fill", added(records)), annotator="ana")
        return alike(project, CLAIM, besides="a1", annotator="ana", labels=labels)


def test_the_article_that_shares_most_words_comes_first_with_its_sentence(tmp_path):
    first, second = found(tmp_path)
    assert [first.article_id, second.article_id] == ["a2", "a3"]
    assert first.words == "The Defense Department called Anthropic a supply chain risk."
    assert [hit.cut_from(SAME.text) for hit in first.hits] == [
        "Anthropic",
        "supply",
        "chain",
        "risk",
    ]


def test_neither_a_hidden_repeat_is_alike_nor_from_it_what_it_repeats(tmp_path):
    known = (HERE, SAME, FAR, NONE, repeat(HERE, article_id="b1"), repeat(SAME, article_id="b2"))
    assert [each.article_id for each in found(tmp_path, known=known)] == ["a2", "a3"]
    with open_project(tmp_path / "pilot.annotator") as project:
        seen = alike(project, CLAIM, besides="b1", annotator="ana", labels=("claim",))
    assert [each.article_id for each in seen] == ["a2", "a3"]


def test_what_is_labelled_there_goes_before_the_sentence_around_it(tmp_path):
    claim = annotation(SAME, "called Anthropic a supply chain risk", annotation_id="n9")
    (first, _) = found(tmp_path, claim)
    assert (first.annotation_id, first.words) == ("n9", "called Anthropic a supply chain risk")


def test_another_label_or_another_person_is_no_better_than_a_sentence(tmp_path):
    (tmp_path / "one").mkdir()
    bens = annotation(SAME, "called Anthropic a supply chain risk", by="ben")
    assert found(tmp_path / "one", bens)[0].annotation_id == ""


def test_words_that_stand_everywhere_find_nothing(tmp_path):
    known = [article("The risk of the day.", article_id=f"a{n}") for n in range(1, 12)]
    assert found(tmp_path, known=known) == []
