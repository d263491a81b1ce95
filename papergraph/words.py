"""The words under which texts are indexed and sought: the same for both.

Korean words lose their particles, English ones their endings, names are taken apart at hyphens and dots. What differs
only in width, case or accents is the same word.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from papergraph.particles import NOT_A_PARTICLE, PARTICLES

_WORD = re.compile(r"[가-힣]+|[^\W_가-힣]+")
#: Endings that also make another word of a noun: ``양자화`` is not ``양자``.
_ENDINGS = PARTICLES - {"화", "용", "별", "내", "간", "시", "상", "적", "및", "등"}
_LONGEST_PARTICLE = max(map(len, _ENDINGS))
_SHORTEST_STEM = 2  # syllables that are left of a Korean word
_VOWEL = re.compile(r"[aeiouy]")
_COMBINING = re.compile("[\u0300-\u036f]")


class Word(NamedTuple):
    """A word as it is indexed, and where it stands: code points, end exclusive."""

    form: str
    start: int
    end: int

    @property
    def is_korean(self) -> bool:
        """Whether the word is written in Hangul."""
        return "가" <= self.form[0] <= "힣"


def words(text: str) -> Iterator[Word]:
    """Yield the words of ``text``, in order; a particle behind a name in other letters (``GRPO를``) is no word."""
    end = -1
    for match in _WORD.finditer(text):
        word = match[0]
        if match.start() != end or word not in _ENDINGS:
            yield Word(indexed(word), match.start(), match.end())
        end = match.end()


@lru_cache(maxsize=1 << 17)
def indexed(word: str) -> str:
    """Return the form under which one word is indexed: ``강화학습을`` → ``강화학습``, ``Policies`` → ``policy``."""
    if "가" <= word[0] <= "힣":
        return _without_particle(word)
    plain = _COMBINING.sub("", unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold()))
    return _stem(plain) if plain.isascii() and plain.isalpha() else plain or word


def _without_particle(word: str) -> str:
    if word in NOT_A_PARTICLE:
        return word
    for cut in range(max(_SHORTEST_STEM, len(word) - _LONGEST_PARTICLE), len(word)):
        if word[cut:] in _ENDINGS:
            return _without_particle(word[:cut])  # 전문가의 is 전문가 is 전문, however it is written
    return word


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
