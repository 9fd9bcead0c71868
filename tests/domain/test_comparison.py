from collections.abc import Sequence

from annotator.domain.annotation import Annotation
from annotator.domain.change import added
from annotator.domain.comparison import Comparison, compare
from annotator.domain.json import Json
from annotator.domain.progress import ArticleLabel
from annotator.domain.relation import Relation
from annotator.domain.sheet import Sheet
from tests import builders

ARTICLE = builders.article()
SCHEME = builders.scheme()
CLAIM = "the bridge will cost 4m euros"


def made(by: str, name: str, *parts: str, label: str = "claim", **values: Json) -> Annotation:
    return builders.annotation(ARTICLE, *parts, label=label, annotation_id=name, by=by, **values)


def link(by: str, source: str, target: str, label: str = "attributed_to") -> Relation:
    return Relation(f"{source}{target}", "a1", by, label, source, target, "a1")


def sheet(by: str, *given: Annotation | Relation | ArticleLabel) -> Sheet:
    return Sheet(ARTICLE, by).after(added(given))


def compared(*sheets: Sheet) -> Comparison:
    return compare(sheets, SCHEME)


def kinds(comparison: Comparison) -> Sequence[tuple[str, tuple[str, ...]]]:
    return [(case.label, case.kinds) for case in comparison.cases]


def test_the_same_words_label_and_values_agree_whatever_the_ids_and_comments_are() -> None:
    mine = made("ana", "x", CLAIM, certainty="asserted")
    other = made("ben", "y", CLAIM, certainty="asserted")
    noted = Annotation(*[getattr(other, f) for f in other.__slots__][:-1], "a comment")
    assert kinds(compared(sheet("ana", mine), sheet("ben", noted))) == [("claim", ())]


def test_a_default_that_one_wrote_down_is_no_difference_and_verdicts_of_editors_are_none() -> None:
    mine = made("ana", "x", CLAIM, verdict="refuted")
    assert kinds(compared(sheet("ana", mine), sheet("ben", made("ben", "y", CLAIM)))) == [
        ("claim", ())
    ]


def test_boundaries_labels_values_and_what_is_missing_are_told_apart() -> None:
    mine = sheet(
        "ana",
        made("ana", "1", f"Mayor Ruiz said {CLAIM}"),
        made("ana", "2", "It is a bargain", label="claim"),
        made("ana", "3", "A confidential briefing", label="source", traceability="vague"),
        made("ana", "4", "officials", label="source"),
    )
    other = sheet(
        "ben",
        made("ben", "1", CLAIM),
        made("ben", "2", "It is a bargain,", label="quote"),
        made("ben", "3", "A confidential briefing", label="source", traceability="untraceable"),
    )
    assert kinds(compared(mine, other)) == [
        ("claim", ("boundary",)),
        ("claim", ("boundary", "label")),
        ("source", ("attribute",)),
        ("source", ("missing",)),
    ]


def test_a_source_inside_a_claim_is_not_held_to_be_the_same_thing() -> None:
    mine = sheet("ana", made("ana", "1", f"Mayor Ruiz said {CLAIM}"))
    other = sheet("ben", made("ben", "1", "Mayor Ruiz", label="source"))
    assert kinds(compared(mine, other)) == [("claim", ("missing",)), ("source", ("missing",))]


def test_matching_is_one_to_one_by_the_largest_overlap() -> None:
    mine = sheet("ana", made("ana", "long", "officials urged the mayor to wait"))
    other = sheet(
        "ben", made("ben", "small", "officials"), made("ben", "large", "urged the mayor to wait")
    )
    (first, second) = compared(mine, other).cases
    assert {n: a.id for n, a in first.members.items()} == {"ana": "long", "ben": "large"}
    assert {n: a.id for n, a in second.members.items()} == {"ben": "small"}


def test_a_relation_differs_only_between_those_who_have_both_ends() -> None:
    def work(by: str, *more: Annotation | Relation) -> Sheet:
        return sheet(by, made(by, "c", CLAIM), made(by, "s", "Mayor Ruiz", label="source"), *more)

    linked, bare = work("ana", link("ana", "c", "s")), work("ben")
    assert kinds(compared(linked, bare)) == [("source", ()), ("claim", ("link",))]
    unable = sheet("ben", made("ben", "c", CLAIM))
    assert kinds(compared(linked, unable)) == [("source", ("missing",)), ("claim", ())]
    both = compared(linked, work("ben", link("ben", "c", "s")))
    assert kinds(both) == [("source", ()), ("claim", ())]


def test_three_are_compared_at_once_and_a_label_on_the_article_is_a_case() -> None:
    sheets = [
        sheet("ana", made("ana", "c", CLAIM), ArticleLabel("a1", "ana", "genre", "news")),
        sheet("ben", made("ben", "c", CLAIM), ArticleLabel("a1", "ben", "genre", "opinion")),
        sheet("chi", made("chi", "c", f"said {CLAIM}")),
    ]
    comparison = compared(*sheets)
    assert kinds(comparison) == [("claim", ("boundary",)), ("genre", ("label", "missing"))]
    assert set(comparison.cases[0].members) == {"ana", "ben", "chi"}
    assert comparison.cases[1].is_of_article


def test_a_change_of_words_values_or_links_changes_the_digest_and_a_comment_does_not() -> None:
    def digest(*given: Annotation | Relation) -> str:
        return compared(sheet("ana", *given)).cases[-1].sides[0].digest

    source = made("ana", "s", "Mayor Ruiz", label="source")
    plain = digest(source, made("ana", "c", CLAIM))
    assert plain != digest(source, made("ana", "c", "will cost 4m euros"))
    assert plain != digest(source, made("ana", "c", CLAIM, certainty="hedged"))
    assert plain != digest(source, made("ana", "c", CLAIM), link("ana", "c", "s"))
    assert plain == digest(source, made("ana", "c", CLAIM))
