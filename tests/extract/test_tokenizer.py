"""The tokenizer: scripts part, particles never hide a name, and the text stays what it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.vocab import Vocab

from papergraph.extract.tokenizer import MixedTokenizer

TOKENIZER = MixedTokenizer(Vocab(), stems={"데이터셋", "번역"})
MIXED = st.text(alphabet=st.sampled_from("가나다라는을에서 데이터셋번역GPTqwen2.5-4o@&+'’()\n\t,.:;é😀"), max_size=80)


def words(text: str) -> list[str]:
    """Return the tokens of ``text`` that are no white space."""
    return [token.text for token in TOKENIZER(text) if not token.is_space]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GRPO를 쓴다", ["GRPO", "를", "쓴다"]),
        ("Qwen2.5-VL-7B와", ["Qwen2.5-VL-7B", "와"]),
        ("Pass@1은 Who&When에서", ["Pass@1", "은", "Who&When", "에서"]),
        ("데이터셋에서도", ["데이터셋", "에서도"]),
        ("기계 번역을", ["기계", "번역", "을"]),
        ("모르는말에서", ["모르는말에서"]),
        ("CLIP-based 방법(예)", ["CLIP", "-", "based", "방법", "(", "예", ")"]),
    ],
)
def test_names_stand_alone(text: str, expected: list[str]) -> None:
    """Latin names lose their particles, Hangul words only where the lexicon knows what is left."""
    assert words(text) == expected


@given(MIXED)
def test_the_text_is_kept(text: str) -> None:
    """Joined again, the tokens are the text, to the character."""
    assert TOKENIZER(text).text == text


def test_words_outlive_their_memory_zone() -> None:
    """A word that spaCy forgot with its memory zone is a word again in the next, and after the last."""
    language = Language(Vocab())
    language.tokenizer = MixedTokenizer(language.vocab)
    for _ in range(2):
        with language.memory_zone():
            assert [token.text for token in language.make_doc("ZorbNet은 Zorb")] == ["ZorbNet", "은", "Zorb"]
    assert language.make_doc("ZorbNet은 Zorb").text == "ZorbNet은 Zorb"
