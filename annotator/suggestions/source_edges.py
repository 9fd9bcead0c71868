"""Where the words that name a source begin and end, beside a cue.

The title and the description that tell who it is belong to a source; a clause that is news itself
does not. Every range is of tokens, both ends included.
"""

from annotator.suggestions.passage import Passage

Range = tuple[int, int]

_WIDEST = 25
_LONGEST_HEAD = 12
_LONGEST_DESCRIPTION = 14
_LONGEST_CLAUSE = 9


def source_before(passage: Passage, cue: int) -> Range | None:
    """The source that ends before the cue at a token: *Dr. Kim, a scholar,* notes."""
    last = cue - 1
    while passage.means("between", last):
        last -= 1
    if passage.sort(last) == "comma":
        return _described_before(passage, last)
    if passage.sort(last) not in ("word", "mark") or _opens_a_clause(passage, last):
        return None
    return _phrase_before(passage, last)


def source_after(passage: Passage, first: int, *, is_first_clause: bool = False) -> Range | None:
    """The source that begins at a token: said *Kelling, the harbour master*.

    In a first clause ("According to Kelling, the plan …") a description counts as one only where
    a second comma closes it.
    """
    if passage.sort(first) not in ("word", "mark") or not _may_begin(passage, first):
        return None
    last = _end_of_phrase(passage, first)
    if passage.sort(last) != "word" and passage.tokens[last].word[0] not in "])*_":
        return None
    return first, _end_of_description(passage, (first, last), is_first_clause=is_first_clause)


def leading_source(passage: Passage) -> Range | None:
    """Who or what the sentence is about, as far as its first words tell."""
    first = 0
    while passage.sort(first) == "mark" or passage.means("joiners", first):
        first += 1
    if passage.sort(first) != "word" or not _may_begin(passage, first):
        return None
    if passage.means("clause_openers", first) or passage.means("pronouns", first):
        return (first, first) if passage.means("pronouns", first) else None
    last = first
    while passage.is_capital(last + 1) and not passage.is_possessive(last):
        last += 1
    if passage.is_possessive(last) and passage.is_capital(last):
        return first, last
    end = _end_of_phrase(passage, first)
    past = (index for index in range(first + 2, end + 1) if _may_be_past(passage, index))
    return first, next(past, end + 1) - 1


def _may_be_past(passage: Passage, index: int) -> bool:
    """Whether a word may be the verb of a main clause: thank*ed* the crew."""
    endings = tuple(passage.cues.grammar.get("past_endings", ()))
    if not endings or not passage.word(index).endswith(endings):
        return False
    right = index + 1
    is_followed = _leans_on(passage, right) or passage.means("pronouns", right)
    return is_followed or passage.sort(right) in ("comma", "stop")


def _phrase_before(passage: Passage, last: int) -> Range:
    """The noun phrase that ends at a token, walked back to the clause's beginning."""
    if passage.means("pronouns", last) and not passage.means("prepositions", last - 1):
        return last, last
    first = last
    has_clause = False
    while first > 0 and last - first < _WIDEST:
        left = first - 1
        if passage.sort(left) in ("comma", "stop", "quote"):
            break
        clause = _clause_before(passage, left)
        if clause is not None:
            first, has_clause = clause, True
            continue
        if _ends_the_walk(passage, left):
            break
        first = left
    return (first if has_clause else _without_beginning(passage, first, last)), last


def _ends_the_walk(passage: Passage, left: int) -> bool:
    if passage.means("joiners", left):
        return not _joins_names(passage, left)
    return _opens_a_clause(passage, left) or _is_verb(passage, left)


def _clause_before(passage: Passage, left: int) -> int | None:
    """Where a clause within the phrase begins: "the trust *that runs both hospitals* denied"."""
    if not (_is_verb(passage, left) or passage.means("relatives", left)):
        return None
    for index in range(left, max(left - _LONGEST_CLAUSE, 0), -1):
        if passage.sort(index) != "word":
            return None
        if passage.means("relatives", index):
            is_clause = passage.sort(index - 1) == "word" and not _is_verb(passage, index - 1)
            return index if is_clause and not _may_be_subject(passage, index + 1) else None
    return None


def _may_be_subject(passage: Passage, index: int) -> bool:
    return (
        passage.means("determiners", index)
        or passage.means("pronouns", index)
        or passage.is_capital(index)
    )


def _without_beginning(passage: Passage, first: int, last: int) -> int:
    """Past the words of time and place before the subject: "In 2024 *the ministry* said"."""
    while first < last and (
        passage.means("joiners", first)
        or passage.means("between", first)
        or (passage.word(first).endswith("ly") and not passage.is_capital(first + 1))
    ):
        first += 1
    later = [
        index
        for index in range(first + 2, last)
        if passage.means("determiners", index)
        and not _leans_on(passage, index - 1)
        and not _is_owner(passage, index)
    ]
    if later:
        return later[0]
    if not passage.means("prepositions", first):
        return first
    start = last
    while start > first and passage.is_capital(start - 1) and not passage.means("days", start - 1):
        start -= 1
    return max(start, first + 1) if start > first else last


def _leans_on(passage: Passage, index: int) -> bool:
    return any(passage.means(group, index) for group in ("prepositions", "joiners", "determiners"))


def _described_before(passage: Passage, comma: int) -> Range | None:
    """A source whose description stands between two commas before the cue."""
    opening = comma - 1
    while opening > 0 and passage.sort(opening) not in ("comma", "stop", "quote"):
        opening -= 1
    if passage.sort(opening) != "comma" or not 1 < comma - opening <= _WIDEST:
        return None
    head = _phrase_before(passage, opening - 1)
    if not _may_be_head(passage, head):
        return None
    keeps = _identifies(passage, head, (opening + 1, comma - 1))
    return head[0], comma - 1 if keeps else head[1]


def _may_be_head(passage: Passage, head: Range) -> bool:
    first, last = head
    return (
        passage.sort(last) in ("word", "mark")
        and last - first < _LONGEST_HEAD
        and _may_be_subject(passage, first)
        and not any(_is_verb(passage, index) for index in range(first, last + 1))
    )


def _identifies(passage: Passage, head: Range, description: Range) -> bool:
    """Whether the words behind a comma tell who it is, and are not news or an aside."""
    first, last = description
    if passage.means("relatives", first):
        return _is_identifying_clause(passage, head, description)
    if last - first >= _LONGEST_DESCRIPTION or passage.word(first).endswith("ing"):
        return False
    leaves = ("prepositions", "clause_openers", "between", "days", "joiners", "auxiliaries")
    if not passage.is_capital(first) and any(passage.means(group, first) for group in leaves):
        return False
    return not any(_is_verb(passage, index) for index in range(first, last + 1))


def _is_identifying_clause(passage: Passage, head: Range, clause: Range) -> bool:
    """A short clause about who somebody is: in the present, or of one who has no name."""
    first, last = clause
    if last - first > _LONGEST_CLAUSE:
        return False
    is_named = any(passage.is_capital(index) for index in range(head[0] + 1, head[1] + 1))
    verb = first + 1
    while passage.means("between", verb):
        verb += 1
    if not is_named:
        return True
    if passage.is_reporting(verb):
        return False
    is_past = passage.means("auxiliaries", verb) and not passage.means("present", verb)
    return passage.word(verb).endswith("s") and not is_past


def _may_begin(passage: Passage, first: int) -> bool:
    leaves = ("prepositions", "joiners", "auxiliaries", "days")
    is_name = passage.is_capital(first) and passage.is_capital(first + 1)
    if not is_name and any(passage.means(group, first) for group in leaves):
        return False
    return not _opens_a_clause(passage, first) and not _is_verb(passage, first)


def _end_of_phrase(passage: Passage, first: int) -> int:
    """The noun phrase that begins at a token, walked on to its end."""
    if passage.means("pronouns", first) and not passage.means("determiners", first):
        return first
    last = first
    while last - first < _WIDEST and not _ends_behind(passage, first, last):
        last += 1
    while last > first and (_leans_on(passage, last) or passage.sort(last) == "point"):
        last -= 1
    is_clause = passage.means("relatives", last + 1) and not _may_be_subject(passage, last + 2)
    if is_clause and not passage.is_capital(last):
        return _end_of_clause(passage, last)
    return last


def _ends_behind(passage: Passage, first: int, last: int) -> bool:
    right = last + 1
    sort = passage.sort(right)
    if sort == "point":
        return passage.sort(right + 1) != "word"
    return sort not in ("word", "mark") or _ends_before_word(passage, first, right)


def _ends_before_word(passage: Passage, first: int, right: int) -> bool:
    last = right - 1
    if passage.means("joiners", right):
        return not _joins_names(passage, right)
    if passage.means("places", right):
        return not passage.is_capital(right + 1) or passage.means("days", right + 1)
    if passage.means("determiners", right) and right > first + 1:
        return not _leans_on(passage, last) and not _is_owner(passage, right)
    if passage.cues.has_capital_nouns and passage.is_capital(last) and passage.word(right):
        return not (passage.is_capital(right) or passage.means("prepositions", right))
    return passage.means("after_the_source", right) or _is_verb(passage, right)


def _is_owner(passage: Passage, determiner: int) -> bool:
    """Whether it begins a genitive: eine Umfrage *des* Instituts."""
    return passage.means("genitives", determiner) and passage.is_capital(determiner - 1)


def _end_of_clause(passage: Passage, last: int) -> int:
    end = last
    while end - last <= _LONGEST_DESCRIPTION and passage.sort(end + 1) in ("word", "mark"):
        end += 1
    return end if end - last <= _LONGEST_DESCRIPTION else last


def _end_of_description(passage: Passage, source: Range, *, is_first_clause: bool) -> int:
    last = source[1]
    if passage.sort(last + 1) != "comma" or passage.sort(last + 2) != "word":
        return last
    end = last + 2
    while passage.sort(end + 1) in ("word", "mark"):
        end += 1
    closing = passage.sort(end + 1)
    if closing == "point" and passage.sort(end + 2) == "word":
        return last
    if closing != "comma" and (is_first_clause or closing not in (None, "point", "quote")):
        return last
    if not passage.is_capital(last):
        return last
    begins = passage.means("relatives", last + 2) or passage.means("determiners", last + 2)
    is_role = begins or not passage.is_capital(last + 2)
    return end if is_role and _identifies(passage, source, (last + 2, end)) else last


def _joins_names(passage: Passage, joiner: int) -> bool:
    """Whether "and" joins two parts of a source and not two clauses."""
    if passage.is_capital(joiner - 1) and passage.is_capital(joiner + 1):
        return True
    first = joiner - 1
    while first > 0 and passage.sort(first - 1) == "word" and joiner - first <= 5:
        first -= 1
    is_short = first == 0 and joiner - first <= 4
    return is_short and not any(_is_verb(passage, index) for index in range(first, joiner))


def _opens_a_clause(passage: Passage, index: int) -> bool:
    return passage.means("clause_openers", index)


def _is_verb(passage: Passage, index: int) -> bool:
    """Whether the word is surely a verb: one that helps, or one that reports and is no noun."""
    if passage.means("auxiliaries", index):
        return True
    return passage.is_reporting(index) and not passage.means("also_nouns", index)
