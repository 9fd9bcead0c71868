"""Near-duplicates against datasketch, and against counting every pair."""

import itertools
import random

import numpy as np
import pytest

from annotator.text.near_duplicates import Groups, Sketches, are_near, group, min_hash
from annotator.text.shingles import jaccard, shingles

VOCABULARY = [f"w{number:x}" for number in range(3_000)]


def text(words: int, *, seed: int) -> str:
    return " ".join(random.Random(seed).choices(VOCABULARY, k=words))


def with_every(one: str, step: int) -> str:
    """A text in which every so manieth word is another."""
    words = one.split()
    words[::step] = [f"other{number}" for number in range(len(words[::step]))]
    return " ".join(words)


def clusters(*texts: str, apart: tuple[tuple[int, int], ...] = ()) -> list[list[int]]:
    sketches = Sketches()
    for each in texts:
        sketches.add(each)
    groups = Groups(len(texts), apart=apart)
    group(sketches, texts.__getitem__, groups)
    return groups.all_of_several()


@pytest.mark.parametrize("step", [7, 15, 30, 60, 200])
def test_the_estimate_is_as_good_as_that_of_datasketch(step: int) -> None:
    from datasketch import MinHash

    one = text(800, seed=1)
    hashes = shingles(one), shingles(with_every(one, step))
    exact = jaccard(*hashes)
    ours = float(np.mean(min_hash(hashes[0]) == min_hash(hashes[1])))
    theirs = []
    for each in hashes:
        theirs.append(MinHash(num_perm=128))
        theirs[-1].update_batch([int(number).to_bytes(8, "big") for number in each])
    # Four standard deviations of 128 throws.
    allowed = 4 * (exact * (1 - exact) / 128) ** 0.5 + 0.01
    assert abs(ours - exact) < allowed
    assert abs(theirs[0].jaccard(theirs[1]) - exact) < allowed


def test_syndicated_copies_are_found_and_other_articles_are_not() -> None:
    agency = text(400, seed=2)
    copies = [f"{agency} {text(40, seed=10 + each)}" for each in range(5)]
    others = [text(400, seed=20 + each) for each in range(10)]
    assert clusters(*others[:5], *copies, *others[5:]) == [[5, 6, 7, 8, 9]]


@pytest.mark.parametrize("words", [40, 80, 150])
def test_a_short_reprint_inside_a_long_article_is_found(words: int) -> None:
    brief = text(words, seed=3)
    long = f"{text(900, seed=4)} {brief} {text(900, seed=5)}"
    assert jaccard(shingles(brief), shingles(long)) < 0.1
    assert clusters(text(300, seed=6), long, text(500, seed=7), brief) == [[1, 3]]


def test_a_phrase_that_all_share_joins_nothing() -> None:
    phrase = "sign up for our newsletter and never miss a story again"
    assert clusters(*(f"{text(300, seed=each)} {phrase}" for each in range(40)), phrase) == []


def test_clusters_are_those_of_counting_every_pair() -> None:
    generator = random.Random(8)
    texts = [text(generator.randint(60, 300), seed=100 + each) for each in range(60)]
    for each in range(60):
        made = with_every(texts[each], generator.choice([8, 20, 40]))
        texts.append(made if each % 2 else f"{text(400, seed=each)} {texts[each]}")
    every = [shingles(each) for each in texts]
    groups = Groups(len(texts))
    for one, other in itertools.combinations(range(len(texts)), 2):
        if are_near(every[one], every[other]) and groups.may_join(one, other):
            groups.join(one, other)
    expected = groups.all_of_several()
    assert len(expected) > 20
    assert clusters(*texts) == expected


def test_a_cluster_of_very_many_copies_is_one() -> None:
    agency = text(200, seed=9)
    copies = [f"{agency} {text(30, seed=1_000 + each)}" for each in range(300)]
    assert clusters(*copies) == [list(range(300))]


def test_what_is_kept_apart_does_not_meet_through_a_third() -> None:
    one = text(300, seed=11)
    copies = [with_every(one, 50), with_every(one, 61), one]
    assert clusters(*copies) == [[0, 1, 2]]
    found = clusters(*copies, apart=((0, 1),))
    assert len(found) == 1
    assert len(found[0]) == 2
    assert found[0] != [0, 1]


def test_texts_without_words_are_like_no_other() -> None:
    assert clusters("", "…", " ") == []
    assert clusters() == []
