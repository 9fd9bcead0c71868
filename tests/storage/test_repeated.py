"""What stands in several articles is found among the neighbours of an outlet."""

from dataclasses import replace

from annotator.domain.change import Draft, added
from annotator.storage import repeated
from tests import builders

LINE = "Stay with the Ferry Post"


def article(name, outlet="Ferry Post", *, lines=(LINE,)):
    text = "\n".join([f"Only {name} says this.", *lines])
    return replace(builders.article(text, article_id=name), outlet=outlet)


def shared(project, of):
    return repeated.shared_lines(project, of, least=3, is_shareable=lambda line: len(line) > 8)


def test_a_line_of_three_articles_of_one_outlet_is_its_pages_own(tmp_path):
    known = [article(name) for name in "abc"]
    others = [article("d", "Other"), article("e", None), article("f", lines=())]
    with builders.writable(tmp_path, *known, *others) as project:
        assert shared(project, known[1]) == {LINE}
        assert shared(project, others[0]) == frozenset()
        assert shared(project, others[1]) == frozenset()
        assert shared(project, others[2]) == frozenset()


def test_two_articles_are_not_enough_and_one_counts_once_also_if_it_is_repeated(tmp_path):
    known = [article("a"), article("b", lines=(LINE, LINE, LINE))]
    known += [builders.repeat(known[0], article_id=name) for name in ("c", "d")]
    with builders.writable(tmp_path, *known) as project:
        assert shared(project, known[0]) == frozenset()


def test_labels_come_by_sentence_without_those_that_cross_its_ends(tmp_path):
    text = "The mill closed on Monday. Nobody was told why it did so."
    of = builders.article(text)
    inside = builders.annotation(of, "mill")
    across = builders.annotation(of, "Monday. Nobody", annotation_id="n2")
    with builders.writable(tmp_path, of) as project:
        builders.write(project, Draft("Label", added([inside, across])))
        found = list(repeated.labelled_sentences(project, "ana"))
        assert [(name, words, len(held)) for name, words, held in found] == [
            ("a1", "The mill closed on Monday.", 1),
            ("a1", "Nobody was told why it did so.", 0),
        ]
        assert list(repeated.labelled_sentences(project, "ben")) == []
