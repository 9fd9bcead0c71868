"""Agreement of a project: whose work counts, and that it is all there."""

import importlib.util
import sys

import pytest

from annotator.domain.annotation import Annotation
from annotator.domain.change import Change, Draft, added
from annotator.domain.choice import SchemeRevision
from annotator.domain.errors import UserError
from annotator.domain.progress import FINISHED, IN_PROGRESS, Progress
from annotator.domain.span import Span
from annotator.operations import agreement, gamma
from annotator.storage import records
from tests.builders import article, writable, write

TEXT = "Mayor Ruiz said the bridge will cost 4m euros. Critics call it a bargain. The end."


def mark(article_id, person, label, start, end, **attributes):
    name = f"{person}-{label}-{start}"
    return Annotation(
        name, article_id, person, label, (Span(start, end),), TEXT[start:end], attributes
    )


def done(article_id, person, status=FINISHED):
    return Progress(article_id, person, status)


def found(told, layer, subject, measure):
    return next(
        each
        for each in told.figures
        if (each.layer, each.subject, each.measure) == (layer, subject, measure)
    )


@pytest.fixture
def project(tmp_path):
    """Two articles: the first finished by two, the second by one."""
    articles = [article(TEXT, article_id="a1"), article(f"{TEXT} ", article_id="a2")]
    with writable(tmp_path, *articles) as opened:
        records_ = [
            mark("a1", "ana", "claim", 0, 45),
            mark("a1", "ana", "source", 0, 10),
            mark("a1", "ben", "claim", 16, 45),
            mark("a1", "chi", "claim", 0, 45),
            mark("a2", "ana", "claim", 0, 45),
            done("a1", "ana"),
            done("a1", "ben"),
            done("a1", "chi", IN_PROGRESS),
            done("a2", "ana"),
        ]
        write(opened, Draft("Fill", added(records_)))
        yield opened


def test_only_finished_articles_count(project):
    told = agreement.measure(project)
    assert told.basis.people == ("ana", "ben")
    assert told.basis.articles == 1
    assert told.basis.finished == {"ana": 2, "ben": 1}
    assert found(told, "spans", "", "f1_overlap").value == pytest.approx(2 / 3)
    assert found(told, "spans", "claim", "f1_exact").value == 0.0


def test_gold_is_compared_only_when_it_is_named(project):
    gold = [mark("a1", "gold", "claim", 0, 45), done("a1", "gold", "adjudicated")]
    write(project, Draft("Settle", added(gold)))
    assert "gold" not in agreement.measure(project).basis.people
    told = agreement.measure(project, between=("ana", "gold"))
    assert found(told, "spans", "claim", "f1_exact").value == 1.0


def test_an_unknown_name_label_or_measure_is_refused(project):
    with pytest.raises(UserError, match="Nobody in this project is called “zoe”"):
        agreement.measure(project, between=("ana", "zoe"))
    with pytest.raises(UserError, match="no label “clam”"):
        agreement.measure(project, label="clam")
    with pytest.raises(UserError, match="no measure “beta”"):
        agreement.measure(project, measures=("beta",))


def test_the_same_text_finished_twice_by_one_person_tells_how_steady_they_are(project):
    again = article(TEXT, article_id="a9")
    marks = [mark("a9", "ana", "claim", 0, 45), done("a9", "ana")]
    write(project, Draft("Repeat", added([again, *marks])))
    told = agreement.measure(project)
    steady = next(e for e in told.intra if (e.subject, e.measure) == ("claim", "f1_exact"))
    assert steady.annotators == ("ana", "ana (again)")
    assert (steady.value, steady.n) == (1.0, 2)
    source = next(e for e in told.intra if (e.subject, e.measure) == ("source", "f1_exact"))
    assert source.value == 0.0


def test_work_under_an_older_revision_of_the_scheme_is_left_out_and_told(project):
    first = records.scheme_revision(project)
    second = SchemeRevision(
        first.id, 2, "x" * 64, first.json.replace('"revision":1', '"revision":2')
    )
    write(project, Draft("Revise", added([second])))
    told = agreement.measure(project)
    assert (told.basis.revision, told.basis.articles) == (2, 0)
    assert told.basis.other_revisions == {1: 3}
    assert agreement.measure(project, revision=1).basis.articles == 1
    with pytest.raises(UserError, match="never had revision 7"):
        agreement.measure(project, revision=7)


def test_an_article_finished_again_counts_under_the_new_revision(project):
    first = records.scheme_revision(project)
    second = SchemeRevision(
        first.id, 2, "x" * 64, first.json.replace('"revision":1', '"revision":2')
    )
    write(project, Draft("Revise", added([second])))
    for person in ("ana", "ben"):
        for before, after in ((FINISHED, IN_PROGRESS), (IN_PROGRESS, FINISHED)):
            change = Change(done("a1", person, before), done("a1", person, after))
            write(project, Draft("Turn", (change,)), by=person)
    assert agreement.measure(project).basis.articles == 1


class TestGamma:
    """Published values, in the ranges that their own test suites allow."""

    ALEX = (
        ("Alex", "1:2-9 2:11-17 5:24-30 6:32-36 6:36-44 7:44-60"),
        ("Paul", "1:2-9 3:11-17 5:19-25 6:32-44"),
        ("Suzan", "1:2-9 4:11-17 5:21-27 6:32-36 6:36-40 6:40-44"),
    )
    QUICK = (
        ("1", "Maureen:25-43 Marvin:46-74 Marvin:82-114 Robin:135-160"),
        ("2", "Maureen:23-45 Marvin:43-72 Robin:79-112 Maureen:130-161"),
        ("3", "Maureen:25-43 Marvin:46-115 Robin:131-171"),
    )

    def units(self, lines):
        made = []
        for person, words in lines:
            for word in words.split():
                label, _, place = word.partition(":")
                start, end = place.split("-")
                made.append((person, int(start), int(end), label))
        return made

    @pytest.fixture(autouse=True)
    def uncompiled(self, monkeypatch):
        """Compiling takes longer than these small examples; the figures are the same."""
        monkeypatch.setenv("NUMBA_DISABLE_JIT", "1")

    def test_a_project_that_holds_a_published_example_has_its_figure(self, tmp_path, monkeypatch):
        computed = {}
        # A folder of our name, where the person happens to be, is not this program.
        (tmp_path / "annotator").mkdir()
        (tmp_path / "annotator" / "__init__.py").write_text("raise SystemExit('another one')")
        monkeypatch.chdir(tmp_path)
        run = gamma.run
        monkeypatch.setattr(gamma, "run", lambda *a, **k: computed.update(run(*a, **k)) or computed)
        with writable(tmp_path, article(TEXT), by="Alex") as opened:
            marks = [
                mark("a1", person, label, start, end)
                for person, start, end, label in self.units(self.ALEX)
            ]
            finished = [done("a1", person) for person, _ in self.ALEX]
            write(opened, Draft("Fill", added([*marks, *finished])))
            told = gamma.measure(opened, seed=4772)
        alex = computed["a1"]
        assert alex["disorder"] == pytest.approx(0.96, abs=0.01)
        assert 0.43 <= alex["gamma"] <= 0.48
        assert 0.37 <= alex["gamma_cat"] <= 0.43
        assert (told.measure, told.n, told.articles) == ("gamma", len(marks), 1)
        assert (told.value, told.coverage) == (pytest.approx(alex["gamma"]), 1.0)

    def test_it_is_stopped_and_tells_what_it_has_the_same_for_the_same_seed(self):
        """The other published example, with its own weights, again and again."""
        given = {str(number): self.units(self.QUICK) for number in range(500)}
        options = {"weights": (1.0, 2.0, 1.0), "precision": 0.05}
        found = gamma.run(given, seed=3, report=lambda done: done < 2, **options)
        assert 2 <= len(found) < len(given)
        assert found["0"] == found["1"]
        assert found["0"]["disorder"] == pytest.approx(0.7747, abs=0.0005)

    def test_without_the_package_it_says_what_to_install(self, monkeypatch):
        monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
        with pytest.raises(UserError, match="pip install pygamma-agreement"):
            gamma.run({"a": [("ana", 0, 1, "x"), ("ben", 0, 1, "x")]}, seed=1)

    def test_the_program_itself_never_loads_it(self):
        assert "pygamma_agreement" not in sys.modules
