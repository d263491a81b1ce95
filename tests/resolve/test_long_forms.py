"""When two long forms of an acronym say the same."""

from collections import Counter

import pytest

from papergraph.resolve.long_forms import alike, spellings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Direct Preference Optimization", "direct-preference optimisation"),
        ("Level-of-Detail", "Levels of Details"),
        ("Structural Similarity Index", "Structural Similarity Index Measure"),
        ("Byte Pair Encoding", "subword byte-pair encoding"),
        ("Masked Autoencoders", "mask-autoencoder"),
    ],
)
def test_endings_and_a_word_at_the_end_do_not_matter(one: str, other: str) -> None:
    """Another ending, another spelling or one more word at either end is the same long form."""
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stein Score Distillation", "Stable Score Distillation"),
        ("Constrained Preference Optimization", "Contrastive Preference Optimization"),
        ("Retrieval Augmented Personalization", "Retrieval-Augmented Pipeline"),
        ("Stable Video Diffusion", "Singular Value Decomposition"),
        ("Mixture-of-Agents", "Mixture of Attention"),
        ("Attention", "Attention Transport"),
    ],
)
def test_another_word_is_another_thing(one: str, other: str) -> None:
    """One word that differs makes another long form, however long the rest is."""
    assert not alike(one, other)


def test_rare_form_is_a_slip_of_a_common_one_that_it_resembles() -> None:
    """Beside a form that four times as many papers write, less likeness is enough."""
    rare = Counter({"Direct Policy Optimization": 1, "Direct Preference Optimization": 4})
    as_common = Counter({"Direct Policy Optimization": 2, "Direct Preference Optimization": 4})

    assert spellings(rare)["Direct Policy Optimization"] == "Direct Preference Optimization"
    assert spellings(as_common)["Direct Policy Optimization"] == "Direct Policy Optimization"
