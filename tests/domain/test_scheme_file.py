import tomllib

import pytest

from annotator import resources
from annotator.domain.errors import UserError
from annotator.domain.scheme_file import LARGEST_FILE, SchemeProblems, parse_scheme
from annotator.domain.scheme_places import Places

HEAD = """\
format = 1
scheme = "pilot"
revision = 1
title = "Pilot"
"""

BODY = """
[[label]]
id = "claim"
name = "Claim"
key = "c"
colour = "claim"
letter = "C"

  [[label.attribute]]
  id = "worth"
  measure = "ordinal"
  values = [
    { id = "low", name = "Low" },
    { id = "high" },
  ]

[[label]]
id = "source"
name = "Source"
key = "s"
colour = "source"
letter = "S"

[[relation]]
id = "said_by"
name = "said by"
from = ["claim"]
to = ["source"]

[[flag_reason]]
id = "look"
name = "Look"

[[rule]]
id = "worth_a_look"
label = "claim"
where = { worth = ["high"] }
flag = "look"

[[guideline]]
applies_to = "claim"
text = "One thing at a time."
"""

GOOD = HEAD + BODY

VALUES = """\
values = [
    { id = "low", name = "Low" },
    { id = "high" },
  ]
"""


def problems_of(text: str):
    with pytest.raises(SchemeProblems) as refusal:
        parse_scheme(text)
    return refusal.value.problems


def only_problem(text: str):
    problems = problems_of(text)
    assert len(problems) == 1, problems
    return problems[0]


def changed(old: str, new: str) -> str:
    assert GOOD.count(old) >= 1, old
    return GOOD.replace(old, new, 1)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_a_sound_file_is_read():
    scheme = parse_scheme(GOOD)
    assert [label.id for label in scheme.labels] == ["claim", "source"]
    worth = scheme.label("claim").attribute("worth")
    assert [(value.id, value.name) for value in worth.values] == [("low", "Low"), ("high", "High")]


def test_windows_line_ends_and_a_byte_order_mark_do_not_matter():
    assert parse_scheme("\ufeff" + GOOD.replace("\n", "\r\n")) == parse_scheme(GOOD)


def test_values_may_be_given_by_their_ids_alone():
    text = changed('{ id = "low", name = "Low" },\n    { id = "high" },', '"low", "high"')
    assert parse_scheme(text) == parse_scheme(GOOD)


def test_an_asterisk_stands_for_every_label():
    scheme = parse_scheme(changed('to = ["source"]', 'to = ["*"]'))
    assert scheme.relation("said_by").targets == ("claim", "source")


@pytest.mark.parametrize(
    ("old", "new", "marked", "words"),
    [
        ('title = "Pilot"', 'title = "Pilot"\nowner = "me"', "owner", "no key owner"),
        ("[[rule]]", "[[rules]]", "[[rules]]", "no key rules. Did you mean rule?"),
        ('name = "Claim"', 'nmae = "x"\nname = "Claim"', "nmae", "Did you mean name?"),
        ("format = 1", "format = 2", "format", "format 1"),
        ("revision = 1", "revision = 0", "revision", "at least 1"),
        ("revision = 1", "revision = true", "revision", "whole number"),
        ('scheme = "pilot"', 'scheme = "Pilot!"', "scheme", "small letter"),
        ('title = "Pilot"', 'title = ""', "title", "empty"),
        ('title = "Pilot"', "title = 4", "title", "must be text"),
        ('title = "Pilot"', 'title = "P"\nlanguage = "English!"', "language", "language tag"),
        ('id = "said_by"', 'id = "Said by"', 'id = "Said by"', "small letter"),
        ('id = "source"', 'id = "claim"', None, "used twice"),
        ('name = "Source"', 'name = "CLAIM"', 'name = "CLAIM"', "used twice"),
        ('from = ["claim"]', 'from = ["klaim"]', '"klaim"', "no label klaim"),
        ('to = ["source"]', "to = []", "to = []", "at least one label"),
        ('to = ["source"]', 'to = ["source"]\nsymmetric = true', "symmetric", "both ends"),
        ('to = ["source"]', 'to = ["source"]\nmax_from = -1', "max_from", "at least 0"),
        ('to = ["source"]', 'to = ["source"]\nexcludes = ["x"]', "excludes", "no relation x"),
        ('to = ["source"]', 'to = ["source"]\nscope = "town"', "scope", "document, project"),
        ('flag = "look"', 'flag = "stare"', 'flag = "stare"', "no flag reason stare"),
        ('label = "claim"', 'label = "klaim"', 'label = "klaim"', "no label klaim"),
        ('label = "claim"', 'label = "claim"\nwithout = "x"', "without", "no relation x"),
        ('worth = ["high"]', 'worth = ["huge"]', "worth = [", "no value huge"),
        ('worth = ["high"]', 'mood = ["high"]', "mood = [", "no attribute mood"),
        ('applies_to = "claim"', 'applies_to = "x"', 'applies_to = "x"', "relation or article"),
        ('{ id = "high" }', '{ id = "low" }', 'id = "low" },\n  ]', "used twice"),
        ('measure = "ordinal"', 'default = "huge"', "default", "no value of worth"),
        ('measure = "ordinal"', "default = true", "default", "must be text, a number"),
        ('measure = "ordinal"', 'kind = "text"', "values", "takes no values"),
        ('measure = "ordinal"', 'measure = "size"', "measure", "nominal, ordinal"),
        ('    { id = "high" },\n', "", None, "at least two values"),
        ('key = "s"', 'key = "j"', 'key = "j"', "next sentence"),
        ('key = "s"', 'key = "3"', 'key = "3"', "label by order"),
        ('key = "s"', 'key = "c"', 'key = "c"\ncolour = "source"', "already the key of Claim"),
        ('key = "s"', 'key = "so"', 'key = "so"', "one character"),
        ('letter = "S"', 'letter = "C"', '[[label]]\nid = "source"', "underline, chip and letter"),
        ('colour = "source"', 'colour = "#ff0000"', 'colour = "#', "no colour '#ff0000'"),
        ('letter = "S"', 'letter = "S"\nunderline = "zigzag"', "underline", "one of solid"),
        ('letter = "S"', 'letter = "S"\npositive = "x"', "positive", "list of texts"),
        ('letter = "S"', 'letter = "S"\nexclusive = 1', "exclusive", "true or false"),
    ],
)
def test_each_mistake_is_named_with_its_line(old, new, marked, words):
    text = changed(old, new)
    problems = [each for each in problems_of(text) if words in each.message]
    assert len(problems) == 1, problems_of(text)
    if marked:
        assert problems[0].line == line_of(text, marked)


def test_a_missing_entry_points_at_its_table():
    text = changed('name = "Source"\n', "")
    problem = only_problem(text)
    assert problem.message == "A label needs a name."
    assert problem.line == line_of(text, '[[label]]\nid = "source"')


def test_all_problems_come_at_once_in_the_order_of_the_file():
    text = changed('key = "c"', 'key = "x"').replace('to = ["source"]', 'to = ["b"]')
    text = text.replace('flag = "look"', 'flag = "gone"')
    problems = problems_of(text)
    assert len(problems) == 3
    assert [each.line for each in problems] == sorted(each.line for each in problems)


def test_the_refusal_reads_as_sentences_with_places():
    with pytest.raises(UserError) as refusal:
        parse_scheme(changed('to = ["source"]', 'to = ["b"]'))
    line = line_of(GOOD, 'to = ["source"]')
    assert str(refusal.value) == (
        f"The scheme was not taken: 1 problem.\n  line {line}, column 7: There is no label b."
    )


def test_broken_toml_is_told_with_line_and_column():
    problem = only_problem('format = 1\nscheme = "x\n')
    assert (problem.line, problem.column) == (2, 12)
    assert "not TOML" in problem.message


def test_toml_that_ends_too_early_points_at_the_last_line():
    problem = only_problem("format = 1\ntitle = [")
    assert problem.line == 2


def test_a_file_over_one_mebibyte_is_refused_unread():
    assert "1 MiB" in only_problem("#" * (LARGEST_FILE + 1)).message
    assert "1 MiB" not in problems_of("#" * LARGEST_FILE)[0].message


def test_an_empty_file_is_told_everything_it_lacks():
    messages = " ".join(each.message for each in problems_of(""))
    for word in ("format = 1", "at least one label", "scheme", "title"):
        assert word in messages


def test_a_list_where_tables_belong_is_refused():
    text = changed(VALUES, 'values = "low"\n')
    assert any("list of tables" in each.message for each in problems_of(text))
    text = changed('{ id = "high" }', "3")
    assert any("3 in values is no table" in each.message for each in problems_of(text))


def test_a_rule_needs_a_label_or_a_relation_and_not_both():
    both = changed('label = "claim"', 'label = "claim"\nrelation = "said_by"')
    assert "either a label or a relation" in only_problem(both).message
    alone = changed('label = "claim"', 'relation = "said_by"')
    assert "no further conditions" in only_problem(alone).message


def test_only_one_attribute_of_a_label_may_have_keys():
    text = changed(
        '[[relation]]\nid = "said_by"',
        '[[label.attribute]]\nid = "a"\nvalues = [{ id = "x", key = "h" }]\n'
        '[[label.attribute]]\nid = "b"\nvalues = [{ id = "y", key = "y" }]\n'
        '[[relation]]\nid = "said_by"',
    )
    assert "Only one attribute of source" in only_problem(text).message


def test_places_see_through_strings_comments_and_nested_lists():
    text = (
        'a = """x\n[[b]] = {"""\n'
        "# [[b]]\n"
        "[[b]]\n"
        "c = ['# no', \"]\\\"\", [1.5, {d = 'e', f = 2024-01-01}]]\n"
        "[[b]]\n"
        '  [b."g h"]\n'
        "  i.j = true\n"
    )
    places = Places(text)
    assert places.of(("a",)) == (1, 1)
    assert places.of(("b", 0)) == (4, 1)
    assert places.of(("b", 0, "c", 1)) == (5, 14)
    assert places.of(("b", 0, "c", 2, 1, "f")) == (5, 37)
    assert places.of(("b", 1)) == (6, 1)
    assert places.of(("b", 1, "g h", "i", "j")) == (8, 3)
    assert places.of(("b", 1, "unknown", "deeper")) == (6, 1)
    assert places.of(("nowhere",)) == (1, 1)


def keys_of(entry: object, path=()):
    """The paths of all keys of a parsed file."""
    if isinstance(entry, list):
        for index, item in enumerate(entry):
            yield from keys_of(item, (*path, index))
    elif isinstance(entry, dict):
        for key, held in entry.items():
            yield (*path, key)
            yield from keys_of(held, (*path, key))


@pytest.mark.parametrize("name", ["news-review", "simple"])
def test_every_key_of_a_preset_is_found_where_it_stands(name):
    text = resources.path("schemes", f"{name}.toml").read_text("utf-8")
    places, lines = Places(text), text.split("\n")
    paths = list(keys_of(tomllib.loads(text)))
    assert len(paths) > 50
    for path in paths:
        line, column = places.of(path)
        found = lines[line - 1][column - 1 :]
        is_table = found.startswith("[[")
        assert path[-1] in found if is_table else found.startswith(f"{path[-1]} = "), path
    keys = [path for path in paths if not lines[places.of(path)[0] - 1].lstrip().startswith("[[")]
    assert len({places.of(path) for path in keys}) == len(keys)
