"""What a Latin word looks like: a name by its shape, merely capitalised, an ordinary word, a version, a unit."""

import re
from functools import lru_cache

from papergraph.extract.stopwords import ACRONYMS, COMMON, SMALL, is_unit
from papergraph.wordlists import words

_CAMEL = re.compile(r"[a-zà-ɏ0-9][A-ZÀ-Þ]|[A-Z]{2}|[A-Z][\d&]|\d[A-Z]")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_VERSION = re.compile(
    r"[vV]?[1-9]\d?(?:\.\d)?(?:\.\d)?|[1-9](?:\.\d)?-\d+(?:\.\d)?B|[1-5]00|20[0-3]\d|\d+(?:\.\d+)?[BMK]|XL|XXL|Pro|Mini|Ultra|Turbo|Large|"
    r"Base|Small|Plus|Max|Flash|Sonnet|Opus|Haiku|Verified|Hard|Lite|II|III"
)
_NEVER_OPENS = frozenset(
    words("""
    using for on in with our we this these those that here there when while where what how why if by from at as to
    and but or no not it its they their however moreover furthermore additionally instead unlike existing recent
    such each both all any many most some it given based due
    """)
)
_LONGEST = 60  # letters of a name
_DIMENSION = re.compile(r"[1-6]D")
_OF_A_PERSON = re.compile(r"[A-Z][a-z]{3,}(?:ian|ean)")  # Markovian
_ADVERB = re.compile(r"[A-Z][a-z]{3,}ly")  # Importantly
_SYMBOL = re.compile(r"[A-Za-z]+_[A-Za-z]|[A-Za-z]_[A-Za-z]+")  # D_A, of a formula
_PARTS = frozenset(
    ["world", "set", "oriented", "modality", "fine", "coarse", "wise", "level", "step", "space", "sensitive"]
)
_LOWER_VERSION = re.compile(  # claude-3-opus, zorb-embed-text-v1
    r"[a-z]{3,}-\d+(?:\.\d+)*[a-z]?(?:-[a-z0-9.]+)+|[a-z]{3,}(?:-[a-z]+)+-v?\d+(?:\.\d+)*(?:-[a-z0-9.]+)*"
)


@lru_cache(maxsize=20_000)
def kind_of(word: str) -> str:
    """Return what a Latin word looks like.

    "name" (a shape that only names have), "capital" (merely capitalised), "common" (an ordinary word, capitalised),
    "version", "dimension" (``3D``), "stop" (ordinary, a unit) or "lower".
    """
    if word.startswith("\\") or len(word) > _LONGEST:
        return "stop"
    bare = word.strip(".'’")
    if _DIMENSION.fullmatch(bare):
        return "dimension"
    folded = bare.casefold()
    if folded in ACRONYMS or folded in SMALL:
        return "stop"
    if _VERSION.fullmatch(bare):
        return "version"
    if is_unit(bare):
        return "stop"
    if folded in COMMON or folded.removesuffix("s") in COMMON:
        if bare.isupper() and bare.isalpha() and len(bare) > 2:
            return "name"
        return "common" if bare[0].isupper() and bare[1:].islower() and folded not in _NEVER_OPENS else "stop"
    if "_" in bare and _SYMBOL.fullmatch(bare):
        return "stop"
    if not _CAPITAL.search(bare):
        return "name" if lower_with_digit(bare) else "lower"
    if len(bare) < 2:
        return "stop"
    if "-" in bare:
        return "common" if _is_ordinary(bare) else _kind_of_hyphenated(bare)
    if _OF_A_PERSON.fullmatch(bare) or _ADVERB.fullmatch(bare):
        return "common"
    return "name" if _CAMEL.search(bare) else "capital"


def _is_ordinary(word: str) -> bool:
    """Whether a hyphenated word is made of ordinary words (``Open-World``, ``Image-to-Text``)."""
    return not _CAMEL.search(word) and all(
        part in COMMON or part in SMALL or part in _PARTS for part in word.casefold().split("-")
    )


def lower_with_digit(word: str) -> bool:
    if _LOWER_VERSION.fullmatch(word):
        return True
    return bool(re.fullmatch(r"[a-z]{2,}\d+(?:\.\d+)*(?:-[a-z]+)?|[a-z]+\d[a-z]+", word)) and not re.search(
        r"(?:st|nd|rd|th)$", word
    )


def _kind_of_hyphenated(word: str) -> str:
    parts = word.split("-")
    if parts[0] in SMALL:  # image-to-3D, cut by a Korean word
        return "stop"
    if any(_CAMEL.search(part) for part in parts) or any(
        part.isdigit() or re.fullmatch(r"\d+[BMKbmk]?", part) for part in parts[1:]
    ):
        rest = [
            part
            for part in parts
            if part.casefold() not in ACRONYMS and (part.casefold() not in COMMON or part.isupper())
        ]
        if any(char.isalpha() for part in rest for char in part):
            return "name"
        return "name" if len(parts) == 2 and parts[0].isupper() and parts[1].istitle() else "stop"
    capitals = [part for part in parts if part[:1].isupper()]
    if len(capitals) == len(parts) or len(parts) > 2:
        return "capital"
    return "name" if parts[0].isupper() or (parts[0].islower() and len(parts[0]) == 1) else "capital"
