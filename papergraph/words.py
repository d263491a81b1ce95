"""The words under which texts are indexed and sought: the same for both.

Korean words lose their particles, English ones their endings. Names are taken apart where letters and digits meet, at
hyphens and dots: ``GPT4o`` and ``GPT-4o`` are the words gpt, 4, o. What differs only in width, case or accents is the
same word.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from papergraph.particles import NOT_A_PARTICLE, PARTICLES

_WORD = re.compile(r"[가-힣]+|\d+|[^\W\d_가-힣]+")
#: Endings that also make another word of a noun: ``양자화`` is not ``양자``.
_ENDINGS = PARTICLES - {"화", "용", "별", "내", "간", "시", "상", "적", "및", "등"}
_LONGEST_PARTICLE = max(map(len, _ENDINGS))
_SHORTEST_STEM = 2  # syllables that are left of a Korean word
_VOWEL = re.compile(r"[aeiouy]")
_COMBINING = re.compile("[\u0300-\u036f]")


class Word(NamedTuple):
    """A word as it is indexed, and where it stands: code points, end exclusive. ``whole`` has its English ending."""

    form: str
    whole: str
    start: int
    end: int

    @property
    def is_korean(self) -> bool:
        """Whether the word is written in Hangul."""
        return "가" <= self.form[0] <= "힣"

    @property
    def is_number(self) -> bool:
        """Whether the word is written in digits."""
        return self.form[0].isdecimal()


def words(text: str) -> Iterator[Word]:
    """Yield the words of ``text``, in order; a particle behind a name in other letters (``GRPO를``) is no word."""
    end = -1
    for match in _WORD.finditer(text):
        word = match[0]
        if match.start() != end or word not in _ENDINGS:
            yield Word(*_indexed(word), match.start(), match.end())
        end = match.end()


def as_one(one: Word, other: Word) -> Word | None:
    """Return two words as they are when they are written as one, or None where that makes no word.

    ``SWE bench`` may be written ``SWEbench``, and ``강화 학습`` ``강화학습``; a number is a word of its own anyway.
    """
    if one.is_korean != other.is_korean or one.is_number or other.is_number:
        return None
    whole = one.form + other.form if one.is_korean else one.whole + other.whole
    return Word(whole if one.is_korean else _stemmed(whole), whole, one.start, other.end)


def neighbours(found: Sequence[Word]) -> Iterator[Word]:
    """Yield each two words of a text as one that have but one character, as a space or a hyphen, between them."""
    for one, other in pairwise(found):
        if other.start == one.end + 1 and (both := as_one(one, other)):
            yield both


@lru_cache(maxsize=1 << 17)
def _indexed(word: str) -> tuple[str, str]:
    """Return a word as it is indexed, and whole: ``강화학습을`` → ``강화학습``, ``Policies`` → ``policy``."""
    if "가" <= word[0] <= "힣":
        form = _without_particle(word)
        return form, form
    whole = _COMBINING.sub("", unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())) or word
    return _stemmed(whole), whole


def _without_particle(word: str) -> str:
    if word in NOT_A_PARTICLE:
        return word
    for cut in range(max(_SHORTEST_STEM, len(word) - _LONGEST_PARTICLE), len(word)):
        if word[cut:] in _ENDINGS:
            return _without_particle(word[:cut])  # 전문가의 is 전문가 is 전문, however it is written
    return word


def _stemmed(whole: str) -> str:
    return _stem(whole) if whole.isascii() and whole.isalpha() else whole


def _stem(word: str) -> str:
    """Cut the commonest endings: plural, ``-ing``, ``-ed``. Where little would be left the word stays whole."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "as")) and len(word) > 3:
        return _stem(word[:-1])
    for ending in ("ing", "ed"):
        left = word.removesuffix(ending)
        if left != word and len(left) > 3 and _VOWEL.search(left):
            return left[:-1] if left[-1] == left[-2] and left[-1] not in "lsz" else left.removesuffix("e")
    return word.removesuffix("e") if len(word) > 4 else word
