"""ninjs of all versions in, found by itself."""

import json

from tests.formats.difficult import EMOJI, LINES, assert_claim_is_found, read

BODY = "\r\n".join(f"<p>{line}</p>" for line in LINES)
VERSION_1 = {
    "uri": "https://agency.example/1", "type": "text", "versioncreated": "2026-03-01T09:30:00Z",
    "headline": "Bridge", "byline": "Ana B.", "language": "en", "body_xhtml": f"<h2>A</h2>{BODY}",
    "body_text": "Other.", "provider": "Agency", "copyrightnotice": "(c) Agency",
}  # fmt: skip
VERSION_2 = {
    "uri": "urn:a:2", "standard": {"name": "ninjs", "version": "2.0"}, "type": "text",
    "headlines": [{"role": "sub", "value": "No"}, {"role": "main", "value": "Bridge"}],
    "bodies": [{"role": "caption", "value": "No."},
               {"role": "main", "contenttype": "text/html", "value": BODY}],
    "bylines": [{"byline": "Bo"}], "infosources": [{"name": "Agency"}],
}  # fmt: skip
VERSION_3 = {
    "uri": "urn:a:3", "standard": {"name": "ninjs", "version": "3.0"}, "type": "text",
    "versionCreated": "2026-03-01", "headlines": [{"value": "Plain"}],
    "bodies": [{"contentType": "text/plain", "value": EMOJI}],
    "rightsInfo": {"copyrightNotice": "free"},
}  # fmt: skip


def test_version_1_is_an_article_with_its_facts() -> None:
    (arrival,), problems, notes = read("n.json", json.dumps(VERSION_1).encode())
    article = arrival.article
    assert article.text == "A\n\n" + "\n\n".join(LINES)
    assert_claim_is_found(article.text, after=3)
    assert (article.title, article.outlet, article.format) == ("Bridge", "Agency", "ninjs")
    assert (article.published, article.licence) == ("2026-03-01T09:30:00Z", "(c) Agency")
    assert article.extra["author"] == "Ana B."
    assert article.structure[0].kind == "subheading"
    assert arrival.raw == VERSION_1["body_xhtml"].encode()
    assert (problems, notes) == ([], [])


def test_versions_2_and_3_are_read_from_a_list() -> None:
    content = json.dumps({"items": [VERSION_2, VERSION_3]}, indent=1).encode()
    (second, third), problems, _ = read("n.json", content)
    assert second.article.text == "\n\n".join(LINES)
    assert (second.article.title, second.article.outlet) == ("Bridge", "Agency")
    assert second.article.extra == {"uri": "urn:a:2", "author": "Bo"}
    assert (third.article.text, third.article.title) == (EMOJI, "Plain")
    assert (third.article.published, third.article.licence) == ("2026-03-01", "free")
    assert problems == []


def test_a_picture_is_told_and_the_others_come_in() -> None:
    picture = {"uri": "urn:p", "standard": {"name": "ninjs"}, "type": "picture"}
    content = "\n".join(json.dumps(each) for each in (picture, VERSION_3)).encode()
    articles, (problem,), _ = read("n.ninjs", content)
    assert len(articles) == 1
    assert (problem.line, "'picture'" in problem.reason) == (1, True)
