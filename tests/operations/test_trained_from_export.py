"""What is exported can be learned from: a classifier trained on it is better than chance."""

import hashlib
import json
import random
from dataclasses import replace
from pathlib import Path

from annotator.domain.article import Article
from annotator.domain.change import Draft, added
from annotator.domain.progress import FINISHED, Progress
from annotator.operations import exporting, writing
from annotator.operations.export_plan import ExportPlan, SplitPlan
from annotator.storage.project import open_project
from tests import builders

WHO = ("The mayor", "A harbour official", "The ministry", "Its owner", "The ferry line", "A union")
CLAIMS = ("will cost {} million euros", "fell by {} percent last year", "carried {} passengers")
PLAIN = ("walked along the quay at noon", "smiled and went home", "wore a blue coat that day")


def story(number: int) -> tuple[Article, list[str]]:
    """An article of claims and other sentences, and the claims."""
    chance = random.Random(number)
    claims, told = [], []
    for _ in range(12):
        is_claim = chance.random() < 0.5
        said = chance.choice(CLAIMS if is_claim else PLAIN).format(chance.randint(2, 9_999))
        told.append(f"{chance.choice(WHO)} {said} {chance.randint(1, 999_999)}.")
        claims += told[-1:] if is_claim else []
    text = "\n".join(dict.fromkeys(told))
    made = builders.article(text, article_id=f"s{number:03}")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return replace(made, text_sha256=digest, raw_sha256=digest), claims


def test_a_classifier_learns_which_sentences_are_claims(tmp_path: Path) -> None:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import f1_score

    stories = [story(number) for number in range(60)]
    path = builders.project_file(tmp_path, *(article for article, _ in stories))
    records = [
        builders.annotation(article, claim, annotation_id=f"c{number}")
        for article, claims in stories
        for number, claim in enumerate(dict.fromkeys(claims))
    ]
    done = [Progress(article.id, "ana", FINISHED) for article, _ in stories]
    with open_project(path, is_writable=True) as project:
        writing.commit(project, Draft("Label", added([*records, *done])), annotator="ana")
        plan = ExportPlan("classification", split=SplitPlan((("train", 70), ("test", 30))))
        report = exporting.export(project, tmp_path / "out", plan)
    assert report.split_up is not None
    assert report.split_up.leaks == ()
    train, test = (
        [json.loads(e) for e in (tmp_path / f"out/{name}.jsonl").read_text("utf-8").splitlines()]
        for name in ("train", "test")
    )
    vectors = TfidfVectorizer()
    model = LogisticRegression().fit(
        vectors.fit_transform([each["text"] for each in train]),
        [0 in each["labels"] for each in train],
    )
    truth = [0 in each["labels"] for each in test]
    found = model.predict(vectors.transform([each["text"] for each in test]))
    assert 0.3 < sum(truth) / len(truth) < 0.7
    assert f1_score(truth, found) > 0.9
