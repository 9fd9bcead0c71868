"""The numbers of the dashboard against counts by hand."""

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft, added
from annotator.domain.flag import Flag
from annotator.domain.people import Assignment
from annotator.domain.progress import ADJUDICATED, FINISHED, IN_PROGRESS, Progress
from annotator.domain.span import Span
from annotator.storage import dashboard, said
from annotator.storage.dashboard import Scope, Wanted
from annotator.storage.project import open_project
from tests.builders import article, writable, write

TEXT = "Mayor Ruiz said the bridge will cost 4m euros. Critics call it a bargain. The end."
EVERYBODY = Scope()
ATTRIBUTES = [("sentiment", "polarity"), ("claim", "certainty")]


def mark(article_id, person, label, start, end, **attributes):
    name = f"{person}-{label}-{start}"
    return Annotation(
        name, article_id, person, label, (Span(start, end),), TEXT[start:end], attributes
    )


@pytest.fixture
def project(tmp_path):
    articles = [article(TEXT + " " * n, article_id=f"a{n}", title=f"No {n}") for n in (1, 2, 3)]
    with writable(tmp_path, *articles) as opened:
        given = [
            mark("a1", "ana", "claim", 0, 45, certainty="asserted"),
            mark("a1", "ana", "claim", 47, 73, certainty="hedged"),
            mark("a1", "ana", "source", 0, 10, entity="Ruiz"),
            mark("a1", "ben", "claim", 0, 45, certainty="asserted"),
            mark("a1", "ben", "source", 47, 54),
            mark("a1", "gold", "claim", 0, 45),
            mark("a2", "ana", "sentiment", 20, 26, polarity="negative"),
            mark("a2", "ana", "source", 6, 10, entity="Ruiz"),
            Progress("a1", "ana", FINISHED),
            Progress("a1", "ben", FINISHED),
            Progress("a1", "gold", ADJUDICATED),
            Progress("a2", "ana", FINISHED),
            Progress("a3", "ben", IN_PROGRESS),
            Progress("a2", "gold", IN_PROGRESS),
            Flag("f1", "a1", "ana", None, "other", "open", "ana"),
        ]
        write(opened, Draft("Fill", added(given)))
        yield opened


def counted(project, scope=EVERYBODY):
    return dashboard.numbers(
        project, scope, attributes=ATTRIBUTES, source="source", statement="claim"
    )


def test_labels_and_values_are_counted_without_gold(project):
    numbers = counted(project)
    assert numbers.labels == {"claim": 3, "source": 3, "sentiment": 1}
    assert numbers.annotations == 7
    assert numbers.values["claim", "certainty"] == {"asserted": 2, "hedged": 1}
    assert numbers.values["sentiment", "polarity"] == {"negative": 1}


def test_a_person_or_gold_alone(project):
    assert counted(project, Scope(("ben",))).labels == {"claim": 1, "source": 1}
    assert counted(project, Scope(("gold",))).labels == {"claim": 1}


def test_articles_by_how_far_they_are(project):
    numbers = counted(project)
    assert (numbers.articles, numbers.finished, numbers.adjudicated) == (3, 2, 1)
    assert (numbers.in_progress, numbers.doubled, numbers.open_flags) == (1, 1, 1)
    assert numbers.in_review == 1, "a2, which no annotator has in progress"
    assert list(numbers.people) == ["ana", "ben", "gold"]
    assert sum(numbers.days.values()) == 2


def test_sources_are_the_same_by_entity_or_else_by_words(project):
    numbers = counted(project)
    assert list(numbers.sources) == [("Ruiz", 2), ("critics", 1)]
    assert (numbers.all_sources, numbers.different_sources) == (3, 2)
    assert numbers.source_names == {"Ruiz": "Ruiz", "critics": "Critics"}


def test_a_source_is_one_in_large_and_small_letters_of_any_alphabet(tmp_path):
    text = "ÖSTERREICH zahlt, sagt Österreich."
    marks = [
        Annotation(words, "a1", "ana", "source", (Span(start, start + 10),), words)
        for words in ("ÖSTERREICH", "Österreich")
        for start in [text.index(words)]
    ]
    with writable(tmp_path, article(text, article_id="a1")) as project:
        write(project, Draft("Fill", added(marks)))
        assert list(counted(project).sources) == [("österreich", 2)]
        wanted = Wanted("source", source="österreich")
        assert len(dashboard.instances(project, Scope(), wanted, me="ana")) == 2


def test_no_words_are_taken_for_the_mark_of_an_entity(tmp_path):
    text = "\1Ruiz =Ruiz ~Ruiz"
    marks = [
        Annotation(str(start), "a1", "ana", "source", (Span(start, start + 5),), text[start:][:5])
        for start in (0, 6, 12)
    ]
    with writable(tmp_path, article(text, article_id="a1")) as project:
        write(project, Draft("Fill", added(marks)))
        sources = dict(counted(project).sources)
        assert sources == {"\1ruiz": 1, "=ruiz": 1, "~ruiz": 1}
        for source in sources:
            wanted = Wanted("source", source=source)
            assert len(dashboard.instances(project, Scope(), wanted, me="ana")) == 1


def test_finished_articles_without_a_claim_count_too(project):
    assert counted(project).claims == {0: 1, 1: 1, 2: 1}


def test_lengths_fall_into_groups(project):
    lengths = counted(project).lengths
    assert lengths[("claim", 2)] == 3
    assert lengths[("source", 0)] == 3
    assert sum(lengths.values()) == 7


def test_a_period_leaves_out_what_was_done_before(project):
    assert counted(project, Scope(since=1)) == counted(project)
    later = counted(project, Scope(since=10**14))
    assert later.labels == {}
    assert later.days == {}


def test_values_counted_some_articles_at_a_time_are_those_of_all(project, monkeypatch):
    whole = counted(project)
    monkeypatch.setattr(said, "_PORTION", 1)
    assert counted(project) == whole


def test_all_numbers_are_of_one_state_whatever_is_written_meanwhile(project):
    with open_project(project.path) as reader, reader.snapshot():
        before = counted(reader)
        write(project, Draft("More", added([mark("a3", "ben", "source", 47, 54)])))
        assert counted(reader) == before
    assert counted(project).all_sources == before.all_sources + 1


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Wanted("claim"), ["ana-claim-0", "ben-claim-0", "ana-claim-47"]),
        (Wanted("claim", "certainty", "hedged"), ["ana-claim-47"]),
        (Wanted("source", source="Ruiz"), ["ana-source-0", "ana-source-6"]),
        (Wanted("source", length=0), ["ana-source-0", "ben-source-47", "ana-source-6"]),
    ],
)
def test_every_number_has_its_cases(project, wanted, names):
    found = dashboard.instances(project, Scope(), wanted, me="ana")
    assert [each.annotation_id for each in found] == names


def test_the_work_of_others_on_an_article_that_one_has_begun_is_out_of_sight(project):
    write(project, Draft("Fill", added([mark("a3", "ana", "claim", 0, 45)])))
    seen = dashboard.instances(project, Scope(), Wanted("claim"), me="ben")
    assert "a3" not in {each.article_id for each in seen}
    assert "a3" in {
        each.article_id for each in dashboard.instances(project, Scope(), Wanted("claim"), me="ana")
    }


def test_so_is_it_on_an_article_that_one_was_given_and_has_not_begun(project):
    write(project, Draft("Give", added([Assignment("a1", "eva", 10), Assignment("a1", "ana", 10)])))
    seen = dashboard.instances(project, Scope(), Wanted("claim"), me="eva")
    assert seen == []
    assert len(dashboard.instances(project, Scope(), Wanted("claim"), me="ana")) == 3


def test_flags_that_the_layer_gold_has_from_annotators_count_once(project):
    write(project, Draft("Gold", added([Flag("g1", "a1", "gold", None, "other", "open", "ana")])))
    assert counted(project).open_flags == 1


def test_the_articles_behind_days_claims_and_states(project):
    (day,) = counted(project).days
    assert [e.article_id for e in dashboard.finished_on(project, Scope(), day)] == ["a1", "a2"]
    found = dashboard.articles_with(project, Scope(), "claim", 0)
    assert [(e.article_id, e.annotator) for e in found] == [("a2", "ana")]
    assert [e.article_id for e in dashboard.articles_in(project, "in_progress")] == ["a3"]
    assert len(dashboard.articles_in(project, "")) == 3


def test_labels_are_counted_from_an_index_without_reading_annotations(project):
    plan = project.rows(
        "EXPLAIN QUERY PLAN SELECT label, count(*) FROM annotation "
        "WHERE annotation.annotator <> 'gold' GROUP BY 1"
    )
    assert any("COVERING INDEX annotation_shape" in str(row) for row in plan)
