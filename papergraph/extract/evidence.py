"""What a name of a weak shape must have besides it: a merely capitalised word or two letters may be anybody's."""

import re
from collections.abc import Sequence

from papergraph.extract import roles
from papergraph.extract.candidates import Candidate
from papergraph.extract.kinds import kind_of
from papergraph.model import Role
from papergraph.wordlists import words

_SHORT = 2
_RULES = ("shape", "quoted")
#: Said once, these are a word of a longer term, or of prose.
IN_PASSING = frozenset(
    words("""
    attention autoencoder bootstrapping convolution adapter inversion clustering sampling calibration chunking router
    tokenizer warmup embedding pruning negotiation binarization
    """)
)
#: The same, however many words they have in the text.
SAID_OF_MUCH = frozenset(["generative model", "chat model"])
_TELLING = frozenset({Role.COMPARES_WITH, Role.EVALUATES_ON, Role.INTRODUCES})
_NEAR = 40
_HANGUL = re.compile(r"[가-힣]")
_NAME = r"[A-Z][A-Za-z0-9]*[A-Z0-9\-][A-Za-z0-9\-]*"
_BESIDE_A_NAME = re.compile(rf"(?<![A-Za-z]){_NAME}(?:, | 및 |와 |과 )$")
_BEFORE_A_NAME = re.compile(rf"(?:, | 및 |와 |과 ){_NAME}")
_WORD = re.compile(r"[A-Z][a-z]+")


def is_weak(name: str, places: Sequence[Candidate]) -> bool:
    """Whether nothing but its shape speaks for ``name``, and that shape is one that much else has."""
    if any(not place.rule.startswith(_RULES) for place in places):
        return False
    if len(name) <= _SHORT and name.isalpha():
        return len(places) <= _SHORT
    return len(places) == 1 and _WORD.fullmatch(name) is not None and kind_of(name) == "capital"


def is_confirmed(text: str, place: Candidate, role: Role | None, *, classified: bool) -> bool:
    """Whether the words around the only place of a weak name speak for it; English prose writes no such by chance."""
    if _BESIDE_A_NAME.search(text, max(0, place.start - _NEAR), place.start) or _BEFORE_A_NAME.match(text, place.end):
        return True
    if role in _TELLING or not _HANGUL.search(text, max(0, place.start - _NEAR), place.end + _NEAR):
        return True
    return place.end - place.start > _SHORT and (classified or roles.is_tool(text, (place.start, place.end)))
