"""Under which letter a name is filed in the lists."""

from dataclasses import dataclass

from papergraph.site.search import folded

_OTHERS = "0"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Letter:
    """A letter: in paths, and as readers see it."""

    key: str
    name: str


def letter_of(name: str) -> Letter:
    """Return the letter of ``name``: a to z, ``ko`` for Hangul, or one place for all the rest."""
    first = next((sign for sign in folded(name) if sign.isalnum()), "")
    if first.isascii() and first.isalpha():
        return Letter(key=first, name=first.upper())
    if "가" <= first <= "힣":
        return Letter(key="ko", name="가–힣")
    return Letter(key=_OTHERS, name="0–9 …")
