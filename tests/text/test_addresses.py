"""Which addresses are those of one article, and of the same."""

import pytest

from annotator.text.addresses import leads_to_an_article, plain_address


@pytest.mark.parametrize(
    "url",
    [
        "https://www.post.example/a/amp?utm_source=x&id=3",
        "http://m.post.example/a/?id=3#top",
        " https://post.example/a?ref=feed&id=3",
    ],
)
def test_what_does_not_tell_articles_apart_is_left_out(url: str) -> None:
    assert plain_address(url) == "post.example/a?id=3"
    assert leads_to_an_article(url)


@pytest.mark.parametrize(
    "url", ["", "#top", "https://post.example/", "https://post.example", "http://[post", "//"]
)
def test_a_front_page_and_what_is_no_address_lead_to_no_article(url: str) -> None:
    assert plain_address(url) is None
    assert not leads_to_an_article(url)
