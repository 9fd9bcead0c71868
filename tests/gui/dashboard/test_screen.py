"""The dashboard in the real window: numbers, cases, tables, files."""

import csv
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QTableView

from annotator.domain.annotation import Annotation
from annotator.domain.change import Draft, added
from annotator.domain.people import REPEAT_OF, Annotator, Assignment
from annotator.domain.progress import FINISHED, Progress
from annotator.domain.review import Decision, Side
from annotator.domain.span import Span
from annotator.domain.suggestion import Suggestion
from annotator.gui import tasks, theme
from annotator.gui.dashboard import reading
from annotator.gui.dashboard.screen import DashboardScreen
from annotator.gui.stopwatch import Stopwatch
from annotator.gui.widgets.charts.chart import contrast, ramp, text_on
from annotator.gui.widgets.charts.dots import Dot, DotChart
from annotator.gui.widgets.charts.matrix import STRONGEST
from annotator.operations import library, writing
from annotator.storage import articles
from annotator.storage.project import open_project
from tests.fakes import CannedPrompts
from tests.gui.conftest import TEXT


def mark(person, label, words, **attributes):
    start = TEXT.index(words)
    place = (Span(start, start + len(words)),)
    return Annotation(f"{person}-{start}", "a1", person, label, place, words, attributes)


@pytest.fixture
def shared(project):
    """The first article, finished by two: three claims against two, a source against a cue."""
    given = [
        mark("ana", "claim", "the bridge will cost 4m euros"),
        mark("ana", "claim", "Nobody asked the harbour office"),
        mark("ana", "claim", "Critics fear a flood of lorries"),
        mark("ana", "source", "Mayor Ruiz"),
        mark("ben", "claim", "the bridge will cost 4m euros"),
        mark("ben", "claim", "asked the harbour office"),
        mark("ben", "cue", "Mayor Ruiz"),
        Progress("a1", "ana", FINISHED),
        Progress("a1", "ben", FINISHED),
    ]
    with open_project(project, is_writable=True) as opened:
        writing.commit(opened, Draft("Fill", added(given)), annotator="ana")
    return project


def shown(desk):
    """The dashboard, once everything is counted."""
    desk.press("Ctrl+4")
    screen = desk.find("Dashboard", DashboardScreen)
    desk.qtbot.waitUntil(lambda: is_still(screen))
    return screen


def is_still(screen):
    return bool(screen.tiles.tiles) and all(task.is_finished for task in screen._tasks)


def texts(card):
    return list(card.chart.table().rows)


def cases(desk, screen):
    desk.qtbot.waitUntil(lambda: is_still(screen) and screen.cases.model.rowCount() > 0)
    return screen.cases.model.rows


def test_every_number_is_that_of_a_count_by_hand(open_desk, shared):
    screen = shown(open_desk(shared))
    assert texts(screen.charts.labels) == [("Claim", "5"), ("Source", "1"), ("Cue", "1")]
    assert [row[1] for row in texts(screen.charts.progress)] == ["1"]
    assert texts(screen.charts.sources) == [("Mayor Ruiz", "1 · 100%")]
    assert texts(screen.charts.claims) == [("2", "1"), ("3", "1")]
    tiles = {tile.number.words: tile.number.shown for tile in screen.tiles.tiles}
    assert tiles["Claim"] == "5"
    assert tiles["articles"] == "2"
    confusion = screen.charts.agreeing.confusion.chart.table()
    assert confusion.header[1:] == ("Claim", "Source", "Cue", "nothing")
    assert confusion.rows == (
        ("Claim", "2", "0", "0", "1"),
        ("Source", "0", "0", "1", "0"),
        ("Cue", "0", "0", "0", "0"),
    )


def test_the_matrix_has_a_figure_for_each_pair_and_none_for_a_person_with_themselves(
    open_desk, shared
):
    screen = shown(open_desk(shared))
    (first, second) = screen.charts.agreeing.agreement.chart.table().rows
    assert first[:2] == ("ana", "")
    assert first[2] == second[1]
    assert first[2].endswith("!"), "so few spans come with a warning"
    cell = screen.charts.agreeing.agreement.chart.cells[0][0]
    assert cell.strength is None
    assert cell.key is None


def test_enter_on_a_bar_lists_the_cases_and_enter_on_a_case_opens_the_article(open_desk, shared):
    desk = open_desk(shared)
    screen = shown(desk)
    chart = screen.charts.labels.chart
    chart.setFocus()
    desk.press("Down", "Enter", on=chart)
    rows = cases(desk, screen)
    assert [row.words for row in rows][:1] == ["the bridge will cost 4m euros"]
    assert len(rows) == 5
    assert QApplication.focusWidget() is screen.cases.table
    desk.press("J", "J", "Enter")
    assert desk.shows("Article")
    assert desk.sheet.article.id == "a1"
    sentence = desk.view.current_sentence
    assert sentence.start <= rows[2].start < sentence.end
    desk.press("Esc")
    assert screen.isVisible()


def test_keys_and_cases_are_for_the_number_that_was_asked_about_last(open_desk, shared, held_back):
    desk = open_desk(shared)
    screen = shown(desk)
    dot = next(e for e in screen.charts.agreeing.steps.chart.dots if e.words == "Overlapping words")
    are_compared = held_back(reading, "cases")
    are_counted = held_back(reading, "instances")
    screen.charts.agreeing.steps.chosen.emit(dot.key)
    chart = screen.charts.labels.chart
    chart.setFocus()
    desk.press("Down", "Enter", on=chart)
    desk.press("J", "J", "Enter")
    are_counted.set()
    desk.qtbot.waitUntil(lambda: not screen.isVisible())
    rows = screen.cases.model.rows
    assert screen.cases.table.currentIndex().row() == 2
    are_compared.set()
    desk.qtbot.waitUntil(lambda: not tasks.is_any_running())
    assert screen.cases.model.rows == rows


def test_the_cards_stand_in_two_columns_in_a_window_of_the_usual_size(open_desk, shared):
    desk = open_desk(shared)
    screen = shown(desk)
    (first, second, third) = screen.charts.cards[:3]
    desk.qtbot.waitUntil(lambda: first.y() == second.y() and first.x() < second.x())
    assert first.x() == third.x()
    wide = screen.charts.agreeing.steps
    widths = {card.width() for card in screen.charts.cards if card is not wide}
    assert max(widths) - min(widths) <= 1
    assert wide.width() > 2 * min(widths)


def test_a_list_shorter_than_its_number_says_why(open_desk, shared):
    with open_project(shared, is_writable=True) as opened:
        begun = Draft("Begin", added([Progress("a1", "eva")]))
        writing.commit(opened, begun, annotator="eva")
    desk = open_desk(shared, annotator="eva")
    screen = shown(desk)
    desk.click(screen.tiles.tiles[0])
    words = "5 of 5 are hidden: you have not finished their articles yet."
    desk.qtbot.waitUntil(lambda: screen.cases.count.text() == words)


def test_measuring_tells_percent_up_to_all_of_it(shared):
    told: list[int] = []
    reading.measured(lambda percent: told.append(percent) is None, shared, "ana")
    assert told == sorted(told)
    assert told[-1] == 100


def test_the_cards_of_agreement_say_how_far_it_is(open_desk, shared):
    screen = shown(open_desk(shared))
    screen._show_measuring(40)
    assert screen.charts.agreeing.agreement.empty.text() == "Measuring… 40 %"


def test_every_step_of_agreement_has_its_measure_and_opens_its_cases(open_desk, shared):
    desk = open_desk(shared)
    screen = shown(desk)
    agreeing = screen.charts.agreeing
    agreeing.label.setCurrentIndex(agreeing.label.findData("claim"))
    asked = {row[:2]: row[2:] for row in texts(agreeing.steps)}
    assert asked["Found at all", "Krippendorff’s α"][0] == "nominal"
    assert asked["Exactly the same words", "F1"][1] == "0.400 !", "2 · 1 of 3 + 2"
    assert asked["Overlapping words", "F1"][1] == "0.800 !", "2 · 2 of 3 + 2"
    assert asked["Same source, where both marked it", "alike"][4] == "80%", "4 of 5 are matched"
    dot = next(each for each in agreeing.steps.chart.dots if each.words == "Overlapping words")
    agreeing.steps.chosen.emit(dot.key)
    assert [(row.words, row.note) for row in cases(desk, screen)] == [
        ("Nobody asked the harbour office | asked the harbour office", "ana: claim · ben: claim"),
        ("Critics fear a flood of lorries", "ana: claim · ben: –"),
    ]


def test_people_are_compared_with_themselves_where_articles_came_twice(open_desk, shared):
    with open_project(shared, is_writable=True) as opened:
        first = articles.get(opened, "a1")
        copy = replace(first, id="again", extra={**first.extra, REPEAT_OF: "a1"})
        again = replace(mark("ana", "claim", "the bridge will cost 4m euros"), article_id="again")
        given = [copy, Assignment("again", "ana", 20, repeats="a1"), again]
        given.append(Progress("again", "ana", FINISHED))
        writing.commit(opened, Draft("Repeat", added(given)), annotator="eva")
    assert reading.measured(lambda _: True, shared, "ben").intra == (), "it stays untold"
    screen = shown(open_desk(shared))
    agreeing = screen.charts.agreeing
    agreeing.group.setCurrentIndex(agreeing.group.findText("ana with themselves"))
    agreeing.label.setCurrentIndex(agreeing.label.findData("claim"))
    asked = {row[:2]: row[3] for row in texts(agreeing.steps)}
    assert asked["Exactly the same words", "F1"] == "0.500 !", "2 · 1 of 3 + 1"
    assert {dot.key for dot in agreeing.steps.chart.dots} == {None}


def test_what_reviews_settled_is_counted_by_label_and_kind_and_opens_its_cases(open_desk, shared):
    sides = (Side("ana", mark("ana", "source", "Mayor Ruiz").id, "x"), Side("ben"))
    given = [
        Decision("d1", "a1", "source", ("missing",), "taken", "ana", sides=sides),
        Decision("d2", "a1", "claim", ("boundary", "link"), "merged"),
        Decision("d3", "a1", "claim", (), "agreed"),
    ]
    with open_project(shared, is_writable=True) as opened:
        writing.commit(opened, Draft("Settle", added(given)), annotator="eva")
    desk = open_desk(shared, annotator="eva")
    screen = shown(desk)
    card = screen.charts.settled
    assert card.chart.columns[0] == "which words"
    assert texts(card) == [("Claim", "1", "0", "0", "0", "1"), ("Source", "0", "0", "0", "1", "0")]
    card.chosen.emit(("settled", "source", "missing"))
    (row,) = cases(desk, screen)
    assert (row.words, row.note) == ("Mayor Ruiz", "Source · ana · taken as one had it")
    assert screen.cases.title.accessibleName() == "Source · whether at all"


def test_a_bar_of_suggestions_lists_what_became_of_each(open_desk, shared):
    place = (Span(0, 5),)
    given = [
        Suggestion(f"s{n}", "a1", "ana", "rules", "claim", place, TEXT[:5], fate=fate,
                   decision="single", by="ana")
        for n, fate in enumerate(("accepted", "rejected"))
    ]  # fmt: skip
    with open_project(shared, is_writable=True) as opened:
        writing.commit(opened, Draft("Suggest", added(given)), annotator="ana")
    desk = open_desk(shared)
    screen = shown(desk)
    card = screen.charts.suggestions
    (bar,) = card.chart.bars
    card.chosen.emit(bar.key)
    assert [row.note for row in cases(desk, screen)] == [
        "Claim · ana · rejected", "Claim · ana · accepted",
    ]  # fmt: skip


def test_a_click_on_a_cell_lists_its_cases(open_desk, shared):
    desk = open_desk(shared)
    screen = shown(desk)
    chart = screen.charts.agreeing.confusion.chart
    screen.area.ensureWidgetVisible(screen.charts.agreeing.confusion)
    QTest.qWait(20)
    mark_ = next(each for each in chart.marks if each.key == ("confusion", "source", "cue"))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=mark_.box.center().toPoint())
    (row,) = cases(desk, screen)
    assert row.words == "Mayor Ruiz"
    assert row.note == "ana: source · ben: cue"
    desk.press("Esc")
    assert not screen.cases.isVisible()


def test_who_still_owes_an_article_sees_no_cases_of_it(open_desk, shared):
    with open_project(shared, is_writable=True) as opened:
        given = added([Annotator("eva", "Eva"), Assignment("a1", "eva", 10)])
        writing.commit(opened, Draft("Assign", given), annotator="ana")
        writing.commit(opened, library.chosen(opened, "annotator", "eva"), annotator="ana")
    desk = open_desk(shared)
    screen = shown(desk)
    figure = next(each for each in screen.agreement.figures if each.annotators)
    for key in (("confusion", "source", "cue"), ("agreement", figure)):
        screen.open_cases(key)
        desk.qtbot.waitUntil(lambda: screen.cases.count.text() != "Looking for them…")
        assert screen.cases.model.rowCount() == 0
        assert screen.cases.count.text().endswith("you have not finished their articles yet.")


def test_a_chart_turns_into_a_table_that_is_gone_through_with_keys(open_desk, shared):
    desk = open_desk(shared)
    screen = shown(desk)
    card = screen.charts.labels
    desk.click(card.toggle)
    grid = card.findChild(QTableView)
    assert grid.hasFocus()
    assert not card.chart.isVisible()
    assert grid.model().data(grid.model().index(0, 1)) == "5"
    assert card.toggle.text() == "Show as chart"
    grid.setCurrentIndex(grid.model().index(1, 1))
    desk.press("Enter", on=grid)
    assert [row.words for row in cases(desk, screen)] == ["Mayor Ruiz"]
    desk.click(card.toggle)
    assert card.chart.isVisible()


def test_filters_count_one_person_or_gold(open_desk, shared):
    desk = open_desk(shared)
    screen = shown(desk)
    people = desk.find("Whose work is counted", QComboBox)
    people.setCurrentIndex(people.findData("ben"))
    desk.qtbot.waitUntil(lambda: is_still(screen))
    assert texts(screen.charts.labels) == [("Claim", "2"), ("Cue", "1")]
    people.setCurrentIndex(people.findData("gold"))
    desk.qtbot.waitUntil(lambda: is_still(screen))
    assert screen.charts.labels.empty.text() == "Nothing is labelled yet."


def test_what_is_labelled_meanwhile_is_counted_when_one_comes_back(open_desk, shared):
    desk = open_desk(shared)
    screen = shown(desk)
    desk.press("Ctrl+1")
    desk.go_to("Trams" if "Trams" in desk.sheet.article.text else "A confidential")
    desk.press("C")
    desk.wait_saved()
    assert shown(desk) is screen
    assert texts(screen.charts.labels)[0] == ("Claim", "6")


def test_without_two_who_finished_it_says_what_agreement_needs(desk):
    screen = shown(desk)
    words = "0 labels so far. Agreement needs an article finished by two people."
    assert screen.charts.agreeing.agreement.empty.text() == words
    assert not screen.charts.agreeing.agreement.chart.isVisible()


def test_charts_have_names_and_a_sentence(open_desk, shared):
    screen = shown(open_desk(shared))
    for card in screen.charts.cards:
        assert card.chart.accessibleName()
        assert card.chart.accessibleDescription()


def test_words_that_a_spreadsheet_would_run_stand_as_words_in_the_numbers(
    open_desk, shared, tmp_path
):
    path = tmp_path / "board.csv"
    with open_project(shared, is_writable=True) as opened:
        named = [mark("ana", "source", "harbour office", entity="=1+1|cmd")]
        writing.commit(opened, Draft("Name", added(named)), annotator="ana")
    desk = open_desk(shared, prompts=CannedPrompts(saves=[path]))
    desk.click(shown(desk).strip.csv_button)
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert "'=1+1|cmd" in {row[0] for row in rows if row}
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_the_report_and_the_numbers_are_written(open_desk, shared, tmp_path):
    paths = [tmp_path / "board.pdf", tmp_path / "board.csv"]
    desk = open_desk(shared, prompts=CannedPrompts(saves=paths))
    screen = shown(desk)
    desk.click(screen.strip.pdf_button)
    desk.click(screen.strip.csv_button)
    assert paths[0].read_bytes().startswith(b"%PDF")
    rows = list(csv.reader(paths[1].read_text("utf-8-sig").splitlines()))
    assert ["Claim", "5"] in rows
    assert desk.status() == "Saved board.csv."


def test_a_chart_is_as_high_in_pictures_as_it_needs_however_high_its_row_is(open_desk, shared):
    desk = open_desk(shared)
    card = shown(desk).charts.labels
    before, chart = card.picture().size(), card.chart.size()
    card.resize(card.width(), card.height() + 200)
    assert card.picture().size() == before
    assert card.printed_height(680) < 680
    assert card.chart.size() == chart, "the chart of the window keeps its size"


def test_only_the_person_sees_their_own_time_per_article(open_desk, shared, monkeypatch):
    # On a busy machine a second would pass between two keys, and be counted.
    monkeypatch.setattr("annotator.gui.stopwatch.monotonic", lambda: 0.0)
    desk = open_desk(shared)
    screen = shown(desk)
    assert screen.time.isHidden(), "nothing was counted yet"
    desk.qtbot.waitUntil(lambda: desk.window.findChild(Stopwatch) is not None)
    watch = desk.window.findChild(Stopwatch)
    watch._file.write({watch._key: {"a1": 90.0}})
    screen.load()
    desk.qtbot.waitUntil(screen.time.isVisible)
    assert "less than 1.5 minutes" in screen.time.text()
    assert not screen.body.isAncestorOf(screen.time), "it is not in what is copied"


def test_a_chart_is_copied_as_a_picture(open_desk, shared):
    desk = open_desk(shared)
    screen = shown(desk)
    desk.click(screen.charts.labels.copy)
    assert not QApplication.clipboard().pixmap().isNull()


@pytest.mark.parametrize("name", theme.NAMES)
def test_what_stands_in_a_cell_can_be_read_on_every_strength(name):
    worn = theme.load(name)
    for step in range(21):
        ground = ramp(worn, 0.04 + (STRONGEST - 0.04) * step / 20)
        assert contrast(text_on(ground, worn), ground) >= 4.5


def test_gamma_is_measured_beside_the_window_and_stopped_by_its_button(
    open_desk, shared, monkeypatch
):
    from annotator.operations import gamma

    given = {}

    def run(continua, *, seed, seconds, report):
        """Stands for the process: it hears of nothing until somebody stops it."""
        given.update(seed=seed, articles=list(continua))
        number = 0
        while report(number):
            number = 1
            time.sleep(0.01)
        return {"a1": {"gamma": 0.5, "gamma_cat": 0.5, "disorder": 1.0}}

    monkeypatch.setattr(gamma, "run", run)
    desk = open_desk(shared)
    screen = shown(desk)
    card = screen.gamma
    assert card.people.currentText() == "ana × ben"
    card.seed.setValue(7)
    card.button.click()
    assert card.button.text() == "Stop"
    desk.qtbot.waitUntil(lambda: card.result.text() == "Measuring… 1 article")
    card.button.click()
    desk.qtbot.waitUntil(lambda: not card.is_running)
    assert card.result.text() == "γ 0.500 · 7 spans · articles: 1 · seed 7"
    assert given == {"seed": 7, "articles": ["a1"]}


def test_a_value_below_the_axis_does_not_look_like_nought(qtbot):
    pictures = []
    for value in (0.0, -0.4):
        chart = DotChart("Steps", ("Asks",))
        qtbot.addWidget(chart)
        chart.resize(400, 60)
        chart.show_dots([Dot("Genre", value, "n 4", "Genre")], [("Genre",)], [None])
        pictures.append(chart.grab().toImage())
    assert pictures[0] != pictures[1]
