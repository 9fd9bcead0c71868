"""Who says something in a sentence, and with which words: sources and cues side by side."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.domain.span import Span
from annotator.suggestions.cue_words import Phrase
from annotator.suggestions.passage import Passage
from annotator.suggestions.source_edges import (
    Range,
    leading_source,
    source_after,
    source_before,
)

Source = Range | Span

_ONLY_A_LINK = re.compile(r"(?:\w+ )?\[([^\[\]]+)\]\(\S*\)")


@dataclass(frozen=True, slots=True)
class Statement:
    """A cue with its source, if it has one, as a sentence puts them.

    `place` holds the cue and the source beside it. What is said may follow it, or stand before it,
    or both ("… , she said, …"). A weak one is a verb that mostly does not report ("holds").
    """

    source: Span | None
    cue: Span
    place: Span
    rule: str
    reaches_on: bool
    reaches_back: bool
    is_weak: bool = False


def statements_in(passage: Passage) -> list[Statement]:
    """Every statement of a sentence, in the order of its cues."""
    found: list[Statement] = []
    if not passage.may_report:
        return found
    first_words = passage.cues.first_words
    for index, token in enumerate(passage.tokens):
        if token.word in first_words or "-" in token.word:
            made = _at(passage, index, found)
            if made is not None and not any(each.cue.overlaps(made.cue) for each in found):
                found.append(made)
    found.extend(_of_colon(passage, found))
    return found


def _at(passage: Passage, index: int, before: list[Statement]) -> Statement | None:
    """The statement whose cue begins with a word, or has that word as its verb."""
    made = _by_phrase(passage, index)
    if made is None and (last := _end_of_verb(passage, index)) is not None:
        made = _of_verb(passage, index, last, before)
    return made or _of_noun(passage, index) or _of_carrier(passage, index)


def _by_phrase(passage: Passage, index: int) -> Statement | None:
    cues = passage.cues
    if last := _phrase_end(passage, cues.without_source, index):
        return _made(passage, None, (index, last - 1), "no source")
    if last := _phrase_end(passage, cues.before_source, index):
        source = source_after(passage, last, is_first_clause=index == 0)
        return _made(passage, source, (index, last - 1), "according to") if source else None
    if last := _phrase_end(passage, cues.after_source, index):
        source = source_before(passage, index)
        return _made(passage, source, (index, last - 1), "according to") if source else None
    return None


def _phrase_end(passage: Passage, phrases: dict[str, tuple[Phrase, ...]], index: int) -> int:
    """Behind which token the phrase ends that begins at one; 0 where none does."""
    for phrase in phrases.get(passage.word(index), ()):
        if all(passage.word(index + step) == word for step, word in enumerate(phrase)):
            return index + len(phrase)
    return 0


def _end_of_verb(passage: Passage, index: int) -> int | None:
    """Where a reporting verb ends that begins at a token: *said*, *points out*."""
    word = passage.word(index)
    if f"{word} {passage.word(index + 1)}" in passage.cues.pairs:
        return index + 1
    return index if word in passage.cues.verbs else None


def _of_verb(passage: Passage, verb: int, last: int, before: list[Statement]) -> Statement | None:
    first = _beginning_of_verb(passage, verb)
    if passage.means("infinitive", first - 1) or _is_noun_here(passage, verb, first):
        return None
    cue = (first, last)
    if _is_passive(passage, first, verb):
        return _of_agent(passage, cue)
    if passage.means("joiners", first - 1) or (
        first == verb and passage.word(verb).endswith("ing")
    ):
        return _of_same_subject(passage, cue, before)
    if passage.means("relatives", first - 1):
        return _of_relative(passage, cue)
    source = source_before(passage, first)
    if source is None:
        return _of_verb_first(passage, cue)
    return None if passage.means("nobody", source[0]) else _made(passage, source, cue, "verb")


def _of_verb_first(passage: Passage, cue: Range) -> Statement | None:
    """“…,” *said Marta Kelling, the harbour master*."""
    first, last = cue
    source = source_after(passage, last + 1)
    if source is None or passage.sort(first - 1) not in (None, "quote", "comma", "stop"):
        return None
    if first == 0 and passage.sort(source[1] + 1) not in ("comma", "stop"):
        return None
    return _made(passage, source, cue, "verb first")


def _beginning_of_verb(passage: Passage, verb: int) -> int:
    """Its helpers and its "not" belong to a cue: *has denied*, *did not deny*."""
    first = verb
    while True:
        left = first - 1
        if passage.means("auxiliaries", left) or passage.means("negations", left):
            first = left
        elif passage.means("between", left) and passage.means("auxiliaries", left - 1):
            first = left - 1
        else:
            return first


def _is_noun_here(passage: Passage, verb: int, first: int) -> bool:
    """Whether the form is a noun or adjective: the *report*, its *expected* end."""
    if first != verb:
        return False
    left = verb - 1
    if passage.is_possessive(left):
        return True
    if passage.means("determiners", left) and not passage.means("pronouns", left):
        return True
    if passage.means("prepositions", left) or passage.means("possessives", left):
        return not _ends_a_phrase(passage, left)
    if not passage.means("also_nouns", verb):
        return False
    return not _opens_what_is_said(passage, verb + 1)


def _ends_a_phrase(passage: Passage, index: int) -> bool:
    return passage.means("pronouns", index) and not passage.means("possessives", index)


def _opens_what_is_said(passage: Passage, index: int) -> bool:
    groups = ("subordinate", "determiners", "pronouns", "told")
    return passage.sort(index) == "quote" or any(passage.means(group, index) for group in groups)


def _is_passive(passage: Passage, first: int, verb: int) -> bool:
    helper = verb - 1
    while helper > first and passage.means("between", helper):
        helper -= 1
    is_helped = first <= helper < verb and passage.means("passive", helper)
    return is_helped and not passage.word(verb).endswith("ing")


def _of_agent(passage: Passage, cue: Range) -> Statement | None:
    """Managers *were told by the ministry*."""
    first, last = cue
    for index in range(last + 1, last + 4):
        if passage.means("agents", index):
            source = source_after(passage, index + 1)
            return _made(passage, source, (first, index), "passive") if source else None
    return None


def _of_relative(passage: Passage, cue: Range) -> Statement | None:
    """A study, *which also found* that the sea is warmer."""
    end = cue[0] - 1
    if passage.sort(end - 1) == "comma":
        end -= 1
    source = source_before(passage, end)
    return _made(passage, source, cue, "relative clause", at_cue=True) if source else None


def _of_same_subject(passage: Passage, cue: Range, before: list[Statement]) -> Statement | None:
    """She praised him *and said* that the council should wait, *adding* that it could."""
    shared = next((each.source for each in reversed(before) if each.source is not None), None)
    source = shared or leading_source(passage)
    is_before = isinstance(source, Span) or (source is not None and source[1] < cue[0])
    return _made(passage, source, cue, "same subject", at_cue=True) if is_before else None


def _of_noun(passage: Passage, noun: int) -> Statement | None:
    """This agrees with Brandel's *finding* that the lake is deep."""
    if passage.word(noun) not in passage.cues.saying_nouns or not passage.is_possessive(noun - 1):
        return None
    source = source_before(passage, noun)
    says = passage.means("subordinate", noun + 1) or passage.sort(noun + 1) in ("stop", "quote")
    if source is None or not says:
        return None
    first = source[0]
    for index in range(source[0], source[1]):
        if passage.means("prepositions", index) and passage.word(index) not in ("of", "for"):
            first = index + 1
    return _made(passage, (first, source[1]), (noun, noun), "noun")


def _of_carrier(passage: Passage, noun: int) -> Statement | None:
    """*In a statement*, the company agreed; it made *a public statement on* its plans."""
    if passage.word(noun) not in passage.cues.carrying_nouns:
        return None
    first = noun
    while first > 0 and noun - first < 3 and not passage.means("determiners", first):
        first -= 1
    cue = _words_of_carrier(passage, first, noun)
    if cue is None or not passage.means("articles", first):
        return None
    source = source_after(passage, noun + 2) if cue[0] == 0 else leading_source(passage)
    if source is None or source[1] >= cue[0] > 0:
        return None
    return _made(passage, source, cue, "in a statement", at_cue=True, is_weak=True)


def _words_of_carrier(passage: Passage, first: int, noun: int) -> Range | None:
    if passage.means("carried_on", noun + 1):
        goes_on = passage.means("relatives", noun + 1) and passage.sort(noun + 2) == "word"
        return first, noun + 2 if goes_on else noun + 1
    return (first - 1, noun) if passage.means("carried_in", first - 1) else None


def _of_colon(passage: Passage, found: list[Statement]) -> Iterator[Statement]:
    """The railway's own count is less friendly*:* only every third berth was taken."""
    marks = [index for index, token in enumerate(passage.tokens) if token.word == ":"]
    if not marks or not 0 < marks[0] < len(passage.tokens) - 1 or _is_list_item(passage):
        return
    colon = passage.span(marks[0], marks[0])
    source = leading_source(passage)
    if source is None or source[1] >= marks[0] or passage.quotation_at(colon.start):
        return
    if marks[0] == 1 and passage.means("letter_heads", 0):
        return
    if not any(each.place.end <= colon.start for each in found):
        is_speech = source[1] + 1 == marks[0]
        yield _made(passage, source, (marks[0], marks[0]), "colon", is_weak=not is_speech)


def _is_list_item(passage: Passage) -> bool:
    return passage.sort(0) in ("mark", "stop") or passage.word(0).isdigit()


def _made(
    passage: Passage,
    source: Source | None,
    cue: Range,
    rule: str,
    *,
    at_cue: bool = False,
    is_weak: bool = False,
) -> Statement:
    """A statement from ranges of tokens; `at_cue` where its source stands somewhere before."""
    beside = [cue] if at_cue or source is None or isinstance(source, Span) else [source, cue]
    first, last = min(each[0] for each in beside), max(each[1] for each in beside)
    goes_on = _opens_what_is_said(passage, last + 1)
    return Statement(
        source=_edges(passage, source) if isinstance(source, tuple) else source,
        cue=passage.span(*cue),
        place=passage.span(first, last),
        rule=rule,
        reaches_on=not _is_last(passage, last),
        reaches_back=_is_apart(passage, first) and not passage.means("subordinate", last + 1),
        is_weak=is_weak or (passage.means("weak", cue[1]) and not goes_on),
    )


def _is_apart(passage: Passage, first: int) -> bool:
    """Whether a comma, a dash or the end of a quotation stands before a token."""
    if passage.sort(first - 1) == "mark":
        return passage.tokens[first - 1].word in "'’"
    return passage.sort(first - 1) in ("comma", "quote", "stop")


def _is_last(passage: Passage, last: int) -> bool:
    """Whether the sentence ends behind a token."""
    behind = passage.sort(last + 1)
    ends = behind is None or (behind == "point" and passage.sort(last + 2) != "word")
    return ends and not passage.is_sealed(last)


def _edges(passage: Passage, source: Range) -> Span:
    """The words of a source: no mark at its ends, nothing of the possessive, no lone bracket."""
    first, last = source
    while first < last and passage.sort(first) not in ("word", "mark"):
        first += 1
    place = passage.span(first, last)
    words = place.cut_from(passage.text)
    if passage.is_possessive(last):
        return Span(place.start, place.end - (1 if words[-1] in "'’" else 2))
    link = _ONLY_A_LINK.fullmatch(words)
    if link is not None:
        return Span(place.start + link.start(1), place.start + link.end(1))
    stripped = words.strip("*_'’\"[]() ") if "](" not in words else words
    start = place.start + words.index(stripped)
    return Span(start, start + len(stripped)) if stripped else place
