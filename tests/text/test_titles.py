import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.text.titles import title_of

WITH_HEADLINE = """No products in the cart.
Microsoft Defies Trump Over Partnership

Microsoft's bold stance reflects a growing tension.
“`html
"""
WITHOUT_HEADLINE = (
    "Microsoft is standing by Anthropic in a major show of enterprise support after the Pentagon "
    "designated the AI startup as a security risk. The Redmond giant confirmed it.\n"
    "Microsoft just threw a lifeline to Anthropic."
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (WITH_HEADLINE, "Microsoft Defies Trump Over Partnership"),
        (
            WITHOUT_HEADLINE,
            "Microsoft is standing by Anthropic in a major show of enterprise support after…",
        ),
        ("\n\n## Big news today ##\n\nText follows.", "Big news today"),
        ("**Bold news today**\nText follows.", "Bold news today"),
        ("```html\n“`html\n<div class=x>\n---\nA real headline", "A real headline"),
        ("Why is it so?\nIt is.", "Why is it so?"),
        ("Short sentence. Another one.", "Short sentence."),
        ("Word\nIt ended here.", "Word"),
        ("“`html\nHe left. It fell.", "He left."),
        ("One sentence.\n" * 5 + "A late headline", "One sentence."),
        (
            "The council heard the mayor say that the\nbridge costs 4m.",
            "The council heard the mayor say that the bridge costs 4m.",
        ),
        ("Short one.\n\nThe council heard the mayor say that\nbridges cost 4m.", "Short one."),
        (
            "From: Press <p@x>\nTo: a,\n b\nSubject: Dredging begins \n\nDear all,",
            "Dredging begins",
        ),
        ("Betreff: Es geht los\n\nLiebe alle,", "Es geht los"),
        ("A headline here\n\nSubject: another", "A headline here"),
        ("", ""),
        (" \n\t\n", ""),
    ],
)
def test_the_title_is_the_headline_or_the_beginning(text, title):
    assert title_of(text) == title


def test_a_sentence_without_spaces_is_cut_between_characters_a_reader_sees():
    title = title_of("👩\u200d👩\u200d👧" * 60)
    assert title.endswith("👩\u200d👩\u200d👧…")
    assert len(title) <= 80


@settings(deadline=None)
@given(st.text(st.one_of(st.sampled_from("\n .#*`ab"), st.characters(exclude_categories=["Cs"]))))
def test_a_title_is_one_line_and_there_wherever_the_text_has_words(text):
    title = title_of(text)
    assert "\n" not in title
    assert len(title) <= 150
    assert title == title.strip()
    assert bool(title) == bool(text.strip())
