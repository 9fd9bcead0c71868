import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.span import Span
from annotator.text.graphemes import is_boundary
from annotator.text.sentences import paragraphs, sentences
from tests.growth import stays_within

MARKS = "aBI1.!?…:,→“”\"'‘’()-–—。」「 \n\t\x1c\u2028\u0301\u200d👩🇩é\u0600"
PIECES = ["Dr.", "U.S.", " The ", "Read More →", "“`", ".” ", "...", "said"]
TROUBLE = st.sampled_from([*MARKS, *PIECES])
TEXTS = st.lists(st.one_of(TROUBLE, TROUBLE, st.characters(exclude_categories=["Cs"]))).map("".join)


def split(text):
    return [place.cut_from(text) for place in sentences(text)]


def one(*texts):
    """Each text has to come out whole when another sentence follows it."""
    return [pytest.param(text, id=text[:40]) for text in texts]


@pytest.mark.parametrize(
    "sentence",
    one(
        "Dr. Rachel Kim met Gen. Smith.",
        "J. K. Rowling and George W. Bush paid $4.5 billion.",
        "The U.S. Government and the U.S. agreed.",
        "“I agree. So be it,” she said.",
        "She said: “It is bad. It is worse.”",
        '"I agree. So be it," she said.',
        "‘I agree. So be it,’ she said of the dogs’ bone.",
        "„Nein. Nie“, sagte er.",
        "« Non. Jamais », dit-il.",
        "“Why?” he asked.",
        "“Why?” Smith asked.",
        "“Stop!” — Smith ran.",
        "“We don’t know” is no answer.",
        "Is it?",
        "Prices rose 4.5 per cent… and fell.",
        "He was No. 5 on Jan. 6 at 5 p.m. on Monday.",
        "Apple Inc. shares rose.",
        "Yahoo! is good.",
        "E.g. Smith vs. Jones et al. 2019.",
        "(He left.)",
        "He [Smith] left (for good).",
        "Visit www.example.org. now.",
        "I had plan B.",
        "So do I.",
    ),
)
def test_this_is_one_sentence(sentence):
    assert split(sentence) == [sentence]
    assert split(f"{sentence} The others go on.") == [sentence, "The others go on."]
    assert split(f"He began. {sentence} iPhones ring!") == ["He began.", sentence, "iPhones ring!"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the U.S. A recent study", "in the U.S.|A recent study"),
        ("At 5 p.m. He left.", "At 5 p.m.|He left."),
        ("Apple Inc. The firm.", "Apple Inc.|The firm."),
        ("He said no. No. 5 won.", "He said no.|No. 5 won."),
        ("“I left.” Then it fell.", "“I left.”|Then it fell."),
        ("“I left. It fell.” Then he rose.", "“I left. It fell.”|Then he rose."),
        ("Then… Nothing. Really?! Yes.", "Then…|Nothing.|Really?!|Yes."),
        ("He is my rep. Nobody knows.", "He is my rep.|Nobody knows."),
        ("It stands in Main St. The city paid.", "It stands in Main St.|The city paid."),
        ("It rose to 5. That was all.", "It rose to 5.|That was all."),
        ("It fell in 2025. 61% saw it.", "It fell in 2025.|61% saw it."),
        ("It fell. “Why?” He left.", "It fell.|“Why?”|He left."),
        ("1. First item. Second.", "1. First item.|Second."),
        ("- Item: one. Two.", "- Item: one.|Two."),
        (
            "東京は都市です。「はい。そうです。」と彼。次",
            "東京は都市です。|「はい。そうです。」|と彼。|次",
        ),
        ("यह एक है। वह दो है।", "यह एक है।|वह दो है।"),
        ("one\u2028two", "one|two"),
    ],
)
def test_these_are_several_sentences(text, expected):
    assert split(text) == expected.split("|")


def test_text_fused_to_a_read_more_link_begins_a_sentence():
    assert split("Read More →Experts warn that it fell. Dr. Kim agrees.") == [
        "Read More →",
        "Experts warn that it fell.",
        "Dr. Kim agrees.",
    ]
    assert split("Read More→Microsoft’s decision") == ["Read More→", "Microsoft’s decision"]


def test_an_arrow_inside_a_sentence_is_no_border():
    for text in ("Paris → London by train", "input →output", "→Next story"):
        assert split(text) == [text]


def test_each_line_is_apart_and_blank_lines_are_none():
    assert split("  Headline \n\n \t\nA line without a point\n- one\n- two\n\n") == [
        "Headline",
        "A line without a point",
        "- one",
        "- two",
    ]


def test_an_unbalanced_quotation_mark_does_not_run_away():
    assert split("He said “wait. It goes on. And on.\nA new line. It ends.”") == [
        "He said “wait.",
        "It goes on.",
        "And on.",
        "A new line.",
        "It ends.”",
    ]
    assert split("“`html He fell. “Never. Ever,” she said. Then.") == [
        "“`html He fell.",
        "“Never. Ever,” she said.",
        "Then.",
    ]


def test_a_quotation_of_a_page_is_split_after_all():
    speech = " ".join(["We shall go on to the end."] * 30)
    assert len(split(f"“{speech}” he said.")) == 30


def test_a_border_never_cuts_a_cluster():
    text = "He left. \u0301So it goes."
    assert [place.start for place in sentences(text)] == [0, 8]


@settings(deadline=None)
@given(TEXTS)
def test_sentences_are_ordered_trimmed_and_cover_all_but_white_space(text):
    covered = set()
    end = 0
    for place in sentences(text):
        assert end <= place.start < place.end
        assert is_boundary(text, place.start)
        assert is_boundary(text, place.end)
        covered.update(range(place.start, place.end))
        end = place.end
    assert {place for place, character in enumerate(text) if not character.isspace()} <= covered
    outer = {place for place in covered if text[place] == "\n"}
    assert outer == set()


@settings(deadline=None)
@given(TEXTS)
def test_paragraphs_are_the_lines_and_their_sentences_those_of_the_text(text):
    places = paragraphs(text)
    assert [place.cut_from(text) for place in places] == text.split("\n")
    by_paragraph = [each for place in places for each in sentences(text, place.start, place.end)]
    assert by_paragraph == sentences(text)


def test_a_stretch_gives_the_sentences_of_that_stretch_only():
    assert sentences("One. Two. Three.", 5, 10) == [Span(5, 9)]


@pytest.mark.parametrize(
    "piece", [". ", "“", "“a. ", "!(", "......", "→A ", '"', "Dr. ", "x", "A.B.", "\u0301", "“a”. "]
)
def test_time_grows_with_the_length_of_the_text_and_not_faster(piece):
    assert stays_within(
        24, small=lambda: sentences(piece * 2_500), large=lambda: sentences(piece * 20_000)
    )
