"""Words of the article as the window quotes them."""

from annotator.gui.wording import quotable, shortened


def test_words_are_cut_on_one_line():
    assert shortened("a bridge\n of  stone", most=10) == "a bridge…"


def test_quotation_marks_within_quotation_marks_are_single():
    words = "“We did not choose this,” a manager said."
    assert quotable(words, most=80) == "‘We did not choose this,’ a manager said."
