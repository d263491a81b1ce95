"""When two spellings are one name."""

import pytest

from papergraph.names import author_norm, concept_norm, language_of, singular


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GRPO", "grpo"),
        ("Chain-of-Thought", "chain of thought"),
        ("강화 학습", "강화학습"),
        ("ＧＰＴ－4", "GPT-4"),
        ("LLaMA-3", "Llama 3"),
    ],
)
def test_spellings_of_one_concept(one: str, other: str) -> None:
    """Case, spaces, hyphens and width do not make another concept."""
    assert concept_norm(one) == concept_norm(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Qwen2.5", "Qwen25"), ("C++", "C"), ("C#", "C"), ("Pass@1", "Pass1"), ("SWE-bench", "SWE-bench Verified")],
)
def test_names_that_differ(one: str, other: str) -> None:
    """Signs and dots that tell names apart stay."""
    assert concept_norm(one) != concept_norm(other)


def test_singular_takes_a_plural_s_only() -> None:
    """An English plural loses its s; short names, double s and Korean do not."""
    norms = ["adapters", "los", "loss", "확산모델"]
    assert [singular(norm) for norm in norms] == ["adapter", "los", "loss", "확산모델"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Il-Hong Suh", "Il Hong Suh"),
        ("Léo Boisvert", "Leo Boisvert"),
        ("Ryan A. Rossi", "ryan a rossi"),
        ("Matthias Nießner", "Matthias Niessner"),
        ("Mateusz Łajszczak", "Mateusz Lajszczak"),
        ("Søren Sønderby", "Soren Sonderby"),
        ("Kærsgaard, Ida", "Ida Kaersgaard"),
        ("Ｙａｎｇ Liu", "Yang Liu"),
        ("Sean O’Neil", "Sean O'Neil"),
        ("Kim, Minji", "Minji Kim"),
        ("Kim, Ada, Jr.", "Ada Kim, Jr"),
        ("van der Berg, Jan", "Jan van der Berg"),
    ],
)
def test_spellings_of_one_person(one: str, other: str) -> None:
    """Hyphens, diacritics, dots, width, case and a family name in front of a comma do not make another person."""
    assert author_norm(one) == author_norm(other)


def test_order_of_a_name_stays() -> None:
    """Two people whose names hold the same parts in another order are two people."""
    assert author_norm("Yang Li") != author_norm("Li Yang")
    assert author_norm("Ada Kim, Jr.") != author_norm("Ada Kim, III")


def test_every_name_has_a_norm() -> None:
    """A name of one word, of another script or of signs only is not lost."""
    assert [author_norm(name) for name in ("Qwen", "김민수", "++", "O-", ",")] == [
        "qwen",
        "김민수",
        "++",
        "o",
        ",",
    ]


def test_a_label_with_hangul_is_korean() -> None:
    """A mixed label counts as Korean."""
    assert [language_of(text) for text in ("GRPO", "KV 캐시", "強化")] == ["en", "ko", "en"]
