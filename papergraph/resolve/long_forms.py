"""Whether two long forms of one acronym say the same: ``Direct Preference Optimisation``, ``… Optimizations``."""

import re
from collections import Counter
from functools import lru_cache

from rapidfuzz import fuzz

from papergraph.names import concept_norm, singular

_BREAK = re.compile(r"[\s\-‑–/]+")
_SMALL = frozenset(
    ["a", "an", "the", "of", "for", "in", "on", "to", "and", "with", "via", "by", "as", "from", "at", "or"]
)
#: rapidfuzz's ratio, 0 to 100, from which on two words are one with another ending or a slip; judged on the long forms
#: of 265 days: "direct" and "direction" are at 80, "constrained" and "contrastive" at 73.
_WORDS_ALIKE = 78
#: From this likeness on a whole long form is a slip beside one that ``_MUCH`` times as many papers write.
_SLIP = 75
_MUCH = 4
_FEWEST_WORDS = 2


def spellings(forms: Counter[str]) -> dict[str, str]:
    """Return, for each of the ``forms`` that an acronym is given, the commonest of which it is a spelling."""
    spelling: dict[str, str] = {}
    for form in sorted(forms, key=lambda form: (-forms[form], form)):
        commoner = dict.fromkeys(spelling.values())
        spelling[form] = next((one for one in commoner if _is_spelling(form, one, forms)), form)
    return spelling


def _is_spelling(form: str, common: str, forms: Counter[str]) -> bool:
    if alike(form, common):
        return True
    return forms[common] >= _MUCH * forms[form] and fuzz.ratio(concept_norm(form), concept_norm(common)) >= _SLIP


def alike(one: str, other: str) -> bool:
    """Whether two long forms say the same: word by word, or with one word more at either end."""
    if concept_norm(one) == concept_norm(other):
        return True
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    if len(shorter) < _FEWEST_WORDS or len(longer) - len(shorter) > 1:
        return False
    return _agree(shorter, longer[: len(shorter)]) or _agree(shorter, longer[-len(shorter) :])


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return all(a == b or fuzz.ratio(a, b) >= _WORDS_ALIKE for a, b in zip(one, other, strict=True))


@lru_cache(maxsize=1000)
def _words(form: str) -> tuple[str, ...]:
    words = (concept_norm(word) for word in _BREAK.split(form))
    return tuple(singular(word) for word in words if word and word not in _SMALL)
