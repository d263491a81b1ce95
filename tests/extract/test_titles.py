"""What a title names."""

import pytest

from papergraph.extract import titles


def names(text: str, title: str = "") -> set[str]:
    """Return the surfaces that are read in ``title`` above ``text``."""
    joined = f"{title}\n{text}"
    return {joined[one.start : one.end] for one in titles.find(joined, title_end=len(title))}


def test_the_name_before_the_colon_of_a_title() -> None:
    """A title presents its thing before a colon, also one of two ordinary words if the text says it again."""
    assert "zorb2x" in names("", title="zorb2x: Learning to Zorb")
    assert "Quiet Storm" in names("Quiet Storm은 새롭다.", title="Quiet Storm: Learning to Wait")
    assert names("", title="Why So Serious: Thoughts on Jokes") == set()


def test_titles_that_are_names() -> None:
    """A whole title with a head, the opening that the text says again, and both names before the colon."""
    assert "Patient Bird Model" in names("", title="A Patient Bird Model")
    assert "Feather Counting" in names("이는 feather counting 단계를 쓴다.", title="Feather Counting Builds Nests")
    assert "Feather Counting" not in names("이는 다른 것이다.", title="Feather Counting Builds Nests")
    assert {"Zorb-7B", "Zorb-70B"} <= names("", title="Zorb-7B & Zorb-70B: Birds at Scale")
    assert "Beyond Zorb" not in names("", title="Beyond Zorb: Learning to Wait")
    assert "VIA" in names("", title="VIA: A Framework for Birds")


def test_a_title_that_the_text_proposes_is_a_name() -> None:
    """A short title, said again as the object of a proposal, names what the paper is about."""
    title = "Patient Feather Codec Robins Sing Well"
    assert title in names(f"새로운 방법인 {title}를 제안합니다.", title=title)
    assert title not in names(f"이 글 {title}에서 본 것처럼 어렵다.", title=title)


@pytest.mark.parametrize(
    ("title", "phrase"),
    [
        ("Counting Birds via Patient Feather Anchoring", "Patient Feather Anchoring"),
        ("Zorb: Counting Birds with an Adaptive Nest Router for Long Flights", "Adaptive Nest Router"),
        ("Birds through Feather Tuning", "Feather Tuning"),
    ],
)
def test_what_a_paper_does_it_by(title: str, phrase: str) -> None:
    """Behind "via", "with" and the like a title names the means, up to the next small word."""
    assert phrase in names("", title=title)


@pytest.mark.parametrize(
    "title",
    ["Counting Birds with Large Models", "Birds with Minimal Feedback", "Birds via Text", "Birds with a nest"],
)
def test_what_a_paper_merely_has(title: str) -> None:
    """Large models, little feedback, single words and small letters are no means of its own."""
    assert names("", title=title) == set()


def test_a_phrase_that_anybody_may_coin_is_not_the_papers_own() -> None:
    """Two ordinary words with a telling head are a term; three or more are what the paper presents."""
    found = {one.rule for one in titles.find("Birds via Preference Alignment\n", title_end=30)}
    assert found == {titles.RULE_USED}
    assert titles.RULE_USED not in titles.OWN


def test_a_title_of_a_few_capitals_is_a_name() -> None:
    """Where the text is Korean, a short title without small words is what the paper is about; a report is none."""
    assert "Discrete Nest Matching" in names("이 방법은 빠르다.", title="Discrete Nest Matching")
    assert "Zorb Technical Report" not in names("이 방법은 빠르다.", title="Zorb Technical Report")
    in_english = list(titles.find("Nest Matching Agents\nWe present Zorb.", title_end=20))
    assert [one.rule for one in in_english] == [titles.RULE_USED]
