"""Strangers' text made fit to show."""

import pytest

from papergraph.views.text import clean, columns, shorten, web_address


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("강화 학습", "강화 학습"),
        ("a\x00b\nc\x1b[31m", "a b c [31m"),
        ("abc\u202ecba\u2066", "abc cba "),
        ("half \ud83d", "half \ufffd"),
        ("no\ufffe \ufdd0sign\U0001ffff", "no\ufffd \ufffdsign\ufffd"),
        ("👩\u200d🔬", "👩\u200d🔬"),
    ],
)
def test_clean_takes_what_steers_and_keeps_the_length(text: str, shown: str) -> None:
    """What steers or cannot be written goes, one sign for one, so that offsets stay true."""
    assert clean(text) == shown
    assert len(clean(text)) == len(text)


def test_hangul_is_twice_as_wide() -> None:
    """Widths count in columns: marks that combine take none."""
    assert columns("abc") == 3
    assert columns("강화") == 4
    assert columns("e\u0301") == 1


def test_shorten_cuts_by_width() -> None:
    """A label is at most 30 Latin or 15 Hangul letters wide, with an ellipsis."""
    assert shorten("short") == "short"
    assert shorten("x" * 40) == "x" * 29 + "…"
    assert shorten("가" * 40) == "가" * 14 + "…"


def test_shorten_keeps_letters_and_marks_together() -> None:
    """A mark that combines is never cut from its letter."""
    assert shorten("e\u0301" * 40, at_most=5) == "e\u0301" * 4 + "…"


@pytest.mark.parametrize("url", ["https://arxiv.org/abs/2505.02214", "http://example.org/a?b=c#d"])
def test_web_addresses_may_stand_in_links(url: str) -> None:
    """http and https addresses pass unchanged."""
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//example.org/x",
        "https:///x",
        "https://a.b/\nx",
        'https://a.b/"x',
        "https://[bad",
        "https://a.b/\u202e",
        "file:///etc/passwd",
    ],
)
def test_other_addresses_do_not(url: str | None) -> None:
    """Everything that is no plain http(s) address is dropped."""
    assert web_address(url) is None
